"""The sentence above a point says what is known of it, and how."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from crosswire import annotate
from crosswire.model.annotation import Annotation, Quotation, QuotationKind, Sentence
from crosswire.model.dossier import BriefSentence, Dossier
from crosswire.model.passage import Passage
from crosswire.model.relation import Actor, ActorKind, Point, PointKind, PointRelation, Statement, Status, Version
from crosswire.write.bearing import bearing
from crosswire.write.html import to_html
from crosswire.write.ledger import Telling, ledger, one_matter
from crosswire.write.markdown import to_markdown
from crosswire.write.silent import gaps
from crosswire.write.sources import Register
from crosswire.write.terminal import print_dossier
from crosswire.write.vocabulary import meant, standing
from dossiers import bare_dossier, rich_dossier
from ferry_reports import given, make_report

OLD = Statement(Passage("r1", 0, 4, "Nine"), "a", origin="o1")
NEW = Statement(Passage("r2", 0, 3, "Ten"), "b", origin="o2")


def update(first: str | None, last: str | None) -> Point:
    """A point whose versions were told at these times."""
    return Point(
        id="p1",
        kind=PointKind.OCCURRENCE,
        relation=PointRelation.UPDATE,
        status=Status.SUPERSEDED,
        statements=(OLD, NEW),
        versions=(Version("a", None, first, first), Version("b", None, last, last)),
        origins=("o1", "o2"),
        voices=(),
        why=(),
        latest="b",
    )


@pytest.mark.parametrize(
    ("first", "last", "undated", "sentence"),
    [
        ("2031-03-04", "2031-03-05", (), "Superseded: a later report replaces an earlier version."),
        (
            "2031-03-04",
            "2031-03-04T12:00",
            (),
            "Superseded: the words show which version is later; the reports’ times don’t.",
        ),
        (
            "2031-03-04",
            None,
            ("R2",),
            "Superseded: the words show which version is later; R2’s time is not known.",
        ),
        (
            None,
            None,
            ("R1", "R2"),
            "Superseded: the words show which version is later; R1’s and R2’s times are not known.",
        ),
    ],
)
def test_how_the_later_version_is_known(
    first: str | None, last: str | None, undated: tuple[str, ...], sentence: str
) -> None:
    assert standing(update(first, last), origins=(), voices=(), undated=undated) == sentence


def test_page_that_marks_its_earlier_version() -> None:
    sentence = standing(update(None, None), origins=(), voices=(), undated=("R1",), marked=True)
    assert sentence == "Superseded: the page itself marks the earlier version."


def test_origins_that_are_not_counted_are_named() -> None:
    alone = replace(
        update(None, None), relation=PointRelation.SAME, status=Status.SINGLE_ORIGIN, origins=("o1",), latest=None
    )
    sentence = standing(alone, origins=("Nordwire",), voices=(), beside=("The Islander",))
    assert sentence == "Rests on one origin: Nordwire. What The Islander has on it is too different to be counted."
    assert meant(alone, ("Nordwire",)) == "Only one origin says it so, as far as a machine can tell."


def test_reports_that_had_the_newer_version_first_do_not_replace_anything() -> None:
    point = update("2031-03-05", "2031-03-06")
    older, newer = point.versions
    told = replace(point, versions=(older, replace(newer, first_at="2031-03-04")))
    assert standing(told, origins=(), voices=()) == (
        "Superseded: the words show which version is later; the reports’ times don’t."
    )


def seven(*dates: str, point_first_at: str) -> Dossier:
    """Reports of these dates that say seven, and one later report that says nine."""
    reports = [
        replace(make_report(f"r{n}", "Seven people died in the flood.", publisher=f"Paper {n}"), published_at=given(at))
        for n, at in enumerate((*dates, "2031-03-20T08:00"), 1)
    ]
    said = [Statement(report.passage(0, 17), "a", origin=f"o{n}") for n, report in enumerate(reports, 1)]
    said[-1] = replace(said[-1], version="b")
    point = replace(
        update(point_first_at, "2031-03-20T08:00"), statements=tuple(said), origins=tuple(f"o{n}" for n in range(1, 4))
    )
    base = bare_dossier(*reports)
    return replace(base, relations=replace(base.relations, points=(point,)))


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (("2031-03-15T21:00", "2031-03-15T22:00"), "15 March, 21:00"),
        (("2031-03-16T21:00", "2031-03-18T22:00"), "16–18 March 2031"),
        (("2031-03-15T21:00",), "15 March, 21:00"),
    ],
)
def test_the_time_beside_a_version_is_that_of_the_reports_beside_it(dates: tuple[str, ...], told: str) -> None:
    dossier = seven(*dates, point_first_at="2031-03-15T19:00")
    book = ledger(dossier, Register(dossier))
    assert [telling.told_at for row in book.rows() for telling in row.tellings] == [told, "20 March, 08:00"]


@pytest.mark.parametrize(("shared", "folded"), [("Seven people died in the flood", True), ("Seven people", False)])
def test_a_sentence_of_which_another_row_shows_much_stands_there(shared: str, folded: bool) -> None:
    text = "Seven people died in the flood that broke the dam on Monday."
    one, two = make_report("r1", text, publisher="Paper"), make_report("r2", f"{shared}.", publisher="Other")
    base = bare_dossier(one, two)
    point = Point("p1", PointKind.OCCURRENCE, PointRelation.SAME, Status.CORROBORATED, (), (), ("o1", "o2"), (), ())
    said = [Statement(r.passage(0, len(shared)), "a", origin=f"o{n}") for n, r in enumerate((one, two), 1)]
    whole = Statement(one.passage(0, len(text)), "a", origin="o1")
    points = (
        replace(point, statements=tuple(said)),
        replace(point, id="p2", status=Status.SINGLE_ORIGIN, origins=("o1",), statements=(whole,)),
    )
    dossier = replace(base, relations=replace(base.relations, points=points))
    rows = ledger(dossier, Register(dossier)).rows()
    assert [row.point.id for row in rows] == (["p1"] if folded else ["p1", "p2"])
    if folded:
        assert rows[0].tellings[0].in_full == f"“{text}”"


def test_a_sentence_with_several_points_stands_once_among_what_one_report_says() -> None:
    report = make_report("r1", "Seven people died and nine were hurt in the flood.", publisher="Paper")
    base = bare_dossier(report, make_report("r2", "The sun shone.", publisher="Other"))
    whole = Point("p", PointKind.OCCURRENCE, PointRelation.SAME, Status.SINGLE_ORIGIN, (), (), ("o1",), (), ())
    points = tuple(
        replace(whole, id=f"p{n}", statements=(Statement(report.passage(*at), "a", origin="o1"),))
        for n, at in enumerate([(0, 50), (0, 50), (22, 35)])
    )
    dossier = replace(base, relations=replace(base.relations, points=points))
    assert [row.point.id for row in ledger(dossier, Register(dossier)).alone] == ["p0", "p2"]


def test_words_that_a_newer_version_replaces_are_named_where_else_they_stand() -> None:
    one = make_report("r1", "Nine people died when the dam broke.", publisher="Paper")
    two = make_report("r2", "Ten people have died.", publisher="Other")
    base = bare_dossier(one, two)
    newer = replace(
        update("2031-03-04", "2031-03-05"),
        statements=(
            Statement(one.passage(0, 16), "a", origin="o1"),
            Statement(two.passage(0, 20), "b", origin="o2"),
        ),
    )
    whole = replace(newer, id="p2", relation=PointRelation.SAME, status=Status.SINGLE_ORIGIN, versions=(), latest=None)
    whole = replace(whole, statements=(Statement(one.passage(0, 36), "a", origin="o1"),), origins=("o1",))
    part = replace(whole, id="p3", statements=(Statement(one.passage(26, 36), "a", origin="o1"),))
    dossier = replace(base, relations=replace(base.relations, points=(newer, whole, part)))
    rows = {row.point.id: row.sentence for row in ledger(dossier, Register(dossier)).rows()}
    assert rows["p2"].endswith("Superseded in it: “Nine people died”.")
    assert "Superseded in it" not in rows["p1"] + rows["p3"]


def test_somebody_without_a_name_is_called_by_the_words_before_the_comma() -> None:
    report = make_report("r1", "A senior clerk, who feared for the job, said the dam leaked.", publisher="Paper")
    base = bare_dossier(report)
    clerk = Actor("a1", "senior clerk", ActorKind.UNNAMED)
    said = Quotation(
        "r1.q1",
        "r1",
        QuotationKind.INDIRECT,
        (report.passage(45, 59),),
        report.passage(40, 44),
        report.passage(0, 38),
        speaker="a1",
    )
    dossier = replace(base, relations=replace(base.relations, actors=(clerk,), quotations=(said,)))
    assert Register(dossier).called(clerk) == "a senior clerk"


def test_what_is_said_beside_a_point_has_a_line_of_its_own() -> None:
    dossier = rich_dossier()
    point = next(point for point in dossier.relations.points if point.id == "p6")
    last = replace(point.statements[-1], counts=False)
    beside = replace(point, statements=(*point.statements[:-1], last), origins=point.origins[:-1])
    points = tuple(beside if one.id == "p6" else one for one in dossier.relations.points)
    changed = replace(dossier, relations=replace(dossier.relations, points=points))
    (row,) = [row for row in ledger(changed, Register(changed)).rows() if row.point.id == "p6"]
    assert [(line.passage, line.speaker) for line in row.sayings_beside] == [(last.passage, "Elske Odell")]
    assert last.passage not in [line.passage for telling in row.tellings for line in telling.lines]
    for told in (on_terminal(changed), to_markdown(changed), to_html(changed)):
        words = told if "<html" in told else " ".join(told.split())
        assert ("Beside it, in words too different" if "<html" in words else "beside it: Ferries will stay") in words


def test_a_statement_of_another_matter_makes_no_point_shared() -> None:
    reports = make_report("r1", "Tarn fled the pier."), make_report("r2", "There were shots on Monday.")
    alone, stranger = (
        Statement(report.passage(0, len(report.text)), "a", counts=n == 0) for n, report in enumerate(reports)
    )
    point = replace(update(None, None), relation=PointRelation.SAME, versions=(), statements=(alone, stranger))
    bare = bare_dossier(*reports)
    found = replace(bare.relations, points=(point,), annotations=tuple(map(annotate, reports)))
    dossier = replace(bare, relations=found)
    (row,) = ledger(dossier, Register(dossier)).rows()
    assert row.point.statements == (alone,)
    assert not row.shared


def on_terminal(dossier: Dossier) -> str:
    """The account as it is printed."""
    console = Console(file=io.StringIO(), width=200)
    print_dossier(dossier, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_silence_says_whose_words_are_left_out_and_whether_they_were_known() -> None:
    dossier = rich_dossier()
    (left,) = [one for one in dossier.relations.silences if one.point == "p5"]
    moved = replace(left, point="p6", report=left.report)
    changed = replace(dossier, relations=replace(dossier.relations, silences=(moved,)))
    register = Register(changed)
    (gap,) = gaps(changed, register, ledger(changed, register)).all()
    assert gap.voices == ("Elske Odell",)
    words = " ".join(on_terminal(changed).split())
    assert "Elske Odell left out in R4; 3 of 4 origins have it: R1 and R2; whether it was known by then" in words
    assert gap.doubt in to_markdown(changed)


def test_words_as_few_as_these_stand_with_their_sentence() -> None:
    text = "Services will be held on Monday next week at the old lock."
    report = make_report("r1", text)
    found = Statement(report.passage(0, len("Services will be held")), "a", origin="o1")
    same, versions = PointRelation.SAME, (Version("a", None),)
    agreed = Point("p1", PointKind.OCCURRENCE, same, Status.CORROBORATED, (found,), versions, ("o1",), (), ())
    bare = bare_dossier(report)
    sentences = (Annotation("r1", sentences=(Sentence(0, len(text), 0),)),)
    shown = []
    for one in (agreed, replace(agreed, statements=(replace(found, passage=report.passage(0, 41)),))):
        dossier = replace(bare, relations=replace(bare.relations, points=(one,), annotations=sentences))
        (row,) = ledger(dossier, Register(dossier)).rows()
        shown.append((row.tellings[0].shown.words, row.tellings[0].around and row.tellings[0].around.words))
    assert shown == [("Services will be held", text), ("Services will be held on Monday next week", None)]
    assert row.tellings[0].in_full == ""


@pytest.mark.parametrize(
    ("text", "shown", "found"),
    [
        ("Ana Lupo fell. Rain came. He had seen it. She was driven to the clinic at Tarn.", "She was", "Ana Lupo"),
        ("A boat sank. A man fell in. The man was driven to the clinic at Tarn.", "The man", "A man"),
        ("Two men fell. Both were driven to the clinic at Tarn.", "Both", "Two men"),
        ("Rain came. The man was driven to the clinic at Tarn.", "The man", None),
        ("Rain came. He was driven to the clinic at Tarn.", "He", "Rain"),
        ("Rain came. Ana Lupo was driven to the clinic at Tarn.", "Ana", None),
        ("Rain came. A man was driven to the clinic at Tarn.", "A man", None),
        ("He was driven to the clinic at Tarn.", "He", None),
    ],
)
def test_a_passage_that_names_nobody_stands_with_the_words_that_do(text: str, shown: str, found: str | None) -> None:
    report = make_report("r1", text)
    dossier = bare_dossier(report)
    annotations = (annotate(report),)
    register = Register(replace(dossier, relations=replace(dossier.relations, annotations=annotations)))
    naming = register.naming(report.passage(text.index(shown), len(text) - 1))
    assert (naming and naming.words) == (found and text[text.index(found) :])


def test_a_sentence_that_opens_a_quotation_gets_no_second_marks() -> None:
    text = "“Nobody has the key,” Lupo said."
    report = make_report("r1", text)
    telling = Telling("", None, report.passage(0, 7), report.passage(0, 7), (), (), (), (), None, None, latest=False)
    assert replace(telling, around=report.passage(0, len(text))).in_full == text
    assert replace(telling, around=report.passage(1, 19)).in_full == "“Nobody has the key”"


def test_a_sentence_that_leans_on_the_one_before_stands_for_no_point_that_has_other_words() -> None:
    texts = ("However, the board and its head turned down the offer.", "the board turned down the offer of the town")
    reports = [make_report(f"r{n}", text) for n, text in enumerate(texts, 1)]
    told = tuple(Statement(r.passage(0, len(r.text)), "a", origin=f"o{n}") for n, r in enumerate(reports, 1))
    same, versions = PointRelation.SAME, (Version("a", texts[0]),)
    agreed = Point("p1", PointKind.OCCURRENCE, same, Status.CORROBORATED, told, versions, ("o1", "o2"), (), ())
    bare = bare_dossier(*reports)
    for statements, shown in ((told, texts[1]), (told[:1], texts[0])):
        points = (replace(agreed, statements=statements),)
        dossier = replace(bare, relations=replace(bare.relations, points=points))
        (row,) = ledger(dossier, Register(dossier)).rows()
        assert row.tellings[0].shown.words == shown


@pytest.mark.parametrize(
    ("text", "sentence", "shown"),
    [
        ("“Where is the key? Nobody has it,” Lupo said.", "“Where is the key?", "“Where is the key? Nobody has it,”"),
        ("“I left. Nobody has it,” Lupo said.", "Nobody has it,” Lupo said.", "“I left. Nobody has it,” Lupo said."),
        ("“Nobody has it,” Lupo said. “I left.”", "“Nobody has it,” Lupo said.", "“Nobody has it,” Lupo said."),
        (f"“I left. {'It rained on the lock. ' * 12}” Lupo said.", "“I left.", "“I left."),
        ("“I left. Nobody has it", "“I left.", "“I left. Nobody has it"),
    ],
)
def test_a_cut_quotation_is_shown_up_to_its_marks(text: str, sentence: str, shown: str) -> None:
    report = make_report("r1", text)
    start = text.index("“") + 1
    said = report.passage(start, text.index("”") if "”" in text else len(text))
    quotation = Quotation("r1.q1", "r1", QuotationKind.DIRECT, (said,), None, None, verbatim=(said,))
    at = text.index(sentence)
    told = (Statement(report.passage(at, at + len(sentence)), "a", quotation="r1.q1", origin="o1"),)
    single, versions = PointRelation.SINGLE, (Version("a", None),)
    point = Point("p1", PointKind.ATTRIBUTION, single, Status.SINGLE_ORIGIN, told, versions, ("o1",), (), ())
    bare = bare_dossier(report)
    dossier = replace(bare, relations=replace(bare.relations, points=(point,), quotations=(quotation,)))
    (row,) = ledger(dossier, Register(dossier)).rows()
    assert row.tellings[0].shown.words == shown


@pytest.mark.parametrize(
    ("text", "clause", "shown"),
    [
        ("I’m not sure the three were chosen.", "the three were chosen", "I’m not sure the three were chosen"),
        ("No one was hurt when the barge sank.", "the barge sank", "the barge sank"),
        ("Police do not know whether he fired.", "he fired", "Police do not know whether he fired"),
        ("Lupo denied that he sold the lock.", "he sold the lock", "Lupo denied that he sold the lock"),
        ("Nobody was hurt, and two boats sank.", "two boats sank", "two boats sank"),
        ("No lamp was lit but two boats sank.", "two boats sank", "two boats sank"),
        ("Lupo said that he sold the lock.", "he sold the lock", "he sold the lock"),
    ],
)
def test_a_clause_that_is_turned_round_is_shown_with_what_turns_it(text: str, clause: str, shown: str) -> None:
    report = make_report("r1", text)
    at = text.index(clause)
    told = (Statement(report.passage(at, at + len(clause)), "a", origin="o1"),)
    versions = (Version("a", None),)
    point = Point("p1", PointKind.OCCURRENCE, PointRelation.SAME, Status.SINGLE_ORIGIN, told, versions, ("o1",), (), ())
    bare = bare_dossier(report)
    dossier = replace(bare, relations=replace(bare.relations, points=(point,)))
    (row,) = ledger(dossier, Register(dossier)).rows()
    assert row.tellings[0].shown.words == shown


@pytest.mark.parametrize(
    ("point", "beside", "expected"),
    [
        (
            "Holt said the treaty binds only the army of President Odd Tarn",
            "the army of President Odd Tarn lit the depot behind the quay wall",
            False,
        ),
        (
            "Holt said the treaty binds only the army of President Odd Tarn",
            "the treaty would bind no army, Venn said",
            True,
        ),
        ("Tarn fled the pier", "there were shots, witnesses said", False),
        ("Tarn fled the pier", "he was seen on the pier", True),
        ("about 14 crates were found in the harbour shed", "the clerk counted 14 crates", True),
    ],
)
def test_what_stands_beside_a_point_shares_more_with_it_than_names(point: str, beside: str, expected: bool) -> None:
    reports = make_report("r1", f"{point}."), make_report("r2", f"{beside}.")
    bare = bare_dossier(*reports)
    dossier = replace(bare, relations=replace(bare.relations, annotations=tuple(map(annotate, reports))))
    one, two = (report.passage(0, len(report.text) - 1) for report in reports)
    assert one_matter(one, two, Register(dossier)) is expected


def test_of_one_voice_that_bears_a_part_of_a_brief_sentence_the_part_is_given() -> None:
    dossier = rich_dossier()
    (point,) = [point for point in dossier.relations.points if point.id == "p6"]
    said, other, _ = (statement.passage for statement in point.statements)
    (report,) = [one for one in dossier.relations.reports if one.id == said.report]
    for start, opening in (
        (said.start, "one voice: "),
        (0, "“all ferries would stay in port for a week”: one voice: "),
    ):
        own = report.passage(start, said.end)
        sentence = BriefSentence(own.words, (own, other), ("p6",))
        assert bearing(sentence, dossier, Register(dossier)).startswith(opening)
