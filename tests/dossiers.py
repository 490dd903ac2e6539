"""Fictional dossiers for the tests of `write`: a rich one with every section, and the states at the edges.

Everything is invented: the Strait of Aldane, its ferries, ministers, newspapers and agencies do not exist.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from crosswire.model.annotation import (
    Annotation,
    Figure,
    Quotation,
    QuotationKind,
    SpeakerClass,
    Stance,
    TimeExpression,
    TimeKind,
)
from crosswire.model.dossier import BriefSentence, Dossier
from crosswire.model.issue import Issue
from crosswire.model.passage import Passage
from crosswire.model.relation import (
    Actor,
    ActorKind,
    Between,
    Difference,
    Link,
    LinkKind,
    Origin,
    OriginKind,
    Point,
    PointKind,
    PointRelation,
    Relations,
    Rendering,
    Statement,
    Status,
    TimelineEntry,
    Utterance,
    Version,
)
from crosswire.model.report import (
    Credit,
    CreditKind,
    Dateline,
    Flag,
    Furniture,
    FurnitureKind,
    Paragraph,
    Report,
)
from crosswire.model.story import Story
from crosswire.model.when import UNKNOWN, Basis, When

R1 = "courier-0503-0740"
R2 = "tern-ferry-1"
R3 = "aldane-evening"
R4 = "islander-late"
R5 = "northern-standard"

TEXTS = {
    R1: (
        "PORT ALDANE (Nordwire) — At least four people died when the ferry Maren struck a gas barge in the Strait of "
        "Aldane early on Tuesday, the coastguard said.",
        "The Maren, with 212 passengers on board, was on its way from Port Aldane to the island of Sorrel when it hit "
        "the barge in thick fog shortly after five in the morning.",
        "“We were given no warning that a barge was anchored there,” the ferry's captain, Jorun Hale, told Strait "
        "Radio from a lifeboat.",
        "It is not clear whether the captain will be questioned. Transport Minister Elske Odell said that all ferries "
        "would stay in port for a week.",
        "The operator of the barge, Brightwater Gas, rejected any blame and said its lights had been burning all "
        "night.",
    ),
    R2: (
        "PORT ALDANE (Nordwire) — At least four people died when the ferry Maren struck a gas barge in the Strait of "
        "Aldane early on Tuesday, the coastguard said.",
        "The Maren, with 212 passengers on board, was on its way from Port Aldane to the island of Sorrel when it hit "
        "the barge in thick fog shortly after five in the morning.",
        "Divers were still searching the wreck at noon.",
    ),
    R3: (
        "The toll of the Aldane ferry disaster rose to nine on Tuesday evening after divers found five more bodies in "
        "the engine room, coastguard chief Imre Vantongeren said.",
        "“There was no warning of any barge at all,” Captain Jorun Hale said of the minutes before the collision.",
        "Brightwater Gas left its barge without a single light, Hale claimed.",
        "Transport Minister Elske Odell ordered every ferry on the strait to stay in port for a week.",
    ),
    R4: (
        "Police questioned the captain of the Maren for three hours on Wednesday morning, a senior official said.",
        "The ferry had 240 people on board, according to the harbour's own list, and nine of them are dead.",
        "The official, who asked not to be named because the inquiry is under way, said that the barge had anchored "
        "two days earlier without telling the harbour.",
        "“Our lights were on from dusk to dawn, and the log proves it,” Brightwater's director, Pell Ansgar, said.",
    ),
    R5: (
        "SORREL — On the island of Sorrel, flags flew at half mast on Wednesday for the nine dead of the Maren.",
        "“Everyone here knows someone who was on that boat,” said Ottilie Brand, who runs the bakery by the pier.",
        "Ferries will stay in port for a week, Transport Minister Elske Odell said.",
    ),
}


@dataclass
class Desk:
    """Reports under construction, and the passages that tests cite from them by their words."""

    reports: dict[str, Report] = field(default_factory=dict)

    def add(self, report: Report) -> Report:
        """The report, kept."""
        self.reports[report.id] = report
        return report

    def cite(self, report: str, words: str) -> Passage:
        """The passage of the report with these words; a `ValueError` when they are not there."""
        start = self.reports[report].text.index(words)
        return self.reports[report].passage(start, start + len(words))


def make_report(id: str, *paragraphs: str, **fields: object) -> Report:
    """A report of these paragraphs; `fields` as in `Report`."""
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Paragraph(at, at + len(paragraph)))
        at += len(paragraph) + 2
    report = Report(id=id, text="\n\n".join(paragraphs), paragraphs=tuple(spans))
    return replace(report, **fields)  # type: ignore[arg-type]


def given(value: str) -> When:
    """A time that the page's markup said."""
    return When(value, Basis.MARKUP)


