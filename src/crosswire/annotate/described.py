"""Descriptions that stand for somebody without a name: "the Kremlin leader", "police", "a senior official"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.annotate.titling import HYPHENS, Title, Words
from crosswire.lexicons.load import Lexicons

# Prepositions that go on with a description: "a spokesman for the ministry", "people familiar with the talks".
GOING_ON = frozenset(("of", "for", "at", "with", "from", "in", "close", "familiar", "to"))
SPEAKING = frozenset(("nsubj", "nsubjpass", "pobj", "poss", "agent", "dobj", "conj", "attr", "appos", "ROOT"))
MOST_BEFORE = 6  # tokens before the noun: more are a parse gone wrong
LONGEST = 9  # tokens after the noun: longer tails are clauses


def find_described(
    words: Words, titles: Sequence[Title], named: frozenset[int], used: frozenset[int], lexicons: Lexicons
) -> Iterator[tuple[int, int]]:
    """The token spans of a sentence's descriptions, without article, left to right.

    `named` are the tokens of names: they may modify a description ("Kremlin leader"), not be its noun. `used` are the
    tokens of titles that a name already has.
    """
    free = {title.start: title for title in titles if not title.courtesy and title.start not in used}
    n = 0
    while n < len(words.forms):
        span: tuple[int, int] | None = None
        title = free.get(n)
        if title and words.tokens[title.end - 1].dep not in ("compound", "amod", "nmod"):
            span = (title.reach, tail(words, title.end - 1))
        elif not title and n not in named | used and _is_speaker(words, n, lexicons):
            start = n if _of_a_clause(words, n, lexicons) else _opening(words, n, used)
            span = (start, tail(words, n))
        if span and not _modifier(words, span[1]):
            yield span
        n = span[1] if span else n + 1


def _modifier(words: Words, end: int) -> bool:
    """True before a hyphen: `Republican` in "the Republican-led House" stands for nobody."""
    inside = end + 1 < len(words.forms) and words.touching(end) and words.touching(end + 1)
    return inside and words.forms[end] in HYPHENS


def _is_speaker(words: Words, n: int, lexicons: Lexicons) -> bool:
    """True for a noun of an unnamed speaker that is a party to something, not a modifier or a mere circumstance."""
    token = words.tokens[n]
    if token.pos not in ("NOUN", "PROPN", "PRON", "NUM", "DET") or token.dep not in SPEAKING:
        return False
    low = words.lower[n]
    if not lexicons.speakers.is_noun(low):
        return False
    person = low in lexicons.speakers.official or low in lexicons.speakers.group
    return token.dep in ("nsubj", "nsubjpass", "agent") or (person and token.tag == "NNS") or _told(words, n)


def _told(words: Words, n: int) -> bool:
    """True in "according to a report", "was told by a witness"."""
    head = words.tokens[n].head
    return words.tokens[n].dep == "pobj" and words.lower[head] in ("to", "by") and head > 0


def _of_a_clause(words: Words, n: int, lexicons: Lexicons) -> bool:
    """True for `police` in "the man police say fled", "a raid police say failed": they say it of the noun before.

    What they say has no subject of its own there; and "a" stands before no noun of several. Not in "the state police
    say it failed".
    """
    if n == 0 or words.tokens[n - 1].tag != "NN" or words.tokens[n].tag != "NNS":
        return False
    verb = words.tokens[n + 1 : n + 3]
    if len(verb) < 2 or verb[0].lemma not in lexicons.cues.verbs:
        return False
    return words.lower[max(0, n - 2)] in ("a", "an") or verb[1].tag in ("VBD", "VBZ", "VBP", "MD")


def _opening(words: Words, n: int, used: frozenset[int]) -> int:
    """Where the description that ends with noun `n` begins: its modifiers, without article and number."""
    start = n
    while start > max(0, n - MOST_BEFORE) and (start - 1) not in used and _modifies(words, start - 1):
        start -= 1
    while start < n and (words.tokens[start].tag in ("DT", "POS", "HYPH", "PDT", "WDT")):
        start += 1
    return start


def _modifies(words: Words, n: int) -> bool:
    """True when token `n` may stand before the noun in its description."""
    token = words.tokens[n]
    if token.tag in ("JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "CD", "HYPH", "VBN", "POS", "PRP$", "VBG"):
        return token.dep in ("amod", "compound", "nmod", "poss", "case", "punct", "nummod", "npadvmod", "quantmod")
    return False


def tail(words: Words, noun: int) -> int:
    """Where the description ends: after one phrase like `for the ministry`, if it is short."""
    end = noun + 1
    if end >= len(words.forms) or words.lower[end] not in GOING_ON or words.tokens[end].head != noun:
        return end
    reach = end
    inside = {end}
    for n in range(end + 1, min(len(words.forms), end + LONGEST)):
        if words.tokens[n].head not in inside and words.tokens[n].head <= n:
            break
        if words.tokens[n].head > n and words.tokens[n].head - n > 4:
            break
        if words.tokens[n].dep in ("relcl", "punct") or words.tokens[n].tag[:2] in ("VB", "RB", "WR"):
            break
        inside.add(n)
        reach = n
    if reach + 1 < len(words.forms) and words.touching(reach + 1) and words.forms[reach + 1] in HYPHENS:
        return noun + 1
    while reach > end and words.tokens[reach].pos in ("DET", "ADP", "ADJ", "CCONJ", "PRON", "PART", "SCONJ"):
        reach -= 1
    return reach + 1 if reach > end or words.lower[end] == "familiar" else noun + 1  # "people familiar | with how"
