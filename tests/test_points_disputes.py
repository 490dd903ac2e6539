"""Who is at odds with whom: what one rejects against the words of another who is known, and nobody else's."""

from __future__ import annotations

import pytest

from crosswire.model.relation import Between, PointRelation
from point_stories import relations, row

CLAIM = "Prosecutor Ida Brandt said that Hydrovel had stored oil in the Orlo dam for years."
REJECTED = "The operator Hydrovel rejected accusations that it had stored oil in the Orlo dam."


@pytest.mark.parametrize(
    ("first", "second", "disputed"),
    [
        (CLAIM, REJECTED, True),
        # a claim behind something that is denied
        (
            "Guard Ida Brandt said that the pumps had not worked and that two gates had been locked.",
            "The operator Hydrovel denied that any gate had been locked.",
            True,
        ),
        # the report's own words are nobody's claim
        ("Hydrovel had stored oil in the Orlo dam for years.", REJECTED, False),
        # a thing that is denied is only kept apart
        ("“There is no flood emergency,” Mayor Ana Lupo said.", "Horn declared a flood emergency on Monday.", False),
        ("The gate of the Orlo dam was locked on Sunday night.", "The gate was not locked, so it opened.", False),
        (
            "No word on the child's condition at this time, although police say he is stable.",
            'Orlo Park Police aren\'t saying how badly the boy is hurt, but say he is "stable."',
            False,
        ),
        ("“The gate was locked,” Ana Lupo said.", "“The gate was not locked,” Pavel Horn said.", True),
    ],
)
def test_speakers_are_at_odds(first: str, second: str, disputed: bool) -> None:
    found = relations((row("Courier", "2031-03-04", first), row("Post", "2031-03-04", second))).points
    conflicts = [point for point in found if point.relation is PointRelation.CONFLICT]
    assert bool(conflicts) is disputed
    assert all(point.between is Between.ACTORS for point in conflicts)


def test_an_accusation_stands_for_a_claim_that_is_not_named() -> None:
    accused = "Minister Pavel Horn accused Hydrovel of ignoring cracks."
    first = row("Courier", "2031-03-04", accused, "Hydrovel rejected the charge.")
    second = row("Post", "2031-03-04", "Minister Pavel Horn accused Hydrovel of ignoring cracks in the Orlo dam.")
    (found,) = (p for p in relations((first, second)).points if p.relation is PointRelation.CONFLICT)
    assert (found.versions[0].value or "").startswith("Minister Pavel Horn accused Hydrovel")


@pytest.mark.parametrize(
    ("answer", "disputed"),
    [("Hydrovel rejected the accusation.", True), ("Hydrovel denied it.", False)],
)
def test_a_claim_that_is_named_as_one_is_looked_for_further_back(answer: str, disputed: bool) -> None:
    accused = "Minister Pavel Horn accused Hydrovel of ignoring cracks in the Orlo dam."
    between = ("The dam was built in 1988.", "It stands above Velden.", "The lake is full.", "Rain fell for days.")
    first = row("Courier", "2031-03-04", accused, *between, answer)
    second = row("Post", "2031-03-04", "Minister Pavel Horn accused Hydrovel of ignoring cracks.")
    found = [p for p in relations((first, second)).points if p.relation is PointRelation.CONFLICT]
    assert bool(found) is disputed


def test_what_somebody_is_accused_of_having_done_is_denied_by_him() -> None:
    accused = "Minister Pavel Horn accused Mayor Ana Lupo of having hidden the letters on the Orlo dam."
    denied = "Mayor Ana Lupo denied hiding the letters on the Orlo dam."
    found = relations((row("Courier", "2031-03-04", accused), row("Post", "2031-03-04", denied))).points
    assert [p.between for p in found if p.relation is PointRelation.CONFLICT] == [Between.ACTORS]
