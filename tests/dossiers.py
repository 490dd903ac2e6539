"""Fictional dossiers for the tests of `write`: a rich one with every section, and the states at the edges."""

from __future__ import annotations

from dataclasses import replace

from crosswire.model.annotation import Annotation, Quotation, QuotationKind, SpeakerClass, Stance
from crosswire.model.dossier import BriefSentence, Dossier
from crosswire.model.issue import Issue
from crosswire.model.relation import (
    Actor,
    ActorKind,
    Difference,
    DifferenceKind,
    Origin,
    OriginKind,
    Point,
    PointKind,
    PointRelation,
    Relations,
    Rendering,
    Statement,
    Status,
    Utterance,
    Version,
    Wording,
)
from crosswire.model.report import Report
from crosswire.model.story import Story
from crosswire.model.when import UNKNOWN, Basis, When
from ferry_findings import (
    ferry_actors,
    ferry_brief,
    ferry_figures,
    ferry_links,
    ferry_points,
    ferry_silences,
    ferry_timeline,
    ferry_times,
)
from ferry_reports import R1, R2, R3, R4, R5, TEXTS, Desk, ferry_quotations, ferry_reports, given, make_report
from lineages import dam_story, dam_versions, many_copies


def rich_dossier() -> Dossier:
    """Five reports of four publishers and an agency: every status, every section, one issue."""
    desk = ferry_reports()
    reports = tuple(desk.reports.values())
    relations = Relations(
        story=Story("s1", tuple(sorted(desk.reports)), ("All five name the ferry Maren and the Strait of Aldane.",)),
        reports=reports,
        annotations=tuple(Annotation(report.id) for report in reports),
        actors=ferry_actors(desk),
        quotations=ferry_quotations(desk),
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
        figures=ferry_figures(desk),
        times=ferry_times(desk),
        origins=(
            Origin("o1", "Nordwire", OriginKind.AGENCY, (R1, R2)),
            Origin("o2", "Aldane Evening", OriginKind.PUBLISHER, (R3,)),
            Origin("o3", "The Islander", OriginKind.PUBLISHER, (R4,)),
            Origin("o4", "Northern Standard", OriginKind.PUBLISHER, (R5,)),
            Origin("o5", "Strait Radio", OriginKind.BROADCASTER, ()),
        ),
        links=ferry_links(desk),
        points=ferry_points(desk),
        silences=ferry_silences(desk),
        timeline=ferry_timeline(desk),
    )
    return Dossier(
        relations=relations,
        title="Nine dead in Aldane ferry disaster",
        brief=ferry_brief(desk),
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
            silences=(),
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
            "اصطدمت العبّارة بصندل في الضباب.",
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


def many_sayings(count: int = 40) -> Dossier:
    """One voice with many acts of speech, the first of them in many wordings, in eight reports of two origins."""
    desk = Desk()
    for n in range(8):
        lines = [f"“The pier is safe and stays {'open' if n % 3 else 'shut'} tonight,” Marn said."]
        lines += [f"“Lamp number {k} on the pier was sold,” Marn said." for k in range(n, count, 8)]
        desk.add(make_report(f"m{n}", *lines, publisher=f"Paper {n}", language="en", headline="The pier"))
    quotations = tuple(_marn(report, k) for report in desk.reports.values() for k in range(len(report.paragraphs)))
    first = [quotation for quotation in quotations if quotation.id.endswith(".q0")]
    shut, open_ = first[0].verbatim[0], first[1].verbatim[0]
    words = [desk.reports[p.report].passage(p.start + 27, p.start + 31) for p in (shut, open_)]
    utterance = Utterance(
        "u1",
        tuple(quotation.id for quotation in first),
        Rendering.VARIANT,
        "a1",
        (Difference(words[0], words[1], DifferenceKind.CHANGED, "another word", (first[0].id, first[1].id)),),
        (
            Wording(tuple(q.id for n, q in enumerate(first) if n % 3 == 0), ("o1",)),
            Wording(tuple(q.id for n, q in enumerate(first) if n % 3), ("o1", "o2")),
        ),
    )
    dossier = bare_dossier(*desk.reports.values(), title="The pier")
    marn = Actor("a1", "Ada Marn", ActorKind.PERSON, ("harbour mayor",))
    relations = replace(dossier.relations, actors=(marn,), quotations=quotations, utterances=(utterance,))
    return replace(dossier, relations=relations)


def _marn(report: Report, k: int) -> Quotation:
    """The k-th paragraph of the report as a quotation of Marn's."""
    start = report.paragraphs[k].start
    end = report.text.index("”", start)
    content, verbatim = report.passage(start, end + 1), report.passage(start + 1, end - 1)
    return Quotation(
        f"{report.id}.q{k}", report.id, QuotationKind.DIRECT, (content,), None, None, (verbatim,), "a1",
        SpeakerClass.NAMED, stance=Stance.ASSERTS, utterance="u1" if k == 0 else None,
    )  # fmt: skip


EDGES = {
    "dam": dam_story,
    "dam versions": dam_versions,
    "many copies": many_copies,
    "rich": rich_dossier,
    "one report": one_report,
    "no points": no_points,
    "many languages": many_languages,
    "undated": undated,
    "failed page": failed_page,
    "large": large,
    "many sayings": many_sayings,
}
