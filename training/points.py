"""Trains the weights that link sentences into points; writes them, and one set for each story left out.

usage: python training/points.py DATA
  DATA  the folder of the evaluation data, with points/

Writes `src/crosswire/relate/points/weights/points.json`, pins its sha256 in `relate/points/point_model.py`, and writes
`src/crosswire/bench/weights/points_folds.json`: for each story weights that never saw it, for the bench. Prints the
F1 of links with the story left out. Needs scikit-learn; the installed package does not.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from crosswire.bench.packets import Packet, packets
from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import Relations
from crosswire.relate.points.features import FEATURES, feature_rows
from crosswire.relate.points.point_model import WEIGHTS, PointModel, read_point_model
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

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Pairs:
    """One story's candidate pairs: their features, whether they share a point, and the links each stands for."""

    rows: Numbers
    linked: NDArray[np.bool_]
    links: list[set[tuple[str, str]]]
    gold: set[tuple[str, str]]


def gold_links(packet: Packet) -> set[tuple[str, str]]:
    """The pairs of sentences of two reports that share a point."""
    found = set()
    for point in packet.gold["points"]:
        names = [m["sentence"] for m in point["members"]]
        found |= {(min(a, b), max(a, b)) for a in names for b in names if a.split(".")[0] != b.split(".")[0]}
    return found


def story_pairs(packet: Packet, relations: Relations, background: dict[str, float]) -> Pairs:
    """The candidate pairs of one story."""
    slots = read_slots(
        relations.reports,
        relations.annotations,
        actors=relations.actors,
        quotations=relations.quotations,
        figures=relations.figures,
        times=relations.times,
        words=load_lexicons().points,
    )
    hood = Neighbourhood(slots, background)
    pairs = hood.pairs()
    names = [packet.named(s.passage) for s in slots]
    links = [{(min(x, y), max(x, y)) for x in names[a] for y in names[b]} for a, b in pairs]
    gold = gold_links(packet)
    return Pairs(np.array(feature_rows(hood, pairs)), np.array([bool(k & gold) for k in links]), links, gold)


def train(stories: list[Pairs]) -> dict[str, Any]:
    """The weights learned from the stories' pairs."""
    rows = np.vstack([s.rows for s in stories])
    linked = np.concatenate([s.linked for s in stories])
    counts = [np.full(len(s.linked), 1 / np.sqrt(max(int(s.linked.sum()), FEWEST))) for s in stories]
    heavy = np.concatenate(counts)
    heavy /= heavy.mean()
    means, scales = rows.mean(0), rows.std(0)
    scales[scales == 0] = 1
    line = LogisticRegression(C=STRENGTH, max_iter=5000).fit((rows - means) / scales, linked, sample_weight=heavy)
    forests = []
    for seed in SEEDS:
        forest = GradientBoostingClassifier(**TREES, max_features=0.3, random_state=seed)
        forests.append(forest.fit(rows, linked, sample_weight=heavy))
    return {
        "features": list(FEATURES),
        "means": _short(means),
        "scales": _short(scales),
        "weights": _short(line.coef_[0]),
        "bias": round(float(line.intercept_[0]), 5),
        "threshold": THRESHOLD,
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


def score(model: PointModel, stories: list[Pairs], threshold: float) -> tuple[int, int, int]:
    """Right, found and wanted links."""
    right = found = wanted = 0
    for story in stories:
        chances = model.probabilities(story.rows.tolist())
        links = {k for chance, keys in zip(chances, story.links, strict=True) if chance >= threshold for k in keys}
        right, found, wanted = right + len(links & story.gold), found + len(links), wanted + len(story.gold)
    return right, found, wanted


def main(data: Path) -> None:
    """Trains, writes and prints."""
    background = json.loads(SHIPPED.read_text("utf-8"))["background"]
    told = packets(data)
    stories = [story_pairs(p, p.relations(_blank(background)), background) for p in told]
    folds = {p.name: train([s for m, s in enumerate(stories) if m != n]) for n, p in enumerate(told)}
    for threshold in (0.26, 0.30, 0.34, 0.38, 0.42):
        sums = [
            score(read_point_model(folds[p.name], background), [s], threshold)
            for p, s in zip(told, stories, strict=True)
        ]
        right, found, wanted = (sum(column) for column in zip(*sums, strict=True))
        print(f"threshold {threshold:.2f}: links F1 {2 * right / (found + wanted):.3f}, story left out")
    FOLDS.parent.mkdir(exist_ok=True)
    FOLDS.write_text(json.dumps(folds, separators=(",", ":"), sort_keys=True), "utf-8")
    shipped = {**train(stories), "background": background}
    SHIPPED.write_text(json.dumps(shipped, separators=(",", ":"), sort_keys=True), "utf-8")
    pinned = hashlib.sha256(SHIPPED.read_bytes()).hexdigest()
    PINNED.write_text(re.sub(r'SHA256 = "\w+"', f'SHA256 = "{pinned}"', PINNED.read_text("utf-8")), "utf-8")
    print(f"{SHIPPED.name}: sha256 {pinned}")


def _blank(background: dict[str, float]) -> PointModel:
    """A model that links nothing: what is trained on comes before the points."""
    empty = [0.0] * len(FEATURES)
    trees = {"features": [[0, 0, 0]], "thresholds": [[0.0] * 3], "leaves": [[0.0] * 4], "prior": -30.0}
    raw = {"features": list(FEATURES), "means": empty, "scales": [1.0] * len(FEATURES), "weights": empty}
    return read_point_model({**raw, "bias": -30.0, "threshold": 1.0, "trees": trees}, background)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
