"""Are quotations found, with source, cue and content? PolNeAR's attributions; rivals: plain rules, textacy."""

from __future__ import annotations

import importlib
import importlib.util
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from crosswire.annotate.attribution import Attribution, Span
from crosswire.annotate.grammar import grammar
from crosswire.annotate.language import MODEL_PACKAGES, load_language
from crosswire.annotate.model import load_quotation_model
from crosswire.annotate.quotations import find_quotations
from crosswire.bench.measure import Figure, rows, scorer
from crosswire.bench.plain_attributions import plain_attributions
from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Quotation, Sentence
from crosswire.model.report import Paragraph, Report

PARTS = ("source", "cue", "content", "whole")
RIVAL = "plain rules: a verb of saying, its subject, its clause"
LINE = re.compile(r"\S[^\n]*")
Parsed = tuple[Report, tuple[Sentence, ...]]
Predicted = dict[str, list[dict[str, Any]]]


def measure(data: Path) -> tuple[Figure, ...]:
    """Exact and overlap F1 of source, cue, content and whole attribution on polnear/dev, and words a second."""
    score = scorer(data, "score_quotations").score
    gold = list(rows(data / "data" / "polnear" / "dev.jsonl.gz"))
    language = load_language(load_lexicons().english)
    parsed = [
        (report, language.sentences(report)) for row in gold for report in [plain_report(row["article"], row["text"])]
    ]
    predicted, speed = _ours(parsed)
    ours, plain, rival = score(gold, predicted), score(gold, _plain(parsed)), score(gold, _textacy(parsed))
    found = sum(len(a["attributions"]) for row in gold for a in row["annotations"][:1])
    note = f"{len(gold)} reports, {found} attributions"
    figures = [
        Figure(f"quotations.{part}.{kind}", ours[part][kind], RIVAL, plain[part][kind], note=note)
        for part in PARTS
        for kind in ("exact", "overlap")
    ]
    direct = f"{note}; the rival finds direct quotations only"
    figures.append(Figure("quotations.whole.overlap.library", ours["whole"]["overlap"], *_named(rival), note=direct))
    return (*figures, Figure("quotations.speed", speed, unit="words/s", note="beyond the parse"))


def _named(rival: Mapping[str, Mapping[str, float]]) -> tuple[str | None, float | None]:
    """The rival's name and figure; none where it is not installed."""
    installed = importlib.util.find_spec("textacy") is not None
    return ("textacy direct_quotations", rival["whole"]["overlap"]) if installed else (None, None)


def plain_report(name: str, text: str) -> Report:
    """A report of bare text: every line a paragraph."""
    return Report(id=name, text=text, paragraphs=tuple(Paragraph(*m.span()) for m in LINE.finditer(text)))


def _ours(parsed: Sequence[Parsed]) -> tuple[Predicted, float]:
    """crosswire's quotations, and words a second beyond the parse."""
    lexicons, model = load_lexicons(), load_quotation_model()
    start = time.process_time()
    found = {report.id: find_quotations(report, s, (), lexicons=lexicons, model=model) for report, s in parsed}
    seconds = time.process_time() - start
    words = sum(len(report.text.split()) for report, _ in parsed)
    return {name: [_row(q) for q in quotations] for name, quotations in found.items()}, words / seconds


def _row(quotation: Quotation) -> dict[str, Any]:
    """A quotation in the scorer's form."""
    source, cue = ((p.start, p.end) if p else None for p in (quotation.source, quotation.cue))
    return _spans(source, cue, [(p.start, p.end) for p in quotation.content])


def _spans(source: Span | None, cue: Span | None, content: Sequence[Span]) -> dict[str, Any]:
    """Spans in the scorer's form."""
    one = [{"start": span[0], "end": span[1]} if span else None for span in (source, cue)]
    return {"source": one[0], "cue": one[1], "content": [{"start": start, "end": end} for start, end in content]}


def _plain(parsed: Sequence[Parsed]) -> Predicted:
    """What plain rules find."""
    cues = load_lexicons().cues
    found: dict[str, list[Attribution]] = {
        report.id: list(plain_attributions([grammar(report, s) for s in sentences], cues))
        for report, sentences in parsed
    }
    return {name: [_spans(a.source, a.cue, a.content) for a in attributions] for name, attributions in found.items()}


def _textacy(parsed: Sequence[Parsed]) -> Predicted:
    """What textacy's extraction of direct quotations finds, paragraph by paragraph; nothing where it is missing."""
    try:
        extract = importlib.import_module("textacy.extract")
    except ModuleNotFoundError:
        return {}
    pipeline = next(importlib.import_module(n).load() for n in MODEL_PACKAGES if importlib.util.find_spec(n))
    found: Predicted = {}
    for report, _ in parsed:
        texts = [report.text[p.start : p.end] for p in report.paragraphs]
        docs = zip(report.paragraphs, pipeline.pipe(texts), strict=True)
        found[report.id] = [row for p, doc in docs for row in _triples(extract, doc, p.start)]
    return found


def _triples(extract: Any, doc: Any, offset: int) -> Iterator[dict[str, Any]]:
    """textacy's triples of a paragraph, in the scorer's form. It raises on odd marks; those paragraphs give nothing."""
    try:
        triples = list(extract.direct_quotations(doc))
    except ValueError:
        return
    for speaker, cue, content in triples:
        source, verb = ((t[0].idx + offset, t[-1].idx + len(t[-1]) + offset) for t in (speaker, cue))
        yield _spans(source, verb, [(content.start_char + offset, content.end_char + offset)])
