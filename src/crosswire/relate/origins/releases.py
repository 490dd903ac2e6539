"""Words that an institution handed out: a page that says it is a release, and what several reports print from one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation, MentionKind
from crosswire.model.relation import OriginKind
from crosswire.model.report import Report
from crosswire.relate.copies.copying import Copy
from crosswire.relate.origins.houses import Claim, House

# A line that says "PRESS RELEASE" stands so near before the text; further up it is a site's menu. Characters.
NEAR = 400
# Paragraphs at the start of a text among which the line may have stayed.
FIRST = 3
# From this part of a report's words on, what it shares with others from a release is worth an origin.
PARTLY = 0.25
# From this part on, both reports are the one text.
MOSTLY = 0.5
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def stated_release(report: Report, said: Sequence[Claim], *, lexicons: Lexicons) -> Claim | None:
    """The institution whose release the page says it is; None for a page that does not say so.

    "FOR IMMEDIATE RELEASE" over the text, or a release service in its credit, makes it a release; its issuer is who
    stands behind "SOURCE" or "About", else the service or the page's own house.
    """
    words = lexicons.releases
    head = next((line for line in _around(report) if words.is_head(line)), None)
    service = next((claim for claim in said if claim.house.kind is OriginKind.RELEASE), None)
    if head is None and service is None:
        return None
    lines = [line for words in (report.text, *(f.words for f in report.furniture)) for line in words.splitlines()]
    issuer = next((name for line in lines if (name := words.issuer(line))), None)
    name = issuer or (service.house.name if service else report.publisher)
    shown = head or (service.words if service else "")
    return Claim(House(name, OriginKind.RELEASE), shown, "page") if name else None


def _around(report: Report) -> Iterator[str]:
    """The lines at the start of the text and right before it."""
    opening = report.paragraphs[0].page_start if report.paragraphs else None
    for line in report.furniture:
        if opening is not None and line.page_end is not None and opening - NEAR <= line.page_end <= opening:
            yield from line.words.splitlines()
    for paragraph in report.paragraphs[:FIRST]:
        yield from report.text[paragraph.start : paragraph.end].splitlines()


@dataclass(frozen=True, slots=True)
class Printed:
    """The release that a report prints, and the part of the report that it is."""

    house: House
    share: float


def printed_releases(
    copies: Sequence[Copy],
    reports: Mapping[str, Report],
    annotations: Mapping[str, Annotation],
    *,
    lexicons: Lexicons,
) -> dict[str, Printed]:
    """Report → the release that it prints: it says so, and shares words with another that says the same.

    "The board said in a news release" stands in three reports with the same ten sentences: nobody copied from anybody,
    and the words are the board's. Where they are most of both reports and one of them opens so, the other need not say
    it. Counter-examples: a report that only tells what a release said, in its own words; two that name different
    institutions.
    """
    issuers = {
        id: _issuers(reports[id], annotations.get(id), lexicons) for copy in copies for id in (copy.report, copy.source)
    }
    together: dict[str, frozenset[str]] = {}
    share: defaultdict[str, float] = defaultdict(float)
    named: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for copy in copies:
        common = [name for name in issuers[copy.report] if any(_one(name, other) for other in issuers[copy.source])]
        common = common or list(_opened_by_one(copy, issuers, reports, annotations, lexicons))
        if copy.share < PARTLY or not common:
            continue
        pair = frozenset((copy.report, copy.source))
        group = pair.union(*(together.get(id, frozenset()) for id in pair))
        together.update(dict.fromkeys(group, group))
        share[copy.report] += copy.share
        share[copy.source] = max(share[copy.source], copy.words / max(1, len(WORD.findall(reports[copy.source].text))))
        for id in pair:
            named[id].update(common)
    return {id: Printed(_house(group, named), min(1.0, share[id])) for id, group in together.items()}


def _opened_by_one(
    copy: Copy,
    issuers: Mapping[str, Sequence[str]],
    reports: Mapping[str, Report],
    annotations: Mapping[str, Annotation],
    lexicons: Lexicons,
) -> Sequence[str]:
    """Whose release one of two reports says in its first sentence that it prints, when they are mostly that text.

    The other has the sentence too, without "in a news release".
    """
    if copy.share < MOSTLY or bool(issuers[copy.report]) == bool(issuers[copy.source]):
        return ()
    naming = copy.report if issuers[copy.report] else copy.source
    annotation = annotations.get(naming)
    first = annotation.sentences[0] if annotation and annotation.sentences else None
    told = lexicons.releases.told.search(reports[naming].text, first.start, first.end) if first else None
    mine = [pair[0] if naming == copy.report else pair[1] for pair in copy.passages]
    if first is None or told is None or not any(p.start < told.start() and first.start < p.end for p in mine):
        return ()
    return issuers[naming][:1]


def _house(group: frozenset[str], named: Mapping[str, Counter[str]]) -> House:
    """The institution that most of the reports name, in its longest form."""
    counts = sum((named[id] for id in sorted(group)), Counter[str]())
    return House(min(counts, key=lambda name: (-counts[name], -len(name), name)), OriginKind.RELEASE)


def _issuers(report: Report, annotation: Annotation | None, lexicons: Lexicons) -> tuple[str, ...]:
    """Whose releases the report says it has words from: the speaker of such a sentence, or the body that it names.

    "The Orlo Water Board will lower the lake, the board said in a news release": a name before a noun.
    """
    if annotation is None:
        return ()
    found: dict[str, None] = {}
    for match in lexicons.releases.told.finditer(report.text):
        sentence = next((s for s in annotation.sentences if s.start <= match.start() < s.end), None)
        if sentence is None:
            continue
        sources = [
            q.source for q in annotation.quotations if q.source and sentence.start <= q.source.start < sentence.end
        ]
        bodies = [
            mention.passage
            for mention in annotation.mentions
            if mention.kind is MentionKind.ORGANISATION and sentence.start <= mention.passage.start < sentence.end
        ]
        named = [lexicons.releases.bare(passage.words) for passage in (*sources, *bodies)]
        found |= dict.fromkeys([*(name for name in named if not name.islower()), *named][:1])
    return tuple(found)


def _one(name: str, other: str) -> bool:
    """True for two forms of one name: "Orlo Water Board", "the water board"."""
    one, two = name.casefold(), other.casefold()
    return one in two or two in one
