"""The figures: what changed or can't all hold, its values in order of publication; then what most reports print."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosswire.model.annotation import Figure
from crosswire.model.dossier import Dossier
from crosswire.model.relation import Point, PointRelation
from crosswire.model.toll import Toll
from crosswire.write.clock import stretch
from crosswire.write.ledger import LETTERS
from crosswire.write.sources import Register
from crosswire.write.vocabulary import listed

# Words shown on each side of a figure.
AROUND = 6
MOST_AROUND = 3
# Words that two sentences must share for a measure in both ("12 days") to be one thing, and their letters.
SHARED, LONG = 2, 4
MARKS = '"“”„«»'  # at the ends they would stand beside the line's own
AGES = re.compile(r" old$")
CONTRARY = (PointRelation.UPDATE, PointRelation.CONFLICT)
_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Value:
    """One figure in a series: when its report was published (days, None if not known), which version it gives, and
    the words around it as printed; "" where its sentence is not known."""

    figure: Figure
    at: float | None
    letter: str
    around: str


@dataclass(frozen=True, slots=True)
class Series:
    """Every value of one thing counted, in order of publication; `point` where a point sets them against each other."""

    name: str
    values: tuple[Value, ...]
    point: Point | None

    @property
    def changes(self) -> bool:
        """True when the values are not all the same: then there is something to look at."""
        return len({(value.figure.low, value.figure.high) for value in self.values}) > 1

    @property
    def head(self) -> str:
        """The number with what it counts, in the report's words: "three live shells"; "4 (a) or 7 (b) bullets"."""
        words = " ".join(self.values[0].figure.passage.words.split())
        if self.changes or not re.search(r"[\s%-]|^\W", words):
            return f"{steps(self)} {self.name}"
        return words

    @property
    def around(self) -> tuple[str, ...]:
        """The words around its values, each value once: "… a gun with four shells in it …"."""
        return tuple(dict.fromkeys(values[0].around for _, values in self.alike[:MOST_AROUND] if values[0].around))

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
    """The dossier's figures as series: those that change first, then those that most reports print.

    Values stand together where a point sets them against each other, else only where they are the same number of the
    same thing: "30 men" and "5 men" are two groups of men. What a line of the tolls tells, ages, and a person who is
    one ("a man was held") have no line of their own.
    """
    figures = {figure.id: figure for figure in dossier.relations.figures}
    tolls = {toll.what for toll in dossier.relations.tolls}
    taken: set[str] = set()
    found: list[Series] = []
    for point in dossier.relations.points:
        letters = _letters(point, figures, taken) if point.relation in CONTRARY else {}
        if len({(figures[id].low, figures[id].high) for id in letters}) > 1:
            found.append(_series([figures[id] for id in letters], register, letters, point))
            taken |= letters.keys()
    alike = _alike((f for f in figures.values() if f.id not in taken and _counts(f, tolls)), register)
    found += [_series(group, register, {}, None) for group in alike]
    return tuple(sorted(found, key=lambda one: (not one.changes, -len(one.reports))))


def untold(found: Sequence[Series], tolls: Sequence[Toll]) -> tuple[Series, ...]:
    """The series without those whose values a line of the tolls gives."""
    given = {toll.what: {version.number for version in toll.versions} | {toll.low} for toll in tolls}
    return tuple(one for one in found if not _numbers(one) <= given.get(one.name, set()))


def _numbers(one: Series) -> set[float | None]:
    """The numbers of a series, each by the bound that it has."""
    return {f.low if f.low is not None else f.high for f in (value.figure for value in one.values)}


def _letters(point: Point, figures: dict[str, Figure], taken: set[str]) -> dict[str, str]:
    """The figures of what the point's versions count, each with the letter of its version."""
    marks = {version.id: LETTERS[n % 26] for n, version in enumerate(point.versions)}
    held = {s.figure: marks.get(s.version, "") for s in point.statements if s.figure in figures}
    named = [counted(figures[id]) for id in held if id]
    name = max(named, key=named.count, default="")
    return {id: mark for id, mark in held.items() if id and id not in taken and counted(figures[id]) == name}


