"""Prints the weights of group/likeness.py, fitted on pairs of reports.

    python training/stories.py ../shared

Pairs are the candidates among ECB+ train, the tuning half of the incidents, and the triplets. Each set counts the
same; within a set all pairs of one story together weigh half as much as all pairs of two stories.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from crosswire.bench.stories import Sorted, ecb, incidents, triplets
from crosswire.group.candidates import candidate_pairs
from crosswire.group.likeness import likeness
from crosswire.group.terms import report_terms
from crosswire.lexicons.load import load_lexicons

WRONG_WEIGHS = 2.0


def pairs(part: Sorted) -> Iterator[tuple[list[float], bool]]:
    """Features and truth of every candidate pair of the tuning reports."""
    reports = sorted((r for r in part.reports if r.id in part.tuning), key=lambda r: r.id)
    terms = [report_terms(report, rarity=load_lexicons().rarity) for report in reports]
    for a, b in candidate_pairs(terms):
        like = likeness(terms[a], terms[b])
        features = [math.sqrt(like.whole), math.sqrt(like.lead), math.log1p(like.shared_names)]
        yield [*features, math.log1p(like.days or 0)], part.story[terms[a].report] == part.story[terms[b].report]


def main(data: Path) -> None:
    """Fits and prints."""
    from sklearn.linear_model import LogisticRegression

    features, truth, weight = [], [], []
    for part in (ecb(data), incidents(data), triplets(data)):
        found = list(pairs(part))
        right = sum(same for _, same in found)
        for values, same in found:
            features.append(values)
            truth.append(same)
            weight.append(1e4 / right if same else 1e4 * WRONG_WEIGHS / (len(found) - right))
    model = LogisticRegression(C=10, max_iter=3000).fit(np.array(features), np.array(truth), sample_weight=weight)
    names = ("WHOLE", "LEAD", "SHARED_NAMES", "DAYS_APART")
    print("INTERCEPT", round(float(model.intercept_[0]), 2))
    for name, value in zip(names, model.coef_[0], strict=True):
        print(name, round(float(value), 2))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))
