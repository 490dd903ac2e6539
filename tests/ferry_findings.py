"""The fictional story of the ferry Maren: its actors, figures, points, times, timeline, links and brief."""

from __future__ import annotations

from crosswire.model.annotation import Figure, TimeExpression, TimeKind
from crosswire.model.dossier import BriefSentence
from crosswire.model.relation import (
    Actor,
    ActorKind,
    Between,
    Link,
    LinkKind,
    Point,
    PointKind,
    PointRelation,
    Silence,
    SilenceKind,
    Statement,
    Status,
    TimelineEntry,
    Version,
)
from crosswire.model.when import Basis, When
from ferry_reports import R1, R2, R3, R4, R5, TEXTS, Desk


def ferry_actors(desk: Desk) -> tuple[Actor, ...]:
    def actor(id: str, name: str, kind: ActorKind, roles: tuple[str, ...], *mentions: tuple[str, str]) -> Actor:
        return Actor(id, name, kind, roles, tuple(desk.cite(*mention) for mention in mentions))

    person, organisation = ActorKind.PERSON, ActorKind.ORGANISATION
    return (
        actor("a1", "Jorun Hale", person, ("captain of the Maren",), (R1, "Jorun Hale"), (R3, "Captain Jorun Hale")),
        actor("a2", "Elske Odell", person, ("Transport Minister",), (R1, "Elske Odell"), (R3, "Elske Odell")),
        actor("a3", "Brightwater Gas", organisation, (), (R1, "Brightwater Gas"), (R3, "Brightwater Gas")),
        actor("a4", "the coastguard", organisation, (), (R1, "the coastguard"), (R2, "the coastguard")),
        actor("a5", "a senior official", ActorKind.UNNAMED, (), (R4, "a senior official"), (R4, "The official")),
        actor("a6", "Pell Ansgar", person, ("Brightwater's director",), (R4, "Pell Ansgar")),
        actor("a7", "Ottilie Brand", person, (), (R5, "Ottilie Brand")),
        actor("a8", "Imre Vantongeren", person, ("coastguard chief",), (R3, "Imre Vantongeren")),
        actor("a9", "the harbour", organisation, (), (R4, "the harbour")),
    )


def ferry_figures(desk: Desk) -> tuple[Figure, ...]:
    def figure(id: str, words: str, low: float, high: float | None, **more: str) -> Figure:
        return Figure(id, desk.cite(id.rsplit(".f", 1)[0], words), low, high, **more)

    return (
        figure(f"{R1}.f1", "At least four", 4, None, what="dead", hedge="at least"),
        figure(f"{R1}.f2", "212", 212, 212, what="passengers"),
        figure(f"{R2}.f1", "At least four", 4, None, what="dead", hedge="at least"),
        figure(f"{R2}.f2", "212", 212, 212, what="passengers"),
        figure(f"{R3}.f1", "nine", 9, 9, what="dead"),
        figure(f"{R3}.f2", "five more", 5, 5, what="bodies found"),
        figure(f"{R4}.f1", "three hours", 3, 3, unit="hours", what="questioning"),
        figure(f"{R4}.f2", "240", 240, 240, what="passengers"),
        figure(f"{R4}.f3", "nine", 9, 9, what="dead"),
        figure(f"{R5}.f1", "nine", 9, 9, what="dead"),
    )


