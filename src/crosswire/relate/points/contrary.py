"""Points of which prints of one sentence tell two versions: "no one was hurt", copied as "one person was hurt"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosswire.model.passage import Passage
from crosswire.model.relation import Between, PointKind, PointRelation
from crosswire.relate.points.passages import clause_of
from crosswire.relate.points.reprints import Reprints
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.versions import Draft, Member, Told

PHONE = re.compile(r"\b\d{3}\)?[-. ]\d{4}\b")
COUNTED = re.compile(r"^(?:image|photo|picture|slide|video)\s+\d+\s+(?:of|/)\s+\d+\s*[:.–-]?\s*", re.IGNORECASE)
# What stands where a letter was lost: "served 4\ufffd months" says nothing else than "served 4 1/2 months".
LOST = "\ufffd"
Node = tuple[int, Passage]


def find_contrary_prints(
    hood: Neighbourhood,
    reprints: Reprints,
    links: Mapping[tuple[int, int], float],
    told: Told,
    known: Iterable[Draft],
) -> tuple[Draft, ...]:
    """The points of which prints of one sentence tell two versions, save those that `known` drafts tell already.

    A copy in which "no one was hurt" became "one person was hurt" is no second voice for either.
    """
    held = _held(known)
    both = _Printed(hood)
    against: dict[Node, set[Node]] = defaultdict(set)
    chances: dict[Node, float] = {}
    for (a, b), chance in sorted(links.items()):
        if hood.slots[a].superseded or hood.slots[b].superseded or _told(a, b, held) or both.have(a, b):
            continue
        if not reprints.copied(a, b) or any(LOST in hood.slots[n].passage.words for n in (a, b)):
            continue
        found = reprints.contrary(a, b)
        if any(PHONE.search(side.words) for pair in found for side in pair):
            continue  # the number to call: another matter in the same form
        for one, two in found:
            left, right = (a, clause_of(hood.slots[a], one)), (b, clause_of(hood.slots[b], two))
            against[left].add(right)
            against[right].add(left)
            chances[left] = max(chances.get(left, 0.0), chance)
    return tuple(
        _draft(versions, hood, told, chances)
        for together in _connected(against)
        if len(versions := _versions(together, against)) > 1
    )


def _held(drafts: Iterable[Draft]) -> Mapping[int, Mapping[int, set[int]]]:
    """Sentence → the drafts that have it, by number, each with the versions in which it stands."""
    held: dict[int, dict[int, set[int]]] = defaultdict(dict)
    for number, draft in enumerate(drafts):
        for version, members in enumerate(draft.versions):
            for member in members:
                held[member.sentence].setdefault(number, set()).add(version)
    return held


class _Printed:
    """Which sentences a report has word for word."""

    def __init__(self, hood: Neighbourhood) -> None:
        self._slots = hood.slots
        self._words: dict[int, set[str]] = defaultdict(set)
        for slots in hood.slots:
            self._words[slots.report].add(_bare(slots.passage.words))

    def have(self, a: int, b: int) -> bool:
        """True where one report has both sentences: captions of one form, "Lupo is one of us".

        So have pictures that are only counted anew: "Image 2 of 9", "Image 2 of 11".
        """
        one, two = self._slots[a], self._slots[b]
        here, there = _bare(one.passage.words), _bare(two.passage.words)
        return here == there or here in self._words[two.report] or there in self._words[one.report]


def _bare(words: str) -> str:
    return COUNTED.sub("", words).strip(" .").casefold()


def _told(a: int, b: int, held: Mapping[int, Mapping[int, set[int]]]) -> bool:
    """True when a draft has the two sentences in two versions."""
    one, two = held.get(a, {}), held.get(b, {})
    return any(len(one[draft] | two[draft]) > 1 for draft in one.keys() & two.keys())


def _connected(against: Mapping[Node, set[Node]]) -> Iterator[list[Node]]:
    """The clauses in groups that contradict one another, directly or by others; each in order."""
    left = set(against)
    for node in sorted(against):
        if node in left:
            found, stack = set(), [node]
            while stack:
                top = stack.pop()
                if top in left:
                    left.discard(top)
                    found.add(top)
                    stack.extend(against[top])
            yield sorted(found)


def _versions(together: Sequence[Node], against: Mapping[Node, set[Node]]) -> list[list[Node]]:
    """The clauses in versions that don't contradict themselves, the one that most prints have first."""
    versions: list[list[Node]] = []
    for node in together:
        home = next((v for v in versions if not against[node].intersection(v)), None)
        if home is None:
            versions.append([node])
        else:
            home.append(node)
    return sorted(versions, key=lambda v: (-len(v), v[0]))


def _draft(versions: Sequence[Sequence[Node]], hood: Neighbourhood, told: Told, chances: Mapping[Node, float]) -> Draft:
    """The conflict between the versions. A later print may be newer or wrong: nothing in it says which."""
    houses = [told.houses(hood.slots[n] for n, _ in version) for version in versions]
    why = f"prints of one sentence don't agree: {' against '.join(houses)}, with no sign that one replaces the other"
    members = tuple(tuple(Member(n, passage) for n, passage in version) for version in versions)
    strength = max((chances.get(node, 0.0) for version in versions for node in version), default=0.0)
    return Draft(
        PointKind.OCCURRENCE, PointRelation.CONFLICT, members, (why,), between=Between.REPORTS, strength=strength
    )
