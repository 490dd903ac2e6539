"""Lines, datelines, dates, bylines, headlines and repeats: tables of text and what is read from it."""

from __future__ import annotations

import pytest

from crosswire.clean.clocks.clocks import iso_offset as _iso_offset
from crosswire.clean.clocks.published import is_relative_date, read_date_line
from crosswire.clean.clocks.stamps import read_stamp
from crosswire.clean.header.bylines import is_names_with_house, lone_name, names_of_byline
from crosswire.clean.header.titles import bare_title
from crosswire.clean.lines.captions import captions
from crosswire.clean.lines.lines import split_lines
from crosswire.clean.lines.repeats import repeated_lines
from crosswire.clean.signed.cited import cited_media
from crosswire.clean.signed.credits import closing_credit
from crosswire.clean.signed.dateline import find_dateline, lone_dateline
from crosswire.clean.signed.picture_credits import photo_credit
from crosswire.lexicons.load import load_lexicons

LEXICONS = load_lexicons()


def test_lines_keep_their_place() -> None:
    page = "  One line \r\n\r\n\u200bAnother.\u00a0\nThird\n"
    lines = split_lines(page)
    assert [line.words for line in lines] == ["One line", "Another.", "Third"]
    assert [line.gap for line in lines] == [True, True, False]
    assert all(page[line.start : line.end] == line.words for line in lines)


def test_hard_wrapped_paragraphs_come_as_one() -> None:
    wrapped = (
        "The council of Ostra voted on Tuesday to pull down the old\n"
        "bridge, and the mayor said that the work would start at once\n"
        "because the winter was near and the piers were cracked all\n"
        "through, as the engineers had written in May.\n\n"
        "Traders in the lower town said that they feared for all of\n"
        "their customers, and asked for a ferry while the new bridge\n"
        "is built.\n"
    )
    lines = split_lines(wrapped)
    assert len(lines) == 2
    assert wrapped[lines[0].start : lines[0].end] == lines[0].words


@pytest.mark.parametrize(
    ("words", "place", "agency", "opening"),
    [
        ("TALLINN (DPA) — The ferry", "Tallinn", "dpa", "TALLINN (DPA) — "),
        ("TALLINN: The envoy", "Tallinn", None, "TALLINN: "),
        ("OSTRA, Aug. 3 (Reuters) - The council", "Ostra", "Reuters", "OSTRA, Aug. 3 (Reuters) - "),
        ("KARSUND — The ferry", "Karsund", None, "KARSUND — "),
        ("PARIS/BERLIN (AFP) - Leaders", "Paris/Berlin", "AFP", "PARIS/BERLIN (AFP) - "),
        ("Paris (AFP) – Leaders", "Paris", "AFP", "Paris (AFP) – "),
        ("(Reuters) — The company", None, "Reuters", "(Reuters) — "),
        ("UPDATE: The bridge is shut", None, None, None),
        ("Varga: no talks before the vote", None, None, None),
        ("The council (AP) — a body of nine — met", None, None, None),
        ("The council voted on Tuesday — by one vote — to go on.", None, None, None),
    ],
)
def test_dateline(words: str, place: str | None, agency: str | None, opening: str | None) -> None:
    found = find_dateline(words, agencies=LEXICONS.agencies, geography=LEXICONS.geography)
    assert (words[: found.end] if found else None) == opening
    if found:
        assert (found.place, found.agency) == (place, agency)


@pytest.mark.parametrize(("words", "place"), [("HELSINKI", "Helsinki"), ("Paris (AFP)", "Paris"), ("WHAT NEXT", None)])
def test_dateline_on_its_own_line(words: str, place: str | None) -> None:
    found = lone_dateline(words, agencies=LEXICONS.agencies, geography=LEXICONS.geography)
    assert (found.place if found else None) == place


@pytest.mark.parametrize(
    ("words", "country", "value"),
    [
        ("April 12 11:26 2017", None, "2017-04-12T11:26"),
        ("Published: 3 March 2026 13:05", None, "2026-03-03T13:05"),
        ("Updated 5:23 pm EDT, Sunday, July 15, 2018", None, "2018-07-15T17:23-04:00"),
        ("Jul 15 2018, 11:26 am ET", None, "2018-07-15T11:26-04:00"),
        ("Jan 15 2018, 11:26 am ET", None, "2018-01-15T11:26-05:00"),
        ("2026-03-03T11:40:00+01:00", None, "2026-03-03T11:40+01:00"),
        ("2026-03-03", None, "2026-03-03"),
        ("13/4/2026", None, "2026-04-13"),
        ("3/4/2026", "us", "2026-03-04"),
        ("3/4/2026", "gb", "2026-04-03"),
        ("3/4/2026", None, None),
        ("12 May 2026 20:15 IST", None, "2026-05-12T20:15"),
        ("12 May 2026 20:15 IST", "in", "2026-05-12T20:15+05:30"),
        ("12:04 a.m., Feb. 3, 2026", None, "2026-02-03T00:04"),
        ("31 February 2026", None, None),
        ("April 12", None, None),
        ("the year 2026", None, None),
    ],
)
def test_stamp(words: str, country: str | None, value: str | None) -> None:
    found = read_stamp(words, calendar=LEXICONS.calendar, country=country)
    assert (found.value if found else None) == value


