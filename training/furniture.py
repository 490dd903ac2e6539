"""Trains the line weights of `clean` from pages whose report is known; writes lexicons/data/furniture_weights.toml.

usage: python training/furniture.py DATA [--rows FILE ...]      (DATA: the folder of the evaluation data)

FILE: rows as `crosswire clean --explain --json` prints them, one for each line of a page, with `kept` put right.

Needs scikit-learn, resiliparse and trafilatura. What it learns from, and what not: docs/models/furniture.md.
"""

from __future__ import annotations

import argparse
import json
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosswire.bench.measure import rows
from crosswire.bench.pages import unseen
from crosswire.clean.lines.context import context
from crosswire.clean.lines.lines import Line, split_lines
from crosswire.errors import DataError
from crosswire.lexicons.load import load_lexicons

TARGET = Path(__file__).parents[1] / "src/crosswire/lexicons/data/furniture_weights.toml"
HIDDEN, SEEDS, ROUNDS, ALPHA = 32, 3, 12, 1.0
SWITCH = 0.8
CLEAN = 2  # how often a clean body counts beside its page
CORRECTED = 3  # how often a page counts whose every line somebody looked at
# What a line counts where two extractors disagree about it, and what a line counts that people marked.
_DISPUTED, _UNSURE, _MARKED = 0.3, 0.4, 2.0
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page's lines, for each 1 when it is the report; how often the page counts, how much each line (else 1)."""

    lines: tuple[Line, ...]
    marks: tuple[int, ...]
    times: int = 1
    weights: tuple[float, ...] = ()


def shingles(text: str) -> set[tuple[str, ...]]:
    """The runs of four words of `text`; all of it when it is shorter."""
    words = _WORD.findall(text)
    return {tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))}


def labels(lines: Sequence[Line], gold: str) -> list[int]:
    """For each line 1 when its words stand in the gold body."""
    known = shingles(gold)
    whole = {tuple(_WORD.findall(line)) for line in gold.splitlines()}
    return [int(_is_body(line.words, known, whole)) for line in lines]


def _is_body(words: str, known: set[tuple[str, ...]], whole: set[tuple[str, ...]]) -> bool:
    tokens = tuple(_WORD.findall(words))
    if len(tokens) < 5:
        return bool(tokens) and tokens in whole
    own = shingles(words)
    return len(own & known) / len(own) >= 0.6


def flattened(html: str) -> Iterator[str]:
    """The page's visible text, with its blank lines and without them."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    text = extract_plain_text(HTMLTree.parse(html), main_content=False)
    yield from (form for form in (text, re.sub(r"\n\s*\n", "\n", text)) if form.strip())


def forms(html: str, gold: str, times: int = 1) -> Iterator[Labelled]:
    """The page flattened, each line marked by the gold body."""
    for form in flattened(html):
        lines = split_lines(form)
        yield Labelled(lines, tuple(labels(lines, gold)), times)


def alone(body: str) -> Iterator[Labelled]:
    """The body as a page of its own: a text that is clean already must stay whole."""
    lines = split_lines(body)
    if lines:
        yield Labelled(lines, (1,) * len(lines), CLEAN)


def bodies(data: Path) -> Iterator[Labelled]:
    """Pages whose body was marked by people; a quarter of them is left to the measures."""
    for row in rows(data / "data/pages/article_bodies.jsonl.gz"):
        if not unseen(row["id"]):
            yield from forms(row["html"], row["body"], 2)
            yield from alone(row["body"])


def fields(data: Path) -> Iterator[Labelled]:
    """Pages whose body publisher-specific parsers found."""
    for row in rows(data / "data/pages/publisher_fields.jsonl.gz"):
        body = row["gold"].get("body") or {}
        parts = [p for s in body.get("sections", ()) for p in (*s["headline"], *s["paragraphs"])]
        if len(" ".join(parts)) > 400:
            yield from forms(row["html"], "\n".join(parts))
            yield from alone("\n\n".join(parts))


def taught(data: Path) -> Iterator[Labelled]:
    """Pages of which people marked a few segments; about the other lines two settings of trafilatura are asked.

    Where the better one agrees with all that people said, its answer counts; where not, only lines on which both agree.
    """
    import trafilatura

    for row in rows(data / "data/pages/segments.jsonl.gz"):
        precise = trafilatura.extract(row["html"], favor_precision=True, include_comments=False) or ""
        fast = trafilatura.extract(row["html"], fast=True, include_comments=False, include_tables=False) or ""
        right = [_agrees(body, row) for body in (precise, fast)]
        if max(len(precise), len(fast)) < 300:
            continue
        for form in flattened(row["html"]):
            lines = split_lines(form)
            both = labels(lines, precise), labels(lines, fast)
            marks = list(both[right[1] > right[0]])
            same = [a == b for a, b in zip(*both, strict=True)]
            sure = max(right) == len(row["with"]) + len(row["without"])
            weights = [(1.0 if s else _DISPUTED) if sure else (_UNSURE if s else 0.0) for s in same]
            _by_people(lines, row, marks, weights)
            yield Labelled(lines, tuple(marks), 1, tuple(weights))


def _agrees(body: str, row: dict[str, Any]) -> int:
    """With how many of the segments that people marked the body agrees."""
    flat = " ".join(body.split())
    kept = sum(" ".join(part.split()) in flat for part in row["with"])
    return kept + sum(" ".join(part.split()) not in flat for part in row["without"])


def _by_people(lines: Sequence[Line], row: dict[str, Any], marks: list[int], weights: list[float]) -> None:
    """Writes into marks and weights what people said: segments that must be kept, and others that must be gone."""
    for index, line in enumerate(lines):
        words = " ".join(line.words.split())
        for part in (" ".join(part.split()) for part in row["with"]):
            if len(part) > 20 and (part in words or (len(words) > 30 and words in part)):
                marks[index], weights[index] = 1, _MARKED
        for part in (" ".join(part.split()) for part in row["without"]):
            most = len(part) > 20 and part in words and len(part) > len(words) / 2
            if part == words or most or (len(part) > 20 and len(words) > 30 and words in part):
                marks[index], weights[index] = 0, _MARKED


def stories(data: Path) -> Iterator[Labelled]:
    """The annotated stories: their own lines, and a sentence a line."""
    for path in sorted((data / "points").glob("*.packet.json")):
        packet = json.loads(path.read_text("utf-8"))
        furniture = set(json.loads(path.with_name(packet["story"] + ".A.json").read_text("utf-8"))["furniture"])
        for report in packet["reports"]:
            spans = [(a, b, f"{report['report']}.{n}" in furniture) for n, (a, b) in enumerate(report["sentences"])]
            lines = split_lines(report["text"])
            yield Labelled(lines, tuple(_not_furniture(line, spans) for line in lines), 2)
            single = "\n".join(" ".join(report["text"][a:b].split()) for a, b, _ in spans)
            lines = split_lines(single)
            if len(lines) == len(spans):
                yield Labelled(lines, tuple(int(not gone) for _, _, gone in spans))


def _not_furniture(line: Line, spans: Sequence[tuple[int, int, bool]]) -> int:
    """1 unless more than half of the line's sentences are furniture."""
    own = [gone for a, b, gone in spans if a < line.end and line.start < b]
    return int(sum(own) * 2 <= len(own))


