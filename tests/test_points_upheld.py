"""The words in which a point is shown, and who counts for them: the clause that all of them say."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import PointKind, PointRelation
from crosswire.relate.points.cuts import Cuts
from crosswire.relate.points.passages import part
from crosswire.relate.points.reprints import Reprints
from crosswire.relate.points.upheld import in_a_clause, upheld
from crosswire.relate.points.versions import Draft, Member, values
from point_stories import bearing


def agreed(*texts: str) -> tuple[str, set[int]]:
    """The words shown of a point that was linked from the texts, one a report, and which of them count."""
    hood, asked = bearing(*texts)
    members = tuple(Member(n, s.passage) for n, s in enumerate(hood.slots))
    draft = Draft(PointKind.OCCURRENCE, PointRelation.SAME, (members,), (), shown={0: members[0]})
    found = upheld(draft, hood, asked, Cuts(hood, asked), Reprints(hood, load_lexicons()))
    return found.shown[0].passage.words, {m.sentence for m in found.carrying()}


@pytest.mark.parametrize(
    ("texts", "shown", "counted"),
    [
        # where and how is left out where another report doesn't say it
        (
            ("The old ferry sank in the harbour of Velden.", "The old ferry sank on Monday, and nobody knows why."),
            "The old ferry sank",
            {0, 1},
        ),
        # a call to readers tells nothing
        (
            (
                "Anyone with information is asked to call the harbour police.",
                "Anyone with information is asked to call the harbour police.",
            ),
            "Anyone with information is asked to call the harbour police.",
            {0},
        ),
        # who tells it of another stands beside
        (
            (
                "Pavel Horn was charged with arson.",
                "Ana Lupo was charged with arson.",
                "Pavel Horn was charged with arson and theft.",
            ),
            "Pavel Horn was charged with arson",
            {0, 2},
        ),
        # nothing is cut that says which one: "a list | of the dead"
        (
            ("The mayor read out a list of the dead.", "The mayor read out a list of demands."),
            "The mayor read out a list of the dead.",
            {0},
        ),
        (
            (
                "He was charged with holding a gun, possession of a knife with a false grip.",
                "He was charged with holding a gun.",
            ),
            "He was charged with holding a gun",
            {0, 1},
        ),
        (("Two officers were hurt.", "Two people were hurt."), "Two officers were hurt.", {0}),
    ],
)
def test_shown_is_what_all_say_who_count(texts: tuple[str, ...], shown: str, counted: set[int]) -> None:
    assert agreed(*texts) == (shown, counted)


def numbered(*texts: str) -> tuple[str, set[int]]:
    """The words shown of a point about "three people", which each text has, and which texts count."""
    hood, asked = bearing(*texts)
    starts = [s.passage.start + s.passage.words.lower().index("three people") for s in hood.slots]
    ends = [start + len("three people") for start in starts]
    members = tuple(Member(n, part(s, starts[n], ends[n])) for n, s in enumerate(hood.slots))
    draft = Draft(PointKind.FIGURE, PointRelation.SAME, (members,), (), shown={0: members[0]})
    found = in_a_clause(draft, hood, asked, Cuts(hood, asked))
    return values(found)[0], {m.sentence for m in found.carrying()}


@pytest.mark.parametrize(
    ("texts", "shown", "counted"),
    [
        (
            ("Three people were wounded in Velden.", "The blast in the mill wounded three people."),
            "Three people were wounded",
            {0, 1},
        ),
        (
            ("Three people remained in critical condition in Tarn.", "Three people remained in critical condition."),
            "Three people remained in critical condition",
            {0, 1},
        ),
        # no clause that both bear out: what they were is not agreed
        (
            ("Three people were wounded in Velden.", "The mayor met three people in Tarn."),
            "Three people",
            {0},
        ),
    ],
)
def test_a_number_is_shown_in_a_clause(texts: tuple[str, ...], shown: str, counted: set[int]) -> None:
    assert numbered(*texts) == (shown, counted)


@pytest.mark.parametrize(
    ("texts", "shown", "counted"),
    [
        # what the verb needs was cut away, and nothing is left that both say
        (("Horn fired at the dam.", "Horn fired into the crowd."), "Horn fired at the dam.", {0}),
        (("Horn died on Monday.", "Horn died in his sleep on Monday."), "Horn died on Monday", {0, 1}),
    ],
)
def test_words_cut_from_what_they_need_are_not_agreed(texts: tuple[str, ...], shown: str, counted: set[int]) -> None:
    assert agreed(*texts) == (shown, counted)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (
            "the quay, which fell into the harbour",
            "Pavel Horn blamed the owners of the quay, which fell into the harbour.",
        ),
        (
            "Pavel Horn blamed the owners of the quay, which fell into the harbour",
            "Pavel Horn blamed the owners of the quay, which fell into the harbour",
        ),
    ],
)
def test_a_scrap_that_nobody_bears_out_is_shown_in_its_sentence(words: str, shown: str) -> None:
    texts = ("Pavel Horn blamed the owners of the quay, which fell into the harbour.", "The mayor opened a school.")
    hood, asked = bearing(*texts)
    first = hood.slots[0]
    start = first.passage.start + first.passage.words.index(words)
    scrap = Member(0, part(first, start, start + len(words)))
    draft = Draft(
        PointKind.OCCURRENCE, PointRelation.SAME, ((scrap, Member(1, hood.slots[1].passage)),), (), shown={0: scrap}
    )
    found = upheld(draft, hood, asked, Cuts(hood, asked), Reprints(hood, load_lexicons()))
    assert [m.passage.words for m in found.members() if m.sentence == 0] == [found.shown[0].passage.words] == [shown]


def test_of_prints_the_one_that_kept_the_hedge_is_shown() -> None:
    bare = "The old ferry sank about noon, nine miles from the harbour of Velden, the Tarn news agency reported."
    hedged = "The old ferry sank about noon, some nine miles from the harbour of Velden."
    assert agreed(bare, hedged, hedged)[0].startswith("The old ferry sank about noon, some nine miles")
