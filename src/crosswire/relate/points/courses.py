"""Points about what has become of one person: held and then sentenced, critically hurt and then out of hospital."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.lexicons.stages import StageWords
from crosswire.model.relation import PointKind, PointRelation
from crosswire.model.when import stamp
from crosswire.relate.points.death_places import death_places
from crosswire.relate.points.outcomes import read_outcomes
from crosswire.relate.points.parties import Party
from crosswire.relate.points.people import People
from crosswire.relate.points.progress import LONG, WORDS, Found, dated_long_before, shown_part
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.stage import Step
from crosswire.relate.points.stages import read_stages
from crosswire.relate.points.versions import Draft, Member, Told

# How far somebody has come, in this order; a later step tells that the earlier is over, or was before.
CASE = (Step.HELD, Step.CHARGED, Step.MISTRIAL, Step.CONVICTED, Step.CLEARED, Step.SENTENCED)
HURT = (Step.UNKNOWN, Step.GRAVE, Step.GOOD, Step.SAFE, Step.RELEASED, Step.DEAD)
# Both hold: who is stable is expected to live, and so is who has left the hospital.
BESIDE = frozenset({(Step.GOOD, Step.SAFE), (Step.SAFE, Step.RELEASED)})
HUNT = (Step.SOUGHT, Step.DEAD)
NAMING = (Step.UNNAMED, Step.NAMED)
TOGETHER = (Step.UNKNOWN, Step.GOOD, Step.SAFE, Step.RELEASED)
THEM = frozenset({"they", "them", "their", "all"})
EVERYBODY = frozenset({"victim", "other", "people", "person", "all", "survivor", "those"})
# What no older report can tell before a newer one tells the step before it, whatever day the pages keep.
FINAL = frozenset({Step.DEAD, Step.RELEASED})
OPEN = frozenset({Step.UNKNOWN, Step.UNNAMED})
# Nobody is tried within so many days: who was convicted the next day was so in another case.
TRIAL = 14
TRIED = frozenset({Step.CONVICTED, Step.CLEARED, Step.SENTENCED, Step.MISTRIAL})
# What a report tells further down may be of another case, or the record of somebody.
HEAD = 12
# Of one report so many sentences stand for a version.
MOST_OF_A_REPORT = 2
ACCUSED = frozenset({Step.CHARGED, Step.HELD, Step.ACCUSED})
# What a report tells of one person in its first sentences: "a man was arrested", "Ana Lupo is charged with".
TOLD_TOGETHER = (ACCUSED, {Step.CONVICTED, Step.SENTENCED}, {Step.CLEARED}, {Step.DEAD}, {Step.GRAVE, Step.GOOD})
# The first sentences of a report tell what is new, and whom the next ones name.
LEAD, NEXT = 3, 3


@dataclass(frozen=True, slots=True)
class _Told:
    """One step of one person in one report: the furthest that it tells, with the sentences that tell it."""

    report: int
    rank: int
    found: tuple[Found, ...]


def _many(party: Party | None) -> bool:
    """True for several dead."""
    return party is not None and (party.plural or (party.count or 1) > 1 or party.order > 1)


def _beside(one: _Told, two: _Told, ladder: Sequence[Step]) -> bool:
    """True for two steps that can hold at once."""
    return (ladder[one.rank], ladder[two.rank]) in BESIDE


def _joined(sides: Sequence[list[Found]], steps: Sequence[Step]) -> list[list[Found]]:
    """The sides, each put into the one before it where both can hold."""
    kept = [sides[0]]
    for n, side in enumerate(sides[1:], start=1):
        if (steps[n - 1], steps[n]) in BESIDE:
            kept[-1] = [*kept[-1], *side]
        else:
            kept.append(side)
    return kept


def _several(party: Party | None) -> bool:
    """True for those who are told of together: "the victims", "their", "all"."""
    return party is None or party.plural or (party.count or 0) > 1 or party.role in THEM


def _all(member: Member) -> bool:
    """True for "all were released"."""
    return bool(re.search(r"\ball\b", member.passage.words, re.IGNORECASE))


def _written(person: str) -> str:
    """The name with capitals; of several people what they are."""
    return person if person.startswith("those") else person.title()


def _one_nameless(party: Party) -> bool:
    """True for "a man", "the suspect", of whom nothing else is known."""
    many = party.plural or party.order > 1 or (party.count or 1) != 1
    return not (party.names or party.pronoun or party.ages or many)


def find_courses(hood: Neighbourhood, told: Told, words: StageWords) -> tuple[Draft, ...]:
    """The updates in which one person has come further in a later report, and the conflicts about where he died."""
    courses = _Courses(hood, told, words)
    by_person = [draft for ladder in (CASE, HURT, HUNT, NAMING) for draft in courses.updates(ladder)]
    drafts = [*by_person, *courses.groups(), *death_places(courses.deaths(), hood.slots, told)]
    return tuple(draft for draft in drafts if draft)


class _Courses:
    """The stages of a story by the person of whom they are told."""

    def __init__(self, hood: Neighbourhood, told: Told, words: StageWords) -> None:
        self._slots, self._told = hood.slots, told
        found = [
            Found(n, stage)
            for n, slots in enumerate(hood.slots)
            if slots.number < LEAD or not dated_long_before(slots, told)
            for stage in (*read_stages(slots, words), *read_outcomes(slots, words))
        ]
        people = People(hood.slots, [f.stage.party for f in found if f.stage.party], words)
        self._by_person: dict[str, list[Found]] = defaultdict(list)
        self._of_all: list[Found] = []
        self._nobody: list[Found] = []
        for n, f in enumerate(found):
            whom = people.whom(f.sentence, f.stage.party) or self._named_next(found[n:], people)
            for person in sorted(whom):
                self._by_person[person].append(f)
            if not whom and f.stage.step is Step.DEAD:
                self._nobody.append(f)
            if not whom and _several(f.stage.party):
                self._of_all.append(f)
        for f in self._of_all:
            if f.stage.step is Step.MISTRIAL:
                self._of_the_accused(f)
            elif f.stage.step is Step.RELEASED and _all(self._member(f)):
                self._of_the_hurt(f)

    def _of_the_accused(self, mistrial: Found) -> None:
        """Lends a mistrial to the one whom its report accuses."""
        own = self._slots[mistrial.sentence].report
        accused = [
            person
            for person, found in self._by_person.items()
            if any(f.stage.step in ACCUSED and self._slots[f.sentence].report == own for f in found)
        ]
        if len(accused) == 1:
            self._by_person[accused[0]].append(mistrial)

    def _of_the_hurt(self, released: Found) -> None:
        """Lends "all have been released" to everybody whom another report tells to be in hospital."""
        own = self._slots[released.sentence].report
        for found in self._by_person.values():
            steps = {f.stage.step for f in found}
            reports = {self._slots[f.sentence].report for f in found if f.stage.step in (Step.GRAVE, Step.GOOD)}
            if reports - {own} and Step.DEAD not in steps:
                found.append(released)

    def groups(self) -> Iterator[Draft | None]:
        """A draft for those who were hurt together: their condition not known, then known; then out of hospital."""
        found = [f for f in self._of_all if f.stage.step in TOGETHER and self._many(f)]
        steps = self._by_report(found, TOGETHER)
        yield self._update("those hurt", self._in_time(steps, TOGETHER), TOGETHER)

    def _many(self, f: Found) -> bool:
        """True where it is of all who were hurt, as far as they are not named."""
        party = f.stage.party
        return party is None or party.role in EVERYBODY | THEM or _all(self._member(f))

    def _named_next(self, found: Sequence[Found], people: People) -> frozenset[str]:
        """Whom a report that opens with "A man was arrested" names next for the same."""
        first = found[0]
        slots, party = self._slots[first.sentence], first.stage.party
        if slots.number >= LEAD or party is None or not _one_nameless(party):
            return frozenset()
        for f in found[1:]:
            near = self._slots[f.sentence]
            if near.report != slots.report or near.number - slots.number > NEXT:
                break
            whom = people.whom(f.sentence, f.stage.party)
            alike = any(f.stage.step in steps and first.stage.step in steps for steps in TOLD_TOGETHER)
            if whom and alike:
                return whom if len(whom) == 1 else frozenset()
        return frozenset()

    def updates(self, ladder: Sequence[Step]) -> Iterator[Draft | None]:
        """A draft for each person who has come further, by name."""
        for person, found in sorted(self._by_person.items()):
            steps = self._by_report([f for f in found if f.stage.step in ladder], ladder)
            yield self._update(person, self._in_time(steps, ladder), ladder)

    def _by_report(self, found: Sequence[Found], ladder: Sequence[Step]) -> list[_Told]:
        """The furthest step that each report tells of somebody."""
        own: dict[int, list[Found]] = defaultdict(list)
        for f in found:
            if f.stage.step not in TRIED or self._slots[f.sentence].number < HEAD:
                own[self._slots[f.sentence].report].append(f)
        steps = []
        for report, told in sorted(own.items()):
            rank = max(ladder.index(f.stage.step) for f in told)
            furthest = {f.sentence: f for f in reversed(told) if self._last(ladder.index(f.stage.step), rank, ladder)}
            steps.append(_Told(report, rank, tuple(f for _, f in sorted(furthest.items()))[:MOST_OF_A_REPORT]))
        return steps

    @staticmethod
    def _last(step: int, rank: int, ladder: Sequence[Step]) -> bool:
        """True for the furthest step; who is sentenced was found guilty, both are told as one end."""
        return step == rank or {ladder[step], ladder[rank]} == {Step.CONVICTED, Step.SENTENCED}

    def _in_time(self, steps: Sequence[_Told], ladder: Sequence[Step]) -> list[_Told]:
        """The steps that others replace or are replaced by, as far as the reports' days tell."""
        first = {rank: self._earliest([t for t in steps if t.rank == rank]) for rank in sorted({t.rank for t in steps})}
        kept = []
        for one in steps:
            over = [two for rank, (two, _) in first.items() if rank > one.rank and not _beside(one, two, ladder)]
            under = [two for rank, (_, two) in first.items() if rank < one.rank and not _beside(two, one, ladder)]
            above = all(self._after(one, two, ladder) for two in over)
            below = any(self._after(two, one, ladder) for two in under)
            if above and (below or over):
                kept.append(one)
        return kept

    def _earliest(self, steps: Sequence[_Told]) -> tuple[_Told, _Told]:
        """The step that came out first, one whose day is not known before all, and the first whose day is known."""

        def day(step: _Told) -> str:
            return stamp(self._told.span([self._slots[step.found[0].sentence]])[0]) or ""

        ordered = sorted(steps, key=day)
        return ordered[0], next((step for step in ordered if day(step)), ordered[0])

    def _after(self, early: _Told, late: _Told, ladder: Sequence[Step]) -> bool:
        """True when the later step came out later; a last one may be dated as the one before it."""
        one, two = ([self._slots[f.sentence] for f in t.found] for t in (early, late))
        days = self._told.days_before(one[0], two[0])
        if ladder[late.rank] in TRIED:
            return days is not None and days >= TRIAL
        if (ladder[late.rank] in FINAL or ladder[early.rank] in OPEN) and days is not None and abs(days) <= LONG:
            return True
        return bool(self._told.before(one, two))

    def _update(self, person: str, steps: Sequence[_Told], ladder: Sequence[Step]) -> Draft | None:
        ranks = sorted({t.rank for t in steps})
        if len(ranks) < 2:
            return None
        sides = [[f for t in steps if t.rank == rank for f in t.found] for rank in ranks]
        sides = _joined(sides, [ladder[rank] for rank in ranks])
        if len(sides) < 2:
            return None
        members = tuple(tuple(self._member(f) for f in side) for side in sides)
        return Draft(
            PointKind.STATE,
            PointRelation.UPDATE,
            members,
            (self._why(person, sides),),
            latest=len(members) - 1,
            strength=0.8,
        )

    def deaths(self) -> Mapping[str, Sequence[Found]]:
        """Who died → the sentences that tell it; of one who died alone also those that name nobody."""
        found = {_written(p): [f for f in fs if f.stage.step is Step.DEAD] for p, fs in self._by_person.items()}
        found = {p: fs for p, fs in found.items() if fs}
        known = [p for p, fs in found.items() if len({self._slots[f.sentence].report for f in fs}) > 1]
        if len(known) == 1 and not any(_many(f.stage.party) for f in self._nobody):
            named = {self._slots[f.sentence].report for fs in found.values() for f in fs}
            found[known[0]] += [f for f in self._nobody if self._slots[f.sentence].report not in named]
        return found

    def _fewer(self, found: Sequence[Found]) -> list[Found]:
        """The first MOST_OF_A_REPORT of each report, one for each sentence."""
        own: Mapping[int, dict[int, Found]] = defaultdict(dict)
        for f in found:
            held = own[self._slots[f.sentence].report]
            if len(held) < MOST_OF_A_REPORT:
                held.setdefault(f.sentence, f)
        return [f for held in own.values() for f in held.values()]

    def _member(self, f: Found) -> Member:
        return Member(f.sentence, shown_part(self._slots[f.sentence], f.stage))

    def _why(self, person: str, sides: Sequence[Sequence[Found]]) -> str:
        """The reason in words: of whom, which step is told where, and what makes the last the newest."""
        told = []
        for side in sides:
            steps = " or ".join(dict.fromkeys(WORDS[f.stage.step] for f in side))
            told.append(f"{steps} in {self._told.houses(self._slots[f.sentence] for f in side)}")
        first, last = ([self._slots[f.sentence] for f in side] for side in (sides[0], sides[-1]))
        who = f"the {person}-year-old" if person.isdigit() else _written(person)
        return f"of {who}: {', then '.join(told)}{self._told.order(first, last)}"
