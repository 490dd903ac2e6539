"""How far a matter has come in one sentence: somebody is sought, held, charged, not named yet, named, in what state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from crosswire.lexicons.stages import StageWords
from crosswire.relate.points.parties import Grammar, Party
from crosswire.relate.points.statements import Slots

COMING = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MAYBE = frozenset({"would", "may", "might", "could", "can", "should", "must", "if", "unless", "until", "once", "when"})
PLANNED = frozenset({"expect", "plan", "set", "schedule", "likely", "due", "hope", "want", "try", "vow", "order"})
OPEN = frozenset({"whether"})
# "has a history of", "was arrested in the past": of another matter.
PAST = frozenset(
    {"previously", "previous", "past", "history", "formerly", "ago", "last", "record", "prior", "before", "recent"}
)
TELLING = frozenset({"release", "disclose", "announce", "give", "provide", "reveal", "identify", "know", "available"})
HOLDING = frozenset({"be", "remain", "take", "have", "hold", "stay", "put", "place", "keep", "bring", "sit", "stand"})
# "leading to the arrest of the gunman": nobody is arrested yet.
LEADING = frozenset({"lead", "result"})
DONE_TO = frozenset({"kill", "shoot", "wound", "stab", "injure", "hit", "strike", "murder", "slay", "hurt", "find"})
HURT = frozenset({"die", "bleed", "succumb"})
# "the death of Ana Lupo", "Lupo's murder": nouns of what is done to a victim.
DEATHS = frozenset({"death", "killing", "shooting", "murder", "slaying", "stabbing", "homicide", "body"})


class Matter(StrEnum):
    """What changes as a story goes on."""

    CUSTODY = "custody"
    CHARGE = "charge"
    NAME = "name"
    CONDITION = "condition"


class Step(StrEnum):
    """How far it has come; of one matter a later step replaces an earlier one."""

    OPEN = "open"  # "no word on whether a suspect is at large"
    SOUGHT = "sought"
    NOT_HELD = "not held"  # "no arrests"
    HELD = "held"
    UNCHARGED = "uncharged"
    CHARGED = "charged"
    UNNAMED = "unnamed"
    NAMED = "named"
    UNKNOWN = "unknown"  # "their conditions were not known"
    GRAVE = "grave"
    GOOD = "good"
    DEAD = "dead"


class Role(StrEnum):
    """What part somebody has in the event."""

    SUSPECT = "suspect"
    VICTIM = "victim"


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a matter, told of somebody. `at` is the index of the word that tells it; offsets are of the text."""

    matter: Matter
    step: Step
    party: Party | None
    role: Role | None
    at: int
    start: int
    end: int


def read_stages(slots: Slots, words: StageWords) -> tuple[Stage, ...]:
    """The stages that the sentence tells, in order; none of what once was in another matter."""
    reader = _Reader(slots, words)
    found = {(s.matter, s.step, s.party.start if s.party else -1): s for s in reversed([*reader.stages()])}
    return tuple(sorted(found.values(), key=lambda s: (s.at, s.step)))


