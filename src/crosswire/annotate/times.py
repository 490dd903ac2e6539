"""Dates, times, durations and sets in a report's text, with their values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from crosswire.annotate.anchors import CURRENT, Anchors, Later, anchors_of
from crosswire.annotate.dates import calendar_value, day_of
from crosswire.annotate.opening_dates import as_written, opening_dates
from crosswire.annotate.reading import Reading, Standing, Words, told_after
from crosswire.annotate.tense import (
    AHEAD,
    PAST,
    PRESENT,
    beside_gathering,
    direction,
    done_on,
    plainly_present,
    tells_what_happened,
    up_for_election,
)
from crosswire.annotate.time_bounds import behind, bounded, compared, since
from crosswire.annotate.time_grammar import ANOTHER_DAY, Form, grammar
from crosswire.annotate.time_guards import allowed
from crosswire.annotate.time_readings import READERS
from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Sentence, TimeExpression, TimeKind, Token
from crosswire.model.passage import Passage
from crosswire.model.report import Report
from crosswire.model.when import Basis, When

LENGTH = "a length of time, not a date"
REPEATS = "a time that comes again and again"
VAGUE = "the words name no date"
NO_ANCHOR = "the report has no publication date to count from"
NO_YEAR = "no year is told, and the report has no publication date to count from"


def find_times(
    report: Report, sentences: Sequence[Sentence], *, lexicons: Lexicons, anchor: str | None = None
) -> tuple[TimeExpression, ...]:
    """The report's time expressions in order of the text.

    `anchor` is the ISO date that "yesterday" counts from; by default the publication day, else that of the last
    update, which every time counted from it then names. A text that shows that it is of a later update counts from
    that (`anchors.py`). Without any, a value goes as far as the words do ("XXXX-WXX-3") and its `when` is unknown and
    says why; it is never guessed.
    """
    words, forms = Words(lexicons.times, lexicons.numbers), grammar(lexicons.times, lexicons.numbers)
    anchors = anchors_of(report, anchor)
    dates = opening_dates(report, sentences, anchors.current, forms=forms, words=words)
    opened = [_expression(row.passage, row.reading, anchors.current) for row in dates]
    anchors = as_written(anchors, dates)
    found, later = _found(report, sentences, anchors, lexicons)
    if later:
        found, _ = _found(report, sentences, anchors.as_told(later), lexicons)
    return tuple(sorted((*opened, *found), key=lambda row: row.passage)) if opened else found


# Forms that stand for a part of a game as well as of a year, and how many words of games a report of one has at least.
_PARTS_OF_GAMES = ("halfyear", "quarter", "lastquarter", "thequarter")
_OF_GAMES = 3
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def _of_games(text: str, games: frozenset[str]) -> bool:
    """Whether a report tells of games: "the first half" is then no half of a year."""
    return len(games.intersection(_WORD.findall(text.lower()))) >= _OF_GAMES


def _found(
    report: Report, sentences: Sequence[Sentence], anchors: Anchors, lexicons: Lexicons
) -> tuple[tuple[TimeExpression, ...], Later]:
    """The time expressions as counted from these anchors, and the latest day after the publication of each part."""
    words = Words(lexicons.times, lexicons.numbers)
    forms = grammar(lexicons.times, lexicons.numbers)
    standing, part = anchors.current, CURRENT
    games = _of_games(report.text, lexicons.times.games)
    found: list[TimeExpression] = []
    later: dict[int, tuple[date, str]] = {}
    paragraph, read = -1, 0
    for sentence, text in _texts(report, sentences):
        if sentence.paragraph != paragraph:
            if (here := anchors.part_at(sentence.start)) != part:
                part, standing = here, anchors.of(here)
            paragraph, standing = sentence.paragraph, replace(standing, near=None)
        ends = sentence.end - sentence.start
        matches = [row for row in forms.matches(text) if read - sentence.start <= row[1].start() < ends]
        # A clock time belongs to the day of its sentence, which may stand behind it: "at 10:35 a.m. (0735 GMT) Friday".
        matches.sort(key=lambda row: row[0].name == "clock")
        rows: list[TimeExpression] = []
        opening = standing
        for form, match in matches:
            start, end = _trimmed(match, sentence.start)
            read = max(read, end)
            index = _token_at(sentence.tokens, start, end)
            way, verb, nearer = _direction(form, sentence, index, lexicons)
            if not allowed(form.name, match, sentence.tokens, index, text, past=way == PAST):
                continue
            groups = _groups(form, match, text, standing.anchor, words)
            if games and form.name in _PARTS_OF_GAMES and not (groups.get("of") or groups.get("year")):
                continue
            if form.name == "day" and _is_over(sentence.tokens, index, lexicons):
                groups["ended"] = ""  # "her part in the June 2 shooting" is of the one that is over
            way = PAST if since(text[: match.start()]) else way
            standing = replace(standing, direction=way, nearer=nearer, verb=verb)
            if form.name == "clock":
                standing = _by_the_clock(standing, opening, rows, start, end, report.text)
            whole = form.name != "day" or groups.get("year") or groups.get("spoken")
            beside = None if whole else ANOTHER_DAY.match(text, match.end())
            groups = {**groups, "year": beside["year"]} if beside else groups
            reading = READERS[form.name](groups, standing, words)
            if reading and rows and form.name == "weekday":
                reading = behind(reading, rows[-1].timex3, report.text[rows[-1].passage.end : start])
            if reading:
                day = anchors.later_day(part, form.name, match, reading, way)
                if day and day > later.get(part, (date.min, ""))[0]:
                    later[part] = day, report.text[start:end]
                standing = told_after(form.name, reading, standing)
                rows.append(_expression(report.passage(start, end), reading, standing))
            if beside and (other := READERS["day"]({**groups, "day": beside["day"]}, standing, words)):
                place = report.passage(sentence.start + beside.start("day"), sentence.start + beside.end())
                rows.append(_expression(place, other, standing))
        found.extend(sorted(rows, key=lambda row: row.passage))
    return tuple(found), later


def _groups(form: Form, match: re.Match[str], text: str, anchor: date | None, words: Words) -> dict[str, str | None]:
    """The groups of a match, with what the words beside it say of which month, day or year is meant."""
    before = text[: match.start()]
    groups = bounded(form.name, match.groupdict(), before, anchor, words)
    if form.name == "step" and compared(before, text[match.end() :]):
        groups["compared"] = ""
    return groups


# Letters between a clock time and the day that it belongs to, at most, where an account goes on by the clock.
_BESIDE = 40


def _by_the_clock(
    standing: Standing, opening: Standing, rows: Sequence[TimeExpression], start: int, end: int, text: str
) -> Standing:
    """The standing for a clock time: on the day beside it; in an account that goes by the clock, on that account's day.

    `opening` is the standing at the head of the sentence: "At 6:41 p.m. he wrote that on March 1 nobody had called" is
    of the account's day, though March 1 is the only one in it.
    """
    near, gap = _day_beside(rows, start, end, text)
    if near is None:
        return standing
    if opening.clocked and gap > _BESIDE and not any(row.passage.end <= start for row in rows):
        return replace(standing, near=None, clocked=opening.clocked)
    return replace(standing, near=near)


def _day_beside(rows: Sequence[TimeExpression], start: int, end: int, text: str) -> tuple[date | None, int]:
    """The day of the date nearest to a clock time in its sentence, and how far off it stands.

    "7 a.m.-5 p.m. Friday and 8 a.m. Saturday": the first two are of Friday.

    Counter-example: "10:30 p.m. (0330 GMT Thursday)", where the day in brackets is that of another clock.
    """
    near: list[tuple[int, date]] = []
    for row in rows:
        gap = (end, row.passage.start) if row.passage.start >= end else (row.passage.end, start)
        between, day = text[slice(*gap)], day_of(row.timex3)
        if day and between.count("(") == between.count(")"):
            near.append((gap[1] - gap[0], day))
    return (min(near)[1], min(near)[0]) if near else (None, 0)


# "at 12:45 a.m. Sunday" ends a sentence for the parser, and Sunday begins another.
_SPLIT = re.compile(r"\d\s?[ap]\.\s?m\.\)?$")
_DAY_BEHIND = re.compile(r"\s*(?:on\s+)?[A-Z][a-z]+day\b[^.]{0,40}")


def _texts(report: Report, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, str]]:
    """Each sentence with the text in which its times are sought: with the day behind its last word, where split off."""
    for sentence, after in zip(sentences, (*sentences[1:], None), strict=False):  # an empty text has no sentence
        text = report.text[sentence.start : sentence.end]
        if after is not None and after.paragraph == sentence.paragraph and _SPLIT.search(text):
            behind = _DAY_BEHIND.match(report.text[sentence.end : after.end])
            text += behind[0] if behind else ""
        yield sentence, text


def _direction(form: Form, sentence: Sentence, index: int, lexicons: Lexicons) -> tuple[int, str, bool]:
    """Which way the verb above looks, its lemma, and whether a bare month is the nearer one rather than by the verb.

    "Cites his talks in June": a month beside a plain present is no more ahead than over; "opens on Friday" is ahead.
    """
    tokens, words = sentence.tokens, lexicons.times
    if not tokens:
        return PRESENT, "", False
    if form.name == "month" and plainly_present(tokens, index, words):
        return PRESENT, "", True
    way, verb = direction(tokens, index, words)
    if form.name == "season" and way == PRESENT and tells_what_happened(tokens, index, words):
        return PAST, "", False
    if form.name in ("month", "day") and way == PAST and up_for_election(tokens, index):
        return AHEAD, "", False
    if form.name in ("month", "day") and way == PAST and beside_gathering(tokens, index, words):
        return PRESENT, "", True
    return way, verb, False


def _is_over(tokens: Sequence[Token], index: int, lexicons: Lexicons) -> bool:
    """Whether a day without a year is one that is over: "the June 2 shooting", "fired on June 8"."""
    if not tokens:
        return False
    return tells_what_happened(tokens, index, lexicons.times) or done_on(tokens, index, lexicons.times)


def _trimmed(match: re.Match[str], offset: int) -> tuple[int, int]:
    """The span of a match in the report's text, white space and a comma at its ends left out."""
    words = match.group()
    start = match.start() + len(words) - len(words.lstrip())
    end = match.start() + len(words.rstrip(" \n\t,"))
    return offset + start, offset + end