def _counts(figure: Figure, tolls: set[str]) -> bool:
    """True for a figure that has a line of its own."""
    one = figure.low == figure.high == 1 and figure.unit is None
    return (
        not one and bool(figure.unit or figure.what) and figure.what not in tolls and not AGES.search(figure.unit or "")
    )


def _alike(figures: Iterable[Figure], register: Register) -> Iterable[Sequence[Figure]]:
    """The figures in groups that tell the same, by their first ones: one number of one thing, a measure in like words.

    Each is held only against those of its own number.
    """
    groups: dict[str, list[Figure]] = {}
    firsts: dict[tuple[object, ...], list[tuple[set[str], str]]] = defaultdict(list)
    for figure in figures:
        words = _about(figure, register) if figure.unit else set()
        same = firsts[counted(figure), figure.unit, figure.low, figure.high]
        first = next((id for theirs, id in same if figure.unit is None or len(words & theirs) >= SHARED), None)
        if first is None:
            same.append((words, figure.id))
        groups.setdefault(first or figure.id, []).append(figure)
    return groups.values()


def _about(figure: Figure, register: Register) -> set[str]:
    """The longer words of the figure's sentence that are not its own."""
    own = set(_WORDS.findall(figure.passage.words.casefold()))
    words = _WORDS.findall(register.context(figure.passage).words.casefold())
    return {word for word in words if len(word) >= LONG} - own


def _series(figures: Sequence[Figure], register: Register, letters: dict[str, str], point: Point | None) -> Series:
    values = [Value(f, _published(f, register), letters.get(f.id, ""), _around(f, register)) for f in figures]
    values.sort(key=lambda value: (value.at is None, value.at or 0))
    return Series(_name([value.figure for value in values]), tuple(values), point)


def _name(figures: list[Figure]) -> str:
    names = [counted(figure) for figure in figures]
    return max(names, key=lambda name: (names.count(name), -names.index(name)))


def counted(figure: Figure) -> str:
    """What the figure counts, in words: "dead", "months", "USD".

    A measure is named by itself: what it measures ("report" within three months) is often no noun; the words around
    it tell.
    """
    return figure.unit or figure.what or "what is counted is not known"


def _around(figure: Figure, register: Register) -> str:
    """A few words on both sides of a figure, as printed; "" where its sentence is not known."""
    sentence = register.context(figure.passage)
    if sentence == figure.passage:
        return ""
    start, end = figure.passage.start - sentence.start, figure.passage.end - sentence.start
    before = [word.start() for word in re.finditer(r"\S+", sentence.words[:start])]
    after = [end + word.end() for word in re.finditer(r"\S+", sentence.words[end:])]
    first, last = (before[-AROUND:] or [start])[0], (after[:AROUND] or [end])[-1]
    cut = "… " if len(before) > AROUND else "", " …" if len(after) > AROUND else ""
    return cut[0] + " ".join(sentence.words[first:last].split()).strip(MARKS) + cut[1]


def _published(figure: Figure, register: Register) -> float | None:
    report = register.report(figure.passage.report)
    covered = stretch(report.printed_at.value) if report else None
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


def hedged(one: Series, register: Register) -> str:
    """Which reports hedge the number otherwise than its head does: "without “some” in R3", "“about” in R2 and R4".

    "" where all print it alike, and where values differ.
    """
    if one.changes:
        return ""
    own = one.values[0].figure.hedge
    told: dict[str | None, list[str]] = {}
    for value in one.values:
        told.setdefault(value.figure.hedge, []).append(register.label(value.figure.passage.report))
    alike = set(told.pop(own))
    others = ((hedge, listed(list(dict.fromkeys(r for r in those if r not in alike)))) for hedge, those in told.items())
    return "; ".join(f"{f'“{hedge}”' if hedge else f'without “{own}”'} in {who}" for hedge, who in others if who)


def _digits(value: float) -> str:
    return f"{int(value):,}" if math.isfinite(value) and value == int(value) else f"{value:,g}"
