"""Marks that overlap, cut into pieces that don't."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crosswire.write.pieces import Mark, MarkKind, Piece, pieces

MARKS = st.lists(
    st.builds(
        Mark,
        start=st.integers(0, 60),
        end=st.integers(0, 60),
        kind=st.sampled_from(MarkKind),
    ),
    max_size=14,
)


def test_overlapping_marks_become_three_pieces() -> None:
    said, disputed = Mark(0, 6, MarkKind.SAID), Mark(4, 9, MarkKind.DISPUTED)
    assert pieces(0, 10, [disputed, said]) == (
        Piece(0, 4, (said,), True),
        Piece(4, 6, (said, disputed), True),
        Piece(6, 9, (disputed,), False),
        Piece(9, 10, (), False),
    )


def test_no_marks_give_one_piece() -> None:
    assert pieces(3, 8, []) == (Piece(3, 8, (), False),)


def test_empty_span_gives_none() -> None:
    assert pieces(3, 3, [Mark(0, 9, MarkKind.SAID)]) == ()


@given(start=st.integers(0, 30), length=st.integers(0, 30), marks=MARKS)
def test_pieces_cover_the_span_once(start: int, length: int, marks: list[Mark]) -> None:
    found = pieces(start, start + length, marks)
    assert all(piece.start < piece.end for piece in found)
    positions = [at for piece in found for at in range(piece.start, piece.end)]
    assert positions == list(range(start, start + length))


@given(start=st.integers(0, 30), length=st.integers(0, 30), marks=MARKS)
def test_each_position_has_exactly_the_marks_over_it(start: int, length: int, marks: list[Mark]) -> None:
    for piece in pieces(start, start + length, marks):
        for at in range(piece.start, piece.end):
            assert set(piece.marks) == {mark for mark in marks if mark.start <= at < mark.end}
        assert piece.opens == any(mark.start == piece.start for mark in piece.marks)


@given(start=st.integers(0, 30), length=st.integers(0, 30), marks=MARKS)
def test_order_of_marks_does_not_matter(start: int, length: int, marks: list[Mark]) -> None:
    assert pieces(start, start + length, marks) == pieces(start, start + length, marks[::-1])
