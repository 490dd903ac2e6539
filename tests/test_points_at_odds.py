"""Conflicts between reports that are of two people, or of a whole year, are none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.brief.dossier import write_dossier
from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import PointKind, PointRelation
from crosswire.relate.points.at_odds import of_one_case
from crosswire.relate.points.versions import Draft, Member
from crosswire.write.bearing import bearing as borne_by
from crosswire.write.sources import Register
from point_stories import bearing, relations, row


def conflicts(first: str, second: str) -> int:
    """How many conflicts the two reports have."""
    rows = (row("Courier", "2031-03-04", first), row("Post", "2031-03-04", second))
    return sum(point.relation is PointRelation.CONFLICT for point in relations(rows).points)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "Marek Sandor is held in the Velden jail with no bail set.",
            "Marek Sandor is held in the Velden jail with bail set at $900.",
            0,  # what reports tell themselves may be of two days
        ),
        (
            "Marek Sandor is held in the Velden jail with no bail set.",
            "Pavel Horn is held in the Velden jail with bail set at $900.",
            0,
        ),
        ("Nine people died in the fire, Mayor Ana Lupo said.", "Ten people died in the fire, Mia Tarn said.", 1),
        ("Seven people were hurt on the quay.", "Six people were hurt by gunfire on the quay.", 0),
        ("Seven people were hurt on the quay.", "Six people were hurt on the quay, and another was hurt in a fall.", 0),
        ("A gunman killed one officer in Velden.", "A gunman killed three officers in Velden.", 1),
        ("A gunman killed one officer in Velden.", "Nationwide, 34 officers were killed by gunmen.", 0),
        ("As of Friday, nine people had died in the flood.", "As of Friday, ten people had died in the flood.", 1),
    ],
)
def test_only_what_is_told_of_one_matter_is_at_odds(first: str, second: str, expected: int) -> None:
    assert conflicts(first, second) == expected


def test_a_street_spelt_in_two_ways_is_no_conflict() -> None:
    assert not conflicts("The shop on Harrow Street burned.", "The shop on Harow Street burned.")


def test_a_brief_sentence_of_which_others_have_one_clause_says_which() -> None:
    first = "The Orlo dam broke on Monday as the council quarrelled over the price of a new harbour wall and its gates."
    second = "The Orlo dam broke on Monday while divers searched the lower sluice for a camera and two lost lamps."
    rows = (row("Courier", "2031-03-04", first), row("Post", "2031-03-04", second))
    dossier = write_dossier(relations(rows), lexicons=load_lexicons())
    lines = [borne_by(told, dossier, Register(dossier)) for told in dossier.brief if len(told.citations) > 1]
    assert lines
    assert all(line.startswith("“The Orlo dam broke on Monday”: 2 origins") for line in lines)


def test_another_number_to_call_is_no_other_print() -> None:
    first = "Anyone with information about the fire is asked to call the Velden police at 555-410-2277."
    assert not conflicts(first, first.replace("410-2277", "390-1164"))


def update(*texts: str) -> Draft:
    """An update whose first version is the first text's, and the second that of all others."""
    members = tuple(Member(n, s.passage) for n, s in enumerate(bearing(*texts)[0].slots))
    return Draft(PointKind.STATE, PointRelation.UPDATE, (members[:1], members[1:]), ("",), latest=1)


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (
            (
                "Nobody was held.",
                "Pavel Horn was charged with murder.",
                "Pavel Horn was charged on Monday.",
                "Mia Tarn was charged with theft.",
            ),
            {0, 1, 2},
        ),
        (("Nobody was held.", "Pavel Horn was charged with murder.", "Mia Tarn was charged with theft."), {0, 1, 2}),
        (
            (
                "Mia Tarn was held.",
                "Pavel Horn was charged with murder.",
                "Pavel Horn was charged on Monday.",
            ),
            None,
        ),
    ],
)
def test_an_update_is_of_those_whom_most_of_its_reports_name(texts: tuple[str, ...], kept: set[int] | None) -> None:
    found = of_one_case(update(*texts), bearing(*texts)[1])
    assert (None if found is None else {m.sentence for m in found.members()}) == kept


def test_a_number_that_only_one_print_has_is_no_other_print() -> None:
    first = "Marek Sandor is charged with arson over the fire that killed Pavel Horn on the northern quay in Velden."
    assert not conflicts(first, first.replace("on the northern quay", "at 665 Harbour Lane on the northern quay"))


def test_a_print_that_changed_two_things_is_another_print() -> None:
    first = "Nine people were killed in the fire on the northern quay in Velden on Monday, the harbour master said."
    assert conflicts(first, first.replace("Nine", "Six").replace("Monday", "Tuesday"))


def test_words_that_stand_for_an_update_are_among_its_statements() -> None:
    texts = (
        "Nobody was held.",
        "Mia Tarn was charged.",
        "Pavel Horn was charged on Monday.",
        "Pavel Horn was charged.",
    )
    draft = update(*texts)
    found = of_one_case(replace(draft, shown={1: draft.versions[1][0]}), bearing(*texts)[1])
    assert found is not None
    assert found.shown == {}
