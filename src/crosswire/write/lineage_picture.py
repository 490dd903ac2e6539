"""The picture of the lineage as numbers: origins at the left, their reports, and what came of these to the right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from crosswire.model.dossier import Dossier
from crosswire.model.lineage import Descent
from crosswire.write.axis import Axis, Tick, axis
from crosswire.write.clock import Stretch, stretch
from crosswire.write.lineage import Line, Step
from crosswire.write.sources import Register
from crosswire.write.vocabulary import count

ROW = 25
# A letter of the picture's type, on the average: what is drawn behind a name begins there.
LETTER = 6.4
# Generations beyond this one are set in by little, so that a chain of copies stays on the page.
FAR = 2
SET_IN = 22
# Of so many reports one at each end may lie off the axis: a page dated years ago would squeeze the days of the story.
FEW = 30
# Where the bars of a crowded narrow picture begin, and how long the longest is.
BARS, BAR = 186, 90


@dataclass(frozen=True, slots=True)
class Frame:
    """How a picture is laid out: its width, where the first reports stand, and how far their copies stand from them.

    `apart`: an origin has a row to itself. `letters` is the room for a publisher's name. The times stand from `strip`
    on; 0 for none.
    """

    width: int
    left: int
    step: int
    apart: bool
    letters: int
    most: int
    strip: int = 0


# Beside the text, and for a phone: everything in one narrow column.
NARROW = Frame(width=360, left=26, step=22, apart=True, letters=30, most=16)
# For a desk: origins, first prints and copies in columns, and when each was printed.
WIDE = Frame(width=1120, left=250, step=270, apart=False, letters=24, most=48, strip=800)


@dataclass(frozen=True, slots=True)
class Node:
    """A report, or in a crowded picture many: its place, what is said of it, and where it leads.

    `changes`: the edits that change what is said; where there are many reports, the reports that have such edits.
    `open`: its text is not among the reports; `again`: it stands elsewhere in the picture too.
    """

    x: float
    y: float
    size: float
    label: str
    words: str
    faint: str
    changes: int
    address: str
    open: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Wire:
    """A line between two nodes: its path and width; `loose` where nobody can tell which of the two came first."""

    path: str
    width: float
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """When a report was printed; `beyond` is -1 or 1 for what lies before or after the days that are drawn."""

    x: float
    y: float
    beyond: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything to draw. `heads` are the origins, with names to the left of their nodes, or right where `apart`.

    `crowded`: the reports of an origin are counted instead of drawn. `left_out` says what is not in the picture.
    """

    frame: Frame
    height: float
    heads: tuple[Node, ...]
    nodes: tuple[Node, ...]
    wires: tuple[Wire, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    crowded: bool
    left_out: str

    @property
    def loose(self) -> bool:
        """True where a direction is not known somewhere in the picture."""
        return any(wire.loose for wire in self.wires)


class _Pen:
    """Draws lines of a lineage from top to bottom."""

    def __init__(self, dossier: Dossier, register: Register, frame: Frame, *, crowded: bool) -> None:
        self._register = register
        self._frame = frame
        printed = {one.id: stretch(one.printed_at.value) for one in dossier.relations.counted}
        self._printed = {id: covered for id, covered in printed.items() if covered}
        self._room = (24 if crowded else 44) if frame.apart else 27
        self.axis = self._axis(self._printed.values()) if frame.strip else None
        self.y = 16.0
        self.heads: list[Node] = []
        self.nodes: list[Node] = []
        self.wires: list[Wire] = []
        self.marks: list[Mark] = []
        self._at: dict[str, tuple[float, float]] = {}

    def _axis(self, printed: Iterable[Stretch]) -> Axis | None:
        """The days of the reports; of many reports without the few that lie far from the others."""
        days = sorted(printed, key=lambda covered: covered.start)
        edge = len(days) // FEW
        near = days[edge : len(days) - edge]
        return axis(near, (), left=self._frame.strip, width=self._frame.width - self._frame.strip - 10)

    def _head(self, line: Line) -> tuple[float, float]:
        x = 8.0 if self._frame.apart else self._frame.left - 40.0
        words = _cut(line.origin.name, self._room)
        address = self._register.origin_address(line.origin.id) or ""
        self.heads.append(Node(x, self.y, 5, "", words, "", 0, address, open=not line.here))
        return x, self.y

    def whole(self, line: Line) -> None:
        """The line with every report in a row of its own."""
        head = self._head(line)
        if self._frame.apart:
            self.y += ROW
        for step in line.steps:
            self._step(step, head, 0)
        self.y += 6

    def _step(self, step: Step, parent: tuple[float, float], deep: int) -> None:
        x = self._frame.left + self._frame.step * min(deep, FAR - 1) + SET_IN * max(0, deep - FAR + 1)
        y = self.y
        house = self._register.house(step.report)
        share = f"{step.share * 100:.0f} %" if step.share is not None else ""
        label = self._register.label(step.report)
        words = _cut(house, self._frame.letters - (3 * deep if self._frame.apart else 0))
        faint = "see above" if step.again and step.report in self._at else "also below" if step.again else share
        self.nodes.append(Node(x, y, 4, label, words, faint, step.changes, label, again=step.again))
        # Below the deepest step all stand in one list: the line comes from where the words came from.
        source = self._at.get(step.came.source) if step.came and step.came.source else None
        self._wire(source or parent, (x, y), step.share)
        self._at.setdefault(step.report, (x, y))
        self._mark([step.report], y)
        self.y += ROW
        for inner in step.steps:
            self._step(inner, (x, y), deep + 1)

    def _wire(self, start: tuple[float, float], end: tuple[float, float], share: float | None) -> None:
        width = 1.0 if share is None else round(1 + 3.5 * share, 1)
        self.wires.append(Wire(_elbow(start, end), width))

    def _mark(self, reports: Iterable[str], y: float) -> None:
        if self.axis:
            known = (self.axis.spot(self._printed[report]) for report in reports if report in self._printed)
            places = {Mark(self.axis.x(0) if s.beyond < 0 else s.x, y, s.beyond) for s in known}
            self.marks += sorted(places, key=lambda mark: (mark.x, mark.beyond))

    def tie(self, found: Sequence[Line]) -> None:
        """Loose lines between reports that share words, where nobody can tell who was first."""
        done = set()
        fed = {step.report: step.came for line in found for step in line.steps if step.came}
        for step in (step for line in found for step in line.all()):
            for other in (other for other in step.others if not other.directed):
                ends = [self._at[id] for id in (step.report, other.source) if id in self._at]
                pair = frozenset((step.report, other.source))
                if len(ends) == 2 and pair not in done and not _one_supplier(step, other, fed):
                    done.add(pair)
                    self.wires.append(Wire(_arc(*ends), 1.2, loose=True))

    def counted(self, line: Line, most: int) -> None:
        """The line in one row: how many reports have the words first, and how many from another report."""
        head = self._head(line)
        reports = [step.report for step in line.all()]
        if self._frame.apart:
            self._bar(line, len(reports) / most)
        else:
            self._counts(line, head, most)
        self._mark(reports, self.y)
        self.y += ROW

    def _bar(self, line: Line, part: float) -> None:
        wide = round(max(2.0, part * BAR), 1)
        words = count(len(line.all()), "report")
        address = self._register.origin_address(line.origin.id) or ""
        self.nodes.append(Node(BARS, self.y, wide, "", words, "", line.changed, address))

    def _counts(self, line: Line, head: tuple[float, float], most: int) -> None:
        address = self._register.origin_address(line.origin.id) or ""
        left, before = float(self._frame.left), head
        for x, many, from_these in ((left, line.first, ""), (left + self._frame.step, line.later, " from these")):
            if many:
                changed = line.changed if from_these or not line.later else 0
                words = count(many, "report") + from_these
                self.nodes.append(Node(x, self.y, _size(many), "", words, "", changed, address))
                self.wires.append(Wire(_elbow(before, (x, self.y)), round(1 + 5 * many / most, 1)))
                before = (x + 5 + LETTER * len(words), self.y)


def picture(dossier: Dossier, found: Sequence[Line], register: Register, frame: Frame) -> Picture | None:
    """The lineage drawn in this frame; None where there is no origin.

    Reports in rows of their own as long as there is room, else each origin in one row with counts; origins of a single
    report are then told in words.
    """
    if not found:
        return None
    rows = sum(len(line.all()) + frame.apart for line in found)
    crowded = rows > frame.most
    pen = _Pen(dossier, register, frame, crowded=crowded)
    left_out = ""
    if crowded:
        drawn = [line for line in found if len(line.all()) > 1][: frame.most // 2] or list(found[: frame.most // 2])
        for line in drawn:
            pen.counted(line, len(found[0].all()))
        left_out = _rest(found[len(drawn) :])
    else:
        for line in found:
            pen.whole(line)
        pen.tie(found)
    foot = 26 if pen.axis else 0
    return Picture(
        frame,
        pen.y + foot + (14 if left_out else -6),
        tuple(pen.heads),
        tuple(pen.nodes),
        tuple(pen.wires),
        tuple(pen.marks),
        pen.axis.ticks() if pen.axis else (),
        crowded,
        left_out,
    )


def _one_supplier(step: Step, other: Descent, fed: Mapping[str, Descent]) -> bool:
    """True for two prints of one agency's copy: their lines to it say why they are alike."""
    one, two = step.came, fed.get(other.source or "")
    if one is None or two is None:
        return False
    return one.source is None and two.source is None and one.origin == two.origin


def _rest(left: Sequence[Line]) -> str:
    if not left:
        return ""
    reports = sum(len(line.all()) for line in left)
    each = " with one report each" if reports == len(left) else f" with {count(reports, 'report')}"
    return f"and {count(len(left), 'more origin')}{each if len(left) > 1 or reports > 1 else ''}"


def _size(many: int) -> float:
    return round(min(10.0, 3 + sqrt(many) * 0.7), 1)


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _elbow(start: tuple[float, float], end: tuple[float, float]) -> str:
    """From a node down and to the right, the corner round; straight where both stand in one row."""
    (x, y), (to_x, to_y) = start, end
    if y == to_y:
        return f"M{x + 5:g} {y:g}H{to_x - 5:g}"
    if x >= to_x:
        return _arc(start, end)
    return f"M{x:g} {y + 5:g}V{to_y - 7:g}Q{x:g} {to_y:g} {x + 7:g} {to_y:g}H{to_x - 5:g}"


def _arc(one: tuple[float, float], other: tuple[float, float]) -> str:
    """A bow at the left of two nodes."""
    (x, y), (to_x, to_y) = sorted((one, other), key=lambda at: at[1])
    out = min(x, to_x) - 13
    return f"M{x - 5:g} {y:g}Q{out:g} {(y + to_y) / 2:g} {to_x - 5:g} {to_y:g}"
