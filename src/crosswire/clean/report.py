"""The report assembled from a page's verdicts: text, paragraphs, header, furniture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from crosswire.clean.clocks.header_times import Place, header_times
from crosswire.clean.header.headline import headline_before_date
from crosswire.clean.header.language import language_of, settled_language
from crosswire.clean.header.metadata import Metadata
from crosswire.clean.header.publisher import find_publisher
from crosswire.clean.header.signed_by import bylines_of
from crosswire.clean.header.titles import bare_title
from crosswire.clean.lines.lines import Line, split_lines
from crosswire.clean.signed.credits import Cut, closing_credit
from crosswire.clean.signed.signatures import dateline_of, own_names, parted
from crosswire.clean.signed.stated import credits_of
from crosswire.clean.signed.supplied import supplied_by
from crosswire.clean.verdict import Verdict, span_of
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.load import Lexicons
from crosswire.model.address import host_of, is_archive, own_address, site_of
from crosswire.model.page import Page
from crosswire.model.report import Furniture, FurnitureKind, Paragraph, Report
from crosswire.model.when import When

_MARKS = " ×✕•·|"  # of a player's closing button, of a list


def make_report(
    page: Page, visible: str, verdicts: Sequence[Verdict], meta: Metadata, *, lexicons: Lexicons
) -> tuple[Report, tuple[Verdict, ...]]:
    """The report of the page: kept lines joined by blank lines, everything else as furniture, header read.

    With it the verdicts as the report has them: lines parted where only a part of them is its text.
    """
    begin, end = span_of(verdicts)
    publisher = None if is_archive(meta.publisher or "") else meta.publisher
    address = own_address(meta.url or "")
    host = host_of(address or publisher or "")
    outlet = lexicons.outlets.of_domain(host)
    own = own_names(publisher, outlet.name if outlet else None, lexicons=lexicons)
    around = parted(verdicts[begin:end], own=own, lexicons=lexicons)
    kept = [v.line for v in around if v.kept]
    cut = closing_credit(kept[-1].words, lexicons.agencies) if kept else None
    if cut and kept:
        kept[-1] = _shortened(kept[-1], cut.start)
    text, paragraphs = _joined(kept)
    dateline = dateline_of(text, paragraphs, lexicons=lexicons)
    place = Place(address or None, host, outlet.country if outlet else None)
    spoken = language_of(text)
    published, updated = header_times(page, around, verdicts, meta.times, place, spoken=spoken, lexicons=lexicons)
    headline = _headline(meta, around, lexicons)
    settled = (*verdicts[:begin], *_settled(around, cut, headline), *verdicts[end:])
    stated = (*supplied_by(page, lexicons), *meta.sources)
    writers = bylines_of(meta, around, lexicons)
    report = Report(
        id=page.id, text=text, paragraphs=paragraphs, url=meta.url, file=page.file, headline=headline,
        publisher=publisher or (outlet.name if outlet else _found_publisher(verdicts, lexicons) or site_of(address)),
        bylines=tuple(name for name in writers if not dateline or name != dateline.agency), dateline=dateline,
        credits=credits_of(text, around, dateline, cut, stated=stated, own=own, lexicons=lexicons),
        published_at=published, updated_at=updated, language=page.language or settled_language(spoken, meta.language),
        furniture=tuple(listed(settled)), fetched_at=page.fetched_at, canonical=meta.canonical,
    )  # fmt: skip
    return report, settled


def _found_publisher(verdicts: Sequence[Verdict], lexicons: Lexicons) -> str | None:
    """The publisher whom the page's own lines name."""
    return find_publisher([verdict.line.words for verdict in verdicts], lexicons)


def bare_report(page: Page, times: tuple[When, When]) -> Report:
    """The page's text as a report, untouched: paragraphs are its runs of lines between blank ones.

    `times`: when it was published and updated, as far as that was given.
    """
    paragraphs: list[Paragraph] = []
    for line in split_lines(page.body):
        if line.gap or not paragraphs:
            paragraphs.append(Paragraph(line.start, line.end, line.start, line.end))
        else:
            paragraphs[-1] = Paragraph(paragraphs[-1].start, line.end, paragraphs[-1].start, line.end)
    return Report(
        id=page.id, text=page.body, paragraphs=tuple(paragraphs), publisher=page.publisher, url=page.url,
        file=page.file, headline=page.title, published_at=times[0], updated_at=times[1],
        language=page.language or language_of(page.body), fetched_at=page.fetched_at,
    )  # fmt: skip


