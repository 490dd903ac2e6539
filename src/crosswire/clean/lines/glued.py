"""Furniture glued to a paragraph: sentences of the house behind its last word, or before its first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crosswire.clean.lines.fronts import without_fronts
from crosswire.clean.lines.lines import Line
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.furniture import Phrase
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import FurnitureKind

# "… by night. Read more: Ferry runs aground", "… by night. [Subscribe]", "… by night.READ MORE".
_BREAK = re.compile(r"[.!?…\"”’)\]](?<!\b[A-Z]\.)\s*(?=[\"“‘(\[]?[A-ZÀ-Þ])")
_REACH = 400  # signs from the end of a paragraph within which it is looked for
_FEWEST = 6  # words of the report that must be left
_MOST = 3  # sentences
# Phrases of these kinds open a sentence of the house; "Share prices fell" shows that those of others need not.
_KINDS = frozenset({"newsletter", "related", "sharing", "advert", "comment", "player", "legal", "other", "byline"})
# Beginnings that sentences of reports have too: "Read the letter aloud, she said." "More from the north may come."
_ASKED = frozenset({"what do you think", "also on", "click to"})
# The house's only with another of its sentences behind them: "Listen to what the crew tells you." may end a report.
_TOLD = frozenset({"listen to", "this video"})
_SPOKEN = re.compile(r"[“”\"]|\b(?:said|says|told|added|asked|wrote|tweeted)\b")


def without_glued(verdicts: Sequence[Verdict], lexicons: Lexicons) -> tuple[Verdict, ...]:
    """The verdicts with kept lines parted where sentences of the house are glued to their end, or a head to the first.

    "… was closed at noon. Stay with Linden TV for updates." keeps the first sentence.
    """
    found: list[Verdict] = []
    for verdict in without_fronts(verdicts):
        cut = glued_from(verdict.line.words, lexicons) if verdict.kept else None
        if cut is None:
            found.append(verdict)
            continue
        place, phrase = cut
        found.append(replace(verdict, line=_part(verdict.line, 0, place)))
        why = f"glued to a paragraph: stock phrase “{phrase.words}”"
        rest = _part(verdict.line, place, len(verdict.line.words))
        found.append(Verdict(rest, FurnitureKind(phrase.kind), why, odds=verdict.odds))
    return tuple(found)


def glued_from(words: str, lexicons: Lexicons) -> tuple[int, Phrase] | None:
    """Where in `words` the house's sentences begin that run to their end, and the phrase that shows it; else None."""
    begin = max(0, len(words) - _REACH)
    places = [match.end() for match in _BREAK.finditer(words, max(0, begin - 1)) if match.end() > begin]
    cut = None
    end = len(words)
    for place in reversed(places[-_MOST:]):
        phrase = _house_phrase(words[place:end], cut is not None, lexicons)
        if phrase is None:
            break
        cut, end = (place, phrase), place
    if cut is None or len(words[: cut[0]].split()) < _FEWEST:
        return None
    return cut


def _house_phrase(sentence: str, followed: bool, lexicons: Lexicons) -> Phrase | None:
    """The stock phrase by which a sentence shows that it is the house's; one `followed` by another shows it sooner."""
    sentence = sentence.strip().strip("[]()")
    phrase = None if "”" in sentence or '"' in sentence else lexicons.furniture.find(sentence)
    if phrase is None or phrase.kind not in _KINDS or phrase.words in _ASKED or _SPOKEN.search(sentence):
        return None
    # One word opens sentences of every sort: "Copyright lawyers met in Ostra."
    alone = phrase.how == "whole" and len(sentence.split()) > 1
    opens = phrase.how == "start" and (followed or (" " in phrase.words and phrase.words not in _TOLD))
    return phrase if alone or opens or phrase.how == "within" else None


def _part(line: Line, begin: int, end: int) -> Line:
    words = line.words[begin:end]
    bare = words.strip()
    start = line.start + begin + words.index(bare)
    return Line(start, start + len(bare), bare, line.gap and begin == 0)