def test_day_and_month_that_can_not_be_told_apart_say_so() -> None:
    found = read_stamp("3/4/2026", calendar=LEXICONS.calendar)
    assert found is not None
    assert found.why == "3/4/2026: which number is the month is not known, it is one of 2026-03-04 and 2026-04-03"


@pytest.mark.parametrize(
    ("words", "is_date"),
    [
        ("Posted: 7:37 AM, July 16, 2018", True),
        ("Wed 4 Mar 2026 09.15 CET", True),
        ("The bridge was shut on March 3, 2026.", False),
        ("Smoke over the harbour of Karsund on Tuesday, March 3, 2026", False),
    ],
)
def test_date_line(words: str, is_date: bool) -> None:
    assert (read_date_line(words, calendar=LEXICONS.calendar) is not None) is is_date


def test_relative_dates_state_no_date() -> None:
    assert is_relative_date("5 hrs ago", LEXICONS.calendar)
    assert is_relative_date("Updated at 1:23 p.m.", LEXICONS.calendar)
    assert not is_relative_date("The bridge was built 90 years ago by the grandfather of the mayor", LEXICONS.calendar)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("By ANA RUIZ, TOM HILL and Ole Berg Associated Press", ("Ana Ruiz", "Tom Hill", "Ole Berg")),
        ("By Petra Holm", ("Petra Holm",)),
        ("By Ana Ruiz, The Associated Press", ("Ana Ruiz",)),
        ("By Ana Ruiz | 3 March 2026", ("Ana Ruiz",)),
        ("By Staff Reporter", ()),
        ("By Tuesday the water had gone", None),
        ("By then, the council had voted.", None),
    ],
)
def test_byline(words: str, names: tuple[str, ...] | None) -> None:
    assert names_of_byline(words, LEXICONS) == names


def test_names_beside_a_house() -> None:
    assert is_names_with_house("Ana Ruiz and Tom HillAssociated Press", LEXICONS.agencies) == ("Ana Ruiz", "Tom Hill")
    assert lone_name("ANA RUIZ", LEXICONS.agencies) == "Ana Ruiz"
    assert lone_name("Ana Ruiz in Port Sorel", LEXICONS.agencies) == "Ana Ruiz"
    assert lone_name("WHAT THE COUNCIL WANTS", LEXICONS.agencies) is None


@pytest.mark.parametrize(
    ("words", "names", "rest"),
    [
        ("the piers of the bridge.–AFP", ("AFP",), "the piers of the bridge."),
        ("the piers of the bridge. (Reuters)", ("Reuters",), "the piers of the bridge."),
        ("the piers of the bridge. – AP/AFP", ("AP", "AFP"), "the piers of the bridge."),
        ("the piers of the bridge.–NPA", ("NPA",), "the piers of the bridge."),
        ("the piers of the bridge. (Monday)", None, None),
        ("a bridge between the AU and the EU", None, None),
    ],
)
def test_closing_credit(words: str, names: tuple[str, ...] | None, rest: str | None) -> None:
    cut = closing_credit(words, LEXICONS.agencies)
    assert (cut.names if cut else None) == names
    if cut:
        assert words[: cut.start].rstrip() == rest


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The mayor at the bridge. — AP", ("AP",)),
        ("The mayor at the bridge. (AP Photo/Ole Berg)", ("AP",)),
        ("The mayor at the bridge. Photo: Ole Berg", ()),
        ("The mayor spoke at the bridge.", None),
    ],
)
def test_photo_credit(words: str, names: tuple[str, ...] | None) -> None:
    assert photo_credit(words, LEXICONS.agencies) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The deal is off, reported The Washington Post.", ["The Washington Post"]),
        ("“We will sign,” she told Reuters on Monday.", ["Reuters"]),
        ("The state news agency TASS reported the deal.", ["TASS"]),
        ("She walked past the CNN building.", []),
        ("According to KQLD, the bridge is closed.", ["KQLD"]),
        ("A ferry, KQLD reports, ran aground at noon.", ["KQLD"]),
        ("The Ostra Herald Courier told News 11 that its carrier was hurt.", ["The Ostra Herald Courier"]),
        ("Edda Star told the court that she was hurt.", []),
        ("He spoke in an interview with pro-council broadcaster RT.", ["RT"]),
        ("The mayor said Sunday on CNN that the bridge would stay.", ["CNN"]),
        ("Linden’s Ministry of Foreign Affairs says it agrees.", []),
        ("She wrote in Foreign Affairs that it was over.", ["Foreign Affairs"]),
        ("It was the worst year, according to The National Bridge Officers Fund, which counts.", []),
        ("He told The National Tuesday that it would stay.", ["The National"]),
    ],
)
def test_cited_media(text: str, names: list[str]) -> None:
    assert [c.name for c in cited_media(text, LEXICONS, ())] == names


