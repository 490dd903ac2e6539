"""Who leaves out what most others have: answers, numbers, points; and who is never said to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from crosswire.model.annotation import Quotation, QuotationKind, Stance
from crosswire.model.passage import Passage
from crosswire.model.relation import (
    Actor,
    ActorKind,
    Between,
    Origin,
    OriginKind,
    Point,
    PointKind,
    PointRelation,
    Relations,
    Silence,
    SilenceKind,
    Statement,
    Status,
    Version,
)
from crosswire.model.report import Flag, Report
from crosswire.model.story import Story
from crosswire.relate.points.silences import find_silences
from parsed import annotated, lexicons, report_of

OPENING = "Dead fish covered the shore of Lake Osk near the town of Tell on Monday after a spill from the tannery."
CLAIM = "Mayor Ida Roon said that the Brack tannery had pumped acid into the lake at night."
DENIAL = "Brack denied that its tannery had pumped acid into the lake."
TONNES = "Helpers in boats gathered 40 tonnes of fish before dusk."
CLOSING = "The water smelled of rot, and the school beside the quay stayed shut for the day."
FILLER = "\n\n".join(
    (
        "Families carried bottled water home from the market square, where a lorry had stood since the morning, and "
        "the baker on the corner gave away what was left of the bread when the queue grew longer than the street.",
        "Nobody in Tell could remember a summer like it. The swimming club has moved its race to the river, and the "
        "hotel has lost most of its guests, who left on the first train with their towels still dry in their bags.",
        "A biologist from the capital filled forty-one jars at the outlet and drove off without a word to anybody. "
        "The council will meet again when the jars have been read, which may take the better part of a month.",
    )
)
NAMES = ("r1", "r2", "r3", "r4")


def story(*added: str, last: str | None = "2031-06-05T12:00") -> list[Report]:
    """Four reports of the spill: three of the fourth of June with these sentences, the fourth of its own time."""
    times = ("2031-06-04T08:00", "2031-06-04T09:00", "2031-06-04T10:00", last)
    return [
        report_of("\n\n".join((OPENING, words, CLOSING, FILLER)), at, name=name)
        for name, words, at in zip(NAMES, added, times, strict=True)
    ]


def cite(report: Report, words: str) -> Passage:
    """The passage of these words."""
    start = report.text.index(words)
    return report.passage(start, start + len(words))


def said(report: Report, words: str, version: str = "a", quotation: str | None = None) -> Statement:
    """A statement of the report's own origin."""
    return Statement(cite(report, words), version, quotation=quotation, origin=f"o{report.id[1:]}")


def shared(words: str, reports: list[Report], id: str) -> Point:
    """A point that these reports agree on."""
    statements = tuple(said(report, words) for report in reports)
    origins = tuple(f"o{report.id[1:]}" for report in reports)
    same, agreed = PointRelation.SAME, Status.CORROBORATED
    return Point(id, PointKind.OCCURRENCE, same, agreed, statements, (Version("a", None),), origins, (), ())


def dispute(reports: list[Report]) -> Point:
    """The claim against Brack, and its denial in the reports that have it."""
    claims = tuple(said(report, CLAIM) for report in reports if CLAIM in report.text)
    denials = tuple(said(report, DENIAL, "b", f"{report.id}.q1") for report in reports if DENIAL in report.text)
    return Point(
        "p9",
        PointKind.ATTRIBUTION,
        PointRelation.CONFLICT,
        Status.DISPUTED,
        claims + denials,
        (Version("a", None), Version("b", None)),
        tuple(f"o{report.id[1:]}" for report in reports),
        ("a1",),
        (),
        between=Between.ACTORS,
    )


def silences(reports: list[Report], *more: Point) -> tuple[Silence, ...]:
    """Who leaves out what, in reports that all share the opening and the closing."""
    annotations = [annotated(report) for report in reports]
    denials = [report for report in reports if DENIAL in report.text]
    quotations = [
        Quotation(
            f"{report.id}.q1",
            report.id,
            QuotationKind.INDIRECT,
            (cite(report, DENIAL),),
            cite(report, "denied"),
            None,
            speaker="a1",
            stance=Stance.DENIES,
        )
        for report in denials
    ]
    brack = tuple(report.passage(m.start(), m.end()) for report in reports for m in re.finditer("Brack", report.text))
    whole = [report for report in reports if report.version_of is None]
    known = Relations(
        Story("s", tuple(report.id for report in whole)),
        tuple(reports),
        tuple(annotations),
        points=(shared(OPENING, whole, "p1"), shared(CLOSING, whole, "p2"), *more),
        quotations=tuple(quotations),
        figures=tuple(figure for annotation in annotations for figure in annotation.figures),
        actors=(Actor("a1", "Brack", ActorKind.ORGANISATION, (), brack),),
        origins=tuple(Origin(f"o{id[1:]}", f"Paper {id}", OriginKind.PUBLISHER, (id,)) for id in NAMES),
    )
    return find_silences(known, lexicons().points)


