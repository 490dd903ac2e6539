"""How far a story has come: the stages that its sentences tell, read once, and the updates made of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from crosswire.lexicons.stages import StageWords
from crosswire.model.relation import PointKind, PointRelation
from crosswire.relate.points.outcomes import read_outcomes
from crosswire.relate.points.passages import part
from crosswire.relate.points.shown import can_be_read, clause_telling, standing_for
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.stage import Matter, Stage
from crosswire.relate.points.stages import read_stages
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.versions import Draft, Member, Told

T = TypeVar("T")
# Pages keep the date of their first text: what they tell may be newer than that, by no more than these days.
LONG = 3
# What is dated so many days before its report is of another matter: "was arrested in 2014".
OLD = 14
# "was jailed on an unrelated charge": of another case.
OF_A_CASE = frozenset({Matter.CUSTODY, Matter.CHARGE})
# How sure it is that the stages of one matter belong together.
SURE = 0.8
# That somebody died stands among the first sentences of a report; so many words before a death are told of it.
HEAD, NEXT_TO = 8, 3
# So many sentences after one of another matter are told of it too; headings stand above the first ones.
LOOK_BACK, HEAD_LINES = 3, 2
# "A man charged with arson | is blind" tells something else of him.
PASSING = frozenset({"acl", "relcl", "advcl", "amod"})
AGE = re.compile(r"\b(\d{1,2})-year-old")


@dataclass(frozen=True, slots=True)
class Found:
    """A stage in a sentence, by its index."""

    sentence: int
    stage: Stage

    @property
    def names(self) -> frozenset[str]:
        """Last names of those it is told of."""
        return self.stage.party.names if self.stage.party else frozenset()


# A report, and whether it is what its page marks as an earlier version of it.
Telling = tuple[int, bool]


def telling(slots: Slots) -> Telling:
    """Which report tells the sentence, what is marked as an earlier version of it apart."""
    return slots.report, slots.earlier is not None


class StoryStages:
    """The stages of every sentence of a story, in order."""

    def __init__(self, hood: Neighbourhood, told: Told, words: StageWords) -> None:
        self.slots, self.told, self.words = hood.slots, told, words
        self.stages = tuple(
            tuple(s for s in read_stages(slots, words) if s.matter not in OF_A_CASE or not self.aside(n, s.start))
            for n, slots in enumerate(hood.slots)
        )
        self.outcomes = tuple(read_outcomes(slots, words) for slots in hood.slots)
        # "Horn died" tells it by itself, "a man is held for the gun that killed Horn" beside something else
        self._around: set[Member] = set()
        self.old = tuple(dated_long_before(slots, told) or is_heading(slots) for slots in hood.slots)
        self.adrift = tuple(self._adrift())
        deaths = [slots for slots in hood.slots if self._tells_death(slots)]
        self._fatal = {slots.report for slots in deaths}
        self._deadly = {slots.report for slots in deaths if slots.number < HEAD}
        self._dead_ages = {(s.report, age) for s in deaths for age in AGE.findall(s.passage.words)}

    def aside(self, n: int, start: int) -> bool:
        """True where the clause of sentence `n` that holds the place tells of another case: "an unrelated charge"."""
        slots = self.slots[n]
        around = [(c.end - c.start, c.start, c.end) for c in slots.clauses if c.start <= start < c.end]
        _, first, end = min(around, default=(0, slots.passage.start, slots.passage.end))
        inside = {t.lemma.casefold() for t in slots.tokens if first <= t.start < end}
        at = slots.passage.start
        inside |= set(slots.passage.words[first - at : end - at].casefold().split())  # "un-related" is three tokens
        return not self.words.elsewhere.isdisjoint(inside)

    def _adrift(self) -> Iterator[bool]:
        """True for each sentence that is old, and for those that follow one without a time: of another matter.

        "On 4 February a pupil was shot in Tarn. Two have been arrested in that case."
        """
        once: dict[int, int] = {}
        for old, each in zip(self.old, self.slots, strict=True):
            lately = each.number - once.get(each.report, -LOOK_BACK) < LOOK_BACK and not each.times
            if (old and not is_heading(each)) or lately:
                once[each.report] = each.number
            yield old or lately

    def tells_death(self, n: int) -> bool:
        """True where sentence `n` has a word of a death."""
        return self._tells_death(self.slots[n])

    def of_another(self, early: int, late: int) -> bool:
        """True where the report of sentence `early` opens with a death, and that of `late` has no word of any.

        "Nobody is held for the bar where a man died" isn't answered by "charged with the attempted murder of a tenant".
        """
        one, two = self.slots[early].report, self.slots[late].report
        return one in self._deadly and two not in self._fatal

    def beside_dead(self, found: Found) -> bool:
        """True for somebody known by an age that another has whom the report tells dead: "a 19-year-old was killed"."""
        slots, party = self.slots[found.sentence], found.stage.party
        ages = party.ages if party and not party.names else frozenset()
        return any((slots.report, age) in self._dead_ages for age in ages) and not self._tells_death(slots)

    def _tells_death(self, slots: Slots) -> bool:
        """True for any word of a death; none for "attempted murder"."""
        said = [token.lemma.casefold() for token in slots.tokens]
        return any(
            lemma in self.words.fatal and self.words.tried.isdisjoint(said[max(0, n - NEXT_TO) : n])
            for n, lemma in enumerate(said)
        )

    def member(self, found: Found) -> Member:
        """The words of the sentence that tell the stage; the clause where they hang on what is cut away."""
        slots, stage = self.slots[found.sentence], found.stage
        words = part(slots, stage.start, stage.end)
        if can_be_read(slots, words):
            return Member(found.sentence, words)
        around = Member(found.sentence, clause_telling(slots, words.start, words.end))
        self._around.add(around)
        return around

    def first(self, found: Iterable[T], sentence: Callable[[T], int], most: int) -> list[T]:
        """Of each report what its first `most` sentences among them tell, one for each sentence, in their order."""
        own: dict[int, dict[int, T]] = defaultdict(dict)
        for each in found:
            held = own[self.slots[sentence(each)].report]
            if sentence(each) in held or len(held) < most:
                held.setdefault(sentence(each), each)
        return sorted((each for held in own.values() for each in held.values()), key=sentence)

    def update(
        self,
        versions: Sequence[Sequence[Member]],
        steps: Sequence[str],
        of: str = "",
        *,
        aside: Sequence[Collection[Member]] = (),
        dated: bool = True,
    ) -> Draft | None:
        """The update of versions in order of time; `steps` says in words how far each has come, `of` whom it is of.

        What is `aside` is shown where nothing else is. None where the pages of the last version are older than those of
        the first, where it is `dated`.
        """
        sides = [[self.slots[m.sentence] for m in version] for version in versions]
        if dated and self.told.before(sides[-1], sides[0]):
            return None
        told = ", then ".join(f"{s} in {self.told.houses(side)}" for s, side in zip(steps, sides, strict=True))
        why = f"{of}{told}{self.told.order(sides[0], sides[-1])}"
        members = tuple(tuple(version) for version in versions)
        shown = {n: standing_for(version, self.slots, self._around, *aside) for n, version in enumerate(members)}
        latest = len(members) - 1
        return Draft(PointKind.STATE, PointRelation.UPDATE, members, (why,), shown=shown, latest=latest, strength=SURE)


def not_repeated(drafts: Iterable[Draft | None]) -> tuple[Draft, ...]:
    """The drafts but those of which every version's sentences stand in another's, the first of equal ones.

    "No names were released": of two who are named in one sentence it is told once.
    """
    kept: list[Draft] = []
    for draft in drafts:
        if draft and not any(_within(draft, other) for other in kept):
            kept = [*(other for other in kept if not _within(other, draft)), draft]
    return tuple(kept)


def _within(draft: Draft, other: Draft) -> bool:
    """True where the first version and the last stand in those of the other."""
    ends = [[frozenset(m.sentence for m in d.versions[n]) for n in (0, -1)] for d in (draft, other)]
    return all(one <= two for one, two in zip(*ends, strict=True)) and len(draft.versions) <= len(other.versions)


def is_heading(slots: Slots) -> bool:
    """True for words without an end, below the first sentences: the headline of another text, a caption."""
    return slots.number >= HEAD_LINES and slots.passage.words[-1].isalnum()


def dated_long_before(slots: Slots, told: Told) -> bool:
    """True for what the sentence dates long before its report came out, and before all that tell of the event.

    "Horn died in May" is of this event in a report of August where another came out in May.
    """
    days = [d for value in slots.times if (d := told.days_since(value, slots)) is not None]
    before = [d for value in slots.times if (d := told.days_before_all(value)) is not None]
    return bool(days) and min(days) > OLD and (not before or min(before) > LONG)
