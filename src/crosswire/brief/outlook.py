"""Whether a sentence looks ahead to what another report tells as past: then it is not the news any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswire.brief.newness import days_behind
from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Sentence, Token
from crosswire.model.passage import Passage
from crosswire.model.relation import Relations
from crosswire.model.token_tree import TOPICAL, upward
from crosswire.model.when import stamp

# Counter-example: "would" and "might" also tell of what nobody expects to happen.
MODALS = frozenset({"will", "shall", "'ll", "’ll"})
# "is set to open", "is expected to open": the verb, and what follows it after "to".
AHEAD = frozenset({"expect", "plan", "schedule", "set", "due", "intend", "hope", "prepare", "poise", "slate"})
FIXED = frozenset({"schedule", "set", "plan", "slate"})
PAST = frozenset({"VBD"})
# "opened talks", "opens talks".
WHO = frozenset({"nsubj", "conj", "appos"})
BEGIN, BEGINNING = "begin", frozenset({"VBD", "VBZ", "VBP"})
CHAINED = frozenset({"xcomp", "pcomp", "ccomp", "advcl"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr"})
# Synonyms that almost any two sentences share, and verbs that say nothing by themselves.
EMPTY = frozenset({"say", "ask", "police", "report", "press", "confirm", "show", "expect", "plan", "warn"})
BARE = frozenset({"be", "have", "do", "get", "make", "take", "go", "give", "come", "see", "say"})
# So many words that say what is foretold must stand in the sentence that tells it.
LEAST_SHARED = 3
# So many days later what a report looked ahead to is past, or never came.
LONG = 7
# What "is scheduled" may be over so many days later.
SOON = 3
DAY = len("2031-03-04")


@dataclass(frozen=True, slots=True)
class Event:
    """Something foretold or told: the keys of its verb or noun, and the stems of all words around it."""

    report: int
    keys: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]


class Outlook:
    """What a story's sentences tell as past, ready to be asked by what others look ahead to."""

    def __init__(self, relations: Relations, words: PointWords) -> None:
        self._words = words
        self._days_behind = days_behind(relations)
        self._published = [stamp(report.published_at.value) for report in relations.reports]
        self._days: dict[str, list[tuple[Passage, str]]] = defaultdict(list)
        for time in relations.times:
            if time.when.value and len(time.when.value) >= DAY and time.when.value[:4].isdecimal():
                self._days[time.passage.report].append((time.passage, time.when.value[:DAY]))
        self._told: dict[str, list[Event]] = defaultdict(list)
        for number, annotation in enumerate(relations.annotations):
            for sentence in annotation.sentences:
                for event in self._past(number, sentence):
                    for key in event.keys:
                        self._told[key].append(event)

    def overtaken(self, report: int, passage: Passage, sentence: Sentence) -> bool:
        """True when the sentence looks ahead to what another report, not an earlier one, tells as past; or to a day
        that has passed when another report came out.

        "The talks between Lupo and Horn look set to fail" beside "Lupo talked with Horn for an hour".
        """
        if any(self._is_told(event) for event in self._begun(report, sentence.tokens)):
            return True
        verbs = list(_foretold(sentence.tokens))
        if self._days_behind[report] >= LONG and any(not _was_foretold(sentence.tokens, verb) for verb in verbs):
            return True
        fixed = (n for n, token in enumerate(sentence.tokens) if token.lemma in AHEAD and token.tag == "VBN")
        if any(self._day_passed(report, passage, sentence.tokens, verb) for verb in (*verbs, *fixed)):
            return True
        if self._days_behind[report] >= SOON and any(
            _is_fixed(sentence.tokens, n) for n in range(len(sentence.tokens))
        ):
            return True
        return any(self._is_told(e) for verb in verbs for e in self._events(report, sentence.tokens, verb))

    def _is_told(self, event: Event) -> bool:
        return any(
            other.report != event.report
            and not self._earlier(other.report, event.report)
            and event.names <= other.words
            and len((event.names | event.words) & other.words) + bool(event.keys & other.keys) >= LEAST_SHARED
            for key in sorted(event.keys)
            for other in self._told.get(key, ())
        )

    def _day_passed(self, report: int, passage: Passage, tokens: Sequence[Token], verb: int) -> bool:
        """True when the day for which something is foretold lies between its report and a later one."""
        own = self._published[report]
        later = max((p[:DAY] for p in self._published if p), default="")
        days = [
            day
            for where, day in self._days[passage.report]
            if any(where.start <= t.start < where.end and _under(tokens, m, [verb]) for m, t in enumerate(tokens))
        ]
        return own is not None and any(own[:DAY] <= day < later for day in days)

    def _earlier(self, one: int, two: int) -> bool:
        """True when report `one` is known to have come out before report `two`, by the day."""
        a, b = self._published[one], self._published[two]
        return a is not None and b is not None and a[:DAY] < b[:DAY]

    def _past(self, report: int, sentence: Sentence) -> Iterator[Event]:
        """What the sentence tells as past."""
        tokens = sentence.tokens
        words = frozenset(k for t in tokens if t.pos in TOPICAL for k in (*self._keys(t), t.lemma.lower()))
        for n, token in enumerate(tokens):
            if token.pos == "VERB" and token.lemma not in BARE and _is_past(tokens, n):
                yield Event(report, self._keys(token), frozenset(), words - {token.lemma.lower()})

    def _events(self, report: int, tokens: Sequence[Token], verb: int) -> Iterator[Event]:
        """The verb, or the event that is its subject or object, with the names and words around it."""
        heads = {verb, tokens[verb].head if tokens[verb].dep == "xcomp" else verb}
        if tokens[verb].dep == "xcomp":
            heads.add(tokens[tokens[verb].head].head)
        near = [m for m, t in enumerate(tokens) if t.head in heads and t.dep in ARGUMENTS]
        near += [m for m in sorted(heads) if tokens[m].pos == "NOUN"]  # "the talks set to open on Monday"
        inside = [m for m in range(len(tokens)) if _under(tokens, m, near)]
        names = frozenset(tokens[m].lemma.lower() for m in inside if tokens[m].pos == "PROPN")
        words = frozenset(tokens[m].lemma.lower() for m in inside if tokens[m].pos in TOPICAL)
        told = [m for m in near if tokens[m].pos == "NOUN" and self._words.happens(tokens[m].lemma)]
        if tokens[verb].lemma not in BARE:
            yield Event(report, frozenset({tokens[verb].lemma.lower()}), names, words)
        for noun in told:
            mine = _names_of(tokens, noun)
            if mine:
                yield Event(report, self._keys(tokens[noun]), mine, words - {tokens[noun].lemma.lower()})

    def _begun(self, report: int, tokens: Sequence[Token]) -> Iterator[Event]:
        """What the sentence tells the beginning of: "Lupo and Horn opened talks on Monday"."""
        for n, token in enumerate(tokens):
            if token.pos == "VERB" and token.tag in BEGINNING and BEGIN in self._words.classes.get(token.lemma, ()):
                named = [t for t in tokens[:n] if t.pos == "PROPN" and t.dep in WHO]
                people = frozenset(t.lemma.lower() for t in named)
                for noun in tokens:
                    if noun.head == n and noun.dep == "dobj" and people and self._words.happens(noun.lemma):
                        yield Event(report, self._keys(noun), people, frozenset())

    def _keys(self, token: Token) -> frozenset[str]:
        """The word and its synonym classes."""
        classes = self._words.classes.get(token.lemma, frozenset()) - EMPTY
        return frozenset({token.lemma.lower(), *(f"/{c}" for c in classes)})


