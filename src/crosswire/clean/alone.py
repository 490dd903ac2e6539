"""A body that its container gives alone: what feeds and services add to it, and its pictures' captions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosswire.clean.blocks.tree import text_alone
from crosswire.clean.lines.lines import Line
from crosswire.clean.lines.plain import judge
from crosswire.clean.lines.tail import after_the_text
from crosswire.clean.lines.traits import cut_off
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.load import Lexicons
from crosswire.model.page import Page
from crosswire.model.report import FurnitureKind

# Lines that software adds stand at the end of a body, or at its very beginning.
_EDGE = 4
_FEWEST_WORDS = 8  # of a beginning that breaks off
# The log odds of every line of such a body: the report's, unless its own words say otherwise.
_HELD = 0.9


def judge_alone(
    page: Page, lines: Sequence[Line], titles: Sequence[str], recurring: Sequence[float], lexicons: Lexicons
) -> tuple[Verdict, ...]:
    """A verdict for every line of a body without a site around it.

    A line is furniture for what it says ("Share this"), never for its place, its shortness or its title case: lists
    and subheads of a newswire's item are its text. A line that its markup calls a caption is one.
    """
    if not lines:
        return ()
    verdicts = judge(lines, lexicons=lexicons, support=(_HELD,) * len(lines), titles=titles, recurring=recurring)
    if page.partial and not any(v.kept for v in verdicts):
        verdicts = tuple(_beginning(v) for v in verdicts)
    captions = captions_in(page.body) if page.markup else frozenset()
    marked = tuple(_marked(v, n, len(lines), captions, lexicons) for n, v in enumerate(verdicts))
    kept = marked if any(v.kept for v in marked) else verdicts  # a gallery: its captions are the text
    return _without_teasers(kept, lexicons)


def _beginning(verdict: Verdict) -> Verdict:
    """The verdict of a line that breaks off as teasers do, in a body known to be a beginning: the line is the text."""
    words = verdict.line.words
    is_text = not verdict.header and cut_off(words) and len(words.split()) >= _FEWEST_WORDS
    return replace(verdict, kind=None, why="the beginning that its container gives") if is_text else verdict


def captions_in(markup: str) -> frozenset[str]:
    """The texts of a body's figure captions, their white space run together."""
    pieces = markup.split("<figcaption")[1:]
    inside = (piece.partition("</figcaption")[0].partition(">")[2] for piece in pieces)
    return frozenset(line for words in inside for line in text_alone(words).split("\n") if line)


def _marked(verdict: Verdict, place: int, total: int, captions: frozenset[str], lexicons: Lexicons) -> Verdict:
    if not verdict.kept:
        return verdict
    words = verdict.line.words
    if words in captions:
        return replace(verdict, kind=FurnitureKind.CAPTION, why="its markup says that it is a caption")
    at_edge = place < _EDGE or place >= total - _EDGE
    phrase = lexicons.feed_lines.find(words) if at_edge else None
    return replace(verdict, kind=FurnitureKind.SHARING, why=f"a feed's own line “{phrase}”") if phrase else verdict


def _without_teasers(verdicts: Sequence[Verdict], lexicons: Lexicons) -> tuple[Verdict, ...]:
    """The verdicts with the headlines that stand under a heading such as "Related stories" at the end off."""
    words = [v.line.words for v in verdicts]
    live = [n for n, v in enumerate(verdicts) if v.kept]
    under = {n: k for n, k in after_the_text(words, live, lexicons).items() if k[0] is FurnitureKind.RELATED}
    return tuple(replace(v, kind=under[n][0], why=under[n][1]) if n in under else v for n, v in enumerate(verdicts))
