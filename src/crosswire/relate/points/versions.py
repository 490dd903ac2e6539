"""From sentences that share a point to the versions in which it is told: same, conflict or update."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from crosswire.model.annotation import Figure
from crosswire.model.passage import Passage
from crosswire.model.relation import Between, PointKind, PointRelation
from crosswire.model.report import Report
from crosswire.model.when import stamp
from crosswire.relate.points.statements import Slots

DAY, MONTH, YEAR = len("2031-03-04"), len("2031-03"), len("2031")
# Longer than this is told in days.
HOURS_TOLD = 24
# So few words of an update tell little by themselves.
SCRAP = 5


@dataclass(frozen=True, slots=True)
class Member:
    """A statement on its way into a point: the index of its sentence, its passage, the figure it gives."""

    sentence: int
    passage: Passage
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A point before its status is known: its members version by version, and why the versions stand as they do.

    `strength`, 0 to 1: how sure it is that the members belong together. `latest` is an index into `versions`; the
    first version is the older or the more widely told one. `shown`: the member that stands for a version.
    `counted`: the sentences that carry what is shown; the others only speak of the matter. None: all carry it.
    """

    kind: PointKind
    relation: PointRelation
    versions: tuple[tuple[Member, ...], ...]
    why: tuple[str, ...]
    between: Between | None = None
    strength: float = 1.0
    latest: int | None = None
    shown: Mapping[int, Member] = field(default_factory=dict)
    counted: frozenset[int] | None = None

    def members(self) -> tuple[Member, ...]:
        """All members, version by version."""
        return tuple(member for version in self.versions for member in version)

    def carrying(self) -> tuple[Member, ...]:
        """The members that carry what is shown of the point."""
        return tuple(m for m in self.members() if self.counted is None or m.sentence in self.counted)


