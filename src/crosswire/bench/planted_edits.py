"""Edits of known kind, put into a text by rules of their own: what an editor may do to agency copy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from crosswire.model.lineage import EditKind

SENTENCE = re.compile(r"[^.!?\n]+[.!?][”\"’')]*")
NUMBERS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "eleven", "twelve", "20", "40", "150", "3,000",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "April", "June", "July", "August", "September", "October", "November", "December")
CUT_PART = 0.2  # of the paragraphs of a reworked text
# Names that no text of the sets has.
SURNAMES = ("Varnholt", "Ostrevik", "Quillbeck", "Tarrasch", "Belmonde")
CLAUSES = (
    ", which neighbours had feared for years,",
    ", after a night of heavy rain,",
    ", to the surprise of nobody in the room,",
)
RESTYLED = {"percent": "per cent", "did not": "didn’t", "was not": "wasn’t", "is not": "isn’t", "could not": "couldn’t"}
DIGITS = {"three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "twelve": "12"}
SYNONYMS = {
    "began": "started",
    "big": "large",
    "help": "assist",
    "shows": "displays",
    "near": "close by",
    "often": "frequently",
}


@dataclass(frozen=True, slots=True)
class Planted:
    """A text with one edit: the kind, the text after it, and the place of the edit in the text before it."""

    kind: EditKind
    what: str
    text: str
    start: int
    end: int


Made = Callable[[re.Match[str], Random], str]
Rule = tuple[EditKind, str, re.Pattern[str], Made]


def _other(words: tuple[str, ...]) -> Made:
    return lambda match, random: random.choice([word for word in words if word != match.group()])


def _map(words: Mapping[str, str]) -> Made:
    return lambda match, random: words[match.group()]


def _put(words: str) -> Made:
    return lambda match, random: match.expand(words)


def _any(words: tuple[str, ...] | Mapping[str, str]) -> str:
    return "|".join(map(re.escape, words))


SWAPPED = {"about": "around", "more than": "over", "at least": "no fewer than", "nearly": "almost", "around": "about"}
DOUBTS = {"allegedly": "purportedly", "reportedly": "apparently", "might": "could", "probably": "likely"}
DENIED_OTHERWISE = {
    "not only": "not just",
    "did not comment": "declined to comment",
    "did not respond": "failed to respond",
    "declined to comment": "did not comment",
    "refused to": "would not",
    "failed to": "did not",
    "not clear": "unclear",
    "not known": "unknown",
    "not likely": "unlikely",
}


def _swap(match: re.Match[str], random: Random) -> str:
    return SWAPPED[match.group().strip()] + " "


def _kilometres(match: re.Match[str], random: Random) -> str:
    return f"{round(int(match['n']) * 1.609)} km"


WHO = r"(?:the )?(?:[A-Z]\w+|officials?|police|authorities|prosecutors|witnesses|spokes\w+|he|she)"
_RULES: tuple[tuple[EditKind, str, str, Made], ...] = (
    (
        EditKind.HEDGE,
        "hedge dropped",
        r"\b(?:alleged|allegedly|reportedly|apparently|possibly|probably|suspected) (?=\w)",
        _put(""),
    ),
    (
        EditKind.HEDGE,
        "bound dropped",
        r"\b(?:about|at least|more than|nearly|up to|around|almost) (?=\$?\d|two |three |four |five |six |ten "
        r"|a dozen)",
        _put(""),
    ),
    (EditKind.HEDGE, "may made is", r"\b(?:may|might|could) be\b", _put("is")),
    (
        EditKind.HEDGE,
        "hedge put in",
        r"(?<=[a-z] )(?=(?:killed|attacked|stole|fired|paid|hacked|ordered)\b)",
        _put("allegedly "),
    ),
    (EditKind.FIGURE, "number changed", rf"\b(?:{_any(NUMBERS)})(?= (?:\w+ )?[a-z]+s\b)(?! percent)", _other(NUMBERS)),
    (
        EditKind.FIGURE,
        "money changed",
        r"(?<=\$)\d+(?= (?:million|billion))",
        lambda match, random: str(int(match.group()) + random.randint(1, 9)),
    ),
    (
        EditKind.NEGATION,
        "not dropped",
        r"\b(?P<verb>is|was|are|were|has|have|will|would|should|does|did) not (?!only\b|just\b|least\b|yet\b"
        r"|to mention\b)",
        _put(r"\g<verb> "),
    ),
    (
        EditKind.NEGATION,
        "not put in",
        r"(?<=[a-z] )(?P<verb>was|were|is|will) (?=(?:\w+ed|be|in|on|able|expected|ready)\b)",
        _put(r"\g<verb> not "),
    ),
    (
        EditKind.NEGATION,
        "denial turned",
        r"\b(?:has |have |had )?denied (?=the |any |that |having |being |wrongdoing)",
        _put("confirmed "),
    ),
    (
        EditKind.ATTRIBUTION,
        "said dropped at the end",
        rf", {WHO}(?: \w+){{0,3}} (?:said|says)(?: on [A-Z]\w+day)?(?=\.)",
        _put(""),
    ),
    (EditKind.ATTRIBUTION, "according to dropped", r",? according to [^,.“”\"]{4,50}(?=[.,])", _put("")),
    (
        EditKind.ATTRIBUTION,
        "said that dropped",
        r"(?<=\. )(?:The )?[A-Z]\w+(?: [A-Z]?\w+){0,2} said that (?=[a-z])",
        _put("In all "),
    ),
    (EditKind.TIME, "day changed", rf"\b(?:{_any(DAYS)})\b", _other(DAYS)),
    (EditKind.TIME, "month changed", rf"\b(?:{_any(MONTHS)})\b", _other(MONTHS)),
    (
        EditKind.NAME,
        "surname changed",
        r"(?<=[a-z] )(?<=\w\w\w )[A-Z][a-z]{4,}(?= (?:said|told|was|is|has|had|will|wrote|and)\b)",
        _other(SURNAMES),
    ),
    (
        EditKind.CUT,
        "clause cut",
        r", (?:who|which|where|whose|after|while|when) (?:[\w’'-]+ ){3,12}[\w’'-]+(?=,)",
        _put(""),
    ),
    (
        EditKind.ADDED,
        "clause put in",
        r"(?<=[a-z]{3})(?= (?:was|were|has|had|will) )",
        lambda match, random: random.choice(CLAUSES),
    ),
    (EditKind.STYLE, "restyled", rf"\b(?:{_any(RESTYLED)})\b", _map(RESTYLED)),
    (EditKind.STYLE, "digits", rf"\b(?:{_any(DIGITS)})(?= [a-z]+s\b)", _map(DIGITS)),
    # What only looks like a change of meaning.
    (EditKind.WORDING, "hedge swapped", rf"\b(?:{_any(SWAPPED)}) (?=\$?\d|two |three |four |five |a dozen)", _swap),
    (EditKind.WORDING, "doubt swapped", rf"\b(?:{_any(DOUBTS)})\b", _map(DOUBTS)),
    (EditKind.WORDING, "not said otherwise", rf"\b(?:{_any(DENIED_OTHERWISE)})\b", _map(DENIED_OTHERWISE)),
    (EditKind.WORDING, "no hedge", r"\b(?:talk|talked|speak|spoke|asked) about\b", _put("commented on")),
    (EditKind.STYLE, "miles in kilometres", r"\b(?P<n>\d+) miles?\b", _kilometres),
    (EditKind.WORDING, "synonym", rf"\b(?:{_any(SYNONYMS)})\b", _map(SYNONYMS)),
)
RULES: tuple[Rule, ...] = tuple((kind, what, re.compile(pattern), made) for kind, what, pattern, made in _RULES)


def planted(text: str, random: Random) -> Iterator[Planted]:
    """The text with each rule's edit in one place, where there is one; and with the sentence of a denial cut."""
    for kind, what, pattern, made in RULES:
        places = [match for match in pattern.finditer(text) if _in_prose(text, match)]
        if places:
            match = random.choice(places)
            edited = text[: match.start()] + made(match, random) + text[match.end() :]
            yield Planted(kind, what, edited, match.start(), match.end())
    yield from _denial_cut(text, random)
    yield from _swapped(text, random)


