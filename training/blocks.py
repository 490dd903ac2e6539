"""Trains the weights by which `clean` decides the lines of pages in markup; writes lexicons/data/blocks.npz.

usage: python training/blocks.py DATA [--check FOLDS]      (DATA: the folder of the evaluation data)

Needs scikit-learn and trafilatura. What it learns from, and what not: docs/models/blocks.md. `--check` fits and
measures by cross-validation over sites instead, pages of one site in one fold, and writes nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from crosswire.bench.measure import rows, scorer
from crosswire.bench.pages import unseen
from crosswire.clean.blocks.block_odds import FURTHEST, Odds, is_unsure, with_extractor
from crosswire.clean.blocks.block_traits import block_traits
from crosswire.clean.blocks.markup import read_markup
from crosswire.clean.lines.decide import best_sequence
from crosswire.lexicons.block_weights import BlockWeights
from crosswire.lexicons.load import load_lexicons

TARGET = Path(__file__).parents[1] / "src/crosswire/lexicons/data/blocks.npz"
HIDDEN, SEEDS, ROUNDS, ALPHA = 32, 4, 9, 0.7
SWITCH = 0.5
# What a line weighs by who marked it: people, reviewed parsers, trafilatura where its two settings agree and where not.
PEOPLE, PARSERS, SEGMENT, AGREED, ALONE = 1.0, 0.6, 1.5, 0.35, 0.1
_DISTRUST, _MOST_FAULTS = 0.4, 3
_COVERED = 0.6
_WORD, _SPACE = re.compile(r"\w+"), re.compile(r"\s+")
_COMMON = frozenset(
    [
        "com", "org", "net", "co", "uk", "de", "at", "fr", "www", "html", "htm", "au", "in", "ca", "us", "ch", "it",
        "es", "io", "ie", "nz", "za", "news", "info", "eu", "m", "amp", "edition",
    ]
)  # fmt: skip

Marks = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page's lines: for each 1 when it is the report's, its weight, what trafilatura selects; `read`: those that are.

    `table` holds the traits of the lines read.
    """

    id: str
    site: str
    words: tuple[str, ...]
    read: NDArray[np.int64]
    table: NDArray[np.float32]
    marks: Marks
    weights: Marks
    selected: tuple[bool, ...]
    gold: str | None = None
    left_out: bool = False


def site_of(address: str) -> str:
    """What names a site: "www.example.co.uk" and "edition.example.com" are "example"."""
    host = urlsplit(address).netloc if "://" in address else re.split(r"[-/_]", address.rsplit("::", 1)[-1])[0]
    parts = [part for part in host.lower().split(":")[0].split(".") if part not in _COMMON]
    return parts[-1] if parts else host


def shingles(text: str) -> set[tuple[str, ...]]:
    """The runs of four words of `text`; all of it when it is shorter."""
    words = _WORD.findall(text)
    return {tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))}


def labels(lines: Sequence[str], gold: str) -> Marks:
    """For each line 1 when its words stand in the gold body, short lines as a line of it."""
    known = shingles(gold)
    whole = {tuple(_WORD.findall(line)) for line in gold.splitlines()}

    def stands(line: str) -> bool:
        words = tuple(_WORD.findall(line))
        if len(words) < 5:
            return bool(words) and words in whole
        own = shingles(line)
        return len(own & known) / len(own) >= _COVERED

    return np.array([float(stands(line)) for line in lines])


def page(name: str, address: str, html: str, mark: Callable[[Sequence[str]], tuple[Marks, Marks]]) -> Labelled | None:
    """The page's lines with the marks and weights that `mark` gives them; None when it has none."""
    lexicons = load_lexicons()
    markup = read_markup(html)
    if markup.tree is None or not markup.tree.blocks.words:
        return None
    traits = block_traits(markup.tree.blocks, lexicons)
    words = tuple(markup.tree.blocks.words)
    marks, weights = mark(words)
    table = traits.rows(0, len(traits.lines))
    return Labelled(name, site_of(address), words, traits.lines, table, marks, weights, markup.selected(words))


def bodies(data: Path) -> Iterator[Labelled]:
    """Pages whose body was marked by people."""
    for row in rows(data / "data/pages/article_bodies.jsonl.gz"):
        body = row["body"]
        found = page(row["id"], row["url"], row["html"], partial(_whole, body, PEOPLE))
        if found:
            yield _with(found, gold=body, left_out=unseen(row["id"]))


def fields(data: Path) -> Iterator[Labelled]:
    """Pages whose body parsers written for each publisher found."""
    for row in rows(data / "data/pages/publisher_fields.jsonl.gz"):
        body = row["gold"].get("body") or {}
        parts = [p for s in body.get("sections", ()) for p in (*s["headline"], *s["paragraphs"])]
        if len(" ".join(parts)) < 400:
            continue
        text = "\n".join(parts)
        found = page(row["id"], row["url"], row["html"], partial(_whole, text, PARSERS))
        if found:
            yield _with(found, gold=text)


def segments(data: Path) -> Iterator[Labelled]:
    """Pages of which people marked some segments; what trafilatura selects stands in, lightly, for the rest."""
    import trafilatura

    for row in rows(data / "data/pages/segments.jsonl.gz"):
        strict = trafilatura.extract(row["html"], favor_precision=True, include_comments=False) or ""
        fast = trafilatura.extract(row["html"], fast=True, include_comments=False) or ""
        found = page(row["id"], row["url"], row["html"], partial(_partial, row, strict, fast))
        if found:
            yield found


