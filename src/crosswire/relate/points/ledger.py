"""Turns drafts into points: who carries them, on whose word, since when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from crosswire.lexicons.acts import ActWords
from crosswire.model.annotation import Quotation, Stance
from crosswire.model.relation import Point, Statement, Status, Version
from crosswire.relate.origins.independence import OriginIndex, in_order
from crosswire.relate.points.grounds import Footing, footing, grounds, hearsay
from crosswire.relate.points.sayings import same_saying
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.status import (
    UNKNOWN,
    common_voices,
    counted_once,
    one_voice,
    reason,
    resting_on,
    status_of,
    voices_of,
)
from crosswire.relate.points.superseded import superseded_in
from crosswire.relate.points.versions import Draft, Member, Told, values
from crosswire.relate.points.voices import marked_words, one_mouth, repeats, words_of

# Stances that take no side, and the part of a statement that must be somebody's words for him to be named beside it.
PLAIN = frozenset({Stance.ASSERTS, Stance.REPORTS, Stance.DEMANDS, Stance.ASKS, Stance.PROMISES, Stance.WARNS})
ASIDE = 0.35


class Ledger:
    """Turns drafts into points: who carries them, on whose word, since when."""

    def __init__(
        self,
        quotations: Sequence[Quotation],
        origins: OriginIndex,
        told: Told,
        slots: Sequence[Slots],
        names: Mapping[str, str],
        mouths: Mapping[str, str],
        joint: Mapping[str, frozenset[str]],
        nameless: Mapping[str, str],
        words: ActWords,
    ) -> None:
        self._quotations: dict[str, list[Quotation]] = {}
        for quotation in quotations:
            self._quotations.setdefault(quotation.report, []).append(quotation)
        self._origins = origins
        self._told = told
        self._slots = tuple(slots)
        self._names = names
        self._mouths = mouths
        self._joint = joint
        self._nameless = nameless
        self._words = words

    def point(self, draft: Draft) -> Point:
        """The point of a draft, its id still to be given."""
        counted = self._counted(draft)
        each = self._origins.each([m.passage for m in counted])
        statements = self._statements(draft, dict(zip(counted, each, strict=True)))
        said = self._said(counted)
        origins = in_order(each)
        independent = self._independent(counted, said)
        status = status_of(draft.relation, origins, independent)
        if status is Status.CORROBORATED:
            origins = counted_once(each, independent, order=origins)
            status = status_of(draft.relation, origins, independent)
        voices = common_voices([s for s in said if s]) if status is Status.SINGLE_VOICE else resting_on(said)
        point = Point(
            id="",
            kind=draft.kind,
            relation=draft.relation,
            status=status,
            statements=statements,
            versions=self._versions(draft),
            origins=origins,
            voices=voices,
            why=draft.why,
            between=draft.between,
            latest=None if draft.latest is None else _version_id(draft.latest),
        )
        footings = [self._footing(m, house) for m, house in zip(counted, each, strict=True)]
        sources = self._credited(counted, each)
        return replace(point, why=(*draft.why, reason(point, self._names), *sources, *grounds(footings)))

    def _credited(self, counted: Sequence[Member], each: Sequence[str]) -> tuple[str, ...]:
        """In words, where a report names another house as its source for what it says here, and is counted with it."""
        found = []
        for member, house in zip(counted, each, strict=True):
            own = self._origins.origin(member.passage)
            if own != house and house in self._origins.named_for(member.passage):
                one, other = (self._names.get(o, o) for o in (own, house))
                found.append(f"{one} credits {other} for this and is counted with it")
        return tuple(dict.fromkeys(found))

    def _footing(self, member: Member, house: str) -> Footing:
        """On what the member rests; `house`: the id of its origin."""
        slots = self._slots[member.sentence]
        quotations = self._quotations.get(slots.passage.report, ())
        name, own = self._names.get(house, house), not self._voices(member)
        return footing(name, member.passage, quotations, slots.tokens, self._words, own=own)

    def _counted(self, draft: Draft) -> tuple[Member, ...]:
        """The members on which the point rests: those that carry what is shown of it.

        What all reports have one speaker say rests on him alone, however he is worded: there who says it too counts.
        """
        everybody = draft.members()
        said = self._independent(everybody, self._said(everybody))
        counted = self._same_word(draft) if one_voice(said) else draft.carrying()
        old = superseded_in(counted, self._slots)
        left = [member for member in counted if member not in old]
        sure = [member for member in left if not self._origins.doubtful(member.passage)]
        # nobody can tell whose the others are: they stand for a version, and confirm nobody who has it too
        told = [{*version} for version in draft.versions if {*version}.intersection(sure)]
        return tuple(m for m in left if m in sure or not any(m in version for version in told))

    def _same_word(self, draft: Draft) -> tuple[Member, ...]:
        """The members that carry what is shown, and those that have the speaker say it in other words."""
        carrying = draft.carrying()
        shown = draft.shown.values()
        return tuple(m for m in draft.members() if m in carrying or any(self._said_too(s, m) for s in shown))

    def _said_too(self, shown: Member, member: Member) -> bool:
        here, there = self._slots[shown.sentence], self._slots[member.sentence]
        quotations = [q for s in (here, there) for q in self._quotations.get(s.passage.report, ())]
        return same_saying(shown.passage, here, member.passage, there, quotations)

    def _independent(self, members: Sequence[Member], said: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
        """The voices of each member, a body and its head as one, and as one all who repeat the same words."""
        bodies = [tuple(dict.fromkeys(self._mouths.get(v, v) for v in voices)) for voices in said]
        sentences = [self._slots[m.sentence].passage for m in members]
        words = [words_of(s.words) for s in sentences]
        marked = [
            marked_words(m.passage, s, self._quotations.get(s.report, ()))
            for m, s in zip(members, sentences, strict=True)
        ]
        pairs = combinations(range(len(members)), 2)
        alike = [(a, b) for a, b in pairs if repeats(marked[a], words[b]) or repeats(marked[b], words[a])]
        return one_mouth(bodies, alike, UNKNOWN)

    def _said(self, members: Sequence[Member]) -> list[tuple[str, ...]]:
        """The voices of each member; of nameless people who may be one, the first in this point stands for all."""
        first: dict[str, str] = {}
        said = map(self._voices, members)
        return [tuple(dict.fromkeys(first.setdefault(self._nameless.get(v, v), v) for v in vs)) for vs in said]

    def _voices(self, member: Member) -> tuple[str, ...]:
        """The speakers in whose words the member stands; "Lupo and her officials" are none beside Lupo."""
        slots = self._slots[member.sentence]
        quotations = self._quotations.get(slots.passage.report, ())
        said = voices_of(
            member.passage, slots.passage, quotations, slots.tokens, self._words.by_word, self._words.telling
        )
        if not said and hearsay(member.passage, slots.tokens, self._words):
            return (UNKNOWN,)
        return tuple(v for v in said if not (self._joint.get(v, frozenset()) - {v}).intersection(said))

    def _statements(self, draft: Draft, counted: Mapping[Member, str]) -> tuple[Statement, ...]:
        """The statements, version by version, in order of reports and text."""
        found = []
        for number, version in enumerate(draft.versions):
            for member in sorted(version, key=lambda m: (m.sentence, m.passage)):
                found.append(
                    Statement(
                        passage=member.passage,
                        version=_version_id(number),
                        quotation=self._quotation(member),
                        figure=member.figure.id if member.figure else None,
                        origin=counted.get(member) or self._origins.origin(member.passage),
                        counts=member in counted,
                    )
                )
        return tuple(found)

    def _quotation(self, member: Member) -> str | None:
        """The quotation whose content shares most letters with the passage, None where none does.

        A question that nobody is named for comes last: "Asked whether the dam was safe, Horn said no" is Horn's.
        What is said on the side is not whose word the passage is: "after members had called for an inquiry, the board
        disputed the article" is not the members'. Who denies is named, whatever little it takes.
        """
        passage = member.passage
        best: tuple[bool, int] = (False, 0)
        found: Quotation | None = None
        for quotation in self._quotations.get(passage.report, ()):
            shared = sum(c.shared(passage) for c in quotation.content)
            answers = quotation.source is not None or quotation.stance is not Stance.ASKS
            if shared and (answers, shared) > best:
                best, found = (answers, shared), quotation
        if found and found.speaker and found.stance in PLAIN and best[1] < ASIDE * len(passage.words):
            return found.id if found.speaker in self._voices(member) else None
        return found.id if found else None

    def _versions(self, draft: Draft) -> tuple[Version, ...]:
        """The versions with their value and the times between which they were told."""
        shown = values(draft)
        found = []
        for number, version in enumerate(draft.versions):
            first, last = self._told.span(self._slots[m.sentence] for m in version)
            found.append(Version(_version_id(number), shown.get(number), first, last))
        return tuple(found)


def _version_id(number: int) -> str:
    """`a`, `b` … `z`, `a1`, `b1` …"""
    turn, letter = divmod(number, 26)
    return chr(ord("a") + letter) + (str(turn) if turn else "")
