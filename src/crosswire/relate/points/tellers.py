"""Which sentences tell what another one denies, rejects or leaves open."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from crosswire.lexicons.points import PointWords
from crosswire.relate.points.acts import answers, claims_too
from crosswire.relate.points.beside import by_key, by_sentence
from crosswire.relate.points.clauses import Clause
from crosswire.relate.points.focus import Focus, Turn
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import NUMBER_WORDS, Slots

# A sentence that turns words and one that tells them must at least be this probable to share a point. Rejections
# name the claim themselves, so what is rejected is found by its words alone. What comes about as a story goes on
# (below) is asked for in few words: "no arrests have been made".
LEAST_PROGRESS = 0.04
LEAST = {Turn.DENIED: 0.05, Turn.OPEN: 0.03, Turn.REJECTED: 0.0}
# Two foci are about the same thing when they share this part of their words.
SAME_FOCUS = 0.6
# So large a part of the words that say which thing is denied must be met: "no joint statement" is not denied by
# "the statement".
MOSTLY = 0.6
# And so large a part of the words of a question.
HALF = 0.5
# Sentences this alike are copies: what one denies the other denies as well.
COPIED = 0.9
# The most statements on the telling side, best first: a dispute that names half the story names nothing.
MOST_TELLING = 6
# How many sentences before a rejection its claim is looked for: "denied it"; "rejected the accusation" names a claim.
LOOK_BACK, LOOK_BACK_NAMED = 3, 5
# What comes about as a story goes on: that nobody is charged is told before somebody is, whatever the pages' dates,
# which are often those of a page's first version. Counter-example: what is said never to have been done.
PROGRESS = frozenset({"/charge", "/hold", "/name"})
# "can't take his name off the list" says nothing of anybody being named.
NAMED = frozenset({"/name"})
# Letters before a question in which stands what it asks: "how many | shots were fired".
BEFORE = 12
HOW_MANY = re.compile(r"\b(?:how many|number of) (\w+)", re.IGNORECASE)
IF = re.compile(r"\b(?:if|whether)\b", re.IGNORECASE)


class Tellers:
    """The sentences of a story, to be asked which of them tell what a focus turns."""

    def __init__(self, hood: Neighbourhood, links: Mapping[tuple[int, int], float], words: PointWords) -> None:
        self.hood, self._words = hood, words
        self._affirmed = [affirmed_topics(s) for s in hood.slots]
        self._index, self._beside = by_key(self._affirmed), by_sentence(links)

    def of(self, n: int, focus: Focus, threshold: float) -> tuple[int, ...]:
        """The sentences that tell what the focus of sentence `n` turns, best first."""
        if focus.bare:
            return self._accusations(n, focus, threshold)
        scored = [
            (-focus.met(self._affirmed[m]), -probability, m)
            for m, probability in sorted(self._near(n, focus).items())
            if probability >= _least(focus) and self._speaks_of(m, focus) and self._may_tell(n, m, focus, probability)
        ]
        return tuple(m for _, _, m in sorted(scored)[:MOST_TELLING])

    def _near(self, n: int, focus: Focus) -> Mapping[int, float]:
        """The sentences that may tell what the focus of sentence `n` turns, with how probable a shared point is.

        What is rejected is found by its words alone, so everybody who has them is asked; else only what is linked.
        """
        linked = self._beside.get(n, {})
        if _least(focus):
            return linked
        wanted = (frozenset().union(*focus.words), focus.names, focus.asked)
        found = [{m for key in keys for m in self._index.get(key, ())} for keys in wanted if keys]
        return {m: linked.get(m, 0.0) for m in set.intersection(*found) if m != n} if found else {}

    def _speaks_of(self, m: int, focus: Focus) -> bool:
        """True when the sentence tells what the focus turns; of all but rejections one clause must tell it alone.

        "The driver pleaded guilty, and the mayor said …" does not tell that the mayor is guilty.
        """
        slots, affirmed = self.hood.slots[m], self._affirmed[m]
        if focus.turn is Turn.REJECTED:
            return focus.meets(affirmed) and any(_claims(c, focus, affirmed) for c in slots.clauses)
        if progress(focus):
            plain = frozenset(k for k in focus.words[0] if not k.startswith("/") or k in PROGRESS)
            told = [c.topics & affirmed for c in slots.clauses if not (c.negated or c.ahead or self._untold(c, slots))]
            return focus.meets(affirmed) and any(focus.meets(t) and plain & t for t in told if t)
        if focus.turn is Turn.DENIED and not focus.noun:
            return False  # one verb, denied here and told there, is found verb by verb (reversals.py)
        ahead = any(c.ahead for c in slots.clauses) and focus.ahead
        return any(
            _tells(_with_head(c, slots) & affirmed, focus, self.hood.theme) and not self._untold(c, slots)
            for c in slots.clauses
            if not c.negated and (ahead or not c.ahead) and not (focus.noun and self._supposed(c))
        )

    def _untold(self, clause: Clause, slots: Slots) -> bool:
        """True for "if the dam breaks", "to catch the thief" and "unsure of the number": nothing is told."""
        opening = slots.passage.words[clause.start - slots.passage.start :][:3].casefold()
        inside = [t for t in slots.tokens if clause.start <= t.start < clause.end]
        maybe = any((t.tag == "MD" or t.dep == "acomp") and t.lemma.lower() in self._words.maybe for t in inside)
        hardly = any(b.lemma.lower() in self._words.scant and a.lemma.lower() != "a" for a, b in pairwise(inside))
        unsure = not self._words.unsure.isdisjoint(clause.terms)
        return clause.open or maybe or hardly or opening in ("if ", "to ") or unsure

    def _supposed(self, clause: Clause) -> bool:
        """True for "an inquiry into possible fraud", which doesn't tell of fraud."""
        return not self._words.supposed.isdisjoint(clause.terms | clause.topics)

    def _accusations(self, n: int, focus: Focus, threshold: float) -> tuple[int, ...]:
        """The sentences that hold the claim that sentence `n` rejects without naming it.

        "Lanner accused the crew of haste. The owner rejected the charge.": the accusation shortly before, in the words
        of somebody else, and what other reports have the same accuser say of it.
        """
        slots = self.hood.slots
        for step in range(1, (LOOK_BACK_NAMED if focus.noun else LOOK_BACK) + 1):
            m = self.hood.beside(n, -step)
            if m is not None and slots[m].accusers - slots[n].speakers:
                accusers = slots[m].accusers
                linked = [x for x, chance in self._beside.get(m, {}).items() if chance >= threshold]
                return (m, *sorted(x for x in linked if slots[x].speakers & accusers))
        return ()

    def _may_tell(self, n: int, m: int, focus: Focus, probability: float) -> bool:
        """True when sentence `m` may stand against the focus of `n`: another report, or another speaker's claim."""
        here, there = self.hood.slots[n], self.hood.slots[m]
        if progress(focus) and not self._same_person(here, there, focus):
            return False
        if probability < _least(focus) or self.hood.alike(n, m) > COPIED:
            return False
        if any(other.turn is focus.turn and same_focus(other, focus) for other in there.foci):
            return False
        if not _holds(focus, here, there):
            return False
        if here.speakers & there.speakers and focus.turn is not Turn.OPEN:
            return False  # nobody is at odds with himself: both sentences hold two halves of what he said
        return focus.turn is Turn.REJECTED or here.report != there.report

    def _same_person(self, here: Slots, there: Slots, focus: Focus) -> bool:
        """False where it is of one person that he is not named or charged, and another who is.

        "The officers' names were not released" is not answered by a suspect's name, nor "he has not been charged" by a
        sentence that has no name with it in common; "no arrests have been made" is of nobody.
        """
        if focus.words[0] & NAMED:
            # who is identified is told by name (introductions.py): "the names of the hurt" aren't those of the dead
            of_one = here.classes & there.classes & self._words.identified
            one, two = ({t.tag for t in s.tokens if t.lemma in self._words.name_nouns} for s in (here, there))
            return bool(of_one and one & two)  # "the child's name" is not among "the names of the four"
        return "/charge" not in focus.words[0] or focus.noun or bool(focus.who) or bool(here.names & there.names)


