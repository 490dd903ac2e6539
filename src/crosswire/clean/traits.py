"""What a line looks like by itself: the numbers from which the line decision is made."""

from __future__ import annotations

import re
from functools import lru_cache

from crosswire.lexicons.function_words import FunctionWords
from crosswire.lexicons.furniture import FurniturePhrases
from crosswire.lexicons.load import Lexicons

# Two Chinese or Japanese signs count as a word, other letters as words between spaces.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{1,2}|[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d[\d.,:]*")
# Scripts whose function words the lexicon has: Latin, Greek, Cyrillic, Arabic.
_KNOWN_SCRIPT = re.compile(r"[a-zA-Z\u0370-\u03ff\u0400-\u04ff\u0600-\u06ff]")
_LATIN = re.compile(r"[a-zA-Z]")
# A sentence may have a credit behind its full stop: "… by night.–AFP", "… by night. (Reuters)".
_SIGNED = r"(?:\s?[–—―-]\s?[A-Z][A-Za-z/]{1,11}|\s?\([A-Z][\w/ ]{1,20}\))?"
_SENTENCE_END = re.compile(rf"[.!?。！？।؟][\"'”’»)\]]*{_SIGNED}\s*$")
_END_REACH = 60  # signs: more than a sentence's end with closing marks and a credit behind it
_CUT_OFF = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*$")
_INNER_END = re.compile(r"[a-z\d][.!?][\"'”’)]*\s+[\"'“‘(]?[A-Z]")
_QUOTE = re.compile(r"[\"“”„«»]")
DATED = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|\b\d{1,2}\s+(?:jan|feb|mar|apr"
    r"|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{1,2}:\d{2}\b|\b\d+ (?:hours?"
    r"|hrs?|minutes?|mins?|days?|months?|years?) ago\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|@\w|\.com\b|#\w")
_CREDIT = re.compile(
    r"\((?:AP|Photo|Image|Credit|Courtesy|File|Source|Pool|Getty|AFP|Reuters|REUTERS)\b[^)]*\)?"
    r"|\b(?:via AP|AP Photo|Getty Images"
    r"|AFP|Reuters|EPA|Shutterstock|File Photo|[Pp]hoto(?:graph)?\s?(?:by|:|credit)|Image credit|Photo/)\b|©",
)
# Words by which lines share a topic; of scripts without spaces two signs.
_TELLING = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2}|[^\W\d_]{4,}")
_LONG = 25
_SAMPLE = 4_000  # signs: a line of megabytes shows what it is by its beginning
_BULLET = re.compile(r"^[•*·\-–—‣▪►]\s|^\d+\.\s")
_SEPARATED = re.compile(r"\s[|»›•·/]\s")

Seen = tuple[tuple[float, ...], frozenset[str]]

NAMES = (
    "one", "words_log", "words_1_3", "words_4_7", "words_8_15", "words_16_30", "words_31", "sentence_end",
    "cut_off", "colon_end", "bullet", "lower_start", "quote_start", "title_case", "all_caps", "function",
    "function_none", "speech", "commas", "digits", "inner_end", "dateish", "address", "credit", "separated",
    "phrase_whole", "phrase_start", "phrase_within", "phrase_legal", "phrase_related", "paren_all",
    "question", "second_person", "prose", "cells", "foreign_script", "glued", "label", "numbered", "exclaims",
    "word_length", "variety", "pipes", "phrase_navigation", "phrase_sharing", "phrase_newsletter", "phrase_comment",
    "phrase_byline", "phrase_credit", "phrase_advert", "asked",
)  # fmt: skip
_KINDS = ("navigation", "sharing", "newsletter", "comment", "byline", "credit", "advert")
_CELL = re.compile(r"\t|\s{3,}")
# "Ana RuizAna Ruiz": words that only a page's template runs together.
_GLUED = re.compile(r"[a-zà-ÿ.!?][A-ZÀ-Þ][a-zà-ÿ]")
_LABEL = re.compile(r"^[^\W\d_][\w .'’-]{0,40}:\s?\S")
_NUMBERED = re.compile(r"^\W{0,2}\d{1,3}(?:[.):–-]|[aªº°]\W|\t|\s-)\s*\w")
_ASKED = re.compile(r"^(?:Q|A|Question|Answer)\s?[.:]\s")
_SECOND_PERSON = re.compile(r"\b(?:you|your|sign up|click|subscribe)\b", re.IGNORECASE)


def traits(words: str, lexicons: Lexicons) -> Seen:
    """The line's numbers in the order of NAMES, and its telling words; short lines are remembered, for menus repeat."""
    read = _remembered if len(words) < 60 else _seen
    return read(words, lexicons.furniture, lexicons.function_words)


