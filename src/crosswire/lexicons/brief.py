"""What a sentence of a brief may not hang on, and what makes a headline a poor title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LEANING = ("whoever", "further", "counting", "spans", "nearby", "alike", "inferred", "bodies")


@dataclass(frozen=True, slots=True)
class Course:
    """How far a case, or somebody who is hurt, has come. `steps`: for each, in order, verbs (lemmas) and phrases.

    `lasting`, `released`, `unnamed` are phrases in lower case; `dead`, `naming` verbs; `perhaps` helping verbs;
    `ended` verbs and `accused` nouns: "the gunman was killed".
    """

    steps: tuple[tuple[frozenset[str], tuple[str, ...]], ...]
    ended: frozenset[str]
    accused: frozenset[str]
    perhaps: frozenset[str]
    lasting: tuple[str, ...]
    released: tuple[str, ...]
    dead: frozenset[str]
    unnamed: tuple[str, ...]
    naming: frozenset[str]


@dataclass(frozen=True, slots=True)
class BriefWords:
    """The lexicon `brief.toml`. All words in lower case; `known` and `caption_verbs` are lemmas."""

    tying_adverbs: frozenset[str]
    tying_phrases: tuple[str, ...]
    known: frozenset[str]  # nouns that need no introduction after "the"
    teasers: frozenset[str]
    arguing: frozenset[str]
    openings: tuple[str, ...]
    stations: frozenset[str]
    unfinished: frozenset[str]
    appeals: tuple[str, ...]
    sides: frozenset[str]
    caption_verbs: frozenset[str]
    course: Course
    whoever: frozenset[str]  # nouns for people, of whom "the second" or "another" needs a first
    further: frozenset[str]
    counting: frozenset[str]
    spans: frozenset[str]
    nearby: frozenset[str]
    alike: frozenset[str]
    inferred: frozenset[str]
    bodies: frozenset[str]  # "the board": which board, a sentence before must say


def brief_words(data: Mapping[str, Any]) -> BriefWords:
    """The lexicon made of the parsed `brief.toml`."""
    titles = data["titles"]
    return BriefWords(
        tying_adverbs=frozenset(data["ties"]["adverbs"]),
        tying_phrases=tuple(data["ties"]["phrases"]),
        known=frozenset(data["known"]["nouns"]),
        teasers=frozenset(titles["teasers"]),
        arguing=frozenset(titles["arguing"]),
        openings=tuple(titles["openings"]),
        stations=frozenset(titles["stations"]),
        unfinished=frozenset(titles["unfinished"]),
        appeals=tuple(data["appeals"]["phrases"]),
        sides=frozenset(data["captions"]["sides"]),
        caption_verbs=frozenset(data["captions"]["verbs"]),
        course=_course(data["course"]),
        **{name: frozenset(data["leaning"][name]) for name in LEANING},
    )


def _course(data: Mapping[str, Any]) -> Course:
    return Course(
        steps=tuple((frozenset(data[s]["verbs"]), tuple(data[s]["phrases"])) for s in data["steps"]),
        ended=frozenset(data["ended"]),
        accused=frozenset(data["accused"]),
        perhaps=frozenset(data["perhaps"]),
        lasting=tuple(data["lasting"]),
        released=tuple(data["released"]),
        dead=frozenset(data["dead"]),
        unnamed=tuple(data["unnamed"]),
        naming=frozenset(data["naming"]),
    )
