"""What a page gives: its report, several reports, or the issue that says why it has none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from crosswire.clean.blocks.article_elements import find_elements
from crosswire.clean.blocks.markup import Markup
from crosswire.clean.clocks.header_times import later
from crosswire.clean.header.metadata import Metadata
from crosswire.clean.lines.gallery import gallery_verdicts
from crosswire.clean.parts.earlier import earlier_versions
from crosswire.clean.parts.entries import Dates, find_entries
from crosswire.clean.parts.flags import page_flags
from crosswire.clean.parts.parts import Part, part_verdicts
from crosswire.clean.parts.refusal import FEWEST_WORDS, why_no_article, word_count
from crosswire.clean.parts.several import find_articles, find_postings
from crosswire.clean.report import listed, make_report
from crosswire.clean.signed.signatures import led_in, shared_credits
from crosswire.clean.verdict import Explained, Verdict, span_of
from crosswire.lexicons.load import Lexicons
from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.model.report import CreditKind, Flag, FurnitureKind, Report
from crosswire.model.when import Basis, When

# A page is one report rather than that a split loses more of its kept words than this.
_MOST_LEFT = 0.2
_ABOVE = 8  # lines above the first entry of a live blog among which its lead-in stands


def outcome(
    page: Page,
    visible: str,
    verdicts: Sequence[Verdict],
    meta: Metadata,
    markup: Markup | None,
    *,
    cut: bool,
    lexicons: Lexicons,
) -> Explained:
    """The page's reports in page order, or the issue that says why it has none; with the verdicts as they then stand.

    `cut`: the page is longer than what was read of it.
    """
    titles = _titles(page, markup)
    gallery = gallery_verdicts(verdicts, titles, lexicons)
    verdicts = gallery or tuple(verdicts)
    why = why_no_article(titles, verdicts, lexicons, tree=markup.tree if markup else None)
    if why or not _has_words(verdicts):
        return Explained((_no_article(page, len(verdicts), why),), verdicts)
    whole, settled = make_report(page, visible, verdicts, meta, lexicons=lexicons)
    begin, end = span_of(settled)
    flags = page_flags(page, whole.text, settled[begin:end], markup, lexicons)
    flags |= {Flag.TRUNCATED} if cut else set()
    flags = (flags - {Flag.SEVERAL_ARTICLES}) | {Flag.GALLERY} if gallery else flags
    parts = () if gallery else _parts(page, verdicts, titles, whole, markup, lexicons)
    if len(parts) < 2 or _left(parts, verdicts) > _MOST_LEFT:
        return Explained((_finished(whole, settled, flags, lexicons),), settled)
    return _several(page, visible, verdicts, whole, parts, flags - {Flag.TRUNCATED, Flag.LIVE_BLOG}, lexicons)


def _has_words(verdicts: Sequence[Verdict]) -> bool:
    """True when the kept lines have words enough for a report."""
    count = 0
    for verdict in verdicts:
        count += word_count(verdict.line.words) if verdict.kept else 0
        if count >= FEWEST_WORDS:
            return True
    return False


def _left(parts: Sequence[Part], verdicts: Sequence[Verdict]) -> float:
    """The part of the kept words that no part would hold; a line that leads in with a colon tells nothing."""
    inside = {index for part in parts for index in range(part.start, part.end)}
    kept = [(i in inside, v.line.words) for i, v in enumerate(verdicts) if v.kept]
    sizes = [(held, word_count(words)) for held, words in kept if held or not words.endswith(":")]
    return sum(size for held, size in sizes if not held) / max(1, sum(size for _, size in sizes))


def _titles(page: Page, markup: Markup | None) -> tuple[str, ...]:
    """What the page is called: by the user, by its title element, by its top heading."""
    tree = markup.tree if markup else None
    named = (page.title, tree.title if tree else None, tree.heading if tree else None)
    return tuple(dict.fromkeys(name for name in named if name))


def _no_article(page: Page, lines: int, why: str | None) -> Issue:
    name = page.file or page.url or page.id
    plain = "it has no text" if lines == 0 else f"none of its {lines} lines reads as a report"
    said = f"the page is {why}" if why else plain
    return Issue("clean", "no-article", f"{name}: no article found, {said}", report=page.id, file=page.file)


def _parts(
    page: Page,
    verdicts: Sequence[Verdict],
    titles: Sequence[str],
    whole: Report,
    markup: Markup | None,
    lexicons: Lexicons,
) -> tuple[Part, ...]:
    """The several reports that the page shows to hold; the page's own data first, then time lines, then articles."""
    dates = Dates(whole.published_at, whole.updated_at, page.fetched_at)
    blocks = markup.tree.blocks if markup and markup.tree else None
    return (
        find_postings(verdicts, markup, lexicons)
        or find_entries(verdicts, titles, dates, lexicons)
        or (find_elements(verdicts, blocks, lexicons) if blocks else ())
        or find_articles(verdicts, titles, lexicons)
    )


