"""What has become of somebody in one sentence: in court, in hospital, and what he says of what he is accused of."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.lexicons.stages import StageWords
from crosswire.relate.points.namings import NamingReader
from crosswire.relate.points.parties import SUBJECTS, Party
from crosswire.relate.points.stage import Matter, Stage, Step
from crosswire.relate.points.statements import Slots

# "pleaded guilty", "pleaded no contest": so many words after the verb tell which.
AFTER_PLEA = 3
KILLING = frozenset({"kill", "murder", "slay"})
SHOT = frozenset({"shoot", "stab", "beat"})
DEADLY = frozenset({"dead", "death", "fatally"})
INJURIES = frozenset({"injury", "wound"})
OWED = frozenset({"innocence"})
KEEPS = frozenset({"maintain", "protest", "assert", "proclaim"})


def read_outcomes(slots: Slots, words: StageWords) -> tuple[Stage, ...]:
    """The stages in court and in hospital that the sentence tells, in order; none that is only to come or possible."""
    reader = _Reader(slots, words)
    found = {(s.matter, s.step, s.party.start if s.party else -1): s for s in reversed([*reader.outcomes()])}
    return tuple(sorted(found.values(), key=lambda s: (s.at, s.step)))


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
                yield from self._denial(n)
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
        elif lemma == "enter" and any(
            self.lemma(t) == "plea" and self.has(t, ("guilty",)) for t in self.under(n, "dobj")
        ):
            thing = next(t for t in self.under(n, "dobj") if self.lemma(t) == "plea")
            step = Step.DENIES if self.has(thing, ("not",)) else Step.CONVICTED
            yield from self._told(Matter.COURT, step, n, self.subject(n))
        elif lemma == "plead":
            pleaded = self._plea(n)
            if pleaded:
                yield from self._told(Matter.COURT, pleaded, n, self.subject(n))
        elif lemma == "find" and self._passive(n) and self._guilty(n):
            step = Step.CLEARED if self._guilty(n) == "not" else Step.CONVICTED
            yield from self._told(Matter.COURT, step, n, self.patient(n))
        elif lemma in words.dropped and not self.negated(n):
            things = [*self.under(n, "dobj", "nsubjpass")]
            if any(self.lemma(t) in words.charged_nouns for t in things):
                against = [*self.objects(n, "against"), *(o for t in things for o in self.objects(t, "against"))]
                yield from self._told(Matter.COURT, Step.CLEARED, n, against[0] if against else None)

    def _plea(self, n: int) -> Step | None:
        """What somebody pleads; None where that isn't said."""
        said = [self.lemma(m) for m in range(n + 1, min(n + 1 + AFTER_PLEA, len(self.tokens)))]
        if "guilty" in said:
            return Step.DENIES if "not" in said[: said.index("guilty")] else Step.CONVICTED
        return Step.CONVICTED if said[:2] in (["no", "contest"], ["nolo", "contendere"]) else None

    def _guilty(self, n: int) -> str:
        """ "not" for "found not guilty", "guilty" for "found guilty", else empty."""
        said = [self.lemma(m) for m in range(n + 1, min(n + 1 + AFTER_PLEA, len(self.tokens)))]
        if "guilty" not in said:
            return ""
        return "not" if "not" in said[: said.index("guilty")] else "guilty"

    def _denial(self, n: int) -> Iterator[Stage]:
        """ "has denied any involvement", "maintained his innocence", "had nothing to do with it"."""
        lemma = self.lemma(n)
        things = self.under(n, "dobj")
        part = self.words.part
        if lemma == "accuse" and not self.negated(n):
            yield from self._told(Matter.COURT, Step.ACCUSED, n, self.patient(n))
        if (lemma in KILLING | SHOT | {"do"} and self.negated(n) and not self._passive(n)) or self._is_not(n):
            who = self.subject(n)
            if who is not None and self.party(who).names and self._mood(n) in ("", "would"):
                yield from self._stage(Matter.COURT, Step.DENIES, n, who)
        denies = lemma in self.words.denied and not self._passive(n) and self._denied(n, things)
        keeps = lemma in KEEPS and any(self.lemma(t) in OWED for t in things)
        nothing = lemma == "have" and any(self.lemma(t) == "nothing" and self._to_do(t, n) for t in things)
        none = lemma == "have" and any(self.lemma(t) in part and self.has(t, ("no",)) for t in things)
        if (denies and not self.negated(n)) or keeps or nothing or none:
            yield from self._told(Matter.COURT, Step.DENIES, n, self.subject(n))

    def _is_not(self, n: int) -> bool:
        """True for "is not the killer", "was not one of the gunmen"."""
        what = [a for t in self.under(n, "attr") for a in (t, *self.objects(t, "of"))]
        return self.lemma(n) == "be" and self.negated(n) and any(self.lemma(a) in self.words.suspects for a in what)

    def _denied(self, n: int, things: list[int]) -> bool:
        """True where what is denied is a part in the deed: "denied involvement", "denied having any part in it"."""
        inner = [o for c in self.under(n, "xcomp", "ccomp", "pcomp") for o in self.under(c, "dobj")]
        return any(self.lemma(t) in self.words.part for t in (*things, *inner))

    def _to_do(self, thing: int, verb: int) -> bool:
        return any(self.lemma(c) == "do" for m in (thing, verb) for c in self.children[m])

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
        elif (lemma in KILLING or (lemma in SHOT and self._deadly(n))) and not self.negated(n):
            last = next((c for c in self.under(n, "conj") if self.lemma(c) in KILLING), n)
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
        joined = any(self.lemma(c) in KILLING for c in self.under(n, "conj"))
        to = any(self.lemma(o) in DEADLY for o in self.objects(n, "to"))
        return joined or to or self.has(n, DEADLY)

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
            hurt = [s for s in self.under(head, *SUBJECTS) if self.lemma(s) in INJURIES]
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
        if not mood and not nobody:
            yield from self._stage(matter, step, n, who)
