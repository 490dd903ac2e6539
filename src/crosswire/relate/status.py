"""What a reader may take a point for: corroborated, resting on one origin or voice, disputed, superseded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from crosswire.model.annotation import Quotation
from crosswire.model.passage import Passage
from crosswire.model.relation import PointRelation, Status
from crosswire.relate.statements import spoken_span
from crosswire.relate.versions import listed

# A statement is somebody's words when at least this part of its letters stands in quotations' content.
SAID_PART = 0.4


def voices_of(passage: Passage, sentence: Passage, quotations: Iterable[Quotation]) -> tuple[str, ...]:
    """The speakers in whose words the passage stands, sorted; empty when the report states it itself."""
    found = set()
    for quotation in quotations:
        spoken = (spoken_span(content, sentence) for content in quotation.content)
        said = sum(max(0, min(passage.end, end) - max(passage.start, start)) for start, end in spoken)
        if quotation.speaker and said >= SAID_PART * (passage.end - passage.start):
            found.add(quotation.speaker)
    return tuple(sorted(found, key=lambda a: (len(a), a)))


def status_of(relation: PointRelation, origins: Sequence[str], voices: Sequence[tuple[str, ...]]) -> Status:
    """The status of a point from its relation, its independent origins and the voices of each statement."""
    if relation is PointRelation.CONFLICT:
        return Status.DISPUTED
    if relation is PointRelation.UPDATE:
        return Status.SUPERSEDED
    if one_voice(voices):
        return Status.SINGLE_VOICE
    return Status.CORROBORATED if len(origins) >= 2 else Status.SINGLE_ORIGIN


def one_voice(voices: Sequence[tuple[str, ...]]) -> bool:
    """True when every statement is in the words of the same one speaker."""
    return bool(voices) and all(voices) and len({v for said in voices for v in said}) == 1


def resting_on(voices: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The actors on whose word a point rests: empty when at least one report states it itself."""
    if not all(voices):
        return ()
    return tuple(sorted({v for said in voices for v in said}, key=lambda a: (len(a), a)))


def reason(status: Status, origins: Sequence[str], voices: Sequence[str], names: Mapping[str, str]) -> str:
    """Why the status, in words a reader understands."""
    houses = listed(names.get(o, o) for o in origins)
    speakers = listed(names.get(v, v) for v in voices)
    if status is Status.SINGLE_VOICE:
        count = f"{len(origins)} independent origins" if len(origins) > 1 else "one origin"
        return f"rests on the word of {speakers} alone, carried by {count} ({houses})"
    if status is Status.CORROBORATED:
        return f"{len(origins)} independent origins say it: {houses}"
    if status is Status.SINGLE_ORIGIN:
        return f"all statements come from one origin: {houses}"
    if status is Status.DISPUTED:
        return f"versions that can't both hold, from {houses}" + (f"; in the words of {speakers}" if speakers else "")
    return f"a newer version replaces an older one; from {houses}"
