"""Copies of which so many words were edited that their words alone don't show it."""

from __future__ import annotations

import numpy as np
import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.report import Paragraph, Report
from crosswire.relate.copies.copy_index import Blocks, candidates
from crosswire.relate.copies.copying import Copy, copy_between
from crosswire.relate.copies.fingerprints import Fingerprinter
from crosswire.relate.copies.own_words import Vocabulary
from crosswire.relate.copies.reworded import ENOUGH_REPORTS, copy_from

LEXICONS = load_lexicons()
SOURCE = (
    "Divers recovered the ferry's bronze bell on Tuesday from forty metres of murky water below the Tarvik lighthouse. "
    "Museum curators in Skarsund will soak the corroded bell in fresh water for a year and a half before anyone cleans "
    "its engraved rim. The shipowner's grandson, a retired beekeeper, paid for the salvage barge."
)
HEAVILY = (
    "Salvage men recovered a bronze bell on Monday from some forty metres of cold water off Tarvik lighthouse. Two "
    "curators in Skarsund may soak the corroded thing in clean water for many months before somebody polishes an "
    "engraved edge. A grandson, now a retired beekeeper, hired the salvage barge."
)
HOST = "Councillors in Mossgate argued over parking permits until midnight. The treasurer resigned in tears, and left. "
# What police say of every night: words enough in a row, and everybody has them.
NIGHT = "A man was shot in the {} on {} and was taken to {} Hospital, where his condition was {}, police said. "
ONE = NIGHT.format("leg", "Elm Street", "Mercy", "stabilized")
TWO = NIGHT.format("arm", "Weaver Lane", "Saint Olaf", "listed as good")


def copied(text: str, source: str, *, known: int = ENOUGH_REPORTS, also: tuple[str, ...] = ()) -> Copy | None:
    """What a text has from a source; `also` are other reports that are known."""
    maker = Fingerprinter(LEXICONS.rarity, LEXICONS.function_words.any_language)
    rows = Blocks()
    for number, other in enumerate((source, *also)):
        rows.add(number, maker.of_text(other).values)
    here, there = (Report(id, words, (Paragraph(0, len(words)),)) for id, words in (("new", text), ("old", source)))
    vocabulary = Vocabulary(LEXICONS)
    words, theirs = vocabulary.read(here, None), vocabulary.read(there, None)
    assert copy_between(words, theirs) is None
    only = np.array(range(1, len(also) + 1), dtype=np.int64)
    found = candidates(maker.of_text(text), rows)
    others = [c for c in found if c.number not in only]
    return copy_from(words, theirs, others[0], known=known) if others else None


def test_a_heavily_edited_passage_is_found_by_its_rare_words() -> None:
    copy = copied(HOST + HEAVILY, SOURCE)
    assert copy is not None
    assert copy.words >= 12
    assert 0 < copy.share < 1
    for here, there in copy.passages:
        assert (HOST + HEAVILY)[here.start : here.end] == here.words
        assert SOURCE[there.start : there.end] == there.words


@pytest.mark.parametrize(
    ("text", "source", "known", "also"),
    [
        (HOST, SOURCE, ENOUGH_REPORTS, ()),
        (HOST + TWO, ONE, ENOUGH_REPORTS, (ONE + HOST[:20], TWO, ONE)),
        # among a few reports everything is rare
        (HOST + HEAVILY, SOURCE, 3, ()),
        # words that many reports have say nothing of two of them
        (HOST + HEAVILY, SOURCE, ENOUGH_REPORTS, (SOURCE + " More.", SOURCE + " Less.", HEAVILY, HEAVILY, HEAVILY) * 2),
    ],
)
def test_what_is_no_copy(text: str, source: str, known: int, also: tuple[str, ...]) -> None:
    assert copied(text, source, known=known, also=also) is None
