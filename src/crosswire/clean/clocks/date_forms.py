"""Dates in the forms in which pages print them, before it is settled what each number means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from crosswire.lexicons.date_words import DateWords, flat
from crosswire.lexicons.forms import is_foreign

_ORDINAL = r"(?:st|nd|rd|th|er|º|ª|°|:?e|-?го|ης|-е)?"
_YEAR = r"(?:19|20)\d\d"
_ANY_YEAR = r"(?:19|20|25|1[34])\d\d"
_SEP = r"[\s.,\-/]"
_OF_MONTH = r"(?:(?:of|de|di|ng|ta')\s+|d')?"
_OF_YEAR = r"(?:(?:de|del|do|of|ng)\s+|(?:พ\.ศ\.|ค\.ศ\.)\s*)?"
_BEFORE_MONTH = r"(?:(?:m\.|gada|г\.)\s*)?"
# "4-Mar-26", "04 Mar 26, 14:05"; counter-example: "4 March 14 min read".
_SHORT_YEAR = r"(?:(?<=[\-/'.])\d\d|(?<=\s)\d\d(?=\s*(?:$|[,|)]|\d{1,2}[:h])))"
_CLOCK_NEXT = r"(?!\d|\s*[:h]\d|\.\d\d\b|\s*(?:am|pm|a\.m|p\.m|uhr|h)\b)"

_MARKED = re.compile(r"\d\s?[/.\-|]\s?\d")
_YEAR_FIRST = re.compile(
    rf"(?<!\d)(?<!\d[/.\-])(?P<y>{_ANY_YEAR})\s?[-/.]\s?(?P<m>\d{{1,2}})\s?[-/.]\s?(?P<d>\d{{1,2}})(?!\d)"
)
_EASTERN = re.compile(
    r"(?P<era>令和|平成|昭和|民國|民国)?\s*(?<!\d)(?P<y>\d{1,4}|元)\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일号號]?"
)
_EASTERN_DAY = re.compile(r"(?<![\d年년])(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일号號]")
_VIETNAMESE = re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})\s+thang\s+(?P<m>\d{{1,2}})\s*,?\s*(?:nam\s*)?(?P<y>{_YEAR})(?!\d)")
NUMERIC = re.compile(
    rf"(?<!\d)(?<!\d[.:/\-])(?P<a>\d{{1,2}})\s?(?P<sep>[/.\-|])\s?(?P<b>\d{{1,2}})\.?\s?(?P=sep)\s?"
    rf"(?P<y>{_YEAR}|25\d\d|\d\d)(?!\d|[:/]\d|[.\-]\d)"
)
_YEAR_APART = re.compile(rf"(?<![\d/.\-]){_YEAR}(?![\d/\-]|\.\d|:\d)")
_BETWEEN = re.compile(r"[\s,.:@|\-/]*(?:(?:\d{1,2}[:.h]\d\d(?::\d\d)?|[^\W\d_]{1,9}|[+-]\d{4})[\s,.:@|()\-/]*){0,4}")
_APART = 26  # signs between a day and its year: "April 12 11:26 2017"
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
_LETTERS = re.compile(r"[a-z]+")
# What may be glued before a month: "4thmarch", "2026.gadamarts".
_BEFORE_GLUED = re.compile(r"\d(?:st|nd|rd|th|er|e)[a-z]{2}|gada")
_CAMEL = re.compile("(?<=[a-zà-öø-ÿа-яё])(?=[A-ZÀ-ÖØ-ÞА-ЯЁ])")


@dataclass(frozen=True, slots=True)
class Printed:
    """A date as printed, at `start:end` of the words. What it leaves open is None.

    `pair`: two numbers of which one is the day and one the month; `short`: the last two digits of the year when that
    alone is printed (then the first number may be the year as well). `why` says why it can't be a day of our calendar.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    pair: tuple[int, int] | None = None
    short: int | None = None
    why: str | None = None