def reworked(text: str, random: Random) -> tuple[str, tuple[EditKind, ...]]:
    """The text with one edit of each rule, each in a paragraph of its own so that none undoes another, and a fifth of
    the other paragraphs cut; and the kinds of the edits."""
    paragraphs = text.split("\n\n")
    done: dict[int, EditKind] = {}
    for kind, _, pattern, made in random.sample(RULES, len(RULES)):
        places = [
            (n, match)
            for n, paragraph in enumerate(paragraphs)
            if n not in done
            for match in pattern.finditer(paragraph)
            if _in_prose(paragraph, match)
        ]
        if places:
            n, match = random.choice(places)
            paragraphs[n] = paragraphs[n][: match.start()] + made(match, random) + paragraphs[n][match.end() :]
            done[n] = kind
    kept = [paragraph for n, paragraph in enumerate(paragraphs) if n in done or random.random() > CUT_PART]
    return "\n\n".join(kept), tuple(done.values())


def _in_prose(text: str, match: re.Match[str]) -> bool:
    """True inside a sentence of some length: headings and lists are no place for an editor's work."""
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    return (len(text) if end < 0 else end) - start >= 80


def _denial_cut(text: str, random: Random) -> Iterator[Planted]:
    places = [
        m
        for m in SENTENCE.finditer(text)
        if re.search(r"\b(?:denied|denies|rejected (?:the|any) (?:claim|accusation|allegation)s?)\b", m.group())
    ]
    if len(places) == 1 and places[0].start() > 200:
        match = places[0]
        yield Planted(
            EditKind.NEGATION, "denial cut", text[: match.start()] + text[match.end() :], match.start(), match.end()
        )


def _swapped(text: str, random: Random) -> Iterator[Planted]:
    """The text with the attribution of a sentence moved from its end to its start: nothing is gone."""
    shape = re.compile(rf"(?<=\n)(?P<said>(?P<first>[A-Z])(?P<what>[^.“”\"\n]{{40,200}}), (?P<who>{WHO}) said\.)")
    places = list(shape.finditer(text))
    if places:
        match = random.choice(places)
        who = match["who"][0].upper() + match["who"][1:]
        edited = text[: match.start()] + f"{who} said {match['first'].lower()}{match['what']}." + text[match.end() :]
        yield Planted(EditKind.MOVED, "attribution moved", edited, match.start(), match.end())
