"""What a group of sentences says together: one version, in the words that most of its reports have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crosswire.model.passage import Passage
from crosswire.model.relation import PointKind, PointRelation
from crosswire.relate.points.acts import tells_too
from crosswire.relate.points.agreement import states, told_otherwise
from crosswire.relate.points.carried import Carried, carried, carries
from crosswire.relate.points.common_act import CommonAct, common_act
from crosswire.relate.points.one_act import ActPairs
from crosswire.relate.points.passages import carrying_part, clause_of
from crosswire.relate.points.phrases import PhraseTree
from crosswire.relate.points.reprints import Reprints
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.versions import Draft, Member

# So large a part of the words shown must another report carry to be counted among those that agree.
CARRIED = 0.6
HALF = 0.5
MOST_SHARED = 0.6
# Words of which others have so large a part are told by all, whatever acts are in them.
PRINTED = 0.85


def agreed(
    group: Sequence[int],
    hood: Neighbourhood,
    links: Mapping[tuple[int, int], float],
    reprints: Reprints,
    acts: ActPairs,
) -> Draft | None:
    """One version: the act that most of the group's reports tell, else what their words share.

    Counted are the sentences that tell it; one that only speaks of the same matter stands beside them. Where as many
    have the same words, these are more than one act of theirs: "the bridge was gone when the sun rose".
    """
    common = common_act(group, hood, acts)
    found = _of_act(common, group, hood, links, reprints) if common else None
    worded = shared(group, hood, links, reprints)
    if worded and (found is None or _says_more(worded, found, hood)):
        found = worded
    return found


def _says_more(worded: Draft, acted: Draft, hood: Neighbourhood) -> bool:
    """True where as many reports have all words shown, and they are more than those of the act."""
    best = worded.shown[0]
    counted = worded.counted or frozenset()
    if any(n != best.sentence and carries(n, best.sentence, best.passage, hood) < PRINTED for n in counted):
        return False
    longer = len(best.passage.words) > len(acted.shown[0].passage.words)
    return longer and _reports(worded, hood) >= _reports(acted, hood)


def _of_act(
    common: CommonAct,
    group: Sequence[int],
    hood: Neighbourhood,
    links: Mapping[tuple[int, int], float],
    reprints: Reprints,
) -> Draft | None:
    """The draft of a common act; None where prints of one sentence contradict each other in it."""
    others = {n: [m for m in group if m != n] for n in group}
    parts = {n: common.words.get(n) or _part(n, group, carried(n, others[n], hood), hood) for n in group}
    if any(reprints.contradicted(common.shown, parts[common.shown], n) for n in group if n != common.shown):
        return None
    parts = _uncontradicted(parts, common.shown, reprints)
    best = Member(common.shown, parts[common.shown])
    counted = frozenset({n for n in common.words if n in parts} | _counted(best, list(parts), hood))
    if len({hood.slots[n].report for n in counted}) < 2:
        return None
    return _draft(parts, best, counted, hood, links)


def _draft(
    parts: Mapping[int, Passage],
    best: Member,
    counted: frozenset[int],
    hood: Neighbourhood,
    links: Mapping[tuple[int, int], float],
) -> Draft:
    found = [links[a, b] for a in parts for b in parts if (a, b) in links]
    return Draft(
        _kind(list(parts), hood.slots),
        PointRelation.SAME,
        (tuple(best if n == best.sentence else Member(n, passage) for n, passage in parts.items()),),
        (),
        strength=sum(found) / max(1, len(found)),
        shown={0: best},
        counted=counted,
    )


def taken_in(drafts: Sequence[Draft], hood: Neighbourhood) -> list[Draft]:
    """The drafts, those that show words which another has made a part of it: one thing is told once.

    A draft whose words one report alone has goes into the one in which more reports count; its other sentences only
    speak of the matter there too.
    """
    kept: list[Draft] = []
    of_report: dict[str, set[int]] = defaultdict(set)  # those that have a statement of it: no others tell its words
    for draft in sorted(drafts, key=lambda d: _reports(d, hood) < 2):
        several = _reports(draft, hood) > 1
        near = sorted({k for shown in draft.shown.values() for k in of_report.get(shown.passage.report, ())})
        where = next((k for k in near if _reports(kept[k], hood) > 1 and _tells(kept[k], draft, several)), None)
        if where is None:
            where = len(kept)
            kept.append(draft)
        else:
            kept[where] = joined(kept[where], draft, counted=draft.carrying() if several else ())
        for member in (*draft.members(), *draft.shown.values()):
            of_report[member.passage.report].add(where)
    return kept


def _tells(draft: Draft, other: Draft, several: bool) -> bool:
    """True where a member that counts has most of the words that the other shows; of `several` the one shown."""
    members = draft.shown.values() if several else draft.carrying()
    return any(_most(m.passage, s.passage) for m in members for s in other.shown.values())


def _most(one: Passage, two: Passage) -> bool:
    """True where two passages share most of the shorter."""
    shorter = min(one.end - one.start, two.end - two.start)
    return one.report == two.report and one.shared(two) >= MOST_SHARED * shorter


def joined(draft: Draft, other: Draft, *, counted: Sequence[Member]) -> Draft:
    """The draft with the other's sentences beside its own; `counted`: those of them that count here too."""
    held = {m.sentence for m in draft.members()}
    more = tuple(m for m in other.members() if m.sentence not in held)
    counting = {m.sentence for m in draft.carrying()} | {m.sentence for m in counted}
    return replace(draft, versions=((*draft.versions[0], *more), *draft.versions[1:]), counted=frozenset(counting))


