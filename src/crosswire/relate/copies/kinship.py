"""Which reports of a story share words of their own, and how many: what sources are chosen by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.report import Report
from crosswire.relate.copies.copying import Copy, copy_between
from crosswire.relate.copies.own_words import OwnWords, Vocabulary, rows, within
from crosswire.relate.copies.shared_rows import with_what_others_quote

# Words in a row by which reports find those that they share words with.
ROW = 6
# A row that more reports have is nobody's edit: they are paired only with the first FIRST of them, the likely sources.
COMMON, FIRST = 12, 3


class Kinship:
    """Answers how many rows of words reports share outside quotations. Built once a story, of the reports that copies
    tie to each other; `reports` come with likely sources first. Grows with the words, not with the pairs."""

    def __init__(self, reports: Sequence[Report], annotations: Iterable[Annotation], *, lexicons: Lexicons) -> None:
        noted = {annotation.report: annotation for annotation in annotations}
        vocabulary = Vocabulary(lexicons)
        words = [vocabulary.read(report, noted.get(report.id)) for report in reports]
        read = with_what_others_quote(words) if words else ()
        self._read = {each.report.id: each for each in read}
        self.rows = {id: _own_rows(words) for id, words in self._read.items()}
        self._place = {id: n for n, id in enumerate(self._read)}
        self._copies: dict[tuple[str, str], Copy | None] = {}
        self._near = _near(self.rows)

    def near(self, report: str, most: int) -> tuple[str, ...]:
        """The reports that share most with one, those that share its rarer rows first, by their share and place."""
        found = self._near.get(report, Counter())
        ranked = sorted(found, key=lambda id: (-len(self.rows[id] & self.rows[report]), self._place[id]))
        return tuple(ranked[:most])

    def copy(self, report: str, source: str) -> Copy | None:
        """What the one has from the other, if the other was its source; None where they only hit on the same words."""
        key = (report, source)
        if key not in self._copies:
            self._copies[key] = copy_between(self._read[report], self._read[source])
        return self._copies[key]


def _own_rows(words: OwnWords) -> frozenset[int]:
    """The report's rows of ROW words that stand outside quotations."""
    return frozenset(int(row) for row in rows(words, ROW)[within(~words.said, ROW)])


def _near(rows_of: Mapping[str, Collection[int]]) -> Mapping[str, Counter[str]]:
    """For each report those that share rows with it, and how many."""
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for report, own in rows_of.items():
        for row in own:
            holders[row].append(report)
    shared: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for held in holders.values():
        few = held if len(held) <= COMMON else held[:FIRST]
        for one in few:
            for other in held:
                if one != other:
                    shared[other][one] += 1
                    if other not in few:
                        shared[one][other] += 1
    return shared
