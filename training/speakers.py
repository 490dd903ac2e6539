"""Prints a fixed sample of quotations with the speakers that `relate` gives them, to be checked by hand.

    python training/speakers.py ../shared read    to find faults
    python training/speakers.py ../shared kept    only for the figure
    python training/speakers.py ../shared kept 100    the next ones of that half, for a figure after mending

Stories are those of the triplets and of `points/`, each led through the whole story, so that other reports help. Half
of the stories is read and half kept apart, by a hash of the story's name; of each half the SIZE quotations whose
hash of report and place is least are printed, in the order of the reports. The verdicts are the reader's:

    right      the speaker is who the words are given to
    wrong      it is somebody else, two that are one, or one that is two
    silent     unresolved, and the text tells nobody by whom a reader would know the speaker
    missed     unresolved, although the text tells
    span       the source's words are wrong, so that no speaker can be right
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from crosswire.annotate.report import annotate
from crosswire.bench.measure import rows
from crosswire.bench.packets import packets
from crosswire.clean.page import clean_pages
from crosswire.model.annotation import Annotation, Quotation
from crosswire.model.page import Page
from crosswire.model.relation import Actor
from crosswire.model.report import Report
from crosswire.relate.actors.actors import resolve_actors
from crosswire.run.models import shared_models

SIZE = 100
AROUND = 160  # characters of text shown before and after a quotation
MOST_SHOWN = 900  # characters


@dataclass(frozen=True, slots=True)
class Told:
    """One story's reports with their annotations."""

    name: str
    reports: tuple[Report, ...]
    annotations: tuple[Annotation, ...]


def stories(data: Path, half: str) -> Iterator[Told]:
    """The stories of that half, annotated."""
    kept = sorted(rows(data / "data/stories/triplets.jsonl.gz"), key=lambda row: (row["triplet-uuid"], row["uuid"]))
    for name, group in groupby(kept, key=lambda row: str(row["triplet-uuid"])):
        if _half(name) == half:
            yield _annotated(name, [_page(row) for row in group])
    for packet in packets(data):
        if _half(packet.name) == half and not packet.name.startswith("basil"):  # those are triplets
            yield Told(packet.name, packet.reports, packet.annotations)


def sample(told: Sequence[Told], skip: int = 0) -> frozenset[tuple[str, str, int]]:
    """The quotations to be read, as (story, report, place of the content); without the first `skip` of them."""
    every = [
        (story.name, a.report, q.content[0].start) for story in told for a in story.annotations for q in a.quotations
    ]
    return frozenset(sorted(every, key=lambda row: _hash(f"{row}"))[skip : skip + SIZE])


def show(story: Told, chosen: frozenset[tuple[str, str, int]]) -> Iterator[str]:
    """The chosen quotations of a story: text around, source, cue, speaker with roles and names, or why none."""
    actors, quotations = resolve_actors(story.reports, story.annotations, lexicons=shared_models().lexicons)
    by_id = {actor.id: actor for actor in actors}
    texts = {report.id: report.text for report in story.reports}
    for quotation in quotations:
        if (story.name, quotation.report, quotation.content[0].start) in chosen:
            yield _shown(story.name, quotation, by_id, texts[quotation.report])


def _shown(story: str, quotation: Quotation, actors: dict[str, Actor], text: str) -> str:
    parts = [*quotation.content, *(part for part in (quotation.cue, quotation.source) if part)]
    start, end = min(p.start for p in parts), max(p.end for p in parts)
    words = f"{text[max(0, start - AROUND) : start]}[[{text[start:end]}]]{text[end : end + AROUND // 4]}"
    source, cue = (part.words if part else "-" for part in (quotation.source, quotation.cue))
    actor = actors.get(quotation.speaker or "")
    who = f"{actor.name} ({actor.kind}; {', '.join(actor.roles[:3])})" if actor else f"none: {quotation.unresolved}"
    spelt = sorted({p.words for p in actor.mentions})[:8] if actor else []
    return "\n".join(
        (
            f"## {story[:8]} {quotation.report[:8]} {quotation.content[0].start}",
            " ".join(words.split())[:MOST_SHOWN],
            f"source: {source} | cue: {cue}",
            f"speaker: {who} | {quotation.speaker_class} | {'; '.join(spelt)}",
            "",
        )
    )


def _annotated(name: str, pages: Sequence[Page]) -> Told:
    models = shared_models()
    cleaned = [found for found in clean_pages(pages, lexicons=models.lexicons) if isinstance(found, Report)]
    reports = tuple(sorted(cleaned, key=lambda report: (report.published_at.value or "9", report.id)))
    found = tuple(
        annotate(r, language=models.language, lexicons=models.lexicons, quotation_model=models.quotations)
        for r in reports
    )
    return Told(name, reports, found)


def _page(row: Mapping[str, Any]) -> Page:
    """The report as a page, a paragraph of the data a paragraph."""
    body = "\n\n".join(" ".join(sentences) for sentences in row["body-paragraphs"])
    return Page(
        id=row["uuid"],
        body=body,
        markup=False,
        publisher=row["source"],
        published_at=row["date"] or None,
        title=row["title"] or None,
    )


def _half(story: str) -> str:
    return "read" if int(_hash(story), 16) % 2 == 0 else "kept"


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8")).hexdigest()


def main(data: Path, half: str, skip: int) -> None:
    """Prints the sample of one half."""
    told = list(stories(data, half))
    chosen = sample(told, skip)
    for story in told:
        for block in show(story, chosen):
            print(block)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 0)
