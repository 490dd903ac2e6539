"""The page of a PDF document: its lines joined to paragraphs, without a word altered."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from statistics import median

from crosswire.errors import InputError
from crosswire.model.page import Page
from crosswire.read.decode import usable
from crosswire.read.extras import how_to_install
from crosswire.read.ids import Draft
from crosswire.read.kind import Sniffed
from crosswire.read.reader import Found, World
from crosswire.read.source import MAX_PAGE, Source, decoding_notes, issue, too_large

LIBRARY = "pypdfium2"
_WORKER = Path(__file__).with_name("pdf_worker.py")
# Seconds to wait for the worker, which stops itself after 30 seconds of work.
_PATIENCE = 60.0

_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_HYPHEN = re.compile(r"[^\W\d_]-$")
_DIGITS = re.compile(r"\d+")
_LARGE = 1.3


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, and where it stands, in points from the left and from the bottom.

    One that holds the rest of a word from the line below begins higher (`start`) than it ends (`bottom`).
    """

    page: int
    words: str
    left: float
    right: float
    start: float
    bottom: float
    height: float


@dataclass(frozen=True, slots=True)
class Document:
    """A document's lines page by page, how many pages are left out behind them, and how many can't be read."""

    pages: tuple[tuple[Line, ...], ...]
    left: int = 0
    faults: int = 0


def read_pdf(source: Source, sniffed: Sniffed, world: World) -> Found:
    """The page that the document is, or the issue that says why not: encrypted, damaged, pictures of text only.

    The order of lines is the document's own. Lines that recur at the top or bottom of its pages stand before and
    behind the text, so that no paragraph that goes over a page is torn. The document's own properties are not
    believed: their title and author are mostly a program's.
    """
    if find_spec(LIBRARY) is None:
        cause = f"is a PDF document, and the library that reads those is missing: {how_to_install('documents')}"
        yield issue("missing-library", source.name, cause)
        return
    data = source.stream.read(MAX_PAGE + 1)
    if len(data) > MAX_PAGE:
        yield too_large(source.name, MAX_PAGE)
        return
    try:
        yield _draft(source, _document(data))
    except InputError as error:
        yield issue("unreadable", source.name, f"is a PDF document that {error}; left out")