def _rich_reports() -> Desk:
    desk = Desk()
    nordwire = "PORT ALDANE (Nordwire) — "
    desk.add(
        make_report(
            R1,
            *TEXTS[R1],
            publisher="Harbour Courier",
            url="https://courier.example/news/maren",
            file="pages/courier.html",
            headline="Ferry strikes gas barge in fog, at least four dead",
            bylines=("Our correspondents",),
            dateline=Dateline("Port Aldane", "Nordwire", 0, len(nordwire)),
            credits=(Credit("Nordwire", CreditKind.TEXT, "(Nordwire)"), Credit("L. Ferro", CreditKind.PHOTO, "Ferro")),
            published_at=given("2031-05-06T07:40+02:00"),
            language="en",
            furniture=(
                Furniture(FurnitureKind.NAVIGATION, "Home  News  Harbour  Sport", 0, 26, "four short titles in a row"),
                Furniture(
                    FurnitureKind.CAPTION, "The Maren in 2029. Photo: L. Ferro", 120, 154, "names the photograph"
                ),
                Furniture(
                    FurnitureKind.PULL_QUOTE,
                    "We were given no warning that a barge was anchored there",
                    420,
                    476,
                    "repeats words of the third paragraph",
                ),
                Furniture(FurnitureKind.RELATED, "Read also: Herring season opens late", 990, 1026, "another story"),
                Furniture(FurnitureKind.SHARING, "Share this", 1030, 1040, None),
            ),
        )
    )
    desk.add(
        make_report(
            R2,
            *TEXTS[R2],
            publisher="The Daily Tern",
            url="https://tern.example/maren?from=front&x=1",
            headline="Four die as Maren ferry hits barge",
            dateline=Dateline("Port Aldane", "Nordwire", 0, len(nordwire)),
            credits=(Credit("Nordwire", CreditKind.TEXT, "(Nordwire)"),),
            published_at=given("2031-05-06T09:05+02:00"),
            updated_at=given("2031-05-06T12:30+02:00"),
            language="en",
        )
    )
    desk.add(
        make_report(
            R3,
            *TEXTS[R3],
            publisher="Aldane Evening",
            url="https://evening.example/9-dead",
            headline="Nine dead in Aldane ferry disaster",
            bylines=("Runa Selk", "Tobe Marsh"),
            published_at=given("2031-05-06T19:20+02:00"),
            language="en",
        )
    )
    desk.add(
        make_report(
            R4,
            *TEXTS[R4],
            publisher="The Islander",
            headline="Captain of the Maren questioned",
            published_at=given("2031-05-07T11:00+02:00"),
            language="en",
            flags=(Flag.CONTAINS_EARLIER_VERSION,),
        )
    )
    desk.add(
        make_report(
            R5,
            *TEXTS[R5],
            publisher="Northern Standard",
            url="https://standard.example/sorrel",
            headline="An island mourns",
            bylines=("Wim Aster",),
            dateline=Dateline("Sorrel", None, 0, len("SORREL — ")),
            published_at=When(None, Basis.UNKNOWN, None, "the page's date line is empty"),
            language="en",
        )
    )
    return desk


