"""Where everything on the page leads: labels of reports, names of origins and actors, numbered citations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import PurePath

from crosswire.model.address import site_of
from crosswire.model.annotation import Figure, Mention, MentionKind, Quotation, Sentence, SpeakerClass, Token
from crosswire.model.dossier import Dossier
from crosswire.model.lineage import Descent
from crosswire.model.passage import Passage
from crosswire.model.relation import Actor, ActorKind, LinkKind, Origin, PointRelation, Relations, Statement, Utterance
from crosswire.model.report import Report
from crosswire.write.clock import told
from crosswire.write.plain import anchor
from crosswire.write.vocabulary import SPEAKERS

# A passage shorter than this ("three months") says too little alone; it is shown in its sentence.
FEW_WORDS = 40
# How many citations stand beside a sentence of the brief; the others unfold.
BESIDE = 3
# A description that stands for a speaker's name is not a paragraph.
LONGEST_NAME = 90
SOMEBODY = frozenset({MentionKind.PERSON, MentionKind.ROLE, MentionKind.PRONOUN})
POINTING, ARTICLES = frozenset({"PRON", "DET"}), frozenset({"the", "a", "an", "no"})
# How many sentences before "he" somebody is looked for who is named.
REACH = 3
# An id that is a label already.
GIVEN = re.compile(r"R[1-9]\d{0,3}")
_ARTICLES = ("A ", "An ", "The ", "Some ", "One ")
_NOT_BY_NAME = (SpeakerClass.ANONYMOUS, SpeakerClass.OFFICIAL)


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered citation: the passage it stands for. Numbers run from 1, first those set beside a sentence."""

    number: int
    passage: Passage
    beside: bool


@dataclass(frozen=True, slots=True)
class Held:
    """An origin by name, with the labels of the reports that have something from it."""

    origin: str
    reports: tuple[str, ...]


