"""Whether a pronoun of a sentence stands for somebody or something that the sentence itself names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Sentence, Token

NAMING = frozenset({"nsubj", "nsubjpass", "pobj"})
SAID = frozenset({"say", "tell", "announce"})
MARKS = re.compile('["“”]')
PERSONS, THEIRS = frozenset({"he", "she"}), frozenset({"his", "her"})
OTHERS = frozenset({"he", "she", "they", "him", "them"})
CLOCK = frozenset({"DATE", "TIME"})
# "The Russians said it lasted an hour": "it" is neither a person nor a people.
NOBODY = frozenset({"PERSON", "NORP"})
THINGS = frozenset({"NN", "NNS", "VBG"})
FOLLOWING = frozenset({"xcomp", "ccomp", "advcl", "prep"})
PEOPLE = frozenset({"PERSON", ""})
# "Police would not confirm that": what, the sentence before says.
SHOWING = frozenset({"this", "that", "these", "those"})
SHOWN = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr"})
EXPLAINING = frozenset({"relcl", "acl", "prep"})
# Pronouns of the person who speaks are at home between marks when the sentence also says who speaks.
SPEAKING = frozenset({"i", "we", "me", "us", "my", "our", "you", "your", "mine", "ours", "myself", "ourselves"})

ADDRESSED = frozenset({"you", "your"})


def pronoun_leans(text: str, sentence: Sentence, words: PointWords) -> bool:
    """True when a pronoun comes before every name it could stand for, or speaks without a named speaker."""
    quoted = quoted_spans(text, sentence)
    named = False
    outside_name = any(_is_name(t) and not inside(t, quoted) for t in sentence.tokens)
    for n, token in enumerate(sentence.tokens):
        surface = text[token.start : token.end].lower()
        within = inside(token, quoted)
        if surface in SHOWING and _shows_back(n, sentence):
            return True
        named = named or (not within and _names(token))
        if not within and named and surface in words.pronouns and _means_nothing(n, sentence, quoted, words):
            return True
        if surface not in words.pronouns or token.pos not in ("PRON", "DET"):
            continue
        if not within and not outside_name and _speaks(token, sentence, words):
            return True
        if within:
            if surface == "it" and _stands_for_nothing_before(n, sentence):
                return True
            if not outside_name or (surface in OTHERS and not named and not _named_inside(token, sentence)):
                return True
        elif surface in SPEAKING or (not named and not _empty(token, sentence)):
            return True
    return False


def speaks_itself(text: str, sentence: Sentence) -> bool:
    """True for "We are saddened by the flood", outside all marks: a statement or an opinion, and no report."""
    quoted = quoted_spans(text, sentence)
    own = (t for t in sentence.tokens if t.pos == "PRON" and not inside(t, quoted))  # not the US, I Street
    return any(text[t.start : t.end].lower() in SPEAKING - ADDRESSED for t in own)


def _means_nothing(n: int, sentence: Sentence, quoted: Sequence[tuple[int, int]], words: PointWords) -> bool:
    """True where what stands before the pronoun can't be meant: "With 200 people inside, she …", "On Monday his …".

    "The conviction meant they …", "The Russians said it lasted …".
    """
    token = sentence.tokens[n]
    lemma = token.lemma.lower()
    before = [t for t in sentence.tokens[:n] if not inside(t, quoted) and not _is_another(t, token, sentence)]
    if lemma in THEIRS:
        return not any(_is_name(t) or _may_be_he(t) for t in before if _names(t))
    if lemma in PERSONS:
        return not any(t.entity in PEOPLE if _is_name(t) else _may_be_he(t) for t in before if _names(t))
    if lemma == "they":
        return not any(_is_name(t) or _may_be_they(t, words) for t in before)
    if lemma == "it" and _is_cue(sentence.tokens[token.head], words) and token.dep == "nsubj":
        return not any(t.entity == "ORG" or (t.dep == "nsubj" and t.head < n) for t in before)
    if lemma == "it" and token.dep == "nsubj" and not _empty(token, sentence):
        return not any(t.tag in THINGS or (_is_name(t) and t.entity not in NOBODY) for t in before)
    return False


def _is_another(noun: Token, pronoun: Token, sentence: Sentence) -> bool:
    """True for what it can't mean: the subject in "A parent met him", the release in "said in a release that it …"."""
    if pronoun.dep == "dobj" and noun.dep in ("nsubj", "nsubjpass"):
        return noun.head == pronoun.head
    if noun.dep != "pobj" or pronoun.lemma.lower() != "it":
        return False
    cue = sentence.tokens[sentence.tokens[noun.head].head]
    return cue.lemma in SAID and cue.dep == "ROOT"


