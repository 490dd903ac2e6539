"""Galleries: pages whose captions are the report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from string import ascii_letters

from crosswire.clean.lines.bare_credits import is_bare_credit
from crosswire.clean.lines.kinds import own_kind
from crosswire.clean.lines.lines import Line
from crosswire.clean.lines.traits import is_sentence
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import FurnitureKind

# "Image 3 of 12", "3/12", "Slide 3", alone or before its caption.
_COUNTED = re.compile(
    r"^\W*(?:(?:image|photo|slide|picture|bild|foto|imagen)\s*)?(?P<n>\d{1,3})\s*(?:of|/|von|de|di|sur)\s*/?\s*(?P<all>\d{1,3})\b\W*",
    re.IGNORECASE,
)
_UNCOUNTED = frozenset(ascii_letters) - frozenset("ipsbfIPSBF")  # most lines begin with a letter that no count does
_FEWEST = 4  # captions
_SLIDES = 3  # different numbers of one count
# Prose that is no caption may be a line or two: more, and the pictures belong to an article.
_MOST_PROSE = 40  # words
_SHARE = 0.6
_SHORTEST = 6  # words of a caption
_STOPS = ".!?"
_HEAD = 24  # signs by which a caption's words are found again behind them
_OPENING = 20  # words by which a copy of a caption is known
_CREDIT_AFTER = (FurnitureKind.CAPTION, FurnitureKind.CREDIT)
# An opening by which a caption that is a report's paragraph is told from the credit under it.
_CREDIT_ALONE = re.compile(r"^\W*(?:photo|image|picture|credit|foto|bild)\s*(?:by|credit)?\s*[:/©]", re.IGNORECASE)
# "… in Ostra. (AP Photo/Ana Ruiz) ORG XMIT: OST101", "… in Ostra. / AFP PHOTO / Ana Ruiz".
_TAIL = re.compile(
    r"(?<=[.!?\"”’)])\s*(?:\((?:AP Photo|AFP|Photo|REUTERS|EPA|Getty|Pool)[^()]*\)|/ AFP PHOTO [^.!?]*)"
    r"(?:\s?OR(?:G XMIT|IG FILE ID): ?\S+)?$"
)
_TAIL_SIGNS = ("(AP Photo", "AFP", "(Photo", "(REUTERS", "(EPA", "(Getty", "(Pool")
_REACH = 200  # signs


def gallery_verdicts(
    verdicts: Sequence[Verdict], titles: Sequence[str], lexicons: Lexicons
) -> tuple[Verdict, ...] | None:
    """The verdicts of a gallery, its captions kept, each once; None where the page is no gallery.

    A gallery counts its pictures ("1 of 12") or says that it is one, has several captions, and hardly any other text.
    An article with a row of pictures above it is an article.
    """
    if not _shows_pictures(verdicts, titles, lexicons):
        return None
    captions = _captions(verdicts, lexicons)
    said = {_bare(verdicts[i])[:_OPENING] for i in captions}
    said |= {opening[:n] for opening in said for n in range(_SHORTEST, len(opening))}
    others = [i for i, v in enumerate(verdicts) if v.kept and i not in captions and _bare(v)[:_OPENING] not in said]
    prose = sum(len(verdicts[i].line.words.split()) for i in others)
    theirs = sum(len(verdicts[i].line.words.split()) for i in captions)
    if len(captions) < _FEWEST or prose > _MOST_PROSE or theirs < _SHARE * (theirs + prose):
        return None
    found = [_of_gallery(v, caption=i in captions, again=_bare(v)[:_OPENING] in said) for i, v in enumerate(verdicts)]
    return tuple(part for verdict in found for part in _parted(verdict))


def _parted(verdict: Verdict) -> Iterator[Verdict]:
    """The verdict; of a kept caption its count, what says it again and its credit set apart, where the line has them.

    "Image 3 of 12 Ostra's bridge is open. Ostra's bridge is open. (AP Photo/Ana Ruiz)".
    """
    line = verdict.line
    count = _COUNTED.match(line.words) if verdict.kept else None
    first = count.end() if count else 0
    last = len(line.words[: _tail_of(line.words)].rstrip()) if verdict.kept else len(line.words)
    again = line.words.find(line.words[first : first + _HEAD], first + _HEAD) if count else -1
    if again > 0 and line.words.startswith(line.words[first:again].rstrip(), again):
        last = len(line.words[:again].rstrip())
    if len(line.words[first:last].split()) < _SHORTEST:
        first, last = 0, len(line.words)
    for start, end in ((0, first), (first, last), (last, len(line.words))):
        words = line.words[start:end].strip()
        start += len(line.words[start:end]) - len(line.words[start:end].lstrip())
        if words:
            gap = line.gap and start == 0
            part = replace(verdict, line=Line(line.start + start, line.start + start + len(words), words, gap))
            why = "a count, a credit or the same words again beside a caption of the gallery"
            yield part if start == first else replace(part, kind=FurnitureKind.CAPTION, why=why)


def _bare(verdict: Verdict) -> tuple[str, ...]:
    """The words of a line, the count of its picture off."""
    return words_of(_COUNTED.sub("", verdict.line.words))


def _of_gallery(verdict: Verdict, *, caption: bool, again: bool) -> Verdict:
    if caption:
        return replace(verdict, kind=None, header=False, why="a caption of a gallery, whose text is its captions")
    if again and not verdict.header:
        return replace(verdict, kind=FurnitureKind.CAPTION, why="the same caption again")
    return verdict


def _shows_pictures(verdicts: Sequence[Verdict], titles: Sequence[str], lexicons: Lexicons) -> bool:
    if _counts(verdicts):
        return True
    sign = lexicons.page_signs["gallery"]
    headers = [v.line.words for v in verdicts if v.header]
    credits = sum([v.kind is FurnitureKind.CAPTION or v.kind is FurnitureKind.CREDIT for v in verdicts])
    return credits >= _FEWEST and (
        any(sign.find(line) for line in (*titles, *headers)) or _alternate(verdicts, credits, lexicons)
    )


def _counts(verdicts: Sequence[Verdict]) -> bool:
    """True when lines count the pictures of one row: "1 of 12", "2 of 12". Counter-example: days, 17/11."""
    slides: dict[str, set[int]] = defaultdict(set)
    lines = [v.line.words for v in verdicts]
    for line in lines:
        match = None if line[0] in _UNCOUNTED else _COUNTED.match(line)
        if match and 0 < int(match["n"]) <= int(match["all"]):
            slides[match["all"]].add(int(match["n"]))
    return any(len(own) >= _SLIDES and min(own) <= 2 for own in slides.values())


def _alternate(verdicts: Sequence[Verdict], credits: int, lexicons: Lexicons) -> bool:
    """True when nearly every sentence of the page has a caption's credit right under it."""
    told = sum([v.kept and v.line.words[-1] in _STOPS and v.line.words.count(" ") >= _SHORTEST for v in verdicts])
    if told > 2 * credits / 0.8:  # captions and what stands over credits are fewer
        return False
    sentences = [i for i, v in enumerate(verdicts) if _tells(v, lexicons)]
    under = [
        i
        for i in sentences
        if verdicts[i].kind is FurnitureKind.CAPTION
        or (i + 1 < len(verdicts) and verdicts[i + 1].kind in _CREDIT_AFTER and not _tells(verdicts[i + 1], lexicons))
    ]
    return len(sentences) >= _FEWEST and len(under) >= 0.8 * len(sentences)


