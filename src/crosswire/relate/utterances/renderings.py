"""How several reports render the words of one utterance: its wordings, and where they differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Quotation, QuotationKind
from crosswire.model.relation import OTHER_WORDS, Difference, Rendering, Wording
from crosswire.relate.sequences import common_length, edits
from crosswire.relate.utterances.differences import Comparer
from crosswire.relate.utterances.kinds import Setting
from crosswire.relate.utterances.spoken import Spoken, spoken

LEAST_SHARED = 3  # words that two parts must share to be renderings of the same words (all of a shorter part)
LEAST_SHARE = 0.6  # of the shorter part
NEARLY_ALL = 0.75  # of its words: the few others may be all that says something
LEAST_HEAVY = 0.5  # of its words that say something
INSIDE = 0.9  # of a report's shorter part that stands in its longer one: it says the same words twice
FRAGMENT = 8  # words: a part of so few may be a fragment of another in reported speech
RUN = 5  # words in a row by which two sentences of long quotations are known to be one
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
    """A part between marks: its words, the quotation that has it first, the reports that print it so.

    `keys` are the words as they are compared; `unmoved` the same with what reported speech changes taken back ("would"
    is "will"); `says` tells of each word whether it says something.
    """

    words: tuple[Spoken, ...]
    keys: tuple[str, ...]
    unmoved: tuple[str, ...]
    says: tuple[bool, ...]
    quotation: Quotation
    reports: frozenset[str]

    def cut(self, start: int, end: int) -> Part:
        """The part's words from `start` to `end` as a part of its own."""
        kept = slice(start, end)
        words, keys, unmoved, says = self.words[kept], self.keys[kept], self.unmoved[kept], self.says[kept]
        return Part(words, keys, unmoved, says, self.quotation, self.reports)

    @property
    def heavy(self) -> tuple[str, ...]:
        """The words that say something."""
        return tuple(key for key, says in zip(self.keys, self.says, strict=True) if says)


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
        self._words = lexicons.renderings
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
        every = [part for group in groups for part in self._parts(group)]
        places = _places(every)
        sentences = [Passages(list(pair)) for pair in _shared_sentences(places)]
        found = [difference for place in (*places, *sentences) for difference in self._within(place, every)]
        shared = any(len(frozenset().union(*(p.reports for p in place.parts))) > 1 for place in places)
        if not shared and not sentences:
            return Rendered(Rendering.SINGLE, (), wordings)
        other = any(difference.kind in OTHER_WORDS for difference in found)
        return Rendered(Rendering.VARIANT if other else Rendering.VERBATIM, tuple(found), wordings)

    def _parts(self, group: Sequence[Quotation]) -> Iterator[Part]:
        reports = frozenset(quotation.report for quotation in group)
        for passage in group[0].verbatim:
            words = spoken(passage)
            keys = tuple(s.word for s in words)
            unmoved = tuple(self._words.unshifted.get(key, key) for key in keys)
            says = tuple(not self._words.is_small(key) for key in keys)
            if words:
                yield Part(words, keys, unmoved, says, group[0], reports)

    def _wording(self, group: Sequence[Quotation]) -> Wording:
        origins = dict.fromkeys(self._origin(quotation) for quotation in group)
        return Wording(tuple(q.id for q in group), tuple(origins))

    def _within(self, place: Passages, every: Sequence[Part]) -> Iterator[Difference]:
        """The differences of each part from the fullest one that has its words; of `every` part of the utterance."""
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
            facing = _facing(base, part)
            found = self._comparer.differences(facing.words, part.words, setting, (both[0].id, both[1].id))
            beside = [other for other in every if other is not part and other.reports & part.reports]
            yield from (d for d in found if not _elsewhere(d, base, beside))


def _printed_alike(marked: Sequence[Quotation]) -> list[list[Quotation]]:
    """The quotations by what stands between their marks, the fullest first."""
    groups: dict[tuple[str, ...], list[Quotation]] = defaultdict(list)
    for quotation in marked:
        groups[tuple(UNPRINTED.sub(" ", part.words).strip(END) for part in quotation.verbatim)].append(quotation)
    return [groups[words] for words in sorted(groups, key=lambda words: (-sum(map(len, words)), words))]


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


