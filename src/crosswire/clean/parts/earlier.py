"""Earlier versions of a report inside its text: what stands under "PREVIOUS STORY" and under older UPDATE lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from crosswire.clean.clocks.stamps import read_stamp
from crosswire.clean.lines.traits import is_sentence
from crosswire.clean.parts.entry_times import read_clock
from crosswire.clean.verdict import Verdict, span_of
from crosswire.lexicons.calendar import Calendar
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import EarlierVersion, Paragraph, Report
from crosswire.model.when import DAY, Basis, When

_LONGEST_HEAD = 70  # signs: a mark with its time
_MOST_HEAD = 20  # words, figures among them
# "PORT SOREL (NPA) — UPDATE: …", "7:04 a.m. UPDATE | …": what may stand before the mark's word.
_PLACE = re.compile(r"^[^\w]*[A-ZÀ-Þ][^:|a-z]{2,40}(?:, [A-Z][a-z]+\.?)?\s?(?:\([^()]{2,30}\))?\s?[-–—]+\s*")
_END = re.compile(r"(?<!\d):|:(?!\d)|\||\s[–—-]\s")
# Beside the names of months and weekdays, which are the calendar's; "Wednes." is how some pages shorten a day.
_TIME_NAMES = (
    "noon", "midnight", "at", "on", "as of", "et", "est", "edt", "ct", "cst", "cdt", "mt", "pt", "pst", "pdt", "gmt",
    "utc", "uhr", "wednes", "satur", "morning", "afternoon", "evening", "night",
)  # fmt: skip
_MONTH_DAY = re.compile(
    r"\b(?P<month>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2})(?!\d|:)|(?<![/\d])(?P<m>\d{1,2})/(?P<d>\d{1,2})(?![/\d])"
)
# A date in digits alone, which may be read two ways, is not made up from the page's.
_DIGITS = re.compile(r"\b\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?\b")
_CLOCK = re.compile(r"\b\d{1,2}(?::\d\d)?\s?[ap]\.?m\b\.?|\b\d{1,2}:\d\d\b", re.IGNORECASE)
# "UPDATE: 12:35 PM: Employees …"
_CLOCK_HEAD = re.compile(rf"\s*(?:{_CLOCK.pattern})\s*:", re.IGNORECASE)
# "-----", "*****", "—-": what parts the update from the older text under it.
_RULE = re.compile(r"(?:[-–—_*=~]\s?){2,}")
_RULE_SIGNS = frozenset("-–—_*=~")
_FEWEST_WORDS = 8  # of an earlier version, and of what is left
_LEAD_IN = 25  # words before the first UPDATE line that are no text of their own
_WORDS = 8
_DAY_MINUTES = 24 * 60
# A page with more older marks strings other reports together, each with its own.
_MOST_OLDER = 8
_SHOWN = 12  # signs of a rule
_UNDATED = "its mark states no date"


@dataclass(frozen=True, slots=True)
class _Mark:
    """A line that parts versions: its words, whether it says that what follows is older, what text it holds itself."""

    words: str
    older: bool
    text: str
    minute: int | None
    when: When
    month_day: tuple[int, int] | None


def earlier_versions(report: Report, verdicts: Sequence[Verdict], lexicons: Lexicons) -> tuple[EarlierVersion, ...]:
    """The spans of the report's text that its page marks as older than the rest, with their times as far as told.

    A mark says so itself ("ORIGINAL STORY"), or it is the second UPDATE line of a page that puts the newest first, or
    the line of dashes below such a page's first.
    An UPDATE line that is put under a text leaves the text what it is. Links to older reports ("PREVIOUS: Council
    split over wall") are none: no sentence stands under them.
    """
    read = _marks(verdicts, lexicons)
    if not read:
        return ()
    paragraphs = {p.page_start: p for p in report.paragraphs}
    marks = list(_boundaries(read, verdicts, lexicons))
    if marks and _is_mixed([mark for _, mark in marks], _words_before(read, verdicts)):
        marks = marks[next((n for n, (_, mark) in enumerate(marks) if mark.older), len(marks)) :]
    if not marks or sum(mark.older for _, mark in marks) > _MOST_OLDER:
        return ()
    spans = list(_spans(marks, verdicts, paragraphs))
    older = sum(len(report.text[start:end].split()) for start, end, _ in spans)
    whole = len(report.text.split())
    if older < _FEWEST_WORDS or whole - older < _FEWEST_WORDS:
        return ()
    times = _times([mark for _, mark in marks], report)
    return tuple(EarlierVersion(start, end, times[n], f"under “{marks[n][1].words}”") for start, end, n in spans)


def _marks(verdicts: Sequence[Verdict], lexicons: Lexicons) -> Mapping[int, _Mark]:
    """The marks among the lines, by line; the headline is none."""
    older, newer = lexicons.page_signs["earlier-version"], lexicons.page_signs["update"]
    openings, telling = (
        older.openings | newer.openings | _time_openings(lexicons.calendar),
        older.telling | newer.telling,
    )
    span = range(*span_of(verdicts))
    near = (i for i in span if not verdicts[i].header and _may_open(verdicts[i], openings, telling))
    return {index: mark for index in near if (mark := _read(verdicts[index], lexicons)) is not None}


def _may_open(verdict: Verdict, openings: frozenset[str], telling: frozenset[str]) -> bool:
    """False for a line without a mark's longest word at its head, or that begins with no word that a mark may.

    A mark begins with a word of its own, a time or, in the text, a place in capitals.
    """
    words = words_of(verdict.line.words)
    if telling.isdisjoint(words[:_MOST_HEAD]):
        return False
    if words[0] in openings or not words[0].isalpha():
        return True
    return verdict.kept and _PLACE.match(verdict.line.words[:_LONGEST_HEAD]) is not None


def _boundaries(
    read: Mapping[int, _Mark], verdicts: Sequence[Verdict], lexicons: Lexicons
) -> Iterator[tuple[int, _Mark]]:
    """The lines at which an earlier version begins; before them the mark of the current one, if any (index -1)."""
    first: _Mark | None = None
    older, before = False, 0
    for index, verdict in enumerate(verdicts):
        mark = read.get(index)
        if mark is None and first is not None and before <= _LEAD_IN and _is_rule(verdict):
            mark = _Mark(verdict.line.words[:_SHOWN], True, "", None, When(None, Basis.UNKNOWN, why=_UNDATED), None)
        if mark and not older:
            begins = mark.older or (first is not None and _is_next(first, mark, before))
            if begins and _tells(index, mark, verdicts, lexicons):
                if first:
                    yield -1, first
                older = True
                yield index, mark
            elif not mark.older and first is None:
                first = mark
        elif mark and older and _tells(index, mark, verdicts, lexicons):
            yield index, mark
        if first is None and verdict.kept:
            before += len(verdict.line.words.split())


def _is_rule(verdict: Verdict) -> bool:
    """True for a line of dashes or stars: on a page that begins with an UPDATE line the older text stands under it."""
    words = verdict.line.words
    return words[:1] in _RULE_SIGNS and _RULE.fullmatch(words) is not None


def _is_mixed(marks: Sequence[_Mark], before: int) -> bool:
    """True when the clocks of the UPDATE lines go both ways, so that their order says nothing of their age.

    Below a text a single step forward is enough: updates are put under a text as they come.
    """
    minutes = [m.minute for m in marks if m.minute is not None and not m.older and not m.when.value and not m.month_day]
    return sum(b > a for a, b in pairwise(minutes)) > (0 if before > _LEAD_IN else 1)


def _words_before(read: Mapping[int, _Mark], verdicts: Sequence[Verdict]) -> int:
    """How many words of the text stand before its first mark."""
    return sum(len(v.line.words.split()) for v in verdicts[: min(read)] if v.kept)


def _is_next(first: _Mark, mark: _Mark, before: int) -> bool:
    """True when the second UPDATE line is the older one: its time says so, or the page begins with the first."""
    a, b = first.when.value, mark.when.value
    if a and b and a[:DAY] != b[:DAY]:
        return b < a
    if first.month_day and mark.month_day and first.month_day != mark.month_day:
        return mark.month_day < first.month_day
    begins = before <= _LEAD_IN
    if first.minute is not None and mark.minute is not None:
        over_midnight = begins and 2 * ((first.minute - mark.minute) % _DAY_MINUTES) < _DAY_MINUTES
        return mark.minute < first.minute or (over_midnight and mark.minute != first.minute)
    return begins


def _tells(index: int, mark: _Mark, verdicts: Sequence[Verdict], lexicons: Lexicons) -> bool:
    """True when a text follows the mark, on its own line or the next kept one."""
    if mark.text:
        long = len(mark.text.split()) >= _WORDS
        return long and verdicts[index].kept and is_sentence(mark.text, lexicons.function_words)
    below = next((v.line.words for v in verdicts[index + 1 : index + 4] if v.kept), None)
    return below is not None and (is_sentence(below, lexicons.function_words) or len(below.split()) >= _LEAD_IN)


def _read(verdict: Verdict, lexicons: Lexicons) -> _Mark | None:
    """The mark that opens a line, with its time; None for "The original story ran on Monday."."""
    words = verdict.line.words
    place = _PLACE.match(words[:_LONGEST_HEAD]) if verdict.kept else None
    start = place.end() if place and not _bare(place.group(), lexicons) else 0
    end = _END.search(words, start, start + _LONGEST_HEAD + 1)
    head = words[start : end.start()] if end else words[start:]
    if end and (clock := _CLOCK_HEAD.match(words, end.end())):
        head, end = words[start : clock.end()].rstrip(" :"), clock
    text = words[end.end() :].strip(" *#]") if end else ""
    if len(head) > _LONGEST_HEAD or (not verdict.kept and text):
        return None
    older = _bare(head, lexicons)
    word = _time_words(lexicons.calendar).sub(" ", head).strip(" *#[]")
    loud = word.upper() == word
    if older is None or not (end or loud or " " in head.strip()):
        return None
    if not verdict.kept and not loud and not older:
        return None  # "Updated: March 4, 2026" is the page's date line
    return _timed(head.strip(" *#[]"), older, text, lexicons)


def _bare(head: str, lexicons: Lexicons) -> bool | None:
    """True for the words of an older version, False for an update's, None for others; times in them don't count."""
    words = " ".join(_time_words(lexicons.calendar).sub(" ", head).split())
    if not words:
        return None
    if lexicons.page_signs["earlier-version"].alone(words):
        return True
    return False if lexicons.page_signs["update"].alone(words) else None


@lru_cache(maxsize=4)
def _time_words(calendar: Calendar) -> re.Pattern[str]:
    """A time in a mark's head: figures with their marks, months, weekdays, clocks, zones."""
    names = "|".join(map(re.escape, (*_TIME_NAMES, *calendar.months, *calendar.weekdays)))
    return re.compile(rf"\b(?:\d+(?:st|nd|rd|th)|[ap]\.?\s?m\b\.?|{names})\b\.?|[\d@()\[\]*#,./:–—-]+", re.IGNORECASE)


@lru_cache(maxsize=4)
def _time_openings(calendar: Calendar) -> frozenset[str]:
    """The first words of such times."""
    names = (*_TIME_NAMES, *calendar.months, *calendar.weekdays)
    return frozenset(["a", "p", "am", "pm", *(name.split()[0] for name in names)])


def _timed(head: str, older: bool, text: str, lexicons: Lexicons) -> _Mark:
    stamp = read_stamp(head, calendar=lexicons.calendar)
    clock = _CLOCK.search(head)
    read = read_clock(clock.group(), calendar=lexicons.calendar) if clock else None
    if stamp and stamp.value:
        when = When(stamp.value, Basis.STATED)
    else:
        when = When(None, Basis.UNKNOWN, why=stamp.why if stamp and stamp.why else _UNDATED)
    return _Mark(head, older, text, read.minute if read else None, when, _month_day(head, lexicons))


def _month_day(head: str, lexicons: Lexicons) -> tuple[int, int] | None:
    """The month and day of "(Nov. 2)"; None for "8/3", which may be either way round."""
    for match in _MONTH_DAY.finditer(head):
        month = lexicons.calendar.months.get((match["month"] or "").lower())
        if month and 1 <= int(match["day"]) <= 31:
            return month, int(match["day"])
        if match["m"] and int(match["m"]) <= 12 < int(match["d"]) <= 31:
            return int(match["m"]), int(match["d"])
    return None


def _spans(
    marks: Sequence[tuple[int, _Mark]], verdicts: Sequence[Verdict], paragraphs: dict[int | None, Paragraph]
) -> Iterator[tuple[int, int, int]]:
    """The spans in the text under each mark but the current version's, with the mark's number."""
    places = [index for index, _ in marks]
    for number, (place, end) in enumerate(zip(places, [*places[1:], len(verdicts)], strict=True)):
        if place < 0:
            continue
        own = [p for v in verdicts[place:end] if v.kept and (p := paragraphs.get(v.line.start))]
        if own:
            yield own[0].start, own[-1].end, number


def _times(marks: Sequence[_Mark], report: Report) -> list[When]:
    """Each mark's time: its own date; else its month and day, or its clock, counted back from the page's date."""
    page = report.updated_at if report.updated_at.value else report.published_at
    try:
        day = date.fromisoformat((page.value or "")[:DAY]) if page.value else None
    except ValueError:
        day = None
    found: list[When] = []
    last: int | None = None
    dated = False  # behind a mark with a date of its own a clock alone may be of any day
    for mark in marks:
        if mark.when.value:
            found.append(mark.when)
        elif mark.month_day:
            found.append(_counted(mark, _on(mark.month_day, day)))
        else:
            if day and mark.minute is not None and last is not None and mark.minute > last:
                day -= timedelta(days=1)
            found.append(_counted(mark, None if dated else day))
        dated = dated or bool(mark.when.value or mark.month_day)
        last = mark.minute if mark.minute is not None else last
    return found


def _on(month_day: tuple[int, int], day: date | None) -> date | None:
    """The last such day that is no later than the day after `day`."""
    if day is None:
        return None
    for year in (day.year, day.year - 1):
        try:
            found = date(year, *month_day)
        except ValueError:
            continue
        if found <= day + timedelta(days=1):
            return found
    return None


def _counted(mark: _Mark, day: date | None) -> When:
    if _DIGITS.search(_CLOCK.sub("", mark.words)) and not mark.month_day:
        return When(None, Basis.UNKNOWN, why=f"the date in “{mark.words}” can’t be read for sure")
    if day is None or (mark.minute is None and mark.month_day is None):
        return mark.when
    clock = f"T{mark.minute // 60:02}:{mark.minute % 60:02}" if mark.minute is not None else ""
    return When(f"{day.isoformat()}{clock}", Basis.RELATIVE, why=f"“{mark.words}” counted from the page’s date")