def ferry_points(desk: Desk) -> tuple[Point, ...]:
    def statement(
        report: str,
        words: str,
        version: str = "v1",
        *,
        quotation: str | None = None,
        figure: str | None = None,
        origin: str | None = None,
    ) -> Statement:
        return Statement(desk.cite(report, words), version, quotation, figure, origin)

    struck = (
        "At least four people died when the ferry Maren struck a gas barge in the Strait of Aldane early on Tuesday"
    )
    aboard = "The Maren, with 212 passengers on board"
    week = "all ferries would stay in port for a week"
    morning = {"first_at": "2031-05-06T07:40+02:00", "last_at": "2031-05-06T09:05+02:00"}
    return (
        Point(
            "p1",
            PointKind.FIGURE,
            PointRelation.UPDATE,
            Status.SUPERSEDED,
            (
                statement(R1, struck, quotation=f"{R1}.q1", figure=f"{R1}.f1", origin="o1"),
                statement(R2, struck, quotation=f"{R2}.q1", figure=f"{R2}.f1", origin="o1"),
                statement(
                    R3, "The toll of the Aldane ferry disaster rose to nine", "v2", figure=f"{R3}.f1", origin="o2"
                ),
                statement(R4, "nine of them are dead", "v2", figure=f"{R4}.f3", origin="o3"),
                statement(
                    R5, "flags flew at half mast on Wednesday for the nine dead", "v2", figure=f"{R5}.f1", origin="o4"
                ),
            ),
            (
                Version("v1", "At least four", **morning),
                Version("v2", "nine", "2031-05-06T19:20+02:00", "2031-05-07T11:00+02:00"),
            ),
            ("o1", "o2", "o3", "o4"),
            ("a4",),
            ("The count rose: at least four, later nine.", "The later version is printed by three origins."),
            latest="v2",
        ),
        Point(
            "p2",
            PointKind.STATE,
            PointRelation.UPDATE,
            Status.SUPERSEDED,
            (
                statement(R1, "It is not clear whether the captain will be questioned", origin="o1"),
                statement(R4, "Police questioned the captain of the Maren", "v2", quotation=f"{R4}.q1", origin="o3"),
            ),
            (
                Version("v1", "not clear whether the captain will be questioned", "2031-05-06T07:40+02:00"),
                Version("v2", "Police questioned the captain", "2031-05-07T11:00+02:00"),
            ),
            ("o1", "o3"),
            ("a5",),
            ("The earlier report says that it is not clear; the later one says that it happened.",),
            latest="v2",
        ),
        Point(
            "p3",
            PointKind.FIGURE,
            PointRelation.CONFLICT,
            Status.DISPUTED,
            (
                statement(R1, aboard, figure=f"{R1}.f2", origin="o1"),
                statement(R2, aboard, figure=f"{R2}.f2", origin="o1"),
                statement(R4, "The ferry had 240 people on board", "v2", figure=f"{R4}.f2", origin="o3"),
            ),
            (Version("v1", "212 passengers", **morning), Version("v2", "240 people", "2031-05-07T11:00+02:00")),
            ("o1", "o3"),
            (),
            ("Two counts of the same people at the same time, and nothing says that one replaced the other.",),
            between=Between.REPORTS,
        ),
        Point(
            "p4",
            PointKind.ATTRIBUTION,
            PointRelation.CONFLICT,
            Status.DISPUTED,
            (
                statement(R1, "its lights had been burning all night", quotation=f"{R1}.q4", origin="o1"),
                statement(R4, "“Our lights were on from dusk to dawn", quotation=f"{R4}.q3", origin="o3"),
                statement(R3, "left its barge without a single light", "v2", quotation=f"{R3}.q2", origin="o2"),
            ),
            (Version("v1", "lights had been burning"), Version("v2", "without a single light")),
            ("o1", "o2", "o3"),
            ("a1", "a3", "a6"),
            ("Different speakers claim opposite things; the reports agree about who says what.",),
            between=Between.ACTORS,
        ),
        Point(
            "p5",
            PointKind.OCCURRENCE,
            PointRelation.SAME,
            Status.CORROBORATED,
            (
                statement(R1, "the ferry Maren struck a gas barge in the Strait of Aldane", origin="o1"),
                statement(R2, "the ferry Maren struck a gas barge in the Strait of Aldane", origin="o1"),
                statement(R3, "the Aldane ferry disaster", origin="o2"),
                statement(R5, "the nine dead of the Maren", origin="o4"),
            ),
            (Version("v1", "the ferry Maren struck a gas barge"),),
            ("o1", "o2", "o4"),
            (),
            ("Three origins that do not copy from each other say it in their own words.",),
        ),
        Point(
            "p6",
            PointKind.STATE,
            PointRelation.SAME,
            Status.SINGLE_VOICE,
            (
                statement(R1, week, quotation=f"{R1}.q3", origin="o1"),
                statement(R3, "every ferry on the strait to stay in port for a week", origin="o2"),
                statement(R5, "Ferries will stay in port for a week", quotation=f"{R5}.q2", origin="o4"),
            ),
            (Version("v1", "stay in port for a week"),),
            ("o1", "o2", "o4"),
            ("a2",),
            ("Three origins carry it, all of them on one minister's word.",),
        ),
        Point(
            "p7",
            PointKind.OCCURRENCE,
            PointRelation.SAME,
            Status.SINGLE_ORIGIN,
            (
                statement(R1, "it hit the barge in thick fog shortly after five in the morning", origin="o1"),
                statement(R2, "it hit the barge in thick fog shortly after five in the morning", origin="o1"),
            ),
            (Version("v1", "in thick fog"),),
            ("o1",),
            (),
            ("Both reports carry the same agency's copy.",),
        ),
        Point(
            "p8",
            PointKind.ATTRIBUTION,
            PointRelation.SINGLE,
            Status.SINGLE_VOICE,
            (
                statement(
                    R4,
                    "the barge had anchored two days earlier without telling the harbour",
                    quotation=f"{R4}.q2",
                    origin="o3",
                ),
            ),
            (Version("v1", "anchored two days earlier"),),
            ("o3",),
            ("a5",),
            ("One report, on the word of an official who is not named.",),
        ),
        Point(
            "p9",
            PointKind.OCCURRENCE,
            PointRelation.SINGLE,
            Status.SINGLE_ORIGIN,
            (statement(R2, "Divers were still searching the wreck at noon", origin="o1"),),
            (Version("v1", "searching the wreck at noon"),),
            ("o1",),
            (),
            ("One report says it.",),
        ),
    )


