"""Fictional dossiers with a lineage: an agency, outlets, rewrites, a tie without direction, owners, versions."""

from __future__ import annotations

from dataclasses import replace

from crosswire.model.annotation import Annotation, Sentence
from crosswire.model.dossier import BriefSentence, Dossier
from crosswire.model.lineage import Descent, Edit, EditKind, Elsewhere, ReportVersion
from crosswire.model.relation import (
    Link,
    LinkKind,
    Origin,
    OriginKind,
    Point,
    PointKind,
    PointRelation,
    Relations,
    Statement,
    Status,
    Version,
)
from crosswire.model.report import Report
from crosswire.model.story import Story
from ferry_reports import Desk, given, make_report

COURIER, POST, GAZETTE, TIMES, ISLE, SHORE = "courier", "post", "gazette", "times", "isle", "shore"
EARLIER = "gazette-morning"

BROKE = "The dam above Vell broke at dawn on Monday and at least 12 people were swept away, the regional police said."
LEAK = "Engineers had allegedly warned of a leak in March."
DENIED = "The owner, Vell Power, denied that it had been warned."
SEARCH = "About 300 rescuers were searching the valley below."
MAYOR = "“We heard nothing until the water was in the street,” the mayor, Ida Torm, told reporters."

TEXTS = {
    COURIER: (BROKE, LEAK, DENIED, SEARCH, MAYOR),
    POST: (BROKE, LEAK, DENIED, SEARCH),
    GAZETTE: (
        "The dam above Vell broke at dawn on Monday and 12 people were swept away.",
        "Engineers had warned of a leak in March.",
        "Some 300 rescuers were searching the valley below.",
        "The school at Vell will be shut for a week, the Gazette has learned.",
        MAYOR,
    ),
    TIMES: (
        "The dam above Vell broke at dawn on Sunday and 12 people were swept away.",
        "Engineers had warned of a leak in March.",
        "It was the third dam to fail in the region in ten years.",
    ),
    ISLE: ("A wall of brown water took the lower bridge within minutes.", "Nobody on the island slept that night."),
    SHORE: ("A wall of brown water took the lower bridge within minutes.", "The ferry to Vell is cancelled."),
}


def _sentences(report: Report) -> tuple[Sentence, ...]:
    """A sentence for each paragraph, as these reports have them."""
    return tuple(Sentence(p.start, p.end, n) for n, p in enumerate(report.paragraphs))


def dam_reports() -> Desk:
    desk = Desk()
    houses = {
        COURIER: ("Harbour Courier", "2031-06-02T07:10+02:00"),
        POST: ("The Valley Post", "2031-06-02T07:40+02:00"),
        GAZETTE: ("Vell Gazette", "2031-06-02T11:00+02:00"),
        TIMES: ("Upland Times", "2031-06-03T08:00+02:00"),
        ISLE: ("The Islander", "2031-06-02T12:00+02:00"),
        SHORE: ("Shore Weekly", None),
    }
    for id, (publisher, at) in houses.items():
        made = make_report(id, *TEXTS[id], publisher=publisher, headline=f"Dam breaks at Vell ({id})", language="en")
        desk.add(replace(made, published_at=given(at)) if at else made)
    return desk


def _edit(desk: Desk, kind: EditKind, there: tuple[str, str] | None, here: tuple[str, str] | None) -> Edit:
    return Edit(kind, desk.cite(*there) if there else None, desk.cite(*here) if here else None)


def dam_lineage(desk: Desk) -> tuple[Descent, ...]:
    """Courier and Post have the agency's text, the Gazette rewrote the Courier, the Times the Gazette."""
    kind = EditKind
    return (
        Descent(COURIER, None, "o1", True, 1.0, why="its credit names Nordwire"),
        Descent(POST, None, "o1", True, 1.0, why="its credit names Nordwire"),
        Descent(
            GAZETTE,
            COURIER,
            "o1",
            True,
            0.71,
            (
                _edit(desk, kind.ATTRIBUTION, (COURIER, ", the regional police said"), None),
                _edit(desk, kind.HEDGE, (COURIER, "allegedly"), None),
                _edit(desk, kind.HEDGE, (COURIER, "at least "), None),
                _edit(desk, kind.WORDING, (COURIER, "About"), (GAZETTE, "Some")),
            ),
            added=(desk.cite(GAZETTE, TEXTS[GAZETTE][3]),),
            cut=(desk.cite(COURIER, DENIED),),
            why="three paragraphs stand in both, and the Courier printed them first",
        ),
        Descent(
            TIMES,
            GAZETTE,
            "o1",
            True,
            0.58,
            (_edit(desk, kind.TIME, (GAZETTE, "Monday"), (TIMES, "Sunday")),),
            added=(desk.cite(TIMES, TEXTS[TIMES][2]),),
        ),
        Descent(SHORE, ISLE, "o3", False, 0.6, why="one paragraph stands in both, and the Shore Weekly has no date"),
    )


