"""Which reports are versions of one: the same address, or a publisher's report seen again later."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, pairwise
from zlib import crc32

from crosswire.lexicons.load import Lexicons
from crosswire.model.address import address_key, site_of
from crosswire.model.lineage import ReportVersion
from crosswire.model.report import Report
from crosswire.model.when import DAY, stamp

# Words in a row that are compared, and how many of a report's are looked up to find the others of its publisher.
ROW = 4
LOOKED_UP = 32
# Reports of a publisher that hold one row; more, and it is something that the house prints under everything.
HELD_BY = 40
BEFORE = 5
# The part of the shorter text's rows that the other must have. At one address a report may be written anew; under
# another headline it must be the same text, and not the background of a longer one.
AT_ONE_ADDRESS, WRITTEN_ANEW = 0.3, 0.1
UNDER_ONE_HEADLINE = 0.5
LED = 0.3  # both headlines are one but for "UPDATE 2-"
WITHOUT = 0.8
LONGER = 2.5
# A text of which the other has so much, and which is so many times shorter, is an extract of it, whenever it was seen:
# the first paragraphs before a paywall, a summary on the front.
EXTRACT, SHORTER = 0.95, 2
# Rows of a text too short to tell: a bulletin's "No change overnight" is every night's.
FEWEST = 20
# Days apart, at most, where the address is another. A weekly list of fines has last week's words.
DAYS = 3
# The part of two headlines' words that they share.
ALIKE = 0.6
FEWEST_WORDS = 3

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# How an agency numbers what it sends again: "UPDATE 2-Dam breaks", "BC-Dam, 3rd Ld-Writethru", "WRAPUP 4-".
_UPDATE = r"(?:UPDATE|WRAPUP|RECAST|REFILE|REPEAT|RPT|CORRECTED|ADVISORY)"
_LEAD = r"(?P<lead>\d{1,2})(?:st|nd|rd|th) (?:Ld|Lead)\b(?:[- ]?Writethru)?"
ADVISORY = re.compile(rf"\b{_UPDATE}[ -]?(?P<update>\d{{1,2}})?\s?[-–—:]\s?|,? ?\b{_LEAD},?", re.IGNORECASE)


def seen_again(
    reports: Iterable[Report], *, lexicons: Lexicons
) -> tuple[tuple[Report, ...], tuple[ReportVersion, ...]]:
    """The same reports, `version_of` set on those that are versions of another, and what that rests on.

    Versions have one publisher, and one address, or near the same headline and words. The latest is the report; where
    nothing tells which is, the longest. Pages of a house that is not known are never versions: two outlets may print
    one text. The parts of one page are no versions of each other. The same whatever the order of the reports.
    """
    given = tuple(reports)
    seen = [_seen(report, lexicons) for report in sorted(given, key=lambda report: report.id)]
    found = ((pair, _one_report(seen[pair[0]], seen[pair[1]])) for pair in sorted(_candidates(seen)))
    pairs = {pair: why for pair, why in found if why is not None}
    parts = [part for group in _groups(pairs) for part in _within(group, seen, pairs)]
    versions = [version for group in parts for version in _versions([seen[n] for n in group], pairs, seen)]
    of = {version.report: version.of for version in versions}
    return tuple(replace(report, version_of=of.get(report.id)) for report in given), tuple(versions)


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """What is compared of a report. `page`: the id of its page; `part`: it is one of several on it.

    `named`: whose page it says that it is.
    """

    report: Report
    houses: frozenset[str]
    named: str | None
    addresses: frozenset[str]
    headline: frozenset[str]
    advisory: int
    rows: frozenset[int]
    page: str
    part: bool

    @property
    def said_at(self) -> str | None:
        """When the page says that it was updated, else published."""
        return self.report.updated_at.value or self.report.published_at.value

    @property
    def fetched(self) -> str | None:
        """When it was fetched."""
        return self.report.fetched_at.isoformat() if self.report.fetched_at else None

    def key(self, *, stated: bool = True) -> tuple[str, int, str, int, str]:
        """Sorts the versions of a report, the latest last: by what the pages say of their times where they all do."""
        report = self.report
        said = stamp(self.said_at) or "" if stated else ""
        return said, self.advisory, stamp(self.fetched) or "", len(report.text), report.id


def _seen(report: Report, lexicons: Lexicons) -> _Seen:
    part = report.one_of_several
    headline = report.headline or ""
    numbers = [match["update"] or match["lead"] or "1" for match in ADVISORY.finditer(headline)]
    words = [word.casefold() for word in WORD.findall(report.text)]
    return _Seen(
        report=report,
        houses=frozenset(_houses(report, lexicons)),
        named=_named(report, lexicons),
        addresses=frozenset(
            key for address in _addresses(report, lexicons) if not part and (key := address_key(address))
        ),
        headline=frozenset(WORD.findall(ADVISORY.sub(" ", headline).casefold())),
        advisory=max(map(int, numbers), default=0),
        rows=frozenset(_row(words[n : n + ROW]) for n in range(max(1, len(words) - ROW + 1))),
        page=report.page,
        part=part,
    )


def _row(words: Sequence[str]) -> int:
    """A number for words in a row, the same in every run."""
    return crc32(" ".join(words).encode("utf-8", "surrogatepass"))


def _houses(report: Report, lexicons: Lexicons) -> Iterator[str]:
    """What names the publisher: its name and its site, in the lexicon's form where that knows them."""
    for address in (*_addresses(report, lexicons), report.publisher):
        site = site_of(address or "") if address and ("/" in address or "." in address) else None
        if site:
            yield _of_site(site, lexicons)
    if name := _named(report, lexicons):
        yield name


