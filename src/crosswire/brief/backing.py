"""Which of a sentence's statements another report must share to back the sentence: those that tell what it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Mention, MentionKind, Sentence, Token
from crosswire.model.passage import Passage
from crosswire.model.relation import Statement

# What hangs on these is what the sentence tells: "the hospital said that a fourth person had died".
TELLING = frozenset(
    {"say", "tell", "report", "announce", "add", "confirm", "state", "know", "believe", "write", "note"}
)
CLAUSES = frozenset({"ccomp", "parataxis"})
BEING = frozenset({"be", "have"})
# A statement that is so large a part of the sentence is what it tells.
MOST = 0.8
# Times of day so many minutes apart are one; and so are those that may be morning in one report, evening in the other.
SAME_MINUTES, HALF_DAY = 5, 12 * 60
CLOCK = re.compile(r"T(\d\d):(\d\d)")


def tells(passage: Passage, sentence: Passage, parsed: Sentence | None) -> bool:
    """True where the passage has what the sentence tells, and not only what it speaks of.

    In "A fourth person has died after the fire at Tarn, police said" other reports' fire at Tarn backs no death.
    """
    letters = passage.shared(sentence)
    if parsed is None or letters >= MOST * (sentence.end - sentence.start):
        return letters > 0
    verbs = _main_verbs(parsed.tokens)
    return not verbs or any(passage.start <= token.start < passage.end for token in verbs)


def is_one_act(passage: Passage, sentences: Sequence[Sentence], parsed: Sentence | None, words: PointWords) -> bool:
    """True where the passage has a main verb of the sentence, or a word of its class.

    Of "was arraigned on Monday", which has replaced "is hunted", "was arrested after a chase" tells nothing.
    """
    near = (t for s in sentences for t in s.tokens if passage.start <= t.start < passage.end)
    told = {key for token in near for key in _keys(token, words)}
    return parsed is None or any(not told.isdisjoint(_keys(verb, words)) for verb in _main_verbs(parsed.tokens))


def _keys(token: Token, words: PointWords) -> frozenset[str]:
    """The word and the classes of its near synonyms."""
    lemma = token.lemma.lower()
    return frozenset({lemma}).union(words.classes.get(lemma, ())) - BEING


def at_one_time(own: Statement, other: Statement, sentence: Passage) -> bool:
    """False where the sentence gives a time of day for what it tells, and the other statement is of another one.

    "The fire began at about 12:30" has no backing in "the fire began shortly after 12:40".
    """
    here, there = own.when, other.when
    if here is None or there is None or here.passage is None or not here.passage.overlaps(sentence):
        return True
    clocks = [CLOCK.search(when.value or "") for when in (here, there)]
    minutes = [60 * int(clock[1]) + int(clock[2]) for clock in clocks if clock]
    return len(minutes) < len(clocks) or abs(minutes[0] - minutes[1]) % HALF_DAY <= SAME_MINUTES


def of_others(own: Sequence[Statement], other: Statement, mentions: Sequence[Mention]) -> bool:
    """True where both name people, and nobody is the same: that one victim was named backs no other's name.

    `mentions`: those of both reports.
    """
    people = [m for m in mentions if m.kind is MentionKind.PERSON]
    here = {_surname(m) for m in people if any(m.passage.overlaps(s.passage) for s in own)}
    there = {_surname(m) for m in people if m.passage.overlaps(other.passage)}
    return bool(here and there) and here.isdisjoint(there)


def _surname(mention: Mention) -> str:
    return mention.name.rpartition(" ")[2].casefold()


def _main_verbs(tokens: Sequence[Token]) -> list[Token]:
    """The verbs of the main clauses; of what somebody says those of what is said."""
    held = [n for n, t in enumerate(tokens) if t.dep == "ROOT"]
    found: list[int] = []
    while held:
        n = held.pop()
        said = [m for m, t in enumerate(tokens) if t.head == n and m != n and t.dep in CLAUSES]
        held += [m for m, t in enumerate(tokens) if t.head == n and m != n and t.dep == "conj"]
        if tokens[n].lemma in TELLING and said:
            held += said
        else:
            found.append(n)
    return [tokens[n] for n in found]