def _copied(desk: Desk, here: str, there: str, *pairs: tuple[str, str]) -> Link:
    passages = tuple((desk.cite(here, mine), desk.cite(there, theirs)) for mine, theirs in pairs)
    return Link(here, LinkKind.COPIED, there, "o1", 0.7, passages)


def dam_story() -> Dossier:
    """Six reports: an agency without its own text, rewrites with edits, a tie, two houses of one owner."""
    desk = dam_reports()
    gazette, times = TEXTS[GAZETTE], TEXTS[TIMES]
    bridge = TEXTS[ISLE][0]
    origins = (
        Origin("o1", "Nordwire", OriginKind.AGENCY, (COURIER, POST, GAZETTE, TIMES)),
        Origin("o2", "Vell Gazette", OriginKind.PUBLISHER, (GAZETTE,), "Upland Media"),
        Origin("o3", "The Islander or Shore Weekly", OriginKind.UNKNOWN, (ISLE, SHORE), "Upland Media"),
        Origin("o4", "Strait Radio", OriginKind.BROADCASTER, ()),
    )
    links = (
        Link(COURIER, LinkKind.CREDITED, to_origin="o1", why="The credit names Nordwire."),
        _copied(desk, GAZETTE, COURIER, (gazette[0], BROKE), (gazette[1], LEAK), (gazette[2], SEARCH)),
        _copied(desk, TIMES, GAZETTE, (times[0], gazette[0]), (times[1], gazette[1])),
        _copied(desk, SHORE, ISLE, (bridge, bridge)),
        Link(ISLE, LinkKind.CITED, to_origin="o4", why="“told Strait Radio”"),
    )
    reports = tuple(desk.reports.values())
    relations = Relations(
        story=Story("s1", tuple(sorted(desk.reports))),
        reports=reports,
        annotations=tuple(Annotation(report.id, sentences=_sentences(report)) for report in reports),
        origins=origins,
        links=links,
        lineage=dam_lineage(desk),
        elsewhere=(_flood(desk),),
        points=(_broke(desk), _school(desk), _leak(desk)),
    )
    return Dossier(
        relations=relations,
        title="Dam breaks above Vell",
        brief=(BriefSentence(BROKE, (desk.cite(COURIER, BROKE), desk.cite(POST, BROKE)), ("p1",)),),
        first_published_at="2031-06-02T07:10+02:00",
        last_published_at="2031-06-03T08:00+02:00",
        places=("Vell",),
        languages=("en",),
        origin_count=3,
    )


def _flood(desk: Desk) -> Elsewhere:
    place = desk.cite(TIMES, TEXTS[TIMES][2])
    return Elsewhere(TIMES, "flood-7", "s2", "Fen Mercury", True, 0.4, (place,), "one sentence stands in both")


def _point(id: str, status: Status, statements: tuple[Statement, ...], origins: tuple[str, ...]) -> Point:
    kind, same = PointKind.OCCURRENCE, PointRelation.SAME
    return Point(id, kind, same, status, statements, (Version("v1", None),), origins, (), ("said alike",))


def _broke(desk: Desk) -> Point:
    first = tuple(Statement(desk.cite(id, TEXTS[id][0]), "v1", origin="o1") for id in (COURIER, POST, GAZETTE, TIMES))
    return _point("p1", Status.SINGLE_ORIGIN, first, ("o1",))


def _school(desk: Desk) -> Point:
    own = Statement(desk.cite(GAZETTE, TEXTS[GAZETTE][3]), "v1", origin="o2")
    return _point("p2", Status.SINGLE_ORIGIN, (own,), ("o2",))


def _leak(desk: Desk) -> Point:
    held = (
        Statement(desk.cite(COURIER, LEAK), "v1", origin="o1"),
        Statement(desk.cite(GAZETTE, TEXTS[GAZETTE][1]), "v1", origin="o2"),
        Statement(desk.cite(ISLE, TEXTS[ISLE][0]), "v1", origin="o3"),
    )
    return _point("p3", Status.CORROBORATED, held, ("o1", "o2", "o3"))


