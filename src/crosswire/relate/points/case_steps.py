"""How far the case of a story has come, whoever it is told of: nobody found in one report, somebody held in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from crosswire.lexicons.cases import CaseWords
from crosswire.lexicons.stages import StageWords
from crosswire.relate.points.parties import Party
from crosswire.relate.points.shown import clause_telling
from crosswire.relate.points.stage import Stage, Step
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.told_stages import LONG, PASSING, StoryStages, Telling, telling
from crosswire.relate.points.versions import Draft, Member

# Words before a step in which stands what makes no fact of it: "if he is | arrested".
BEFORE = 6
# What a report tells further down than this may be of another case.
HEAD = 14
# Of how many events a report tells stands in its first sentences.
LEAD = 3
# "a second | gunman": so many words before are told of the same.
NEXT_TO = 2
# A sentence with so much between marks is somebody's word on it, perhaps of others: "“We have these two,” he said".
QUOTED = 0.5
# Of one report so many sentences stand for a version.
MOST_OF_A_REPORT = 2


ANYBODY = frozenset({"man", "woman", "person", "people", "individual", "teen", "teenager", "boy", "juvenile", "male"})


class CaseStep(IntEnum):
    """How far a case has come; a later step replaces an earlier one."""

    NOBODY = 0
    ASKED = 1
    HELD = 2
    UNCHARGED = 3
    CHARGED = 4
    TRIED = 5


AGO = re.compile(r"\bago\b")
STEPS = {
    Step.SOUGHT: CaseStep.NOBODY,
    Step.UNIDENTIFIED: CaseStep.NOBODY,
    Step.NOT_HELD: CaseStep.NOBODY,
    Step.OPEN: CaseStep.NOBODY,
    Step.HELD: CaseStep.HELD,
    Step.UNCHARGED: CaseStep.UNCHARGED,
    Step.CHARGED: CaseStep.CHARGED,
}
WORDS = {
    CaseStep.NOBODY: "nobody found",
    CaseStep.HELD: "somebody held",
    CaseStep.UNCHARGED: "nobody charged",
    CaseStep.CHARGED: "somebody charged",
    CaseStep.TRIED: "a verdict",
}


OTHERS = "others held"


@dataclass(frozen=True, slots=True)
class _Step:
    """A step in a sentence, by its index; offsets in the report's text.

    `more`: of others than those told of before; `none`: that nobody is held or charged; `both`: of several.
    """

    sentence: int
    step: CaseStep
    start: int
    end: int
    more: bool = False
    none: bool = False
    both: bool = False


def read_case(
    slots: Slots, read: Sequence[Stage], words: CaseWords, stages: StageWords
) -> tuple[tuple[CaseStep, int, int], ...]:
    """The steps that the sentence tells, with the offsets of their words in it; no wishes, no other people."""
    at = slots.passage.start
    by_words = _by_words(slots.passage.words, words)
    told = {step for step, *_ in by_words}
    left = [s for s in read if s.step in STEPS and STEPS[s.step] not in told]
    more = [(STEPS[s.step], s.start - at, s.end - at) for s in left if _of_the_deed(s, slots, stages, words)]
    waiting = [found for found in more if found[0] is CaseStep.UNCHARGED]
    if CaseStep.NOBODY in told:  # "no arrests, but two are in custody for questioning"
        return (*(found for found in by_words if found[0] is CaseStep.NOBODY), *waiting)
    if CaseStep.ASKED in told and told <= {CaseStep.ASKED, CaseStep.HELD}:  # "detained for questioning"
        return (*(found for found in by_words if found[0] is CaseStep.ASKED), *waiting)
    if told:
        more = [found for found in more if found[0] is not CaseStep.NOBODY]
    return tuple(sorted({*by_words, *more}))


def _of_the_deed(stage: Stage, slots: Slots, stages: StageWords, words: CaseWords) -> bool:
    """True for a step that may be of whoever did it: nobody looks for a driver only, and nothing is long over."""
    clause = slots.passage.words[stage.start - slots.passage.start : stage.end - slots.passage.start]
    named = bool(stage.party and (stage.party.order or stage.party.names))
    waiting = STEPS[stage.step] is CaseStep.UNCHARGED
    if AGO.search(clause) or ((waiting or STEPS[stage.step] is CaseStep.NOBODY) and named):
        return False  # who is sought by name, or besides another, is found by name (courses.py)
    if waiting and (words.besides.search(clause) or (stage.party and stage.party.pronoun)):
        return False
    role = stage.party.role if stage.party else ""
    return not role or stage.step is not Step.SOUGHT or role in stages.suspects | ANYBODY


def _by_words(text: str, words: CaseWords) -> tuple[tuple[CaseStep, int, int], ...]:
    found = []
    nobody = words.nobody.search(text)
    if nobody and not words.besides.search(_around(text, nobody.start(), nobody.end())):
        found.append((CaseStep.NOBODY, nobody.start(), nobody.end()))
    asked = () if words.freed.search(text) else ((CaseStep.ASKED, words.asked),)
    for step, pattern in (
        *asked,
        (CaseStep.HELD, words.held),
        (CaseStep.CHARGED, words.charged),
        (CaseStep.TRIED, words.tried),
    ):
        match = next((m for m in pattern.finditer(text) if not unreal(text, m, words)), None)
        if match and not (nobody and nobody.start() <= match.start() < nobody.end()):
            found.append((step, match.start(), match.end()))
    return tuple(found)


def unreal(text: str, match: re.Match[str], words: CaseWords) -> bool:
    """True for what is hoped, to come, denied or long over."""
    after = " ".join(text[match.end() :].split()[:BEFORE])
    return bool(words.unreal.search(_before(text, match.start())) or AGO.search(after))


def _before(text: str, start: int) -> str:
    """The words right before, of the same clause."""
    clause = text[:start].replace(";", ",").rsplit(",", 1)[-1]
    return " ".join(clause.split()[-BEFORE:])


def _around(text: str, start: int, end: int) -> str:
    """The words that tell of nobody found, with those right before them: "a second | gunman is on the run"."""
    return " ".join((*text[:start].split()[-NEXT_TO:], text[start:end]))


def _apart(sides: Sequence[Sequence[_Step]]) -> list[list[_Step]]:
    """The sides that hold something, each sentence in the first that has it."""
    told: set[int] = set()
    kept = []
    for side in sides:
        kept.append([s for s in side if s.sentence not in told])
        told |= {s.sentence for s in side}
    return [side for side in kept if side]


def _several(party: Party) -> bool:
    """True for "two men", "both", "them"."""
    return party.plural or (party.count or 0) > 1 or party.role in ("they", "them", "pair", "duo", "couple")


def _near(text: str, start: int, end: int) -> str:
    """The words beside a step: "two more men were | arrested", "arrested | a second man"."""
    return " ".join((*text[:start].split()[-4:], "|", *text[end:].split()[:3]))


def find_case(stages: StoryStages, words: CaseWords) -> tuple[Draft, ...]:
    """The updates of a story's case: nobody found, then somebody held or charged; no charges yet, then somebody's."""
    found = _Case(stages, words, CaseStep.NOBODY, CaseStep.ASKED).drafts()
    return (*found, *_Case(stages, words, CaseStep.UNCHARGED, CaseStep.UNCHARGED).drafts())


class _Case:
    """The steps of a story's case, by report: from `first`, which leaves it open as all up to `undecided` do."""

    def __init__(self, stages: StoryStages, words: CaseWords, first: CaseStep, undecided: CaseStep) -> None:
        self._first, self._undecided = first, undecided
        self._stages, self._slots, self._told = stages, stages.slots, stages.told
        self._own: Mapping[Telling, list[_Step]] = defaultdict(list)
        several = {s.report for s in stages.slots if s.number < LEAD and words.several.search(s.passage.words)}
        for n, slots in enumerate(stages.slots):
            if stages.adrift[n] or slots.report in several:
                continue
            for step, start, end in read_case(slots, stages.stages[n], words, stages.words):
                if step < first or (step is CaseStep.UNCHARGED and step is not first):
                    continue
                if step > undecided and slots.quoted > QUOTED:
                    continue
                if stages.aside(n, slots.passage.start + start):
                    continue
                more = step is CaseStep.HELD and bool(words.besides.search(_near(slots.passage.words, start, end)))
                both = any(s.step in STEPS and s.party and _several(s.party) for s in stages.stages[n])
                none = any(s.step in (Step.NOT_HELD, Step.UNCHARGED) for s in stages.stages[n])
                at = slots.passage.start
                self._own[telling(slots)].append(_Step(n, step, at + start, at + end, more, none, both))

    def drafts(self) -> tuple[Draft, ...]:
        """The update, if the reports' days allow it."""
        early = {r: self._open(steps) for r, steps in self._own.items()}
        late = {r: self._reached(steps) for r, steps in self._own.items() if not early[r]}
        late = {r: steps for r, steps in late.items() if not (self._of_another(r, early) or self._at_large(r))}
        early = {
            r: steps for r, steps in early.items() if any(s and not self._too_early(q, r) for q, s in late.items())
        }
        late = {r: steps for r, steps in late.items() if steps and self._answers(r, early)}
        sides = _apart([[s for _, steps in sorted(early.items()) for s in steps], *self._ranks(late)])
        begun = bool(sides) and sides[0][0].step <= self._undecided  # who is held after whom: by name, in courses.py
        told = {s.step for r, steps in late.items() if steps for s in self._own[r]}
        ended = {s for s in told if s > CaseStep.ASKED} - {CaseStep.TRIED}  # a verdict alone is of another case
        draft = self._draft(sides) if begun and ended and len(sides) > 1 else None
        return (draft,) if draft else ()

    def _of_another(self, late: Telling, early: Mapping[Telling, Sequence[_Step]]) -> bool:
        """True where every report that leaves the case open tells of a death, and this one of none."""
        own = self._own[late][0].sentence
        begun = [steps[0].sentence for steps in early.values() if steps]
        return bool(begun) and all(self._stages.of_another(n, own) for n in begun)

    def _at_large(self, late: Telling) -> bool:
        """True for a report that tells of charges, and that nobody is held: "those charged are on the run"."""
        told = {s.step for s in self._own[late]}
        return self._first in told and CaseStep.HELD not in told

    def _answers(self, late: Telling, early: Mapping[Telling, Sequence[_Step]]) -> bool:
        """True where the report may have come out after one that leaves the case open, or none does."""
        left = [r for r, steps in early.items() if steps]
        return not left or any(not self._too_early(late, r) for r in left)

    def _too_early(self, late: Telling, early: Telling) -> bool:
        """True where a report came out before one that leaves the case open, and so answers nothing in it.

        Who is looked for after an arrest may be another; "no arrests" stands in no text that is newer than one.
        """
        none = any(s.none for s in self._own[early])
        return self._long_after(late, early) if none else self._after(late, early)

    def _near(self, one: Telling, two: Telling) -> bool:
        """True where so few days lie between two reports that one page may have kept the day of its first text."""
        first, second = (self._slots[self._own[r][0].sentence] for r in (one, two))
        days = self._told.days_before(first, second)
        return days is not None and days <= LONG

    def _ranks(self, late: Mapping[Telling, Sequence[_Step]]) -> list[list[_Step]]:
        """Those held or charged, those held besides: each a version where it came later."""
        if self._first is CaseStep.UNCHARGED:
            return [[s for r in sorted(late) for s in late[r]]]
        several = {r for r in late if late[r][0].both or any(s.more for s in late[r])}
        more = {r for r in several if any(not self._long_after(r, q) for q in late.keys() - several)}
        before = {r for r in late.keys() - more if not any(self._long_after(m, r) for m in more)}
        # beside a second who is held stands the first who is, not what he is charged with
        first = [s for r in sorted(before) for s in late[r]]
        first = ([s for s in first if s.step is CaseStep.HELD] or first) if more else first
        besides = [s for r in sorted(more) for s in late[r] if s.more or (s.both and s.step is CaseStep.HELD)]
        return [first, besides] if first else [besides]

    def _long_after(self, early: Telling, late: Telling) -> bool:
        """True when the second report came out after the first, and not so soon that a page kept its first day."""
        return self._after(early, late) and not self._near(early, late)

    def _after(self, early: Telling, late: Telling) -> bool:
        """True when the second report came out after the first."""
        one, two = (self._slots[self._own[r][0].sentence] for r in (early, late))
        return bool(self._told.before([one], [two]))

    def _open(self, steps: Sequence[_Step]) -> list[_Step]:
        """What a report tells of nobody found; nothing where it tells also of somebody held."""
        if max(s.step for s in steps) > self._undecided:
            return []
        return self._once(s for s in steps if s.step is self._first)

    def _reached(self, steps: Sequence[_Step]) -> list[_Step]:
        """The sentences of the head in which somebody is held or further; who is questioned is not."""
        near = (s for s in steps if self._slots[s.sentence].number < HEAD and s.step is not self._first)
        return self._once(s for s in near if s.step > CaseStep.ASKED)

    def _once(self, steps: Iterable[_Step]) -> list[_Step]:
        """The steps of the first MOST_OF_A_REPORT sentences, one for each."""
        return self._stages.first(steps, lambda s: s.sentence, MOST_OF_A_REPORT)

    def _draft(self, sides: Sequence[Sequence[_Step]]) -> Draft | None:
        told = [
            " or ".join(dict.fromkeys(OTHERS if s.more and n > 1 else WORDS[s.step] for s in side))
            for n, side in enumerate(sides)
        ]
        beside = [self._member(s) for side in sides for s in side if self._in_passing(s)]
        return self._stages.update([[self._member(s) for s in side] for side in sides], told, aside=(beside,))

    def _in_passing(self, s: _Step) -> bool:
        """True for "a man charged with arson | is blind": the sentence tells something else of him."""
        told = [t.dep for t in self._slots[s.sentence].tokens if s.start <= t.start < s.end and t.pos == "VERB"]
        return bool(told) and PASSING.issuperset(told)

    def _member(self, s: _Step) -> Member:
        return Member(s.sentence, clause_telling(self._slots[s.sentence], s.start, s.end))
