"""Points about how far a matter has come: sought and then held, not named and then named, of one person or of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from crosswire.lexicons.stages import StageWords
from crosswire.model.passage import Passage
from crosswire.model.relation import PointKind, PointRelation
from crosswire.relate.points.parties import Party, known_as
from crosswire.relate.points.passages import part
from crosswire.relate.points.shown import can_be_read, clause_telling
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.stage import Matter, Role, Stage, Step
from crosswire.relate.points.stages import read_stages
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.versions import Draft, Member, Told

# Of one report so many sentences stand for one version, its first: what follows repeats it.
MOST_OF_A_REPORT = 2
# Pages keep the date of their first text: what they tell may be newer than that, by no more than these days.
LONG = 3
# What is dated so many days before its report is of another matter: "was arrested in 2014".
OLD = 60
EARLY = frozenset(
    {Step.OPEN, Step.SOUGHT, Step.UNIDENTIFIED, Step.NOT_HELD, Step.UNCHARGED, Step.UNNAMED, Step.UNKNOWN}
)
LATE = {Matter.CUSTODY: Step.HELD, Matter.CHARGE: Step.CHARGED, Matter.NAME: Step.NAMED}
GRADES = (Step.GRAVE, Step.GOOD, Step.DEAD)
SOUGHT = frozenset({Step.SOUGHT, Step.NOT_HELD})
KILLINGS = frozenset({"murder", "homicide", "manslaughter"})
# Sentences before this that may name whom a pronoun means.
LOOK_BACK = 3
WORDS = {
    Step.OPEN: "left open",
    Step.SOUGHT: "looked for",
    Step.UNIDENTIFIED: "not identified",
    Step.NOT_HELD: "not held",
    Step.HELD: "held",
    Step.UNCHARGED: "not charged",
    Step.CHARGED: "charged",
    Step.UNNAMED: "not named",
    Step.NAMED: "named",
    Step.UNKNOWN: "condition not known",
    Step.GRAVE: "in critical condition",
    Step.GOOD: "in stable condition",
    Step.DEAD: "dead",
    Step.SAFE: "not in danger",
    Step.RELEASED: "out of hospital",
    Step.MISTRIAL: "the trial without a verdict",
    Step.CLEARED: "cleared",
    Step.CONVICTED: "guilty",
    Step.SENTENCED: "sentenced",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A stage in a sentence, by its index."""

    sentence: int
    stage: Stage

    @property
    def names(self) -> frozenset[str]:
        """Last names of those it is told of."""
        return self.stage.party.names if self.stage.party else frozenset()


def find_progress(hood: Neighbourhood, told: Told, words: StageWords) -> tuple[Draft, ...]:
    """The updates in which a later stage of a matter replaces an earlier one, in a fixed order."""
    found = _Stages(hood, told, words)
    kept: list[Draft] = []
    for draft in (*found.custody(), *found.charges(), *found.names(), *found.conditions()):
        if draft and not any(_sentences(draft) == _sentences(other) for other in kept):
            kept.append(draft)  # "no suspect has been identified" is answered once: he is held, and named
    return tuple(kept)


def _sentences(draft: Draft) -> list[frozenset[int]]:
    """The sentences of each version."""
    return [frozenset(m.sentence for m in version) for version in draft.versions]


