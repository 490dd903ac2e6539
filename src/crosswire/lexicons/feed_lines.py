"""Lines that publishing software and feed services add behind the text of a feed's entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.furniture import plain

_MARKS = " .:;!|*•·»«›‹→–—-[]()…"
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class FeedLines:
    """How such lines open and what stands later in them, as pairs; the ones that are a phrase and nothing else."""

    pairs: tuple[tuple[str, str], ...]
    whole: frozenset[str]

    def find(self, words: str) -> str | None:
        """The phrase that shows a line to be added: `appeared first on` for "The post … appeared first on …"."""
        if len(words) > _LONGEST:
            return None
        line = plain(words)
        if (bare := line.strip(_MARKS)) in self.whole:
            return bare
        said = (says for opens, says in self.pairs if line.startswith(opens) and says in line[max(0, len(opens) - 1) :])
        return next((says.strip() or line[:40] for says in said), None)


def feed_lines(table: Mapping[str, Any]) -> FeedLines:
    """The lines of a table with `line` entries."""
    rows = table["line"]
    pairs = {
        (plain(opens) + " " * opens.endswith(" "), f" {plain(says)} " if says.strip() else " ")
        for row in rows
        for opens in row.get("opens", ())
        for says in row.get("says", ())
    }
    return FeedLines(tuple(sorted(pairs)), frozenset(plain(words) for row in rows for words in row.get("whole", ())))