def printed_dates(words: str, known: DateWords, *, country: str | None, language: str | None) -> tuple[Printed, ...]:
    """The dates in `words`, in order, none overlapping: with the month in letters, in numbers, of several calendars."""
    text = flat(words)
    found = list(_written(words, text, known, language)) if _may_name_month(words, text, known) else []
    if _MARKED.search(text):
        found += (*_year_first(text, country, language), *_numeric(text))
    if is_foreign(words) or "thang" in text:
        found += (*_eastern(text), *_vietnamese(text))
    chosen: list[Printed] = []
    for one in sorted(found, key=lambda p: (p.year is None and p.short is None, p.start - p.end, p.start)):
        if all(one.end <= other.start or other.end <= one.start for other in chosen):
            chosen.append(one)
    return tuple(sorted(chosen, key=lambda p: p.start))


def is_day(year: int, month: int, day: int) -> bool:
    """True for a day of our calendar between 1900 and 2100."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1900 <= year <= 2100


def _year_first(text: str, country: str | None, language: str | None) -> Iterator[Printed]:
    for match in _YEAR_FIRST.finditer(text):
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
        if year < 1500:
            if country in ("ir", "af") or language in ("fa", "ps"):
                yield _solar(year, month, day, *match.span())
            else:
                yield Printed(*match.span(), why=_other(words_of(text, match.span())))
        elif year > 2400:
            yield from _day_of(match.span(), year - 543, month, day)
        else:
            yield from _day_of(match.span(), year, month, day)


def words_of(text: str, span: tuple[int, int]) -> str:
    """The words at a span, as a reason quotes them."""
    return text[span[0] : span[1]].strip(" .,")


def _other(words: str) -> str:
    return f"{words}: a date of a calendar whose days are not reckoned here"


def _day_of(span: tuple[int, int], year: int, month: int, day: int) -> Iterator[Printed]:
    if is_day(year, month, day):
        yield Printed(*span, year, month, day)


def _eastern(text: str) -> Iterator[Printed]:
    for match in _EASTERN.finditer(text):
        year = 1 if match["y"] == "元" else int(match["y"])
        base = _ERAS.get(match["era"] or "", 0)
        yield from _day_of(match.span(), base + year, int(match["m"]), int(match["d"]))
    for match in _EASTERN_DAY.finditer(text):
        if is_day(2024, int(match["m"]), int(match["d"])):
            yield Printed(*match.span(), None, int(match["m"]), int(match["d"]))


def _vietnamese(text: str) -> Iterator[Printed]:
    for match in _VIETNAMESE.finditer(text):
        yield from _day_of(match.span(), int(match["y"]), int(match["m"]), int(match["d"]))


def _numeric(text: str) -> Iterator[Printed]:
    for match in NUMERIC.finditer(text):
        pair, year = (int(match["a"]), int(match["b"])), match["y"]
        if len(year) == 4:
            yield Printed(*match.span(), int(year) - (543 if int(year) > 2400 else 0), pair=pair)
        elif match["sep"] in "/." or (len(match["a"]) == len(match["b"]) == 2):
            yield Printed(*match.span(), pair=pair, short=int(year))


@cache
def _forms(known: DateWords) -> tuple[re.Pattern[str], ...]:
    """Day first, month first, year first, with the month in letters."""
    long = "|".join(re.escape(name) for name in known.long_months)
    # Names of several words or with vowel signs; no ASCII word begins one but the Vietnamese "thang ba".
    month = rf"(?P<m>(?=[^\x00-\x7f]|thang)(?:{long})(?![^\W\d_])|[^\W\d_]+)"
    return (
        re.compile(
            rf"(?<![\d/])(?<!\d[.:])(?P<d>\d{{1,2}}){_ORDINAL}(?![\d:]){_SEP}{{0,3}}{_OF_MONTH}{month}"
            rf"(?:[\s.,\-/']{{0,4}}{_OF_YEAR}(?P<y>{_ANY_YEAR}|{_SHORT_YEAR}){_CLOCK_NEXT})?"
        ),
        re.compile(
            rf"(?<![^\W\d_]){month}\.?[\s\-/]{{0,3}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[:h]\d|\.\d(?!\d{{3}}(?!\d)))"
            rf"(?:[\s.,\-/]{{0,4}}(?P<y>{_YEAR}|'\d\d){_CLOCK_NEXT})?"
        ),
        re.compile(
            rf"(?<!\d)(?P<y>{_YEAR})\.?[\s\-/,]{{0,3}}{_BEFORE_MONTH}{month}\.?[\s\-/]{{0,3}}(?P<d>\d{{1,2}}){_CLOCK_NEXT}"
        ),
    )


def _may_name_month(words: str, text: str, known: DateWords) -> bool:
    """False when no word of ASCII letters can be a month's name: asked first, for the forms take long to look for."""
    if is_foreign(words) or not _month_names(known).isdisjoint(_LETTERS.findall(text)):
        return True
    return bool(_BEFORE_GLUED.search(text) or _CAMEL.search(words))


