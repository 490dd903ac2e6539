"""A fictional story for the tests of `write`: its reports and quotations.

Everything is invented: the Strait of Aldane, its ferries, ministers, newspapers and agencies do not exist.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from crosswire.model.annotation import Quotation, QuotationKind, SpeakerClass, Stance
from crosswire.model.passage import Passage
from crosswire.model.report import Credit, CreditKind, Dateline, Flag, Furniture, FurnitureKind, Paragraph, Report
from crosswire.model.when import Basis, When

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


def ferry_reports() -> Desk:
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


def ferry_quotations(desk: Desk) -> tuple[Quotation, ...]:
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
            **odell,
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
            **odell,
        ),
    )
