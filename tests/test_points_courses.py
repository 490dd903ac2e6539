"""What has become of one person: later steps replace earlier ones, and what is denied is a conflict."""

from __future__ import annotations

from crosswire.model.relation import Point, PointRelation
from point_stories import Row, relations, row, told

COURIER, POST, RADIO = "Courier", "Post", "Radio"


def points(relation: PointRelation, *rows: Row) -> list[Point]:
    """The points of the story with this relation."""
    return [p for p in relations(rows).points if p.relation is relation]


def updates(*rows: Row) -> list[Point]:
    return points(PointRelation.UPDATE, *rows)


def test_who_was_held_and_charged_is_sentenced() -> None:
    (found,) = updates(
        row(COURIER, "2031-03-04", "A 19-year-old man was arrested after the fire on the pier."),
        row(POST, "2031-03-08", "Pavel Horn, 19, was charged with setting the fire on the pier."),
        row(RADIO, "2032-01-09", "Pavel Horn was sentenced to nine years in prison."),
    )
    assert [len(version) for version in told(found)] == [2, 1]
    assert found.latest == "b"
    assert found.why[0].startswith("of Horn: held or charged in Courier and Post, then sentenced in Radio, which came")


def test_who_was_held_and_is_charged_is_held_still() -> None:
    assert not updates(
        row(COURIER, "2031-03-04", "Pavel Horn, 19, was arrested after the fire on the pier."),
        row(POST, "2031-03-08", "Pavel Horn, 19, was charged with setting the fire on the pier."),
    )


def test_who_is_held_without_bail_is_so_still_when_he_pleads() -> None:
    late = row(RADIO, "2032-01-09", "Pavel Horn pleaded guilty to setting the fire on the pier.")
    assert updates(row(COURIER, "2031-03-04", "Pavel Horn was charged with setting the fire on the pier."), late)
    assert not updates(row(COURIER, "2031-03-04", "Pavel Horn is being held without bail."), late)


def test_nobody_is_tried_within_days() -> None:
    assert not updates(
        row(COURIER, "2031-03-04", "Pavel Horn was arrested after the fire on the pier."),
        row(POST, "2031-03-08", "Pavel Horn was convicted of a theft."),
    )


def test_of_two_with_one_last_name_each_has_a_course_of_his_own() -> None:
    assert not updates(
        row(COURIER, "2031-03-04", "Pavel Horn was arrested after the fire on the pier."),
        row(POST, "2032-03-08", "Ben Horn was sentenced to nine years in prison."),
    )


def test_a_man_is_whom_the_next_sentence_names() -> None:
    (found,) = updates(
        row(COURIER, "2031-03-04", "Pavel Horn was arrested after the fire on the pier."),
        row(POST, "2032-03-08", "A Velden man pleaded guilty on Monday.", "Pavel Horn was sentenced to nine years."),
    )
    assert told(found)[1] == ["A Velden man pleaded guilty on Monday", "Pavel Horn was sentenced to nine years"]


def test_who_was_critically_hurt_is_out_of_hospital() -> None:
    (found,) = updates(
        row(COURIER, "2031-03-04", "Ana Lupo is in critical condition."),
        row(POST, "2031-03-09", "All have been released from the hospital."),
    )
    assert "of Lupo: in critical condition in Courier, then out of hospital in Post" in found.why[0]


def test_all_but_one_are_not_that_one() -> None:
    assert not updates(
        row(COURIER, "2031-03-04", "All but Lupo are in stable condition."),
        row(POST, "2031-03-09", "Lupo was released from the hospital."),
    )


def test_a_woman_without_a_name_is_she() -> None:
    assert not updates(
        row(COURIER, "2031-03-04", "Horn shot a woman in Velden.", "She is in critical condition."),
        row(POST, "2031-03-09", "Horn was released from the hospital."),
    )


def test_who_alone_was_hurt_needs_no_name() -> None:
    early = row(COURIER, "2031-03-04", "A woman was shot in Velden.", "She is in critical condition.")
    late = row(POST, "2031-03-09", "The shot on the pier hit a woman.", "She is expected to survive.")
    (found,) = updates(early, late)
    assert found.why[0].startswith("of the one hurt: in critical condition in Courier, then not in danger in Post")
    two = row(RADIO, "2031-03-05", "Two people were injured in Velden.")
    assert not updates(early, late, two)


