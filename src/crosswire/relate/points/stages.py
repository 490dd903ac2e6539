"""How far a matter has come in one sentence: somebody is sought, held, charged, not named yet, named, in what state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.lexicons.stages import StageWords
from crosswire.model.token_tree import upward
from crosswire.relate.points.namings import NamingReader
from crosswire.relate.points.stage import Matter, Stage, Step, in_order
from crosswire.relate.points.statements import Slots

# "Charges are pending", in all the forms that the language pipeline gives the word.
NEXT_TO = 7
PENDING = ("pending", "pend", "pende")


def read_stages(slots: Slots, words: StageWords) -> tuple[Stage, ...]:
    """The stages that the sentence tells, in order; none of what once was in another matter."""
    return in_order(_Reader(slots, words).stages())


class _Reader(NamingReader):
    """One sentence, to be asked for stages."""

    def stages(self) -> Iterator[Stage]:
        """Every stage, word by word."""
        for n, token in enumerate(self.tokens):
            if token.pos in ("VERB", "AUX"):
                yield from self._verb(n)
            elif token.pos in ("NOUN", "ADJ", "ADV"):
                yield from self._noun(n)
            if token.pos == "PROPN":
                yield from self._name(n)

    def _verb(self, n: int) -> Iterator[Stage]:
        lemma, words = self.lemma(n), self.words
        if self._past(n):
            return
        if lemma in words.held_of or (lemma in words.kept and self._kept(n)):
            yield from self._held(n, self.patient(n))
        elif (lemma in words.held_by and not self.under(n, "dobj")) or self._turned_in(n):
            yield from self._held(n, self.subject(n))
        if lemma in words.sought_for and not self.has(n, ("out",)):  # "look out for one another"
            yield from self._sought(n, self.objects(n, "for"))
        if lemma in words.sought_of and (lemma != "want" or self._passive(n)):
            patient = self.patient(n)
            yield from self._sought(n, [] if patient is None else [patient])
        if lemma in words.sought_find and (self.negated(n) or self._tried(n)):
            patient = self.patient(n)
            yield from self._sought(n, [] if patient is None else [patient])
        if lemma in words.charged_of:
            yield from self._charged(n, self.patient(n))
        if lemma in words.unnamed_verbs:
            yield from self._named(n)
            yield from self._identified(n)
        if lemma in words.dead:
            yield from self._state(n, Step.DEAD, self.subject(n))

    def _noun(self, n: int) -> Iterator[Stage]:
        lemma, words, token = self.lemma(n), self.words, self.tokens[n]
        if token.dep == "compound" or self._past(n):
            return
        if lemma in words.held_states and (lemma == "bar") == (self.tokens[token.head].lemma == "behind"):
            yield from self._in_custody(n)
        if lemma in words.sought_states and self._at(n):
            yield from self._at_large(n)
        if lemma in words.sought_for:
            yield from self._sought(n, self.objects(n, "for"))
        if lemma in words.held_nouns and token.pos == "NOUN":
            yield from self._arrest(n)
        if lemma in words.charged_nouns and token.pos == "NOUN":
            yield from self._charges(n)
        if lemma in words.unnamed_things:
            yield from self._name_withheld(n)
        if lemma in words.unnamed_adjectives and token.dep == "amod":
            yield from self._stage(Matter.NAME, Step.UNNAMED, n, token.head)
        if lemma in words.condition:
            yield from self._condition(n)

    def _identified(self, n: int) -> Iterator[Stage]:
        """ "No suspect has been identified", "in hopes of identifying the gunman": nobody is held yet."""
        who = self.patient(n)
        if who is None or self.lemma(who) not in self.words.suspects or self.party(who).names:
            return
        nobody = self.party(who).count == 0
        if nobody != self.negated(n) or self._tried(n):
            yield from self._stage(Matter.CUSTODY, Step.UNIDENTIFIED, n, who)

    def _held(self, n: int, who: int | None, *, nobody: bool = False) -> Iterator[Stage]:
        """Somebody is held, or is not."""
        mood = self._mood(n)
        party = None if who is None else self.party(who)
        if party is None and not nobody:
            return
        none = nobody or (party is not None and party.count == 0)
        if mood in self.words.coming | self.words.maybe | self.words.planned:
            return
        step = Step.OPEN if mood else Step.NOT_HELD if nobody or none != self.negated(n) else Step.HELD
        if who is None or self._person(who):
            yield from self._stage(Matter.CUSTODY, step, n, who)

    def _in_custody(self, n: int) -> Iterator[Stage]:
        """ "is in custody", "was taken into custody", "the man in custody", "behind bars"."""
        token = self.tokens[n]
        over = self.tokens[token.head]
        if (
            token.dep != "pobj"
            or over.lemma not in ("in", "into", "behind", "to", "under")
            or (over.lemma == "under") != (token.lemma == "arrest")
            or self.objects(n, "of")
            or self.under(n, "relcl")
        ):
            return
        if any(self.tokens[c].pos in ("NUM",) for c in self.children[n]) or (
            over.lemma == "to" and token.lemma == "prison"
        ):
            return
        verb = over.head
        if self.tokens[verb].pos == "ADP":
            verb = self.tokens[verb].head
        if self.tokens[verb].pos not in ("VERB", "AUX"):
            over_all = self.tokens[verb].head
            if token.lemma == "custody" and not (self.has(verb, ("any",)) and self.negated(over_all)):
                yield from self._held(verb, verb)
            elif token.lemma == "custody":
                yield from self._held(over_all, None, nobody=True)
            return
        if self.lemma(verb) in self.words.holding and not self._past(verb):
            active = self.under(verb, "dobj") and not self.under(verb, "auxpass", "nsubjpass")
            yield from self._held(verb, self.patient(verb) if active else self.subject(verb))

    def _arrest(self, n: int) -> Iterator[Stage]:
        """ "the arrest of two men", "an arrest was made", "no arrests have been made"."""
        verb = self.tokens[n].head
        if self._promised(n):
            return
        nobody = self.has(n, ("no",)) or (self.lemma(verb) in ("make", "report") and self.negated(verb))
        of = self.objects(n, "of")
        owner = self.under(n, "poss")
        if nobody:
            yield from self._held(n, None, nobody=True)
        elif of or owner:
            yield from self._held(n, (of or owner)[0])
        elif (
            self.tokens[n].dep in ("dobj", "nsubjpass")
            and self.lemma(verb) in ("make", "announce", "confirm")
            and (self.tokens[verb].tag != "VBG" or self.under(verb, "aux"))  # "spend more on making arrests"
        ):
            yield from self._stage(Matter.CUSTODY, Step.HELD, n, n) if not self._mood(verb) else ()

    def _promised(self, n: int) -> bool:
        """True for "a reward for information leading to an arrest", "a warrant was issued for his arrest"."""
        if any(self.lemma(m) == "warrant" for m in range(max(0, n - NEXT_TO), n)):
            return True
        above = self.tokens[self.tokens[n].head]
        return above.lemma in self.words.leading or self.lemma(above.head) in self.words.leading

    def _sought(self, n: int, whom: Sequence[int]) -> Iterator[Stage]:
        """Somebody is looked for."""
        for who in whom:
            if (
                self._person(who)
                and (self.lemma(n) in self.words.sought_find or not self.negated(n))
                and not self.has(who, ("missing", "miss", "more", "other"))
                and not self._past(n)
            ):
                yield from self._stage(Matter.CUSTODY, Step.SOUGHT, n, who)

    def _at_large(self, n: int) -> Iterator[Stage]:
        """ "remains at large", "a gunman on the loose"."""
        above = list(upward(self.tokens, self.tokens[n].head))
        over = next((m for m in above if self.tokens[m].pos in ("VERB", "AUX", "NOUN", "PROPN")), above[-1])
        who = self.subject(over) if self.tokens[over].pos in ("VERB", "AUX") else over
        if who is None or not self._person(who) or self.has(who, ("more", "other")):
            return
        step = Step.OPEN if self._mood(over) else Step.SOUGHT
        if not self.negated(over):
            yield from self._stage(Matter.CUSTODY, step, over, who)

    def _charged(self, n: int, who: int | None) -> Iterator[Stage]:
        """Somebody is charged, is not, or will be."""
        if who is None or not self._person(who):
            return
        mood = self._mood(n)
        if self.negated(n) and not self._passive(n):
            return  # "the indictment does not charge her with theft": with something else, it does
        if mood in self.words.coming or self.negated(n) or self.party(who).count == 0:
            yield from self._stage(Matter.CHARGE, Step.UNCHARGED, n, who)
        elif not mood:
            yield from self._stage(Matter.CHARGE, Step.CHARGED, n, who)

    def _charges(self, n: int) -> Iterator[Stage]:
        """ "faces two charges", "jailed on federal charges", "no charges have been filed"."""
        token = self.tokens[n]
        verb = token.head
        if token.dep == "pobj" and self._past(self.tokens[verb].head):
            return
        if token.dep == "pobj":
            over = self.tokens[verb].lemma
            verb = self.tokens[verb].head
            if over not in ("on", "with") or self.lemma(verb) not in self.words.charged_with | self.words.held_of | {
                "remain"
            }:
                return
            if self._mood(verb) or self.lemma(verb) in self.words.charged_of:
                return
            who = (
                self.subject(verb)
                if self._passive(verb) or self.lemma(verb) in ("be", "remain")
                else self.patient(verb)
            )
            if who is not None and self._person(who):
                yield from self._stage(Matter.CHARGE, Step.CHARGED, n, who)
        elif token.dep in ("dobj", "nsubjpass", "nsubj") and self.tokens[verb].pos in ("VERB", "AUX"):
            yield from self._charge_of(n, verb)

    def _charge_of(self, n: int, verb: int) -> Iterator[Stage]:
        """What becomes of charges that a verb has for its object or subject."""
        if self.has(n, self.words.further):
            return  # "more charges may be filed": some are
        against = [*self.objects(n, "against"), *self.objects(verb, "against")]
        lemma = self.lemma(verb)
        if any(self.lemma(m) in self.words.thought for m in self.chain(verb)[1:]):
            return  # "he doubts charges will be filed"
        none = self.has(n, ("no",)) or self.negated(verb)
        if lemma == "face" and self.tokens[n].dep == "dobj":
            who = self.subject(verb)
            if who is not None and self._person(who) and self._mood(verb) not in self.words.coming | self.words.maybe:
                step = Step.UNCHARGED if none or self.party(who).count == 0 else Step.CHARGED
                yield from self._stage(Matter.CHARGE, step, verb, who)
        elif lemma in ("file", "bring", "lay", "announce", "issue", "accept", "approve", *PENDING) or (
            lemma == "be" and self.has(verb, PENDING)
        ):
            waiting = none or lemma in ("be", *PENDING) or self._mood(verb) in self.words.coming
            if waiting or not self._mood(verb):
                step = Step.UNCHARGED if waiting else Step.CHARGED
                yield from self._stage(Matter.CHARGE, step, verb, against[0] if against else None)

    def _person(self, n: int) -> bool:
        """True for a word that stands for somebody who may be arrested."""
        token, lemma = self.tokens[n], self.lemma(n)
        if token.pos in ("PROPN", "ADJ") and self.party(n).ages:
            return True  # "19-year-old Ana Lupo", whatever the name is taken for; "a 17-year-old was charged"
        if token.pos == "PROPN":
            body = token.entity == "ORG" and any(self.tokens[c].dep == "compound" for c in self.children[n])
            written = self.written(n)[:1].isupper()
            return written and not (self.place(n) or body or token.entity == "DATE" or self.has(n, ("the",)))
        if token.pos == "PRON":
            return lemma in {
                "he",
                "she",
                "they",
                "him",
                "her",
                "them",
                "nobody",
                "none",
                "one",
                "who",
                "both",
                "anyone",
                "neither",
            }
        return lemma in self.words.suspects | self.words.anybody or token.tag == "CD"

    def _turned_in(self, n: int) -> bool:
        """True for "turned himself in"."""
        oneself = ("himself", "herself", "themselves")
        return (
            self.lemma(n) == "turn"
            and self.has(n, ("in",))
            and any(self.written(c).casefold() in oneself for c in self.children[n])
        )

    def _tried(self, n: int) -> bool:
        """True for "attempts to find him", "are trying to catch them"."""
        above = self.chain(n)[1:]
        hoped = {"attempt", "try", "effort", "work", "unable", "struggle", "fail"}
        return any(self.lemma(m) in hoped or (self.lemma(m) == "able" and self._not_able(m)) for m in above)

    def _not_able(self, n: int) -> bool:
        """True for "have not been able"; "a man was able to be identified" tells that he was."""
        return self.negated(n) or self.negated(self.tokens[n].head)

    def _at(self, n: int) -> bool:
        """True for "at large", "on the run"."""
        before = [self.lemma(m) for m in range(max(0, n - 2), n)]
        return before[-1:] == ["at"] if self.lemma(n) == "large" else before == ["on", "the"]
