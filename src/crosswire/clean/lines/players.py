"""What video players put into a page: titles, descriptions and stamps of other clips."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.clean.lines.kinds import Kind
from crosswire.clean.lines.traits import cut_off
from crosswire.lexicons.media_words import PlayerWords
from crosswire.model.report import FurnitureKind

_BLOCK = 5  # lines from a player's opening mark to its closing one
# "1:15 Ferry leaves Ostra": a clip's length and title. Counter-examples: "1:15 p.m. The ferry left Ostra.", and the
# lines of a chronology, most of which are sentences.
_CLIP = re.compile(r"^\d{1,2}:\d\d (?![aApP]\.?\s?[mM]\b)(?:Now playing )?[\"'“‘]?[A-ZÀ-Þ0-9]")
_FEWEST_CLIPS = 3
# "Mar.03.202602:19", "02:19": the day and the length of a clip, or its length alone.
_STAMP = re.compile(r"^(?:[A-Z][a-z]{2,8}\.? ?\d{1,2}(?:\.|, ?| )\d{4}\s?[/|-]?\s?)?\d{1,2}:\d\d$")
_DAY = re.compile(r"^[A-Z][a-z]{2,8}\.? ?\d{1,2}(?:\.|, ?| )\d{4}$")
_MOST_STAMPS = 2  # more of them head the entries of a live blog
_TITLE = range(3, 19)  # words
_BLOCKED: Kind = FurnitureKind.PLAYER, "stands between a player's opening and its closing mark"
_LISTED: Kind = FurnitureKind.PLAYER, "a clip's length and title, in a list of them"
_REPLAYED: Kind = FurnitureKind.PLAYER, "a player's words for the clip that was watched"
_TITLED: Kind = FurnitureKind.PLAYER, "the title of a clip, above its day or length"


def player_lines(words: Sequence[str], players: PlayerWords) -> dict[int, Kind]:
    """The lines that belong to players: what stands between their marks, lists of clips, titles over a clip's stamp."""
    found: dict[int, Kind] = {}
    opens, (watched, replay) = players.opens, players.replayed
    for index, line in enumerate(words):
        if len(line) < 40 and line.casefold().startswith(opens):
            found |= _block(words, index, players.closes)
        elif replay in line and line.startswith(watched):
            found[index] = _REPLAYED
    clips = [i for i, line in enumerate(words) if line[:1].isdigit() and ":" in line[1:3] and _CLIP.match(line)]
    told = sum(words[i].endswith((".", ".”", '."')) for i in clips)
    if len(clips) >= _FEWEST_CLIPS and 2 * told <= len(clips):
        found |= {i: _LISTED for i in clips if i - 1 in clips or i + 1 in clips}
    return found | _stamped(words)


def _block(words: Sequence[str], opening: int, closes: tuple[str, ...]) -> dict[int, Kind]:
    """The lines from a player's opening mark to its closing one, when that follows soon."""
    near = range(opening + 1, min(opening + _BLOCK, len(words)))
    end = next((i for i in near if words[i].casefold().startswith(closes)), None)
    return {} if end is None else dict.fromkeys(range(opening + 1, end), _BLOCKED)


def _stamped(words: Sequence[str]) -> dict[int, Kind]:
    """The titles of clips right above their stamp, between two paragraphs: "Ferry leaves Ostra", "Mar.03.202602:19"."""
    stamps = [i for i, line in enumerate(words) if len(line) < 30 and line[-1:].isdigit() and _is_stamp(line)]
    if len(stamps) > _MOST_STAMPS:
        return {}
    return {
        i - 1: _TITLED
        for i in stamps
        if 1 < i < len(words) - 1 and _is_title(words[i - 1]) and _ends(words[i - 2]) and _ends(words[i + 1])
    }


def _is_stamp(line: str) -> bool:
    return bool(_STAMP.match(line) or _DAY.match(line))


def _is_title(line: str) -> bool:
    return len(line.split()) in _TITLE and line[-1].isalnum() and not line.startswith(("By ", "BY "))


def _ends(line: str) -> bool:
    """True for a line of some length that ends as a sentence does."""
    return len(line) > 60 and line.rstrip("\"'”’")[-1:] in (".", "!", "?") and not cut_off(line)
