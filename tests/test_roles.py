"""Offices: by what a sentence says, former ones, the only holder of one, and whose president is meant."""

from __future__ import annotations

import pytest

from told import speaker_in

HOLDERS = [
    ("Oskar Lund was sworn in as president of Varnia. The new president said yes.", "The new president", "Oskar Lund"),
    ("Ada Marn, who became mayor of Tarn in May, left. The mayor said yes.", "The mayor", "Ada Marn"),
    ("Petra Sool was named finance minister. The finance minister said yes.", "The finance minister", "Petra Sool"),
    ("A President Marn would sign. President Oskar Lund left. The president said yes.", "The president", "Oskar Lund"),
    ("Former mayor Ada Marn met Mayor Oskar Lund. The former mayor said yes.", "The former mayor", "Ada Marn"),
    ("Former mayor Ada Marn met Mayor Oskar Lund. The mayor said yes.", "The mayor", "Oskar Lund"),
    (
        "Then-Transport Minister Ada Marn met Minister Oskar Lund. The then-minister said yes.",
        "The then-minister",
        "Ada Marn",
    ),
    ("President Ada Marn met Russian President Oskar Lund. The president said yes.", "The president", "Ada Marn"),
    (
        "President Ada Marn met Russian President Oskar Lund. The Kremlin leader said yes.",
        "The Kremlin leader",
        "Oskar Lund",
    ),
    ("Voters liked Ada Marn. The former governor said yes.", "The former governor", "Ada Marn"),
    ("Voters liked Mayor Ada Marn. The former governor said yes.", "The former governor", "former governor"),
    ("Critics liked Ada Marn. The singer said yes.", "The singer", "Ada Marn"),
    ("Critics liked Ada Marn and Oskar Lund. The singer said yes.", "The singer", "singer"),
    ("Senators Ada Marn and Oskar Lund left. Marn said yes.", "Marn", "Ada Marn"),
    ("Ada Marn, 43, swam. Oskar Lund, 50, did not. The 43-year-old said yes.", "The 43-year-old", "Ada Marn"),
]


@pytest.mark.parametrize(("text", "source", "expected"), HOLDERS)
def test_who_holds_an_office(text: str, source: str, expected: str) -> None:
    assert speaker_in(text, source, "yes") == expected


def test_an_office_that_is_only_wished_for_is_nobody_s() -> None:
    assert speaker_in("Petra Sool would be a good mayor. The mayor said yes.", "The mayor", "yes") != "Petra Sool"


ELSEWHERE = [
    ("The Tarn police chief said yes.", "The Tarn police chief", "Ada Marn"),
    ("The police chief said yes.", "The police chief", "Ada Marn"),
    ("The Ostmark police chief said yes.", "The Ostmark police chief", "Ostmark police chief"),
    ("An officer said yes.", "An officer", "officer"),
]


@pytest.mark.parametrize(("text", "source", "expected"), ELSEWHERE)
def test_the_only_holder_may_be_named_in_another_report(text: str, source: str, expected: str) -> None:
    assert speaker_in(text, source, "yes", "Tarn police chief Ada Marn found the boat.") == expected


SEATS = [
    ("Downing Street said yes.", "Downing Street", "Downing Street"),
    ("No. 10 said yes.", "No. 10", "No. 10"),
    ("The Élysée said yes.", "The Élysée", "Élysée"),
    ("Foggy Bottom said yes.", "Foggy Bottom", "Foggy Bottom"),
    ("Beijing said yes.", "Beijing", "China"),
    ("The Russians said yes.", "The Russians", "Russia"),
    ("Russian officials said yes.", "Russian officials", "Russian officials"),
]


@pytest.mark.parametrize(("text", "source", "expected"), SEATS)
def test_seats_capitals_and_peoples(text: str, source: str, expected: str) -> None:
    assert speaker_in(text, source, "yes") == expected


def test_a_counterpart_is_who_was_called_so() -> None:
    text = "Varnian minister Ada Marn met her Ostlander counterpart Oskar Lund. Her Ostlander counterpart said yes."
    assert speaker_in(text, "Her Ostlander counterpart", "yes") == "Oskar Lund"


PARTIES = [
    (
        "Carl Reed, the top Democrat on the panel, left. The Ohio Republican said yes.",
        "The Ohio Republican",
        "Olaf Brandt",
    ),
    ("Rep. Ada Marn (R-Calif.) left. The California Republican said yes.", "The California Republican", "Ada Marn"),
    ("Rep. Ada Marn (R-Calif.) left. The Democrat said yes.", "The Democrat", "Democrat"),
    (
        "Ada Marn left. The top Democrat in the House said yes.",
        "The top Democrat in the House",
        "top Democrat in the House",
    ),
]


@pytest.mark.parametrize(("text", "source", "expected"), PARTIES)
def test_epithets_by_party_and_home(text: str, source: str, expected: str) -> None:
    assert speaker_in(f"Olaf Brandt of Ohio, a Republican, came. {text}", source, "yes") == expected


PART_OF_A_PARTY = [
    ("Democrats said yes.", "Democrats", "Democrats"),
    ("Six top Republicans said yes.", "Six top Republicans", "Six top Republicans"),
    ("Many Democrats said yes.", "Many Democrats", "Many Democrats"),
]


@pytest.mark.parametrize(("text", "source", "expected"), PART_OF_A_PARTY)
def test_part_of_a_party_is_not_the_party(text: str, source: str, expected: str) -> None:
    assert speaker_in(f"The Democrats met the Republicans. {text}", source, "yes") == expected


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        # What stands beside a name tells of it, and is no second speaker.
        ("Ada Lund, Harbour Attorney’s Office, said yes.", "Ada Lund, Harbour Attorney’s Office", "Ada Lund"),
        ("The Harbour Board and Ada Lund said yes.", "The Harbour Board and Ada Lund", "Harbour Board and Ada Lund"),
        # Who stands before "and" speaks too, where the source has the second alone; not who is seen by another.
        ("Ada Lund and Pia Marn said yes.", "Pia Marn", "Ada Lund and Pia Marn"),
        ("Rex saw Ada Lund, and Pia Marn said yes.", "Pia Marn", "Pia Marn"),
        ("Ada Lund left and Pia Marn said yes.", "Pia Marn", "Pia Marn"),
        # A source that begins in the sentence before.
        ("It was late. Ada Lund said yes.", "late. Ada Lund", "Ada Lund"),
        # A clause is no part of what somebody is called.
        ("The owner of a club where two people were hurt said yes.", "The owner of a club where two people were hurt",
         "owner of a club"),
        ("People familiar with how the vote was counted said yes.", "People familiar with how the vote was counted",
         "People familiar"),
    ],
)  # fmt: skip
def test_what_a_speaker_is_called(text: str, source: str, expected: str) -> None:
    assert speaker_in(text, source, "yes") == expected


def test_nobody_is_called_by_a_row_of_owners() -> None:
    assert speaker_in("Ada Lund left. Her mother came. Her cousin said yes.", "Her cousin", "yes") == (
        "Ada Lund’s mother’s cousin"
    )
    text = "Ada Lund left. Her mother came. Her cousin said no. Her daughter wept. Her nurse said yes."
    assert (speaker_in(text, "Her nurse", "yes") or "").count("’s") < 3
