"""What speakers and papers take back: "he had been wrong to claim that …", and who had said it before."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import partial

from crosswire.lexicons.points import PointWords
from crosswire.model.passage import Passage
from crosswire.model.relation import PointKind, PointRelation
from crosswire.relate.points.passages import part
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Slots, says
from crosswire.relate.points.versions import Draft, Member, Told

# So large a part of what is taken back, by the weight of its words, must the earlier statement have in one clause.
LEAST_PART = 0.6
# Between who takes it back and the words that do.
HELPING = re.compile(
    r"(?:\s+(?:had|has|have|also|later|since|now|then|publicly|on \w+day|yesterday|today)\b)*\s*$", re.IGNORECASE
)
PRONOUN = re.compile(r"\b(?:he|she|they|it|i|we)$", re.IGNORECASE)


def find_taken_back(
    hood: Neighbourhood, links: Mapping[tuple[int, int], float], told: Told, words: PointWords
) -> tuple[tuple[Draft, ...], frozenset[tuple[int, int]]]:
    """The updates in which a claim was taken back, and the linked pairs of which one sentence takes back what it has.

    Of a speaker's claim only what he said himself before is overtaken; of a paper's what was printed in nobody's words.
    """
    cuts = {n for n, slots in enumerate(hood.slots) if slots.taken_back is not None}
    apart = frozenset(pair for pair in links if (pair[0] in cuts) != (pair[1] in cuts))
    drafts = (_draft(n, hood, told, cuts, words) for n in sorted(cuts))
    return tuple(draft for draft in drafts if draft), apart


def _draft(n: int, hood: Neighbourhood, told: Told, cuts: Collection[int], words: PointWords) -> Draft | None:
    """The update of one claim: who said it, then who takes it back."""
    slots = hood.slots[n]
    claim = {t.stem: hood.weight(t.stem) for t in slots.sequence if not says(slots, t.start)}
    verbs = slots.verbs & claim.keys()
    not_so = any(c.negated for c in slots.clauses if not says(slots, c.end) and _met(c.terms, claim))
    spoken = words.taken_back.search(slots.passage.words)
    takers = _takers(slots, spoken.start()) if spoken else None
    said = partial(_said_before, n=n, takers=takers, hood=hood, told=told)
    before = [
        Member(m, p)
        for m in _having(claim, hood)
        if m not in cuts and said(m)
        for p in _telling(m, claim, verbs, hood, not_so=not_so)
    ]
    if not before:
        return None
    early, late = [hood.slots[m.sentence] for m in before], [slots]
    why = f"said in {told.houses(early)}, taken back in {told.houses(late)}{told.order(early, late)}"
    versions = (tuple(before), (Member(n, slots.passage),))
    return Draft(PointKind.ATTRIBUTION, PointRelation.UPDATE, versions, (why,), latest=1)


def _having(claim: Mapping[str, float], hood: Neighbourhood) -> list[int]:
    """The sentences that have words of the claim."""
    return [m for m, slots in enumerate(hood.slots) if not slots.terms.isdisjoint(claim)]


def _takers(slots: Slots, at: int) -> frozenset[str]:
    """Who takes it back: whoever is named right before the words at the place, the speaker where that is "he"."""
    before = HELPING.sub("", slots.passage.words[:at])
    if PRONOUN.search(before):
        return slots.speakers
    return frozenset(actor for _, end, actor in slots.mentions if end == slots.passage.start + len(before))


def _said_before(m: int, *, n: int, takers: Collection[str] | None, hood: Neighbourhood, told: Told) -> bool:
    """True where one of the takers said it in another report that did not come out later; for None nobody did."""
    here, there = hood.slots[n], hood.slots[m]
    if here.report == there.report or told.before([here], [there]):
        return False
    return not there.speakers if takers is None else not there.speakers.isdisjoint(takers)


def _telling(
    m: int, claim: Mapping[str, float], verbs: Collection[str], hood: Neighbourhood, *, not_so: bool
) -> Iterator[Passage]:
    """The clause of the sentence that tells enough of the claim, with a verb of it, if there is one.

    `not_so`: the claim denies, as "the pump had failed" does.
    """
    slots = hood.slots[m]
    whole = sum(claim.values())
    best = max(slots.clauses, key=lambda c: (_met(c.terms, claim), c.start - c.end), default=None)
    if best is None or _met(best.terms, claim) < LEAST_PART * whole or best.negated is not not_so:
        return
    if verbs and not _keys(slots, verbs, best.start, best.end):
        return
    yield part(slots, best.start, best.end)


def _met(terms: Collection[str], claim: Mapping[str, float]) -> float:
    return sum(weight for stem, weight in claim.items() if stem in terms)


def _keys(slots: Slots, verbs: Collection[str], start: int, end: int) -> bool:
    """True where a verb of the claim stands between the two places."""
    return any(t.stem in verbs for t in slots.sequence if start <= t.start < end)
