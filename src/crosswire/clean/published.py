"""When a report was published and updated, as its page says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.clean.stamps import Stamp, read_stamp
from crosswire.lexicons.calendar import Calendar
from crosswire.model.when import Basis, When

_UPDATED = re.compile(r"\b(?:updated|last updated|last modified|modified|update)\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\b(?:first published|published|posted|created|publish date|date|aired|dated)\b", re.IGNORECASE
)
# What may stand on a line beside its date without making it something else than a date line.
_FILLER = re.compile(
    r"\b(?:first|last|originally|published|posted|updated|modified|created|release[d]?|date|time|on"
    r"|at|by|and|of|in|from|"
    r"edt|est|cdt|cst|mdt|mst|pdt|pst|et|ct|pt|gmt|utc|ist|hkt|bst|cet|cest|aest|local|uhr|am|pm|a\.m\.|p\.m\."
    r"|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|min(?:ute)?s?|hours?|days?|ago|read|word|news|hrs?|share|this|is|was|more|than|old|print"
    r"|edition)\b\.?|\d+|[^\w\s]+",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"^\W*(?:\w+\W+){0,3}\d+\s*(?:hrs?|hours?|mins?|minutes?|days?|weeks?|months?)\s+ago\W*(?:\d\d?:\d\d)?\W*$",
    re.IGNORECASE,
)
# The clock at the head of an entry in running coverage is the report's, no part of the page's date.
_CLOCK_ALONE = re.compile(r"^\W*\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\W*$", re.IGNORECASE)
_CLOCK_LABEL = re.compile(
    r"^\W*(?:last )?(?:updated|published|posted)(?: at"
    r"| on)?:? \d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\W*(?:[A-Z]{2,4})?\W*$",
    re.IGNORECASE,
)
_FULL_STOP = re.compile(r"(?<![AaPp]\.[Mm])\.\s*$")
_FRAGMENT = re.compile(
    r"^\W*(?:[A-Za-z]{3,9}\.?\s+\d{1,2},?|\d{1,2}\s+[A-Za-z]{3,9}\.?,?|\d{1,2}[:.]\d\d.*\d{4}|\d{4}"
    r"|\d{1,2}[:.]\d\d.{0,10})\W*$"
)


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that is a date: the time it states (None: not readable), and whether it says "updated"."""

    stamp: Stamp
    updated: bool
    labelled: bool


def read_date_line(words: str, *, calendar: Calendar, country: str | None = None) -> DateLine | None:
    """The date of a line that is nothing else: "Updated: July 16, 2018 @ 7:52 am". None for a sentence with a date."""
    if len(words) > 120:
        return None
    stamp = read_stamp(words, calendar=calendar, country=country)
    if stamp is None:
        return None
    rest = words[: stamp.start] + " " + words[stamp.end :]
    other = _FILLER.sub(" ", rest)
    left = [
        w for w in other.split() if w.lower().strip(".") not in calendar.months and w.lower() not in calendar.weekdays
    ]
    labelled = bool(_PUBLISHED.search(rest) or _UPDATED.search(rest))
    if len(left) > (6 if labelled else 3) or (left and _FULL_STOP.search(words) and not labelled):
        return None
    return DateLine(stamp, bool(_UPDATED.search(words[: stamp.start])), labelled)


def is_relative_date(words: str) -> bool:
    """True for "5 hrs ago" and "Updated at 1:23 p.m.": a date line that states no date."""
    return len(words) < 60 and bool(_AGO.match(words) or _CLOCK_LABEL.match(words))


def is_label(words: str) -> bool:
    """True for "Updated" or "Published on:" alone on a line."""
    return (
        len(words) < 30
        and not _FILLER.sub(" ", words).strip()
        and bool(_UPDATED.search(words) or _PUBLISHED.search(words))
    )


def is_fragment(words: str, calendar: Calendar) -> bool:
    """True for half a date: "April 12", "11:26 2017"."""
    if len(words) > 30 or _CLOCK_ALONE.match(words) or not _FRAGMENT.match(words):
        return False
    letters = re.findall(r"[A-Za-z]{3,}", words)
    return all(word.lower() in calendar.months for word in letters)


def stated(lines: Sequence[DateLine]) -> tuple[When, When]:
    """When the page says it was published and updated, from its date lines in order.

    An unlabelled date counts as publication; a labelled one wins over it. Unreadable dates stay unknown with a why.
    """
    published = [d for d in lines if not d.updated]
    published.sort(key=lambda d: (d.stamp.value is None, not d.labelled))
    updated = [d for d in lines if d.updated]
    return _when(published), _when(updated)


def _when(lines: Sequence[DateLine]) -> When:
    if not lines:
        return When(None, Basis.UNKNOWN)
    best = lines[0].stamp
    if best.value is None:
        return When(None, Basis.UNKNOWN, why=best.why)
    fuller = [d.stamp.value for d in lines if d.stamp.value and d.stamp.value.startswith(best.value)]
    return When(max(fuller, key=len), Basis.STATED)
