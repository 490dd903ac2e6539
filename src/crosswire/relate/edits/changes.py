"""One change between a copy and its source, with all words of both sentences around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.tables import Phrase
from crosswire.model.passage import Passage
from crosswire.relate.copies.wordforms import WordForms, word_forms
from crosswire.relate.edits.collation import Collation, Pairing

NEAR = 5  # words
# Of a longer stretch without a full stop (a transcript, a script that ends its sentences otherwise) only the words
# around a change are looked at: else each of its many changes would be weighed against all its words.
LONG, AROUND = 300, 100


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one side: their forms and as printed, where they stand, and which of them a change touches.

    `first` and `last` (exclusive) are the change at hand; `changed` are all words of the side without a counterpart.
    `whole` is the report's text. `offset` is where `text` starts in its passage: of a very long one only the words
    around the change are kept.
    """

    text: str
    forms: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    first: int
    last: int
    changed: frozenset[int]
    whole: str = ""
    offset: int = 0

    @property
    def words(self) -> tuple[str, ...]:
        """The forms of the change."""
        return self.forms[self.first : self.last]

    @property
    def printed(self) -> tuple[str, ...]:
        """The words of the change as they are printed."""
        return tuple(self.text[start:end] for start, end in self.spans[self.first : self.last])

    def changed_near(self) -> Iterator[int]:
        """The words without a counterpart in the change or a few words from it, which may stand for what went there."""
        return (
            n for n in range(max(0, self.first - NEAR), min(len(self.forms), self.last + NEAR)) if n in self.changed
        )

    def print(self, n: int) -> str:
        """The word at `n` as it is printed; "" outside."""
        return self.text[slice(*self.spans[n])] if 0 <= n < len(self.spans) else ""

    def after(self, n: int) -> str:
        """What stands between the word at `n` and the next: marks and blanks."""
        end = self.spans[n + 1][0] if n + 1 < len(self.spans) else len(self.text)
        return self.text[self.spans[n][1] : end] if 0 <= n < len(self.spans) else ""

    def opens(self, n: int) -> bool:
        """True when the word at `n` opens a sentence or a quotation, where any word has a capital."""
        before = self.text[: self.spans[n][0]].rstrip()
        return n == 0 or before[-1:] in '.!?:“"‘'

    def found(self, phrases: frozenset[Phrase], first: int | None = None, last: int | None = None) -> Iterator[range]:
        """Where one of the phrases stands, from `first` to `last` (by default the change), longest first."""
        start, end = self.first if first is None else first, self.last if last is None else last
        openings, free = _openings(phrases), start
        for at in range(start, end):
            if at < free or self.forms[at] not in openings:
                continue
            for length in openings[self.forms[at]]:
                if at + length <= end and self.forms[at : at + length] in phrases:
                    yield range(at, at + length)
                    free = at + length
                    break


@dataclass(frozen=True, slots=True)
class Change:
    """What stands in the source and what in its copy; either may be nothing."""

    there: Side
    here: Side

    @property
    def size(self) -> int:
        """The words of the longer side."""
        return max(len(self.there.words), len(self.here.words))

    @property
    def one_sided(self) -> bool:
        """True when words were only left out or only put in."""
        return not self.there.words or not self.here.words

    @property
    def became(self) -> str:
        """Both sides in words: “11 dead” became “12 dead”."""
        return f"“{' '.join(self.there.printed)}” became “{' '.join(self.here.printed)}”"


@cache
def _openings(phrases: frozenset[Phrase]) -> dict[str, tuple[int, ...]]:
    """The lengths of the phrases that open with a word, longest first."""
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], set()).add(len(phrase))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}


def changes(pairing: Pairing, collation: Collation, *, lexicons: Lexicons) -> tuple[Change, ...]:
    """The changes of a pairing, in order of the copy."""
    read = word_forms(lexicons)
    here = _Words(pairing.here, collation.here.text, read)
    there = _Words(pairing.there, collation.there.text, read)
    ranges = [(here.inside(s.here), there.inside(s.there)) for s in pairing.stretches if not s.equal]
    ours = sorted({n for place, _ in ranges for n in place})
    theirs = sorted({n for _, place in ranges for n in place})
    return tuple(Change(there.side(other, theirs), here.side(place, ours)) for place, other in ranges)


class _Words:
    """The words of a passage, and where they start and end in it."""

    def __init__(self, passage: Passage, text: str, read: WordForms) -> None:
        self._passage, self._text = passage, text
        words = read.read(passage.words)
        self._forms, self._spans = words.forms, words.spans
        self._starts = [start for start, _ in words.spans]
        self._ends = [end for _, end in words.spans]

    def inside(self, span: tuple[int, int]) -> range:
        """The numbers of the words inside a span of the report; an empty range where the words would be."""
        start, end = (place - self._passage.start for place in span)
        first = bisect_left(self._starts, start)
        last = bisect_left(self._ends, end + 1)
        return range(first, last) if first < last and start < end else range(first, first)

    def side(self, place: range, touched: Sequence[int]) -> Side:
        """The side with the change at `place`; `touched` are the numbers of all words without a counterpart."""
        low, high, offset, text = 0, len(self._forms), 0, self._passage.words
        if high > LONG:
            low, high = max(0, place.start - AROUND), min(high, place.stop + AROUND)
            offset = self._starts[low] if low else 0
            text = text[offset : self._ends[high - 1] if high < len(self._forms) else None]
        changed = frozenset(n - low for n in touched[bisect_left(touched, low) : bisect_left(touched, high)])
        spans = tuple((start - offset, end - offset) for start, end in self._spans[low:high])
        forms, first, last = self._forms[low:high], place.start - low, place.stop - low
        return Side(text, forms, spans, first, last, changed, self._text, offset)
