"""One change between a copy and its source, with all words of both sentences around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crosswire.lexicons.edits import Phrase
from crosswire.lexicons.load import Lexicons
from crosswire.model.passage import Passage
from crosswire.relate.copies.wordforms import WordForms, word_forms
from crosswire.relate.edits.collation import Collation, Pairing

NEAR = 5  # words


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one side: their forms and as printed, where they stand, and which of them a change touches.

    `first` and `last` (exclusive) are the change at hand; `changed` are all words of the side without a counterpart.
    `whole` is the report's text.
    """

    text: str
    forms: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    first: int
    last: int
    changed: frozenset[int]
    whole: str = ""

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
        longest = max(map(len, phrases), default=0)
        at = start
        while at < end:
            for length in range(min(longest, end - at), 0, -1):
                if self.forms[at : at + length] in phrases:
                    yield range(at, at + length)
                    at += length - 1
                    break
            at += 1


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


def changes(pairing: Pairing, collation: Collation, *, lexicons: Lexicons) -> tuple[Change, ...]:
    """The changes of a pairing, in order of the copy."""
    read = word_forms(lexicons)
    here, there = _words(pairing.here, read), _words(pairing.there, read)
    ranges = [
        (_range(here, pairing.here.start, s.here), _range(there, pairing.there.start, s.there))
        for s in pairing.stretches
        if not s.equal
    ]
    ours = _side(pairing.here, collation.here.text, here, [place for place, _ in ranges])
    theirs = _side(pairing.there, collation.there.text, there, [place for _, place in ranges])
    return tuple(
        Change(
            replace(theirs, first=there_place.start, last=there_place.stop),
            replace(ours, first=place.start, last=place.stop),
        )
        for place, there_place in ranges
    )


_Words = tuple[tuple[str, ...], tuple[tuple[int, int], ...]]


def _words(passage: Passage, read: WordForms) -> _Words:
    words = read.read(passage.words)
    return words.forms, words.spans


def _range(words: _Words, start: int, span: tuple[int, int]) -> range:
    """The numbers of the words inside a span of the report; an empty range where the words would be."""
    inside = [n for n, (a, b) in enumerate(words[1]) if span[0] <= a + start and b + start <= span[1]]
    if inside and span[0] < span[1]:
        return range(inside[0], inside[-1] + 1)
    at = next((n for n, (a, _) in enumerate(words[1]) if a + start >= span[0]), len(words[1]))
    return range(at, at)


def _side(passage: Passage, text: str, words: _Words, places: Sequence[range]) -> Side:
    touched = frozenset(n for place in places for n in place)
    return Side(passage.words, *words, 0, 0, touched, text)
