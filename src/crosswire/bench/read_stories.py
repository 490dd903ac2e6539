"""The stories that were read beside `points/`, put together again from the evaluation data.

`weights/points_read.json` holds facts only: which reports a story has, by their ids in the evaluation data and the
sha256 of their texts, where their sentences begin and end, and which of them tell which point in which version. The
words stay where they are.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from crosswire.bench.measure import rows
from crosswire.bench.packets import Packet, packet_of
from crosswire.errors import DataError

READ = files("crosswire.bench") / "weights" / "points_read.json"
Row = Mapping[str, Any]


def read_stories(data: Path, *, of: str | None = None, read: Traversable = READ) -> Iterator[Packet]:
    """Every story that was read, through `clean` and `annotate`; of one set only with `of`. Raises DataError on another
    text.
    """
    found = json.loads(read.read_text("utf-8"))
    for story in (one for one in found if of in (None, one["set"])):
        texts = _texts(data, story["set"])
        reports = [_report(told, texts) for told in story["reports"]]
        yield packet_of({"story": story["story"], "reports": reports}, {"points": story["points"]})


def _report(told: Row, texts: Mapping[str, Row]) -> dict[str, Any]:
    """The report as a packet has it."""
    found = texts.get(told["id"])
    if found is None or hashlib.sha256(found["text"].encode()).hexdigest() != told["sha256"]:
        raise DataError(f"report {told['id']}: not the text that was read; use the evaluation data that it was read in")
    return {**found, "report": told["report"], "publisher": told["publisher"], "sentences": told["sentences"]}


@cache
def _texts(data: Path, name: str) -> dict[str, Row]:
    """The reports of one set of the evaluation data by id: text, date, title."""
    file, read = SETS[name]
    return dict(map(read, rows(data / "data" / "stories" / file)))


def _incident(row: Row) -> tuple[str, Row]:
    return row["doc_id"], {"text": row["text"], "date": row["dct"], "title": row["title"]}


def _triplet(row: Row) -> tuple[str, Row]:
    text = "\n\n".join(" ".join(p) if isinstance(p, list) else p for p in row["body-paragraphs"])
    return row["uuid"], {"text": text, "date": row["date"], "title": row["title"]}


def _page(row: Row) -> tuple[str, Row]:
    return str(row["id"]), {"text": row["text"], "date": row["scrape_time"], "title": ""}


SETS: Mapping[str, tuple[str, Callable[[Row], tuple[str, Row]]]] = {
    "incident": ("incident_reports.jsonl.gz", _incident),
    "triplet": ("triplets.jsonl.gz", _triplet),
    "pages": ("one_event_pages.jsonl.gz", _page),
}