def _quotation(desk: Desk, id: str, content: str, *, cue: str | None, source: str | None, **more: object) -> Quotation:
    report = id.rsplit(".q", 1)[0]
    kind = QuotationKind.DIRECT if content.startswith("“") else QuotationKind.INDIRECT
    inner = content.strip("“”,")
    verbatim = (desk.cite(report, inner),) if kind is QuotationKind.DIRECT else ()
    quotation = Quotation(
        id=id,
        report=report,
        kind=kind,
        content=(desk.cite(report, content),),
        cue=None if cue is None else desk.cite(report, cue),
        source=None if source is None else desk.cite(report, source),
        verbatim=verbatim,
        stance=Stance.ASSERTS,
        speaker_class=SpeakerClass.NAMED,
    )
    return replace(quotation, **more)  # type: ignore[arg-type]


def _rich_quotations(desk: Desk) -> tuple[Quotation, ...]:
    tuesday, wednesday = When("2031-05-06", Basis.RELATIVE), When("2031-05-07", Basis.RELATIVE)
    four = TEXTS[R1][0].removeprefix("PORT ALDANE (Nordwire) — ").removesuffix(", the coastguard said.")
    said = {"cue": "said", "speaker_class": SpeakerClass.OFFICIAL, "speaker": "a4", "when": tuesday}
    odell = {"cue": "said", "source": "Transport Minister Elske Odell", "speaker": "a2"}
    return (
        _quotation(desk, f"{R1}.q1", four, source="the coastguard", **said),  # type: ignore[arg-type]
        _quotation(
            desk,
            f"{R1}.q2",
            "“We were given no warning that a barge was anchored there,”",
            cue="told",
            source="the ferry's captain, Jorun Hale",
            speaker="a1",
            told_to="Strait Radio",
            utterance="u1",
            when=tuesday,
        ),
        _quotation(
            desk,
            f"{R1}.q3",
            "all ferries would stay in port for a week",
            stance=Stance.PROMISES,
            utterance="u2",
            **odell,  # type: ignore[arg-type]
        ),
        _quotation(
            desk,
            f"{R1}.q4",
            "its lights had been burning all night",
            cue="said",
            source="The operator of the barge, Brightwater Gas",
            speaker="a3",
            stance=Stance.DENIES,
        ),
        _quotation(desk, f"{R2}.q1", four, source="the coastguard", **said),  # type: ignore[arg-type]
        _quotation(
            desk,
            f"{R3}.q1",
            "“There was no warning of any barge at all,”",
            cue="said",
            source="Captain Jorun Hale",
            speaker="a1",
            utterance="u1",
            when=tuesday,
        ),
        _quotation(
            desk,
            f"{R3}.q2",
            "Brightwater Gas left its barge without a single light",
            cue="claimed",
            source="Hale",
            speaker="a1",
            stance=Stance.ACCUSES,
        ),
        _quotation(
            desk,
            f"{R4}.q1",
            "Police questioned the captain of the Maren for three hours on Wednesday morning",
            cue="said",
            source="a senior official",
            speaker="a5",
            speaker_class=SpeakerClass.ANONYMOUS,
            when=wednesday,
        ),
        _quotation(
            desk,
            f"{R4}.q2",
            "the barge had anchored two days earlier without telling the harbour",
            cue="said",
            source="The official",
            speaker="a5",
            speaker_class=SpeakerClass.ANONYMOUS,
            stance=Stance.ACCUSES,
        ),
        _quotation(
            desk,
            f"{R4}.q3",
            "“Our lights were on from dusk to dawn, and the log proves it,”",
            cue="said",
            source="Brightwater's director, Pell Ansgar",
            speaker="a6",
            stance=Stance.DENIES,
        ),
        _quotation(
            desk,
            f"{R4}.q4",
            "nine of them are dead",
            cue=None,
            source=None,
            speaker_class=SpeakerClass.UNKNOWN,
            unresolved="no source stands near the words “according to the harbour's own list”",
        ),
        _quotation(
            desk,
            f"{R5}.q1",
            "“Everyone here knows someone who was on that boat,”",
            cue="said",
            source="Ottilie Brand",
            speaker="a7",
        ),
        _quotation(
            desk,
            f"{R5}.q2",
            "Ferries will stay in port for a week",
            utterance="u2",
            stance=Stance.PROMISES,
            **odell,  # type: ignore[arg-type]
        ),
    )


