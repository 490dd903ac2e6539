"""Things that matter and that only one report says: figures, quotations, main occurrences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Figure
from crosswire.model.passage import Passage
from crosswire.model.relation import PointKind, PointRelation
from crosswire.relate.points.acts import captions
from crosswire.relate.points.number_versions import TOLL
from crosswire.relate.points.numbers import ANYBODY, counted
from crosswire.relate.points.passages import clause_of
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Slots, says
from crosswire.relate.points.versions import Draft, Member

# At most this many single points for each report, and for the whole story: the ledger is for reading.
MOST_PER_REPORT = 6
MOST = 40
MOST_FIGURES_PER_REPORT = 4
LEAST_TERMS = 4
# Fewer words than these are in two reports by chance.
FEWEST_WORDS = 4
WORD = re.compile(r"\w+")
# "two sides", "one of them": small numbers of nothing that is measured are no news.
SMALL = 2


def single_drafts(
    hood: Neighbourhood, used: Collection[int], figures_used: Collection[str], words: PointWords
) -> tuple[Draft, ...]:
    """Figures and sentences that no shared point holds, the most telling first."""
    figures = figure_drafts(hood, figures_used, words)
    told = {member.sentence for draft in figures for member in draft.members()}
    return (*figures, *sentence_drafts(hood, {*used, *told}))


def figure_drafts(hood: Neighbourhood, used: Collection[str], words: PointWords) -> tuple[Draft, ...]:
    """The figures that only one report gives, in the clauses that say what they count: each clause once."""
    taken: Counter[int] = Counter()
    kept: list[Draft] = []
    for n, slots in enumerate(hood.slots):
        for figure in slots.figures:
            if (
                figure.id in used
                or not (_telling(figure, words) and says(slots, figure.passage.start))
                or taken[slots.report] >= MOST_FIGURES_PER_REPORT
            ):
                continue
            if len(kept) == MOST:
                return tuple(kept)
            told = (m.passage for draft in kept for m in draft.members())
            if any(passage.covers(figure.passage) for passage in told):
                continue
            taken[slots.report] += 1
            kept.append(_with_elsewhere(PointKind.FIGURE, Member(n, clause_of(slots, figure.passage), figure), hood))
    return tuple(kept)


def _with_elsewhere(kind: PointKind, member: Member, hood: Neighbourhood) -> Draft:
    """The point of one statement, with those of other reports that have its very words: then it is no single one's."""
    others = tuple(elsewhere(hood, member))
    members = tuple(sorted((member, *others), key=lambda m: m.sentence))
    return Draft(kind, PointRelation.SAME if others else PointRelation.SINGLE, (members,), ())


def elsewhere(hood: Neighbourhood, member: Member) -> Iterator[Member]:
    """The same words in sentences of other reports, marks and capitals aside, the first of each report."""
    here = hood.slots[member.sentence]
    passage = member.passage
    words = WORD.findall(passage.words)
    if len(words) < FEWEST_WORDS:
        return
    stems = {t.stem for t in here.sequence if passage.start <= t.start < passage.end}
    same = re.compile(r"\b" + r"\W+".join(map(re.escape, words)) + r"\b", re.IGNORECASE)
    met = {here.report}
    for n, slots in enumerate(hood.slots):
        apart = slots.report not in met and not slots.superseded
        found = same.search(slots.passage.words) if apart and stems <= slots.terms else None
        if found and says(slots, slots.passage.start + found.start()):
            met.add(slots.report)
            start, end = slots.passage.start + found.start(), slots.passage.start + found.end()
            yield Member(
                n, Passage(slots.passage.report, start, end, found[0]), _same_figure(slots, start, end, member)
            )


def _same_figure(slots: Slots, start: int, end: int, member: Member) -> Figure | None:
    """The figure between two offsets that is worth the same as the member's."""
    value = member.figure and (member.figure.low, member.figure.high)
    inside = (f for f in slots.figures if start <= f.passage.start and f.passage.end <= end)
    return next((f for f in inside if (f.low, f.high) == value), None)


def _telling(figure: Figure, words: PointWords) -> bool:
    """True for a number that says something by itself: a toll, a measure, a count of something named."""
    what = counted(figure, words)
    if not what or (figure.unit and figure.unit.endswith("old")):
        return False
    value = figure.high if figure.low is None else figure.low
    return bool(what & TOLL or figure.unit) or (not what <= ANYBODY and value is not None and value > SMALL)


def sentence_drafts(hood: Neighbourhood, used: Collection[int]) -> tuple[Draft, ...]:
    """The most telling sentences among those not used, best first."""
    usable = (n for n in range(len(hood.slots)) if n not in used and _tells(hood, n))
    ranked = sorted((-_worth(hood, n), n) for n in usable)
    taken: Counter[int] = Counter()
    kept: list[Draft] = []
    told: set[int] = set()
    for _, n in ranked:
        report = hood.slots[n].report
        if n not in told and taken[report] < MOST_PER_REPORT and len(kept) < MOST:
            taken[report] += 1
            kept.append(_draft(hood, n))
            told |= {member.sentence for member in kept[-1].members()}
    return tuple(kept)


def _tells(hood: Neighbourhood, n: int) -> bool:
    """True when the sentence stands on its own feet: long, with a verb, and a name, a number or somebody's words.

    What stands under a picture tells what it shows: "Ana Lupo, left, with Pavel Horn in Tarn".
    """
    s = hood.slots[n]
    said = bool(s.names or s.numbers or s.quotations) and any(t.pos in ("VERB", "AUX") for t in s.tokens)
    return len(s.terms) >= LEAST_TERMS and said and not captions(s)


def _worth(hood: Neighbourhood, n: int) -> float:
    """How much the sentence matters: near the opening, with figures and words of somebody, close to the story."""
    s = hood.slots[n]
    opening = 1.0 / (1 + s.number)
    return 1.5 * opening + 0.6 * bool(s.figures) + 0.5 * bool(s.quotations) + hood.best[n] + 0.3 * bool(s.numbers)


def _draft(hood: Neighbourhood, n: int) -> Draft:
    """The point of one sentence."""
    slots = hood.slots[n]
    kind = PointKind.ATTRIBUTION if slots.quotations else PointKind.OCCURRENCE
    return _with_elsewhere(kind, Member(n, slots.passage), hood)
