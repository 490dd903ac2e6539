"""The dates that stand beside a report: lines of its header and end, put together where they are split."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswire.clean.clocks.clocks import clocks
from crosswire.clean.clocks.day_order import Signs
from crosswire.clean.clocks.published import (
    DateLine,
    dates_of_line,
    is_alone,
    is_clock,
    is_label,
    is_part,
    may_be_labelled,
    may_state_time,
    updated_label,
)
from crosswire.clean.clocks.stamps import read_stamps
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.calendar import Calendar
from crosswire.lexicons.date_words import flat
from crosswire.model.report import FurnitureKind
from crosswire.model.when import DAY, Basis

_ABOVE = 3  # lines above the headline that are still its header
_FAR = 16  # lines above it in which a date line may still be the report's: what was taken for the headline is a caption
_NO_HEADLINE = 20  # lines before the text that are a header where there is no headline
_BELOW = 6  # lines behind the first kept one: text is often kept from a standfirst or caption on
_OVER = 2  # the rank of a date above the headline
_LISTED = 3  # unlabelled dates above the text are those of a list
_INSIDE = 4  # the rank of a date deeper in the text: the report's only where it is the only one
_APART = 12  # lines
_BEHIND = 6  # lines behind the text
_PIECES = 3  # lines that a date is split over
_LONGEST = 240
_OTHERS = 8  # words beside the date in a header line that is no sentence
_BY = re.compile(r"\W*by[:\s]", re.IGNORECASE)
# "Subscribe today" is no date; in other languages such lines have more words than a date line.
_OFFERS = re.compile(r"subscri|sign(?:ed)?[ -]?up|newsletter|\binbox|abonn|suscr[ií]b|e-?mails?\b", re.IGNORECASE)
# In a notice of the police or of an event "Date:" stands among such fields, and is the day of what it tells.
_TOLD_DATE = re.compile(
    r"\W*(?:(?:incident|event|offen[cs]e)\s+)?(?:date(?:\s+(?:and|&)\s+time)?|when)(?:\s+of\s+[a-z]{4,12})?\s*:",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\W*(?:location|address|place|where|venue|offen[cs]e|crime|case\s+(?:number|no\.?|#)|incident|report\s+number|warrant|victims?|suspects?"
    r"|complainant|time of|host|organi[sz]er|admission|tickets|cost)\b[^:]{0,20}:",
    re.IGNORECASE,
)
_FIELDS = 3  # lines
# Dates of other reports, comments, players.
_NOT = frozenset({FurnitureKind.RELATED, FurnitureKind.COMMENT, FurnitureKind.LEGAL,
                  FurnitureKind.PLAYER, FurnitureKind.ADVERT, FurnitureKind.POLL, FurnitureKind.PULL_QUOTE,
                  FurnitureKind.NEWSLETTER})  # fmt: skip
# With these the page's other matters begin behind the text: "Related", "Comments".
_OTHERS_BEGIN = frozenset({FurnitureKind.RELATED, FurnitureKind.COMMENT, FurnitureKind.NEWSLETTER})


@dataclass(frozen=True, slots=True)
class Dated:
    """A time beside the report, and how far its line stands from where one expects it; the nearest is the report's."""

    line: DateLine
    rank: tuple[int, ...]
    far: bool = False


@dataclass(frozen=True, slots=True)
class _Zone:
    """The lines of the page that can be the report's header or end: indices. `heads`: the headline and its copies."""

    heads: tuple[int, ...]
    first: int
    last: int
    begin: int
    end: int

    def rank(self, place: int) -> tuple[int, int]:
        """How far a line is from where one expects it: below the headline, above it, behind the text."""
        if place > self.last:
            return 3, place - self.last
        if place > self.first:
            return 1 if place <= self.first + _BELOW else _INSIDE, place - self.first
        if not self.heads:
            return 0, self.first - place
        above = [head for head in self.heads if head < place]
        return (0, min(place - above[-1], self.first - place)) if above else (_OVER, self.heads[0] - place)

    def is_apart(self, place: int) -> bool:
        """True for a line far from the headline and from the text: a menu's, between the page's title and its text."""
        return place < self.first and self.rank(place)[1] > _APART

    def is_above(self, place: int) -> bool:
        """True for a line above the headline and all its copies."""
        return bool(self.heads) and place < self.heads[0]

    def is_far(self, place: int) -> bool:
        """True for a line above the headline's own header."""
        return bool(self.heads) and place < self.heads[0] - _ABOVE


@dataclass(frozen=True, slots=True)
class HeaderDates:
    """The times beside the report, the likeliest first; and why there are none, where a line of the page shows it."""

    dated: tuple[Dated, ...] = ()
    why: str | None = None
    why_updated: str | None = None


