"""The command line: what the user typed to what crosswire does."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command; the exit code: 0 done, 1 nothing usable in the input, 2 wrong usage."""
    return 2
