"""The lineage as lines of text: origins, their reports, and, set in, the reports that have their words from these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswire.model.lineage import Descent, Edit, Elsewhere
from crosswire.write.changes import Change
from crosswire.write.lineage import Line, Step
from crosswire.write.sources import Register
from crosswire.write.vocabulary import EDITS, FIRST, ORIGINS, count, edited


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of text: how far it is set in, whom it is about, and what is said of it."""

    deep: int
    name: str
    words: str


def branches(found: Sequence[Line], register: Register, *, most: int) -> tuple[tuple[Branch, ...], int]:
    """The lineage as lines of text, no more than `most` in all, and how many origins were left out.

    Each origin has its line, its reports below it; where there is no room for all of them, the origins of several
    reports alone.
    """
    whole = [branch for line in found for branch in _line(line, register)]
    if len(whole) <= most:
        return tuple(whole), 0
    several = [line for line in found if len(line.all()) > 1][:most] or found[:most]
    return tuple(_head(line) for line in several), len(found) - len(several)


def _head(line: Line) -> Branch:
    away = "" if line.here else ", not here itself"
    later = f", and {line.later} from these" if line.later else ""
    changed = f", Δ in {line.changed}" if line.changed else ""
    words = f"({ORIGINS[line.origin.kind]}{away}): {count(line.first, 'report')}{later}{changed}"
    return Branch(0, line.origin.name, words)


def _line(line: Line, register: Register) -> Iterator[Branch]:
    yield _head(line)
    for step in line.steps:
        yield from _step(step, 1, register)


def _step(step: Step, deep: int, register: Register) -> Iterator[Branch]:
    told = [register.house(step.report) or register.publisher(step.report)]
    if step.again:
        told.append("also under another origin")
    elif step.came:
        told += [debt(step.came, register)] if step.came.source or step.share is not None else []
        told += [f"Δ {count(step.changes, 'edit')} of meaning"] if step.changes else []
    told += [debt(other, register) for other in step.others]
    yield Branch(deep, register.label(step.report), ", ".join(part for part in told if part))
    for inner in step.steps:
        yield from _step(inner, deep + 1, register)


def debt(one: Descent, register: Register) -> str:
    """What a report owes, as words: "45 % of its words from R1"."""
    share = f"{min(1.0, max(0.0, one.share)) * 100:.0f} % of its words" if one.share is not None else "words"
    source = register.label(one.source) if one.source else register.origin_names([one.origin or "another text"])[0]
    if register.only_cites(one):
        return f"cites {source}"
    if one.directed:
        return f"{share} from {source}"
    return f"shares {share} with {source}, who was first is not known"


def found_elsewhere(one: Elsewhere, register: Register) -> str:
    """Words that stand in a report of another story too, told in one line."""
    whose = one.publisher or one.other
    share = f"{min(1.0, max(0.0, one.share)) * 100:.0f} %"
    label = register.label(one.report)
    return f"{label}: {share} of its words stand in another story’s report too ({whose}{FIRST[one.earlier]})"


def says(edit: Edit, loose: tuple[str, str] | None = None) -> str:
    """An edit, as words: "dropped “police said”"; `loose` as in `edited`."""
    return " ".join(f"{ours} “{theirs}”" if theirs else ours for ours, theirs in edited(edit, loose))


def changed(change: Change, register: Register) -> str:
    """An edit on the way, as words: "who says it: dropped “police said” (R3, from R1)"."""
    pair = change.pair
    loose = None if pair.directed else (register.label(pair.there), register.label(pair.here))
    said = says(change.edit, loose)
    reports = ", ".join(register.label(report) for report in change.reports[:6])
    more = f" and {len(change.reports) - 6} more" if len(change.reports) > 6 else ""
    between = ", from" if change.pair.directed else " and"
    return f"{EDITS[change.edit.kind]}: {said} ({reports}{more}{between} {register.label(change.pair.there)})"
