"""A page in markup: what it shows, what its head tells, which of its lines its markup says are the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from crosswire.clean.blocks.block_kinds import block_kinds
from crosswire.clean.blocks.block_odds import Odds, block_odds, is_unsure, with_extractor
from crosswire.clean.blocks.blocks import Blocks
from crosswire.clean.blocks.extract import body_of
from crosswire.clean.blocks.tree import Tree, parse, text_alone, too_deep
from crosswire.clean.lines.kinds import Kind
from crosswire.clean.lines.lines import Line
from crosswire.clean.lines.repeats import shingles
from crosswire.lexicons.load import Lexicons

_WORD = re.compile(r"\w+")
_COVERED = 0.8
# The slow extractor takes minutes over megabytes; longer pages are decided without it.
_LONGEST_ASKED = 1_000_000
_MOST_HIDDEN = 0.5  # of the signs that read as the report
_HIDDEN = -9.0
UNREADABLE = re.compile("[\ud800-\udfff\x00]")


@dataclass(frozen=True, slots=True, eq=False)
class Support:
    """What a page's markup says of its lines: the log odds that each is the report's, and its kind if it is not."""

    odds: Odds
    kinds: tuple[Kind | None, ...]


@dataclass(frozen=True, slots=True)
class Markup:
    """A page's markup, read: its visible text and its tree (None when it is too deep to parse)."""

    visible: str
    tree: Tree | None
    source: str

    def support(self, lines: Sequence[Line], *, lexicons: Lexicons) -> Support | None:
        """What the markup says of the lines; None when it shows no report. An extractor is asked where it is unsure."""
        blocks = self.tree.blocks if self.tree else None
        if blocks is None or not lines:
            return None
        odds = shown_odds(block_odds(blocks, lexicons=lexicons), blocks)
        if len(self.source) <= _LONGEST_ASKED and is_unsure(odds, blocks.words):
            odds = with_extractor(odds, self.selected(blocks.words))
        if float(odds.max()) <= 0:
            return None
        rows = _rows(blocks, lines)
        kinds = block_kinds(blocks, lexicons)
        return Support(odds[rows], tuple(kinds[row] for row in rows))

    def selected(self, lines: Sequence[str]) -> tuple[bool, ...]:
        """For each line whether the slow extractor says that it is the report's."""
        body = body_of(self.source)
        whole = {tuple(_WORD.findall(line)) for line in body.splitlines()}
        known = set(shingles(_WORD.findall(body)))
        return tuple(_selected(tuple(_WORD.findall(line)), whole, known) for line in lines)


def shown_odds(odds: Odds, blocks: Blocks) -> Odds:
    """The odds, those of lines that their own markup hides (`hidden`, `display:none`) as a line's far from the report.

    Only while most of what reads as the report is shown: where the report itself is hidden a script shows it.
    Classes hide nothing here: paywalls and folded texts are hidden by them.
    """
    if not any(blocks.elements.hidden):
        return odds
    hidden = np.array([blocks.elements.hidden[element] for element in blocks.element])
    sizes = np.fromiter(map(len, blocks.words), dtype=np.int64, count=len(odds)) * (odds > 0)
    if int(sizes[hidden].sum()) > _MOST_HIDDEN * int(sizes.sum()):
        return odds
    return np.where(hidden, np.minimum(odds, _HIDDEN), odds)


def read_markup(markup: str) -> Markup:
    """The page's markup, parsed once. Nested too deep, it is read by its text alone."""
    encoded = _encoded(markup)
    if encoded is None:
        return read_markup(UNREADABLE.sub("\ufffd", markup))
    if too_deep(markup, encoded):
        return Markup(text_alone(markup), None, markup)
    tree = parse(encoded)
    return Markup(tree.visible, tree, markup)


def _rows(blocks: Blocks, lines: Sequence[Line]) -> list[int]:
    """For each line the block in which it begins; the lines of a hard-wrapped paragraph are one line."""
    if len(lines) == len(blocks.words):
        return list(range(len(lines)))
    starts = np.array(list(accumulate((len(words) + 1 for words in blocks.words), initial=0)))
    places = np.searchsorted(starts, np.array([line.start for line in lines]), side="right") - 1
    return [int(place) for place in np.minimum(places, len(blocks.words) - 1)]


def _encoded(markup: str) -> bytes | None:
    """The markup in UTF-8; None when half signs or NULs stand in it."""
    try:
        encoded = markup.encode()
    except UnicodeEncodeError:
        return None
    return None if b"\x00" in encoded else encoded


def _selected(words: tuple[str, ...], whole: set[tuple[str, ...]], known: set[tuple[str, ...]]) -> bool:
    """True when the line's words stand in the selected body: short lines as a whole, long ones by their shingles."""
    if len(words) < 6:
        return bool(words) and words in whole
    own = shingles(words)
    return sum(s in known for s in own) >= _COVERED * len(own)
