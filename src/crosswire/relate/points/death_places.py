"""Points about where somebody died, as reports tell it differently: where he was found, or in hospital."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import StrEnum

from crosswire.model.passage import Passage
from crosswire.relate.points.passages import clause_of, part
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.told_stages import Found
from crosswire.relate.points.versions import Draft, Member, Told, told_otherwise

DEAD = r"(?:died|dead|pronounced|declared|succumbed|killed)"
HOUSE = r"(?:hospitals?|medical cent(?:er|re)|trauma cent(?:er|re)|infirmary)"
SCENE = re.compile(
    rf"\b{DEAD}\b[^.;,]{{0,20}} (?:at|on) (?:the|that) scene\b|\bfound (?:[\w'’-]+ ){{0,4}}?dead\b", re.IGNORECASE
)
HOSPITAL = re.compile(
    rf"\b{DEAD}\b[^.;]{{0,15}} (?:at|in|on the way to) (?:an? |the |his |her )?(?:[\w'’.-]+ ){{0,5}}?{HOUSE}\b"
    rf"|\b{HOUSE}\b[^.;]{{0,40}}?,? (?:where|and|but) (?:(?:he|she|they|later|was|were) ){{0,3}}{DEAD}\b",
    re.IGNORECASE,
)


class Place(StrEnum):
    """Where somebody died."""

    SCENE = "the scene"
    HOSPITAL = "hospital"


def death_places(deaths: Mapping[str, Sequence[Found]], slots: Sequence[Slots], told: Told) -> list[Draft]:
    """The conflicts about where each person died; `deaths`: who → the sentences that tell that he did."""
    drafts = (_draft(person, found, slots, told) for person, found in sorted(deaths.items()))
    return [draft for draft in drafts if draft]


def death_place(words: str) -> tuple[Place, int, int] | None:
    """Where somebody died, with the place of the words that tell it; None where nothing or two places are told."""
    found = [(place, m) for place, pattern in PATTERNS if (m := pattern.search(words))]
    return (found[0][0], found[0][1].start(), found[0][1].end()) if len(found) == 1 else None


PATTERNS = ((Place.SCENE, SCENE), (Place.HOSPITAL, HOSPITAL))


def _draft(person: str, found: Sequence[Found], slots: Sequence[Slots], told: Told) -> Draft | None:
    """The conflict about one person; None where all tell one place, or one report tells two."""
    sides: dict[Place, dict[int, int]] = defaultdict(dict)
    for f in found:
        place = death_place(slots[f.sentence].passage.words)
        if place:
            sides[place[0]].setdefault(slots[f.sentence].report, f.sentence)
    scene, house = ({r: n for r, n in sides[p].items() if r not in sides[o]} for p, o in (PLACES, PLACES[::-1]))
    if not scene or not house:
        return None
    versions = {
        f"{where} {place}": [Member(n, _words(slots[n])) for n in side.values()]
        for where, place, side in (("at", Place.SCENE, scene), ("in", Place.HOSPITAL, house))
    }
    return told_otherwise(f"where {person} died", versions, slots, told, strength=0.7)


PLACES = (Place.SCENE, Place.HOSPITAL)


def _words(slots: Slots) -> Passage:
    place = death_place(slots.passage.words)
    if place is None:
        return slots.passage
    return clause_of(slots, part(slots, slots.passage.start + place[1], slots.passage.start + place[2]))
