"""Which sentences are behind what a later report tells, and how far a sentence says that a case has come."""

from __future__ import annotations

import pytest

from crosswire.brief.candidates import find_candidates
from crosswire.brief.course import Courses
from crosswire.brief.introduced import people_of
from crosswire.brief.selection import choose
from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import Relations
from point_stories import relations


def courses(story: Relations) -> Courses:
    words = load_lexicons()
    return Courses(story, people_of(story, words), words.brief.course, words.stages)


def two(first: str, second: str, *, days: tuple[str, str] = ("2031-03-04", "2031-03-09")) -> Relations:
    return relations(
        (
            ("Velden Courier", days[0], "Shots at the market in Velden", (first,)),
            ("Northern Post", days[1], "Shots at the market in Velden", (second,)),
        )
    )


BEHIND = [
    ("Police are searching for the gunman in Velden.", "Pavel Horn was arrested in Tarn on Friday.", True),
    ("Police were still searching for the gunman in Velden.", "Pavel Horn was arrested in Tarn on Friday.", True),
    ("The guards fled after a long search for the gunman.", "Pavel Horn was arrested in Tarn on Friday.", False),
    ("Police are investigating the fire in Velden.", "Pavel Horn was arrested in Tarn on Friday.", True),
    ("Detectives continue to investigate the shots.", "Pavel Horn was arrested in Tarn on Friday.", True),
    ("Detectives investigated the shots in Velden.", "Pavel Horn was arrested in Tarn on Friday.", False),
    ("Pavel Horn is charged with arson.", "Pavel Horn received two years' probation.", True),
    ("It was not immediately clear who fired the shots.", "Guards swept the market of Velden.", True),
    ("Police have an arrest warrant for a man from Tarn.", "Pavel Horn was arrested in Tarn on Friday.", True),
    ("The gunmen may be juveniles, police said in Velden.", "Pavel Horn was arrested in Tarn on Friday.", True),
    ("Anyone with information is asked to call the police.", "Pavel Horn was arrested in Tarn on Friday.", True),
    ("A man has been charged with murder in Velden.", "Pavel Horn was sentenced to ten years.", True),
    ("A man was charged with murder in Velden on Monday.", "Pavel Horn was sentenced to ten years.", False),
    ("Pavel Horn is free on bond in Velden.", "Pavel Horn was sentenced to ten years.", True),
    ("Pavel Horn is free on bond in Velden.", "Ruben Falk was sentenced to ten years.", False),
    ("Pavel Horn has not been charged in Velden.", "Pavel Horn was charged with murder on Friday.", True),
    ("Pavel Horn has been charged with murder.", "Pavel Horn could be sentenced to ten years.", False),
    ("Pavel Horn has been charged with murder.", "Ruben Falk, a convicted thief, spoke for Pavel Horn.", False),
    ("Ana Lupo is in critical condition in Velden.", "Ana Lupo died in the hospital of Velden.", True),
    ("Ana Lupo is in critical condition in Velden.", "Ida Brandt died in the hospital of Velden.", False),
    ("A guard is in critical condition in Velden.", "All were treated and released, police said.", True),
    ("A boy is in critical condition in Velden.", "Two boys have died in the hospital of Velden.", True),
    ("The boy may have been shot by a brother.", "Guards swept the market of Velden.", True),
    ("The boy was shot by a brother.", "Guards swept the market of Velden.", False),
    ("Lupo may have broken the law of Velden.", "Guards swept the market of Velden.", False),
    ("The victim hasn't been identified in Velden.", "Guards swept the market of Velden.", True),
    ("A woman was shot this morning in Velden.", "Guards swept the market of Velden.", True),
    ("Police were trying to trace a van in Velden.", "Guards swept the market of Velden.", True),
    ("Police wouldn't say who fired.", "Guards swept the market of Velden.", True),
    ("The victim has not been identified by the police.", "Police identified the dead man as Pavel Horn.", True),
]


@pytest.mark.parametrize(("earlier", "later", "behind"), BEHIND)
def test_what_lasts_is_behind_a_later_step(earlier: str, later: str, behind: bool) -> None:
    story = two(earlier, later)
    number = next(n for n, r in enumerate(story.reports) if earlier in r.text)
    (sentence,) = story.annotations[number].sentences
    assert courses(story).behind(number, sentence) is behind


