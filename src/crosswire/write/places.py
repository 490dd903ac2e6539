"""The places of an act of speech in which reports have other words: what each has there, and which reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from crosswire.model.annotation import Quotation
from crosswire.model.passage import Passage
from crosswire.model.relation import Difference, DifferenceKind, Wording

# Kinds in the order in which an editor wants to see them.
SERIOUS: Final = (
    DifferenceKind.CHANGED,
    DifferenceKind.LEFT_OUT,
    DifferenceKind.TRANSLATION,
    DifferenceKind.SYNONYM,
)
WORD = re.compile(r"\w+(?:'\w+)*")
BESIDE = 2  # words on either side by which a place is known in another wording


@dataclass(frozen=True, slots=True)
class Side:
    """What some reports have in one place: the words, "" where they leave them out; one passage that shows it."""

    words: str
    reports: tuple[str, ...]
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place of an act of speech with two or more sides, the kind of the difference between the first two and why."""

    kind: DifferenceKind
    why: str
    sides: tuple[Side, ...]


@dataclass(slots=True)
class _Place:
    """A place under construction: its first difference, and for each side by its surroundings what is there."""

    difference: Difference
    words: dict[str, str] = field(default_factory=dict)
    passages: dict[str, Passage | None] = field(default_factory=dict)
    reports: dict[str, list[str]] = field(default_factory=dict)


class Places:
    """Brings the differences of one act of speech together by place: three wordings of one word are one place."""

    def __init__(self, quotations: Sequence[Quotation], wordings: Sequence[Wording]) -> None:
        self._report = {quotation.id: quotation.report for quotation in quotations}
        self._order = tuple(dict.fromkeys(self._report.values()))
        self._place_of = {report: n for n, report in enumerate(self._order)}
        self._parts = {quotation.id: quotation.verbatim for quotation in quotations}
        self._alike = {id: w.quotations for w in wordings for id in w.quotations}
        heads = [next((id for id in w.quotations if id in self._parts), "") for w in wordings]
        self._texts = {id: f" {' | '.join(_told(p.words) for p in self._parts[id])} " for id in heads if id}

    def of(self, differences: Iterable[Difference]) -> tuple[Place, ...]:
        """The places: those with most to see first."""
        made: list[_Place] = []
        by_key: dict[str, _Place] = {}
        for difference in differences:
            keys = self._keys(difference)
            place = by_key.get(keys[0]) or by_key.get(keys[1])
            if place is None:
                place = _Place(difference)
                made.append(place)
            for key, passage, id in zip(keys, (difference.a, difference.b), self._ids(difference), strict=True):
                by_key.setdefault(key, place)
                self._add(place, key, passage, id)
        places = [Place(place.difference.kind, place.difference.why, self._sides(place)) for place in made]
        return tuple(sorted(places, key=lambda place: SERIOUS.index(place.kind)))

    def _ids(self, difference: Difference) -> tuple[str, str]:
        return difference.quotations or ("", "")

    def _keys(self, difference: Difference) -> tuple[str, str]:
        """What stands around either side with its words: what another wording has, too, if it has the place so."""
        one, other = self._ids(difference)
        a, b = self._around(difference.a, one), self._around(difference.b, other)
        known = a or b
        keys = []
        for side, passage in ((a, difference.a), (b, difference.b)):
            before, after = side or known or ((), ())
            keys.append(" ".join([*before, _told(passage.words) if passage else "", *after]).replace("  ", " "))
        return keys[0], keys[1]

    def _around(self, passage: Passage | None, id: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """The words beside the passage in its part between marks."""
        for part in self._parts.get(id, ()):
            if passage and part.start <= passage.start and passage.end <= part.end:
                before = _words(part.words[: passage.start - part.start])[-BESIDE:]
                after = _words(part.words[passage.end - part.start :])[:BESIDE]
                return tuple(before), tuple(after)
        return None

    def _add(self, place: _Place, key: str, passage: Passage | None, id: str) -> None:
        if key not in place.words:
            place.words[key], place.passages[key] = one_line(passage), passage
            place.reports[key] = []
        own = [passage.report] if passage and passage.report in self._place_of else []
        place.reports[key] += [self._report[one] for one in self._alike.get(id, (id,)) if one in self._report] or own

    def _sides(self, place: _Place) -> tuple[Side, ...]:
        """The sides by words, each with every report known to have it so; what lacks the words is the others'."""
        found: dict[str, Side] = {}
        for key, words in place.words.items():
            held = found.get(words.casefold())
            known = {*place.reports[key], *self._elsewhere(key), *(held.reports if held else ())}
            reports = tuple(sorted(known, key=self._place_of.__getitem__))
            found[words.casefold()] = Side(held.words if held else words, reports, place.passages[key])
        named = {report for side in found.values() for report in side.reports}
        rest = tuple(report for report in self._order if report not in named)
        return tuple(side if side.reports else Side(side.words, rest, side.passage) for side in found.values())

    def _elsewhere(self, key: str) -> Iterator[str]:
        """The reports of other wordings that have the very words with what stands beside them."""
        if len(key.split()) <= BESIDE:
            return
        for id, text in self._texts.items():
            if f" {key} " in text:
                yield from (self._report[one] for one in self._alike.get(id, ()) if one in self._report)


def _told(words: str) -> str:
    return " ".join(_words(words))


def _words(words: str) -> list[str]:
    """The words as they are compared: case and the form of apostrophes are nothing."""
    return WORD.findall(words.casefold().replace("’", "'"))


def one_line(passage: Passage | None) -> str:
    """The passage's words on one line, "" for none."""
    return " ".join(passage.words.split()) if passage else ""