def _token_at(tokens: Sequence[Token], start: int, end: int) -> int:
    """The index of the token that heads the span: the one whose head lies outside it."""
    inside = [n for n, token in enumerate(tokens) if start <= token.start < end]
    for n in inside:
        if tokens[n].head not in inside or tokens[n].head == n:
            return n
    return inside[0] if inside else 0


def _expression(passage: Passage, reading: Reading, standing: Standing) -> TimeExpression:
    """The time expression for a reading, with its `when` and the reason."""
    return TimeExpression(passage, _when(passage, reading, standing), reading.kind, reading.timex3)


def _when(passage: Passage, reading: Reading, standing: Standing) -> When:
    """A known time with what it was counted from, or an unknown one with the reason."""
    if reading.kind is TimeKind.DURATION:
        return When(None, Basis.UNKNOWN, passage, LENGTH)
    if reading.kind is TimeKind.SET:
        return When(None, Basis.UNKNOWN, passage, REPEATS)
    if reading.timex3.endswith("_REF"):
        return When(None, Basis.UNKNOWN, passage, VAGUE)
    if "X" in reading.timex3 and standing.anchor is None:
        return When(None, Basis.UNKNOWN, passage, NO_YEAR if reading.timex3[5:7].isdigit() else NO_ANCHOR)
    value = reading.span or calendar_value(reading.timex3 + reading.zone)
    if value is None:
        return When(None, Basis.UNKNOWN, passage, VAGUE)
    if reading.counted:
        ahead = standing.anchor is not None and standing.verb and value[:10] > standing.anchor.isoformat()
        tense = f"; “{standing.verb}” looks ahead" if ahead and standing.direction == AHEAD else ""
        return When(value, Basis.RELATIVE, passage, f"“{passage.words}” counted from {reading.counted}{tense}")
    return When(value, Basis.STATED, passage, f"the words “{passage.words}” say it")
