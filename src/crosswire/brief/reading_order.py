"""The order in which a brief is read: what happened, then by place in the reports, sides of a dispute together."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.brief.candidate import Candidate


def in_reading_order(chosen: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """What happened first, then by place in the reports; the sides of a dispute stay together."""
    ordered: list[Candidate] = []
    for candidate in (chosen[0], *sorted(chosen[1:], key=lambda c: (c.place, c.report, c.number))):
        if candidate not in ordered:
            sides = [candidate, *(c for c in chosen if c not in ordered and _against(candidate, c))]
            if ordered:
                ordered.extend(_leading(sides, ordered, chosen))
                sides = sorted(sides, key=lambda c: (_version_against(c, sides), c.place))
            ordered.extend(sides)
    introduced = _later(_behind_who_introduces(_behind_what_they_follow(ordered)))
    return tuple(_behind_what_they_follow(introduced))


def _leading(sides: Sequence[Candidate], ordered: Sequence[Candidate], chosen: Sequence[Candidate]) -> list[Candidate]:
    """What a side goes on from in its report, which is read before it unless it is itself in dispute."""
    if not ordered or len(sides) == 1:
        return []
    left = [c for c in chosen if c not in ordered and c not in sides and not any(_against(c, o) for o in chosen)]
    return [c for c in left if any(side.follows(c) for side in sides)]


def _behind_what_they_follow(ordered: Sequence[Candidate]) -> list[Candidate]:
    """The sentences, one that stands right behind another in its report moved there, unless it is a side of a dispute.

    "Horn also met the crew" is read behind the sentence that it goes on from.
    """
    found: list[Candidate] = []
    for candidate in ordered:
        before = next((n for n, c in enumerate(found) if candidate.follows(c)), None)
        apart = any(_against(candidate, c) for c in ordered)
        if before is None or apart or (before + 1 < len(found) and _against(found[before], found[before + 1])):
            found.append(candidate)
        else:
            found.insert(before + 1, candidate)
    return found


def _behind_who_introduces(ordered: Sequence[Candidate]) -> list[Candidate]:
    """The sentences, one that names somebody in full moved before those that give only the surname.

    The opening and the sides of a dispute stay where they are.
    """
    found = list(ordered)
    for candidate in ordered[1:]:
        new = _introduces(candidate)
        place = found.index(candidate)
        knows = {a for c in found[:place] for a in _introduces(c)}
        first = next((n for n, c in enumerate(found[:place]) if n and _lacks(c, new - knows)), None)
        if first is not None and not any(_against(candidate, c) for c in found) and not _torn(found, first):
            found.insert(first, found.pop(place))
    return found


def _later(ordered: Sequence[Candidate]) -> list[Candidate]:
    """The sentences, one that gives only a surname moved behind the side of a dispute that gives the full name.

    The side can't be moved away from the other one.
    """
    found = list(ordered)
    for candidate in ordered[1:]:
        place = found.index(candidate)
        known = frozenset(one for c in found[:place] for one in _introduces(c))
        after = [n for n, c in enumerate(found) if n > place and _lacks(candidate, _introduces(c) - known)]
        if after and not any(_against(candidate, c) for c in found):
            end = next((n for n in range(after[0] + 1, len(found)) if not _against(found[n - 1], found[n])), len(found))
            found.insert(end - 1, found.pop(place))
    return found


def _introduces(candidate: Candidate) -> frozenset[str]:
    """The people whom the sentence introduces, and its nouns."""
    return candidate.nouns | {a for a, full in candidate.people.items() if full}


def _lacks(candidate: Candidate, told: frozenset[str]) -> bool:
    return any(not full and a in told for a, full in candidate.people.items()) or not told.isdisjoint(candidate.needs)


def _torn(found: Sequence[Candidate], place: int) -> bool:
    """True when `place` stands between two sides of a dispute, or behind the sentence that it goes on from."""
    return _against(found[place - 1], found[place]) or found[place].follows(found[place - 1])


def _version_against(candidate: Candidate, sides: Sequence[Candidate]) -> str:
    """The version that the sentence tells of what the sides dispute: the claim (`a`) comes before its rejection."""
    shared = [p for p in sorted(candidate.points) if any(c.points.get(p, "") != candidate.points[p] for c in sides)]
    return min((candidate.points[p] for p in shared if any(p in c.points for c in sides if c != candidate)), default="")


def _against(one: Candidate, two: Candidate) -> bool:
    """True when two sentences tell different versions of a point."""
    return any(two.points.get(p, v) != v for p, v in one.points.items())
