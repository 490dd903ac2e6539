"""Several `article` elements on one page, each with its own heading and text: reports strung together in markup."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

from crosswire.clean.blocks.blocks import Blocks, Elements
from crosswire.clean.clocks.published import read_date_line
from crosswire.clean.lines.traits import is_sentence
from crosswire.clean.parts.parts import Part
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import Flag
from crosswire.model.when import UNKNOWN, Basis, When

_FEWEST = 2
# What an element must hold to be an article of its own. Teasers are elements too, with a heading and a line.
_PARAGRAPHS, _WORDS = 2, 60
# Readers' comments stand in `article` elements with their writers and times.
_NO_ARTICLE = re.compile(r"comment|repl(?:y|ies)|review|teaser|card|promo|related|sidebar|widget", re.IGNORECASE)
_HEADINGS = frozenset(["h1", "h2", "h3"])
_HEADER = 8  # lines above the first paragraph


def find_elements(verdicts: Sequence[Verdict], blocks: Blocks, lexicons: Lexicons) -> tuple[Part, ...]:
    """The articles that the page's markup sets apart: elements with a heading and several kept paragraphs, two or more.

    Elements inside an article belong to it. Only text that the verdicts keep counts, so that teasers split nothing.
    """
    if blocks.elements.tag.count("article") < _FEWEST:
        return ()
    owner = _owners(blocks.elements)
    if len(set(owner) - {0}) < _FEWEST:
        return ()
    starts = list(accumulate((len(words) + 1 for words in blocks.words), initial=0))
    lines: dict[int, list[int]] = defaultdict(list)
    tags: dict[int, str] = {}
    for index, verdict in enumerate(verdicts):
        row = min(bisect_right(starts, verdict.line.start) - 1, len(blocks.words) - 1)
        lines[owner[blocks.element[row]]].append(index)
        tags[index] = blocks.elements.tag[blocks.element[row]]
    parts = [part for article, own in lines.items() if article and (part := _part(own, tags, verdicts, lexicons))]
    parts.sort(key=lambda part: part.start)
    if len(parts) < _FEWEST or any(a.end > b.start for a, b in pairwise(parts)):
        return ()
    return tuple(parts)


def _owners(elements: Elements) -> list[int]:
    """For each element the outermost article element around it, 0 where there is none. Parents come before children."""
    owner: list[int] = []
    for index, (parent, tag) in enumerate(zip(elements.parent, elements.tag, strict=True)):
        above = owner[parent] if parent < index else 0
        own = index if tag == "article" and not _NO_ARTICLE.search(elements.named(index)) else 0
        owner.append(above or own)
    return owner


def _part(
    lines: Sequence[int], tags: Mapping[int, str], verdicts: Sequence[Verdict], lexicons: Lexicons
) -> Part | None:
    kept = [i for i in lines if verdicts[i].kept]
    prose = [i for i in kept if is_sentence(verdicts[i].line.words, lexicons.function_words)]
    if len(prose) < _PARAGRAPHS or sum(len(verdicts[i].line.words.split()) for i in kept) < _WORDS:
        return None
    heading = next((i for i in lines if i < prose[0] and tags[i] in _HEADINGS), None)
    if heading is None:
        return None
    words = verdicts[heading].line.words
    dated = _dated(range(max(heading, prose[0] - _HEADER) + 1, prose[0]), verdicts, lexicons)
    when = When(dated[1], Basis.STATED) if dated else UNKNOWN
    why = "an article element of its own"
    time = dated[0] if dated else None
    return Part(lines[0], lines[-1] + 1, Flag.SEVERAL_ARTICLES, why, words, when, time=time)


def _dated(lines: Sequence[int], verdicts: Sequence[Verdict], lexicons: Lexicons) -> tuple[int, str] | None:
    """The article's own date line, and the time that it states."""
    for index in lines:
        read = read_date_line(verdicts[index].line.words, calendar=lexicons.calendar)
        if read and read.stamp.value:
            return index, read.stamp.value
    return None
