"""The measures of points and brief, on the evaluation data."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from crosswire.bench.brief import _points_by_sentence as points_by_sentence
from crosswire.bench.brief import measure as measure_brief
from crosswire.bench.kept import KEPT
from crosswire.bench.packets import Packet
from crosswire.bench.points import fold_model, half_of, measure
from crosswire.bench.read_stories import READ
from crosswire.errors import DataError, ModelError

DATA = Path(os.environ.get("CROSSWIRE_DATA", "../shared"))
HAS_DATA = (DATA / "points").is_dir()


def test_weights_that_leave_a_story_out_exist_only_for_known_stories() -> None:
    with pytest.raises(ModelError, match="nowhere1"):
        fold_model("nowhere1")


@pytest.mark.parametrize(
    ("story", "half"), [("t07", "odd"), ("i18", "even"), ("e04", "even"), ("gva1", ""), ("x01", "")]
)
def test_a_read_story_is_in_the_half_of_its_number(story: str, half: str) -> None:
    assert half_of(story) == half


def test_weights_leave_out_the_half_of_a_read_story() -> None:
    assert fold_model("t07").first.bias == fold_model("i01").first.bias != fold_model("t08").first.bias


def test_missing_data_is_named(tmp_path: Path) -> None:
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "score_points.py").write_text("", "utf-8")
    with pytest.raises(DataError, match="CROSSWIRE_DATA"):
        measure(tmp_path)


@pytest.mark.shared
@pytest.mark.skipif(not HAS_DATA, reason=f"no evaluation data at {DATA}; set CROSSWIRE_DATA")
def test_links_and_brief_beat_their_baselines() -> None:
    figures = {f.name: f for f in (*measure(DATA), *measure_brief(DATA))}
    links, brief = figures["points.links"], figures["brief.points_per_100_words"]
    assert links.value >= 0.50
    assert links.rival is not None
    assert links.value > links.rival
    assert brief.rival is not None
    assert brief.value > brief.rival


def test_points_without_ids_are_counted_each() -> None:
    member = {"sentence": "R1.0", "version": "a"}
    gold = {"points": [{"members": [member]}, {"members": [member]}]}
    made = Packet("made", (), (), {}, gold, {})
    assert {sentence: len(points) for sentence, points in points_by_sentence(made).items()} == {"R1.0": 2}


def test_superseded_versions_tell_nothing() -> None:
    members = [{"sentence": "R1.0", "version": "a"}, {"sentence": "R2.0", "version": "b"}]
    made = Packet("made", (), (), {}, {"points": [{"id": "P1", "latest": "b", "members": members}]}, {})
    assert list(points_by_sentence(made)) == ["R2.0"]


def test_no_kept_story_is_among_those_that_were_learned_from() -> None:
    learned, kept = (
        {row["id"] for story in json.loads(file.read_text("utf-8")) for row in story["reports"]}
        for file in (READ, KEPT)
    )
    assert kept
    assert kept.isdisjoint(learned)