def test_the_newer_report_is_not_behind_the_older() -> None:
    story = two(
        "Police are searching for a second gunman in Velden.",
        "Pavel Horn was arrested in Tarn on Friday.",
        days=("2031-03-09", "2031-03-04"),
    )
    number = next(n for n, r in enumerate(story.reports) if "second" in r.text)
    assert not courses(story).behind(number, story.annotations[number].sentences[0])


def test_how_somebody_is_grows_old() -> None:
    hurt, later = "Ana Lupo is in critical condition in Velden.", "The market of Velden opened again on Friday."
    for day, behind in (("2031-03-08", False), ("2031-03-14", True)):
        story = two(hurt, later, days=("2031-03-04", day))
        number = next(n for n, r in enumerate(story.reports) if hurt in r.text)
        assert courses(story).behind(number, story.annotations[number].sentences[0]) is behind


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Three are dead after a fire at a mill in Tarn.", True),
        ("The mayor says that the mill is closed.", True),
        ("Ruben Falk died six months ago in Tarn.", True),
        ("Ruben Falk died on 4 March in Tarn.", False),
        ("The mayor says that the mill burned down.", False),
    ],
)
def test_what_was_so_when_an_old_report_was_written(text: str, behind: bool) -> None:
    for days, old in ((("2031-03-04", "2031-03-08"), False), (("2031-03-04", "2031-05-04"), True)):
        story = two(text, "The market of Velden opened again on Friday.", days=days)
        number = next(n for n, r in enumerate(story.reports) if text in r.text)
        assert courses(story).behind(number, story.annotations[number].sentences[0]) is (behind and old)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Police are searching for the gunman in Velden.", 1),
        ("Pavel Horn was arrested in Tarn on Friday.", 2),
        ("Pavel Horn was charged with murder on Friday.", 3),
        ("Pavel Horn faces two counts of theft in Velden.", 3),
        ("Pavel Horn pleaded guilty in Velden on Friday.", 4),
        ("Prosecutors dropped all charges against Pavel Horn.", 4),
        ("Pavel Horn pleaded with the guards to let him in.", 0),
        ("Pavel Horn was sentenced to ten years on Friday.", 5),
        ("The gunman was killed by a guard on Friday.", 5),
        ("The gunman killed a guard on Friday.", 0),
        ("A guard was killed on Friday.", 0),
        ("The market of Velden opened again on Friday.", 0),
    ],
)
def test_how_far_a_case_has_come(text: str, step: int) -> None:
    story = two(text, "The market of Velden opened again on Friday.")
    number = next(n for n, r in enumerate(story.reports) if text in r.text)
    assert courses(story).step(number, story.annotations[number].sentences[0]) == step


NIGHT = (
    "A gunman opened fire at the market in Velden on Monday night and wounded two guards, police said.",
    "Police are searching for the gunman, who fled the market in a white van on Monday night.",
    "The two guards were taken to a hospital in Tarn with wounds in the leg.",
    "The market in Velden was closed on Tuesday while police looked for shells.",
)
TRIAL = (
    "Pavel Horn pleaded guilty in Velden on Friday to the shooting that wounded two guards at the market.",
    "The gunman opened fire at the market in Velden on a Monday night in March and fled in a white van.",
    "The two guards of the market have gone back to their work since then.",
)


def story() -> Relations:
    return relations(
        (
            ("Velden Courier", "2031-03-04", "Two guards shot at market in Velden", NIGHT),
            ("Northern Post", "2031-09-12", "Man pleads guilty to shooting at market in Velden", TRIAL),
        )
    )


def test_the_brief_tells_how_far_the_case_has_come() -> None:
    words = [c.passage.words for c in choose(story(), load_lexicons())]
    assert TRIAL[0] in words
    assert NIGHT[1] not in words


def test_who_is_sought_is_not_readable_after_the_plea() -> None:
    by_words = {c.passage.words: c for c in find_candidates(story(), load_lexicons())}
    assert not by_words[NIGHT[1]].readable
    assert by_words[NIGHT[0]].readable