def _several(
    page: Page,
    visible: str,
    verdicts: Sequence[Verdict],
    whole: Report,
    parts: Sequence[Part],
    flags: set[Flag],
    lexicons: Lexicons,
) -> Explained:
    """A report for every part that has a text; the page's furniture stands with the first of them."""
    if led := led_in(_above(parts, verdicts), lexicons=lexicons):
        whole = replace(whole, credits=shared_credits(whole.credits, led))
    made = [_of_part(page, visible, part, part_verdicts(part, verdicts, lexicons), whole, lexicons) for part in parts]
    settled = [own for _, own in made]
    signed = _led(_signed([report for report, _ in made], parts, whole), parts)
    found = [
        _finished(report, own, flags | {part.flag}, lexicons)
        for report, own, part in zip(signed, settled, parts, strict=True)
        if report.text
    ]
    judged = tuple(_in_parts(verdicts, parts, settled, {report.headline for report in found}))
    known = {(f.page_start, f.page_end) for report in found for f in report.furniture}
    texts = {(p.page_start, p.page_end) for report in found for p in report.paragraphs}
    rest = [f for f in listed(judged) if (f.page_start, f.page_end) not in known | texts]
    ordered = sorted((*rest, *found[0].furniture), key=lambda f: (f.page_start or 0, f.page_end or 0))
    found[0] = replace(found[0], furniture=tuple(ordered))
    return Explained(tuple(found), judged)


def _above(parts: Sequence[Part], verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
    """The lines right above a live blog's first entry; none of other parts, which sign for themselves."""
    first = next((part.start for part in parts if not part.lead and part.flag is Flag.LIVE_BLOG), 0)
    return verdicts[max(0, first - _ABOVE) : first]


def _in_parts(
    verdicts: Sequence[Verdict],
    parts: Sequence[Part],
    settled: Sequence[Sequence[Verdict]],
    headlines: Collection[str | None],
) -> Iterator[Verdict]:
    """The verdicts on the page's lines: in a part those that it has, between the parts what is left over."""
    done = 0
    for part, own in sorted(zip(parts, settled, strict=True), key=lambda pair: pair[0].start):
        yield from (_left_over(v, headlines) for v in verdicts[done : part.start])
        yield from own
        done = max(done, part.end)
    yield from (_left_over(v, headlines) for v in verdicts[done:])


def _left_over(verdict: Verdict, headlines: Collection[str | None]) -> Verdict:
    """A line that is in none of the parts: furniture, also where it was kept, but for the headline of one of them."""
    if verdict.header and verdict.line.words not in headlines:
        return replace(verdict, kind=FurnitureKind.OTHER, why="the page’s headline, which none of its reports has")
    why = "leads in the entries and is no report of its own"
    return replace(verdict, kind=FurnitureKind.OTHER, why=why) if verdict.kept else verdict


def _signed(made: Sequence[Report], parts: Sequence[Part], whole: Report) -> list[Report]:
    """The parts' reports; one that names no writer or no supplier has the page's, which stand apart from all parts."""
    entries = [report for report, part in zip(made, parts, strict=True) if not part.lead]
    writers = {name for report in entries for name in report.bylines}
    houses = {credit.name for report in entries for credit in report.credits if credit.what is CreditKind.TEXT}
    bylines = tuple(name for name in whole.bylines if name not in writers)
    shared = tuple(c for c in whole.credits if c.what is CreditKind.TEXT and c.name not in houses)
    signed = []
    for report in made:
        supplied = any(credit.what is CreditKind.TEXT for credit in report.credits)
        credits = report.credits if supplied else (*shared, *report.credits)
        signed.append(replace(report, bylines=report.bylines or bylines, credits=credits))
    return signed


def _of_part(
    page: Page, visible: str, part: Part, own: Sequence[Verdict], whole: Report, lexicons: Lexicons
) -> tuple[Report, tuple[Verdict, ...]]:
    """The part's report: its own headline, time and bylines, else the page's; the page's address and publisher."""
    title = part.headline or whole.headline
    given = replace(page, title=title, published_at=None, updated_at=None, authors=())
    meta = Metadata(headline=title, publisher=whole.publisher, url=whole.url, language=whole.language)
    report, settled = make_report(given, visible, own, meta, lexicons=lexicons)
    when = part.published_at
    if part.flag is Flag.SEVERAL_ARTICLES and when.value is None and whole.published_at.value:
        when = replace(whole.published_at, why="the page’s time: the article states none of its own")
    shared = replace(report, url=whole.url, publisher=whole.publisher, headline=title, published_at=when)
    if part.flag is Flag.LIVE_BLOG:
        shared = replace(shared, credits=shared_credits(report.credits, whole.credits))
    if not part.lead:
        return shared, settled
    # A time that stands on a line of the page may be that of another entry: the lead has those on its own lines.
    of_line = part.flag is Flag.LIVE_BLOG and whole.published_at.basis in (Basis.STATED, Basis.RELATIVE)
    published = report.published_at if of_line else whole.published_at
    return replace(shared, published_at=published, updated_at=whole.updated_at, headline=whole.headline), settled


def _led(made: Sequence[Report], parts: Sequence[Part]) -> list[Report]:
    """The parts' reports; a live blog's own time that is later than an entry's is that of its last change."""
    lead, *entries = made
    said = lead.published_at
    if not parts[0].lead or said.basis not in (Basis.STATED, Basis.RELATIVE) or not said.value:
        return list(made)
    if not any(entry.published_at.value and later(said.value, entry.published_at.value) for entry in entries):
        return list(made)
    unknown = When(None, Basis.UNKNOWN, why=f"the page says {said.value}, which is later than its first entries")
    updated = lead.updated_at if lead.updated_at.value else said
    return [replace(lead, published_at=unknown, updated_at=updated), *entries]


def _finished(report: Report, verdicts: Sequence[Verdict], flags: set[Flag], lexicons: Lexicons) -> Report:
    """The report with its earlier versions and its flags, in the order of the enum."""
    earlier = earlier_versions(report, verdicts, lexicons)
    found = flags | ({Flag.CONTAINS_EARLIER_VERSION} if earlier else set())
    return replace(report, earlier=earlier, flags=tuple(flag for flag in Flag if flag in found))
