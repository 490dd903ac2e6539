"""Known forms found in running words by their first word: much faster than one pattern of all of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

_WORD = re.compile(r"[^\W_]+")
_PARAGRAPH = 3_000  # signs

# A first word with more forms ("the") is looked up together with the word behind it.
_FEW = 4


@dataclass(frozen=True, slots=True, eq=False)
class Forms:
    """Forms by their first word, longest first. Words inside a form may be parted by anything but other words.

    `by_second`: of a first word with many forms those that may stand where this is the next word; under the empty word
    those that are one word. `alone` are the forms' first words behind which no other need stand, `pairs` the first two
    words of the others.
    """

    by_first: Mapping[str, tuple[str, ...]]
    by_second: Mapping[str, Mapping[str, tuple[str, ...]]]
    alone: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    def within(self, words: str, tokens: Sequence[str] | None = None) -> Iterator[tuple[str, int, int]]:
        """Every form that stands in `words` as whole words, exactly as it is written, in order, none overlapping.

        `tokens` are the words' own, where they are known already.
        """
        tokens = _WORD.findall(words) if tokens is None else tokens
        firsts = self._present(tokens)
        if not firsts:
            return
        places = sorted(place for first in firsts for place in _places(words, first))
        past = 0
        for start, first in places:
            if start < past:
                continue
            for form in self._fitting(words, start, first):
                end = start + len(form)
                if words.startswith(form, start) and not (form[-1].isalnum() and words[end : end + 1].isalnum()):
                    yield form, start, end
                    past = end
                    break

    def may_begin(self, word: str) -> bool:
        """True when a form begins with the word."""
        return word in self.by_first

    def may_hold(self, tokens: Sequence[str]) -> bool:
        """False when none of these words begins a form, or another follows it than in any: "the", "the quay"."""
        if self.by_first.keys().isdisjoint(tokens):
            return False
        return not (self.alone.isdisjoint(tokens) and self.pairs.isdisjoint(pairwise(tokens)))

    def _present(self, tokens: Sequence[str]) -> set[str]:
        """The words that may begin a form among these, with the second word of one behind them where it has one."""
        if self.by_first.keys().isdisjoint(tokens):
            return set()
        return {*self.alone.intersection(tokens), *(first for first, _ in self.pairs.intersection(pairwise(tokens)))}

    def _fitting(self, words: str, start: int, first: str) -> tuple[str, ...]:
        """The forms that may stand at `start`, where their first word does."""
        seconds = self.by_second.get(first)
        if seconds is None:
            return self.by_first[first]
        following = _WORD.search(words, start + len(first))
        return seconds.get(following.group() if following else "", seconds[""])

    def at_start(self, words: str) -> tuple[str, ...]:
        """The forms with which `words` open, longest first, up to three marks before them passed over."""
        match = _WORD.search(words)
        if match is None or match.start() > 3:
            return ()
        start = match.start()
        return tuple(
            form
            for form in self.by_first.get(match.group(), ())
            if words.startswith(form, start) and not (form[-1].isalnum() and words[start + len(form) :][:1].isalnum())
        )


def _places(words: str, first: str) -> Iterator[tuple[int, str]]:
    """Where `first` stands in `words` as a whole word."""
    start = words.find(first)
    while start >= 0:
        end = start + len(first)
        if not (words[start - 1 : start].isalnum() or words[end : end + 1].isalnum()):
            yield start, first
        start = words.find(first, end)


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
    return _WORD.findall(words)


def words_of(words: str) -> tuple[str, ...]:
    """All words of a line, casefolded, marks off: "The Mayor's plan" gives the, mayor, s, plan.

    A line is asked for its words a dozen times on its way (what may it name? what does it repeat?), so the last lines'
    are remembered; a line of megabytes is not worth its room.
    """
    return _remembered(words) if len(words) < _PARAGRAPH else tuple(_WORD.findall(words.casefold()))


@lru_cache(maxsize=2_000)
def _remembered(words: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(words.casefold()))


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
    ordered = {first: tuple(sorted(own, key=lambda f: (-len(f), f))) for first, own in by_first.items()}
    pairs = frozenset((first, _second(form)) for first, own in ordered.items() for form in own)
    many = {first: _by_second(own) for first, own in ordered.items() if len(own) > _FEW}
    alone = frozenset(first for first, second in pairs if not second)
    return Forms(ordered, many, alone, frozenset(pair for pair in pairs if pair[0] not in alone))


def _second(form: str) -> str:
    """The form's second word; empty when it has none."""
    words: list[str] = _WORD.findall(form)
    return words[1] if len(words) > 1 else ""


def _by_second(own: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """The forms of one first word by their second, each list with those of one word too, in the order they had."""
    seconds = list(map(_second, own))
    return {
        word: tuple(form for form, second in zip(own, seconds, strict=True) if second in (word, ""))
        for word in {"", *seconds}
    }
