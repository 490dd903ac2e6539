"""Whether a text names a medium as the source of what it tells: "told Reuters", "The Ostra Post reported"."""

from __future__ import annotations

import re

from crosswire.lexicons.credits import CreditWords

_REACH = 100  # signs before a name that are looked at
_SKIPPED = 6  # words between what cites and the name: "told the semi-official news agency"
_PHRASE = 6  # words of the longest phrase that cites
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_QUOTES = "\"'“”‘’«»„`"
# "CNN's Ana Ruiz reported", "the Ostra Post's chief correspondent Tom Hill wrote": a house by its own people.
_NAME = r"(?:[A-ZÀ-ÖØ-Þ]\.|[A-ZÀ-ÖØ-Þ][\w'’-]+)"  # no stop inside, so that a name ends with its sentence
_PEOPLE = re.compile(rf"['’]s?\s(?:[a-z-]+\s){{0,4}}(?P<name>{_NAME}(?:\s{_NAME}){{1,2}})(?=\s(?P<verb>\w+)\b)")
_PERSON_OF = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.'’-]+\s[A-ZÀ-ÖØ-Þ][\w.'’-]+,?\s(?:of|from|with|at)\s(?:the\s)?$")
_ARABIC_TO = re.compile(r"\bل")


def names_the_source(text: str, start: int, end: int, words: CreditWords) -> bool:
    """True when words that cite stand before the name or behind it, or somebody of the house says it.

    Counter-example: "outside the Reuters building".
    """
    return _before(text, start, words) or _after(text, end, words) or _by_its_people(text, start, end, words)


def _before(text: str, start: int, words: CreditWords) -> bool:
    window = text[max(0, start - _REACH) : start].casefold().replace("’", "'")
    window = re.split(r"[.!?\n]\s", window)[-1]
    if words.unspaced_before and window.endswith(words.unspaced_before):
        return True
    tokens = [token.strip(_QUOTES.replace("'", "")) for token in window.split()]
    tokens = [token for token in tokens if token and token not in _DAYS]
    for skipped in range(min(_SKIPPED, len(tokens)) + 1):
        last = len(tokens) - skipped
        if any(" ".join(tokens[max(0, last - n) : last]) in words.before for n in range(1, _PHRASE + 1)):
            return True
        if last == 0 or not (tokens[last - 1] in words.between or tokens[last - 1].startswith("pro-")):
            break
    return bool(_ARABIC_TO.match(text, start)) and any(token in words.before for token in tokens[-6:])


def _after(text: str, end: int, words: CreditWords) -> bool:
    window = text[end : end + 60].casefold()
    if words.unspaced_after and window.startswith(words.unspaced_after):
        return True
    if window.startswith(", which "):
        window = window[len(", which") :]
    if not window[:1].isspace() and window[:1] not in _QUOTES:
        return False
    tokens = [token.rstrip(".,:;") for token in window.lstrip(_QUOTES).split()]
    place = 0
    while place < len(tokens):
        if any(" ".join(tokens[place : place + n]) in words.after for n in (1, 2, 3)):
            return True
        step = next((n for n in (2, 1) if " ".join(tokens[place : place + n]) in words.trade), 0)
        if not step and not tokens[place].endswith("day"):
            return False
        place += step or 1
    return False


def _by_its_people(text: str, start: int, end: int, words: CreditWords) -> bool:
    """True where somebody of the house says it: "CNN's Ana Ruiz reported", "Ana Ruiz of Radio Linden describes"."""
    people = _PEOPLE.match(text, end)
    if people:
        return people["verb"].casefold() in words.after | words.tells
    if not _PERSON_OF.search(text, max(0, start - 60), start):
        return False
    behind = text[end : end + 40].casefold().split()
    return any(token.strip(".,:;") in words.after | words.tells for token in behind[:2])
