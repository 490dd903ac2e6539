"""The order in which a brief is read: what happened, then by place in the reports, each behind what introduces it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosswire.brief.candidate import Candidate
from crosswire.brief.worth import stands

Block = Sequence[Candidate]


def in_reading_order(chosen: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """What happened first, then by place in the reports; no sentence before those that say who and which is meant.

    The sides of a dispute stay together, and what goes on from a sentence of its report stays behind it.
    """
    blocks = _blocks(chosen)
    ordered = [c for block in blocks if chosen[0] in block for c in block]
    left = [block for block in blocks if chosen[0] not in block]
    while left:
        ready = [block for block in left if _stands(block, ordered)] or left[:1]
        following = next((block for block in ready if _is_linked(block, ordered)), ready[0])
        left.remove(following)
        ordered.extend(following)
    return tuple(ordered)


def _blocks(chosen: Sequence[Candidate]) -> list[Block]:
    """What is read without a break, by place: the sides of a dispute, or one sentence, with what goes on from it."""
    found: list[Block] = []
    free = _by_place(chosen)
    while free:
        sides = [free[0], *(c for c in free[1:] if _against(free[0], c))]
        leading = [c for c in free if len(sides) > 1 and not _apart(c, chosen) and any(s.follows(c) for s in sides)]
        block = [*leading, *sorted(sides, key=lambda c: (c is not chosen[0], _version_against(c, sides), c.place))]
        while after := [c for c in free if c not in block and c.follows(block[-1]) and not _apart(c, chosen)]:
            block.append(after[0])
        found.append(block)
        free = [c for c in free if c not in block]
    return found


def _apart(candidate: Candidate, chosen: Iterable[Candidate]) -> bool:
    """True for a side of a dispute."""
    return any(_against(candidate, c) for c in chosen)


def _by_place(chosen: Iterable[Candidate]) -> list[Candidate]:
    return sorted(chosen, key=lambda c: (c.place, c.report, c.number))


def _stands(block: Block, ordered: Sequence[Candidate]) -> bool:
    """True where each sentence of the block can be read behind the ordered ones and those before it in the block."""
    return all(stands(c, [*ordered, *block[:n]]) for n, c in enumerate(block))


def _is_linked(block: Block, ordered: Sequence[Candidate]) -> bool:
    """True where the block speaks of something that has been spoken of."""
    return any(not c.words.isdisjoint(other.words) for c in block for other in ordered)


def _version_against(candidate: Candidate, sides: Sequence[Candidate]) -> str:
    """The version that the sentence tells of what the sides dispute: the claim (`a`) comes before its rejection."""
    others = [c for c in sides if c != candidate]
    return min((v for p, v in candidate.points.items() if any(c.points.get(p, v) != v for c in others)), default="")


def _against(one: Candidate, two: Candidate) -> bool:
    """True when two sentences tell different versions of a point."""
    return any(two.points.get(p, v) != v for p, v in one.points.items())
