"""Where the text stands between quotation marks: curly, straight, low-high, guillemets, corner marks; nested ones."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crosswire.lexicons.marks import Marks
from crosswire.model.report import Report

# Characters within which a single mark must be answered; further on it is an apostrophe after all.
LONGEST_SINGLE = 1500
# Open marks that a closing one may answer, innermost first: nobody nests deeper; marks strewn by a machine do.
DEEPEST = 20
# Paragraphs at most over which a quotation is torn.
MOST_TORN = 4
# What may stand right before a mark that opens.
FREE_BEFORE = "([{—–-/“\"‘'«»‹:,"
# Characters at most in which the words that say who spoke stand at the end of a stretch without a closing mark.
LONGEST_TAG = 200
# Characters within which a mark that closes in another convention must be answered to count as one that opens.
LONGEST_TURNED = 5000
# Marks at most that are tried as its answer: apostrophes stand between.
MOST_CLOSERS = 60
# A single mark that closes a quotation, behind another that may be a possessive.
ANSWER = re.compile(r"[^\s‘'][’'](?!\w)")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between quotation marks: `start:end` with the marks, `inner_start:inner_end` without.

    `paragraph` is an index into the report's paragraphs. `closed` is False where the closing mark is missing;
    then the stretch ends with its paragraph (or before the words that say who spoke, or the next mark that opens), and
    `continues` says that the next paragraph opens with a mark again, as printers have it for a quotation of several
    paragraphs. `depth` is 0 for the outermost.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    closed: bool = True
    continues: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    at: int
    inner: int


def touching(outer: Sequence[Marked], start: int, end: int) -> Sequence[Marked]:
    """Those of the outermost stretches, in order of the text, that share a place with `start:end`, or border on it."""
    first = bisect_left(outer, start, key=lambda m: m.end)
    return outer[first : bisect_right(outer, end, key=lambda m: m.start)]


def find_marked(report: Report, marks: Marks) -> tuple[Marked, ...]:
    """Every stretch between marks, in order of the text, nested ones after the one that holds them."""
    found: list[Marked] = []
    spans = [(p.start, p.end) for p in report.paragraphs]
    for number, (start, end) in enumerate(spans):
        following = spans[number + 1][0] if number + 1 < len(spans) else None
        again = following is not None and _opens_again(report.text, following, marks)
        found.extend(_Paragraph(report.text, start, end, number, marks).stretches(again))
    whole = [m if m.closed or m.continues else _to_its_closer(m, report.text, spans, marks) for m in found]
    return tuple(sorted(whole, key=lambda m: (m.start, -m.end)))


def _to_its_closer(m: Marked, text: str, spans: Sequence[tuple[int, int]], marks: Marks) -> Marked:
    """A stretch that its paragraph leaves open, up to the mark that closes it in one of the next few.

    A page that makes a paragraph of each sentence tears quotations: “We looked. | Nobody was there,” Maren said. Not
    where another mark opens before, nor behind words that say who spoke.
    """
    if m.end < spans[m.paragraph][0] + len(text[slice(*spans[m.paragraph])].rstrip()):
        return m
    for start, end in spans[m.paragraph + 1 : m.paragraph + 1 + MOST_TORN]:
        mark = next((f for f in marks.mark.finditer(text, start, end) if f.group() not in marks.single), None)
        if mark is None:
            continue
        at, after = mark.span()
        ends = not text[at - 1].isspace() and at > start and not text[after : after + 1].isalnum()
        if mark.group() not in marks.closers[text[m.start : m.inner_start].strip()] or not ends:
            return m
        return replace(m, end=after, inner_end=at, closed=True)
    return m


def _opens_again(text: str, at: int, marks: Marks) -> bool:
    """True when the paragraph at `at` begins with a double mark, as a continued quotation does."""
    found = marks.mark.match(text, at)
    return found is not None and found.group() not in marks.single


class _Paragraph:
    """One paragraph while its marks are read from left to right."""

    def __init__(self, text: str, start: int, end: int, number: int, marks: Marks) -> None:
        self.text, self.start, self.end, self.number, self.marks = text, start, end, number, marks
        self.open: list[_Open] = []
        self.found: list[Marked] = []

    def stretches(self, again: bool) -> list[Marked]:
        """The stretches of the paragraph; `again`: the next one opens with a mark."""
        for match in self.marks.mark.finditer(self.text, self.start, self.end):
            mark, at, after = self._read(match), match.start(), match.end()
            depth = self._answered(mark, at, after)
            if depth is not None:
                self._close(depth, at, after)
            elif mark in self.marks.closers and self._opens(mark, at, after):
                self._missed(mark, at)
                self.open.append(_Open(mark, at, self._inside(after)))
        if self.open and self.open[0].mark not in self.marks.single:
            self._unclosed(self.start + len(self.text[self.start : self.end].rstrip()), again)
        return self.found

    def _read(self, match: re.Match[str]) -> str:
        """The mark; » at the start of a paragraph with a space behind it goes on with what « began before."""
        again = match.start() == self.start and self.text[match.end() : match.end() + 1].isspace()
        return "«" if again and match.group() == "»" else match.group()

    def _inside(self, after: int) -> int:
        """Where the words behind an opening mark begin: « La digue » has a space inside."""
        while after < self.end and self.text[after].isspace():
            after += 1
        return after

    def _close(self, depth: int, at: int, after: int) -> None:
        """The stretch of the open mark at `depth` is closed by the mark at `at`; what is open inside it was none."""
        del self.open[depth + 1 :]
        opened = self.open.pop()
        inner_end = max(opened.inner, opened.inner + len(self.text[opened.inner : at].rstrip()))
        self.found.append(Marked(opened.at, after, opened.inner, inner_end, self.number, depth=depth))

    def _missed(self, mark: str, at: int) -> None:
        """An outer stretch ends where the same mark opens again behind the end of a sentence: its closer is missing.

        “The pier is safe, Maren said. “We looked.” But in “He said “never” to us” the second one is nested.
        """
        if not self.open or self.open[0].mark != mark or mark in self.marks.single:
            return
        first = max(self.open[0].inner, at - LONGEST_TAG)
        before = self.text[first:at].rstrip()
        if before.endswith((".", "!", "?", "…")) and self.marks.tag.search(before):
            self._unclosed(first + len(before), again=False)

    def _unclosed(self, stop: int, again: bool) -> None:
        """The outermost open stretch ends at `stop`, or before the words there that say who spoke."""
        opened = self.open[0]
        tag = None if again else self.marks.tag.search(self.text, max(opened.inner, stop - LONGEST_TAG), stop)
        stop = max(tag.start("tag") if tag else stop, opened.inner)
        self.found = [m for m in self.found if m.start < opened.at or m.end <= stop]
        self.found.append(Marked(opened.at, stop, opened.inner, stop, self.number, closed=False, continues=again))
        self.open.clear()

    def _answered(self, mark: str, at: int, after: int) -> int | None:
        """The depth of the open stretch that `mark` closes, None if it closes none.

        "the players' 'win'": a single mark after s with more text and another closing mark to come is an apostrophe.
        """
        deepest = len(self.open) - 1
        for depth in range(deepest, max(-1, deepest - DEEPEST), -1):
            opened = self.open[depth]
            if mark not in self.marks.closers[opened.mark] or opened.inner >= at:
                continue
            spaced = self.text[at - 1].isspace()
            if spaced and mark in ('"', "''", "'", "“") and not self._spaced(opened):
                return None  # a mark that may open and has space before it does
            if mark in self.marks.single and not self._closes_single(at, after):
                return None
            return depth
        return None

    def _spaced(self, opened: _Open) -> bool:
        return self.text[opened.at + len(opened.mark)].isspace()

    def _closes_single(self, at: int, after: int) -> bool:
        """True when a single mark here can end a quotation: not inside a word, not a plural's possessive."""
        if after < self.end and self.text[after].isalnum():
            return False
        end = min(self.end, after + LONGEST_SINGLE)
        possessive = self.text[at - 1] in "sSxz" and self.text[after : after + 2].strip()[:1].islower()
        return not (possessive and ANSWER.search(self.text, after, end))

    def _opens(self, mark: str, at: int, after: int) -> bool:
        """True when `mark` here can begin a quotation."""
        text, marks = self.text, self.marks
        if after >= self.end:
            return False
        free = at == self.start or text[at - 1].isspace() or text[at - 1] in FREE_BEFORE
        if text[after].isspace():
            free = free or (mark == "«" and text[at - 1] in "’'")  # L’« accord »
            first = at == self.start and mark == "«"
            return free and mark in marks.spaced and (first or self._has_closer(mark, after))
        if mark in marks.free:
            return True
        if mark in marks.turned:
            return free and self._has_closer(mark, after)
        if mark in marks.single:
            return free and not marks.elision.match(text, at) and self._has_closer(mark, after)
        if mark in ('"', "''", ",,"):
            return free or not text[at - 1].isalnum()
        return True

    def _has_closer(self, mark: str, after: int) -> bool:
        """True when a mark that opens is answered later in its paragraph; an apostrophe is not.

        One with a space behind it wants a closer with a space before it: « La digue tient ».
        """
        single, spaced = mark in self.marks.single, self.text[after].isspace()
        end = min(self.end, after + (LONGEST_SINGLE if single else LONGEST_TURNED))
        for closer in self.marks.closers[mark]:
            at = after
            for _ in range(MOST_CLOSERS):
                at = self.text.find(closer, at + 1, end)
                if at < 0:
                    break
                fits = not spaced or self.text[at - 1].isspace()
                if fits and (not single or self._closes_single(at, at + 1)):
                    return True
        return False
