"""How the route is carried out: order, failures, progress, what is told."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from crosswire.annotate.pipelines import EnglishPipeline
from crosswire.errors import ModelError
from crosswire.model.annotation import Annotation
from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.model.report import Paragraph, Report
from crosswire.model.story import Story
from crosswire.model.when import UNKNOWN, Basis, When
from crosswire.run import route as route_module
from crosswire.run.commands import Run, Streams, clean
from crosswire.run.models import shared_models
from crosswire.run.order import in_order, issues_in_order, published, stories_in_order
from crosswire.run.output import file_name, tell_issues
from crosswire.run.progress import Progress
from crosswire.run.route import ISSUES_LISTED, Route, attempt, dossiers
from crosswire.write.json import dossier_json
from several_pages import BLOG

TEXT = 'Mayor Ilka Dorn said on Monday that the harbour of Port Ilsen will be widened. "We waited," she told reporters.'


def report(id: str, *, at: str | None = None, text: str = TEXT, language: str | None = "en") -> Report:
    when = When(at, Basis.GIVEN) if at else UNKNOWN
    paragraphs = (Paragraph(0, len(text)),)
    return Report(id, text, paragraphs, file=f"{id}.txt", published_at=when, language=language)


@pytest.fixture
def route() -> Route:
    return Route(shared_models(), Progress(io.StringIO()))


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2026-03-04", "2026-03-05"),
        ("2026-03-04", "2026-03-04T09:00"),
        ("2026-03", "2026-03-02"),
        ("2026", "2026-01-02"),
        ("2026-03-04T12:30+05:30", "2026-03-04T08:00Z"),
        ("2026-03-04T10:00/2026-03-04T12:00", "2026-03-04T11:00"),
        ("2026-03-04", None),
        ("2026-03-04", "next week"),
    ],
)
def test_reports_come_by_time_unknown_last(earlier: str, later: str | None) -> None:
    assert published(report("a", at=earlier)) < published(report("b", at=later))
    assert [r.id for r in in_order([report("a", at=later), report("b", at=earlier)])] == ["b", "a"]


def test_reports_of_one_time_come_by_id() -> None:
    assert [r.id for r in in_order([report("b"), report("a")])] == ["a", "b"]


def test_issues_come_in_one_order_each_once() -> None:
    issues = [Issue("read", "empty", "b", file="b"), Issue("clean", "x", "a"), Issue("read", "empty", "b", file="b")]
    assert issues_in_order(issues) == issues_in_order(issues[::-1])
    assert len(issues_in_order(issues)) == 2


def test_the_largest_story_comes_first() -> None:
    stories = [Story("b", ("1",)), Story("a", ("2",)), Story("c", ("3", "4"))]
    assert [story.id for story in stories_in_order(stories)] == ["c", "a", "b"]


def test_a_failing_step_is_an_issue_that_names_the_file() -> None:
    def fails() -> None:
        raise KeyError("volume")

    found = attempt(fails, "annotate", report("a"))
    assert found == Issue(
        "annotate", "failed", "a.txt: annotate failed on it (KeyError: 'volume'); the rest goes on", "a", "a.txt"
    )


def test_a_missing_model_is_no_issue_of_one_report() -> None:
    def fails() -> None:
        raise ModelError("no English language model")

    with pytest.raises(ModelError):
        attempt(fails, "annotate", report("a"))


def test_one_report_that_fails_leaves_the_others(route: Route, monkeypatch: pytest.MonkeyPatch) -> None:
    real = EnglishPipeline.annotate

    def failing(self: EnglishPipeline, report: Report) -> Annotation:
        if report.id == "b":
            raise RuntimeError("odd quotation mark")
        return real(self, report)

    monkeypatch.setattr(EnglishPipeline, "annotate", failing)
    (account,) = dossiers(route, [report("a"), report("b"), report("c")], [], together=True)
    assert [r.id for r in account.relations.reports] == ["a", "b", "c"]
    assert [bool(a.quotations) for a in account.relations.annotations] == [True, False, True]
    assert [(issue.stage, issue.code, issue.report) for issue in account.issues] == [("annotate", "failed", "b")]


def test_cleaning_goes_page_by_page_when_all_together_fails(route: Route, monkeypatch: pytest.MonkeyPatch) -> None:
    from crosswire.clean.page import explain_each as whole

    def fails_together(pages: Sequence[Page], **options: object) -> object:
        if len(pages) > 1:
            raise RuntimeError("torn")
        return whole(pages, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(route_module, "explain_each", fails_together)
    pages = [Page(name, TEXT + " " + TEXT, False, file=name, publisher="The Tide Table") for name in ("a", "b")]
    assert [item.id for item in route.clean(pages) if isinstance(item, Report)] == ["a", "b"]


def test_an_agency_that_one_publishers_page_names_is_known_on_anothers(route: Route) -> None:
    first = Page("a", f"PORT SOREL (NRDA) — {TEXT}\n\n{TEXT}", False, publisher="Linden Post")
    second = Page("b", f"{TEXT}\n\nThe toll rose to twelve, divers of the coast guard said on Friday.\n\n(NRDA)", False)
    for pages in ([first, second], [second, first]):
        reports = [item for item in route.clean(pages) if isinstance(item, Report)]
        assert [[credit.name for credit in report.credits] for report in reports] == [["NRDA"], ["NRDA"]]
        assert [explained.found for explained in route.explain(pages)] == list(route.clean_each(pages))


def test_pages_of_one_host_are_cleaned_together_whatever_their_publisher_is_called() -> None:
    named = (
        ("https://www.echo.example/1", "Echo"),
        ("https://echo.example/2", "The Echo"),
        ("https://m.echo.example/3", None),
    )
    pages = [Page(url, TEXT, False, url=url, publisher=name) for url, name in named]
    assert list(route_module._by_publisher(pages)) == [[0, 1, 2]]


def test_a_page_that_fails_changes_nothing_for_the_others(route: Route, monkeypatch: pytest.MonkeyPatch) -> None:
    import crosswire.clean.page as module

    whole, recurring = module._clean, "The Tide Table keeps an eye on the harbour for you, day by day."
    pages = [
        Page(f"p{n}", f"Harbour news {n}\n\n{TEXT}\n\n{recurring}", False, file=f"p{n}", publisher="The Tide Table")
        for n in range(4)
    ]
    sound = route.clean(pages[:3])

    def fails_on_the_last(page: Page, *rest: object) -> object:
        if page.id == "p3":
            raise RuntimeError("torn")
        return whole(page, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_clean", fails_on_the_last)
    found = route.clean(pages)
    assert found[:3] == sound
    assert isinstance(found[3], Issue)
    assert "torn" in found[3].message


def test_two_pages_with_one_id_stay_two(route: Route) -> None:
    first, second = route.clean([Page("x", TEXT, False), Page("x", TEXT.replace("a", "o"), False)])
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.text != second.text


def test_relations_that_fail_leave_the_reports(route: Route, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*arguments: object, **options: object) -> object:
        raise RuntimeError("no origin")

    monkeypatch.setattr(route_module, "relate", fails)
    (account,) = dossiers(route, [report("a"), report("b")], [], together=True)
    assert len(account.relations.reports) == 2
    assert account.relations.quotations
    assert [(issue.stage, issue.code) for issue in account.issues] == [("relate", "failed")]


BACKGROUND = (
    " The owners have lost three ferries in a decade. The sprinklers of the older boats are rusted, hoses have hung "
    "unused since the repair yard closed its gates, and half of the lifeboats have no oars."
)
TRIAL = (
    "A jury in Skarsund heard how a bookkeeper kept the accounts of Brandt Timber in two colours of ink." + BACKGROUND
)


def test_words_of_another_story_are_told_in_both(route: Route, monkeypatch: pytest.MonkeyPatch) -> None:
    apart = (Story("fire", ("a",)), Story("trial", ("b",)))
    monkeypatch.setattr(route_module, "_stories", lambda *given, **options: apart)
    accounts = list(dossiers(route, [report("a", text=TEXT + BACKGROUND), report("b", text=TRIAL)], [], together=False))
    told = [(f.report, f.other, f.story) for account in accounts for f in account.relations.elsewhere]
    assert sorted(told) == [("a", "b", "trial"), ("b", "a", "fire")]
    for account in accounts:
        assert f'"other":"{account.relations.elsewhere[0].other}"' in dossier_json(account)


def test_stories_that_cannot_be_compared_are_told_of_it(route: Route, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*arguments: object, **options: object) -> object:
        raise RuntimeError("no index")

    monkeypatch.setattr(route_module, "copies_between", fails)
    (account,) = dossiers(route, [report("a")], [], together=True)
    assert [(issue.stage, issue.code) for issue in account.issues] == [("relate", "failed")]
    assert "copies between stories" in account.issues[0].message


@pytest.mark.parametrize(
    ("language", "text", "source", "cause"),
    [
        ("de", "„Der Hafen wird breiter als bisher“, sagte Ada Lund.", "Ada Lund", "is in German: quotations"),
        ("fr", "« Le port sera plus large qu'avant », a déclaré Ada Lund.", "Ada Lund", "is in French: quotations"),
        ("es", "«El puerto será más ancho que antes», dijo Ada Lund.", None, "a language that is not read (es)"),
    ],
)
def test_other_languages_are_read_by_rules_or_by_their_marks(
    route: Route, language: str, text: str, source: str | None, cause: str
) -> None:
    ((kept, annotation, issue),) = route.annotate([report("a", text=text, language=language)])
    assert kept.text == text
    (found,) = annotation.quotations
    assert found.verbatim
    assert (found.source.words if found.source else None) == source
    assert issue is not None
    assert issue.code == "language"
    assert cause in issue.message


def test_endless_paragraphs_are_not_annotated(route: Route) -> None:
    ((_, annotation, issue),) = route.annotate([report("a", text=TEXT * 1000)])
    assert annotation.sentences == ()
    assert issue is not None
    assert issue.code == "too-long"


def test_words_that_are_no_sentence_are_counted(route: Route) -> None:
    ((_, annotation, issue),) = route.annotate([report("a", text="7 " * 3000)])
    assert sum(sentence.end - sentence.start for sentence in annotation.sentences) < 6000
    assert issue is not None
    assert issue.code == "no-sentences"


def test_issues_of_no_report_stand_in_every_dossier_up_to_a_number(route: Route) -> None:
    few = [Issue("read", "empty", f"{n}: is empty", file=str(n)) for n in range(3)]
    (account,) = dossiers(route, [report("a")], few, together=True)
    assert len(account.issues) == 3
    many = [Issue("read", "empty", f"{n}: is empty", file=str(n)) for n in range(ISSUES_LISTED + 1)]
    (account,) = dossiers(route, [report("a")], many, together=True)
    assert [issue.message for issue in account.issues] == [
        f"{ISSUES_LISTED + 1} inputs with this issue; the first: 0: is empty"
    ]


def test_no_reports_no_dossiers(route: Route) -> None:
    assert list(dossiers(route, [], [], together=True)) == []
    assert list(dossiers(route, [], [], together=False)) == []


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_progress_is_silent_at_first_and_then_tells() -> None:
    clock, stream = Clock(), io.StringIO()
    progress = Progress(stream, clock=clock)
    for _ in progress.over(range(10), "annotating report"):
        clock.now += 0.9
    assert stream.getvalue().splitlines() == [
        "crosswire: annotating report 4 of 10 …",
        "crosswire: annotating report 10 of 10 …",
    ]


def test_of_many_alike_the_first_are_told_and_the_rest_counted() -> None:
    stream = io.StringIO()
    tell_issues([Issue("read", "empty", f"{n}.txt: is\nempty", file=f"{n}") for n in range(8)], stream)
    lines = stream.getvalue().splitlines()
    assert lines[0] == "crosswire: 0.txt: is empty [read: empty]"
    assert lines[-1] == "crosswire: and 3 more [read: empty]"
    assert len(lines) == 6


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("ferry-fire-1a", "ferry-fire-1a"),
        ("../../etc/x", "etc-x"),
        ("", "story"),
        ("index", "index-2"),
        ("taken", "taken-2"),
    ],
)
def test_a_storys_file_is_named_safely(id: str, name: str) -> None:
    assert file_name(id, {"taken"}) == name


def test_files_are_named_apart(tmp_path: Path) -> None:
    names: list[str] = []
    for _ in range(3):
        names.append(file_name("a b", names))
    assert names == ["a-b", "a-b-2", "a-b-3"]


@pytest.mark.parametrize(
    ("id", "title", "name"),
    [
        ("a-report-0a1b2c3d", "Zoë’s ferry burns off Øresund", "zoes-ferry-burns-off-oresund-0a1b2c3d"),
        ("a-report-0a1b2c3d", "غرق عبّارة", "a-report-0a1b2c3d"),
        ("a-report", "Ferry burns off the cape", "a-report"),
        ("a-report-0a1b2c3d", "Ferry " + "burning " * 20, "ferry" + "-burning" * 6 + "-0a1b2c3d"),
    ],
)
def test_a_storys_file_is_named_after_its_title(id: str, title: str, name: str) -> None:
    assert file_name(id, (), title=title) == name


def test_a_page_may_give_several_reports(route: Route) -> None:
    pages = [Page("a", BLOG, False, file="a", published_at="2026-03-04"), Page("b", TEXT + " " + TEXT, False, file="b")]
    (first, second) = route.clean_each(pages)
    assert [item.id for item in first if isinstance(item, Report)] == ["a", "a#2", "a#3"]
    assert [item.id for item in second if isinstance(item, Report)] == ["b"]
    assert route.clean(pages) == (*first, *second)


def test_ids_of_parts_keep_clear_of_every_page_of_the_run(route: Route) -> None:
    pages = [
        Page("a", BLOG, False, publisher="The Tide Table", published_at="2026-03-04"),
        Page("a#2", TEXT + " " + TEXT, False, publisher="Norda News"),
    ]
    found = [item.id for item in route.clean(pages)[:-1] if isinstance(item, Report)]
    assert found == ["a", "a#3", "a#4"]
    assert [item.id for item in route.clean(pages[::-1])[1:] if isinstance(item, Report)] == found


def test_a_run_says_how_many_pages_gave_how_many_reports() -> None:
    out, err = io.StringIO(), io.StringIO()
    run = Run(Streams(io.BytesIO(BLOG.encode()), out, err))
    assert clean(run, ["-"], json=True, as_text=False) == 0
    assert len(out.getvalue().splitlines()) == 3
    assert "3 reports from 1 page (1 with several reports), 0 issues" in err.getvalue()