def _shared_sentences(places: Sequence[Passages]) -> Iterator[tuple[Part, Part]]:
    """Sentences that two long quotations share and little else; the fullest part stands for each place."""
    fullest = [place.parts[0] for place in places]
    for n, b in enumerate(fullest):
        for a in fullest[:n]:
            if a.reports & b.reports or _longest_run(a, b) < RUN:
                continue
            for one in _sentences(a):
                fitting = [
                    other for other in _sentences(b) if _longest_run(one, other) >= RUN and _same_words(one, other)
                ]
                if fitting:
                    other = max(fitting, key=lambda part: _shared(one, part))
                    yield (one, other) if len(one.words) >= len(other.words) else (other, one)


def _sentences(part: Part) -> list[Part]:
    """The part's sentences, each as a part of its own."""
    starts = [0]
    for n, word in enumerate(part.words):
        before = word.part.words[: word.start - word.part.start].rstrip(" \"'“”‘’")
        if n > starts[-1] and before.endswith((".", "!", "?")):
            starts.append(n)
    return [part.cut(start, end) for start, end in zip(starts, [*starts[1:], len(part.words)], strict=True)]


def _facing(base: Part, part: Part) -> Part:
    """The fuller part without its beginning, or its end, where the rest has as many of the other's words as all of it.

    “It’s not the pier. It’s rope” holds "It’s rope" at its end; matched from the front, its "It’s" would stand in the
    first sentence and "not the pier" would be left out.
    """
    common = common_length(base.keys, part.keys)
    for start in range(len(base.keys) - 1, 0, -1):
        rest = base.keys[start:]
        if rest[0] == part.keys[0] and common_length(rest, part.keys) == common:
            base = base.cut(start, len(base.keys))
            break
    for end in range(1, len(base.keys)):
        rest = base.keys[:end]
        if rest[-1] == part.keys[-1] and common_length(rest, part.keys) == common:
            return base.cut(0, end)
    return base


def _elsewhere(difference: Difference, base: Part, beside: Sequence[Part]) -> bool:
    """True for words left out of a part that its report has in another one: “It’s not the pier,” she said. “It’s rope.”

    They must stand there in the same run of words: any part may have a "not" of its own.
    """
    gone = difference.a if difference.b is None else None
    if gone is None:
        return False
    places = [n for n, word in enumerate(base.words) if gone.start <= word.start < gone.end]
    held = {
        n
        for part in beside
        for kind, start, end, _, _ in edits(base.keys, part.keys)
        if kind == "equal" and end - start >= LEAST_SHARED
        for n in range(start, end)
    }
    return bool(places) and held.issuperset(places)


def _longest_run(a: Part, b: Part) -> int:
    """How many words in a row two parts share."""
    return max((code[2] - code[1] for code in edits(a.keys, b.keys) if code[0] == "equal"), default=0)


def _shared(a: Part, b: Part) -> int:
    """How many words two parts share, in order; a fragment may be moved into reported speech.

    In long parts that would make every pronoun one word.
    """
    if min(len(a.keys), len(b.keys)) <= FRAGMENT:
        return common_length(a.unmoved, b.unmoved)
    return common_length(a.keys, b.keys)


def _same_words(a: Part, b: Part) -> bool:
    """True when two parts are renderings of the same words, not two passages of one speech."""
    return _same(a, b, _shared(a, b))


def _same(a: Part, b: Part, common: int) -> bool:
    shorter = min(len(a.keys), len(b.keys))
    if common < min(LEAST_SHARED, shorter) or common < LEAST_SHARE * shorter:
        return False
    if common >= NEARLY_ALL * shorter:
        return True
    # In long parts small words alone stand in the same order: "the … of the … is …".
    return common_length(a.heavy, b.heavy) >= LEAST_HEAVY * min(len(a.heavy), len(b.heavy))


def _repeats(a: Part, b: Part) -> bool:
    """True when two parts of one report say the same words twice, or are two pieces of one passage."""
    common, shorter = _shared(a, b), min(len(a.keys), len(b.keys))
    return common >= INSIDE * shorter or common < LEAST_SHARE * shorter
