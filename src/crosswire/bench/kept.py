"""Points, differences and the brief on stories that no weight was learned from, and no rule before their first figures.

What was mended of the wrong lines shown there, after that, is told in docs/points.md. Their readings were made once,
blind, by the makers of crosswire with the help of a machine, and not checked by a second reader; they take about a
third more for one point than `points/` does. Not among the measures of "all".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from crosswire.bench.brief import over_the_lead
from crosswire.bench.measure import Figure, scorer
from crosswire.bench.packets import Packet
from crosswire.bench.points import Links, counts, differing, f1, point_links, summed
from crosswire.bench.read_stories import read_stories
from crosswire.run.models import shared_models

KEPT = files("crosswire.bench") / "weights" / "points_kept.json"
SETS = {"incident": "incidents", "triplet": "triplets"}


def measure(data: Path) -> tuple[Figure, ...]:
    """F1 of links and of links that differ on kept incidents and kept triplets, and the brief over the lead on both."""
    links = scorer(data, "score_points").links
    found: list[Figure] = []
    for kind, name in SETS.items():
        stories = list(read_stories(data, of=kind, read=KEPT))
        gold = [links(packet.gold["points"]) for packet in stories]
        found += _figures(f"kept.{name}", stories, gold)
    return tuple(found)


def _figures(name: str, stories: Sequence[Packet], gold: Sequence[Links]) -> Iterator[Figure]:
    model = shared_models().points
    shown = [point_links(packet, packet.relations(model).points) for packet in stories]
    linked = summed(counts(wanted, links) for wanted, links in zip(gold, shown, strict=True))
    differ = summed(counts(differing(wanted), differing(links)) for wanted, links in zip(gold, shown, strict=True))
    note = f"{len(stories)} stories kept apart, {linked[2]} links"
    yield Figure(f"{name}.links", f1(linked), note=note)
    yield Figure(f"{name}.links.precision", linked[0] / max(1, linked[1]), note=note)
    yield Figure(
        f"{name}.differ", f1(differ), note=f"{differ[0]} right of {differ[1]} shown, {differ[2]} in the readings"
    )
    yield from over_the_lead(f"{name}.brief", stories, model, "stories kept apart")
