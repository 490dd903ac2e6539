"""Pages that are no article: each gives an issue that says what it is, and shows by which words."""

from __future__ import annotations

from time import process_time

import pytest

from crosswire.clean.page import clean_pages
from crosswire.lexicons.load import load_lexicons
from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.model.report import Report
from several_pages import BRIDGE, COST, CROWD, DOUBT, RIVAL, WALL, html, paragraphs, plain

ARTICLE = (WALL, COST, RIVAL, DOUBT)
CONSENT = (
    "We and our partners store and/or access information on a device, such as cookies, and process personal data.",
    "You may click to consent to our and our partners' processing as described above, or refuse to consent.",
    "Your consent can be withdrawn at any time in the cookie policy at the foot of each page of this site.",
)
OUTLETS = ["The Tide Table", "Norda News", "Umed Echo", "Linden Post", "Harbour Herald", "Quay Courier", "The Mole"]


def cleaned(body: str, *, markup: bool = False, **fields: str) -> Report | Issue:
    (found,) = clean_pages((Page("p", body, markup, file="p.txt", **fields),), lexicons=load_lexicons())  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (plain("404 Not Found", "nginx"), "what was asked for was not found (“404 not found”)"),
        (plain("The Tide Table", "Oops!", "We can't find the page you were looking for.", "Home"), "was not found"),
        (plain("Seite nicht gefunden", "Die gewünschte Seite gibt es hier nicht mehr."), "was not found"),
        (plain("Página no encontrada", "La página que busca ya no existe en este sitio."), "was not found"),
        (plain("Страница не найдена", "Вернуться на главную"), "was not found"),
        (plain("ページが見つかりません", "トップへ戻る"), "was not found"),
        (plain("Access Denied", "You don't have permission to access this page on this server."), "access is denied"),
        (plain("Доступ запрещен"), "access is denied"),
        (plain("503 Service Unavailable", "No server is available to handle this request."), "could not answer"),
        (plain("Just a moment...", "Verify you are human by completing the action below."), "a check for robots"),
        (plain("Are you a robot?", "We have detected unusual activity from your network."), "a check for robots"),
        ("You need to enable JavaScript to run this app.", "nothing without JavaScript"),
        (plain("Veuillez activer JavaScript pour afficher cette page de notre site."), "nothing without JavaScript"),
        (
            plain(
                "451: Unavailable due to legal reasons",
                "We recognize you are attempting to access this website from a country belonging to the European "
                "Economic Area and therefore access cannot be granted at this time.",
            ),
            "closed to the reader's country",
        ),
        (
            plain("Redirecting...", "If you are not redirected, click here to go to the new page."),
            "sends the reader on",
        ),
        (
            plain("This domain is for sale!", "Ask the broker for the price of tidetable.example."),
            "a domain without a site",
        ),
        (plain("Before you continue", *CONSENT, "Accept all", "Reject all"), "a request for consent"),
        (
            plain("Wir und unsere Partner verwenden Cookies.", "Ihre Einwilligung ist freiwillig.", "Alle akzeptieren"),
            "consent",
        ),
        (
            plain("Sign in", "You must be logged in to see what is on this page today.", "Forgot your password?"),
            "a form for readers' accounts",
        ),
        (
            plain("Close", "Your notification has been saved.", "There was a problem saving your notification."),
            "a form for readers' accounts",
        ),
        (
            "Full text available to subscribers only. Please click here to read the entire story.",
            "closed before its text",
        ),
        (
            plain(
                "Welcome to The Tide Table",
                "We and our 31 partners process personal data, such as numbers that tell one browser from another.",
                "With your leave our partners may use precise geolocation and identification through device scanning.",
                "Your preferences will apply to this site only, and you can change your preferences on coming back.",
            ),
            "a request for consent",
        ),
        (
            plain(
                "The Tide Table",
                "To continue reading, log in.",
                "Get unlimited access to the tables, the charts and the letters for a coin a week. Cancel any time.",
            ),
            "a form for readers' accounts",
        ),
        (plain("Search results for: harbour wall", "No results found", "Advanced search"), "a page of search results"),
    ],
)
def test_what_a_page_is_instead(body: str, says: str) -> None:
    found = cleaned(body)
    assert isinstance(found, Issue)
    assert (found.code, found.report, found.file) == ("no-article", "p", "p.txt")
    assert says in found.message
    assert found.message.startswith("p.txt: no article found, the page is ")


def test_a_page_in_markup_is_known_by_its_title() -> None:
    body = "<h1>Hmm</h1>" + paragraphs("There is nothing to be seen at this address, and perhaps there never was.")
    found = cleaned(html(body, title="Page not found | The Tide Table"), markup=True)
    assert isinstance(found, Issue)
    assert "what was asked for was not found" in found.message
    assert isinstance(cleaned(html("<div id='root'></div>", title="The Tide Table"), markup=True), Issue)


