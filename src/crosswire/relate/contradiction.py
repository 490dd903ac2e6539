"""Why two statements of one thing can't both hold of the same moment: figures, open questions, opposites, denials."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Figure
from crosswire.relate.statements import Slots, stem


class Clash(StrEnum):
    """What sets two statements apart."""

    FIGURE = "figure"
    OPEN = "open"  # one leaves it open, the other tells it
    AHEAD = "ahead"  # one expects it, the other tells it
    POLARITY = "polarity"
    OPPOSITE = "opposite"


@dataclass(frozen=True, slots=True)
class FigureClash:
    """Two figures of the same thing with different values."""

    one: Figure
    two: Figure


def counted(figure: Figure, words: PointWords) -> frozenset[str]:
    """What a figure counts, as synonym classes and stems: "people killed" → kill, peopl."""
    what = " ".join(part for part in (figure.what, figure.unit) if part).lower().split()
    return frozenset(c for w in what for c in words.classes.get(w, (stem(w),)))


def same_value(one: Figure, two: Figure) -> bool:
    """True when both figures can hold at once: "more than 12" and "15" can, "12" and "15" can't."""
    low = max(x for x in (one.low, two.low, float("-inf")) if x is not None)
    high = min(x for x in (one.high, two.high, float("inf")) if x is not None)
    return low <= high


def shared_figures(a: Slots, b: Slots, words: PointWords) -> tuple[FigureClash, ...]:
    """Pairs of figures, one of each statement, that count the same thing, whatever their values."""
    found = []
    for one in a.figures:
        for two in b.figures:
            ours, theirs = counted(one, words), counted(two, words)
            if ours and ours == theirs:
                found.append(FigureClash(one, two))
    return tuple(found)


def opposed(a: Slots, b: Slots, words: PointWords) -> tuple[str, str] | None:
    """A lemma of `a` and one of `b` that can't hold of one thing at one moment; None without such a pair.

    A word that the other statement shares says nothing: "one died, five survived" against "one died".
    """
    for lemma in sorted(a.lemmas - b.lemmas):
        against = words.opposites.get(lemma, frozenset()) & (b.lemmas - a.lemmas)
        if against and not words.opposites.get(lemma, frozenset()) & a.lemmas:
            return lemma, min(against)
    return None


def clash(a: Slots, b: Slots, words: PointWords) -> Clash | None:
    """What sets two linked statements apart besides figures; None where they can stand side by side."""
    if a.open != b.open:
        return Clash.OPEN
    if a.negated != b.negated and (a.verbs & b.verbs or a.classes & b.classes):
        return Clash.POLARITY
    return None


def rejected(slots: Slots, words: PointWords) -> bool:
    """True when somebody turns down another's claim in the sentence: "rejected accusations that …"."""
    return bool(slots.lemmas & words.rejections)


def split_sides(members: Sequence[int], apart: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The members in two sides so that the pairs in `apart` stand across; those in no pair are in neither."""
    across: dict[int, set[int]] = {}
    for a, b in apart:
        across.setdefault(a, set()).add(b)
        across.setdefault(b, set()).add(a)
    side: dict[int, int] = {}
    for start in members:
        if start in across and start not in side:
            side[start] = 0
            stack = [start]
            while stack:
                n = stack.pop()
                for m in sorted(across[n]):
                    if m not in side:
                        side[m] = 1 - side[n]
                        stack.append(m)
    return tuple(m for m in members if side.get(m) == 0), tuple(m for m in members if side.get(m) == 1)
