"""What a sentence leaves to the one before: "one died", "the second gunman", "the board", "later that day"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.lexicons.brief import BriefWords
from crosswire.model.annotation import Sentence, Token

AGE = re.compile(r"\b(\d{1,3})[- ]years?[- ]old\b|, (?:aged )?(\d{1,3})(?=[,.;])")
BARE_AGE = re.compile(r"\b[Tt]he (\d{1,3})[- ]year[- ]old\b")
# "Minutes later, crews came": after what, the sentence before says.
_SPAN = r"(?:seconds?|moments?|minutes?|hours?|days?|weeks?|months?|years?)"
LATER = re.compile(rf"(?:\w+ ){{0,3}}{_SPAN} (?:later|earlier|before|after),", re.IGNORECASE)
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
THING = SUBJECTS | {"poss", "dobj", "pobj", "conj"}
BEFORE = frozenset({"amod", "compound", "nmod"})
BESIDE = frozenset({"det", "case", "punct", "cc", "conj", "amod", "nummod", "compound"})
# Which of them, the sentence before says: "the other was hurt", "two were held".
COUNTING = frozenset({"NUM", "PRON", "DET", "ADJ", "NOUN"})
CALENDAR = frozenset({"DATE", "TIME"})
PEOPLE = frozenset({"PERSON", ""})
ONE = frozenset({"one", "first", "two", "three", "four", "five"})


def leans(text: str, sentence: Sentence, words: BriefWords) -> bool:
    """True where only the sentence before can say who or when: "One was hurt", "The two met", "later that day"."""
    tokens = sentence.tokens
    return LATER.match(text, sentence.start, sentence.end) is not None or any(
        _counts_nobody(text, tokens, n, words)
        or _more(tokens, n, words)
        or _that_day(tokens, n, words)
        or _answers(tokens, n, words)
        for n in range(len(tokens))
    )


def ages_in(words: str) -> frozenset[str]:
    """The ages that the words give, as they are named by: "16-year-old" for "Ana Lupo, 16," too."""
    return frozenset(f"{age[1] or age[2]}-year-old" for age in AGE.finditer(words))


def needed_age(text: str, sentence: Sentence, words: BriefWords) -> frozenset[str]:
    """The ages by which alone somebody is called: "The 16-year-old was hurt", "the 16-year-old Ostra student".

    Not "the 16-year-old Ana Lupo", "the 16-year-old suspect", "the 16-year-old son of Lupo".
    """
    tokens = sentence.tokens
    found: set[str] = set()
    for age in BARE_AGE.finditer(text, sentence.start, sentence.end):
        n = next((n for n, t in enumerate(tokens) if t.end >= age.end()), 0)
        at = tokens[n].head if tokens[n].dep in BEFORE else n
        which = any(t.head == at and t.dep in ("prep", "appos") and m > at for m, t in enumerate(tokens))
        if tokens[at].pos != "PROPN" and tokens[at].lemma.lower() not in words.inferred and not which:
            found.add(f"{age[1]}-year-old")
    return frozenset(found)


def needed(sentence: Sentence, words: BriefWords) -> frozenset[str]:
    """The nouns for people that a sentence before must have: "the second gunman" needs a gunman, "another man" a man.

    Counter-examples: "One man died and another man was hurt", "Horn and another man were held".
    """
    tokens = sentence.tokens
    found: set[str] = set()
    for n, token in enumerate(tokens):
        if n == 1 and token.tag == "NNS" and tokens[0].lemma.lower() == "other":  # "Other witnesses saw a van"
            found.add(token.lemma.lower())
        beside = {t.lemma.lower() for m, t in enumerate(tokens) if t.head == n and m < n}
        if token.pos != "NOUN" or not ("another" in beside or token.lemma.lower() in words.whoever):
            continue
        apart = "another" in beside or bool(beside & {"the", "a"} and beside & words.further)
        before = {t.lemma.lower() for t in tokens[:n]} - beside
        first = _named_before(tokens, n) or before & (ONE | {token.lemma.lower()})
        if apart and not first:
            found.add(token.lemma.lower())
    return frozenset(found)


def definites(sentence: Sentence, words: BriefWords) -> frozenset[str]:
    """The nouns behind "the" of which nothing in the sentence says which is meant: "the board", "in the vehicle".

    Not those of which there is one, nor of people whom a name before may mean: "Ana Lupo said the girl was hurt".
    """
    tokens = sentence.tokens
    return frozenset(
        token.lemma.lower()
        for n, token in enumerate(tokens)
        if (token.pos == "NOUN" or (token.pos == "PROPN" and token.lemma.lower() in words.things))  # "the SUV"
        and token.lemma.lower() not in words.known | words.inferred
        and _is_definite(tokens, n)
        and not (token.lemma.lower() in words.whoever and _named_before(tokens, n))
    )


def _named_before(tokens: Sequence[Token], n: int) -> bool:
    """True where the sentence has told before whom "the boy" may be."""
    return any(t.pos == "PROPN" and t.entity in PEOPLE for t in tokens[:n])


def _is_definite(tokens: Sequence[Token], n: int) -> bool:
    """True for a subject, object or owner that only "the" stands before, or words that tell how it is.

    What a comma sets off tells nothing of which: "The letter, signed on Monday, said". Counter-examples: "the bridge at
    Tarn", "the Tarn bridge", "the men who fled".
    """
    comma = next((m for m, t in enumerate(tokens) if m > n and t.lemma == ","), len(tokens))
    beside = [t for m, t in enumerate(tokens) if t.head == n and m != n and (comma != n + 1 or m <= comma)]
    return (
        tokens[n].dep in THING
        and any(t.lemma.lower() == "the" for t in beside)
        and not any(t.lemma == tokens[n].lemma for t in tokens[:n])
        and all(t.dep in BESIDE and (t.pos != "PROPN" or t.dep == "conj") for t in beside)
    )


def _counts_nobody(text: str, tokens: Sequence[Token], n: int, words: BriefWords) -> bool:
    """True for "one", "others" or "the two" as the subject before any noun: of whom, nothing says."""
    token = tokens[n]
    surface = text[token.start : token.end].lower()
    counts = surface in words.counting or surface.isdecimal()
    if token.dep not in SUBJECTS or token.pos not in COUNTING or not counts:
        return False
    beside = [t for m, t in enumerate(tokens) if t.head == n and m != n]
    told = any(t.dep in ("prep", "relcl", "acl", "appos") for t in beside)
    return not told and not any(t.pos in ("NOUN", "PROPN") for t in tokens[:n])


def _more(tokens: Sequence[Token], n: int, words: BriefWords) -> bool:
    """True for "three more people", "the other eight", "an additional forty": besides whom, nothing before says.

    Counter-examples: "Horn and three other men were held", "killed one and hurt two others".
    """
    token = tokens[n]
    at = tokens[token.head].head if tokens[token.head].pos == "NUM" else token.head  # "about 20 more people"
    noun, beside = tokens[at], [m for m, t in enumerate(tokens) if t.head == at and m != at]
    than = n + 1 < len(tokens) and tokens[n + 1].lemma == "than"  # "more than four months after the fire"
    if token.lemma.lower() not in words.more or token.dep != "amod" or noun.tag != "NNS" or than:
        return False
    if not any(tokens[m].pos == "NUM" for m in beside):
        return False
    first = min(beside)
    verbs = {noun.head, tokens[noun.head].head} if noun.dep in ("dobj", "pobj") else {noun.head}
    verbs |= {tokens[n].head for n in verbs if tokens[n].dep == "ccomp"}  # who learned that "two other men" were hurt
    return not any(
        t.pos in ("NUM", "PROPN", "NOUN") and t.entity not in CALENDAR and not (t.dep in SUBJECTS and t.head in verbs)
        for t in tokens[:first]
    )


def _that_day(tokens: Sequence[Token], n: int, words: BriefWords) -> bool:
    """True for "that day", "the next morning" where no day stands before."""
    token = tokens[n]
    beside = {t.lemma.lower() for m, t in enumerate(tokens) if t.head == n and m < n}
    if token.lemma.lower() not in words.spans and not (token.lemma == "time" and "that" in beside):
        return False
    points = "that" in beside or ("the" in beside and bool(beside & words.nearby))
    before = [t for t in tokens[:n] if t.entity in CALENDAR]
    own = [t for m, t in enumerate(tokens[:n]) if all(one.entity in CALENDAR for one in tokens[m:n])]
    return points and len(before) == len(own)  # "later that day" is one expression


def _answers(tokens: Sequence[Token], n: int, words: BriefWords) -> bool:
    """True for "yet another", "Horn was referring to the dam", "Horn continued, calling out the council"."""
    token = tokens[n]
    if token.lemma.lower() == "another" and n and tokens[n - 1].lemma.lower() == "yet":
        return True
    if token.dep != "ROOT" or token.lemma.lower() not in words.answering | words.resuming:
        return False
    beside = [t for m, t in enumerate(tokens) if t.head == n and m != n]
    if token.lemma.lower() in words.answering:
        return token.tag == "VBG"
    somebody = any(t.dep == "nsubj" and t.pos in ("PROPN", "PRON") for t in beside)
    return somebody and not any(t.dep in ("dobj", "xcomp", "ccomp", "prep") for t in beside)
