"""What changed between the versions of a report, and what of the earlier ones is still told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.lineage import CHANGES_MEANING, Descent, ReportVersion
from crosswire.model.passage import Passage
from crosswire.model.relation import Actor, Link, LinkKind
from crosswire.model.report import EarlierVersion, Report
from crosswire.model.when import Basis, When, stamp
from crosswire.relate.edits.collation import collate, lined
from crosswire.relate.edits.edits import Editor


def as_versions(reports: Iterable[Report], versions: Sequence[ReportVersion]) -> tuple[Report, ...]:
    """The reports; of those that are versions of another the whole text is of an earlier version, as of its time."""
    why = {version.report: version.why for version in versions}
    return tuple(
        replace(report, earlier=(EarlierVersion(0, len(report.text), _seen(report), why.get(report.id)),))
        if report.version_of
        else report
        for report in reports
    )


def _seen(report: Report) -> When:
    """When a version was seen: updated, else published, else fetched."""
    if report.updated_at.value is None and report.published_at.value is None and report.fetched_at:
        return When(report.fetched_at.isoformat(), Basis.GIVEN)
    return report.updated_at if report.updated_at.value else report.published_at


def compared(
    versions: Sequence[ReportVersion],
    reports: Sequence[Report],
    annotations: Sequence[Annotation],
    *,
    lexicons: Lexicons,
) -> tuple[ReportVersion, ...]:
    """The versions with what changed from each to the next, word by word: `edits`, `added`, `cut`."""
    if not versions:
        return ()
    by_id = {report.id: report for report in reports}
    noted = {annotation.report: annotation for annotation in annotations}
    editor = Editor(lexicons)
    found = []
    for version in versions:
        one, later = (lined(by_id[id], noted.get(id), lexicons=lexicons) for id in (version.report, version.later))
        sides = collate(later, one, lexicons=lexicons)
        found.append(replace(version, edits=editor.edits(sides), added=sides.added, cut=sides.cut))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Told:
    """Which passages are told: all of reports, and of an earlier version the sentences that the next one changed.

    What a version says and its successor says too, was said once. A sentence counts as changed where an edit that
    changes meaning stands in it, and where it was cut.
    """

    of: Mapping[str, str]
    changed: Mapping[str, tuple[tuple[int, int], ...]]

    def tells(self, passage: Passage) -> bool:
        """True for a passage of a report, and for one that lies in a changed sentence of a version."""
        if passage.report not in self.of:
            return True
        spans = self.changed.get(passage.report, ())
        return any(start <= passage.start and passage.end <= end for start, end in spans)

    def counts(self, report: str) -> bool:
        """True for a report that is no version of another."""
        return report not in self.of

    def actors(self, actors: Iterable[Actor]) -> tuple[Actor, ...]:
        """The actors without their mentions in what was said once; those that only such words name are left out."""
        actors = tuple(actors)
        kept = (replace(actor, mentions=tuple(m for m in actor.mentions if self.tells(m))) for actor in actors)
        return tuple(now for now, actor in zip(kept, actors, strict=True) if now.mentions or not actor.mentions)


def what_is_told(
    versions: Sequence[ReportVersion], reports: Iterable[Report], annotations: Iterable[Annotation]
) -> Told:
    """What of the reports and their versions is told, from `compared` versions."""
    of = {report.id: report.version_of for report in reports if report.version_of}
    touched: defaultdict[str, list[Passage]] = defaultdict(list)
    for version in versions:
        touched[version.report] += [e.there for e in version.edits if e.there and e.kind in CHANGES_MEANING]
        touched[version.report] += version.cut
    changed = {
        annotation.report: tuple(
            (s.start, s.end)
            for s in annotation.sentences
            if any(s.start < p.end and p.start < s.end for p in touched[annotation.report])
        )
        for annotation in annotations
        if annotation.report in of
    }
    return Told(of, changed)


def by_first_seen(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports without versions, each as of the earliest publication of any of its versions."""
    reports = tuple(reports)
    times: defaultdict[str, list[When]] = defaultdict(list)
    for report in reports:
        if report.version_of and stamp(report.published_at.value):
            times[report.version_of].append(report.published_at)
    return tuple(_first(report, times[report.id]) for report in reports if report.version_of is None)


def _first(report: Report, others: Sequence[When]) -> Report:
    known = [when for when in (report.published_at, *others) if stamp(when.value)]
    if not others or not known:
        return report
    return replace(report, published_at=min(known, key=lambda when: stamp(when.value) or ""))


def to_reports(links: Iterable[Link], of: Mapping[str, str]) -> tuple[Link, ...]:
    """The links, those to a version of a report led to the report itself."""
    return tuple(replace(link, to_report=of.get(link.to_report or "", link.to_report)) for link in links)


def to_versions(
    descents: Iterable[Descent],
    links: Iterable[Link],
    of: Mapping[str, str],
    reports: Sequence[Report],
    annotations: Sequence[Annotation],
    *,
    lexicons: Lexicons,
) -> tuple[Descent, ...]:
    """The steps, those whose words are of an earlier version of the source compared with that version.

    Who printed "four dead" before the agency made it seven left nothing out and changed nothing.
    """
    copied = ((link, link.to_report) for link in links if link.kind is LinkKind.COPIED and link.to_report in of)
    had = {(link.report, of[version]): version for link, version in copied if version}
    by_id = {report.id: report for report in reports}
    noted = {annotation.report: annotation for annotation in annotations}
    editor = Editor(lexicons)
    found = []
    for descent in descents:
        version = had.get((descent.report, descent.source or ""))
        if version is None:
            found.append(descent)
            continue
        copy, source = (lined(by_id[id], noted.get(id), lexicons=lexicons) for id in (descent.report, version))
        sides = collate(copy, source, lexicons=lexicons)
        edits = editor.edits(sides)
        found.append(replace(descent, source=version, edits=edits, added=sides.added, cut=sides.cut))
    return tuple(found)


def since(reports: Sequence[Report], annotations: Sequence[Annotation]) -> dict[tuple[str, int], str]:
    """Report and start of a sentence → since when it is told, for the reports of which several versions were seen.

    A sentence is as old as the first version that has it, word for word; one that no other has is as old as the report
    is now: updated, else fetched where the versions were published at one time.
    """
    told: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.version_of:
            told[report.version_of].append(report)
    noted = {annotation.report: annotation for annotation in annotations}
    found: dict[tuple[str, int], str] = {}
    for latest in reports:
        versions = sorted(told.get(latest.id, ()), key=_at)
        plain = [" ".join(version.text.split()) for version in versions]
        for sentence in noted[latest.id].sentences if versions and latest.id in noted else ():
            words = " ".join(latest.text[sentence.start : sentence.end].split())
            first = next((v for v, text in zip(versions, plain, strict=True) if words in text), None)
            at = _seen(first).value if first else _now(latest, versions)
            if at:
                found[latest.id, sentence.start] = at
    return found


def _at(report: Report) -> tuple[str, str]:
    return stamp(_seen(report).value) or "", report.id


def _now(latest: Report, versions: Sequence[Report]) -> str | None:
    """Since when a report is what it is now, at the latest."""
    unchanged = latest.published_at.value in {version.published_at.value for version in versions}
    if latest.updated_at.value is None and latest.fetched_at and unchanged:
        return latest.fetched_at.isoformat()
    return _seen(latest).value
