"""What a sentence of a brief may not hang on, and what makes a headline a poor title."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.tables import at, filled


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How far a case, or somebody who is hurt, has come. `steps`: for each, in order, verbs (lemmas) and phrases.

    `lasting`, `released`, `unnamed`, `open` are phrases in lower case; `dead`, `naming` verbs; `perhaps` helping verbs;
    `relative` times as seen from the report; `saying`, `staying`, `former`, `ahead` lemmas;
    `ended` verbs and `accused` nouns: "the gunman was killed".
    """

    steps: tuple[tuple[frozenset[str], tuple[str, ...]], ...]
    ended: frozenset[str] = at("ended")
    accused: frozenset[str] = at("accused")
    perhaps: frozenset[str] = at("perhaps")
    lasting: tuple[str, ...] = at("lasting")
    released: tuple[str, ...] = at("released")
    dead: frozenset[str] = at("dead")
    unnamed: tuple[str, ...] = at("unnamed")
    naming: frozenset[str] = at("naming")
    open: tuple[str, ...] = at("open")
    saying: frozenset[str] = at("saying")
    staying: frozenset[str] = at("staying")
    former: frozenset[str] = at("former")
    ahead: frozenset[str] = at("ahead")
    relative: re.Pattern[str]  # "six months ago", as seen from the report
    near: re.Pattern[str]  # "this morning"


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefWords:
    """The lexicon `brief.toml`. All words in lower case; `known` and `caption_verbs` are lemmas."""

    tying_adverbs: frozenset[str] = at("ties.adverbs")
    tying_phrases: tuple[str, ...] = at("ties.phrases")
    known: frozenset[str] = at("known.nouns")  # nouns that need no introduction after "the"
    teasers: frozenset[str] = at("titles.teasers")
    arguing: frozenset[str] = at("titles.arguing")
    openings: tuple[str, ...] = at("titles.openings")
    stations: frozenset[str] = at("titles.stations")
    unfinished: frozenset[str] = at("titles.unfinished")
    appeals: tuple[str, ...] = at("appeals.phrases")
    aside: tuple[str, ...] = at("aside.phrases")
    empty: frozenset[str] = at("again.empty")
    cut: frozenset[str] = at("cut.words")  # whose full stop ends no sentence: "Dist."
    distances: frozenset[str] = at("where.distances")
    asking: frozenset[str] = at("titles.asking")  # "our reporter spoke with the mother"
    caption_openings: tuple[str, ...] = at("captions.openings")
    sides: frozenset[str] = at("captions.sides")
    caption_verbs: frozenset[str] = at("captions.verbs")
    course: Course
    whoever: frozenset[str] = at("leaning.whoever")  # nouns for people, of whom "the second" or "another" needs a first
    further: frozenset[str] = at("leaning.further")
    counting: frozenset[str] = at("leaning.counting")
    spans: frozenset[str] = at("leaning.spans")
    nearby: frozenset[str] = at("leaning.nearby")
    answering: frozenset[str] = at("leaning.answering")
    resuming: frozenset[str] = at("leaning.resuming")
    inferred: frozenset[str] = at("leaning.inferred")
    things: frozenset[str] = at("leaning.things")  # "the vehicle": which, a sentence before must say
    more: frozenset[str] = at("leaning.more")  # "three more people"


def brief_words(data: Mapping[str, Any]) -> BriefWords:
    """The lexicon made of the parsed `brief.toml`."""
    return filled(BriefWords, data, course=_course(data["course"]))


def _course(data: Mapping[str, Any]) -> Course:
    steps = tuple((frozenset(data[s]["verbs"]), tuple(data[s]["phrases"])) for s in data["steps"])
    relative, near = (re.compile(rf"\b(?:{'|'.join(data[times])})\b") for times in ("relative", "near"))
    return filled(Course, data, steps=steps, relative=relative, near=near)
