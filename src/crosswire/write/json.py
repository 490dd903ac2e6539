"""A dossier and its parts as JSON: the forms of `dossier.schema.json`, one line each, fields in the schema's order."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Final, TypeAlias

from crosswire.model.annotation import Annotation, Figure, Mention, Quotation, Sentence, TimeExpression
from crosswire.model.dossier import About, Asked, BriefSentence, Dossier, Length, News
from crosswire.model.issue import Issue
from crosswire.model.lineage import Descent, Edit, Elsewhere, ReportVersion
from crosswire.model.passage import Passage
from crosswire.model.relation import (
    Actor,
    Difference,
    Link,
    Origin,
    Point,
    Silence,
    Statement,
    TimelineEntry,
    Utterance,
    Version,
    Wording,
)
from crosswire.model.report import Credit, Dateline, EarlierVersion, Furniture, Paragraph, Report
from crosswire.model.story import Story
from crosswire.model.toll import Toll, TollPart, TollVersion
from crosswire.model.when import When

SCHEMA = "crosswire.dossier/1"

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"

# Half of a surrogate pair that stands alone is no character and can't be written as UTF-8; as an escape it can, and
# reading the JSON gives back the very same text, so that no offset moves.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

# The fields of each part in the schema's order. `a=b`: the schema's name, and the attribute where it has another;
# `a?`: the field is absent, not null, where nothing is known; `*a`: the fields of that part stand among these.
FORMS: Final[Mapping[type, str]] = {
    About: "name actor points quotations figures",
    Actor: "id name kind roles mentions",
    Asked: "length about since=news",
    BriefSentence: "words citations points speaker",
    Credit: "name what words place helped url",
    Dateline: "place agency start end",
    Descent: "report source origin directed retold share edits added cut why",
    Difference: "kind a b quotations why",
    EarlierVersion: "start end published_at why",
    Edit: "kind from=there to=here why",
    Elsewhere: "report other story publisher earlier share passages why",
    Figure: "id passage low high unit what hedge",
    Furniture: "kind words page_start? page_end? why?",
    Issue: "stage code message report file",
    Length: "sentences words",
    Link: "report to_report to_origin kind share passages why?",
    Mention: "*passage kind name title",
    News: "given from=since disputes replaced first_told reports untimed quotations figures",
    Origin: "id name kind reports owner",
    Paragraph: "start end page_start page_end",
    Passage: "report start end words",
    Point: "id kind relation between status statements versions latest origins voices why",
    Quotation: (
        "id report kind content verbatim cue source speaker speaker_class speaker_class_words stance told_to when "
        "utterance unresolved"
    ),
    Report: (
        "id publisher url file headline bylines dateline credits published_at updated_at language text paragraphs "
        "furniture flags earlier_versions=earlier fetched_at version_of"
    ),
    ReportVersion: "report later at ordered edits added cut why",
    Sentence: "start end paragraph",
    Silence: "report point version kind could_have having telling passages beside why",
    Statement: "*passage version quotation figure origin counts when",
    Story: "id reports why",
    TimeExpression: "passage when type=kind timex3",
    TimelineEntry: "when statements point reported_at ahead",
    Toll: "what low high how parts versions why",
    TollPart: "number what name passages headlines",
    TollVersion: "number reports first_at last_at",
    Utterance: "id speaker quotations rendering differences wordings",
    Version: "id value first_at last_at",
    When: "value basis passage? why?",
    Wording: "quotations origins",
}


def dossier_json(dossier: Dossier) -> str:
    """The dossier as one line of JSON, valid against the schema, always encodable as UTF-8."""
    return _line(_dossier(dossier))


def report_json(report: Report) -> str:
    """One report as one line of JSON: an item of the schema's `reports`, and where its paragraphs stood."""
    return _line(_report(report))


def annotation_json(report: Report, annotation: Annotation) -> str:
    """One report as one line of JSON, its own fields first, then what was found in its text."""
    parts = ("sentences", "mentions", "quotations", "figures", "times")
    return _line({**_report(report), **{name: _json(getattr(annotation, name)) for name in parts}})


def story_json(story: Story) -> str:
    """One story as one line of JSON: its id, the ids of its reports, and why they are one story."""
    return _line(_json(story))


def issue_json(issue: Issue) -> str:
    """One issue as one line of JSON."""
    return _line(_json(issue))


def _line(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _dossier(dossier: Dossier) -> Json:
    relations = dossier.relations
    parts = ("actors", "quotations", "utterances", "figures", "times", "points", "tolls", "silences", "timeline")
    return {
        "schema": SCHEMA,
        "generator": dossier.generator,
        "story": _story(dossier),
        "reports": [_report(report, relations.versions) for report in relations.reports],
        **{name: _json(getattr(relations, name)) for name in (*parts, "origins", "links", "lineage", "elsewhere")},
        "brief": _json(dossier.brief),
        "issues": _json(dossier.issues),
        **({"asked": _fields(dossier.asked)} if dossier.asked else {}),
    }


def _story(dossier: Dossier) -> Json:
    story = dossier.relations.story
    return {
        "id": story.id,
        "title": dossier.title,
        "first_published_at": dossier.first_published_at,
        "last_published_at": dossier.last_published_at,
        "places": dossier.places,
        "languages": dossier.languages,
        "report_count": len(dossier.relations.counted),
        "origin_count": dossier.origin_count,
        "why": story.why,
    }


def _report(report: Report, versions: Iterable[ReportVersion] = ()) -> dict[str, Json]:
    return {**_fields(report), "versions": [_fields(version) for version in versions if version.of == report.id]}


def _fields(part: object) -> dict[str, Json]:
    """The fields of a part, by its form."""
    found: dict[str, Json] = {}
    for field in FORMS[type(part)].split():
        name, _, attribute = field.strip("*?").partition("=")
        value = getattr(part, attribute or name)
        if field.startswith("*"):
            found |= _fields(value)
        elif value is not None or not field.endswith("?"):
            found[name] = _json(value)
    if isinstance(part, Link):
        found["passages"] = [{"from": _json(here), "to": _json(there)} for here, there in part.passages]
    elif isinstance(part, Difference):
        found["quotations"] = part.quotations or None
    return found


def _json(value: object) -> Json:
    """A part, a tuple of parts, or what a field holds."""
    if type(value) in FORMS:
        return _fields(value)
    if isinstance(value, tuple):
        return [_json(one) for one in value]
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, float):
        return _number(value)
    assert value is None or isinstance(value, str | int), f"no form for {type(value)}"
    return value


def _number(value: float) -> Json:
    """The number, whole ones without a fraction; infinities and NaN, which JSON lacks, as null."""
    if not math.isfinite(value):
        return None
    return int(value) if value == int(value) else value
