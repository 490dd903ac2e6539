"""Who is named in a sentence and who is not, in what part, and how somebody is who was hurt."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.lexicons.stages import StageWords
from crosswire.relate.points.parties import Grammar
from crosswire.relate.points.stage import Matter, Role, Stage, Step
from crosswire.relate.points.statements import Slots

OPEN = frozenset({"whether"})


class NamingReader(Grammar):
    """One sentence, to be asked who is named, in what part, and how he is."""

    def __init__(self, slots: Slots, words: StageWords) -> None:
        super().__init__(slots)
        self.words = words

    def _named(self, n: int) -> Iterator[Stage]:
        """ "has not been identified", "identified the dead man as Ana Lupo"."""
        who = self.patient(n)
        if who is None:
            return
        if self.negated(n) or self.party(who).count == 0:
            if not self.party(who).names:
                yield from self._stage(Matter.NAME, Step.UNNAMED, n, who)
            return
        if self._mood(n) in self.words.maybe | self.words.coming | self.words.planned:
            return
        inner = [c for c in self.under(who, "prep") if self.lemma(c) == "as"]
        told = [*self.objects(n, "as"), *(o for c in inner for o in self.under(c, "pobj"))]
        names = [m for m in (*told, who) if self.party(m).full]
        if names:
            role = self._role(who, n) or next((r for m in told if (r := self._role(m, n))), None)
            yield from self._stage(Matter.NAME, Step.NAMED, n, names[0], role)

    def _name(self, n: int) -> Iterator[Stage]:
        """ "the victim, Ana Lupo", "suspect Ana Lupo", "Ana Lupo, 31, was arrested"."""
        token = self.tokens[n]
        nobody = self.place(n) or self.lemma(n) in self.words.hospitals or not self.party(n).names
        if token.dep == "compound" or nobody:
            return
        if token.dep == "poss":
            if self.lemma(token.head) in self.words.deaths:
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
        return self.lemma(over) == "of" and self.lemma(self.tokens[over].head) in self.words.deaths

    def _name_withheld(self, n: int) -> Iterator[Stage]:
        """ "The names of the dead have not been released", "his identity was withheld"."""
        among = self._among(n)
        token = self.tokens[among]
        verb = token.head
        if token.dep not in ("nsubjpass", "dobj", "nsubj") or self.tokens[verb].pos not in ("VERB", "AUX"):
            return
        lemma = self.lemma(verb)
        waiting = self._mood(verb) in self.words.coming and lemma in self.words.telling - {
            "know",
            "identify",
            "available",
        }
        refused = self.tokens[verb].dep == "xcomp" and self.tokens[self.tokens[verb].head].lemma in (
            "decline",
            "refuse",
        )
        held = lemma in self.words.unnamed_withheld
        none = lemma in self.words.telling and (self.negated(verb) or self.has(among, ("no", "few")) or refused)
        unknown = lemma == "be" and self.negated(verb) and self.has(verb, ("available", "known", "clear"))
        if waiting or held or none or unknown:
            of = self.objects(n, "of", "for")
            joined = [c for m in (*of, n) for c in self.under(m, "conj")]
            owners = [self.tokens[verb].head if self.lemma(m) == "whose" else m for m in self.under(n, "poss")]
            whose: list[int | None] = [*(of or owners), *joined]
            for who in whose or [None]:
                yield from self._stage(Matter.NAME, Step.UNNAMED, verb, who)

    def _among(self, n: int) -> int:
        """The noun of which the word is one: "no details, including the victim's name"."""
        over = self.tokens[n].head
        named = self.tokens[n].dep == "pobj" and self.lemma(over) in ("include", "such", "like")
        return self.tokens[over].head if named and self.tokens[over].dep == "prep" else n

    def _condition(self, n: int) -> Iterator[Stage]:
        """ "was in critical condition", "their conditions were not known"."""
        token, words = self.tokens[n], self.words
        grades = {self.lemma(m) for c in self.children[n] for m in (c, *self.under(c, "conj"))}
        if token.dep == "pobj" and self.tokens[token.head].lemma in ("in", "to"):
            verb = self.tokens[token.head].head
            who = self._hurt(verb) if self.tokens[verb].pos in ("VERB", "AUX") else verb
            grave = grades & words.grave and "non" not in grades  # "in non-critical condition"
            step = Step.GRAVE if grave else Step.GOOD if grades & words.good else None
            if step and who is not None:
                yield from self._state(n, step, who)
            return
        verb = token.head
        if self.tokens[verb].pos in ("VERB", "AUX"):
            of = self.objects(n, "of") or self.under(n, "poss")
            dark = not words.unknown.isdisjoint(self.lemma(c) for c in self.children[verb])
            none = self.negated(verb) and self.lemma(verb) in self.words.telling | {"be", "make", "have"}
            if (of or token.tag == "NNS") and (dark or none):
                yield from self._stage(Matter.CONDITION, Step.UNKNOWN, verb, of[0] if of else None)

    def _hurt(self, verb: int) -> int | None:
        """The subject: "Ana Lupo was hit in the knee and arm and is critical" is of her, not of her arm."""
        who = self.subject(verb)
        above = self.tokens[verb].head
        if who is None or self.tokens[verb].dep != "conj" or not self.under(above, "nsubjpass"):
            return who
        return self.patient(above) if self.tokens[who].pos == "NOUN" and who > above else who

    def _state(self, n: int, step: Step, who: int | None) -> Iterator[Stage]:
        if who is not None and not self._mood(n):
            yield from self._stage(Matter.CONDITION, step, n, who)

    def _stage(self, matter: Matter, step: Step, n: int, who: int | None, role: Role | None = None) -> Iterator[Stage]:
        """The stage, with the clause of the word that tells it."""
        party = None if who is None else self.party(who)
        if who is not None and self.left_out(who):
            return
        if step is Step.UNNAMED and who is not None and self.has(who, ("other", "another")):
            return  # "the other victims": some are named
        if matter is Matter.NAME and role is None and who is not None:
            role = self._role(who, n)
            if role is None and step is Step.UNNAMED and not (party and party.pronoun and not party.plural):
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
            if self._in_hands(n):
                return Role.SUSPECT
        return None

    def _in_hands(self, n: int) -> bool:
        """True for "the man in custody", wherever the grammar hangs it, and for who "is in custody"."""
        token = self.tokens[n]
        states = [*self.objects(n, "in")]
        if token.dep == "nsubj" and self.lemma(token.head) in ("be", "remain"):
            states += self.objects(token.head, "in")
        if [self.lemma(m) for m in range(n + 1, min(n + 2, len(self.tokens)))] == ["in"]:
            states += self.under(n + 1, "pobj")
        return any(self.lemma(o) in self.words.held_states for o in states)

    def _role_by_verb(self, n: int) -> Role | None:
        """The part of somebody from what is done to him in the sentence."""
        for v in range(len(self.tokens)):
            if self.tokens[v].pos == "VERB" and self.lemma(v) not in self.words.unnamed_verbs:
                role = self._role_of_verb(v)
                if role and self._told_of(v, role, n):
                    return role
        return None

    def _told_of(self, verb: int, role: Role, n: int) -> bool:
        own = (
            self.subject(verb)
            if self.lemma(verb) in self.words.dying | self.words.held_by | {"face"}
            else self.patient(verb)
        )
        if own is None:
            return False
        beside = n in self.under(own, "conj", "appos") or own in self.under(n, "appos") or self._beside(n, own)
        return own == n or beside

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
        if lemma in self.words.dying or (
            lemma in self.words.done_to and (lemma != "find" or self.has(verb, ("dead", "shot")))
        ):
            return Role.VICTIM
        charged = lemma in ("face", "charge", "accuse") and self.tokens[verb].pos == "VERB"
        if lemma in words.held_of | words.held_by or charged or (lemma in words.kept and self._kept(verb)):
            if lemma == "face" and not any(self.lemma(o) in words.charged_nouns for o in self.under(verb, "dobj")):
                return None
            return Role.SUSPECT
        return None

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

    def _mood(self, n: int) -> str:
        """The word that makes of a verb no fact: "will", "if", "whether", "expect"; empty for a fact."""
        for m in self.chain(n):
            for c in self.children[m]:
                lemma = self.lemma(c)
                aside = self.tokens[c].dep not in ("aux", "mark", "advmod") or (
                    c and self.written(c).istitle()
                )  # "Will"
                known = lemma in ("when", "once") and not self._now(m)
                if lemma in self.words.coming | self.words.maybe | OPEN and not aside and not known:
                    return lemma
            above = self.tokens[self.tokens[m].head]
            infinite = any(self.lemma(c) == "to" for c in self.under(m, "aux"))
            if infinite and self.tokens[m].dep == "xcomp" and above.lemma in self.words.planned:
                return "will" if above.lemma in ("expect", "set", "schedule", "due") else above.lemma
            purpose = self.tokens[m].dep in ("advcl", "acl", "xcomp") and above.lemma != "appear"
            if infinite and purpose and (m == n or self.tokens[n].dep == "conj"):
                return "want"
            if self.tokens[m].dep not in ("xcomp", "ccomp", "conj", "pcomp"):
                break
        return ""

    def _now(self, n: int) -> bool:
        """True for "is arrested": "when he is arrested" is still to come, "when he was arrested" is a fact."""
        return any(self.tokens[m].tag in ("VBZ", "VBP") for m in (n, *self.under(n, "aux", "auxpass")))

    def _past(self, n: int) -> bool:
        """True for what was once, in another matter: "was jailed in 2014", "in a previous fire"."""
        objects = self.objects(n)
        near = [n, *self.children[n], *objects]
        other = any(self.has(m, self.words.past_events) for m in objects)
        return other or any(self.lemma(m) in self.words.past for m in near)