class _Reader(Grammar):
    """One sentence, to be asked for stages."""

    def __init__(self, slots: Slots, words: StageWords) -> None:
        super().__init__(slots)
        self.words = words

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
        if lemma in words.sought_for:
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

    def _held(self, n: int, who: int | None, *, nobody: bool = False) -> Iterator[Stage]:
        """Somebody is held, or is not."""
        mood = self._mood(n)
        party = None if who is None else self.party(who)
        if party is None and not nobody:
            return
        none = nobody or (party is not None and party.count == 0)
        if mood in COMING | MAYBE | PLANNED:
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
            or over.lemma not in ("in", "into", "behind", "to")
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
        if self.lemma(verb) in HOLDING and not self._past(verb):
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
        elif self.tokens[n].dep in ("dobj", "nsubjpass") and self.lemma(verb) in ("make", "announce", "confirm"):
            yield from self._stage(Matter.CUSTODY, Step.HELD, n, n) if not self._mood(verb) else ()

    def _promised(self, n: int) -> bool:
        """True for "a reward for information leading to an arrest"."""
        above = self.tokens[self.tokens[n].head]
        return above.lemma in LEADING or self.lemma(above.head) in LEADING

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
        over = self.tokens[n].head
        for _ in self.tokens:
            if self.tokens[over].pos in ("VERB", "AUX", "NOUN", "PROPN") or self.tokens[over].head == over:
                break
            over = self.tokens[over].head
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
        if mood in COMING or self.negated(n) or self.party(who).count == 0:
            yield from self._stage(Matter.CHARGE, Step.UNCHARGED, n, who)
        elif not mood:
            yield from self._stage(Matter.CHARGE, Step.CHARGED, n, who)

    def _charges(self, n: int) -> Iterator[Stage]:
        """ "faces two charges", "jailed on federal charges", "no charges have been filed"."""
        token = self.tokens[n]
        verb = token.head
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
        against = [*self.objects(n, "against"), *self.objects(verb, "against")]
        lemma = self.lemma(verb)
        none = self.has(n, ("no",)) or self.negated(verb)
        if lemma == "face" and self.tokens[n].dep == "dobj":
            who = self.subject(verb)
            if who is not None and self._person(who) and self._mood(verb) not in COMING | MAYBE:
                yield from self._stage(Matter.CHARGE, Step.UNCHARGED if none else Step.CHARGED, verb, who)
        elif lemma in ("file", "bring", "lay", "announce", "issue", "pend") or (
            lemma == "be" and self.has(verb, ("pending",))
        ):
            waiting = none or lemma in ("pend", "be") or self._mood(verb) in COMING
            if waiting or not self._mood(verb):
                step = Step.UNCHARGED if waiting else Step.CHARGED
                yield from self._stage(Matter.CHARGE, step, verb, against[0] if against else None)

    def _named(self, n: int) -> Iterator[Stage]:
        """ "has not been identified", "identified the dead man as Ana Lupo"."""
        who = self.patient(n)
        if who is None:
            return
        if self.negated(n) or self.party(who).count == 0:
            if not self.party(who).names:
                yield from self._stage(Matter.NAME, Step.UNNAMED, n, who)
            return
        if self._mood(n) in MAYBE | COMING | PLANNED:
            return
        inner = [m for c in self.children[who] for m in (c,) if self.tokens[c].dep == "prep" and self.lemma(c) == "as"]
        told = [*self.objects(n, "as"), *(o for c in inner for o in self.under(c, "pobj"))]
        names = [m for m in (*told, who) if self.party(m).full]
        if names:
            role = self._role(who, n) or next((r for m in told if (r := self._role(m, n))), None)
            yield from self._stage(Matter.NAME, Step.NAMED, n, names[0], role)

    def _name(self, n: int) -> Iterator[Stage]:
        """ "the victim, Ana Lupo", "suspect Ana Lupo", "Ana Lupo, 31, was arrested"."""
        token = self.tokens[n]
        if token.dep == "compound" or self.place(n) or not self.party(n).names:
            return
        if token.dep == "poss":
            if self.lemma(token.head) in DEATHS:
                yield from self._stage(Matter.NAME, Step.NAMED, n, n, Role.VICTIM)
            return
        role = Role.VICTIM if self._of_death(n) else None
        if token.dep == "appos":
            role = self._role_word(token.head)
        inside = [c for c in self.children[n] if self.tokens[c].dep in ("compound", "amod", "appos", "nmod")]
        role = role or next((r for c in inside if (r := self._role_word(c))), None)
        role = role or self._role_by_verb(n)
        if role or self.party(n).full:
            yield from self._stage(Matter.NAME, Step.NAMED, n, n, role)

    def _of_death(self, n: int) -> bool:
        """True for whom "the death of", "in the shooting of" is told."""
        over = self.tokens[n].head
        return self.lemma(over) == "of" and self.lemma(self.tokens[over].head) in DEATHS

    def _name_withheld(self, n: int) -> Iterator[Stage]:
        """ "The names of the dead have not been released", "his identity was withheld"."""
        token = self.tokens[n]
        verb = token.head
        if token.dep not in ("nsubjpass", "dobj", "nsubj") or self.tokens[verb].pos not in ("VERB", "AUX"):
            return
        lemma = self.lemma(verb)
        waiting = self._mood(verb) in COMING and lemma in TELLING - {"know", "identify", "available"}
        refused = self.tokens[verb].dep == "xcomp" and self.tokens[self.tokens[verb].head].lemma in (
            "decline",
            "refuse",
        )
        held = lemma in self.words.unnamed_withheld
        none = lemma in TELLING and (self.negated(verb) or self.has(n, ("no",)) or refused)
        unknown = lemma == "be" and self.negated(verb) and self.has(verb, ("available", "known", "clear"))
        if waiting or held or none or unknown:
            of = self.objects(n, "of", "for")
            joined = [c for m in (*of, n) for c in self.under(m, "conj")]
            whose: list[int | None] = [*(of or self.under(n, "poss")), *joined]
            for who in whose or [None]:
                yield from self._stage(Matter.NAME, Step.UNNAMED, verb, who)

    def _condition(self, n: int) -> Iterator[Stage]:
        """ "was in critical condition", "their conditions were not known"."""
        token, words = self.tokens[n], self.words
        grades = {self.lemma(c) for c in self.children[n]}
        if token.dep == "pobj" and self.tokens[token.head].lemma in ("in", "to"):
            verb = self.tokens[token.head].head
            who = self.subject(verb) if self.tokens[verb].pos in ("VERB", "AUX") else verb
            step = Step.GRAVE if grades & words.grave else Step.GOOD if grades & words.good else None
            if step and who is not None:
                yield from self._state(n, step, who)
            return
        verb = token.head
        if self.tokens[verb].pos in ("VERB", "AUX"):
            of = self.objects(n, "of") or self.under(n, "poss")
            dark = not words.unknown.isdisjoint(self.lemma(c) for c in self.children[verb])
            none = self.negated(verb) and self.lemma(verb) in TELLING | {"be", "make", "have"}
            if of and (dark or none):
                yield from self._stage(Matter.CONDITION, Step.UNKNOWN, verb, of[0])

    def _state(self, n: int, step: Step, who: int | None) -> Iterator[Stage]:
        if who is not None and not self._mood(n):
            yield from self._stage(Matter.CONDITION, step, n, who)

    def _stage(self, matter: Matter, step: Step, n: int, who: int | None, role: Role | None = None) -> Iterator[Stage]:
        """The stage, with the clause of the word that tells it."""
        party = None if who is None else self.party(who)
        if matter is Matter.NAME and role is None and who is not None:
            role = self._role(who, n)
            if role is None and step is Step.UNNAMED:
                return
        holding = [c for c in self.slots.clauses if c.start <= self.tokens[n].start < c.end]
        best = min(holding, key=lambda c: c.end - c.start, default=None)
        whole = self.slots.passage
        start, end = (best.start, best.end) if best else (whole.start, whole.end)
        if party:
            start, end = min(start, party.start), max(end, party.end)
        yield Stage(matter, step, party, role, n, start, end)

    def _role(self, who: int, n: int) -> Role | None:
        """What part the word has: by what it says, by its verb, by its sentence."""
        near = [who, *self.under(who, "conj", "appos")]
        word = next((r for m in near if (r := self._role_word(m))), None)
        word = word or (Role.VICTIM if any(self._of_death(m) for m in near) else None)
        return word or self._role_by_verb(who)

    def _role_word(self, n: int) -> Role | None:
        lemma = self.lemma(n)
        if lemma in self.words.suspects:
            return Role.SUSPECT
        if lemma in self.words.victims:
            return Role.VICTIM
        if lemma in self.words.anybody or self.tokens[n].pos == "PROPN":
            for c in self.under(n, "acl", "relcl"):
                if role := self._role_of_verb(c):
                    return role
            if any(self.lemma(o) in self.words.held_states for o in self.objects(n, "in")):
                return Role.SUSPECT
        return None

    def _role_by_verb(self, n: int) -> Role | None:
        """The part of somebody from what is done to him in the sentence."""
        for v in range(len(self.tokens)):
            if self.tokens[v].pos == "VERB" and self.lemma(v) not in self.words.unnamed_verbs:
                role = self._role_of_verb(v)
                if role and self._told_of(v, role, n):
                    return role
        return None

    def _told_of(self, verb: int, role: Role, n: int) -> bool:
        own = self.subject(verb) if self.lemma(verb) in HURT | self.words.held_by | {"face"} else self.patient(verb)
        return own is not None and (own == n or n in self.under(own, "conj", "appos") or self._beside(n, own))

    def _beside(self, n: int, own: int) -> bool:
        """True for "a mother of two, Ana Lupo", the name hung on a word of what stands before it."""
        if self.tokens[n].dep != "appos":
            return False
        above = self.tokens[n].head
        return self.tokens[above].dep == "pobj" and self.tokens[self.tokens[above].head].head == own

    def _role_of_verb(self, verb: int) -> Role | None:
        """Of whom the verb is told, in what part: the killed, the arrested."""
        lemma, words = self.lemma(verb), self.words
        if self._mood(verb) or self.negated(verb):
            return None
        if lemma in HURT or (lemma in DONE_TO and (lemma != "find" or self.has(verb, ("dead", "shot")))):
            return Role.VICTIM
        charged = lemma in ("face", "charge", "accuse") and self.tokens[verb].pos == "VERB"
        if lemma in words.held_of | words.held_by or charged or (lemma in words.kept and self._kept(verb)):
            if lemma == "face" and not any(self.lemma(o) in words.charged_nouns for o in self.under(verb, "dobj")):
                return None
            return Role.SUSPECT
        return None

    def _person(self, n: int) -> bool:
        """True for a word that stands for somebody who may be arrested."""
        token, lemma = self.tokens[n], self.lemma(n)
        if token.pos == "PROPN":
            body = token.entity == "ORG" and any(self.tokens[c].dep == "compound" for c in self.children[n])
            return not self.place(n) and not body and token.entity != "DATE" and not self.has(n, ("the",))
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

    def _passive(self, n: int) -> bool:
        return bool(self.under(n, "nsubjpass", "auxpass")) or (
            self.tokens[n].tag == "VBN" and not self.under(n, "aux", "dobj")
        )

    def _kept(self, n: int) -> bool:
        """True for "is being held without bail", "was booked into jail"; not for "held a sign"."""
        return self._passive(n) and any(self._keeps(o) for o in self.objects(n))

    def _keeps(self, n: int) -> bool:
        inside = {self.lemma(n), *(self.lemma(c) for c in self.children[n])}
        return not self.words.kept_with.isdisjoint(inside)

    def _tried(self, n: int) -> bool:
        """True for "attempts to find him", "are trying to catch them"."""
        above = {self.lemma(m) for m in self.chain(n)[1:]}
        return bool(above & {"attempt", "try", "effort", "work", "unable", "struggle", "fail"})

    def _at(self, n: int) -> bool:
        """True for "at large", "on the run"."""
        before = [self.lemma(m) for m in range(max(0, n - 2), n)]
        return before[-1:] == ["at"] if self.lemma(n) == "large" else before == ["on", "the"]

    def _mood(self, n: int) -> str:
        """The word that makes of a verb no fact: "will", "if", "whether", "expect"; empty for a fact."""
        for m in self.chain(n):
            for c in self.children[m]:
                lemma = self.lemma(c)
                aside = self.tokens[c].dep not in ("aux", "mark", "advmod")
                if lemma in COMING | MAYBE | OPEN and not aside and lemma not in ("when", "once"):
                    return lemma
            above = self.tokens[self.tokens[m].head]
            infinite = any(self.lemma(c) == "to" for c in self.under(m, "aux"))
            if infinite and self.tokens[m].dep == "xcomp" and above.lemma in PLANNED:
                return "will" if above.lemma in ("expect", "set", "schedule", "due") else above.lemma
            purpose = self.tokens[m].dep in ("advcl", "acl", "xcomp") and above.lemma != "appear"
            if infinite and purpose and (m == n or self.tokens[n].dep == "conj"):
                return "want"
            if self.tokens[m].dep not in ("xcomp", "ccomp", "conj", "pcomp"):
                break
        return ""

    def _past(self, n: int) -> bool:
        """True for what was once, in another matter: "has been arrested before", "was jailed in 2014"."""
        near = [n, *self.children[n], *self.objects(n)]
        return any(self.lemma(m) in PAST for m in near)
