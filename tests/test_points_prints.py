"""Sentences that many reports print: few are compared, all are named, and nothing is counted twice."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from counting_pages import account, page, point_with
from crosswire.model.dossier import Dossier
from crosswire.model.relation import PointKind, PointRelation, Status
from crosswire.relate.points.prints import FEW_PRINTS, STANDING, Prints
from crosswire.relate.points.versions import Draft, Member, Told
from point_stories import all_slots

MANY = 2 * FEW_PRINTS
BROKE = "The Orlo dam broke above the town of Velden on Monday night and killed seven people."
WIRE = (
    BROKE,
    "Mayor Ana Lupo told reporters in Velden on Tuesday: “We will rebuild every house that the river took from us.”",
    "About 300 people slept in the gymnasium of the school in Velden after the bridge across the Orlo collapsed.",
    "Police are investigating.",
)
OTHER = (
    "Seven people died when the Orlo dam above Velden burst on Monday night, our reporter at the scene counted.",
    "Residents carried sandbags to the market all morning and cut off roads with tractors.",
    "The sky above the valley was clear when we arrived, and helicopters circled above the church.",
)
OUTLETS = 20


def test_what_few_reports_print_is_looked_at_one_by_one() -> None:
    slots = all_slots(*[BROKE] * FEW_PRINTS)
    assert Prints(slots).standing() == slots


def test_of_what_many_print_the_first_of_the_first_reports_stand() -> None:
    slots = all_slots(f"{BROKE} {BROKE}", *[BROKE] * MANY)
    standing = Prints(slots).standing()
    assert [(s.report, s.number) for s in standing] == [(n, 0) for n in range(STANDING)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("“The water came at night,” she said in Tarn.", '"The water came at night," she said in Tarn.'),
        ("The Water board shut the old gates on Monday.", "The water board shut the old gates on Monday."),
    ],
)
def test_marks_and_capitals_make_no_other_sentence(one: str, two: str) -> None:
    prints = Prints(all_slots(*[one, two] * FEW_PRINTS))
    assert len(prints.standing()) == STANDING


def test_a_few_words_are_anybodys() -> None:
    slots = all_slots(*["Police are investigating."] * MANY)
    assert Prints(slots).standing() == slots


def test_one_word_more_or_another_reading_is_no_print() -> None:
    slots = all_slots(*[BROKE] * MANY)
    other = [replace(s, speakers=frozenset({f"a{s.report % 2}"})) for s in slots]
    dated = [replace(s, times=frozenset({f"2031-03-0{s.report % 2 + 1}"})) for s in slots]
    assert [len(Prints(found).standing()) for found in (slots, dated)] == [STANDING, MANY]
    assert len(Prints([*other, *slots]).standing()) == MANY + STANDING
    worded = all_slots(*(BROKE.replace("seven", f"{n}") for n in range(2, MANY)))
    assert Prints(worded).standing() == worded


def test_every_print_stands_in_its_version_in_its_own_words() -> None:
    said = '"The water came at night," Lupo said.', "“The water came at night,” Lupo said."
    slots = all_slots(*[said[n % 2] for n in range(MANY)], "The water came at noon, Lupo said on Tuesday.")
    prints = Prints(slots)
    standing = prints.standing()
    last = len(standing) - 1
    words = standing[0].passage
    part = replace(words, start=words.start + 1, end=words.start + 24, words=words.words[1:24])
    versions = ((Member(0, part),), (Member(last, standing[last].passage),))
    kind, relation = PointKind.OCCURRENCE, PointRelation.CONFLICT
    (found,) = prints.spread([Draft(kind, relation, versions, (), counted=frozenset({0}), shown={0: Member(0, part)})])
    assert [m.sentence for m in found.versions[0]] == list(range(MANY))
    assert {m.passage.words for m in found.versions[0]} == {"The water came at night"}
    assert [m.passage.report for m in found.versions[0]] == [s.passage.report for s in slots[:MANY]]
    assert [m.sentence for m in found.versions[1]] == [MANY]
    assert found.counted == frozenset(range(MANY))


def test_a_print_that_tells_the_other_version_stays_there() -> None:
    prints = Prints(all_slots(*[BROKE] * MANY))
    one, two = (Member(n, prints.standing()[n].passage) for n in (0, 1))
    draft = Draft(PointKind.OCCURRENCE, PointRelation.CONFLICT, ((one,), (two,)), ())
    (found,) = prints.spread([draft])
    assert 1 not in {m.sentence for m in found.versions[0]}
    assert 0 not in {m.sentence for m in found.versions[1]}


def test_what_each_print_has_for_itself_is_told_once_and_of_all() -> None:
    prints = Prints(all_slots(*[BROKE] * MANY))
    single = PointRelation.SINGLE
    drafts = [
        Draft(PointKind.OCCURRENCE, single, ((Member(n, prints.standing()[n].passage),),), ()) for n in range(STANDING)
    ]
    (found,) = prints.spread(drafts)
    assert (found.relation, len(found.members())) == (PointRelation.SAME, MANY)


def test_reasons_say_how_many_more_print_the_same() -> None:
    prints = Prints(all_slots(*[BROKE] * MANY))
    names = [f"Paper {n}" for n in range(MANY)]
    told = Told([None] * MANY, names, prints=prints.others())
    assert told.houses(prints.standing()[:1]) == f"Paper 0 and {MANY - 1} more that print the same"
    assert Told([None] * MANY, names).houses(prints.standing()[:1]) == "Paper 0"


@cache
def story(*, credited: bool, other: bool) -> Dossier:
    """Many outlets that print one text, with or without the agency's credit, and one that writes its own."""
    opening = "VELDEN (Orlo Wire) - " if credited else ""
    words = (opening + WIRE[0], *WIRE[1:])
    pages = [page(f"c{n:02}", f"House {n} Gazette", *words, at=f"2031-03-04T08:{n:02}") for n in range(OUTLETS)]
    return account([*pages, page("z", "Northern Tribune", *OTHER, at="2031-03-05T09:00")] if other else pages)


def test_many_copies_and_one_of_its_own_are_two_origins() -> None:
    point = point_with(story(credited=True, other=True), "Orlo dam broke above")
    assert {s.passage.report for s in point.statements} == {*(f"c{n:02}" for n in range(OUTLETS)), "z"}
    assert (point.status, len(point.origins)) == (Status.CORROBORATED, 2)


def test_many_copies_without_a_credit_are_one_origin() -> None:
    dossier = story(credited=False, other=False)
    assert dossier.origin_count == 1
    for words in ("Orlo dam broke above", "rebuild every house", "300 people slept"):
        point = point_with(dossier, words)
        assert {s.passage.report for s in point.statements} == {f"c{n:02}" for n in range(OUTLETS)}
        assert len(point.origins) == 1
        assert point.status is not Status.CORROBORATED


@pytest.mark.parametrize("credited", [True, False])
def test_every_statement_is_verbatim_and_stands_once(credited: bool) -> None:
    relations = story(credited=credited, other=credited).relations
    texts = {report.id: report.text for report in relations.reports}
    for point in relations.points:
        passages = [s.passage for s in point.statements]
        assert len({(p, s.version) for p, s in zip(passages, point.statements, strict=True)}) == len(passages)
        assert all(texts[p.report][p.start : p.end] == p.words for p in passages)
