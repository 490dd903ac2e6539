"""How well a source's words make the speaker known, in a language without a parser."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crosswire.annotate.attribution import Span
from crosswire.lexicons.speech import Speech
from crosswire.model.annotation import SpeakerClass
from crosswire.model.report import Report

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# A name: capitalised words in a row, with particles and initials between them.
_CAPITAL = r"[A-ZÀ-Þ][\w’'-]+"
_PARTICLES = "van|von|der|de|da|di|le|la|el|al|bin"  # of names in any language
_NAME = re.compile(rf"{_CAPITAL}(?:\s(?:{_PARTICLES}|[A-Z]\.|{_CAPITAL}))*\s{_CAPITAL}")
# Ends of compound nouns of people that are ends of German surnames, too.
_SURNAMES = ("mann", "rat", "kind", "koch", "wirt")
Known = tuple[SpeakerClass, Span | None]


def class_of(source: Span | None, line: Span, report: Report, speech: Speech) -> Known:
    """The class of a source and the words that show it: "Ada Lund" named, "ein Sprecher der Polizei" official,
    "Anwohner" anonymous, "der Bericht" a document, "sie" unknown."""
    if source is None:
        return SpeakerClass.UNKNOWN, None
    words = report.text[slice(*source)]
    found = [(m.group(), (source[0] + m.start(), source[0] + m.end())) for m in _WORD.finditer(words)]
    if len(found) == 1 and found[0][0].lower() in speech.pronouns:
        return SpeakerClass.UNKNOWN, None
    if hidden := _hidden(source, line, report, speech):
        return SpeakerClass.ANONYMOUS, hidden
    first = _first_noun(found, speech)
    if speech.capitals and (name := _german_name(words, found, speech)):
        return SpeakerClass.NAMED, (source[0] + name[0], source[0] + name[1])
    if not speech.capitals and (match := _NAME.search(words)) and not _owned(words[: match.start()], speech):
        return SpeakerClass.NAMED, (source[0] + match.start(), source[0] + match.end())
    if first:
        return first
    if acronym := re.search(r"\b[A-ZÄÖÜ]{2,}\b", words):
        return SpeakerClass.NAMED, (source[0] + acronym.start(), source[0] + acronym.end())
    described = found and found[0][0].lower() in speech.determiners
    return (SpeakerClass.ANONYMOUS if described or words[:1].islower() else SpeakerClass.NAMED), source


def _hidden(source: Span, line: Span, report: Report, speech: Speech) -> Span | None:
    """The words that say that the speaker is not to be named, in the sentence of the source."""
    text = report.text[line[0] : line[1]].lower()
    at, marker = min(((text.find(m), m) for m in speech.hidden if m in text), default=(-1, ""))
    return (line[0] + at, line[0] + at + len(marker)) if at >= 0 else None


def _first_noun(found: Iterable[tuple[str, Span]], speech: Speech) -> Known | None:
    """The class of the first noun that the lexicon knows, by its end where the language compounds."""
    for word, span in found:
        low = word.lower()
        for names, known in (
            (speech.anonymous, SpeakerClass.ANONYMOUS),
            (speech.document, SpeakerClass.DOCUMENT),
            (speech.official, SpeakerClass.OFFICIAL),
        ):
            if low in names or (speech.capitals and word[:1].isupper() and _ends(low, names)):
                return known, span
    return None


def _ends(word: str, names: frozenset[str]) -> bool:
    """True for a compound that ends in one of the names: "polizeisprecherin" in "sprecherin"."""
    return any(word.endswith(name) and len(word) > len(name) + 2 for name in names if len(name) > 3)


def _owned(before: str, speech: Speech) -> bool:
    """True for a name that belongs to the one who speaks: "ein Sprecher von Ada Lund", "un ami de Pia Marn".

    In German a noun stands before it; "von Berg" alone is a name.
    """
    *_, last = before.lower().replace("’", "' ").replace("'", "' ").split() or [""]
    noun = before.split()[-2:-1]
    return last.replace("’", "'") in speech.owning and (not speech.capitals or bool(noun and noun[0][:1].isupper()))


def _german_name(words: str, found: list[tuple[str, Span]], speech: Speech) -> Span | None:
    """Where a person's name stands: two capitals in a row that are no nouns of the lexicon, not after "von" or "der".

    "Bürgermeisterin Ada Lund" has one, "ein Sprecher von Ada Lund" has none of the speaker's.
    """
    for match in _NAME.finditer(words):
        told = list(_WORD.finditer(words, match.start(), match.end()))
        of = next(
            (n for n, m in enumerate(told) if n > 1 and m.group() == "von"), len(told)
        )  # "Ada Lund von der Werft"
        parts = [m for m in told[:of] if m.group()[0].isupper()]
        while parts and parts[0].group().lower() in speech.determiners:
            parts = parts[1:]
        whole = len(parts)
        office = max(
            (n for n, part in enumerate(parts[:-1]) if is_person_noun(part.group().lower(), speech)), default=-1
        )
        parts = parts[office + 1 :]  # "Tarns Ministerin Ada Lund"
        bare = bool(found) and found[0][0].lower() not in speech.determiners
        if parts and (not may_be_surname(parts[-1].group(), speech, bare=bare and len(parts) > 1)):
            continue  # "Sender TLB" is no person
        if parts and (len(parts) > 1 or len(parts) < whole) and not _owned(words[: parts[0].start()], speech):
            return parts[0].start(), parts[-1].end()
    return None


def _known(word: str, speech: Speech) -> bool:
    names = speech.official | speech.anonymous | speech.document
    return word in names or (speech.capitals and _ends(word, names))


def is_person_noun(word: str, speech: Speech) -> bool:
    """True for a lower-case noun of people, bodies or papers, in the genitive too: "staatsanwalts"."""
    return _known(word, speech) or (speech.capitals and _known(nominative(word), speech))


def may_be_surname(word: str, speech: Speech, *, bare: bool) -> bool:
    """False for an acronym and a noun of people; `bare` in "Ada Hafmann", not in "ein Tarner Hafmann", where the end of
    a compound may be a surname's."""
    low = word.lower()
    if word.isupper():
        return False
    if bare and low.endswith(_SURNAMES) and low not in _SURNAMES:
        return low not in speech.official | speech.anonymous
    return not is_person_noun(low, speech)


def nominative(noun: str) -> str:
    """A German noun behind "des" as it is by itself: "Staatsanwalts" is "Staatsanwalt", "Landesamtes" "Landesamt"."""
    return (
        noun.removesuffix("es") if noun.endswith(("mtes", "ates", "chtes", "ndes", "ises")) else noun.removesuffix("s")
    )