def _reports(draft: Draft, hood: Neighbourhood) -> int:
    return len({hood.slots[m.sentence].report for m in draft.carrying()})


def shared(
    group: Sequence[int], hood: Neighbourhood, links: Mapping[tuple[int, int], float], reprints: Reprints
) -> Draft | None:
    """One version: what the group's sentences share, shown in the words that most of them carry.

    Counted are the members that carry these words; one that only speaks of the same matter stands beside them. A
    print that contradicts them shares only a clause in which it doesn't; None where nobody else is left then.
    """
    others = {n: [m for m in group if m != n] for n in group}
    cut = {n: carried(n, others[n], hood, clause=True) for n in group}
    stated = [Member(n, _part(n, group, cut[n], hood)) for n in group]
    best = min(
        stated, key=lambda m: (*_print(m.sentence, group, hood, reprints), *_behind(m, cut[m.sentence], group, links))
    )
    parts = {n: _part(n, group, carried(n, others[n], hood), hood) for n in group} | {best.sentence: best.passage}
    parts = _uncontradicted(parts, best.sentence, reprints)
    if len({hood.slots[n].report for n in parts}) < 2:
        return None
    best = Member(best.sentence, parts[best.sentence])
    counted = frozenset({best.sentence, *_counted(best, list(parts), hood)})
    best = Member(best.sentence, _stated(best.sentence, best.passage, hood))
    parts |= {best.sentence: best.passage}
    return _draft(parts, best, counted, hood, links)


def _stated(n: int, passage: Passage, hood: Neighbourhood) -> Passage:
    """The words, or where they are no statement the clause that has them: "the strike on the base" says nothing."""
    slots = hood.slots[n]
    tree = PhraseTree(slots.tokens)
    root = tree.root(passage.start, passage.end)
    return passage if root is not None and tree.is_verb(root) else clause_of(slots, passage)


def _print(n: int, group: Sequence[int], hood: Neighbourhood, reprints: Reprints) -> tuple[int, bool]:
    """Sorts the print first that fewest others contradict, of those one that has lost no hedge of the others."""
    against = {hood.slots[m].report for m in group if reprints.contrary(n, m)}
    return len(against), reprints.barer(n, group)


def _uncontradicted(parts: Mapping[int, Passage], best: int, reprints: Reprints) -> dict[int, Passage]:
    """The members' words without what one print says otherwise: only a clause of them, or the print is left out."""
    contrary = [n for n in parts if reprints.contrary(best, n)]
    if not any(reprints.contradicted(best, parts[best], n) for n in contrary):
        own = {n: reprints.agreed(n, [best]) for n in contrary if reprints.contradicted(n, parts[n], best)}
        return {n: own.get(n) or passage for n, passage in parts.items() if n not in own or own[n]}
    agreed = {n: reprints.agreed(n, list(parts)) for n in parts}
    if agreed[best] and any(agreed[n] for n in contrary):
        return {n: agreed[n] or passage for n, passage in parts.items() if agreed[n] or n not in contrary}
    return {n: passage for n, passage in parts.items() if n not in contrary}


def _counted(shown: Member, group: Sequence[int], hood: Neighbourhood) -> set[int]:
    """The sentences that carry the words shown and don't say otherwise; none where these are no statement."""
    here = hood.slots[shown.sentence]
    if not states(here, shown.passage):
        return set()
    share = {n: carries(n, shown.sentence, shown.passage, hood) for n in group}
    same = (n for n in group if share[n] >= CARRIED and not told_otherwise(here, shown.passage, hood.slots[n]))
    me = shown.sentence
    return {n for n in same if n == me or tells_too(here, shown.passage, hood.slots[n], share[n])}


def _part(n: int, group: Sequence[int], cut: Carried | None, hood: Neighbourhood) -> Passage:
    """The words of the sentence that the others carry, where they can be read alone and are carried for the most."""
    return cut.passage if cut and cut.part >= HALF else carrying_part(n, [m for m in group if m != n], hood)


def _behind(
    member: Member, cut: Carried | None, group: Sequence[int], links: Mapping[tuple[int, int], float]
) -> tuple[float, float, int, int]:
    """Sorts the member first whose words the others carry best; of equals the nearest to all, then the shortest."""
    score = round(cut.score, 2) if cut else 0.0
    return (-score, -_nearness(member.sentence, group, links), len(member.passage.words), member.sentence)


def _nearness(n: int, group: Sequence[int], links: Mapping[tuple[int, int], float]) -> float:
    """How surely a sentence shares the point with the others: the one that is nearest to all stands for it."""
    return round(sum(links.get((min(n, m), max(n, m)), 0.0) for m in group if m != n), 2)


def _kind(group: Sequence[int], slots: Sequence[Slots]) -> PointKind:
    """What sort of thing the group says: attribution where most sentences are somebody's words."""
    said = sum(bool(slots[n].quotations) for n in group)
    if 2 * said > len(group):
        return PointKind.ATTRIBUTION
    acted = sum(bool(slots[n].verbs) for n in group)
    return PointKind.OCCURRENCE if 2 * acted > len(group) else PointKind.STATE