class _Stages:
    """All stages of a story, ready to be brought together."""

    def __init__(self, hood: Neighbourhood, told: Told, words: StageWords) -> None:
        self._slots, self._told = hood.slots, told
        self._found: list[Found] = []
        recent: dict[int, list[tuple[int, Party]]] = defaultdict(list)
        once: dict[int, int] = {}
        for n, slots in enumerate(hood.slots):
            lately = slots.number - once.get(slots.report, -LOOK_BACK) < LOOK_BACK
            if dated_long_before(slots, told) or (lately and not slots.times):
                once[slots.report] = slots.number
                continue
            near = [p for number, p in reversed(recent[slots.report]) if slots.number - number <= LOOK_BACK]
            for stage in read_stages(slots, words):
                party = known_as(stage.party, near) if stage.party else None
                self._found.append(Found(n, replace(stage, party=party)))
                if party:
                    recent[slots.report].append((slots.number, party))

    def _of(self, matter: Matter, *steps: Step) -> list[Found]:
        return [f for f in self._found if f.stage.matter is matter and (not steps or f.stage.step in steps)]

    def custody(self) -> Iterator[Draft | None]:
        """Who is looked for or at large, and then held."""
        yield from self._two_steps(Matter.CUSTODY)

    def charges(self) -> Iterator[Draft | None]:
        """Who isn't charged, or will be, and then is."""
        yield from self._two_steps(Matter.CHARGE)

    def _two_steps(self, matter: Matter) -> Iterator[Draft | None]:
        """A draft for each person named as not there yet, then one for all who are meant without a name."""
        early = self._with_names([f for f in self._of(matter) if f.stage.step in EARLY])
        late = [f for f in self._of(matter, LATE[matter]) if not self._still_sought(f)]
        named: dict[str, list[Found]] = defaultdict(list)
        for f in early:
            for name in sorted(f.names):
                named[name].append(f)
        if matter is Matter.CHARGE and any(self._of_killing(f) for f in early):
            late = [f for f in late if self._of_killing(f)]  # "faces no murder charge" is no word on another charge
        for name, before in sorted(named.items()):
            yield self._draft(before, [f for f in late if name in f.names or _counts_up(f)])
        nameless = [f for f in early if not f.names]
        more = [f for f in nameless if any(self._held_before(f, g) for g in late)]
        yield self._draft(more, [f for f in late if _counts_up(f)])  # who is at large beside those held
        nameless = [f for f in nameless if f not in more]
        one = bool(nameless) and not any(_several(f.stage.party) or _nobody(f) for f in nameless)
        yield self._draft(nameless, self._of_one(late) if one else late)

    def _held_before(self, early: Found, late: Found) -> bool:
        """True where the report that looks for somebody holds another, by name."""
        one, two = self._slots[early.sentence], self._slots[late.sentence]
        return one.report == two.report and early.stage.step is Step.SOUGHT and bool(late.names)

    def _of_killing(self, f: Found) -> bool:
        """True for a charge of murder."""
        return not KILLINGS.isdisjoint(self._slots[f.sentence].words)

    def _of_one(self, late: Sequence[Found]) -> list[Found]:
        """Of the later steps those of the one who is told of most: another is of another deed."""
        most = self._most_told([f for f in late if f.names])
        return [f for f in late if f in most or not (f.names or _several(f.stage.party))] if most else list(late)

    def _still_sought(self, late: Found) -> bool:
        """True where the same report first says that he is at large: it tells of an earlier arrest."""
        own = self._slots[late.sentence].report
        return (
            late.stage.matter is Matter.CUSTODY
            and bool(late.names)
            and any(
                f.names & late.names and f.sentence < late.sentence and self._slots[f.sentence].report == own
                for f in self._of(Matter.CUSTODY, Step.SOUGHT)
            )
        )

    def _with_names(self, found: Sequence[Found]) -> list[Found]:
        """The stages; "a second man" is the one whom the same report names for the same step."""
        named: dict[tuple[int, Step], set[frozenset[str]]] = defaultdict(set)
        for f in found:
            if f.names:
                named[self._slots[f.sentence].report, f.stage.step].add(f.names)
        kept = []
        for f in found:
            names = named.get((self._slots[f.sentence].report, f.stage.step), set())
            party = f.stage.party
            if party and not party.names and not party.plural and party.count != 0 and len(names) == 1:
                party = replace(party, names=next(iter(names)))
            kept.append(Found(f.sentence, replace(f.stage, party=party)))
        return kept

    def names(self) -> Iterator[Draft | None]:
        """Who isn't named, and then is: victims and suspects apart."""
        roles = self._roles()
        namings = [f for f in self._of(Matter.NAME, Step.NAMED) if f.stage.party and f.stage.party.full]
        for role in Role:
            late = [f for f in namings if role in {roles.get(k) for k in self._keys(f)}]
            reports = {self._slots[f.sentence].report for f in late}
            early = [f for f in self._of(Matter.NAME, Step.UNNAMED) if f.stage.role in (role, None)]
            early = [f for f in early if self._slots[f.sentence].report not in reports and _unknown(f.stage.party)]
            early = [f for f in early if not (f.stage.party and f.stage.party.pronoun)]
            late = [f for f in _first_namings(late, self._slots) if any(_may_be_named(e, f) for e in early)]
            one = bool(early) and not any(_several(f.stage.party) for f in early)
            yield self._draft(early, self._most_told(late) if one else late)

    def _keys(self, f: Found) -> list[tuple[int, tuple[str, ...]]]:
        """Report and name, for each name of a stage; of whole names the first word and the last."""
        report = self._slots[f.sentence].report
        whole = f.stage.party.whole if f.stage.party else ()
        return [(report, (name[0], name[-1]) if len(name) > 1 else name) for name in whole]

    def _roles(self) -> dict[tuple[int, tuple[str, ...]], Role]:
        """The part of each name in each report, from the sentences that tell it.

        A last name alone stands for the whole name where the report has one such: "Both Lupo and Horn died".
        """
        found: dict[tuple[int, tuple[str, ...]], Role] = {}
        wholes: dict[tuple[int, str], set[tuple[int, tuple[str, ...]]]] = defaultdict(set)
        named = self._of(Matter.NAME, Step.NAMED)
        for f in named:
            for report, name in self._keys(f):
                if len(name) > 1:
                    wholes[report, name[-1]].add((report, name))
        for f in named:
            for key in self._keys(f):
                own = wholes[key[0], key[1][-1]] if len(key[1]) == 1 else {key}
                if f.stage.role and len(own) == 1:
                    found.setdefault(next(iter(own)), f.stage.role)
        return found

    def _most_told(self, late: Sequence[Found]) -> list[Found]:
        """Of one who isn't named, the namings with the name that most reports tell, and tell most often."""
        reports: dict[str, set[int]] = defaultdict(set)
        for f in late:
            for name in f.names:
                reports[name].add(self._slots[f.sentence].report)
        said = {name: sum(name in slots.passage.words.casefold() for slots in self._slots) for name in reports}
        best = max(sorted(reports), key=lambda name: (len(reports[name]), said[name]), default="")
        return [f for f in late if best in f.names]

    def conditions(self) -> Iterator[Draft | None]:
        """How somebody is who was hurt: not known and then known, critical and then dead."""
        for f in self._of(Matter.CONDITION, Step.UNKNOWN):
            twins = [g for g in self._of(Matter.CONDITION, Step.UNKNOWN) if _same_people(f, g)]
            if twins and twins[0] is f:
                late = [g for g in self._of(Matter.CONDITION, *GRADES) if _may_be_of(f, g)]
                yield self._draft(twins, late)
        grave = [f for f in self._of(Matter.CONDITION, Step.GRAVE) if f.names]
        for name in sorted({name for f in grave for name in f.names}):
            dead = [g for g in self._of(Matter.CONDITION, Step.DEAD) if name in g.names]
            yield self._draft([f for f in grave if name in f.names], dead, strict=True)

    def _draft(self, early: Sequence[Found], late: Sequence[Found], *, strict: bool = False) -> Draft | None:
        """The update of two steps; None where both are of one report, or the dates say the contrary.

        `strict`: the later step must have come out later.
        """
        slots = self._slots
        early = [f for f in early if any(slots[g.sentence].report != slots[f.sentence].report for g in late)]
        late = [g for g in late if any(self._follows(f, g, strict=strict) for f in early)]
        early = [f for f in early if any(self._follows(f, g, strict=strict) for g in late)]
        reports = {slots[g.sentence].report for g in late}
        early = [
            f for f in early if f.names or slots[f.sentence].report not in reports
        ]  # of another deed, or both hold
        sides = [_fewer(early, slots), _fewer(late, slots)]
        both = {f.sentence for f in sides[0]} & {g.sentence for g in sides[1]}
        sides = [[f for f in side if f.sentence not in both] for side in sides]
        if not all(sides):
            return None
        versions = [sides[0], *self._by_count(sides[1], late)]
        members = tuple(tuple(self._member(f) for f in _once_each(version)) for version in versions)
        return Draft(
            PointKind.STATE,
            PointRelation.UPDATE,
            members,
            (self._why(versions),),
            latest=len(members) - 1,
            strength=0.8,
        )

    def _follows(self, early: Found, late: Found, *, strict: bool) -> bool:
        """True when the later step may have come after the earlier one, as far as the pages' dates tell."""
        one, two = self._slots[early.sentence], self._slots[late.sentence]
        if one.report == two.report:
            return False
        if strict:
            return bool(self._told.before([one], [two]))
        if early.stage.step in (Step.SOUGHT, Step.UNIDENTIFIED) and not early.names and self._told.before([two], [one]):
            return False  # who is still looked for may be another
        days = self._told.days_before(two, one)
        return days is None or days <= LONG

    def _by_count(self, side: Sequence[Found], late: Sequence[Found]) -> list[list[Found]]:
        """Those who are held, one before two where a report counts up or came out later; else all in one version."""
        slots = self._slots
        counts = sorted({c for f in side if (c := _held_count(f))})
        if len(counts) < 2 or (len(counts) > 2 and any(f.names and not _held_count(f) for f in side)):
            return [list(side)]
        more = [f for f in late if _held_count(f) == counts[-1]]
        less = [f for f in side if (_held_count(f) or 0) == counts[0]]
        up = any(f.stage.party and f.stage.party.order == counts[-1] for f in more)
        if not up and not self._told.before([slots[f.sentence] for f in less], [slots[f.sentence] for f in more]):
            return [list(side)]
        rest = [f for f in side if not _held_count(f) and not up]
        return [[*less, *rest], *([f for f in side if _held_count(f) == c] for c in counts[1:-1]), more]

    def _member(self, f: Found) -> Member:
        return Member(f.sentence, shown_part(self._slots[f.sentence], f.stage))

    def _why(self, versions: Sequence[Sequence[Found]]) -> str:
        """The reason in words: which step is told where, and what makes the last the newest."""
        told = []
        for version in versions:
            steps = dict.fromkeys(WORDS[f.stage.step] for f in version)
            count = _held_count(version[0]) if len(versions) > 2 else None
            houses = self._told.houses(self._slots[f.sentence] for f in version)
            told.append(f"{' or '.join(steps)}{f' ({count})' if count else ''} in {houses}")
        first, last = ([self._slots[f.sentence] for f in v] for v in (versions[0], versions[-1]))
        return f"{', then '.join(told)}{self._told.order(first, last)}"


