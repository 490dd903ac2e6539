"""A dossier and its parts as JSON: the forms of `dossier.schema.json`, one line each, fields in the schema's order."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from crosswire.model.annotation import Annotation, Figure, Mention, Quotation, Sentence, TimeExpression
from crosswire.model.dossier import About, Asked, BriefSentence, Dossier, News
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
from crosswire.model.toll import Toll, TollPart
from crosswire.model.when import When

SCHEMA = "crosswire.dossier/1"

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"

# Half of a surrogate pair that stands alone is no character and can't be written as UTF-8; as an escape it can, and
# reading the JSON gives back the very same text, so that no offset moves.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def dossier_json(dossier: Dossier) -> str:
    """The dossier as one line of JSON, valid against the schema, always encodable as UTF-8."""
    return _line(_dossier(dossier))


def report_json(report: Report) -> str:
    """One report as one line of JSON: an item of the schema's `reports`, and where its paragraphs stood."""
    return _line(_report(report))


def annotation_json(report: Report, annotation: Annotation) -> str:
    """One report as one line of JSON, its own fields first, then what was found in its text."""
    return _line(
        {
            **_report(report),
            "sentences": [_sentence(sentence) for sentence in annotation.sentences],
            "mentions": [_mention(mention) for mention in annotation.mentions],
            "quotations": [_quotation(quotation) for quotation in annotation.quotations],
            "figures": [_figure(figure) for figure in annotation.figures],
            "times": [_time(time) for time in annotation.times],
        }
    )


def story_json(story: Story) -> str:
    """One story as one line of JSON: its id, the ids of its reports, and why they are one story."""
    return _line({"id": story.id, "reports": list(story.reports), "why": list(story.why)})


def issue_json(issue: Issue) -> str:
    """One issue as one line of JSON."""
    return _line(_issue(issue))


