"""The reports that one page holds: which lines are whose, and since when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from crosswire.clean.lines.kinds import own_kind
from crosswire.clean.lines.traits import cut_off, is_sentence
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import Flag, FurnitureKind
from crosswire.model.when import UNKNOWN, When

# Fewer kept words before the first entry are a line that leads in, no report.
FEWEST_LEAD = 25
_HEADING = 25  # words
_HEADER = 12  # lines of a part among which its headline stands
_LOOK = 4  # lines behind a time line among which the entry's text begins
_SOFT = (FurnitureKind.OTHER, FurnitureKind.PULL_QUOTE, FurnitureKind.NAVIGATION)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the reports of a page: its lines `start:end`, its headline, its time, and what shows that it is one.

    `headline` None: it has none of its own and stands under the page's. `lead`: it is the page's own text before the
    first entry, and has the page's header. `own`: lines that the page's data or markup names as its text. `time`: the
    line that gives its time, and perhaps its headline.
    """

    start: int
    end: int
    flag: Flag
    why: str
    headline: str | None = None
    published_at: When = UNKNOWN
    lead: bool = False
    own: frozenset[int] = frozenset()
    time: int | None = None


def is_prose(verdict: Verdict, lexicons: Lexicons) -> bool:
    """True for a kept sentence, and for one that was set aside for nothing but its place on the page."""
    if verdict.kept:
        return True
    if verdict.header or verdict.kind not in _SOFT:
        return False
    words = verdict.line.words
    return is_sentence(words, lexicons.function_words) and own_kind(words, lexicons=lexicons) is None


def is_heading(verdict: Verdict, lexicons: Lexicons) -> bool:
    """True for a line that can be an entry's headline: some words, no sentence, no stock phrase, not broken off."""
    words = verdict.line.words
    count = len(words.split())
    if not 2 <= count <= _HEADING or cut_off(words) or words.endswith((":", ";", ",")):
        return False
    if verdict.kind in (FurnitureKind.CAPTION, FurnitureKind.BYLINE, FurnitureKind.DATE, FurnitureKind.CREDIT):
        return False
    return own_kind(words, lexicons=lexicons) is None and not (
        count > 12 and is_sentence(words, lexicons.function_words)
    )


def first_prose(verdicts: Sequence[Verdict], start: int, end: int, lexicons: Lexicons) -> int | None:
    """The line where the text of the entry that begins at `start` begins, if that is near."""
    return next((i for i in range(start, min(end, start + _LOOK + 1)) if is_prose(verdicts[i], lexicons)), None)


def words_in(verdicts: Sequence[Verdict], start: int, end: int, lexicons: Lexicons) -> int:
    """How many words of the lines are prose."""
    return sum(len(v.line.words.split()) for v in verdicts[start:end] if is_prose(v, lexicons))


def with_lead(parts: Sequence[Part], verdicts: Sequence[Verdict], flag: Flag) -> tuple[Part, ...]:
    """The parts, with the page's own text before the first of them as one more where it is more than a line or two."""
    above = [v.line.words for v in verdicts[: parts[0].start] if v.kept]
    # "OSTRA (AP) — The Latest on the vote (all times local):" leads in and tells nothing.
    if sum(len(words.split()) for words in above if not words.endswith(":")) < FEWEST_LEAD:
        return tuple(parts)
    return (Part(0, parts[0].start, flag, "the page’s text before the first entry", lead=True), *parts)


def part_verdicts(part: Part, verdicts: Sequence[Verdict], lexicons: Lexicons) -> tuple[Verdict, ...]:
    """The verdicts on the part's lines: its headline is one, and what was set aside for its place alone is kept.

    A page's first entries look like furniture to whom the rest of the page is the report.
    """
    return tuple(_settled(part, verdicts, lexicons))


def _settled(part: Part, verdicts: Sequence[Verdict], lexicons: Lexicons) -> Iterator[Verdict]:
    headline = _headline_line(part, verdicts)
    seen: set[str] = set()
    for index in range(part.start, part.end):
        verdict = verdicts[index]
        if index == headline:
            yield replace(verdict, kind=None, header=True, why=f"headline: {part.why}")
        elif index == part.time:
            yield replace(verdict, kind=FurnitureKind.DATE, header=False, why="the time of this entry")
        elif part.lead or verdict.kept:
            yield verdict
        elif index in part.own and not verdict.header:
            yield replace(verdict, kind=None, why=part.why)
        elif is_prose(verdict, lexicons) and verdict.line.words not in seen:
            yield replace(verdict, kind=None, why="a sentence of this entry")
        else:
            yield verdict
        seen.add(verdict.line.words)


def _headline_line(part: Part, verdicts: Sequence[Verdict]) -> int | None:
    if part.headline is None:
        return None
    if part.time is not None and verdicts[part.time].line.words.endswith(part.headline):
        return part.time
    lines = range(part.start, min(part.end, part.start + _HEADER))
    return next((i for i in lines if verdicts[i].line.words == part.headline), None)


def covered(parts: Sequence[Part], verdicts: Sequence[Verdict], lexicons: Lexicons) -> float:
    """The part of the page's prose that stands in the parts."""
    inside = sum(words_in(verdicts, part.start, part.end, lexicons) for part in parts)
    return inside / max(1, inside + sum(len(v.line.words.split()) for v in verdicts[: parts[0].start] if v.kept))


def in_order(places: Mapping[int, int]) -> bool:
    """True when things found at lines come in one order down the page."""
    found = [places[key] for key in sorted(places)]
    return all(a < b for a, b in pairwise(found))
