"""The silences as a reader sees them: what is left out, who has it, and who leaves it out beside what of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crosswire.model.dossier import Dossier
from crosswire.model.passage import Passage
from crosswire.model.relation import Silence, SilenceKind, Status
from crosswire.write.ledger import Ledger, Telling
from crosswire.write.sources import Register

# What no reader may miss; the others are folded.
GRAVE = (SilenceKind.ANSWER, SilenceKind.TOLL, SilenceKind.SIDE)


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is left out: the silences about it, one for each report, the words that stand for it.

    `passages` are those that have it, one for each report; `shown` the words of the ledger's row, if it has a row;
    `voices` are the names of those on whose word alone it rests.
    """

    kind: SilenceKind
    point: str
    silences: tuple[Silence, ...]
    passages: tuple[Passage, ...]
    shown: Passage
    address: str
    voices: tuple[str, ...] = ()

    @property
    def doubt(self) -> str:
        """What is to be said where the times don't tell whether the silent reports could have it; else nothing."""
        unsure = any(silence.could_have is None for silence in self.silences)
        return "; whether it was known by then, the times don’t tell" if unsure else ""

    @property
    def having(self) -> int:
        """How many origins have it."""
        return len(self.silences[0].having)

    @property
    def telling(self) -> int:
        """How many origins tell of the matter."""
        return len(self.silences[0].telling)


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps that a reader must not miss, and the others."""

    grave: tuple[Gap, ...]
    others: tuple[Gap, ...]

    def all(self) -> tuple[Gap, ...]:
        """All of them, the grave first."""
        return self.grave + self.others

    def addresses(self) -> dict[Silence, str]:
        """Where the line of each silence stands on the page."""
        return {silence: gap.address for gap in self.all() for silence in gap.silences}

    def led_to(self) -> tuple[Passage, ...]:
        """The passages of the silent reports themselves that lines of the page lead to."""
        return tuple(passage for gap in self.all() for silence in gap.silences for passage in silence.beside)


def gaps(dossier: Dossier, register: Register, book: Ledger) -> Gaps:
    """What is left out, the gravest first; what a report could not yet have is not among it."""
    tellings = {row.point.id: row.tellings for row in book.rows()}
    voices = {row.point.id: row.voices for row in book.rows() if row.point.status is Status.SINGLE_VOICE}
    held: dict[tuple[str, str | None], list[Silence]] = {}
    for silence in dossier.relations.silences:
        if silence.could_have is not False:
            held.setdefault((silence.point, silence.version), []).append(silence)
    found = [
        Gap(
            kind=group[0].kind,
            point=point,
            silences=tuple(group),
            passages=group[0].passages,
            shown=_shown(group[0].passages, tellings.get(point, ()), register),
            address=f"l{number}",
            voices=voices.get(point, ()),
        )
        for number, ((point, _), group) in enumerate(held.items(), 1)
    ]
    return Gaps(tuple(gap for gap in found if gap.kind in GRAVE), tuple(gap for gap in found if gap.kind not in GRAVE))


def _shown(passages: tuple[Passage, ...], tellings: Iterable[Telling], register: Register) -> Passage:
    """The words that stand for it in the ledger; those of the first report that has it where it has no row."""
    held = frozenset(passages)
    for telling in tellings:
        if telling.passage in held or any(line.passage in held for line in telling.lines):
            return telling.shown
    return register.context(passages[0])


def by_kind(found: Iterable[Gap]) -> Mapping[SilenceKind, tuple[Gap, ...]]:
    """The gaps by what is left out, in their order."""
    groups: dict[SilenceKind, list[Gap]] = {}
    for gap in found:
        groups.setdefault(gap.kind, []).append(gap)
    return {kind: tuple(those) for kind, those in groups.items()}
