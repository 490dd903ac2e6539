"""Lines that state when a report was published or updated: their dates, ages and labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.clean.clocks.ages import read_ages
from crosswire.clean.clocks.clocks import clocks
from crosswire.clean.clocks.day_order import Signs, signs_of
from crosswire.clean.clocks.stamps import Stamp, read_stamps
from crosswire.lexicons.calendar import Calendar
from crosswire.lexicons.date_words import DateWords, flat
from crosswire.lexicons.forms import is_foreign, words_of
from crosswire.model.when import Basis, When

LONGEST = 120
_LONGEST_AGE = 60
_PIECES = re.compile(r"[^\s\d.,:;|/()\[\]@\-•·!?\"“”«»#*_+=<>～~【】（）]+")
_SPACES = re.compile(r"\s+")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+[:.h]\d\d(?!\d)|\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_POSTFIX = 4  # signs between a time and the label behind it: "01時40分更新"
# "5 hrs ago" and "Updated at 1:23 p.m." in the head of an entry.
_CLOCK_ALONE = re.compile(r"^\W*\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\W*$", re.IGNORECASE)
_FULL_STOP = re.compile(r"(?<![AaPp]\.[Mm])\.\s*$")
# Words other than a date line's that may stand on it: beside a label more, for it says what the date is.
_MOST, _MOST_LABELLED = 3, 6
_NO_SIGNS = signs_of()


@dataclass(frozen=True, slots=True)
class DateLine:
    """A time that a line states (`stamp.value` None: not readable, its `why` says how so).

    `updated`: the line calls it that; `labelled`: it says "published", "updated" or the like. `other`: the number of
    words on the line that no date line has.
    """

    stamp: Stamp
    updated: bool
    labelled: bool
    other: int = 0


def dates_of_line(words: str, *, calendar: Calendar, signs: Signs = _NO_SIGNS) -> tuple[DateLine, ...]:
    """Every time that a line states, with its label: "Published: 4 March 2026 Updated: 5 March" has two."""
    return _dated(words, read_stamps(words, calendar=calendar, signs=signs), calendar, signs)


def _dated(words: str, read: Sequence[Stamp], calendar: Calendar, signs: Signs) -> tuple[DateLine, ...]:
    """The dates that were read of a line and its ages, with their labels."""
    stamps = list(read)
    ages = read_ages(words, calendar=calendar, signs=signs) if len(words) < LONGEST else ()
    stamps += [age for age in ages if all(age.end <= s.start or s.end <= age.start for s in stamps)]
    stamps.sort(key=lambda stamp: stamp.start)
    if not stamps:
        return ()
    text = flat(words)
    other = _others(text, stamps, calendar.words)
    labels = [_label(text, stamps, index, calendar.words) for index in range(len(stamps))]
    for index in range(1, len(stamps)):
        between = words[stamps[index - 1].end : stamps[index].start]
        if labels[index] is None and stamps[index - 1].age and not between.strip(" ,()"):
            labels[index] = labels[index - 1]  # "Updated 1 min ago 7:20 a.m. ET, March 4, 2026": one time said twice
    return tuple(
        DateLine(stamp, label is not None and label in calendar.words.updated, label is not None, other)
        for stamp, label in zip(stamps, labels, strict=True)
    )


def _label(text: str, stamps: Sequence[Stamp], index: int, known: DateWords) -> str | None:
    """The label that stands before a time, or right behind it as in Chinese and Japanese."""
    begin = stamps[index - 1].end if index else 0
    found = [_SPACES.sub(" ", m.group()) for m in known.labels.finditer(text, begin, stamps[index].start)]
    if found:
        return next((label for label in found if label in known.updated), found[-1])
    finish = stamps[index + 1].start if index + 1 < len(stamps) else len(text)
    behind = known.labels.search(text, stamps[index].end, min(finish, stamps[index].end + _POSTFIX + 4))
    glued = behind and behind["glued"] and behind.start() <= stamps[index].end + _POSTFIX
    return behind["glued"] if behind and glued else None


def _others(text: str, stamps: Sequence[Stamp], known: DateWords) -> int:
    """The words beside the times that no date line has, counted in the language in which they are fewest."""
    rest, place = [], 0
    for stamp in stamps:
        rest.append(text[place : stamp.start])
        place = stamp.end
    return other_words(" ".join((*rest, text[place:])), known)


def other_words(text: str, known: DateWords) -> int:
    """The number of words in a flat text that no date line has."""
    spoken = [known.beside.get(piece.strip("'’"), frozenset()) for piece in _PIECES.findall(text)]
    foreign = [codes for codes in spoken if "en" not in codes]
    languages = frozenset().union(*foreign)
    return len(foreign) - max((sum(code in codes for codes in foreign) for code in languages), default=0)


def read_date_line(words: str, *, calendar: Calendar) -> DateLine | None:
    """The date of a line that is nothing else: "Updated: July 16, 2018 @ 7:52 am". None for a sentence with a date."""
    if len(words) > LONGEST or not _DIGIT.search(words):
        return None
    stamps = read_stamps(words, calendar=calendar, signs=_NO_SIGNS)
    if all(stamp.open_year for stamp in stamps):
        return None
    found = _dated(words, stamps, calendar, _NO_SIGNS)
    return next((d for d in found if not d.stamp.open_year), None) if is_alone(words, found) else None


def is_alone(words: str, found: Sequence[DateLine]) -> bool:
    """True when a line with these times is nothing else."""
    if not found:
        return False
    labelled = any(line.labelled for line in found)
    other = found[0].other
    return other <= (_MOST_LABELLED if labelled else _MOST) and not (
        other and _FULL_STOP.search(words) and not labelled
    )


def is_relative_date(words: str, calendar: Calendar) -> bool:
    """True for "5 hrs ago", "Il y a 2 heures" and "Updated at 1:23 p.m.": a date line that states no date."""
    if len(words) >= _LONGEST_AGE:
        return False
    text = flat(words)
    ages = read_ages(words, calendar=calendar, signs=_NO_SIGNS)
    if ages:
        return _others(text, ages, calendar.words) < _MOST and not _FULL_STOP.search(words)
    return bool(calendar.words.labels.match(text.lstrip(" •*|-–—("))) and is_clock(words, calendar)


def is_clock(words: str, calendar: Calendar) -> bool:
    """True for words that are a clock time and nothing a date line has not: "Last updated at 14:05", "15:59 Uhr"."""
    found = tuple(clocks(words, calendar, day=None, country=None)) if len(words) < _LONGEST_AGE else ()
    if len(found) != 1:
        return False
    text = flat(words)
    return other_words(f"{text[: found[0].start]} {text[found[0].end :]}", calendar.words) == 0


def is_label(words: str, calendar: Calendar) -> bool:
    """True for "Updated" or "Published on:" alone on a line."""
    if len(words) >= 30:
        return False
    text = flat(words)
    return other_words(text, calendar.words) == 0 and bool(calendar.words.labels.search(text))


def updated_label(words: str, calendar: Calendar) -> int | None:
    """Where a label that says "updated" ends in the words; None where there is none."""
    found = calendar.words.labels.finditer(flat(words))
    return next((m.end() for m in found if _SPACES.sub(" ", m.group()) in calendar.words.updated), None)


def is_fragment(words: str, calendar: Calendar) -> bool:
    """True for half a date: "April 12", "11:26 2017", "15:59 Uhr"; not for the clock at the head of an entry."""
    if len(words) > 30 or _CLOCK_ALONE.match(words) or not _DIGIT.search(words):
        return False
    return is_part(words, calendar) and _is_half(flat(words), calendar)


def _is_half(text: str, calendar: Calendar) -> bool:
    """True where a month, a year or one clock time stands, and no number that is none of a date's: "Mai (217)"."""
    numbers = _NUMBER.findall(text)
    clocked = [number for number in numbers if not number.isdigit()]
    fits = all(len(number) in (1, 2, 4) for number in numbers if number.isdigit()) and len(clocked) < 2
    months = any(piece in calendar.words.months for piece in _PIECES.findall(text))
    return fits and (months or bool(clocked) or any(_YEAR.fullmatch(number) for number in numbers))


