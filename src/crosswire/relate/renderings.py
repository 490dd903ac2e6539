"""How two reports render the words of one utterance: the differences between the parts in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswire.model.annotation import Quotation
from crosswire.model.passage import Passage
from crosswire.model.relation import Difference, Rendering
from crosswire.relate.sequences import Edit, common_length, edits

ELISION = "…"
DOTS = r"(?P<elision>\.\.\.|…|\. \. \.)"
INSERTION = r"(?P<insertion>\[[^\]]*\]|\([^)]*\))"
ACRONYM = r"(?:[A-Za-z]\.){2,}"
PLAIN = r"\w+(?:[’']\w+)*"  # hyphens part words: "high-quality" and "high quality" are one rendering
WORD = re.compile(f"{DOTS}|{INSERTION}|(?P<word>{ACRONYM}|{PLAIN})")
LEAST_SHARED = 3  # words that two parts must share to be renderings of the same words (all of a shorter part)
LEAST_SHARE = 0.6  # of the shorter part


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word between quotation marks: normalised, with its place. Elisions and insertions are `filler`."""

    word: str
    start: int
    end: int
    part: Passage
    filler: bool


def spoken(part: Passage) -> tuple[Spoken, ...]:
    """The words of a part between marks; case, punctuation and the form of apostrophes don't count."""
    return tuple(
        Spoken(
            word=m[0].casefold().replace("’", "'").replace(".", "") if m["word"] else ELISION,
            start=part.start + m.start(),
            end=part.start + m.end(),
            part=part,
            filler=m["word"] is None,
        )
        for m in WORD.finditer(part.words)
    )


def compare(quotations: Sequence[Quotation]) -> tuple[Rendering, tuple[Difference, ...]]:
    """How several quotations of one utterance compare, and where their words differ.

    SINGLE: fewer than two reports put words between marks, or no two share any. Each quotation is compared with the
    one that has most words; words that only one of them quotes at either end are no difference.
    """
    marked = [q for q in quotations if q.verbatim]
    if len({q.report for q in marked}) < 2:
        return Rendering.SINGLE, ()
    fullest = max(marked, key=lambda q: (sum(len(p.words) for p in q.verbatim), q.id))
    base = [spoken(part) for part in fullest.verbatim]
    shared, found = False, list[Difference]()
    for other in marked:
        if other is fullest:
            continue
        for part in other.verbatim:
            mine = spoken(part)
            theirs = max(base, key=lambda words: _common(words, mine))
            if _same_words(theirs, mine):
                shared = True
                found += _differences(theirs, mine)
    if not shared:
        return Rendering.SINGLE, ()
    return (Rendering.VARIANT if found else Rendering.VERBATIM), tuple(found)


def _common(a: Sequence[Spoken], b: Sequence[Spoken]) -> int:
    """How many words two parts share, in order."""
    return common_length([s.word for s in a], [s.word for s in b])


def _same_words(a: Sequence[Spoken], b: Sequence[Spoken]) -> bool:
    """True when two parts are renderings of the same words, not two passages of one speech."""
    shorter = min(len(a), len(b))
    common = _common(a, b)
    return shorter > 0 and common >= min(LEAST_SHARED, shorter) and common / shorter >= LEAST_SHARE


def _differences(a: Sequence[Spoken], b: Sequence[Spoken]) -> Iterator[Difference]:
    """The words that stand in one part and not, or otherwise, in the other; ends that only one quotes left out."""
    codes = _off_the_front(list(_opcodes(a, b)))
    codes = _off_the_front(codes[::-1])[::-1]
    for tag, a1, a2, b1, b2 in codes:
        if tag == "equal" or any(s.filler for s in (*a[a1:a2], *b[b1:b2])):
            continue
        yield Difference(_span(a[a1:a2]), _span(b[b1:b2]))


def _opcodes(a: Sequence[Spoken], b: Sequence[Spoken]) -> Iterator[Edit]:
    """Equal and unequal stretches, an insertion and a deletion side by side as one replacement."""
    waiting: tuple[int, int, int, int] | None = None
    for edit in edits([s.word for s in a], [s.word for s in b]):
        if edit[0] == "equal":
            if waiting:
                yield ("replace", *waiting)
                waiting = None
            yield edit
        elif waiting:
            waiting = (waiting[0], edit[2], waiting[2], edit[4])
        else:
            waiting = edit[1:]
    if waiting:
        yield ("replace", *waiting)


def _off_the_front(codes: list[Edit]) -> list[Edit]:
    """The stretches without what only one side quotes at the front, and without a chance match before a long gap."""
    while codes:
        if codes[0][0] != "equal" and min(_sizes(codes[0])) == 0:
            codes = codes[1:]
        elif len(codes) > 2 and codes[0][0] == "equal" and max(_sizes(codes[1])) > 2 * _sizes(codes[0])[0]:
            codes = codes[2:]
        else:
            break
    return codes


def _sizes(code: Edit) -> tuple[int, int]:
    """How many words of either side a stretch covers."""
    return code[2] - code[1], code[4] - code[3]


def _span(words: Sequence[Spoken]) -> Passage | None:
    """One passage over the words; None for none."""
    if not words:
        return None
    part, start, end = words[0].part, words[0].start, words[-1].end
    return Passage(part.report, start, end, part.words[start - part.start : end - part.start])
