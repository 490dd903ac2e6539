"""Whether two dated events are one: what they are alike in, the words and names they share, their clocks."""

from __future__ import annotations

from datetime import datetime, timedelta

from crosswire.model.when import DAY
from crosswire.relate.times.events import Event

# Kinds of which one day of one story seldom has two: told in two reports, a shared word is enough ("a man and a child
# were injured", "a child was shot"). Counter-example: meetings; a minister has several a day.
_ONCE = frozenset(["violence", "arrest", "disaster", "vote"])
# The part of the shorter's content words that two clauses with one head must share, and that any two must share.
_CLAUSE, _ANY = 0.3, 0.6
# Content words that must be shared at least, with one head and without.
_FEW, _MANY = 2, 4
# How far two clock times of one thing may lie apart: an alarm at 8:13 is told as 8:15.
_CLOCKS = timedelta(minutes=30)


def same_time(a: str, b: str) -> bool:
    """True when two values name one day and clock times that are no rivals, or are equal.

    "2031-05-14" and "2031-05-14T20:15" may be of one thing; "T09:00" and "T20:15" are not.
    """
    if a == b:
        return True
    if "/" in a or "/" in b or min(len(a), len(b)) < DAY or a[:DAY] != b[:DAY]:
        return False
    clocks = [datetime.fromisoformat(value).replace(tzinfo=None) for value in (a, b) if len(value) > DAY]
    return len(clocks) < 2 or abs(clocks[0] - clocks[1]) <= _CLOCKS


def same_event(a: Event, b: Event) -> bool:
    """True when two events of one time are one: by their heads and what they share.

    "The collapse of the pier" and "the pier collapsed"; "his talks with Oda" and "he met Oda in Brell". A verb of
    saying or being is no head to go by; without one, most words must be shared.
    """
    shared = (a.words & b.words) - {a.head, b.head}
    elsewhere = a.passage.report != b.passage.report
    fewer = min(len(a.words), len(b.words))
    if a.kind in _ONCE and a.kind == b.kind and elsewhere:
        return bool(shared)
    if _one_head(a, b):
        if a.nominal and b.nominal:
            bare = elsewhere and fewer <= 1
            return len(shared) >= (1 if a.head == b.head else _FEW) or bare
        return len(shared) >= _FEW and len(shared) >= _CLAUSE * fewer
    return len(shared) >= _MANY and len(shared) >= _ANY * fewer


def _one_head(a: Event, b: Event) -> bool:
    if a.head == b.head:
        return not a.empty
    if a.kind is not None and a.kind == b.kind:
        return True
    named = bool(a.names & b.names)
    return named and ((a.head in b.words and not a.empty) or (b.head in a.words and not b.empty))