def _rich_actors(desk: Desk) -> tuple[Actor, ...]:
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


def _rich_figures(desk: Desk) -> tuple[Figure, ...]:
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


def _rich_points(desk: Desk) -> tuple[Point, ...]:
    def statement(report: str, words: str, version: str = "v1", **more: str | None) -> Statement:
        return Statement(desk.cite(report, words), version, **more)

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


def _rich_times(desk: Desk) -> tuple[TimeExpression, ...]:
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


def _rich_timeline(desk: Desk) -> tuple[TimelineEntry, ...]:
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


def _rich_links(desk: Desk) -> tuple[Link, ...]:
    first = TEXTS[R1][0].removeprefix("PORT ALDANE (Nordwire) — ")
    second = TEXTS[R1][1]
    pairs = ((desk.cite(R2, first), desk.cite(R1, first)), (desk.cite(R2, second), desk.cite(R1, second)))
    return (
        Link(R1, LinkKind.CREDITED, to_origin="o1", why="its dateline names Nordwire"),
        Link(R2, LinkKind.CREDITED, to_origin="o1", why="its dateline names Nordwire"),
        Link(R2, LinkKind.COPIED, to_report=R1, share=0.86, passages=pairs, why="two paragraphs stand in both"),
        Link(R1, LinkKind.CITED, to_origin="o5", why="“told Strait Radio”"),
    )


def _rich_brief(desk: Desk) -> tuple[BriefSentence, ...]:
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


def rich_dossier() -> Dossier:
    """Five reports of four publishers and an agency: every status, every section, one issue."""
    desk = _rich_reports()
    reports = tuple(desk.reports.values())
    relations = Relations(
        story=Story("s1", tuple(sorted(desk.reports)), ("All five name the ferry Maren and the Strait of Aldane.",)),
        reports=reports,
        annotations=tuple(Annotation(report.id) for report in reports),
        actors=_rich_actors(desk),
        quotations=_rich_quotations(desk),
        utterances=(
            Utterance(
                "u1",
                (f"{R1}.q2", f"{R3}.q1"),
                Rendering.VARIANT,
                "a1",
                (
                    Difference(desk.cite(R1, "We were given"), desk.cite(R3, "There was")),
                    Difference(desk.cite(R1, "that a barge was anchored there"), desk.cite(R3, "of any barge at all")),
                ),
            ),
            Utterance("u2", (f"{R1}.q3", f"{R5}.q2"), Rendering.VERBATIM, "a2"),
        ),
        figures=_rich_figures(desk),
        times=_rich_times(desk),
        origins=(
            Origin("o1", "Nordwire", OriginKind.AGENCY, (R1, R2)),
            Origin("o2", "Aldane Evening", OriginKind.PUBLISHER, (R3,)),
            Origin("o3", "The Islander", OriginKind.PUBLISHER, (R4,)),
            Origin("o4", "Northern Standard", OriginKind.PUBLISHER, (R5,)),
            Origin("o5", "Strait Radio", OriginKind.BROADCASTER, ()),
        ),
        links=_rich_links(desk),
        points=_rich_points(desk),
        timeline=_rich_timeline(desk),
    )
    return Dossier(
        relations=relations,
        title="Nine dead in Aldane ferry disaster",
        brief=_rich_brief(desk),
        first_published_at="2031-05-06T07:40+02:00",
        last_published_at="2031-05-07T11:00+02:00",
        places=("Port Aldane", "Strait of Aldane", "Sorrel"),
        languages=("en",),
        origin_count=4,
        issues=(
            Issue("clean", "no-article", "courier-gallery.html: a page of photographs, no report", None, "g.html"),
        ),
        generator="crosswire 0.1.0",
    )


