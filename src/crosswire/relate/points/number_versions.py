"""The numbers that reports give of one thing, in versions: which can hold at once, and which time explains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.lexicons.points import PointWords
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.versions import Member, Told

# Counts of the dead, the hurt, the arrested: of the event itself.
TOLL = frozenset({"kill", "wound", "hold", "arrest", "shoot"})
# Counts of an event that can only rise as time goes on, and that can only fall.
RISING, FALLING = TOLL | {"rescu"}, frozenset({"miss"})
# Of so many different numbers a part may be overtaken while others stand against each other.
FEWEST_APART = 3


@dataclass(frozen=True, slots=True)
class Count:
    """A number somebody gives: its member, what orders it, and whether it can hold beside another's.

    `clock`: the time of day that it is, with its day where that is known.
    """

    member: Member
    low: float
    high: float
    clock: str | None = None

    def agrees(self, other: Count) -> bool:
        """True when both can hold at once: "more than 12" and "15" can, "12" and "15" can't."""
        return max(self.low, other.low) <= min(self.high, other.high)


def by_value(counts: Sequence[Count]) -> list[list[Count]]:
    """The numbers in versions that can hold at once, in order of value; exact ones found versions first."""
    versions: list[list[Count]] = []
    for count in sorted(counts, key=lambda c: (c.high - c.low, c.low, c.member.sentence, c.member.passage)):
        for version in versions:
            if all(count.agrees(other) for other in version):
                version.append(count)
                break
        else:
            versions.append([count])
    return versions


def in_order(versions: Sequence[list[Count]], slots: Sequence[Slots], told: Told) -> list[list[Count]]:
    """The versions, first told first; those whose time is not known last, by their order in the story.

    What only earlier versions of reports tell comes before all where nothing says when they were told.
    """

    def key(version: list[Count]) -> tuple[str, int]:
        own = [slots[c.member.sentence] for c in version]
        unknown = "" if all(s.earlier for s in own) else "9999"
        return (told.span(own)[0] or unknown, min(c.member.sentence for c in version))

    return sorted(versions, key=key)


def overtaken(ordered: Sequence[list[Count]], slots: Sequence[Slots], told: Told, what: frozenset[str]) -> bool:
    """True when time explains the difference: the last version came out later than all others, and the count is one
    that can only rise, or fall, and did. What lags is overtaken too: "11", then "nine", then "14"."""
    *earlier, late = ordered
    after = [slots[c.member.sentence] for c in late]
    return all(
        bool(told.before([slots[c.member.sentence] for c in early], after))
        and (_grown(early[0], late[0], what) or _died_since(early[0], late, slots))
        for early in earlier
    )


def in_courses(counts: Sequence[Count], slots: Sequence[Slots], told: Told, what: frozenset[str]) -> list[list[Count]]:
    """The numbers whole where they are one or time explains them all; else what one overtook, and what none did.

    "Two", "five", "14", then "nine" of a report that lags: two and five are overtaken by 14, nine stands against it.
    """
    ordered = in_order(by_value(counts), slots, told)
    if len(ordered) < FEWEST_APART or overtaken(ordered, slots, told, what):
        return [list(counts)]

    def behind(late: list[Count]) -> list[list[Count]]:
        return [early for early in ordered if early is not late and overtaken([early, late], slots, told, what)]

    last = max(ordered, key=lambda version: len(behind(version)))
    passed = behind(last)
    rest = [c for version in ordered if version not in passed for c in version]
    return [rest, [c for version in (*passed, last) for c in version]] if passed else [rest]


def _grown(early: Count, late: Count, what: frozenset[str]) -> bool:
    """True where the later count is as far on as such a count gets with time: more dead, fewer missing."""
    return (late.low >= early.low and bool(what & RISING)) or (late.low <= early.low and bool(what & FALLING))


def _died_since(early: Count, late: Sequence[Count], slots: Sequence[Slots]) -> bool:
    """True for "four were hurt", then "one died and three were hurt": those who are missing are told as dead."""
    dead = {f.low for c in late for f in slots[c.member.sentence].figures if f.what == "killed"}
    return dead == {early.low - late[0].low}


def sign_of_newer(
    ordered: Sequence[list[Count]], slots: Sequence[Slots], what: frozenset[str], words: PointWords
) -> str:
    """Why the last number is the newer one: the word of its report that says so, "rose", or what such counts do."""
    first, last = ordered[0][0], ordered[-1]
    if last[0].low < first.low and what & TOLL:
        return "; the others have died"
    late = [slots[c.member.sentence] for c in last]
    said = next((m[0] for s in late if (m := words.revising.search(s.passage.words))), None)
    if said and not what & FALLING:
        return f" and says “{said}”"
    return f"; a count of those {'falls as time goes on' if what & FALLING else 'can only rise'}"
