"""Whether a report says a thing in other words than those that were matched with it, or speaks of it at all."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Annotation, Sentence
from crosswire.model.passage import Passage
from crosswire.model.relation import Actor
from crosswire.model.report import Report
from crosswire.relate.points.statements import CONTENT, LIGHT, NUMBER_WORDS, stem

# An answer stands right behind what it answers.
NEAR = 2
# A report opens with so many sentences; what so large a part of the reports open with is what the story is about.
OPENING, COMMON = 4, 0.4
# And so much of that it must open with too.
OF_IT = 0.6
# Less than this part of a statement's words, and a report does not speak of it.
MENTION = 0.25


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence: where it stands, its terms (stems, or classes, of content words) with their places, its lemmas."""

    passage: Passage
    placed: tuple[tuple[int, str], ...]
    terms: frozenset[str]
    lemmas: frozenset[str]


class Wordings:
    """The sentences of a story's reports, ready to be asked whether one of them says much the same as a passage."""

    def __init__(
        self, reports: Sequence[Report], annotations: Sequence[Annotation], actors: Iterable[Actor], words: PointWords
    ) -> None:
        self._words = words
        self._said: dict[str, tuple[Said, ...]] = {}
        for report, annotation in zip(reports, annotations, strict=True):
            self._said[report.id] = tuple(self._read(report, sentence) for sentence in annotation.sentences)
        self._all = tuple(one for said in self._said.values() for one in said)
        self._places: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(self._all):
            for term in one.terms:
                self._places[term].append(at)
        self._mentions: dict[tuple[str, str], list[Passage]] = defaultdict(list)
        for actor in actors:
            for mention in actor.mentions:
                self._mentions[actor.id, mention.report].append(mention)

    def sentences(self, report: str) -> tuple[Said, ...]:
        """The report's sentences, in order of its text."""
        return self._said.get(report, ())

    def after(self, passages: Iterable[Passage]) -> Iterator[Said]:
        """The sentences that the passages stand in, and NEAR that follow each."""
        for passage in passages:
            following = [said for said in self.sentences(passage.report) if said.passage.end > passage.start]
            yield from following[: 1 + NEAR]

    def terms(self, passages: Iterable[Passage]) -> frozenset[str]:
        """The terms of the sentences' words that stand in the passages."""
        return frozenset(term for passage in passages for term in self._terms_at(passage))

    def central(self, reports: Sequence[str]) -> frozenset[str]:
        """The reports that open with what most of them open with; the others may have the topic in common alone.

        Of reports of a summit one on an oil deal that the two states made before it is not of the summit.
        """
        openings = {id: frozenset(t for said in self.sentences(id)[:OPENING] for t in said.terms) for id in reports}
        seen = Counter(term for terms in openings.values() for term in terms)
        core = {term: times for term, times in seen.items() if times >= max(2.0, COMMON * len(reports))}
        whole = sum(core.values())
        return frozenset(
            id for id, terms in openings.items() if sum(n for term, n in core.items() if term in terms) >= OF_IT * whole
        )

    def shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The part of the shorter of two that the other has too, rare terms counting for more."""
        least = min(math.fsum(map(self._weight, terms)) for terms in (one, other))
        return math.fsum(map(self._weight, one & other)) / least if least else 0.0

    def nearest(self, terms: frozenset[str]) -> dict[str, tuple[float, Passage]]:
        """For each report the part of `terms` that two sentences in a row have at most, with the better sentence.

        Rare terms count for more. Reports with less than MENTION of them are left out.
        """
        whole = math.fsum(map(self._weight, terms))
        found: dict[str, tuple[float, Passage]] = {}
        if not whole:
            return found
        alone = self._shares(terms, whole)
        for at, share in alone.items():
            said = self._all[at]
            if share + alone.get(at - 1, 0.0) < max(MENTION, found.get(said.passage.report, (0.0,))[0]):
                continue
            before = self._all[at - 1].terms if self._follows(at) else frozenset()
            both = math.fsum(map(self._weight, terms & (said.terms | before))) / whole
            if both > found.get(said.passage.report, (0.0,))[0]:
                better = at - 1 if self._follows(at) and alone.get(at - 1, 0.0) > share else at
                found[said.passage.report] = (both, self._all[better].passage)
        return found

    def having(self, terms: frozenset[str], least: float) -> dict[str, list[Passage]]:
        """For each report the sentences that have at least this part of `terms` by themselves, in order."""
        whole = math.fsum(map(self._weight, terms))
        found: dict[str, list[Passage]] = defaultdict(list)
        for at, share in sorted(self._shares(terms, whole).items()) if whole else ():
            if share >= least:
                found[self._all[at].passage.report].append(self._all[at].passage)
        return found

    def _shares(self, terms: frozenset[str], whole: float) -> dict[int, float]:
        shares: dict[int, float] = defaultdict(float)
        for term in sorted(terms):
            weight = self._weight(term) / whole
            for at in self._places.get(term, ()):
                shares[at] += weight
        return shares

    def _follows(self, at: int) -> bool:
        """True where the sentence before is of the same report."""
        return at > 0 and self._all[at - 1].passage.report == self._all[at].passage.report

    def names(self, report: str, actor: str, sentence: Passage) -> bool:
        """True where the sentence speaks of the actor."""
        return any(mention.overlaps(sentence) for mention in self._mentions.get((actor, report), ()))

    def _weight(self, term: str) -> float:
        return math.log((1 + len(self._all)) / (1 + len(self._places.get(term, ()))))

    def _terms_at(self, passage: Passage) -> frozenset[str]:
        found = [said for said in self.sentences(passage.report) if said.passage.overlaps(passage)]
        return frozenset(term for said in found for at, term in said.placed if passage.start <= at < passage.end)

    def _read(self, report: Report, sentence: Sentence) -> Said:
        placed: list[tuple[int, str]] = []
        lemmas = set()
        for token in sentence.tokens:
            surface = report.text[token.start : token.end].casefold()
            lemma = NUMBER_WORDS.get(surface, token.lemma if token.pos != "PROPN" else surface)
            lemmas.add(lemma)
            if token.pos in CONTENT and lemma not in LIGHT and any(letter.isalnum() for letter in lemma):
                # a word of a class stands for the class: "rejected" beside "denied"
                placed += [(token.start, term) for term in sorted(self._words.classes.get(lemma, {stem(lemma)}))]
        terms = frozenset(term for _, term in placed)
        return Said(report.passage(sentence.start, sentence.end), tuple(placed), terms, frozenset(lemmas))