def test_a_sign_in_page_is_known_by_its_title_whatever_it_offers() -> None:
    offer = "Welcome back to the tables, the charts, the letters of our readers and all that the boats bring in."
    more = "Create one for nothing and have every table of the last thirty days on your own telephone."
    body = "<h1>Welcome back</h1>" + paragraphs(offer, f"Don't have an account yet? {more}")
    found = cleaned(html(body, title="Sign in | The Tide Table"), markup=True)
    assert isinstance(found, Issue)
    assert found.file == "p.txt"
    assert "a form for readers' accounts" in found.message


@pytest.mark.parametrize(
    "body",
    [
        plain("Ostra raises its wall", *ARTICLE, *CONSENT, "Accept all", "Reject all"),
        plain("We value your privacy", CONSENT[0], "Accept all", "Ostra raises its wall", *ARTICLE),
        plain("Access denied: fishermen kept from their own harbour", *ARTICLE),
        plain("Page not found: how Ostra lost its archive", *ARTICLE, CROWD),
        plain("Please enable JavaScript to watch this video", "Ostra raises its wall", *ARTICLE),
        plain("Sign in", "Log in", "Search", "Ostra raises its wall", *ARTICLE, "Forgot your password?"),
        plain("Ostra raises its wall", *ARTICLE, "Subscribe to continue reading"),
        plain("Ostra raises its wall", WALL),
        plain(
            "Ostra fined over its cookies",
            "The harbour's site was fined for a page that asked readers to share their data, the regulator said.",
            "Its dialogue said that partners may use precise geolocation, which no reader had been told before.",
            *ARTICLE,
        ),
    ],
)
def test_an_article_with_such_lines_stays_one(body: str) -> None:
    found = cleaned(body)
    assert isinstance(found, Report)
    assert WALL in found.text


def test_a_section_front_gives_no_report() -> None:
    teasers = [
        line
        for n, house in enumerate(OUTLETS)
        for line in (house, f"Wall number {n} in Ostra will be raised by two…", f"{n + 2} hours ago")
    ]
    found = cleaned(plain("Full coverage", "Harbour wall", *teasers))
    assert isinstance(found, Issue)
    assert "list of other reports" in found.message


@pytest.mark.parametrize(
    "title", ["Tag: harbour", "Category: Ostra", "Articles by Ana Ruiz", "Search results for wall"]
)
def test_lists_are_known_by_their_titles(title: str) -> None:
    teasers = [line for n in range(4) for line in (f"Wall number {n} to be raised", "Ostra", "More…")]
    assert isinstance(cleaned(plain(title, *teasers)), Issue)


def test_a_video_with_a_line_about_it_gives_no_report() -> None:
    page = html(
        "<h1>Wall of Ostra from above</h1>" + paragraphs("A drone flies along the whole wall of Ostra at low tide."),
        head='<meta property="og:type" content="video.other">',
    )
    found = cleaned(page, markup=True)
    assert isinstance(found, Issue)
    assert "a video with a line about it" in found.message
    assert isinstance(cleaned(page.replace("video.other", "article"), markup=True), Report)


def test_a_picture_alone_gives_no_report() -> None:
    found = cleaned(
        plain("share", "Masons stand on the wall of Ostra on March 4, 2026. (Ana Ruiz/Norda Images via AP)")
    )
    assert isinstance(found, Issue)
    assert "a picture with its caption" in found.message


def test_tables_and_lists_of_offers_give_no_report() -> None:
    weather = [f"{day} {n}° / {n - 6}°" for n, day in enumerate(["Monday", "Tuesday", "Wednesday", "Thursday"] * 4, 9)]
    assert isinstance(cleaned(plain("Weather for Ostra", *weather)), Issue)
    shares = [f"Ostra Bank {n} 12.{n} +0.{n} %" for n in range(10, 30)]
    assert isinstance(cleaned(plain("Share prices", *shares)), Issue)


def test_weather_warnings_give_no_report() -> None:
    lines = [
        f"Storm Watch issued March {n} at 7:3{n} AM expiring March 9 in effect for: Ostra, Umed" for n in range(1, 7)
    ]
    found = cleaned(plain("Ostra raises its wall", *lines))
    assert isinstance(found, Issue)
    assert "weather warnings" in found.message
    assert isinstance(cleaned(plain("Ostra raises its wall", lines[0], *ARTICLE)), Report)


def test_a_report_with_prices_stays_one() -> None:
    lines = [
        f"{WALL} The first part will cost $ {n} million, and the second will cost half as much as that."
        for n in range(1, 9)
    ]
    assert isinstance(cleaned(plain("What the wall costs", *lines)), Report)


def test_an_empty_page_says_so() -> None:
    found = cleaned(" \n ")
    assert isinstance(found, Issue)
    assert found.message == "p.txt: no article found, it has no text"


def test_a_short_report_in_chinese_signs_is_one() -> None:
    body = "<h1>オストラの防波堤</h1>" + paragraphs(
        "オストラ市議会は月曜日、港の防波堤を二メートル高くすることを決めたと市長が発表した。",
        "工事には三年かかり、費用は千四百万クローネになる見込みだと市の技師は説明している。",
    )
    assert isinstance(cleaned(html(body, title="オストラの防波堤"), markup=True), Report)


