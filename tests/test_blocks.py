"""Stretches of two reports that are one text."""

from __future__ import annotations

import numpy as np
import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.report import Paragraph, Report
from crosswire.relate.copies.blocks import blocks
from crosswire.relate.copies.own_words import Vocabulary

LINE = "Divers raised the rusty anchor of the ferry before noon and laid it on the quay"
OTHER = "Children sang while the mayor cut a yellow ribbon in the rain"


def found(here: str, there: str) -> list[tuple[str, str, float]]:
    vocabulary = Vocabulary(load_lexicons())
    a, b = (
        vocabulary.read(Report(n, text, (Paragraph(0, len(text)),)), None) for n, text in (("a", here), ("b", there))
    )
    return [
        (
            here[a.begins[block.here[0]] : a.ends[block.here[-1]]],
            there[b.begins[block.there[0]] : b.ends[block.there[-1]]],
            round(block.density, 2),
        )
        for block in blocks(a, b, np.ones(len(a.said), dtype=bool))
    ]


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        (f"{LINE}.", f"{OTHER}. {LINE}.", [(LINE, LINE, 1.0)]),
        # single equal words at either end belong to it, as long as they outweigh what lies between
        (
            "Divers slowly raised the rusty anchor of the ferry before noon.",
            "Divers raised the rusty anchor of the ferry long before noon.",
            [("Divers slowly raised the rusty anchor of the ferry before noon",
              "Divers raised the rusty anchor of the ferry long before noon", 0.91)],
        ),
        # clauses that changed places
        (
            f"{OTHER}. {LINE}.",
            f"{LINE}. {OTHER}.",
            [(OTHER, OTHER, 1.0), (LINE, LINE, 1.0)],
        ),
        # too far apart to be one
        (
            f"Divers raised the rusty anchor of the ferry. {' '.join(f'word{n}' for n in range(30))}. {OTHER}.",
            f"Divers raised the rusty anchor of the ferry. {OTHER}.",
            [("Divers raised the rusty anchor of the ferry", "Divers raised the rusty anchor of the ferry", 1.0),
             (OTHER, OTHER, 1.0)],
        ),
        # quoted words are neither its beginning nor its end
        (f"“{OTHER}.” {LINE}.", f"“{OTHER}.” {LINE}.", [(LINE, LINE, 1.0)]),
        # nor is the first word of the next sentence
        (f"{LINE}. The rain fell.", f"{LINE}. The boats left.", [(LINE, LINE, 1.0)]),
        (LINE, OTHER, []),
        ("", LINE, []),
    ],
)  # fmt: skip
def test_stretches(here: str, there: str, expected: list[tuple[str, str, float]]) -> None:
    assert found(here, there) == expected


def test_a_word_is_in_one_stretch_only() -> None:
    assert [here for here, _, _ in found(LINE, f"{LINE}. {LINE}.")] == [LINE]