def is_sentence(words: str, function_words: FunctionWords) -> bool:
    """True when a line reads as prose: long enough, ends as a sentence does, has its share of function words."""
    if not _SENTENCE_END.search(words, max(0, len(words) - _END_REACH)) or _CUT_OFF.search(words):
        return False
    tokens = _WORD.findall(words)
    if len(tokens) < 6:
        return False
    return _function_share(tokens, function_words) >= max(2 / len(tokens), 0.15)


def is_running(words: str, function_words: FunctionWords) -> bool:
    """True for a long line of running text that may break off before its sentence ends."""
    tokens = _WORD.findall(words)
    return len(tokens) >= _LONG and len(set(tokens)) >= _LONG / 2 and _function_share(tokens, function_words) >= 0.15


def _function_share(tokens: list[str], function_words: FunctionWords) -> float:
    """The share of function words; a middling one for scripts that the lexicon does not know."""
    spaceless = sum(token[0] >= "\u3040" for token in tokens[:12])
    if 2 * spaceless > len(tokens[:12]) or not _KNOWN_SCRIPT.search("".join(tokens[:12])):
        return 0.3
    return sum(token.lower() in function_words.any_language for token in tokens) / len(tokens)


def cut_off(words: str) -> bool:
    """True when a line breaks off with dots, as teasers do."""
    return bool(_CUT_OFF.search(words))


def title_case(words: str) -> float:
    """The share of longer words that start with a capital."""
    return _capitals(_WORD.findall(words))


def _capitals(tokens: list[str]) -> float:
    longer = [t for t in tokens if len(t) > 3 and not t[0].isdigit()]
    return sum(t[0].isupper() for t in longer) / len(longer) if longer else 0.0


@lru_cache(maxsize=20_000)
def _remembered(words: str, phrases: FurniturePhrases, function_words: FunctionWords) -> Seen:
    return _seen(words, phrases, function_words)


def _seen(words: str, phrases: FurniturePhrases, function_words: FunctionWords) -> Seen:
    sample = words if len(words) <= _SAMPLE else words[: _SAMPLE - _END_REACH] + words[-_END_REACH:]
    telling = frozenset(w for w in _TELLING.findall(sample) if w.lower() not in function_words.any_language)
    return _traits(sample, phrases, function_words), telling


def _traits(words: str, phrases: FurniturePhrases, function_words: FunctionWords) -> tuple[float, ...]:
    tokens = _WORD.findall(words)
    count = len(tokens) or 1
    lowered = [t.lower() for t in tokens]
    function = _function_share(tokens, function_words) if tokens else 0.0
    phrase = phrases.find(words) if count < 75 else None
    kind = phrase.kind if phrase else ""
    how = phrase.how if phrase else ""
    ends = bool(_SENTENCE_END.search(words, max(0, len(words) - _END_REACH))) and not _CUT_OFF.search(words)
    opening = words[:80]
    upper = sum(map(str.isupper, opening))
    letters = sum(map(str.isalpha, opening)) or 1
    prose = ends and count >= 8 and function >= 0.15
    return (
        1.0,
        min(count, 120) ** 0.5 / 5,
        float(count <= 3),
        float(4 <= count <= 7),
        float(8 <= count <= 15),
        float(16 <= count <= 30),
        float(count > 30),
        float(ends),
        float(bool(_CUT_OFF.search(words))),
        float(words.endswith(":")),
        float(bool(_BULLET.match(words))),
        float(words[:1].islower()),
        float(bool(_QUOTE.match(words))),
        _capitals(tokens),
        upper / letters,
        function,
        float(function == 0.0),
        float(not function_words.speech.isdisjoint(lowered)),
        min(words.count(","), 5) / 5,
        sum(t[0].isdigit() for t in tokens) / count,
        float(bool(_INNER_END.search(words))),
        float(bool(DATED.search(words))),
        float(bool(_ADDRESS.search(words))),
        float(bool(_CREDIT.search(words))),
        float(bool(_SEPARATED.search(words))),
        float(how == "whole"),
        float(how == "start"),
        float(how == "within"),
        float(kind == "legal"),
        float(kind == "related"),
        float(words.startswith("(") and words.endswith(")")),
        float(words.rstrip("\"'”’").endswith("?")),
        float(bool(_SECOND_PERSON.search(words))),
        float(prose),
        min(len(_CELL.findall(words)), 6) / 6,
        float(not _LATIN.search(opening)),
        min(len(_GLUED.findall(opening)), 3) / 3,
        float(bool(_LABEL.match(words))),
        float(bool(_NUMBERED.match(words))),
        float(words.endswith("!")),
        min(len(words) / count, 15.0) / 10,
        len(set(lowered)) / count,
        min(words.count("|"), 4) / 4,
        *(float(kind == name) for name in _KINDS),
        float(bool(_ASKED.match(words))),
    )
