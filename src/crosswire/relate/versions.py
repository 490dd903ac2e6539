"""From sentences that share a point to the versions in which it is told: same, conflict or update."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Figure
from crosswire.model.passage import Passage
from crosswire.model.relation import Between, PointKind, PointRelation
from crosswire.relate.contradiction import counted, same_value
from crosswire.relate.statements import Slots


@dataclass(frozen=True, slots=True)
class Member:
    """A statement on its way into a point: the index of its sentence, its passage, the figure it gives."""

    sentence: int
    passage: Passage
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A point before its status is known: its members version by version, and why the versions stand as they do.

    `latest` is an index into `versions`; the first version is the older or the more widely told one.
    """

    kind: PointKind
    relation: PointRelation
    versions: tuple[tuple[Member, ...], ...]
    why: tuple[str, ...]
    between: Between | None = None
    latest: int | None = None

    def members(self) -> tuple[Member, ...]:
        """All members, version by version."""
        return tuple(member for version in self.versions for member in version)


class Told:
    """When each report was published, as far as known: tells earlier from later."""

    def __init__(self, published: Sequence[str | None]) -> None:
        self._published = tuple(published)

    def span(self, slots: Iterable[Slots]) -> tuple[str | None, str | None]:
        """The first and last publication among the statements' reports, None where none is known."""
        known = sorted(t for s in slots if (t := self._published[s.report]))
        return (known[0], known[-1]) if known else (None, None)

    def before(self, early: Iterable[Slots], late: Iterable[Slots]) -> bool | None:
        """True when every `early` report came out before every `late` one; None where a time is not known."""
        a = [self._published[s.report] for s in early]
        b = [self._published[s.report] for s in late]
        known_a, known_b = [t for t in a if t], [t for t in b if t]
        if len(known_a) < len(a) or len(known_b) < len(b):
            return None
        shortest = min(len(t) for t in known_a + known_b)
        return max(t[:shortest] for t in known_a) < min(t[:shortest] for t in known_b)


def divide(group: Sequence[int], slots: Sequence[Slots], told: Told, words: PointWords) -> tuple[Draft, ...]:
    """The points that a group of sentences carries: what they share, and each figure on which they differ."""
    return (_same(group, slots), *_figures(group, slots, told, words))


def _same(group: Sequence[int], slots: Sequence[Slots]) -> Draft:
    """One version: all members say the same."""
    members = tuple(Member(n, slots[n].passage) for n in group)
    return Draft(_kind(group, slots), PointRelation.SAME, (members,), ())


def _kind(group: Sequence[int], slots: Sequence[Slots]) -> PointKind:
    """What sort of thing the group says: attribution where most sentences are somebody's words."""
    said = sum(bool(slots[n].quotations) for n in group)
    if 2 * said > len(group):
        return PointKind.ATTRIBUTION
    acted = sum(bool(slots[n].verbs) for n in group)
    return PointKind.OCCURRENCE if 2 * acted > len(group) else PointKind.STATE


def _figures(group: Sequence[int], slots: Sequence[Slots], told: Told, words: PointWords) -> list[Draft]:
    """For each thing counted in at least two reports the point about its number, where the values differ."""
    by_what: dict[frozenset[str], list[Member]] = defaultdict(list)
    for n in group:
        for figure in slots[n].figures:
            what = counted(figure, words)
            if what:
                by_what[what].append(Member(n, figure.passage, figure))
    found = []
    for _, members in sorted(by_what.items(), key=lambda item: sorted(item[0])):
        draft = figure_draft(members, slots, told, words)
        if draft and draft.relation is not PointRelation.SAME:
            found.append(draft)
    return found


def figure_draft(members: Sequence[Member], slots: Sequence[Slots], told: Told, words: PointWords) -> Draft | None:
    """The point about one number: same, conflict or update. None when fewer than two reports give it."""
    if len({slots[m.sentence].report for m in members}) < 2:
        return None
    versions = _by_value(members)
    if len(versions) == 1:
        return Draft(PointKind.FIGURE, PointRelation.SAME, versions, (_equal(versions[0]),))
    ordered = _in_order(versions, slots, told)
    said = ", then ".join(_value_and_reports(v) for v in ordered)
    if _revised(ordered, slots, told, words):
        why = f"{said}: later reports give a newer number"
        return Draft(PointKind.FIGURE, PointRelation.UPDATE, ordered, (why,), latest=len(ordered) - 1)
    why = f"{' against '.join(_value_and_reports(v) for v in ordered)}, with no sign that one replaces the other"
    return Draft(PointKind.FIGURE, PointRelation.CONFLICT, ordered, (why,), between=Between.REPORTS)


def _by_value(members: Sequence[Member]) -> tuple[tuple[Member, ...], ...]:
    """The members in versions of values that can hold at once, in order of value."""
    versions: list[list[Member]] = []
    for member in sorted(members, key=lambda m: (_low(m.figure), m.sentence, m.passage)):
        for version in versions:
            if all(_agree(member, other) for other in version):
                version.append(member)
                break
        else:
            versions.append([member])
    return tuple(tuple(version) for version in versions)


def _low(figure: Figure | None) -> float:
    """The value that orders a figure."""
    if figure is None:
        return 0.0
    return figure.low if figure.low is not None else figure.high or 0.0


def _agree(one: Member, two: Member) -> bool:
    return one.figure is not None and two.figure is not None and same_value(one.figure, two.figure)


def _in_order(
    versions: tuple[tuple[Member, ...], ...], slots: Sequence[Slots], told: Told
) -> tuple[tuple[Member, ...], ...]:
    """The versions, first told first; those whose time is not known by their order in the story."""

    def key(version: tuple[Member, ...]) -> tuple[str, int]:
        first = told.span(slots[m.sentence] for m in version)[0]
        return (first or "9999", min(m.sentence for m in version))

    return tuple(sorted(versions, key=key))


def _revised(ordered: tuple[tuple[Member, ...], ...], slots: Sequence[Slots], told: Told, words: PointWords) -> bool:
    """True when time explains the difference: each version later than the one before, and a word of revision or a
    number that can only rise."""
    for early, late in pairwise(ordered):
        before = [slots[m.sentence] for m in early]
        after = [slots[m.sentence] for m in late]
        if not told.before(before, after):
            return False
        rises = _low(late[0].figure) > _low(early[0].figure)
        marked = any(s.lemmas & words.revision for s in after)
        if not (marked or (rises and _only_rises(late[0].figure, words))):
            return False
    return True


def _only_rises(figure: Figure | None, words: PointWords) -> bool:
    """True for counts that grow as more is known: the dead, the injured, the arrested."""
    return figure is not None and bool(counted(figure, words) & {"kill", "wound", "hold"})


def _value_and_reports(version: Sequence[Member]) -> str:
    """`87 in R1 and R3`."""
    reports = list(dict.fromkeys(m.passage.report for m in version))
    return f"{version[0].passage.words} in {' and '.join(reports)}"


def _equal(version: Sequence[Member]) -> str:
    return f"the number is the same: {_value_and_reports(version)}"


def values(draft: Draft) -> Mapping[int, str]:
    """A short verbatim value for each version that has one: the figure's words, else the shortest statement."""
    return {n: min((m.passage.words for m in v), key=lambda w: (len(w), w)) for n, v in enumerate(draft.versions)}
