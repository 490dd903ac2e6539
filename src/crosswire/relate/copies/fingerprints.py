"""A report as numbers that its copies share: pairs of rare words that stand near each other, in whatever order.

When three of ten words are edited, of runs of eight equal words 6 % are left, of runs of three 34 %. Of pairs of words
within a small window about 45 % are left, and a pair of rare words says as much as a run of common ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosswire.lexicons.rarity import Rarity, plain
from crosswire.model.report import Report

Numbers: TypeAlias = NDArray[np.int64]

# A fingerprint has so many bits. With those of a report's number they fill 63: one whole number of a database, no sign.
FINGERPRINT_BITS = 35
# Rarity of the words that make pairs, and of a pair: logarithms. "Minister" (2.5) with "ferry" (4.9) is a pair of 7.4;
# "police" with "suspect" is none.
RARE_WORD, RARE_PAIR = 1.0, 4.0
# How many rare words further on the second word of a pair may stand.
WINDOW = 3
# Words of a report that are read, and of which the hashes are remembered.
MOST_WORDS, MOST_REMEMBERED = 50_000, 200_000

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
MIXER, MIXER_AGAIN = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprints:
    """A report's fingerprints, each once and rising; for each the two words that it was first made of, counted among
    the report's rare words; and where each rare word starts in the text."""

    values: Numbers
    first: Numbers
    second: Numbers
    starts: Numbers


@dataclass(frozen=True, slots=True)
class Fingerprinter:
    """Makes fingerprints. Whether a pair of words is one hangs on the two words alone: a passage has the same in every
    report. They are the same on every machine and in every run, and may be stored."""

    rarity: Rarity
    left_out: frozenset[str] = frozenset()
    _known: dict[str, tuple[int, float]] = field(default_factory=dict, repr=False, compare=False)

    def of(self, report: Report) -> Fingerprints:
        """The fingerprints of a report's text behind its dateline."""
        line = report.dateline
        return self.of_text(report.text, line.end if line and line.start < 200 else 0)

    def of_text(self, text: str, start: int = 0) -> Fingerprints:
        """The fingerprints of a text from `start` on."""
        rare = list(self._rare_words(text, start))
        starts = np.array([word[0] for word in rare], dtype=np.int64)
        hashes = np.array([word[1] for word in rare], dtype=np.uint64)
        weights = np.array([word[2] for word in rare], dtype=np.float32)
        places = np.arange(len(rare))
        found: list[tuple[Numbers, Numbers, Numbers]] = []
        for step in range(1, min(WINDOW, len(rare) - 1) + 1):
            one, other = hashes[:-step], hashes[step:]
            kept = (weights[:-step] + weights[step:] >= RARE_PAIR) & (one != other)
            found.append((_mixed(one[kept] + other[kept]), places[:-step][kept], places[step:][kept]))
        if not found:
            none = np.zeros(0, dtype=np.int64)
            return Fingerprints(none, none, none, starts)
        values, first, second = (np.concatenate(parts) for parts in zip(*found, strict=True))
        values, at = np.unique(values, return_index=True)
        return Fingerprints(values, first[at], second[at], starts)

    def _rare_words(self, text: str, start: int) -> Iterator[tuple[int, int, float]]:
        """Where each word that is rare enough starts, its hash and its weight, in order."""
        known = self._known
        for match in islice(WORD.finditer(text, start), MOST_WORDS):
            word = match.group()
            entry = known.get(word)
            if entry is None:
                entry = self._read(word)
                if len(known) < MOST_REMEMBERED:
                    known[word] = entry
            if entry[1] >= RARE_WORD:
                yield match.start(), *entry

    def _read(self, word: str) -> tuple[int, float]:
        form = plain(word)
        weight = 0.0 if form in self.left_out else self.rarity.weight(form)
        return int.from_bytes(blake2b(form.encode(), digest_size=8).digest(), "little"), weight


def _mixed(sums: NDArray[np.uint64]) -> Numbers:
    """Well spread numbers of FINGERPRINT_BITS for sums of two hashes (splitmix64's last steps)."""
    sums = (sums ^ (sums >> np.uint64(30))) * np.uint64(MIXER)
    sums = (sums ^ (sums >> np.uint64(27))) * np.uint64(MIXER_AGAIN)
    return (sums >> np.uint64(64 - FINGERPRINT_BITS)).astype(np.int64)
