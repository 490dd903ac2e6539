"""The dossier page in a real browser: nothing runs, nothing is fetched, everything can be reached and read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crosswire.write.index import to_index
from dossiers import EDGES, rich_dossier
from hostile_dossier import HOSTILE, hostile
from visits import CONTRAST, Visit, browser, needs_browser, quiet, visit

__all__ = ["browser", "visit"]
pytestmark = needs_browser

EVERY_PREVIEW = """() => document.querySelectorAll("a[data-p]").forEach((link) =>
  link.dispatchEvent(new MouseEvent("mouseover", {bubbles: true})))"""


def test_hostile_pages_run_nothing_and_ask_for_nothing(visit: Any) -> None:
    visited = visit(rich_dossier())
    for number, words in enumerate(HOSTILE):
        visited.open(hostile(words), f"hostile-{number}")
        visited.do(EVERY_PREVIEW)
        assert visited.do("window.cracked") is None, words
        assert quiet(visited), (words, visited.errors, visited.requests)
        assert visited.do("document.querySelectorAll('script, style').length") == 2
        assert not visited.do("document.querySelectorAll('img, iframe, [onload], [onerror], [onmouseover]').length")


def test_shown_text_is_the_hostile_text(visit: Any) -> None:
    visited = visit(hostile("<b>{{ 7*7 }}</b>"))
    assert "<b>{{ 7*7 }}</b> one" in visited.do("document.querySelector('#R1 .text').innerText")


@pytest.mark.parametrize("name", EDGES)
def test_nothing_is_wider_than_the_screen(visit: Any, name: str) -> None:
    visited = visit(EDGES[name]())
    for width in (1280, 800, 360):
        visited.page.set_viewport_size({"width": width, "height": 800})
        assert visited.do("document.documentElement.scrollWidth") <= width
    assert quiet(visited), visited.errors


def test_long_words_do_not_widen_a_phone(visit: Any) -> None:
    visited = visit(hostile("x" * 400), viewport={"width": 360, "height": 800})
    assert visited.do("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(visit: Any, scheme: str) -> None:
    visited = visit(rich_dossier(), color_scheme=scheme)
    visited.do("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert visited.do(CONTRAST) == []
    for line in ("p3", "a1", "R1-s155", "t1"):
        visited.do(f"location.hash = '{line}'")
        assert visited.do(CONTRAST) == []


def test_a_line_leads_to_its_passage_and_back(visit: Any) -> None:
    page = visit(rich_dossier()).page
    link = page.locator("#p3 .telling a").first
    words = link.inner_text().strip("“”")
    link.click()
    assert page.evaluate("location.hash") == "#R1-s155"
    assert page.evaluate("[...document.querySelectorAll('.lit')].map((one) => one.textContent).join('')") == words
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('tr')?.id") == "p3"
    page.locator("#R1 .notes a[href='#p3']").click()
    assert page.evaluate("location.hash") == "#p3"


def test_an_address_alone_lights_the_whole_passage(visit: Any) -> None:
    page = visit(rich_dossier()).page
    page.evaluate("location.hash = '#R1-s155'")
    page.wait_for_selector(".lit")
    passages = "[...document.querySelectorAll('.lit')].map((one) => one.textContent).join('')"
    assert page.evaluate(passages).startswith("The Maren, with 212 passengers on board")
    lit = "[...new Set([...document.querySelectorAll('.lit')].map((one) => getComputedStyle(one).backgroundColor))]"
    assert len(page.evaluate(lit)) == 1


def test_the_other_citations_unfold(visit: Any) -> None:
    page = visit(EDGES["large"]()).page
    assert not page.is_visible("#b1 .more .mark >> nth=0")
    page.click("#b1 .more summary")
    assert page.is_visible("#b1 .more .mark >> nth=0")
    assert page.inner_text("#b1 .more summary") == "+597"


def test_filters(visit: Any) -> None:
    page = visit(rich_dossier()).page
    shown = "[...document.querySelectorAll('.ledger tr[data-status]')].filter((r) => !r.hidden).map((r) => r.id)"
    page.check("input[name=show][value=disputed]")
    assert page.evaluate(shown) == ["p3", "p4"]
    assert page.inner_text(".filters output") == "2 of 8 points"
    page.select_option("select[name=actor]", label="Jorun Hale")
    assert page.evaluate(shown) == ["p4"]
    page.check("input[name=show][value='']")
    page.select_option("select[name=actor]", "")
    assert len(page.evaluate(shown)) == 8


VOICES = "[...document.querySelectorAll('#voices .voice')].filter((v) => !v.hidden).map((v) => v.id)"
LINES = "[...document.querySelectorAll('#voices li[data-in]')].filter((l) => !l.hidden).length"


def test_filters_of_the_voices(visit: Any) -> None:
    page = visit(rich_dossier()).page
    everyone, lines = page.evaluate(VOICES), page.evaluate(LINES)
    page.select_option("select[name=voice]", label="Jorun Hale")
    assert page.evaluate(VOICES) == ["a1"]
    assert page.inner_text("#voices output") == f"1 of {len(everyone)} voices, 2 of {lines} things said"
    page.select_option("select[name=voice]", "")
    page.select_option("select[name=in]", "R4")
    assert page.evaluate(VOICES) == ["a6", "a5"]
    page.select_option("select[name=in]", "")
    page.check("input[name=differing]")
    assert page.evaluate(LINES) == 1
    page.uncheck("input[name=differing]")
    assert (page.evaluate(VOICES), page.evaluate(LINES)) == (everyone, lines)
    assert page.inner_text("#voices output") == ""


def test_an_address_of_a_voice_that_is_filtered_away_shows_it(visit: Any) -> None:
    page = visit(rich_dossier()).page
    page.select_option("select[name=voice]", label="Jorun Hale")
    assert not page.is_visible("#a2")
    page.evaluate("location.hash = '#a2'")
    page.wait_for_selector("#a2")
    assert page.evaluate("document.querySelector('select[name=voice]').value") == ""


def test_words_that_differ_stand_side_by_side_and_lead_to_their_places(visit: Any) -> None:
    page = visit(rich_dossier()).page
    assert [mark.inner_text() for mark in page.query_selector_all("#a1 mark")] == [
        "We were given",
        "that a barge was anchored there",
        "There was",
        "of any barge at all",
    ]
    assert "“There was” R3" in page.inner_text("#a1 .places li >> nth=0")
    page.click("#a1 .places a >> nth=0")
    assert (
        page.evaluate("[...document.querySelectorAll('.lit')].map((one) => one.textContent).join('')")
        == "We were given"
    )


def test_a_voice_of_many_words_is_folded_and_found(visit: Any) -> None:
    page = visit(EDGES["many sayings"]()).page
    assert page.query_selector_all("#a1 > .said-by > .sayings > li").__len__() == 4
    page.click("#a1 .rest summary")
    assert page.is_visible("#a1 .rest li >> nth=0")
    page.click("#a1 .rest summary")
    page.select_option("select[name=in]", "R5")
    assert page.evaluate(LINES) > 0
    assert page.is_visible("#a1 li[data-in*='R5']:not([hidden]) >> nth=0")


def test_preview_of_a_citation(visit: Any) -> None:
    page = visit(rich_dossier()).page
    page.hover("#b1 .mark >> nth=1")
    assert page.inner_text(".peek span > span") == "nine of them are dead"
    assert page.inner_text(".peek").startswith("The ferry had 240 people on board")
    assert "The Islander" in page.inner_text(".peek")
    page.mouse.move(4, 4)
    assert page.query_selector(".peek") is None
    page.focus("#b1 .mark >> nth=0")
    page.keyboard.press("Tab")
    assert page.inner_text(".peek span > span") == "nine of them are dead"
    page.keyboard.press("Escape")
    assert page.query_selector(".peek") is None


def test_reads_without_script(visit: Any) -> None:
    page = visit(rich_dossier(), java_script_enabled=False).page
    assert page.is_visible("#p3")
    assert not page.is_visible(".filters")
    assert not page.is_visible("#voices .filters")
    assert page.is_visible("#a1 .places")
    assert not page.is_visible(".compare")
    page.click("#p3 .telling a >> nth=0")
    assert page.url.endswith("#R1-s155")
    page.click("#p3 summary")
    assert "Two counts of the same people" in page.inner_text("#p3")


def test_an_address_opens_what_is_folded(visit: Any, tmp_path: Path) -> None:
    visited = visit(EDGES["large"]())
    visited.page.goto(visited.page.url + "#R300-s0")
    visited.page.reload()
    assert visited.page.is_visible("#R300-s0")


def test_keyboard_reaches_the_brief_first(visit: Any) -> None:
    page = visit(rich_dossier()).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_right_to_left_text_runs_from_the_right(visit: Any) -> None:
    page = visit(EDGES["many languages"]()).page
    assert page.evaluate("getComputedStyle(document.querySelector('#R2 .block p')).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('#R1 .block p')).direction") == "ltr"


def test_prints_as_a_memo(visit: Any) -> None:
    page = visit(rich_dossier()).page
    page.emulate_media(media="print")
    assert page.is_visible("#sources")
    assert page.is_visible("#brief")
    assert not page.is_visible("#R1 .text")
    assert not page.is_visible("nav")
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") <= 4


def test_list_of_stories_asks_for_nothing(browser: Any, tmp_path: Path) -> None:
    visited = Visit(browser, tmp_path, viewport={"width": 360, "height": 800})
    visited.open(to_index({"a": rich_dossier(), "b": hostile(HOSTILE[1])}), "index")
    assert quiet(visited), visited.errors
    assert visited.do("window.cracked") is None
    assert visited.do("document.documentElement.scrollWidth") <= 360
    assert visited.do(CONTRAST) == []
    visited.page.close()