class Register:
    """Everything in a dossier that is looked up by id, and what it is called on the page.

    An id that leads nowhere (a dossier made by hand) gives a name, never an error: the id itself.
    """

    def __init__(self, dossier: Dossier) -> None:
        relations = dossier.relations
        self._reports = {report.id: report for report in relations.reports}
        self._labels = _labels(relations)
        self._origins = {origin.id: origin for origin in relations.origins}
        self._houses = {origin.id: anchor(origin.id, "o", n) for n, origin in enumerate(relations.origins, 1)}
        self._actors = {actor.id: actor for actor in relations.actors}
        self._quotations = {quotation.id: quotation for quotation in relations.quotations}
        self._spoken: dict[str | None, list[Quotation]] = {}
        for quotation in relations.quotations:
            self._spoken.setdefault(quotation.speaker, []).append(quotation)
        self._uttered: dict[str, list[Quotation]] = {}
        for quotation in relations.quotations:
            self._uttered.setdefault(quotation.report, []).append(quotation)
        self._figures = {figure.id: figure for figure in relations.figures}
        self._utterances = {utterance.id: utterance for utterance in relations.utterances}
        self._points = {point.id: anchor(point.id, "p", n) for n, point in enumerate(relations.points, 1)}
        self._voices = {actor.id: anchor(actor.id, "a", n) for n, actor in enumerate(relations.actors, 1)}
        self._said = {quotation.id: f"q{number}" for number, quotation in enumerate(relations.quotations, 1)}
        self._sentences = {annotation.report: annotation.sentences for annotation in relations.annotations}
        self._mentions = {annotation.report: annotation.mentions for annotation in relations.annotations}
        self._homes: dict[str, list[str]] = {}
        for origin in relations.origins:
            for report in origin.reports:
                self._homes.setdefault(report, []).append(origin.id)
        latest = {report.id: report.version_of or report.id for report in relations.reports}
        held = {(one.report, latest.get(one.to_report or ""), one.kind) for one in relations.links}
        self._citing = frozenset(
            (report, source)
            for report, source, kind in held
            if kind is LinkKind.CITED and (report, source, LinkKind.COPIED) not in held
        )
        self._stated: dict[str, list[Statement]] = {}
        for statement in (one for point in relations.points for one in point.statements if one.origin):
            self._stated.setdefault(statement.passage.report, []).append(statement)
        self._replaced: dict[str, list[Passage]] = {}
        updates = [point for point in relations.points if point.relation is PointRelation.UPDATE and point.latest]
        for old in (one for point in updates for one in point.statements if one.version != point.latest):
            self._replaced.setdefault(old.passage.report, []).append(old.passage)
        beside = [passage for sentence in dossier.brief for passage in marks(sentence.citations)]
        self._beside = len(set(beside))
        self._sources = _numbered([*beside, *(passage for sentence in dossier.brief for passage in sentence.citations)])

    @property
    def several(self) -> bool:
        """True when the story has more than one report."""
        return len(self._reports) > 1

    def report(self, id: str) -> Report | None:
        """The report with this id."""
        return self._reports.get(id)

    def label(self, report: str) -> str:
        """What the report is called on the page: R1, R2 … in the dossier's order, or as it was given."""
        return self._labels.get(report, "R0")

    def house(self, report: str) -> str:
        """Whose page the report is: its publisher, or the host of its address; "" when neither is known."""
        found = self._reports.get(report)
        if found is None:
            return ""
        return found.publisher or site_of(found.url or "") or ""

    def publisher(self, report: str) -> str:
        """Whose page the report is; the name of its file or its id where that is not known."""
        found = self._reports.get(report)
        if found is None:
            return report
        return self.house(report) or PurePath(found.file or "").name or found.id

    def printed(self, report: str, *, short: bool = False) -> str:
        """When the report was published, or else updated, as words; `short` without year and zone."""
        found = self._reports.get(report)
        if found is None or not found.printed_at.value:
            return "publication time not known"
        lead = "" if found.published_at.value else "updated "
        return lead + told(found.printed_at.value, short=short)

    def printed_at(self, report: str) -> str | None:
        """When the report was printed, as an ISO time."""
        found = self._reports.get(report)
        return found.printed_at.value if found else None

    def undated(self, passage: Passage) -> bool:
        """True when it is not known when the passage's report was printed."""
        report = self._reports.get(passage.report)
        return report is not None and not report.printed_at.value

    def earlier(self, passage: Passage) -> bool:
        """True when its page marks the passage as of an earlier version of itself."""
        report = self._reports.get(passage.report)
        return report is not None and report.earlier_at(passage.start) is not None

    def replaced(self, passage: Passage) -> Passage | None:
        """The words in the passage that a newer version of a point replaces, None where there are none."""
        old = (p for p in self._replaced.get(passage.report, ()) if passage.start <= p.start and p.end <= passage.end)
        return min(old, default=None)

    def address(self, passage: Passage) -> str:
        """The anchor of a passage: `R1-s120`."""
        return f"{self.label(passage.report)}-s{passage.start}"

    def context(self, passage: Passage) -> Passage:
        """The sentence that holds a passage of a few words; a longer passage, or one without a sentence, as it is."""
        report = self._reports.get(passage.report)
        if report is None or len(passage.words) >= FEW_WORDS:
            return passage
        for sentence in self._sentences.get(passage.report, ()):
            if sentence.start <= passage.start and passage.end <= sentence.end:
                return report.passage(sentence.start, sentence.end)
        return passage

    def sentence_around(self, passage: Passage) -> tuple[int, int]:
        """From where to where the sentences reach that hold the passage; its own paragraph where none are known."""
        sentences = self._sentences.get(passage.report, ())
        held = [one for one in sentences if one.start <= passage.end and passage.start <= one.end]
        inner = [one for one in held if one.start < passage.end and passage.start < one.end] or held[:1]
        if inner and inner[0].start <= passage.start and passage.end <= inner[-1].end:
            return inner[0].start, inner[-1].end
        paragraphs = self._reports[passage.report].paragraphs
        around = [one for one in paragraphs if one.start <= passage.start and passage.end <= one.end]
        return (around[0].start, around[0].end) if around else (passage.start, passage.end)

    def naming(self, passage: Passage) -> Passage | None:
        """What a passage needs beside it that begins with "he", "both" or "the man" and names nobody, else None.

        It begins with the sentence in which somebody is named or first spoken of ("a man"), up to `REACH` before, else
        with the one before, and ends with the passage's own. "The mayor" needs none unless there was "a mayor".
        """
        mentions = [m for m in self._mentions.get(passage.report, ()) if m.kind in SOMEBODY]
        inside = [m for m in mentions if passage.start <= m.passage.start < passage.end]
        sentences = self._sentences.get(passage.report, ())
        at = next((n for n, one in enumerate(sentences) if one.start <= passage.start < one.end), None)
        if not at or any(m.kind is MentionKind.PERSON for m in inside) or not _leans(passage, inside, sentences[at]):
            return None
        known = bool(inside) and _article(inside[0], sentences[at]) == "the"  # "the mayor", unless there is "a mayor"
        first = at if known else at - 1
        for n in range(at, max(-1, at - REACH - 1), -1):
            start, end = sentences[n].start, min(passage.start, sentences[n].end)
            told = (m for m in mentions if start <= m.passage.start < end)
            if any(_introduces(m, sentences[n], inside) for m in told):
                first = n
                break
        start = sentences[first].start
        return self._reports[passage.report].passage(start, sentences[at].end) if start < passage.start else None

    def words(self, passage: Passage) -> tuple[Token, ...]:
        """The words of the passage, as far as something is known of them."""
        sentences = self._sentences.get(passage.report, ())
        held = [one for one in sentences if one.start < passage.end and passage.start < one.end]
        return tuple(token for one in held for token in one.tokens if passage.start <= token.start < passage.end)

    def holds(self, passage: Passage, tags: frozenset[str]) -> bool:
        """True when a word of the passage has one of the tags, or nothing is known of its words."""
        words = self.words(passage)
        return not words or any(token.tag in tags for token in words)

    def origin(self, id: str) -> Origin | None:
        """The origin with this id."""
        return self._origins.get(id)

    def origin_names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """What these origins are called."""
        return tuple(self._origins[id].name if id in self._origins else id for id in ids)

    def origins_of(self, report: str) -> tuple[str, ...]:
        """The names of the origins that the report has words of."""
        return self.origin_names(self._homes.get(report, ()))

    def only_cites(self, step: Descent) -> bool:
        """True when the report of a step names its source and no words of it were found: it tells it again."""
        return step.directed and step.share is None and (step.report, step.source) in self._citing

    def origin_at(self, passage: Passage) -> str | None:
        """The name of the origin that the passage is from; None where nothing says which of several it is."""
        stated = (one for one in self._stated.get(passage.report, ()) if one.passage.overlaps(passage))
        homes = self._homes.get(passage.report, [])
        id = next((one.origin for one in stated), None) or (homes[0] if len(homes) == 1 else None)
        return self.origin_names([id])[0] if id else None

    def foreign(self, passage: Passage) -> str | None:
        """The name of the origin that the passage is from, where that is not the house whose page it is on."""
        name = self.origin_at(passage)
        return name if name and name != self.house(passage.report) else None

    def held(self, passages: Iterable[Passage]) -> tuple[Held, ...]:
        """Whose words these passages are: each origin with the labels of the reports that have it from there."""
        found: dict[str, dict[str, None]] = {}
        for passage in passages:
            if name := self.origin_at(passage):
                found.setdefault(name, {})[self.label(passage.report)] = None
        return tuple(Held(name, tuple(labels)) for name, labels in found.items())

    def actor(self, id: str | None) -> Actor | None:
        """The actor with this id."""
        return self._actors.get(id) if id else None

    def actor_names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """What these actors are called; of one who has no name also that: "a coastguard official, not named"."""
        return tuple(self._titled(self._actors[id]) if id in self._actors else id for id in ids)

    def _titled(self, actor: Actor) -> str:
        note = f", {SPEAKERS[self.known(actor)]}" if self.unnamed(actor) else ""
        return self.called(actor) + note

    def known(self, actor: Actor) -> SpeakerClass:
        """How well the actor is known, as most of the quotations have it; of equals the first."""
        classes = [quotation.speaker_class for quotation in self._spoken.get(actor.id, ())]
        return max(classes, key=classes.count, default=SpeakerClass.UNKNOWN)

    def unnamed(self, actor: Actor | None) -> bool:
        """True for who speaks and is not named: known by a description or an office only."""
        if actor is None or actor.kind not in (ActorKind.UNNAMED, ActorKind.GROUP):
            return False
        return self.known(actor) in _NOT_BY_NAME

    def called(self, actor: Actor) -> str:
        """The actor's name; of one without a name the words by which a report attributes to it, up to a comma.

        "A senior official, who spoke on condition of anonymity" is a senior official: the sentence stands beside it.
        """
        if actor.kind is not ActorKind.UNNAMED:
            return actor.name
        sources = (quotation.source for quotation in self._spoken.get(actor.id, ()))
        whole = (" ".join(source.words.split()) for source in sources if source)
        described = (
            one.split(",")[0] if actor.name.casefold() in one.split(",")[0].casefold() else one for one in whole
        )
        fitting = (one for one in described if actor.name.casefold() in one.casefold() and len(one) <= LONGEST_NAME)
        words = next(fitting, actor.name)
        return words[0].lower() + words[1:] if words.startswith(_ARTICLES) else words

    def quotation(self, id: str | None) -> Quotation | None:
        """The quotation with this id."""
        return self._quotations.get(id) if id else None

    def marked_parts(self, report: str) -> tuple[Passage, ...]:
        """What stands between quotation marks in the report's quotations."""
        return tuple(passage for quotation in self._uttered.get(report, ()) for passage in quotation.verbatim)

    def said_at(self, passage: Passage, part: float) -> Quotation | None:
        """The shortest quotation that has at least so large a part of the passage; None without one."""
        least = part * (passage.end - passage.start)
        near = (q for q in self._uttered.get(passage.report, ()) if any(c.overlaps(passage) for c in q.content))
        having = (q for q in near if sum(c.shared(passage) for c in q.content) >= least)
        return min(having, key=lambda q: sum(c.end - c.start for c in q.content), default=None)

    def figure(self, id: str | None) -> Figure | None:
        """The figure with this id."""
        return self._figures.get(id) if id else None

    def utterance(self, id: str | None) -> Utterance | None:
        """The utterance with this id."""
        return self._utterances.get(id) if id else None

    def point_address(self, id: str | None) -> str | None:
        """The anchor of a point: its id."""
        return self._points.get(id) if id else None

    def origin_address(self, id: str | None) -> str | None:
        """The anchor of an origin: its id."""
        return self._houses.get(id) if id else None

    def voice_address(self, id: str | None) -> str | None:
        """The anchor of an actor: its id."""
        return self._voices.get(id) if id else None

    def quotation_address(self, id: str) -> str:
        """The anchor of a quotation: q1, q2 … in the dossier's order."""
        return self._said.get(id, "q0")

    def number(self, passage: Passage) -> int | None:
        """The number of a citation of the brief."""
        return self._sources.get(passage)

    def beside(self, citations: Sequence[Passage]) -> tuple[Passage, ...]:
        """The citations to set beside a sentence: first the one its words are from, the others by number."""
        first, *others = marks(citations)
        return (first, *sorted(others, key=lambda passage: self._sources.get(passage, 0)))

    def others(self, citations: Sequence[Passage]) -> tuple[Passage, ...]:
        """The citations that unfold behind those beside a sentence, by report and place in it."""
        order = {report: place for place, report in enumerate(self._reports)}
        left = {*citations} - {*marks(citations)}
        return tuple(sorted(left, key=lambda one: (order.get(one.report, -1), one.start, one.end)))

    def sources(self) -> tuple[Source, ...]:
        """The citations of the brief in order of their numbers."""
        return tuple(Source(number, passage, number <= self._beside) for passage, number in self._sources.items())


