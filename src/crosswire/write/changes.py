"""What changed on the way from a report to its copies: each edit in its sentence, in both texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosswire.model.lineage import CHANGES_MEANING, Edit, EditKind
from crosswire.model.passage import Passage
from crosswire.write.pairs import Pair
from crosswire.write.sources import Register

# The gravest first: who said it and whether it is denied weigh more than a name that is spelt out.
GRAVITY = (
    EditKind.NEGATION,
    EditKind.ATTRIBUTION,
    EditKind.HEDGE,
    EditKind.FIGURE,
    EditKind.TIME,
    EditKind.NAME,
    EditKind.CUT,
    EditKind.ADDED,
    EditKind.WORDING,
    EditKind.MOVED,
    EditKind.STYLE,
)
# Characters shown before and behind an edit, where its sentence is longer.
AROUND = 110
# Two copies made the same edit where this much before it is alike too.
ALIKE = 24
# What a copy lacks has its place right behind a passage that both have; further off the place would be a guess.
NEAR = 3
# So many words before and behind an edit tell its place in the other text.
NEXT = 8
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Side:
    """An edit in one of the two texts: the words before it, its own ("" where nothing stands there), those behind it.

    `place` is all of it, verbatim; `cut_before`, `cut_after`: the sentence goes on.
    """

    place: Passage
    before: str
    words: str
    after: str
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True)
class Change:
    """An edit on the way from a report to its copy; `there` and `here` are None where its place can't be shown.

    `others` are further reports that have the same edit at the same place.
    """

    edit: Edit
    pair: Pair
    there: Side | None
    here: Side | None
    others: tuple[str, ...] = ()

    @property
    def grave(self) -> bool:
        """True when it changes what a reader takes away."""
        return self.edit.kind in CHANGES_MEANING

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports that have it."""
        return (self.pair.here, *self.others)


def changes(found: Iterable[Pair], register: Register, *, most: int) -> tuple[tuple[Change, ...], int]:
    """The gravest edits between these pairs of reports, and how many there are in all.

    What several copies did alike at one place is one edit. Changes of style alone are not among them, nor what a report
    changed in its own next version. In order of gravity, then by how many reports have them.
    """
    groups: dict[tuple[str, str, str, str], list[tuple[Pair, Edit]]] = {}
    for pair in found:
        for edit in () if pair.version else pair.edits:
            if edit.kind is not EditKind.STYLE and (edit.there or edit.here):
                groups.setdefault(_key(edit, register), []).append((pair, edit))
    ranked = sorted(groups.values(), key=lambda alike: (GRAVITY.index(alike[0][1].kind), -_reports(alike)))
    return tuple(_change(alike, register) for alike in ranked[:most]), len(ranked)


def _reports(alike: Sequence[tuple[Pair, Edit]]) -> int:
    return len({pair.here for pair, _ in alike})


def _change(alike: Sequence[tuple[Pair, Edit]], register: Register) -> Change:
    pair, edit = alike[0]
    here = dict.fromkeys(other.here for other, _ in alike[1:] if other.here != pair.here)
    there_at = edit.there or _opposite(edit.here, pair, turned=True)
    here_at = edit.here or _opposite(edit.there, pair, turned=False)
    return Change(edit, pair, _side(there_at, register), _side(here_at, register), tuple(here))


def _key(edit: Edit, register: Register) -> tuple[str, str, str, str]:
    """What two copies that made the same edit at the same place have in common."""
    anchor = edit.there or edit.here
    report = register.report(anchor.report) if anchor else None
    around = report.text[max(0, anchor.start - ALIKE) : anchor.start] if report and anchor else ""
    said = [" ".join(side.words.split()).casefold() if side else "" for side in (edit.there, edit.here)]
    return edit.kind.value, said[0], said[1], " ".join(around.split()).casefold()


def _opposite(side: Passage | None, pair: Pair, *, turned: bool) -> Passage | None:
    """The empty place in the other text where these words would stand; None where it can't be told."""
    if side is None:
        return None
    best: Passage | None = None
    for here, there in pair.passages:
        own, other = (here, there) if turned else (there, here)
        if own.covers(side):
            at = other.start + _mapped(own.words, other.words, side.start - own.start, side.end - own.start)
            return Passage(other.report, at, at, "")
        if own.end <= side.start <= own.end + NEAR:
            best = Passage(other.report, other.end, other.end, "")
    return best


def _mapped(own: str, other: str, start: int, end: int) -> int:
    """Where in `other` the words from `start` to `end` of `own` would stand: between most of the same words as there.

    Of places between equally many the one that lies about as far into its text. The edits are known already: only the
    words next to the place are looked at, the two texts are not aligned again.
    """
    ours, theirs = list(_WORD.finditer(own)), list(_WORD.finditer(other))
    said = [word[0].casefold() for word in theirs]
    before = [word[0].casefold() for word in ours if word.end() <= start][: -NEXT - 1 : -1]
    after = [word[0].casefold() for word in ours if word.start() >= end][:NEXT]
    far = start / max(1, len(own))

    def fit(n: int) -> tuple[int, float]:
        near = _in_common(before, said[max(0, n - NEXT) : n][::-1]) + _in_common(after, said[n : n + NEXT])
        return near, -abs((theirs[n - 1].end() if n else 0) / max(1, len(other)) - far)

    best = max(range(len(said) + 1), key=fit)
    return theirs[best - 1].end() if best else 0


def _in_common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _side(at: Passage | None, register: Register) -> Side | None:
    report = register.report(at.report) if at else None
    if at is None or report is None:
        return None
    first, last = register.sentence_around(at)
    start = first if at.start - first <= AROUND else _word_start(report.text, at.start - AROUND)
    end = last if last - at.end <= AROUND else _word_end(report.text, at.end + AROUND)
    return Side(
        report.passage(start, end),
        report.text[start : at.start],
        at.words,
        report.text[at.end : end],
        start > first,
        end < last,
    )


def _word_start(text: str, at: int) -> int:
    found = text.find(" ", at)
    return at if found < 0 else found + 1


def _word_end(text: str, at: int) -> int:
    found = text.rfind(" ", 0, at)
    return at if found < 0 else found


def led_to(found: Iterable[Change]) -> tuple[Passage, ...]:
    """The passages that the list of changes leads to."""
    return tuple(side.place for change in found for side in (change.there, change.here) if side)