def test_a_hostile_page_takes_no_longer() -> None:
    start = process_time()
    cleaned(plain(*["404 not found"] * 5_000))
    cleaned(plain("we use cookies " * 20_000, WALL, BRIDGE))
    assert process_time() - start < 10


def test_forms_are_known_by_their_title_and_walls_by_their_offer() -> None:
    form = html("<h1>Log in - The Tide Table</h1>" + paragraphs("Email address", "Password", "Don't have one yet?"))
    assert isinstance(cleaned(form, markup=True), Issue)
    german = (
        "Besuchen Sie tide.example wie gewohnt mit Werbung und Tracking oder werden Sie Abonnent.",
        "Wir und unsere bis zu 90 Partner verarbeiten Daten Ihres Geräts.",
        "Nutzen Sie tide.example ohne Werbetracking für 3 Kronen im Monat.",
    )
    found = cleaned(html("<h1>Die Gezeiten</h1>" + paragraphs(*german, "Alle akzeptieren und weiter")), markup=True)
    assert isinstance(found, Issue)
    assert "consent to cookies" in found.message
    news = html("<h1>Log in or stay out: Ostra's wall of tickets</h1>" + paragraphs(*ARTICLE))
    assert isinstance(cleaned(news, markup=True), Report)


def test_lists_of_videos_give_no_report_and_chronologies_do() -> None:
    titles = ("Crews leave the harbour wall of Ostra", "Mayor says the wall of Ostra holds", "Masons at work by night")
    found = cleaned(plain(*(f"{n}:1{n} {title}" for n in (1, 2) for title in titles)))
    assert isinstance(found, Issue)
    report = cleaned(plain("Ostra raises its wall", *(f"{n}:15 {words}" for n, words in enumerate(ARTICLE, 10))))
    assert isinstance(report, Report)


def test_a_help_text_that_speaks_to_the_reader_gives_no_report_and_advice_does() -> None:
    found = cleaned(
        plain(
            "Add a place to your post",
            "When you post with a place, Tidetable stores it in your profile. You can switch it off in the settings of "
            "your device at any time.",
        )
    )
    assert isinstance(found, Issue)
    assert "a help text for its readers" in found.message
    advice = "You can cross the wall on foot until Friday. Your ferry ticket is valid on the bus, the council said."
    assert isinstance(cleaned(plain("How to cross the wall of Ostra", advice)), Report)


def test_a_few_whole_lines_among_very_many_cut_teasers_are_no_report() -> None:
    teaser = "The council of Ostra is to raise its harbour wall by two metres after the storm flooded the lower ..."
    page = plain("Ostra's wall", *(f"{house}: {teaser}" for house in OUTLETS * 6), WALL, COST, "Share")
    found = cleaned(page)
    assert isinstance(found, Issue)
    assert "break off as teasers do" in found.message
    assert isinstance(cleaned(plain("Ostra raises its wall", *ARTICLE, "Related", *([teaser] * 8))), Report)


TEASERS = (
    (
        "Ferry runs aground off Linden",
        "A ferry with ninety people ran aground on Monday, and all were brought ashore in boats.",
    ),
    (
        "Mayor of Karsund resigns",
        "Ilka Dorn, who had led the town for eleven years, said that she wanted to rest at last.",
    ),
    ("Storm empties the beaches", "Bathers fled when hail came down on the coast, and lifeguards closed all beaches."),
    ("United lose at home again", "A late goal by Tessa Morn gave the visitors their first win in six matches."),
    ("Museum buys a ship's log", "The log of the steamer Halcyon was found in an attic by a retired teacher in Umed."),
    (
        "Bakers raise the price of bread",
        "Flour has become a third dearer since the spring, the guild said in a letter.",
    ),
)


def front(*, linked: bool = True, data: str = "", body: str = "") -> str:
    heads = [f"<h3><a href='/{n}'>{a}</a></h3>" if linked else f"<h3>{a}</h3>" for n, (a, _) in enumerate(TEASERS)]
    cards = "".join(
        f"<div>{head}<span>2 hours ago</span><p>{b}</p></div>" for head, (_, b) in zip(heads, TEASERS, strict=True)
    )
    return f"<html><head><title>The Tide Table</title>{data}</head><body>{body}<main>{cards}</main></body></html>"


def test_a_section_front_of_whole_sentences_gives_no_report() -> None:
    found = cleaned(front(), markup=True)
    assert isinstance(found, Issue)
    assert "6 of its paragraphs are teasers, each under a title, with a link" in found.message
    plain_front = plain("The Tide Table", *(line for a, b in TEASERS for line in (a, b, "Read more")))
    found = cleaned(plain_front)
    assert isinstance(found, Issue)
    assert "“Read more” behind it" in found.message


@pytest.mark.parametrize(
    "page",
    [
        front(linked=False),  # subheadings
        front(data="<meta property='og:type' content='article'>"),
        front(data='<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Six things"}</script>'),
        front(body="".join(f"<p>{p}</p>" for p in (WALL, COST, RIVAL, DOUBT))),  # teasers below a report
    ],
)
def test_a_report_under_subheadings_or_above_teasers_stays_one(page: str) -> None:
    assert isinstance(cleaned(page, markup=True), Report)
