"""Dates in a report's dateline, which its sentences leave out: "NICOSIA, August 8 (ABC) --"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from crosswire.annotate.anchors import Anchors
from crosswire.annotate.dates import day_of
from crosswire.annotate.reading import PUBLICATION, Reading, Standing, Words
from crosswire.annotate.time_grammar import Grammar
from crosswire.annotate.time_readings import READERS
from crosswire.model.annotation import Sentence
from crosswire.model.passage import Passage
from crosswire.model.report import Report

DATELINE = "the dateline"
# Code points that a dateline may take; what stands longer outside all sentences is something else.
_LONGEST = 120
# How many days after it was written a report may be published.
_WAITED = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class OpeningDate:
    """A date in an opening: where it stands, and its reading."""

    passage: Passage
    reading: Reading


def opening_dates(
    report: Report, sentences: Sequence[Sentence], standing: Standing, *, forms: Grammar, words: Words
) -> tuple[OpeningDate, ...]:
    """The dates in what the sentences leave out at the head of a paragraph, in order of the text."""
    found: list[OpeningDate] = []
    for start, end in _openings(report, sentences):
        for form, match in forms.matches(report.text[start:end]):
            reading = READERS["day"](match.groupdict(), standing, words) if form.name == "day" else None
            if reading:
                found.append(OpeningDate(report.passage(start + match.start(), start + match.end()), reading))
    return tuple(found)


def _openings(report: Report, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """The stretches before the first sentence of each paragraph, short ones only."""
    first: dict[int, int] = {}
    for sentence in sentences:
        first.setdefault(sentence.paragraph, sentence.start)
    for number, paragraph in enumerate(report.paragraphs):
        end = first.get(number, paragraph.end)
        if paragraph.start < end <= paragraph.start + _LONGEST and re.search(r"\d", report.text[paragraph.start : end]):
            yield paragraph.start, end


def as_written(anchors: Anchors, dates: Sequence[OpeningDate]) -> Anchors:
    """The anchors, the text counted from the day in its dateline where that lies up to three days before publication.

    "PORT SELA, March 12 --" on a page of March 13: "today" is the twelfth. Without a publication day a full date in
    the dateline stands for it. Counter-example: a dateline of last year on a page that was moved to a new site.
    """
    day = day_of(dates[0].reading.timex3) if dates else None
    here = anchors.current
    if day is None or here.since != PUBLICATION or (here.anchor and not timedelta(0) < here.anchor - day <= _WAITED):
        return anchors
    return replace(anchors, current=replace(here, anchor=day, since=DATELINE))
