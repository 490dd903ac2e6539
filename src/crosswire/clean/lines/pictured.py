"""Captions inside a text: lines that belong to a picture by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from crosswire.clean.header.bylines import lone_name
from crosswire.clean.lines.bare_credits import is_bare_credit
from crosswire.clean.lines.kinds import Kind
from crosswire.clean.lines.traits import is_sentence
from crosswire.lexicons.agencies import Agencies
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import FurnitureKind

_CAPTION = FurnitureKind.CAPTION
_BESIDE = "stands beside a photo credit, as the page's captions do"
# What speaks for a caption and what against it, in a line next to a bare credit.
_SCENE = re.compile(
    r"\b(?:poses?|speaks?|arrives?|attends?|walks?|waves?|looks?|stands?|gestures?|leaves?|sits?|greets?"
    r"|(?:is|are) (?:seen|pictured|shown|seated)|smiles?|watch(?:es)?|works?|rides?|carr(?:y|ies)|play(?:s)?)\b"
)
_FULL_DATE = re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}\b|\b\d{1,2} [A-Z][a-z]{2,8} \d{4}\b")
_PICTURE = re.compile(r"\b(?:photo|photograph|picture|pictured|image)\b", re.IGNORECASE)
_TOLD = re.compile(r"[“”\"]|\b(?:said|says|told|tells|added|asked|will|would|but|But|also|however|according)\b")
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_LONG, _LONGEST = 45, 70  # words
_SURE = 2  # what speaks for one side, over what speaks for the other
# A label that announces a caption on the next line. "Video" announces a film's title, or nothing.
_LABELS = frozenset({"image", "photo", "photograph", "bild", "foto"})
_ANNOUNCED = 40  # words
_LONGEST_LABEL = 40  # signs


def captions_inside(
    words: Sequence[str],
    live: Sequence[int],
    gone: Mapping[int, Kind],
    opening: int | None,
    shown: Sequence[Kind | None],
    lexicons: Lexicons,
) -> dict[int, Kind]:
    """The kept lines (`live`) that are captions by the credit, the label or the sentences beside them.

    `gone`: the lines set aside so far, captions with their own signs among them. `opening`: the line with the dateline,
    which is never one. `shown`: what lines show by their own words.
    """
    free = frozenset(live) - gone.keys() - {opening}
    found = _beside_credits(words, free, gone, lexicons.agencies)
    found |= _announced(words, free)
    found |= _name_alone(words, live, free, shown, lexicons)
    return {} if 2 * len(found) > len(live) else found


def _beside_credits(
    words: Sequence[str], free: Collection[int], gone: Mapping[int, Kind], agencies: Agencies
) -> dict[int, Kind]:
    """The line above, or below, each bare credit: on which side the page's captions stand, all of them show together.

    Counter-example: of a page that has one credit, neither neighbour dated or worded as a scene, none is taken.
    """
    bare = [i for i, kind in gone.items() if kind[0] is _CAPTION and is_bare_credit(words[i], agencies)]
    lone: list[int] = []
    leaning = {-1: 0, 1: 0}
    for index in bare:
        told = [side for side in leaning if _is_caption(index + side, gone) and index + side not in bare]
        if told:
            leaning[told[0]] += _SURE
        else:
            lone.append(index)
            for side in leaning:
                leaning[side] += max(0, _speaks(words[index + side])) if index + side in free else 0
    side = max(leaning, key=lambda side: leaning[side])
    needed = _SURE if len(bare) > 1 else _SURE + 1  # a page's only credit has no other to bear it out
    if not lone or leaning[side] < needed or leaning[side] == leaning[-side]:
        return {}
    beside = (index + side for index in lone if index + side in free)
    return {near: (_CAPTION, _BESIDE) for near in beside if _speaks(words[near]) >= 0}


def _is_caption(index: int, gone: Mapping[int, Kind]) -> bool:
    return index in gone and gone[index][0] is _CAPTION


def _speaks(line: str) -> int:
    """What in a line speaks for a caption, less what speaks for a paragraph or a heading."""
    size = len(line.split())
    if size > _LONGEST or (size < 3 and "," not in line) or line.isupper():
        return -3
    against = 2 * bool(_TOLD.search(line)) + (size > _LONG)
    return (
        2 * bool(_FULL_DATE.search(line)) + bool(_SCENE.search(line)) + bool(_PICTURE.search(line))
        + (not _ENDED.search(line)) - against
    )  # fmt: skip


def _announced(words: Sequence[str], free: Collection[int]) -> dict[int, Kind]:
    """Lines that are nothing but "Image" or "Photo", and the line that each announces."""
    found: dict[int, Kind] = {}
    for index in free:
        if len(words[index]) < _LONGEST_LABEL and words[index].strip(" :").casefold() in _LABELS:
            found[index] = _CAPTION, "announces a picture"
            if index + 1 in free and len(words[index + 1].split()) <= _ANNOUNCED and _speaks(words[index + 1]) >= 0:
                found[index + 1] = _CAPTION, "a picture is announced above it"
    return found


def _name_alone(
    words: Sequence[str], live: Sequence[int], free: Collection[int], shown: Sequence[Kind | None], lexicons: Lexicons
) -> dict[int, Kind]:
    """The one line that is nothing but the name of the page's writer, or of a person whom its text names.

    It stands between full sentences, or before the first. Counter-examples: names that head the paragraphs about each
    of several people, who speaks in a transcript, "Linden Island".
    """
    alone = [
        (place, i)
        for place, i in enumerate(live)
        if 5 < len(words[i]) < 40 and words[i].count(" ") in (1, 2) and lone_name(words[i], lexicons.agencies)
    ]
    if len(alone) != 1:
        return {}
    place, index = alone[0]
    parts = words[index].split()
    near = [words[i] for i in (*live[max(0, place - 1) : place], *live[place + 1 : place + 2])]
    if index not in free or place + 1 >= len(live) or words[index].isupper():
        return {}
    if not all(is_sentence(line, lexicons.function_words) for line in near) or parts[-1] in near[-1][:40]:
        return {}
    named = [i for i, line in enumerate(words) if i != index and words[index] in line]
    written = any((own := shown[i]) is not None and own[0] is FurnitureKind.BYLINE for i in named)
    person = parts[0].casefold() in lexicons.names.gender and not lexicons.geography.is_place(words[index])
    told = person and any(i in free for i in named)
    return {index: (_CAPTION, "names nobody but whom a picture shows")} if written or told else {}