def dated_long_before(slots: Slots, told: Told) -> bool:
    """True for what the sentence dates long before its report came out, and before all that tell of the event.

    "Horn died in May" is of this event in a report of August where another came out in May.
    """
    days = [d for value in slots.times if (d := told.days_since(value, slots)) is not None]
    before = [d for value in slots.times if (d := told.days_before_all(value)) is not None]
    return bool(days) and min(days) > OLD and (not before or min(before) > LONG)


def shown_part(slots: Slots, stage: Stage) -> Passage:
    """The words of a sentence that tell a stage; more of it where they hang on a word before them."""
    words = part(slots, stage.start, stage.end)
    return words if can_be_read(slots, words) else clause_telling(slots, words.start, words.end)


def _held_count(f: Found) -> int | None:
    party = f.stage.party
    return party.count if party and f.stage.step is Step.HELD and party.count else None


def _fewer(found: Sequence[Found], slots: Sequence[Slots]) -> list[Found]:
    """The stages of the first MOST_OF_A_REPORT sentences of each report."""
    kept: list[Found] = []
    for f in found:
        own = {k.sentence for k in kept if slots[k.sentence].report == slots[f.sentence].report}
        if f.sentence in own or len(own) < MOST_OF_A_REPORT:
            kept.append(f)
    return kept


