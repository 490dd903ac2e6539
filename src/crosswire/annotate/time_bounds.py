"""What the word before a time says of where it lies: "since November" is over, "through Monday" behind what it ends."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from crosswire.annotate.dates import day_of
from crosswire.annotate.reading import Reading, Words

_EARLY = r"(?:(?:early|late|mid)[-\s]+)?"
_SINCE = re.compile(rf"\b(?:since|back\s+to|dat(?:es|ed|ing)\s+(?:from|to))\s+{_EARLY}$", re.IGNORECASE)
_THROUGH = re.compile(rf"\bthrough\s+{_EARLY}$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:,\s*)?(?:through|to|until|till|[-–])\s*", re.IGNORECASE)
# "Lends them money through January", told in October: months no farther ahead are still to come.
_SOON = 4
_WEEK = timedelta(weeks=1)


def since(before: str) -> bool:
    """Whether the words before a time say that it is over: "since November", "dates back to January"."""
    return bool(_SINCE.search(before))


def bounded(
    form: str, groups: dict[str, str | None], before: str, anchor: date | None, words: Words
) -> dict[str, str | None]:
    """The groups of a match with the step that the word before it gives to a month or day without a year.

    "Held since November", of October: last November. "Lent through January", of October: the coming one.
    """
    if form == "yearend" and since(before):
        return {**groups, "since": ""}
    bare = anchor is not None and form in ("month", "day") and not groups.get("year") and not groups.get("spoken")
    if not bare or anchor is None or groups.get("yearstep") or groups.get("step") or groups.get("monthstep"):
        return groups
    ahead = (words.month(groups["month"] or "") - anchor.month) % 12
    if since(before) and (ahead or form == "day"):
        return {**groups, "step" if form == "month" else "monthstep": "last"}
    if form == "month" and 0 < ahead <= _SOON and _THROUGH.search(before):
        return {**groups, "step": "next"}
    return groups


# "Net of $3 million, compared with a loss of $2 million last year", "up from last year's $1.5 billion".
_AMOUNT = r"[A-Z]{0,2}[$£€#¥]\s?\d[\d,.]*(?:\s(?:million|billion))?(?:\sa\sshare)?"
_COMPARED = re.compile(
    rf"\b(?:from|compared\s+with|compared\s+to|against|versus)\s+(?P<amount>[^$£€#¥.;]{{0,60}}{_AMOUNT}(?:,[^.;]{{0,40}}a\sshare)?,?\s+)?$"
)
_AN_AMOUNT = re.compile(rf"['’]s\s+{_AMOUNT}")


def compared(before: str, after: str) -> bool:
    """Whether "last year" between these words is what an amount is compared with: then it is of the same months.

    Counter-example: "Tarn, which earned $30 million last year".
    """
    led = _COMPARED.search(before)
    return led is not None and (bool(led["amount"]) or bool(_AN_AMOUNT.match(after)))


def behind(reading: Reading, first: str | None, between: str) -> Reading:
    """The reading of a weekday, a week on where it ends a stretch that begins later: "Friday through Monday"."""
    start, end = day_of(first), day_of(reading.timex3)
    if start is None or end is None or end >= start or not _TO.fullmatch(between):
        return reading
    while end < start:
        end += _WEEK
    return replace(reading, timex3=end.isoformat() + reading.timex3[10:], span="")
