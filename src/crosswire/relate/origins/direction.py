"""Which of two reports that share words had them first: clues from credits, times and the words, weighed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import inf

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.relation import SUPPLIERS, OriginKind
from crosswire.model.report import Report
from crosswire.model.when import DAY, stamp
from crosswire.relate.edits.collation import Collation, Lined, collate, lined
from crosswire.relate.origins.houses import Claim, House
from crosswire.relate.origins.order import published_before
from crosswire.relate.origins.traces import speaking_of, traces, unintroduced

# What a clue weighs. One that decides alone, as long as nothing speaks against it, weighs LEAD.
OWN, CREDIT, NAMED, TIME, SOON = 8, 6, 3, 3, 2
LEAD = 2
# Minutes. Pages that carry one text at once come out in any order.
CLOSE = 60
# Reports that have a name without ever saying who that is: from here on its readers know.
KNOWN = 3


@dataclass(frozen=True, slots=True)
class Clue:
    """Something that speaks for one report having had the words first: its id, the reason, and what that weighs."""

    first: str
    why: str
    weight: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """The report that had the words first, None where that is not known, and why.

    `later`: its page is dated after the other's, which says that it has the words from there all the same.
    """

    first: str | None
    why: str
    later: bool = False

    @property
    def told(self) -> str:
        """The verdict as the end of a sentence about words that one report has from the other, or shares with it."""
        if self.first is None:
            return f"; {self.why}"
        return f", {'though its page is dated later' if self.later else 'which had them first'}: {self.why}"


class Directions:
    """Decides for any two reports of a story. Every answer is kept, so that asking again costs nothing.

    `said` and `publishers` are what the reports claim of themselves and whose pages they are (`houses.py`). Nothing
    hangs on the order of the reports, nor on which of two is named first.
    """

    def __init__(
        self,
        reports: Sequence[Report],
        annotations: Sequence[Annotation],
        *,
        said: Mapping[str, Sequence[Claim]],
        publishers: Mapping[str, House],
        lexicons: Lexicons,
    ) -> None:
        self._reports = {report.id: report for report in reports}
        self._noted = {annotation.report: annotation for annotation in annotations}
        self._said = said
        self._publishers = publishers
        self._lexicons = lexicons
        self._lines: dict[str, Lined] = {}
        self._collations: dict[tuple[str, str], Collation] = {}
        self._verdicts: dict[tuple[str, str], Verdict] = {}
        self._famous: frozenset[str] | None = None

    def collation(self, copy: str, source: str) -> Collation:
        """The two reports side by side."""
        key = (copy, source)
        if key not in self._collations:
            self._collations[key] = collate(self.lines(copy), self.lines(source), lexicons=self._lexicons)
        return self._collations[key]

    def lines(self, report: str) -> Lined:
        """The report as sentences of words."""
        if report not in self._lines:
            annotation = self._noted.get(report)
            self._lines[report] = lined(self._reports[report], annotation, lexicons=self._lexicons)
        return self._lines[report]

    def of(self, one: str, other: str) -> Verdict:
        """Which of two reports had their common words first."""
        key = (min(one, other), max(one, other))
        if key not in self._verdicts:
            self._verdicts[key] = self._judged(*key)
        return self._verdicts[key]

    def credits(self, a: str, b: str) -> bool:
        """True where one of the two credits the house whose page the other is."""
        return any(self._owned(a, b))

    def _judged(self, a: str, b: str) -> Verdict:
        """The verdict from what they credit, which tells most; where that tells nothing, from times and the words."""
        owned = tuple(self._owned(a, b))
        if not owned and (house := self.same_house(a, b)):
            return Verdict(None, f"both print {house}’s text, and either may have cut or changed it")
        times = tuple(self._times(a, b))
        credited = owned or tuple(self._crediting(a, b))
        found = decided((*credited, *times) if credited else (*times, *self.traces(a, b)))
        if found.first is None or all(clue.first == found.first for clue in times):
            return found
        if credited and not owned and not self._own_text(found.first):
            names = " and ".join(sorted(self._credited(found.first)))
            return Verdict(None, f"both have {names}’s words: one credits it, the other was published before that one")
        return replace(found, later=True)

    def _own_text(self, report: str) -> bool:
        """True for a release, and for a page of the house whose text it says it is: others may print before it."""
        credited = self._credited(report)
        release = any(claim.house.kind is OriginKind.RELEASE for claim in self._said[report])
        return release or self._publishers[report].name in credited

    def traces(self, a: str, b: str) -> tuple[Clue, ...]:
        """The clues of the words alone."""
        collation = self.collation(max(a, b), min(a, b))
        found = traces(collation, lexicons=self._lexicons, known=self._known())
        named = (self._named(a, b, collation), self._named(b, a, collation))
        speaks = [clue for clue in named if clue] if None in named else []
        return (*(Clue(trace.first, trace.why, trace.weight) for trace in found), *speaks)

    def _known(self) -> frozenset[str]:
        """The names that several reports of the story take for known."""
        if self._famous is None:
            counted = (report for report in self._reports.values() if report.version_of is None)
            bare = (unintroduced(report, self._lexicons) for report in counted)
            counts = Counter(name for names in bare for name in names)
            self._famous = frozenset(name for name, count in counts.items() if count >= KNOWN)
        return self._famous

    def _named(self, one: str, other: str, collation: Collation) -> Clue | None:
        """A clue where the common words speak of the medium whose page `one` is as their own: "told the Echo"."""
        house = self._publishers[one]
        if house.kind is OriginKind.UNKNOWN or house == self._publishers[other]:
            return None
        shown = speaking_of(house.name, self._lexicons.edits)
        for pairing in collation.pairings:
            there, here = shown.search(pairing.there.words), shown.search(pairing.here.words)
            if there and here:
                return Clue(one, f"the common words speak of {house.name} as their own: “{here.group()}”", NAMED)
        return None

    def _owned(self, a: str, b: str) -> Iterator[Clue]:
        """The clue of a report that credits the house whose page the other is."""
        for one, other in ((a, b), (b, a)):
            if self._publishers[one].name in self._credited(other) and self._publishers[other] != self._publishers[one]:
                yield Clue(one, f"the other credits its publisher, {self._publishers[one].name}", OWN)

    def _crediting(self, a: str, b: str) -> Iterator[Clue]:
        """The clue of the one report that says whose text it prints."""
        mine, theirs = self._credited(a), self._credited(b)
        if bool(mine) != bool(theirs):
            first, names = (a, mine) if mine else (b, theirs)
            yield Clue(first, f"it credits {' and '.join(sorted(names))}, and the other credits nobody", CREDIT)

    def _credited(self, report: str) -> frozenset[str]:
        """The houses whose text the report says it prints: agencies, also on their own pages, and other outlets."""
        return frozenset(
            claim.house.name
            for claim in self._said[report]
            if not claim.helped and (claim.house.kind in SUPPLIERS or claim.house != self._publishers[report])
        )

    def same_house(self, a: str, b: str) -> str | None:
        """The house whose text both say they print, where neither is its own page; None otherwise."""
        shared = self._credited(a) & self._credited(b)
        own = {self._publishers[a].name, self._publishers[b].name}
        return min(shared - own, default=None) if not shared & own else None

    def _times(self, a: str, b: str) -> Iterator[Clue]:
        one, other = self._reports[a], self._reports[b]
        earlier = published_before(one, other)
        if earlier is not None:
            close = _minutes(one, other) < CLOSE
            why = "it was published a little earlier" if close else "it was published earlier"
            yield Clue(a if earlier else b, why, SOON if close else TIME)


def _minutes(a: Report, b: Report) -> float:
    """How far apart two reports were published; endless where a time is no more than a day."""
    times = [stamp(report.published_at.value) or "" for report in (a, b)]
    if min(map(len, times)) <= DAY:
        return inf
    one, other = map(datetime.fromisoformat, times)
    return abs((one.replace(tzinfo=None) - other.replace(tzinfo=None)).total_seconds()) / 60


def decided(clues: Sequence[Clue]) -> Verdict:
    """The side that the clues speak for, as long as it leads by LEAD; otherwise nobody, and why not."""
    weight: Counter[str] = Counter()
    for clue in clues:
        weight[clue.first] += clue.weight
    ranked = sorted(weight, key=lambda report: (-weight[report], report))
    if not ranked:
        return Verdict(None, "nothing tells which of the two had the words first")
    lead = weight[ranked[0]] - (weight[ranked[1]] if len(ranked) > 1 else 0)
    if lead >= LEAD:
        whys = [clue.why for clue in clues if clue.first == ranked[0]]
        return Verdict(ranked[0], "; ".join(dict.fromkeys(whys)))
    by_side: defaultdict[str, list[str]] = defaultdict(list)
    for clue in clues:
        by_side[clue.first].append(clue.why)
    told = "; but for the other: ".join("; ".join(dict.fromkeys(by_side[report])) for report in ranked)
    reason = "the signs are contrary" if len(ranked) > 1 else "one small sign alone"
    return Verdict(None, f"{reason}: {told}")
