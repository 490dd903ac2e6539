"""The sentences of a story with the points they carry, and whether each can be read alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosswire.brief.candidate import Candidate
from crosswire.brief.course import Courses
from crosswire.brief.introduced import people_of
from crosswire.brief.leaning import ages_in, definites, leans, needed, needed_age
from crosswire.brief.newness import newness
from crosswire.brief.outlook import Outlook
from crosswire.brief.pronouns import speaks_itself
from crosswire.brief.shared_terms import terms_of
from crosswire.brief.standing import (
    inside_quotation,
    is_appeal,
    is_aside,
    is_caption,
    is_cut,
    is_rest,
    is_tied,
    is_where,
    is_whole,
    of_itself,
    only_quoted,
    points_back,
    quotes_in,
    stands_alone,
)
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Quotation, Sentence
from crosswire.model.passage import Passage
from crosswire.model.relation import Point, PointRelation, Relations

# A girl is a child, as a boy is, but no boy.
BOTH = ("boy", "girl")
COMPARED = frozenset({"NOUN", "PROPN", "VERB", "NUM"})
# What tells of something that happens.
TELLING = frozenset({"NOUN", "VERB", "NUM", "ADJ"})
CALENDAR = frozenset({"DATE", "TIME"})


def find_candidates(relations: Relations, lexicons: Lexicons) -> list[Candidate]:
    """Every sentence of the story that is no caption and of no earlier version, with the points it carries."""
    story = _Story(relations, lexicons)
    return [
        story.candidate(number, index, sentence)
        for number, (report, annotation) in enumerate(zip(relations.reports, relations.annotations, strict=True))
        for index, sentence in enumerate(annotation.sentences)
        # what its page itself calls an earlier version is not the news
        if not report.earlier_at(sentence.start) and not is_caption(report.text, sentence, lexicons.brief)
    ]


@dataclass(frozen=True, slots=True)
class _Carried:
    """What the passages of one report carry: point and version, and whether a later version has replaced that."""

    told: Sequence[tuple[Passage, str, str]]
    old: Sequence[Passage]


class _Story:
    """Everything about a story that is looked up for each of its sentences."""

    def __init__(self, relations: Relations, lexicons: Lexicons) -> None:
        self._reports = relations.reports
        self._lexicons = lexicons
        self._outlook = Outlook(relations, lexicons.points)
        self._ages = newness(relations)
        self._people = people_of(relations, lexicons)
        self._courses = Courses(relations, self._people, lexicons.brief.course, lexicons.stages)
        self._carried = _carried(relations.points)
        self._alike: dict[str, set[str]] = defaultdict(set)
        for lemma, classes in lexicons.points.classes.items():
            for name in classes:
                self._alike[name].add(lemma)
        self._said: dict[str, list[Quotation]] = defaultdict(list)
        for quotation in relations.quotations:
            self._said[quotation.report].append(quotation)
        self._parsed = parsed = [annotation.sentences for annotation in relations.annotations]
        self._nouns = {(n, s.start): self._called(s) for n, sentences in enumerate(parsed) for s in sentences}
        texts = [report.text for report in relations.reports]
        self._leads = [_lead(text, sentences) for text, sentences in zip(texts, parsed, strict=True)]
        self._first = [self._first_told(number, sentences) for number, sentences in enumerate(parsed)]

    def candidate(self, number: int, index: int, sentence: Sentence) -> Candidate:
        """The sentence `index` of report `number`."""
        report, words = self._reports[number], self._lexicons.brief
        passage = report.passage(sentence.start, sentence.end)
        carried = self._carried.get(report.id, _Carried((), ()))
        outdated = any(old.overlaps(passage) for old in carried.old)
        said = [q for q in self._said[report.id] if any(c.overlaps(passage) for c in q.content)]
        quoted = only_quoted(report.text, sentence)
        unnamed = [q for q in said if quoted or self._by_a_pronoun(q)]
        speaker = next((q.speaker for q in unnamed if q.speaker), None)
        behind = outdated or self._courses.behind(number, sentence)
        before = self._parsed[number][max(0, index - 1)]
        whole = is_whole(report.text, sentence) and not is_cut(report.text, sentence, words)
        whole = whole and not is_rest(report.text, sentence, before)
        readable = whole and not behind and (speaker is not None or not quoted)
        goes_on = readable and self._goes_on(number, passage, sentence, before)
        alone = goes_on and self._alone(number, sentence)
        first = sentence.start <= self._leads[number]
        return Candidate(
            passage=passage,
            report=number,
            number=index,
            place=sentence.start / max(1, len(report.text)),
            length=len(sentence.tokens),
            points={p: v for where, p, v in carried.told if where.overlaps(passage)},
            words=words_of(sentence, self._lexicons.points),
            alone=alone,
            newest=self._ages[report.id],
            people={a: full for where, a, full in self._people[report.id] if where.overlaps(passage)},
            terms=terms_of(sentence.tokens),
            told=words_of(sentence, self._lexicons.points, TELLING) - words.empty,
            nouns=self._nouns[number, sentence.start] | ages_in(passage.words),
            ties=not first and is_tied(report.text, sentence, words),
            readable=readable,
            speaker=None if alone else speaker,
            needs=frozenset() if first else self._needs(number, sentence),
            goes_on=goes_on,
            step=self._courses.step(number, sentence),
            quotes=quotes_in(passage.words),
        )

    def _called(self, sentence: Sentence) -> frozenset[str]:
        """The nouns of the sentence, and what else they may be called: "girl", and so "child"."""
        nouns = {t.lemma.lower() for t in sentence.tokens if t.pos in ("NOUN", "PROPN")}
        classes = {name for noun in nouns for name in self._lexicons.points.classes.get(noun, ())}
        others = {two for one, two in (BOTH, BOTH[::-1]) if one in nouns and two not in nouns}
        return frozenset(nouns.union(*(self._alike[name] for name in classes)) - others)

    def _first_told(self, number: int, sentences: Sequence[Sentence]) -> Mapping[str, int]:
        """Each noun of a report → where the sentence begins that has it first, or what else it may be called."""
        return {noun: s.start for s in reversed(sentences) for noun in self._nouns[number, s.start]}

    def _needs(self, number: int, sentence: Sentence) -> frozenset[str]:
        """What a sentence before must name: which is meant by a noun that its report had before, its reader knows."""
        words, first = self._lexicons.brief, self._first[number]
        which = definites(sentence, words)
        back = {noun for noun in which if noun in words.things or first[noun] < sentence.start}
        text = self._reports[number].text
        return needed(sentence, words) | needed_age(text, sentence, words) | back

    def _by_a_pronoun(self, quotation: Quotation) -> bool:
        """True for "he said": the quotation names its speaker in another sentence, if at all."""
        return quotation.source is not None and quotation.source.words.lower() in self._lexicons.points.pronouns

    def _goes_on(self, number: int, passage: Passage, sentence: Sentence, before: Sentence) -> bool:
        """True for a sentence that can stand behind the one before it in its report, whether or not it leans on it."""
        text = self._reports[number].text
        return (
            not only_quoted(text, sentence)
            and not of_itself(text, sentence, self._lexicons.brief)
            and not is_appeal(text, sentence, self._lexicons.brief)
            and not is_aside(text, before, self._lexicons.brief)
            and not is_aside(text, sentence, self._lexicons.brief)
            and not is_where(sentence, self._lexicons.brief)
            and not inside_quotation(passage, self._said[passage.report])
            and not speaks_itself(text, sentence)
            and not self._outlook.overtaken(number, passage, sentence)
        )

    def _alone(self, number: int, sentence: Sentence) -> bool:
        text, words = self._reports[number].text, self._lexicons.points
        return (
            stands_alone(text, sentence, words)
            and not points_back(sentence, words)
            and not leans(text, sentence, self._lexicons.brief)
        )


def _lead(text: str, sentences: Sequence[Sentence]) -> int:
    """Where the first whole sentence of a report begins, which is written to be read without any before it."""
    return next((s.start for s in sentences if is_whole(text, s)), 0)


def words_of(sentence: Sentence, words: PointWords, parts: frozenset[str] = COMPARED) -> frozenset[str]:
    """The words by which sentences are compared: their class of near synonyms where they have one, else the lemma.

    Of these parts of speech; without names of days and times where names don't count.
    """
    found: set[str] = set()
    for token in sentence.tokens:
        if token.pos in parts and ("PROPN" in parts or token.entity not in CALENDAR):
            classes = words.classes.get(token.lemma.lower(), frozenset())
            found |= {f"/{name}" for name in classes} or {token.lemma.lower()}
    return frozenset(found)


def _carried(points: Sequence[Point]) -> Mapping[str, _Carried]:
    """Report → what its passages carry."""
    told: dict[str, list[tuple[Passage, str, str]]] = defaultdict(list)
    old: dict[str, list[Passage]] = defaultdict(list)
    for point in points:
        for statement in point.statements:
            where = statement.passage
            if point.relation is PointRelation.UPDATE and statement.version != point.latest:
                old[where.report].append(where)
            else:
                told[where.report].append((where, point.id, statement.version))
    return {report: _Carried(told[report], old[report]) for report in sorted({*told, *old})}