def _stands_for_nothing_before(n: int, sentence: Sentence) -> bool:
    """True for "“It sets no precedent,” Lupo said"."""
    token = sentence.tokens[n]
    return token.dep == "nsubj" and not _empty(token, sentence) and not _named_inside(token, sentence)


def _shows_back(n: int, sentence: Sentence) -> bool:
    """True for the "that" of "Police would not confirm that", "would not go that far", "“That is wrong,” Lupo said".

    Not where the sentence has told it before ("Lupo resigned, and that ended the row"); nor "those who fled".
    """
    tokens, first = sentence.tokens, n
    if tokens[n].dep == "advmod" and tokens[n].lemma == "that":
        return True
    explained = any(t.head == n and m > n and t.dep in EXPLAINING for m, t in enumerate(tokens))
    if tokens[n].tag != "DT" or tokens[n].dep not in SHOWN or explained:
        return False
    above = {n}
    while tokens[n].head not in above and tokens[n].dep != "conj":
        n = tokens[n].head
        above.add(n)
    return not any(t.pos == "VERB" and m not in above for m, t in enumerate(tokens[:first]))


def _names(token: Token) -> bool:
    """True for a name, and for a noun as a subject or behind a preposition."""
    return _is_name(token) or (token.pos == "NOUN" and token.dep in NAMING)


def _named_inside(token: Token, sentence: Sentence) -> bool:
    """True where the words before the pronoun can name whom it stands for."""
    return any(t.start < token.start and t.pos in ("PROPN", "NOUN") for t in sentence.tokens)


def _is_name(token: Token) -> bool:
    """True for a name, which "Wednesday" is none of."""
    return token.pos == "PROPN" and token.entity not in CLOCK


def _may_be_he(token: Token) -> bool:
    """True for a noun that "he" or "she" may stand for: not "witnesses", "people", "the shootings"."""
    return token.tag == "NN" and token.entity not in CLOCK


def _may_be_they(token: Token, words: PointWords) -> bool:
    """True for a noun that "they" may stand for: more than one, or people together."""
    return token.tag == "NNS" or token.lemma.lower() in words.together


def _speaks(token: Token, sentence: Sentence, words: PointWords) -> bool:
    """True for the "she" of "The baby was taken to hospital, she said": whoever speaks, nobody in the sentence is."""
    speaks = token.dep == "nsubj" and token.lemma.lower() in PERSONS
    return speaks and _is_cue(sentence.tokens[token.head], words)


def _is_cue(token: Token, words: PointWords) -> bool:
    return "say" in words.classes.get(token.lemma, frozenset())


def _empty(token: Token, sentence: Sentence) -> bool:
    """True for the "it" and "that" that stand for nothing: "it is not clear whether", "that" before a clause."""
    if token.dep in ("expl", "mark", "det"):
        return token.dep != "det"
    head = sentence.tokens[token.head]
    clause = any(t.head == token.head and t.dep in ("ccomp", "csubj") for t in sentence.tokens)
    judged = [n for n, t in enumerate(sentence.tokens) if t.head == token.head and t.dep == "acomp"]
    of_what = any(t.head in judged and t.dep in FOLLOWING for t in sentence.tokens)  # "it is unusual for them to …"
    return token.lemma == "it" and head.lemma == "be" and (clause or of_what)


def quoted_spans(text: str, sentence: Sentence) -> list[tuple[int, int]]:
    """Where the sentence is between double quotation marks."""
    marks = [sentence.start + m.start() for m in MARKS.finditer(text[sentence.start : sentence.end])]
    return list(zip(marks[::2], marks[1::2], strict=False))


def inside(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < token.start < end for start, end in spans)
