"""Which words stand for each version of an update: a clause that can be read alone and tells of whom it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from crosswire.model.annotation import Token
from crosswire.model.passage import Passage
from crosswire.model.relation import PointKind, PointRelation
from crosswire.relate.points.passages import FEWEST_TERMS, balanced, part
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.versions import Draft, Member

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
BELONGING = SUBJECTS | {"compound", "amod", "nummod", "poss", "aux", "auxpass", "det"}
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# "He was arrested" is of nobody whom the reader knows. Counter-example: "nobody was arrested".
NOBODY_KNOWN = frozenset(
    {"he", "she", "they", "it", "this", "that", "each", "him", "her", "who", "which", "both", "we"}
)
# What such a word begins or ends hangs on what was cut away: "because charges are pending", "was charged with".
HANGING = frozenset({"ADP", "SCONJ", "CCONJ", "DET", "PART"})
# The first sentences of a report tell its matter, of equal words the shorter are easier to read.
LEAD = 3


def with_shown(draft: Draft, slots: Sequence[Slots]) -> Draft:
    """The update with the statement that stands for each version, where none was chosen for it."""
    if draft.relation is not PointRelation.UPDATE or draft.kind is PointKind.FIGURE:
        return draft
    chosen = {n: standing_for(version, slots) for n, version in enumerate(draft.versions)}
    return replace(draft, shown={**chosen, **draft.shown})


def standing_for(members: Sequence[Member], slots: Sequence[Slots], *aside: Collection[Member]) -> Member:
    """The one of the members that stands for the others, rather none of those `aside`, for one reason or for more.

    Such a one tells the matter beside something else, or doesn't name of whom it is.
    """
    return min(members, key=lambda m: _rank(m, slots, aside=sum(m in group for group in aside)))


def clause_telling(slots: Slots, start: int, end: int) -> Passage:
    """The shortest clause that holds the words between two offsets and has a subject and its verb, else the sentence.

    "Police said | Horn was arrested at his home", not "having arrested the right man".
    """
    holding = (c for c in slots.clauses if not c.hanging and c.start <= start and end <= c.end)
    for _, begins, ends in sorted((c.end - c.start, c.start, c.end) for c in holding):
        told = part(slots, begins, ends)
        enough = sum(begins <= term.start < ends for term in slots.sequence) >= FEWEST_TERMS
        if enough and not _flaws(slots, told):
            return told
    return part(slots, slots.passage.start, slots.passage.end)


def can_be_read(slots: Slots, words: Passage) -> bool:
    """True for words that have a subject with its verb and hang on nothing that was cut away."""
    return not _flaws(slots, words) and balanced(words.words)


def _rank(member: Member, slots: Sequence[Slots], *, aside: int) -> tuple[object, ...]:
    """Sorts first what can be read alone, tells of whom it is, is the report's own, stands on top, and is short."""
    own = slots[member.sentence]
    words = member.passage
    subjects = {own.tokens[n].lemma.casefold() for n in _subjects(own, words)}
    return (
        _flaws(own, words),
        bool(subjects) and subjects <= NOBODY_KNOWN,
        aside,
        bool(own.speakers) and own.quoted > 0,
        min(own.number, LEAD),
        len(words.words),
        words,
    )


def _flaws(slots: Slots, words: Passage) -> int:
    """How many of these: no subject with its verb, a beginning and an end that hang on what was cut away."""
    inside = _inside(slots, words)
    if not inside:
        return 3
    ends = (inside[-1].pos in HANGING and inside[-1].dep != "prt") or _heads_cut_away(slots, words, inside)
    none = next(_subjects(slots, words), None) is None  # the subject may be the first word, whose index is 0
    first = next((t for t in inside if t.pos != "ADV"), inside[0])  # "even after", not "at least"
    return none + ends + (first.pos in ("ADP", "SCONJ") and first.dep != "advmod" and words != slots.passage)


def _heads_cut_away(slots: Slots, words: Passage, inside: Sequence[Token]) -> bool:
    """True where words belong to one behind the end: "three were hurt and one | died"."""
    after = next((t for t in slots.tokens if t.start >= words.end), None)
    goes_on = after is not None and after.tag in FINITE | {"VBG"} and after.dep != "prep"  # "July | shooting death"
    return goes_on or any(t.dep in BELONGING and slots.tokens[t.head].start >= words.end for t in inside)


def _inside(slots: Slots, words: Passage) -> list[Token]:
    return [t for t in slots.tokens if words.start <= t.start and t.end <= words.end and t.pos != "PUNCT"]


def _subjects(slots: Slots, words: Passage) -> Iterator[int]:
    """The subjects in the words whose finite verb, or its auxiliary, stands there too."""
    for n, token in enumerate(slots.tokens):
        verb = slots.tokens[token.head]
        if token.dep in SUBJECTS and words.start <= token.start and verb.end <= words.end and token.end <= words.end:
            helped = any(t.head == token.head and t.dep in ("aux", "auxpass") and t.tag in FINITE for t in slots.tokens)
            if verb.start >= words.start and (verb.tag in FINITE or helped):
                yield n
