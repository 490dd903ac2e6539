"""Subheadings, which come in series: lines of one form between paragraphs, decided together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from crosswire.clean.lines.kinds import LOUD_TEASER, Kind
from crosswire.model.report import FurnitureKind

_MOST_WORDS = 8  # of a subheading in capitals; of others
_FEW_WORDS = 6
_PARAGRAPH = 60  # signs
_NAMED = 3  # lines that the next paragraph names: "Linden TV", "Linden TV has a stream on its site."
# Short lines are captions, credits and links too, so more of them must be kept; capitals and dashes are rarer.
_FEWEST_KEPT = {"capitals": 1, "dashes": 1, "short": 3}
_NOT_TITLES = (".", "!", ":", ";", ",", "…", "”", '"', ")", "]")


def subheadings(
    words: Sequence[str], kept: Sequence[bool], gone: Mapping[int, Kind], shown: Sequence[Kind | None]
) -> frozenset[int]:
    """The lines set aside that are subheadings like others that are kept, or whose next paragraph names them.

    "WHAT THE MAYOR WANTS" goes with "WHAT THE PORT WANTS" below it, the first of a series too. What shows by its own
    words to be furniture ("Read more") is none, however many of its form are kept.
    """
    live = [i for i, keep in enumerate(kept) if keep and i not in gone]
    if len(live) < 2:
        return frozenset()
    series: dict[str, list[int]] = defaultdict(list)
    for i in range(max(1, live[0] - 1), live[-1]):
        form = _form(words[i])
        if form and _between(words, kept, i):
            series[form].append(i)
    found: set[int] = set()
    for form, members in series.items():
        there = sum(kept[i] and i not in gone for i in members)
        aside = [i for i in members if not (kept[i] and i not in gone)]
        free = [i for i in aside if shown[i] is None and gone.get(i, LOUD_TEASER) == LOUD_TEASER]
        if there >= _FEWEST_KEPT[form] and there >= len(free):
            found |= set(free)
    return frozenset(found | _named(words, series["short"], shown))


def _named(words: Sequence[str], members: Sequence[int], shown: Sequence[Kind | None]) -> set[int]:
    """The short lines that the paragraph below each names, when there are several: places, channels, people."""
    named = [i for i in members if words[i] in words[i + 1]]
    free = {i for i in named if (own := shown[i]) is None or own[0] is FurnitureKind.SHARING}
    return free if len(named) >= _NAMED else set()


def _form(line: str) -> str | None:
    """The form of a subheading that a line has; None where it has none."""
    if len(line) > _PARAGRAPH or not line[:1].isprintable() or line.endswith(_NOT_TITLES):
        return None
    count = line.count(" ") + 1
    if line.startswith("- ") and line.endswith(" -"):
        return "dashes"
    if line.isupper() and count <= _MOST_WORDS and len(line) > 4:
        return "capitals"
    if count <= _FEW_WORDS and line[0].isupper() and line[-1].isalnum():
        return "short"
    return None


def _between(words: Sequence[str], kept: Sequence[bool], index: int) -> bool:
    """True for a line with a paragraph above it and one that is kept right below it."""
    below = kept[index + 1] and len(words[index + 1]) > _PARAGRAPH / 2
    return below and words[index - 1].rstrip("\"'”’)")[-1:] in (".", "!", "?", ":")
