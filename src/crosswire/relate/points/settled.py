"""Members of a point that ask what its other members tell: the update that this is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosswire.model.passage import Passage
from crosswire.model.relation import PointRelation
from crosswire.relate.points.focus import Focus, Turn
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.tellers import Tellers
from crosswire.relate.points.versions import Draft, Member, Told

# So large a part of a passage must be the question, for it to ask and not to tell.
MOSTLY = 0.6


def settled(draft: Draft, tellers: Tellers, told: Told) -> Draft | None:
    """The draft, or where some members stand in a question left open and others tell it, the update that this is.

    Members that neither ask nor tell it are left out then; None where the answer is the older, and only one report
    asks.

    "whether the captain survived" can't be the same as "the captain was taken to hospital".
    """
    members, slots = draft.members(), tellers.hood.slots
    opened = [m for m in members if any(_within(m.passage, f) for f in slots[m.sentence].foci)]
    rest = [m for m in members if m not in opened]
    if not opened or not rest:
        return draft
    foci = [(m.sentence, f) for m in opened for f in slots[m.sentence].foci if _within(m.passage, f)]

    def told_by(m: Member) -> bool:
        return any(tellers.tells(m.sentence, f, n) for n, f in foci)

    rest = [m for m in rest if told_by(m)]
    if not rest:
        return draft
    before, after = [slots[m.sentence] for m in opened], [slots[m.sentence] for m in rest]
    order = newer(before, after, told)
    if order is None:
        return replace(draft, versions=(tuple(opened),), shown={}, counted=None) if _reports(before) > 1 else None
    why = f"left open in {told.houses(before)}, told in {told.houses(after)}{order}"
    versions = (tuple(opened), tuple(rest))
    update = replace(draft, relation=PointRelation.UPDATE, versions=versions, why=(why,), latest=1)
    return replace(update, shown={}, counted=None)  # what all were to say together may be the answer alone


def newer(before: Sequence[Slots], after: Sequence[Slots], told: Told) -> str | None:
    """What makes the telling side the newer one, in words to be added to the reason; None where it is the older."""
    early, late = told.before(before, after), told.before(after, before)
    if late or (late is False and not any(told.before(before, [a]) or not told.before([a], before) for a in after)):
        return None
    if early or (early is False and any(told.before(before, [a]) for a in after)):
        return ", which came out later"
    if early is None:
        return "; a publication time is not known, the words say which is newer: the matter was open and is told"
    return "; the times don't say which is newer, the words do: the matter was open and is told"


def _reports(slots: Sequence[Slots]) -> int:
    return len({s.report for s in slots})


def _within(passage: Passage, focus: Focus) -> bool:
    """True when most of the passage is what an open question asks."""
    shared = min(passage.end, focus.end) - max(passage.start, focus.start)
    return focus.turn is Turn.OPEN and bool(focus.asked) and shared >= MOSTLY * (passage.end - passage.start)
