"""A point in words that all say who count for it: the clause that most reports bear out, and who bears it out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from crosswire.model.passage import Passage
from crosswire.model.relation import PointKind, PointRelation
from crosswire.relate.points.borne_out import Bearing
from crosswire.relate.points.cuts import Cuts
from crosswire.relate.points.phrases import PhraseTree
from crosswire.relate.points.reprints import Reprints
from crosswire.relate.points.shown import can_be_read
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.versions import Draft, Member

# So much must the clause say.
LEAST_WEIGHT = 6.0
# Sentences of one point that are tried: a bound for pages of lists.
MOST_SENTENCES = 12


@dataclass(frozen=True, slots=True)
class _Choice:
    """Words that may stand for a point, and the sentences that bear them out."""

    member: Member
    counted: frozenset[int]
    rank: tuple[float, ...]


def upheld(draft: Draft, hood: Neighbourhood, bearing: Bearing, cuts: Cuts, reprints: Reprints) -> Draft:
    """The draft, shown in the clause that most of its reports bear out, and counted only those that do.

    Of prints of one sentence the one that has lost no hedge is shown. Where no two bear out a clause, the words stay
    as they are, with the one report whose they are; of a scrap its sentence is shown.
    """
    if draft.relation is not PointRelation.SAME:
        return draft
    if _reports(draft.carrying(), hood) < 2:
        return draft if draft.kind is PointKind.FIGURE else _alone(draft, hood, cuts)
    if draft.kind is PointKind.FIGURE:
        return _counted(draft, hood, bearing)
    bare = {m.sentence for m in draft.carrying() if reprints.barer(m.sentence, [o.sentence for o in draft.members()])}
    choices = [_choice(m, p, draft, hood, bearing, bare) for m, p in _clauses(draft, hood, cuts)]
    several = [c for c in choices if len({hood.slots[n].report for n in c.counted}) > 1]
    best = min(several, key=lambda c: c.rank, default=None)
    return _with(draft, best, bearing) if best else _alone(draft, hood, cuts)


def _alone(draft: Draft, hood: Neighbourhood, cuts: Cuts) -> Draft:
    """The draft as what one sentence alone says: in its words, or where these are a scrap in the whole sentence."""
    shown = draft.shown.get(0, draft.carrying()[0])
    if _reports(draft.carrying(), hood) < 2 and cuts.stands(shown.sentence, shown.passage):
        return draft
    if not cuts.stands(shown.sentence, shown.passage):
        shown = replace(shown, passage=hood.slots[shown.sentence].passage)
    members = tuple(shown if m.sentence == shown.sentence else m for m in draft.versions[0])
    return replace(draft, versions=(members,), shown={0: shown}, counted=frozenset({shown.sentence}))


def in_a_clause(draft: Draft, hood: Neighbourhood, bearing: Bearing, cuts: Cuts) -> Draft:
    """The draft; of a number that several give, shown in the shortest clause with it that most of them bear out.

    "Three others" tells nothing, "three others were hurt" does. Where several bear out no clause, only the report shown
    counts.
    """
    if draft.kind is not PointKind.FIGURE or draft.relation is not PointRelation.SAME:
        return draft
    members = draft.carrying()
    if _reports(members, hood) < 2:
        return draft
    found = (
        _giving(m, p, members, hood, bearing)
        for m in members[:MOST_SENTENCES]
        for p in _with_number(m, _given(m), hood, cuts)
        if bearing.weighs(m.sentence, p, 0.0)
    )
    several = [c for c in found if len({hood.slots[n].report for n in c.counted}) > 1]
    best = min(several, key=lambda c: c.rank, default=None)
    if best is not None:
        return _with(draft, best, bearing)
    shown = draft.shown.get(0, members[0])
    return replace(draft, shown={0: shown}, counted=frozenset({shown.sentence}))


def _given(member: Member) -> Passage:
    """The words of the number, else of the time of day."""
    return member.figure.passage if member.figure else member.passage


def _counted(draft: Draft, hood: Neighbourhood, bearing: Bearing) -> Draft:
    """The draft of a number with those of its members that count the same, as one of them that most others go with."""
    members = draft.carrying()
    if len(members) > MOST_SENTENCES:
        return draft
    groups = []
    for a in members:
        met = [b for b in members if b is a or bearing.counts(a.sentence, _given(a), b.sentence, _given(b))]
        groups.append((-_reports(met, hood), -len(met), len(a.passage.words), a.sentence, a, met))
    *_, best, met = min(groups, key=lambda g: g[:4])
    return replace(draft, shown={0: best}, counted=frozenset(m.sentence for m in met))


def _with_number(member: Member, given: Passage, hood: Neighbourhood, cuts: Cuts) -> Iterator[Passage]:
    """The clauses that hold the number."""
    n = member.sentence
    yield from (p for p in cuts.of(n, hood.slots[n].passage) if p.covers(given) and cuts.stands(n, p))


def _giving(member: Member, passage: Passage, met: Sequence[Member], hood: Neighbourhood, bearing: Bearing) -> _Choice:
    """The words with a number as a choice: first what most reports bear out, then clauses, then the shortest."""
    me = member.sentence
    counted = frozenset({me, *(b.sentence for b in met if bearing.bears(me, passage, b.sentence))})
    reports = len({hood.slots[n].report for n in counted})
    tree = PhraseTree(hood.slots[me].tokens)
    root = tree.root(passage.start, passage.end)
    loose = root is None or not tree.is_verb(root) or not can_be_read(hood.slots[me], passage)
    rank = (-reports, loose, bearing.leans(me, passage), len(passage.words), me, passage.start)
    return _Choice(replace(member, passage=passage), counted, rank)


def _with(draft: Draft, best: _Choice, bearing: Bearing) -> Draft:
    """The draft with the choice's words, and those of the others who say it."""
    member = best.member

    def worded(m: Member) -> Member:
        if m.sentence == member.sentence or m.sentence not in best.counted:
            return member if m.sentence == member.sentence else m
        return replace(m, passage=bearing.wording(member.sentence, member.passage, m.sentence, m.passage))

    version = tuple(map(worded, draft.versions[0]))
    return replace(draft, versions=(version,), shown={0: member}, counted=best.counted)


def _clauses(draft: Draft, hood: Neighbourhood, cuts: Cuts) -> Iterator[tuple[Member, Passage]]:
    """Every clause that may stand for the point, with the member of whose sentence it is: what is shown, first."""
    shown = draft.shown.get(0)
    for member in draft.carrying()[:MOST_SENTENCES]:
        own = shown is None or member.sentence == shown.sentence
        read = can_be_read(hood.slots[member.sentence], member.passage)
        if own and read and cuts.stands(member.sentence, member.passage):
            yield member, member.passage
        for passage in cuts.of(member.sentence, member.passage):
            yield member, passage


def _choice(
    member: Member, passage: Passage, draft: Draft, hood: Neighbourhood, bearing: Bearing, bare: Collection[int]
) -> _Choice:
    me = member.sentence
    others = [m.sentence for m in draft.members() if m.sentence != me]
    tells = bearing.weighs(me, passage, LEAST_WEIGHT)
    counted = frozenset({me, *(n for n in others if tells and bearing.bears(me, passage, n))})
    reports = len({hood.slots[n].report for n in counted})
    return _Choice(replace(member, passage=passage), counted, (-reports, me in bare, *bearing.standing(me, passage)))


def _reports(members: Sequence[Member], hood: Neighbourhood) -> int:
    return len({hood.slots[m.sentence].report for m in members})
