"""The weights are the pinned ones, and fit the features."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from crosswire.errors import ModelError
from crosswire.relate.points import point_model
from crosswire.relate.points.alignment import ALIGNED
from crosswire.relate.points.features import FEATURES
from crosswire.relate.points.point_model import load_point_model, read_point_model


def test_shipped_weights_load() -> None:
    model = load_point_model()
    assert 0 < model.threshold < 1
    assert len(model.first.weights) == len(FEATURES)
    assert len(model.second.weights) == len(FEATURES) + len(ALIGNED)


def test_altered_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(point_model, "SHA256", "0" * 64)
    load_point_model.cache_clear()
    with pytest.raises(ModelError, match=r"points\.json"):
        load_point_model()
    load_point_model.cache_clear()


def test_missing_weights_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(point_model, "WEIGHTS", "nowhere.json")
    load_point_model.cache_clear()
    with pytest.raises(ModelError, match=r"nowhere\.json"):
        load_point_model()
    load_point_model.cache_clear()


def test_weights_for_other_features_are_refused() -> None:
    raw = json.loads((files("crosswire.relate.points") / "weights" / "points.json").read_text("utf-8"))
    with pytest.raises(ModelError, match="other features"):
        read_point_model({**raw, "features": [*FEATURES, "moon"]}, {})


def test_probabilities_are_between_nought_and_one_whatever_the_row() -> None:
    rows = [[0.0] * len(FEATURES), [1e6] * len(FEATURES), [-1e6] * len(FEATURES)]
    pairs, words = [(0, 1)] * len(rows), ["It rained.", "It snowed."]
    assert all(0 <= p <= 1 for p in load_point_model().probabilities(rows, pairs, words, [0, 1]))
    assert load_point_model().probabilities([], [], [], []) == []
