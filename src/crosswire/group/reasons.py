"""Why reports are one story, in words a reader can check."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from crosswire.group.terms import WORD, Terms
from crosswire.lexicons.rarity import plain
from crosswire.model.report import Report

MOST_NAMED = 6
POSSESSIVE = re.compile(r"['’]s?$")


def reasons(reports: Sequence[Report], terms: Sequence[Terms], *, joined: float | None) -> tuple[str, ...]:
    """What the reports share, how near in time they are, and how likely they are one event (`joined`)."""
    if len(reports) < 2:
        return ("No other report tells of the same event.",)
    names, words = _shared(terms)
    printed = _printed(reports, {word for word, _ in (*names, *words)})
    lines = []
    if names:
        lines.append(f"Shared names: {_listed(names, printed, len(reports))}.")
    if words:
        lines.append(f"Shared rare words: {_listed(words, printed, len(reports))}.")
    lines.append(_time(terms))
    if joined is not None:
        lines.append(f"Likelihood of one event, at the last reports joined: {joined:.2f}.")
    return tuple(lines)


def live_blogs(sizes: Sequence[int]) -> tuple[str, ...]:
    """What says that reports of a story stood on one page as a live blog's entries; they count as one further down."""
    return tuple(f"{size} reports are the entries of one live blog." for size in sizes if size > 1)


def seen_before(versions: int) -> tuple[str, ...]:
    """What says that pages of the story are versions of its reports, and not counted."""
    if not versions:
        return ()
    return (f"{versions} more {'page is a version' if versions == 1 else 'pages are versions'} of these reports.",)


def _shared(terms: Sequence[Terms]) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """The most telling names, and other words, of at least half (and two) of the reports, with how many have them."""
    count = Counter(word for report in terms for word in report.weight)
    named = Counter(word for report in terms for word in report.names)
    wanted = max(2, (len(terms) + 1) // 2)
    shared = [word for word, n in count.items() if n >= wanted and not word[0].isdigit()]
    value = {word: math.fsum(report.whole.get(word, 0.0) for report in terms) for word in shared}
    best = sorted(shared, key=lambda word: (-value[word], word))
    names = [(word, count[word]) for word in best if 2 * named[word] > count[word]]
    words = [(word, count[word]) for word in best if 2 * named[word] <= count[word]]
    return names[:MOST_NAMED], words[:MOST_NAMED]


def _printed(reports: Sequence[Report], terms: set[str]) -> dict[str, str]:
    """How the reports first print a term, without its possessive ending; "MOSCOW" only if nobody prints "Moscow"."""
    forms: dict[str, str] = {}
    for report in reports:
        if all(term in forms and not forms[term].isupper() for term in terms):
            break
        for match in WORD.finditer(report.text):
            term = plain(match.group())
            if term in terms and (term not in forms or forms[term].isupper()):
                forms[term] = POSSESSIVE.sub("", match.group())
    return forms


def _listed(words: Sequence[tuple[str, int]], printed: dict[str, str], reports: int) -> str:
    return ", ".join(printed.get(w, w) + ("" if n == reports else f" ({n} of {reports})") for w, n in words)


def _time(terms: Sequence[Terms]) -> str:
    days = sorted(t.day for t in terms if t.day is not None)
    if len(days) < 2:
        return "Publication times can't be compared: fewer than two are known."
    apart = days[-1] - days[0]
    unknown = len(terms) - len(days)
    tail = f"; {unknown} without a known time" if unknown else ""
    return f"Published within {apart} day{'s' if apart > 1 else ''}{tail}." if apart else f"Published on one day{tail}."
