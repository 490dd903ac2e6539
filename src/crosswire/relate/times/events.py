"""Which event a time expression dates: the words of the noun or clause that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crosswire.model.annotation import Sentence, Token
from crosswire.model.passage import Passage
from crosswire.model.report import Report

# Nouns that name something that happens, so that a time right behind them is theirs and not the verb's.
# "the chemical attack last week": the attack. Counter-example: "bombed an air base last week": the bombing.
EVENT_NOUNS = frozenset(
    [
        *("attack", "strike", "raid", "bombing", "shooting", "explosion", "blast", "crash", "assault", "massacre"),
        *("meeting", "summit", "talk", "conference", "visit", "trip", "speech", "interview", "hearing", "trial"),
        *("vote", "election", "referendum", "debate", "protest", "rally", "march", "strike", "riot", "clash"),
        *("earthquake", "flood", "storm", "fire", "outbreak", "accident", "collision", "death", "killing", "murder"),
        *("arrest", "resignation", "ruling", "decision", "announcement", "statement", "ceremony", "funeral", "game"),
        *("launch", "test", "exercise", "invasion", "coup", "ceasefire", "incident", "event", "session", "briefing"),
        *(
            "collapse",
            "derailment",
            "sinking",
            "eruption",
            "landslide",
            "avalanche",
            "robbery",
            "theft",
            "spill",
            "leak",
        ),
        *("verdict", "sentencing", "opening", "closure", "evacuation", "rescue", "wedding", "signing"),
    ]
)
# Prepositions that make a time a bound and not the moment of what happened. "since 2011", "until Friday".
BOUNDS = frozenset(["since", "until", "till", "before", "after", "by", "through", "from", "beyond", "between"])
# Verbs that say: the time beside one dates the saying, and what is said happened at another time. "Nine people have
# died, the ministry said on Wednesday" tells of no Wednesday's deaths. Counter-example: "accused her of theft on
# Monday", "promised an inquiry": acts of their own.
SAYING = frozenset(["say", "tell", "announce", "add", "state", "speak", "comment", "reply", "tweet"])
# Verbs that say only with what is said behind them: "wrote on Monday that"; "reported the theft on Monday" is an act.
SAYING_THAT = frozenset(
    [
        *(
            "report",
            "write",
            "confirm",
            "warn",
            "deny",
            "claim",
            "insist",
            "argue",
            "stress",
            "note",
            "explain",
            "declare",
        ),
        *("suggest", "acknowledge", "admit", "maintain", "predict", "estimate"),
    ]
)
# What a saying is said in: "told a news conference on Tuesday". "Held a news conference" is an event.
SAID_IN = frozenset(
    [
        *("statement", "announcement", "interview", "conference", "briefing", "speech", "report", "letter", "message"),
        *("hearing", "debate", "meeting", "rally", "session", "visit"),
    ]
)
# A year or century before a noun that names no event tells which one it is: "a 1989 song", "the 19th-century palace".
# Counter-example: "fell during the Tuesday rush" is dated by its Tuesday.
YEAR = re.compile(r"(?:the )?(?:\d{4}s?|\d+(?:st|nd|rd|th)[- ]century)")
# Clauses that stand inside another and have a subject of their own.
_OWN = ("ROOT", "ccomp", "advcl", "conj", "parataxis", "relcl", "acl", "csubj")
_NOUNS = ("NOUN", "PROPN")
# Content words under which a noun phrase says too little alone ("our meeting today"): the sentence stands for it.
_TELLING = 3


@dataclass(frozen=True, slots=True)
class Event:
    """What a time dates: the passage that tells it, the lemma of its head, and its content words as lemmas."""

    passage: Passage
    head: str
    words: frozenset[str]
    nominal: bool


def event_of(report: Report, sentence: Sentence, time: Passage) -> Event | None:
    """The event that a time expression in the sentence dates, or None where it only bounds, or dates a saying."""
    tokens = sentence.tokens
    inside = [n for n, token in enumerate(tokens) if time.start <= token.start < time.end]
    if not inside:
        return None
    first, top = inside[0], _top(tokens, inside)
    if _is_bound(report, tokens, first, top) or _follows_saying(tokens, first):
        return None
    noun = _noun_of(tokens, inside, top)
    if noun is None and _names(tokens, inside, top) and YEAR.fullmatch(time.words):
        return None
    if noun is not None and tokens[noun].lemma in SAID_IN and _says(tokens, _clause_verb(tokens, noun)):
        return None
    if noun is not None:
        event = _nominal(report, tokens, noun, inside)
        if len(event.words) >= _TELLING:
            return event
        return replace(event, passage=report.passage(sentence.start, sentence.end))
    verb = _clause_verb(tokens, top)
    return _verbal(report, sentence, verb) if verb is not None and not _says(tokens, verb) else None


def _names(tokens: Sequence[Token], inside: Sequence[int], top: int) -> bool:
    """True when the time stands before a noun as a part of its name: "a 1989 song"."""
    head = tokens[top].head
    return head > inside[-1] and tokens[head].pos in _NOUNS


def _says(tokens: Sequence[Token], verb: int | None) -> bool:
    """True when the verb only says: "said", "wrote that", "according to"."""
    if verb is None:
        return False
    lemma = tokens[verb].lemma
    if lemma in SAYING or lemma == "accord":
        return True
    under = {token.dep for token in tokens if token.head == verb}
    said = tokens[verb].dep == "parataxis" or "ccomp" in under or not under & {"dobj", "nsubjpass"}
    return lemma in SAYING_THAT and said


def _follows_saying(tokens: Sequence[Token], first: int) -> bool:
    """True when the time stands right behind a verb of saying, however the parser hangs it: "he said late Monday"."""
    before = first - 1
    while before > 0 and tokens[before].pos in ("ADP", "ADV"):
        before -= 1
    return before >= 0 and tokens[before].pos == "VERB" and tokens[before].lemma in SAYING


def _top(tokens: Sequence[Token], inside: Sequence[int]) -> int:
    """The token of the expression whose head lies outside it."""
    return next((n for n in inside if tokens[n].head not in inside or tokens[n].head == n), inside[0])


def _is_bound(report: Report, tokens: Sequence[Token], first: int, top: int) -> bool:
    """True for "since April", "after Wednesday": the time bounds what happened, it is not when it happened."""
    before = report.text[tokens[first - 1].start : tokens[first - 1].end].lower() if first else ""
    return before in BOUNDS or (tokens[tokens[top].head].lemma in BOUNDS and tokens[tokens[top].head].dep != "ROOT")


def _noun_of(tokens: Sequence[Token], inside: Sequence[int], top: int) -> int | None:
    """The noun whose time it is: the one it hangs on, or an event's noun right before it ("the attack last week").

    In "the collapse of the bridge on Tuesday" the time may hang on the bridge, and is the collapse's.
    """
    head = tokens[top].head
    if tokens[head].lemma in ("of", "on", "in") and tokens[head].pos == "ADP":
        head = tokens[head].head
    if head not in inside and tokens[head].pos in _NOUNS and tokens[head].lemma in EVENT_NOUNS:
        return head
    before = inside[0] - 1
    if before > 0 and tokens[before].lemma in ("on", "in", "of"):
        before -= 1
    if before < 0 or tokens[before].pos not in _NOUNS:
        return None
    if tokens[before].lemma in EVENT_NOUNS:
        return before
    above = tokens[before].head
    whole = tokens[above].head
    of_event = tokens[before].dep == "pobj" and tokens[above].lemma == "of" and tokens[whole].lemma in EVENT_NOUNS
    return whole if of_event and tokens[whole].pos in _NOUNS else None


def _nominal(report: Report, tokens: Sequence[Token], noun: int, inside: Sequence[int]) -> Event:
    """The event of a noun: its whole phrase with the time, from its first modifier to the last word under it."""
    members = {*_subtree(tokens, noun), *inside}
    first, last = min(members), max(members)
    # A phrase that the parser broke at the time goes on behind it: "the attack last week on the town of Dorn".
    while last + 1 < len(tokens) and tokens[last + 1].pos == "ADP" and last == inside[-1]:
        last = max(_subtree(tokens, last + 1))
    while first < noun and tokens[first].pos in ("PUNCT", "CCONJ", "ADP", "SCONJ"):
        first += 1
    return _event(report, tokens, first, last, noun, nominal=True)


def _clause_verb(tokens: Sequence[Token], index: int) -> int | None:
    """The verb whose clause the word stands in: infinitives and auxiliaries give way to the verb that leads them."""
    for _ in range(len(tokens)):
        token = tokens[index]
        bare = (
            token.tag == "VB" and token.dep != "ROOT" and not any(t.head == index and t.dep == "nsubj" for t in tokens)
        )
        if token.pos in ("VERB", "AUX") and token.dep in _OWN and not bare:
            return index
        if token.head == index:
            return index if token.pos in ("VERB", "AUX") else None
        index = token.head
    return None


def _verbal(report: Report, sentence: Sentence, verb: int) -> Event:
    """The event of a clause: the whole sentence for a main verb, else the clause without what leads into it."""
    tokens = sentence.tokens
    if tokens[verb].dep in ("ROOT", "conj", "parataxis"):
        words = _content(tokens, range(len(tokens)))
        passage = report.passage(sentence.start, sentence.end)
        return Event(passage, tokens[verb].lemma, words, nominal=False)
    members = _subtree(tokens, verb)
    first, last = min(members), max(members)
    if tokens[verb].dep in ("relcl", "acl"):
        first = min(first, min(_subtree(tokens, tokens[verb].head)))  # the words that "which" stands for
    while first < verb and (tokens[first].pos in ("PUNCT", "CCONJ", "SCONJ", "ADP") or tokens[first].dep == "mark"):
        first += 1
    return _event(report, tokens, first, last, verb, nominal=False)


def _event(report: Report, tokens: Sequence[Token], first: int, last: int, head: int, *, nominal: bool) -> Event:
    """An event over the tokens `first` to `last`, marks at the end left out."""
    while last > first and tokens[last].pos == "PUNCT":
        last -= 1
    passage = report.passage(tokens[first].start, tokens[last].end)
    return Event(passage, tokens[head].lemma, _content(tokens, range(first, last + 1)), nominal)


def _subtree(tokens: Sequence[Token], index: int) -> list[int]:
    """The token and everything under it, as one unbroken run: what lies between its first and last word."""
    members = {index}
    grown = True
    while grown:
        grown = False
        for n, token in enumerate(tokens):
            if n not in members and token.head in members:
                members.add(n)
                grown = True
    return sorted(members)


def _content(tokens: Sequence[Token], span: range) -> frozenset[str]:
    """The lemmas of the nouns, verbs, adjectives and names in a span."""
    kept = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
    return frozenset(tokens[n].lemma for n in span if tokens[n].pos in kept and len(tokens[n].lemma) > 2)