def _document(data: bytes) -> Document:
    """The document as the worker reads it. Raises InputError with the cause where it can't."""
    try:
        done = subprocess.run([sys.executable, "-I", str(_WORKER)], input=data, capture_output=True, timeout=_PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise InputError(f"is not read after {_PATIENCE} seconds") from error
    if done.returncode != 0:
        raise InputError("takes more time or memory than a document may, or makes the PDF library fail")
    found = json.loads(done.stdout)
    match found.get("fault"):
        case "encrypted":
            raise InputError("is encrypted: it asks for a password")
        case "damaged":
            raise InputError("is damaged: no page of it can be found")
    lines = tuple(tuple(Line(n, *line) for line in page) for n, page in enumerate(found["pages"]))
    return Document(lines, found["left"], found["faults"])


def _draft(source: Source, document: Document) -> Draft:
    """The document's page. Raises InputError where it has no text."""
    empty = sum(not lines for lines in document.pages)
    if empty == len(document.pages):
        raise InputError("has no text, only pictures (a scan?): its letters must be recognised first (OCR)")
    text = usable("\n\n".join(paragraphs(document.pages)) + "\n")
    page = Page(id="", body=text.text, markup=False, file=source.name, url=source.url, fetched_at=source.fetched_at)
    notes = [*decoding_notes(source.name, text)]
    for count, what in (
        (empty, "without text (pictures, or empty)"),
        (document.faults, "that are damaged"),
        (document.left, "behind the limit, left out"),
    ):
        if count:
            of = len(document.pages) + document.left
            notes.append(issue("partly-read", source.name, f"has {count} of {of} pages {what}"))
    return Draft(page, source.name, source.stem, notes=tuple(notes))


def paragraphs(pages: Sequence[Sequence[Line]]) -> tuple[str, ...]:
    """The text's paragraphs, in the lines' order: running lines of the first page's top, the text, the other ones.

    A line goes on the one before unless a gap, an indent, a short line with a full stop, or other letters stand
    between. `harbour-` and `master` become `harbour-master`: the hyphen stays as it is printed.
    """
    running = _running(pages)
    body = [line for page in pages for line in page if line not in running]
    middle = _middle(pages)
    opening = [line for line in running if line.page == 0 and line.bottom > middle]
    others = [line for line in running if line not in set(opening)]
    text = _joined(body, _Measures.of(body)) if body else ()
    return (*(line.words for line in opening), *text, *(line.words for line in others))


def _middle(pages: Sequence[Sequence[Line]]) -> float:
    heights = [line.bottom for page in pages for line in page]
    return (min(heights) + max(heights)) / 2


def _running(pages: Sequence[Sequence[Line]]) -> dict[Line, None]:
    """The lines that recur, but for their numbers, at the top or bottom of a third of the pages, in their order."""
    places = [line.bottom for page in pages for line in page]
    low, high = min(places), max(places)
    edge = (high - low) * 0.08
    outer = [line for page in pages for line in page if line.bottom < low + edge or line.bottom > high - edge]
    found = Counter({(_DIGITS.sub("#", line.words), line.page) for line in outer})
    counts = Counter(words for words, _ in found)
    enough = max(2, len(pages) / 3)
    return {line: None for line in outer if counts[_DIGITS.sub("#", line.words)] >= enough}


@dataclass(frozen=True, slots=True)
class _Measures:
    """What is usual in a document: the step from line to line, their height, and where the lines of a column end.

    `ends`: for a page, a left edge (rounded to ten points) and a height, the right edge of the longest line.
    """

    step: float
    height: float
    ends: dict[tuple[int, int, int], float]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Measures:
        steps = [a.bottom - b.start for a, b in pairwise(lines) if a.page == b.page]
        down = [step for step, line in zip(steps, lines, strict=False) if 0 < step < 4 * line.height]
        ends: dict[tuple[int, int, int], float] = {}
        for line in lines:
            for column in (round(line.left / 10) - 1, round(line.left / 10), round(line.left / 10) + 1):
                key = (line.page, column, round(line.height))
                ends[key] = max(ends.get(key, 0.0), line.right)
        return cls(median(down) if down else 0.0, median(line.height for line in lines), ends)

    def is_large(self, line: Line) -> bool:
        """True for letters larger than the text's: a headline, whose lines are further apart, and end anywhere."""
        return line.height > _LARGE * self.height

    def share(self, line: Line) -> float:
        """How much of its column's width the line takes."""
        end = self.ends[line.page, round(line.left / 10), round(line.height)]
        return (line.right - line.left) / max(end - line.left, 1.0)

    def is_short(self, line: Line, after: Line) -> bool:
        """True when the next line's first word would have stood in the line: it was ended on purpose."""
        end = self.ends[line.page, round(line.left / 10), round(line.height)]
        sign = (line.right - line.left) / len(line.words) if line.start == line.bottom else line.height * 0.45
        return line.right + (len(after.words.split()[0]) + 1) * sign < end


def _joined(lines: Sequence[Line], measures: _Measures) -> Iterator[str]:
    """The lines as paragraphs."""
    words = [lines[0].words.strip()]
    for before, line in pairwise(lines):
        if not _goes_on(before, line, measures):
            yield "".join(words)
            words = []
        elif not _HYPHEN.search(words[-1]):
            words.append(" ")
        words.append(line.words.strip())
    yield "".join(words)


def _goes_on(before: Line, line: Line, measures: _Measures) -> bool:
    """True when the line belongs to the paragraph of the one before."""
    if abs(before.height - line.height) > 0.15 * before.height:
        return False
    ended = _ENDS.search(before.words.strip()) is not None
    short = measures.is_short(before, line)
    # A heading has no full stop, and nor has a line of ragged text: the heading is shorter, and a capital follows, or
    # the day below a byline.
    first = line.words.lstrip()[:1]
    heading = measures.share(before) < 0.75 and (first.isupper() or first.isdigit())
    if before.page != line.page or line.start >= before.bottom:
        return not ended and not (short and heading)  # over a page or a column
    if measures.is_large(line):
        return not ended and before.bottom - line.start <= 1.35 * line.height
    if before.bottom - line.start > 1.35 * measures.step:
        return False
    indented = 0.6 * line.height < line.left - before.left < 6 * line.height
    return not (ended and (short or indented)) and not (short and heading)
