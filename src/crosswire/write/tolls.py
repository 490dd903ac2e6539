"""The tolls in words, for readers: how many were killed and injured, what tells it, and what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.model.toll import Toll, TollHow, TollPart
from crosswire.write.sources import Register
from crosswire.write.vocabulary import listed

MOST_LABELS = 6


@dataclass(frozen=True, slots=True)
class TollLine:
    """A toll as it is shown: the number ("at least 12 killed"), what it is made of, and what was told otherwise."""

    head: str
    made_of: str
    otherwise: str
    toll: Toll

    @property
    def rest(self) -> str:
        """What stands behind the number."""
        return f"{self.made_of}{f'; otherwise {self.otherwise}' if self.otherwise else ''}"

    @property
    def words(self) -> str:
        """The whole as one line."""
        return f"{self.head}: {self.rest}"


def toll_lines(tolls: Sequence[Toll], register: Register) -> tuple[TollLine, ...]:
    """A line for each toll."""
    return tuple(_line(toll, register) for toll in tolls)


def _line(toll: Toll, register: Register) -> TollLine:
    head = f"{'at least ' if toll.high is None else ''}{toll.low:,} {toll.what}"
    others = [version for version in toll.versions if version.number != toll.low]
    otherwise = ", ".join(f"{f'{v.number:,}' if v.number else 'none'} ({_labels(v.reports, register)})" for v in others)
    return TollLine(head, _made_of(toll, register), otherwise, toll)


def _made_of(toll: Toll, register: Register) -> str:
    """What the number rests on: who gives it, the people, or the parts."""
    who = _labels([report for part in toll.parts for report in _reports(part)], register)
    match toll.how:
        case TollHow.COUNTED:
            return f"told of one by one, {', '.join(part.name or 'one unnamed' for part in toll.parts)} ({who})"
        case TollHow.SUM | TollHow.LESS:
            signs = (f"{'-' if part.number < 0 else '+'} {abs(part.number):,} {part.what}" for part in toll.parts)
            return f"{' '.join(signs).removeprefix('+ ')} ({who})"
        case TollHow.SIGN:
            return f"by the words, without a number ({who})"
    return who


def _reports(part: TollPart) -> list[str]:
    return [*part.headlines, *(passage.report for passage in part.passages)]


def _labels(reports: Sequence[str], register: Register) -> str:
    """The reports' labels, each once, in the dossier's order, so many at most."""
    labels = {register.label(report) for report in reports}
    return listed(sorted(labels, key=lambda label: (len(label), label)), most=MOST_LABELS)
