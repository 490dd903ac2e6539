"""What concerns one actor of a fictional story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.brief.about import about_actor, mentions_of
from crosswire.brief.dossier import write_dossier
from crosswire.lexicons.load import load_lexicons
from crosswire.model.dossier import Request
from crosswire.model.relation import Actor, ActorKind
from point_stories import dam


def actor_named(name: str) -> str:
    return next(actor.id for actor in dam().actors if actor.name == name)


@pytest.mark.parametrize("name", ["Pavel Horn", "Horn", "pavel horn", "the  Pavel Horn", "Horn’s", "Pavel"])
def test_any_name_will_do(name: str) -> None:
    assert about_actor(name, dam()).actor == actor_named("Pavel Horn")


def test_points_that_concern_the_actor() -> None:
    found = about_actor("Ida Brandt", dam())
    told = [p for p in dam().points if p.id in found.points]
    assert told
    assert any("ignored cracks" in s.passage.words for p in told for s in p.statements)
    assert not any("gymnasium" in s.passage.words for p in told for s in p.statements)


def test_nearest_names_of_a_name_that_nobody_has() -> None:
    found = about_actor("Pawel Horne", dam())
    assert (found.actor, found.points, found.several) == (None, (), False)
    assert found.nearest[0] == "Pavel Horn"


def test_without_a_name_like_it_those_most_spoken_of() -> None:
    found = about_actor("Xyzzq", dam())
    spoken = {a.name: len(a.mentions) for a in dam().actors if a.kind is not ActorKind.UNNAMED}
    assert [spoken[name] for name in found.nearest] == sorted(spoken.values(), reverse=True)[:5]


def test_several_of_one_name_are_nobody() -> None:
    other = Actor("a99", "Rosa Horn", ActorKind.PERSON)
    named = tuple(replace(a, mentions=()) if a.name == "Pavel Horn" else a for a in dam().actors)
    found = about_actor("Horn", replace(dam(), actors=(*named, other)))
    assert found.actor is None
    assert found.several
    assert set(found.nearest) == {"Pavel Horn", "Rosa Horn"}


def test_the_brief_is_about_the_actor() -> None:
    dossier = write_dossier(dam(), lexicons=load_lexicons(), request=Request(about="Pavel Horn"))
    assert dossier.asked is not None
    assert dossier.asked.about is not None
    mentions = mentions_of(dossier.asked.about, dam())
    assert dossier.brief
    assert all(any(m.overlaps(s.citations[0]) for m in mentions) for s in dossier.brief)
    assert {p.id for p in dossier.shown} == set(dossier.asked.about.points)
    assert dossier.relations.points == dam().points
    assert dossier.title == write_dossier(dam(), lexicons=load_lexicons()).title


def test_the_other_side_of_a_dispute_need_not_name_the_actor() -> None:
    words = [s.words for s in write_dossier(dam(), lexicons=load_lexicons(), request=Request(about="Brandt")).brief]
    assert any("Ida Brandt said" in w for w in words)
    assert any("rejected accusations" in w for w in words)
