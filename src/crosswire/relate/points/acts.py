"""Whether two sentences tell one act: the same verb, of the same actors and things, done in the one as in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crosswire.model.passage import Passage
from crosswire.model.token_tree import FINITE, upward
from crosswire.relate.points.agreement import WEEKDAYS
from crosswire.relate.points.phrases import CONDITIONS, TELLING, PhraseTree
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.term_tree import TermTree

AGENTS, PATIENTS = frozenset({"nsubj", "csubj"}), frozenset({"dobj", "nsubjpass", "attr", "acomp", "oprd"})
CLAUSES = frozenset({"ccomp", "xcomp"})
BESIDE = frozenset({"relcl", "advcl", "parataxis"})
SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp"})
# "may have fled" and "fled" are not one statement, nor "should stop" and "stopped".
MAYBE = frozenset({"may", "might", "could", "can", "should", "must", "would"})
SAYING = frozenset({"say", "tell", "add", "ask", "state", "note", "report", "announce", "write", "claim", "insist"})
# Verbs that say nothing by themselves: what stands beside them does.
LIGHT = frozenset({"be", "have", "do", "get", "go", "make", "take", "give", "become", "remain"})
# Of what the one tells beside its verb so large a part must stand beside the other's.
PART = 0.5
NAME_PARTS = frozenset({"compound", "flat", "conj", "appos", "amod", "nummod"})
NAMING = frozenset({"NOUN", "PROPN", "NUM", "VERB", "ADJ"})
# Where the sentence has so large a part of the words, they may stand in it in another order.
NEARLY_ALL = 0.75
INNER = frozenset({"ccomp", "xcomp", "acl", "pcomp", "relcl", "dobj", "pobj", "prep"})
PRONOUNS = frozenset({"PRON", "DET"})
PICTURED = re.compile(
    r"\bfile (?:photo|picture|image)\b|\b(?:Photo|Picture|Image) (?:by|courtesy)\b|\bpictured\b|\bAP Photo\b"
    r"|,\s(?:far\s)?(?:left|right|cent(?:er|re)),",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Act:
    """A verb, or a noun of something that happens, with what it is told of. All but `verb` are keys of words.

    `agents` do it, it is done to `patients`; empty where that is a pronoun or not told. `rest`: a set of keys for each
    other word that belongs to it; `core`: those of them without which the verb says nothing of its kind. `plain`: keys
    of all of them that are no names.
    """

    verb: frozenset[str]
    agents: frozenset[str]
    patients: frozenset[str]
    core: tuple[frozenset[str], ...]
    rest: tuple[frozenset[str], ...]
    ahead: bool
    maybe: bool
    denied: bool
    plain: frozenset[str] = frozenset()

    def all(self) -> frozenset[str]:
        """The keys of all that belongs to it."""
        return self.agents.union(self.patients, *self.core, *self.rest)


def captions(slots: Slots) -> bool:
    """True for the words under a picture: "Lupo, left, speaks with Horn in Tarn on Monday, May 5"."""
    tree = PhraseTree(slots.tokens)
    roots = [n for n, t in enumerate(slots.tokens) if t.head == n]
    now = any(slots.tokens[n].tag in ("VBZ", "VBP") and tree.is_verb(n) for n in roots)
    dated = any(
        t.lemma.casefold() in WEEKDAYS and any(u.entity == "DATE" and u.pos == "NUM" for u in slots.tokens[n : n + 5])
        for n, t in enumerate(slots.tokens)
    )
    return bool(PICTURED.search(slots.passage.words)) or (now and dated)


def tells_too(here: Slots, passage: Passage, there: Slots, share: float = 0.0) -> bool:
    """True when the other sentence tells the act of the passage; `share` of its words it has, somewhere.

    "Lupo flew to Tarn" and "Lupo will fly back" share the name and the verb and are two acts; so are "Lupo denied
    it" and "the harbour denied it", "Horn told Lupo of the leak" and "Horn told Lupo to leave".
    """
    if captions(here) or captions(there):
        return False
    if passage.words.casefold() in there.passage.words.casefold():
        return True
    reader = _Reader(here)
    root = reader.tree.root(passage.start, passage.end)
    act = None if root is None else reader.told_at(root, passage)
    return act is not None and any(same_act(act, other, whole=share >= NEARLY_ALL) for other in acts(there))


# Of what such a verb has for its object its state is told.
FOUND = frozenset({"find", "be", "prove", "turn", "remain"})


def answers(here: Slots, start: int, end: int, there: Slots, keys: frozenset[str]) -> bool:
    """True when the other sentence tells as a fact what the words between two offsets ask with "whether".

    `keys`: those of the verb asked for and of what can't hold beside it. "Whether the mayor would ask Horn for the
    key" is not answered by "the idea of asking Horn for the key", nor by "Horn was asked for more time".
    """
    reader, other = _Reader(here), _Reader(there)
    asked = [t.head for t in here.tokens if t.lemma.lower() == "whether" and start <= t.start < end]
    questions = [act for n in asked if not reader.asking(n) and (act := reader.act(n))]
    told = [act for n in range(len(there.tokens)) if other.a_fact(n) and (act := other.act(n))]
    granted = [act for n in asked if not reader.asking(n) and (act := reader.granted(n))]
    return any(_answers(q, act, keys) for q in questions for act in told) or any(
        _done(wish, act) for wish in granted for act in told
    )


def _answers(question: Act, act: Act, keys: frozenset[str]) -> bool:
    """True when the act settles the question, whatever its mood."""
    fact = replace(question, ahead=act.ahead, maybe=act.maybe, denied=act.denied, rest=())
    who = question.agents | question.patients
    said_of = act.patients & frozenset().union(*act.core)  # "found alive"
    if not act.verb & FOUND:
        said_of = frozenset(k for k in said_of if not k.startswith("/"))  # who carries a gun has not shot
    if not question.verb & act.verb and keys & (act.verb | said_of):
        return bool(who & act.all())  # whether she survived is settled by her death
    return same_act(fact, act) and (not who or bool(who & act.all()))


def _done(granted: Act, act: Act) -> bool:
    """True when the act is what somebody was to be let do: "whether Lupo will be invited to meet Horn" is settled by
    "Lupo spent an hour talking with Horn", not by "Lupo met Brandt"."""
    if act.ahead or act.maybe or act.denied or granted.agents.isdisjoint(act.agents):
        return False
    verbs = act.verb.union(*act.core)
    return bool(granted.verb & verbs) and (not granted.patients or bool(granted.patients & act.all()))


def claims_too(there: Slots, verb: frozenset[str], who: frozenset[str]) -> bool:
    """True when the sentence claims something with one of these verbs of those in `who`, where these are named.

    "Horn's denial that the harbour knew" claims nothing of the kind; nor does "after the harbour's closure the mayor
    knew" claim it of the harbour.
    """
    reader = _Reader(there)
    found = [act for n in range(len(there.tokens)) if not reader.in_denial(n) and (act := reader.act(n))]
    return any(act.verb & verb and not (who and act.agents and who.isdisjoint(act.agents)) for act in found)


def acts(slots: Slots) -> tuple[Act, ...]:
    """Every act that the sentence tells, in order."""
    reader = _Reader(slots)
    found = (reader.act(n) for n in range(len(slots.tokens)))
    return tuple(act for act in found if act)


def same_act(one: Act, two: Act, *, whole: bool = False) -> bool:
    """True when both are of one verb, in one mood, and what both name fits together.

    `whole`: the sentence of the second has nearly all words of the first, some of them maybe elsewhere.
    """
    if (one.ahead, one.maybe, one.denied) != (two.ahead, two.maybe, two.denied):
        return False
    if not one.verb & two.verb:  # "some 300 people slept there" / "about 300 people spent the night there"
        many, beside = one.agents & (two.agents | two.patients), two.all()
        alike = bool(one.rest) and sum(not k.isdisjoint(beside) for k in one.rest) >= PART * len(one.rest)
        return alike and any(k.isdigit() for k in many) and any(k.isalpha() for k in many)
    if any(a and b and a.isdisjoint(b) for a, b in ((one.agents, two.agents), (one.patients, two.patients))):
        return False
    there = two.all()
    named = one.agents | one.patients
    if named and two.agents | two.patients and named.isdisjoint(there):
        return False
    somebody = not one.agents and two.agents and one.patients.isdisjoint(there)
    if somebody and one.plain.isdisjoint(there):
        return False  # "they flew to Tarn" / "the mayor flew to Tarn"
    if any(word.isdisjoint(there) for word in one.core):
        return False
    if whole:
        return bool(one.plain & there or named & there)
    met = sum(not word.isdisjoint(there) for word in one.rest)
    return met >= PART * len(one.rest) and bool(met or one.core or named & there)


class _Reader(TermTree):
    """One sentence's words, to be asked for the acts that it tells."""

    def keys(self, n: int) -> frozenset[str]:
        """The word's stem, and its classes where it is no name."""
        term = self.term(n)
        if term is None:
            return frozenset()
        classes = () if self.tree.is_name(n) else (f"/{c}" for c in term.classes)
        return frozenset({term.stem, *classes})

    def asking(self, verb: int) -> bool:
        """True where somebody asks: "asked whether the dam was safe" leaves nothing open that the answer doesn't."""
        above = self.tokens[self.tokens[verb].head]
        return self.tokens[verb].dep in ("ccomp", "advcl", "dobj") and above.lemma == "ask"

    def granted(self, n: int) -> Act | None:
        """What somebody may do by the verb's leave: of "Lupo will be invited to meet Horn" that Lupo meets Horn.

        None for "Lupo will ask Horn to come", where another would do it.
        """
        agents, patients = self._roles(n)
        patients = [p for p in patients if self.tokens[p].dep not in CLAUSES]
        inner = self.under(n, "xcomp")
        if not inner or bool(agents) == bool(patients):
            return None
        to_whom = frozenset(k for o in self.under(inner[0], *PATIENTS) for k in self.keys(o))
        return Act(self.keys(inner[0]), self._named(agents or patients), to_whom, (), (), False, False, False)

    def a_fact(self, n: int) -> bool:
        """True for a verb that is told: finite, under no "if", and under nothing that somebody wants or denies."""
        token = self.tokens[n]
        while token.tag == "VBG" and token.dep in ("xcomp", "advcl") and token.head < n:
            n = token.head  # "spent an hour | meeting Horn"
            token = self.tokens[n]
        if not self.tree.is_verb(n) or token.dep in ("xcomp", "pcomp", "aux", "auxpass", "amod"):
            return False
        helping = [self.tokens[c].tag for c in self.under(n, "aux", "auxpass")]
        mark = any(self.tokens[c].lemma.lower() in CONDITIONS for c in self.under(n, "mark", "aux"))
        participle = token.dep == "acl" and token.tag == "VBN"
        return not mark and (participle or not FINITE.isdisjoint((token.tag, *helping))) and not self.in_denial(n)

    def in_denial(self, n: int) -> bool:
        """True for what stands under a word of denying or doubting: "denied that …", "the denial that …"."""
        above = [m for m in upward(self.tokens, n) if self.tokens[m].dep in INNER and self.tokens[m].head != m]
        terms = (self.term(self.tokens[m].head) for m in above)
        return any("deny" in term.classes for term in terms if term is not None)

    def told_at(self, root: int, passage: Passage) -> Act | None:
        """The act that the passage tells: of "Lupo said the dam broke" that the dam broke."""
        token = self.tokens[root]
        if token.dep == "ccomp" and self.tokens[token.head].lemma not in TELLING | SAYING:
            return None  # "recommends that the officers be sent home"
        for _ in self.tokens:
            if self.tokens[root].lemma not in SAYING:
                break
            told = [c for c in self.under(root, "ccomp") if passage.start <= self.tokens[c].start < passage.end]
            if not told:
                return None
            root = told[0]
        return self.act(root, passage)

    def act(self, n: int, within: Passage | None = None) -> Act | None:
        """The act of the verb, or of the noun of something that happens; None for other words."""
        token, term = self.tokens[n], self.term(n)
        if self.tree.is_verb(n):
            return self._verb(n, within)
        if token.pos != "NOUN" or term is None or not term.happens:
            return None
        inside = [m for m in self.tree.below(n) if m != n]
        words = tuple(k for m in inside if (k := self.keys(m)))
        return Act(self.keys(n), frozenset(), frozenset(), (), words, *self._mood(n), self._plain(n, inside))

    def _verb(self, n: int, within: Passage | None) -> Act | None:
        token = self.tokens[n]
        if token.dep in ("aux", "auxpass"):
            return None
        agents, patients = self._roles(n)
        inner = [*self.under(n, *(PATIENTS - {"nsubjpass"})), *self.under(n, *CLAUSES)]
        light = token.lemma in LIGHT or not self.keys(n)
        heads = inner or self._oblique(n)[:1] if light else [n]
        verb = frozenset(k for h in heads for k in self.keys(h))
        if not verb:
            return None
        said = [m for m in self._belonging(n) if within is None or within.start <= self.tokens[m].start < within.end]
        who = {m for h in (*agents, *patients) for m in self._phrase(h)}
        core = tuple(k for h in (inner or self._oblique(n)[:1]) if h in said and (k := self._told(h)))
        who |= {m for h in (*agents, *patients) for m in self.tree.below(h) if h != token.head}
        rest = tuple(k for m in said if m not in who and m != n and m not in heads and (k := self.keys(m)))
        mood, plain = self._mood(n), self._plain(n, said)
        return Act(verb, self._named(agents), self._named(patients), () if light else core, rest, *mood, plain)

    def _told(self, n: int) -> frozenset[str]:
        """The keys of what is said of somebody; where its verb says nothing, those of its subject."""
        return self.keys(n) or self._named(self.under(n, *(AGENTS | PATIENTS))[:1])

    def _plain(self, n: int, among: Sequence[int]) -> frozenset[str]:
        """The keys of the words besides the one at `n` that are no names."""
        return frozenset(k for m in among if m != n and not self.tree.is_name(m) for k in self.keys(m))

    def _mood(self, n: int) -> tuple[bool, bool, bool]:
        """Whether the word is told as to come, as possible, as not so."""
        around = [c for c in self.slots.clauses if c.start <= self.tokens[n].start < c.end]
        clause = min(around, key=lambda c: c.end - c.start, default=None)
        if clause is None:
            return False, False, False
        modal = any(
            t.tag == "MD" and t.lemma.lower() in MAYBE and clause.start <= t.start < clause.end for t in self.tokens
        )
        maybe = clause.open or self._wanted(n) or (modal and not clause.ahead)
        return clause.ahead, maybe, clause.negated

    def _wanted(self, n: int) -> bool:
        """True for what "that" opens after a verb of wanting: "recommends that the officers be sent home"."""
        token = self.tokens[n]
        bare = all(self.tokens[m].tag not in FINITE for m in (n, *self.under(n, "aux", "auxpass")))
        return token.dep == "ccomp" and bare and self.tokens[token.head].lemma not in TELLING | SAYING

    def _roles(self, n: int) -> tuple[list[int], list[int]]:
        """Who does what the verb says, and to whom it is done; borrowed from the verb or noun on which it hangs."""
        agents, patients = self.under(n, *AGENTS), self.under(n, *PATIENTS)
        agents += [o for a in self.under(n, "agent") for o in self.under(a, "pobj")]
        token = self.tokens[n]
        if token.dep in ("relcl", "acl"):
            passive = token.tag == "VBN" and (token.dep == "acl" or bool(self.under(n, "auxpass")))
            relative = [a for a in agents if self.tokens[a].tag in ("WDT", "WP")]
            if relative or not (agents or patients) or token.dep == "acl":
                return ([*agents], [token.head]) if passive else ([token.head], patients)
        elif not agents and not self.under(n, "nsubjpass") and token.dep in SHARING and token.head != n:
            above = token.head
            return [*self.under(above, *(AGENTS | {"nsubjpass"}))], patients
        return agents, patients

    def _named(self, heads: Sequence[int]) -> frozenset[str]:
        """The keys of nouns and names, with the names before them and what is beside them; nothing for a pronoun."""
        near = (m for h in heads if self.tokens[h].pos not in PRONOUNS for m in self._phrase(h))
        return frozenset(k for m in near if self.tokens[m].pos in NAMING for k in self.keys(m))

    def _phrase(self, head: int) -> Iterator[int]:
        """The head, the names and nouns that make one name with it, and those told beside it: "Lupo and Horn"."""
        yield head
        for c in self.children[head]:
            if self.tokens[c].dep in NAME_PARTS or self.tokens[c].pos == "PROPN":
                yield from (c, *(m for m in self.children[c] if self.tokens[m].dep == "compound"))

    def _belonging(self, n: int) -> list[int]:
        """All under the verb but other clauses that stand beside it."""
        waiting, found = [n], []
        while waiting:
            top = waiting.pop()
            found.append(top)
            waiting += [
                c
                for c in self.children[top]
                if self.tokens[c].dep not in BESIDE and not (top == n and self.tokens[c].dep == "conj")
            ]
        return sorted(found)

    def _oblique(self, n: int) -> list[int]:
        """The objects of the verb's prepositions, in order; days and hours are none."""
        found = [o for p in self.under(n, "prep") for o in self.under(p, "pobj")]
        return [o for o in found if self.tokens[o].entity not in ("DATE", "TIME")]