def ferry_times(desk: Desk) -> tuple[TimeExpression, ...]:
    def time(report: str, words: str, value: str, basis: Basis, kind: TimeKind = TimeKind.DATE) -> TimeExpression:
        passage = desk.cite(report, words)
        return TimeExpression(passage, When(value, basis, passage), kind, value)

    return (
        time(R1, "early on Tuesday", "2031-05-06", Basis.RELATIVE),
        time(R1, "for a week", "P1W", Basis.STATED, TimeKind.DURATION),
        time(R3, "on Tuesday evening", "2031-05-06T18:00/2031-05-06T21:00", Basis.RELATIVE, TimeKind.TIME),
        time(R4, "on Wednesday morning", "2031-05-07", Basis.RELATIVE, TimeKind.TIME),
        time(R4, "two days earlier", "2031-05-04", Basis.INFERRED),
        time(R5, "on Wednesday", "2031-05-07", Basis.INFERRED),
    )


def ferry_timeline(desk: Desk) -> tuple[TimelineEntry, ...]:
    def when(value: str | None, basis: Basis = Basis.RELATIVE, why: str | None = None) -> When:
        return When(value, basis, None, why)

    fog = "it hit the barge in thick fog shortly after five in the morning"
    return (
        TimelineEntry(
            when("2031-05-04", Basis.INFERRED, "two days before the collision, whose date other reports give"),
            (desk.cite(R4, "the barge had anchored two days earlier without telling the harbour"),),
            "p8",
        ),
        TimelineEntry(when("2031-05-06T05"), (desk.cite(R1, fog), desk.cite(R2, fog)), "p7"),
        TimelineEntry(when("2031-05-06T12"), (desk.cite(R2, "Divers were still searching the wreck at noon"),), "p9"),
        TimelineEntry(
            when("2031-05-06T18:00/2031-05-06T21:00"),
            (desk.cite(R3, "The toll of the Aldane ferry disaster rose to nine on Tuesday evening"),),
            "p1",
        ),
        TimelineEntry(
            when("2031-05-07"),
            (
                desk.cite(R4, "Police questioned the captain of the Maren for three hours on Wednesday morning"),
                desk.cite(R5, "flags flew at half mast on Wednesday"),
            ),
            "p2",
        ),
    )


def ferry_links(desk: Desk) -> tuple[Link, ...]:
    first = TEXTS[R1][0].removeprefix("PORT ALDANE (Nordwire) — ")
    second = TEXTS[R1][1]
    pairs = ((desk.cite(R2, first), desk.cite(R1, first)), (desk.cite(R2, second), desk.cite(R1, second)))
    return (
        Link(R1, LinkKind.CREDITED, to_origin="o1", why="its dateline names Nordwire"),
        Link(R2, LinkKind.CREDITED, to_origin="o1", why="its dateline names Nordwire"),
        Link(R2, LinkKind.COPIED, to_report=R1, share=0.86, passages=pairs, why="two paragraphs stand in both"),
        Link(R1, LinkKind.CITED, to_origin="o5", why="“told Strait Radio”"),
    )


def ferry_brief(desk: Desk) -> tuple[BriefSentence, ...]:
    def sentence(points: tuple[str, ...], first: tuple[str, str], *others: tuple[str, str]) -> BriefSentence:
        passage = desk.cite(*first)
        return BriefSentence(passage.words, (passage, *(desk.cite(*other) for other in others)), points)

    return (
        sentence(
            ("p1", "p5"),
            (R3, TEXTS[R3][0]),
            (R4, "nine of them are dead"),
            (R5, "the nine dead of the Maren"),
        ),
        sentence(("p7", "p3"), (R1, TEXTS[R1][1]), (R2, TEXTS[R2][1])),
        sentence(("p2",), (R4, TEXTS[R4][0]), (R1, "It is not clear whether the captain will be questioned.")),
        sentence(("p4",), (R3, TEXTS[R3][2])),
        sentence(("p4",), (R4, TEXTS[R4][3]), (R1, TEXTS[R1][4])),
        sentence(("p6",), (R3, TEXTS[R3][3]), (R1, "all ferries would stay in port for a week"), (R5, TEXTS[R5][2])),
    )


def ferry_silences(desk: Desk) -> tuple[Silence, ...]:
    """One report leaves out the answer beside the claim, one the cause, one came out before anybody had a number."""
    lights = desk.cite(R3, "left its barge without a single light")
    answers = (
        desk.cite(R1, "its lights had been burning all night"),
        desk.cite(R4, "“Our lights were on from dusk to dawn"),
    )
    struck = tuple(desk.cite(id, "the ferry Maren struck a gas barge in the Strait of Aldane") for id in (R1, R2))
    aboard = (desk.cite(R4, "The ferry had 240 people on board"),)
    return (
        Silence(
            R3, "p4", SilenceKind.ANSWER, ("o1", "o3"), ("o1", "o2", "o3"), answers,
            "2 of the 3 origins that have the claim have the answer: Nordwire and The Islander", "v1", (lights,), True,
        ),
        Silence(
            R4, "p5", SilenceKind.SIDE, ("o1", "o2", "o4"), ("o1", "o2", "o3", "o4"), struck,
            "3 of the 4 origins that have either side have the other side",
        ),
        Silence(
            R5, "p3", SilenceKind.FIGURE, ("o1", "o3"), ("o1", "o3", "o4"), aboard,
            "2 of the 3 origins that tell of the matter have the number", could_have=False,
        ),
    )  # fmt: skip
