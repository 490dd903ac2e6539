"""Trains the line weights of `clean` from pages whose report is known; writes lexicons/data/furniture_weights.toml.

usage: python training/furniture.py DATA [--folds]     (DATA: the folder of the evaluation data)
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosswire.bench.measure import rows
from crosswire.clean.context import context
from crosswire.clean.lines import Line, split_lines
from crosswire.lexicons.load import load_lexicons

TARGET = Path(__file__).parents[1] / "src/crosswire/lexicons/data/furniture_weights.toml"
_WORD = re.compile(r"\w+")


def shingles(text: str) -> set[tuple[str, ...]]:
    """The runs of four words of `text`; all of it when it is shorter."""
    words = _WORD.findall(text)
    return {tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))}


def labels(lines: tuple[Line, ...], gold: str) -> list[int]:
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


def pages(data: Path) -> list[tuple[tuple[Line, ...], list[int]]]:
    """The pages flattened to visible text, as lines with labels: article_bodies, with and without blank lines."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    found = []
    for row in rows(data / "data/pages/article_bodies.jsonl.gz"):
        text = extract_plain_text(HTMLTree.parse(row["html"]), main_content=False)
        for form in (text, re.sub(r"\n\s*\n", "\n", text)):
            lines = split_lines(form)
            found.append((lines, labels(lines, row["body"])))
    found.extend(_points(data))
    return found


def _points(data: Path) -> list[tuple[tuple[Line, ...], list[int]]]:
    """The packets of the annotated stories, a sentence a line, with their furniture labels."""
    import json

    found = []
    for path in sorted((data / "points").glob("*.packet.json")):
        packet = json.loads(path.read_text("utf-8"))
        furniture = set(json.loads(path.with_name(packet["story"] + ".A.json").read_text("utf-8"))["furniture"])
        for report in packet["reports"]:
            sentences = [report["text"][a:b].strip() for a, b in report["sentences"]]
            text = "\n".join(" ".join(s.split()) for s in sentences)
            lines = split_lines(text)
            if len(lines) == len(sentences):
                found.append((lines, [int(f"{report['report']}.{n}" not in furniture) for n in range(len(lines))]))
    return found


def fit(tables: list[NDArray[np.float64]], marks: list[list[int]], strength: float) -> dict[str, Any]:
    """Logistic weights over the lines, each page weighing the same, and the log odds of staying and changing."""
    from sklearn.linear_model import LogisticRegression

    table, mark = np.vstack(tables), np.concatenate([np.array(m) for m in marks])
    weight = np.concatenate([np.full(len(m), 60.0 / len(m) ** 0.5) for m in marks])
    scale = table.std(axis=0) + 1e-6
    model = LogisticRegression(C=strength, max_iter=3000)
    model.fit(table / scale, mark, sample_weight=weight / weight.mean())
    return {"weights": model.coef_[0] / scale, "bias": float(model.intercept_[0])}


def main() -> None:
    """Fits on all pages and writes the weights; with --folds only prints scores by five folds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    arguments = parser.parse_args()
    phrases = load_lexicons().furniture
    known = pages(arguments.data)
    model = fit([context(lines, phrases) for lines, _ in known], [marks for _, marks in known], 0.05)
    numbers = ", ".join(f"{w:.4f}" for w in model["weights"])
    TARGET.write_text(
        "# Weights of the line decision (docs/models/furniture.md), written by training/furniture.py. Don't edit.\n"
        f"bias = {model['bias']:.4f}\nswitch = 1.2\nweights = [{numbers}]\n",
        "utf-8",
    )


if __name__ == "__main__":
    main()
