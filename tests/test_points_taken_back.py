"""Claims that who made them takes back, and what papers correct of themselves."""

from __future__ import annotations

import pytest

from crosswire.model.relation import Point, PointRelation, Status
from crosswire.run.models import shared_models
from point_stories import relations

CLAIM = "Opposition leader Pavel Horn told the chamber that Mayor Ana Lupo knew of the leak in the Orlo dam."


def shared(*texts: tuple[str, str]) -> list[Point]:
    """The points of several versions or reports in a story of one report a text: its day, its words."""
    rows = tuple((f"{chr(65 + n)} Gazette", day, "", tuple(words.split("|"))) for n, (day, words) in enumerate(texts))
    return [p for p in relations(rows).points if p.relation is not PointRelation.SINGLE]


@pytest.mark.parametrize(
    "later",
    [
        "Horn said he had been wrong to claim that Mayor Ana Lupo knew of the leak in the Orlo dam.",
        "Pavel Horn withdrew his statement that Mayor Ana Lupo knew of the leak in the Orlo dam.",
        "Pavel Horn apologised for saying that Mayor Ana Lupo knew of the leak in the Orlo dam.",
    ],
)
def test_a_claim_that_its_speaker_takes_back_is_superseded_and_nobody_carries_it(later: str) -> None:
    (point,) = shared(("2031-03-04", CLAIM), ("2031-03-06", f"{later}|Horn was in Tarn on Thursday."))
    assert point.status is Status.SUPERSEDED
    told = [s.passage.words for s in point.statements]
    assert told == ["Mayor Ana Lupo knew of the leak in the Orlo dam", later]
    assert point.why[0].startswith("said in A Gazette, taken back in B Gazette")


def test_a_claim_that_denies_is_taken_back_as_it_was_made() -> None:
    first = "The operator Hydrovel said on Monday that the pump had failed and denied that its crew was tired."
    (point,) = shared(
        ("2031-03-04", first), ("2031-03-06", "Hydrovel withdrew its statement that the pump had failed.")
    )
    assert point.status is Status.SUPERSEDED
    assert point.statements[0].passage.words == "the pump had failed"
    worked = first.replace("had failed", "had not failed")
    assert not shared(
        ("2031-03-04", worked), ("2031-03-06", "Hydrovel withdrew its statement that the pump had failed.")
    )


def test_what_another_says_is_not_taken_back_by_him() -> None:
    other = "Opposition leader Pavel Horn said that Ida Brandt was wrong to claim that Ana Lupo knew of the leak."
    assert not [p for p in shared(("2031-03-04", CLAIM), ("2031-03-06", other)) if p.status is Status.SUPERSEDED]
    third = CLAIM.replace("Opposition leader Pavel Horn", "Prosecutor Ida Brandt")
    later = "Pavel Horn said he had been wrong to claim that Mayor Ana Lupo knew of the leak in the Orlo dam."
    found = shared(("2031-03-04", CLAIM), ("2031-03-05", third), ("2031-03-06", later))
    (back,) = [p for p in found if p.status is Status.SUPERSEDED]
    assert "Brandt" not in " ".join(s.passage.words for s in back.statements)


def test_what_a_paper_corrects_is_superseded_and_no_second_origin() -> None:
    flat = "Ana Lupo accepted 300,000 crowns from the dredging firm Hydrovel in two instalments."
    later = "An earlier article in this newspaper said that Ana Lupo accepted 300,000 crowns."
    (point,) = shared(("2031-03-04", flat), ("2031-03-06", f"{later}|She is only alleged to have done so."))
    assert point.status is Status.SUPERSEDED
    assert {s.passage.report for s in point.statements} == {"r-a", "r-b"}
    claimed = flat.replace("Ana Lupo accepted", "Pavel Horn said that Ana Lupo accepted")
    assert not shared(("2031-03-04", claimed), ("2031-03-06", later))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("He was wrong to say that the pier was weak.", "that the pier was weak."),
        ("The firm took back its claim that the pump had failed.", "the pump had failed."),
        ("This newspaper wrongly reported that the pier was weak.", "that the pier was weak."),
        ("He was wrong to leave the pier.", None),
        ("An earlier report said that five had died.", None),
        ("The army withdrew from the town that it had held.", None),
        ("Tarn withdrew from the talks after a report that the pier was weak.", None),
        ("She retracted her earlier statement that the pier was weak.", "the pier was weak."),
        ("He took back part of his claim about the pier.", "the pier."),
    ],
)
def test_withdrawn(words: str, expected: str | None) -> None:
    at = shared_models().lexicons.points.withdrawn(words)
    assert (None if at is None else words[at:].strip()) == expected


def test_a_claim_and_its_withdrawal_are_two_utterances() -> None:
    later = "Horn said he had been wrong to claim that Mayor Ana Lupo knew of the leak in the Orlo dam."
    found = relations((("A Gazette", "2031-03-04", "", (CLAIM,)), ("B Gazette", "2031-03-06", "", (later,))))
    assert len({q.utterance for q in found.quotations}) == len(found.quotations) == 2


def test_what_should_have_been_said_was_not() -> None:
    text = "The notice said that the pier was safe. It should have said that the pier was closed."
    found = relations((("A Gazette", "2031-03-04", "", (text,)),)).quotations
    assert [" ".join(p.words for p in q.content) for q in found] == ["that the pier was safe"]
