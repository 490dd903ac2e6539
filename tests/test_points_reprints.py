"""Prints of one text that don't say the same: versions in the ledger, and which of them the brief takes."""

from __future__ import annotations

import pytest

from crosswire.brief.dossier import write_dossier
from crosswire.lexicons.load import load_lexicons
from crosswire.model.dossier import Dossier
from crosswire.model.relation import PointRelation
from crosswire.relate.points.reprints import Reprints
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.write.bearing import bearing
from crosswire.write.sources import Register
from point_stories import all_slots, relations

BEFORE = "VELDEN (Wire) — A barge with {} sank near the Orlo lock in Velden on Monday night, the harbour office said."
TEXT = (
    BEFORE,
    "The crew of the barge had not reached the shore of the island by dawn.",
    "Divers from Tarn looked at the hull for three hours and found a crack under the engine room.",
    "The owner, Pavel Horn, may have sold the barge in winter to a firm from Tarn.",
)


def prints(*changes: tuple[str, str]) -> Dossier:
    """A report and a later print of it for each change, all of one agency's text."""
    first = tuple(line.format("about 600 sheep") for line in TEXT)
    rows = [("Velden Courier", "2031-03-04T08:00:00Z", "", first)]
    houses = ("Northern Post", "Radio Tarn", "Lock Gazette")
    for hour, (house, (old, new)) in enumerate(zip(houses, changes, strict=False), 9):
        rows.append((house, f"2031-03-04T{hour:02}:00:00Z", "", tuple(line.replace(old, new) for line in first)))
    return write_dossier(relations(tuple(rows)), lexicons=load_lexicons())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("about 600 sheep", "more than 6,000 sheep"),
        ("had not reached", "had reached"),
        ("near the Orlo lock", "near the Sarn lock"),
        ("Monday night", "Sunday night"),
    ],
)
def test_copy_that_says_otherwise_is_another_version(old: str, new: str) -> None:
    dossier = prints((old, new))
    told = [
        (s.version, s.passage.words)
        for p in dossier.relations.points
        if p.relation is PointRelation.CONFLICT
        for s in p.statements
    ]
    sides = [{version for version, words in told if side in words} for side in (old, new)]
    assert sorted(map(len, sides)) == [1, 1]
    assert sides[0] != sides[1]
    for point in dossier.relations.points:
        counted = [s for s in point.statements if s.counts]
        mine, other = ({s.version for s in counted if side in s.passage.words} for side in (old, new))
        assert mine.isdisjoint(other)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("about 600 sheep", "more than 6,000 sheep", True),
        ("had not reached", "had reached", False),  # denied against told, one print each: both sides or neither
    ],
)
def test_brief_cites_nothing_that_says_otherwise(old: str, new: str, told: bool) -> None:
    brief = prints((old, new)).brief
    assert any(old in line.words for line in brief) is told
    assert told or not any(new in line.words for line in brief)
    for line in brief:
        cited = " ".join(c.words for c in line.citations)
        assert not (old in cited and new in cited)


def test_brief_takes_what_most_prints_say() -> None:
    brief = prints(("about 600 sheep", "more than 6,000 sheep"), ("Monday", "Monday")).brief
    told = [line.words for line in brief if "sheep" in line.words]
    assert "about 600" in told[0]


def test_print_that_lost_a_hedge_stands_for_nobody() -> None:
    dossier = prints(("may have sold", "sold"))
    words = [line.words for line in dossier.brief if "Pavel Horn" in line.words]
    assert all("may have sold" in line for line in words)
    shown = [v.value or "" for p in dossier.relations.points for v in p.versions if "sold" in (v.value or "")]
    assert shown
    assert all("may have" in value for value in shown)


@pytest.mark.parametrize(
    ("one", "two", "barer"),
    [
        ("The owner sold the barge to a firm.", "The owner allegedly sold the barge to a firm.", True),
        ("The owner allegedly sold the barge to a firm.", "The owner sold the barge to a firm.", False),
        ("The owner sold the barge to a firm.", "The owner sold the barge to a firm.", False),
    ],
)
def test_hedge_that_only_others_have(one: str, two: str, barer: bool) -> None:
    reprints = Reprints(Neighbourhood(all_slots(one, two), {}), load_lexicons())
    assert reprints.barer(0, [0, 1]) is barer


def test_hedge_that_one_of_three_prints_put_in() -> None:
    texts = ("The owner sold the barge to a firm.",) * 3
    slots = all_slots(*texts, "The owner allegedly sold the barge to a firm.")
    assert not Reprints(Neighbourhood(slots, {}), load_lexicons()).barer(0, range(4))


def test_two_events_told_alike_are_no_prints() -> None:
    slots = all_slots(
        "Police in Velden arrested Ana Lupo on Monday.", "A court freed Ida Brandt, who sails, on Monday."
    )
    assert not Reprints(Neighbourhood(slots, {}), load_lexicons()).contrary(0, 1)


def test_line_on_one_voice_says_so() -> None:
    rows = (
        (
            "Velden Courier",
            "2031-03-04",
            "",
            ("The Orlo dam broke because of a crack in its wall, Mayor Ana Lupo said.",),
        ),
        (
            "Northern Post",
            "2031-03-05",
            "",
            ("Mayor Ana Lupo said the Orlo dam broke because of a crack in its wall.",),
        ),
    )
    dossier = write_dossier(relations(rows), lexicons=load_lexicons())
    line = bearing(dossier.brief[0], dossier, Register(dossier))
    assert line.startswith("one voice: Ana Lupo, carried by 2 origins")


def test_what_fewer_prints_say_stands_only_beside_what_most_say() -> None:
    brief = prints(("had not reached", "had reached"), ("Monday", "Monday")).brief
    told = [line.words for line in brief if "reached" in line.words]
    assert told
    assert any("had not reached" in words for words in told)
