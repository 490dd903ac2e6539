"""Words of the trade, outlets with country and language, the language of a report."""

from __future__ import annotations

import pytest

from crosswire.clean.header.language import language_of, settled_language
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.load import load_lexicons

LEXICONS = load_lexicons()
MEDIA, OUTLETS = LEXICONS.media_words, LEXICONS.outlets
GERMAN = "Der Stadtrat von Ostra hat am Montag beschlossen, die alte Brücke abzureißen, sagte die Bürgermeisterin."


@pytest.mark.parametrize(
    ("words", "sure", "may_be"),
    [
        ("The Ostra Herald", True, True),
        ("Ostranachrichten", True, True),
        ("ostra.com", True, True),
        ("北港新聞", True, True),
        ("Острянские Новости", True, True),
        ("Linden Post", False, True),
        ("WKLM", False, True),
        ("heralds of spring", False, False),
        ("the starting post", False, False),
        ("Mayor of Ostra", False, False),
    ],
)
def test_names_of_media(words: str, sure: bool, may_be: bool) -> None:
    assert (MEDIA.is_sure(words), MEDIA.may_be(words)) == (sure, may_be)


@pytest.mark.parametrize(
    ("words", "section", "generic"),
    [("Politics", True, True), ("Wirtschaft", True, True), ("Local News", True, True), ("Ostra News", False, False)],
)
def test_sections(words: str, section: bool, generic: bool) -> None:
    assert (MEDIA.is_section(words), MEDIA.is_generic(words)) == (section, generic)


@pytest.mark.parametrize(
    ("words", "rest"), [("Von Ana Ruiz", "Ana Ruiz"), ("Vonnegut Ana", None), ("Text: Ana", "Ana")]
)
def test_what_opens_a_byline(words: str, rest: str | None) -> None:
    assert MEDIA.behind_opener(words) == rest


@pytest.mark.parametrize(("words", "role"), [("Staff Writer", True), ("Korrespondentin", True), ("Ana Ruiz", False)])
def test_roles(words: str, role: bool) -> None:
    assert MEDIA.is_role(words) is role


@pytest.mark.parametrize(
    ("host", "country", "language"),
    [
        ("www.derstandard.at", "at", None),
        ("news.orf.at", "at", "de"),
        ("www.lapresse.ca", "ca", "fr"),
        ("www.themoscowtimes.com", "ru", "en"),
        ("ostra.example", None, None),
    ],
)
def test_outlets_of_addresses(host: str, country: str | None, language: str | None) -> None:
    found = OUTLETS.of_domain(host)
    assert (found.country if found else None) == country
    assert language is None or (found is not None and found.language == language)


@pytest.mark.parametrize(
    ("words", "found", "within"),
    [("Blick", True, ()), ("The Seattle Times", True, ("The Seattle Times",)), ("Pittsburgh Post-Gazette", True, None)],
)
def test_names_that_are_words_count_only_alone(words: str, found: bool, within: tuple[str, ...] | None) -> None:
    assert (OUTLETS.find(words) is not None) is found
    named = tuple(outlet.name for outlet, _, _ in OUTLETS.within(f"She told {words} that the bridge was shut."))
    assert named == (within if within is not None else (words,))
    assert OUTLETS.is_sure(words) is bool(named)


def test_every_outlet_is_found_by_each_of_its_forms() -> None:
    sure = [form for form in OUTLETS.names if OUTLETS.is_sure(form)]
    assert [form for form in sure if not OUTLETS.within(f"She told {form} so.")] == []
    assert [form for form in OUTLETS.names if words_of(form) not in OUTLETS.whole] == []


def test_every_outlet_has_its_own_domain_and_name() -> None:
    domains = [outlet.domain for outlet in OUTLETS.entries]
    assert len(domains) == len(set(domains))
    assert all(len(outlet.country) == 2 and outlet.country.islower() for outlet in OUTLETS.entries)
    assert all(outlet.language is None or len(outlet.language) == 2 for outlet in OUTLETS.entries)


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [(GERMAN, "en", "de"), (GERMAN, None, "de"), ("Ostra", "nb", "no"), ("Ostra", "de", "de"), (GERMAN, "zu", "zu")],
)
def test_the_text_says_its_language_before_the_page_does(text: str, declared: str | None, language: str) -> None:
    assert settled_language(language_of(text), declared) == language


def test_signs_alone_have_no_language() -> None:
    assert language_of("12345 67890 1234567 34 - 34 / 20 : 12") is None


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Careers at The Linden Post", "The Linden Post"),
        ("Share this Story : Ostra Tide", "Ostra Tide"),
        ("Über Ostra Tide", "Ostra Tide"),
        ("careers at The Linden Post", None),
        ("Aboutness", None),
    ],
)
def test_lines_that_a_house_name_ends(words: str, named: str | None) -> None:
    match = MEDIA.house.match(words)
    assert (match["name"] if match else None) == named


@pytest.mark.parametrize(
    ("words", "buttons"),
    [("Facebook Tweet Email Print", True), ("fbshare gshare", True), ("Print works burned down", False)],
)
def test_lines_of_networks(words: str, buttons: bool) -> None:
    assert bool(MEDIA.networks.match(words)) is buttons
