"""What the user asks, from the words of the command line."""

from __future__ import annotations

import pytest

from crosswire.errors import UsageError
from crosswire.model.dossier import About, Length, Request
from crosswire.run.request import read_request, unknown_actor


@pytest.mark.parametrize(
    ("given", "length"),
    [
        ("3", Length(sentences=3)),
        ("3s", Length(sentences=3)),
        ("12 sentences", Length(sentences=12)),
        ("120w", Length(words=120)),
        ("120 words", Length(words=120)),
        ("120W", Length(words=120)),
    ],
)
def test_lengths(given: str, length: Length) -> None:
    assert read_request(length=given) == Request(length)


@pytest.mark.parametrize("given", ["0", "-3", "x", "3.5", "", "120 pages", "w"])
def test_lengths_that_cannot_be_read(given: str) -> None:
    with pytest.raises(UsageError, match="sentences"):
        read_request(length=given)


def test_nothing_asked() -> None:
    assert read_request() == Request()


def test_a_time_that_cannot_be_read() -> None:
    with pytest.raises(UsageError, match="6h"):
        read_request(since="yesterday")


def test_no_name() -> None:
    with pytest.raises(UsageError, match="name"):
        read_request(about=" ")


def test_nearest_names_of_all_stories_are_told_once() -> None:
    found = [About("Horne", None, nearest=("Horn", "Lupo")), About("Horne", None, nearest=("Horn",))]
    assert str(unknown_actor("Horne", found)).endswith("the nearest are Horn, Lupo")


def test_several_actors_of_one_name() -> None:
    found = [About("Horn", None, nearest=("Pavel Horn", "Rosa Horn"), several=True)]
    assert "Pavel Horn, Rosa Horn" in str(unknown_actor("Horn", found))


def test_a_story_without_actors() -> None:
    assert "no actor was found" in str(unknown_actor("Horn", [About("Horn", None)]))
