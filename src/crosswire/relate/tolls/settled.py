"""The number of dead that needs no weighing: the latest report is of one mind, or its groups add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswire.model.annotation import Casualty
from crosswire.relate.tolls.evidence import LEAD, Evidence, value_of
from crosswire.relate.tolls.people import name_of

# Of one dead the people told of one by one say more than a count does.
LEAST = 2
# So many times what was told before a number needs the headline: sentences tell of other events too.
MOST_TIMES = 4


@dataclass(frozen=True, slots=True)
class Sum:
    """What groups told apart make together: the casualties of each group, and the report that tells the last."""

    number: int
    report: str
    groups: tuple[tuple[Casualty, ...], ...]


def sums_of(found: Sequence[Evidence]) -> tuple[Sum, ...]:
    """The sums of dead that reports make, in order of time; one that a total contradicts is none.

    "Two inside and two outside" in one report; "two were killed" in one and "two more died" in a later one. A total of
    four anywhere confirms it. A total other than the sum, told beside it or later, or before and higher, contradicts.
    """
    sums: list[Sum] = []
    for n, each in enumerate(found):
        made = _own(each) or _with_earlier(n, found, sums)
        if made and not _contradicted(made, n, found):
            sums.append(made)
    return tuple(sums)


def settled(found: Sequence[Evidence], sums: Sequence[Sum]) -> int | None:
    """The number of dead by the latest report that counts them; None where the weights must choose.

    Where all counts of its headline and first sentences agree, that is the number; where it counts nobody, those whom
    one of its first sentences names as dead. "Two more" is no count of all. A sum stands as the number of the report
    that makes it. A number that a report gives as lower than before stands, and what was told before it no more speaks
    against a later one.
    """
    first = max((n for n, each in enumerate(found) if "killed" in each.lowered), default=0)
    found = found[first:]
    for n, each in reversed(list(enumerate(found))):
        if "killed" in each.lowered:
            return value_of(each.lowered["killed"])
        made = [s.number for s in sums if s.report == each.report]
        if made:
            return made[-1]
        lead = _lead(each)
        numbers = {*each.headline["killed"], *lead}
        if numbers:
            agreed = len(numbers) == 1 and bool(lead)
            return min(numbers) if agreed and _stands(min(numbers), n, found) else None
        if (named := _named_together(each)) and not each.told["killed"]:
            return named if _stands(named, n, found) else None
    return None


def _named_together(each: Evidence) -> int:
    """How many one of the first sentences names in full as dead, two or more: "Odd Tarn and Ann Venn were killed"."""
    dead = [
        {c.sentence for c in person.told if c.what == "killed" and len(name_of(c)) > 1}
        for person in each.people if not person.suspect
    ]  # fmt: skip
    named = max((sum(n in told for told in dead) for n in range(LEAD)), default=0)
    return named if named >= LEAST else 0


def lowered_injured(found: Sequence[Evidence]) -> int | None:
    """The number of injured that the latest report to count them gives as lower than before; None without one."""
    for each in reversed(found):
        if "injured" in each.lowered:
            return value_of(each.lowered["injured"])
        if each.headline["injured"] or each.told["injured"]:
            return None
    return None


def _lead(each: Evidence) -> tuple[int, ...]:
    """The counts of dead in a report's first sentences, those told as more left out."""
    more = each.groups.beyond
    return tuple(
        value_of(c) for c in each.casualties
        if c.what == "killed" and c.noun is None and c.sentence is not None and c.sentence < LEAD and c not in more
    )  # fmt: skip


def _stands(number: int, n: int, found: Sequence[Evidence]) -> bool:
    """True where nothing speaks against the number that a report is of one mind about.

    Counter-examples: who did it and died is counted by one report and not by another; "attempted murder"; fewer than
    were told before; the dead of a whole month in a sentence.
    """
    before = [m for each in found[:n] for m in (*each.headline["killed"], *_lead(each))]
    if number < LEAST or found[n].nobody_died or any(each.own_hand for each in found):
        return False
    if not before or found[n].headline["killed"]:
        return number >= max(before, default=0)
    return max(before) <= number <= MOST_TIMES * max(before)


def _own(each: Evidence) -> Sum | None:
    """The sum of the groups of one report."""
    apart = each.groups.apart
    return Sum(sum(map(value_of, apart)), each.report, tuple((c,) for c in apart)) if apart else None


def _with_earlier(n: int, found: Sequence[Evidence], sums: Sequence[Sum]) -> Sum | None:
    """What a report tells beyond a number told before: the number that makes a total told, else the last.

    Counter-example: "two more" after a four that has them in it, where an earlier report had two: four, not six.
    """
    groups = found[n].groups
    if not groups.alone or found[n].headline["killed"]:
        return None
    more = next(c for c in groups.beyond if c.noun is None)
    before = [
        (number, e) for e in found[:n] for number in [_total(e, sums)] if number is not None and number >= 1
    ]  # fmt: skip
    if not before:
        return None
    totals = {number for number, _ in _totals(found, ())}
    base, _ = next((b for b in reversed(before) if b[0] + value_of(more) in totals), before[-1])
    giving = tuple(
        c for e in found[:n] for c in e.casualties
        if c.what == "killed" and value_of(c) == base and (c.noun is None or c.sentence is None)
    )  # fmt: skip
    parts = next((s.groups for s in sums if s.number == base), (giving,))
    return Sum(base + value_of(more), found[n].report, (*parts, (more,))) if giving or len(parts) > 1 else None


def _total(each: Evidence, sums: Sequence[Sum]) -> int | None:
    """What a report counts as dead in all."""
    made = [s.number for s in sums if s.report == each.report]
    if made:
        return made[-1]
    headline = each.headline["killed"]
    return headline[0] if headline else each.number("killed")


def _totals(found: Sequence[Evidence], parts: Sequence[Casualty]) -> Iterator[tuple[int, int]]:
    """The counts of dead that are no part of a sum, each with which report tells it."""
    for n, each in enumerate(found):
        for c in each.casualties:
            if c.what == "killed" and (c.noun is None or c.sentence is None) and c not in parts:
                yield value_of(c), n


def _contradicted(made: Sum, n: int, found: Sequence[Evidence]) -> bool:
    """True where a total speaks against a sum and none for it."""
    parts = [c for group in made.groups for c in group]
    values = {sum(map(value_of, group[:1])) for group in made.groups}
    totals = list(_totals(found, parts))
    if any(number == made.number for number, _ in totals):
        return False
    in_headline = bool(found[n].headline["killed"])
    return in_headline or any(number not in values if m >= n else number > made.number for number, m in totals)
