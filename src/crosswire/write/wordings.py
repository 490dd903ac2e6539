"""Where reports render one act of speech in other words: the places, what each has there, and how many vouch for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from crosswire.model.annotation import Quotation
from crosswire.model.relation import OTHER_WORDS, DifferenceKind, Utterance
from crosswire.write.places import Place, Places
from crosswire.write.vocabulary import count

DIFFERENCES: Final = {
    DifferenceKind.CHANGED: "another word",
    DifferenceKind.LEFT_OUT: "left out without a sign",
    DifferenceKind.TRANSLATION: "perhaps another translation",
    DifferenceKind.SYNONYM: "another word of like meaning",
    DifferenceKind.SHIFT: "person or tense shifted",
    DifferenceKind.ELISION: "left out with “…”",
    DifferenceKind.INSERTION: "words in brackets",
    DifferenceKind.SPELLING: "spelling",
    DifferenceKind.CASE: "capitals",
    DifferenceKind.PUNCTUATION: "punctuation",
}
# Those that need not be shown one by one: nothing else was said.
MINOR: Final = (
    DifferenceKind.SHIFT,
    DifferenceKind.ELISION,
    DifferenceKind.INSERTION,
    DifferenceKind.SPELLING,
    DifferenceKind.CASE,
    DifferenceKind.PUNCTUATION,
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How an act of speech stands in the reports: places where other words are read, and counts of minor kinds.

    `printed` are the reports that put words between marks, `origins` the origins that these come from.
    """

    places: tuple[Place, ...]
    minor: tuple[tuple[DifferenceKind, int], ...]
    printed: int
    origins: int


def comparison(utterance: Utterance | None, quotations: Sequence[Quotation]) -> Comparison:
    """The comparison of one act of speech; empty for a quotation that stands alone."""
    if utterance is None:
        return Comparison((), (), 0, 0)
    report = {quotation.id: quotation.report for quotation in quotations}
    marked = dict.fromkeys(report[id] for w in utterance.wordings for id in w.quotations if id in report)
    own = (wording for wording in utterance.wordings if not report.keys().isdisjoint(wording.quotations))
    origins = {origin for wording in own for origin in wording.origins}
    kinds = [difference.kind for difference in utterance.differences]
    minor = tuple((kind, kinds.count(kind)) for kind in MINOR if kind in kinds)
    other = (difference for difference in utterance.differences if difference.kind in OTHER_WORDS)
    places = Places(quotations, utterance.wordings).of(other)
    return Comparison(places, minor, len(marked), len(origins))


def standing(found: Comparison, reports: int, renderings: int, *, varies: bool) -> str:
    """How an act of speech of several quotations stands in the reports; "" where they have it alike, unmarked."""
    also = f" Besides: {kinds(found.minor)}." if found.minor else ""
    if varies:
        return f"One act of speech, and the words differ between reports.{_witnesses(found)}{also}"
    if found.printed > 1:
        return f"One act of speech; the words between marks are the same.{_witnesses(found)}{also}"
    if renderings < 2:
        return ""
    where = count(reports, "report") if reports > 1 else count(renderings, "quotation")
    return f"One act of speech, as {where} have it."


def _witnesses(found: Comparison) -> str:
    """Who vouches for the words: reports of one origin print what one reporter took down."""
    if found.printed < 2 or not found.origins:
        return ""
    if found.origins == 1:
        return f" {count(found.printed, 'report')} of one origin print it: one witness of the words."
    return f" {count(found.printed, 'report')} of {count(found.origins, 'origin')} print it between marks."


def kinds(minor: Iterable[tuple[DifferenceKind, int]]) -> str:
    """Minor kinds as a phrase: "capitals, punctuation (2)"."""
    return ", ".join(DIFFERENCES[kind] + (f" ({count})" if count > 1 else "") for kind, count in minor)


def kind_of(place: Place) -> str:
    """The difference in words: the reason, else what its kind is called."""
    return place.why or DIFFERENCES[place.kind]
