"""Trains the weights that link sentences into points; writes them, and one set for each story left out.

usage: python training/points.py DATA [--cache FILE]
  DATA  the folder of the evaluation data, with points/ and data/stories/
  FILE  a pickle of the annotated stories, made where it is not there

Learns from the annotated stories of DATA and from those of `data/points_read.json`. Writes
`src/crosswire/relate/points/weights/points.json`, pins its sha256 in `relate/points/point_model.py`, and writes
`src/crosswire/bench/weights/points_folds.json`, for the bench: for each annotated story weights that never saw it, and
for each half of the read ones.
Prints the F1 of links with the story left out. Needs scikit-learn; the installed package does not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from points_read import read_stories
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from crosswire.bench.packets import Packet, packets
from crosswire.bench.points import HALVES, half_of
from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import Relations
from crosswire.relate.points.alignment import ALIGNED, aligned_rows
from crosswire.relate.points.features import FEATURES, feature_rows
from crosswire.relate.points.piece_reader import ReadPieces, load_piece_network
from crosswire.relate.points.point_model import WEIGHTS, PointModel, read_point_model, still_open
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import read_slots

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "src/crosswire/relate/points/weights" / WEIGHTS
FOLDS = ROOT / "src/crosswire/bench/weights/points_folds.json"
PINNED = ROOT / "src/crosswire/relate/points/point_model.py"
# Even chances: a link that is more likely wrong than right claims a confirmation that nobody gave. Lower ones find
# more links, score a little higher, and make more points agreed in which no two passages say the same.
THRESHOLD = 0.5
STRENGTH = 0.05
TREES = {"n_estimators": 120, "max_depth": 2, "learning_rate": 0.08, "subsample": 0.6, "min_samples_leaf": 15}
# Several runs, averaged: a single one moves by two points with the order of chance.
SEEDS = (7, 17, 27, 37)
# A story with many links counts for less than its number: the square root of it.
FEWEST = 10
# The published readings count for more than those made for training, which take more for one point.
PUBLISHED = 3.0
THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Pairs:
    """One story's candidate pairs: their features, whether they share a point, the links each stands for; the words and
    the report of every sentence; how much the story counts."""

    name: str
    numbers: tuple[tuple[int, int], ...]
    rows: Numbers
    linked: NDArray[np.bool_]
    links: list[set[tuple[str, str]]]
    gold: set[tuple[str, str]]
    words: tuple[str, ...]
    reports: tuple[int, ...]
    counts: float = 1.0

    def weights(self) -> Numbers:
        """How much each pair counts."""
        return np.full(len(self.linked), self.counts / np.sqrt(max(int(self.linked.sum()), FEWEST)))


class Remembered:
    """The reader of sentences, which reads each once."""

    def __init__(self) -> None:
        self._read: dict[str, ReadPieces] = {}

    def read(self, words: str) -> ReadPieces:
        """What the shipped network sees in the words."""
        if words not in self._read:
            self._read[words] = load_piece_network().read(words)
        return self._read[words]


READER = Remembered()


def gold_links(packet: Packet) -> set[tuple[str, str]]:
    """The pairs of sentences of two reports that share a point."""
    found = set()
    for point in packet.gold["points"]:
        names = [m["sentence"] for m in point["members"]]
        found |= {(min(a, b), max(a, b)) for a in names for b in names if a.split(".")[0] != b.split(".")[0]}
    return found


def story_pairs(packet: Packet, relations: Relations, background: dict[str, float]) -> Pairs:
    """The candidate pairs of one story."""
    slots = read_slots(relations, load_lexicons().points)
    hood = Neighbourhood(slots, background)
    pairs = hood.pairs()
    names = [packet.named(s.passage) for s in slots]
    links = [{(min(x, y), max(x, y)) for x in names[a] for y in names[b]} for a, b in pairs]
    gold = gold_links(packet)
    return Pairs(
        name=packet.name,
        numbers=pairs,
        rows=np.array(feature_rows(hood, pairs)),
        linked=np.array([bool(k & gold) for k in links]),
        links=links,
        gold=gold,
        words=tuple(s.passage.words for s in slots),
        reports=tuple(s.report for s in slots),
    )


def train(stories: Sequence[Pairs], background: dict[str, float]) -> dict[str, Any]:
    """The weights learned from the stories' pairs: of the first decision, then of the second on what it leaves open."""
    first = fitted([s.rows for s in stories], [s.linked for s in stories], [s.weights() for s in stories])
    raw = {"features": [*FEATURES, *ALIGNED], "first": first, "second": _silent(first), "threshold": THRESHOLD}
    model = read_point_model(raw, background)
    rows, linked, weights = [], [], []
    for story in stories:
        open_ = still_open(model.probabilities(story.rows.tolist(), story.numbers, story.words, story.reports))
        more = aligned_rows(story.words, story.reports, [story.numbers[n] for n in open_], READER)
        rows.append(np.hstack([story.rows[open_], more]))
        linked.append(story.linked[open_])
        weights.append(story.weights()[open_])
    return {**raw, "second": fitted(rows, linked, weights)}


def _silent(first: dict[str, Any]) -> dict[str, Any]:
    """The second decision before it has learned: the first one, and nothing for what is seen in the sentences."""
    more = {"means": 0.0, "scales": 1.0, "weights": 0.0}
    return {**first, **{name: first[name] + [value] * len(ALIGNED) for name, value in more.items()}}


