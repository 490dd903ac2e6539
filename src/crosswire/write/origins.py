"""What the section of the origins shows: the lineage, what changed on the way, and two reports side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crosswire.model.dossier import Dossier
from crosswire.model.lineage import Descent, Elsewhere, ReportVersion
from crosswire.model.passage import Passage
from crosswire.model.relation import Link, LinkKind, Origin
from crosswire.write.changes import Change, changes, led_to
from crosswire.write.lineage import Line, lines
from crosswire.write.lineage_picture import NARROW, WIDE, Picture, picture
from crosswire.write.pairs import Pair, kinds, packed, pairs
from crosswire.write.sources import Register

MOST_CHANGES = 120
MOST_PAIRS = 40
MOST_PASSAGES = 30
# Above this many steps what each added and left out is counted, and shown with the two texts side by side.
MOST_TOLD = 60
# Words that stand in reports of other stories: so many lines, each with so many passages.
MOST_ELSEWHERE = 60
MOST_PLACES_ELSEWHERE = 3
# Above this many origins those of a single report stand in one list.
MOST_LINES = 12
MOST_STEMS = 40


@dataclass(frozen=True, slots=True)
class OriginsView:
    """The section: `changes` are the gravest of `edits` edits, `shown` the pairs that can be read without script.

    `data` and `kinds` are what the page's script needs to set any two reports side by side. `owners` are houses with
    several origins in the story; `told`: there is room for what each report added and left out. `retold` are steps to a
    report that cites its source and has none of its words.
    """

    lines: tuple[Line, ...]
    narrow: Picture | None
    wide: Picture | None
    cited: tuple[Origin, ...]
    owners: tuple[tuple[str, tuple[Origin, ...]], ...]
    changes: tuple[Change, ...]
    edits: int
    pairs: int
    shown: tuple[Pair, ...]
    data: str
    kinds: str
    reasons: tuple[Link, ...]
    versions: tuple[ReportVersion, ...]
    elsewhere: tuple[Elsewhere, ...]
    told: bool
    retold: tuple[Descent, ...] = ()

    @property
    def singles(self) -> tuple[Line, ...]:
        """The origins of one report with words of nobody else, where there are too many lines to show each."""
        return tuple(line for line in self.lines if line.single) if len(self.lines) > MOST_LINES else ()

    @property
    def stems(self) -> tuple[Line, ...]:
        """The other origins."""
        return tuple(line for line in self.lines if not line.single) if self.singles else self.lines

    @property
    def grave(self) -> tuple[Change, ...]:
        """The changes that change what a reader takes away."""
        return tuple(change for change in self.changes if change.grave)

    @property
    def others(self) -> tuple[Change, ...]:
        """The other changes."""
        return tuple(change for change in self.changes if not change.grave)

    @property
    def taken(self) -> int:
        """How many reports have words from another report of the story."""
        return len({one.report for one in self._debts if one not in self.retold})

    @property
    def citing(self) -> int:
        """How many reports cite another report of the story and have none of its words."""
        return len({one.report for one in self.retold} - {one.report for one in self._debts if one not in self.retold})

    @property
    def ties(self) -> int:
        """How many pairs of reports share words, where nobody can tell who was first."""
        steps = (step for line in self.lines for step in line.all())
        return len({frozenset((one.report, one.source)) for step in steps for one in step.others if not one.directed})

    @property
    def _debts(self) -> tuple[Descent, ...]:
        """The steps from one report of the story to another."""
        ways = (one for line in self.lines for step in line.all() for one in step.ways)
        return tuple(one for one in ways if one.directed and one.source)

    @property
    def loose(self) -> frozenset[str]:
        """The reports that share words with another, where nobody can tell who was first."""
        steps = (step for line in self.lines for step in line.all())
        ties = [(step.report, other.source) for step in steps for other in step.others if not other.directed]
        return frozenset(report for tie in ties for report in tie if report)

    @property
    def far(self) -> tuple[tuple[str, tuple[Elsewhere, ...]], ...]:
        """What stands in reports of other stories too, by the house that has it there; "" where that is not known."""
        found: dict[str, list[Elsewhere]] = {}
        for one in self.elsewhere[:MOST_ELSEWHERE]:
            found.setdefault(one.publisher or "", []).append(one)
        return tuple((house, tuple(those)) for house, those in found.items())

    def is_shown(self, one: str, other: str) -> bool:
        """True where the two reports' passages can be read without script."""
        return any({pair.here, pair.there} == {one, other} for pair in self.shown)

    def led_to(self) -> tuple[Passage, ...]:
        """Every passage that a line of the section leads to."""
        sides = [side for pair in self.shown for both in pair.passages[:MOST_PASSAGES] for side in both]
        steps = [step for line in self.lines for step in line.all() if step.came] if self.told else []
        apart = [p for step in steps if step.came for p in (*step.came.added, *step.came.cut)]
        seen = [passage for version in self.versions for passage in (*version.added, *version.cut)]
        far = [place for one in self.elsewhere[:MOST_ELSEWHERE] for place in one.passages[:MOST_PLACES_ELSEWHERE]]
        return (*led_to(self.changes), *sides, *apart, *seen, *far)


def origins_view(dossier: Dossier, register: Register) -> OriginsView:
    """Everything that the section of the origins shows."""
    relations = dossier.relations
    found = lines(dossier)
    all_pairs = pairs(dossier)
    listed, edits = changes(all_pairs, register, most=MOST_CHANGES)
    standing = {line.origin.id for line in found}
    return OriginsView(
        lines=found,
        narrow=picture(dossier, found, register, NARROW),
        wide=picture(dossier, found, register, WIDE),
        cited=tuple(origin for origin in relations.origins if origin.id not in standing),
        owners=owners(relations.origins),
        changes=listed,
        edits=edits,
        pairs=len(all_pairs),
        shown=tuple(pair for pair in all_pairs if pair.passages)[:MOST_PAIRS],
        data=packed(all_pairs, register),
        kinds=kinds(),
        reasons=tuple(link for link in relations.links if link.kind is not LinkKind.COPIED),
        versions=relations.versions,
        elsewhere=tuple(sorted(relations.elsewhere, key=lambda one: -one.share)),
        told=sum(len(line.all()) for line in found) <= MOST_TOLD,
        retold=tuple(one for line in found for step in line.all() for one in step.ways if register.only_cites(one)),
    )


def owners(origins: Iterable[Origin]) -> tuple[tuple[str, tuple[Origin, ...]], ...]:
    """The owners that have several of these origins, each with them, in their order."""
    found: dict[str, list[Origin]] = {}
    for origin in origins:
        if origin.owner:
            found.setdefault(origin.owner, []).append(origin)
    return tuple((owner, tuple(houses)) for owner, houses in found.items() if len(houses) > 1)
