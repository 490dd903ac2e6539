"""The dossier with what was asked for: what is new since a time, what concerns an actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from crosswire.model.dossier import About, Dossier, News
from crosswire.model.passage import Passage
from crosswire.model.relation import Relations, TimelineEntry


def narrowed(dossier: Dossier) -> Dossier:
    """The dossier whose voices, figures, silences and timeline are those asked for; itself where nothing was.

    Its points stay: `Dossier.shown` says which of them were asked for. Reports, actors and origins stay as well.
    """
    asked = dossier.asked
    if asked is None or (asked.about is None and asked.timed is None):
        return dossier
    relations = dossier.relations
    if asked.timed:
        relations = _since(relations, asked.timed)
    if asked.about:
        relations = _about(relations, asked.about)
    points = frozenset(point.id for point in dossier.shown)
    silences = tuple(silence for silence in relations.silences if silence.point in points)
    return replace(dossier, relations=replace(relations, silences=silences))


def _since(relations: Relations, news: News) -> Relations:
    """What no report from before the time has; of how many were killed what a new report tells first."""
    reports, points = frozenset(news.reports), frozenset(news.points)
    tolls = tuple(toll for toll in relations.tolls if any(reports.issuperset(v.reports) for v in toll.versions))

    def is_new(entry: TimelineEntry) -> bool:
        return entry.point in points or all(passage.report in reports for passage in entry.statements)

    return replace(_kept(relations, news, points, is_new), tolls=tolls)


def _about(relations: Relations, about: About) -> Relations:
    """What concerns the actor; the dead and injured are the story's."""
    mentions: defaultdict[str, list[Passage]] = defaultdict(list)
    for mention in (m for actor in relations.actors if actor.id == about.actor for m in actor.mentions):
        mentions[mention.report].append(mention)

    def concerns(entry: TimelineEntry) -> bool:
        return any(mention.overlaps(passage) for passage in entry.statements for mention in mentions[passage.report])

    return replace(_kept(relations, about, frozenset(about.points), concerns), tolls=())


def _kept(
    relations: Relations, asked: About | News, points: frozenset[str], wanted: Callable[[TimelineEntry], bool]
) -> Relations:
    """The quotations, figures and times that were asked for, and the figures of the points that were."""
    said = frozenset(asked.quotations)
    told = {s.figure for point in relations.points if point.id in points for s in point.statements if s.figure}
    return replace(
        relations,
        quotations=tuple(q for q in relations.quotations if q.id in said),
        utterances=tuple(u for u in relations.utterances if not said.isdisjoint(u.quotations)),
        figures=tuple(f for f in relations.figures if f.id in asked.figures or f.id in told),
        timeline=tuple(entry for entry in relations.timeline if wanted(entry)),
    )
