"""What a line looks like by itself: the numbers from which the line decision is made."""

from __future__ import annotations

import re
from functools import lru_cache

from crosswire.lexicons.function_words import FunctionWords
from crosswire.lexicons.furniture import FurniturePhrases
from crosswire.lexicons.load import Lexicons

# A Chinese or Japanese sign counts as a word by itself, other letters as words between spaces.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d[\d.,:]*")
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
_LONG = 25
_BULLET = re.compile(r"^[•*·\-–—‣▪►]\s|^\d+\.\s")
_SEPARATED = re.compile(r"\s[|»›•·/]\s")

NAMES = (
    "one", "words_log", "words_1_3", "words_4_7", "words_8_15", "words_16_30", "words_31", "sentence_end",
    "cut_off", "colon_end", "bullet", "lower_start", "quote_start", "title_case", "all_caps", "function",
    "function_none", "speech", "commas", "digits", "inner_end", "dateish", "address", "credit", "separated",
    "phrase_whole", "phrase_start", "phrase_within", "phrase_legal", "phrase_related", "paren_all",
    "question", "second_person", "prose",
)  # fmt: skip
_SECOND_PERSON = re.compile(r"\b(?:you|your|sign up|click|subscribe)\b", re.IGNORECASE)


def traits(words: str, lexicons: Lexicons) -> tuple[float, ...]:
    """The line's numbers in the order of NAMES; short lines are remembered, for menus repeat."""
    read = _remembered if len(words) < 60 else _traits
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
    if not _LATIN.search("".join(tokens[:12])):
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
def _remembered(words: str, phrases: FurniturePhrases, function_words: FunctionWords) -> tuple[float, ...]:
    return _traits(words, phrases, function_words)


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
    )
