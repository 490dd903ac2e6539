"""The dossier page as markup: whole, self-contained, escaped; and the list of stories."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from functools import cache, partial
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from crosswire.model.dossier import Dossier
from crosswire.write.html import differing, to_html
from crosswire.write.index import to_index
from crosswire.write.matrix import columns
from crosswire.write.sources import Register
from dossiers import EDGES, rich_dossier
from hostile_dossier import HOSTILE, hostile

VOID = {"meta", "link", "input", "br", "wbr", "rect", "circle", "path"}
EVERY = EDGES | {f"hostile {n}": partial(hostile, words) for n, words in enumerate(HOSTILE)}


class Outline(HTMLParser):
    """What a page is made of: its tags, ids, links, headings and landmarks; and whether every tag is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.headings: list[int] = []
        self.open: list[str] = []
        self.stray: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        values = dict(attrs)
        self.attributes |= set(values)
        if values.get("id"):
            self.ids[values["id"] or ""] += 1
        if tag == "a":
            self.links.append(values.get("href") or "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag not in VOID:
            self.stray.append(tag)


@cache
def page_of(name: str) -> str:
    return to_html(EVERY[name]())


@cache
def outline(name: str) -> Outline:
    return Outline(page_of(name))


@pytest.mark.parametrize("name", EVERY)
def test_page_is_whole(name: str) -> None:
    found = outline(name)
    assert found.open == []
    assert found.stray == []
    assert [id for id, times in found.ids.items() if times > 1] == []
    assert found.tags["h1"] == 1
    assert found.tags["main"] == 1


@pytest.mark.parametrize("name", EVERY)
def test_every_link_within_the_page_leads_somewhere(name: str) -> None:
    found = outline(name)
    inner = {link[1:] for link in found.links if link.startswith("#")}
    assert inner <= set(found.ids)


@pytest.mark.parametrize("name", EVERY)
def test_headings_go_down_one_step_at_a_time(name: str) -> None:
    levels = outline(name).headings
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", EVERY)
def test_nothing_runs_or_is_fetched_but_the_pages_own(name: str) -> None:
    page_of(name).encode("utf-8")
    found = outline(name)
    assert found.tags["script"] == found.tags["style"] == 1
    assert not {"img", "iframe", "object", "embed", "base", "video", "audio"} & set(found.tags)
    assert not {attribute for attribute in found.attributes if attribute.startswith("on")}
    assert "src" not in found.attributes
    assert "style" not in found.attributes
    assert all(link.startswith(("#", "http://", "https://")) for link in found.links)


def test_policy_names_the_hashes_of_style_and_script() -> None:
    page = to_html(rich_dossier())
    for tag in ("style", "script"):
        inside = re.search(f"<{tag}>(.*?)</{tag}>", page, re.S)
        assert inside is not None
        digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        policy = page.split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0]
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy
        assert "default-src &#39;none&#39;" in policy


@pytest.mark.parametrize(
    "words",
    [
        "rests on one voice",
        "Disputed between actors: Jorun Hale, Brightwater Gas and Pell Ansgar.",
        "teaser of another story",
        "One act of speech, and the words differ between reports.",
        "The text contains an earlier version of itself.",
        "two days before the collision, whose date other reports give",
        "1 point that only one report makes",
        "86 % of its words from",
        "All five name the ferry Maren and the Strait of Aldane.",
    ],
)
def test_says(words: str) -> None:
    page = " ".join(page_of("rich").split())
    assert words.casefold() in page.casefold()


@pytest.mark.parametrize("code", [">single-voice<", ">corroborated<", ">None<", "pull-quote", "StrEnum"])
def test_never_a_code(code: str) -> None:
    assert code not in page_of("rich")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("one report", "One report only: nothing here is checked against another."),
        ("no points", "No point was found that several of these reports share, dispute or update."),
        ("undated", "No report has a date, and none could be worked out."),
        ("failed page", "bytes that are neither UTF-8 nor windows-1252"),
        ("many languages", 'lang="ar"'),
        ("large", "29 more origins"),
    ],
)
def test_states_look_meant(name: str, words: str) -> None:
    assert words in page_of(name)


def test_same_dossier_gives_the_same_page() -> None:
    assert to_html(rich_dossier()) == to_html(rich_dossier())


def test_columns_are_reports_until_there_are_too_many() -> None:
    rich, large = rich_dossier(), EDGES["large"]()
    assert [column.label for column in columns(rich, Register(rich))] == ["R1", "R2", "R3", "R4", "R5"]
    heads = columns(large, Register(large))
    assert len(heads) == 12
    assert sum(len(head.reports) for head in heads) == 600


def test_page_of_six_hundred_reports_stays_small() -> None:
    assert len(page_of("large")) < 2_000_000


def test_differing_splits_the_words() -> None:
    dossier = rich_dossier()
    passage = dossier.relations.reports[0].passage(0, 11)
    assert differing(passage, [(0, 4), (2, 6), (20, 30)]) == (("PORT", True), (" A", True), ("LDANE", False))
    assert differing(passage, []) == ((passage.words, False),)


def stories() -> dict[str, Dossier]:
    return {name.replace(" ", "-"): make() for name, make in EVERY.items()}


def test_list_of_stories() -> None:
    page = to_index(stories())
    page.encode("utf-8")
    found = Outline(page)
    assert found.open == []
    assert found.stray == []
    assert {f"./{name}.html" for name in stories()} <= set(found.links)
    assert found.tags["script"] == 0
    assert "2 disputed" in page


def test_list_without_stories() -> None:
    assert "No story was found in the input." in to_index({})