def _labels(relations: Relations) -> dict[str, str]:
    """R1, R2 … for the reports, R2v1 for the earliest version of the second.

    A report that was given such an id keeps it: where the fourth of five was refused, the fifth is still R5.
    """
    given = {report.id for report in relations.counted if GIVEN.fullmatch(report.id)}
    free = (label for number in count(1) if (label := f"R{number}") not in given)
    labels = {report.id: report.id if report.id in given else next(free) for report in relations.counted}
    of = {report.id: report.version_of for report in relations.reports if report.version_of}
    seen: dict[str, int] = {}
    for id in (*(version.report for version in relations.versions), *of):
        if id in of and id not in labels:
            home = of[id]
            seen[home] = seen.get(home, 0) + 1
            labels[id] = f"{labels.get(home, 'R0')}v{seen[home]}"
    return labels


def _numbered(passages: Iterable[Passage]) -> dict[Passage, int]:
    numbers: dict[Passage, int] = {}
    for passage in passages:
        numbers.setdefault(passage, len(numbers) + 1)
    return numbers


def marks(citations: Sequence[Passage], most: int = BESIDE) -> tuple[Passage, ...]:
    """The citations to set beside a sentence: the first of each report, in the dossier's order, no more than `most`."""
    return tuple({passage.report: passage for passage in reversed(citations)}.values())[::-1][:most]


