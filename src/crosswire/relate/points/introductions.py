"""Points about names: who has not been named yet, victims and suspects apart, and then is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from crosswire.relate.points.parties import Party
from crosswire.relate.points.shown import standing_for
from crosswire.relate.points.stage import WORDS, Role, Step
from crosswire.relate.points.told_stages import LONG, Found, StoryStages, not_repeated
from crosswire.relate.points.versions import Draft

# Of one report so many sentences stand for one version, its first: what follows repeats it.
MOST_OF_A_REPORT = 2
# A report and a name in it, of whole names the first word and the last.
Key = tuple[int, tuple[str, ...]]


def find_introductions(stages: StoryStages) -> tuple[Draft, ...]:
    """The updates in which somebody whom one report leaves without a name has one in another, victims last."""
    found = _Introductions(stages)
    return not_repeated(found.of(role) for role in Role)


class _Introductions:
    """Whom each report names, and whom it tells to be not named yet."""

    def __init__(self, stages: StoryStages) -> None:
        self._stages, self._slots = stages, stages.slots
        told = [Found(n, s) for n, own in enumerate(stages.stages) if not stages.adrift[n] for s in own]
        self._named = [f for f in told if f.stage.step is Step.NAMED and f.stage.party]
        self._unnamed = [f for f in told if f.stage.step is Step.UNNAMED and _unknown(f.stage.party)]
        self._role_of = self._roles()

    def of(self, role: Role) -> Draft | None:
        """The update of those who have a part in the event; None where none of them is named after all."""
        full = [f for f in self._named if f.stage.party and f.stage.party.full]
        late = [f for f in full if role in {self._role_of.get(k) for k in self._keys(f)}]
        late.sort(key=lambda f: f.stage.role is not role)  # where it stands that he died, was arrested
        reports = {self._report(f) for f in late}
        early = [f for f in self._unnamed if f.stage.role in (role, None) and self._report(f) not in reports]
        late = [f for f in self._first(late) if any(_may_be_named(e, f) for e in early)]
        one = bool(early) and not any(_several(f.stage.party) for f in early)
        late = self._most_told(late) if one else late
        if one and role is Role.VICTIM and self._several_dead(late, full):
            return None
        late = [g for g in late if any(self._follows(f, g) for f in early)]
        early = [f for f in early if any(self._follows(f, g) for g in late)]
        return self._draft(early, late, role) if early and late else None

    def _draft(self, early: Sequence[Found], late: Sequence[Found], role: Role) -> Draft | None:
        """The update, shown in a sentence that tells the name and the part of who has it; None where there is none.

        "Horn seemed calm" does not answer who the gunman was.
        """
        sides = [self._stages.first(side, lambda f: f.sentence, MOST_OF_A_REPORT) for side in (early, late)]
        draft = self._stages.update(
            [[self._stages.member(f) for f in side] for side in sides], [WORDS[Step.UNNAMED], WORDS[Step.NAMED]]
        )
        starts = {f.sentence: f.stage.party.start for f in late if f.stage.role is role and f.stage.party}
        members = [m for m in draft.versions[-1] if m.sentence in starts] if draft else []
        first = [m for m in members if starts[m.sentence] == m.passage.start]  # it is of him
        return replace(draft, shown={1: standing_for(first or members, self._slots)}) if draft and members else None

    def _report(self, f: Found) -> int:
        return self._slots[f.sentence].report

    def _several_dead(self, late: Sequence[Found], full: Sequence[Found]) -> bool:
        """True where the reports that name the dead one name another dead: "the deceased" may be either."""
        names = {name for f in late for name in f.names}
        reports = {self._report(f) for f in late}
        dead = [f for f in full if f.stage.role is Role.VICTIM and self._stages.tells_death(f.sentence)]
        return any(self._report(f) in reports and names.isdisjoint(f.names) for f in dead)

    def _keys(self, f: Found) -> list[Key]:
        whole = f.stage.party.whole if f.stage.party else ()
        return [(self._report(f), (name[0], name[-1]) if len(name) > 1 else name) for name in whole]

    def _roles(self) -> Mapping[Key, Role]:
        """The part of each name in each report, from the sentences that tell it.

        A last name alone stands for the whole name where the report has one such: "Both Lupo and Horn died".
        """
        found: dict[Key, Role] = {}
        wholes: dict[tuple[int, str], set[Key]] = defaultdict(set)
        keys = [(f.stage.role, key) for f in self._named for key in self._keys(f)]
        for _, (report, name) in keys:
            if len(name) > 1:
                wholes[report, name[-1]].add((report, name))
        for role, (report, name) in keys:
            own = wholes[report, name[-1]] if len(name) == 1 else {(report, name)}
            if role and len(own) == 1:
                found.setdefault(next(iter(own)), role)
        return found

    def _most_told(self, late: Sequence[Found]) -> list[Found]:
        """Of one who isn't named, the namings with the name that most reports tell, and tell most often."""
        reports: dict[str, set[int]] = defaultdict(set)
        for f in late:
            for name in f.names:
                reports[name].add(self._report(f))
        said = {name: sum(name in slots.passage.words.casefold() for slots in self._slots) for name in reports}
        best = max(sorted(reports), key=lambda name: (len(reports[name]), said[name]), default="")
        return [f for f in late if best in f.names]

    def _first(self, late: Sequence[Found]) -> Iterator[Found]:
        """Of each report the sentences that name somebody first."""
        seen: set[tuple[int, str]] = set()
        for f in late:
            keys = {(self._report(f), name) for name in f.names}
            if keys - seen:
                yield f
                seen |= keys

    def _follows(self, early: Found, late: Found) -> bool:
        """True when the naming may have come after, as far as the pages' dates tell."""
        if self._stages.of_another(early.sentence, late.sentence):
            return False
        days = self._stages.told.days_before(self._slots[late.sentence], self._slots[early.sentence])
        return days is None or days <= LONG


def _unknown(party: Party | None) -> bool:
    """True where no name is told, and nobody is meant besides those who are named ("a second victim")."""
    return party is None or not (party.names or party.order or party.pronoun)


def _several(party: Party | None) -> bool:
    return party is None or party.plural or (party.count or 0) > 1


def _may_be_named(unnamed: Found, named: Found) -> bool:
    """False where the ages say that another is named."""
    a, b = unnamed.stage.party, named.stage.party
    return not (a and b and a.ages and b.ages and a.ages.isdisjoint(b.ages))