def _line(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _dossier(dossier: Dossier) -> Json:
    relations = dossier.relations
    return {
        "schema": SCHEMA,
        "generator": dossier.generator,
        "story": _story(dossier),
        "reports": [_report(report, relations.versions) for report in relations.reports],
        "actors": [_actor(actor) for actor in relations.actors],
        "quotations": [_quotation(quotation) for quotation in relations.quotations],
        "utterances": [_utterance(utterance) for utterance in relations.utterances],
        "figures": [_figure(figure) for figure in relations.figures],
        "times": [_time(time) for time in relations.times],
        "points": [_point(point) for point in relations.points],
        "tolls": [_toll(toll) for toll in relations.tolls],
        "silences": [_silence(silence) for silence in relations.silences],
        "timeline": [_entry(entry) for entry in relations.timeline],
        "origins": [_origin(origin) for origin in relations.origins],
        "links": [_link(link) for link in relations.links],
        "lineage": [_descent(descent) for descent in relations.lineage],
        "elsewhere": [_elsewhere(words) for words in relations.elsewhere],
        "brief": [_brief_sentence(sentence) for sentence in dossier.brief],
        "issues": [_issue(issue) for issue in dossier.issues],
        **({"asked": _asked(dossier.asked)} if dossier.asked else {}),
    }


def _asked(asked: Asked) -> Json:
    return {
        "length": {"sentences": asked.length.sentences, "words": asked.length.words} if asked.length else None,
        "about": _about(asked.about) if asked.about else None,
        "since": _news(asked.news) if asked.news else None,
    }


def _about(about: About) -> Json:
    return {"name": about.name, "actor": about.actor, "points": list(about.points)}


def _news(news: News) -> Json:
    return {
        "given": news.given,
        "from": news.since,
        "disputes": list(news.disputes),
        "replaced": list(news.replaced),
        "first_told": list(news.first_told),
        "reports": list(news.reports),
        "untimed": list(news.untimed),
    }


def _story(dossier: Dossier) -> Json:
    story = dossier.relations.story
    return {
        "id": story.id,
        "title": dossier.title,
        "first_published_at": dossier.first_published_at,
        "last_published_at": dossier.last_published_at,
        "places": list(dossier.places),
        "languages": list(dossier.languages),
        "report_count": len(dossier.relations.counted),
        "origin_count": dossier.origin_count,
        "why": list(story.why),
    }


def _report(report: Report, versions: Iterable[ReportVersion] = ()) -> dict[str, Json]:
    return {
        "id": report.id,
        "publisher": report.publisher,
        "url": report.url,
        "file": report.file,
        "headline": report.headline,
        "bylines": list(report.bylines),
        "dateline": _dateline(report.dateline),
        "credits": [_credit(credit) for credit in report.credits],
        "published_at": _when(report.published_at),
        "updated_at": _when(report.updated_at),
        "language": report.language,
        "text": report.text,
        "paragraphs": [_paragraph(paragraph) for paragraph in report.paragraphs],
        "furniture": [_furniture(furniture) for furniture in report.furniture],
        "flags": [flag.value for flag in report.flags],
        "earlier_versions": [_earlier(version) for version in report.earlier],
        "fetched_at": report.fetched_at.isoformat() if report.fetched_at else None,
        "version_of": report.version_of,
        "versions": [_report_version(version) for version in versions if version.of == report.id],
    }


def _credit(credit: Credit) -> dict[str, Json]:
    return {
        "name": credit.name,
        "what": credit.what.value,
        "words": credit.words,
        "place": credit.place.value,
        "helped": credit.helped,
        "url": credit.url,
    }


def _report_version(version: ReportVersion) -> Json:
    return {
        "report": version.report,
        "later": version.later,
        "at": version.at,
        "ordered": version.ordered,
        "edits": [_edit(edit) for edit in version.edits],
        "added": _passages(version.added),
        "cut": _passages(version.cut),
        "why": version.why,
    }


def _earlier(version: EarlierVersion) -> Json:
    when = _when(version.published_at)
    return {"start": version.start, "end": version.end, "published_at": when, "why": version.why}


def _dateline(dateline: Dateline | None) -> Json:
    if dateline is None:
        return None
    return {"place": dateline.place, "agency": dateline.agency, "start": dateline.start, "end": dateline.end}


def _paragraph(paragraph: Paragraph) -> Json:
    return {
        "start": paragraph.start,
        "end": paragraph.end,
        "page_start": paragraph.page_start,
        "page_end": paragraph.page_end,
    }


def _furniture(furniture: Furniture) -> Json:
    return {
        "kind": furniture.kind.value,
        "words": furniture.words,
        **_where_known(page_start=furniture.page_start, page_end=furniture.page_end, why=furniture.why),
    }


def _passage(passage: Passage) -> dict[str, Json]:
    return {"report": passage.report, "start": passage.start, "end": passage.end, "words": passage.words}


def _passages(passages: Iterable[Passage]) -> list[Json]:
    return [_passage(passage) for passage in passages]


def _passage_or_null(passage: Passage | None) -> Json:
    return None if passage is None else _passage(passage)


def _when(when: When) -> dict[str, Json]:
    passage = None if when.passage is None else _passage(when.passage)
    return {"value": when.value, "basis": when.basis.value, **_where_known(passage=passage, why=when.why)}


def _sentence(sentence: Sentence) -> Json:
    return {"start": sentence.start, "end": sentence.end, "paragraph": sentence.paragraph}


def _mention(mention: Mention) -> Json:
    return {**_passage(mention.passage), "kind": mention.kind.value, "name": mention.name, "title": mention.title}


def _quotation(quotation: Quotation) -> Json:
    return {
        "id": quotation.id,
        "report": quotation.report,
        "kind": quotation.kind.value,
        "content": _passages(quotation.content),
        "verbatim": _passages(quotation.verbatim),
        "cue": _passage_or_null(quotation.cue),
        "source": _passage_or_null(quotation.source),
        "speaker": quotation.speaker,
        "speaker_class": quotation.speaker_class.value,
        "speaker_class_words": _passage_or_null(quotation.speaker_class_words),
        "stance": quotation.stance.value,
        "told_to": quotation.told_to,
        "when": _when(quotation.when),
        "utterance": quotation.utterance,
        "unresolved": quotation.unresolved,
    }


def _figure(figure: Figure) -> Json:
    return {
        "id": figure.id,
        "passage": _passage(figure.passage),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "unit": figure.unit,
        "what": figure.what,
        "hedge": figure.hedge,
    }


def _time(time: TimeExpression) -> Json:
    return {
        "passage": _passage(time.passage),
        "when": _when(time.when),
        "type": time.kind.value,
        "timex3": time.timex3,
    }


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "roles": list(actor.roles),
        "mentions": _passages(actor.mentions),
    }


def _utterance(utterance: Utterance) -> Json:
    return {
        "id": utterance.id,
        "speaker": utterance.speaker,
        "quotations": list(utterance.quotations),
        "rendering": utterance.rendering.value,
        "differences": [_difference(difference) for difference in utterance.differences],
        "wordings": [_wording(wording) for wording in utterance.wordings],
    }


def _difference(difference: Difference) -> Json:
    return {
        "kind": difference.kind.value,
        "a": _passage_or_null(difference.a),
        "b": _passage_or_null(difference.b),
        "quotations": list(difference.quotations) if difference.quotations else None,
        "why": difference.why,
    }


