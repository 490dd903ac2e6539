"""A page down to its report and nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import count
from types import MappingProxyType

from crosswire.clean.alone import judge_alone
from crosswire.clean.blocks.markup import UNREADABLE, Markup, read_markup
from crosswire.clean.blocks.near import judge_near
from crosswire.clean.clocks.header_times import given_times
from crosswire.clean.header.metadata import metadata_of
from crosswire.clean.lines.glued import without_glued
from crosswire.clean.lines.lines import Line, split_lines
from crosswire.clean.lines.plain import judge
from crosswire.clean.lines.recurring import Seen, house_of
from crosswire.clean.outcome import outcome
from crosswire.clean.report import bare_report
from crosswire.clean.signed.unknown import unknown_agencies
from crosswire.clean.verdict import Explained, Verdict
from crosswire.lexicons.load import Lexicons
from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.model.report import Report

NOTHING_SEEN = Seen()
NOTHING: Mapping[int, float] = MappingProxyType({})
# No report is longer; what lies beyond is not read, so that a giant page costs no more than a long one. Markup of many
# megabytes holds scripts and pictures before its first word.
LONGEST = 20_000_000  # signs of markup
LONGEST_TEXT = 500_000  # signs of text, and of what markup shows
_EMBEDDED = re.compile(r"data:[\w.+-]{1,40}/[\w.+-]{1,40}[\w;=-]{0,80};base64,[A-Za-z0-9+/=%]{200,}")


def clean_page(page: Page, *, lexicons: Lexicons) -> Report | Issue:
    """The first report of the page, everything else listed as furniture; an Issue when the page has none."""
    return clean_pages((page,), lexicons=lexicons)[0]


def clean_pages(
    pages: Sequence[Page], *, lexicons: Lexicons, taken: Collection[str] = (), seen: Seen = NOTHING_SEEN
) -> tuple[Report | Issue, ...]:
    """The reports of several pages, in their order; a page of several reports gives them in page order.

    The first has the page's id, the next `<id>#2`, `<id>#3` …, but none of the pages' ids and none of those `taken`.
    `seen`: what is known of lines that recur on publishers' pages from before.
    """
    return tuple(item for found in clean_each(pages, lexicons=lexicons, taken=taken, seen=seen) for item in found)


def clean_each(
    pages: Sequence[Page], *, lexicons: Lexicons, taken: Collection[str] = (), seen: Seen = NOTHING_SEEN
) -> tuple[tuple[Report | Issue, ...], ...]:
    """For each page in order its reports, at least one, or the one Issue that says why it has none."""
    return tuple(cleaned.found for cleaned in explain_each(pages, lexicons=lexicons, taken=taken, seen=seen))


def explain_each(
    pages: Sequence[Page],
    *,
    lexicons: Lexicons,
    taken: Collection[str] = (),
    seen: Seen = NOTHING_SEEN,
    named: bool = False,
) -> tuple[Explained, ...]:
    """For each page in order what became of it, with the verdict on every line.

    Lines that recur in several reports of one publisher (here, or in what was `seen`) are furniture; an agency that
    one page's dateline or sign-off names is known on all of them. `named`: the lexicons know such agencies already,
    from more pages than these.
    """
    lexicons = lexicons if named else with_agencies_of(pages, lexicons)
    ids = frozenset((*taken, *(page.id for page in pages)))
    cleaned = [_clean(page, lexicons) for page in pages]
    if len(pages) > 1 or seen.houses:
        cleaned = _together(pages, cleaned, seen, lexicons)
    return tuple(replace(each, found=with_part_ids(each.found, ids)) for each in cleaned)


def text_of(page: Page, *, lexicons: Lexicons) -> str:
    """The paragraphs of the page that are a report's, and nothing else: no header, times, credits, no reasons."""
    markup = read_markup(readable(page)) if page.markup else None
    lines = split_lines(_seen(page, markup))
    tree = markup.tree if markup else None
    titles = [title for title in (page.title, tree and tree.title, tree and tree.heading) if title]
    verdicts = without_glued(_judged(page, lines, markup, titles, (), lexicons), lexicons)
    return "\n\n".join(verdict.line.words for verdict in verdicts if verdict.kept)


def with_agencies_of(pages: Sequence[Page], lexicons: Lexicons) -> Lexicons:
    """The lexicons that know the agencies, too, which only the pages' datelines and sign-offs name."""
    unknown = unknown_agencies([readable(page) for page in pages], lexicons.agencies, lexicons.geography)
    return replace(lexicons, agencies=lexicons.agencies.with_names(unknown))


