"""Lines that stand in several reports of one publisher: how often, and what that says about a line."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from crosswire.clean.verdict import Verdict
from crosswire.model.address import site_of
from crosswire.model.page import Page

_DIGITS = re.compile(r"\d+")
_LONGEST = 600  # signs that tell one line from another
# What each other report that holds the line takes from its odds, and the most that all together take; twice that when
# they are three and more, and at least half of all.
_EACH, _MOST = 1.5, 6.0
_CLEAR = 3
# A whole sentence recurs as background too: "The bridge was closed in May." It counts when it stands in half of the
# others, or in many …
_SENTENCE, _LONG = 12, 30  # words
_OFTEN, _HALF, _MANY, _QUARTER = 2, 0.5, 5, 0.25
_FEW = 0.1  # of many others: by chance, or one report quotes what another does
_LIKELY = 2.0  # odds above which a line of a few words reads as a sentence of the report
# … and a paragraph only when it stands in nearly all: versions of one report and agency copy share theirs.
_VERY_OFTEN, _NEARLY_ALL = 4, 0.8
# Times and sources head the entries of many reports: "11:40 a.m.", "(LNA)", "OSTRA (LNA)".
_ENTRY = re.compile(r"^\W*\d{1,2}[:.]\d{2}(?:\s*[aApP]\.?[mM]\.?)?\W*$|^[^()]{0,30}\([A-Z][\w /.-]{1,20}\)\W*$")
_SAME = 0.5  # of the words of two pages' reports: versions of one report
_CROWD = 50  # reports: a line that stands in more tells nothing about which report a page carries
_MOST_LINES = 5_000  # of one publisher, kept over time


@dataclass(frozen=True, slots=True)
class House:
    """How many reports of one publisher were seen, and in how many of them each line stood (by its `sign`)."""

    reports: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of the lines of each publisher's pages: counts only, no words.

    Handed in and handed on, it lets a desk learn a publisher's furniture over time. Several versions of one report
    count once.
    """

    houses: Mapping[str, House] = field(default_factory=dict)

    def merged(self, other: Seen) -> Seen:
        """Both together; they must not have counted the same pages."""
        names = sorted({*self.houses, *other.houses})
        return Seen({name: _merged(self._house(name), other._house(name)) for name in names})

    def with_pages(self, pages: Iterable[tuple[Page, Sequence[Verdict]]]) -> Seen:
        """This and the pages, each with the verdicts on its lines; their order does not matter."""
        new: dict[str, list[tuple[str, Sequence[Verdict]]]] = defaultdict(list)
        for page, verdicts in pages:
            if house := house_of(page):
                new[house].append((page.id, verdicts))
        found = {name: _counted(sorted(own, key=_by_id), self._house(name)) for name, own in new.items()}
        return self.merged(Seen(found))

    def weights(self, page: Page, verdicts: Sequence[Verdict]) -> dict[int, float]:
        """What standing in other reports of the publisher takes from the odds of lines, by the place where they start.

        The page itself must be among those that were counted. Lines from which nothing is taken are left out.
        """
        house = self._house(house_of(page) or "")
        others = house.reports - 1
        if others < 1:
            return {}
        weights = {v.line.start: _weight(v, house.lines.get(sign(v.line.words), 1) - 1, others) for v in verdicts}
        return {place: weight for place, weight in weights.items() if weight < 0}

    def _house(self, name: str) -> House:
        return self.houses.get(name, House())


def house_of(page: Page) -> str | None:
    """The host whose page it is by its address, or the publisher it names; None when it has neither."""
    return site_of(page.url or "") or page.publisher


def sign(words: str) -> str:
    """What stands for a line, the same for lines that differ in digits, case and spaces: "3 comments", "5 Comments"."""
    folded = " ".join(_DIGITS.sub("0", words[:_LONGEST]).casefold().split())
    return blake2b(folded.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _by_id(page: tuple[str, Sequence[Verdict]]) -> str:
    return page[0]


def _weight(verdict: Verdict, count: int, others: int) -> float:
    """What standing in `count` of `others` reports takes from the line's odds."""
    words = verdict.line.words
    share = count / others
    if count < 1 or share < _FEW or _ENTRY.match(words):
        return 0.0
    length = len(words.split())
    if length > _LONG and (count < _VERY_OFTEN or share < _NEARLY_ALL):
        return 0.0
    often = (count >= _OFTEN and share >= _HALF) or (count >= _MANY and share >= _QUARTER)
    if (length > _SENTENCE or (verdict.odds or 0.0) > _LIKELY) and not often:
        return -_EACH if count == others else 0.0
    return -min(_EACH * count, _MOST) * (2 if count >= _CLEAR and share >= _HALF else 1)


def _merged(one: House, other: House) -> House:
    lines = Counter(one.lines)
    lines.update(other.lines)
    if len(lines) > _MOST_LINES:
        often = sorted(lines.items(), key=lambda item: (-item[1], item[0]))
        lines = Counter(dict(often[:_MOST_LINES]))
    return House(one.reports + other.reports, dict(lines))


def _counted(pages: Sequence[tuple[str, Sequence[Verdict]]], before: House) -> House:
    """The counts of one publisher's pages, each report counted once however many of the pages carry it."""
    reports: list[set[str]] = []
    where: dict[str, list[int]] = defaultdict(list)
    for _, verdicts in pages:
        kept = {sign(v.line.words): len(v.line.words.split()) for v in verdicts if v.kept}
        every = {sign(v.line.words) for v in verdicts}
        if 2 * sum(words for line, words in kept.items() if line in before.lines) >= sum(kept.values()) > 0:
            continue  # a version of a report that was counted before
        known = _same_report(kept, where)
        if known is None:
            known = len(reports)
            reports.append(set())
        reports[known] |= every
        for line in kept:
            if known not in where[line]:
                where[line].append(known)
    return House(len(reports), dict(Counter(line for report in reports for line in sorted(report))))


def _same_report(kept: Mapping[str, int], where: Mapping[str, Sequence[int]]) -> int | None:
    """Which of the reports so far holds at least half of the page's kept words; None when none does."""
    shared: Counter[int] = Counter()
    for line, words in kept.items():
        holders = where.get(line, ())
        if len(holders) <= _CROWD:
            shared.update(dict.fromkeys(holders, words))
    best = max(shared.items(), key=lambda item: (item[1], -item[0]), default=None)
    return best[0] if best and best[1] >= _SAME * sum(kept.values()) else None
