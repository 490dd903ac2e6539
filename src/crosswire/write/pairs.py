"""Two reports with words in common: the passages that stand in both, and what was changed inside them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from crosswire.model.dossier import Dossier
from crosswire.model.lineage import CHANGES_MEANING, Edit, EditKind
from crosswire.model.passage import Passage
from crosswire.model.relation import LinkKind
from crosswire.write.sources import Register
from crosswire.write.vocabulary import EDITS

KINDS = tuple(EditKind)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pair:
    """A report and another that it has words in common with.

    `directed`: the words came from `there` to `here`. `passages` pairs (here, there), in order of `here`.
    `version`: `there` is an earlier version of `here`. `added` are sentences that `here` alone has, `cut` those that
    `there` alone has.
    """

    here: str
    there: str
    directed: bool
    share: float | None
    passages: tuple[tuple[Passage, Passage], ...]
    edits: tuple[Edit, ...]
    version: bool = False
    added: tuple[Passage, ...] = ()
    cut: tuple[Passage, ...] = ()

    @property
    def changes(self) -> tuple[Edit, ...]:
        """The edits that change what a reader takes away."""
        return tuple(edit for edit in self.edits if edit.kind in CHANGES_MEANING)


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a passage, and the kind of edit that they are one side of; None where both texts have them."""

    words: str
    kind: EditKind | None

    @property
    def classes(self) -> str:
        """The classes of these words on the page."""
        return "" if self.kind is None else "edit meaning" if self.kind in CHANGES_MEANING else "edit"


def pairs(dossier: Dossier) -> tuple[Pair, ...]:
    """The pairs of reports with words in common: those of the lineage, versions of a report, other links; each once.

    First those with edits that change what a reader takes away, then by the part that is copied.
    """
    known = {report.id for report in dossier.relations.reports}
    found: dict[frozenset[str], Pair] = {}
    for one in dossier.relations.lineage:
        if one.source in known and one.report in known and one.source != one.report:
            key = frozenset((one.report, one.source))
            made = Pair(one.report, one.source, one.directed, one.share, (), one.edits, added=one.added, cut=one.cut)
            found.setdefault(key, made)
    for version in dossier.relations.versions:
        if version.report in known and version.later in known:
            key = frozenset((version.report, version.later))
            made = Pair(version.later, version.report, version.ordered, None, (), version.edits, version=True)
            found.setdefault(key, replace(made, added=version.added, cut=version.cut))
    for link in dossier.relations.links:
        if link.kind is LinkKind.COPIED and link.to_report in known and link.report in known:
            made = Pair(link.report, link.to_report, True, link.share, (), ())
            pair = found.setdefault(frozenset((link.report, link.to_report)), made)
            turned = pair.here != link.report
            sides = tuple((there, here) if turned else (here, there) for here, there in link.passages)
            found[frozenset((link.report, link.to_report))] = replace(pair, passages=_in_order(pair.passages + sides))
    return tuple(sorted(found.values(), key=lambda pair: (-len(pair.changes), -(pair.share or 0.0))))


def _in_order(passages: Iterable[tuple[Passage, Passage]]) -> tuple[tuple[Passage, Passage], ...]:
    return tuple(sorted(set(passages)))


def parts(passage: Passage, edits: Iterable[Edit]) -> tuple[Part, ...]:
    """The passage's words in parts, those of an edit apart; of edits over the same words the first is shown."""
    return tuple(Part(words, kind) for words, kind in in_parts(passage, _spans(passage, edits)))


def in_parts(passage: Passage, spans: Iterable[tuple[int, int, T]]) -> tuple[tuple[str, T | None], ...]:
    """The passage's words in parts, each with what its span has, None between spans; where two overlap the first is
    whole."""
    words, at = passage.words, passage.start
    found: list[tuple[str, T | None]] = []
    for start, end, kind in spans:
        start, end = max(start, at), min(end, passage.end)
        if start < end:
            found += [(words[at - passage.start : start - passage.start], None)]
            found += [(words[start - passage.start : end - passage.start], kind)]
            at = end
    return tuple(part for part in (*found, (words[at - passage.start :], None)) if part[0])


def _spans(passage: Passage, edits: Iterable[Edit]) -> list[tuple[int, int, EditKind]]:
    """Where edits touch the passage; what is only spelt or pointed otherwise is not worth a mark."""
    told = (edit for edit in edits if edit.kind is not EditKind.STYLE)
    sides = ((side, edit.kind) for edit in told for side in (edit.there, edit.here) if side)
    return sorted((side.start, side.end, kind) for side, kind in sides if side.overlaps(passage))


def packed(found: Sequence[Pair], register: Register) -> str:
    """The pairs as compact JSON for the page's script; nothing in it comes from a page but numbers.

    `{"R3 R1": [directed, percent, [[here start, end, there start, end] …], [[kind, there start, end, here start, end]
    …], [[start, end] … that here alone has], [[start, end] … that there alone has]]}`, -1 for a side that has nothing;
    kinds are numbers in the order of `kinds()`.
    """
    data = {
        f"{register.label(pair.here)} {register.label(pair.there)}": [
            int(pair.directed),
            None if pair.share is None else round(100 * pair.share),
            [[here.start, here.end, there.start, there.end] for here, there in pair.passages],
            [[KINDS.index(edit.kind), *_ends(edit.there), *_ends(edit.here)] for edit in pair.edits],
            [_ends(passage) for passage in pair.added],
            [_ends(passage) for passage in pair.cut],
        ]
        for pair in found
    }
    return json.dumps(data, separators=(",", ":"))


def kinds() -> str:
    """The kinds of edits as JSON: for each its words, and whether it changes what a reader takes away."""
    return json.dumps([[EDITS[kind], int(kind in CHANGES_MEANING)] for kind in KINDS], separators=(",", ":"))


def _ends(side: Passage | None) -> tuple[int, int]:
    return (side.start, side.end) if side else (-1, -1)
