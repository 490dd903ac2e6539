"""Known forms found in running words by their first word: much faster than one pattern of all of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TypeVar

_WORD = re.compile(r"[^\W_]+")
# Signs between words. Where these are the only ones beside ASCII, words are told apart without a pattern.
_TYPOGRAPHIC = "“”‘’–—…•·\u00a0"
_SPACED = bytes(code if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)
_FOLDED = _SPACED.lower()
PARAGRAPH = 3_000  # signs

Pair = tuple[str, str]
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True, eq=False)
class Forms:
    """Forms by their first word and by their first two, longest first. Words inside may be parted by any marks.

    `by_pair`: under a word and the empty one the forms of one word. `alone` are those words, `pairs` the other pairs:
    "the" begins many forms and stands in every line, "the linden" in few.
    """

    by_first: Mapping[str, tuple[str, ...]]
    by_pair: Mapping[Pair, tuple[str, ...]]
    alone: frozenset[str]
    pairs: frozenset[Pair]

    def within(self, words: str, tokens: Sequence[str] | None = None) -> Iterator[tuple[str, int, int]]:
        """Every form that stands in `words` as whole words, exactly as it is written, in order, none overlapping.

        Of those that begin at one place the longest. `tokens` are the words' own, where they are known already.
        """
        present = self._present(words_in(words) if tokens is None else tokens)
        found = [
            (start, -len(form), form)
            for pair in present
            for form in self.by_pair[pair]
            for start in _places(words, form)
        ]
        past = 0
        for start, _, form in sorted(found):
            if start >= past:
                past = start + len(form)
                yield form, start, past

    def may_begin(self, word: str) -> bool:
        """True when a form begins with the word."""
        return word in self.by_first

    def may_hold(self, tokens: Sequence[str]) -> bool:
        """False when none of these words is a form, nor two in a row begin one: "The quay", not "The Linden"."""
        if self.by_first.keys().isdisjoint(tokens):
            return False
        return not (self.alone.isdisjoint(tokens) and self.pairs.isdisjoint(pairwise(tokens)))

    def _present(self, tokens: Sequence[str]) -> Iterable[Pair]:
        """The beginnings of forms among these words."""
        if self.by_first.keys().isdisjoint(tokens):
            return ()
        return (*((word, "") for word in self.alone.intersection(tokens)), *self.pairs.intersection(pairwise(tokens)))

    def at_start(self, words: str) -> tuple[str, ...]:
        """The forms with which `words` open, longest first, up to three marks before them passed over."""
        match = _WORD.search(words)
        if match is None or match.start() > 3:
            return ()
        start = match.start()
        return tuple(
            form
            for form in self.by_first.get(match.group(), ())
            if words.startswith(form, start) and not _runs_on(words, form, start + len(form))
        )


def _places(words: str, form: str) -> Iterator[int]:
    """Where `form` stands in `words` as whole words."""
    start = words.find(form)
    while start >= 0:
        end = start + len(form)
        if not (words[start - 1 : start].isalnum() or _runs_on(words, form, end)):
            yield start
        start = words.find(form, start + 1)


def _runs_on(words: str, form: str, end: int) -> bool:
    """True when the form's last word goes on behind it."""
    return form[-1].isalnum() and words[end : end + 1].isalnum()


def lines_with(hints: Iterable[str], lines: Sequence[str]) -> list[int]:
    """The lines in which one of the hints (in small letters) stands anywhere, in order: one search for all lines.

    Most pages have nearly none of the words by which a rule begins, and no rule need look at their other lines.
    """
    lowered = [line.lower() for line in lines]
    ends = list(accumulate(len(line) + 1 for line in lowered))
    text = "\n".join(lowered)
    found: set[int] = set()
    for hint in hints:
        place = text.find(hint)
        while place >= 0:
            line = bisect_right(ends, place)
            found.add(line)
            place = text.find(hint, ends[line])
    return sorted(found)


def words_in(words: str) -> list[str]:
    """All words with which a form could begin in `words`, as they are written."""
    return _split(words, _SPACED) or _WORD.findall(words)


def _split(words: str, table: bytes) -> list[str] | None:
    """The words as the table of ASCII gives them; None where a letter is not in it."""
    if not words.isascii():
        for sign in _TYPOGRAPHIC:
            words = words.replace(sign, " ")
    return words.encode().translate(table).decode().split() if words.isascii() else None


def words_of(words: str) -> tuple[str, ...]:
    """All words of a line, casefolded, marks off: "The Mayor's plan" gives the, mayor, s, plan.

    A line is asked for its words a dozen times on its way (what may it name? what does it repeat?), so the last lines'
    are remembered; a line of megabytes is not worth its room.
    """
    return _remembered(words) if len(words) < PARAGRAPH else tuple(_WORD.findall(words.casefold()))


@lru_cache(maxsize=2_000)
def _remembered(words: str) -> tuple[str, ...]:
    return tuple(_split(words, _FOLDED) or _WORD.findall(words.casefold()))


def is_foreign(words: str) -> bool:
    """True when a letter or digit outside ASCII stands in a line; its bullets and quotation marks tell nothing."""
    return not words.isascii() and not "".join(words_of(words)).isascii()


def bare_form(entry: str) -> str:
    """The form without the marks before its first word; empty when it has no word."""
    match = _WORD.search(entry)
    return entry[match.start() :] if match else ""


def forms(entries: Iterable[str]) -> Forms:
    """The forms, found by their first word; those without any word are left out."""
    by_first: dict[str, set[str]] = defaultdict(set)
    for entry in map(bare_form, entries):
        match = _WORD.match(entry)
        if match:
            by_first[match.group()].add(entry)
    by_pair: dict[Pair, set[str]] = defaultdict(set)
    for first, own in by_first.items():
        for entry in own:
            by_pair[first, _second(entry)].add(entry)
    alone = frozenset(first for first, second in by_pair if not second)
    pairs = frozenset(pair for pair in by_pair if pair[1])
    return Forms(_longest_first(by_first), _longest_first(by_pair), alone, pairs)


def _longest_first(sets: Mapping[Key, set[str]]) -> dict[Key, tuple[str, ...]]:
    return {key: tuple(sorted(own, key=lambda form: (-len(form), form))) for key, own in sets.items()}


def _second(form: str) -> str:
    """The form's second word; empty when it has none."""
    words: list[str] = _WORD.findall(form)
    return words[1] if len(words) > 1 else ""
