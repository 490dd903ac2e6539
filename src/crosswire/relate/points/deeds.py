"""What a sentence tells as done or happening: each verb, and each noun of an act, with who and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from crosswire.lexicons.acts import ActWords
from crosswire.lexicons.geography import Geography
from crosswire.relate.points.statements import Slots, Term, stem
from crosswire.relate.points.term_tree import TermTree

SUBJECT, DONE_TO = frozenset({"nsubj", "csubj"}), frozenset({"dobj", "nsubjpass", "oprd"})
SAID_OF = frozenset({"attr", "acomp"})
SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "acl"})
NAMING = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
PRONOUNS = frozenset({"PRON", "DET"})
AGENT, PATIENT, PLACE, OTHER = "agent", "patient", "place", "other"
# "met | with Horn", "the strike | on the dam".
WITH, OF = frozenset({"with", "between"}), frozenset({"of", "on", "against", "to"})
# "rejected accusations" / "dismissed evidence": of what somebody says is so, any noun.
CLAIM = "/claim"
PLACES = frozenset({"GPE", "LOC", "FAC"})
TIMES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody or something that belongs to an act.

    `keys`: stems and synonym classes of its words, ids of the actor it stands for; `names`: those of names and actors;
    `numbers`: as digits. `token`: its head. `vague`: a pronoun or the like, that may be anybody.
    """

    role: str
    token: int
    keys: frozenset[str]
    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb, or a noun of an act, with its parts. `token`: the word that tells it; `keys`: its stem and classes.

    `frame`: the verb that only carries it, "held" of "held talks"; else the word itself. `noun`: no verb carries it.
    `ahead`, `maybe`, `denied`: told as to come, as possible, as not so; `untold`: not told at all, "if it breaks".
    `days`: weekdays beside it.
    """

    token: int
    frame: int
    keys: frozenset[str]
    parts: tuple[Part, ...]
    noun: bool
    ahead: bool
    maybe: bool
    denied: bool
    untold: bool = False
    days: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Mood:
    """How an act is told, while the words above it are read."""

    ahead: bool = False
    maybe: bool = False
    denied: bool = False
    untold: bool = False


class DeedReader(TermTree):
    """One sentence's words, to be asked for the acts that it tells."""

    def __init__(self, slots: Slots, words: ActWords, geography: Geography) -> None:
        super().__init__(slots)
        self.words, self._geography = words, geography

    def deeds(self) -> tuple[Deed, ...]:
        """Every act of the sentence, in order."""
        return tuple(d for n in range(len(self.tokens)) if (d := self._deed(n)))

    def _deed(self, n: int) -> Deed | None:
        token, term = self.tokens[n], self.term(n)
        if term is None or self._carrying(n) or self._naming(n):
            return None
        verb = self.tree.is_verb(n) and token.dep not in ("aux", "auxpass")
        said = self.tree.is_copula(token.head) and token.dep in SAID_OF and token.head != n
        if not verb and not said and not (token.pos in ("NOUN", "ADJ") and self._happens(n, term)):
            return None
        if token.dep in ("compound", "amod") and not verb:
            return None
        frame = token.head if said else self._frame(n)
        keys = self._keys(n)
        if not keys:
            return None
        noun = not verb and frame == n
        parts = tuple(p for p in self._parts(n, frame) if p.token not in (n, frame))
        return Deed(n, frame, keys, parts, noun, *self._mood(n, frame), self._days(n, frame))

    def _naming(self, n: int) -> bool:
        """True for "called him a liar", "claimed that": somebody's words, and no deed."""
        if self.tree.is_verb(n) and self.tokens[n].lemma in self.words.telling:
            return True
        return self.tokens[n].lemma in self.words.naming and bool(self.under(n, *(SAID_OF | {"oprd", "ccomp"})))

    def _happens(self, n: int, term: Term) -> bool:
        return term.happens or (self.tokens[n].pos == "ADJ" and bool(term.classes & self.words.states))

    def _carrying(self, n: int) -> bool:
        """True for a verb that only carries the act beside it: "held | talks", "spent an hour | talking"."""
        return any(self._carried_by(c) == n for c in self.children[n]) or any(
            self._carried_by(o) == n for p in self.under(n, "prep") for o in self.under(p, "pobj")
        )

    def _carried_by(self, n: int) -> int | None:
        """The verb that only carries the word at `n`, None where there is none."""
        token = self.tokens[n]
        above = token.head
        if token.dep == "pobj":
            above = self.tokens[above].head
            if not (self.tree.is_verb(above) and self.tokens[above].lemma in self.words.standing):
                return None
        elif token.dep in ("dobj", "attr", "acomp", "nsubjpass", "nsubj"):
            lemmas = self.words.happening if token.dep == "nsubj" else self.words.light
            if self.tokens[above].lemma not in lemmas or not self.tree.is_verb(above):
                return None
        elif token.dep in ("xcomp", "advcl", "pcomp") and token.tag in ("VBG", "VB"):
            if self.tokens[above].lemma not in self.words.light or self.under(above, "dobj") == [n]:
                return None
            return above
        else:
            return None
        term = self.term(n)
        verb_noun = token.pos in ("NOUN", "ADJ") and term is not None and self._happens(n, term)
        return above if verb_noun else None

    def _frame(self, n: int) -> int:
        above = self._carried_by(n)
        return n if above is None else above

    def _keys(self, n: int) -> frozenset[str]:
        term = self.term(n)
        if term is None:
            return frozenset()
        if self.tree.is_name(n):
            return frozenset({term.stem})
        claim = {CLAIM} if self.tokens[n].lemma in self.words.unsure else set()
        return frozenset({term.stem, *(f"/{c}" for c in term.classes), *claim})

    def _parts(self, n: int, frame: int) -> Iterator[Part]:
        """Who does it and to whom, where, and what else belongs to it."""
        seen: set[int] = {n, frame}
        for top in dict.fromkeys((n, frame)):
            for c in self.children[top]:
                if c not in seen:
                    seen.add(c)
                    yield from self._part(c, noun=not self.tree.is_verb(top))
        yield from self._inherited(frame if self.tree.is_verb(frame) else n)

    def _part(self, c: int, *, noun: bool) -> Iterator[Part]:
        token = self.tokens[c]
        dep = token.dep
        if dep in SUBJECT:
            yield from self._named(c, AGENT)
        elif dep in DONE_TO or dep in SAID_OF or dep == "dative":
            yield from self._named(c, PATIENT)
        elif dep == "agent":
            for o in self.under(c, "pobj"):
                yield from self._named(o, AGENT)
        elif dep == "prep":
            yield from self._oblique(c, noun=noun)
        elif noun and dep in ("poss", "compound", "amod", "nmod", "nummod"):
            if token.entity not in TIMES:
                yield from self._named(c, AGENT if dep == "poss" else OTHER)
        elif dep == "appos" and noun:
            yield from self._named(c, OTHER)
        elif dep in ("ccomp", "xcomp", "acl", "advcl", "prt", "advmod", "npadvmod") and not (
            dep in ("acl", "advcl") and not noun
        ):
            if dep in ("ccomp", "xcomp") or (dep == "acl" and noun):
                yield from self._content(c)
            elif token.entity not in TIMES and (keys := self._keys(c)):
                yield Part(OTHER, c, keys)

    def _content(self, c: int) -> Iterator[Part]:
        """What is said or meant, word by word: "that the dam | broke"."""
        for m in self.tree.below(c):
            if self.tokens[m].entity not in TIMES and (keys := self._all_keys(m)):
                yield Part(OTHER, m, keys, self._names(m), self._numbers(m))

    def _oblique(self, prep: int, *, noun: bool) -> Iterator[Part]:
        lemma = self.tokens[prep].lemma.lower()
        for o in (*self.under(prep, "pobj"), *self.under(prep, "pcomp")):
            if self.tokens[o].entity in TIMES:
                continue
            role = OTHER
            if lemma in WITH or (noun and lemma in OF):
                role = PATIENT
            elif noun and lemma == "by":
                role = AGENT
            elif self.tokens[o].entity in PLACES or lemma in ("in", "at", "near", "outside", "inside"):
                role = PLACE
            yield from self._named(o, role)
        for inner in self.under(prep, "prep"):
            yield from self._oblique(inner, noun=noun)

    def _inherited(self, verb: int) -> Iterator[Part]:
        """Who does it where another word of the sentence says so: "Lupo came and | left", "Horn, who | left"."""
        own = self.under(verb, *(SUBJECT | {"nsubjpass", "agent"}))
        token = self.tokens[verb]
        relative = any(self.tokens[c].tag in ("WDT", "WP") for c in own)
        passive = token.tag == "VBN" and (bool(self.under(verb, "auxpass")) or token.dep == "acl")
        if token.dep in ("relcl", "acl") and (relative or not own or token.dep == "acl"):
            yield from self._named(token.head, PATIENT if passive else AGENT)
        elif not own and token.dep in SHARING and token.head != verb:
            above = token.head
            for _ in self.tokens:
                found = self.under(above, *(SUBJECT | {"nsubjpass"}))
                if found:
                    for s in found:
                        yield from self._named(s, PATIENT if passive else AGENT)
                    return
                head = self.tokens[above]
                if head.dep in ("relcl", "acl"):
                    yield from self._named(head.head, AGENT)
                    return
                if head.dep not in SHARING and head.dep != "prep":
                    return
                above = head.head

    def _named(self, head: int, role: str) -> Iterator[Part]:
        """The part that a word heads, and those told beside it: "Lupo | and Horn"."""
        token = self.tokens[head]
        if token.tag in ("WDT", "WP", "WP$"):
            return
        if token.pos in PRONOUNS and not self._actors(head):
            yield Part(role, head, frozenset(), vague=True)
            return
        near = [head, *self._near(head)]
        keys = frozenset(k for m in near for k in self._all_keys(m)) | self._joined(near)
        names = frozenset(k for m in near for k in self._names(m))
        numbers = frozenset(k for m in near for k in self._numbers(m))
        if keys:
            yield Part(role, head, keys, names, numbers)
        for c in self.children[head]:
            if self.tokens[c].dep == "conj" or self.tokens[c].dep == "appos":
                yield from self._named(c, role)
            elif self.tokens[c].dep == "prep" and role != AGENT:
                for o in self.under(c, "pobj"):
                    if self.tokens[o].entity not in TIMES:
                        yield from self._named(o, OTHER if self.tokens[o].entity not in PLACES else PLACE)

    def _near(self, head: int) -> list[int]:
        """The names, adjectives and numbers that make one name or description with the word."""
        return [
            m
            for c in self.children[head]
            if self.tokens[c].dep in ("compound", "flat", "amod", "nummod", "nmod", "poss")
            for m in (c, *(d for d in self.children[c] if self.tokens[d].dep in ("compound", "nmod")))
            if self.tokens[m].entity not in TIMES
        ]

    def _joined(self, near: list[int]) -> frozenset[str]:
        """Two nouns in a row as one: "air base" is an "airbase"."""
        row = sorted(m for m in near if self.tokens[m].pos == "NOUN")
        terms = [self.term(m) for m in row]
        return frozenset(stem(a.stem + b.stem) for a, b in pairwise(terms) if a and b)

    def _all_keys(self, m: int) -> frozenset[str]:
        if self.tokens[m].pos not in NAMING and not self.tree.is_verb(m):
            return self._actors(m)
        return self._keys(m) | self._actors(m)

    def _names(self, m: int) -> frozenset[str]:
        term = self.term(m)
        named = {term.stem} if term is not None and self.tree.is_name(m) else set()
        return frozenset({*named, *self._actors(m)})

    def _numbers(self, m: int) -> frozenset[str]:
        term = self.term(m)
        digits = term is not None and any(sign.isdigit() for sign in term.stem)
        return frozenset({term.stem}) if term is not None and digits else frozenset()

    def _actors(self, m: int) -> frozenset[str]:
        """The actor for whom the words stand in which the token is, as `@a1`; a country that it names, as `@/Chad`."""
        t = self.tokens[m]
        found = {f"@{a}" for start, end, a in self.slots.mentions if start <= t.start and t.end <= end}
        country = self._country(m) if t.pos in ("PROPN", "ADJ", "NOUN") else None
        return frozenset({*found, f"@/{country}"} if country else found)

    def _country(self, m: int) -> str | None:
        """The country that the word points to or ends the name of: "Syrian", "United | States", "Moscow"."""
        names = [self._surface(m), *(f"{self._surface(c)} {self._surface(m)}" for c in self.children[m] if c == m - 1)]
        found = (self._geography.country(n) for n in names if n[:1].isupper())
        return next((country for country in found if country), None)

    def _surface(self, m: int) -> str:
        sentence, t = self.slots.passage, self.tokens[m]
        return sentence.words[t.start - sentence.start : t.end - sentence.start]

    def _mood(self, n: int, frame: int) -> tuple[bool, bool, bool, bool]:
        """Whether it is told as to come, as possible, as not so, or not told at all: "if the dam breaks"."""
        mood, at = _Mood(), frame if self.tree.is_verb(frame) else n
        for step in range(len(self.tokens)):
            token = self.tokens[at]
            if self.tree.is_verb(at):
                self._verb_mood(at, mood, first=not step)
            elif step and token.lemma.lower() in self.words.unsure:
                mood.untold = True
            if token.dep == "prep" and token.lemma.lower() in self.words.before:
                mood.ahead = True
            if not self._inside(at, first=not step):
                break
            at = token.head
        return mood.ahead, mood.maybe, mood.denied, mood.untold

    def _verb_mood(self, at: int, mood: _Mood, *, first: bool) -> None:
        """What a verb says of what it heads, and of what hangs on it."""
        token = self.tokens[at]
        lemmas = {self.tokens[c].lemma.lower() for c in self.under(at, "aux", "mark", "neg", "advmod")}
        mood.ahead |= bool(lemmas & self.words.coming)
        mood.maybe |= bool(lemmas & self.words.doubting)
        mood.untold |= bool(lemmas & self.words.conditions)
        mood.denied ^= self.tree.denied(at)
        if not first:
            mood.ahead |= token.lemma in self.words.planning
            mood.untold |= token.lemma in self.words.wanting
            mood.denied ^= token.lemma in self.words.undoing
        mood.untold |= token.dep == "advcl" and "to" in lemmas  # "met to begin the hearing": what for
        if token.dep == "xcomp" and "to" in lemmas:
            above = self.tokens[token.head].lemma
            known = self.words.planning | self.words.undoing | self.words.achieving
            mood.untold |= above not in known

    def _inside(self, at: int, *, first: bool) -> bool:
        """True where the mood of the word above is that of the word: "will | meet", "a plan for | talks"."""
        token = self.tokens[at]
        if token.head == at:
            return False
        if token.dep in ("xcomp", "ccomp", "pcomp"):
            return True
        if self.tree.is_verb(at):
            return token.dep == "acl" and self.tokens[token.head].pos == "NOUN" and not self.tree.is_verb(token.head)
        return token.dep in ("acl", "prep", "dobj", "pobj", "conj") or (first and token.dep == "nsubjpass")

    def _days(self, n: int, frame: int) -> frozenset[str]:
        """The weekdays and dates beside it."""
        found = set()
        for top in {n, frame}:
            for c in self.children[top]:
                near = [c, *self.children[c], *(d for o in self.children[c] for d in self.children[o])]
                if self.tokens[c].dep in ("prep", "npadvmod", "compound", "poss", "nmod", "advmod", "pobj"):
                    found |= {self.tokens[m].lemma.casefold() for m in near} & self.words.weekdays
        return frozenset(found)
