"""Titles in a sentence: where they stand, how far they reach, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Sentence, Token
from crosswire.model.report import Report

HYPHENS = ("-", "‐", "‑")
# A small particle that is written together with the name: "diMarno", "deLund". Counter-example: "eBay".
JOINED = re.compile(r"(?:d[aeiu]|de[lr]|la|le|van|von|mac)[A-Z]")
# Classes of titles that are common words and often end names: "Northern Star", "Border Guard".
COMMON = frozenset(
    ("show", "sport", "private", "party-to-crime", "family", "media", "activist", "medicine", "business")
)
# Tags of words that may stand inside a title, left of its last word: "top", "Varnian", "energy", "28-year-old".
INSIDE_TAGS = frozenset(("JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "VBN", "CD", "HYPH", "PRP$", "POS"))


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence as words: `forms` as printed, `lower` in lower case, both beside `tokens`."""

    tokens: Sequence[Token]
    forms: Sequence[str]
    lower: Sequence[str]

    def touching(self, n: int) -> bool:
        """True when no white space stands between token `n` and the one before it."""
        return n > 0 and self.tokens[n - 1].end == self.tokens[n].start

    def capital(self, n: int) -> bool:
        """True when token `n` begins with a capital letter, or with a particle written to a name: `diMarno`."""
        return self.forms[n][:1].isupper() or bool(JOINED.match(self.forms[n]))


@dataclass(frozen=True, slots=True)
class Title:
    """A title: token span `[start, end)`; `reach` is where its modifiers begin (`reach <= start`)."""

    start: int
    end: int
    reach: int
    courtesy: bool = False


def words_of(report: Report, sentence: Sentence) -> Words:
    """The sentence's words."""
    forms = [report.text[t.start : t.end] for t in sentence.tokens]
    return Words(sentence.tokens, forms, [form.lower() for form in forms])


def find_titles(words: Words, lexicons: Lexicons) -> tuple[Title, ...]:
    """The titles of a sentence, left to right, the longest where several begin at one word.

    "the Varnian Foreign Minister Oskar Lund" gives one that reaches from "Varnian" to "Minister". Words that are
    part of a name are no titles: "Stephen King", "General Motors", "Justice Department".
    """
    found: list[Title] = []
    n = 0
    while n < len(words.forms):
        end = _title_end(words, n, lexicons)
        if end and not _in_name(words, n, end, lexicons):
            courtesy = end == n + 1 and _bare(words.lower[n]) in lexicons.titles.courtesy
            reach = n if courtesy else _reach(words, n, _floor(words, found), lexicons)
            last = found[-1] if found else None
            if last and (
                last.end == n or (last.end == n - 1 and words.forms[n - 1] == ".")
            ):  # "Lt. Gen.", "Mr. President"
                reach = found.pop().reach
            found.append(Title(n, end, reach, courtesy))
            n = end
        else:
            n += 1
    return tuple(found)


def _floor(words: Words, found: list[Title]) -> int:
    """How far left the next title may reach: to the last one's end, or over it if it owns: "the mayor's spokesman"."""
    if not found:
        return 0
    last = found[-1]
    owns = last.end < len(words.forms) and words.tokens[last.end].tag == "POS"
    return last.reach if owns else last.end


def _bare(word: str) -> str:
    return word.rstrip(".")


def _title_end(words: Words, start: int, lexicons: Lexicons) -> int | None:
    """Where the longest title that begins at `start` ends, or None."""
    if not lexicons.titles.may_open(words.lower[start]):
        return None
    longest = min(len(words.lower), start + lexicons.titles.longest)
    for end in range(longest, start, -1):
        text = " ".join(_bare(w) for w in words.lower[start:end]).replace(" - ", "-").replace(" 's", "'s")
        courtesy = end == start + 1 and text in lexicons.titles.courtesy and words.capital(start)
        several = text in lexicons.titles.plurals and _before_name(words, start, end, lexicons)
        if courtesy or several or (text in lexicons.titles.classes and _is_noun(words, start, end)):
            return end
    return None


def _before_name(words: Words, start: int, end: int, lexicons: Lexicons) -> bool:
    """True for `Senators` in "Senators Ada Marn and Oskar Lund"; not in "House of Representatives Speaker"."""
    named = end + 1 < len(words.forms) and words.capital(start) and words.capital(end) and words.capital(end + 1)
    office = named and words.lower[end] in lexicons.titles.heads | lexicons.titles.modifiers
    return named and not office and (start == 0 or words.lower[start - 1] not in ("of", "for"))


def _is_noun(words: Words, start: int, end: int) -> bool:
    """False for verbs and the like that look like a title: "to head the group", "she will chair", "in private"."""
    last = words.tokens[end - 1]
    abbreviated = words.forms[end - 1].endswith(".") or (end < len(words.forms) and words.forms[end] == ".")
    single = end == start + 1
    return not single or last.pos in ("NOUN", "PROPN") or (abbreviated and words.capital(start))


def _in_name(words: Words, start: int, end: int, lexicons: Lexicons) -> bool:
    """True when a capitalised title word belongs to a name: after a given name, or before an organisation's word."""
    if not words.capital(start):
        return False
    known = lexicons.names.gender
    before = words.lower[start - 1] in known and not lexicons.geography.is_place(words.forms[start - 1])  # "Virginia"
    after_given = start > 0 and words.capital(start - 1) and before and end == start + 1
    following = words.forms[end] if end < len(words.forms) else ""
    office = lexicons.organisations
    if end + 1 < len(words.forms) and words.tokens[end].tag == "POS":
        following = words.forms[end + 1]
    before_head = following in office.heads or (following in office.places and end == start + 1)
    return after_given or before_head or _ends_name(words, start, end, lexicons)


def _ends_name(words: Words, start: int, end: int, lexicons: Lexicons) -> bool:
    """True for a word like `Star` that ends a name: "the Mara Star", not "TV Star Ada Marn" or "Varnian President"."""
    offices = lexicons.titles.classes.get(_bare(words.lower[start]), frozenset())
    if end != start + 1 or start == 0 or not offices or not offices <= COMMON:
        return False
    before = words.capital(start - 1) and words.lower[start - 1] not in lexicons.titles.modifiers
    followed = end < len(words.forms) and words.capital(end)
    return before and not followed and words.lower[start - 1] not in lexicons.names.not_names


def _reach(words: Words, start: int, floor: int, lexicons: Lexicons) -> int:
    """Where the modifiers of the title at `start` begin: `Varga's former` in "with Varga's former spokesman"."""
    n = start
    while n > floor and _belongs(words, n - 1, lexicons):
        n -= 1
    while n < start and (words.tokens[n].tag in ("POS", "HYPH", "CD") or words.forms[n] in HYPHENS):
        n += 1
    return n


def _belongs(words: Words, n: int, lexicons: Lexicons) -> bool:
    """True when token `n` may be a modifier of the title to its right."""
    token, low = words.tokens[n], words.lower[n]
    if low in lexicons.titles.modifiers or low in lexicons.titles.classes:
        return token.pos not in ("VERB", "AUX")
    if lexicons.geography.country(words.forms[n]) or token.tag == "PRP$":
        return True
    if low in lexicons.names.not_names or low == "particular" or token.pos in ("VERB", "AUX", "ADV", "ADP", "DET"):
        return False
    return token.tag in INSIDE_TAGS
