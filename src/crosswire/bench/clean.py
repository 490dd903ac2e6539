"""Cleaning, by its parts: bodies, headers, furniture, pages seen together, text that is clean already."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from crosswire.bench.bodies import bodies, segments
from crosswire.bench.header import header
from crosswire.bench.measure import Figure, f1
from crosswire.bench.pages import all_cleaned
from crosswire.bench.plain_text import kept_clean, together

_SPACE = re.compile(r"\s+")


def measure(data: Path) -> tuple[Figure, ...]:
    """All figures of the room `clean`, each beside a rival measured on the same pages in the same run."""
    parts = (bodies, segments, header, _furniture, together, kept_clean)
    return tuple(figure for part in parts for figure in part(data))


def _furniture(data: Path) -> Iterator[Figure]:
    """Furniture found by sentence on the annotated stories: a sentence counts as dropped when its words are gone."""
    counts, everything = [0, 0, 0], [0, 0]
    for path in sorted((data / "points").glob("*.packet.json")):
        packet = json.loads(path.read_text("utf-8"))
        known = set(json.loads(path.with_name(packet["story"] + ".A.json").read_text("utf-8"))["furniture"])
        for report in packet["reports"]:
            found = all_cleaned(report["text"], markup=False, title=report["title"] or None)
            text = _SPACE.sub(" ", "\n\n".join(one.text for one in found))
            headline = " ".join(one.headline or "" for one in found)
            for number, (start, end) in enumerate(report["sentences"]):
                words = _SPACE.sub(" ", report["text"][start:end]).strip()
                gold = f"{report['report']}.{number}" in known
                gone = words not in text and words not in headline
                counts[0] += gold and gone
                counts[1] += gone and not gold
                counts[2] += gold and not gone
                everything[gold] += 1
    right, wrong, missed = counts
    note = f"{everything[1]} furniture sentences among {sum(everything)}; baseline: drop nothing"
    yield Figure("clean.furniture.precision", right / max(right + wrong, 1), note=note)
    yield Figure("clean.furniture.recall", right / max(right + missed, 1), "drop nothing", 0.0, note=note)
    yield Figure("clean.furniture.f1", f1(right, wrong, missed), "drop nothing", 0.0, note=note)
