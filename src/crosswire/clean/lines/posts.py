"""Posts of networks set into a page: their words and the line that signs them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.clean.lines.kinds import Kind
from crosswire.clean.lines.repeats import shingles
from crosswire.lexicons.forms import words_of
from crosswire.model.report import FurnitureKind

# "— Edda Varga (@eddavarga) March 3, 2026": who posted, and when; alone on a line or behind the post's words.
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?),? \d{4}"
_SIGNED = re.compile(rf"\s?(?:[—–]|--)\s?[^—–()]{{1,60}} ?\(@\w{{1,30}}\) {_DAY}\W*$")
_SHARED = re.compile(r"^(?:A (?:post|photo|video|story) shared by\b|View this (?:post|photo|profile) on\b)")
_REACH = 140  # signs from a line's end: dash, name, handle and day are shorter
_POST: Kind = FurnitureKind.WIDGET, "an embedded post"
_SIGNATURE: Kind = FurnitureKind.WIDGET, "signs an embedded post"
_AGAIN: Kind = FurnitureKind.WIDGET, "an embedded post whose words the text gives beside it"
_LEADS_IN = (":", ",")
_SAID_TOO = 0.5  # of a post's runs of words


def embedded_posts(words: Sequence[str], kept: Sequence[bool]) -> dict[int, Kind]:
    """The lines that are posts set into the page: words and signature on one line, or the text beside gives the words.

    A post that the line above leads in with a colon or comma is quoted there. One whose signature stands on a line of
    its own is left to the odds: who marked bodies by hand kept most of them.
    """
    found: dict[int, Kind] = {}
    for index, line in enumerate(words):
        if line.startswith(("A ", "View ")) and _SHARED.match(line):
            found[index] = _SIGNATURE
        elif "(@" in line and (match := _SIGNED.search(line, max(0, len(line) - _REACH))):
            led_in = index > 0 and words[index - 1].endswith(_LEADS_IN)
            if line[: match.start()].strip():
                found |= {} if led_in else {index: _POST}
            elif index and _said_beside(words, index - 1):
                found |= {index - 1: _AGAIN, index: _SIGNATURE}
            elif index and not kept[index - 1]:
                found[index] = _SIGNATURE
    return found


def _said_beside(words: Sequence[str], post: int) -> bool:
    """True when the line above a post, or the one below its signature, says most of what it says."""
    own = set(shingles(words_of(words[post])))
    near = [words[i] for i in (post - 1, post + 2) if 0 <= i < len(words)]
    said = {run for line in near for run in shingles(words_of(line))}
    return bool(own) and len(own & said) >= _SAID_TOO * len(own)
