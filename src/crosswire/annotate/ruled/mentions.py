"""The names among the sources of quotations, as mentions: whom an actor can be made of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from crosswire.annotate.attribution import Span
from crosswire.annotate.ruled.classes import is_person_noun, may_be_surname, nominative
from crosswire.lexicons.speech import Speech
from crosswire.model.annotation import Mention, MentionKind, Quotation, Sentence, SpeakerClass
from crosswire.model.report import Report

_WORD = re.compile(r"[^\W\d_][\w’'-]*\.?")
_CAPITAL = r"[A-ZÀ-Þ][\w’'-]+"
# Two capitals in a row, initials between them: what may be a given name and a surname.
_PAIR = re.compile(rf"(?<![\w’-])(?=(?P<given>{_CAPITAL})(?:\s[A-Z]\.)*\s(?P<surname>{_CAPITAL}))")
_ACRONYM = re.compile(r"\b[A-ZÄÖÜ]{2,6}\b")
_BEHIND = re.compile(r",\s(?P<noun>[\w-]+)")
# What begins the place that somebody is of, behind a given name and a surname: "Ada Lund von der Werft Tarn".
_OF = ("von", "vom")
# How German nouns of people end, so that "Seglerin Lund" is no given name and surname.
_PEOPLE = ("er", "erin", "ist", "istin", "or", "orin", "ent", "entin", "ant", "antin", "oge", "ogin", "mann", "frau")
_SENTENCE_START = ".!?:„“\n"


def mentions_of(
    report: Report,
    quotations: Iterable[Quotation],
    sentences: Sequence[Sentence],
    speech: Speech | None,
    given: Collection[str] = (),
) -> tuple[Mention, ...]:
    """A mention for every source that names a person or an acronym, and for those persons elsewhere in the text.

    `given`: given names, lower case. A surname alone counts where the text has the full name or a title stands before
    it, or if it stands nowhere behind an article, as a German noun would: "die Hoffnung", not "die Lund".
    """
    if speech is None:
        return ()
    names = _Names(report, speech, given)
    found: dict[int, Mention] = {}
    for source in (q for q in quotations if q.source and q.speaker_class is SpeakerClass.NAMED):
        mention = names.of_source(source)
        if mention:
            found.setdefault(mention[0][0], _mention(report, *mention, sentences))
    surnames = {m.name.split()[-1] for m in found.values() if m.kind is MentionKind.PERSON}
    for span in names.elsewhere(surnames):
        if not any(m.passage.start < span[1] and span[0] < m.passage.end for m in found.values()):
            found[span[0]] = _mention(report, span, MentionKind.PERSON, None, sentences)
    return tuple(found[start] for start in sorted(found))


def _mention(
    report: Report, span: Span, kind: MentionKind, title: str | None, sentences: Sequence[Sentence]
) -> Mention:
    sentence = next((n for n, s in enumerate(sentences) if s.start <= span[0] < s.end), 0)
    before = report.text[: span[0]].rstrip()
    start = len(before) - len(title) if title and before.endswith(title) else span[0]
    return Mention(report.passage(start, span[1]), kind, report.text[slice(*span)], title, sentence)


class _Names:
    """The names of one text."""

    def __init__(self, report: Report, speech: Speech, given: Collection[str]) -> None:
        self._report, self._speech, self._given = report, speech, given

    def of_source(self, quotation: Quotation) -> tuple[Span, MentionKind, str | None] | None:
        """Where the person or acronym stands in a source, with the title beside it; None where it names nobody."""
        source, words = quotation.source, quotation.speaker_class_words
        if source is None or words is None:
            return None
        span = self._person(words.start, words.end)
        if span is None:
            acronym = _ACRONYM.search(words.words)
            at = words.start
            return ((at + acronym.start(), at + acronym.end()), MentionKind.ORGANISATION, None) if acronym else None
        title = self._title(source.start, span[0]) or self._apposition(span[1], source.end)
        name = self._report.text[slice(*span)]
        if " " in name or title or self._full(name) or self._no_noun(name):
            return span, MentionKind.PERSON, title
        return None

    def elsewhere(self, surnames: Collection[str]) -> Iterator[Span]:
        """Where the text names those persons, and whoever has a given name that is known."""
        for match in _PAIR.finditer(self._report.text):
            given = self._is_given(match["given"]) or self._in_office(match)
            known = given and self._surname(match["surname"]) and not self._articled(match)
            if known or (match["surname"] in surnames and self._may_be_given(match)):
                yield match.start(), match.end("surname")
        for surname in sorted(surnames):
            for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", self._report.text):
                if not self._report.text[: match.start()].endswith(tuple(f"{name} " for name in self._givens(surname))):
                    yield match.span()

    def _givens(self, surname: str) -> list[str]:
        pairs = _PAIR.finditer(self._report.text)
        return sorted({m["given"] for m in pairs if m["surname"] == surname and self._may_be_given(m)})

    def _person(self, start: int, end: int) -> Span | None:
        """The person's name in words that were taken for one: without office, owner, and what they are of."""
        words = list(_WORD.finditer(self._report.text, start, end))
        of = (n for n, m in enumerate(words) if n > 1 and m.group().lower() in _OF)
        words = words[: next(of, len(words))]
        lows = [m.group().lower() for m in words]
        last_noun = max((n for n, w in enumerate(lows[:-1]) if is_person_noun(w, self._speech)), default=-1)
        given = next((n for n, m in enumerate(words[:-1]) if n and self._is_given(m.group())), 0)
        first = max(last_noun + 1, 0 if words and self._is_given(words[0].group()) else given)
        words = [
            m for m in words[first:] if m.group()[0].isupper() or m.group().lower() not in self._speech.determiners
        ]
        if not words or not self._surname(words[-1].group()) or words[0].group().lower() in self._speech.determiners:
            return None
        return words[0].start(), words[-1].end()

    def _surname(self, word: str) -> bool:
        """False for an acronym, a noun for who speaks, and a word that no name is."""
        low = word.lower()
        return may_be_surname(word, self._speech, bare=True) and not self._small(low)

    def _small(self, low: str) -> bool:
        s = self._speech
        return (
            low in s.determiners | s.pronouns | s.prepositions | s.conjunctions | s.subordinators | s.adverbs | s.months
        )

    def _is_given(self, word: str) -> bool:
        low = word.lower()
        return low in self._given and not self._small(low) and low not in self._speech.modals

    def _may_be_given(self, match: re.Match[str]) -> bool:
        """True for a word before a surname that no lexicon has, and that is no noun by its end or its article."""
        word, low = match["given"], match["given"].lower()
        if self._is_given(word):
            return True
        if "-" in word or not self._surname(word) or low.endswith(_PEOPLE) or low in self._speech.forms:
            return False
        before = self._report.text[: match.start()].rstrip(" ")
        opens = not before or before[-1] in _SENTENCE_START
        return not opens and before.split()[-1].lower() not in self._speech.determiners and self._no_noun(word)

    def _in_office(self, match: re.Match[str]) -> bool:
        """True for two capitals with an office behind them: "Quirl Marn, Leiter der Werft"."""
        first = match["given"]
        behind = _BEHIND.match(self._report.text, match.end("surname"))
        office = behind is not None and is_person_noun(behind["noun"].lower(), self._speech)
        return office and self._surname(first) and "-" not in first

    def _articled(self, match: re.Match[str]) -> bool:
        """True for a noun that is somebody's given name elsewhere: "eine Art Damm"."""
        before = self._report.text[: match.start()].rpartition("\n")[2].split()
        return bool(before) and before[-1].lower() in self._speech.determiners

    def _full(self, surname: str) -> bool:
        return bool(self._givens(surname))

    def _no_noun(self, word: str) -> bool:
        """True for one capital that stands nowhere behind an article or adjective: a name in German."""
        if " " in word or not self._speech.capitals or not self._surname(word) or word.lower().endswith(("ende", "er")):
            return False
        small = rf"\b(?:(?i:{'|'.join(sorted(self._speech.determiners))})|[a-zäöü]+(?:en|er|es|em|te|ne|le|ge|he|re))\s"
        s = self._speech
        other = s.forms.keys() | s.prepositions | s.adverbs | s.conjunctions | s.auxiliaries | s.modals
        found = re.finditer(rf"{small}{re.escape(word)}(?![\w-]|\s[A-ZÄÖÜ])", self._report.text)
        return all(match.group().split()[0].lower() in other for match in found)

    def _title(self, start: int, end: int) -> str | None:
        """The office before a name, without article and adjectives, as it stands in a lexicon; None where none does."""
        words = self._report.text[start:end].split()
        owned = bool(words) and words[0].lower() in ("des", "eines")
        while words and (
            words[0].lower() in self._speech.determiners or (self._speech.capitals and words[0].islower())
        ):
            words = words[1:]
        if not words or any(word[-1] in ",;:(" for word in words):
            return None
        if owned and len(words) == 1:
            words = [nominative(words[0])]
        return " ".join(words)

    def _apposition(self, start: int, end: int) -> str | None:
        """The office behind a name: "Ada Lund, Sprecherin der Werft"."""
        comma, _, words = self._report.text[start:end].partition(",")
        parts = words.strip(" ,").split()
        while parts and parts[0].lower() in self._speech.determiners:
            parts = parts[1:]
        told = bool(parts) and is_person_noun(parts[0].lower(), self._speech)
        return " ".join(parts) if told and not comma.strip() else None
