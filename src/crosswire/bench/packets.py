"""The annotated stories of the evaluation data, led through the whole route, and their sentences found again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from crosswire.annotate.report import annotate
from crosswire.annotate.times import find_times
from crosswire.clean.page import clean_pages
from crosswire.errors import DataError
from crosswire.group.stories import one_story
from crosswire.model.annotation import Annotation, TimeExpression
from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.model.passage import Passage
from crosswire.model.relation import Relations
from crosswire.model.report import Report
from crosswire.relate.points.point_model import PointModel
from crosswire.relate.story import relate
from crosswire.run.models import shared_models

# Where a page was fetched from is not who published it: three stations' pages from one archive have three publishers.
ARCHIVES = frozenset({"web.archive.org"})


@dataclass(frozen=True, slots=True)
class Packet:
    """One annotated story: its reports as they came through `clean` and `annotate`, in order, and the annotation.

    `sentences` are the packet's own, by report: name, start and end on the page.
    """

    name: str
    reports: tuple[Report, ...]
    annotations: tuple[Annotation, ...]
    sentences: Mapping[str, Sequence[tuple[str, int, int]]]
    gold: Mapping[str, Any]
    raw: Mapping[str, Any]

    def relations(self, model: PointModel) -> Relations:
        """What `relate` finds in the story with these weights for points."""
        lexicons = shared_models().lexicons

        def read_times(report: Report, annotation: Annotation, anchor: str) -> tuple[TimeExpression, ...]:
            return find_times(report, annotation.sentences, lexicons=lexicons, anchor=anchor)

        return relate(
            one_story(self.reports),
            self.reports,
            self.annotations,
            lexicons=lexicons,
            point_model=model,
            read_times=read_times,
        )

    def named(self, passage: Passage) -> tuple[str, ...]:
        """The packet's sentences that the passage stands for: half of the sentence, or of the passage, is shared."""
        found: dict[str, None] = {}
        page = next(r.page for r in self.reports if r.id == passage.report)  # one page can give several reports
        for start, end in self._on_page(passage):
            for name, first, last in self.sentences[page]:
                shared = min(last, end) - max(first, start)
                if shared > 0 and (2 * shared >= last - first or 2 * shared >= end - start):
                    found[name] = None
        return tuple(found)

    def _on_page(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """Where the passage stands on its page, paragraph by paragraph."""
        report = next(r for r in self.reports if r.id == passage.report)
        for paragraph in report.paragraphs:
            start, end = max(paragraph.start, passage.start), min(paragraph.end, passage.end)
            if start < end and paragraph.page_start is not None:
                yield (paragraph.page_start + start - paragraph.start, paragraph.page_start + end - paragraph.start)


@cache
def packets(data: Path) -> tuple[Packet, ...]:
    """Every annotated story of the evaluation data, by name. Raises DataError where there is none."""
    paths = sorted((data / "points").glob("*.packet.json"))
    if not paths:
        raise DataError(f"no annotated stories in {data / 'points'}; set CROSSWIRE_DATA to the folder that holds them")
    return tuple(_packet(path) for path in paths)


def _packet(path: Path) -> Packet:
    return read_packet(path, json.loads(path.with_name(path.name.replace(".packet.", ".A.")).read_text("utf-8")))


def read_packet(path: Path, gold: Mapping[str, Any]) -> Packet:
    """The story of the file, with what a reader found in it."""
    return packet_of(json.loads(path.read_text("utf-8")), gold)


def packet_of(raw: Mapping[str, Any], gold: Mapping[str, Any]) -> Packet:
    """The story, with what a reader found in it."""
    models = shared_models()
    cleaned = clean_pages(tuple(_page(r) for r in raw["reports"]), lexicons=models.lexicons)
    reports = sorted(_reports(cleaned), key=lambda r: (r.published_at.value or "9", r.id))
    return Packet(
        name=raw["story"],
        reports=tuple(reports),
        annotations=tuple(
            annotate(r, language=models.language, lexicons=models.lexicons, quotation_model=models.quotations)
            for r in reports
        ),
        sentences={
            r["report"]: [(f"{r['report']}.{n}", start, end) for n, (start, end) in enumerate(r["sentences"])]
            for r in raw["reports"]
        },
        gold=gold,
        raw=raw,
    )


def _page(row: Mapping[str, Any]) -> Page:
    """The packet's report as a page."""
    publisher = None if row["publisher"] in ARCHIVES else row["publisher"]
    return Page(
        id=row["report"],
        body=row["text"],
        markup=False,
        publisher=publisher,
        published_at=row["date"] or None,
        title=row["title"] or None,
    )


def _reports(cleaned: Iterable[Report | Issue]) -> Iterator[Report]:
    return (found for found in cleaned if not isinstance(found, Issue))