def seen_on(pages: Sequence[Page], cleaned: Sequence[Explained], seen: Seen = NOTHING_SEEN) -> Seen:
    """What is known of recurring lines once these pages are counted too: hand it to the next run."""
    return seen.with_pages((_with_house(page, each), each.verdicts) for page, each in zip(pages, cleaned, strict=True))


def _with_house(page: Page, cleaned: Explained) -> Page:
    """The page with the publisher that was read from it, where neither address nor container names one."""
    first = cleaned.found[0]
    printed = first.publisher if isinstance(first, Report) else None
    return page if house_of(page) or not printed else replace(page, publisher=printed)


def _together(pages: Sequence[Page], alone: Sequence[Explained], seen: Seen, lexicons: Lexicons) -> list[Explained]:
    """The pages again, those first whose report holds lines that other reports of the publisher hold too."""
    known = seen_on(pages, alone, seen)
    cleaned = []
    for page, each in zip(pages, alone, strict=True):
        weights = known.weights(_with_house(page, each), each.verdicts)
        doubtful = any(v.line.start in weights for v in each.verdicts if v.kept)
        cleaned.append(_clean(page, lexicons, weights) if doubtful else each)
    return cleaned


def with_part_ids(found: Sequence[Report | Issue], taken: Collection[str]) -> tuple[Report | Issue, ...]:
    """A page's reports, each with an id of its own: the page's, then `<id>#2`, `<id>#3` … as far as not taken."""
    numbers = (n for n in count(2) if f"{found[0].id}#{n}" not in taken) if isinstance(found[0], Report) else count(2)
    rest = (replace(r, id=f"{r.id}#{next(numbers)}") if isinstance(r, Report) else r for r in found[1:])
    return (*found[:1], *rest)


def as_report(page: Page, *, lexicons: Lexicons) -> Report:
    """The page's text as a report exactly as it is: nothing dropped or read from it; paragraphs at blank lines."""
    return bare_report(page, given_times(page, lexicons.calendar))


def readable(page: Page) -> str:
    """What is read of the page's body; pictures and fonts embedded in markup don't count against its length.

    A page saved as one file holds megabytes of pictures before its first word.
    """
    if not page.markup:
        return page.body[:LONGEST_TEXT]
    body = _EMBEDDED.sub("data:,", page.body) if len(page.body) > LONGEST else page.body
    return body[:LONGEST]


def is_cut(page: Page) -> bool:
    """True when the page, or the text that its markup shows, is longer than what is read of it."""
    if len(page.body) <= LONGEST_TEXT:
        return False
    return not page.markup or _is_cut(page, read_markup(readable(page)))


def _is_cut(page: Page, markup: Markup | None) -> bool:
    """True when more stands on the page, or in what its markup shows, than is read."""
    if markup is None:
        return len(page.body) > LONGEST_TEXT
    return len(markup.visible) > LONGEST_TEXT or len(page.body) > LONGEST == len(readable(page))


def _seen(page: Page, markup: Markup | None) -> str:
    # Half a sign or a NUL can't be written; what stands for it keeps every position.
    return markup.visible[:LONGEST_TEXT] if markup else UNREADABLE.sub("\ufffd", page.body[:LONGEST_TEXT])


def _clean(page: Page, lexicons: Lexicons, recurring: Mapping[int, float] = NOTHING) -> Explained:
    markup = read_markup(readable(page)) if page.markup else None
    visible = _seen(page, markup)
    lines = split_lines(visible)
    meta = metadata_of(page, markup.tree if markup else None, lexicons=lexicons)
    weights = [recurring.get(line.start, 0.0) for line in lines] if recurring else ()
    verdicts = without_glued(_judged(page, lines, markup, meta.titles, weights, lexicons), lexicons)
    return outcome(page, visible, verdicts, meta, markup, cut=_is_cut(page, markup), lexicons=lexicons)


def _judged(
    page: Page,
    lines: Sequence[Line],
    markup: Markup | None,
    titles: Sequence[str],
    recurring: Sequence[float],
    lexicons: Lexicons,
) -> tuple[Verdict, ...]:
    if not lines:
        return ()
    if page.alone:
        return judge_alone(page, lines, titles, recurring, lexicons)
    support = markup.support(lines, lexicons=lexicons) if markup else None
    if support:
        return judge_near(lines, support, titles=titles, recurring=recurring, lexicons=lexicons)
    return judge(lines, lexicons=lexicons, titles=titles, recurring=recurring)
