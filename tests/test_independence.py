"""From a passage to its origin, through copies that were edited."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.passage import Passage
from crosswire.model.relation import Link, LinkKind, Origin, OriginKind
from crosswire.model.report import Report
from crosswire.relate.edits.meaning import Meaning
from crosswire.relate.origins.counterparts import Counterparts
from crosswire.relate.origins.independence import passage_origins

THERE = "The dam broke on Monday night, police said, and twelve people were killed in the lower town of Velden."


def passage(report: str, words: str, start: int = 0) -> Passage:
    return Passage(report, start, start + len(words), words)


def part(whole: Passage, words: str) -> Passage:
    at = whole.words.index(words)
    return Passage(whole.report, whole.start + at, whole.start + at + len(words), words)


@pytest.mark.parametrize(
    ("copy", "words", "expected"),
    [
        (THERE, "twelve people were killed", "twelve people were killed"),
        ("The dam broke on Monday night and 12 people were killed in Velden.", "12 people", "twelve people"),
        (
            "Late on Monday, police said, the dam broke, and twelve people were killed.",
            "twelve people",
            "twelve people",
        ),
        ("The dam broke on Monday night, police said, and farmers wept.", "farmers wept", None),
    ],
)
def test_counterpart_of_a_part(copy: str, words: str, expected: str | None) -> None:
    here, there = passage("b", copy, 40), passage("a", THERE, 7)
    found = Counterparts(load_lexicons()).of(part(here, words), here, there)
    assert (found.words if found else None) == expected
    if found:
        assert THERE[found.start - 7 : found.end - 7] == found.words


@pytest.mark.parametrize(
    ("copy", "words", "changed"),
    [
        (THERE, "twelve people were killed", False),
        (THERE.replace("twelve", "12"), "12 people were killed", False),
        (THERE.replace("twelve", "fourteen"), "fourteen people were killed", True),
        (THERE.replace("twelve", "fourteen"), "The dam broke on Monday night", False),
        (THERE.replace("The dam broke", "The dam did not break"), "The dam did not break", True),
        (THERE.replace(", police said,", ""), "The dam broke on Monday night", False),
        (THERE.replace("on Monday night", "overnight"), "The dam broke overnight", False),
    ],
)
def test_where_a_copy_says_otherwise(copy: str, words: str, changed: bool) -> None:
    here, there = passage("b", copy, 40), passage("a", THERE, 7)
    assert Meaning(load_lexicons()).changed(part(here, words), here, there) is changed


def test_a_changed_number_is_the_copys_own_and_the_rest_of_the_sentence_is_not() -> None:
    copy = THERE.replace("twelve", "fourteen")
    here, there = passage("b", copy), passage("a", THERE)
    origins = [
        Origin("o1", "NPA", OriginKind.AGENCY, ("a",)),
        Origin("o2", "Evening Star", OriginKind.PUBLISHER, ("b",)),
    ]
    copied = Link("b", LinkKind.COPIED, "a", "o1", 0.2, ((here, there),))
    index = passage_origins(origins, [copied], lexicons=load_lexicons())
    assert index.origin(part(here, "The dam broke on Monday night")) == "o1"
    assert index.origin(part(here, "fourteen people were killed")) == "o2"


def test_a_report_of_two_agencies_confirms_neither() -> None:
    origins = [
        Origin("o1", "NPA", OriginKind.AGENCY, ("a", "c")),
        Origin("o2", "OPA", OriginKind.AGENCY, ("c", "d")),
        Origin("o3", "Evening Star", OriginKind.PUBLISHER, ("b",)),
    ]
    index = passage_origins(origins, [], lexicons=load_lexicons())
    a, b, c, d = (passage(name, THERE) for name in "abcd")
    assert index.each([a, c]) == ("o1", "o1")
    assert index.each([c, d]) == ("o2", "o2")
    assert index.each([b, c]) == ("o3", "o1")
    assert index.origins([a, c, d]) == ("o1", "o2")


def test_a_text_that_is_one_of_two_houses_is_no_second_voice_beside_either() -> None:
    origins = [
        Origin("o1", "KQLD or Evening Star", OriginKind.UNKNOWN, ("a", "b")),
        Origin("o2", "KQLD", OriginKind.BROADCASTER, ("c",)),
        Origin("o3", "Tarn Post", OriginKind.PUBLISHER, ("d",)),
    ]
    houses = {"a": "KQLD", "b": "Evening Star", "c": "KQLD", "d": "Tarn Post"}
    reports = [Report(id, THERE, (), publisher=house) for id, house in houses.items()]
    index = passage_origins(origins, [], lexicons=load_lexicons(), reports=reports)
    a, b, c, d = (passage(name, THERE) for name in "abcd")
    assert index.each([a, c]) == ("o2", "o2")
    assert index.each([b, c]) == ("o2", "o2")
    assert index.each([a, d]) == ("o1", "o3")


def test_a_version_is_of_its_reports_origin() -> None:
    origins = [Origin("o1", "Evening Star", OriginKind.PUBLISHER, ("b",))]
    index = passage_origins(origins, [], lexicons=load_lexicons(), of={"a": "b"})
    assert index.origin(passage("a", THERE)) == "o1"


def test_who_is_named_for_a_passage_counts_where_he_tells_it() -> None:
    origins = [
        Origin("o1", "KQLD", OriginKind.BROADCASTER, ("a",)),
        Origin("o2", "Evening Star", OriginKind.PUBLISHER, ("b",)),
        Origin("o3", "Velden Courier", OriginKind.PUBLISHER, ("c",)),
    ]
    a, b, c = (passage(name, THERE) for name in "abc")
    named = [
        Link("b", LinkKind.CITED, to_origin="o1", reach=(b,)),
        Link("a", LinkKind.CITED, to_origin="o2", reach=(a,)),
    ]
    index = passage_origins(origins, named, lexicons=load_lexicons())
    assert index.each([b, c]) == ("o2", "o3")
    assert index.each([b, a, c]) == ("o1", "o1", "o3")  # each names the other: one origin all the same
    assert index.each([part(b, "The dam broke"), a]) == ("o1", "o1")
