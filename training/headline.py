"""Trains the choice of the headline among a page's lines; writes lexicons/data/headline_weights.toml.

usage: python training/headline.py DATA      (DATA: the folder of the evaluation data)

Needs resiliparse. What it learns from, and what not: docs/models/headline.md.
"""

from __future__ import annotations

import argparse
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from crosswire.bench.measure import rows
from crosswire.bench.pages import flattened
from crosswire.clean.blocks.tree import parse
from crosswire.clean.header.headline import candidates, text_start
from crosswire.clean.header.headline_traits import NAMES, headline_traits, surroundings
from crosswire.clean.header.metadata import read_metadata
from crosswire.clean.header.titles import bare_title
from crosswire.clean.lines.kinds import own_kinds
from crosswire.clean.lines.lines import split_lines
from crosswire.clean.lines.plain import judge
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.load import load_lexicons

TARGET = Path(__file__).parents[1] / "src/crosswire/lexicons/data/headline_weights.toml"
STEPS, RATE, DECAY = 1200, 0.05, 4e-4
LENIENT = 0.4  # a headline that is named counts for more than a page that has none
EVERY, BARE = 6, 3  # of the incident reports, and of the pages that come once more without their headline

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """A page's candidates, and which of them are its headline (perhaps none)."""

    name: str
    kind: str
    traits: Numbers
    right: NDArray[np.bool_]


def pages(data: Path) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Kind, id, plain text and headlines of pages: their markup's own, or the title that came with a report."""
    lexicons = load_lexicons()
    for kind in ("publisher_fields", "article_bodies", "segments"):
        for page in rows(data / f"data/pages/{kind}.jsonl.gz"):
            meta, text = read_metadata(parse(page["html"]), lexicons=lexicons), flattened(page["html"])
            gold = page["gold"]["title"] if kind == "publisher_fields" else None
            if text:
                yield kind, page["id"], text, tuple(t for t in (gold, meta.headline) if t)
    for number, report in enumerate(rows(data / "data/stories/incident_reports.jsonl.gz")):
        if number % EVERY == 0:
            title = report["title"]
            yield "incident", report["doc_id"], report["text"], (title, bare_title(title, media=lexicons.media_words))


def choices(data: Path) -> Iterator[Choice]:
    """Every page's candidates; a third of the pages once more without their headline."""
    lexicons = load_lexicons()
    for kind, name, text, titles in pages(data):
        lines = split_lines(text)
        if not lines:
            continue
        words = [line.words for line in lines]
        kept = [verdict.kept for verdict in judge(lines, lexicons=lexicons)]
        shown = own_kinds(words, lexicons=lexicons)
        first = text_start(words, kept, None)
        around = surroundings(words, kept, first, lexicons)
        near = candidates(words, shown, around, lexicons)
        if not near:
            continue
        traits = np.array([headline_traits(words, shown, i, around, lexicons) for i in near])
        known = {words_of(title) for title in titles} - {()}
        right = np.array([words_of(words[i]) in known for i in near])
        yield Choice(name, kind, traits, right)
        if right.any() and kind != "incident" and zlib.crc32(name.encode()) % BARE == 0:
            yield Choice(name, f"{kind}, headline taken out", traits[~right], right[~right])


def fit(found: Sequence[Choice]) -> Numbers:
    """The weights under which the right candidates (or none) are likeliest; Adam over all pages at once."""
    weights, mean, square = (np.zeros(len(NAMES)) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope = sum((_slope(choice, weights) for choice in found), np.zeros(len(NAMES))) / len(found) - DECAY * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights += RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    weights[NAMES.index("one")] += LENIENT
    return weights


def _slope(choice: Choice, weights: Numbers) -> Numbers:
    scores = np.append(choice.traits @ weights, 0.0)
    likely = np.exp(scores - scores.max())
    likely = (likely / likely.sum())[:-1]
    wanted = likely * choice.right
    if choice.right.any():
        wanted = wanted / max(wanted.sum(), 1e-9)
    result: Numbers = choice.traits.T @ (wanted - likely)
    return result


def report(weights: Numbers, found: Sequence[Choice]) -> Iterator[str]:
    """A line a kind of page: how often the headline is found, another is taken, or one is given that isn't there."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for choice in found:
        scores = choice.traits @ weights if len(choice.traits) else np.array([-1.0])
        best, there = int(np.argmax(scores)), bool(choice.right.any())
        given = bool(scores[best] > 0)
        right = given and there and bool(choice.right[best])
        own = counts[choice.kind]
        wrong, anyway = given and there and not right, given and not there
        own[:] = [old + new for old, new in zip(own, (there, right, wrong, not there, anyway), strict=True)]
    for kind, own in sorted(counts.items()):
        yield "{}: {} with one, right {}, wrong {}; {} without, given all the same {}".format(kind, *own)


def main() -> None:
    """Prints what the weights of one half do on the other; writes those of all pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    found = list(choices(parser.parse_args().data))
    halves = [[c for c in found if zlib.crc32(c.name.encode()) % 2 == half] for half in (0, 1)]
    print(*report(fit(halves[1]), halves[0]), sep="\n")
    weights = fit(found)
    head = "# Weights of the choice of a headline (docs/models/headline.md), by training/headline.py. Don't edit.\n"
    table = "\n".join(f"{name} = {weight:.4g}" for name, weight in zip(NAMES, weights, strict=True))
    TARGET.write_text(f"{head}[weights]\n{table}\n", "utf-8")


if __name__ == "__main__":
    main()
