"""Where reports render one act of speech in other words: the places, what each has there, and how many vouch for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from crosswire.model.annotation import Quotation
from crosswire.model.passage import Passage
from crosswire.model.relation import OTHER_WORDS, Difference, DifferenceKind, Utterance, Wording
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
SERIOUS: Final = (
    DifferenceKind.CHANGED,
    DifferenceKind.LEFT_OUT,
    DifferenceKind.TRANSLATION,
    DifferenceKind.SYNONYM,
)
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
class Side:
    """What some reports have in one place: the words, "" where they leave them out; one passage that shows it."""

    words: str
    reports: tuple[str, ...]
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place of an act of speech in which the reports' words differ, with the kind of the difference and why."""

    kind: DifferenceKind
    why: str
    sides: tuple[Side, Side]

    @property
    def told(self) -> str:
        """The difference in words: the reason, else what its kind is called."""
        return self.why or DIFFERENCES[self.kind]


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
    places = _places([d for d in utterance.differences if d.kind in OTHER_WORDS], utterance.wordings, report)
    return Comparison(places, minor, len(marked), len(origins))


def _places(
    differences: Iterable[Difference], wordings: Sequence[Wording], report: dict[str, str]
) -> tuple[Place, ...]:
    """The places, each pair of words once, with every report that has either: those with most to see first."""
    alike = {id: w.quotations for w in wordings for id in w.quotations}
    found: dict[tuple[str, str], tuple[Difference, tuple[list[str], list[str]]]] = {}
    for difference in differences:
        words = (one_line(difference.a), one_line(difference.b))
        _, sides = found.setdefault(words, (difference, ([], [])))
        passages = (difference.a, difference.b)
        ids = difference.quotations or ("", "")
        for side, passage, id in zip(sides, passages, ids, strict=True):
            own = [passage.report] if passage else []
            side += [report[other] for other in alike.get(id, ()) if other in report] or own
    every = tuple(dict.fromkeys(report.values()))
    places = [
        Place(difference.kind, difference.why, _sides(words, difference, sides, every))
        for words, (difference, sides) in found.items()
    ]
    return tuple(sorted(places, key=lambda place: SERIOUS.index(place.kind)))


def _sides(
    words: tuple[str, str], difference: Difference, sides: tuple[list[str], list[str]], every: Sequence[str]
) -> tuple[Side, Side]:
    """Both sides; one of which nothing is known but that it lacks the words is every other report's."""
    a, b = (tuple(dict.fromkeys(reports)) for reports in sides)
    a, b = a or tuple(r for r in every if r not in b), b or tuple(r for r in every if r not in a)
    return Side(words[0], a, difference.a), Side(words[1], b, difference.b)


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


def one_line(passage: Passage | None) -> str:
    """The passage's words on one line, "" for none."""
    return " ".join(passage.words.split()) if passage else ""


def kinds(minor: Iterable[tuple[DifferenceKind, int]]) -> str:
    """Minor kinds as a phrase: "capitals, punctuation (2)"."""
    return ", ".join(DIFFERENCES[kind] + (f" ({count})" if count > 1 else "") for kind, count in minor)
