"""What terminal, Markdown and page all show: the ledger, the voices, the figures, the marks in the texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.model.annotation import Annotation, Figure, Quotation, QuotationKind, Sentence, Stance
from crosswire.model.dossier import Dossier
from crosswire.model.passage import Passage
from crosswire.model.relation import PointKind, PointRelation, Rendering, Status, Version, Wording
from crosswire.model.toll import Toll, TollHow, TollVersion
from crosswire.model.when import Basis, When
from crosswire.write.html import to_html
from crosswire.write.ledger import carried, layout, ledger
from crosswire.write.markdown import to_markdown
from crosswire.write.marking import Marking
from crosswire.write.pictures import clock, curve, events
from crosswire.write.series import Series, Value, counted, hedged, number, series, untold
from crosswire.write.sources import Register
from crosswire.write.vocabulary import count, listed, parties, standing
from crosswire.write.voices import deed, outlying, verb, voices, whole
from dossiers import EDGES, bare_dossier, many_sayings, one_report, rich_dossier
from ferry_reports import R1, R3, make_report


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), ""),
        (("A",), "A"),
        (("A", "B"), "A and B"),
        (("A", "B", "C"), "A, B and C"),
        (("A", "B", "C", "D", "E", "F"), "A, B, C and 3 more"),
    ],
)
def test_listed(names: tuple[str, ...], expected: str) -> None:
    assert listed(names) == expected


def test_a_report_of_which_only_an_update_is_dated_says_so() -> None:
    dossier = rich_dossier()
    first, second, *rest = dossier.relations.reports
    unknown = replace(first.published_at, value=None)
    updated = replace(first, published_at=unknown, updated_at=When("2031-05-06", Basis.STATED))
    undated = replace(second, published_at=unknown, updated_at=unknown)
    reports = (updated, undated, *rest)
    register = Register(replace(dossier, relations=replace(dossier.relations, reports=reports)))
    assert register.printed(first.id) == "updated 6 May 2031"
    assert register.printed(second.id) == "publication time not known"
    assert [register.undated(one.passage(0, 5)) for one in (updated, second)] == [False, True]


def test_a_report_keeps_the_label_that_it_was_given() -> None:
    relations = rich_dossier().relations
    first, second, third, *_ = relations.counted
    given = replace(first, id="R3"), replace(second, id="pier-fire"), replace(third, id="R1")
    dossier = replace(rich_dossier(), relations=replace(bare_dossier().relations, reports=given))
    assert [Register(dossier).label(report.id) for report in given] == ["R3", "R2", "R1"]


def test_count() -> None:
    assert count(1, "report") == "1 report"
    assert count(1200, "report") == "1,200 reports"
    assert count(2, "story", "stories") == "2 stories"


@pytest.mark.parametrize(
    ("point", "sentence"),
    [
        ("p1", "Superseded: a later report replaces an earlier version."),
        ("p3", "Disputed: 2 origins and the versions can’t all hold."),
        ("p5", "Agreed by 3 independent origins, in 4 reports: Nordwire, Aldane Evening and Northern Standard."),
        ("p6", "Rests on one voice: Elske Odell, carried by 3 origins."),
        ("p7", "Rests on one origin, in 2 reports: Nordwire."),
    ],
)
def test_standing_is_a_sentence(point: str, sentence: str) -> None:
    dossier = rich_dossier()
    register = Register(dossier)
    found = next(one for one in dossier.relations.points if one.id == point)
    origins, names = register.origin_names(found.origins), register.actor_names(found.voices)
    reports = len({statement.passage.report for statement in found.statements})
    assert standing(found, origins=origins, voices=names, reports=reports) == sentence


def test_what_is_disputed_of_a_name_is_said() -> None:
    found = next(point for point in rich_dossier().relations.points if point.id == "p3")
    values = ("Ana Lupo", "Ana Lupe")
    versions = tuple(replace(v, value=value) for v, value in zip(found.versions, values, strict=True))
    spelt = replace(found, kind=PointKind.STATE, why=("one name spelt in two ways: Ana Lupo in A",), versions=versions)
    told = "Disputed, one name spelt in two ways (“Ana Lupo” or “Ana Lupe”): 2 origins and the versions can’t all hold."
    assert standing(spelt, origins=("A", "B"), voices=()) == told


def test_ledger_runs_from_disputed_to_one_origin() -> None:
    dossier = rich_dossier()
    book = ledger(dossier, Register(dossier))
    assert [section.status for section in book.sections] == [
        Status.DISPUTED,
        Status.SUPERSEDED,
        Status.CORROBORATED,
        Status.SINGLE_VOICE,
        Status.SINGLE_ORIGIN,
    ]
    assert [row.point.id for row in book.alone] == ["p9"]
    assert [row.point.id for row in book.rows() if row.unnamed] == ["p8"]
    assert book.sections[3].rows[0].sentence == "Rests on one voice: a senior official, not named."


def test_ledger_says_who_carries_each_version() -> None:
    dossier = rich_dossier()
    book = ledger(dossier, Register(dossier))
    row = next(row for row in book.rows() if row.point.id == "p4")
    assert [telling.letter for telling in row.tellings] == ["a", "b"]
    assert [carried(telling, between=row.point.between) for telling in row.tellings] == [
        "Brightwater Gas and Pell Ansgar (2 origins)",
        "Jorun Hale (1 origin)",
    ]
    assert row.actors == ("a1", "a3", "a6")


def test_statement_of_an_unknown_version_is_still_shown() -> None:
    dossier = rich_dossier()
    point = replace(dossier.relations.points[4], versions=(Version("x", "nowhere"), Version("y", None)))
    changed = replace(dossier, relations=replace(dossier.relations, points=(point,)))
    (row,) = ledger(changed, Register(changed)).rows()
    assert len(row.tellings[0].lines) == len(point.statements)


def test_latest_is_only_told_of_updates() -> None:
    dossier = rich_dossier()
    rows = tuple(ledger(dossier, Register(dossier)).rows())
    assert any(row.point.relation is PointRelation.UPDATE for row in rows)
    for row in rows:
        assert any(telling.latest for telling in row.tellings) == (row.point.relation is PointRelation.UPDATE)


def test_voices_hold_one_act_of_speech_together() -> None:
    dossier = rich_dossier()
    found = voices(dossier, Register(dossier))
    hale = next(voice for voice in found.speaking if voice.actor.name == "Jorun Hale")
    assert [len(saying.quotations) for saying in hale.sayings] == [2, 1]
    assert hale.sayings[0].varies
    assert len(outlying(hale.sayings[0], hale.sayings[0].quotations[0])) == 2
    assert [quotation.id for quotation in found.unresolved] == ["islander-late.q4"]
    assert [actor.name for actor in found.silent] == ["Imre Vantongeren", "the harbour"]


def test_the_words_that_differ_each_with_its_reports() -> None:
    dossier = rich_dossier()
    hale = next(voice for voice in voices(dossier, Register(dossier)).speaking if voice.actor.name == "Jorun Hale")
    (first, _) = hale.sayings[0].comparison.places
    assert [(side.words, side.reports) for side in first.sides] == [("We were given", (R1,)), ("There was", (R3,))]
    assert hale.sayings[1].comparison.places == ()


def test_a_quotation_of_nobody_known_stands_with_the_act_of_speech_that_it_renders() -> None:
    dossier = rich_dossier()
    quotations = tuple(
        replace(q, speaker=None, unresolved="“he” fits two") if q.id == f"{R3}.q1" else q
        for q in dossier.relations.quotations
    )
    changed = replace(dossier, relations=replace(dossier.relations, quotations=quotations))
    found = voices(changed, Register(changed))
    hale = next(voice for voice in found.speaking if voice.actor.name == "Jorun Hale")
    assert [q.report for q in hale.sayings[0].quotations] == [R1, R3]
    assert f"{R3}.q1" not in [q.id for q in found.unresolved]
    assert "R3 leaves open who speaks" in to_html(changed)


def test_stances_at_a_glance_plain_saying_last() -> None:
    dossier = rich_dossier()
    hale = next(voice for voice in voices(dossier, Register(dossier)).speaking if voice.actor.name == "Jorun Hale")
    assert hale.stances == (("accuses", 1), ("says", 1))
    assert (hale.glance, hale.differing, hale.rest) == ("accuses 1, says 1", 1, ())


def test_of_many_acts_of_speech_those_that_most_reports_have_stand_open() -> None:
    dossier = many_sayings()
    (marn,) = voices(dossier, Register(dossier)).speaking
    assert (len(marn.first), len(marn.rest)) == (4, 37)
    assert marn.first[0].varies
    assert marn.chosen == "The 4 that most reports have, of 41, in order of time"
    assert marn.first[0].standing == (
        "One act of speech, and the words differ between reports. 8 reports of 2 origins print it between marks."
    )


def test_copies_of_one_origin_are_one_witness() -> None:
    dossier = many_sayings()
    (utterance,) = dossier.relations.utterances
    alike = replace(
        utterance,
        rendering=Rendering.VERBATIM,
        differences=(),
        wordings=(Wording(utterance.quotations, ("o1",)),),
    )
    changed = replace(dossier, relations=replace(dossier.relations, utterances=(alike,)))
    (marn,) = voices(changed, Register(changed)).speaking
    assert marn.first[0].standing.endswith("8 reports of one origin print it: one witness of the words.")


def test_words_that_one_report_leaves_out() -> None:
    dossier = rich_dossier()
    hale = next(voice for voice in voices(dossier, Register(dossier)).speaking if voice.actor.name == "Jorun Hale")
    saying = hale.sayings[0]
    assert saying.utterance
    lacking = tuple(replace(difference, b=None) for difference in saying.utterance.differences[:1])
    (place,) = replace(saying, utterance=replace(saying.utterance, differences=lacking)).comparison.places
    assert [(side.words, side.reports) for side in place.sides] == [("We were given", (R1,)), ("", (R3,))]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("an aide, not named",), "an aide, not named"),
        (("an aide, not named", "Brightwater Gas"), "an aide (not named) and Brightwater Gas"),
        (("Hale, Jorun", "Brightwater Gas"), "Hale, Jorun and Brightwater Gas"),
    ],
)
def test_parties(names: tuple[str, ...], expected: str) -> None:
    assert parties(names) == expected


def test_a_measure_is_named_by_itself_with_the_words_around_it() -> None:
    text = "The board said it would report within three months of the first hearing."
    report = make_report("m1", text)
    figure = Figure(
        "m1.f1", report.passage(text.index("three"), text.index(" of the")), 3, 3, unit="months", what="report"
    )
    dossier = bare_dossier(report)
    relations = replace(
        dossier.relations,
        figures=(figure,),
        annotations=(Annotation("m1", sentences=(Sentence(0, len(text), 0),)),),
    )
    dossier = replace(dossier, relations=relations)
    (one,) = series(dossier, Register(dossier))
    said = ("… board said it would report within three months of the first hearing.",)
    assert (one.head, one.around) == ("three months", said)


def test_figures_without_a_point_stand_together_only_as_one_number_of_one_thing() -> None:
    text = "About 30 young men came at noon. Five men left. Mara Oda, aged 31, stayed. A guard was held."
    reports = [make_report(f"m{n}", text) for n in (1, 2)]
    figures = [
        Figure(f"{report.id}.f{n}", report.passage(start, start + len(words)), value, value, unit=unit, what=what)
        for report in reports
        for n, (words, value, unit, what) in enumerate(
            [
                ("About 30 young men", 30, None, "men"),
                ("Five men", 5, None, "men"),
                ("31", 31, "years old", None),
                ("A guard", 1, None, "arrested"),
            ]
        )
        if (start := text.index(words)) >= 0
    ]
    dossier = bare_dossier(*reports)
    dossier = replace(dossier, relations=replace(dossier.relations, figures=tuple(figures)))
    found = [(one.head, one.reports) for one in series(dossier, Register(dossier))]
    assert found == [("About 30 young men", ("m1", "m2")), ("Five men", ("m1", "m2"))]


def test_each_figure_is_held_only_against_those_of_its_own_number(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def named(figure: Figure) -> str:
        asked.append(figure.id)
        return counted(figure)

    monkeypatch.setattr("crosswire.write.series.counted", named)
    dossier = bare_dossier(make_report("m1", "Nine men came."))
    where = dossier.relations.reports[0].passage(0, 8)
    figures = tuple(Figure(f"m1.f{n}", where, n, n, what="men") for n in range(2, 202))
    dossier = replace(dossier, relations=replace(dossier.relations, figures=figures))
    assert len(series(dossier, Register(dossier))) == len(figures)
    assert len(asked) <= 5 * len(figures)


def test_what_the_tolls_tell_is_not_told_again() -> None:
    dossier = rich_dossier()
    found = series(dossier, Register(dossier))
    assert [one.name for one in found][:2] == ["dead", "passengers"]
    given = Toll("dead", 9, 9, TollHow.TOLD, (), (TollVersion(4, ()), TollVersion(9, ())), ())
    assert [one.name for one in untold(found, (given,))][:1] == ["passengers"]
    assert untold(found, (replace(given, versions=()),))[0].name == "dead"


def test_whole_runs_from_first_to_last_part() -> None:
    dossier = rich_dossier()
    report = dossier.relations.reports[0]
    quotation = replace(dossier.relations.quotations[0], content=(report.passage(25, 30), report.passage(40, 52)))
    assert whole(quotation, Register(dossier)) == report.passage(25, 52)


def test_series_one_per_thing_counted_those_that_change_first() -> None:
    dossier = rich_dossier()
    found = series(dossier, Register(dossier))
    assert [(one.name, one.changes) for one in found[:2]] == [("dead", True), ("passengers", True)]
    assert [number(value.figure) for value in found[0].values] == ["at least 4", "at least 4", "9", "9", "9"]
    assert sum(len(one.values) for one in found) == len(dossier.relations.figures)


def test_a_figure_says_which_reports_hedge_it_otherwise() -> None:
    dossier = rich_dossier()
    register = Register(dossier)
    figures = {figure.passage.report: figure for figure in dossier.relations.figures}
    some, bare = (replace(next(iter(figures.values())), hedge=hedge, low=9, high=9) for hedge in ("some", None))
    there = [replace(some, passage=replace(some.passage, report=report)) for report in list(figures)[:2]]
    here = replace(bare, passage=replace(bare.passage, report=list(figures)[2]))
    values = tuple(Value(figure, None, "", "") for figure in (*there, here))
    labels = [register.label(value.figure.passage.report) for value in values]
    assert hedged(Series("miles", values, None), register) == f"without “some” in {labels[2]}"
    assert hedged(Series("miles", values[::-1], None), register) == f"“some” in {labels[1]} and {labels[0]}"
    assert hedged(Series("miles", values[:2], None), register) == ""


def test_curve_only_where_a_value_changes_over_time() -> None:
    dossier = rich_dossier()
    register = Register(dossier)
    drawn = [curve(one, register) is not None for one in series(dossier, register)]
    assert drawn == [True, True, False, False]


def test_pictures_without_dates_are_left_out() -> None:
    dossier = EDGES["undated"]()
    register = Register(dossier)
    assert clock(dossier, register, left=0, width=100) is None
    assert events(dossier, None, Register(dossier)) == ()
    assert not any(curve(one, register) for one in series(dossier, register))


def test_what_lies_ahead_is_drawn_open_and_behind_the_axis() -> None:
    dossier = rich_dossier()
    old = dossier.relations.timeline
    near, far, further = (
        replace(old[-1], when=When(day, Basis.STATED), ahead=True) for day in ("2031-05-09", "2031-08-04", "2031-09-01")
    )
    changed = replace(dossier, relations=replace(dossier.relations, timeline=(*old, near, further, far, far)))
    register = Register(changed)
    drawn, plain = (clock(one, register, left=70, width=300) for one in (changed, dossier))
    assert drawn
    assert plain
    assert (len(drawn.foretold), len(drawn.to_come)) == (1, 2)
    assert (plain.foretold, plain.to_come, plain.axis.width) == ((), (), 300)
    assert drawn.foretold[0] not in drawn.happened
    assert drawn.axis.left + drawn.axis.width < drawn.to_come[0] < drawn.to_come[1] < 370
    page = to_html(changed)
    assert page.count("to come</text>") == 1
    listed_open = page.split("Still to come, as the reports told it")[1].split("</ol>")[0]
    assert "Mon 4 August" in listed_open
    assert "Mon 1 September" in listed_open
    assert "Still to come" not in to_html(dossier)
    assert to_markdown(changed).count("told as still to come") == 4


def marked(dossier: Dossier) -> Marking:
    register = Register(dossier)
    book = ledger(dossier, register)
    return Marking(dossier, register, book, series(dossier, register), layout(book, top=9, most=9).points)


def test_layout_counts_what_it_leaves_out() -> None:
    dossier = EDGES["large"]()
    laid = layout(ledger(dossier, Register(dossier)), top=5, most=20)
    assert (len(laid.top), len(laid.rest), len(laid.alone), laid.alone_left_out) == (1, 0, 20, 180)


def test_every_link_of_the_margin_names_a_line_once() -> None:
    dossier = rich_dossier()
    marking = marked(dossier)
    for report in dossier.relations.reports:
        for block in marking.blocks(report):
            addresses = [note.address for group in block.notes for note in group]
            assert len(addresses) == len(set(addresses))


@pytest.mark.parametrize("name", EDGES)
def test_marked_text_is_the_text(name: str) -> None:
    dossier = EDGES[name]()
    marking = marked(dossier)
    for report in dossier.relations.reports:
        printed = "\n\n".join("".join(piece.words for piece in block.pieces) for block in marking.blocks(report))
        assert printed == report.text


def test_labels_follow_the_order_of_the_reports() -> None:
    register = Register(rich_dossier())
    assert (register.label(R1), register.label(R3), register.label("nowhere")) == ("R1", "R3", "R0")
    assert register.printed("nowhere") == "publication time not known"


def test_one_report_has_no_shared_point() -> None:
    dossier = one_report()
    assert ledger(dossier, Register(dossier)).sections == ()


@pytest.mark.parametrize(
    ("cue", "content", "stance", "kind", "deeds", "before"),
    [
        ("declined to say", "whether it is safe", "reports", "indirect", "takes no stand", "“declined to say”"),
        ("short of\n noting", "she would sail", "reports", "mixed", "takes no stand", "“short of noting”"),
        ("writes about", "the harbour", "asserts", "indirect", "speaks of", "“writes about”"),
        ("doubled down on", "several of her old remarks", "asserts", "indirect", "speaks of", "“doubled down on”"),
        ("said", "the harbour", "asserts", "direct", "says", "says"),
        ("said", "the harbour would stay shut until spring", "asserts", "indirect", "says", "says"),
        ("denied", "it", "denies", "indirect", "denies", "denies"),
        ("slammed", "the new toll", "accuses", "indirect", "accuses", "“slammed”"),
        ("slammed", "the toll as a tax on bread", "accuses", "indirect", "accuses", "“slammed”"),
        ("denied", "that the ferry was late again", "denies", "indirect", "denies", "denies"),
        ("confessed to", "the theft of the ferry's bell", "agrees", "indirect", "agrees", "“confessed to”"),
        ("backed", "the plan", "agrees", "indirect", "agrees", "“backed”"),
        ("went on " * 20, "the harbour", "asserts", "indirect", "speaks of", "speaks of"),
        ("compared", "the board's tactics to those of a pirate crew", "asserts", "indirect", "says", "“compared”"),
        ("reiterated", "that the board would pay for the lock", "asserts", "indirect", "says", "says"),
        ("conveying", "the board's demands that the lock be shut", "demands", "indirect", "demands", "“conveying”"),
        ("demanded", "an end to the noise of the lock", "demands", "indirect", "demands", "demands"),
        (None, "The Courier has it so", "reports", "indirect", "takes no stand", "takes no stand"),
    ],
)  # fmt: skip
def test_what_was_not_said_is_never_says(
    cue: str | None, content: str, stance: str, kind: str, deeds: str, before: str
) -> None:
    said = Passage("r1", 0, len(content), content)
    shown = Passage("r1", 90, 90 + len(cue), cue) if cue else None
    quotation = Quotation("r1.q1", "r1", QuotationKind(kind), (said,), shown, None, stance=Stance(stance))
    assert (deed(quotation), verb(quotation)) == (deeds, before)
