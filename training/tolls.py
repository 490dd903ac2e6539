"""Learns how numbers of killed and injured are weighed, and writes the weights of `relate/tolls/`.

    python training/tolls.py [DATA] [--cache FILE]

Trains on the incidents of which one page is kept, and on the read half of those with more; the other half is never
learned from, and its figure is printed. A pair of numbers is chosen out of a story's candidates by a log-linear model
(softmax over the candidates, L2 penalty). Needs scipy.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]

from crosswire.bench.figures import Incident, annotated, incident_stories
from crosswire.lexicons.load import load_lexicons
from crosswire.relate.tolls.toll_model import TollModel
from crosswire.relate.tolls.tolls import weighed

PENALTY = 2.0
FOLDS = 5
HERE = Path(__file__).parent.parent / "src" / "crosswire" / "relate" / "tolls" / "weights" / "tolls.json"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A story's candidates with their features, and the pair that the record gives."""

    incident: Incident
    pairs: tuple[tuple[int, int], ...]
    rows: tuple[dict[str, float], ...]
    gold: tuple[int, int]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared"))
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()
    lessons = _lessons(options.data, options.cache)
    read = [x for x in lessons if x.incident.read and x.incident.rows > 1]
    unread = [x for x in lessons if not x.incident.read and x.incident.rows > 1]
    single = [x for x in lessons if x.incident.rows == 1]
    held = [_right(x, m) for n in range(FOLDS) for m in [_fit([*single, *_without(read, n)])] for x in read[n::FOLDS]]
    print(f"read half, {FOLDS} folds: {np.mean(held, axis=0).round(3)} of {len(held)}")
    model = _fit([*single, *read])
    print(f"read half, trained on: {np.mean([_right(x, model) for x in read], axis=0).round(3)}")
    print(f"unread half: {np.mean([_right(x, model) for x in unread], axis=0).round(3)} of {len(unread)}")
    HERE.parent.mkdir(exist_ok=True)
    weights = {name: round(weight, 4) for name, weight in sorted(model.weights.items()) if abs(weight) > 0.0005}
    HERE.write_text(json.dumps({"weights": weights}, indent=0) + "\n", "utf-8")
    print(f"SHA256 = {hashlib.sha256(HERE.read_bytes()).hexdigest()!r}")


def _lessons(data: Path, cache: Path | None) -> list[Lesson]:
    """Every incident as a lesson. The annotations are kept in the cache, since reading takes minutes."""
    if cache and cache.exists():
        found = pickle.loads(cache.read_bytes())
    else:
        found = [annotated(incident) for incident in incident_stories(data)]
        if cache:
            cache.write_bytes(pickle.dumps(found))
    lexicons = load_lexicons()
    lessons = []
    for each in found:
        incident = each.incident
        pairs, rows = weighed(incident.reports, each.annotations, counted=lexicons.counted, names=lexicons.names)
        lessons.append(Lesson(incident, pairs, tuple(rows), (incident.killed, incident.injured)))
    return lessons


def _without(lessons: list[Lesson], fold: int) -> list[Lesson]:
    return [x for n, x in enumerate(lessons) if n % FOLDS != fold]


def _right(lesson: Lesson, model: TollModel) -> tuple[bool, bool, bool]:
    killed, injured = model.best(lesson.pairs, lesson.rows) if lesson.pairs else (0, 0)
    hits = killed == lesson.gold[0], injured == lesson.gold[1]
    return (*hits, all(hits))


def _fit(lessons: list[Lesson]) -> TollModel:
    """The weights under which the recorded pairs are likeliest, where they are among the candidates."""
    kept = [x for x in lessons if x.gold in x.pairs and len(x.pairs) > 1]
    names = sorted({name for x in kept for row in x.rows for name in row})
    index = {name: n for n, name in enumerate(names)}
    table = np.zeros((sum(len(x.pairs) for x in kept), len(names)))
    for line, row in enumerate(row for x in kept for row in x.rows):
        for name, value in row.items():
            table[line, index[name]] = value
    starts = np.cumsum([0, *(len(x.pairs) for x in kept)])
    gold = starts[:-1] + np.array([x.pairs.index(x.gold) for x in kept])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = table @ weights
        most = np.maximum.reduceat(scores, starts[:-1])
        spread = np.exp(scores - np.repeat(most, np.diff(starts)))
        sums = np.add.reduceat(spread, starts[:-1])
        chances = spread / np.repeat(sums, np.diff(starts))
        value = float(-(scores[gold] - most - np.log(sums)).sum() + PENALTY / 2 * (weights @ weights))
        return value, table.T @ chances - table[gold].sum(0) + PENALTY * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 400})
    return TollModel(dict(zip(names, map(float, found.x), strict=True)))


if __name__ == "__main__":
    main()
