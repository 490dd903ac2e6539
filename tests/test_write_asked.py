"""What was asked of a dossier, in every form it is written in."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest
from rich.console import Console

from crosswire.brief.dossier import write_dossier
from crosswire.lexicons.load import load_lexicons
from crosswire.model.dossier import Dossier, Length, Request
from crosswire.model.when import UNKNOWN
from crosswire.write.asked import asked_lines
from crosswire.write.bearing import bearing
from crosswire.write.html import to_html
from crosswire.write.json import dossier_json
from crosswire.write.markdown import to_markdown
from crosswire.write.narrowed import narrowed
from crosswire.write.sources import Register
from crosswire.write.terminal import print_dossier
from point_stories import dam

SCHEMA = json.loads((files("crosswire.write") / "dossier.schema.json").read_text("utf-8"))


def asked(request: Request | None) -> Dossier:
    return write_dossier(dam(), lexicons=load_lexicons(), request=request)


def lines(dossier: Dossier) -> str:
    return " ".join(asked_lines(dossier, Register(dossier)))


def on_terminal(dossier: Dossier) -> str:
    stream = io.StringIO()
    print_dossier(dossier, Console(file=stream, width=200))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        (Request(about="Horn"), "About Pavel Horn only: "),
        (Request(since="2031-03-05"), "New since 5 March 2031, 00:00 UTC: "),
        (Request(since="2031-03-05"), "(R2 and R3)."),
        (Request(since="2032"), "Nothing is new since 1 January 2032, 00:00 UTC."),
        (Request(since="2031-03-05T06:00"), "The time of R2 and R3 does not tell whether it is from before"),
    ],
)
def test_each_form_says_what_was_asked(request_: Request, line: str) -> None:
    dossier = asked(request_)
    assert line in lines(dossier)
    assert line in on_terminal(dossier)
    assert line in to_markdown(dossier)
    assert line in to_html(dossier)


def test_nothing_asked_says_nothing() -> None:
    assert asked(None).asked is None
    assert asked(Request()) == asked(None)
    assert lines(asked(None)) == ""
    assert 'class="asked"' not in to_html(asked(None))
    assert lines(asked(Request(Length(sentences=2)))) == ""


@pytest.mark.parametrize(
    ("since", "when"), [("6h", "in the last 6h"), ("2031-03-05T06:00Z", "since 2031-03-05T06:00Z")]
)
def test_without_dates_the_whole_account_is_given(since: str, when: str) -> None:
    bare = replace(dam(), reports=tuple(replace(r, published_at=UNKNOWN) for r in dam().reports))
    dossier = write_dossier(bare, lexicons=load_lexicons(), request=Request(since=since))
    assert f"nobody can say what is new {when}. This is the whole account." in lines(dossier)
    assert dossier.brief == write_dossier(bare, lexicons=load_lexicons()).brief != ()
    assert dossier.shown == bare.points


def test_the_ledger_is_narrowed_and_the_json_is_not() -> None:
    dossier = asked(Request(about="Ida Brandt"))
    assert "gymnasium" not in on_terminal(dossier).split("THE LEDGER")[1].split("VOICES")[0]
    assert len(json.loads(dossier_json(dossier))["points"]) == len(dam().points)


@pytest.mark.parametrize(
    "request_",
    [
        None,
        Request(Length(sentences=2)),
        Request(Length(words=40)),
        Request(about="Horn"),
        Request(since="6h"),
        Request(Length(words=40), "Horn", "2031-03"),
    ],
)
def test_json_validates(request_: Request | None) -> None:
    told = json.loads(dossier_json(asked(request_)))
    jsonschema.validate(told, SCHEMA)
    assert ("asked" in told) is (request_ is not None)


def test_json_says_what_was_asked() -> None:
    told = json.loads(dossier_json(asked(Request(Length(words=40), "Horn", "2031-03-05"))))["asked"]
    assert told["length"] == {"sentences": None, "words": 40}
    assert (told["about"]["name"], told["about"]["actor"] is not None) == ("Horn", True)
    assert (told["since"]["given"], told["since"]["from"]) == ("2031-03-05", "2031-03-05T00:00")
    assert told["since"]["reports"] == ["r-northern", "r-radio"]


def test_a_quotation_that_names_nobody_stands_with_its_speaker() -> None:
    dossier = asked(None)
    (actor,) = [a for a in dam().actors if a.name == "Pavel Horn"]
    spoken = replace(dossier.brief[0], speaker=actor.id)
    assert bearing(spoken, dossier, Register(dossier)).startswith("said by Pavel Horn")
    assert not bearing(dossier.brief[0], dossier, Register(dossier)).startswith("said by")


def test_every_section_is_narrowed_to_what_is_new() -> None:
    dossier = asked(Request(since="2031-03-05"))
    assert dossier.asked is not None
    assert dossier.asked.news is not None
    new = narrowed(dossier).relations
    reports = set(dossier.asked.news.reports)
    assert {q.report for q in new.quotations} <= reports
    assert {q.id for q in new.quotations} == set(dossier.asked.news.quotations)
    assert 0 < len(new.quotations) < len(dossier.relations.quotations)
    assert all(f.id in dossier.asked.news.figures or f.id in _in_points(dossier) for f in new.figures)
    assert {silence.point for silence in new.silences} <= {point.id for point in dossier.shown}
    assert new.points == dossier.relations.points
    old = next(q for q in dossier.relations.quotations if q.report not in reports)
    assert old.id not in {q.id for q in new.quotations}


def test_voices_of_an_actor_are_its_own_and_of_it() -> None:
    dossier = asked(Request(about="Horn"))
    own = {q.id for q in narrowed(dossier).relations.quotations}
    speaker = dossier.asked.about.actor if dossier.asked and dossier.asked.about else None
    assert {q.id for q in dossier.relations.quotations if q.speaker == speaker} <= own
    assert own != {q.id for q in dossier.relations.quotations}
    assert not narrowed(dossier).relations.tolls


def test_a_dossier_of_which_nothing_was_asked_stays_whole() -> None:
    for request in (None, Request(length=Length(sentences=2))):
        dossier = asked(request)
        assert narrowed(dossier) is dossier


def _in_points(dossier: Dossier) -> set[str]:
    return {s.figure for point in dossier.shown for s in point.statements if s.figure}