class Told:
    """When each report was published, as far as known, and what readers know it by.

    `latest`: index of a report's version → index of the report. `since`: report and start of a sentence → when it was
    first told, for sentences that are older or newer than their report. `prints`: report and start of a sentence → the
    reports that have its very words.
    """

    def __init__(
        self,
        published: Sequence[str | None],
        names: Sequence[str],
        latest: Mapping[int, int] | None = None,
        since: Mapping[tuple[str, int], str] | None = None,
        prints: Mapping[tuple[str, int], Collection[int]] | None = None,
    ) -> None:
        self._published = tuple(published)
        self._names = tuple(names)
        self._latest = dict(latest or {})
        self._since = dict(since or {})
        self._prints = dict(prints or {})

    def houses(self, slots: Iterable[Slots]) -> str:
        """The names of the statements' reports: `Morning Post and AFP`; how many more print a sentence of theirs."""
        slots = tuple(slots)
        named = {s.report for s in slots}
        more = {n for s in slots for n in self._prints.get((s.passage.report, s.passage.start), ())} - named
        names = dict.fromkeys(self._names[s.report] for s in slots)
        return listed([*names, f"{len(more)} more that print the same"] if more else names)

    def span(self, slots: Iterable[Slots]) -> tuple[str | None, str | None]:
        """The first and last publication among the statements' reports, None where none is known."""
        known = sorted((key, t) for s in slots if (t := self._at(s)) and (key := stamp(t)))
        return (known[0][1], known[-1][1]) if known else (None, None)

    def before(self, early: Iterable[Slots], late: Iterable[Slots]) -> bool | None:
        """True when every `early` report came out before every `late` one; None where a time is not known.

        What a report's page marks as an earlier version came out before the rest of that report, whenever that was; so
        did a version of the report that was seen before.
        """
        early, late = tuple(early), tuple(late)
        if self._older_part(early, late):
            return True
        a = [stamp(self._at(s)) for s in early]
        b = [stamp(self._at(s)) for s in late]
        known_a, known_b = [t for t in a if t], [t for t in b if t]
        if len(known_a) < len(a) or len(known_b) < len(b):
            return None
        shortest = min(len(t) for t in known_a + known_b)
        return max(t[:shortest] for t in known_a) < min(t[:shortest] for t in known_b)

    def days_before(self, early: Slots, late: Slots) -> int | None:
        """So many days came the first sentence out before the second; None where a day is not known."""
        first, second = (stamp(self._at(s)) or "" for s in (early, late))
        try:
            return (date.fromisoformat(second[:DAY]) - date.fromisoformat(first[:DAY])).days
        except ValueError:  # a month or a year alone
            return None

    def days_since(self, value: str, slots: Slots) -> int | None:
        """So many days before the sentence was told lies a time value; None where either has no day.

        A month or a year counts from its end, so that what is known roughly is not taken for older than it is.
        """
        told = (stamp(self._at(slots)) or "")[:DAY]
        try:
            day = date.fromisoformat(told)
            return (day - _last_day(value)).days
        except ValueError:
            return None

    def days_before_all(self, value: str) -> int | None:
        """So many days before the first of the reports lies a time value; None where either has no day."""
        days = sorted(day for t in self._published if (day := (stamp(t) or "")[:DAY]) and len(day) == DAY)
        try:
            return (date.fromisoformat(days[0]) - _last_day(value)).days if days else None
        except ValueError:
            return None

    def order(self, early: Iterable[Slots], late: Iterable[Slots]) -> str:
        """Why the late ones are the newer, for the end of a reason: ", which came out four hours later"."""
        early, late = tuple(early), tuple(late)
        gap = self._gap(early, late)
        if self.before(early, late):
            return f", which came out {gap}" if gap else ", which came out later"
        if self.before(late, early):
            return "; the pages' times say otherwise, the words say which is newer"
        if self.before(early, late) is None:
            return "; a publication time is not known, the words say which is newer"
        return "; the times don't say which is newer, the words do"

    def _gap(self, early: Sequence[Slots], late: Sequence[Slots]) -> str:
        """How long after the last of the early ones the first of the late ones came out: "four hours later"."""
        first, last = self.span(early)[1], self.span(late)[0]
        a, b = stamp(first) or "", stamp(last) or ""
        try:
            if len(a) > DAY and len(b) > DAY:
                passed = datetime.fromisoformat(b) - datetime.fromisoformat(a)
            else:
                passed = date.fromisoformat(b[:DAY]) - date.fromisoformat(a[:DAY])
        except ValueError:
            return ""
        hours, minutes = divmod(int(passed.total_seconds()) // 60, 60)
        if hours >= HOURS_TOLD:
            return "the next day" if passed.days == 1 else f"{max(1, passed.days)} days later"
        if hours:
            return f"{hours} hour{'s' if hours > 1 else ''} later"
        return f"{minutes} minute{'s' if minutes > 1 else ''} later" if minutes else ""

    def _at(self, slots: Slots) -> str | None:
        """When a sentence was told: with its report, or with the earlier version that it is of."""
        if slots.earlier:
            return slots.earlier.published_at.value
        return self._since.get((slots.passage.report, slots.passage.start), self._published[slots.report])

    def _older_part(self, early: Sequence[Slots], late: Sequence[Slots]) -> bool:
        """True when the early sentences are of earlier versions of reports that now tell what the late ones tell."""
        older = all(s.earlier for s in early) and not any(s.earlier for s in late)
        return older and {self._latest.get(s.report, s.report) for s in early} <= {s.report for s in late}


def _last_day(value: str) -> date:
    """The last day of a time value; of a season or a week that of its year. Raises ValueError where no year is."""
    try:
        if len(value) == MONTH:
            return date(int(value[:YEAR]), int(value[-2:]), 28)
        return date.fromisoformat(value[:DAY])
    except ValueError:
        return date(int(value[:YEAR]), 12, 31)


def told_by(
    reports: Sequence[Report],
    names: Sequence[str],
    since: Mapping[tuple[str, int], str],
    prints: Mapping[tuple[str, int], Collection[int]] | None = None,
) -> Told:
    """When each of the reports was published, and which of them are versions of which."""
    place = {report.id: n for n, report in enumerate(reports)}
    latest = {n: place[report.version_of] for n, report in enumerate(reports) if report.version_of in place}
    return Told([report.printed_at.value for report in reports], names, latest, since, prints)


def told_otherwise(
    what: str,
    sides: Mapping[str, Sequence[Member]],
    slots: Sequence[Slots],
    told: Told,
    *,
    strength: float,
    note: str = "",
) -> Draft:
    """The conflict between reports about one thing: the version first that most statements tell, else the first told.

    `sides`: what is told of it → who tells it. `note`: what else the reason says.
    """
    ordered = sorted(sides.items(), key=lambda side: (-len(side[1]), side[1][0].sentence))
    houses = [f"{value} in {told.houses(slots[m.sentence] for m in members)}" for value, members in ordered]
    why = f"{what}: {' against '.join(houses)}, with no sign that one replaces the other{note}"
    versions = tuple(tuple(members) for _, members in ordered)
    return Draft(PointKind.STATE, PointRelation.CONFLICT, versions, (why,), between=Between.REPORTS, strength=strength)


def listed(names: Iterable[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    found = list(names)
    return f"{', '.join(found[:-1])} and {found[-1]}" if len(found) > 1 else "".join(found)


def values(draft: Draft) -> Mapping[int, str]:
    """A short verbatim value for each version: the statement that stands for it, the figure's words, the shortest.

    Of an update those that are more than a scrap come first: "Lupo is still at large" before "seeking Lupo".
    """
    shown = {n: [draft.shown[n]] if n in draft.shown else version for n, version in enumerate(draft.versions)}
    figures = draft.kind is PointKind.FIGURE and not (draft.relation is PointRelation.SAME and draft.shown)
    words = {n: [_value(m, figures=figures) for m in version] for n, version in shown.items()}
    scrap = SCRAP if draft.relation is PointRelation.UPDATE and not figures else 0
    return {n: min(found, key=lambda w: (len(w.split()) < scrap, len(w), w)) for n, found in words.items()}


def _value(member: Member, *, figures: bool) -> str:
    return member.figure.passage.words if figures and member.figure else member.passage.words