def _leans(passage: Passage, inside: Sequence[Mention], sentence: Sentence) -> bool:
    """True for "he died", "both were hurt", "there, police found": and for a role behind "the" before anybody else."""
    first = next((t for t in sentence.tokens if t.start >= passage.start), None)
    if first is not None and first.pos in POINTING and first.lemma.lower() not in ARTICLES:
        return True
    return bool(inside) and (
        inside[0].kind is MentionKind.PRONOUN
        or (inside[0].kind is MentionKind.ROLE and _article(inside[0], sentence) == "the")
    )


def _introduces(mention: Mention, sentence: Sentence, inside: Sequence[Mention]) -> bool:
    """True for a person's name or "a man" before "he", and for "a man" before "the man"."""
    new = mention.kind is MentionKind.ROLE and _article(mention, sentence) in ("a", "an")
    if inside and inside[0].kind is MentionKind.ROLE:
        return new and mention.name.split()[-1:] == inside[0].name.split()[-1:]
    return new or mention.kind is MentionKind.PERSON


def _article(mention: Mention, sentence: Sentence) -> str:
    """The word right before a role, in lower case; its own first word where the mention has it."""
    words = [t for t in sentence.tokens if t.start <= mention.passage.start and mention.passage.start - t.end <= 1]
    return next((t.lemma.lower() for t in words if t.tag == "DT"), "")
