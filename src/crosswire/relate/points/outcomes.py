"""What has become of somebody in one sentence: in court, in hospital."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.lexicons.stages import StageWords
from crosswire.relate.points.namings import NamingReader
from crosswire.relate.points.parties import SUBJECTS, Party
from crosswire.relate.points.stage import Matter, Stage, Step, in_order
from crosswire.relate.points.statements import Slots

# "pleaded guilty", "pleaded no contest": so many words after the verb tell which.
AFTER_PLEA = 3


def read_outcomes(slots: Slots, words: StageWords) -> tuple[Stage, ...]:
    """The stages in court and in hospital that the sentence tells, in order; none that is only to come or possible."""
    return in_order(_Reader(slots, words).outcomes())


class _Reader(NamingReader):
    """One sentence, to be asked for outcomes."""

    def outcomes(self) -> Iterator[Stage]:
        """Every outcome, word by word."""
        for n, token in enumerate(self.tokens):
            if token.pos not in ("VERB", "AUX", "NOUN", "ADJ") or self._past(n):
                continue
            if self.lemma(n) in ("threatening", "threaten"):
                yield from self._threatening(n)
            elif token.pos in ("VERB", "AUX"):
                yield from self._court(n)
                yield from self._hospital(n)
            elif self.lemma(n) == "mistrial" and token.dep in ("dobj", "nsubjpass", "pobj"):
                yield from self._told(Matter.COURT, Step.MISTRIAL, token.head, None)
            elif self.lemma(n) in ("death", "killing") and token.pos == "NOUN":
                for who in self.objects(n, "of") or self.under(n, "poss"):
                    yield from self._stage(Matter.CONDITION, Step.DEAD, n, who)
            elif self.lemma(n) in self.words.condition and token.dep == "pobj" and self.has(n, self.words.unknown):
                verb = self.tokens[token.head].head
                whom = self.patient(verb) if self.tokens[verb].pos == "VERB" else verb
                yield from self._told(Matter.CONDITION, Step.UNKNOWN, verb, whom)

    def _court(self, n: int) -> Iterator[Stage]:
        """ "was sentenced to nine years", "pleaded guilty", "was acquitted", "charges against him were dropped"."""
        lemma, words = self.lemma(n), self.words
        if lemma in words.sentenced_of and not self.negated(n):
            yield from self._told(Matter.COURT, Step.SENTENCED, n, self.patient(n))
        elif lemma in words.convicted_of and not self.negated(n):
            yield from self._told(Matter.COURT, Step.CONVICTED, n, self.patient(n))
        elif lemma in words.cleared_of and not self.negated(n):
            yield from self._told(Matter.COURT, Step.CLEARED, n, self.patient(n))
        elif (lemma == "enter" and self._enters_guilty(n)) or (lemma == "plead" and self._pleads_guilty(n)):
            yield from self._told(Matter.COURT, Step.CONVICTED, n, self.subject(n))
        elif lemma == "accuse" and not self.negated(n):
            yield from self._told(Matter.COURT, Step.ACCUSED, n, self.patient(n))
        elif lemma == "find" and self._passive(n) and self._guilty(n):
            step = Step.CLEARED if self._guilty(n) == "not" else Step.CONVICTED
            yield from self._told(Matter.COURT, step, n, self.patient(n))
        elif lemma in words.dropped and not self.negated(n):
            things = [*self.under(n, "dobj", "nsubjpass")]
            if any(self.lemma(t) in words.charged_nouns for t in things):
                against = [*self.objects(n, "against"), *(o for t in things for o in self.objects(t, "against"))]
                yield from self._told(Matter.COURT, Step.CLEARED, n, against[0] if against else None)

    def _enters_guilty(self, n: int) -> bool:
        """True for "entered a guilty plea"; "a plea of not guilty" tells no more than the charge."""
        pleas = [t for t in self.under(n, "dobj") if self.lemma(t) == "plea"]
        return any(self.has(t, ("guilty",)) and not self.has(t, ("not",)) for t in pleas)

    def _pleads_guilty(self, n: int) -> bool:
        """True for "pleaded guilty" and "pleaded no contest"."""
        said = [self.lemma(m) for m in range(n + 1, min(n + 1 + AFTER_PLEA, len(self.tokens)))]
        return self._guilty(n) == "guilty" or said[:2] in (["no", "contest"], ["nolo", "contendere"])

    def _guilty(self, n: int) -> str:
        """ "not" for "found not guilty", "guilty" for "found guilty", else empty."""
        said = [self.lemma(m) for m in range(n + 1, min(n + 1 + AFTER_PLEA, len(self.tokens)))]
        if "guilty" not in said:
            return ""
        return "not" if "not" in said[: said.index("guilty")] else "guilty"

    def _hospital(self, n: int) -> Iterator[Stage]:
        """ "was released from the hospital", "is expected to survive", "was critically wounded", "was shot dead"."""
        lemma, words = self.lemma(n), self.words
        if lemma in words.let_go and self._from_hospital(n) and not self.negated(n):
            yield from self._told(Matter.CONDITION, Step.RELEASED, n, self.patient(n))
        elif lemma == "expect" and self._mends(n) and not self.negated(n):
            whom = self.patient(n) if self.under(n, "nsubjpass") else self.subject(n)
            yield from self._stage(Matter.CONDITION, Step.SAFE, n, whom) if whom is not None else ()
        elif lemma in words.hurts and self.has(n, words.gravely) and not self.negated(n):
            yield from self._told(Matter.CONDITION, Step.GRAVE, n, self.patient(n))
        elif lemma in words.dead:
            yield from self._told(Matter.CONDITION, Step.DEAD, n, self.subject(n))
        elif (lemma in self.words.killing or (lemma in self.words.shot and self._deadly(n))) and not self.negated(n):
            last = next((c for c in self.under(n, "conj") if self.lemma(c) in self.words.killing), n)
            yield from self._told(Matter.CONDITION, Step.DEAD, last, self.patient(n))
        elif lemma in ("pronounce", "find", "declare") and self._found_dead(n) and not self.negated(n):
            yield from self._told(Matter.CONDITION, Step.DEAD, n, self.patient(n))

    def _from_hospital(self, n: int) -> bool:
        """True for "released from the hospital", "treated and released"."""
        treated = self.tokens[n].dep == "conj" and self.lemma(self.tokens[n].head) == "treat"
        return treated or any(self.lemma(o) in self.words.hospitals for o in self.objects(n, "from"))

    def _mends(self, n: int) -> bool:
        """True for "expected to survive", "expected to be OK"."""
        for c in self.under(n, "xcomp"):
            fine = self.lemma(c) == "be" and self.has(c, ("ok", "okay", "fine", "all"))
            if self.lemma(c) in self.words.mends or fine:
                return True
        return False

    def _deadly(self, n: int) -> bool:
        """True for "shot dead", "shot to death", "fatally shot", "shot and killed"."""
        joined = any(self.lemma(c) in self.words.killing for c in self.under(n, "conj"))
        to = any(self.lemma(o) in self.words.deadly for o in self.objects(n, "to"))
        return joined or to or self.has(n, self.words.deadly)

    def _found_dead(self, n: int) -> bool:
        """True for "found Ana Lupo dead", "was pronounced dead"."""
        inner = self.under(n, "ccomp", "oprd", "acomp", "advcl")
        return self.has(n, ("dead",)) or any(self.lemma(c) == "dead" or self.has(c, ("dead",)) for c in inner)

    def _threatening(self, n: int) -> Iterator[Stage]:
        """ "injuries are not life-threatening", "was taken to hospital with life-threatening injuries"."""
        before = [self.written(m).casefold() for m in range(max(0, n - 4), n)]
        if "life" not in before:
            return
        head = self.tokens[n].head
        none = "non" in before or "not" in before or (self.tokens[head].pos != "NOUN" and self.negated(head))
        token = self.tokens[head]
        whom: int | None = None
        if token.pos in ("VERB", "AUX"):
            hurt = [s for s in self.under(head, *SUBJECTS) if self.lemma(s) in self.words.injuries]
            whom = next((o for s in hurt for o in self.under(s, "poss") or self.objects(s, "of")), None)
        elif token.pos == "NOUN" and token.dep == "pobj":
            verb = self.tokens[token.head].head
            whom = self.patient(verb) if self.tokens[verb].pos == "VERB" else verb
        elif token.pos == "NOUN" and token.dep == "dobj":
            whom = self.subject(token.head)
        if whom is not None and not self._mood(n):
            yield from self._stage(Matter.CONDITION, Step.SAFE if none else Step.GRAVE, n, whom)

    def _told(self, matter: Matter, step: Step, n: int, who: int | None) -> Iterator[Stage]:
        """The stage, unless it is to come or possible only."""
        mood = self._mood(n)
        party: Party | None = None if who is None else self.party(who)
        nobody = party is not None and party.count == 0
        if party is not None and not party.names and any(self.has(m, ("also",)) for m in (n, self.tokens[n].head)):
            return  # "a boy was also killed at a school that night": another
        if not mood and not nobody:
            yield from self._stage(matter, step, n, who)
