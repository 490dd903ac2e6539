"""Numbers that a report says are lower than what was told before: "revised down to seven", "seven, not nine"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from crosswire.lexicons.counted import Counted
from crosswire.model.annotation import Annotation, Casualty
from crosswire.model.report import Report


def lowered_of(
    report: Report, annotation: Annotation, counts: Sequence[Casualty], counted: Counted
) -> Mapping[str, Casualty]:
    """By what happened, the first count that a report gives as a correction of a higher one.

    "The death toll was revised to seven from nine", "six were killed, down from seven", "earlier reports of nine dead
    were wrong; seven were killed". Counter-examples: "the toll rose to nine", "fewer than nine were killed", "two were
    killed, as we first reported".
    """
    words = _words(counted)
    found: dict[str, Casualty] = {}
    for casualty in counts:
        if casualty.sentence is None or casualty.what not in ("killed", "injured") or casualty.what in found:
            continue
        sentence = annotation.sentences[casualty.sentence]
        told = report.text[sentence.start : sentence.end]
        if not words["lowered"].search(told) and not (
            words["reported"].search(told) and _larger(casualty, told, counted)
        ):
            continue
        if words["former"].search(report.text[sentence.start : casualty.start]):
            continue
        found[casualty.what] = casualty
    return found


def _larger(casualty: Casualty, told: str, counted: Counted) -> bool:
    """True where the sentence has a larger number: "seven, not nine"."""
    numbers = [int(word) for word in re.findall(r"\d{1,6}", told)]
    numbers += [counted.small[word] for word in re.findall(r"[a-z]+", told.lower()) if word in counted.small]
    return any(number > (casualty.low or casualty.high or 0) for number in numbers)


@lru_cache(maxsize=4)
def _words(counted: Counted) -> dict[str, re.Pattern[str]]:
    """The patterns: what lowers a number, and what stands before the number that it was before."""
    former = "|".join(counted.signs["former"])
    return {
        "lowered": re.compile(rf"\b(?:{'|'.join(counted.signs['lowered'])})\b", re.IGNORECASE),
        "reported": re.compile(rf"\b(?:{'|'.join(counted.signs['reported'])})\b", re.IGNORECASE),
        # Up to the number itself: "not nine", "had earlier said that nine".
        "former": re.compile(rf"\b(?:{former})\b(?:\s+(?!but\b|and\b|to\b)[\w’']+){{0,6}}\s*$", re.IGNORECASE),
    }
