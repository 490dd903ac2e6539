"""A dossier with the same hostile words in every field that a page or a user can fill."""

from __future__ import annotations

from crosswire.model.annotation import Annotation, Figure, Quotation, QuotationKind, TimeExpression, TimeKind
from crosswire.model.dossier import BriefSentence, Dossier
from crosswire.model.issue import Issue
from crosswire.model.lineage import Descent, Edit, EditKind, Elsewhere, ReportVersion
from crosswire.model.relation import (
    Actor,
    ActorKind,
    Between,
    Difference,
    DifferenceKind,
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
    Wording,
)
from crosswire.model.report import Credit, CreditKind, Dateline, Furniture, FurnitureKind
from crosswire.model.story import Story
from crosswire.model.when import Basis, When
from ferry_reports import Desk, given, make_report

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
    desk.add(make_report(f"{bad}3", f"{bad} old", publisher=bad, headline=bad, version_of=report_ids[1]))
    old = desk.cite(f"{bad}3", f"{bad} old")
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
            speaker_class_words=desk.cite(id, bad),
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
        annotations=tuple(Annotation(id) for id in desk.reports),
        actors=(Actor(bad, bad, ActorKind.PERSON, (bad,), (one, two)),),
        quotations=quotations,
        utterances=(
            Utterance(
                bad,
                tuple(q.id for q in quotations),
                Rendering.VARIANT,
                bad,
                (Difference(one, two, DifferenceKind.CHANGED, bad, (quotations[0].id, quotations[1].id)),),
                tuple(Wording((q.id,), (bad,)) for q in quotations),
            ),
        ),
        figures=figures,
        times=(TimeExpression(one, When(bad, Basis.STATED, one, bad), TimeKind.DATE, bad),),
        origins=(
            Origin(bad, bad, OriginKind.AGENCY, report_ids, bad),
            Origin(bad + "2", bad, OriginKind.PUBLISHER, report_ids[1:], bad),
            Origin(bad + "3", bad, OriginKind.UNKNOWN, ()),
        ),
        lineage=(
            Descent(report_ids[0], None, bad, True, 1.0, why=bad),
            Descent(
                report_ids[1],
                report_ids[0],
                bad,
                True,
                0.5,
                (Edit(EditKind.HEDGE, one, two, bad), Edit(EditKind.NEGATION, one, None, bad)),
                (two,),
                (one,),
                bad,
            ),
        ),
        elsewhere=(Elsewhere(report_ids[1], bad, bad, bad, None, 0.5, (two,), bad),),
        versions=(ReportVersion(bad + "3", report_ids[1], report_ids[1], bad, True, (), (two,), (old,), bad),),
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