def header_dates(
    verdicts: Sequence[Verdict], *, calendar: Calendar, signs: Signs, labelled: bool = False
) -> HeaderDates:
    """The times beside the report: labelled ones before others, near the headline before far.

    A day with its weekday above the headline is the page's own clock, the day on which it was fetched, and left out.
    `labelled`: only those with a label are asked for.
    """
    zone = _zone(verdicts)
    if zone is None:
        return HeaderDates()
    found: list[Dated] = []
    inside: set[str | None] = set()
    why = why_updated = None
    for place, words, kind in _joined(verdicts, zone, calendar, signs, labelled):
        lines = dates_of_line(words, calendar=calendar, signs=signs)
        if lines and _is_told(verdicts, place):
            why = why or f"“{words}” dates what the notice tells"
            continue
        if not lines and place <= zone.first and is_label(words, calendar):
            why = f"its date line is empty: “{words}”"
        if place <= zone.first and not any(line.updated for line in lines) and _is_clock_of_update(words, calendar):
            why_updated = f"“{words}” says no day for its update"
        if zone.first < place <= zone.last and is_alone(words, lines):
            inside |= {(line.stamp.value or "")[:DAY] for line in lines if not line.labelled}
        for line in lines:
            if zone.is_above(place) and _is_page_clock(words, line, calendar) and not line.labelled:
                why = why or f"“{words}” is the page's own clock, the day on which it was fetched"
            elif _counts(words, lines, line, place, kind, zone):
                rank = (line.stamp.value is None, not line.labelled, *zone.rank(place), line.other > 3, line.stamp.age)
                found.append(Dated(line, tuple(int(part) for part in rank), zone.is_far(place)))
    ranked = sorted(_without_teasers(found, frozenset(inside), zone), key=lambda dated: dated.rank)
    return HeaderDates(tuple(ranked), why, why_updated)


def _without_teasers(found: Sequence[Dated], inside: frozenset[str | None], zone: _Zone) -> list[Dated]:
    """Without the dates of other things: lists of reports above the headline, a widget's update, several entries.

    `inside`: the unlabelled days that stand between the lines of the text.
    """
    bare = [d for d in found if not d.line.labelled]
    published = any(d.far and d.line.labelled and not d.line.updated for d in found)
    above = [d.line.stamp.value for d in bare if d.rank[2] == _OVER or (not zone.heads and d.rank[2] == 0)]
    far = {d.line.stamp.value for d in bare if d.far}
    gone = {d for d in found if d.far and d.line.updated and not published}
    for dated in bare:
        listed = dated.line.stamp.value in above and len(above) >= _LISTED
        if (dated.rank[2] in (1, _INSIDE) and len(inside) > 1) or (dated.far and len(far) > 1) or listed:
            gone.add(dated)
    return [d for d in found if d not in gone]


def _zone(verdicts: Sequence[Verdict]) -> _Zone | None:
    kept = [i for i, v in enumerate(verdicts) if v.kept]
    if not kept:
        return None
    first, last = kept[0], kept[-1]
    heads = tuple(i for i, v in enumerate(verdicts) if v.header and i <= first + _BELOW)
    begin = heads[0] - _FAR if heads else first - _NO_HEADLINE
    top = heads[-1] if heads else 0
    behind = range(last + 1, min(len(verdicts), last + 1 + _BEHIND))
    end = next((i for i in behind if verdicts[i].kind in _OTHERS_BEGIN), behind.stop)
    return _Zone(heads, max(first, top), last, max(0, begin), end)


def _is_told(verdicts: Sequence[Verdict], place: int) -> bool:
    """True for "Date: 4 March 2026" beside "Location: …" or "Case number: …": the day of what a notice tells."""
    if not _TOLD_DATE.match(verdicts[place].line.words):
        return False
    near = (*verdicts[max(0, place - _FIELDS) : place], *verdicts[place + 1 : place + 1 + _FIELDS])
    return any(_FIELD.match(v.line.words) for v in near)


def _is_clock_of_update(words: str, calendar: Calendar) -> bool:
    """True for "4 March 2026, updated at 16:01": which day the update was is not said."""
    label = updated_label(words, calendar)
    return label is not None and any(c.start >= label for c in clocks(words, calendar, day=None, country=None))


def _counts(
    words: str, lines: Sequence[DateLine], line: DateLine, place: int, kind: FurnitureKind, zone: _Zone
) -> bool:
    """True for a time that can be the report's by where it stands and what stands beside it."""
    if kind in (FurnitureKind.DATE, FurnitureKind.BYLINE):
        near = True
    elif line.stamp.age and not is_alone(words, lines):
        near = False  # "Seven ways to cook today's catch"
    elif kind is FurnitureKind.CAPTION:
        near = place <= zone.first and _signs(words, lines, line)
    elif kind is FurnitureKind.WIDGET:
        near = place <= zone.first and bool(_BY.match(words))
    else:
        near = zone.first >= place and not zone.is_far(place) and (is_alone(words, lines) or line.other <= _OTHERS)
    near = near and not (line.stamp.age and _OFFERS.search(words))
    near = near and (line.labelled or not zone.is_apart(place))
    return near and (place <= zone.first or line.labelled or _sure(line, kind, place, zone))