def _named(report: Report, lexicons: Lexicons) -> str | None:
    """The publisher's name in the lexicon's form; None where only a site is known, or an archive served the page."""
    name = " ".join((report.publisher or "").split())
    if not name or site_of(name) or "archive" in name.casefold():
        return None
    known = lexicons.outlets.find(name) or lexicons.agencies.find(name)
    return known.name if known else name.casefold()


def _addresses(report: Report, lexicons: Lexicons) -> tuple[str, ...]:
    """The page's own address and its canonical one, where that is its own site's too.

    A canonical link to another site says whose text it is, as copies set it: a print in the Post is no version of the
    Courier's report. Where only the address of an archive is known, the canonical link is the page's own.
    """
    here, there = site_of(report.url or ""), site_of(report.canonical or "")
    held = (report.url,) if here and there and not _one_site(here, there, lexicons) else (report.url, report.canonical)
    return tuple(address for address in held if address)


def _one_site(one: str, two: str, lexicons: Lexicons) -> bool:
    return one.endswith(f".{two}") or two.endswith(f".{one}") or _of_site(one, lexicons) == _of_site(two, lexicons)


def _of_site(site: str, lexicons: Lexicons) -> str:
    outlet = lexicons.outlets.of_domain(site)
    return outlet.name if outlet else site


def _candidates(seen: Sequence[_Seen]) -> set[tuple[int, int]]:
    """Pairs of one publisher that may be versions of one report: of one address, or that share rare rows of words."""
    held: defaultdict[tuple[str, str | int], list[int]] = defaultdict(list)
    for n, one in enumerate(seen):
        for house in one.houses:
            for address in one.addresses:
                held[house, address].append(n)
            for row in sorted(one.rows)[:LOOKED_UP]:
                held[house, row].append(n)
    found: set[tuple[int, int]] = set()
    for (_, key), numbers in held.items():
        if len(numbers) <= HELD_BY:
            found.update(combinations(numbers, 2))
        elif isinstance(key, str):
            found.update(_near(sorted(numbers, key=lambda n: seen[n].key())))
    return found


