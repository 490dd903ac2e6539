"""Whether a sentence can be read alone: nothing in it leans on the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Quotation, Sentence, Token
from crosswire.model.passage import Passage

SHORTEST = 6
NAMING = frozenset({"nsubj", "nsubjpass", "pobj"})
LONGEST = 65
MARKS = re.compile('["“”]')
# Which one, the sentence before says: "both countries agreed", "these officers".
POINTERS = frozenset({"this", "that", "these", "those", "both"})
# "this week" points at the calendar
CALENDAR = frozenset({"day", "week", "month", "year", "morning", "evening", "night", "summer", "winter", "time"})
# Pronouns of the person who speaks are at home between marks when the sentence also says who speaks.
SPEAKING = frozenset({"i", "we", "me", "us", "my", "our", "you", "your", "mine", "ours", "myself", "ourselves"})


def stands_alone(text: str, sentence: Sentence, words: PointWords) -> bool:
    """True when a reader understands the sentence without the one before.

    "But he refused." leans; "The minister said he refused." does not; nor does a quotation that names its speaker.
    """
    tokens = [t for t in sentence.tokens if t.pos != "PUNCT"]
    surface = text[sentence.start : sentence.end]
    if not SHORTEST <= len(tokens) <= LONGEST or (
        not surface[0].strip("\"“'‘").isalnum() and surface[0] not in "\"“'‘$£€"
    ):
        return False
    if not surface.rstrip("”\"'’)").endswith((".", "!", "?", "…")) or surface.count("“") != surface.count("”"):
        return False
    if surface.count('"') % 2 or surface[0].islower() or not any(t.pos in ("VERB", "AUX") for t in tokens):
        return False
    if _says_nothing(sentence, surface):
        return False
    return not _opening_leans(text, tokens, words) and not _pronoun_leans(text, sentence, words)


def _says_nothing(sentence: Sentence, surface: str) -> bool:
    """True for a speaker and a cue without content: "Ana Lupo said at a news conference on Sunday"."""
    for n, token in enumerate(sentence.tokens):
        if token.dep == "ROOT" and token.lemma in ("say", "tell", "add"):
            content = any(t.head == n and t.dep in ("ccomp", "dobj", "parataxis", "xcomp") for t in sentence.tokens)
            return not content and not MARKS.search(surface)
    return False


def _opening_leans(text: str, tokens: Sequence[Token], words: PointWords) -> bool:
    """True for "But …", "In addition, …": the opening answers something that is not there."""
    opening = " ".join(text[t.start : t.end].lower() for t in tokens[:4])
    return opening.split()[0] in words.dangling_openings or opening.startswith(words.dangling_phrases)


def _pronoun_leans(text: str, sentence: Sentence, words: PointWords) -> bool:
    """True when a pronoun comes before every name it could stand for, or speaks without a named speaker."""
    quoted = _quoted_spans(text, sentence)
    named = False
    outside_name = any(t.pos == "PROPN" and not _inside(t, quoted) for t in sentence.tokens)
    for token in sentence.tokens:
        surface = text[token.start : token.end].lower()
        inside = _inside(token, quoted)
        if not inside and (token.pos == "PROPN" or (token.pos == "NOUN" and token.dep in NAMING)):
            named = True
        if surface not in words.pronouns or token.pos not in ("PRON", "DET"):
            continue
        if inside:
            if not outside_name:
                return True
        elif surface in SPEAKING or (not named and not _empty(token, sentence)):
            return True
    return False


def _empty(token: Token, sentence: Sentence) -> bool:
    """True for the "it" and "that" that stand for nothing: "it is not clear whether", "that" before a clause."""
    if token.dep in ("expl", "mark", "det"):
        return token.dep != "det"
    head = sentence.tokens[token.head]
    clause = any(t.head == token.head and t.dep in ("ccomp", "csubj") for t in sentence.tokens)
    return token.lemma == "it" and head.lemma == "be" and clause


def _quoted_spans(text: str, sentence: Sentence) -> list[tuple[int, int]]:
    """Where the sentence is between double quotation marks."""
    marks = [sentence.start + m.start() for m in MARKS.finditer(text[sentence.start : sentence.end])]
    return list(zip(marks[::2], marks[1::2], strict=False))


def _inside(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < token.start < end for start, end in spans)


def points_back(sentence: Sentence, words: PointWords) -> bool:
    """True for a thing that the sentence before must name: "the deal would apply", "some of those issues"."""
    tokens = sentence.tokens
    for n, token in enumerate(tokens):
        if token.pos == "NOUN" and token.lemma not in CALENDAR:
            beside = [t for t in tokens if t.head == n and t is not token]
            pointing = any(t.lemma in POINTERS and t.dep in ("det", "predet") for t in beside)
            subject = token.dep in ("nsubj", "nsubjpass") and token.lemma in words.pointing_nouns
            definite = subject and any(t.lemma == "the" for t in beside)
            if (pointing or definite) and all(t.dep in ("det", "punct", "predet", "nummod") for t in beside):
                return True
    return False


def inside_quotation(sentence: Passage, quotations: Iterable[Quotation]) -> bool:
    """True when the whole sentence is between marks that open or close in another: its speaker is named there."""
    return any(
        verbatim.report == sentence.report and verbatim.start <= sentence.start and sentence.end <= verbatim.end + 2
        for quotation in quotations
        for verbatim in quotation.verbatim
    )
