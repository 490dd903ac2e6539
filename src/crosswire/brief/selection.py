"""Which sentences make the brief: those that carry the most points with the most origins, nothing twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosswire.brief.candidate import Candidate
from crosswire.brief.candidates import find_candidates
from crosswire.brief.opening import opening
from crosswire.brief.prints import Prints, of_most
from crosswire.brief.reading_order import in_reading_order
from crosswire.brief.scope import ALL, Scope
from crosswire.brief.shared_terms import weights_of
from crosswire.brief.worth import gain, stands, told_by, worths
from crosswire.lexicons.load import Lexicons
from crosswire.model.dossier import Length
from crosswire.model.relation import Point, PointRelation, Relations

MOST = 8
LEAST = 5
# A story of few sentences gets a shorter brief: one sentence for every four.
SENTENCES_PER_BRIEF_SENTENCE = 4
# A brief of so many sentences as it must have takes no further one that adds less than this: one report's detail.
LITTLE = 0.13
# For every so many sentences of the story the brief may be one longer than six.
LARGE = 60
# The sentences of the newest report among which the one is looked for that says how far a case has come; not less far
# than that somebody is held.
LEAD = 3
DECISIVE = 1
# Sentences that share more than this part of their words with one already chosen are a repetition.
REPEATED = 0.5
# So do those that tell nothing but what several chosen ones do, up to this part of their words.
NEWS = 0.45
# So do those that tell so many of their points (two at least) as one chosen sentence does.
MOSTLY = 0.6


def choose(
    relations: Relations, lexicons: Lexicons, *, scope: Scope = ALL, length: Length | None = None
) -> tuple[Candidate, ...]:
    """The brief's sentences in reading order; the first says what happened.

    `length` is what the user asked for, else five to eight; `scope` what the brief may speak of.
    """
    story = find_candidates(relations, lexicons)
    candidates = [c for c in story if scope.holds(c)]
    # "He said the dam was safe" stands with its speaker beside it where nothing can be read alone.
    usable = [c for c in candidates if c.alone and c.points] or [
        c for c in candidates if c.speaker and c.readable and c.points
    ]
    if not usable and scope is ALL:
        usable = [c for c in candidates if c.points] or [c for c in candidates if c.alone] or candidates
    if not usable:
        return ()
    worth = {**weights_of(relations), **worths(relations.points, scope.points)}
    room = _Room.of(length, len(candidates))
    main = of_most(usable, relations.points)
    going_on = [c for c in candidates if c.goes_on and not c.alone and c.points]
    picked = _Selection(main, going_on, _at_odds(relations.points, story), worth, Prints(main, relations.points))
    leads, others = picked.that_fit(candidates, room), picked.that_fit(usable, room)
    first = opening(leads or candidates, others or usable, relations, lexicons, worth)
    return in_reading_order(picked.sentences(room, first))


@dataclass(frozen=True, slots=True)
class _Room:
    """How long the brief may be: so many sentences, and one more for the other side of a dispute; so many words."""

    sentences: int
    most: int
    words: int | None = None

    @classmethod
    def of(cls, length: Length | None, sentences: int) -> _Room:
        """The room of what was asked; else five to eight sentences, fewer for a story of few."""
        if length is not None and length.sentences is not None:
            return cls(length.sentences, length.sentences)
        if length is not None and length.words is not None:
            return cls(length.words, length.words, length.words)
        wanted = max(1, min(sentences // SENTENCES_PER_BRIEF_SENTENCE, LEAST + 1 + sentences // LARGE))
        return cls(min(MOST, wanted), MOST)

    def holds(self, chosen: Sequence[Candidate]) -> bool:
        """True where so many sentences, and so many words, go in."""
        fits = self.words is None or sum(c.count for c in chosen) <= self.words
        return fits and len(chosen) <= self.most


@dataclass(frozen=True, slots=True)
class _Selection:
    """Chooses sentences of `main` one after the other, and of `going_on` behind the sentence that they lean on.

    The other side of a dispute is any of the story's.

    `at_odds`: each point in dispute, in the ledger's order, with the sentences that take a side in it.
    """

    main: Sequence[Candidate]
    going_on: Sequence[Candidate]
    at_odds: Mapping[str, Sequence[Candidate]]
    worth: Mapping[str, float]
    prints: Prints

    def sentences(self, room: _Room, first: Candidate) -> list[Candidate]:
        """The sentences in the order in which they were chosen."""
        chosen = [self.prints.best(first)]
        chosen += [side for side in self._other_sides(chosen[0], chosen) if room.holds([*chosen, side])]
        chosen += [news for news in self._newest(chosen) if room.holds([*chosen, news])]
        while len(chosen) < room.sentences and (following := self._next(chosen, room)):
            chosen += following
        return chosen

    def that_fit(self, candidates: Sequence[Candidate], room: _Room) -> list[Candidate]:
        """Those that go in as the first sentence, with the other side where they take one."""
        if room.words is None and room.most > 1:
            return list(candidates)
        return [c for c in candidates if room.holds([c, *self._other_sides(c, [c])])]

    def _newest(self, chosen: Sequence[Candidate]) -> list[Candidate]:
        """How far a case has come by the opening of the newest report, where the chosen sentences don't tell it.

        It is told even where the other side of what it disputes, an age perhaps, has no sentence that can be read.
        """
        far = max(c.step for c in chosen)
        news = [
            c
            for c in self.main
            if c.newest == 1 and c.number < LEAD and max(DECISIVE, far) < c.step and not repeats(c, chosen)
        ]
        told = told_by(chosen)
        news.sort(key=lambda c: (-gain(c, chosen, told, self.worth), c.report, c.number))
        news.sort(key=lambda c: (not stands(c, chosen), -c.step))
        found = [[*self._introducing(c, chosen), c] for c in news]
        clear = [block for block in found if stands(block[-1], [*chosen, *block[:-1]])]
        return [
            one for block in (clear or found)[:1] for one in (*block, *self._other_sides(block[-1], [*chosen, *block]))
        ]

    def _introducing(self, candidate: Candidate, chosen: Sequence[Candidate]) -> list[Candidate]:
        """The sentence that says whom or which it means, where none does: of its report before it, else the best."""
        if stands(candidate, chosen) or not candidate.alone or candidate.ties:
            return []
        known = [c for c in self.main if stands(c, chosen) and stands(candidate, [*chosen, c])]
        found = [c for c in known if c != candidate and not repeats(c, chosen)]
        own = [c for c in found if c.report == candidate.report and c.number < candidate.number]
        told = told_by(chosen)
        return own[-1:] or sorted(found, key=lambda c: (-gain(c, chosen, told, self.worth), c.report, c.number))[:1]

    def _next(self, chosen: Sequence[Candidate], room: _Room) -> list[Candidate]:
        """The sentence that adds most, with the other side where it takes one; nothing when no more is worth saying."""
        covered, told = {p for c in chosen for p in c.points}, told_by(chosen)
        behind = [c for c in self.going_on if any(self._leads_to(c, other) for other in chosen)]
        new = [c for c in (*self.main, *behind) if c not in chosen and (c.points.keys() - covered or not self._pointed)]
        left = [c for c in new if not repeats(c, chosen)]
        left.sort(key=lambda c: (-gain(c, chosen, told, self.worth), c.report, c.number))
        for candidate in left:
            if len(chosen) >= LEAST and gain(candidate, chosen, told, self.worth) < LITTLE:
                return []
            best = self.prints.best(candidate)
            best = candidate if best in chosen or repeats(best, chosen) else best
            first = self._introducing(best, chosen)
            found = [*first, best, *self._other_sides(best, [*chosen, *first, best])]
            if self._stands(best, chosen) and self._both(best, [*chosen, *found]) and room.holds([*chosen, *found]):
                return found
        return []

    @property
    def _pointed(self) -> bool:
        """False where the ledger could not be made: then shared words alone decide."""
        return any(c.points for c in self.main)

    def _stands(self, candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
        """True where the sentence can be read behind the chosen ones.

        A dispute is not left out for a surname in it: "the minister rejected the charge that Horn's crew was drunk".
        """
        return stands(candidate, chosen) or bool(self._disputed(candidate) and candidate.alone and not candidate.needs)

    def _leads_to(self, candidate: Candidate, other: Candidate) -> bool:
        """True when the sentence stands right behind the other one and will stay there: neither is in dispute."""
        return candidate.follows(other) and not self._disputed(candidate) and not self._disputed(other)

    def _both(self, candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
        """True when each dispute that the sentence takes a side in has its other side there too, where it has one."""
        told = {p: {c.points[p] for c in chosen if p in c.points} for p in self._disputed(candidate)}
        return all(len(versions) > 1 or not self._has_other(candidate, p) for p, versions in told.items())

    def _disputed(self, candidate: Candidate) -> list[str]:
        return [point for point in self.at_odds if point in candidate.points]

    def _has_other(self, candidate: Candidate, point: str) -> bool:
        return any(c.points[point] != candidate.points[point] for c in self.at_odds[point])

    def _other_sides(self, candidate: Candidate, chosen: Sequence[Candidate]) -> list[Candidate]:
        """A sentence for the other side of the first dispute that the candidate takes a side in, where one is missing.

        One that can be read alone, else one whose speaker is known beside it ("said by …").
        """
        for point in self._disputed(candidate):
            version = candidate.points[point]
            if {c.points[point] for c in chosen if point in c.points} == {version}:
                against = [c for c in self.at_odds[point] if c.points[point] != version and c not in chosen]
                sides = [c for c in against if c.alone] or [c for c in against if c.readable and c.speaker]
                if sides:
                    clear = [c for c in sides if stands(c, chosen)] or sides
                    return [min(clear, key=lambda c: (c.ties, -len(c.points), c.place, c.report, c.number))]
        return []


def _at_odds(points: Sequence[Point], story: Sequence[Candidate]) -> Mapping[str, Sequence[Candidate]]:
    """Each point in dispute, in order, with the sentences that take a side in it."""
    found: dict[str, list[Candidate]] = {p.id: [] for p in points if p.relation is PointRelation.CONFLICT}
    for candidate in story:
        for point in candidate.points:
            if point in found:
                found[point].append(candidate)
    return found


def repeats(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """True when most of the sentence's words stand in one chosen sentence, in these or other words, or most points."""
    return _retells(candidate, chosen) or any(
        len(candidate.words & c.words) > REPEATED * min(len(candidate.words), len(c.words))
        or _shared(candidate, c) > max(1, MOSTLY * len(candidate.points))
        or _quote_alike(candidate, c)
        for c in chosen
        if candidate.words and c.words
    )


def _retells(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """True when the chosen sentences have most of what the sentence tells, and it names nobody whom they don't.

    "Five people were hurt in a fire at Tarn on Monday" behind "Police look into a fire at a mill that hurt five".
    """
    told = {word for c in chosen for word in c.told}
    known = {one for c in chosen for one in c.people}
    new = len(candidate.told - told)
    return (
        len(candidate.told) > new
        and new <= NEWS * len(candidate.told)
        and all(one in known for one, full in candidate.people.items() if full)
    )


def _quote_alike(one: Candidate, two: Candidate) -> bool:
    """True where words between marks stand between marks in the other: "a disgrace" / "it is a disgrace to us"."""
    return any(a in b or b in a for a in one.quotes for b in two.quotes)


def _shared(one: Candidate, two: Candidate) -> int:
    """How many points the two tell alike."""
    return sum(two.points.get(point) == version for point, version in one.points.items())
