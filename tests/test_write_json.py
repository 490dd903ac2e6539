"""The JSON of a dossier: its form, its order, and text that is hard to write down."""

from __future__ import annotations

import json
import os
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from crosswire.model.annotation import (
    Annotation,
    Figure,
    Mention,
    MentionKind,
    Sentence,
    TimeExpression,
    TimeKind,
)
from crosswire.model.dossier import Dossier
from crosswire.model.issue import Issue
from crosswire.model.story import Story
from crosswire.model.when import Basis, When
from crosswire.write.json import annotation_json, dossier_json, issue_json, report_json, story_json
from dossiers import EDGES, rich_dossier
from ferry_reports import R1, make_report
from hostile_dossier import HOSTILE, hostile

SCHEMA = json.loads((files("crosswire.write") / "dossier.schema.json").read_text("utf-8"))
SHARED = Path(os.environ.get("CROSSWIRE_DATA", Path(__file__).parents[1].parent / "shared")) / "dossier.schema.json"


@cache
def every_dossier() -> dict[str, Dossier]:
    return {name: make() for name, make in EDGES.items()} | {
        f"hostile {n}": hostile(words) for n, words in enumerate(HOSTILE)
    }


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", every_dossier())
def test_dossier_has_the_form_of_the_schema(name: str) -> None:
    text = dossier_json(every_dossier()[name])
    assert "\n" not in text
    text.encode("utf-8")
    Draft202012Validator(SCHEMA).validate(json.loads(text))


@pytest.mark.shared
def test_dossier_has_the_form_of_the_contract() -> None:
    if not SHARED.exists():
        pytest.skip(f"no contract at {SHARED}: set CROSSWIRE_DATA to the folder that holds it")
    contract = Draft202012Validator(json.loads(SHARED.read_text("utf-8")))
    for dossier in every_dossier().values():
        contract.validate(json.loads(dossier_json(dossier)))


def test_fields_come_in_the_schemas_order() -> None:
    def compare(value: Any, schema: dict[str, Any]) -> None:
        known = list(schema["properties"])
        assert list(value) == [name for name in known if name in value]

    dossier = json.loads(dossier_json(rich_dossier()))
    compare(dossier, SCHEMA)
    names = ("report", "actor", "quotation", "utterance", "figure", "time", "point", "origin", "link", "issue")
    for name in names:
        for item in dossier[f"{name}s"]:
            compare(item, SCHEMA["$defs"][name])


def test_passages_are_verbatim() -> None:
    dossier = json.loads(dossier_json(rich_dossier()))
    texts = {report["id"]: report["text"] for report in dossier["reports"]}

    def walk(value: Any) -> int:
        if isinstance(value, list):
            return sum(walk(item) for item in value)
        if not isinstance(value, dict):
            return 0
        here = 0
        if {"report", "start", "end", "words"} <= set(value):
            assert texts[value["report"]][value["start"] : value["end"]] == value["words"]
            here = 1
        return here + sum(walk(item) for item in value.values())

    assert walk(dossier) > 80


def test_same_dossier_gives_the_same_line() -> None:
    assert dossier_json(rich_dossier()) == dossier_json(rich_dossier())


@pytest.mark.parametrize("words", HOSTILE)
def test_text_comes_back_as_it_was(words: str) -> None:
    report = make_report("r", words, headline=words)
    line = report_json(report)
    line.encode("utf-8")
    assert json.loads(line)["text"] == words
    assert json.loads(line)["headline"] == words


def test_report_without_a_date_has_a_when() -> None:
    report = json.loads(report_json(make_report("r", "Fog.")))
    assert report["published_at"] == {"value": None, "basis": "unknown"}
    assert report["updated_at"] == {"value": None, "basis": "unknown"}


def test_annotation_has_the_reports_fields_and_the_findings() -> None:
    report = make_report("r", "On Tuesday police in Aldane found 7 boats.")
    annotation = Annotation(
        "r",
        sentences=(Sentence(0, 42, 0),),
        mentions=(Mention(report.passage(11, 17), MentionKind.ROLE, "police"),),
        figures=(Figure("r.f1", report.passage(34, 35), 7.0, 7.0, None, "boats"),),
        times=(TimeExpression(report.passage(3, 10), When("2031-05-06", Basis.RELATIVE), TimeKind.DATE, "2031-05-06"),),
    )
    row = json.loads(annotation_json(report, annotation))
    assert list(row)[: len(json.loads(report_json(report)))] == list(json.loads(report_json(report)))
    assert row["sentences"] == [{"start": 0, "end": 42, "paragraph": 0}]
    assert row["mentions"][0] | {"kind": "role"} == row["mentions"][0]
    assert row["figures"][0]["low"] == 7
    assert row["times"][0]["type"] == "DATE"
    assert row["quotations"] == []


@pytest.mark.parametrize(
    ("value", "written"), [(float("inf"), None), (float("nan"), None), (2.5, 2.5), (320000.0, 320000), (None, None)]
)
def test_numbers_that_json_lacks_are_null(value: float | None, written: float | None) -> None:
    report = make_report("r", "many")
    annotation = Annotation("r", figures=(Figure("r.f1", report.passage(0, 4), value, value),))
    assert json.loads(annotation_json(report, annotation))["figures"][0]["low"] == written


def test_story_and_issue() -> None:
    assert json.loads(story_json(Story("s1", (R1, "b"), ("same ferry",)))) == {
        "id": "s1",
        "reports": [R1, "b"],
        "why": ["same ferry"],
    }
    issue = json.loads(issue_json(Issue("read", "row", "rows.jsonl:17: not JSON", None, "rows.jsonl:17")))
    assert issue == {
        "stage": "read",
        "code": "row",
        "message": "rows.jsonl:17: not JSON",
        "report": None,
        "file": "rows.jsonl:17",
    }