def _sure(line: DateLine, kind: FurnitureKind, place: int, zone: _Zone) -> bool:
    """True for an unlabelled date inside the text or behind it that is the report's: alone on its line, or signed.

    A bare day behind the text is often that of the printed paper, or of a correction; with a clock time it is not.
    """
    if kind is FurnitureKind.BYLINE:
        return True
    clocked = line.stamp.value is not None and "T" in line.stamp.value
    return line.other == 0 and (clocked or place <= min(zone.first + _BELOW, zone.last))


def _signs(words: str, lines: Sequence[DateLine], line: DateLine) -> bool:
    """True for a byline that an agency's name makes look like a caption's end: "Posted 3:57 pm, 4 March, by Norda"."""
    clocked = line.stamp.value is not None and "T" in line.stamp.value
    return line.labelled or bool(_BY.match(words)) or (is_alone(words, lines) and (clocked or "|" in words))


def _is_page_clock(words: str, line: DateLine, calendar: Calendar) -> bool:
    """True for "Wednesday, 4 March 2026" in a masthead: the day that the page was fetched, whatever it reports."""
    text = flat(words[: line.stamp.start] + " " + words[line.stamp.end :])
    day = any(calendar.words.weekday(word.strip(".,"), None) for word in text.split() if len(word) > 2)
    return line.stamp.basis is not Basis.RELATIVE and (day or line.stamp.value is None)


def _joined(
    verdicts: Sequence[Verdict], zone: _Zone, calendar: Calendar, signs: Signs, labelled: bool
) -> Iterator[tuple[int, str, FurnitureKind]]:
    """The lines that may date the report, those that are pieces of one date put together, labels before their dates."""
    place = zone.begin
    while place < zone.end:
        verdict = verdicts[place]
        if verdict.kept or verdict.header or verdict.kind is None or len(verdict.line.words) > _LONGEST:
            place += 1
            continue
        if labelled and not may_be_labelled(verdict.line.words, calendar):
            place += 1
            continue
        count = _pieces(verdicts, place, zone.end, calendar, signs)
        if count > 1:
            yield place, " ".join(v.line.words for v in verdicts[place : place + count]), FurnitureKind.DATE
        elif verdict.kind not in _NOT and may_state_time(verdict.line.words, calendar):
            yield place, verdict.line.words, verdict.kind
        place += count


def _pieces(verdicts: Sequence[Verdict], place: int, end: int, calendar: Calendar, signs: Signs) -> int:
    """How many lines from here on are one date: "4", "Mar", "2026"; "4 March 2026", "15:59 Uhr"; a label and a date."""
    words = verdicts[place].line.words
    if not is_part(words, calendar):
        return 1
    run = [words]
    for verdict in verdicts[place + 1 : min(end, place + _PIECES + 1)]:
        if verdict.kept or verdict.header:
            break
        run.append(verdict.line.words)
    if is_label(words, calendar) and not any(sign.isdigit() for sign in words):
        return _labelled(verdicts, place, end, calendar, signs)
    best, value = 1, _value(words, calendar, signs)
    for count in range(2, len(run) + 1):
        piece = run[count - 1]
        if not is_part(piece, calendar) or (value and (len(value) > DAY or not is_clock(piece, calendar))):
            break
        if value and updated_label(piece, calendar) is not None:
            break
        fuller = _value(" ".join(run[:count]), calendar, signs)
        if fuller and fuller != value:
            best, value = count, fuller
    return best


def _value(words: str, calendar: Calendar, signs: Signs) -> str | None:
    """What the words state in full; days without a year don't count, for the year may stand on the next line."""
    found = read_stamps(words, calendar=calendar, signs=signs)
    return found[0].value if found and found[0].basis is Basis.STATED else None


def _labelled(verdicts: Sequence[Verdict], place: int, end: int, calendar: Calendar, signs: Signs) -> int:
    """How many lines a label and the date behind it take; one where no date follows."""
    if place + 1 >= end or verdicts[place + 1].kept or verdicts[place + 1].header:
        return 1
    count = _pieces(verdicts, place + 1, end, calendar, signs)
    words = " ".join(v.line.words for v in verdicts[place + 1 : place + 1 + count])
    return 1 + count if dates_of_line(words, calendar=calendar, signs=signs) else 1
