"""The words of a sentence that tell one of its acts: a clause or a noun with what it needs, and no more."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from crosswire.model.passage import Passage
from crosswire.model.token_tree import FINITE
from crosswire.relate.points.deeds import AGENT, OTHER, PATIENT, PLACE, Deed, Part
from crosswire.relate.points.passages import part
from crosswire.relate.points.phrases import SUBJECTS, WEAKENING
from crosswire.relate.points.statements import Slots

# What can't be cut from the word it hangs on: "the old | dam", "was | not hit", "promised | a bridge".
NEEDED = frozenset(
    {"det", "poss", "case", "neg", "aux", "auxpass", "prt", "compound", "nummod", "quantmod", "amod", "pobj", "pcomp"}
    | {"dobj", "attr", "acomp", "oprd", "nsubj", "nsubjpass", "expl", "csubj", "nmod", "predet", "dative", "agent"}
    | {"xcomp", "ccomp", "npmod"}
)
# "of the bank" says which board it is.
WHICH = frozenset({"of"})


def excerpt(slots: Slots, deed: Deed, shared: Sequence[Part]) -> Passage:
    """The shortest run of words with the act, who does it, to whom, and what of it another sentence has too.

    Of "Lupo, who had come late, met Horn in Tarn, and left angrily", for the meeting: "Lupo, who had come late, met
    Horn in Tarn"; "in Tarn" only where the other sentence has it, and never behind an "and": of "met Horn for an hour
    and Brandt in Tarn" the other need not have Brandt.
    """
    kept = {deed.token, deed.frame, *_chain(slots, deed)}
    kept |= {p.token for p in deed.parts if p.role in (AGENT, PATIENT) and (not deed.noun or p in tuple(shared))}
    core = _closed(slots, kept)
    beside = (p.token for p in shared if p.role in (PLACE, OTHER) and not _before_a_time(slots, p.token))
    kept |= {n for n in beside if not _coordinated(slots, core, n)}
    first, last = _closed(slots, kept)
    return part(slots, slots.tokens[first].start, slots.tokens[last].end)


def _coordinated(slots: Slots, core: tuple[int, int], n: int) -> bool:
    """True where an "and" or "or" stands between the words of the act and the token."""
    first, last = core
    between = range(last + 1, n) if n > last else range(n + 1, first)
    return any(slots.tokens[m].dep == "cc" for m in between)


def _before_a_time(slots: Slots, n: int) -> bool:
    """True for "late | on Tuesday": the day is no part of the act's words, and without it the word says nothing."""
    tokens = slots.tokens
    leads = tokens[n].pos == "ADV" and n + 1 < len(tokens) and tokens[n + 1].dep == "prep"
    return leads and any(t.head == n + 1 and t.entity in ("DATE", "TIME") for t in tokens)


def tells(slots: Slots, deed: Deed) -> bool:
    """True where the act stands in a clause with a finite verb and its subject: "the dam broke", "Horn, who fled"."""
    tokens = slots.tokens
    chain = [*_chain(slots, deed, "conj")]
    finite = subject = False
    for n in chain:
        under = [m for m, t in enumerate(tokens) if t.head == n and m != n]
        aux = [m for m in under if tokens[m].dep in ("aux", "auxpass")]
        finite |= any(tokens[m].tag in FINITE for m in (n, *aux))
        subject |= any(tokens[m].dep in SUBJECTS for m in under)
    return finite and subject


def _chain(slots: Slots, deed: Deed, *more: str) -> Iterator[int]:
    """The verb of the act and those above it that say how it is told: "is | preparing | to issue".

    Of a noun the verb over it, with who does that, where it isn't told as a fact: "Horn promised | the reopening".
    """
    n = deed.frame
    yield n
    if deed.noun and (deed.ahead or deed.maybe or deed.denied):
        while slots.tokens[n].pos not in ("VERB", "AUX") and slots.tokens[n].head != n:
            n = slots.tokens[n].head
        yield n
    while slots.tokens[n].dep in ("xcomp", "pcomp", *more) and slots.tokens[n].head != n:
        n = slots.tokens[n].head
        yield n


def _closed(slots: Slots, kept: Collection[int]) -> tuple[int, int]:
    """The first and last token of the shortest run with the words kept and what these can't be without."""
    first, last = min(kept), max(kept)
    while True:
        inside = range(first, last + 1)
        below = [m for m, t in enumerate(slots.tokens) if t.head in inside and t.head != m and _needed(slots, m)]
        low, high = min([first, *below]), max([last, *below])
        if (low, high) == (first, last):
            return first, last
        first, last = low, high


def _paired(slots: Slots, n: int) -> bool:
    """True where the word is the first of two that stand together: "either | treated or released"."""
    return any(t.head == n and t.dep == "preconj" for t in slots.tokens)


def _needed(slots: Slots, m: int) -> bool:
    token = slots.tokens[m]
    lemma = token.lemma.lower()
    if token.dep in NEEDED or lemma in WEAKENING or (token.dep in ("cc", "conj") and _paired(slots, token.head)):
        return True
    if token.dep == "prep":
        timed = any(t.head == m and t.entity in ("DATE", "TIME") for t in slots.tokens)
        return lemma in WHICH or (token.head == m - 1 and not timed)
    return token.dep == "acl" and any(t.head == m and t.dep == "mark" for t in slots.tokens)
