"""Points of which each tells another thing: those that tell one act or give one number made one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from crosswire.model.passage import Passage
from crosswire.model.relation import Between, PointKind, PointRelation
from crosswire.relate.points.agreed import MOST_SHARED, joined, taken_in
from crosswire.relate.points.borne_out import Bearing
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.versions import Draft, Member

# A clause of no more words that say something only tells what its number counts: "wounded three others".
FEW_WORDS = 5
SEVERAL = 2
# Words shown that share so many of the fewer ones tell one thing, where a sentence counts for both.
ALIKE = 0.7


def told_once(drafts: Sequence[Draft], hood: Neighbourhood, bearing: Bearing) -> list[Draft]:
    """The drafts, those of one version that tell the act or the number of another made a part of it.

    Of two the one is kept that more reports bear out.
    """
    once = _of_one_act([d for d in drafts if _plain(d)], hood, bearing)
    others = [d for d in drafts if not _plain(d)]
    for figure in [d for d in others if d.kind is PointKind.FIGURE and d.relation is PointRelation.SAME]:
        same = [d for d in once if _counts(figure, d, hood, bearing)]
        once = [d for d in once if d not in same or len(_of(d, hood)) >= len(_of(figure, hood))]
        if any(d in once for d in same):
            others.remove(figure)
    return _in_disputes([*once, *others])


def _in_disputes(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those whose words stand in what one actor says against another put into his side of the dispute.

    That somebody "rejected the claim that the lock was open" in two reports is one side of it, carried by both. Who
    only speaks of the matter is on no side.
    """
    kept = list(drafts)
    for n, dispute in enumerate(drafts):
        for side, version in enumerate(dispute.versions if dispute.between is Between.ACTORS else ()):
            same = [d for d in kept if d.kind is PointKind.ATTRIBUTION and _plain(d) and _within(d, version)]
            told = {m.sentence for m in version}
            more = {m.sentence: m for d in same for m in d.carrying() if m.sentence not in told}
            kept[n] = _with_more(kept[n], side, tuple(more.values()))
            for draft in same:
                kept[kept.index(draft)] = replace(draft, versions=())
    return [d for d in kept if d.versions]


def _within(draft: Draft, version: Sequence[Member]) -> bool:
    """True where words of the draft stand in those of the version."""
    return any(m.sentence == v.sentence and v.passage.covers(m.passage) for m in draft.members() for v in version)


def _with_more(draft: Draft, side: int, members: tuple[Member, ...]) -> Draft:
    """The draft with more members on one of its sides."""
    versions = tuple((*v, *members) if n == side else v for n, v in enumerate(draft.versions))
    counted = None if draft.counted is None else draft.counted | {m.sentence for m in members}
    return replace(draft, versions=versions, counted=counted)


def _plain(draft: Draft) -> bool:
    return (
        bool(draft.versions)
        and draft.relation is PointRelation.SAME
        and draft.kind is not PointKind.FIGURE
        and 0 in draft.shown
    )


def _of_one_act(drafts: Sequence[Draft], hood: Neighbourhood, bearing: Bearing) -> list[Draft]:
    """The drafts, those made a part of another whose words or whose act one of its statements tells."""
    kept: list[Draft] = []
    of_sentence: dict[int, set[int]] = defaultdict(set)  # who counts there: no others can have its words
    for draft in taken_in(sorted(drafts, key=lambda d: -len(_of(d, hood))), hood):
        near = sorted({n for m in draft.carrying() for n in of_sentence[m.sentence]})
        where = next((n for n in near if _one_thing(kept[n], draft, bearing)), len(kept))
        if where == len(kept):
            kept.append(draft)
        else:
            kept[where] = joined(kept[where], draft, counted=_bearing(kept[where], draft.carrying(), bearing))
        for member in draft.carrying():
            of_sentence[member.sentence].add(where)
    return kept


def _bearing(draft: Draft, members: Sequence[Member], bearing: Bearing) -> list[Member]:
    """The members that bear out the words that the draft shows."""
    shown = draft.shown[0]
    return [m for m in members if bearing.bears(shown.sentence, shown.passage, m.sentence)]


def _one_thing(one: Draft, two: Draft, bearing: Bearing) -> bool:
    """True where both tell one act, or what counts for the one is the words that the other shows and little more."""
    if min(len(one.carrying()), len(two.carrying())) < SEVERAL:
        return False
    mostly = any(
        m.sentence == b.shown[0].sentence and _mostly(m.passage, b.shown[0].passage)
        for a, b in ((one, two), (two, one))
        for m in a.carrying()
    )
    if mostly or not acts_of(one, bearing).isdisjoint(acts_of(two, bearing)):
        return True
    both = {m.sentence for m in one.carrying()} & {m.sentence for m in two.carrying()}
    words = [bearing.words(d.shown[0].sentence, d.shown[0].passage) for d in (one, two)]
    return bool(both) and len(words[0] & words[1]) >= ALIKE * min(map(len, words))


def acts_of(draft: Draft, bearing: Bearing) -> set[tuple[int, int]]:
    """Each sentence that counts, with where its word begins that tells the act of the words shown."""
    shown = draft.shown[0]
    acts = ((m.sentence, bearing.act(shown.sentence, shown.passage, m.sentence)) for m in draft.carrying())
    return {(n, act) for n, act in acts if act is not None}


def _mostly(one: Passage, two: Passage) -> bool:
    """True where two passages share most of the longer."""
    shared = min(one.end, two.end) - max(one.start, two.start)
    return shared >= MOST_SHARED * max(one.end - one.start, two.end - two.start)


def _counts(figure: Draft, draft: Draft, hood: Neighbourhood, bearing: Bearing) -> bool:
    """True where the draft tells of the number and little more: in two reports, or in few words.

    "three others" / "wounded three others". Counter-example: "two | bailiffs and a gunman died".
    """
    shown = draft.shown[0]
    given = [m.figure.passage for m in figure.carrying() if m.figure]
    met = {m.passage.report for m in draft.carrying() if any(m.passage.covers(g) for g in given)}
    _, words = bearing.weight(shown.sentence, shown.passage)
    tokens = hood.slots[shown.sentence].tokens
    more = any(t.dep == "cc" and shown.passage.start <= t.start < shown.passage.end for t in tokens)
    return bool(met) and not more and (len(met) >= SEVERAL or words <= FEW_WORDS)


def _of(draft: Draft, hood: Neighbourhood) -> set[int]:
    """The reports that count."""
    return {hood.slots[m.sentence].report for m in draft.carrying()}