def _tells(verdict: Verdict, lexicons: Lexicons) -> bool:
    """True for a caption's words and a sentence; not for a bare credit or a stock phrase."""
    words = verdict.line.words
    if len(words.split()) < _SHORTEST or _CREDIT_ALONE.match(words) or is_bare_credit(words, lexicons.agencies):
        return False
    if verdict.kept or verdict.kind is FurnitureKind.CAPTION:
        return True
    words = words[: _tail_of(words)]
    soft = verdict.kind in (FurnitureKind.OTHER, FurnitureKind.PULL_QUOTE, FurnitureKind.RELATED)
    return soft and is_sentence(words, lexicons.function_words) and own_kind(words, lexicons=lexicons) is None


def _tail_of(words: str) -> int:
    """Where the picture's credit and number begin behind a caption's last sentence; the words' end without them."""
    near = max(0, len(words) - _REACH)
    match = _TAIL.search(words, near) if any(sign in words[near:] for sign in _TAIL_SIGNS) else None
    return match.start() if match else len(words)


def _captions(verdicts: Sequence[Verdict], lexicons: Lexicons) -> frozenset[int]:
    """The lines that are the captions, each once: those set aside as captions, and sentences over a credit."""
    found: dict[tuple[str, ...], int] = {}
    for index, verdict in enumerate(verdicts):
        if verdict.header or not _tells(verdict, lexicons):
            continue
        under = verdicts[index + 1] if index + 1 < len(verdicts) else None
        near = under is not None and (under.kind in _CREDIT_AFTER or bool(_COUNTED.match(under.line.words)))
        counted = bool(_COUNTED.match(verdict.line.words)) or (
            index > 0 and bool(_COUNTED.match(verdicts[index - 1].line.words))
        )
        if verdict.kind is FurnitureKind.CAPTION or near or counted:
            # A caption often stands twice, once cut short behind its first lines.
            opening = _bare(verdict)[:_OPENING]
            if opening not in found or len(verdicts[found[opening]].line.words) < len(verdict.line.words):
                found[opening] = index
    return frozenset(found.values()) - _shorter(found.values(), verdicts)


def _shorter(captions: Iterable[int], verdicts: Sequence[Verdict]) -> frozenset[int]:
    """The captions with whose words another, longer one begins."""
    ordered = sorted((_bare(verdicts[i]), i) for i in captions)
    return frozenset(i for (words, i), (after, _) in pairwise(ordered) if words == after[: len(words)])
