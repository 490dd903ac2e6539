"""Whether two figures can both hold of the same thing."""

from __future__ import annotations

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Figure
from crosswire.relate.statements import stem


def counted(figure: Figure, words: PointWords) -> frozenset[str]:
    """What a figure counts, as synonym classes and stems: "people killed" → kill, peopl."""
    what = " ".join(part for part in (figure.what, figure.unit) if part).lower().split()
    return frozenset(c for w in what for c in words.classes.get(w, (stem(w),)))


def same_value(one: Figure, two: Figure) -> bool:
    """True when both figures can hold at once: "more than 12" and "15" can, "12" and "15" can't."""
    low = max(x for x in (one.low, two.low, float("-inf")) if x is not None)
    high = min(x for x in (one.high, two.high, float("inf")) if x is not None)
    return low <= high
