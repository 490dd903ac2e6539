"""The figures: one series per thing counted, its values in order of publication, its versions marked."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from crosswire.model.annotation import Figure
from crosswire.model.dossier import Dossier
from crosswire.model.relation import Point, PointRelation
from crosswire.write.clock import stretch
from crosswire.write.ledger import LETTERS
from crosswire.write.sources import Register

# Words shown on each side of a figure.
AROUND = 4


@dataclass(frozen=True, slots=True)
class Value:
    """One figure in a series: when its report was published (days, None if not known) and which version it gives."""

    figure: Figure
    at: float | None
    letter: str


@dataclass(frozen=True, slots=True)
class Series:
    """Every value of one thing counted, in order of publication; `point` where a point holds them.

    `around` is the words about the first value where the name alone (a measure: "months") says too little.
    """

    name: str
    around: str
    values: tuple[Value, ...]
    point: Point | None

    @property
    def changes(self) -> bool:
        """True when the values are not all the same: then there is something to look at."""
        return len({(value.figure.low, value.figure.high) for value in self.values}) > 1

    @property
    def alike(self) -> tuple[tuple[str, tuple[Value, ...]], ...]:
        """The values that read the same together, in words, each with its letter."""
        groups: dict[str, list[Value]] = {}
        for value in self.values:
            told = number(value.figure) + (f" ({value.letter})" if value.letter else "")
            groups.setdefault(told, []).append(value)
        return tuple((told, tuple(group)) for told, group in groups.items())

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports that print a value, in order."""
        return tuple(dict.fromkeys(value.figure.passage.report for value in self.values))


def series(dossier: Dossier, register: Register) -> tuple[Series, ...]:
    """The dossier's figures as series: those that change first, then those that most reports print."""
    figures = {figure.id: figure for figure in dossier.relations.figures}
    letters: dict[str, str] = {}
    found: list[Series] = []
    for point in dossier.relations.points:
        held = dict.fromkeys(s.figure for s in point.statements if s.figure in figures and s.figure not in letters)
        marks = {version.id: LETTERS[n % 26] for n, version in enumerate(point.versions)}
        marks = marks if len(marks) > 1 else {}
        letters |= {s.figure: marks.get(s.version, "") for s in point.statements if s.figure in held and s.figure}
        if held:
            found.append(_series((figures[id] for id in held if id), register, letters, point))
    loose: dict[str, list[Figure]] = {}
    for figure in figures.values():
        if figure.id not in letters:
            loose.setdefault(f"{figure.what} {figure.unit}".casefold(), []).append(figure)
    found += [_series(group, register, letters, None) for group in loose.values()]
    return tuple(sorted(found, key=lambda one: (not one.changes, one.point is None, -len(one.reports))))


def _series(figures: Iterable[Figure], register: Register, letters: dict[str, str], point: Point | None) -> Series:
    values = [Value(figure, _published(figure, register), letters.get(figure.id, "")) for figure in figures]
    values.sort(key=lambda value: (value.at is None, value.at or 0))
    return Series(_name([value.figure for value in values]), _around(values[0].figure, register), tuple(values), point)


def _name(figures: list[Figure]) -> str:
    names = [counted(figure) for figure in figures]
    return max(names, key=lambda name: (names.count(name), -names.index(name)))


def counted(figure: Figure) -> str:
    """What the figure counts, in words: "dead", "months", "USD".

    A measure is named by itself: what it measures ("report" within three months) is often no noun; see `around`.
    """
    return figure.unit or figure.what or "what is counted is not known"


def _around(figure: Figure, register: Register) -> str:
    """A few words on both sides of a measured figure, as printed; "" where its sentence is not known."""
    sentence = register.context(figure.passage)
    if figure.unit is None or sentence == figure.passage:
        return ""
    start, end = figure.passage.start - sentence.start, figure.passage.end - sentence.start
    before, after = sentence.words[:start].split(), sentence.words[end:].split()
    head = ("… " if len(before) > AROUND else "") + " ".join(before[-AROUND:])
    tail = " ".join(after[:AROUND]) + (" …" if len(after) > AROUND else "")
    gap = "" if sentence.words[end : end + 1].strip() else " "
    return f"{head} {sentence.words[start:end]}{gap}{tail}".strip()


def _published(figure: Figure, register: Register) -> float | None:
    report = register.report(figure.passage.report)
    covered = stretch(report.published_at.value) if report else None
    return covered.start if covered else None


def number(figure: Figure) -> str:
    """The figure's value in words: "31", "more than 250,000", "two to four" as "2 to 4"; with its hedge."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return "not a number"
    if low is not None and high is not None:
        return _digits(low) if low == high else f"{_digits(low)} to {_digits(high)}"
    return f"at least {_digits(low)}" if low is not None else f"at most {_digits(high or 0)}"


def steps(one: Series) -> str:
    """The series' values in a line: an arrow where a later one replaces an earlier, "or" where they can't all hold."""
    told = [words for words, _ in one.alike]
    relation = one.point.relation if one.point else PointRelation.SAME
    return {PointRelation.UPDATE: " → ", PointRelation.CONFLICT: " or "}.get(relation, ", ").join(told[:8])


def _digits(value: float) -> str:
    return f"{int(value):,}" if math.isfinite(value) and value == int(value) else f"{value:,g}"
