"""Points about what has become of one person: held and then sentenced, critically hurt and then out of hospital."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.model.when import stamp
from crosswire.relate.points.death_places import death_places
from crosswire.relate.points.parties import Party, number
from crosswire.relate.points.people import ONE, People
from crosswire.relate.points.stage import WORDS, Step
from crosswire.relate.points.told_stages import LONG, PASSING, Found, StoryStages, Telling, not_repeated, telling
from crosswire.relate.points.versions import Draft, Member

# How far somebody has come, in this order; a later step tells that the earlier is over, or was before.
CASE = (Step.HELD, Step.UNCHARGED, Step.CHARGED, Step.MISTRIAL, Step.CONVICTED, Step.CLEARED, Step.SENTENCED)
HURT = (Step.UNKNOWN, Step.GRAVE, Step.GOOD, Step.SAFE, Step.RELEASED, Step.DEAD)
# Both hold: who is stable is expected to live, and so is who has left the hospital; who is held is not charged yet.
BESIDE = frozenset(
    {(Step.GOOD, Step.SAFE), (Step.SAFE, Step.RELEASED), (Step.HELD, Step.UNCHARGED), (Step.SOUGHT, Step.NOT_HELD)}
    | {(Step.HELD, Step.CHARGED)}
)
HUNT = (Step.SOUGHT, Step.NOT_HELD, Step.HELD)
SHOT = (Step.SOUGHT, Step.DEAD)
NAMING = (Step.UNNAMED, Step.NAMED)
KNOWN = frozenset({Step.GRAVE, Step.GOOD, Step.SAFE, Step.RELEASED})
THEM = frozenset({"they", "them", "their", "all"})
# What no older report can tell before a newer one tells the step before it, whatever day the pages keep.
FINAL = frozenset({Step.DEAD, Step.RELEASED})
OPEN = frozenset({Step.UNKNOWN, Step.UNNAMED, Step.SOUGHT, Step.NOT_HELD, Step.UNCHARGED})
# Nobody is tried within so many days: who was convicted the next day was so in another case.
TRIAL = 14
TRIED = frozenset({Step.CONVICTED, Step.CLEARED, Step.SENTENCED, Step.MISTRIAL})
# What a report tells further down may be of another case, or the record of somebody.
HEAD = 12
# Of one report so many sentences stand for a version.
MOST_OF_A_REPORT = 2
ACCUSED = frozenset({Step.CHARGED, Step.HELD, Step.ACCUSED})
# What a report tells of one person in its first sentences: "a man was arrested", "Ana Lupo is charged with".
TOLD_TOGETHER = (ACCUSED | {Step.CONVICTED, Step.SENTENCED}, {Step.CLEARED}, {Step.DEAD}, {Step.GRAVE, Step.GOOD})
# Who was hurt alone, without a name.
ONLY = "the one hurt"
TOLLS = frozenset({"killed", "injured"})
# The first sentences of a report tell what is new, and whom the next ones name.
LEAD, NEXT = 3, 3


@dataclass(frozen=True, slots=True)
class _Told:
    """One step of one person in one report: the furthest that it tells, with the sentences that tell it."""

    rank: int
    found: tuple[Found, ...]


def _many(party: Party | None) -> bool:
    """True for several dead."""
    return party is not None and (party.plural or (party.count or 1) > 1 or party.order > 1)


def _of_before(found: Found, told: Sequence[Found]) -> bool:
    """True for an arrest in a report that first says that he is at large: one of before."""
    sought = [f.sentence for f in told if f.stage.step is Step.SOUGHT]
    return found.stage.step is Step.HELD and bool(sought) and min(sought) < found.sentence


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
    return party is None or party.plural or (party.count or number(party.role) or 0) > 1 or party.role in THEM


def _all(member: Member) -> bool:
    """True for "all were released"."""
    return bool(re.search(r"\ball\b", member.passage.words, re.IGNORECASE))


def _written(person: str) -> str:
    """The name with capitals; of several people, or of somebody without a name, what they are."""
    return person if person.startswith(("those", "the ")) else person.title()


def _one_nameless(party: Party) -> bool:
    """True for "a man", "the suspect", of whom nothing else is known."""
    many = party.plural or (not party.order and (party.count or 1) != 1)
    return not (party.names or party.ages or many) and (not party.pronoun or party.role in ONE)


def find_courses(stages: StoryStages) -> tuple[Draft, ...]:
    """The updates in which one person has come further in a later report, and the conflicts about where he died."""
    courses = _Courses(stages)
    by_person = (draft for ladder in (CASE, HURT, HUNT, SHOT, NAMING) for draft in courses.updates(ladder))
    updates = not_repeated((*by_person, *courses.groups()))
    return (*updates, *death_places(courses.deaths(), stages.slots, stages.told))


class _Courses:
    """The stages of a story by the person of whom they are told."""

    def __init__(self, stages: StoryStages) -> None:
        self._stages, self._slots, self._told = stages, stages.slots, stages.told
        found = [
            Found(n, stage)
            for n, slots in enumerate(stages.slots)
            if slots.number < LEAD or not stages.old[n]
            for stage in (*stages.stages[n], *stages.outcomes[n])
        ]
        people = People(stages.slots, [f.stage.party for f in found if f.stage.party], stages.words)
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
        self._with_names(found, people)
        self._of_the_only_one(found)
        for f in self._of_all:
            if f.stage.step is Step.MISTRIAL:
                self._of_the_accused(f)
            elif f.stage.step is Step.RELEASED and _all(self._stages.member(f)):
                self._of_the_hurt(f)

    def _with_names(self, found: Sequence[Found], people: People) -> None:
        """Gives "the second" his name where a report that opens with him names one next for the same."""
        named: dict[str, set[str]] = defaultdict(set)
        for n, f in enumerate(found):
            if f.stage.party and f.stage.party.order and not f.stage.party.names:
                for person in people.whom(f.sentence, f.stage.party):
                    named[person] |= self._named_next(found[n:], people)
        for person, names in named.items():
            if len(names) == 1:
                self._by_person[min(names)] += self._by_person.pop(person, [])

    def _of_the_only_one(self, found: Sequence[Found]) -> None:
        """Puts together what is told of the one who was hurt, where nobody else was: "the victim", "she", "the mother".

        Counter-example: in "a man and a woman were hit" or "two were wounded" it may be of either.
        """
        hurt = [f for f in found if f.stage.step in HURT and self._heads(f.sentence)]
        known = [p for p, own in sorted(self._by_person.items()) if any(f is g for f in hurt for g in own)]
        if len(known) > 1 or any(_several(f.stage.party) for f in hurt) or self._one_besides(hurt):
            return
        like = self._stages.words
        those = like.victims | like.women | like.men | like.anybody | ONE
        told = [f for f in hurt if self._role(f) in those]
        roles = {f.stage.party.role for f in (*told, *hurt) if f.stage.party}
        sexes = (like.women | {"she", "her"}, like.men | {"he", "him", "his"})
        named = [person for person in known if not person.isdigit()]
        naming = {s.report for s in self._slots for p in named if p in s.passage.words.casefold()}
        told = [  # "she" beside Horn is not he
            f for f in told if self._role(f) in like.victims or self._slots[f.sentence].report not in naming
        ]
        neither = like.victims | (like.anybody - like.women - like.men) | {""}
        one = not named or any(roles <= sex | neither for sex in sexes)
        if told and one and not any(f.stage.party and f.stage.party.order for f in told):
            own = self._by_person[known[0] if known else ONLY]
            own += [f for f in told if not any(f is one for one in own)]

    @staticmethod
    def _role(f: Found) -> str:
        return f.stage.party.role if f.stage.party else ""

    def _heads(self, n: int) -> bool:
        """True for a sentence of now among the first of its report, which tell of this event."""
        return self._slots[n].number < HEAD and not self._stages.old[n]

    def _one_besides(self, hurt: Sequence[Found]) -> bool:
        """True where more than one were hurt: by a count, or where a report tells of a death and of somebody alive."""
        figures = [(s.report, f) for n, s in enumerate(self._slots) if self._heads(n) for f in s.figures]
        tolls = {(report, f.what) for report, f in figures if f.what in TOLLS and f.high}
        if any((f.high or 0) > 1 for _, f in figures if f.what in TOLLS):
            return True
        dead = {self._slots[f.sentence].report for f in hurt if f.stage.step is Step.DEAD}
        alive = {
            self._slots[f.sentence].report
            for f in hurt
            if f.stage.step in KNOWN and not (f.stage.party and f.stage.party.pronoun)
        }
        both = {report for report, _ in tolls if all((report, what) in tolls for what in TOLLS)}
        return bool(dead & (alive | both)) or bool(both)

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
        """A draft for those who were hurt together: their condition not known, then known; all or the rest at home."""
        unknown = [f for f in self._of_all if f.stage.step is Step.UNKNOWN and self._many(f)]
        home = [f for f in self._of_all if f.stage.step is Step.RELEASED and self._many(f)]
        yield self._together(unknown, [f for f in self._of_all if f.stage.step in KNOWN and self._some(f)], HURT)
        yield self._together([f for f in self._of_all if f.stage.step in (Step.GRAVE, Step.GOOD)], home, ())

    def _together(self, early: Sequence[Found], late: Sequence[Found], ladder: Sequence[Step]) -> Draft | None:
        """The update of those hurt; `ladder`: steps of which a page's day may be that of the step before."""
        answered = {self._slots[f.sentence].report for f in late}
        early = [f for f in early if self._slots[f.sentence].report not in answered]
        pairs = [(f, g) for f in early for g in late if self._comes_after(f, g, ladder)]
        sides = [[f for f in early if any(f is one for one, _ in pairs)]]
        sides.append([g for g in late if any(g is two for _, two in pairs)])
        sides = [self._stages.first(side, lambda f: f.sentence, MOST_OF_A_REPORT) for side in sides]
        return self._draft("those hurt", sides, HURT) if all(sides) else None

    def _comes_after(self, early: Found, late: Found, ladder: Sequence[Step]) -> bool:
        one, two = self._slots[early.sentence], self._slots[late.sentence]
        days = self._told.days_before(one, two)
        near = bool(ladder) and days is not None and abs(days) <= LONG
        return near or bool(self._told.before([one], [two]))

    def _many(self, f: Found) -> bool:
        """True where it is of all who were hurt, as far as they are not named."""
        party = f.stage.party
        return party is None or party.role in self._stages.words.everybody | THEM or _all(self._stages.member(f))

    def _some(self, f: Found) -> bool:
        """True where it is of so many of them: "two people"; not for "Ana Lupo and a girl"."""
        party = f.stage.party
        several = bool(party and not party.names and (party.count or number(party.role) or 0) > 1)
        return party is not None and (self._many(f) or several)

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
            own = [f for f in found if f.stage.step in ladder]
            own = [f for f in own if f.stage.step not in KNOWN or not self._stages.beside_dead(f)]
            steps = self._by_report(own, ladder)
            yield self._update(person, self._in_time(steps, ladder), ladder)

    def _by_report(self, found: Sequence[Found], ladder: Sequence[Step]) -> list[_Told]:
        """The furthest step that each report tells of somebody."""
        own: dict[Telling, list[Found]] = defaultdict(list)
        for f in found:
            if f.stage.step not in TRIED or self._slots[f.sentence].number < HEAD:
                own[telling(self._slots[f.sentence])].append(f)
        steps = []
        for _, every in sorted(own.items()):
            told = [f for f in every if not _of_before(f, every)]
            rank = max(ladder.index(f.stage.step) for f in told)
            furthest = {f.sentence: f for f in reversed(told) if self._last(ladder.index(f.stage.step), rank, ladder)}
            steps.append(_Told(rank, tuple(f for _, f in sorted(furthest.items()))[:MOST_OF_A_REPORT]))
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
        one, two = (self._slots[t.found[0].sentence] for t in (early, late))
        days = self._told.days_before(one, two)
        if ladder[late.rank] in TRIED - {Step.CLEARED}:  # charges are dropped at any time
            return days is not None and days >= TRIAL
        if (ladder[late.rank] in FINAL or ladder[early.rank] in OPEN) and (days is None or abs(days) <= LONG):
            return True
        return bool(self._told.before([one], [two]))

    def _update(self, person: str, steps: Sequence[_Told], ladder: Sequence[Step]) -> Draft | None:
        ranks = sorted({t.rank for t in steps})
        if len(ranks) < 2:
            return None
        sides = [[f for t in steps if t.rank == rank for f in t.found] for rank in ranks]
        sides = _joined(sides, [ladder[rank] for rank in ranks])
        kept = len(sides) > 1 and all(self._is_kept(f) for f in sides[0])
        if len(sides) < 2 or (kept and all(f.stage.step in TRIED for side in sides[1:] for f in side)):
            return None
        return self._draft(person, sides, ladder)

    def _is_kept(self, f: Found) -> bool:
        """True for "is held without bail": whoever pleads guilty is so still."""
        tokens = self._slots[f.sentence].tokens
        return f.stage.step is Step.HELD and tokens[f.stage.at].lemma in self._stages.words.kept

    def _draft(self, person: str, sides: Sequence[Sequence[Found]], ladder: Sequence[Step]) -> Draft | None:
        """The update of what has become of somebody, in words; who is held is looked for no more, whatever the day."""
        told = [" or ".join(dict.fromkeys(WORDS[f.stage.step] for f in side)) for side in sides]
        who = f"the {person}-year-old" if person.isdigit() else _written(person)
        versions = [[self._stages.member(f) for f in side] for side in sides]
        found = [(f, m) for side, own in zip(sides, versions, strict=True) for f, m in zip(side, own, strict=True)]
        nameless = [m for f, m in found if f.names.isdisjoint(person.split())]
        passing = [m for f, m in found if self._slots[f.sentence].tokens[f.stage.at].dep in PASSING]
        return self._stages.update(versions, told, f"of {who}: ", aside=(nameless, passing), dated=ladder is not HUNT)

    def deaths(self) -> Mapping[str, Sequence[Found]]:
        """Who died → the sentences that tell it; of one who died alone also those that name nobody."""
        found = {_written(p): [f for f in fs if f.stage.step is Step.DEAD] for p, fs in self._by_person.items()}
        found = {p: fs for p, fs in found.items() if fs}
        known = [p for p, fs in found.items() if len({self._slots[f.sentence].report for f in fs}) > 1]
        if len(known) == 1 and not any(_many(f.stage.party) for f in self._nobody):
            named = {self._slots[f.sentence].report for fs in found.values() for f in fs}
            found[known[0]] += [f for f in self._nobody if self._slots[f.sentence].report not in named]
        return found
