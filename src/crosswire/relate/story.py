"""What holds between the reports of one story: every finder of this room, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.relation import Relations
from crosswire.model.report import Report
from crosswire.model.story import Story
from crosswire.relate.actors import resolve_actors
from crosswire.relate.clock import ReadTimes, complete_times
from crosswire.relate.lineage import find_lineage
from crosswire.relate.origins import find_origins
from crosswire.relate.point_model import PointModel
from crosswire.relate.points import find_points
from crosswire.relate.timeline import build_timeline
from crosswire.relate.utterances import find_utterances


def relate(
    story: Story,
    reports: Sequence[Report],
    annotations: Sequence[Annotation],
    *,
    lexicons: Lexicons,
    point_model: PointModel,
    read_times: ReadTimes,
) -> Relations:
    """The story with its actors, utterances, origins, links, points and timeline.

    `reports` and `annotations` are the story's, in the same order: publication time (unknown last), then id.
    `read_times` reads a report's time expressions again, counted from a date that the story supplies.
    """
    origins, links = find_origins(reports, annotations, lexicons=lexicons)
    actors, quotations = resolve_actors(reports, annotations, lexicons=lexicons)
    utterances, quotations = find_utterances(
        reports, quotations, lexicons=lexicons, actors=actors, origins=origins, links=links
    )
    figures = tuple(figure for annotation in annotations for figure in annotation.figures)
    times = complete_times(reports, annotations, read_times=read_times)
    points = find_points(
        reports,
        annotations,
        actors=actors,
        quotations=quotations,
        figures=figures,
        times=times,
        origins=origins,
        links=links,
        lexicons=lexicons,
        model=point_model,
    )
    return Relations(
        story=story,
        reports=tuple(reports),
        annotations=tuple(annotations),
        actors=actors,
        quotations=quotations,
        utterances=utterances,
        figures=figures,
        times=times,
        origins=origins,
        links=links,
        lineage=find_lineage(reports, annotations, origins=origins, links=links, lexicons=lexicons),
        points=points,
        timeline=build_timeline(reports, annotations, times=times, points=points),
    )
