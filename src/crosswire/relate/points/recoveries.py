"""Points about those who were hurt, taken together: in hospital in one report, all out of it in a later one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from crosswire.lexicons.cases import CaseWords
from crosswire.model.relation import PointKind, PointRelation
from crosswire.relate.points.case_steps import unreal
from crosswire.relate.points.passages import clause_of, part
from crosswire.relate.points.progress import dated_long_before
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.versions import Draft, Member, Told

# "The others have been released" is of several, "all" of everybody. Counter-example: "he is in stable condition".
ALL = re.compile(r"\b(?:all|both|everyone|everybody)\b", re.IGNORECASE)
COMING = re.compile(r"\b(?:will|would|may|might|could|not|\w+n['’]t|to be|but|except|expected|hopes?)\b", re.IGNORECASE)
LET_GO = re.compile(r"\b(?:released|discharged)\b", re.IGNORECASE)
SEVERAL = re.compile(
    r"\b(?:victims|others?|two|three|four|five|six|seven|eight|nine|ten|men|women|people|wounded|injured|their|they)\b",
    re.IGNORECASE,
)
# Of one report so many sentences stand for a version.
MOST_OF_A_REPORT = 3


def find_recoveries(hood: Neighbourhood, told: Told, words: CaseWords) -> tuple[Draft, ...]:
    """The update in which a later report tells that all, or the rest, have left the hospital; none or one."""
    slots = hood.slots
    out = [m for m in _found(hood, told, words.out, words) if not COMING.search(LET_GO.split(m.passage.words)[0])]
    out = _first(out, hood)
    home = {slots[m.sentence].report for m in out}
    hurt = [m for m in _found(hood, told, words.hurt, words) if slots[m.sentence].report not in home]
    late = [m for m in out if any(_follows(hood, told, n, m) for n in hurt)]
    early = _first([n for n in hurt if any(_follows(hood, told, n, m) for m in late)], hood)
    if not early or not told.before([slots[m.sentence] for m in early], [slots[m.sentence] for m in late]):
        return ()
    one, two = ([slots[m.sentence] for m in side] for side in (early, late))
    why = f"those hurt: how they are in {told.houses(one)}, out of hospital in {told.houses(two)}{told.order(one, two)}"
    versions = (tuple(early), tuple(late))
    return (Draft(PointKind.STATE, PointRelation.UPDATE, versions, (why,), latest=1, strength=0.7),)


def _found(hood: Neighbourhood, told: Told, pattern: re.Pattern[str], words: CaseWords) -> list[Member]:
    """The sentences that have the words, of now and no wish."""
    found = []
    for n, slots in enumerate(hood.slots):
        text = slots.passage.words
        match = pattern.search(text)
        if match and not dated_long_before(slots, told) and not unreal(text, match, words):
            at = slots.passage.start
            found.append(Member(n, clause_of(slots, part(slots, at + match.start(), at + match.end()))))
    return found


def _follows(hood: Neighbourhood, told: Told, early: Member, late: Member) -> bool:
    """True when the second report came out after the first, and is of those of whom the first is."""
    one, two = hood.slots[early.sentence], hood.slots[late.sentence]
    of_them = ALL.search(late.passage.words) or SEVERAL.search(one.passage.words)
    return bool(of_them and told.before([one], [two]))


def _first(members: Sequence[Member], hood: Neighbourhood) -> list[Member]:
    """The first MOST_OF_A_REPORT of each report."""
    own: dict[int, list[Member]] = defaultdict(list)
    for m in members:
        report = hood.slots[m.sentence].report
        if len(own[report]) < MOST_OF_A_REPORT:
            own[report].append(m)
    return [m for found in own.values() for m in found]
