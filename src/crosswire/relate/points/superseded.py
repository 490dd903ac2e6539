"""What the earlier versions of reports may say in points: only what something newer replaces."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from crosswire.model.relation import PointRelation
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.versions import Draft, Member


def without_superseded(drafts: Iterable[Draft], hood: Neighbourhood) -> tuple[Draft, ...]:
    """The drafts, with statements of earlier versions only where an update has replaced them.

    "Four dead", said the page at nine, and "seven dead" at noon: seven is the newer version of the number, and four
    stands beside it as what was said before. What a page no longer says neither confirms nor disputes anything.
    """
    kept = (_without(draft, hood) for draft in drafts)
    return tuple(draft for draft in kept if draft)


def superseded_in(members: Iterable[Member], slots: Sequence[Slots]) -> frozenset[Member]:
    """The members that are statements of earlier versions of reports."""
    return frozenset(member for member in members if slots[member.sentence].superseded)


def links_between_reports(links: Mapping[tuple[int, int], float], hood: Neighbourhood) -> dict[tuple[int, int], float]:
    """The links between sentences that are told now: with what was said before nobody agrees."""
    return {
        (a, b): chance
        for (a, b), chance in links.items()
        if not hood.slots[a].superseded and not hood.slots[b].superseded
    }


def _without(draft: Draft, hood: Neighbourhood) -> Draft | None:
    """The draft without what was only said before; None where nothing to tell is left."""
    old = superseded_in(draft.members(), hood.slots)
    if not old:
        return draft
    update = draft.relation is PointRelation.UPDATE
    versions = tuple(
        version if update and n != draft.latest else tuple(m for m in version if m not in old)
        for n, version in enumerate(draft.versions)
    )
    shown = {n: member for n, member in draft.shown.items() if member in versions[n]}
    left = {hood.slots[m.sentence].report for version in versions for m in version}
    if not all(versions) or (len(left) < 2 and len(versions) < 2):
        return None
    return replace(draft, versions=versions, shown=shown)
