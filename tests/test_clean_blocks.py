"""The lines of a page in markup: how they are read, where they stand, when the slow extractor is asked."""

from __future__ import annotations

import time

import numpy as np
import pytest

from crosswire.clean.blocks import markup as markup_module
from crosswire.clean.blocks.block_kinds import block_kinds
from crosswire.clean.blocks.block_odds import FURTHEST, block_odds, is_unsure, with_extractor
from crosswire.clean.blocks.block_traits import block_traits
from crosswire.clean.blocks.block_words import NAMES, word_traits
from crosswire.clean.blocks.blocks import Blocks
from crosswire.clean.blocks.markup import read_markup
from crosswire.clean.blocks.near import judge_near
from crosswire.clean.blocks.tree import parse
from crosswire.clean.lines.lines import split_lines
from crosswire.clean.page import clean_page
from crosswire.errors import DataError
from crosswire.lexicons.block_weights import block_weights
from crosswire.lexicons.load import binary, load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import FurnitureKind, Report

LEXICONS = load_lexicons()
BODY = (
    "The council of Ostra voted on Tuesday to pull down the old bridge, and the mayor said that work would start soon.",
    "“We have waited for this day for eleven years,” Mayor Edda Varga told reporters after the vote was taken.",
    "Engineers who looked at the bridge in May found cracks in two of its piers, a report of the town said last week.",
    "The work is to cost 14 million crowns and to take two years, the council said in a statement after the meeting.",
)
TEASER = "The harbour of Karsund opens to large ships again after the storm, the port's director said on Monday."
AUTHOR = "Ana Ruiz is a reporter of The Linden Echo. She writes about bridges."
# Pages without names and sentences, half text and half menu: what is the report on them nobody can be sure of.
VAGUE = tuple(
    "<html><body>"
    + "".join(f"<section><div>{line} {n}0</div><div><a href='/x'>Karsund {n}</a></div></section>" for n in range(9))
    + "".join(f"<div>{line} <a href='/x'>Karsund {n}</a></div>" for n in range(9))
    + "</body></html>"
    for line in ("Harbour fees", "Harbour of Ostra:", "Ostra")
)


def _blocks(body: str) -> Blocks:
    return parse(f"<html><body>{body}</body></html>").blocks


def _page(*, before: str = "", inside: str = "", behind: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    return (
        "<html><head><title>Ostra votes to pull down its bridge</title></head><body>"
        "<nav class='main-menu'><ul><li><a href='/'>Home</a></li><li><a href='/s'>Harbour</a></li></ul></nav>"
        f"{before}<article class='story'><h1>Ostra votes to pull down its bridge</h1><div class='story-body'>{text}"
        f"{inside}</div></article>{behind}<footer><a href='/i'>Imprint of the house</a></footer></body></html>"
    )


def _text(html: str) -> str:
    report = clean_page(Page("p", html, True), lexicons=LEXICONS)
    assert isinstance(report, Report)
    return report.text


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>One <b>two</b>\n three</p><p>four</p>", ("One two three", "four")),
        ("<div>one<p>two</p>three</div>", ("one", "two", "three")),
        ("<p>one<br>two</p>", ("one", "two")),
        ("<p>Ferries to <!-- -->Ostra<!-- --> sail</p>", ("Ferries to Ostra sail",)),
        ("<div><span>3 March</span><!-- --><span>10:15</span></div>", ("3 March", "10:15")),
        ("<ul><li><a href='/a'>one</a> <a href='/b'>two</a></li></ul>", ("one two",)),
        ("<table><tr><td>Ferry</td><td>25</td></tr><tr><td>Bus</td><td>40</td></tr></table>", ("Ferry 25", "Bus 40")),
        (f"<table><tr><td>Home</td><td>{BODY[0]}</td></tr></table>", ("Home", BODY[0])),
        ("<table><tr><td><p>one</p><p>two</p></td><td>three</td></tr></table>", ("one", "two", "three")),
        ("<script>one</script><style>two</style><p>three</p>", ("three",)),
        ("<noscript><p>one</p></noscript><p>two</p>", ("two",)),
        ("<p> \n </p>", ()),
        ("", ()),
        # Side by side without a space, shown apart by the page's style.
        ("<div><time>6 hours ago</time><span>Share</span><b>Save</b></div>", ("6 hours ago", "Share Save")),
        ("<div><span>By</span><span>Ana Ruiz</span><time>3 March</time></div>", ("By Ana Ruiz", "3 March")),
        ("<nav><a><span>Home</span></a><a>Sport</a></nav>", ("Home", "Sport")),
        ("<div><span>W</span><span>ork</span> <b>M</b>ost <i>Mac</i>Donald</div>", ("Work Most MacDonald",)),
        ("<p><span>Mac</span><span>Donald</span> <span>O</span><a>’Neill</a></p>", ("MacDonald O’Neill",)),
    ],
)
def test_lines(body: str, lines: tuple[str, ...]) -> None:
    assert tuple(_blocks(body).words) == lines


