"""What each sentence of a story says, slot by slot: terms, names, numbers, time, polarity, who says it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Figure, Quotation, Sentence, Stance, Token
from crosswire.model.passage import Passage
from crosswire.model.relation import Actor, Relations
from crosswire.model.report import EarlierVersion, Report
from crosswire.relate.points.clauses import Clause, leaves_open, lookalike, looks_ahead, negated, read_clauses
from crosswire.relate.points.focus import Focus, read_foci
from crosswire.relate.points.polarity import Predicate, read_predicates

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
LIGHT = frozenset({"be", "have", "do", "get", "go", "make", "take", "'s", "’s", "mr.", "mrs.", "ms.", "one", "other"})
COUNTING = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
NUMBER_WORDS = {word: str(n) for n, word in enumerate(COUNTING)}
NUMBER_WORDS |= {"second": "2nd", "first": "1st", "third": "3rd", "dozen": "12", "hundred": "100"}
# Endings that turn a word of one kind into another: shooting, shooter, investigation, voter, quickly.
ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ers", "ions", "ion", "er", "ed", "ly", "es", "s", "e")
LEAST_STEM = 4
CLOCK = re.compile(r"T\d\d:\d\d$")


@dataclass(frozen=True, slots=True)
class Term:
    """A content word: its stem, its synonym classes, where it begins in the report's text.

    `happens`: it is a noun of something that happens or is done, "the strike".
    """

    stem: str
    classes: frozenset[str]
    start: int
    happens: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """What a speaker says in the sentence: the actor, and the content words that are his."""

    speaker: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Slots:
    """What one sentence says. `report` and `number` are indices (of the report in the story, the sentence in it).

    `terms` are stems of its content words; `classes` their synonym classes; `names` stems of names, `actors` ids;
    `numbers` as digits; `clocks` times of day (values that end in one) with the passages that give them; `words` all
    lemmas in order; `sequence` its content words in order; `clauses` what it says clause by clause; `foci` what it
    turns;
    `predicates` what it asserts and denies. `earlier` is the earlier version of its report that the sentence is of.
    `tokens`: its words with their grammar. `superseded`: its whole report is a version of another. `mentions`: where
    it speaks of an actor, start, end and the actor's id. `taken_back`: where in the report begins what it takes back.
    """

    report: int
    number: int
    passage: Passage
    place: float
    terms: frozenset[str]
    classes: frozenset[str]
    names: frozenset[str]
    actors: frozenset[str]
    numbers: frozenset[str]
    times: frozenset[str]
    clocks: tuple[tuple[str, Passage], ...]
    verbs: frozenset[str]
    subject: frozenset[str]
    words: tuple[str, ...]
    sequence: tuple[Term, ...]
    clauses: tuple[Clause, ...]
    foci: tuple[Focus, ...]
    predicates: tuple[Predicate, ...]
    persons: bool
    lemmas: frozenset[str]
    speakers: frozenset[str]
    accusers: frozenset[str]
    sayings: tuple[Saying, ...]
    quotations: tuple[str, ...]
    figures: tuple[Figure, ...]
    quoted: float
    negated: bool
    open: bool
    ahead: bool
    earlier: EarlierVersion | None = None
    tokens: tuple[Token, ...] = ()
    superseded: bool = False
    mentions: tuple[tuple[int, int, str], ...] = ()
    taken_back: int | None = None


def says(slots: Slots, place: int) -> bool:
    """True unless what stands at the place in the report is taken back there."""
    return slots.taken_back is None or place < slots.taken_back


def stem(lemma: str) -> str:
    """The lemma without the ending that only changes its kind: "shooting" → "shoot". Never under four letters."""
    for ending in ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= LEAST_STEM:
            return lemma[: -len(ending)]
    return lemma


def read_slots(known: Relations, words: PointWords) -> tuple[Slots, ...]:
    """The slots of every sentence of the story, in order of reports and text. Sentences without terms are left out."""
    by_report = _Findings(known)
    found = []
    for number, (report, annotation) in enumerate(zip(known.reports, known.annotations, strict=True)):
        for index, sentence in enumerate(annotation.sentences):
            slots = _slots(report, number, index, sentence, by_report, words)
            if slots.terms:
                found.append(slots)
    return tuple(found)


class _Findings:
    """What was found in the reports, ready to be asked by passage."""

    def __init__(self, known: Relations) -> None:
        self.actors: dict[str, list[tuple[Passage, str]]] = defaultdict(list)
        self.quotations: dict[str, list[tuple[Passage, Quotation]]] = defaultdict(list)
        self.figures: dict[str, list[tuple[Passage, Figure]]] = defaultdict(list)
        self.times: dict[str, list[tuple[Passage, str]]] = defaultdict(list)
        self.members = members_of(known.actors)
        for actor in known.actors:
            for mention in actor.mentions:
                self.actors[mention.report].append((mention, actor.id))
        for quotation in known.quotations:
            for content in quotation.content:
                self.quotations[content.report].append((content, quotation))
        for figure in known.figures:
            self.figures[figure.passage.report].append((figure.passage, figure))
        for time in known.times:
            if time.when.value:
                self.times[time.passage.report].append((time.passage, time.when.value))


def members_of(actors: Sequence[Actor]) -> dict[str, frozenset[str]]:
    """Actor → the actor, and those whom a joint one names: "Ana Lupo and her officials" holds Ana Lupo."""
    return {actor.id: _members(actor, actors) for actor in actors}


def _members(actor: Actor, actors: Sequence[Actor]) -> frozenset[str]:
    parts = set(re.split(r" and |, ", actor.name)) if " and " in actor.name else set()
    return frozenset({actor.id, *(other.id for other in actors if other.name in parts)})


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence's words: of each its lemma, and its stem where it says something by itself; those that do, in order.

    `content`: the places of these.
    """

    lemmas: list[str]
    stems: list[str | None]
    content: tuple[int, ...]
    sequence: tuple[Term, ...]