def _foretold(tokens: Sequence[Token]) -> Iterator[int]:
    """The verbs of what the sentence looks ahead to."""
    for n, token in enumerate(tokens):
        verb = None
        if token.tag == "MD" and token.lemma.lower() in MODALS:
            verb = token.head
        elif token.lemma in AHEAD:
            verb = next((m for m, t in enumerate(tokens) if t.head == n and t.dep == "xcomp"), None)
        if verb is not None and not any(t.head == verb and t.dep == "neg" for t in tokens):
            yield verb


def _is_fixed(tokens: Sequence[Token], n: int) -> bool:
    """True for the main verb of "A hearing is scheduled", "is set for trial"."""
    now = any(t.head == n and t.dep == "auxpass" and t.tag in ("VBZ", "VBP") for t in tokens)
    return tokens[n].dep == "ROOT" and tokens[n].lemma in FIXED and tokens[n].tag == "VBN" and now


def _was_foretold(tokens: Sequence[Token], verb: int) -> bool:
    """True for "was expected to take a week": that it was so stays true."""
    above = tokens[verb].head
    helpers = [t for t in tokens if t.dep in ("aux", "auxpass") and tokens[t.head] in (tokens[above], tokens[verb])]
    return tokens[verb].dep == "xcomp" and any(t.tag == "VBD" for t in (*helpers, tokens[above]))


def _names_of(tokens: Sequence[Token], noun: int) -> frozenset[str]:
    """The names that stand under a noun: "the talks between Lupo and Horn"."""
    return frozenset(t.lemma.lower() for m, t in enumerate(tokens) if t.pos == "PROPN" and _under(tokens, m, [noun]))


def _under(tokens: Sequence[Token], n: int, heads: Sequence[int]) -> bool:
    """True when the token is one of the heads or hangs on one."""
    return any(m in heads for m in upward(tokens, n))


def _is_past(tokens: Sequence[Token], n: int) -> bool:
    """True for a verb in the past that is told: "talked", "had talked", "spent an hour talking"; not "didn't talk"."""
    for _ in tokens:
        beside = [t for m, t in enumerate(tokens) if t.head == n and m != n]
        if any(t.dep == "neg" or t.tag == "MD" for t in beside):
            return False
        if tokens[n].tag in PAST or any(t.dep in ("aux", "auxpass") and t.tag in PAST for t in beside):
            return True
        if any(t.dep == "aux" and t.lemma == "have" for t in beside) and tokens[n].tag == "VBN":
            return True
        if tokens[n].dep not in CHAINED or tokens[n].head == n or tokens[n].tag != "VBG":
            return False
        n = tokens[n].head
    return False
