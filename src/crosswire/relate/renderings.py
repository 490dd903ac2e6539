"""How several reports render the words of one utterance: its wordings, and where they differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Quotation, QuotationKind
from crosswire.model.relation import OTHER_WORDS, Difference, Rendering, Wording
from crosswire.relate.differences import Comparer, Setting
from crosswire.relate.sequences import common_length
from crosswire.relate.spoken import Spoken, spoken

LEAST_SHARED = 3  # words that two parts must share to be renderings of the same words (all of a shorter part)
LEAST_SHARE = 0.6  # of the shorter part
INSIDE = 0.9  # of a report's shorter part that stands in its longer one: it says the same words twice
UNPRINTED = re.compile(r"[\s\"'“”‘’«»„‚]+")
END = " ,.;:–—-"


@dataclass(frozen=True, slots=True)
class Rendered:
    """How an utterance stands in the reports: its rendering, its differences, its wordings."""

    rendering: Rendering
    differences: tuple[Difference, ...]
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part between marks: its words, the quotation that has it first, the reports that print it so."""

    words: tuple[Spoken, ...]
    keys: tuple[str, ...]
    quotation: Quotation
    reports: frozenset[str]


@dataclass(slots=True)
class Passages:
    """Parts that render the same words of the speech."""

    parts: list[Part] = field(default_factory=list)

    def takes(self, others: Passages) -> bool:
        """False when a report has other words in each: it quotes two places of the speech, or two turns."""
        return not any(a.reports & b.reports and not _repeats(a, b) for a in self.parts for b in others.parts)


class Renderer:
    """Compares the quotations of utterances. `origin` is the origin that brought a quotation into the record;
    `translated` why the words of some quotations may be a translation.
    """

    def __init__(
        self,
        lexicons: Lexicons,
        *,
        origin: Callable[[Quotation], str],
        translated: Callable[[Sequence[Quotation]], str],
    ) -> None:
        self._comparer = Comparer(lexicons)
        self._origin = origin
        self._translated = translated

    def compare(self, quotations: Sequence[Quotation]) -> Rendered:
        """How several quotations of one utterance compare, and where their words differ.

        SINGLE: fewer than two reports put the same words between marks. Quotations that are printed alike are one
        wording and compared once; words that only one of them quotes at either end are no difference.
        """
        groups = _printed_alike([q for q in quotations if q.verbatim])
        wordings = tuple(self._wording(group) for group in groups)
        if len({q.report for group in groups for q in group}) < 2:
            return Rendered(Rendering.SINGLE, (), wordings)
        places = _places([part for group in groups for part in _parts(group)])
        found = [difference for place in places for difference in self._within(place)]
        shared = any(len(frozenset().union(*(p.reports for p in place.parts))) > 1 for place in places)
        if not shared:
            return Rendered(Rendering.SINGLE, (), wordings)
        other = any(difference.kind in OTHER_WORDS for difference in found)
        return Rendered(Rendering.VARIANT if other else Rendering.VERBATIM, tuple(found), wordings)

    def _wording(self, group: Sequence[Quotation]) -> Wording:
        origins = dict.fromkeys(self._origin(quotation) for quotation in group)
        return Wording(tuple(q.id for q in group), tuple(origins))

    def _within(self, place: Passages) -> Iterator[Difference]:
        """The differences of each part from the fullest one that has its words."""
        for n, part in enumerate(place.parts):
            fuller = [
                other for other in place.parts[:n] if _same_words(other, part) and not other.reports & part.reports
            ]
            if not fuller:
                continue
            base = max(fuller, key=lambda other: _shared(other, part))
            both = (base.quotation, part.quotation)
            reported = any(q.kind is not QuotationKind.DIRECT for q in both)
            setting = Setting(reported=reported, translated=self._translated(both))
            yield from self._comparer.differences(base.words, part.words, setting, (both[0].id, both[1].id))


def _printed_alike(marked: Sequence[Quotation]) -> list[list[Quotation]]:
    """The quotations by what stands between their marks, the fullest first."""
    groups: dict[tuple[str, ...], list[Quotation]] = defaultdict(list)
    for quotation in marked:
        groups[tuple(UNPRINTED.sub(" ", part.words).strip(END) for part in quotation.verbatim)].append(quotation)
    return [groups[words] for words in sorted(groups, key=lambda words: (-sum(map(len, words)), words))]


def _parts(group: Sequence[Quotation]) -> Iterator[Part]:
    reports = frozenset(quotation.report for quotation in group)
    for passage in group[0].verbatim:
        words = spoken(passage)
        if words:
            yield Part(words, tuple(s.word for s in words), group[0], reports)


def _places(parts: Sequence[Part]) -> list[Passages]:
    """The parts by the words of the speech that they render, each list with the fullest first.

    The most alike join first, so that of two turns of one report ("He ruined his life", "it is like they ruined his
    life") each finds its own counterpart in another report.
    """
    ordered = sorted(parts, key=lambda part: (-len(part.words), part.quotation.id, part.words[0].start))
    place = [Passages([part]) for part in ordered]
    of = list(range(len(ordered)))
    pairs = [
        (-common / min(len(a.keys), len(b.keys)), -common, m, n)
        for n, b in enumerate(ordered)
        for m, a in enumerate(ordered[:n])
        if (common := _shared(a, b)) and _same(a, b, common)
    ]
    for _, _, m, n in sorted(pairs):
        first, second = sorted((of[m], of[n]))
        if first != second and place[first].takes(place[second]):
            place[first].parts += place[second].parts
            of = [first if one == second else one for one in of]
    for root in set(of):
        place[root].parts.sort(key=lambda part: ordered.index(part))
    return [place[root] for root in sorted(set(of))]


def _shared(a: Part, b: Part) -> int:
    """How many words two parts share, in order."""
    return common_length(a.keys, b.keys)


def _same_words(a: Part, b: Part) -> bool:
    """True when two parts are renderings of the same words, not two passages of one speech."""
    return _same(a, b, _shared(a, b))


def _same(a: Part, b: Part, common: int) -> bool:
    shorter = min(len(a.keys), len(b.keys))
    return common >= min(LEAST_SHARED, shorter) and common / shorter >= LEAST_SHARE


def _repeats(a: Part, b: Part) -> bool:
    """True when two parts of one report say the same words twice, or are two pieces of one passage."""
    common, shorter = _shared(a, b), min(len(a.keys), len(b.keys))
    return common >= INSIDE * shorter or common < LEAST_SHARE * shorter
