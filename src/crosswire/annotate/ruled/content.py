"""What is said: the pieces of a line that a cue attributes to its source."""

from __future__ import annotations

from crosswire.annotate.ruled.cues import Cue
from crosswire.annotate.ruled.phrases import Range
from crosswire.annotate.ruled.pieces import Kind, Line
from crosswire.lexicons.speech import Speech
from crosswire.model.annotation import Stance

# Stances whose verb takes an infinitive for what is said: "versprach, den Damm zu erhöhen".
INFINITIVE = frozenset({Stance.DEMANDS, Stance.PROMISES, Stance.DENIES, Stance.ACCUSES, Stance.WARNS, Stance.AGREES})
CONTENT_STANCES = INFINITIVE | {Stance.ASSERTS}
SIGNS = frozenset(",;:–—-")


class Contents:
    """The contents of one line's cues."""

    def __init__(self, line: Line, cues: list[Cue], speech: Speech) -> None:
        self.pieces, self.cues, self.speech = line.pieces, cues, speech

    def of(self, cue: Cue) -> tuple[Range, ...]:
        """The ranges of pieces that the cue attributes, in order; none where it attributes nothing."""
        if cue.form is None:
            return self._of_phrase(cue)
        if cue.first == 0 and self.pieces[0].low in self.speech.beside:
            return self._main_clause(cue)
        before = self._before(cue) if cue.inverted else None
        after = self._after(cue)
        beside = cue.first > 0 and self.pieces[cue.first - 1].words == ","
        if after and self.pieces[after[0] - 1].words == ":" and not (before and beside and self._has_marks(before)):
            before = None  # "Auf die Frage des „Boten“ sagte Lund: „…“"
        if before is None and after is None and not cue.inverted:
            before = self._mark_before(cue)
        if before and after and not self._goes_on(cue, after):
            after = None
        found = tuple(part for part in (before, after) if part)
        if cue.form.marked and not any(self._of_marks(part, cue.form.objects) for part in found):
            return ()
        if not found and cue.form.objects and not cue.form.careful:
            rest = self._object(cue)
            found = (rest,) if rest else ()
        return found

    def _main_clause(self, cue: Cue) -> tuple[Range, ...]:
        """What stands behind a clause that only says who said it: "Wie die Polizei mitteilte, brannte das Haus"."""
        found = self._trimmed(cue.last, len(self.pieces))
        return (found,) if found else ()

    def _mark_before(self, cue: Cue) -> Range | None:
        """Marks right before a clause that is not inverted: „Der Damm hält“, Lund sagte es zweimal."""
        at = cue.first - 1
        at -= at >= 0 and self.pieces[at].words == ","
        return (at, at + 1) if at >= 0 and self.pieces[at].kind is Kind.MARKED else None

    def _of_phrase(self, cue: Cue) -> tuple[Range, ...]:
        """What stands around "laut Polizei": before it where it ends the sentence, else behind it, else both."""
        assert cue.source is not None
        used = (min(cue.start, cue.source[0]), max(cue.end, cue.source[1]))
        if cue.inverted:
            before = self._trimmed(self._sentence_start(cue.start), used[0])
            if before and (used[1] >= len(self.pieces) or self.pieces[used[1]].kind is Kind.POINT or self._is_tag(cue)):
                further = self._trimmed(used[1], len(self.pieces))
                rest = further if further and self.pieces[further[0]].kind is Kind.MARKED else None
                return tuple(part for part in (before, rest) if part)
        before, after = self._trimmed(cue.first, used[0]), self._trimmed(used[1], len(self.pieces))
        return tuple(part for part in (before, after) if part and part[1] > part[0])

    def _is_tag(self, cue: Cue) -> bool:
        return self.pieces[cue.start].low in self.speech.tags

    def _before(self, cue: Cue) -> Range | None:
        """What stands before an inverted cue: from the start of the sentence, or from behind the cue before it."""
        if cue.first == 0:
            return None
        beside = self.pieces[cue.first].low in self.speech.beside
        start = self._sentence_start(cue.first)
        found = self._trimmed(start, cue.first)
        if found is None:
            return None
        if (
            self.pieces[found[1] - 1].kind is Kind.MARKED
            and self.pieces[found[1] - 2].words == ":"
            and len(self.pieces) > 2
        ):
            found = (found[1] - 1, found[1])  # Er lobt den Plan: „Gut so“, sagt er.
        careful = cue.form is not None and cue.form.careful
        if careful and not self._has_marks(found) and not beside and not self._reported(found):
            return None
        return found

    def _has_marks(self, span: Range) -> bool:
        return any(p.kind is Kind.MARKED for p in self.pieces[slice(*span)])

    def _of_marks(self, span: Range, anywhere: bool) -> bool:
        """True when the words stand between marks: from their start, or `anywhere` ("nannte den Plan „gut“")."""
        return self._has_marks(span) if anywhere else self.pieces[span[0]].kind is Kind.MARKED

    def _sentence_start(self, before: int) -> int:
        """Where the words begin that may be said before a cue: behind the last cue's clause, if that had its own."""
        start = 0
        for other in self.cues:
            if other.start < before and other.last < before and not other.inverted:
                start = max(start, other.last)
        return start

    def _goes_on(self, cue: Cue, after: Range) -> bool:
        """True when what stands behind an inverted cue goes on with what stands before it: „…“, sagte Lund, „…“."""
        first = self.pieces[after[0]]
        if first.kind is Kind.MARKED or self.pieces[after[0] - 1].words == ":":
            return True
        return self._reported(after)

    def _after(self, cue: Cue) -> Range | None:
        """What stands behind a cue and its source: behind a colon, in a clause of content, or between marks."""
        at = max(cue.end, cue.source[1] if cue.source else 0, (cue.particle or -1) + 1)
        end = self._last(cue)
        marked: int | None = None
        while at < end:
            piece = self.pieces[at]
            if piece.words == ":":
                return self._trimmed(at + 1, end)
            if piece.kind is Kind.MARKED:
                marked = at
                break
            if piece.kind is Kind.POINT and piece.words in SIGNS:
                return self._clause(cue, at + 1, end)
            if self._que(piece.low, at == cue.end):
                return self._trimmed(at, end)
            at += 1
        return self._around(cue, marked, end) if marked is not None else self._infinitive_of(cue)

    def _que(self, word: str, first: bool) -> bool:
        """True for a French conjunction that begins content without a comma; "si" only right behind the verb."""
        return not self.speech.capitals and word in self.speech.conjunctions and (first or word in self.speech.plain)

    def _last(self, cue: Cue) -> int:
        """The end of what a cue may attribute: the next cue's clause that is not inverted, or the sentence."""
        end = len(self.pieces)
        for other in self.cues:
            if other.start > cue.end and other.inverted and other.first > cue.last:
                end = min(end, other.first)
        return end

    def _clause(self, cue: Cue, at: int, end: int) -> Range | None:
        """The clause behind a comma where it is content: "…, dass", the subjunctive, an infinitive, marks."""
        if at >= end:
            return None
        first = self.pieces[at]
        if first.kind is Kind.MARKED or first.low in self.speech.conjunctions:
            return self._trimmed(at, end)
        if not self.speech.capitals:
            return self._later(cue, at, end)
        if first.low in self.speech.subordinators:
            return self._later(cue, at, end) if first.low not in self.speech.purpose else None
        stop = next((n for n in range(at, end) if self.pieces[n].words in (",", ";", ":")), end)
        if self._reported((at, end)):
            return self._trimmed(at, end)
        if cue.stance in CONTENT_STANCES and self._to_do(at, stop):
            return self._trimmed(at, end)
        return self._later(cue, at, end)

    def _later(self, cue: Cue, at: int, end: int) -> Range | None:
        """Content behind an apposition or a clause between: "sagte Lund, die Chefin, dass …", "…, 62: „…“"."""
        for n in range(at, end):
            piece = self.pieces[n]
            if piece.words == ":":
                return self._trimmed(n + 1, end)
            before = self.pieces[n - 1].words
            if piece.low in self.speech.plain and (before == "," or before.lower() in self.speech.plain):
                return self._trimmed(n, end)
        return None

    def _around(self, cue: Cue, marked: int, end: int) -> Range | None:
        """Words between marks in the cue's clause, with what they belong to: nannte „den Plan“ …, sprach von „…“."""
        start = max(cue.end, cue.source[1] if cue.source and cue.source[0] > cue.start else 0)
        stop = next((n for n in range(marked, end) if self.pieces[n].words in (",", ";", ":", "–")), end)
        if cue.particle is not None and start <= cue.particle < stop:
            stop = max(marked + 1, cue.particle)
        verb_last = [n for n in range(marked + 1, stop) if n == cue.start]
        return self._trimmed(start, verb_last[0] if verb_last else stop)

    def _infinitive_of(self, cue: Cue) -> Range | None:
        """A French infinitive behind its verb: "promet de revenir", "appelle à rester calme"."""
        if self.speech.capitals or cue.stance not in INFINITIVE:
            return None
        at = max(cue.end, cue.source[1] if cue.source else 0)
        for n in range(at, min(at + 8, len(self.pieces) - 1)):
            verb = n + 1
            while verb + 1 < len(self.pieces) and self.pieces[verb].low in self.speech.adverbs:
                verb += 1
            if self.pieces[n].low in self.speech.infinitive and self.pieces[verb].low.endswith(self.speech.infinitives):
                return self._trimmed(n, len(self.pieces))
        bare = at < len(self.pieces) and self.pieces[at].low.endswith(self.speech.infinitives) and cue.end == at
        return self._trimmed(at, len(self.pieces)) if bare else None  # "nie avoir pris le sac"

    def _object(self, cue: Cue) -> Range | None:
        """The object of a verb whose object is what was said: "forderte den Rücktritt", "warnte vor dem Fluss"."""
        start = max(cue.end, cue.source[1] if cue.source and cue.source[0] >= cue.start else 0)
        stop = cue.last
        if cue.particle is not None and start <= cue.particle < stop:
            stop = cue.particle
        if cue.form and cue.form.participle and self.speech.capitals:
            helper = next(
                (n for n in range(cue.first, cue.start) if self.pieces[n].low in self.speech.auxiliaries), None
            )
            behind = (
                cue.source[1] if cue.source and helper is not None and cue.source[0] > helper else (helper or 0) + 1
            )
            start, stop = behind, cue.start
        found = self._trimmed(start, stop)
        if found is None or (found[1] - found[0] == 1 and not self.pieces[found[0]].words[0].isupper()):
            return None
        led = self.pieces[found[0]].low
        if led in self.speech.oblique & self.speech.adverbs or led in self.speech.negations:
            return None  # "bestätigten sich nicht"
        return None if led in self.speech.prepositions and led not in self.speech.leading else found

    def _reported(self, span: Range) -> bool:
        """True when the words stand in the mood of reported speech."""
        words = {p.low for p in self.pieces[slice(*span)] if p.kind is Kind.WORD}
        return bool(words & (self.speech.subjunctive | self.speech.conditional))

    def _to_do(self, at: int, stop: int) -> bool:
        """True for an infinitive with "zu": "den Damm zu erhöhen", "aufzuhören"."""
        words = [p.low for p in self.pieces[at:stop] if p.kind is Kind.WORD]
        helpers, endings = self.speech.infinitive, self.speech.infinitives
        apart = any(w in helpers and words[n + 1].endswith(endings) for n, w in enumerate(words[:-1]))
        inside = words and words[-1].endswith(endings) and any(helper in words[-1][2:-3] for helper in helpers)
        return apart or bool(inside)

    def _trimmed(self, start: int, end: int) -> Range | None:
        """The range without signs at its ends and joining words at its start; None when nothing is left."""
        while start < end and self.pieces[start].kind is Kind.POINT:
            start += 1
        while end > start and self.pieces[end - 1].kind is Kind.POINT and self.pieces[end - 1].words not in ")%€":
            end -= 1
        return (start, end) if start < end else None
