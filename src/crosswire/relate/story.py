"""What holds between the reports of one story: every finder of this room, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation, Quotation
from crosswire.model.lineage import ReportVersion
from crosswire.model.relation import Actor, Link, Origin, Relations, Utterance
from crosswire.model.report import Report
from crosswire.model.story import Story
from crosswire.relate.actors.actors import resolve_actors
from crosswire.relate.origins.lineage import find_lineage
from crosswire.relate.origins.origins import judged_origins
from crosswire.relate.origins.report_versions import (
    Told,
    as_versions,
    by_first_seen,
    compared,
    since,
    to_reports,
    to_versions,
    what_is_told,
)
from crosswire.relate.points.point_model import PointModel
from crosswire.relate.points.points import find_points
from crosswire.relate.points.silences import find_silences
from crosswire.relate.times.clock import complete_times
from crosswire.relate.times.dated import dated_events
from crosswire.relate.times.recounted import ReadTimes
from crosswire.relate.times.statement_times import with_times
from crosswire.relate.times.timeline import build_timeline
from crosswire.relate.tolls.toll_model import TollModel
from crosswire.relate.tolls.tolls import find_tolls
from crosswire.relate.utterances.speech import spoken_only, without_the_silent
from crosswire.relate.utterances.utterances import find_utterances


def relate(
    story: Story,
    reports: Sequence[Report],
    annotations: Sequence[Annotation],
    *,
    lexicons: Lexicons,
    point_model: PointModel,
    read_times: ReadTimes,
    versions: Sequence[ReportVersion] = (),
    toll_model: TollModel | None = None,
) -> Relations:
    """The story with its actors, utterances, origins, links, points, timeline and, with `toll_model`, its tolls.

    `versions` say which reports are versions of others; what these changed is told beside what they say now, as
    superseded, and everything else of them was said once.
    `reports` and `annotations` are the story's, in the same order: publication time (unknown last), then id.
    `read_times` reads a report's time expressions again, counted from a date that the story supplies.
    """
    reports = as_versions(reports, versions)
    versions = compared(versions, reports, annotations, lexicons=lexicons)
    told = what_is_told(versions, reports, annotations)
    origins, links, judge = judged_origins(reports, annotations, lexicons=lexicons)
    speech = _speech(reports, annotations, told, origins=origins, links=links, lexicons=lexicons)
    figures = tuple(f for annotation in annotations for f in annotation.figures if told.tells(f.passage))
    seen = since(reports, annotations)
    times = complete_times(reports, annotations, read_times=read_times, since=seen)
    times = tuple(time for time in times if told.tells(time.passage))
    known = Relations(
        story=story,
        reports=reports,
        annotations=tuple(annotations),
        actors=speech.actors,
        quotations=speech.quotations,
        utterances=speech.utterances,
        figures=figures,
        times=times,
        origins=origins,
        links=links,
        versions=versions,
    )
    points = find_points(known, lexicons=lexicons, model=point_model, tells=told.tells, since=seen)
    counted = [annotation for annotation in annotations if told.counts(annotation.report)]
    latest = [report for report in reports if told.counts(report.id)]
    kept = tuple(time for time in times if told.counts(time.passage.report))
    by_report = to_reports(links, told.of)
    lineage = find_lineage(
        by_first_seen(reports), counted, origins=origins, links=by_report, judge=judge, lexicons=lexicons
    )
    dated = dated_events(reports, annotations, times=kept, words=lexicons.times, since=seen)
    return replace(
        known,
        lineage=to_versions(lineage, links, told.of, reports, annotations, lexicons=lexicons),
        points=with_times(points, dated),
        silences=find_silences(replace(known, points=points), lexicons.points),
        timeline=build_timeline(dated, reports, times=kept, points=points),
        tolls=find_tolls(latest, counted, counted=lexicons.counted, names=lexicons.names, model=toll_model)
        if toll_model
        else (),
    )


@dataclass(frozen=True, slots=True)
class _Speech:
    """Who speaks in the story, every quotation with its speaker, and the acts of speech that quotations render."""

    actors: tuple[Actor, ...]
    quotations: tuple[Quotation, ...]
    utterances: tuple[Utterance, ...]


def _speech(
    reports: Sequence[Report],
    annotations: Sequence[Annotation],
    told: Told,
    *,
    origins: Sequence[Origin],
    links: Sequence[Link],
    lexicons: Lexicons,
) -> _Speech:
    """What is told by the reports; utterances are of what their latest versions say."""
    actors, quotations = resolve_actors(reports, annotations, lexicons=lexicons)
    spoken = spoken_only(quotations, annotations, stances=lexicons.stances)
    actors = told.actors(without_the_silent(actors, quotations, spoken))
    quotations = tuple(q for q in spoken if any(map(told.tells, q.content)))
    utterances, rendered = find_utterances(
        reports,
        tuple(q for q in quotations if told.counts(q.report)),
        lexicons=lexicons,
        actors=actors,
        origins=origins,
        links=links,
    )
    filled = {quotation.id: quotation for quotation in rendered}
    return _Speech(actors, tuple(filled.get(quotation.id, quotation) for quotation in quotations), utterances)
