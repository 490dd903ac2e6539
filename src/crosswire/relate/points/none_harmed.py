"""Reports that say nobody was killed, or hurt, and later ones that count somebody: the first version of a toll."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from crosswire.model.passage import Passage
from crosswire.model.relation import PointKind, PointRelation
from crosswire.relate.points.clashes import counts_whole
from crosswire.relate.points.numbers import ELSEWHERE, HEAD, rounds_of
from crosswire.relate.points.shown import clause_telling
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Slots, says
from crosswire.relate.points.versions import Draft, Member, Told

# What figures count, by the sign in the lexicon of casualties that it happened to nobody.
SIGNS = {"killed": "none_killed", "injured": "none_injured"}


def with_none(
    numbers: Sequence[Draft],
    hood: Neighbourhood,
    told: Told,
    signs: Mapping[str, Sequence[str]],
    several: re.Pattern[str],
) -> tuple[tuple[Draft, ...], frozenset[int]]:
    """The points about numbers, each toll begun with the reports that told of nobody before; and those sentences.

    "No one was killed" in the morning, "two are dead" in the evening. Of a report that counts somebody too its "no one"
    begins nothing: it tells what was said before. Nor does a report of several events (`several`).
    """
    rounds = rounds_of(hood, several)
    found = list(numbers)
    over: set[int] = set()
    for what, sign in SIGNS.items():
        nobody = re.compile(rf"\b(?:{'|'.join(signs[sign])})\b", re.IGNORECASE)
        head = [n for n, slots in enumerate(hood.slots) if slots.number < HEAD and slots.report not in rounds]
        none = [n for n in head if nobody.search(hood.slots[n].passage.words)]
        counts = list(_counts(what, head, hood))
        first = _first(none, counts, hood, told)
        if not first:
            continue
        members = tuple(Member(n, _clause(hood.slots[n], nobody)) for n in first)
        late = _one_number(what, members, counts, hood, told)
        begun = _begun(found, what, members, late, _nobody(what, members, hood, told))
        over |= set(none) if begun != found else set()
        found = begun
    return tuple(found), frozenset(over)


def _counts(what: str, head: Iterable[int], hood: Neighbourhood) -> Iterator[Member]:
    """The counts of those it happened to, in the sentences at the head of reports."""
    for n in head:
        slots = hood.slots[n]
        for figure in slots.figures:
            whole = counts_whole(figure, slots) and says(slots, figure.passage.start)
            if figure.what == what and whole and figure.low and not ELSEWHERE.search(slots.passage.words):
                yield Member(n, figure.passage, figure)


def _first(none: Sequence[int], counts: Sequence[Member], hood: Neighbourhood, told: Told) -> list[int]:
    """The sentences that tell of nobody, of reports that count nobody, where all who count somebody came later."""
    counting = {hood.slots[m.sentence].report for m in counts}
    kept = [n for n in none if hood.slots[n].report not in counting and not hood.slots[n].superseded]
    return kept if counts and _before(kept, counts, hood, told) else []


def _before(none: Sequence[int], counts: Sequence[Member], hood: Neighbourhood, told: Told) -> bool:
    slots = hood.slots
    return bool(none) and told.before([slots[n] for n in none], [slots[m.sentence] for m in counts]) is True


def _clause(slots: Slots, nobody: re.Pattern[str]) -> Passage:
    """The clause that tells of nobody."""
    start, end = next(m.span() for m in nobody.finditer(slots.passage.words))
    return clause_telling(slots, slots.passage.start + start, slots.passage.start + end)


def _begun(
    drafts: Sequence[Draft], what: str, none: tuple[Member, ...], late: Draft | None, nobody: str
) -> list[Draft]:
    """The drafts with the update of such a toll begun by who told of nobody; else with one of its own."""
    for n, draft in enumerate(drafts):
        if draft.relation is PointRelation.UPDATE and all(m.figure and m.figure.what == what for m in draft.members()):
            why = (f"{nobody}, then {draft.why[0]}", *draft.why[1:])
            begun = replace(draft, versions=(none, *draft.versions), why=why, latest=len(draft.versions))
            return [*drafts[:n], begun, *drafts[n + 1 :]]
    return [*drafts, late] if late else list(drafts)


def _one_number(
    what: str, none: tuple[Member, ...], counts: Sequence[Member], hood: Neighbourhood, told: Told
) -> Draft | None:
    """The update from nobody to the number that all later reports give, each once; None where they give several."""
    by_report = {hood.slots[m.sentence].report: m for m in reversed(counts)}
    if len({(m.figure.low, m.figure.high) for m in counts if m.figure}) != 1:
        return None
    later = tuple(by_report[report] for report in sorted(by_report))
    early, late = ([hood.slots[m.sentence] for m in members] for members in (none, later))
    why = f"{later[0].passage.words} in {told.houses(late)}{told.order(early, late)}"
    return Draft(
        PointKind.FIGURE,
        PointRelation.UPDATE,
        (none, later),
        (f"{_nobody(what, none, hood, told)}, then {why}",),
        latest=1,
    )


def _nobody(what: str, none: Sequence[Member], hood: Neighbourhood, told: Told) -> str:
    return f"nobody {what} in {told.houses(hood.slots[m.sentence] for m in none)}"