def may_state_time(words: str, calendar: Calendar) -> bool:
    """False for a line without a digit, an age or a label, which states no time and leads none in: most lines.

    Of other scripts and accented words nothing is said here.
    """
    folded = words_of(words)
    if not calendar.words.telling.isdisjoint(folded) or _DIGIT.search(words):
        return True
    return is_foreign(words)


def may_be_labelled(words: str, calendar: Calendar) -> bool:
    """False for a line without a word with which a label begins; of other scripts nothing is said here."""
    return not calendar.words.labelling.isdisjoint(words_of(words)) or is_foreign(words)


def is_part(words: str, calendar: Calendar) -> bool:
    """True for a line that may be a piece of a date that is split over lines: "4", "Mar", "2026", "15:59 Uhr"."""
    if len(words) > 30 or not may_open_date(words, calendar):
        return False
    return other_words(flat(words), calendar.words) == 0


def may_open_date(words: str, calendar: Calendar) -> bool:
    """False for a line whose first word is none of a date line's: "The 14 crews that reached the lock at 9:15 …"."""
    first = words_of(words)[:1]
    plain = first and first[0].isascii() and first[0].isalpha()
    return not plain or first[0] in calendar.words.openings


def when_of(lines: Sequence[DateLine]) -> When:
    """The time of the first line, as full as any of them states it."""
    if not lines:
        return When(None, Basis.UNKNOWN)
    best = lines[0].stamp
    if best.value is None:
        return When(None, Basis.UNKNOWN, why=best.why)
    fuller = [d.stamp for d in lines if d.stamp.value and d.stamp.value.startswith(best.value)]
    chosen = max(fuller, key=lambda stamp: len(stamp.value or ""))
    return When(chosen.value, chosen.basis, why=chosen.why)
