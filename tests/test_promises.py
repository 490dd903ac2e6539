"""The six promises (docs/decisions.md), over generated pages and on the bundled sample."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib.resources import files
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosswire.annotate.pipelines import EnglishPipeline
from crosswire.model.annotation import Annotation
from crosswire.model.dossier import Dossier
from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.model.passage import Passage
from crosswire.model.relation import Between, PointRelation, Status
from crosswire.model.report import Report
from crosswire.model.when import Basis, When
from crosswire.read.paths import read_pages
from crosswire.run.models import shared_models
from crosswire.run.progress import Progress
from crosswire.run.route import Route, dossiers
from crosswire.write.json import dossier_json
from pages import pages

EXAMPLES = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def route() -> Route:
    return Route(shared_models(), Progress(io.StringIO()))


def cleaned(of: tuple[Page, ...]) -> tuple[Report | Issue, ...]:
    return route().clean(of)


def accounts(of: tuple[Page, ...], *, together: bool = True) -> list[Dossier]:
    found = cleaned(of)
    reports = [item for item in found if isinstance(item, Report)]
    issues = [item for item in found if isinstance(item, Issue)]
    return list(dossiers(route(), reports, issues, together=together))


def sample() -> tuple[Page, ...]:
    folder = str(files("crosswire.sample") / "pages")
    return tuple(item for item in read_pages([folder], stdin=io.BytesIO()) if isinstance(item, Page))


@pytest.fixture(scope="module")
def sample_accounts() -> list[Dossier]:
    return accounts(sample(), together=False)


def inside(value: object, kind: type) -> Iterator[object]:
    """Every object of a kind anywhere in nested dataclasses and tuples."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from inside(item, kind)
    elif is_dataclass(value):
        for field in fields(value):
            yield from inside(getattr(value, field.name), kind)


def letters(text: str) -> str:
    return "".join(text.split())


def check_verbatim(dossier: Dossier) -> None:
    texts = {report.id: report.text for report in dossier.relations.reports}
    passages = list(inside(dossier, Passage))
    for passage in passages:
        assert isinstance(passage, Passage)
        assert texts[passage.report][passage.start : passage.end] == passage.words
    for sentence in dossier.brief:
        assert sentence.words == sentence.citations[0].words


def check_evidence(dossier: Dossier) -> None:
    relations = dossier.relations
    for quotation in relations.quotations:
        assert (quotation.speaker is None) == bool(quotation.unresolved), quotation
    for when in inside(dossier, When):
        assert isinstance(when, When)
        assert (when.value is None) == (when.basis is Basis.UNKNOWN), when
        assert when.basis is not Basis.INFERRED or when.why
    for point in relations.points:
        assert point.why
        assert {s.version for s in point.statements} <= {v.id for v in point.versions}
        assert (point.between is not None) == (point.relation is PointRelation.CONFLICT)
        assert point.between is not Between.ACTORS or len(point.versions) > 1
    assert all(link.why for link in relations.links)
    assert all(item.why for report in relations.reports for item in report.furniture)


def check_origins(dossier: Dossier) -> None:
    relations = dossier.relations
    origins = {origin.id for origin in relations.origins}
    for point in relations.points:
        assert set(point.origins) <= origins
        if point.status is Status.CORROBORATED:
            assert len(set(point.origins)) >= 2
            assert len(set(point.voices)) != 1 or any(s.quotation is None for s in point.statements)
    assert dossier.origin_count <= len(origins)


@EXAMPLES
@given(pages(smallest=2))
def test_promises_hold_over_generated_pages(of: tuple[Page, ...]) -> None:
    for dossier in accounts(of):
        check_verbatim(dossier)
        check_evidence(dossier)
        check_origins(dossier)
        dossier_json(dossier).encode("utf-8")


def test_promises_hold_on_the_sample(sample_accounts: list[Dossier]) -> None:
    assert len(sample_accounts) == 2
    for dossier in sample_accounts:
        check_verbatim(dossier)
        check_evidence(dossier)
        check_origins(dossier)


@EXAMPLES
@given(pages())
def test_cleaning_only_selects_and_joins(of: tuple[Page, ...]) -> None:
    for page, report in zip(of, cleaned(of), strict=True):
        if not isinstance(report, Report):
            continue
        assert "\n\n".join(report.text[p.start : p.end] for p in report.paragraphs) == report.text
        for paragraph in report.paragraphs:
            words = report.text[paragraph.start : paragraph.end]
            if not page.markup:
                assert paragraph.page_start is not None
                assert letters(words) in letters(page.body[paragraph.page_start : paragraph.page_end])


@EXAMPLES
@given(pages())
def test_every_page_is_a_report_or_an_issue(of: tuple[Page, ...]) -> None:
    found = cleaned(of)
    assert len(found) == len(of)
    for page, item in zip(of, found, strict=True):
        assert (item.id == page.id) if isinstance(item, Report) else (item.report == page.id and item.file == page.file)


def test_a_step_that_fails_on_one_report_is_counted_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = EnglishPipeline.annotate

    def failing(self: EnglishPipeline, report: Report) -> Annotation:
        if report.id == "radio-north":
            raise ZeroDivisionError("an odd page")
        return whole(self, report)

    monkeypatch.setattr(EnglishPipeline, "annotate", failing)
    dossier = accounts(sample(), together=True)[0]
    failed = [issue for issue in dossier.issues if issue.stage == "annotate"]
    assert [issue.report for issue in failed] == ["radio-north"]
    assert "radio-north" in failed[0].message
    assert "an odd page" in failed[0].message
    assert len(dossier.relations.reports) == len(sample())
    assert dossier.relations.quotations


@EXAMPLES
@given(pages(smallest=2, largest=3), st.data())
def test_order_does_not_matter(of: tuple[Page, ...], data: st.DataObject) -> None:
    other = data.draw(st.permutations(of))
    assert lines(of) == lines(tuple(other))


def test_order_does_not_matter_on_the_sample(sample_accounts: list[Dossier]) -> None:
    first = [dossier_json(dossier) for dossier in sample_accounts]
    turned = [dossier_json(d) for d in accounts(tuple(reversed(sample())), together=False)]
    assert first == turned
    assert all(json.loads(line)["schema"] == "crosswire.dossier/1" for line in first)


def lines(of: tuple[Page, ...]) -> list[str]:
    return [dossier_json(dossier) for dossier in accounts(of)]


def test_several_prints_of_one_agency_are_one_origin() -> None:
    body = (
        "Bridge at Ostra closed\n\nOSTRA (LPA) — The bridge at Ostra was closed on Tuesday after cracks were found, "
        "the mayor said.\n\nAbout 3,000 people cross it each day. Buses take the long way round the valley of Ume."
    )
    outlets = ("The Linden Echo", "Ostra Times", "Ume Valley News")
    copies = tuple(
        Page(id=f"c{n}", body=body, markup=False, publisher=name, published_at=f"2026-03-03T1{n}:00:00+01:00")
        for n, name in enumerate(outlets)
    )
    (dossier,) = accounts(copies)
    assert dossier.origin_count == 1
    assert not [point for point in dossier.relations.points if point.status is Status.CORROBORATED]


def test_nothing_touches_the_network() -> None:
    """The suite runs with sockets disabled: the whole route over the sample needs none."""
    import socket

    from pytest_socket import SocketBlockedError

    with pytest.warns(UserWarning, match="socket"), pytest.raises(SocketBlockedError):
        socket.socket()
    assert accounts(sample())


def test_all_orders_of_three_reports_agree() -> None:
    three = sample()[:3]
    assert len({tuple(lines(order)) for order in permutations(three)}) == 1
