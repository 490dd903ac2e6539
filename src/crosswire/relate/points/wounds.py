"""Where somebody was hit, as reports tell it differently: "shot in the arm", "a wound to the cheek"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.lexicons.wounds import WoundWords
from crosswire.model.passage import Passage
from crosswire.model.relation import Between, PointKind, PointRelation
from crosswire.relate.points.passages import clause_of
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.versions import Draft, Member, Told

# "shot | the girl | in the | lower left | abdomen": so many words stand between the act and the part of the body.
MOST_BETWEEN = 6
BETWEEN = rf"(?:\s+[\w'’-]+){{0,{MOST_BETWEEN}}}?"


@dataclass(frozen=True, slots=True)
class Wound:
    """A part of the body hit, told in a sentence, by its index; `whom`: the words that say of whom.

    `cut`: by a blade.
    """

    sentence: int
    region: str
    whom: frozenset[str]
    cut: bool
    passage: Passage


def find_wounds(hood: Neighbourhood, told: Told, words: WoundWords) -> tuple[Draft, ...]:
    """The conflicts between reports about where somebody was hit, in a fixed order."""
    found = [w for n, slots in enumerate(hood.slots) if not slots.superseded for w in read_wounds(n, slots, words)]
    by_whom: dict[tuple[str, bool], list[Wound]] = defaultdict(list)
    for wound in found:
        for who in wound.whom:
            by_whom[who, wound.cut].append(wound)
    drafts = []
    used: set[int] = set()
    for _, wounds in sorted(by_whom.items(), key=lambda item: (-len(item[1]), item[0])):
        kept = [w for w in _of_one_region(wounds, hood) if w.sentence not in used]
        draft = _draft(kept, hood, told, words)
        if draft:
            used |= {w.sentence for w in kept}
            drafts.append(draft)
    return tuple(drafts)


def read_wounds(n: int, slots: Slots, words: WoundWords) -> Iterator[Wound]:
    """The first wound of a sentence; none where it tells of two."""
    matches = list(_pattern(words).finditer(slots.passage.words))
    regions = {words.regions[m["part"].casefold()] for m in matches}
    whom = _whom(slots, words)
    if len(regions) == 1 and whom:
        start = slots.passage.start + matches[0].start()
        inner = Passage(slots.passage.report, start, start + len(matches[0][0]), matches[0][0])
        cut = not words.blades.isdisjoint(inner.words.casefold().split())
        yield Wound(n, regions.pop(), whom, cut, clause_of(slots, inner))


def _pattern(words: WoundWords) -> re.Pattern[str]:
    acts, parts = ("|".join(sorted(ws, key=lambda w: (-len(w), w))) for ws in (words.acts, words.regions))
    sides = "|".join(sorted(words.sides))
    return re.compile(
        rf"\b(?:{acts})\b{BETWEEN}\s+(?:in|to|on)\s+(?:(?:the|his|her|their|its|a)\s+)?"
        rf"(?:(?:{sides})\s+)*(?P<part>{parts})\b",
        re.IGNORECASE,
    )


def _whom(slots: Slots, words: WoundWords) -> frozenset[str]:
    """The kinds of people that a sentence speaks of who may be hit: "child" for "the boy", "her daughter"."""
    return frozenset(kind for t in slots.tokens if (kind := words.kinds.get(t.lemma.casefold())))


def _of_one_region(wounds: Sequence[Wound], hood: Neighbourhood) -> list[Wound]:
    """The wounds of the reports that tell of one: two wounds may be those of two people."""
    regions: dict[int, set[str]] = defaultdict(set)
    for wound in wounds:
        regions[hood.slots[wound.sentence].report].add(wound.region)
    return [w for w in wounds if len(regions[hood.slots[w.sentence].report]) == 1]


def _draft(wounds: Sequence[Wound], hood: Neighbourhood, told: Told, words: WoundWords) -> Draft | None:
    """The conflict; None where all tell of one region, or of two that may be meant by one word."""
    sides: Mapping[str, list[Wound]] = defaultdict(list)
    for wound in wounds:
        sides[wound.region].append(wound)
    if len(sides) != 2 or frozenset(sides) in words.near:
        return None
    ordered = sorted(
        sides.values(), key=lambda side: (-len({hood.slots[w.sentence].report for w in side}), side[0].sentence)
    )
    members = tuple(tuple(Member(w.sentence, w.passage) for w in side) for side in ordered)
    spelt = [f"{side[0].region} in {told.houses(hood.slots[w.sentence] for w in side)}" for side in ordered]
    why = f"where one person was hit: {' against '.join(spelt)}, with no sign that one replaces the other"
    return Draft(PointKind.STATE, PointRelation.CONFLICT, members, (why,), between=Between.REPORTS, strength=0.6)
