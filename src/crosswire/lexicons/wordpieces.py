"""Words as the pieces that the encoder knows."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

# A word of more letters, or more pieces, is cut: it is an address or a number, and its rest tells nothing.
LONGEST_WORD, MOST_PIECES = 40, 6
# Words whose pieces are remembered; an archive has more than memory should hold.
REMEMBERED = 100_000


class WordPieces:
    """The numbers of a word's pieces: greedily the longest known piece, from left to right.

    Remembers the words it has seen; what it answers does not depend on them.
    """

    def __init__(self, known: Mapping[str, int], unknown: int) -> None:
        self._known, self._unknown = known, unknown
        self._seen: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """The pieces of a word, at least one."""
        found = self._seen.get(word)
        if found is None:
            found = self._split(word)
            if len(word) <= LONGEST_WORD:
                if len(self._seen) >= REMEMBERED:
                    self._seen.clear()
                self._seen[word] = found
        return found

    def _split(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        for part in _parts(_plain(word)[:LONGEST_WORD]):
            found += self._pieces(part)
        return tuple(found[:MOST_PIECES]) or (self._unknown,)

    def _pieces(self, part: str) -> list[int]:
        """The pieces of a part; the unknown piece where some of it is not known."""
        found: list[int] = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = self._known.get(part[start:end] if start == 0 else f"##{part[start:end]}")
                if piece is not None:
                    break
            else:
                return [self._unknown]
            found.append(piece)
            start = end
        return found


def _plain(word: str) -> str:
    """The word in small letters, without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")


def _parts(word: str) -> list[str]:
    """The word split at marks, each mark by itself."""
    found = [""]
    for c in word:
        if c.isalnum():
            found[-1] += c
        elif not c.isspace():
            found += [c, ""]
    return [part for part in found if part]