@cache
def _month_names(known: DateWords) -> frozenset[str]:
    """The first words of all names of months."""
    names = (*known.months, *known.solar, *known.lunar, *known.long_months)
    return frozenset(match.group() for name in names if (match := _LETTERS.match(name)))


def _written(words: str, text: str, known: DateWords, language: str | None) -> Iterator[Printed]:
    """Dates with the month in letters; the year may stand apart in the same words ("April 12 11:26 2017")."""
    for form in _forms(known):
        place = 0
        while match := form.search(text, place):
            glued = _glued(words, match.start("m"), match.end("m"))
            name, start = text[glued : match.end("m")], match.start()
            if glued > match.start("m"):
                start = max(start, glued)
            one = _one(text, match, name, start, known, language)
            if one is None:
                place = match.start() + 1 if match.end() - match.start() < 2 else match.start("m") + 1
                if match.start("m") == match.start():
                    place = match.end("m")
                continue
            yield one
            place = match.end()


def _glued(words: str, start: int, end: int) -> int:
    """Where the month begins in words that run together: "LundMarch 4" is a name and a month."""
    cuts = [match.start() for match in _CAMEL.finditer(words, start, end)]
    return cuts[-1] if cuts and cuts[-1] > start else start


def _one(
    text: str, match: re.Match[str], name: str, start: int, known: DateWords, language: str | None
) -> Printed | None:
    day, raw = int(match["d"]), (match["y"] or "").lstrip("'")
    span = start, match.end()
    if name in known.solar and (not raw or 1300 <= int(raw) < 1500):
        return _solar(int(raw), known.solar[name], day, *span) if raw else None
    if name in known.lunar:
        return Printed(*span, why=_other(words_of(text, span)))
    month = known.month(name, language)
    if month is None:
        several = name in known.months and raw
        return Printed(*span, why=f"{words_of(text, span)}: {name} names two months") if several else None
    if not raw:
        apart = _apart(text, match.end())
        end = match.end() if apart else match.end("m") if match.end("m") > match.end("d") else match.end()
        year = apart
    else:
        end, year = match.end(), _full_year(int(raw), len(raw), name)
    if year is not None and not is_day(year, month, day):
        return None
    return Printed(start, end, year, month, day) if is_day(year or 2024, month, day) else None


def _full_year(year: int, digits: int, month: str) -> int:
    """The year of our calendar: Thai months come with Buddhist years, of two digits too."""
    thai = "\u0e01" <= month[0] <= "\u0e4e"
    if digits == 2:
        return year + 2500 - 543 if thai else 2000 + year
    return year - 543 if year > 2400 else year


def _apart(text: str, place: int) -> int | None:
    """The year that stands a few words behind the day, a clock time or a zone between them."""
    match = _YEAR_APART.search(text, place, place + _APART + 4)
    between = text[place : match.start()] if match else ""
    return int(match.group()) if match and _BETWEEN.fullmatch(between) else None


def _solar(year: int, month: int, day: int, start: int, end: int) -> Printed:
    """A day of the Solar Hijri calendar in ours, by its cycle of 33 years: 13 Esfand 1404 is 2026-03-04."""
    if not (1343 <= year <= 1472 and 1 <= month <= 12 and 1 <= day <= 31):
        return Printed(start, end, why=f"{year}-{month}-{day}: no day of the Solar Hijri calendar")
    leaps = sum(1 for y in range(1343, year) if y % 33 in (1, 5, 9, 13, 17, 22, 26, 30))
    days = (year - 1343) * 365 + leaps + (month - 1) * 31 - max(0, month - 7) + day - 1
    found = date.fromordinal(date(1964, 3, 21).toordinal() + days)
    return Printed(start, end, found.year, found.month, found.day)
