"""Sentences that a report has from an earlier one: from which report, and of which day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosswire.model.annotation import Annotation
from crosswire.model.report import Report
from crosswire.model.when import DAY, Basis

# Letters of a sentence, at least, for which nobody comes upon the same words again.
_LONG = 40


@dataclass(frozen=True, slots=True)
class Source:
    """The report that had a sentence first, and the day it was published."""

    report: str
    day: str


def copied_from(reports: Sequence[Report], annotations: Sequence[Annotation]) -> Mapping[tuple[str, int], Source]:
    """By report and start of a sentence with a time counted from its day: the report of an earlier day that has it too.

    "She was on the ferry on Monday evening", of Saturday's report, stands again in that of the next Monday, and is of
    no other evening. Of several the earliest; sentences of fewer than forty letters tell nothing.
    """
    first: dict[str, Source] = {}
    places: list[tuple[str, int, str, str]] = []
    for report, annotation in zip(reports, annotations, strict=True):
        day = (report.published_at.value or "")[:DAY]
        if len(day) < DAY:
            continue
        for start, words in _dated_sentences(report, annotation):
            here = Source(report.id, day)
            if words not in first or (day, report.id) < (first[words].day, first[words].report):
                first[words] = here
            places.append((report.id, start, words, day))
    return {(id, start): first[words] for id, start, words, day in places if first[words].day < day}


def _dated_sentences(report: Report, annotation: Annotation) -> list[tuple[int, str]]:
    """The start and the words, white space as one blank, of the long sentences with a time counted from the day."""
    at = [time.passage.start for time in annotation.times if time.when.basis is Basis.RELATIVE]
    found = []
    for sentence in annotation.sentences:
        if sentence.end - sentence.start >= _LONG and any(sentence.start <= place < sentence.end for place in at):
            found.append((sentence.start, " ".join(report.text[sentence.start : sentence.end].split())))
    return found
