"""The headline of a page among its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from crosswire.clean.header.bylines import lone_name
from crosswire.clean.header.headline_traits import (
    Surroundings,
    headline_traits,
    is_form_or_menu,
    parts_of,
    size_of,
    surroundings,
)
from crosswire.clean.header.mastheads import is_site, mastheads
from crosswire.clean.header.titles import bare_title
from crosswire.clean.lines.captions import is_caption
from crosswire.clean.lines.kinds import Kind
from crosswire.clean.lines.traits import is_sentence
from crosswire.clean.signed.dateline import find_dateline
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import FurnitureKind

_MOST_LINES = 2_000  # among which a known headline is looked for
_MOST_PARTS = 3  # lines
_REACH, _APART = 60, 15  # lines
_FEWEST = 3  # words
# "Ostra votes for wall Posted: Tuesday, March 3, 2026 8:18 PM". "Story by Ana Ruiz, posted March 3" holds no headline.
_GLUED = re.compile(
    r"(?P<head>[^:|]{12,180}?)\s+(?:Posted|Published|Updated|Last [Uu]pdated)\s?:\s.{0,60}\b(?:19|20)\d\d\b"
)
# "Ostra Police Department" above a release names who sent it.
_OFFICE = re.compile(
    r"(?:[A-Z][\w.'’&-]*\s){1,4}(?:Department|Office|Bureau|Ministry|University|College|Institute|Agency|Commission|Council"
    r"|Association|Authority|Service)s?"
)
_SHARE = 0.4  # of the words of the longest run
_LONGEST = 400  # signs
_TOP = 4  # lines from the page's first to the text's
_TOLD = 4  # lines
_SHORTEST, _LONGEST_HEAD = 2, 18  # words
_BETWEEN = (FurnitureKind.BYLINE, FurnitureKind.DATE, FurnitureKind.CREDIT, FurnitureKind.SHARING)
_STOPS = (".", ".”", '."', ".’", "。")
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
        return _of_header(_titled_lines(words, titles), words, kept, lexicons)
    first = text_start(words, kept, opening)
    around = surroundings(words, kept, first, lexicons)
    near = candidates(words, shown, around, lexicons)
    if not near:
        return _top_line(words, shown, opening, lexicons)
    traits = np.array([headline_traits(words, shown, index, around, lexicons) for index in near])
    odds = lexicons.headline_weights.odds(traits)
    best = int(np.argmax(odds))
    if odds[best] <= 0:
        return _top_line(words, shown, opening, lexicons)
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
        and not _OFFICE.fullmatch(words[i])
        and not find_dateline(words[i], agencies=lexicons.agencies, geography=lexicons.geography)
    ]


def _top_line(
    words: Sequence[str], shown: Sequence[Kind | None], opening: int | None, lexicons: Lexicons
) -> tuple[int, ...]:
    """The page's first line where the text follows it at once, and it is worded as a headline; else none.

    "Council backs plan", a blank line, "OSTRA (NPA) — The council …" has too few lines for the weights to be sure.
    Counter-examples: "Advertisement", "The lock in March. (Photo: Ole Berg)", "Sign in with your account".
    """
    text = _first_sentence(words, opening, lexicons)
    if not 0 < text <= _TOP or shown[0] is not None or not _is_worded_so(words[0], lexicons):
        return ()
    name = words_of(words[0])
    found = tuple(i for i in range(text) if i == 0 or words_of(words[i]) == name)
    between = (shown[i] for i in range(text) if i not in found)
    if any(kind is None or kind[0] not in _BETWEEN for kind in between):
        return ()
    if opening == text:
        return found
    told = {part for line in words[text : text + _TOLD] for part in parts_of(line)} - lexicons.function_words.english
    return () if told.isdisjoint(parts_of(words[0])) else found


def _first_sentence(words: Sequence[str], opening: int | None, lexicons: Lexicons) -> int:
    """The line with the dateline, or the first that is a sentence, whichever comes first; 0 when it isn't near."""
    sentences = (i for i, line in enumerate(words[: _TOP + 1]) if is_sentence(line, lexicons.function_words))
    first = next(sentences, 0)
    return min(first, opening) if first and opening is not None else opening if opening is not None else first


def _is_worded_so(line: str, lexicons: Lexicons) -> bool:
    """True for a line of a headline's length and end that opens with no dateline and is no credit, menu or form."""
    media = lexicons.media_words
    size = size_of(bare_title(line, media=media)) if len(line) < _LONGEST else 0
    if not _SHORTEST <= size <= _LONGEST_HEAD or line.rstrip("\"'”’)")[-1:] in ".:;,…":
        return False
    furniture = is_form_or_menu(line) or is_caption(line, lexicons.agencies)
    named = is_site(line, media) or bool(mastheads((line,), media)) or lexicons.outlets.find(line) is not None
    return not (
        furniture
        or named
        or media.is_section(line)
        or lone_name(line, lexicons.agencies)
        or find_dateline(line, agencies=lexicons.agencies, geography=lexicons.geography)
    )


def _of_header(
    titled: tuple[int, ...], words: Sequence[str], kept: Sequence[bool], lexicons: Lexicons
) -> tuple[int, ...]:
    """The titled lines without those that are the text's: a kept sentence with its full stop, the last that says it.

    Who names no title calls a text by its first sentence: "The lock closed on Monday." above more text is its lead,
    also below a heading that says the same.
    """
    last = {words_of(words[index]): index for index in titled if kept[index]}
    text = {i for i in last.values() if words[i].endswith(_STOPS) and is_sentence(words[i], lexicons.function_words)}
    return tuple(index for index in titled if index not in text)


def _titled_lines(words: Sequence[str], titles: Sequence[str]) -> tuple[int, ...]:
    """The lines that are one of the titles, and those that are one together: a kicker, or a headline in two lines."""
    known = {key for title in titles if (key := words_of(title))}
    keys = [words_of(line) for line in words[:_MOST_LINES]]
    longest = max(map(len, known), default=0)
    found: dict[int, None] = {}
    for index, key in enumerate(keys):
        whole, end = key, index + 1
        while len(whole) < longest and whole not in known and end < min(index + _MOST_PARTS, len(keys)):
            whole, end = whole + keys[end], end + 1
        if len(whole) <= longest and whole in known:
            found |= dict.fromkeys(range(index, end))
    return tuple(found)
