"""Points about how far a matter has come: sought and then held, not named and then named, of one person or of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosswire.relate.points.parties import Party, known_as
from crosswire.relate.points.shown import standing_for
from crosswire.relate.points.stage import Matter, Role, Step
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.told_stages import LONG, Found, StoryStages, not_repeated
from crosswire.relate.points.versions import Draft

# Of one report so many sentences stand for one version, its first: what follows repeats it.
MOST_OF_A_REPORT = 2
EARLY = frozenset(
    {Step.OPEN, Step.SOUGHT, Step.UNIDENTIFIED, Step.NOT_HELD, Step.UNCHARGED, Step.UNNAMED, Step.UNKNOWN}
)
LATE = {Matter.CUSTODY: Step.HELD, Matter.CHARGE: Step.CHARGED, Matter.NAME: Step.NAMED}
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


def find_progress(stages: StoryStages) -> tuple[Draft, ...]:
    """The updates in which a later stage of a matter replaces an earlier one, in a fixed order."""
    found = _Progress(stages)
    return not_repeated((*found.custody(), *found.charges(), *found.names()))


class _Progress:
    """All stages of a story, ready to be brought together."""

    def __init__(self, stages: StoryStages) -> None:
        self._stages, self._slots, self._told = stages, stages.slots, stages.told
        self._found: list[Found] = []
        recent: dict[int, list[tuple[int, Party]]] = defaultdict(list)
        once: dict[int, int] = {}
        for n, slots in enumerate(stages.slots):
            lately = slots.number - once.get(slots.report, -LOOK_BACK) < LOOK_BACK
            if stages.old[n] or (lately and not slots.times):
                once[slots.report] = slots.number
                continue
            near = [p for number, p in reversed(recent[slots.report]) if slots.number - number <= LOOK_BACK]
            for stage in stages.stages[n]:
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
        more += [f for f in nameless if f not in more and _counts_up(f)]
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
        return not self._stages.words.killings.isdisjoint(self._slots[f.sentence].words)

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
            late.sort(key=lambda f: f.stage.role is not role)  # where it stands that he died, was arrested
            reports = {self._slots[f.sentence].report for f in late}
            early = [f for f in self._of(Matter.NAME, Step.UNNAMED) if f.stage.role in (role, None)]
            early = [f for f in early if self._slots[f.sentence].report not in reports and _unknown(f.stage.party)]
            early = [f for f in early if not (f.stage.party and f.stage.party.pronoun)]
            late = [f for f in _first_namings(late, self._slots) if any(_may_be_named(e, f) for e in early)]
            one = bool(early) and not any(_several(f.stage.party) for f in early)
            late = self._most_told(late) if one else late
            if one and role is Role.VICTIM and self._several_dead(late, namings):
                continue
            yield self._introducing(self._draft(early, late), [f for f in late if f.stage.role is role])

    def _several_dead(self, late: Sequence[Found], namings: Sequence[Found]) -> bool:
        """True where the reports that name the dead one name another dead: "the deceased" may be either."""
        names = {name for f in late for name in f.names}
        reports = {self._slots[f.sentence].report for f in late}
        dead = [f for f in namings if f.stage.role is Role.VICTIM and self._stages.tells_death(f.sentence)]
        return any(self._slots[f.sentence].report in reports and names.isdisjoint(f.names) for f in dead)

    def _introducing(self, draft: Draft | None, late: Sequence[Found]) -> Draft | None:
        """The draft shown in a sentence that tells the name and the part of who has it; None where there is none.

        "Horn seemed calm" does not answer who the gunman was.
        """
        party = {f.sentence: f.stage.party for f in late}
        members = [m for m in draft.versions[-1] if m.sentence in party] if draft else []
        first = [m for m in members if (p := party[m.sentence]) and p.start == m.passage.start]  # it is of him
        return replace(draft, shown={1: standing_for(first or members, self._slots)}) if draft and members else None

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

    def _draft(self, early: Sequence[Found], late: Sequence[Found]) -> Draft | None:
        """The update of two steps; None where both are of one report, or the dates say the contrary."""
        slots = self._slots
        told = {slots[g.sentence].report for g in late}
        early = [f for f in early if not (self._searched(f) and slots[f.sentence].report in told)]
        early = [f for f in early if any(slots[g.sentence].report != slots[f.sentence].report for g in late)]
        late = [g for g in late if any(self._follows(f, g) for f in early)]
        early = [f for f in early if any(self._follows(f, g) for g in late)]
        reports = {slots[g.sentence].report for g in late}
        # "no arrests" in a report that tells of one: of another deed, or both hold
        early = [f for f in early if f.names or slots[f.sentence].report not in reports]
        first, last = (self._stages.first(side, _sentence, MOST_OF_A_REPORT) for side in (early, late))
        both = {f.sentence for f in first} & {g.sentence for g in last}
        first, last = ([f for f in side if f.sentence not in both] for side in (first, last))
        if not first or not last:
            return None
        versions = [first, *self._by_count(last, late)]
        counts = [_held_count(v[0]) if len(versions) > 2 else None for v in versions]
        steps = [" or ".join(dict.fromkeys(WORDS[f.stage.step] for f in v)) for v in versions]
        steps = [f"{step} ({count})" if count else step for step, count in zip(steps, counts, strict=True)]
        return self._stages.update([[self._stages.member(f) for f in v] for v in versions], steps)

    def _searched(self, f: Found) -> bool:
        """True for "searched for the gunmen", which is over where the same report tells of two men held."""
        return f.stage.step is Step.SOUGHT and self._slots[f.sentence].tokens[f.stage.at].tag == "VBD"

    def _follows(self, early: Found, late: Found) -> bool:
        """True when the later step may have come after the earlier one, as far as the pages' dates tell."""
        one, two = self._slots[early.sentence], self._slots[late.sentence]
        if one.report == two.report or (not early.names and self._stages.of_another(early.sentence, late.sentence)):
            return False
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


def _held_count(f: Found) -> int | None:
    party = f.stage.party
    return party.count if party and f.stage.step is Step.HELD and party.count else None


def _sentence(found: Found) -> int:
    return found.sentence


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
