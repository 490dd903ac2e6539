"""Who speaks in fictional German and French texts, which have no parse: the actors of their quotations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.model.relation import Actor, ActorKind
from crosswire.relate.actors.actors import resolve_actors
from parsed import lexicons, report_of
from ruled import read

GERMAN = [  # text; (source, its actor) of each quotation
    (  # a surname alone is the person whom the text has in full, also in a sentence without quotation
        "Der Seglerin Samantha Lund gehört die Werft. „Der Damm hält“, sagte Lund.",
        [("Lund", "Samantha Lund")],
    ),
    (  # a surname alone that the text never has behind an article is a name
        "„Der Damm hält die ganze Nacht“, sagte Quarn. Gegen Quarn tritt niemand an.",
        [("Quarn", "Quarn")],
    ),
    (  # office, owner and party are no part of the name; "Hafmann" ends as a noun does and is none
        "„Der Damm hält die ganze Nacht“, sagt Tarns Arbeitsministerin Heike Hafmann (TVP).",
        [("Tarns Arbeitsministerin Heike Hafmann (TVP)", "Heike Hafmann")],
    ),
    (
        "„Der Damm hält die ganze Nacht“, sagte Johanna Lund von der Universität Tarn.",
        [("Johanna Lund von der Universität Tarn", "Johanna Lund")],
    ),
    (  # bodies: an article is no part of the name, a genitive none of its form
        "Nach Angaben des Statistischen Landesamtes leben dort 300 Menschen. Die Polizei teilte mit, der Damm halte.",
        [("des Statistischen Landesamtes", "Statistisches Landesamt"), ("Die Polizei", "Polizei")],
    ),
    (
        "Anwohner berichten, dass der Damm bebte.",
        [("Anwohner", "Anwohner")],
    ),
    (  # "er" and "der Forscher" are who spoke last; "sie" is not a man
        "„Der Damm hält die ganze Nacht“, sagte Matthias Lund. „Er ist alt“, fügte er hinzu.",
        [("Matthias Lund", "Matthias Lund"), ("er", "Matthias Lund")],
    ),
    (
        "„Der Damm hält die ganze Nacht“, sagte Matthias Lund. „Die Tore sind zu“, erklärte der Forscher.",
        [("Matthias Lund", "Matthias Lund"), ("der Forscher", "Matthias Lund")],
    ),
    (
        "„Der Damm hält die ganze Nacht“, sagte Matthias Lund. „Er ist alt“, sagte sie.",
        [("Matthias Lund", "Matthias Lund"), ("sie", None)],
    ),
    (  # nothing tells whether Quarn is a woman
        "„Der Damm hält die ganze Nacht“, sagte Quarn. „Er ist alt“, sagte sie.",
        [("Quarn", "Quarn"), ("sie", None)],
    ),
    (  # an office behind two capitals: somebody new, in the same sentence
        "Karsten Lund lobte den Damm. Das sieht Quirl Marn, Leiter der Werft, auch so: „Er ist sehr alt“, sagte er.",
        [("er", "Quirl Marn")],
    ),
    (  # two who may be meant
        "Matthias Lund und Karsten Marn kamen zum Damm. „Er ist alt“, sagte er.",
        [("er", None)],
    ),
]
FRENCH = [
    ("« La digue tient toute la nuit », a déclaré Ada Lund. « Elle est vieille », a ajouté Lund.", ["Ada Lund"] * 2),
    ("La préfecture affirme que la digue tient.", ["préfecture"]),
]


def told(text: str, code: str) -> tuple[list[tuple[str | None, str | None]], dict[str, Actor], list[str | None]]:
    """The sources with the names of their actors, the actors by name, and why a speaker is not known."""
    actors, quotations = resolve_actors(
        [replace(report_of(text), language=code)], [read(text, code)], lexicons=lexicons()
    )
    names = {actor.id: actor.name for actor in actors}
    pairs = [(q.source.words if q.source else None, names.get(q.speaker or "")) for q in quotations]
    return pairs, {actor.name: actor for actor in actors}, [q.unresolved for q in quotations]


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_german_sources_are_actors(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text, "de")[0] == expected


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french_sources_are_actors(text: str, expected: list[str]) -> None:
    assert [name for _, name in told(text, "fr")[0]] == expected


def test_a_title_in_the_genitive_is_shown_as_it_is_by_itself() -> None:
    text = "Nach Angaben des zuständigen Oberstaatsanwalts Mario Marn hält der Damm."
    assert told(text, "de")[1]["Mario Marn"].roles == ("Oberstaatsanwalt",)


def test_a_noun_with_an_article_is_no_person() -> None:
    _, actors, _ = told("Die Hoffnung ist groß. „Der Damm hält die ganze Nacht“, sagte Hoffnung.", "de")
    assert all(actor.kind is not ActorKind.PERSON for actor in actors.values())


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Die BBC berichtete, der Damm sei gebrochen.", True),
        ("Der britische Sender BBC schrieb, der Damm sei gebrochen.", True),
        ("Die TLB teilte mit, der Damm sei gebrochen.", False),
    ],
)
def test_a_medium_that_only_reported_it_is_no_speaker(text: str, medium: bool) -> None:
    pairs, _, why = told(text, "de")
    assert len(pairs) == 1
    assert (pairs[0][1] is None) is medium
    assert ("is the medium that reported it" in (why[0] or "")) is medium