def dam_versions() -> Dossier:
    """The dam's story, the Gazette's report seen once before."""
    dossier = dam_story()
    old = make_report(
        EARLIER,
        "The dam above Vell broke at dawn on Monday and nine people were swept away.",
        "The cause is not known.",
        publisher="Vell Gazette",
        headline="Dam breaks at Vell",
        language="en",
        published_at=given("2031-06-02T08:00+02:00"),
        version_of=GAZETTE,
    )
    relations = dossier.relations
    reports = (*relations.reports[:2], old, *relations.reports[2:])
    new = next(report for report in reports if report.id == GAZETTE)
    nine, twelve = old.text.index("nine"), new.text.index("12")
    version = ReportVersion(
        EARLIER,
        GAZETTE,
        GAZETTE,
        "2031-06-02T08:00+02:00",
        edits=(Edit(EditKind.FIGURE, old.passage(nine, nine + 4), new.passage(twelve, twelve + 2)),),
        added=(new.passage(new.paragraphs[1].start, new.paragraphs[1].end),),
        cut=(old.passage(old.paragraphs[1].start, old.paragraphs[1].end),),
        why="one address",
    )
    annotations = tuple(Annotation(report.id, sentences=_sentences(report)) for report in reports)
    found = replace(relations, reports=reports, annotations=annotations, versions=(version,))
    return replace(dossier, relations=found)


def many_copies(count: int = 600, agencies: int = 12) -> Dossier:
    """A story of many reports: agencies that a third of the reports print, rewrites of these, and houses of their own.

    Every rewrite drops "about"; one in five loses who said it.
    """
    desk = Desk()
    wire = "The bridge at Stony Reach fell at noon, and about {n} people are missing, the town police said."
    lineage, links, homes = [], [], dict[str, list[str]]()
    for n in range(count):
        id, agency = f"big-{n:04}", n % agencies
        first = wire.format(n=20 + agency)
        kind = "wire" if n < agencies else ("wire", "rewrite", "own")[n // agencies % 3]
        fell = first
        if kind == "rewrite":
            fell = first.replace("about ", "")
            fell = fell.replace(", the town police said", "") if n % 5 == 0 else fell
        own = f"Witness number {n} saw the middle span go first and heard nothing before it."
        lead = (fell,) if kind != "own" else ()
        at = given(f"2031-06-{1 + n // 200:02}T{n % 24:02}:{n % 60:02}+00:00")
        more = [
            f"Paragraph {k} of report {n} tells of the river, the road and the people of Stony Reach." for k in range(8)
        ]
        desk.add(
            make_report(id, *lead, own, *more, publisher=f"Paper {n}", headline=f"Bridge falls ({n})", published_at=at)
        )
        home = f"o{agency + 1}" if kind != "own" else f"o{agencies + 1 + n}"
        homes.setdefault(home, []).append(id)
        if kind == "wire":
            lineage.append(Descent(id, None, home, True, 0.5 + n % 50 / 100))
        if kind == "rewrite":
            source = f"big-{agency:04}"
            edits = [Edit(EditKind.HEDGE, desk.cite(source, "about "), None)]
            if n % 5 == 0:
                edits.append(Edit(EditKind.ATTRIBUTION, desk.cite(source, ", the town police said"), None))
            lineage.append(Descent(id, source, home, True, 0.3, tuple(edits), (desk.cite(id, own),)))
            links.append(
                Link(id, LinkKind.COPIED, source, home, 0.3, ((desk.cite(id, fell), desk.cite(source, first)),))
            )
    reports = tuple(desk.reports.values())
    names = {id: (f"Agency {id[1:]}", OriginKind.AGENCY) for id in homes if int(id[1:]) <= agencies}
    origins = tuple(
        Origin(id, *names.get(id, (f"Paper {int(id[1:]) - agencies - 1}", OriginKind.PUBLISHER)), tuple(held))
        for id, held in homes.items()
    )
    relations = Relations(
        story=Story("s1", tuple(sorted(desk.reports))),
        reports=reports,
        annotations=tuple(Annotation(report.id, sentences=_sentences(report)) for report in reports),
        origins=origins,
        links=tuple(links),
        lineage=tuple(lineage),
    )
    return Dossier(
        relations, "Bridge falls", (), "2031-06-01T00:00+00:00", "2031-06-03T23:00+00:00", (), ("en",), len(origins)
    )
