"""The section of the origins in a real browser: the picture, what changed, two reports side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crosswire.model.dossier import Dossier
from crosswire.model.lineage import Descent
from crosswire.model.relation import Link, LinkKind, Origin, OriginKind
from dossiers import EDGES, bare_dossier, rich_dossier
from ferry_reports import given, make_report
from lineages import dam_story, dam_versions, many_copies
from visits import CONTRAST, browser, needs_browser, quiet, visit

__all__ = ["browser", "visit"]
pytestmark = needs_browser

LIT = "[...document.querySelectorAll('.lit')].map((one) => one.textContent).join('')"
COPIED = """(n) => [...document.querySelectorAll(`.two > div:nth-child(${n}) [data-passage="0"]:not(button)`)]
  .map((one) => one.textContent).join('')"""
BROKE = "The dam above Vell broke at dawn on Monday and at least 12 people were swept away, the regional police said."


def choose(page: Any, left: str, right: str) -> None:
    page.select_option("select[name=left]", left)
    page.select_option("select[name=right]", right)
    page.click(".compare button")


def test_two_reports_side_by_side_with_what_was_changed(visit: Any) -> None:
    visited = visit(dam_story())
    page = visited.page
    choose(page, "R1", "R3")
    assert page.evaluate(COPIED, 1) == BROKE
    assert page.evaluate(COPIED, 2) == "The dam above Vell broke at dawn on Monday and 12 people were swept away."
    assert page.locator(".two del.meaning").all_inner_texts() == [
        "at least ",
        ", the regional police said",
        "allegedly",
    ]
    assert "R3 has 71 % of its words from R1." in page.inner_text(".beside")
    assert page.locator(".beside .grave").all_inner_texts()[1:] == [
        "Δhow sure it is dropped “allegedly”",
        "Δhow sure it is dropped “at least”",
    ]
    assert quiet(visited), visited.errors


def test_what_stands_on_the_left_may_be_the_copy(visit: Any) -> None:
    page = visit(dam_story()).page
    choose(page, "R3", "R1")
    assert page.locator(".two > div:nth-child(2) del.meaning").count() == 3
    assert page.locator(".two > div:nth-child(1) del").count() == 0
    assert "R3 has 71 % of its words from R1." in page.inner_text(".beside")


def test_two_reports_that_nothing_links_show_what_both_have(visit: Any) -> None:
    page = visit(dam_story()).page
    choose(page, "R1", "R2")
    assert "The dossier has no link between these two." in page.inner_text(".beside")
    assert page.evaluate(COPIED, 2).startswith(BROKE[:-1])
    choose(page, "R1", "R5")
    assert "No copied passage was found" in page.inner_text(".beside")
    choose(page, "R1", "R1")
    assert "The same report twice." in page.inner_text(".beside")


def test_words_that_no_edit_names_are_compared_word_by_word(visit: Any) -> None:
    page = visit(rich_dossier()).page
    choose(page, "R1", "R2")
    assert page.locator(".two [data-passage='0']:not(button)").count() >= 2
    assert page.locator(".two > div:nth-child(1) .said").count() > 0
    choose(page, "R1", "R3")
    assert "They are compared here" in page.inner_text(".beside")
    assert "stay in port for a week" in "".join(page.locator(".two > div:nth-child(1) .both-have").all_inner_texts())


def sides(*paragraphs: str, directed: bool | None = None) -> Dossier:
    """Two reports of a paragraph each; `directed` as in a step of the lineage between them, None for no step."""
    one, other = (
        make_report(
            f"r{n}", text, publisher=f"Paper {n}", headline=f"Headline {n}", published_at=given(f"2031-06-0{n}")
        )
        for n, text in enumerate(paragraphs, 1)
    )
    base = bare_dossier(one, other)
    origin = Origin("o1", "Nordwire", OriginKind.AGENCY, ("r1", "r2"))
    cut = one.passage(one.text.index("Nobody"), len(one.text)) if directed is not None else None
    steps = (Descent("r2", "r1", "o1", directed, 0.9, cut=(cut,)),) if cut and directed is not None else ()
    both = ((other.passage(0, len(other.text)), one.passage(0, len(one.text))),)
    links = (Link("r2", LinkKind.COPIED, to_report="r1", share=0.9, passages=both),) if steps else ()
    return replace(base, relations=replace(base.relations, origins=(origin,), lineage=steps, links=links))


LONG = "A train with chlorine left the tracks near Pellow and about 600 people fled their homes."


def test_two_prints_without_a_link_are_compared_in_the_page(visit: Any) -> None:
    other = LONG.replace("about 600", "over 6,000")
    visited = visit(sides(f"{LONG} Nobody was hurt at the crossing.", f"{other} The line is closed."))
    page = visited.page
    choose(page, "R1", "R2")
    assert "Both have one origin: Nordwire." in page.inner_text(".beside")
    assert page.locator(".two em").all_inner_texts() == ["about 600", "over 6,000"]
    assert page.locator(".two .only").all_inner_texts() == ["Nobody was hurt at the crossing.", "The line is closed."]
    assert "a sentence that only this side has" in page.inner_text(".beside .key")
    assert quiet(visited), visited.errors


@pytest.mark.parametrize("directed", [True, False])
def test_a_sentence_that_the_dossier_knows_one_side_alone_has_is_marked_inside_a_passage(
    visit: Any, directed: bool
) -> None:
    page = visit(sides(f"{LONG} Nobody was hurt at the crossing.", LONG, directed=directed)).page
    choose(page, "R2", "R1")
    assert page.locator(".two > div:nth-child(2) .only").all_inner_texts() == ["Nobody was hurt at the crossing."]
    assert page.locator(".two > div:nth-child(1) .only").count() == 0
    assert page.locator(".two > div:nth-child(1) .both-have").all_inner_texts() == [LONG]


def test_reports_without_a_sentence_alike_are_not_marked_all_over(visit: Any) -> None:
    page = visit(sides("The dam above Vell broke at dawn.", "A market opened its gates on Friday in Isle.")).page
    choose(page, "R1", "R2")
    assert "no sentence alike" in page.inner_text(".beside")
    assert page.locator(".two .only").count() == 0


def test_a_quotation_that_both_have_is_painted_as_what_both_have(visit: Any) -> None:
    page = visit(rich_dossier()).page
    choose(page, "R1", "R2")
    paint = "(query) => getComputedStyle(document.querySelector(query)).backgroundColor"
    assert page.evaluate(paint, ".two .said.both-have") == page.evaluate(paint, ".beside .key .both-have")


def test_the_menu_tells_reports_of_one_publisher_apart(visit: Any) -> None:
    page = visit(sides(LONG, LONG)).page
    assert page.locator("select[name=left] option").all_inner_texts() == [
        "R1 Paper 1, 1 June: Headline 1",
        "R2 Paper 2, 2 June: Headline 2",
    ]


def test_a_passage_leads_to_the_other_report_by_keyboard(visit: Any) -> None:
    page = visit(dam_story()).page
    choose(page, "R1", "R3")
    assert page.evaluate("document.activeElement.className") == "beside"
    page.locator(".two > div:nth-child(1) button").nth(1).focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.two > div:nth-child(2)') !== null")
    assert page.evaluate("document.activeElement.dataset.passage") == "1"
    assert page.locator(".two .here").count() >= 2
    page.locator(".beside .jump").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".two del.here").inner_text() == ", the regional police said"


def test_side_by_side_repeats_no_address(visit: Any) -> None:
    page = visit(dam_story()).page
    choose(page, "R1", "R3")
    assert page.evaluate(
        "document.querySelectorAll('[id]').length == new Set([...document.querySelectorAll('[id]')]"
        ".map((one) => one.id)).size"
    )


def test_a_step_of_the_lineage_opens_its_two_reports_and_escape_leads_back(visit: Any) -> None:
    page = visit(dam_story()).page
    page.click("#o1 a[data-pair='R4 R3']")
    assert page.input_value("select[name=left]") == "R3"
    assert page.locator(".two ins.meaning").all_inner_texts() == ["Sunday"]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.pair") == "R4 R3"


def test_what_changed_leads_to_both_places(visit: Any) -> None:
    page = visit(dam_story()).page
    lines = page.locator("#changes .grave > p:first-child").all_inner_texts()
    assert len(lines) == 4
    assert " ".join(lines[0].split()).startswith("Δwho says it dropped “the regional police said” in R3, from R1")
    page.click("#changes .grave >> nth=0 >> p:nth-child(2) a[data-p]")
    assert page.evaluate(LIT) == BROKE
    page.keyboard.press("Escape")
    page.click("#changes .grave >> nth=0 >> p:nth-child(3) a[data-p]")
    assert page.evaluate(LIT).startswith("The dam above Vell broke at dawn on Monday and 12")


def test_origins_fold_and_unfold(visit: Any) -> None:
    page = visit(many_copies(120)).page
    assert not page.is_visible("#o1 li >> nth=0")
    page.focus("#o1 > summary")
    page.keyboard.press("Enter")
    assert page.is_visible("#o1 li >> nth=0")
    page.keyboard.press("Enter")
    assert not page.is_visible("#o1 li >> nth=0")


def test_a_stem_of_the_picture_leads_to_its_reports(visit: Any) -> None:
    page = visit(many_copies(120)).page
    page.click("#origins svg.wide a >> nth=0")
    assert page.url.endswith("#o1")
    assert page.is_visible("#o1 li >> nth=0")


def test_the_picture_is_no_stop_for_the_keyboard(visit: Any) -> None:
    page = visit(dam_story()).page
    assert page.locator("svg.lineage a:not([tabindex='-1'])").count() == 0
    assert page.evaluate("[...document.querySelectorAll('svg.lineage')].every((one) => one.ariaHidden === 'true')")


@pytest.mark.parametrize("make", [dam_story, dam_versions, many_copies])
def test_a_phone_needs_no_sideways_scrolling(visit: Any, make: Any) -> None:
    page = visit(make(), viewport={"width": 390, "height": 844}).page
    page.evaluate("document.querySelectorAll('#origins details').forEach((one) => { one.open = true; })")
    assert page.is_visible("#origins svg.narrow")
    assert not page.is_visible("#origins svg.wide")
    page.click(".compare button")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(visit: Any, scheme: str) -> None:
    page = visit(dam_versions(), color_scheme=scheme).page
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    choose(page, "R1", "R3")
    page.locator(".two button").first.click()
    assert page.evaluate(CONTRAST) == []


def test_reads_without_script(visit: Any) -> None:
    page = visit(dam_story(), java_script_enabled=False).page
    assert page.is_visible("#origins svg.wide")
    assert not page.is_visible(".compare")
    page.click("#o1 a[data-pair='R3 R1']")
    assert page.url.endswith("#pair-R3-R1")
    page.click("#pair-R3-R1 > summary")
    assert page.locator("#pair-R3-R1 del.meaning").all_inner_texts() == [
        "at least ",
        ", the regional police said",
        "allegedly",
    ]


def test_the_versions_of_a_report_stand_under_it(visit: Any) -> None:
    page = visit(dam_versions()).page
    page.click("#R3-versions > summary")
    shown = " ".join(page.inner_text("#R3-versions").split())
    assert "1 EARLIER VERSION OF R3" in shown.upper()
    assert "changed “nine” to “12”" in shown
    assert "The cause is not known." in shown
    page.click("#R3-versions a[data-pair]")
    assert page.input_value("select[name=left]") == "R3v1"
    assert page.locator(".two del.meaning").all_inner_texts() == ["nine"]


def test_words_of_other_stories_lead_to_their_passage(visit: Any) -> None:
    page = visit(dam_story()).page
    page.get_by_text("Words that stand in reports of other stories too: 1 report").click()
    line = page.locator("#origins .links li").first
    assert "Fen Mercury has, in 1 report of other stories:" in line.inner_text()
    assert "40 % of the words of R4 Upland Times, printed earlier" in line.inner_text()
    line.get_by_text("passage 1").click()
    assert page.evaluate(LIT) == "It was the third dam to fail in the region in ten years."


def test_prints_the_picture_and_the_gravest_edits(visit: Any) -> None:
    page = visit(dam_story()).page
    page.emulate_media(media="print")
    assert page.is_visible("#brief + aside svg.narrow")
    assert page.is_visible("#changes .grave >> nth=0")
    assert not page.is_visible(".compare")
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") <= 4


def test_page_of_six_hundred_reports_is_soon_there(visit: Any) -> None:
    page = visit(EDGES["many copies"]()).page
    ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert ready < 5000


def test_paragraphs_with_the_same_passage_stand_at_one_height(visit: Any) -> None:
    shared = f"{LONG} Nobody was hurt at the crossing."
    opening = (
        "The signal box at Pellow was built in 1911 and has been empty since the strike of the spring before last."
    )
    before, after = (
        make_report("r1", shared, publisher="Paper 1"),
        make_report("r2", opening, shared, publisher="Paper 2"),
    )
    visited = visit(bare_dossier(before, after))
    choose(visited.page, "R1", "R2")
    tops = "[...document.querySelectorAll('.two button[data-passage=\"0\"]')].map((b) => b.getBoundingClientRect().top)"
    left, right = visited.do(tops)
    assert abs(left - right) < 3
    assert quiet(visited), visited.errors