def corrected(path: Path) -> Iterator[Labelled]:
    """The pages of a file of rows, each line marked by its `kept`; all rows of a page belong together.

    Raises DataError that names file and line where a row is none.
    """
    pages: dict[tuple[str, str], list[tuple[int, int, str, bool]]] = {}
    for number, text in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if text.strip():
            page, line = _row(text, f"{path}:{number}")
            pages.setdefault(page, []).append(line)
    for own in pages.values():
        own.sort()
        ends = [-2, *(end for _, end, _, _ in own)]
        # A blank line stands between two lines that are more than one break apart.
        lines = tuple(Line(a, b, words, a - end != 1) for (a, b, words, _), end in zip(own, ends, strict=False))
        yield Labelled(lines, tuple(int(kept) for *_, kept in own), CORRECTED)


def _row(text: str, where: str) -> tuple[tuple[str, str], tuple[int, int, str, bool]]:
    """The page that a row belongs to, and its line: start, end, words, kept."""
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        raise DataError(f"{where}: no JSON: {error}") from error
    match row:
        case {"page": str(page), "start": int(start), "end": int(end), "words": str(words), "kept": bool(kept)}:
            return (str(row.get("file") or ""), page), (start, end, words, kept)
    raise DataError(f"{where}: expected page, start, end, words and kept (true or false)")


def fit(pages: Sequence[Labelled], tables: Sequence[NDArray[np.float64]]) -> dict[str, Any]:
    """One hidden layer (several fits side by side, their answers averaged) over standardised traits."""
    from sklearn.neural_network import MLPClassifier

    table = np.vstack(tables)
    mark = np.concatenate([np.array(page.marks) for page in pages])
    weight = np.concatenate(
        [np.array(p.weights or (1.0,) * len(p.marks)) * p.times * len(p.marks) ** -0.5 for p in pages]
    )
    table, mark, weight = table[weight > 0], mark[weight > 0], weight[weight > 0]
    mean, scale = table.mean(axis=0), np.maximum(table.std(axis=0), 0.02)
    layers = []
    for seed in range(SEEDS):
        model = MLPClassifier(
            (HIDDEN,), alpha=ALPHA, max_iter=ROUNDS, random_state=seed, batch_size=512, learning_rate_init=2e-3
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model.fit((table - mean) / scale, mark, sample_weight=weight / weight.mean())
        layers.append((model.coefs_, model.intercepts_))
    first = np.hstack([coefs[0] for coefs, _ in layers]) / scale[:, None]
    return {
        "hidden": first,
        "hidden_bias": np.concatenate([biases[0] for _, biases in layers]) - mean @ first,
        "out": np.concatenate([coefs[1][:, 0] for coefs, _ in layers]) / SEEDS,
        "bias": float(np.mean([biases[1][0] for _, biases in layers])),
    }


def written(model: dict[str, Any]) -> str:
    """The model as the TOML file that the lexicons read."""

    def row(numbers: NDArray[np.float64]) -> str:
        return "[" + ", ".join(f"{n:.4g}" for n in numbers) + "]"

    hidden = ",\n  ".join(row(line) for line in model["hidden"])
    return (
        "# Weights of the line decision (docs/models/furniture.md), written by training/furniture.py. Don't edit.\n"
        f"switch = {SWITCH}\nbias = {model['bias']:.4g}\nout = {row(model['out'])}\n"
        f"hidden_bias = {row(model['hidden_bias'])}\nhidden = [\n  {hidden},\n]\n"
    )


def main() -> None:
    """Reads the pages, fits, writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--rows", type=Path, action="append", default=[], metavar="FILE")
    given = parser.parse_args()
    data, lexicons = given.data, load_lexicons()
    own = [page for path in given.rows for page in corrected(path)]
    pages = [*bodies(data), *fields(data), *taught(data), *stories(data), *own]
    print(f"{len(pages)} pages, {sum(len(page.lines) for page in pages)} lines")
    TARGET.write_text(written(fit(pages, [context(page.lines, lexicons) for page in pages])), "utf-8")


if __name__ == "__main__":
    main()
