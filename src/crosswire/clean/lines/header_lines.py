"""Kept lines that are the report's header, not its text: who wrote it and when, above its first sentence."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.clean.clocks.published import read_date_line
from crosswire.clean.header.bylines import lone_name
from crosswire.clean.lines.kinds import Kind
from crosswire.clean.lines.traits import is_sentence
from crosswire.clean.signed.dateline import lone_dateline
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import FurnitureKind

_FEW = 3  # lines above a headline
_MOST = 10  # lines below the headline among which a header stands
_HEADER = (FurnitureKind.BYLINE, FurnitureKind.DATE)
_LONGEST = 130  # signs
# So many bare dates among the lines of a text are the days of a chronicle, not its publication.
_CHRONICLE = 3


def lines_of_header(
    words: Sequence[str], live: Sequence[int], shown: Sequence[Kind | None], header: Sequence[int], lexicons: Lexicons
) -> dict[int, Kind]:
    """The kept lines (`live`) above the first sentence that say by their words who wrote the report, or when.

    They stand in the box of the text on many pages, where markup and neighbours say "text". Below a standfirst only a
    byline or a date with its label counts. "PORT SOREL, March 3" is a dateline, and the text's.
    """
    if not live:
        return {}
    found = _above(words, live, header, lexicons)
    dates = sum(1 for i in live if _is(shown[i], FurnitureKind.DATE))
    top = max((i for i in header if i < live[0] + _MOST), default=live[0] - 1)
    kept, below = set(live), False
    for index in range(top + 1, min(top + 1 + _MOST, len(words))):
        if index not in kept:
            continue
        kind = shown[index]
        if kind is not None and _is_header(kind, words[index], lexicons):
            chronicle = kind[0] is FurnitureKind.DATE and dates >= _CHRONICLE
            if (below or chronicle) and not _labelled(kind, words[index], lexicons):
                break
            found[index] = kind
        elif below:
            break
        elif not _named_beside(words, index, shown, lexicons):
            below = is_sentence(words[index], lexicons.function_words)
            if below and index != top + 1:
                break
        else:
            found[index] = FurnitureKind.BYLINE, "a name beside a date or byline, above the text"
    return found


def _above(words: Sequence[str], live: Sequence[int], header: Sequence[int], lexicons: Lexicons) -> dict[int, Kind]:
    """The few kept lines above the headline, where none is a sentence: a menu, the name of a section."""
    early = [i for i in live if i < min(header, default=0)]
    if len(early) > _FEW or any(is_sentence(words[i], lexicons.function_words) for i in early):
        return {}
    return dict.fromkeys(early, (FurnitureKind.NAVIGATION, "stands above the headline"))


def _is(kind: Kind | None, wanted: FurnitureKind) -> bool:
    return kind is not None and kind[0] is wanted


def _is_header(kind: Kind, line: str, lexicons: Lexicons) -> bool:
    """True for a byline or date that is no dateline."""
    if kind[0] not in _HEADER or len(line) > _LONGEST:
        return False
    return not lone_dateline(line, agencies=lexicons.agencies, geography=lexicons.geography)


def _labelled(kind: Kind, line: str, lexicons: Lexicons) -> bool:
    """True for a byline, and for a date that is called one: "Published March 3, 2026"."""
    if kind[0] is FurnitureKind.BYLINE:
        return True
    read = read_date_line(line, calendar=lexicons.calendar)
    return read is not None and read.labelled


def _named_beside(words: Sequence[str], index: int, shown: Sequence[Kind | None], lexicons: Lexicons) -> bool:
    """True for a person's name and nothing else right above or below a byline or date."""
    near = [shown[i] for i in (index - 1, index + 1) if 0 <= i < len(words)]
    beside = any(kind is not None and kind[0] in _HEADER for kind in near)
    return beside and lone_name(words[index], lexicons.agencies) is not None