def _shortened(line: Line, length: int) -> Line:
    words = line.words[:length].rstrip()
    return Line(line.start, line.start + len(words), words, line.gap)


def _joined(lines: Sequence[Line]) -> tuple[str, tuple[Paragraph, ...]]:
    """The lines joined by one blank line, and where each stands in the result and on the page."""
    paragraphs, place = [], 0
    for line in lines:
        paragraphs.append(Paragraph(place, place + len(line.words), line.start, line.end))
        place += len(line.words) + 2
    return "\n\n".join(line.words for line in lines), tuple(paragraphs)


def _headline(meta: Metadata, verdicts: Sequence[Verdict], lexicons: Lexicons) -> str | None:
    if meta.headline:
        return meta.headline
    bare = [bare_title(v.line.words, media=lexicons.media_words, sites=meta.sites) for v in verdicts if v.header]
    return min(bare, key=len, default="").strip(_MARKS) or _glued(verdicts)


def _glued(verdicts: Sequence[Verdict]) -> str | None:
    """The headline that stands on one line with its date, above the text: "Ostra votes again Posted: March 3, 2026"."""
    first = next((i for i, v in enumerate(verdicts) if v.kept), 0)
    found = (headline_before_date(v.line.words) for v in verdicts[:first])
    return next((words for words in found if words), None)


def _place(verdict: Verdict) -> tuple[int, int]:
    return verdict.line.start, verdict.line.end


def listed(verdicts: Iterable[Verdict]) -> Iterator[Furniture]:
    """The furniture among the lines, in page order."""
    for verdict in sorted(verdicts, key=_place):
        if verdict.kind is not None:
            yield Furniture(verdict.kind, verdict.line.words, verdict.line.start, verdict.line.end, verdict.why)


def _settled(verdicts: Sequence[Verdict], cut: Cut | None, headline: str | None) -> Iterator[Verdict]:
    """The verdicts, the credit behind the last word set apart, other forms of the headline as furniture."""
    last = max((i for i, v in enumerate(verdicts) if v.kept), default=None)
    own = headline_lines(verdicts, headline)
    for index, verdict in enumerate(verdicts):
        if verdict.header and index not in own:
            why = _why_no_headline(words_of(verdict.line.words), words_of(headline or ""))
            yield replace(verdict, kind=FurnitureKind.OTHER, why=why)
        elif index == last and cut:
            line, start = verdict.line, verdict.line.start + cut.start
            credit = Line(start, line.end, line.words[cut.start :], gap=False)
            if line.words[: cut.start].strip():
                yield replace(verdict, line=_shortened(line, cut.start))
            yield replace(verdict, line=credit, kind=FurnitureKind.CREDIT, why="an agency behind the last word")
        else:
            yield verdict


def _why_no_headline(line: tuple[str, ...], headline: tuple[str, ...]) -> str:
    if line == headline:
        return "the headline again"
    shared = not set(line).isdisjoint(headline)
    return "another form of the headline" if shared else "a title on the page, not the report’s"


def headline_lines(verdicts: Sequence[Verdict], headline: str | None) -> frozenset[int]:
    """The first header line that is the headline or holds it ("Ferry sinks | The Echo"), or those that are it together.

    Empty when the page shows it in other words only.
    """
    whole = words_of(headline or "")
    keys = {i: words_of(v.line.words) for i, v in enumerate(verdicts) if v.header}
    for index in sorted(keys, key=lambda i: (keys[i] != whole, i)) if whole else ():
        if any(keys[index][n : n + len(whole)] == whole for n in range(len(keys[index]))):
            return frozenset([index])
        end, run = index, keys[index]
        while len(run) < len(whole) and end + 1 in keys:
            end, run = end + 1, run + keys[end + 1]
        if run == whole:
            return frozenset(range(index, end + 1))
    return frozenset()