def test_what_is_known_of_a_line() -> None:
    blocks = _blocks("<div class='story' id='x'><p>Read <a href='/a'>the <b>plan</b></a> today</p></div>")
    (element,) = blocks.element
    elements = blocks.elements
    assert elements.tag[element] == "p"
    assert elements.named(elements.parent[element]).split("\n") == ["story", "x", "", ""]
    assert (blocks.linked[0], blocks.links[0], blocks.stressed[0]) == (len("the plan"), 1, len("plan"))
    assert blocks.visible == "Read the plan today"


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("related-links", {"related"}),
        ("recommendedStories", {"related"}),
        ("article__comment-list", {"article", "comments", "list"}),
        ("navy harbour", set()),
        ("main-nav", {"main", "nav"}),
        ("newsletter_signup", {"newsletter"}),
        ("shares", set()),
    ],
)
def test_names_of_elements(name: str, kinds: set[str]) -> None:
    names = LEXICONS.element_names
    found = names.read(name)
    assert {kind for kind in names.kinds if found & names.bit(kind)} == kinds


@pytest.mark.parametrize(
    ("extra", "gone"),
    [
        ({"before": f"<div class='teaser related'><a href='/k'>{TEASER}</a></div>"}, TEASER),
        ({"behind": f"<aside class='related-stories'><h3>More</h3><p><a href='/k'>{TEASER}</a></p></aside>"}, TEASER),
        ({"behind": f"<div class='comments'><p class='comment-body'>{TEASER}</p></div>"}, TEASER),
        (
            {"inside": "<figure><figcaption>The bridge at Ostra in May</figcaption></figure>"},
            "The bridge at Ostra in May",
        ),
        ({"behind": f"<div class='author-bio'><p>{AUTHOR}</p></div>"}, AUTHOR),
    ],
    ids=["teaser-before", "related", "comment", "caption", "author-box"],
)
def test_furniture_that_reads_like_prose_is_known_by_its_place(extra: dict[str, str], gone: str) -> None:
    text = _text(_page(**extra))
    assert text == "\n\n".join(BODY)
    assert gone not in text


def test_a_list_in_the_text_is_text() -> None:
    items = "".join(f"<li>{line}</li>" for line in (TEASER, BODY[0].replace("Tuesday", "Monday")))
    assert TEASER in _text(
        _page(inside=f"<p>The plan in two points, as the council put it on Tuesday:</p><ul>{items}</ul>")
    )


def test_the_kind_of_a_line_is_its_place_s() -> None:
    blocks = _blocks(
        "<nav><a href='/'>Karsund</a></nav><div class='comments'><p>Ilsen</p></div><footer><p>Sorel</p></footer>"
        "<p>Ume</p><div class='newsletter'><p>Norda</p></div>"
    )
    found = [kind and kind[0] for kind in block_kinds(blocks, LEXICONS)]
    assert found == [
        FurnitureKind.NAVIGATION, FurnitureKind.COMMENT, FurnitureKind.NAVIGATION, None, FurnitureKind.NEWSLETTER,
    ]  # fmt: skip


