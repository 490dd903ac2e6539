"""How alike two spellings or two runs of words are, from rapidfuzz: the only module that knows it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from rapidfuzz.distance import OSA, Indel, JaroWinkler

# An edit from one sequence to another: what it does ("equal", "insert", "delete"), and the stretches of both.
Edit = tuple[str, int, int, int, int]


def spelt_alike(a: str, b: str) -> float:
    """Jaro-Winkler similarity of two names, 0 to 1: equal beginnings count more ("Sergey", "Sergei" .93)."""
    return float(JaroWinkler.similarity(a, b))


def slips(a: str, b: str) -> int:
    """How many letters are put in, left out, changed or swapped with the next between two words ("Holt", "Hotl": 1)."""
    return int(OSA.distance(a, b))


def common_length(a: Sequence[str], b: Sequence[str]) -> int:
    """How many items two sequences share in the same order: the length of their longest common subsequence."""
    return int(len(a) + len(b) - Indel.distance(a, b)) // 2


def edits(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Edit]:
    """The stretches that turn `a` into `b`, in order, insertions and deletions apart."""
    codes = Indel.opcodes(a, b)
    return [(code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end) for code in codes]