def _once_each(version: Iterable[Found]) -> list[Found]:
    """One stage for each sentence."""
    return list({f.sentence: f for f in reversed(list(version))}.values())[::-1]


def _unknown(party: Party | None) -> bool:
    """True where no name is told, and nobody is meant besides those who are named ("a second victim")."""
    return party is None or (not party.names and not party.order)


def _nobody(f: Found) -> bool:
    return f.stage.party is not None and f.stage.party.count == 0


def _several(party: Party | None) -> bool:
    return party is None or party.plural or (party.count or 0) > 1


def _may_be_named(unnamed: Found, named: Found) -> bool:
    """False where the ages say that another is named."""
    a, b = unnamed.stage.party, named.stage.party
    return not (a and b and a.ages and b.ages and a.ages.isdisjoint(b.ages))


def _first_namings(late: Sequence[Found], slots: Sequence[Slots]) -> list[Found]:
    """Of each report the sentences that name somebody first."""
    seen: set[tuple[int, str]] = set()
    kept = []
    for f in late:
        keys = {(slots[f.sentence].report, name) for name in f.names}
        if keys - seen:
            kept.append(f)
            seen |= keys
    return kept


def _counts_up(f: Found) -> bool:
    """True for a sentence that tells no name and counts up: "a second man is in custody"."""
    return bool(f.stage.party and not f.names and f.stage.party.order > 1)


def _same_people(one: Found, two: Found) -> bool:
    a, b = one.stage.party, two.stage.party
    return a is not None and b is not None and (a.names, a.role, a.count) == (b.names, b.role, b.count)


def _may_be_of(unknown: Found, known: Found) -> bool:
    """True when those whose condition is told may be those whose condition wasn't."""
    a, b = unknown.stage.party, known.stage.party
    if a is None or b is None or (known.stage.step is Step.DEAD and not a.names):
        return False
    if a.names or b.names:
        return bool(a.names & b.names)
    if a.pronoun or b.pronoun:
        return False
    many = a.plural or (a.count or 0) > 1
    few = b.count is None or a.count is None or b.count <= a.count
    return few if many else a.role == b.role and not b.plural
