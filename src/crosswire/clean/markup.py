"""A page in markup: what it shows, what its metadata says, which of its lines its markup says are the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.clean.extract import body_of
from crosswire.clean.lines import Line
from crosswire.clean.repeats import shingles
from crosswire.clean.tree import Tree, parse, text_alone, too_deep

_WORD = re.compile(r"\w+")
_COVERED = 0.8
_SELECTIVE = 0.85
UNREADABLE = re.compile("[\ud800-\udfff\x00]")


@dataclass(frozen=True, slots=True)
class Markup:
    """A page's markup, read: its visible text, its tree (None when it is too deep to parse), its selected body."""

    visible: str
    tree: Tree | None
    body: str

    def support(self, lines: Sequence[Line], *, at_a_loss: bool = False) -> tuple[bool, ...] | None:
        """For each line whether the markup says it is the report; None when the markup found no report.

        An extractor that is at a loss gives the whole page back. Then the lines must speak for themselves, so that is
        None too, unless `at_a_loss` asks for it.
        """
        if not self.body.strip():
            return None
        whole = {tuple(_WORD.findall(line)) for line in self.body.splitlines()}
        known = set(shingles(_WORD.findall(self.body)))
        found = tuple(_supported(tuple(_WORD.findall(line.words)), whole, known) for line in lines)
        return found if at_a_loss or sum(found) <= _SELECTIVE * len(found) else None


def read_markup(markup: str) -> Markup:
    """The page's markup, parsed and selected from. Nested too deep, it is read by its text alone."""
    clean = markup if _is_readable(markup) else UNREADABLE.sub("\ufffd", markup)
    if too_deep(clean):
        return Markup(text_alone(clean), None, "")
    tree = parse(clean)
    return Markup(tree.visible, tree, body_of(clean) if tree.visible else "")


def _is_readable(markup: str) -> bool:
    """True when no half signs and no NULs stand in the markup; encoding it is the fastest way to ask."""
    try:
        markup.encode()
    except UnicodeEncodeError:
        return False
    return "\x00" not in markup


def _supported(words: tuple[str, ...], whole: set[tuple[str, ...]], known: set[tuple[str, ...]]) -> bool:
    """True when the line's words stand in the selected body: short lines as a whole, long ones by their shingles."""
    if len(words) < 6:
        return bool(words) and words in whole
    own = shingles(words)
    return sum(s in known for s in own) >= _COVERED * len(own)
