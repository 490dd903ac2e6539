"""Who a word of a sentence stands for, as far as its report tells: names, gender, kind, how many; who can't be whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosswire.lexicons.names import Names
from crosswire.lexicons.persons import PersonWords
from crosswire.model.annotation import Token
from crosswire.relate.points.parties import Grammar, Party
from crosswire.relate.points.phrases import PhraseTree
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Slots

# So many sentences back is looked for whom a pronoun stands for.
FAR_BACK = 3
THIRD = frozenset({"they", "them", "their"})
ONE, MANY = frozenset({"he", "she", "him", "her", "his"}), frozenset({"they", "them", "their", "we"})
PLURAL = frozenset({"NNS", "NNPS"})
# Years between two ages of one person: a birthday, or a slip.
NEAR_AGES = 1
SEVERAL = frozenset({"several", "multiple", "many"})
OTHERS = frozenset({"another", "other", "others", "second", "third", "fourth", "else"})


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody or something told of.

    `actors` are ids, `names` last words of names, `whole` all words of each, `kinds` what he is known as.

    `person`: a person, or a pronoun for one. `man`: None where that isn't told. `many`: more than one, None where that
    isn't told. `count`: how many. `ages` as digits. `words`: stems and classes of the head. `vague`: a pronoun for
    nobody who was found.
    """

    actors: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    whole: frozenset[frozenset[str]] = frozenset()
    kinds: frozenset[str] = frozenset()
    person: bool = False
    man: bool | None = None
    many: bool | None = None
    count: int | None = None
    ages: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    vague: bool = False
    loose: bool = False  # "several", "at least two"
    other: bool = False  # "another man"


# "killed two": how many stand for whom.
COUNTED, UNITS = (
    frozenset({"nsubj", "nsubjpass", "dobj", "pobj"}),
    frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"}),
)
AGED = ("year-old", "years-old", "month-old")
# Kinds of which one person can't be two.
APART = (("police", "did"), ("police", "suffered"), ("did", "suffered"), ("child", "grown"))


def another(one: Somebody, two: Somebody) -> bool:
    """True where the two can't be the same: other names, a man and a woman, one and several, officer and driver."""
    if not (one.person and two.person):
        return False
    if another_name(one, two):
        return True
    if None not in (one.man, two.man) and one.man != two.man and not (one.many or two.many):
        return True
    return _counted_apart(one, two) or _of_other_kinds(one, two) or _of_other_ages(one, two)


def another_name(one: Somebody, two: Somebody) -> bool:
    """True for two who are both named, and not alike."""
    if not one.whole or not two.whole or not one.actors.isdisjoint(two.actors):
        return False
    known = bool(one.actors and two.actors) and one.whole != two.whole  # "Lupo", who is Ana, and "Mia Lupo"
    return known or not _one_name(one, two)


def _one_name(one: Somebody, two: Somebody) -> bool:
    """True where a name of the one is a name of the other, or a part of it: "Lupo" and "Ana Lupo", not "Mia Lupo"."""
    return any(a <= b or b <= a for a in one.whole for b in two.whole)


def _counted_apart(one: Somebody, two: Somebody) -> bool:
    if one.count is not None and two.count is not None:
        return one.count != two.count
    if one.loose != two.loose and 2 in (one.count, two.count):
        return True
    return None not in (one.many, two.many) and one.many != two.many


def _of_other_kinds(one: Somebody, two: Somebody) -> bool:
    if one.vague or two.vague:
        return False
    named = bool(one.names & two.names or one.actors & two.actors)
    if named:
        return False
    if ("police" in one.kinds) != ("police" in two.kinds) and not (one.names and two.names):
        return bool(one.kinds | one.words) and bool(two.kinds | two.words)
    pairs = ((a, b) for x, y in APART for a, b in ((x, y), (y, x)))
    return any(a in one.kinds and b in two.kinds for a, b in pairs)


def _of_other_ages(one: Somebody, two: Somebody) -> bool:
    if not one.ages or not two.ages or one.many or two.many:
        return False
    return all(abs(int(a) - int(b)) > NEAR_AGES for a in one.ages for b in two.ages)