def fitted(
    parts: Sequence[Numbers], answers: Sequence[NDArray[np.bool_]], weights: Sequence[Numbers]
) -> dict[str, Any]:
    """A logistic regression and boosted trees fitted to the rows of all stories, as tables."""
    rows, linked, heavy = np.vstack(parts), np.concatenate(answers), np.concatenate(weights)
    heavy = heavy / heavy.mean()
    means, scales = rows.mean(0), rows.std(0)
    scales[scales == 0] = 1
    line = LogisticRegression(C=STRENGTH, max_iter=5000).fit((rows - means) / scales, linked, sample_weight=heavy)
    forests = []
    for seed in SEEDS:
        forest = GradientBoostingClassifier(**TREES, max_features=0.3, random_state=seed)
        forests.append(forest.fit(rows, linked, sample_weight=heavy))
    return {
        "means": _short(means),
        "scales": _short(scales),
        "weights": _short(line.coef_[0]),
        "bias": round(float(line.intercept_[0]), 5),
        "trees": _trees(forests, rows),
    }


def _short(values: Numbers) -> list[float]:
    return [round(float(v), 5) for v in values]


def _trees(forests: list[GradientBoostingClassifier], rows: Numbers) -> dict[str, Any]:
    """The boosted trees as tables, averaged; a branch that ends early asks a question that nobody passes."""
    features, thresholds, leaves = [], [], []
    for tree in (tree for forest in forests for (tree,) in forest.estimators_):
        t = tree.tree_
        asked = [0, *(int(c) for c in (t.children_left[0], t.children_right[0]))]
        features.append([max(0, int(t.feature[n])) for n in asked])
        thresholds.append([round(float(t.threshold[n]), 6) if t.feature[n] >= 0 else 1e9 for n in asked])
        ends = [e for n in asked[1:] for e in _ends(t, n)]
        leaves.append([round(float(t.value[e][0][0]) * TREES["learning_rate"] / len(forests), 5) for e in ends])
    prior = float(forests[0]._raw_predict_init(rows[:1].astype(np.float32))[0][0])
    return {"features": features, "thresholds": thresholds, "leaves": leaves, "prior": round(prior, 6)}


def _ends(tree: Any, node: int) -> tuple[int, int]:
    """The two leaves under a second question; the same one twice where none is asked."""
    left, right = int(tree.children_left[node]), int(tree.children_right[node])
    return (left, right) if left >= 0 else (node, node)


def score(model: PointModel, story: Pairs, threshold: float) -> tuple[int, int, int]:
    """Right, found and wanted links."""
    chances = model.probabilities(story.rows.tolist(), story.numbers, story.words, story.reports)
    links = {k for chance, keys in zip(chances, story.links, strict=True) if chance >= threshold for k in keys}
    return len(links & story.gold), len(links), len(story.gold)


def annotated(data: Path, cache: Path | None) -> tuple[list[Packet], list[Packet]]:
    """The stories with published readings, and those read for training; from `cache` where there is one."""
    if cache and cache.exists():
        kept: tuple[list[Packet], list[Packet]] = pickle.loads(cache.read_bytes())
        return kept
    found = list(packets(data)), list(read_stories(data))
    if cache:
        cache.write_bytes(pickle.dumps(found))
    return found


def main(data: Path, cache: Path | None) -> None:
    """Trains, writes and prints."""
    background = json.loads(SHIPPED.read_text("utf-8"))["background"]
    blank = _blank(background)
    published, read = (
        [story_pairs(p, p.relations(blank), background) for p in told] for told in annotated(data, cache)
    )
    published = [replace(story, counts=PUBLISHED) for story in published]
    sets = [[*(s for s in published if s is not left), *read] for left in published]
    sets += [[*published, *(s for s in read if half_of(s.name) != half)] for half in HALVES]
    with Pool(2) as pool:
        *folds, shipped = pool.starmap(
            train, [(told, background) for told in (*sets, [*published, *read])], chunksize=1
        )
    models = [replace(read_point_model(raw, background), reader=READER) for raw in folds[: len(published)]]
    for threshold in THRESHOLDS:
        sums = [score(model, story, threshold) for model, story in zip(models, published, strict=True)]
        right, found, wanted = (sum(column) for column in zip(*sums, strict=True))
        print(
            f"threshold {threshold:.2f}: links F1 {2 * right / (found + wanted):.3f}, P {right / found:.3f}, left out"
        )
    FOLDS.parent.mkdir(exist_ok=True)
    named = dict(zip([*(story.name for story in published), *HALVES], folds, strict=True))
    FOLDS.write_text(json.dumps(named, separators=(",", ":"), sort_keys=True), "utf-8")
    SHIPPED.write_text(
        json.dumps({**shipped, "background": background}, separators=(",", ":"), sort_keys=True), "utf-8"
    )
    pinned = hashlib.sha256(SHIPPED.read_bytes()).hexdigest()
    PINNED.write_text(re.sub(r'SHA256 = "\w+"', f'SHA256 = "{pinned}"', PINNED.read_text("utf-8")), "utf-8")
    print(f"{SHIPPED.name}: sha256 {pinned}")


def _blank(background: dict[str, float]) -> PointModel:
    """A model that links nothing: what is trained on comes before the points."""
    trees = {"features": [[0, 0, 0]], "thresholds": [[0.0] * 3], "leaves": [[0.0] * 4], "prior": -30.0}
    empty = [0.0] * len(FEATURES)
    first = {"means": empty, "scales": [1.0] * len(FEATURES), "weights": empty, "bias": -30.0, "trees": trees}
    raw = {"features": [*FEATURES, *ALIGNED], "first": first, "second": _silent(first), "threshold": 1.0}
    return read_point_model(raw, background)


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("data", type=Path)
    asked.add_argument("--cache", type=Path, help="a pickle of the annotated stories")
    told = asked.parse_args()
    main(told.data, told.cache)
