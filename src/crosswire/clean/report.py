"""The report assembled from a page's verdicts: text, paragraphs, header, furniture."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.clean.clocks.header_times import Place, header_times
from crosswire.clean.header.bylines import houses_of_byline
from crosswire.clean.header.headline import headline_before_date
from crosswire.clean.header.language import language_of, settled_language
from crosswire.clean.header.metadata import Metadata
from crosswire.clean.header.publisher import find_publisher
from crosswire.clean.header.signed_by import bylines_of
from crosswire.clean.header.titles import bare_title
from crosswire.clean.lines.lines import Line, split_lines
from crosswire.clean.signed.credits import Cut, closing_credit
from crosswire.clean.signed.signatures import credits_of, dateline_of, own_names, parted
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.load import Lexicons
from crosswire.model.address import host_of, own_address, site_of
from crosswire.model.page import Page
from crosswire.model.report import Furniture, FurnitureKind, Paragraph, Report
from crosswire.model.when import When

_MARKS = " ×✕•·|"  # of a player's closing button, of a list


def make_report(page: Page, visible: str, verdicts: Sequence[Verdict], meta: Metadata, *, lexicons: Lexicons) -> Report:
    """The report of the page: kept lines joined by blank lines, everything else as furniture, header read."""
    verdicts = parted(verdicts, lexicons=lexicons)
    kept = [v.line for v in verdicts if v.kept]
    cut = closing_credit(kept[-1].words, lexicons.agencies) if kept else None
    if cut and kept:
        kept[-1] = _shortened(kept[-1], cut.start)
    text, paragraphs = _joined(kept)
    dateline = dateline_of(text, paragraphs, lexicons=lexicons)
    shown = [v.line.words for v in verdicts]
    publisher = meta.publisher
    address = own_address(meta.url or "")
    host = host_of(address or publisher or "")
    outlet = lexicons.outlets.of_domain(host)
    place = Place(address or None, host, outlet.country if outlet else None)
    own = own_names(publisher, outlet.name if outlet else None, lexicons=lexicons)
    published, updated = header_times(page, visible, verdicts, meta.times, place, lexicons=lexicons)
    return Report(
        id=page.id,
        text=text,
        paragraphs=paragraphs,
        publisher=publisher or (outlet.name if outlet else find_publisher(shown, lexicons) or site_of(address)),
        url=meta.url,
        file=page.file,
        headline=_headline(meta, verdicts, lexicons),
        bylines=tuple(name for name in bylines_of(meta, verdicts, lexicons) if not dateline or name != dateline.agency),
        dateline=dateline,
        credits=credits_of(
            text, verdicts, dateline, cut, supplied=_supplier(page, lexicons) or meta.agency, own=own, lexicons=lexicons
        ),
        published_at=published,
        updated_at=updated,
        language=page.language or settled_language(text, meta.language),
        furniture=_furniture(visible, verdicts, kept, cut),
    )


def _supplier(page: Page, lexicons: Lexicons) -> str | None:
    """Who supplied the text, as the container says: its credit, or the agency among its authors ("Ana Ruiz, AP")."""
    return page.credit or next(iter(houses_of_byline(", ".join(page.authors), lexicons.agencies)), None)


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
        language=page.language or language_of(page.body),
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


def _furniture(
    visible: str, verdicts: Sequence[Verdict], kept: Sequence[Line], cut: Cut | None
) -> tuple[Furniture, ...]:
    listed = [Furniture(v.kind, v.line.words, v.line.start, v.line.end, v.why) for v in verdicts if v.kind is not None]
    if cut and kept:
        last = next(v.line for v in reversed(verdicts) if v.kept)
        start = last.start + cut.start
        listed.append(
            Furniture(
                FurnitureKind.CREDIT, visible[start : last.end], start, last.end, "an agency behind the last word"
            )
        )
    return tuple(sorted(listed, key=lambda f: (f.page_start or 0, f.page_end or 0)))
