"""Of whom a stage is told: one person of the story, by name, by age, or by the sentence before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from crosswire.lexicons.stages import StageWords
from crosswire.relate.points.ages import read_ages, same_name
from crosswire.relate.points.parties import SUBJECTS, Grammar, Party
from crosswire.relate.points.statements import Slots

# Sentences before a pronoun in which whom it means is looked for.
LOOK_BACK = 2
# "who", "he" stand for whoever was told of last, "both", "they" for several.
ONE = frozenset({"he", "she", "him", "her", "his", "who", "himself", "herself"})
# Who is told of beside one: "a second man".
NEXT = {2: "the second", 3: "the third", 4: "the fourth", 5: "the fifth"}


class People:
    """The people of a story, ready to be asked whom a word means. A person is known by his last name or his age."""

    def __init__(self, slots: Sequence[Slots], parties: Sequence[Party], words: StageWords) -> None:
        self._slots = slots
        self._saying = words.saying
        self._nameless = words.suspects | words.victims | words.anybody
        self._like = {
            "she": words.women,
            "her": words.women,
            "he": words.men,
            "him": words.men,
            "his": words.men,
            "himself": words.men,
        }
        self._last, self._first = _known_names(parties)
        self._at = {(s.report, s.number): n for n, s in enumerate(slots)}
        self._aged: Mapping[str, set[tuple[str, ...]]] = _names_by_age(slots, parties)
        self.said_of = lru_cache(maxsize=None)(self._said_of)

    def whom(self, n: int, party: Party | None) -> frozenset[str]:
        """Who the party of sentence `n` is: last names, or an age that one person of the story has; empty if unsure."""
        if party is None or party.count == 0:
            return frozenset()
        if party.names:
            return frozenset(who for name in party.whole if (who := self._known(name)))
        if party.order and not party.plural:
            return frozenset({NEXT[party.order]})
        if party.plural or (party.count or 1) > 1:
            return frozenset()
        if party.ages:
            return self._of_age(party.ages)
        if party.pronoun and party.role in ONE:
            return self._before(n, party)
        return frozenset()

    def _known(self, name: tuple[str, ...]) -> str:
        """By what somebody of this name is known; empty where two have it, "Horn" beside Ana and Ben Horn."""
        last = name[-1]
        if len(name) == 1 and last not in self._last and len(self._first.get(last, ())) == 1:
            name = next(iter(self._first[last]))
            last = name[-1]
        people = self._last.get(last, [])
        if len(people) < 2:
            return last
        whole = (p for p in people if len(name) > 1 and same_name(p, (name[0], last)))
        return " ".join(next(whole, ()))

    def _of_age(self, ages: frozenset[str]) -> frozenset[str]:
        """Whoever has this age alone in the story; the age itself where nobody who is named has it."""
        if len(ages) != 1:
            return frozenset()
        age = next(iter(ages))
        named = {who for name in self._aged.get(age, ()) if (who := self._known(name))}
        return frozenset(named) if len(named) == 1 else frozenset() if named else ages

    def _before(self, n: int, party: Party) -> frozenset[str]:
        """Whoever is told of last before the pronoun, by his name or age: subjects first; of two nobody.

        Behind "a woman" without a name "she" is nobody who has one.
        """
        here, start = self._slots[n], party.start
        like = self._like.get(party.role, frozenset())
        for step in range(LOOK_BACK + 1):
            m = self._at.get((here.report, here.number - step))
            if m is None:
                continue
            told = [(subject, who) for at, subject, who in self.said_of(m) if step or at < start]
            found = [who for subject, who in told if subject] or [who for _, who in told]
            if self._nameless_like(m, like, None if step else start):
                return frozenset()
            if found:
                return found[0] if len(set(found)) == 1 else frozenset()
        return frozenset()

    def _nameless_like(self, n: int, like: frozenset[str], before: int | None) -> bool:
        """True where the sentence speaks of somebody without a name whom the pronoun may mean."""
        grammar = Grammar(self._slots[n])
        return any(
            token.lemma.casefold() in like
            and (before is None or token.start < before)
            and not self.whom(n, grammar.party(k))
            and token.dep not in ("compound", "appos")
            for k, token in enumerate(grammar.tokens)
            if token.pos == "NOUN"
        )

    def _said_of(self, n: int) -> tuple[tuple[int, bool, frozenset[str]], ...]:
        """Everybody whom the sentence tells of by name or age: where, whether as a subject, who."""
        grammar = Grammar(self._slots[n])
        found = []
        for k, token in enumerate(grammar.tokens):
            subject = token.dep in SUBJECTS
            if subject and grammar.tokens[token.head].lemma in self._saying:
                continue
            known = grammar.lemma(k) in self._last or token.entity == "PERSON"
            person = token.pos == "PROPN" and known and token.dep not in ("compound", "poss")
            nameless = grammar.lemma(k) in self._nameless
            aged = token.pos == "NOUN" or (token.pos == "ADJ" and subject)
            if not (person or aged) or grammar.left_out(k):
                continue
            party = grammar.party(k)
            who = self.whom(n, party) if party.names or (party.ages and not party.plural) else frozenset()
            if who or (nameless and subject):
                found.append((token.start, subject, who))
            elif nameless and token.dep == "dobj":
                found.append((token.start, False, who))
        return tuple(found)


def _known_names(
    parties: Iterable[Party],
) -> tuple[Mapping[str, list[tuple[str, str]]], Mapping[str, set[tuple[str, str]]]]:
    """Last name → the people who have it, by first and last name, one of each spelling; first name → those people."""
    last: dict[str, list[tuple[str, str]]] = defaultdict(list)
    first: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for name in sorted({(name[0], name[-1]) for p in parties for name in p.whole if len(name) > 1}):
        if not any(same_name(name, other) for other in last[name[1]]):
            last[name[1]].append(name)
            first[name[0]].add(name)
    return last, first


def _names_by_age(slots: Sequence[Slots], parties: Iterable[Party]) -> Mapping[str, set[tuple[str, ...]]]:
    """Age → the names of those who are told to have it."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for n, each in enumerate(slots):
        for aged in read_ages(n, each):
            found[str(aged.age)].add(aged.name)
    for party in parties:
        if len(party.whole) == 1 and len(party.ages) == 1 and party.full:
            found[next(iter(party.ages))].add(party.whole[0])
    return found
