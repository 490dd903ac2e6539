"""Whether a copied passage still says what its source says where it matters."""

from __future__ import annotations

from functools import cache

from crosswire.lexicons.load import Lexicons
from crosswire.model.lineage import Edit, EditKind
from crosswire.model.passage import Passage
from crosswire.model.report import Paragraph, Report
from crosswire.relate.copies.alignment import aligned
from crosswire.relate.edits.collation import collate, lined
from crosswire.relate.edits.edits import Editor

# Edits by which a copy says another thing than its source. Counter-examples: a hedge or an attribution that was
# dropped leaves the source's claim, "on Tuesday" for "today" and "Lupo" for "Ana Lupo" its day and person.
OTHERWISE = frozenset({EditKind.FIGURE, EditKind.NEGATION})


class Meaning:
    """Answers whether a copy changed a number or a denial in a part of what it copied."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._lexicons = lexicons
        self._editor = Editor(lexicons)
        self._spans = cache(self._find)

    def changed(self, part: Passage, here: Passage, there: Passage) -> bool:
        """True when one of the changed words of `here`, the copy of `there`, stands in `part`, or went out of it."""
        if here.words == there.words:
            return False
        spans = self._spans(here.words, there.words)
        return any(here.start + start < part.end and part.start < here.start + end for start, end in spans)

    def _find(self, here: str, there: str) -> tuple[tuple[int, int], ...]:
        """Where in the copy's words it says otherwise; for words that went out the letter that stands there now."""
        copy, source = (lined(_report(words), None, lexicons=self._lexicons) for words in (here, there))
        edits = self._editor.edits(collate(copy, source, lexicons=self._lexicons))
        return tuple(self._span(edit, here, there) for edit in edits if edit.kind in OTHERWISE)

    def _span(self, edit: Edit, here: str, there: str) -> tuple[int, int]:
        if edit.here:
            return edit.here.start, edit.here.end
        at = edit.there.start if edit.there else 0
        sides = (_report(words).passage(0, len(words)) for words in (here, there))
        stretches = aligned(*sides, lexicons=self._lexicons)
        place = next((s.here[0] for s in stretches if s.there[0] <= at < max(s.there[1], s.there[0] + 1)), 0)
        return min(place, len(here) - 1), min(place, len(here) - 1) + 1


def _report(words: str) -> Report:
    """The words as if they were a report's whole text."""
    return Report("", words, (Paragraph(0, len(words)),))
