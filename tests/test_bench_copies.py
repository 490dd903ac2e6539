"""The measures of copies: which pairs must be found, and what is planted."""

from __future__ import annotations

import random

import pytest

from crosswire.bench.copies import marked_sequences, sequences, sharing
from crosswire.bench.planted_copies import edited, planted
from crosswire.lexicons.load import load_lexicons
from crosswire.model.report import Paragraph, Report
from crosswire.relate.copies.copying import copied_passages

WIRE = (
    "The mayor of Ostra closed the old iron bridge on Friday after divers found two cracked piers under the water. "
    "Lorries are led through the valley until engineers have filled the holes with fresh concrete, which takes weeks. "
    "Shopkeepers on both banks fear for the summer trade."
)
OTHER = (
    "A choir of ninety bakers opened the harvest fair with a song about yeast. Rain fell on the tents, and the brass "
    "band from the hills lost its way in the fog. Children rode on painted carts until the lamps were lit at dusk."
)


def report(name: str, text: str) -> Report:
    return Report(name, text, (Paragraph(0, len(text)),))


def test_pairs_that_share_half_of_the_shorter_text() -> None:
    reports = [report("a", WIRE), report("b", f"{OTHER} {WIRE}"), report("c", OTHER)]
    assert sharing(reports, sequences) == [("a", "b"), ("b", "c")]


def test_words_that_somebody_quotes_need_not_be_found() -> None:
    reports = [report("a", f"“{WIRE}”"), report("b", WIRE)]
    quoted = set().union(*map(marked_sequences, reports))
    assert sharing(reports, sequences) == [("a", "b")]
    assert sharing(reports, lambda one: sequences(one) - quoted) == []


@pytest.mark.parametrize("part", [0.1, 0.3])
def test_about_the_part_is_edited(part: float) -> None:
    words = (WIRE + " " + OTHER).split() * 20
    found = edited(words, random.Random(1), part, ["other"])
    assert found == edited(words, random.Random(1), part, ["other"])
    gone = len(words) - sum(word != "other" for word in found)
    assert 0.3 * part < gone / len(words) < 0.7 * part  # of four edits two keep the word


def test_a_passage_stands_between_paragraphs_of_its_host() -> None:
    source = report("a", " ".join([WIRE] * 6))
    host = "\n\n".join([OTHER] * 8)
    (found,) = planted([source], [host], random.Random(3), 0.0)
    inside = found.report.text[found.start : found.end]
    assert "bakers" not in inside
    assert found.report.text.replace(inside, "").replace("\n\n\n\n", "\n\n").strip() == host


def test_planted_passages_are_found() -> None:
    sources = [report("a", " ".join([WIRE] * 6))]
    (host,) = planted(sources, ["\n\n".join([OTHER] * 8)], random.Random(3), 0.1)
    (copy,) = copied_passages([*sources, host.report], (), lexicons=load_lexicons())
    assert (copy.report, copy.source) == ("host0", "a")
    assert all(host.start <= here.start and here.end <= host.end for here, _ in copy.passages)
