"""What one speaker says is to come, in two reports: the same prediction, threat or promise in other words."""

from __future__ import annotations

from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Saying, Slots

# So many words, or their synonyms, must meet: fewer meet in any two things that a speaker expects of one matter.
LEAST_SHARED = 4
# And so large a part of the shorter saying's words.
LEAST_PART = 0.4


def foretold(hood: Neighbourhood) -> tuple[tuple[int, int], ...]:
    """Pairs of sentences in which one speaker looks ahead to the same thing, smaller index first.

    In a story of two reports every word is common, so that words alone can't tell; speaker, time and content can:
    "Moreau said crews would shut the dam within days" / "Moreau promised a closing of the dam by her crews".
    """
    found = []
    for a, b in hood.pairs():
        one, two = hood.slots[a], hood.slots[b]
        if one.ahead and two.ahead and _same_saying(one, two):
            found.append((a, b))
    return tuple(found)


def _same_saying(one: Slots, two: Slots) -> bool:
    """True when a speaker whom both sentences quote says much the same in them."""
    return any(
        x.speaker == y.speaker and _shares(x, y) for x in one.sayings for y in two.sayings if x.terms and y.terms
    )


def _shares(one: Saying, two: Saying) -> bool:
    """True when enough words of one saying meet the other's, counted in the shorter."""
    shorter, longer = sorted((one, two), key=lambda s: len({t.stem for t in s.terms}))
    stems = {t.stem for t in longer.terms}
    classes = {c for t in longer.terms for c in t.classes}
    own = {t.stem: t for t in shorter.terms}
    met = sum(stem in stems or bool(term.classes & classes) for stem, term in own.items())
    return met >= LEAST_SHARED and met >= LEAST_PART * len(own)
