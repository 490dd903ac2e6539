"""Sentences that many reports print word for word: a few stand for all while points are looked for, then all stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from crosswire.model.annotation import Figure
from crosswire.model.passage import Passage
from crosswire.model.relation import PointRelation
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.versions import Draft, Member

# Prints in no more reports than this are looked at one by one; of more, the first STANDING stand for all. Two would
# do to make a point of them; where few prints lack a hedge or a number, three are still most.
FEW_PRINTS = 5
STANDING = 3
# Sentences of fewer words are anybody's: "Police are investigating.", "Nobody was hurt on Monday."
FEWEST_WORDS = 6
# Marks that papers set in their own ways, each one letter for one: the words stay where they are.
MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "})


class Prints:
    """The sentences of a story, those that stand for their prints apart; gives drafts of them back with every print."""

    def __init__(self, slots: Sequence[Slots]) -> None:
        self._slots = tuple(slots)
        alike: dict[Hashable, list[int]] = defaultdict(list)
        for n, sentence in enumerate(self._slots):
            if not _anybodys(sentence):
                alike[_reading(sentence)].append(n)
        many = [prints for prints in alike.values() if len(self._reports(prints)) > FEW_PRINTS]
        self._prints = {n: tuple(prints) for prints in many for n in prints}
        stood_for = {n for prints in many for n in set(prints) - self._first(prints)}
        self._standing = tuple(n for n in range(len(self._slots)) if n not in stood_for)

    def all(self) -> tuple[Slots, ...]:
        """All sentences, in order."""
        return self._slots

    def standing(self) -> tuple[Slots, ...]:
        """The sentences to be compared, in order: all but those for which others stand."""
        return tuple(self._slots[n] for n in self._standing)

    def spread(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        """The drafts of standing sentences, counted among all sentences, with every print of those that they hold.

        What the prints that stand for all have each for itself, "killed seven", is told once.
        """
        told: set[frozenset[Member]] = set()
        for draft in drafts:
            spread = self._spread(draft)
            words = frozenset(replace(member, figure=None) for member in spread.members())
            if spread.relation is draft.relation or words not in told:
                yield spread
                told.add(words)

    def others(self) -> Mapping[tuple[str, int], frozenset[int]]:
        """Report and start of a standing sentence → the places in the story of the reports that print it."""
        return {
            (self._slots[n].passage.report, self._slots[n].passage.start): frozenset(self._reports(self._prints[n]))
            for n in self._standing
            if n in self._prints
        }

    def _spread(self, draft: Draft) -> Draft:
        held = {self._standing[m.sentence] for m in draft.members()}
        versions = tuple(self._version(version, held) for version in draft.versions)
        single = draft.relation is PointRelation.SINGLE
        many = len(self._reports(m.sentence for version in versions for m in version)) > 1
        return replace(
            draft,
            relation=PointRelation.SAME if single and many else draft.relation,
            versions=versions,
            shown={n: self._placed(m) for n, m in draft.shown.items()},
            counted=None if draft.counted is None else self._counted(draft.counted, held),
        )

    def _version(self, version: Iterable[Member], held: Collection[int]) -> tuple[Member, ...]:
        """The members of a version, with the prints of each sentence once, in the words of its first member."""
        members = [self._placed(member) for member in version]
        first: dict[tuple[int, ...], Member] = {}
        for member in members:
            first.setdefault(self._prints.get(member.sentence, (member.sentence,)), member)
        return (*members, *(print_ for member in first.values() for print_ in self._others(member, held)))

    def _placed(self, member: Member) -> Member:
        return replace(member, sentence=self._standing[member.sentence])

    def _counted(self, counted: Iterable[int], held: Collection[int]) -> frozenset[int]:
        """The sentences that carry what is shown, with their prints beside those that the draft held itself."""
        carrying = {self._standing[n] for n in counted}
        return frozenset(carrying | {m for n in carrying for m in self._prints.get(n, ()) if m not in held})

    def _reports(self, sentences: Iterable[int]) -> set[int]:
        return {self._slots[n].report for n in sentences}

    def _first(self, prints: Sequence[int]) -> set[int]:
        """The prints that stand for all: the first of each of the first reports."""
        by_report: dict[int, int] = {}
        for n in prints:
            by_report.setdefault(self._slots[n].report, n)
        return set(list(by_report.values())[:STANDING])

    def _others(self, member: Member, held: Collection[int]) -> Iterator[Member]:
        """The same words in the prints that the draft doesn't hold yet."""
        here = self._slots[member.sentence].passage
        start, end = member.passage.start - here.start, member.passage.end - here.start
        for n in self._prints.get(member.sentence, ()):
            if n not in held:
                there = self._slots[n].passage
                passage = Passage(there.report, there.start + start, there.start + end, there.words[start:end])
                yield Member(n, passage, member.figure and self._figure(n, member.figure.passage.start - here.start))

    def _figure(self, n: int, start: int) -> Figure | None:
        """The figure of the sentence that begins so many letters behind its beginning."""
        begin = self._slots[n].passage.start
        return next((f for f in self._slots[n].figures if f.passage.start - begin == start), None)


def _anybodys(sentence: Slots) -> bool:
    """True for what is looked at print by print: a few words, and what was only said before."""
    return len(sentence.words) < FEWEST_WORDS or sentence.superseded or sentence.earlier is not None


def _reading(sentence: Slots) -> Hashable:
    """The sentence's words, marks and capitals aside, with what was read in them, which hangs on the report too.

    "He said so yesterday" tells of another man and another day in another report.
    """
    passage = sentence.passage
    figures = tuple((f.passage.start - passage.start, f.low, f.high) for f in sentence.figures)
    words = passage.words.translate(MARKS).lower()
    return words, len(passage.words), sentence.speakers, sentence.times, figures
