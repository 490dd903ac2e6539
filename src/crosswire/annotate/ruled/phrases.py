"""Where a name or description stands: the words for who said it, found without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.annotate.ruled.pieces import Kind, Piece
from crosswire.lexicons.speech import Speech

# Words at most between a verb and who said it: "sagte am Montag in Tarn gegenüber der Presse der Minister".
FARTHEST = 12
# Words at most in a name or description without its appositions.
LONGEST = 14
Range = tuple[int, int]


class Phrases:
    """The noun phrases of one line of pieces."""

    def __init__(self, pieces: Sequence[Piece], speech: Speech) -> None:
        self.pieces, self.speech = pieces, speech

    def after(self, at: int) -> Range | None:
        """The phrase that begins soon behind `at`, adverbs and prepositional phrases skipped; None if none does."""
        last = min(len(self.pieces), at + FARTHEST)
        while at < last and self.pieces[at].kind is Kind.WORD:
            word = self.pieces[at].low
            if word in self.speech.pronouns and not self._noun_follows(at):
                return at, at + 1
            if word in self.speech.days or (word in self.speech.adverbs and not self._starts(at)):
                at += 1
            elif word in self.speech.prepositions and not (self._capital(at) and self.speech.capitals):
                at = self._past(at)
            elif word in self.speech.oblique:
                at = max(self.end(at), at + 1)  # "sagte dem Boten ein Sprecher"
            else:
                end = self.end(at)
                return (at, self._with_apposition(end)) if end > at else None
        return None

    def right_at(self, at: int) -> Range | None:
        """The phrase that begins right at a place, in whatever case: "laut dem Bericht"."""
        if at >= len(self.pieces) or self.pieces[at].kind is not Kind.WORD:
            return None
        end = self.end(at)
        if end == at and self.pieces[at].low in self.speech.pronouns:
            return at, at + 1
        return (at, self._with_apposition(end)) if end > at else None

    def end(self, at: int) -> int:
        """The end of the phrase that begins at `at`, or `at` where none does."""
        return self._german(at) if self.speech.capitals else self._french(at)

    def whole(self, start: int, end: int) -> Range | None:
        """The pieces `start:end` where they are one phrase from the first word on, adverbs at the end left out."""
        bare = self.speech.adverbs - self.speech.determiners - self.speech.pronouns
        while start < end and self.pieces[start].low in bare and (start == 0 or not self._starts(start)):
            start += 1
        while end > start and self.pieces[end - 1].low in self.speech.adverbs:
            end -= 1
        if start >= end or end - start > LONGEST:
            return None
        first = self.pieces[start]
        stops = self.speech.prepositions | self.speech.subordinators | self.speech.oblique | self.speech.conjunctions
        if first.kind is not Kind.WORD or first.low in stops:
            return None
        if first.low in self.speech.pronouns and end - start == 1:
            return start, end
        at = self.end(start)
        if at == start:
            return None
        while at < end and self.pieces[at].low in self.speech.prepositions | self.speech.adverbs | self.speech.days:
            at = self._past(at) if self.pieces[at].low in self.speech.prepositions else at + 1
        return (start, end) if at >= end else None

    def _past(self, at: int) -> int:
        """Behind the prepositional phrase at `at`: "am Montag", "gegenüber der Presse", "à la presse"."""
        at += 1
        if self.speech.capitals:
            return max(at, self._german(at, linked=False))
        if at < len(self.pieces) and self.pieces[at].low in self.speech.determiners:
            at += 1
        return min(at + 1, len(self.pieces))

    def _german(self, at: int, linked: bool = True) -> int:
        """The end of a German phrase: article, adjectives, capitalised nouns, and what is linked to them."""
        n, last = at, min(len(self.pieces), at + LONGEST)
        while (
            n < last
            and self._small(n)
            and (self.pieces[n].low in self.speech.determiners or (n > at and self._adjective(n)))
        ):
            n += 1
        if n == at and n < last and self._small(n) and self._adjective(n) and self._capital(n + 1):
            n += 1
        if not self._capital(n) and not (n < len(self.pieces) and self.pieces[n].words[0].isdigit()):
            return at
        while n < last and (self._capital(n) or self._joined(n)):
            n += 2 if self._joined(n) and self.pieces[n + 1].low in self.speech.determiners else 1
        while linked and n < last and self.pieces[n].low in self.speech.linkers:
            further = self._german(n + 1, linked=False)
            if further <= n + 1:
                break
            n = further
        return n

    def _french(self, at: int, described: bool = False) -> int:
        """The end of a French phrase: an article or a capital, then words up to a preposition, a verb or a day."""
        n, last = at, min(len(self.pieces), at + LONGEST)
        if not described and not self._starts(at):
            return at
        while n < last and self.pieces[n].kind is Kind.WORD:
            word = self.pieces[n].low
            linked = word in self.speech.linkers and n > at
            article = n > at and self.pieces[n - 1].low in self.speech.determiners and word not in self.speech.relative
            if n > at and not linked and not article and not self._capital(n) and self._stops(word):
                break
            if word in self.speech.loose and self.pieces[n - 1].low not in self.speech.held:
                break
            n += 1
        while n > at and self.pieces[n - 1].low in self.speech.linkers | self.speech.determiners:
            n -= 1
        return n

    def _stops(self, word: str) -> bool:
        """True for a small word that ends a French phrase."""
        speech = self.speech
        if word in speech.prepositions | speech.subordinators | speech.conjunctions | speech.auxiliaries | speech.days:
            return True
        if word in speech.relative or word.endswith(speech.adverbial):
            return True
        return any(not form.participle for form in speech.forms.get(word, ()))

    def _with_apposition(self, end: int) -> int:
        """The end with an apposition: "Ada Lund, Sprecherin der Werft," up to a comma or the end of the sentence."""
        pieces = self.pieces
        if end + 1 < len(pieces) and pieces[end].words == "(":
            close = next((n for n in range(end + 1, min(end + 5, len(pieces))) if pieces[n].words == ")"), None)
            end = close + 1 if close else end
        if end + 1 >= len(pieces) or pieces[end].words != ",":
            return end
        further = self._german(end + 1) if self.speech.capitals else self._description(end + 1)
        if further <= end + 1 or (pieces[end + 1].low in self.speech.pronouns and not self._noun_follows(end + 1)):
            return end
        done = further == len(pieces) or pieces[further].kind is Kind.POINT
        return further if done else end

    def _description(self, at: int) -> int:
        """The end of a French apposition, which begins with a noun of people: "porte-parole du port"; else `at`."""
        noun = at + 1 if self.pieces[at].low in self.speech.determiners and at + 1 < len(self.pieces) else at
        if self.pieces[noun].low not in self.speech.official | self.speech.anonymous:
            return at
        return self._french(at, described=True)

    def _starts(self, n: int) -> bool:
        if n >= len(self.pieces) or self.pieces[n].kind is not Kind.WORD:
            return False
        return self.pieces[n].low in self.speech.determiners or self._capital(n) or self.pieces[n].words[0].isdigit()

    def _noun_follows(self, n: int) -> bool:
        """True when an article is one: a noun or adjective comes next ("die Polizei"; but "die sagte")."""
        if self.pieces[n].low not in self.speech.determiners or n + 1 >= len(self.pieces):
            return False
        if not self.speech.capitals:
            return self.pieces[n + 1].kind is Kind.WORD and self.pieces[n].low not in self.speech.pronouns
        return self._capital(n + 1) or (self._adjective(n + 1) and self._german(n) > n)

    def _capital(self, n: int) -> bool:
        return (
            0 <= n < len(self.pieces)
            and self.pieces[n].kind is Kind.WORD
            and (self.pieces[n].words[0].isupper() or self.pieces[n].words[0] in '„»“«"‚')
        )

    def _small(self, n: int) -> bool:
        return (
            n < len(self.pieces)
            and self.pieces[n].kind is Kind.WORD
            and (self.pieces[n].words[0].islower() or self.pieces[n].low in self.speech.determiners)
        )

    def _joined(self, n: int) -> bool:
        """True for "und" between two nouns of one phrase: "Lund und Marn", "der Rat und die Gilde"."""
        if self.pieces[n].low not in self.speech.joining:
            return False
        article = n + 1 < len(self.pieces) and self.pieces[n + 1].low in self.speech.determiners
        return self._capital(n + 2 if article else n + 1)

    def _adjective(self, n: int) -> bool:
        word = self.pieces[n].low if n < len(self.pieces) else ""
        return word.endswith(self.speech.adjectives) and len(word) > 3 and word not in self.speech.forms
