"""Points about why it was done: not known in one report, told in a later one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from crosswire.lexicons.motives import MotiveWords
from crosswire.model.passage import Passage
from crosswire.model.relation import PointKind, PointRelation
from crosswire.relate.points.passages import clause_of, part
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.told_stages import dated_long_before
from crosswire.relate.points.versions import Draft, Member, Told

# Why it was done stands near the head of a report; further down stands what once was done by whom.
HEAD = 12
MOST_OF_A_REPORT = 2
# Of what the sentence tells why: somebody was hit, hurt, killed.
DEEDS = frozenset({"kill", "wound", "shoot", "attack"})


def find_motives(hood: Neighbourhood, told: Told, words: MotiveWords) -> tuple[Draft, ...]:
    """The update in which a later report tells why something was done that others say is not known; none or one."""
    slots = hood.slots
    known = _first([n for n, s in enumerate(slots) if _tells(s, words, told)], slots)
    answered = {slots[n].report for n in known}
    asked = _first([n for n, s in enumerate(slots) if s.report not in answered and open_motive(s, words)], slots)
    known = [n for n in known if any(told.before([slots[m]], [slots[n]]) for m in asked)]
    asked = [m for m in asked if any(told.before([slots[m]], [slots[n]]) for n in known)]
    if not known or not asked or not told.before([slots[m] for m in asked], [slots[n] for n in known]):
        return ()
    versions = (
        tuple(Member(m, _clause(slots[m], words.subject)) for m in asked),
        tuple(Member(n, _clause(slots[n], words.told)) for n in known),
    )
    early, late = [slots[m] for m in asked], [slots[n] for n in known]
    why = f"why it was done: not known in {told.houses(early)}, told in {told.houses(late)}{told.order(early, late)}"
    return (Draft(PointKind.OCCURRENCE, PointRelation.UPDATE, versions, (why,), latest=1, strength=0.7),)


def open_motive(slots: Slots, words: MotiveWords) -> bool:
    """True for "a motive is not known", "what led to the shooting is under investigation"."""
    sentence = slots.passage.words
    return bool(words.subject.search(sentence) and words.unknown.search(sentence))


def _tells(slots: Slots, words: MotiveWords, told: Told) -> bool:
    """True for a sentence near the head that tells why somebody was hurt, of now and not of another matter."""
    if slots.number >= HEAD or slots.open or open_motive(slots, words) or dated_long_before(slots, told):
        return False
    return bool(words.told.search(slots.passage.words)) and not DEEDS.isdisjoint(slots.classes)


def _first(sentences: Sequence[int], slots: Sequence[Slots]) -> list[int]:
    """The first sentences of each report."""
    own: dict[int, list[int]] = defaultdict(list)
    for n in sentences:
        if len(own[slots[n].report]) < MOST_OF_A_REPORT:
            own[slots[n].report].append(n)
    return [n for found in own.values() for n in found]


def _clause(slots: Slots, words: re.Pattern[str]) -> Passage:
    """The clause that holds the words; the sentence where they don't stand in it."""
    match, start = words.search(slots.passage.words), slots.passage.start
    return clause_of(slots, part(slots, start + match.start(), start + match.end())) if match else slots.passage
