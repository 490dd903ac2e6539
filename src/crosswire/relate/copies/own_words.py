"""A report's words as they are compared with others', and which of them are somebody else's: said, posted, stated."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.passage import Passage
from crosswire.model.report import Report
from crosswire.relate.copies.sentences import opening_of, sentence_spans
from crosswire.relate.copies.wordforms import word_forms

# Words of a report that are compared. A page of fifty megabytes is no report, and must not fill the memory.
MOST_WORDS = 100_000
# Letters of a small word.
SMALL = 3

# A quotation that the annotation may have missed: marks that open and close within a paragraph.
MARKED = re.compile(r"“[^“”\n]*”|‘‘[^‘’\n]*(?:[‘’](?![‘’])[^‘’\n]*)*’’|(?<!\w)\"[^\"\n]*\"(?!\w)")
# What signs a post that is set into the text: its writer's name and handle.
SIGNED = re.compile(r"[—–-] ?[^\n(]{2,60}\(@\w{1,30}\)")

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class OwnWords:
    """A report's words in order, after the dateline: the number of each one's form, where it starts and ends, the
    number of its sentence, whether it is a `plain` word (no name, number or particle), or a `small` one (a particle),
    whether it is `said`: somebody else's, and no sign of copying when another report has it too; and whether it is
    `told`, in a sentence that gives what somebody said.
    """

    report: Report
    ids: Numbers
    begins: Numbers
    ends: Numbers
    sentence: Numbers
    plain: Flags
    said: Flags
    told: Flags
    small: Flags

    @property
    def own(self) -> int:
        """How many words are the report's own."""
        return int(len(self.said) - self.said.sum())

    def passage(self, places: Numbers) -> Passage:
        """The text from the first of these words to the last."""
        return self.report.passage(int(self.begins[places[0]]), int(self.ends[places[-1]]))


class Vocabulary:
    """Gives each form of a word a number, the same in all reports that it reads."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._forms = word_forms(lexicons)
        self._told = lexicons.english.told
        self._numbers: dict[str, int] = {}

    def read(self, report: Report, annotation: Annotation | None) -> OwnWords:
        """The report's words after the dateline, which tells where from, not what."""
        found = self._forms.read(report.text, opening_of(report), most=MOST_WORDS)
        numbers = self._numbers
        spans = np.array(found.spans, dtype=np.int64).reshape(-1, 2)
        lower, long = _lower(report.text, spans), spans[:, 1] - spans[:, 0] > SMALL
        sentences = sentence_spans(report, annotation)
        inside = _others_words(report.text, annotation)
        told = [bool(self._told.search(report.text, start, end)) for start, end in sentences]
        starts = np.array([start for start, _ in sentences], dtype=np.int64)
        sentence = np.searchsorted(starts, spans[:, 0], side="right") - 1
        return OwnWords(
            report,
            np.array([numbers.setdefault(form, len(numbers)) for form in found.forms], dtype=np.int64),
            spans[:, 0],
            spans[:, 1],
            sentence,
            lower & long,
            inside[spans[:, 0]],
            np.append(told, False)[sentence],
            lower & ~long,
        )


def _lower(text: str, spans: Numbers) -> Flags:
    """For each word whether it begins with a small letter."""
    return np.array([text[start].islower() for start in spans[:, 0].tolist()], dtype=bool)


def _others_words(text: str, annotation: Annotation | None) -> Flags:
    """For each place of the text whether it stands in a quotation or a post."""
    inside = np.zeros(len(text) + 1, dtype=bool)
    spans = [match.span() for match in MARKED.finditer(text)]
    spans += [(_post(text, match.start()), match.end()) for match in SIGNED.finditer(text)]
    if annotation:
        spans += [(p.start, p.end) for q in annotation.quotations for p in q.verbatim]
    for start, end in spans:
        inside[start:end] = True
    return inside


def _post(text: str, signature: int) -> int:
    """Where the paragraph starts that a signature ends, or stands under."""
    before = len(text[max(0, signature - 2000) : signature].rstrip())
    return text.rfind("\n", 0, max(0, signature - 2000) + before) + 1


def rows(words: OwnWords, length: int) -> NDArray[np.uint64]:
    """A number for every `length` words in a row; equal rows have equal numbers, and others hardly ever."""
    count = len(words.ids) - length + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    mixed = (words.ids.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(29)
    found = np.zeros(count, dtype=np.uint64)
    for n in range(length):
        found = found * np.uint64(0xBF58476D1CE4E5B9) + mixed[n : n + count]
    return found ^ (found >> np.uint64(32))


def within(flags: Flags, length: int) -> Flags:
    """For every `length` places in a row whether all of them have the flag."""
    count = len(flags) - length + 1
    if count <= 0:
        return np.empty(0, dtype=bool)
    sums = np.concatenate(([0], np.cumsum(flags)))
    return np.asarray(sums[length:] - sums[:count] == length)


def spread(rows_flagged: Flags, length: int, count: int) -> Flags:
    """For each of `count` words whether it stands in a flagged row of `length` words."""
    steps = np.zeros(count + 1, dtype=np.int64)
    places = np.flatnonzero(rows_flagged)
    np.add.at(steps, places, 1)
    np.add.at(steps, np.minimum(places + length, count), -1)
    return np.asarray(np.cumsum(steps[:count]) > 0)
