"""Which words of a line attribute, and who they name as the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosswire.annotate.ruled.phrases import Phrases, Range
from crosswire.annotate.ruled.pieces import Kind, Line, Piece
from crosswire.lexicons.speech import Form, Speech
from crosswire.model.annotation import Stance

# Signs that part the clauses of a sentence.
BORDERS = frozenset(",;:–—()")
# Words between an auxiliary and its participle.
FARTHEST = 18


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a line: its pieces `start:end`, the clause `first:last` around it, its source, the particle's place.

    `inverted`: who said it stands behind, so that what was said stands before. `form` is None for a phrase ("laut").
    """

    start: int
    end: int
    first: int
    last: int
    source: Range | None
    stance: Stance
    inverted: bool
    form: Form | None = None
    particle: int | None = None
    pronoun: tuple[int, int] | None = None  # characters of a pronoun inside the cue's word: "dit-il"


class Cues:
    """The cues of one line, in order."""

    def __init__(self, line: Line, speech: Speech) -> None:
        self.line, self.speech, self.pieces = line, speech, line.pieces
        self.phrases = Phrases(line.pieces, speech)

    def all(self) -> list[Cue]:
        """Every cue with what is known of its source."""
        found = [cue for n in range(len(self.pieces)) for cue in self._at(n)]
        taken: set[int] = set()
        kept: list[Cue] = []
        for cue in found:
            if not taken.intersection(range(cue.start, cue.end)):
                kept.append(cue)
                taken.update(range(cue.start, cue.end))
        return kept

    def _at(self, n: int) -> Iterator[Cue]:
        """The cue that begins at piece `n`, if one does."""
        piece = self.pieces[n]
        if piece.kind is not Kind.WORD:
            return
        if n and self.speech.capitals and piece.words[0].isupper():
            return  # a noun: "das Glauben"
        phrase = self._phrase(n)
        if phrase:
            yield phrase
            return
        if inverted := self.speech.inverted(piece.low):
            yield from self._dit_il(n, *inverted)
            return
        for form in sorted(self.speech.forms.get(piece.low, ()), key=lambda form: form.particle == ""):
            if cue := self._verb(n, form):
                yield cue
                return

    def clause(self, n: int) -> Range:
        """The clause around piece `n`: from border to border, marks and signs both."""
        first = last = n
        while first > 0 and not self._border(first - 1):
            first -= 1
        while last < len(self.pieces) and not self._border(last):
            last += 1
        return first, last

    def _border(self, n: int) -> bool:
        piece = self.pieces[n]
        return piece.kind is Kind.MARKED or (
            piece.kind is Kind.POINT and (piece.words in BORDERS or piece.words in ".!?…")
        )

    def _phrase(self, n: int) -> Cue | None:
        """The cue of a phrase: "laut Polizei", "nach Angaben der Stadt", "der Polizei zufolge", "…, so Lund"."""
        first, last = self.clause(n)
        words = [piece.low for piece in self.pieces[n : n + 5]]
        for phrase in self.speech.before:
            if tuple(words[: len(phrase)]) == phrase:
                end = n + len(phrase)
                if source := self.phrases.right_at(end):
                    article = self.pieces[end - 1].low in self.speech.determiners
                    start = source[0] - 1 if article and len(phrase) > 1 else source[0]
                    return Cue(n, start, first, last, (start, source[1]), Stance.REPORTS, n > 0 and n == first)
        if words[0] in self.speech.after and (source := self._before(first, n)):
            return Cue(n, n + 1, first, last, source, Stance.REPORTS, False)
        if words[0] in self.speech.tags and n == first and n > 0 and (source := self.phrases.right_at(n + 1)):
            rest = source[1]
            if self.pieces[source[0]].low not in self.speech.determiners and self.pieces[source[0]].words[0].islower():
                return None
            if rest >= len(self.pieces) or self.pieces[rest].kind is not Kind.WORD or self._day(rest):
                return Cue(n, n + 1, first, last, source, Stance.ASSERTS, True)
        return None

    def _day(self, n: int) -> bool:
        return self.pieces[n].low in self.speech.prepositions | self.speech.adverbs

    def _before(self, first: int, n: int) -> Range | None:
        """The phrase that ends right before piece `n`: from the last article on, or the longest."""
        found = [k for k in range(first, n) if self.phrases.end(k) == n and self.pieces[k].kind is Kind.WORD]
        found = [k for k in found if self.pieces[k].low not in self.speech.prepositions]
        articles = [k for k in found if self.pieces[k].low in self.speech.determiners]
        return (articles[-1] if articles else found[0], n) if found else None

    def _dit_il(self, n: int, verb: str, pronoun: str) -> Iterator[Cue]:
        """The cue of an inversion: "dit-il", "a-t-elle déclaré"."""
        first, last = self.clause(n)
        who = (self.pieces[n].end - len(pronoun), self.pieces[n].end)
        end = n + 1
        forms = self.speech.forms.get(verb, ())
        if verb in self.speech.auxiliaries:
            while end < last and self.pieces[end].low in self.speech.adverbs:
                end += 1
            forms = self.speech.forms.get(self.pieces[end].low, ()) if end < len(self.pieces) else ()
            forms = tuple(form for form in forms if form.participle)
            end += 1
        if forms:
            yield Cue(n, end, first, last, None, forms[0].stance, True, forms[0], pronoun=who)

    def _verb(self, n: int, form: Form) -> Cue | None:
        """The cue of a verb of saying at piece `n`; None where it is another form or another verb."""
        first, last = self.clause(n)
        if form.participle:
            return self._perfect(n, form, first, last)
        if form.infinitive and (self._infinitive(n, first) or self.pieces[n].low in self.speech.determiners):
            return None
        if any(self.pieces[k].low in self.speech.auxiliaries for k in range(first, n)) and self._also_past(n):
            return None
        if form.verb == self.speech.impersonal[0]:
            return self._it_says(n, form, first, last)
        particle = self._particle(n, form.particle, last) if form.particle else None
        if form.particle and particle is None:
            return None
        source, inverted = self._source(n, n + 1, first, last)
        if source is None or self._nobody(source):
            return None
        return Cue(n, n + 1, first, last, source, self._stance(form, n, first, last), inverted, form, particle)

    def _nobody(self, source: Range) -> bool:
        """True for the writer ("ich glaube") and for the reader ("Erinnern Sie"): neither is quoted."""
        piece = self.pieces[source[0]]
        return piece.low in self.speech.writer or (source[0] > 0 and piece.words in self.speech.address)

    def _infinitive(self, n: int, first: int) -> bool:
        """True for the infinitive that looks like the plural: "einen Gedanken zu formulieren", "das kann man sagen"."""
        helpers = self.speech.modals | self.speech.infinitive
        return any(self.pieces[k].low in helpers for k in range(first, n))

    def _also_past(self, n: int) -> bool:
        """True when the form is a participle too: "hatte am Montag erklärt"."""
        return any(form.participle for form in self.speech.forms[self.pieces[n].low])

    def _it_says(self, n: int, form: Form, first: int, last: int) -> Cue | None:
        """ "heißt es in dem Bericht", "in dem Bericht heißt es": what it stands in is the source, if anything is."""
        if n + 1 >= len(self.pieces) or self.pieces[n + 1].low != self.speech.impersonal[1]:
            return None
        behind = all(self.pieces[k].low in self.speech.tags for k in range(first, n))  # "…, so heißt es im Entwurf"
        at = n + 2 if behind else first
        source = None
        if at + 1 < len(self.pieces) and self.pieces[at].low in self.speech.prepositions:
            end = self.phrases.end(at + 1)
            named = end > at + 1 and self.pieces[at + 1].low not in self.speech.days | self.speech.months
            source = (at + 1, end) if named else None
        return Cue(n, n + 2, first, last, source, form.stance, behind, form)

    def _perfect(self, n: int, form: Form, first: int, last: int) -> Cue | None:
        """The cue of a participle with its auxiliary: "hat … angekündigt", "a déclaré"."""
        back = range(n - 1, max(first, n - FARTHEST) - 1, -1)
        at = next((k for k in back if self.pieces[k].low in self.speech.auxiliaries), None)
        if at is None:
            return None
        close = all(self.pieces[k].low in self.speech.adverbs for k in range(at + 1, n))
        if not self.speech.capitals:
            if not close:
                return None
            source, inverted = self._source(at, n + 1, first, last)
        else:
            source, inverted = self._source(at, at + 1, first, last)
        if source is None or self._nobody(source):
            return None
        start = at if close or not self.speech.capitals else n
        return Cue(start, n + 1, first, last, source, self._stance(form, at, first, last), inverted, form)

    def _particle(self, n: int, particle: str, last: int) -> int | None:
        """Where the particle of a verb stands: at the end of its clause, or behind an apposition.

        "teilte Lund, 62, mit"; in "Lund sagte, die Brücke sei zu" it belongs to another verb.
        """
        for k in range(n + 1, min(len(self.pieces), n + FARTHEST + 6)):
            if self.pieces[k].kind is Kind.MARKED or self.pieces[k].words == ":":
                return None
            if self.pieces[k].low == particle and (k < last or self.pieces[k - 1].words in (",", ")")):
                following = self.pieces[k + 1] if k + 1 < len(self.pieces) else None
                if following is None or following.kind is not Kind.WORD or following.low in self.speech.joining:
                    return k
        return None

    def _source(self, verb: int, behind: int, first: int, last: int) -> tuple[Range | None, bool]:
        """Who said it, and whether the subject stands behind the verb, so that what was said may stand before it.

        "Lund sagte", "Am Montag sagte Lund", "…, sagte Lund", "Lund, Chefin der Werft, sagte", "wie Lund sagte".
        """
        before = first
        while before < verb and self.pieces[before].low in self.speech.beside | self.speech.joining:
            before += 1
        if first == 0 and before > 0:
            end = self.phrases.end(before)
            found = (before, end) if before < end <= verb else self.phrases.after(behind)
            return ((found[0], min(found[1], self.clause(verb)[1])), False) if found else (None, False)
        if before < verb and not (before == verb - 1 and self.pieces[before].low in self.speech.pointing):
            whole = self.phrases.whole(before, verb)
            if whole:
                if before > first:
                    whole = (whole[0], max(self.phrases.end(whole[0]), whole[0] + 1))  # "wie Lund am Montag sagte"
                return whole, before > first and self.pieces[first].low in self.speech.beside
            return self.phrases.after(behind), False
        found = self.phrases.after(behind)
        if found:
            return found, first > 0
        return (self._opening(first), False) if first > 0 and self.pieces[first - 1].words == "," else (None, False)

    def _opening(self, first: int) -> Range | None:
        """The name at the start of the sentence whose apposition ends right before the verb; "wie" is no part of it."""
        start = 1 if self.pieces[0].low in self.speech.beside else 0
        end = self.phrases.end(start)
        while end < first and self.pieces[end].words == "(":
            end = next((n + 1 for n in range(end, first) if self.pieces[n].words == ")"), first)
        if start < end < first - 1 and self.pieces[end].words == ",":
            if any(p.kind is Kind.MARKED for p in self.pieces[:first]):
                return None
            return start, first - 1
        return None

    def _stance(self, form: Form, n: int, first: int, last: int) -> Stance:
        """The verb's stance; where its clause denies it ("sagte nicht, ob"), nothing is asserted."""
        words = [piece.low for piece in self.pieces[first:last] if piece.kind is Kind.WORD]
        if not self.speech.negations.intersection(words):
            return form.stance
        if form.stance in (Stance.AGREES, Stance.PROMISES):
            return Stance.DENIES
        if form.verb in self.speech.thinking:
            return Stance.DOUBTS
        return Stance.REPORTS


def words_of(pieces: tuple[Piece, ...], span: Range) -> tuple[int, int]:
    """The characters from the first to the last of the pieces `span`."""
    return pieces[span[0]].start, pieces[span[1] - 1].end
