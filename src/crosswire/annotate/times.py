"""Dates, times, durations and sets in a report's text, with their values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crosswire.annotate.dates import calendar_value, day_of
from crosswire.annotate.tense import direction
from crosswire.annotate.time_grammar import grammar
from crosswire.annotate.time_readings import READERS, Reading, Standing, Words, told_after
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

    `anchor` is the ISO date that "yesterday" counts from; by default the publication day. Without either, a value
    goes as far as the words do ("XXXX-WXX-3") and its `when` is unknown and says why; it is never guessed.
    """
    words = Words(lexicons.times, lexicons.numbers)
    forms = grammar(lexicons.times, lexicons.numbers)
    standing = Standing(day_of(anchor or report.published_at.value))
    found: list[TimeExpression] = []
    for sentence in sentences:
        text = report.text[sentence.start : sentence.end]
        for form, match in forms.matches(text):
            start, end = _trimmed(match, sentence.start)
            index = _token_at(sentence.tokens, start, end)
            if not allowed(form.name, match, sentence.tokens, index, text):
                continue
            way, verb = direction(sentence.tokens, index, lexicons.times) if sentence.tokens else (0, "")
            standing = replace(standing, direction=way, verb=verb)
            reading = READERS[form.name](match.groupdict(), standing, words)
            if reading:
                standing = told_after(form.name, reading, standing)
                found.append(_expression(report.passage(start, end), reading, standing))
    return tuple(found)


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


def allowed(form: str, match: re.Match[str], tokens: Sequence[Token], index: int, text: str) -> bool:
    """False where the words only look like a time: the verb "may", "a second man", "2,000 people", an age."""
    before, after = text[: match.start()], text[match.end() :]
    groups = match.groupdict()
    if form == "month" and not groups.get("year"):
        return _is_month(match, before, after, tokens, index)
    if form == "year" and groups.get("year"):
        return _is_year(before, after)
    if form in ("length", "offset", "half"):
        return _is_length(
            form, groups, before + text[match.start() : match.start("count")] if "count" in groups else before, after
        )
    if form == "daypart" and groups["step"].lower() == "the":
        return not re.match(r"\s+(?:of|the|that|when|before|after|he|she|they|[A-Z])", after)
    if form == "weekend":
        return not re.search(r"\ba\s+$", before, re.I)
    if form == "adverb":
        return not tokens or tokens[index].pos == "ADV"
    if form == "reference":
        return _is_reference(match.group().lower(), after, tokens, index)
    if form == "season":
        return not (tokens and tokens[index].pos == "VERB")
    return True


def _is_reference(word: str, after: str, tokens: Sequence[Token], index: int) -> bool:
    """Counter-examples: "as soon as Tuesday", "the past few", "his future earnings"."""
    if word == "soon":
        return not re.match(r"\s+(?:as|after)\b", after)
    if word in ("the past", "the future"):
        return not re.match(
            r"\s+(?:few|several|couple|many|\d|[a-z]+\s+(?:years|months|weeks|days)|century|decade)", after
        )
    return True


# Months that are verbs or given names too.
_LOOKALIKES = frozenset(["may", "march", "mar", "april", "june", "august", "jan", "dec", "sep"])
_NAME_AROUND = re.compile(
    r"(?:^|\s)(?!(?:In|On|By|Since|Last|This|Next|Until|From|Late|Early|And|The|For|To|At)\s)[A-Z][a-z]+\s$"
)


def _is_month(match: re.Match[str], before: str, after: str, tokens: Sequence[Token], index: int) -> bool:
    """ "in May", "March's figures". Counter-examples: "They may", "Theresa May said", "March on Rome", "April Jones"."""
    if match["month"].rstrip(".").lower() not in _LOOKALIKES or match["step"] or match["edge"] or not tokens:
        return True
    token = tokens[index]
    if (
        token.pos in ("VERB", "AUX", "ADV")
        or token.entity in ("PERSON", "ORG", "GPE")
        or token.dep in ("nsubj", "dobj")
    ):
        return False
    if _NAME_AROUND.search(before) and not re.match(r"\d", after):
        return False
    return not re.match(r"\s[A-Z][a-z]+\s(?:said|was|is|and|told|left|had)\b|\sfor\s[A-Z]", after)


def _is_year(before: str, after: str) -> bool:
    """ "in 1990". Counter-examples: "$1990", "1990 people" is left to figures, "No. 1990", "Boeing 2000"."""
    return not (
        re.search(r"[$£€#-]\s?$|\b(?:No\.|no\.|page|room|flight|Flight|about|than)\s$", before)
        or re.match(
            r"\s?(?:people|men|women|soldiers|troops|votes|km|kilomet|miles|feet|meters|metres|points|percent|block\b|[A-Z]\w+ (?:St|Ave|Rd)\b)",
            after,
        )
    )


# Before a length that is told for itself. "for a week", "spent an hour". Counter-example: "$1.76 a year" is a rate.
_BEFORE_LENGTH = re.compile(
    r"(?:^|[,;(“\"]|\b(?:for|in|within|of|than|about|after|over|during|by|to|spent|spend|took|take|takes|last|lasted|"
    r"only|just|every|at|barely|nearly|almost|and|or|is|was|another|half|under|through|with|least|most|wait|waited|"
    r"up|once|as))\s*$",
    re.IGNORECASE,
)
# After "three days after": what follows makes it a distance between events, not a date counted from what was told.
_EVENT_FOLLOWS = re.compile(r"\s+[\w“\"$]")


def _is_length(form: str, groups: dict[str, str | None], before: str, after: str) -> bool:
    """Counter-examples: "a second man", "47 years old", "23-year-old", "four flights a week", "13 days after it"."""
    unit, count = (groups.get("unit") or "").lower(), (groups.get("count") or "").lower()
    if re.match(r"[-\s]+(?:old|of\s+age)\b", after):
        return False
    if form == "offset":
        return (groups.get("offset") or "").lower() not in ("before", "after") or not _EVENT_FOLLOWS.match(after)
    if unit == "second" and not groups.get("plural") and count in ("a", "one", "the"):
        return False
    if count in ("a", "an") and not _BEFORE_LENGTH.search(before):
        return False
    if unit == "quarter":
        return bool(groups.get("plural"))
    return not (unit.istitle() and before and count.isdigit())


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
    value = calendar_value(reading.timex3 + reading.zone)
    if value is None:
        return When(None, Basis.UNKNOWN, passage, VAGUE)
    if reading.counted:
        return When(value, Basis.RELATIVE, passage, f"“{passage.words}” counted from {reading.counted}")
    return When(value, Basis.STATED, passage, f"the words “{passage.words}” say it")
