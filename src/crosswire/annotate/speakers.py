"""How well a source's own words make the speaker known, and which words show it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crosswire.annotate.attribution import Span
from crosswire.annotate.grammar import Grammar
from crosswire.lexicons.speakers import Speakers
from crosswire.lexicons.titles import Titles
from crosswire.model.annotation import SpeakerClass
from crosswire.model.passage import Passage
from crosswire.model.report import Report

_CAPITAL = r"[A-ZÀ-Þ][\w’'-]+"
# A name after a title that the parser took for a noun: "Sgt. Ola Brandt".
TITLED = re.compile(r"\b(?:[A-Z][a-z]+\.|[A-Z][a-z]+ (?:Sgt|Lt|Capt|Col|Gen|Rep|Sen|Gov)\.?) [A-Z]\w+(?: [A-Z]\w+)*\Z")
# A name that ends a description, after a comma and perhaps an age: "one of the divers, 24-year-old Ola Brandt".
NAME_LAST = re.compile(rf", (?:\d+-year-old |the )?(?P<name>{_CAPITAL}(?: [A-Z][\w’'.-]*)+)(?: of {_CAPITAL})?\Z")
# A name that opens a source, before a comma or alone: "Harbour for All, the guild founded by Holt".
NAME_FIRST = re.compile(rf"(?P<name>{_CAPITAL}(?: (?:of|for|and|the|&|in|{_CAPITAL}))* {_CAPITAL})(?=,|\Z)")
# Words at the start of a description among which the noun for its person stands: "a senior harbour official".
FIRST = 4
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC"})
# Characters after a sentence in which the next one may say that its speaker has no name.
NEXT = 250
# A sentence, up to its full stop.
SENTENCE = re.compile(r"\s*[^.\n]+")

Known = tuple[SpeakerClass, Span | None]
UNKNOWN: Known = (SpeakerClass.UNKNOWN, None)


def speaker_class(source: Passage | None, g: Grammar, speakers: Speakers, titles: Titles, report: Report) -> Known:
    """The class of the speaker by the source's words, and the words that show it: its head decides, not a name in it.

    "Foreign Minister Ada Lund" is named, "the Foreign Minister" and "a spokesman for Ada Lund" official, "an official
    who asked not to be named" anonymous, "the letter" a document; "she" is unknown here, `relate` finds who she is.
    """
    if source is None:
        return UNKNOWN
    inside = [n for n, t in enumerate(g.tokens) if source.start <= t.start < source.end]
    tops = [n for n in inside if g.tokens[n].head not in inside or g.tokens[n].head == n]
    if not tops:
        return UNKNOWN
    return _Source(source, g, inside, tops[-1], speakers, titles, report).known()


class _Source:
    """A source with its head word while its class is worked out."""

    def __init__(
        self,
        source: Passage,
        g: Grammar,
        inside: list[int],
        top: int,
        speakers: Speakers,
        titles: Titles,
        report: Report,
    ) -> None:
        self.source, self.g, self.inside, self.top = source, g, inside, top
        self.speakers, self.titles, self.report = speakers, titles, report
        self.head, self.word = g.tokens[top], g.words[top]
        self.lower = source.words.lower()

    def known(self) -> Known:
        """The class and the words that show it."""
        head: Span = (self.head.start, self.head.end)
        if self.head.pos == "PRON" or self.word in self.speakers.pronouns:
            return UNKNOWN if self.word in self.speakers.pronouns else (SpeakerClass.ANONYMOUS, head)
        if name := self._name_beside() or self._place():
            return SpeakerClass.NAMED, name
        if self._crowd():
            return SpeakerClass.ANONYMOUS, self._hidden() or head
        if self._the_office():
            return self._official(head)
        if name := self._name():
            return SpeakerClass.NAMED, name
        if marker := self._marker(self.lower, self.source.start, (*self.speakers.strong, *self.speakers.weak)):
            return SpeakerClass.ANONYMOUS, marker
        return self._by_noun(head)

    def _crowd(self) -> bool:
        """True for people whom nobody names: "residents", "several leading Democrats".

        "House Democrats" without a number are a body with a name, and so are "Lund and other Democrats" with Lund's.
        """
        if self.word not in self.speakers.group | self.speakers.anonymous or self.word in self.speakers.places:
            return False
        tokens = [self.g.tokens[n] for n in self.inside]
        named = any(t.entity == "PERSON" and t.start < self.head.start for t in tokens)
        if named and " and " in self.lower:
            return False
        if self.head.pos != "PROPN" and self.head.entity not in NAMES:
            return True
        if self.head.entity not in ("NORP", ""):
            return False
        return any(t.pos == "NUM" or t.lemma in self.speakers.quantifiers for t in tokens)

    def _by_noun(self, head: Span) -> Known:
        """The class by the noun that heads the source: an office, a paper that speaks, anybody else."""
        words = {self.word, self.head.lemma, self.word.removesuffix("s")}
        if words & (self.speakers.official | self.speakers.places | self.titles.heads):
            return self._official(head)
        if words & (self.speakers.document | self.speakers.media) or self._compound() in self.speakers.document:
            return SpeakerClass.DOCUMENT, head
        if self.head.pos in ("VERB", "AUX", "ADP", "X") and self.source.words[:1].isupper():
            return SpeakerClass.NAMED, (self.source.start, self.source.end)  # a name that the parser took for a verb
        for n in self.inside:
            if self.g.tokens[n].dep == "appos" and self.g.tokens[n].pos == "PROPN":
                return SpeakerClass.NAMED, (self.g.tokens[n].start, self.g.tokens[n].end)
        return SpeakerClass.ANONYMOUS, head

    def _official(self, head: Span) -> Known:
        """An office: anonymous where the words around say that its holder will not be named."""
        hidden = self._hidden()
        return (SpeakerClass.ANONYMOUS, hidden) if hidden else (SpeakerClass.OFFICIAL, head)

    def _compound(self) -> str:
        """The head with the word before it: "court papers", "e-mail" in the tokens "e", "-", "mail"."""
        before = self.g.words[max(0, self.top - 2) : self.top + 1]
        joined = "".join(before)
        return joined if "-" in before else " ".join(before[-2:])

    def _the_office(self) -> bool:
        """True for an office with an article and without a name: "the Foreign Minister"."""
        first = re.split(r" and |, ", self.source.words)[0]
        return self.lower[:4] in ("the ", "the\u00a0") and bool(self.titles.offices(first))

    def _name_beside(self) -> Span | None:
        """The name that a description gives: "one of the divers, 24-year-old Ola Brandt"."""
        last = NAME_LAST.search(self.source.words)
        if last and any(self._somebody(word) for word in self.lower.split()[:FIRST]):
            return self._span(last.span("name"))
        return None

    def _name(self) -> Span | None:
        """The name that heads the source, whatever the parser took it for."""
        titled = TITLED.search(self.source.words)
        if titled and titled.start() <= self.head.start - self.source.start < titled.end():
            return self._span(titled.span())
        if self.head.pos == "PROPN" or (self.head.entity in NAMES and self.source.words[:1].isupper()):
            return self._run()
        first = NAME_FIRST.match(self.source.words)
        if first and not self._somebody(first["name"].split()[-1].lower()):
            return self._span(first.span("name"))
        return self._place()

    def _place(self) -> Span | None:
        """The name of a body called after its place: "the states of Veldora and Tarn", "the city of Sael"."""
        if self.word not in self.speakers.places:
            return None
        of = self.g.child(self.top, "prep")
        place = self.g.child(of, "pobj") if of is not None and self.g.words[of] == "of" else None
        if place is None or self.g.tokens[place].pos != "PROPN":
            return None
        return self.head.start, self.g.tokens[place].end

    def _run(self) -> Span:
        """The capitalised words around the head: the name with its titles."""
        first = last = self.top
        while first > self.inside[0] and self._part_of_name(first - 1):
            first -= 1
        while last < self.inside[-1] and self._part_of_name(last + 1):
            last += 1
        also = self.g.child(self.top, "conj")
        if also is not None and also in self.inside and also > last and self._part_of_name(also):
            last = also  # "Lund and Marn"
        return self.g.tokens[first].start, self.g.tokens[last].end

    def _part_of_name(self, n: int) -> bool:
        token = self.g.tokens[n]
        return token.pos == "PROPN" or self.report.text[token.start].isupper()

    def _hidden(self) -> Span | None:
        """The words that say that the speaker is not to be named: in the source, in its sentence, or right after it.

        "close to" in the rest of the sentence may be what is said ("close to a deal"), and counts in the source only.
        """
        found = self._marker(self.lower, self.source.start, (*self.speakers.strong, *self.speakers.weak))
        if found:
            return found
        start, end = self.g.tokens[0].start, self.g.tokens[-1].end
        found = self._marker(self.report.text[start:end].lower(), start, self.speakers.strong)
        return found or self._hidden_after(end)

    def _hidden_after(self, end: int) -> Span | None:
        """The same in the next sentence of the paragraph, when it speaks of the same person."""
        after = SENTENCE.match(self.report.text[end : end + NEXT].partition("\n")[0])
        words = after.group().lower() if after else ""
        first, second = [*words.split(), "", ""][:2]
        same = first in self.speakers.again or (first in self.speakers.pointing and second == self.word)
        if after is None or not same:
            return None
        return self._marker(words, end + after.start(), self.speakers.strong)

    @staticmethod
    def _marker(words: str, offset: int, markers: Iterable[str]) -> Span | None:
        """Where the first of the markers stands in the words."""
        for marker in markers:
            at = words.find(marker)
            if at >= 0:
                return offset + at, offset + at + len(marker)
        return None

    def _span(self, within: Span) -> Span:
        return self.source.start + within[0], self.source.start + within[1]

    def _somebody(self, word: str) -> bool:
        """True for a noun of people, which a name may follow: "spokeswoman", "one"; "statement" is none."""
        word = word.strip(",")
        people = word in self.speakers.official or word in self.speakers.anonymous or word in self.speakers.group
        return people or f"{word}s" in self.speakers.official or bool(self.titles.offices(word))