def bare_dossier(*reports: Report, title: str = "A report", issues: tuple[Issue, ...] = ()) -> Dossier:
    """These reports and nothing found between them: each its publisher's own origin, no points, no brief."""
    origins = tuple(
        Origin(f"o{n}", report.publisher or report.id, OriginKind.PUBLISHER, (report.id,))
        for n, report in enumerate(reports, 1)
    )
    dates = sorted(report.published_at.value for report in reports if report.published_at.value)
    return Dossier(
        relations=Relations(
            story=Story("s1", tuple(sorted(report.id for report in reports))),
            reports=reports,
            annotations=tuple(Annotation(report.id) for report in reports),
            origins=origins,
        ),
        title=title,
        brief=tuple(
            BriefSentence(p.words, (p,)) for report in reports[:1] for p in [report.passage(0, len(report.text))][:1]
        ),
        first_published_at=dates[0] if dates else None,
        last_published_at=dates[-1] if dates else None,
        places=(),
        languages=tuple(sorted({report.language for report in reports if report.language})),
        origin_count=len(reports),
        issues=issues,
        generator="crosswire 0.1.0",
    )


def one_report() -> Dossier:
    """A story of a single report, with points that only it makes."""
    rich = rich_dossier()
    relations = rich.relations
    report = relations.reports[3]
    return replace(
        rich,
        title=report.headline or "",
        relations=replace(
            relations,
            story=Story("s1", (R4,)),
            reports=(report,),
            annotations=(relations.annotations[3],),
            quotations=tuple(q for q in relations.quotations if q.report == R4),
            utterances=(),
            figures=tuple(f for f in relations.figures if f.passage.report == R4),
            times=tuple(t for t in relations.times if t.passage.report == R4),
            origins=(relations.origins[2],),
            links=(),
            actors=tuple(a for a in relations.actors if a.id in ("a5", "a6", "a9")),
            points=(relations.points[7],),
            timeline=(relations.timeline[0],),
        ),
        brief=(BriefSentence(TEXTS[R4][0], (report.passage(0, len(TEXTS[R4][0])),)),),
        first_published_at="2031-05-07T11:00+02:00",
        last_published_at="2031-05-07T11:00+02:00",
        places=(),
        origin_count=1,
        issues=(),
    )


def no_points() -> Dossier:
    """Two reports in which nothing was found to compare."""
    return bare_dossier(
        make_report("n1", "Fog closed the strait.", publisher="Harbour Courier", headline="Fog", language="en"),
        make_report("n2", "A bakery burned.", publisher="The Islander", headline="Fire", language="en"),
        title="Fog",
    )


def many_languages() -> Dossier:
    """Reports in four languages, two of them written from right to left."""
    return bare_dossier(
        make_report(
            "l1", "Le bac a heurté une barge.", publisher="Le Détroit", headline="Le bac a coulé", language="fr"
        ),
        make_report(
            "l2",
            "اصطدمت العبّارة بصندل في الضباب.\n\nقال القبطان: «لم نتلق أي تحذير».".split("\n\n")[0],
            "قال القبطان: «لم نتلق أي تحذير».",
            publisher="صحيفة المضيق",
            headline="غرق عبّارة في المضيق",
            language="ar",
            published_at=given("2031-05-06"),
        ),
        make_report("l3", "המעבורת פגעה בדוברה בערפל.", publisher="המיצר", headline="אסון במיצר", language="he"),
        make_report("l4", "渡船在雾中撞上驳船。", publisher="海峡日报", headline="渡船沉没", language="zh"),
        title="غرق عبّارة في المضيق",
    )


