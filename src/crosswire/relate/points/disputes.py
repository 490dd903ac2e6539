"""What one statement rejects or leaves open and another tells: conflicts between actors, and updates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.model.passage import Passage
from crosswire.model.relation import Between, PointKind, PointRelation
from crosswire.relate.points.beside import by_key
from crosswire.relate.points.focus import Focus, Turn
from crosswire.relate.points.passages import clause_of, part
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.tellers import Tellers, progress, same_focus
from crosswire.relate.points.versions import Draft, Member, Told

# What such a word opens is told as a fact, and can be read without it: "After | Lupo met Horn for an hour, …".
AFTERWARDS = re.compile(r"(?:after|when|as|since|because|while|although|though)\s+", re.IGNORECASE)
# Pages keep the date of their first text, but not for more days than these: "no charges will be filed", months after
# somebody was charged, is of somebody else.
LONG = 3


@dataclass(frozen=True, slots=True)
class Turned:
    """A focus, the sentence it stands in, and the sentences that tell what it turns."""

    sentence: int
    focus: Focus
    tellers: tuple[int, ...]


def find_disputes(
    tellers: Tellers, threshold: float, told: Told
) -> tuple[tuple[Draft, ...], frozenset[tuple[int, int]]]:
    """The conflicts and updates that hang on rejection and open questions, and the pairs they and denials set apart."""
    hood = tellers.hood
    foci = [(n, focus) for n, slots in enumerate(hood.slots) for focus in slots.foci]
    turned = [Turned(n, f, telling) for n, f in foci if (telling := tellers.of(n, f, threshold))]
    groups = [group for group in _same_foci(turned) if _telling(group, [t.sentence for t in group], hood)]
    apart = {(min(t.sentence, m), max(t.sentence, m)) for t in turned for m in t.tellers}
    said = by_key([s.speakers for s in hood.slots])
    apart |= {
        pair for group in groups if group[0].focus.turn is Turn.REJECTED for pair in _opponents(group, hood, said)
    }
    # what is denied of a thing only keeps apart: "there is no emergency" / "he declared one", the bail of two men
    drafts = (_draft(group, hood, told) for group in groups if group[0].focus.turn is not Turn.DENIED)
    return tuple(draft for draft in drafts if draft), frozenset(apart)


def _opponents(
    group: Sequence[Turned], hood: Neighbourhood, said: Mapping[str, Sequence[int]]
) -> Iterator[tuple[int, int]]:
    """Each sentence in the words of those who reject a claim, with each that tells the claim in another's words.

    `said`: speaker → his sentences.
    """
    turning = [t.sentence for t in group]
    theirs = {n for v in {v for n in turning for v in hood.slots[n].speakers} for n in said[v]}
    for m in _telling(group, turning, hood):
        if hood.slots[m].speakers:
            yield from ((min(n, m), max(n, m)) for n in theirs)


def _same_foci(turned: Sequence[Turned]) -> list[list[Turned]]:
    """The foci in groups that turn the same thing in the same way, against tellers they share."""
    groups: list[list[Turned]] = []
    for one in turned:
        for group in groups:
            first = group[0]
            shared = first.focus.bare and one.focus.bare and set(first.tellers) & set(one.tellers)
            if first.focus.turn is one.focus.turn and (shared or same_focus(first.focus, one.focus)):
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def _telling(group: Sequence[Turned], turning: Sequence[int], hood: Neighbourhood) -> list[int]:
    """The sentences that tell what the group turns, none in the words of those who deny or reject it."""
    told = {m for t in group for m in t.tellers} - set(turning)
    if group[0].focus.turn is Turn.OPEN:
        return sorted(told)
    deniers = {v for n in turning for v in hood.slots[n].speakers}
    return sorted(m for m in told if not hood.slots[m].speakers & deniers)


def _draft(group: Sequence[Turned], hood: Neighbourhood, told: Told) -> Draft | None:
    """The point of one matter: who turns it, who tells it. None where a question was answered before it was asked.

    What somebody rejects is disputed with another who says it: what a report tells itself is nobody's claim.
    """
    turning = sorted({t.sentence for t in group})
    focus = group[0].focus
    telling = _telling(group, turning, hood)
    if focus.turn is Turn.REJECTED:
        turning, telling = ([n for n in side if hood.slots[n].speakers] for side in (turning, telling))
        if not turning or not telling:
            return None
    if focus.turn is Turn.OPEN:
        later = [m for m in telling if not _told_before(m, turning, hood, told)]
        if not later and focus.asked:
            return None
        telling = telling if not later or progress(focus) else later
        telling = [m for m in telling if not _long_before(m, turning, hood, told)]
        if not telling:
            return None
    spans = {t.sentence: (t.focus.start, t.focus.end) for t in reversed(group)}
    versions = (
        tuple(Member(n, part(hood.slots[n], *spans[n])) for n in turning),
        tuple(Member(m, _telling_part(hood.slots[m], focus)) for m in telling),
    )
    if focus.turn is Turn.REJECTED:
        return _rejected(versions, hood, told)

    def key(m: Member) -> tuple[float, ...]:
        near = max(hood.alike(m.sentence, n) for n in turning)
        return (*_answers(m, hood, focus), -round(near, 1), len(m.passage.words), m.sentence)

    answered = _answered(focus, versions, hood, told)
    return replace(answered, shown={1: min(versions[1], key=key)}) if answered else None


def _told_before(m: int, turning: Sequence[int], hood: Neighbourhood, told: Told) -> bool:
    """True when the sentence came out before one that turns what it tells."""
    return any(told.before([hood.slots[m]], [hood.slots[n]]) for n in turning)


def _long_before(m: int, turning: Sequence[int], hood: Neighbourhood, told: Told) -> bool:
    """True when the sentence came out days before all that turn it: of another matter, and not its later version."""
    days = [told.days_before(hood.slots[m], hood.slots[n]) for n in turning]
    return all(day is not None and day > LONG for day in days)


def _answers(member: Member, hood: Neighbourhood, focus: Focus) -> tuple[int, int]:
    """Sorts the member first whose best clause tells most of what is turned, in the same words before synonyms."""
    where = member.passage
    clauses = [c for c in hood.slots[member.sentence].clauses if c.start < where.end and where.start < c.end]
    met = max((focus.met(c.topics) for c in clauses), default=0)
    plain = {k for k in focus.words[0] if not k.startswith("/")} if focus.words else set()
    return (-met, -any(plain & c.topics for c in clauses))


def _rejected(versions: tuple[tuple[Member, ...], ...], hood: Neighbourhood, told: Told) -> Draft:
    """The conflict between who claims something and who rejects it; an accusation is shown, if there is one."""
    no, yes = (told.houses(hood.slots[m.sentence] for m in version) for version in versions)
    why = f"claimed in {yes}, rejected in {no}"
    draft = Draft(PointKind.ATTRIBUTION, PointRelation.CONFLICT, versions[::-1], (why,), between=Between.ACTORS)
    accusing = [m for m in versions[1] if hood.slots[m.sentence].accusers]
    return replace(draft, shown={0: min(accusing, key=lambda m: len(m.passage.words))}) if accusing else draft


def _answered(focus: Focus, versions: tuple[tuple[Member, ...], ...], hood: Neighbourhood, told: Told) -> Draft | None:
    """The update in which a question is answered; None where one report knew already what another didn't.

    What was told is not open: of names and arrests in pages of one day the words say which is newer.
    """
    before, after = ([hood.slots[m.sentence] for m in version] for version in versions)
    if told.before(after, before) or (told.before(before, after) is False and not progress(focus)):
        return None
    why = f"left open in {told.houses(before)}, told in {told.houses(after)}{told.order(before, after)}"
    return Draft(PointKind.OCCURRENCE, PointRelation.UPDATE, versions, (why,), latest=1)


def _telling_part(slots: Slots, focus: Focus) -> Passage:
    """The clause that tells most of what the focus turns; the sentence where no clause does so alone."""
    if focus.bare:
        return slots.passage
    best = max(slots.clauses, key=lambda c: (focus.met(c.topics), c.start - c.end), default=None)
    if not best or not focus.meets(best.topics):
        return slots.passage
    words = part(slots, best.start, best.end)
    opening = AFTERWARDS.match(words.words) if best.hanging else None
    if opening:
        return part(slots, words.start + opening.end(), best.end)
    return clause_of(slots, words)