def test_the_table_is_the_same_in_pieces() -> None:
    blocks = _blocks("".join(f"<p>{line}</p>" for line in BODY * 3))
    traits = block_traits(blocks, LEXICONS)
    whole = traits.rows(0, 12)
    assert whole.shape == (12, LEXICONS.block_weights.traits)
    assert np.array_equal(whole, np.vstack([traits.rows(0, 5), traits.rows(5, 6), traits.rows(6, 12)]))


def test_links_alone_and_menus_are_not_read() -> None:
    blocks = _blocks(
        f"<h1><a href='/b'>The bridge</a></h1><p>{BODY[0]}</p><p><a href='/a'>bridge.example</a></p>"
        f"<ul><li><a href='/k'>Karsund</a></li><li><a href='/k'>{TEASER}</a></li><li>By <a href='/i'>Ana</a></li></ul>"
        "<nav><div>Search</div></nav><div><button>Send <b>now</b></button><select><option>One</option></select></div>"
    )
    read = block_traits(blocks, LEXICONS).lines
    assert [blocks.words[line] for line in read] == ["The bridge", BODY[0], "bridge.example", TEASER, "By Ana"]


def test_a_page_of_links_alone_has_odds() -> None:
    odds = block_odds(
        _blocks("<ul><li><a href='/k'>Karsund</a></li><li><a href='/i'>Ilsen</a></li></ul>"), lexicons=LEXICONS
    )
    assert odds.tolist() == [-FURTHEST, -FURTHEST]


@pytest.mark.parametrize(
    ("body", "own", "above"),
    [
        ("<div class='comments'><p class='byline'>Ana <b>Ruiz</b></p></div>", {"author"}, 1),
        ("<div class='comments'><p><span class='byline'>Ana</span></p></div>", {"author"}, 1),
        ("<article class='comments'><div>Ana</div></article>", set(), 1),
        ("Ana", set(), 0),
    ],
    ids=["block", "inline", "above", "body"],
)
def test_names_and_tags_around_a_line(body: str, own: set[str], above: int) -> None:
    names, traits = LEXICONS.element_names, block_traits(_blocks(body), LEXICONS)
    assert {kind for kind in names.kinds if int(traits.named[0]) & names.bit(kind)} == own
    assert int(traits.above[0]).bit_count() == above


def test_odds_do_not_depend_on_where_the_markup_ends() -> None:
    tree = parse(_page())
    odds = block_odds(tree.blocks, lexicons=LEXICONS)
    kept = {line for line, score in zip(tree.blocks.words, odds, strict=True) if score > 0}
    assert kept == set(BODY)
    assert len(block_odds(_blocks(""), lexicons=LEXICONS)) == 0


@pytest.mark.parametrize(
    ("odds", "unsure"),
    [((5.0, 5.0, -5.0), False), ((0.3, -0.4, 0.2), True), ((5.0, 5.0, 0.0), False), ((-5.0, -5.0, -5.0), True)],
)
def test_unsure_is_a_page_whose_text_may_be_furniture(odds: tuple[float, ...], unsure: bool) -> None:
    assert is_unsure(np.array(odds), [BODY[0], BODY[1], "Short"]) is unsure


def test_the_extractor_s_word_moves_the_odds_both_ways() -> None:
    assert list(with_extractor(np.array([0.5, 0.5]), (True, False))) == [2.5, -1.5]


