"""What is unusual about a page that holds a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from crosswire.clean.blocks.markup import Markup
from crosswire.clean.blocks.tree import Tree
from crosswire.clean.lines.traits import cut_off
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.forms import lines_with
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.page_signs import Sign
from crosswire.model.page import Page
from crosswire.model.report import Flag

_CLOCK = re.compile(r"^\W*(?:\d{1,2}[:.]\d\d)\s*(?:[ap]\.?m\.?|GMT|BST|[A-Z]{2,4})?\W*$")
_CLOCKS = 6
# What feeds and search services put where they cut a text.
_COUNTED = re.compile(r"\[\+?\s?\d+ (?:chars|characters|words|more)\]\s*$|\(\d+ more words\)\s*$|残り\s?\d+文字")
_LONG = 25
_APART, _MANY = 2, 5
# A wall's notice often passes for the text's last lines.
_LAST, _NOTICE = 2, 100  # lines, signs
# A text behind a wall is short; a long one above a subscription's notice is whole.
_SHORT = 250
_NOT_FREE = re.compile(r"\"isAccessibleForFree\"\s*:\s*\"?(?i:false)\b")
_TIER = re.compile(r"^(?:locked|metered|premium|paid|subscriber|subscription|hard|plus)$", re.IGNORECASE)
_TIERS = ("article:content_tier", "content_tier", "og:content_tier", "is_premium", "article:access", "access_level")
_WALLS = (
    "paywall", "pay-wall", "piano-offer", "subscriber-only", "premium-blocked", "regwall", "meteredcontent",
)  # fmt: skip
_WALL_CLASS = re.compile(rf"\b(?:{'|'.join(_WALLS)})\b", re.IGNORECASE)
_TRANSLATED = (
    "translated",
    "translated-by",
    "translation",
    "machine-translated",
    "translator",
    "google-translate-customization",
)
# Nearly no line has any of these, and the others are asked nothing else.
_TRANSLATES = ("transla", "übersetz", "tradu", "tradot", "traduz", "vertaal", "перев", "ترجم", "翻", "訳")
_MACHINE = re.compile(r"machine|automatic|google|deepl|\bai\b|\bmt\b|neural|true", re.IGNORECASE)


def page_flags(
    page: Page, text: str, verdicts: Sequence[Verdict], markup: Markup | None, lexicons: Lexicons
) -> set[Flag]:
    """The flags of a page with this text, apart from those that splitting, galleries and versions give.

    `verdicts`: those on the lines near the text.
    """
    signs = lexicons.page_signs
    tree = markup.tree if markup else None
    live = [i for i, v in enumerate(verdicts) if v.kept]
    headers = [v.line.words for v in verdicts if v.header]
    short = len(text.split(None, _SHORT)) < _SHORT
    paid = short and _bears(signs["paywalled"], _notices(verdicts, live))
    walled = tree is not None and (_is_walled(tree) or (short and _has_wall(tree)))
    found = {
        Flag.SEVERAL_ARTICLES: _several(live),
        Flag.LIVE_BLOG: _bears(signs["live-blog"], headers) or _is_clocked(verdicts, live),
        Flag.TRUNCATED: page.partial
        or _breaks_off(text)
        or (short and _offers_more(text, verdicts, live, signs["truncated"])),
        Flag.PAYWALLED: paid or walled,
        Flag.MACHINE_TRANSLATED: _is_translated(verdicts, live, tree, signs["machine-translated"]),
    }
    return {flag for flag, holds in found.items() if holds}


def _has_wall(tree: Tree) -> bool:
    """True when an element of the markup is named as a wall before the text."""
    looks = tree.blocks.elements.looks if tree.blocks else ()
    return any(_WALL_CLASS.search(named.partition("\n")[0]) for _, named in looks)


def _bears(sign: Sign, lines: Sequence[str]) -> bool:
    return any(sign.find(line) for line in lines)


def _notices(verdicts: Sequence[Verdict], live: Sequence[int]) -> list[str]:
    """The lines that may be a wall's notice: all furniture, and the text's last lines where they are short."""
    last = (verdicts[i].line.words for i in live[-_LAST:])
    return [*(v.line.words for v in verdicts if not v.kept), *(line for line in last if len(line) < _NOTICE)]


def _is_clocked(verdicts: Sequence[Verdict], live: Sequence[int]) -> bool:
    """True when clocks stand between the text's lines, each right above some of it; not beside it."""
    above = {i - n for i in live for n in range(1, _APART + 1) if i >= n}
    return sum(_CLOCK.match(verdicts[i].line.words) is not None for i in above) >= _CLOCKS


def _breaks_off(text: str) -> bool:
    """True when the text ends in dots, a count of what is missing, or a long paragraph in the middle of a sentence."""
    last = text.rstrip().rsplit("\n", 1)[-1]
    words = last.split()
    broken = len(words) >= _LONG and last[-1:].isalnum() and "/" not in words[-1] and "@" not in words[-1]
    return cut_off(last) or bool(_COUNTED.search(last)) or broken


def _offers_more(text: str, verdicts: Sequence[Verdict], live: Sequence[int], sign: Sign) -> bool:
    """True when a short text ends at "Read the full story at …"; a link to another report there follows whole texts."""
    if not live:
        return False
    if sign.within(text.rstrip().rsplit("\n", 1)[-1]):
        return True
    near = [v.line.words for v in verdicts[live[-1] + 1 : live[-1] + 2]]
    return any(sign.within(line) or _COUNTED.search(line) for line in near)


def _is_walled(tree: Tree) -> bool:
    """True when the page's own data says that its text is not free for everybody."""
    if any(_NOT_FREE.search(script) for script in tree.scripts):
        return True
    return any(meta.name in _TIERS and _TIER.match(meta.content) for meta in tree.metas)


def _is_translated(verdicts: Sequence[Verdict], live: Sequence[int], tree: Tree | None, sign: Sign) -> bool:
    """True when a notice before or behind the text says so, or the page's data; not a sentence about translation."""
    edges = {*live[:1], *live[-1:]}
    lines = [v.line.words for i, v in enumerate(verdicts) if not v.kept or (i in edges and len(v.line.words) < 200)]
    if _bears(sign, [lines[index] for index in lines_with(_TRANSLATES, lines)]):
        return True
    metas = tree.metas if tree else ()
    return any(meta.name in _TRANSLATED and _MACHINE.search(meta.content) for meta in metas)


def _several(live: Sequence[int]) -> bool:
    """True when most kept lines stand alone among furniture: a page of teasers, each of another report."""
    far = [True, *(b - a > _APART for a, b in pairwise(live)), True]
    alone = sum(before and behind for before, behind in pairwise(far))
    return alone >= _MANY and alone > 0.6 * len(live)