def affirmed_topics(slots: Slots) -> frozenset[str]:
    """What the sentence tells, outside everything it denies, rejects or leaves open.

    A sentence that gives a role a name ("the victim, Ana Lupo") tells a name without the word.
    """
    told: set[str] = set()
    for clause in slots.clauses:
        if not any(_inside(clause, focus) for focus in slots.foci):
            told |= clause.topics
    if slots.persons and told & {"/victim", "/suspect"}:
        told.add("/name")
    return frozenset(told)


def _inside(clause: Clause, focus: Focus) -> bool:
    """True when the clause lies in what is turned."""
    return focus.start <= clause.start and clause.end <= focus.end


def progress(focus: Focus) -> bool:
    """True for what comes about as a story goes on; a name that is merely denied something is none of it."""
    key = focus.words[0] & PROGRESS if focus.words else frozenset()
    return bool(key) and (focus.turn is not Turn.DENIED or key != NAMED)


def same_focus(one: Focus, two: Focus) -> bool:
    """True when two foci are about the same thing."""
    if one.bare or two.bare:
        return False
    met = sum(any(a & b for b in two.words) for a in one.words)
    return met >= SAME_FOCUS * min(len(one.words), len(two.words))


def _with_head(clause: Clause, slots: Slots) -> frozenset[str]:
    """What the clause says, with the clause that a relative one hangs on: "Captain Hale, who was found alive"."""
    if not clause.relative:
        return clause.topics
    around = [c for c in slots.clauses if c.start < clause.start <= c.end and not (c.negated or c.open)]
    return clause.topics.union(*(c.topics for c in around))


