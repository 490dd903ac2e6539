"""The headline of a page among its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.clean.captions import is_caption, is_credit_line
from crosswire.clean.dateline import find_dateline
from crosswire.clean.kinds import Kind
from crosswire.clean.publisher import is_site, mastheads
from crosswire.clean.repeats import words_of
from crosswire.clean.titles import bare_title
from crosswire.clean.traits import DATED, cut_off, title_case
from crosswire.lexicons.load import Lexicons

_MENU = re.compile(r"\t|\s{2}.*\S\s{2}")
_FEWEST, _MOST = 3, 30
_MOST_LINES = 2_000  # among which a known headline is looked for
_MOST_PARTS = 3  # lines
_CAPTION = 8  # words
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

    `opening` is the line with the dateline. Given `titles` decide; else the line before the text that looks like a
    headline and shares the text's words.
    """
    if titles:
        return _titled_lines(words, titles)
    first = next((i for i, keep in enumerate(kept) if keep), len(words))
    first = max(first, opening or 0)
    body = [words[i] for i, keep in enumerate(kept) if keep and i >= first][:12]
    vocabulary = {w for line in body for w in words_of(line)} - lexicons.function_words.english
    limit = first + 1 if first < len(words) and _titled(words[first]) else first
    media = lexicons.media_words
    names = mastheads(words, media)
    scored = [
        (s, i)
        for i in range(max(0, limit - 60), limit)
        if shown[i] is None
        and i not in names
        and not is_site(words[i], media)
        and lexicons.outlets.find(words[i]) is None
        and not find_dateline(words[i], agencies=lexicons.agencies, geography=lexicons.geography)
        and (s := _score(words[i], first - i, vocabulary, _under_credit(words, i, lexicons), lexicons)) > 0
    ]
    if not scored:
        return ()
    best = max(scored, key=lambda pair: (pair[0], -pair[1]))[1]
    name = words_of(bare_title(words[best], media=media))
    copies = [
        i
        for i in range(min(limit + _COPIES, len(words)))
        if i != best and words_of(bare_title(words[i], media=media)) == name
    ]
    return (best, *copies)


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


def _titled(line: str) -> bool:
    """True for a line that can be a headline and no paragraph: no full stop, not long."""
    return not line.rstrip("\"'”’").endswith((".", ":", ";", ",")) and _FEWEST <= len(line.split()) <= 20


def _under_credit(words: Sequence[str], index: int, lexicons: Lexicons) -> bool:
    """True for the line under "Ana Ruiz | Example Images" that says what the picture shows.

    A credit in brackets, or behind a long line, has its caption above it; what follows may be the headline.
    """
    before = words[index - 1] if index else ""
    caption_above = before.startswith("(") or (index > 1 and len(words[index - 2].split()) > _CAPTION)
    return not caption_above and is_credit_line(before, lexicons.agencies)


def _score(line: str, distance: int, vocabulary: set[str], under_credit: bool, lexicons: Lexicons) -> float:
    """How like the headline a line is; 0 or less: not at all."""
    count = len(line.split())
    if not _FEWEST <= count <= _MOST or line.rstrip("\"'”’)").endswith((".", ":", ";")):
        return 0.0
    if (
        is_caption(bare_title(line, media=lexicons.media_words), lexicons.agencies)
        or line.startswith(("(", "•", "http"))
        or _MENU.search(line)
    ):
        return 0.0
    content = set(words_of(line)) - lexicons.function_words.english
    shared = len(content & vocabulary) / max(len(content), 1)
    length = 1.0 if 5 <= count <= 18 else 0.4
    captioned = 3.0 if under_credit else 0.0
    broken = 1.2 if cut_off(line) or DATED.search(line) else 0.0
    return 2.0 * shared + 0.5 * title_case(line) + length - 0.04 * min(distance, 30) - 0.6 - broken - captioned
