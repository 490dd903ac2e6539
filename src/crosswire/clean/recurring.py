"""Lines that stand on several pages of one publisher."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from crosswire.clean.lines import split_lines
from crosswire.model.page import Page

_FEWEST_PAGES = 3
_SHARE = 0.5
# Longer lines recur because versions of one report do: their paragraphs are no furniture.
_LONGEST = 30


def recurring_lines(pages: Sequence[Page]) -> Mapping[str, frozenset[str]]:
    """For each page (by id) the lines that stand on at least half of its publisher's pages, at least three of them.

    Pages in markup are left to their markup, and two pages are too few: they may carry the same agency's copy.
    """
    houses: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        house = page.publisher or urlsplit(page.url or "").netloc
        if house and not page.markup:
            houses[house].append(page)
    found: dict[str, frozenset[str]] = {}
    for house in sorted(houses):
        found.update(_of_one_house(houses[house]))
    return found


def _of_one_house(pages: Sequence[Page]) -> Mapping[str, frozenset[str]]:
    if len(pages) < _FEWEST_PAGES:
        return {}
    lines = {page.id: {line.words for line in split_lines(page.body)} for page in pages}
    counts = Counter(words for own in lines.values() for words in own)
    most = max(_FEWEST_PAGES, _SHARE * len(pages))
    often = {words for words, count in counts.items() if count >= most and len(words.split()) <= _LONGEST}
    return {name: frozenset(own & often) for name, own in lines.items()}
