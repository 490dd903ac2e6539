"""How the versions of a report are written out: each has its text, none is counted."""

from __future__ import annotations

import json
from importlib.resources import files

from jsonschema import Draft202012Validator

from crosswire.write.json import dossier_json
from ferry_reports import R1
from seen_again import EARLY, PRINT, seen_again


def test_versions_are_written_with_their_report_and_not_counted() -> None:
    line = json.loads(dossier_json(seen_again()))
    schema = json.loads((files("crosswire.write") / "dossier.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(line)
    texts = {report["id"]: report for report in line["reports"]}
    assert texts[EARLY]["version_of"] == texts[PRINT]["version_of"] == R1
    assert line["story"]["report_count"] == len(texts) - 2
    first, second = texts[R1]["versions"]
    assert (first["report"], second["report"]) == (EARLY, PRINT)
    assert first["edits"][0]["from"]["words"] == "Two people are said to have died"
    for edit in first["edits"]:
        for passage in (edit["from"], edit["to"]):
            assert texts[passage["report"]]["text"][passage["start"] : passage["end"]] == passage["words"]
    assert second["edits"] == second["cut"] == second["added"] == []
