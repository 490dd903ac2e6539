"""What changed on the way: the gravest first, each in its sentence, at its place in both texts."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from crosswire.model.dossier import Dossier
from crosswire.model.lineage import Descent, Edit, EditKind
from crosswire.model.relation import Link, LinkKind
from crosswire.write.branches import changed
from crosswire.write.changes import Change, _mapped, changes
from crosswire.write.origins import origins_view
from crosswire.write.pairs import kinds, packed, pairs, parts
from crosswire.write.sources import Register
from crosswire.write.vocabulary import LONGEST_EDIT, edited
from dossiers import bare_dossier
from ferry_reports import make_report
from lineages import dam_story, dam_versions, many_copies


def found(dossier: Dossier, most: int = 99) -> tuple[Change, ...]:
    return changes(pairs(dossier), Register(dossier), most=most)[0]


def test_what_changes_meaning_comes_first() -> None:
    assert [change.edit.kind.value for change in found(dam_story())] == [
        "attribution",
        "hedge",
        "hedge",
        "time",
        "wording",
    ]


def test_an_edit_stands_in_its_sentence_in_both_texts() -> None:
    dropped = found(dam_story())[0]
    assert dropped.there is not None
    assert dropped.here is not None
    assert dropped.there.words == ", the regional police said"
    assert (dropped.there.before[-5:], dropped.there.after) == (" away", ".")
    assert dropped.here.words == ""
    assert dropped.here.before.endswith("12 people were swept away")
    for side in (dropped.there, dropped.here):
        assert side.before + side.words + side.after == side.place.words


def test_every_side_is_verbatim() -> None:
    dossier = dam_versions()
    texts = {report.id: report.text for report in dossier.relations.reports}
    for change in found(dossier):
        for side in filter(None, (change.there, change.here)):
            assert texts[side.place.report][side.place.start : side.place.end] == side.place.words


def test_where_nothing_stands_is_not_guessed_far_from_a_passage() -> None:
    dossier = dam_story()
    links = tuple(link for link in dossier.relations.links if link.report != "gazette")
    dropped = found(replace(dossier, relations=replace(dossier.relations, links=links)))[0]
    assert dropped.there is not None
    assert dropped.here is None


def test_a_long_sentence_is_cut_at_words() -> None:
    far = "word " * 60
    source = make_report("a", f"{far}Ida Torm allegedly knew {far}end.")
    copy = make_report("b", f"{far}Ida Torm knew {far}end.")
    at = source.text.index("allegedly")
    lineage = (Descent("b", "a", None, True, edits=(Edit(EditKind.HEDGE, source.passage(at, at + 9), None),)),)
    dossier = bare_dossier(source, copy)
    (change,) = found(replace(dossier, relations=replace(dossier.relations, lineage=lineage)))
    assert change.there is not None
    assert change.there.cut_before
    assert change.there.cut_after
    assert change.there.before.startswith("word ")
    assert change.there.after.endswith(" word")


def test_what_several_copies_did_alike_is_told_once() -> None:
    dossier = many_copies(120)
    told = found(dossier)
    assert len(told) < 30
    assert max(len(change.reports) for change in told) > 1
    assert sum(len(change.reports) for change in told) == sum(len(one.edits) for one in dossier.relations.lineage)


def test_what_a_report_changed_in_its_own_next_version_is_not_on_the_way() -> None:
    assert [change.edit.kind for change in found(dam_versions())] == [change.edit.kind for change in found(dam_story())]


def test_the_list_is_cut_and_the_number_is_whole() -> None:
    dossier = dam_story()
    listed, many = changes(pairs(dossier), Register(dossier), most=2)
    assert (len(listed), many) == (2, 5)


@pytest.mark.parametrize(
    ("there", "here", "kind", "words"),
    [
        ("allegedly", None, EditKind.HEDGE, "dropped allegedly"),
        (None, "not", EditKind.NEGATION, "put in not"),
        ("Monday", "Sunday", EditKind.TIME, "changed Monday to Sunday"),
        (", the police said", None, EditKind.ATTRIBUTION, "dropped the police said"),
        ("a\n\nb", "a\n\nb", EditKind.MOVED, "moved a b"),
    ],
)
def test_an_edit_in_words(there: str | None, here: str | None, kind: EditKind, words: str) -> None:
    one, two = (make_report("a", side or "").passage(0, len(side or "")) for side in (there, here))
    edit = Edit(kind, one if there else None, two if here else None)
    assert " ".join(" ".join(pair) for pair in edited(edit)) == words


def test_where_nobody_was_first_nothing_was_dropped() -> None:
    one, two = (make_report("a", word).passage(0, len(word)) for word in ("with", "without"))
    assert edited(Edit(EditKind.NEGATION, one, two), ("R1", "R2")) == (("in R1", "with"), ("in R2", "without"))
    assert edited(Edit(EditKind.HEDGE, None, two), ("R1", "R2")) == (("only in R2", "without"),)


def test_a_long_edit_is_told_by_its_beginning() -> None:
    text = "one two three " * 20
    ((ours, theirs),) = edited(Edit(EditKind.CUT, make_report("a", text).passage(0, len(text)), None))
    assert ours == "dropped"
    assert theirs.endswith(" …")
    assert len(theirs) <= LONGEST_EDIT + 2
    assert text.startswith(theirs.removesuffix(" …"))


def test_a_change_in_one_line() -> None:
    dossier = dam_story()
    register = Register(dossier)
    assert changed(found(dossier)[0], register) == "who says it: dropped “the regional police said” (R3, from R1)"


def test_pairs_turn_links_to_the_way_the_words_went() -> None:
    dossier = dam_story()
    links = [link for link in dossier.relations.links if link.report != "gazette"]
    (link,) = (link for link in dossier.relations.links if link.report == "gazette")
    turned = tuple((there, here) for here, there in link.passages)
    other = Link("courier", LinkKind.COPIED, "gazette", None, 0.4, turned)
    changed_story = replace(dossier, relations=replace(dossier.relations, links=(*links, other)))
    assert pairs(changed_story) == pairs(dossier)


def test_parts_of_a_passage_are_its_words() -> None:
    (pair, *_) = pairs(dam_story())
    for here, there in pair.passages:
        for side in (here, there):
            assert "".join(part.words for part in parts(side, pair.edits)) == side.words
    source = pair.passages[0][1]
    assert [part.words for part in parts(source, pair.edits) if part.kind] == [
        "at least ",
        ", the regional police said",
    ]


def test_data_for_the_script_is_numbers() -> None:
    dossier = dam_story()
    data = json.loads(packed(pairs(dossier), Register(dossier)))
    assert set(data) == {"R3 R1", "R4 R3", "R6 R5"}
    directed, percent, passages, edits, added, cut = data["R3 R1"]
    assert (directed, percent, len(passages), len(edits)) == (1, 71, 3, 4)
    assert data["R6 R5"][0] == 0
    assert all(isinstance(number, int) for row in (*passages, *edits, *added, *cut) for number in row)
    assert len(json.loads(kinds())) == len(EditKind)


def test_owners_of_several_origins_are_named() -> None:
    dossier = dam_story()
    view = origins_view(dossier, Register(dossier))
    assert [(owner, [house.name for house in houses]) for owner, houses in view.owners] == [
        ("Upland Media", ["Vell Gazette", "The Islander or Shore Weekly"])
    ]
    assert [origin.name for origin in view.cited] == ["Strait Radio"]
    assert view.taken == 2


@pytest.mark.parametrize(
    ("own", "other", "place"),
    [
        ("The dam broke, police said, at dawn.", "The dam broke at dawn.", "The dam broke"),
        ("Police said the dam broke.", "The dam broke.", ""),
        ("The dam broke, police said.", "The dam broke.", "The dam broke"),
        ("He left. He may return. He left.", "He left. He left.", "He left."),
        ("A quiet day. Then he allegedly ran.", "Then he ran.", "Then he"),
        ("Nobody came allegedly.", "", ""),
    ],
)
def test_the_place_of_what_is_lacking_is_between_the_same_words(own: str, other: str, place: str) -> None:
    dropped = next(word for word in (", police said", "Police said", "He may return.", "allegedly") if word in own)
    start = own.index(dropped)
    assert other[: _mapped(own, other, start, start + len(dropped))] == place
