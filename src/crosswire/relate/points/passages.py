"""The part of a sentence that carries a point."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from crosswire.model.passage import Passage
from crosswire.relate.points.similarity import CLASS_PART, Neighbourhood
from crosswire.relate.points.statements import Slots, Term

# The part must hold this share of what the sentence has in common with the other statements of the point.
CARRIED = 0.8
# A part that is nearly the whole sentence is no easier to read than the sentence.
NEARLY_WHOLE = 0.75
FEWEST_TERMS = 3
# What a clause opens with that belongs to the sentence around it: "said | that the pier was weak", "and left".
LEADING = re.compile(r"[\s,;:–—-]*(?:(?:that|and|but|or)\b[\s,;:–—-]*)*", re.IGNORECASE)
AGED = re.compile(r"\b[\w-]+[- ]years?[- ]$")
TRAILING = re.compile(r"[\s,;:–—-]+(?:and|but|or|that)$", re.IGNORECASE)


def part(slots: Slots, start: int, end: int) -> Passage:
    """The part of the sentence between two offsets of the report's text, closing marks left out.

    The whole sentence where the part would cut a quotation in two.
    """
    whole = slots.passage
    start, end = max(start, whole.start), min(end, whole.end)
    aged = AGED.search(whole.words[: start - whole.start])
    if aged and whole.words[start - whole.start :].startswith("old"):
        start = whole.start + aged.start()  # "31-year-|old Ana Lupo"
    words = whole.words[start - whole.start : end - whole.start]
    opening = LEADING.match(words)
    start += opening.end() if opening else 0
    kept = words[opening.end() if opening else 0 :].rstrip(" ,;:–—-").rstrip(".")
    kept = TRAILING.sub("", kept)
    return Passage(whole.report, start, start + len(kept), kept) if kept and balanced(kept) else whole


def balanced(words: str) -> bool:
    """True when every quotation mark that opens in the words closes in them."""
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0


def clause_of(slots: Slots, inner: Passage) -> Passage:
    """The shortest clause that holds `inner` and enough words to say something, else the sentence."""
    holding = (c for c in slots.clauses if not c.hanging and c.start <= inner.start and inner.end <= c.end)
    spans = [(c.end - c.start, c.start, c.end) for c in holding]
    for _, start, end in sorted(spans):
        if sum(start <= term.start < end for term in slots.sequence) >= FEWEST_TERMS:
            return part(slots, start, end)
    return slots.passage


def carrying_part(n: int, others: Sequence[int], hood: Neighbourhood) -> Passage:
    """The shortest run of clauses of sentence `n` that holds most of what it shares with `others`."""
    slots = hood.slots[n]
    weights = {term.stem: _weight(term, others, hood) for term in slots.sequence}
    needed = CARRIED * sum(weights.values())
    best = (slots.passage.start, slots.passage.end)
    for start in sorted({c.start for c in slots.clauses if not c.hanging}):
        for end in sorted({c.end for c in slots.clauses}):
            if start < end and end - start < best[1] - best[0] and _holds(slots, weights, start, end, needed):
                best = (start, end)
    if best[1] - best[0] > NEARLY_WHOLE * (slots.passage.end - slots.passage.start):
        return slots.passage
    return part(slots, *best)


def _weight(term: Term, others: Sequence[int], hood: Neighbourhood) -> float:
    """How much of the point the term carries: its weight, by the part of the other statements that share it."""
    same = sum(term.stem in hood.slots[m].terms for m in others)
    akin = sum(term.stem not in hood.slots[m].terms and bool(term.classes & hood.slots[m].classes) for m in others)
    return hood.weight(term.stem) * (same + CLASS_PART * akin) / max(1, len(others))


def _holds(slots: Slots, weights: Mapping[str, float], start: int, end: int, needed: float) -> bool:
    """True when the span has enough of the shared weight, each word counted once, and enough words to say something."""
    inside = {term.stem for term in slots.sequence if start <= term.start < end}
    return len(inside) >= FEWEST_TERMS and sum(weights[s] for s in sorted(inside)) >= needed