def _read(text: str, tokens: Sequence[Token], words: PointWords) -> _Read:
    lemmas = [_lemma(text, token) for token in tokens]
    content = tuple(n for n, token in enumerate(tokens) if _is_content(token, lemmas[n]))
    stems: list[str | None] = [None] * len(tokens)
    for n in content:
        stems[n] = stem(lemmas[n])
    sequence = tuple(
        Term(
            found,
            frozenset(words.classes.get(lemmas[n], ())),
            tokens[n].start,
            tokens[n].pos == "NOUN" and words.happens(lemmas[n]),
        )
        for n, found in enumerate(stems)
        if found
    )
    return _Read(lemmas, stems, content, sequence)


def _slots(
    report: Report, number: int, index: int, sentence: Sentence, findings: _Findings, words: PointWords
) -> Slots:
    """The slots of one sentence."""
    passage = report.passage(sentence.start, sentence.end)
    tokens, read = sentence.tokens, _read(report.text, sentence.tokens, words)
    lemmas, stems, content = read.lemmas, read.stems, read.content
    said = [(p, q) for p, q in findings.quotations[report.id] if p.overlaps(passage)]
    mentions = [(p, a) for p, a in findings.actors[report.id] if p.overlaps(passage)]
    return Slots(
        report=number,
        number=index,
        passage=passage,
        place=sentence.start / max(1, len(report.text)),
        terms=frozenset(s for s in stems if s),
        classes=frozenset(c for n in content for c in words.classes.get(lemmas[n], ())),
        names=frozenset(s for n in content if tokens[n].pos == "PROPN" and (s := stems[n])),
        actors=frozenset(a for _, a in mentions),
        numbers=frozenset(lemma for lemma in lemmas if any(letter.isdigit() for letter in lemma)),
        times=frozenset(value for p, value in findings.times[report.id] if p.overlaps(passage)),
        clocks=tuple((v, p) for p, v in findings.times[report.id] if CLOCK.search(v) and p.overlaps(passage)),
        verbs=frozenset(s for n in content if tokens[n].pos == "VERB" and (s := stems[n])),
        subject=_subject(sentence, lemmas),
        words=tuple(lemma for lemma, token in zip(lemmas, tokens, strict=True) if token.pos != "PUNCT"),
        sequence=read.sequence,
        clauses=read_clauses(tokens, lemmas, stems, words),
        persons=any(token.entity == "PERSON" for token in tokens),
        foci=read_foci(tokens, lemmas, stems, words),
        predicates=read_predicates(tokens, lemmas, stems, words),
        lemmas=frozenset(lemmas),
        speakers=frozenset(a for _, q in said if q.speaker for a in findings.members.get(q.speaker, {q.speaker})),
        accusers=frozenset(q.speaker for _, q in said if q.speaker and q.stance is Stance.ACCUSES),
        sayings=_sayings(said, passage, read.sequence),
        quotations=tuple(dict.fromkeys(q.id for _, q in said)),
        figures=tuple(f for p, f in findings.figures[report.id] if p.overlaps(passage)),
        quoted=_quoted(passage),
        negated=negated(lemmas, words),
        open=leaves_open(lemmas, words),
        ahead=looks_ahead([m for m, t in zip(lemmas, tokens, strict=True) if not lookalike(t, m, words)], words),
        earlier=report.earlier_at(sentence.start),
        tokens=tokens,
        superseded=report.version_of is not None,
        mentions=tuple(sorted((p.start, p.end, a) for p, a in mentions)),
        taken_back=None if (back := words.withdrawn(passage.words)) is None else passage.start + back,
    )