def _whole(gold: str, weight: float, words: Sequence[str]) -> tuple[Marks, Marks]:
    return labels(words, gold), np.full(len(words), weight)


def _partial(row: dict[str, Any], strict: str, fast: str, words: Sequence[str]) -> tuple[Marks, Marks]:
    marks, other = labels(words, strict), labels(words, fast)
    flat = _squashed(strict)
    faults = sum(_squashed(s) not in flat for s in row["with"]) + sum(_squashed(s) in flat for s in row["without"])
    weights = np.where(marks == other, AGREED, ALONE) * _DISTRUST ** min(faults, _MOST_FAULTS)
    for kept, parts in ((1.0, row["with"]), (0.0, row["without"])):
        for part in map(_squashed, parts):
            for line, text in enumerate(words):
                if part in text and (kept or 2 * len(part) >= len(text)):
                    marks[line], weights[line] = kept, SEGMENT
    return marks, weights


def _squashed(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _with(page: Labelled, *, gold: str, left_out: bool = False) -> Labelled:
    return replace(page, gold=gold, left_out=left_out)


def fit(pages: Sequence[Labelled]) -> BlockWeights:
    """One hidden layer (several fits side by side, their answers averaged) over standardised traits."""
    from sklearn.neural_network import MLPClassifier

    table = np.vstack([page.table for page in pages])
    marks = np.concatenate([page.marks[page.read] for page in pages])
    weights = np.concatenate([page.weights[page.read] * len(page.words) ** -0.5 for page in pages])
    mean, scale = table.mean(axis=0, dtype=np.float64), np.maximum(table.std(axis=0, dtype=np.float64), 0.1)
    scaled = ((table - mean) / scale).astype(np.float32)
    layers = []
    for seed in range(SEEDS):
        model = MLPClassifier(
            (HIDDEN,), alpha=ALPHA, max_iter=ROUNDS, random_state=seed, batch_size=256, learning_rate_init=2e-3
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model.fit(scaled, marks, sample_weight=(weights / weights.mean()).astype(np.float32))
        layers.append((model.coefs_, model.intercepts_))
    first = np.hstack([coefs[0] for coefs, _ in layers]) / scale[:, None]
    return BlockWeights(
        hidden=first.astype(np.float32),
        hidden_bias=(np.concatenate([biases[0] for _, biases in layers]) - mean @ first).astype(np.float32),
        out=(np.concatenate([coefs[1][:, 0] for coefs, _ in layers]) / SEEDS).astype(np.float32),
        bias=float(np.mean([biases[1][0] for _, biases in layers])),
        switch=SWITCH,
    )


def written(model: BlockWeights) -> bytes:
    """The model as the file that the lexicons read."""
    found = io.BytesIO()
    scalars = np.array([model.bias, model.switch])
    np.savez_compressed(
        found, hidden=model.hidden.astype(np.float16), hidden_bias=model.hidden_bias.astype(np.float32),
        out=model.out.astype(np.float32), scalars=scalars,
    )  # fmt: skip
    return found.getvalue()


def odds_of(page: Labelled, model: BlockWeights) -> Odds:
    """The odds of all lines, those not read as far from the report."""
    odds = np.full(len(page.words), -FURTHEST)
    odds[page.read] = np.clip(model.odds(page.table), -FURTHEST, FURTHEST)
    return odds


def kept(page: Labelled, model: BlockWeights, *, asking: bool) -> list[bool]:
    """The lines that the model keeps; `asking`: with the slow extractor's word where it is unsure."""
    odds = odds_of(page, model)
    if asking and is_unsure(odds, page.words):
        odds = with_extractor(odds, page.selected)
    return list(best_sequence(odds, model.switch))


def check(data: Path, pages: Sequence[Labelled], folds: int) -> None:
    """Prints the F1 of pages that the fit has not seen, nor any other of their site; before the rules."""
    score = scorer(data, "score_bodies").score
    found: dict[bool, dict[str, str]] = {True: {}, False: {}}
    asked = 0
    for fold in range(folds):
        model = fit([page for page in pages if _fold(page.site, folds) != fold])
        for page in pages:
            if _fold(page.site, folds) == fold:
                asked += is_unsure(odds_of(page, model), page.words)
                for asking, texts in found.items():
                    lines = kept(page, model, asking=asking)
                    texts[page.id] = "\n".join(w for w, keep in zip(page.words, lines, strict=True) if keep)
    for name, part in (("bodies", [p for p in pages if p.gold and "/" not in p.id]),
                       ("fields", [p for p in pages if p.gold and "/" in p.id])):  # fmt: skip
        gold = {page.id: page.gold or "" for page in part}
        for asking, texts in found.items():
            precision, recall, f1 = score(gold, texts)
            print(f"{name} asking={asking}: precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}")
    print(f"unsure: {asked} of {len(pages)} pages")


def _fold(site: str, folds: int) -> int:
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % folds


def main() -> None:
    """Reads the pages, fits, writes the weights; or checks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--check", type=int, default=0)
    options = parser.parse_args()
    pages = [*bodies(options.data), *fields(options.data), *segments(options.data)]
    print(f"{len(pages)} pages, {sum(len(page.words) for page in pages)} lines, {pages[0].table.shape[1]} traits")
    if options.check:
        check(options.data, pages, options.check)
        return
    out = {page.site for page in pages if page.left_out}
    model = fit([page for page in pages if page.site not in out])
    TARGET.write_bytes(written(model))
    print(f"SHA256 = {hashlib.sha256(TARGET.read_bytes()).hexdigest()!r} (to be set in lexicons/block_weights.py)")


if __name__ == "__main__":
    main()