def test_the_extractor_is_asked_where_the_markup_is_unsure_and_only_there(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def body_of(source: str) -> str:
        asked.append(source)
        return ""

    monkeypatch.setattr(markup_module, "body_of", body_of)
    _text(_page())
    assert asked == []
    for page in VAGUE:
        clean_page(Page("p", page, True), lexicons=LEXICONS)
    assert asked  # such pages there are
    assert set(asked) <= set(VAGUE)


def test_megabytes_are_not_given_to_the_extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup_module, "body_of", lambda source: pytest.fail("asked"))
    monkeypatch.setattr(markup_module, "block_odds", lambda blocks, lexicons: np.full(len(blocks.words), 0.1))
    _text(_page(behind=f"<script>{'x' * 1_000_000}</script>"))


def test_lines_far_from_the_report_have_kind_and_reason() -> None:
    teasers = "".join(f"<li><a href='/{n}'>Karsund opens harbour number {n}</a></li>" for n in range(200))
    html = _page(behind=f"<div class='most-read'><ul>{teasers}</ul></div>")
    markup = read_markup(html)
    lines = split_lines(markup.visible)
    support = markup.support(lines, lexicons=LEXICONS)
    assert support is not None
    verdicts = judge_near(lines, support, lexicons=LEXICONS)
    assert [v.line for v in verdicts] == list(lines)
    assert all(v.kept or v.header or (v.kind and v.why) for v in verdicts)
    assert {v.kind for v in verdicts[-60:-1]} == {FurnitureKind.RELATED}


def test_weights_are_the_pinned_ones() -> None:
    data = binary("blocks.npz")
    assert block_weights(data).traits == LEXICONS.block_weights.traits
    with pytest.raises(DataError, match="reinstall"):
        block_weights(data + b"x")
    with pytest.raises(DataError, match=r"none\.npz"):
        binary("none.npz")


