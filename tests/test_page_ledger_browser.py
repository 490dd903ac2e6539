"""The ledger in a real browser: what stands first, versions side by side, the matrix by mouse and keys, silences."""

from __future__ import annotations

from typing import Any

import pytest

from dossiers import EDGES, one_report, rich_dossier
from visits import browser, needs_browser, quiet, visit

__all__ = ["browser", "visit"]
pytestmark = needs_browser

SHOWN = "[...document.querySelectorAll('.ledger tr.row')].filter((r) => r.offsetParent).map((r) => r.id)"
TOPS = "(query) => [...document.querySelectorAll(query)].map((one) => Math.round(one.getBoundingClientRect().top))"


def test_the_first_screen_says_what_is_disputed_changed_agreed_and_alone(visit: Any) -> None:
    page = visit(rich_dossier()).page
    heads = page.evaluate("[...document.querySelectorAll('.stand h3')].map((one) => one.innerText)")
    assert [" ".join(head.split()) for head in heads] == [
        "✕ Disputed 2",
        "↻ Changed since 2",
        "= Agreed 1",
        "· Nobody else has 1",
    ]
    assert max(page.evaluate(TOPS, ".stand")) < 400
    page.click(".stand.disputed a >> nth=0")
    assert page.evaluate("location.hash") == "#p3"
    page.evaluate("scrollTo(0, 0)")
    page.click(".stand:last-child a >> nth=0")
    assert page.is_visible(page.evaluate("location.hash"))


def test_versions_stand_side_by_side_and_say_since_when(visit: Any) -> None:
    page = visit(rich_dossier()).page
    for query in ("#p3 .sides .telling", "#p3 .sides .who"):
        tops = page.evaluate(TOPS, query)
        assert len(tops) == 2
        assert len(set(tops)) == 1
    assert "told 6 May, 07:40" in page.inner_text("#p3 .telling >> nth=0")
    assert "the latest version" in page.inner_text("#p1 .telling.latest")
    page.set_viewport_size({"width": 390, "height": 800})
    assert len(set(page.evaluate(TOPS, "#p3 .sides .telling"))) == 2


def test_cells_say_in_words_what_they_have(visit: Any) -> None:
    page = visit(rich_dossier()).page
    cells = "(id) => [...document.querySelectorAll(`#${id} .cell`)].map((one) => one.innerText.split('\\n').join(' '))"
    assert page.evaluate(cells, "p3") == ["a", "a", "·", "b", "◌ early"]
    assert page.evaluate(cells, "p4") == ["a", "·", "b only", "a", "·"]
    assert page.evaluate(cells, "p5") == ["■", "■", "■", "□ silent", "■"]
    labels = "[...document.querySelectorAll('#p5 .cell a')].map((one) => one.getAttribute('aria-label'))"
    assert page.evaluate(labels)[3] == "The Islander: leaves it out, where most origins have it"
    assert page.evaluate(labels)[0].endswith(": says the same")


def test_a_silent_cell_leads_to_who_has_it_and_back(visit: Any) -> None:
    page = visit(rich_dossier()).page
    page.click("#p5 .cell.silent a")
    line = page.evaluate("location.hash")
    assert page.is_visible(line)
    assert "3 of 4 origins have it" in page.inner_text(line)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('tr')?.id") == "p5"


def test_an_answer_that_is_left_out_stands_beside_the_claim(visit: Any) -> None:
    page = visit(rich_dossier()).page
    line = page.locator("#silences .left-out >> nth=0")
    assert "its lights had been burning all night" in line.inner_text()
    assert "R3 Aldane Evening leaves it out, and has left its barge without a single light" in line.inner_text()
    line.locator(".own a").click()
    assert page.evaluate("[...document.querySelectorAll('.lit')].map((one) => one.textContent).join('')") == (
        "left its barge without a single light"
    )


def test_the_matrix_goes_by_arrow_keys(visit: Any) -> None:
    page = visit(rich_dossier()).page
    where = "[document.activeElement.closest('tr')?.id, document.activeElement.closest('td')?.dataset.head]"
    page.focus("#p3 .cell a >> nth=0")
    for key, place in (
        ("ArrowRight", ["p3", "R2"]),
        ("ArrowRight", ["p3", "R4"]),  # over what leads nowhere
        ("ArrowDown", ["p4", "R4"]),
        ("ArrowLeft", ["p4", "R3"]),
        ("ArrowDown", ["p1", "R3"]),
        ("ArrowUp", ["p4", "R3"]),
    ):
        page.keyboard.press(key)
        assert page.evaluate(where) == place
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").startswith("#R3-s")


def test_filters_by_report_and_by_silence(visit: Any) -> None:
    page = visit(rich_dossier()).page
    everything = page.evaluate(SHOWN)
    page.check("input[name=silent]")
    assert page.evaluate(SHOWN) == ["p4", "p5"]
    page.select_option("select[name=column]", "3")  # the fourth report leaves out one of the two, and has the other
    assert page.evaluate(SHOWN) == ["p4", "p5"]
    page.uncheck("input[name=silent]")
    assert "p5" not in page.evaluate(SHOWN)
    assert not page.is_visible("#ledger-corroborated")
    page.select_option("select[name=column]", "")
    assert page.evaluate(SHOWN) == everything


def test_that_nothing_is_disputed_is_told(visit: Any) -> None:
    page = visit(EDGES["large"]()).page
    assert "Disputed 0 nothing" in " ".join(page.inner_text(".stand.disputed").split())


def test_heads_stay_while_the_rows_pass(visit: Any) -> None:
    page = visit(EDGES["large"]()).page
    page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
    page.evaluate("document.querySelector('.ledger tr.row').scrollIntoView()")
    page.evaluate("scrollBy(0, 30)")
    assert 0 <= page.evaluate(TOPS, ".ledger thead tr:last-child th")[0] <= 5


def test_a_story_of_one_report_has_no_silences_and_nothing_to_glance_at(visit: Any) -> None:
    visited = visit(one_report())
    assert visited.page.query_selector("#silences") is None
    assert visited.page.query_selector("#glance") is None
    assert quiet(visited), visited.errors


@pytest.mark.parametrize("width", [1280, 390])
def test_reads_without_script(visit: Any, width: int) -> None:
    page = visit(rich_dossier(), java_script_enabled=False, viewport={"width": width, "height": 900}).page
    assert page.is_visible("#glance")
    assert page.is_visible("#silences .left-out >> nth=0")
    page.click("#p5 .cell.silent a")
    assert "#l" in page.url
