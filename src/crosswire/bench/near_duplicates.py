"""Finders of near duplicates under one form: ours, datasketch's and rensa's MinHash behind LSH."""

from __future__ import annotations

import ctypes
import gc
import importlib
import importlib.util
import os
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from crosswire.lexicons.load import Lexicons
from crosswire.relate.copies.copy_index import Blocks, Candidate, candidates
from crosswire.relate.copies.fingerprints import Fingerprinter, Numbers

PERMUTATIONS = 128


class Finder(Protocol):
    """Is given reports one by one; says which of them a new one may have words from."""

    name: str

    @property
    def shingles(self) -> int:
        """How many fingerprints or shingles of the reports that it was given it has read."""

    def add(self, number: int, text: str) -> None:
        """Take in a report."""

    def find(self, text: str) -> list[int]:
        """The numbers of the reports to compare with, each once."""


class Ours:
    """Fingerprints of pairs of rare words, in sorted blocks."""

    name = "crosswire"

    def __init__(self, lexicons: Lexicons) -> None:
        self._fingerprinter = Fingerprinter(lexicons.rarity, lexicons.function_words.any_language)
        self.rows = Blocks()
        self.known = 0
        self.looked_at = 0  # rows of the index, in all look-ups

    @property
    def shingles(self) -> int:
        """The fingerprints of all reports."""
        return self.rows.size

    def add(self, number: int, text: str) -> None:
        """Take in a report."""
        self.known += 1
        self.rows.add(number, self._fingerprinter.of_text(text).values)

    def find(self, text: str) -> list[int]:
        """The numbers of the reports to compare with, the likeliest first."""
        return [candidate.number for candidate in self.candidates(text)]

    def candidates(self, text: str) -> tuple[Candidate, ...]:
        """The same with what they share."""
        return candidates(self._fingerprinter.of_text(text), self)

    def holders(self, values: Numbers, most: int) -> tuple[Numbers, Numbers]:
        """As the index has it; counted."""
        found = self.rows.holders(values, most)
        self.looked_at += len(found[0])
        return found


class _MinHash(ABC):
    """What both rivals have in common: shingles of `row` words of a whole text, or of each of its windows."""

    _lsh: Any

    def __init__(self, label: str, row: int, window: int | None) -> None:
        self.name = f"{label}, rows of {row} words" + (f", in windows of {window}" if window else "")
        self.shingles = 0
        self._row, self._window = row, window
        self._owner: list[int] = []  # of each window, its report

    def _parts(self, text: str) -> Iterator[list[str]]:
        words = text.lower().split()
        step = self._window // 2 if self._window else max(1, len(words))
        for start in range(0, max(1, len(words) - step + 1), step):
            part = words[start : start + self._window] if self._window else words
            yield [" ".join(part[n : n + self._row]) for n in range(max(1, len(part) - self._row + 1))]

    def find(self, text: str) -> list[int]:
        """The reports with an equal band."""
        found = {self._owner[key] for rows in self._parts(text) for key in self._lsh.query(self._sketch(rows))}
        return sorted(found)

    @abstractmethod
    def _sketch(self, rows: list[str]) -> Any:
        """The library's own sketch of these shingles."""

    def _next(self, number: int, rows: int) -> int:
        self.shingles += rows
        self._owner.append(number)
        return len(self._owner) - 1


class Datasketch(_MinHash):
    """datasketch's MinHash behind its MinHashLSH, which chooses bands for a threshold."""

    def __init__(self, row: int, threshold: float, window: int | None = None) -> None:
        library = importlib.import_module("datasketch")
        self._lsh = library.MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
        self._hash: Any = library.MinHash
        super().__init__(f"datasketch {threshold:g} ({self._lsh.b} bands of {self._lsh.r})", row, window)

    def add(self, number: int, text: str) -> None:
        """Take in a report."""
        for rows in self._parts(text):
            self._lsh.insert(self._next(number, len(rows)), self._sketch(rows), check_duplication=False)

    def _sketch(self, rows: list[str]) -> Any:
        sketch = self._hash(num_perm=PERMUTATIONS)
        sketch.update_batch([row.encode() for row in rows])
        return sketch


class Rensa(_MinHash):
    """rensa's RMinHash behind its RMinHashLSH."""

    def __init__(self, row: int, threshold: float, bands: int, window: int | None = None) -> None:
        library = importlib.import_module("rensa")
        self._lsh = library.RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=bands)
        self._hash: Any = library.RMinHash
        super().__init__(f"rensa {threshold:g} ({bands} bands of {PERMUTATIONS // bands})", row, window)

    def add(self, number: int, text: str) -> None:
        """Take in a report."""
        for rows in self._parts(text):
            self._lsh.insert(self._next(number, len(rows)), self._sketch(rows))

    def _sketch(self, rows: list[str]) -> Any:
        sketch = self._hash(num_perm=PERMUTATIONS, seed=42)
        sketch.update(rows)
        return sketch


def rivals() -> Iterator[Finder]:
    """The rivals that are installed: at a usual setting, at those that suit such edits, and by windows of a text, which
    is how MinHash can find a passage."""
    if importlib.util.find_spec("datasketch"):
        yield Datasketch(5, 0.5)
        yield Datasketch(2, 0.1)
        yield Datasketch(2, 0.1, window=80)
    if importlib.util.find_spec("rensa"):
        yield Rensa(5, 0.5, 32)
        yield Rensa(3, 0.2, 64)
        yield Rensa(2, 0.1, 64)
        yield Rensa(2, 0.1, 64, window=80)
        yield Rensa(2, 0.1, 128)


def resident() -> float | None:
    """The memory that this process holds, in MB, after what is free was given back; None where the system does not
    tell."""
    gc.collect()
    try:
        ctypes.CDLL(None).malloc_trim(0)
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except (OSError, AttributeError, TypeError, ValueError):
        return None
