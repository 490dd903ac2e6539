"""Whether a speaker's words in one report are his words in another: what both have besides who says it decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosswire.model.annotation import Quotation, Stance
from crosswire.model.passage import Passage
from crosswire.relate.points.agreement import told_otherwise
from crosswire.relate.points.statements import Slots, Term, spoken_span
from crosswire.relate.points.voices import marked_words, repeats, words_of

# So large a part of the words shown must another saying have: less where it has a verb of theirs too.
WITH_VERB, WITHOUT_VERB = 0.5, 0.75
# What a word of the same class is worth beside the word itself.
ALIKE = 0.7


def same_saying(shown: Passage, here: Slots, told: Passage, there: Slots, quotations: Iterable[Quotation] = ()) -> bool:
    """True where the sentence `there` has a good part of the words shown, or repeats what stands between marks.

    Who says it is left aside: "Horn said that the bridge was safe" and "Horn said that he would visit the town" are
    two sayings, though one man's. `told`: the part of `there` that stands in the point.
    """
    quotations = tuple(quotations)
    marked = [marked_words(p, s.passage, _of(quotations, s)) for p, s in ((shown, here), (told, there))]
    words = [words_of(s.passage.words) for s in (here, there)]
    if repeats(marked[0], words[1]) or repeats(marked[1], words[0]):
        return True
    if told_otherwise(here, shown, there) or _other_number(shown, here, there):
        return False
    if _denied(quotations, here) != _denied(quotations, there):
        return False  # "denied that a gate was shut", "admitted that one of the gates was shut"
    mine = [t for t in _said(here, quotations) if shown.start <= t.start < shown.end]
    return _enough(mine, _said(there, quotations), _verbs(here))


def _enough(mine: Sequence[Term], theirs: Sequence[Term], verbs: frozenset[int]) -> bool:
    """True where enough of my words are met; where nothing is left of them but who speaks, nobody can tell."""
    met = {t.start: worth for t in mine if (worth := _met(t, theirs))}
    least = WITH_VERB if verbs.intersection(met) else WITHOUT_VERB
    return sum(met.values()) >= least * len(mine)


def _met(term: Term, theirs: Sequence[Term]) -> float:
    if any(t.stem == term.stem for t in theirs):
        return 1.0
    return ALIKE if any(not t.classes.isdisjoint(term.classes) for t in theirs) else 0.0


def _other_number(shown: Passage, here: Slots, there: Slots) -> bool:
    """True where what is counted is not counted there, or otherwise: "200,000 homes" / "fifty thousand homes"."""
    mine = [f for f in here.figures if shown.covers(f.passage) and f.what and f.low != 1]
    for figure in mine:
        others = [f for f in there.figures if (f.what, f.unit) == (figure.what, figure.unit)]
        if not any((f.low, f.high) == (figure.low, figure.high) for f in others):
            met = {f.low for f in others} & {figure.low} | {f.high for f in others} & {figure.high}
            if not met - {None}:
                return True
    return False


def _said(slots: Slots, quotations: Iterable[Quotation]) -> list[Term]:
    """The content words of the sentence that are said, else those that don't tell who says it."""
    mine = _of(quotations, slots)
    spans = [spoken_span(c, slots.passage) for q in mine for c in q.content]
    said = [t for t in slots.sequence if any(start <= t.start < end for start, end in spans)]
    framed = [p for q in mine for p in (q.source, q.cue) if p]
    return said or [t for t in slots.sequence if not any(p.start <= t.start < p.end for p in framed)]


def _of(quotations: Iterable[Quotation], slots: Slots) -> list[Quotation]:
    """The quotations that have words in the sentence."""
    return [q for q in quotations if any(c.overlaps(slots.passage) for c in q.content)]


def _denied(quotations: Iterable[Quotation], slots: Slots) -> bool:
    """True where the speaker denies what he is quoted with."""
    return any(q.stance is Stance.DENIES for q in _of(quotations, slots))


def _verbs(slots: Slots) -> frozenset[int]:
    """Where the verbs of the sentence begin."""
    return frozenset(t.start for t in slots.tokens if t.pos == "VERB")