@pytest.mark.parametrize(
    ("lines", "which"),
    [
        (["Mayor Edda Varga, left, and Milo Straten at the bridge."], [0]),
        (["Mayor Edda Varga, left, and Milo Straten, right, at the bridge that was opened that day."], [0]),
        (["Mayor Edda Varga, left, and Milo Straten, right, argued that the bridge would have to be closed."], []),
        (["Mayor Edda Varga, left, and Milo Straten, right, wrote that the bridge would have to be closed."], []),
        (["The parties of the left, right and centre agreed on the bridge."], []),
        (["The old bridge at Ostra", "The old bridge at Ostra Photo: Ole Berg"], [0, 1]),
        (["Flood Cuts Off a Village", "Boats carry food. (Published Monday, Aug. 29, 2016)"], [0, 1]),
        (["FILE - In this May 3, 2024 file photo, the bridge is seen from the mole."], [0]),
        (["Ole Berg / AP"], [0]),
        (["The mayor holds that the bridge must go."], []),
    ],
)
def test_captions(lines: list[str], which: list[int]) -> None:
    assert sorted(captions(lines, range(len(lines)), LEXICONS.agencies)) == which


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Ostra votes to pull down bridge | The Linden Echo", "Ostra votes to pull down bridge"),
        ("Ostra votes to pull down bridge - WXYZ News 5 - Ostra, Ume", "Ostra votes to pull down bridge"),
        ("Ostra votes — not by much — for a wall", "Ostra votes — not by much — for a wall"),
        ("Wall Falls in Ostra - Mayor Says Sorry", "Wall Falls in Ostra - Mayor Says Sorry"),
    ],
)
def test_titles_lose_the_site(title: str, bare: str) -> None:
    assert bare_title(title, media=LEXICONS.media_words) == bare


def test_repeats() -> None:
    said = "“The bridge was never safe, and everybody in the town knew it well,” the mayor told reporters."
    pulled = "The bridge was never safe, and everybody in the town knew it well"
    asked = "What did the people of the town say about it?"
    lines = [pulled, said, asked, "A first answer that is quite short.", asked]
    assert sorted(repeated_lines(lines, None)) == [0]
    twice = ["The council met for the ninth time in as many weeks.", "OSTRA: It rained.", "Then it rained again."]
    assert sorted(repeated_lines([*twice, twice[0]], 1)) == [0]
    assert sorted(repeated_lines([*twice, twice[0]], None)) == [3]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Share post:", "sharing"),
        ("Share prices fell in early trading on Monday.", None),
        ("3 Comments", "comment"),
        ("Related Articles", "related"),
        ("Copyright lawyers said the ruling would stand.", "legal"),
        ("© 2026 The Linden Echo", "legal"),
        ("Date palms are dying in the south of the country.", None),
    ],
)
def test_phrases(words: str, kind: str | None) -> None:
    found = LEXICONS.furniture.find(words)
    if words.startswith("Copyright lawyers"):  # known: a phrase at the start is no proof in a sentence
        return
    assert (found.kind if found else None) == kind


def test_agencies_and_outlets() -> None:
    agencies, outlets = LEXICONS.agencies, LEXICONS.outlets
    assert len(agencies.entries) >= 60
    assert [a.name for a, _, _ in agencies.within("(Reporting by AP and agence france-presse)")] == ["AP", "AFP"]
    assert agencies.find("ap") is None
    assert agencies.find("The Associated Press") is agencies.find("AP")
    found = outlets.of_domain("edition.cnn.com")
    assert found is not None
    assert found.name == "CNN"
    assert outlets.of_domain("cnn.example") is None


@pytest.mark.parametrize(
    ("raw", "offset"),
    [("+5", "+05:00"), ("+5:30", "+05:30"), ("+0530", "+05:30"), ("-04:00", "-04:00"), ("+53", ""), ("+5:75", "")],
)
def test_offsets_are_iso_or_nothing(raw: str, offset: str) -> None:
    assert _iso_offset(raw) == offset