BOTH = f"{CLAIM} {DENIAL}"


def test_an_answer_that_is_missing_beside_the_claim() -> None:
    reports = story(BOTH, BOTH, BOTH, CLAIM)
    (found,) = silences(reports, dispute(reports))
    assert (found.report, found.point, found.version, found.kind) == ("r4", "p9", "b", SilenceKind.ANSWER)
    assert (found.having, found.telling) == (("o1", "o2", "o3"), ("o1", "o2", "o3", "o4"))
    assert [passage.words for passage in found.passages] == [DENIAL] * 3
    assert [passage.words for passage in found.beside] == [CLAIM]
    assert found.could_have is True
    assert found.why.startswith("3 of the 4 origins that have the claim have the answer: Paper r1, Paper r2")


def test_who_came_out_before_the_answer_was_told_could_not_have_it() -> None:
    reports = story(BOTH, BOTH, BOTH, CLAIM, last="2031-06-04T07:00")
    (found,) = silences(reports, dispute(reports))
    assert found.could_have is False


@pytest.mark.parametrize(("last", "known"), [(None, None), ("2031-06-04T08:30", None), ("2031-06-04T09:30", True)])
def test_one_origin_that_had_it_before_is_not_enough(last: str | None, known: bool | None) -> None:
    reports = story(BOTH, BOTH, BOTH, CLAIM, last=last)
    (found,) = silences(reports, dispute(reports))
    assert found.could_have is known


@pytest.mark.parametrize(
    "fourth",
    [
        f"{CLAIM} The firm of Brack rejected this.",  # the answer in other words
        f"{CLAIM} Brack did not comment.",  # an answer too
        f"{CLAIM} That was a lie, said its owner, and rejected every word.",  # somebody answers right behind the claim
        "The council sent its engineers to the lake.",  # no claim, so that nothing is to be answered
    ],
)
def test_nobody_is_reproached_who_has_an_answer_or_no_claim(fourth: str) -> None:
    reports = story(BOTH, BOTH, BOTH, fourth)
    assert silences(reports, dispute(reports)) == ()


def test_what_half_of_the_origins_have_is_not_what_most_have() -> None:
    reports = story(BOTH, BOTH, CLAIM, CLAIM)
    assert silences(reports, dispute(reports)) == ()


PART: dict[str, Callable[[Report], Report]] = {
    "cut off": lambda report: replace(report, flags=(Flag.TRUNCATED,)),
    "behind a paywall": lambda report: replace(report, flags=(Flag.PAYWALLED,)),
    "a version of another": lambda report: replace(report, version_of="r3"),
    "without room for it": lambda report: report_of(
        "\n\n".join((OPENING, CLAIM, CLOSING)), "2031-06-05T12:00", name="r4"
    ),
}


@pytest.mark.parametrize("part", PART)
def test_a_part_of_a_report_is_never_said_to_leave_anything_out(part: str) -> None:
    reports = story(BOTH, BOTH, BOTH, CLAIM)
    assert len(silences(reports, dispute(reports))) == 1
    reports[3] = PART[part](reports[3])
    assert silences(reports, dispute(reports)) == ()


def number(reports: list[Report]) -> Point:
    """The tonnes that the first three reports give."""
    figures = {report.id: annotated(report).figures for report in reports}
    statements = tuple(
        replace(said(report, TONNES), figure=next(f.id for f in figures[report.id] if f.low == 40))
        for report in reports[:3]
    )
    same, agreed = PointRelation.SAME, Status.CORROBORATED
    return Point("p9", PointKind.FIGURE, same, agreed, statements, (Version("a", None),), ("o1", "o2", "o3"), (), ())


@pytest.mark.parametrize(
    ("fourth", "kinds"),
    [
        ("The council sent its engineers.", [SilenceKind.FIGURE]),
        ("Some 40 tonnes were taken away.", []),
        ("The council spoke of 40 tonnes.", []),
        ("Helpers in boats gathered fish before dusk.", []),  # the same without the number: it may have no better one
    ],
)
def test_a_number_that_is_left_out(fourth: str, kinds: list[SilenceKind]) -> None:
    reports = story(TONNES, TONNES, TONNES, fourth)
    assert [found.kind for found in silences(reports, number(reports))] == kinds


def test_what_one_origin_has_is_nothing_that_all_must_have() -> None:
    reports = story(TONNES, TONNES, TONNES, "The council sent its engineers.")
    assert silences(reports, replace(number(reports), status=Status.SINGLE_ORIGIN)) == ()


def test_a_story_of_one_origin_has_no_silences() -> None:
    report = story(BOTH, BOTH, BOTH, CLAIM)[0]
    point = shared(OPENING, [report], "p1")
    origins = (Origin("o1", "Paper", OriginKind.PUBLISHER, ("r1",)),)
    known = Relations(Story("s", ("r1",)), (report,), (annotated(report),), points=(point,), origins=origins)
    assert find_silences(known, lexicons().points) == ()