def test_of_two_of_one_age_the_hurt_is_not_the_dead() -> None:
    hurt = "A 19-year-old man is in critical condition."
    late = row(POST, "2031-03-09", "Pavel Horn, 19, was found dead on the pier.")
    assert updates(row(COURIER, "2031-03-04", hurt), late)
    assert not updates(row(COURIER, "2031-03-04", "A 19-year-old man died at the scene.", hurt), late)


def test_conditions_not_known_are_known_later() -> None:
    (found,) = updates(
        row(COURIER, "2031-03-04", "Their conditions were not known."),
        row(POST, "2031-03-05", "The seven others are all expected to survive."),
    )
    assert found.why[0].startswith("of those hurt: condition not known in Courier, then not in danger in Post")


def test_expected_to_survive_and_released_are_no_two_versions() -> None:
    assert not updates(
        row(COURIER, "2031-03-04", "The seven victims are expected to survive."),
        row(POST, "2031-03-05", "The seven victims were all treated and released from the hospital."),
    )


def test_who_was_looked_for_is_dead() -> None:
    (found,) = updates(
        row(COURIER, "2031-03-04", "Police are looking for Pavel Horn."),
        row(POST, "2031-03-09", "Pavel Horn was shot and killed on the pier of Tarn."),
    )
    assert told(found)[1] == ["Pavel Horn was shot and killed on the pier of Tarn"]


def test_whose_name_was_withheld_is_named_by_his_age() -> None:
    (found,) = updates(
        row(COURIER, "2031-03-04", "A 17-year-old boy set the fire.", "His name was not released."),
        row(POST, "2031-04-09", "Pavel Horn, 17, set the fire on the pier, prosecutors said."),
    )
    assert found.why[0].startswith("of Horn: not named in Courier, then named in Post")


def test_the_only_one_who_was_hurt_has_died() -> None:
    (found,) = updates(
        row(COURIER, "2031-03-04", "A girl was shot on the pier of Velden.", "The girl was in critical condition."),
        row(POST, "2031-03-06", "The girl who was shot on the pier of Velden has died."),
    )
    assert found.why[0].startswith("of the one hurt: in critical condition in Courier, then dead in Post")


def test_who_died_beside_one_who_lives_is_another() -> None:
    assert not updates(
        row(COURIER, "2031-03-04", "A girl was shot on the pier of Velden.", "The girl was in critical condition."),
        row(POST, "2031-03-06", "A girl died on the pier of Velden.", "Another girl is in stable condition."),
    )


def test_a_second_man_is_the_second() -> None:
    (found,) = updates(
        row(COURIER, "2031-03-04", "Police arrested a sailor on the pier.", "They are searching for a second man."),
        row(POST, "2031-03-06", "Police have arrested a second man on the pier."),
    )
    assert found.why[0].startswith("of the second: looked for in Courier, then held in Post")


def test_an_arrest_told_behind_the_search_was_before_it() -> None:
    assert not updates(
        row(COURIER, "2031-03-04", "Police are looking for Pavel Horn."),
        row(POST, "2031-03-05", "Pavel Horn is still at large.", "Guards arrested Pavel Horn after a brawl."),
    )


def test_whoever_it_is_of_is_named_where_a_sentence_names_him() -> None:
    (found,) = updates(
        row(COURIER, "2031-03-04", "Police are looking for Pavel Horn."),
        row(POST, "2031-03-06", "A man was arrested on the pier.", "Pavel Horn was booked into jail in Tarn."),
    )
    assert found.why[0].startswith("of Horn: looked for in Courier, then held in Post")
    assert found.versions[-1].value == "Pavel Horn was booked into jail in Tarn"


def test_an_officer_called_will_is_no_future() -> None:
    assert not updates(
        row(COURIER, "2031-03-04", "Detectives Will Horn and Ben Moss charged Ana Lupo with theft."),
        row(POST, "2031-03-09", "Ana Lupo was charged with theft."),
    )


def test_how_somebody_is_is_not_replaced_by_an_older_page() -> None:
    assert not updates(
        row(COURIER, "2031-03-05", "Ana Lupo is in critical condition."),
        row(POST, "2031-03-04", "Ana Lupo was shot and killed on the pier of Tarn."),
    )
