"""Updates in which a later stage of a matter replaces an earlier one."""

from __future__ import annotations

from crosswire.model.relation import Point, PointRelation
from point_stories import Row, relations, row, told


def updates(*rows: Row) -> list[Point]:
    """The updates of the story."""
    return [p for p in relations(rows).points if p.relation is PointRelation.UPDATE]


def test_who_was_looked_for_is_held_later() -> None:
    (found,) = updates(
        row("Courier", "2031-03-04", "Shots fell on the pier of Velden.", "Police are looking for two gunmen."),
        row("Post", "2031-03-06", "Shots had fallen on the pier of Velden.", "Pavel Horn was arrested on Tuesday."),
    )
    assert told(found) == [["Police are looking for two gunmen"], ["Pavel Horn was arrested on Tuesday"]]
    assert found.latest == "b"
    assert found.why[0] == "nobody found in Courier, then somebody held in Post, which came out 2 days later"


def test_of_two_names_only_the_one_looked_for_is_held() -> None:
    found = updates(
        row("Courier", "2031-03-04", "Police are still looking for Pavel Horn."),
        row("Post", "2031-03-05", "Police arrested Ana Lupo on the pier.", "They also captured Pavel Horn in Tarn."),
    )
    assert [told(p)[1] for p in found] == [["They also captured Pavel Horn in Tarn"]]


def test_a_second_man_counts_up() -> None:
    found = updates(
        row("Courier", "2031-03-04", "Nobody is in custody after the fire on the pier."),
        row("Post", "2031-03-05", "One man is in custody after the fire on the pier."),
        row("Radio", "2031-03-06", "A second man is in custody after the fire on the pier."),
    )
    held = next(p for p in found if len(p.versions) == 3)
    assert [len(v) for v in told(held)] == [1, 1, 1]
    assert "then somebody held in Post, then others held in Radio" in held.why[0]


def test_what_is_told_of_another_year_is_no_arrest_of_now() -> None:
    assert not updates(
        row("Courier", "2031-03-04", "Police are looking for the gunman."),
        row("Post", "2031-03-06", "In 2024 two men were jailed after a robbery in Tarn."),
    )


def test_an_arrest_long_before_answers_no_search() -> None:
    assert not updates(
        row("Courier", "2031-03-04", "Pavel Horn was arrested on the pier."),
        row("Post", "2031-04-06", "Police are looking for Pavel Horn."),
    )


def test_who_was_not_named_is_named_later() -> None:
    (found,) = updates(
        row("Courier", "2031-03-04", "The victim has not been identified."),
        row("Post", "2031-03-05", "Police identified the victim as Ana Lupo.", "Pavel Horn, a clerk, saw the fire."),
    )
    assert told(found)[1] == ["Police identified the victim as Ana Lupo"]
    assert "not named in Courier, then named in Post, which came out the next day" in found.why[0]


def test_another_age_is_another_person() -> None:
    assert not updates(
        row("Courier", "2031-03-04", "An unidentified 21-year-old woman was shot."),
        row("Post", "2031-03-05", "Ana Lupo, 58, was shot on the pier."),
    )


def test_the_older_page_replaces_nothing() -> None:
    assert not updates(
        row("Courier", "2031-03-05", "Pavel Horn has not been charged over the fire."),
        row("Post", "2031-03-04", "Pavel Horn was charged with setting the fire."),
    )


def test_who_is_still_looked_for_after_an_arrest_may_be_another() -> None:
    assert not updates(
        row("Courier", "2031-03-04", "Police arrested a man on the pier."),
        row("Post", "2031-03-06", "Police are looking for a gunman."),
    )


def test_an_arrest_of_others_answers_no_search_for_one_more() -> None:
    assert not updates(
        row("Courier", "2031-03-04", "Ana Lupo was arrested on the pier.", "One suspect remains at large."),
        row("Post", "2031-03-05", "Ana Lupo was arrested on the pier.", "Ben Moss was arrested in Tarn."),
    )


def test_an_earlier_arrest_that_the_same_report_tells_answers_no_search() -> None:
    assert not updates(
        row("Courier", "2031-03-04", "Police are looking for Pavel Horn."),
        row("Post", "2031-03-05", "Pavel Horn remains at large.", "Police arrested Horn in the winter of a theft."),
    )


def test_no_suspect_identified_is_answered_by_an_arrest() -> None:
    (found,) = updates(
        row("Courier", "2031-03-04", "No suspect has been identified."),
        row("Post", "2031-03-06", "Pavel Horn was arrested on the pier of Velden."),
    )
    assert found.why[0].startswith("nobody found in Courier, then somebody held in Post")


def test_what_is_dated_to_the_days_of_the_first_report_is_of_this_event() -> None:
    (found,) = updates(
        row("Courier", "2031-03-04", "The victim has not been identified."),
        row("Post", "2031-08-05", "Ana Lupo, 30, was killed on the pier on March 3."),
    )
    assert "not named in Courier, then named in Post" in found.why[0]
