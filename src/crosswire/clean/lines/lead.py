"""Lines kept before the text really begins: captions, standfirsts and teasers above headline, byline or dateline."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from crosswire.clean.lines.kinds import Kind
from crosswire.clean.lines.traits import is_sentence
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import FurnitureKind

# More lines, or a larger share of the words, than this before the byline are a text, not a lead-in.
_MOST_LINES = 3
_MOST_SHARE = 0.2
# "… at the town hall in Ostra Monday." above a dateline: the text itself begins with the dateline.
_DAY_END = re.compile(r"^[^“\"]{20,240}\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{1,2}, \d{4})\.$")
_HEADER = (FurnitureKind.BYLINE, FurnitureKind.DATE)


def before_the_text(
    words: Sequence[str],
    live: Sequence[int],
    shown: Sequence[Kind | None],
    gone: Mapping[int, Kind],
    header: Sequence[int],
    opening: int | None,
    lexicons: Lexicons,
) -> dict[int, Kind]:
    """The kept lines (`live`) that stand before the text begins, with the kind they are of.

    The text begins behind the headline and behind the byline or date line that follows it. A lead-in that says again
    what the text says is a pull quote; one beside a photo credit a caption.
    """
    early = _early(words, live, shown, gone, header, opening, lexicons)
    bodies = {words_of(words[i]) for i in live if i not in early}
    found: dict[int, Kind] = {}
    for index in early:
        if words_of(words[index]) in bodies:
            found[index] = FurnitureKind.PULL_QUOTE, "the same words stand in the text"
        elif opening is not None and index < opening and index - 1 not in header and _DAY_END.search(words[index]):
            found[index] = FurnitureKind.CAPTION, "ends in a picture's day, before the dateline"
        elif index - 1 in header and _is_header_line(next(iter(shown[index + 1 :]), None)):
            found[index] = FurnitureKind.OTHER, "stands before the text begins"  # a standfirst, no caption
        elif _beside_caption(words, index, gone, found, early):
            found[index] = FurnitureKind.CAPTION, "stands beside a photo credit, before the text"
        else:
            found[index] = FurnitureKind.OTHER, "stands before the text begins"
    return found


def _early(
    words: Sequence[str],
    live: Sequence[int],
    shown: Sequence[Kind | None],
    gone: Mapping[int, Kind],
    header: Sequence[int],
    opening: int | None,
    lexicons: Lexicons,
) -> list[int]:
    """The kept lines before the last sign that the text is still to come, when they are few beside the rest."""
    top = max(header, default=-1)
    last = live[min(_MOST_LINES, len(live) - 1)] if live else 0
    # Only the first byline or date counts: one that comes again between paragraphs belongs to a picture or a player.
    signed = next((i for i in range(top + 1, last) if _is_header_line(shown[i])), -1)
    signs = [top, signed if opening is None or signed < opening else -1]
    if opening is not None and live and live[0] < opening and words[live[0]] in words[opening:]:
        signs.append(opening - 1)
    begin = max(signs, default=-1)
    early = [i for i in live if i < begin or (opening is not None and i < opening and _is_picture(words, i, gone))]
    first = next((i for i in live if i > begin), None)
    if (
        first is not None
        and not is_sentence(words[first], lexicons.function_words)
        and (opening is None or first < opening)
        and _is_title(words[first])
    ):
        early.append(first)
    if not early:
        return []
    size = sum(len(words[i].split()) for i in early)
    if len(early) > _MOST_LINES or size > _MOST_SHARE * sum(len(words[i].split()) for i in live):
        return []
    return early


def _is_picture(words: Sequence[str], index: int, gone: Mapping[int, Kind]) -> bool:
    """True when a line before the dateline is a picture's: a caption beside it, or a day at its end."""
    return bool(_DAY_END.search(words[index])) or _beside_caption(words, index, gone, {}, ())


def _is_header_line(shown: Kind | None) -> bool:
    return shown is not None and shown[0] in _HEADER


def _is_title(line: str) -> bool:
    """True for a line of some length without any mark at its end: a teaser's or a video's title."""
    return 4 <= len(line.split()) <= 20 and line[-1:].isalnum()


def _beside_caption(
    words: Sequence[str], index: int, gone: Mapping[int, Kind], found: Mapping[int, Kind], early: Sequence[int]
) -> bool:
    """True when a caption, a photo credit, an agency's name or its own copy stands next to the line."""
    for near in (index - 1, index + 1):
        kind = gone.get(near) or found.get(near)
        if kind and kind[0] is FurnitureKind.CAPTION:
            return True
        if near in early and words[near] == words[index]:
            return True
    after = gone.get(index + 1)
    return after is not None and after[0] in (FurnitureKind.BYLINE, FurnitureKind.CREDIT)