class Cast:
    """The people of a story, to be asked who a word of a sentence stands for."""

    def __init__(self, hood: Neighbourhood, words: PersonWords, names: Names) -> None:
        self._hood, self.words, self._given = hood, words, names
        self._trees: dict[int, PhraseTree] = {}
        self._grammars: dict[int, Grammar] = {}
        self._found: dict[tuple[int, int], Somebody] = {}

    def grammar(self, n: int) -> Grammar:
        """The grammar of sentence `n`."""
        if n not in self._grammars:
            self._grammars[n] = Grammar(self._hood.slots[n])
        return self._grammars[n]

    def tree(self, n: int) -> PhraseTree:
        """The phrases of sentence `n`."""
        if n not in self._trees:
            self._trees[n] = PhraseTree(self._hood.slots[n].tokens)
        return self._trees[n]

    def who(self, n: int, token: int) -> Somebody:
        """Who the token of sentence `n` stands for; a pronoun for whom the words before it name."""
        key = (n, token)
        if key not in self._found:
            self._found[key] = self._who(n, token)
        return self._found[key]

    def _who(self, n: int, token: int) -> Somebody:
        mine = self._told(n, token)
        grammar = self.grammar(n)
        if grammar.lemma(token) not in ONE | THIRD or mine.actors or not mine.person:
            return mine
        meant = next((s for s in self._before(n, token) if _may_mean(mine, s)), None)
        return meant or mine

    def _told(self, n: int, token: int) -> Somebody:
        """What the words of the sentence tell of it."""
        grammar, slots = self.grammar(n), self._hood.slots[n]
        t, party, lemma = grammar.tokens[token], grammar.party(token), grammar.lemma(token)
        pronoun = t.pos in ("PRON", "DET")
        actors = frozenset(a for start, end, a in slots.mentions if start <= t.start < end)
        person = self._person(t, lemma, known=bool(actors), aged=bool(party.ages))
        named = person and not pronoun
        near = [lemma, *(grammar.lemma(c) for c in grammar.under(token, "compound", "amod", "appos", "nmod"))]
        return Somebody(
            actors=actors,
            names=party.names if named else frozenset(),
            whole=frozenset(map(frozenset, party.whole)) if named else frozenset(),
            kinds=self._kinds(near),
            person=person,
            man=self._man(near, party.whole),
            many=self._many(party, t, lemma),
            count=self._count(party, lemma, pronoun=pronoun),
            ages=party.ages,
            words=frozenset() if pronoun else _keys(slots, t.start),
            vague=pronoun,
            loose=grammar.has(token, SEVERAL),
            other=grammar.has(token, OTHERS) or lemma in OTHERS,
        )

    def _person(self, token: Token, lemma: str, *, known: bool, aged: bool) -> bool:
        """True for a person's name, a noun or pronoun for people, "the 31-year-old", and the number in "killed two"."""
        if token.entity == "PERSON" or self.words.person(lemma) or (token.pos == "PROPN" and known):
            return True
        if token.pos == "PROPN" and not token.entity and token.dep in ROLES:
            return True  # "Lupo fled", where nothing says what Lupo is
        aged = (lemma.endswith(AGED) or (lemma == "old" and aged)) and token.dep != "amod"
        return aged or (token.pos == "NUM" and token.dep in COUNTED and token.entity not in UNITS)

    def _many(self, party: Party, token: Token, lemma: str) -> bool | None:
        """Whether more than one is meant, None where that isn't told."""
        if lemma in MANY or lemma in self.words.several or party.plural:
            return True
        if (party.count or 0) > 1 and not party.order:
            return True
        one = party.order or party.count == 1 or (party.count is None and token.tag in ("NN", "NNP"))
        return False if one or lemma in ONE else None

    def _count(self, party: Party, lemma: str, *, pronoun: bool) -> int | None:
        """How many are meant: one by "a second man"."""
        if pronoun or (lemma in self.words.several and lemma != "people"):
            return None
        return 1 if party.order else party.count

    def _kinds(self, near: list[str]) -> frozenset[str]:
        kinds = {
            "police": self.words.police,
            "did": self.words.did,
            "suffered": self.words.suffered,
            "child": self.words.child,
            "grown": self.words.grown,
        }
        return frozenset(kind for kind, words in kinds.items() if not words.isdisjoint(near))

    def _man(self, near: list[str], whole: tuple[tuple[str, ...], ...]) -> bool | None:
        man, woman = (not words.isdisjoint(near) for words in (self.words.man, self.words.woman))
        if man != woman:
            return man
        given = {self._given.gender.get(name[0]) for name in whole if len(name) > 1}
        return given == {"male"} if given in ({"male"}, {"female"}) else None

    def _before(self, n: int, token: int) -> Iterator[Somebody]:
        """Whom the words before the token name: of its own sentence, then of those before, subjects first."""
        yield from self._people(n, token)
        for step in range(1, FAR_BACK + 1):
            m = self._hood.beside(n, -step)
            if m is not None:
                yield from self._people(m, len(self.grammar(m).tokens))

    def _people(self, n: int, upto: int) -> list[Somebody]:
        grammar = self.grammar(n)
        heads = [
            m for m in range(upto) if grammar.tokens[m].dep in ROLES and grammar.tokens[m].pos in ("NOUN", "PROPN")
        ]
        found = [(grammar.tokens[m].dep not in SUBJECT, m, self._told(n, m)) for m in heads]
        return [s for _, _, s in sorted(found, key=lambda f: f[:2]) if s.person]


ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "attr", "appos", "conj"})
SUBJECT = frozenset({"nsubj", "nsubjpass"})


def _may_mean(pronoun: Somebody, somebody: Somebody) -> bool:
    if somebody.vague or (pronoun.man is not None and somebody.man not in (None, pronoun.man)):
        return False
    if "police" in somebody.kinds and not somebody.names and pronoun.man is not None:
        return False
    return pronoun.many is None or somebody.many is None or pronoun.many == somebody.many


def _keys(slots: Slots, start: int) -> frozenset[str]:
    term = next((t for t in slots.sequence if t.start == start), None)
    return frozenset({term.stem, *(f"/{c}" for c in term.classes)}) if term else frozenset()
