"""Links between the sentences of annotated stories, with weights that never saw the story, and the plain baseline."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from crosswire.bench.measure import Figure, scorer
from crosswire.bench.packets import Packet, packets
from crosswire.errors import ModelError
from crosswire.group.stories import one_story
from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import Point, Relations
from crosswire.relate.points.point_model import PointModel, read_point_model
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import read_slots
from crosswire.run.models import shared_models

Links = dict[tuple[str, str], set[str]]
Counts = tuple[int, int, int]
# The thresholds among which the baseline gets the best one, seen on the very stories it is scored on.
THRESHOLDS = tuple(n / 100 for n in range(6, 70, 2))
# The read stories in two halves, and their names.
HALVES = ("even", "odd")
READ_STORY = re.compile(r"[eit](\d\d)")
RIVAL = "TF-IDF cosine at its best threshold"


def measure(data: Path) -> tuple[Figure, ...]:
    """F1 of links, and of links that differ, over all stories together, each story left out of the training."""
    score = scorer(data, "score_points")
    found = [(p, point_links(p, p.relations(fold_model(p.name)).points)) for p in packets(data)]
    gold = {p.name: score.links(p.gold["points"]) for p in packets(data)}
    linked = summed(counts(gold[p.name], links) for p, links in found)
    differ = summed(counts(differing(gold[p.name]), differing(links)) for p, links in found)
    stories = [f1(counts(gold[p.name], links)) for p, links in found]
    note = f"{len(found)} stories, {linked[2]} links; each left out of training; whole route"
    per_story = ", ".join(f"{p.name} {value:.2f}" for (p, _), value in zip(found, stories, strict=True))
    return (
        Figure("points.links", f1(linked), RIVAL, _baseline(gold, packets(data)), note=f"{note}; {per_story}"),
        Figure("points.links.precision", linked[0] / max(1, linked[1]), note=note),
        Figure("points.links.recall", linked[0] / max(1, linked[2]), note=note),
        Figure("points.differ", f1(differ), note=f"{differ[2]} links that differ"),
    )


def fold_model(story: str) -> PointModel:
    """Weights learned without the story, or without its half of the read stories. Raises ModelError for others."""
    raw = json.loads((files("crosswire.bench") / "weights" / "points_folds.json").read_text("utf-8"))
    fold = story if story in raw else half_of(story)
    if fold not in raw:
        raise ModelError(f"no weights that leave {story} out; run training/points.py")
    shipped = shared_models().points
    return replace(read_point_model(raw[fold], shipped.background), reader=shipped.reader)


def half_of(story: str) -> str:
    """The half of the read stories that a story of theirs is in, by its number: "t07" is odd; else nothing."""
    number = READ_STORY.fullmatch(story)
    return HALVES[int(number[1]) % 2] if number else ""


def point_links(packet: Packet, points: Iterable[Point]) -> Links:
    """The links that the points make between the packet's sentences, with `same` or `differ`."""
    found: Links = {}
    for point in points:
        for one, two in itertools.combinations(point.statements, 2):
            if one.passage.report == two.passage.report:
                continue
            label = "same" if one.version == two.version else "differ"
            for a in packet.named(one.passage):
                for b in packet.named(two.passage):
                    found.setdefault((min(a, b), max(a, b)), set()).add(label)
    return found


def differing(links: Mapping[tuple[str, str], set[str]]) -> Links:
    """The links between versions that differ."""
    return {pair: labels for pair, labels in links.items() if "differ" in labels}


def counts(gold: Mapping[Any, Any], links: Mapping[Any, Any]) -> Counts:
    """Right, found and wanted."""
    return (len(gold.keys() & links.keys()), len(links), len(gold))


def summed(parts: Iterable[Counts]) -> Counts:
    """Right, found and wanted of all parts."""
    right, found, wanted = (sum(column) for column in zip(*parts, strict=True))
    return (right, found, wanted)


def f1(counted: Counts) -> float:
    """F1 of right, found and wanted."""
    right, found, wanted = counted
    return 2 * right / (found + wanted) if found + wanted else 0.0


def _baseline(gold: Mapping[str, Links], stories: Iterable[Packet]) -> float:
    """The best F1 of linking every pair above one cosine of TF-IDF, furniture off as far as `clean` takes it off."""
    scored = [(gold[p.name], dict(_cosines(p))) for p in stories]
    return max(
        f1(
            summed(
                counts(wanted, {pair: {"same"} for pair, c in cosines.items() if c >= t}) for wanted, cosines in scored
            )
        )
        for t in THRESHOLDS
    )


def _cosines(packet: Packet) -> Iterator[tuple[tuple[str, str], float]]:
    """The cosine of every pair of sentences of different reports that share a term."""
    known = Relations(one_story(packet.reports), packet.reports, packet.annotations)
    slots = read_slots(known, load_lexicons().points)
    hood = Neighbourhood(slots, {})
    names = [packet.named(s.passage) for s in slots]
    for a, b in hood.pairs():
        for x in names[a]:
            for y in names[b]:
                yield (min(x, y), max(x, y)), hood.story_cosine(a, b)
