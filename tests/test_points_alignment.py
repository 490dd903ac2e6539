"""What two sentences' words find of each other, and the network that looks into them."""

from __future__ import annotations

import numpy as np
import pytest

from crosswire.errors import ModelError
from crosswire.relate.points import piece_reader
from crosswire.relate.points.alignment import ALIGNED, aligned_rows
from crosswire.relate.points.piece_reader import LONGEST, ReadPieces, load_piece_network

WORDS = ("dam", "broke", "flooded", "mayor", "fled", "town", "the", "rain", "dyke", "burst")
# What means the same is seen the same.
MEANING = {word: number for number, word in enumerate(WORDS)} | {"dyke": 0, "burst": 1}


class Plain:
    """A reader to whom every meaning is a direction of its own."""

    def read(self, words: str) -> ReadPieces:
        pieces = tuple(words.split())
        seen = np.array([np.eye(len(WORDS))[MEANING[piece]] for piece in pieces], np.float32)
        return ReadPieces(pieces, seen, seen.mean(axis=0))


STORY = ("the dam broke", "the dyke burst", "the mayor fled", "rain flooded the town", "the dam broke")
REPORTS = (0, 1, 1, 1, 2)


def told(pair: tuple[int, int], pairs: tuple[tuple[int, int], ...]) -> dict[str, float]:
    """The row of one pair by name."""
    rows = aligned_rows(STORY, REPORTS, pairs, Plain())
    return dict(zip(ALIGNED, rows[pairs.index(pair)].tolist(), strict=True))


PAIRS = ((0, 1), (0, 2), (0, 3), (0, 4))


def test_other_words_of_the_same_meaning_find_each_other() -> None:
    same, other = told((0, 1), PAIRS), told((0, 2), PAIRS)
    assert same["found_low"] == pytest.approx(1.0, abs=1e-5)
    assert other["found_high"] < 0.3
    assert same["stretch_found"] > other["stretch_found"]
    assert same["whole"] > other["whole"]


def test_the_nearest_of_a_report_has_the_first_rank() -> None:
    assert told((0, 1), PAIRS)["found_rank_high"] == 0
    assert told((0, 3), PAIRS)["found_rank_high"] > 0
    assert told((0, 4), PAIRS)["whole_rank_high"] == 0


def test_a_pair_is_told_the_same_from_either_side() -> None:
    turned = tuple((b, a) for a, b in PAIRS)
    assert np.allclose(aligned_rows(STORY, REPORTS, PAIRS, Plain()), aligned_rows(STORY, REPORTS, turned, Plain()))


@pytest.mark.parametrize("words", ["the", "the the"])
def test_light_words_alone_find_nothing(words: str) -> None:
    rows = aligned_rows((words, "the dam broke"), (0, 1), ((0, 1),), Plain())
    assert rows[0, ALIGNED.index("found_low") : ALIGNED.index("whole_rank_low")].tolist() == [0.0, 0.0, 0.0]


def test_without_pairs_nothing_is_read() -> None:
    assert aligned_rows((), (), (), Plain()).shape == (0, len(ALIGNED))


def test_the_shipped_network_sees_the_same_words_the_same() -> None:
    network = load_piece_network()
    once, again = network.read("The dam at Tarn broke."), network.read("The dam at Tarn broke.")
    assert np.array_equal(once.seen, again.seen)
    assert once.seen.shape[0] == len(once.pieces) == 7  # Tarn is not among the commonest words
    assert len(network.read("rain " * 100).pieces) == LONGEST
    assert network.read("").pieces == ()


def test_the_shipped_network_sees_what_is_meant() -> None:
    pairs = ((0, 1), (0, 2))
    words = ("Two men were killed when the dam broke.", "The collapse of the dyke left two dead.", "He has a dog.")
    rows = aligned_rows(words, (0, 1, 2), pairs, load_piece_network())
    assert rows[0, ALIGNED.index("found_low")] > rows[1, ALIGNED.index("found_low")]


def test_altered_and_missing_networks_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    load_piece_network.cache_clear()
    monkeypatch.setattr(piece_reader, "SHA256", "0" * 64)
    with pytest.raises(ModelError, match=r"pieces\.npz"):
        load_piece_network()
    monkeypatch.setattr(piece_reader, "NAME", "nowhere.npz")
    with pytest.raises(ModelError, match=r"nowhere\.npz"):
        load_piece_network()
    load_piece_network.cache_clear()
