"""What is unusual about a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.clean.plain import VERSION_MARK
from crosswire.clean.traits import cut_off
from crosswire.clean.verdict import Verdict
from crosswire.model.report import Flag, FurnitureKind

_PAYWALL = re.compile(
    r"(?:subscribe|sign in|log in|register|create (?:a|an) (?:free )?account) to (?:continue|keep"
    r"|read|unlock)|subscribers? only"
    r"|to continue reading|already a subscriber|free articles? (?:left|remaining)|this (?:article"
    r"|content) is for subscribers",
    re.IGNORECASE,
)
_LIVE = re.compile(r"^\W*(?:live(?: updates?| blog|blog)?:|live updates?\b|liveblog\b|as it happened\b)", re.IGNORECASE)
_CLOCK = re.compile(r"^\W*(?:\d{1,2}[:.]\d\d)\s*(?:[ap]\.?m\.?|GMT|BST|[A-Z]{2,4})?\W*$")
_LONG = 25
_APART, _MANY = 2, 5
_MACHINE = re.compile(r"machine[- ]translat|translated by (?:google|deepl|ai)|automatic translation", re.IGNORECASE)


def flags_of(text: str, verdicts: Sequence[Verdict]) -> tuple[Flag, ...]:
    """The flags of a page, in the order of the enum."""
    kept = [v.line.words for v in verdicts if v.kept]
    rest = [v.line.words for v in verdicts if not v.kept]
    headers = [v.line.words for v in verdicts if v.header]
    captions = sum(v.kind is FurnitureKind.CAPTION for v in verdicts)
    words = len(text.split())
    found = {
        Flag.SEVERAL_ARTICLES: _several(verdicts),
        Flag.LIVE_BLOG: any(map(_LIVE.match, headers)) or sum(bool(_CLOCK.match(line)) for line in kept + rest) >= 6,
        Flag.GALLERY: captions >= 5 and captions >= len(kept),
        Flag.TRUNCATED: _breaks_off(text),
        Flag.PAYWALLED: words < 250 and any(map(_PAYWALL.search, rest)),
        Flag.MACHINE_TRANSLATED: any(map(_MACHINE.search, rest)),
        Flag.CONTAINS_EARLIER_VERSION: any(map(VERSION_MARK.match, kept[1:])),
    }
    return tuple(flag for flag in Flag if found.get(flag))


def _breaks_off(text: str) -> bool:
    """True when the text ends in dots, or a long paragraph in the middle of a sentence."""
    last = text.rstrip().rsplit("\n", 1)[-1]
    return cut_off(last) or (len(last.split()) >= _LONG and last[-1:].isalnum())


def _several(verdicts: Sequence[Verdict]) -> bool:
    """True when most kept lines stand alone among furniture: a page of teasers, each of another report."""
    kept = [v.kept for v in verdicts]
    alone = sum(
        keep and not any(kept[max(0, i - _APART) : i] + kept[i + 1 : i + 1 + _APART]) for i, keep in enumerate(kept)
    )
    return alone >= _MANY and alone > 0.6 * sum(kept)