def undated() -> Dossier:
    """A story in which no report has a date and none can be worked out."""
    rich = rich_dossier()
    nowhere = When(None, Basis.UNKNOWN, None, "no date on the page")
    relations = replace(
        rich.relations,
        reports=tuple(replace(report, published_at=nowhere, updated_at=UNKNOWN) for report in rich.relations.reports),
        times=(),
        timeline=(),
        points=tuple(
            replace(p, versions=tuple(replace(v, first_at=None, last_at=None) for v in p.versions))
            for p in rich.relations.points
        ),
    )
    return replace(rich, relations=relations, first_published_at=None, last_published_at=None)


def failed_page() -> Dossier:
    """A story with many issues, one of them about a report that is in it."""
    issues = (
        Issue("annotate", "failed", "quotations could not be read: a mark is never closed", R3),
        Issue("clean", "no-article", "no report was found between the menus", None, "pages/menu.html"),
        Issue("read", "encoding", "bytes that are neither UTF-8 nor windows-1252", None, "pages/x.bin:17"),
    )
    return replace(rich_dossier(), issues=issues)


def large(count: int = 600) -> Dossier:
    """A story of many reports: forty origins, points of every status, copied passages."""
    desk = Desk()
    for n in range(count):
        desk.add(
            make_report(
                f"big-{n:04}",
                f"The bridge at Stony Reach fell at noon, and {n // 20 + 3} people are missing, police said.",
                f"Witness number {n} saw the middle span go first and heard nothing before it.",
                publisher=f"Paper {n % 97}",
                headline=f"Bridge falls at Stony Reach ({n})",
                published_at=given(f"2031-06-{1 + n // 200:02}T{n % 24:02}:00+00:00"),
                language="en",
            )
        )
    ids = list(desk.reports)
    fell = "The bridge at Stony Reach fell at noon"
    points = [
        Point(
            "p1",
            PointKind.OCCURRENCE,
            PointRelation.SAME,
            Status.CORROBORATED,
            tuple(Statement(desk.cite(id, fell), "v1", origin=f"o{n % 40 + 1}") for n, id in enumerate(ids)),
            (Version("v1", "fell at noon"),),
            tuple(f"o{n + 1}" for n in range(min(40, count))),
            (),
            ("Forty origins say it.",),
        )
    ]
    for n in range(0, count, 3):
        words = f"Witness number {n} saw the middle span go first"
        points.append(
            Point(
                f"p{n + 2}",
                PointKind.OCCURRENCE,
                PointRelation.SINGLE,
                Status.SINGLE_ORIGIN,
                (Statement(desk.cite(ids[n], words), "v1", origin=f"o{n % 40 + 1}"),),
                (Version("v1", f"Witness number {n}"),),
                (f"o{n % 40 + 1}",),
                (),
                ("One report says it.",),
            )
        )
    reports = tuple(desk.reports.values())
    dossier = bare_dossier(*reports, title="Bridge falls at Stony Reach")
    origins = tuple(
        Origin(f"o{n + 1}", f"Origin {n + 1}", OriginKind.AGENCY, tuple(ids[n::40])) for n in range(min(40, count))
    )
    brief = (BriefSentence(fell, tuple(desk.cite(id, fell) for id in ids), ("p1",)),)
    relations = replace(dossier.relations, points=tuple(points), origins=origins)
    return replace(dossier, relations=relations, brief=brief, origin_count=len(origins))


HOSTILE = (
    "<script>window.cracked=1</script>",
    '"><img src=x onerror=window.cracked=1>',
    "' onmouseover='window.cracked=1",
    "</style><script>window.cracked=1</script>",
    "</script><script>window.cracked=1</script>",
    "{{ 7*7 }}{% raw %}{# #}",
    "<!-- --><svg onload=window.cracked=1>",
    "\u202egnisrever\u202c \u2066isolate",
    "half \ud83d pair \udc00",
    "nul \x00 esc \x1b[31mred\x07 \x9b1m",
    "`code` *star* _under_ [link](javascript:window.cracked=1) # head | cell | ![i](http://evil.example/i.png)",
    "[bold]rich[/bold] :smile: [link=http://evil.example]x[/link]",
    "javascript:window.cracked=1",
    "http://evil.example/?a=\"b'c<d>",
    "data:text/html,<script>window.cracked=1</script>",
    "&lt;script&gt; &amp; &#x41;",
)