def _claims(clause: Clause, focus: Focus, affirmed: frozenset[str]) -> bool:
    """True when one clause holds most of a claim, of the same one: not only a name and the matter.

    The verb of the claim must be a verb there: "will speak of interference" doesn't claim that somebody interfered.
    Who rejects that she can't win any more is not at odds with her victory.
    """
    topics = clause.topics & affirmed
    verb = not focus.verb or bool(focus.verb & clause.verb_keys)
    # "accused Lupo of | having taken money": who it is stands before the clause
    around = affirmed if clause.hanging else topics
    who = not focus.who or bool(focus.who & around) or clause.relative
    thing = not focus.thing or bool(focus.thing & topics)
    return clause.negated == focus.negative and focus.met(topics) >= 2 and verb and thing and who


def _tells(topics: frozenset[str], focus: Focus, theme: frozenset[str]) -> bool:
    """True when a clause with these topics tells what the focus turns: the word turned, whoever it is of, and
    something besides; and not only what the whole story is about."""
    if not focus.words or not focus.meets(topics) or (focus.noun and not focus.words[0] & topics):
        return False
    met = [word for word in focus.words if word & topics]
    own = [word for word in met if not word & theme and not word <= focus.names]
    whole = len(met) >= max(2, (MOSTLY if focus.noun else HALF) * len(focus.words))
    phrase = focus.noun and len(met) >= 2 and all(word & topics for word in focus.words[:2])
    return whole and (bool(own) or phrase) and (not focus.who or bool(focus.who & topics) or not focus.who - theme)


def _least(focus: Focus) -> float:
    """How probable it must be at least that a sentence which tells what is turned shares a point with it."""
    return min(LEAST[focus.turn], LEAST_PROGRESS) if progress(focus) else LEAST[focus.turn]


def _holds(focus: Focus, here: Slots, there: Slots) -> bool:
    """True when the other sentence answers the very question, or makes the very claim; words alone do neither."""
    if focus.turn is Turn.OPEN and focus.asked:
        return answers(here, focus.start, focus.end, there, focus.words[0])
    if focus.turn is Turn.OPEN and not progress(focus):
        return _how_many(focus, here, there)
    return focus.turn is not Turn.REJECTED or not focus.verb or claims_too(there, focus.verb, focus.who)


def _how_many(focus: Focus, here: Slots, there: Slots) -> bool:
    """True where a number is asked for and the other sentence counts the same: "how many shots were fired".

    What else is not known is not told by like words: "the cause of the fire", "what was said", "the weapon used".
    """
    start = here.passage.start
    asked = here.passage.words[max(0, focus.start - start - BEFORE) : focus.end - start]
    counted = HOW_MANY.search(asked)
    if not counted:
        return bool(IF.search(asked))
    words = [word.strip(",.;:").casefold() for word in there.passage.words.split()]
    before = [w for n, word in enumerate(words) if word == counted[1].casefold() for w in words[max(0, n - 2) : n]]
    return any(word in NUMBER_WORDS or word.isdigit() for word in before)
