"""Links to other reports between a text's paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.clean.lines.kinds import TEASER, Kind
from crosswire.clean.lines.traits import title_case
from crosswire.model.report import FurnitureKind

# A heading that takes the title below it with it. "Read more" and "More" end a cut text as well.
_HEADINGS = frozenset(
    {"related", "also read", "read also", "see also", "also see", "more on this story", "more coverage"}
    | {f"related {what}" for what in ("article", "articles", "story", "stories", "coverage", "news", "content")}
)
# "READ: Why the ferry ran aground", "Also read: …", "RELATED | …"; "PREVIOUS STORY:" leads in an earlier version.
_LABELLED = re.compile(
    r"^\W{0,3}(?:READ|READ MORE|Read [Mm]ore|A(?:LSO|lso) [Rr](?:EAD|ead)|R(?:EAD|ead) (?:ALSO|[Aa]lso)|SEE ALSO"
    r"|See also"
    r"|R(?:ELATED|elated)(?: (?:STORY|STORIES|ARTICLE|COVERAGE|[Ss]tory|[Ss]tories|[Aa]rticle|[Cc]overage))?|WATCH)"
    r"\s?[:|»>]\s?\S"
)
_HINTS = ("rea", "see", "als", "rel", "wat")
_LONGEST = 20  # words
_TITLE_CASE, _FEWEST = 0.75, 8
_PARAGRAPH = 60  # signs
_FURNITURE = 2  # lines
_MOST = 0.2  # of the kept lines: more are the text's own form
_END = ".!:;,…"  # what no title ends in


def inline_teasers(words: Sequence[str], live: Sequence[int]) -> dict[int, Kind]:
    """The kept lines (`live`) that link to other reports: under "Related", behind "READ:", titles between paragraphs.

    "Why Ostra Closed Its Harbour Before the Storm Came" between two paragraphs is a link; of a few words it would be a
    subheading, and of several one form the text's own.
    """
    found: dict[int, Kind] = {}
    titles: dict[int, Kind] = {}
    for index in live:
        line = words[index]
        count = line.count(" ") + 1
        if count > _LONGEST:
            continue
        above = words[index - 1].strip(" :»|-").casefold() if index and len(words[index - 1]) < 25 else ""
        if above in _HEADINGS and _is_title(line):
            found[index] = FurnitureKind.RELATED, f"stands under “{above}”"
        elif line.lstrip("[(*>» ")[:3].casefold() in _HINTS and _LABELLED.match(line):
            found[index] = FurnitureKind.RELATED, "a link with its label"
        elif count >= _FEWEST and _is_bare(line) and _between(words, index) and title_case(line) > _TITLE_CASE:
            titles[index] = FurnitureKind.RELATED, TEASER
    # Text that stands alone has no links: what looks like one is its subheading.
    of_a_page = len(words) - len(live) >= _FURNITURE
    return found | (titles if of_a_page and len(titles) <= _MOST * len(live) else {})


def _is_bare(line: str) -> bool:
    """True for a line without marks at either end: no item of a list, no note."""
    return line[0].isalpha() and line[-1].isalnum() and "pic.twitter.com" not in line


def _is_title(line: str) -> bool:
    """True for a line that ends as no sentence does, or asks."""
    return line.rstrip("\"'”’)")[-1:] not in _END and not line.startswith(("“", '"'))


def _between(words: Sequence[str], index: int) -> bool:
    """True for a line with a paragraph that ends in a stop on both sides."""
    near = [words[i] for i in (index - 1, index + 1) if 0 <= i < len(words)]
    return len(near) == 2 and all(len(w) > _PARAGRAPH and w.rstrip("\"'”’)")[-1:] in (".", "!", "?") for w in near)
