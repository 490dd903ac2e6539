"""The lines of a page in markup judged: by all rules near the report, by their place alone far from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from crosswire.clean.blocks.block_kinds import BY_NAME, BY_TAG
from crosswire.clean.blocks.markup import Support
from crosswire.clean.lines.decide import best_sequence
from crosswire.clean.lines.kinds import TEASER, Kind
from crosswire.clean.lines.lines import Line
from crosswire.clean.lines.plain import judge
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import FurnitureKind

# Lines before the first line kept and behind the last that are read closely: headline, dates, bylines stand there.
_BEFORE, _BEHIND = 45, 15
# A headline may stand above a long menu; dates and kickers stand right above it.
_HEADLINE_ABOVE, _ABOVE_HEADLINE, _COMPARED = 400, 15, 24
_PHRASED = 200  # signs: no stock phrase fills a longer line
_UNTOLD = "inside the page's text, not of it"
# Reasons that say where on the page a line stands: one that stands under a picture is told by that.
_BY_PLACE = frozenset({TEASER, "short line before the report", "before the report, not of it"})
_SHORT = 5
_MENUS = frozenset(kind for kind in (*BY_TAG.values(), *BY_NAME.values()) if kind[0] is FurnitureKind.NAVIGATION)


def judge_near(
    lines: Sequence[Line],
    support: Support,
    *,
    lexicons: Lexicons,
    titles: Sequence[str] = (),
    recurring: Sequence[float] = (),
) -> tuple[Verdict, ...]:
    """A verdict for every line, in order. Far from what the markup says is the report, no rule could bring one back.

    `titles` and `recurring` as for `judge`.
    """
    listed = support.odds.tolist()
    odds = support.odds + np.array(recurring) if recurring else support.odds
    begin, end = _span(lines, best_sequence(odds, lexicons.block_weights.switch), support.kinds, titles)
    near = judge(
        lines[begin:end],
        lexicons=lexicons,
        support=listed[begin:end],
        titles=titles,
        recurring=recurring[begin:end],
    )
    told = (_told(verdict, kind) for verdict, kind in zip(near, support.kinds[begin:end], strict=True))
    before = (_far(lines[i], listed[i], support.kinds[i], "before", lexicons) for i in range(begin))
    behind = (_far(lines[i], listed[i], support.kinds[i], "after", lexicons) for i in range(end, len(lines)))
    return (*before, *told, *behind)


def _span(
    lines: Sequence[Line], kept: Sequence[bool], kinds: Sequence[Kind | None], titles: Sequence[str]
) -> tuple[int, int]:
    """The lines to read closely: from the headline, or from some way before the text, to some way behind it.

    Menus at either end are none of them.
    """
    live = [index for index, keep in enumerate(kept) if keep]
    if not live:
        return 0, len(lines)
    heads = {title.casefold()[:_COMPARED] for title in titles}
    above = range(max(0, live[0] - _HEADLINE_ABOVE), live[0])
    head = next((i for i in reversed(above) if lines[i].words[:_COMPARED].casefold()[:_COMPARED] in heads), None)
    begin = max(0, live[0] - _BEFORE if head is None else head - _ABOVE_HEADLINE)
    end = min(len(lines), live[-1] + 1 + _BEHIND)
    while begin < (live[0] if head is None else head) and kinds[begin] in _MENUS:
        begin += 1
    while end > live[-1] + 1 and kinds[end - 1] in _MENUS:
        end -= 1
    return begin, end


def _told(verdict: Verdict, kind: Kind | None) -> Verdict:
    """The verdict with the kind that the markup gives, where the words gave none; a credit beside a picture is its."""
    if verdict.kind is FurnitureKind.CREDIT and kind is not None and kind[0] is FurnitureKind.CAPTION:
        return replace(verdict, kind=kind[0], why=kind[1])
    untold = verdict.kind is FurnitureKind.OTHER and verdict.why == _UNTOLD
    pictured = kind is not None and kind[0] is FurnitureKind.CAPTION and verdict.why in _BY_PLACE
    if kind is None or not (untold or pictured):
        return verdict
    return replace(verdict, kind=kind[0], why=kind[1])


def _far(line: Line, odds: float, kind: Kind | None, side: str, lexicons: Lexicons) -> Verdict:
    """The verdict on a line far from the report: its place in the markup, its stock phrase, its place on the page."""
    # Who owns the page stands in its footer, and says more than that.
    if kind and "©" not in line.words and "opyright" not in line.words:
        return Verdict(line, kind[0], kind[1], odds=odds)
    phrase = lexicons.furniture.find(line.words) if len(line.words) < _PHRASED else None
    if phrase and (phrase.how == "whole" or phrase.kind == FurnitureKind.LEGAL):
        return Verdict(line, FurnitureKind(phrase.kind), f"stock phrase “{phrase.words or line.words}”", odds=odds)
    if kind:
        return Verdict(line, kind[0], kind[1], odds=odds)
    if len(line.words.split()) <= _SHORT:
        return Verdict(line, FurnitureKind.NAVIGATION, f"short line far {side} the report", odds=odds)
    return Verdict(line, FurnitureKind.OTHER, f"far {side} the report", odds=odds)
