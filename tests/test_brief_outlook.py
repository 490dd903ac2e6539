"""What looks ahead to something that has happened is not in the brief."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.brief.dossier import write_dossier
from crosswire.brief.outlook import Outlook
from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import Relations
from crosswire.model.when import UNKNOWN
from point_stories import related, relations, report

AHEAD = "The talks between Ana Lupo and Pavel Horn in Velden seem set to be ruled by the broken dam."
BEGUN = "Mayor Ana Lupo and her rival Pavel Horn opened talks in Velden on Monday."


def story(*told: tuple[str, str]) -> Relations:
    """The relations of reports with a day and a sentence each."""
    return relations([(f"{chr(65 + n)} Gazette", day, "", (text,)) for n, (day, text) in enumerate(told)])


def overtaken(found: Relations, text: str) -> bool:
    outlook = Outlook(found, load_lexicons().points)
    for number, (made, annotation) in enumerate(zip(found.reports, found.annotations, strict=True)):
        for sentence in annotation.sentences:
            if made.text[sentence.start : sentence.end] == text:
                return outlook.overtaken(number, made.passage(sentence.start, sentence.end), sentence)
    raise AssertionError(text)


@pytest.mark.parametrize(
    ("ahead", "other", "gone"),
    [
        (AHEAD, "Ana Lupo spent Tuesday morning talking with Pavel Horn in Velden.", True),
        (AHEAD, "Ana Lupo will talk with Pavel Horn in Velden.", False),
        (AHEAD, "Ana Lupo did not talk with Pavel Horn in Velden.", False),
        (AHEAD, "Ana Lupo talked with Ida Brandt in Velden.", False),
        (BEGUN, "Ana Lupo and Pavel Horn talked for three hours in Velden.", True),
        (BEGUN, "Ana Lupo talked with Ida Brandt for three hours in Velden.", False),
        ("Ana Lupo will visit the valley of the Orlo.", "Ana Lupo visited the valley of the Orlo.", True),
        ("Ana Lupo would visit the valley of the Orlo.", "Ana Lupo visited the valley of the Orlo.", False),
        ("Ana Lupo visits the valley of the Orlo.", "Ana Lupo visited the valley of the Orlo.", False),
    ],
)
def test_foretold_and_told(ahead: str, other: str, gone: bool) -> None:
    assert overtaken(story(("2031-03-04", ahead), ("2031-03-05", other)), ahead) is gone


def test_what_an_earlier_report_tells_is_another_visit() -> None:
    ahead = "Ana Lupo will visit the valley of the Orlo."
    before = "Ana Lupo visited the valley of the Orlo."
    assert not overtaken(story(("2031-03-03", before), ("2031-03-04", ahead)), ahead)


def test_without_times_the_past_tense_decides() -> None:
    told = "Ana Lupo spent Tuesday morning talking with Pavel Horn in Velden."
    made = [report("r-a", ("A Gazette", "2031-03-04", "", (AHEAD,)))]
    made.append(replace(report("r-b", ("B Gazette", "2031-03-04", "", (told,))), published_at=UNKNOWN))
    assert overtaken(related(made), AHEAD)


def test_day_that_has_passed() -> None:
    ahead = "Pavel Horn will face a judge in Tarn on Thursday."
    assert overtaken(story(("2031-03-04", ahead), ("2031-03-10", "The pier in Tarn is closed.")), ahead)
    assert not overtaken(story(("2031-03-04", ahead), ("2031-03-05", "The pier in Tarn is closed.")), ahead)


def test_day_that_was_fixed_and_has_passed() -> None:
    ahead = "A hearing of Pavel Horn is scheduled for Thursday in Tarn."
    assert overtaken(story(("2031-03-04", ahead), ("2031-03-10", "The pier in Tarn is closed.")), ahead)
    assert not overtaken(story(("2031-03-04", ahead), ("2031-03-05", "The pier in Tarn is closed.")), ahead)


def test_what_is_scheduled_may_be_over() -> None:
    ahead = "A hearing of Pavel Horn is scheduled in Tarn."
    assert overtaken(story(("2031-03-04", ahead), ("2031-03-10", "The pier in Tarn is closed.")), ahead)
    assert not overtaken(story(("2031-03-04", ahead), ("2031-03-05", "The pier in Tarn is closed.")), ahead)


def test_brief_leaves_out_what_is_overtaken() -> None:
    told = "Ana Lupo spent Tuesday morning talking with Pavel Horn in Velden about the broken dam."
    dossier = write_dossier(story(("2031-03-04", AHEAD), ("2031-03-05", told)), lexicons=load_lexicons())
    assert [s.words for s in dossier.brief] == [told]
