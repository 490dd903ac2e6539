"""Do mentions of one person or organisation come together across a story's reports? ECB+; rival: equal words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crosswire.annotate.language import Language, load_language
from crosswire.annotate.model import QuotationModel, load_quotation_model
from crosswire.annotate.report import annotate
from crosswire.bench.measure import Figure, rows, scorer
from crosswire.bench.stories import pair_scores
from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import Actor
from crosswire.model.report import Paragraph, Report
from crosswire.relate.actors.actors import resolve_actors

RIVAL = "equal words in one story"
TAGS = ("HUMAN_PART_PER", "HUMAN_PART_ORG", "HUMAN_PART_GPE")
CLOSED = re.compile(r"[.,;:!?%)\]]|'s|'|n't|''|’s|’")  # tokens that stand without a space before them


@dataclass(frozen=True, slots=True)
class Told:
    """An ECB+ text as a report, and its gold mentions: (start, end, cluster) by id."""

    report: Report
    gold: Mapping[str, tuple[int, int, str]]


def measure(data: Path) -> tuple[Figure, ...]:
    """B-cubed and pairwise F1 of the gold mentions of persons and organisations on the dev topics of ECB+."""
    b_cubed = scorer(data, "score_stories").score
    language, model = load_language(load_lexicons().english), load_quotation_model()
    gold: dict[str, str] = {}
    ours: dict[str, str] = {}
    rival: dict[str, str] = {}
    for name, told in _stories(data / "data/stories/ecbplus_train_dev.jsonl.gz", "dev"):
        found = _resolved([t.report for t in told], language, model)
        for t in told:
            for mention, (start, end, cluster) in t.gold.items():
                gold[mention] = f"{name} {cluster}"
                ours[mention] = f"{name} {found(t.report.id, start, end) or mention}"
                rival[mention] = f"{name} {t.report.text[start:end].lower()}"
    return tuple(_figures(gold, ours, rival, b_cubed))


def _figures(
    gold: Mapping[str, str],
    ours: Mapping[str, str],
    rival: Mapping[str, str],
    b_cubed: Callable[..., tuple[float, float, float]],
) -> Iterator[Figure]:
    size = f"{len(gold)} mentions, {len(set(gold.values()))} persons and organisations"
    for name, score in (("b3", b_cubed), ("pairs", pair_scores)):
        precision, recall, f1 = score(gold, ours)
        note = f"{size}; precision {precision:.3f}, recall {recall:.3f}"
        yield Figure(f"actors.ecb.{name}", f1, RIVAL, score(gold, rival)[2], note=note)


def _resolved(
    reports: Sequence[Report], language: Language, model: QuotationModel
) -> Callable[[str, int, int], str | None]:
    """Which actor a span of a report belongs to: the last that is mentioned in it."""
    lexicons = load_lexicons()
    annotations = [annotate(r, language=language, lexicons=lexicons, quotation_model=model) for r in reports]
    actors, _ = resolve_actors(reports, annotations, lexicons=lexicons)
    by_report = _mentions(actors)

    def actor(report: str, start: int, end: int) -> str | None:
        spans = by_report.get(report, [])
        last = bisect_right(spans, (end, 0, ""))
        fitting = [(e, e - s, key) for s, e, key in spans[max(0, last - 20) : last] if s < end and e > start]
        return max(fitting)[2] if fitting else None

    return actor


def _mentions(actors: Sequence[Actor]) -> dict[str, list[tuple[int, int, str]]]:
    spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for actor in actors:
        for mention in actor.mentions:
            spans[mention.report].append((mention.start, mention.end, actor.id))
    return {report: sorted(mine) for report, mine in spans.items()}


def _stories(path: Path, split: str) -> Iterator[tuple[str, list[Told]]]:
    """The stories of a split with their texts, in order of their names."""
    stories: dict[str, list[Told]] = defaultdict(list)
    for row in rows(path):
        if row["split"] == split:
            stories[row["subtopic"]].append(_told(row))
    yield from sorted(stories.items())


def _told(row: Mapping[str, Any]) -> Told:
    """The text with usual spacing, a line a paragraph, and its gold mentions as spans."""
    text, places, paragraphs = "", {}, []
    for sentence in row["sentences"]:
        opening = len(text)
        for n, token in enumerate(sentence["tokens"]):
            text += "" if len(text) == opening or CLOSED.fullmatch(token) else " "
            places[sentence["n"], n] = (len(text), len(text) + len(token))
            text += token
        paragraphs.append(Paragraph(opening, len(text)))
        text += "\n\n"
    gold = {
        f"{row['doc']} {mention['id']}": (
            places[mention["sentence"], mention["token_idx"][0]][0],
            places[mention["sentence"], mention["token_idx"][-1]][1],
            mention["cluster"],
        )
        for mention in row["mentions"]
        if mention["tag"] in TAGS and mention["in_selected"]  # others have no cluster across texts
    }
    return Told(Report(row["doc"], text.rstrip("\n"), tuple(paragraphs)), gold)