def _wording(wording: Wording) -> Json:
    return {"quotations": list(wording.quotations), "origins": list(wording.origins)}


def _point(point: Point) -> Json:
    return {
        "id": point.id,
        "kind": point.kind.value,
        "relation": point.relation.value,
        "between": None if point.between is None else point.between.value,
        "status": point.status.value,
        "statements": [_statement(statement) for statement in point.statements],
        "versions": [_version(version) for version in point.versions],
        "latest": point.latest,
        "origins": list(point.origins),
        "voices": list(point.voices),
        "why": list(point.why),
    }


def _statement(statement: Statement) -> Json:
    return {
        **_passage(statement.passage),
        "version": statement.version,
        "quotation": statement.quotation,
        "figure": statement.figure,
        "origin": statement.origin,
        "counts": statement.counts,
        "when": _when(statement.when) if statement.when else None,
    }


def _version(version: Version) -> Json:
    return {"id": version.id, "value": version.value, "first_at": version.first_at, "last_at": version.last_at}


def _toll(toll: Toll) -> Json:
    return {
        "what": toll.what,
        "low": toll.low,
        "high": toll.high,
        "how": toll.how.value,
        "parts": [_toll_part(part) for part in toll.parts],
        "versions": [
            {"number": v.number, "reports": list(v.reports), "first_at": v.first_at, "last_at": v.last_at}
            for v in toll.versions
        ],
        "why": list(toll.why),
    }


def _toll_part(part: TollPart) -> Json:
    return {
        "number": part.number,
        "what": part.what,
        "name": part.name,
        "passages": _passages(part.passages),
        "headlines": list(part.headlines),
    }


def _silence(silence: Silence) -> Json:
    return {
        "report": silence.report,
        "point": silence.point,
        "version": silence.version,
        "kind": silence.kind.value,
        "could_have": silence.could_have,
        "having": list(silence.having),
        "telling": list(silence.telling),
        "passages": _passages(silence.passages),
        "beside": _passages(silence.beside),
        "why": silence.why,
    }


def _entry(entry: TimelineEntry) -> Json:
    return {
        "when": _when(entry.when),
        "statements": _passages(entry.statements),
        "point": entry.point,
        "reported_at": entry.reported_at,
        "ahead": entry.ahead,
    }


def _origin(origin: Origin) -> Json:
    return {
        "id": origin.id,
        "name": origin.name,
        "kind": origin.kind.value,
        "reports": list(origin.reports),
        "owner": origin.owner,
    }


def _link(link: Link) -> Json:
    return {
        "report": link.report,
        "to_report": link.to_report,
        "to_origin": link.to_origin,
        "kind": link.kind.value,
        "share": _number(link.share),
        "passages": [{"from": _passage(here), "to": _passage(there)} for here, there in link.passages],
        **_where_known(why=link.why),
    }


def _descent(descent: Descent) -> Json:
    return {
        "report": descent.report,
        "source": descent.source,
        "origin": descent.origin,
        "directed": descent.directed,
        "retold": descent.retold,
        "share": _number(descent.share),
        "edits": [_edit(edit) for edit in descent.edits],
        "added": _passages(descent.added),
        "cut": _passages(descent.cut),
        "why": descent.why,
    }


def _elsewhere(words: Elsewhere) -> Json:
    return {
        "report": words.report,
        "other": words.other,
        "story": words.story,
        "publisher": words.publisher,
        "earlier": words.earlier,
        "share": _number(words.share),
        "passages": _passages(words.passages),
        "why": words.why,
    }


def _edit(edit: Edit) -> Json:
    return {
        "kind": edit.kind.value,
        "from": _passage(edit.there) if edit.there else None,
        "to": _passage(edit.here) if edit.here else None,
        "why": edit.why,
    }


def _brief_sentence(sentence: BriefSentence) -> Json:
    return {
        "words": sentence.words,
        "citations": _passages(sentence.citations),
        "points": list(sentence.points),
        "speaker": sentence.speaker,
    }


def _issue(issue: Issue) -> Json:
    return {
        "stage": issue.stage,
        "code": issue.code,
        "message": issue.message,
        "report": issue.report,
        "file": issue.file,
    }


def _number(value: float | None) -> Json:
    """The number, whole ones without a fraction; infinities and NaN, which JSON lacks, as null."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) else value


def _where_known(**fields: Json) -> dict[str, Json]:
    """Those fields that have a value: for the schema's fields that may be absent but not null."""
    return {name: value for name, value in fields.items() if value is not None}