def hostile(words: str) -> Dossier:
    """The rich dossier with `words` in every field that a page or a user can fill."""
    bad = words
    report_ids = (f"{bad}1", f"{bad}2")
    desk = Desk()
    for n, id in enumerate(report_ids):
        desk.add(
            make_report(
                id,
                f"{bad} one",
                f"{bad} two",
                publisher=bad,
                url=bad,
                file=bad,
                headline=bad,
                bylines=(bad,),
                dateline=Dateline(bad, bad, 0, len(bad)),
                credits=(Credit(bad, CreditKind.TEXT, bad),),
                published_at=When(bad, Basis.GIVEN, None, bad) if n else given("2031-05-06T07:40+02:00"),
                language=bad,
                furniture=(Furniture(FurnitureKind.OTHER, bad, 0, 1, bad),),
            )
        )
    one, two = (desk.cite(id, f"{bad} one") for id in report_ids)
    quotations = tuple(
        Quotation(
            id=f"{id}.q1",
            report=id,
            kind=QuotationKind.DIRECT,
            content=(desk.cite(id, f"{bad} two"),),
            cue=desk.cite(id, "two"),
            source=desk.cite(id, bad),
            verbatim=(desk.cite(id, f"{bad} two"),),
            speaker=bad,
            told_to=bad,
            when=When(bad, Basis.INFERRED, one if id == one.report else two, bad),
            utterance=bad,
            unresolved=bad,
        )
        for id in report_ids
    )
    figures = tuple(Figure(f"{p.report}.f1", p, 1 + n, 1 + n, bad, bad, bad) for n, p in enumerate((one, two)))
    relations = Relations(
        story=Story(bad, tuple(sorted(report_ids)), (bad,)),
        reports=tuple(desk.reports.values()),
        annotations=tuple(Annotation(id) for id in report_ids),
        actors=(Actor(bad, bad, ActorKind.PERSON, (bad,), (one, two)),),
        quotations=quotations,
        utterances=(Utterance(bad, tuple(q.id for q in quotations), Rendering.VARIANT, bad, (Difference(one, two),)),),
        figures=figures,
        times=(TimeExpression(one, When(bad, Basis.STATED, one, bad), TimeKind.DATE, bad),),
        origins=(Origin(bad, bad, OriginKind.AGENCY, report_ids),),
        links=(Link(report_ids[1], LinkKind.COPIED, report_ids[0], bad, 0.5, ((two, one),), bad),),
        points=(
            Point(
                bad,
                PointKind.FIGURE,
                PointRelation.CONFLICT,
                Status.DISPUTED,
                (
                    Statement(one, bad, quotations[0].id, figures[0].id, bad),
                    Statement(two, bad + "2", quotations[1].id, figures[1].id, bad),
                ),
                (Version(bad, bad, bad, bad), Version(bad + "2", bad, None, None)),
                (bad,),
                (bad,),
                (bad,),
                Between.REPORTS,
                bad,
            ),
        ),
        timeline=(
            TimelineEntry(When(bad, Basis.RELATIVE, one, bad), (one, two), bad),
            TimelineEntry(When("2031-05-06", Basis.RELATIVE, one, bad), (one, two), bad),
        ),
    )
    return Dossier(
        relations=relations,
        title=bad,
        brief=(BriefSentence(one.words, (one, two), (bad,)),),
        first_published_at=bad,
        last_published_at=bad,
        places=(bad,),
        languages=(bad,),
        origin_count=1,
        issues=(Issue(bad, bad, bad, bad, bad),),
        generator=bad,
    )


EDGES = {
    "rich": rich_dossier,
    "one report": one_report,
    "no points": no_points,
    "many languages": many_languages,
    "undated": undated,
    "failed page": failed_page,
    "large": large,
}