def _sayings(
    said: Iterable[tuple[Passage, Quotation]], sentence: Passage, sequence: Sequence[Term]
) -> tuple[Saying, ...]:
    """What each known speaker says in the sentence, speaker by speaker."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for content, quotation in said:
        if quotation.speaker:
            spans[quotation.speaker].append(spoken_span(content, sentence))
    return tuple(
        Saying(speaker, tuple(t for t in sequence if any(start <= t.start < end for start, end in found)))
        for speaker, found in sorted(spans.items())
    )


def spoken_span(content: Passage, sentence: Passage) -> tuple[int, int]:
    """The span of the content, stretched to the sentence's end where a colon follows; nothing of other reports.

    What follows a colon right after quoted content is said too: "he added a warning: The dam would not hold".
    """
    if content.report != sentence.report or content.start >= sentence.end or content.end <= sentence.start:
        return (0, 0)
    after = sentence.words[max(0, content.end - sentence.start) :].lstrip(' ”"')
    return (content.start, sentence.end if after.startswith(":") else content.end)


def _lemma(text: str, token: Token) -> str:
    """The token's lemma in lower case, number words as digits: "Thirteen" → "13", "300" → "300"."""
    surface = text[token.start : token.end].lower()
    if token.pos == "NUM" or surface in NUMBER_WORDS:
        return NUMBER_WORDS.get(surface, surface.replace(",", ""))
    return token.lemma if token.pos != "PROPN" else surface


def _is_content(token: Token, lemma: str) -> bool:
    """True for words that say something by themselves."""
    return token.pos in CONTENT and lemma not in LIGHT and any(letter.isalnum() for letter in lemma)


def _subject(sentence: Sentence, lemmas: Sequence[str]) -> frozenset[str]:
    """The stems of the subject of the main verb, its own words only: "the two armed men" → man, 2, arm."""
    heads = [
        n
        for n, token in enumerate(sentence.tokens)
        if token.dep in ("nsubj", "nsubjpass") and sentence.tokens[token.head].dep == "ROOT"
    ]
    inside = [
        n
        for n, token in enumerate(sentence.tokens)
        if _is_content(token, lemmas[n]) and (n in heads or token.head in heads)
    ]
    return frozenset(stem(lemmas[n]) for n in inside)


def _quoted(passage: Passage) -> float:
    """The part of the passage's letters that stands between double quotation marks on both sides."""
    inside = sum(len(match) for match in re.findall(r"[“\"][^”\"]*[”\"]?", passage.words))
    return inside / max(1, len(passage.words))
