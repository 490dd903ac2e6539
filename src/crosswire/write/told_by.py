"""Whose word an entry of the timeline is, where the reports have it from somebody and the words don't show whom."""

from __future__ import annotations

from crosswire.model.annotation import Stance
from crosswire.model.relation import TimelineEntry
from crosswire.write.sources import Register
from crosswire.write.vocabulary import parties

# So much of a passage must be what somebody says.
MOST = 0.8
NOT_KNOWN = "a speaker who is not known"


def told_by(entry: TimelineEntry, register: Register) -> str:
    """ "said by Ivo Lanner", "denied by the owner"; "" where a report states it itself or its words show who speaks."""
    said = [register.said_at(passage, MOST) for passage in entry.statements]
    if any(one is None or (one.source and one.source.overlaps(entry.statements[0])) for one in said):
        return ""
    spoken = [one for one in said if one]
    known = register.actor_names(dict.fromkeys(one.speaker for one in spoken if one.speaker))
    names = [*known, *([NOT_KNOWN] if any(one.speaker is None for one in spoken) else [])]
    denied = all(one.stance is Stance.DENIES for one in spoken)
    return f"{'denied' if denied else 'said'} by {parties(names)}"
