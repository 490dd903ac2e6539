"""What each report of a story tells of the killed and injured, put so that numbers can be weighed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crosswire.lexicons.counted import Counted
from crosswire.lexicons.names import Names
from crosswire.model.annotation import Annotation, Casualty
from crosswire.model.report import Report
from crosswire.relate.tolls.groups import Groups, groups_of
from crosswire.relate.tolls.lowered import lowered_of
from crosswire.relate.tolls.people import Someone, people_in

LEAD = 4  # sentences
WHATS = ("killed", "injured", "shot", "victim")
Numbers = dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report: numbers told in its headline, in its first sentences and anywhere, people told one by one.

    `none`: what it says happened to nobody.
    """

    report: str
    headline: Numbers
    lead: Numbers
    told: Numbers
    people: tuple[Someone, ...]
    casualties: tuple[Casualty, ...]
    others: tuple[int, ...]
    nth: int
    sums: Numbers
    on_top: bool
    fatal: bool
    hurt: bool
    own_hand: bool
    nobody_died: bool
    both_ways: bool
    natural: bool
    violent: bool
    several: bool
    groups: Groups
    lowered: Mapping[str, Casualty]
    none: frozenset[str]

    @property
    def suspects_killed(self) -> int:
        """How many of who are taken to have done it are told of as dead."""
        return sum(person.suspect and person.killed for person in self.people)

    def on_lead(self, what: str) -> int:
        """How many single people the first sentences tell of as killed, or as injured."""
        those = [p for p in self.people if (p.killed if what == "killed" else p.hurt)]
        return sum(any(c.sentence is not None and c.sentence < LEAD for c in p.told) for p in those)

    def number(self, what: str) -> int | None:
        """The commonest number told in sentences, of equals the first; None without one."""
        numbers = self.told[what]
        return _commonest(numbers) if numbers else None


def evidence_of(report: Report, annotation: Annotation, counted: Counted, names: Names) -> Evidence:
    """What one report tells; what it tells of other events and earlier years is left out."""
    kept = [c for c in annotation.casualties if not _elsewhere(c, report, annotation, counted)]
    text = " ".join((report.headline or "", report.text)).lower()
    singles = [c for c in kept if c.sentence is not None]
    headline = [c for c in kept if c.sentence is None]
    counts = [c for c in singles if c.noun is None]
    return Evidence(
        report.id,
        headline=_numbers(headline),
        lead=_numbers([c for c in counts if c.sentence is not None and c.sentence < LEAD]),
        told=_numbers(counts),
        people=people_in([c for c in singles if c.noun is not None], counted.suspects, names),
        casualties=tuple(kept),
        others=tuple(value_of(c) for c in counts if re.search(r"\bothers?\b", c.words.lower())),
        sums={what: _sums([c for c in counts if c.what == what]) for what in WHATS},
        nth=max((c.further for c in kept if c.further > 1), default=0),
        on_top=_on_top(report.headline or "", kept, counted),
        fatal=bool(_words(counted.signs["fatal"]).search(text)),
        hurt=bool(_words(counted.signs["hurt"]).search(text)),
        own_hand=bool(_words(counted.signs["own_hand"]).search(text)),
        nobody_died=bool(_words(counted.signs["nobody_died"]).search(text)),
        both_ways=bool(_words(counted.signs["both_ways"]).search(text)),
        natural=bool(_words(counted.signs["natural"]).search(text)),
        violent=bool(_words(counted.signs["violent"]).search(text)),
        several=bool(_words(counted.signs["several"]).search(report.headline or "")),
        groups=groups_of(report, annotation, [c for c in singles if c.what == "killed"], counted),
        lowered=lowered_of(report, annotation, counts, counted),
        none=frozenset(w for w in WHATS[:2] if _words(counted.signs[f"none_{w}"]).search(text)),
    )


def _on_top(headline: str, kept: Sequence[Casualty], counted: Counted) -> bool:
    """True where the killed or injured are what a report is about: told in its first sentences, or by the headline.

    "Man arrested in Sunday's shooting", with a child hurt in the ninth sentence. Counter-example: "Ministers meet in
    Velden", with an old war in the ninth.
    """
    if any(c.sentence is None or c.sentence < LEAD for c in kept):
        return True
    if any(_words(counted.signs[sign]).search(headline) for sign in ("fatal", "hurt")):
        return True
    return bool(kept) and bool(_words(counted.signs["violent"]).search(headline))


def sign_of(text: str, sign: str, counted: Counted) -> tuple[int, int] | None:
    """Where the first sign of a kind stands in a text."""
    found = _words(counted.signs[sign]).search(text)
    return found.span() if found else None


def value_of(casualty: Casualty) -> int:
    """The number of a casualty: its least, or its most where that alone is told."""
    return int(casualty.low if casualty.low is not None else casualty.high or 0)


def _numbers(casualties: Sequence[Casualty]) -> Numbers:
    return {what: tuple(value_of(c) for c in casualties if c.what == what) for what in WHATS}


def _sums(casualties: Sequence[Casualty]) -> tuple[int, ...]:
    """What two counts of one sentence make together: "two were found dead in the cabin and two on deck"."""
    pairs = ((a, b) for n, a in enumerate(casualties) for b in casualties[n + 1 :] if a.sentence == b.sentence)
    return tuple(value_of(a) + value_of(b) for a, b in pairs if " of " not in f"{a.words} {b.words}")


def _commonest(numbers: Sequence[int]) -> int:
    counts = Counter(numbers)
    return min(counts, key=lambda number: (-counts[number], numbers.index(number)))


def _elsewhere(casualty: Casualty, report: Report, annotation: Annotation, counted: Counted) -> bool:
    """True for what a sentence says of a year, of another event, or an earlier version of the report told."""
    other = _words(counted.signs["elsewhere"])
    if casualty.sentence is None:
        return bool(other.search(report.headline or ""))
    if any(part.start <= casualty.start < part.end for part in report.earlier):
        return True
    sentence = annotation.sentences[casualty.sentence]
    return bool(other.search(report.text, sentence.start, sentence.end))


@lru_cache(maxsize=16)
def _words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
