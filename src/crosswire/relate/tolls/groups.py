"""Groups of the dead that a report tells apart, by their places or by "more": they add up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from crosswire.lexicons.counted import Counted
from crosswire.model.annotation import Annotation, Casualty
from crosswire.model.report import Report


@dataclass(frozen=True, slots=True)
class Groups:
    """`apart`: counts of one report that add up. `beyond`: those told as more. `alone`: no other count is told."""

    apart: tuple[Casualty, ...] = ()
    beyond: tuple[Casualty, ...] = ()
    alone: bool = False


def groups_of(report: Report, annotation: Annotation, killed: Sequence[Casualty], counted: Counted) -> Groups:
    """The groups of the dead in a report; none where no places and no "more" tell them apart.

    "Two were killed inside the house and two outside": 2 and 2. "Four were killed. A fifth died in hospital": 4 and 1.
    "Two more died in the garden", and no other number: 2 beyond what was told. Counter-examples: "two dead, including
    a child", "two dead, one of them outside", "five died in the crash, two at the scene".
    """
    words = _words(counted)
    counts = [c for c in killed if c.noun is None]
    plain = [c for c in counts if not _is_beyond(c, report.text, words)]
    beyond = tuple(sorted(_beyond(report.text, annotation, killed, words), key=lambda c: c.start))
    for base in plain:
        if other := _beside(base, report.text, annotation, counted):
            return Groups((base, other), beyond)
    for base in reversed(plain):
        after = [c for c in beyond if c.start >= base.end and _adjoins(base, c) and _follows(base, c)]
        if after:
            return Groups((base, after[0]), beyond)
    return Groups((), beyond, alone=not plain and any(c.noun is None for c in beyond))


def _adjoins(one: Casualty, two: Casualty) -> bool:
    """True for two of one sentence or of adjoining ones."""
    return one.sentence is not None and two.sentence is not None and 0 <= two.sentence - one.sentence <= 1


def _follows(base: Casualty, other: Casualty) -> bool:
    """True unless the other is numbered, and not by the number after the base: "a fifth" follows four."""
    return other.further <= 1 or (base.low is not None and other.further == base.low + 1)


def _beyond(
    text: str, annotation: Annotation, killed: Sequence[Casualty], words: dict[str, re.Pattern[str]]
) -> Iterator[Casualty]:
    """The counts and persons that are told as more: "two more died", "a fifth man died", "another died"."""
    taken = {casualty.start for casualty in killed}
    for casualty in killed:
        sentence = annotation.sentences[casualty.sentence or 0]
        if words["earlier"].search(text, sentence.start, sentence.end):
            continue
        if casualty.further or (casualty.noun is None and _is_beyond(casualty, text, words)):
            yield casualty
    for number, sentence in enumerate(annotation.sentences):
        found = words["another"].match(text, sentence.start, sentence.end)
        if found and found.start() not in taken and not words["earlier"].search(text, sentence.start, sentence.end):
            start, end = found.span("who")
            yield Casualty(annotation.report, start, end, text[start:end], "killed", 1.0, 1.0, sentence=number)


def _is_beyond(casualty: Casualty, text: str, words: dict[str, re.Pattern[str]]) -> bool:
    """True for "two more", "another two people", "two further bodies"."""
    return bool(words["beyond"].search(casualty.words) or words["beyond_after"].match(text, casualty.end))


def _beside(base: Casualty, text: str, annotation: Annotation, counted: Counted) -> Casualty | None:
    """The count of another place that a sentence joins to one: "(two died inside) and two outside".

    Counter-example: "and two in the garden were hurt".
    """
    if base.sentence is None:
        return None
    words, sentence = _words(counted), annotation.sentences[base.sentence]
    found = words["beside"].match(text, base.end, sentence.end)
    if not found or words["within"].search(text, sentence.start, found.end()):
        return None
    if words["spared"].search(text, found.end(), sentence.end):
        return None
    places = [place.group().lower() for place in words["place"].finditer(found["first"])]
    if not places or found["place"].lower() in places:
        return None
    start, end = found.span("number")
    spelt = found["number"].lower()
    value = float(counted.small.get(spelt) or int(spelt))
    return replace(base, start=start, end=end, words=text[start:end], low=value, high=value, figure=None)


@lru_cache(maxsize=4)
def _words(counted: Counted) -> dict[str, re.Pattern[str]]:
    """The patterns, by what they find."""
    place = rf"\b(?:{'|'.join(counted.apart['places'])})\b"
    beyond = rf"\b(?:{'|'.join(counted.apart['beyond'])})\b"
    dying = rf"(?:{'|'.join(counted.apart['dying'])})"
    number = rf"(?P<number>\d{{1,3}}|{'|'.join(counted.small)})"
    people = rf"(?:\s+(?:{'|'.join(sorted({*counted.people, *counted.plural_people}))}))?"
    link = rf"(?:{'|'.join(counted.apart['links'])})"
    patterns = {
        "place": place,
        "beyond": beyond,
        "beyond_after": rf"\s+{beyond}",
        "within": rf"\b(?:{'|'.join(counted.apart['within'])})\b",
        "spared": rf"\b(?:{'|'.join((*counted.signs['hurt'], *counted.apart['spared']))})\b",
        "earlier": rf"\b(?:{'|'.join(counted.apart['earlier'])})\b",
        "beside": rf"(?P<first>[^,;]*?){link}\s+{number}{people}(?:\s+{dying})?\s+(?:later\s+)?(?P<place>{place})",
        "another": rf"(?P<who>another|(?:one|a) (?:more|further) \w+|one more)\s+(?:later\s+)?(?!dead\b){dying}\b",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}