@pytest.mark.parametrize(
    "part",
    [
        "<p>" + BODY[0],
        "<li><a href='/k'>Karsund opens its harbour</a></li>",
        "<tr><td>1</td><td>2</td></tr>",
        "<div class='a b'><b>x</b></div>",
    ],
    ids=["unclosed-p", "links", "table", "names"],
)
def test_time_grows_with_the_length_alone(part: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        clean_page(Page("p", _page(behind=f"<table>{part * times}</table>"), True), lexicons=LEXICONS)
        return time.process_time() - start

    seconds(10)
    # The better of two: the memory may be tidied up in the midst of one.
    small, large = (min(seconds(times), seconds(times)) for times in (250, 1_000))
    assert large < 10 * small + 0.3


def test_what_the_head_tells() -> None:
    head = (
        "<html lang='en'><head><link rel='author' class='author' href='/ana'><link rel='canonical' href='/bridge'>"
        "<title> The  bridge </title><meta property='OG:Type' content=' article '></head>"
    )
    body = (
        "<div class='post-Byline'>By Tom Hill</div><time class='author'>noon</time><time datetime='2026-03-03'>3</time>"
        "<h1>The <b>bridge</b><style>h1 {}</style></h1><a rel='nofollow Author' href='/a'>Ana Ruiz</a><p>Text.</p>"
    )
    tree = parse(head + body)
    assert (tree.canonical, tree.language, tree.title, tree.heading) == ("/bridge", "en", "The bridge", "The bridge")
    assert (tree.time, tree.headings) == ("2026-03-03", ("The bridge",))
    assert [(meta.name, meta.content) for meta in tree.metas] == [("og:type", "article")]
    assert tree.bylines == ("Ana Ruiz", "By Tom Hill", "noon")


@pytest.mark.parametrize(
    ("body", "pictured"),
    [
        ("<div class='x'><a href='/'><picture><img src='a'></picture></a>Reuters</div>", {"div"}),
        ("<figure><img src='a'></figure><p>Text</p>", {"body"}),  # no words stand in it
        ("<p>Text</p>", set()),
    ],
)
def test_pictures(body: str, pictured: set[str]) -> None:
    blocks = _blocks(body)
    assert {blocks.elements.tag[place] for place in blocks.pictured} == pictured


def test_only_elements_that_hold_words_are_elements() -> None:
    blocks = _blocks("<div></div><ul><li> </li><li><a href='/'></a><span><b>One</b></span></li></ul><p></p>")
    assert list(blocks.elements.tag) == ["body", "ul", "li", "span", "b"]
    assert list(blocks.elements.parent) == [0, 0, 1, 2, 3]
    assert (blocks.element, blocks.inner) == ((2,), (4,))


@pytest.mark.parametrize(
    ("line", "traits"),
    [
        ("He said that the bridge was closed on Tuesday.", "words_8_15 sentence_end speech prose"),
        ("“We waited,” she said.", "words_4_7 sentence_end quote_start quote speech you"),
        ("Photo: Ole Berg / AFP", "words_4_7 credit function_none"),
        ("Hotel mages", "words_1_3 function_none"),
        ("Sign up at www.linden.example", "words_4_7 address you"),
        ("Mar. 3, 2026", "words_1_3 dated function_none"),
        ("Room 4711", "words_1_3 function_none"),
        ("• Two more", "words_1_3 bullet"),
        ("(Ana Ruiz)", "words_1_3 function_none paren_all"),
        ("Sport | Culture", "words_1_3 function_none separated"),
        ("What next?", "words_1_3 question sentence_end"),
        ("and this is not the end…", "words_4_7 cut_off lower_start"),
        ("奥斯特拉的旧桥将于明年拆除，市长周二宣布。", "words_8_15 sentence_end function_none prose"),
        ('"', "words_1_3 quote_start quote function_none"),
    ],
)
def test_words_of_lines(line: str, traits: str) -> None:
    before, behind = "The end. “Yes” (3 March", "a 1"
    table = word_traits([before, line, behind], LEXICONS.furniture, LEXICONS.function_words)
    asked = ("words_1_3", "words_4_7", "words_8_15", "words_16_30", "words_31", "sentence_end", "cut_off", "colon_end",
             "question", "lower_start", "quote_start", "quote", "bullet", "function_none", "speech", "dated", "address",
             "credit", "you", "separated", "paren_all", "prose")  # fmt: skip
    assert {name for name in asked if table[1, NAMES.index(name)]} == set(traits.split())


def test_shares_of_words_and_signs() -> None:
    lines = ["Old Bridge falls, 3 hurt, 14 Missing", "x" * 50 + " The", "THE END"]
    table = word_traits(lines, LEXICONS.furniture, LEXICONS.function_words)
    shares = {name: list(table[:, NAMES.index(name)]) for name in ("title_case", "capitals", "digits", "commas")}
    assert shares["title_case"] == pytest.approx([2 / 4, 0, 0])
    assert shares["capitals"] == pytest.approx([3 / 36, 1 / 54, 6 / 7])
    assert shares["digits"] == pytest.approx([2 / 7, 0, 0])
    assert shares["commas"] == pytest.approx([2 / 5, 0, 0])


def test_a_line_of_megabytes_is_told_by_its_beginning_and_its_end() -> None:
    said = "He said that the bridge was closed. "
    short, long = (block_traits(_blocks(f"<p>{said * times}</p>"), LEXICONS) for times in (100, 30_000))
    assert short.words[0, NAMES.index("prose")] == long.words[0, NAMES.index("prose")] == 1
    assert list(short.words[0]) == list(long.words[0])


def test_a_line_s_traits_do_not_depend_on_the_lines_around_it_or_asked_of_before() -> None:
    lines = ["Harbour news", f"{BODY[0]}", "Harbour news", "Ferry times (12)", f"“{BODY[1]}”", "3 May 2026"]
    together = word_traits(lines, LEXICONS.furniture, LEXICONS.function_words)
    alone = [word_traits([line], LEXICONS.furniture, LEXICONS.function_words)[0] for line in reversed(lines)]
    assert together.tolist() == [row.tolist() for row in reversed(alone)]
    assert word_traits([], LEXICONS.furniture, LEXICONS.function_words).shape == (0, len(NAMES))
