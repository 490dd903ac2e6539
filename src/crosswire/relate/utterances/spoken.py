"""The words of a part between quotation marks, each with its place, in a form in which two reports can be compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from crosswire.model.passage import Passage

POINTS = r"(?:\.\.\.+|…|\. \. \.(?: \.)*)"
DOTS = rf"(?P<elision>[\[(]\s*{POINTS}\s*[\])]|{POINTS})"
INSERTION = r"(?P<insertion>\[[^\]]*\]|\([^)]*\))"
LETTERED = r"(?P<lettered>\[\w{1,3}\]\w+|\w+\[\w{1,4}\])"  # "[T]he", "look[s]"
ACRONYM = r"(?:[A-Za-z]\.){2,}"
NUMBER = r"\d+(?:[.,]\d+)*"
PLAIN = r"[^\W_]+(?:[’'][^\W_]+)*|[%&]"  # hyphens part words: "high-quality" and "high quality" are one rendering
WORD = re.compile(f"{DOTS}|{LETTERED}|{INSERTION}|(?P<word>{ACRONYM}|{NUMBER}|{PLAIN})")


class Filler(StrEnum):
    """What stands between marks and was not said."""

    ELISION = "elision"
    INSERTION = "insertion"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word between quotation marks: `word` is what is compared, `printed` what stands there.

    An elision or an insertion in brackets is one `Spoken` with its `filler`.
    """

    word: str
    printed: str
    start: int
    end: int
    part: Passage
    filler: Filler | None = None


Words: TypeAlias = Sequence[Spoken]


def spoken(part: Passage) -> tuple[Spoken, ...]:
    """The words of a part between marks, in order. Case, points and the form of apostrophes are not compared.

    Capitals count where they make another word: "US" is not "us", unless the whole part is set in capitals.
    """
    shouted = part.words.isupper()
    return tuple(_word(m, part, shouted) for m in WORD.finditer(part.words))


def _word(found: re.Match[str], part: Passage, shouted: bool) -> Spoken:
    printed = found[0]
    filler = Filler.ELISION if found["elision"] else Filler.INSERTION if found["insertion"] else None
    plain = printed.replace("’", "'").replace("[", "").replace("]", "")
    if found["word"] and not plain[0].isdigit():
        plain = plain.replace(".", "")
    if len(plain) < 2 or shouted or not plain.isupper():
        plain = plain.casefold()
    return Spoken(plain, printed, part.start + found.start(), part.start + found.end(), part, filler)


def passage_over(words: Sequence[Spoken]) -> Passage | None:
    """One passage from the first word to the last; None for none."""
    if not words:
        return None
    part, start, end = words[0].part, words[0].start, words[-1].end
    return Passage(part.report, start, end, part.words[start - part.start : end - part.start])
