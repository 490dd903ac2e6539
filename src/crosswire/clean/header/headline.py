"""The headline of a page among its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from crosswire.clean.header.headline_traits import Surroundings, headline_traits, parts_of, size_of, surroundings
from crosswire.clean.header.mastheads import is_site, mastheads
from crosswire.clean.lines.kinds import Kind
from crosswire.clean.lines.repeats import words_of
from crosswire.clean.signed.dateline import find_dateline
from crosswire.lexicons.load import Lexicons

_MOST_LINES = 2_000  # among which a known headline is looked for
_MOST_PARTS = 3  # lines
_REACH, _APART = 60, 15  # lines
_FEWEST = 3  # words
# "Ostra votes for wall Posted: Tuesday, March 3, 2026 8:18 PM". "Story by Ana Ruiz, posted March 3" holds no headline.
_GLUED = re.compile(
    r"(?P<head>[^:|]{12,180}?)\s+(?:Posted|Published|Updated|Last [Uu]pdated)\s?:\s.{0,60}\b(?:19|20)\d\d\b"
)
_SHARE = 0.4  # of the words of the longest run
_LONGEST = 400  # signs
_COPIES = 3  # lines behind the first kept one among which a copy of the headline may stand


def find_headline(
    words: Sequence[str],
    kept: Sequence[bool],
    shown: Sequence[Kind | None],
    opening: int | None,
    *,
    titles: Sequence[str],
    lexicons: Lexicons,
) -> tuple[int, ...]:
    """The lines that hold the headline (and its copies): indices, the best first; none when there is none.

    `opening` is the line with the dateline. Given `titles` decide; else learned weights choose among the lines before
    the text, or none of them (docs/models/headline.md).
    """
    if titles:
        return _titled_lines(words, titles)
    first = text_start(words, kept, opening)
    around = surroundings(words, kept, first, lexicons)
    near = candidates(words, shown, around, lexicons)
    if not near:
        return ()
    traits = np.array([headline_traits(words, shown, index, around, lexicons) for index in near])
    odds = lexicons.headline_weights.odds(traits)
    best = int(np.argmax(odds))
    if odds[best] <= 0:
        return ()
    name = around.keys[near[best]]
    copies = (i for i, key in enumerate(around.keys[: first + 1 + _COPIES]) if i != near[best] and key == name)
    return (near[best], *copies)


def headline_before_date(line: str) -> str | None:
    """The headline with which a line begins that goes on with its date; None for a line that doesn't."""
    match = _GLUED.match(line) if len(line) < _LONGEST else None
    words = match["head"].strip() if match else ""
    return words if size_of(words) > _FEWEST else None


def text_start(words: Sequence[str], kept: Sequence[bool], opening: int | None) -> int:
    """The line where the text begins: the first run of kept lines that is no small one, from the dateline on.

    A notice of cookies far above the text, kept by mistake, doesn't begin it.
    """
    runs: list[list[int]] = []
    last = -_APART - 1
    for index, keep in enumerate(kept):
        if keep:
            if index - last > _APART:
                runs.append([index, 0])
            runs[-1][1] += len(words[index])
            last = index
    most = max((run[1] for run in runs), default=0)
    first = next((run[0] for run in runs if run[1] >= _SHARE * most), len(words))
    return max(first, opening or 0)


def candidates(
    words: Sequence[str], shown: Sequence[Kind | None], around: Surroundings, lexicons: Lexicons
) -> list[int]:
    """The lines before the text (and its first) that may be a headline.

    They show no other kind, name no medium, open with no dateline, and say something that the text says too:
    "Thank you for registering!" above a text about a lock has no word of it.
    """
    first = around.first
    media, outlets = lexicons.media_words, lexicons.outlets
    names = mastheads(words, media)
    return [
        i
        for i in range(max(0, first - _REACH), min(first + 1, len(words)))
        if shown[i] is None
        and i not in names
        and 1 < len(words[i]) < _LONGEST
        and not around.vocabulary.isdisjoint(parts_of(words[i]))
        and not is_site(words[i], media)
        and outlets.find(words[i]) is None
        and not find_dateline(words[i], agencies=lexicons.agencies, geography=lexicons.geography)
    ]


def _titled_lines(words: Sequence[str], titles: Sequence[str]) -> tuple[int, ...]:
    """The lines that are one of the titles, and those that are one together: a kicker, or a headline in two lines."""
    known = {key for title in titles if (key := words_of(title))}
    keys = [words_of(line) for line in words[:_MOST_LINES]]
    found: dict[int, None] = {}
    for index, key in enumerate(keys):
        whole, end = key, index + 1
        while whole not in known and end < min(index + _MOST_PARTS, len(keys)):
            whole, end = whole + keys[end], end + 1
        if whole in known:
            found |= dict.fromkeys(range(index, end))
    return tuple(found)
