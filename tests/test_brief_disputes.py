"""A dispute that can be read stands in the brief, with both its sides."""

from __future__ import annotations

from crosswire.brief.dossier import write_dossier
from crosswire.lexicons.load import load_lexicons
from crosswire.model.dossier import Length, Request
from crosswire.model.relation import Status
from point_stories import relations, row

COURIER = (
    "The Orlo dam above Velden broke on Monday night and killed seven people, the district council of Velden said.",
    "Hundreds of houses in the lower part of the town were under water on Tuesday, and the school became a shelter.",
    "Mayor Ana Lupo said that Horn's crew had been warned of the crack in the wall on Sunday.",
)
POST = (
    "The Orlo dam above Velden broke on Monday night and killed seven people in the lower part of the town.",
    "Some 300 people had to sleep in the gymnasium of the school in Velden, where soup was served until midnight.",
    "The builder Karl Moss denied that Horn's crew had been warned of the crack in the wall on Sunday.",
)


def test_a_surname_in_it_does_not_leave_a_dispute_out() -> None:
    found = relations((row("Velden Courier", "2031-03-04", *COURIER), row("Northern Post", "2031-03-04", *POST)))
    (point,) = (point for point in found.points if point.status is Status.DISPUTED)
    dossier = write_dossier(found, lexicons=load_lexicons(), request=Request(Length(sentences=4)))
    told = " ".join(sentence.words for sentence in dossier.brief)
    assert [v.id for v in point.versions] == ["a", "b"]
    assert COURIER[2] in told
    assert POST[2] in told
