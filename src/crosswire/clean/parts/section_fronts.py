"""Section fronts: pages of teasers, each a title over a sentence or two of another report."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from crosswire.clean.blocks.tree import Tree
from crosswire.clean.lines.traits import is_sentence
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.function_words import FunctionWords
from crosswire.model.report import FurnitureKind

_FEWEST = 5
_COVERED = 0.8  # of the kept words
_TITLE, _TEASER = range(2, 21), range(6, 46)  # words
_LINKED = 0.9  # of a title's signs
# What may stand between a title and its teaser, or behind a teaser.
_BETWEEN = (FurnitureKind.DATE, FurnitureKind.BYLINE, FurnitureKind.CAPTION, FurnitureKind.CREDIT)
_STOPS = '.!?”"'
_MORE = "stock phrase"


def front_of(verdicts: Sequence[Verdict], function_words: FunctionWords, *, tree: Tree | None) -> str | None:
    """Why the page is a section front; None when it may hold a report.

    Hardly anything is kept but teasers: each stands under its title, and the title is a link, or "Read more" stands
    behind it. A page whose own data says that it is an article is one: a list of gifts has links over its paragraphs.
    """
    sizes = {index: verdict.line.words.count(" ") + 1 for index, verdict in enumerate(verdicts) if verdict.kept}
    kept = sum(sizes.values())
    if not kept or _runs_on(verdicts, sizes) > (1 - _COVERED) * kept or (tree is not None and _is_article(tree)):
        return None
    linked = _linked(tree) if tree is not None else None
    teasers = list(_teasers(verdicts, linked, function_words))
    if len(teasers) < _FEWEST:
        return None
    held = {index for pair in teasers for index in pair}
    theirs = sum(sizes.get(index, 0) for index in held)
    if theirs < _COVERED * kept:
        return None
    shown = "a link" if linked is not None else "words such as “Read more” behind it"
    return f"a list of other reports ({len(teasers)} of its paragraphs are teasers, each under a title, with {shown})"


def _runs_on(verdicts: Sequence[Verdict], sizes: Mapping[int, int]) -> int:
    """How many kept words stand in paragraphs right below another, and so under no title: most of an article's."""
    return sum(
        size
        for index, size in sizes.items()
        if index - 1 in sizes
        and verdicts[index].line.words[-1] in _STOPS
        and verdicts[index - 1].line.words[-1] in _STOPS
    )


def _is_article(tree: Tree) -> bool:
    kind = next((meta.content for meta in tree.metas if meta.name == "og:type"), "")
    return kind.lower() == "article" or any('Article"' in script or 'Posting"' in script for script in tree.scripts)


def _linked(tree: Tree) -> frozenset[str]:
    """The lines that are links as a whole."""
    blocks = tree.blocks
    return frozenset(
        words for words, signs in zip(blocks.words, blocks.linked, strict=True) if signs >= _LINKED * len(words)
    )


def _teasers(
    verdicts: Sequence[Verdict], linked: Collection[str] | None, function_words: FunctionWords
) -> Iterator[tuple[int, int]]:
    """The teasers, each with its title's line and its own."""
    for index in range(1, len(verdicts)):
        words = verdicts[index].line.words
        if len(words.split()) not in _TEASER or verdicts[index].kind in _BETWEEN:
            continue
        title = index - 1
        while title > 0 and verdicts[title].kind in _BETWEEN:
            title -= 1
        if not _is_title(verdicts[title].line.words) or not is_sentence(words, function_words):
            continue
        if (verdicts[title].line.words in linked) if linked is not None else _leads_on(verdicts, index):
            yield title, index


def _is_title(words: str) -> bool:
    return len(words_of(words)) in _TITLE and not words.endswith((".", ":", ";", ","))


def _leads_on(verdicts: Sequence[Verdict], index: int) -> bool:
    """True when right behind the teaser stands a stock phrase that leads to the whole report."""
    near = (v for v in verdicts[index + 1 : index + 4] if v.kind not in _BETWEEN)
    behind = next(near, None)
    return behind is not None and behind.kind is FurnitureKind.RELATED and (behind.why or "").startswith(_MORE)
