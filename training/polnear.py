"""The reports of PolNeAR, parsed, and the word pieces of the weights that the network starts from."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from crosswire.annotate.language import load_language
from crosswire.bench.measure import rows
from crosswire.bench.quotations import plain_report
from crosswire.lexicons.load import load_lexicons
from crosswire.lexicons.wordpieces import WordPieces
from crosswire.model.annotation import Sentence
from crosswire.model.report import Report

Row = dict[str, Any]
Parsed = tuple[Row, Report, tuple[Sentence, ...]]
VOCABULARY, UNKNOWN = "vocab.txt", "[UNK]"


def parsed(data: Path, part: str, cache: Path | None = None) -> list[Parsed]:
    """The reports of a part with their sentences; from `cache`, a pickle of them, where there is one."""
    if cache and cache.exists():
        return list(pickle.loads(cache.read_bytes()))
    found = list(_parsed(data, part))
    if cache:
        cache.write_bytes(pickle.dumps(found))
    return found


def _parsed(data: Path, part: str) -> Iterator[Parsed]:
    language = load_language(load_lexicons().english)
    for row in rows(data / "data" / "polnear" / f"{part}.jsonl.gz"):
        report = plain_report(row["article"], row["text"])
        yield row, report, language.sentences(report)


def piece_names(weights: Path) -> list[str]:
    """The word pieces that the weights know, in order of their numbers: the vocabulary beside them."""
    return (weights.parent / VOCABULARY).read_text("utf-8").rstrip("\n").split("\n")


def wordpieces(names: list[str]) -> WordPieces:
    """The pieces as the run time splits words into them."""
    return WordPieces({name: n for n, name in enumerate(names)}, names.index(UNKNOWN))
