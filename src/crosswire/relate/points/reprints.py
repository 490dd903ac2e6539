"""Prints of one sentence that don't say the same: where a copy contradicts another, and which of two lost a hedge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from crosswire.lexicons.load import Lexicons
from crosswire.model.lineage import EditKind
from crosswire.model.passage import Passage
from crosswire.model.report import Paragraph, Report
from crosswire.relate.copies.alignment import Aligned
from crosswire.relate.edits.collation import Lined, collate, lined
from crosswire.relate.edits.edits import Editor
from crosswire.relate.points.agreement import states
from crosswire.relate.points.passages import part
from crosswire.relate.points.similarity import Neighbourhood

# By these edits a print says another thing than the other; names and times only where both prints give one.
CONTRARY = frozenset({EditKind.FIGURE, EditKind.NEGATION})
EXCHANGED = frozenset({EditKind.NAME, EditKind.TIME})
# So large a part of the longer sentence's letters must stand in both, in one order, to make them prints of one. More
# where a name or a day differs: "Police in Velden arrested Ana Lupo" and "… Tom Horn" may be two arrests.
PRINT, SAME_PRINT = 0.6, 0.75
# So large a part makes one a copy of the other, in which words were changed. Less is one form with two contents:
# "was sentenced to at least seven years in prison" and "was sentenced to 20 years in prison".
COPIED = 0.85
# Sentences less alike than this are not compared word by word.
LOOK = 0.3
# So many sentences are kept ready to be compared again.
MOST_LINED = 4_096

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Differing:
    """What keeps two prints apart, as spans in the words of each: contradictions, and the hedges that only one has.

    `part`: so large a part of the longer one's letters stands in both.
    `hedged` is 1 for a hedge that only the first has, -1 for one that only the second has, 0 for none or both.
    """

    contrary: tuple[tuple[Span, Span], ...] = ()
    hedged: int = 0
    part: float = 0.0


class Reprints:
    """Answers for two sentences of a story whether they are prints of one, and what one says otherwise."""

    def __init__(self, hood: Neighbourhood, lexicons: Lexicons) -> None:
        self._hood = hood
        self._lexicons = lexicons
        self._editor = Editor(lexicons)
        self._differing = cache(self._compare)
        self._lined = lru_cache(MOST_LINED)(self._read)

    def contrary(self, a: int, b: int) -> tuple[tuple[Passage, Passage], ...]:
        """The words in which sentence `b` contradicts `a`, side by side; empty where they are no prints of one."""
        one, two = self._hood.slots[a].passage, self._hood.slots[b].passage
        return tuple((_sub(one, *s), _sub(two, *t)) for s, t in self._pair(a, b).contrary)

    def copied(self, a: int, b: int) -> bool:
        """True where the two are so much alike that one was made from the other, but for what was changed.

        "He is held in Velden with no bail set" and "He is held in Velden with bail set at $900" may be two men.
        """
        return self._pair(a, b).part >= COPIED

    def contradicted(self, a: int, passage: Passage, b: int) -> bool:
        """True when sentence `b` says otherwise what the passage of sentence `a` says."""
        return any(here.start < passage.end and passage.start < here.end for here, _ in self.contrary(a, b))

    def agreed(self, a: int, others: Iterable[int]) -> Passage | None:
        """The longest clause of sentence `a` that can be read alone and that none of the others contradicts."""
        slots = self._hood.slots[a]
        against = [here for n in others for here, _ in self.contrary(a, n)]
        clauses = (part(slots, c.start, c.end) for c in slots.clauses if not c.hanging)
        free = [c for c in clauses if states(slots, c) and not any(c.overlaps(here) for here in against)]
        return max(free, key=lambda c: (len(c.words), -c.start), default=None)

    def barer(self, a: int, others: Iterable[int]) -> bool:
        """True when sentence `a` lacks a hedge that others have, and no more prints lack it than have it."""
        others = [n for n in others if n != a]
        hedged = [n for n in others if self._pair(a, n).hedged < 0]
        bare = [n for n in others if n not in hedged and any(self._pair(n, h).hedged < 0 for h in hedged)]
        return bool(hedged) and len(hedged) >= len(bare)

    def _pair(self, a: int, b: int) -> Differing:
        one, two = self._hood.slots[a], self._hood.slots[b]
        if one.passage.words == two.passage.words or self._hood.alike(a, b) < LOOK:
            return Differing()
        return self._differing(one.passage.words, two.passage.words)

    def _read(self, words: str) -> Lined:
        return lined(_report(words), None, lexicons=self._lexicons)

    def _compare(self, one: str, two: str) -> Differing:
        here, there = self._lined(one), self._lined(two)
        collation = collate(here, there, lexicons=self._lexicons)
        stretches = [s for pairing in collation.pairings for s in pairing.stretches]
        part = sum(s.here[1] - s.here[0] for s in stretches if s.equal) / max(len(one), len(two), 1)
        if part < PRINT:
            return Differing()
        contrary, hedged = [], set()
        for edit in self._editor.edits(collation):
            both = edit.here is not None and edit.there is not None
            # a number that only one print has is more detail: "near the pier" / "at 665 Harbour Lane"
            otherwise = edit.kind in CONTRARY and (both or edit.kind is EditKind.NEGATION)
            if otherwise or (edit.kind in EXCHANGED and both and part >= SAME_PRINT):
                mine = (edit.here.start, edit.here.end) if edit.here else _place(edit.there, stretches, here=False)
                other = (edit.there.start, edit.there.end) if edit.there else _place(edit.here, stretches, here=True)
                contrary.append((mine, other))
            elif edit.kind is EditKind.HEDGE:
                hedged.add(_longer(edit.here, edit.there))
        return Differing(tuple(contrary), hedged.pop() if len(hedged) == 1 else 0, part)


def _longer(here: Passage | None, there: Passage | None) -> int:
    """Which side has the hedge: the one with more words; where both have as many it is not asked."""
    ours, theirs = (len(side.words) if side else 0 for side in (here, there))
    return (ours > theirs) - (ours < theirs)


def _place(passage: Passage | None, stretches: Sequence[Aligned], *, here: bool) -> Span:
    """Where on the other side words would stand that only one side has: the letter there."""
    at = passage.start if passage else 0
    for stretch in stretches:
        own, other = (stretch.here, stretch.there) if here else (stretch.there, stretch.here)
        if own[0] <= at < max(own[1], own[0] + 1):
            return max(0, other[0] - 1), other[0] + 1
    return 0, 1


def _report(words: str) -> Report:
    """The sentence as if it were a report's whole text."""
    return Report("", words, (Paragraph(0, len(words)),))


def _sub(passage: Passage, start: int, end: int) -> Passage:
    end = min(end, len(passage.words))
    start = min(start, max(0, end - 1))
    return Passage(passage.report, passage.start + start, passage.start + end, passage.words[start:end])