def _near(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of an address with very many pages, a feed's or a ticker's: each with the few that came before it."""
    for n, number in enumerate(numbers):
        for other in numbers[max(0, n - BEFORE) : n]:
            yield min(number, other), max(number, other)


def _one_report(a: _Seen, b: _Seen) -> str | None:
    """Why two reports of one publisher are versions of one; None where they are two."""
    spoken = {a.report.language, b.report.language} - {None}
    if a.page == b.page or a.part != b.part or len(spoken) > 1 or not a.rows or not b.rows:
        return None  # an entry of a live blog that prints a report is no version of that report
    if a.named and b.named and a.named != b.named and not a.addresses & b.addresses:
        return None  # two houses whose pages one portal serves
    shorter, longer = sorted((len(a.rows), len(b.rows)))
    shared = len(a.rows & b.rows) / shorter
    titled = _titled_alike(a.headline, b.headline)
    says = f"{shared:.0%} of the shorter text’s words in a row"
    if a.addresses & b.addresses:
        if shared >= AT_ONE_ADDRESS or (titled and shared >= WRITTEN_ANEW):
            return f"The same address, {min(a.addresses & b.addresses)}, and {says}"
        return None
    if _days_apart(a, b) > DAYS or (shorter < FEWEST and a.rows != b.rows):
        return None
    if titled and shared >= (LED if a.advisory != b.advisory else UNDER_ONE_HEADLINE):
        return f"One publisher, near the same headline, and {says}"
    if shared >= WITHOUT and longer <= LONGER * shorter:
        return f"One publisher, and {says}"
    return None


def _titled_alike(a: frozenset[str], b: frozenset[str]) -> bool:
    if min(len(a), len(b)) < FEWEST_WORDS:
        return False
    return len(a & b) >= ALIKE * len(a | b)


def _days_apart(a: _Seen, b: _Seen) -> int:
    """Whole days between two reports' times; 0 where they can't tell."""
    one, two = _day(a), _day(b)
    return 0 if one is None or two is None else abs(one - two)


def _day(one: _Seen) -> int | None:
    """The number of the day that a report says that it is of; None where it is not known, or a month or a year."""
    try:
        return date.fromisoformat((stamp(one.said_at or one.fetched) or "")[:DAY]).toordinal()
    except ValueError:
        return None


def _groups(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers that the pairs join, each group sorted."""
    group: dict[int, set[int]] = {}
    for a, b in pairs:
        joined = group.get(a, {a}) | group.get(b, {b})
        group.update(dict.fromkeys(joined, joined))
    return sorted(sorted(numbers) for numbers in {id(found): found for found in group.values()}.values())


def _within(group: list[int], seen: Sequence[_Seen], pairs: dict[tuple[int, int], str]) -> Iterator[list[int]]:
    """The group, cut at its longest pauses until each part lasts DAYS at most; reports of one address stay together.

    Twelve days' counts of the dead, each alike to the one of the day before, are no versions of one report.
    """
    left = [group]
    while left:
        numbers = left.pop()
        known = [day for n in numbers if (day := _day(seen[n])) is not None]
        first = min(known, default=0)
        days = {n: _day(seen[n]) or first for n in numbers}
        at = sorted(numbers, key=lambda n: (days[n], n))
        cuts = [k for k in range(1, len(at)) if not _addresses_of(at[:k], seen) & _addresses_of(at[k:], seen)]
        if max(known, default=0) - first <= DAYS or not cuts:
            yield from _joined(at, pairs)
            continue
        middle = len(at) // 2
        cut = max(cuts, key=lambda k: (days[at[k]] - days[at[k - 1]], -abs(k - middle), k))
        left += [at[:cut], at[cut:]]


def _addresses_of(numbers: Iterable[int], seen: Sequence[_Seen]) -> set[str]:
    return {address for n in numbers for address in seen[n].addresses}


def _joined(numbers: Sequence[int], pairs: dict[tuple[int, int], str]) -> list[list[int]]:
    """The groups that are left of the numbers when only their own pairs join them."""
    return _groups(pair for pair in sorted(pairs) if numbers and set(pair) <= set(numbers))


def _versions(
    group: Sequence[_Seen], pairs: dict[tuple[int, int], str], seen: Sequence[_Seen]
) -> Iterator[ReportVersion]:
    """The earlier versions of a report, oldest first."""
    number = {one.report.id: n for n, one in enumerate(seen)}
    whole = [one for one in group if not any(_extract(one, other) for other in group)]
    stated = all(one.said_at for one in group) or not all(one.fetched for one in group)
    ordered = sorted(group, key=lambda one: (one in whole, one.key(stated=stated)))
    latest = ordered[-1].report.id
    for one, following in pairwise(ordered):
        a, b = sorted((number[one.report.id], number[following.report.id]))
        why = pairs.get((a, b)) or next(why for pair, why in pairs.items() if number[one.report.id] in pair)
        order = _order(one, following) if (one in whole) == (following in whole) else "it is an extract of the other"
        yield ReportVersion(
            one.report.id,
            latest,
            following.report.id,
            one.said_at or one.fetched,
            ordered=order is not None,
            why=f"{why}; {order or 'which of them came first is not known'}.",
        )


def _extract(one: _Seen, other: _Seen) -> bool:
    """True when the text is no more than a part of the other."""
    return SHORTER * len(one.rows) <= len(other.rows) and len(one.rows & other.rows) >= EXTRACT * len(one.rows)


def _order(one: _Seen, following: _Seen) -> str | None:
    """What tells that the first came before the second; None where nothing does."""
    early, late = stamp(one.said_at), stamp(following.said_at)
    if early and late:
        length = min(len(early), len(late))
        if early[:length] < late[:length]:
            return f"seen {one.said_at}, then {following.said_at}"
    if one.advisory < following.advisory:
        return "the headline of the later one says that it is a later one"
    before, after = one.report.fetched_at, following.report.fetched_at
    if before and after and before < after:
        return f"fetched {one.fetched}, then {following.fetched}"
    return None
