"""The quotation tagger's steps: word pieces, windows, what lies between words, borders, spans, the network."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from crosswire.annotate.between import ELSEWHERE, UNKNOWN, path_names, relations
from crosswire.annotate.borders import MARK, NONE, PARAGRAPH, SENTENCE, borders_of
from crosswire.annotate.decode import attribution
from crosswire.annotate.features import CONTENT, CUE, OUT, SOURCE, Setting
from crosswire.annotate.marks import find_marked
from crosswire.annotate.model import load_quotation_model
from crosswire.annotate.setting import settings
from crosswire.annotate.windows import LONGEST, SHARED, Window, Words, windows, words_of
from crosswire.lexicons.wordpieces import MOST_PIECES, WordPieces
from parsed import language, lexicons, report_of

KNOWN = {
    piece: n
    for n, piece in enumerate(
        ["[UNK]", "harbour", "har", "##bour", "##s", "cafe", "1", "##2", ".", "n", "'", "t", "“", "a", "##a"]
    )
}
ORDER = {"O": OUT, "S": SOURCE, "Q": CUE, "C": CONTENT}


def pieces() -> WordPieces:
    return WordPieces(KNOWN, KNOWN["[UNK]"])


def read(text: str) -> tuple[list[Setting], Words]:
    report = report_of(text)
    around = settings(report, language().sentences(report), find_marked(report, lexicons().marks))
    return around, words_of(around, report.text, load_quotation_model().pieces)


def whole(words: Words) -> Window:
    return Window(0, len(words.place), 0, len(words.place))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Harbour", ["harbour"]),  # the longest known piece, in small letters
        ("harbours", ["harbour", "##s"]),
        ("Café", ["cafe"]),  # without accents
        ("n't", ["n", "'", "t"]),  # marks by themselves
        ("“", ["“"]),
        ("12", ["1", "##2"]),
        ("Quay", ["[UNK]"]),  # not known in part: not known at all
        ("harq", ["[UNK]"]),
        ("a" * 30, ["a", *["##a"] * (MOST_PIECES - 1)]),
        (" ", ["[UNK]"]),  # at least one
    ],
)
def test_word_pieces(word: str, expected: list[str]) -> None:
    assert pieces().of(word) == tuple(KNOWN[piece] for piece in expected)


def test_windows_hold_every_word_once_as_their_own_and_share_sentences() -> None:
    _, words = read(
        " ".join(f"Maren Holt said on day {n} that the harbour at Ostra would stay shut." for n in range(60))
    )
    found = windows(words)
    assert len(found) > 3
    assert [w.first for w in found] == [0, *(w.last for w in found[:-1])]
    assert found[-1].last == len(words.place)
    for before, after in pairwise(found):
        assert after.start < before.end <= after.end
        assert after.start <= after.first <= before.end
        assert sum(len(words.pieces[n]) for n in range(after.start, before.end)) <= SHARED
    for w in found:
        assert w.start <= w.first <= w.last <= w.end
        assert sum(len(words.pieces[n]) for n in range(w.start, w.end)) <= LONGEST
        assert w.start == 0 or words.sentences[w.start] != words.sentences[w.start - 1]


def test_a_sentence_longer_than_a_window_is_cut() -> None:
    _, words = read("Holt named " + ", ".join(f"pier {n} of harbour {n}" for n in range(120)) + " and left.")
    found = windows(words)
    assert [w.first for w in found] == [0, *(w.last for w in found[:-1])]
    assert found[-1].end == len(words.place)
    assert all(sum(len(words.pieces[n]) for n in range(w.start, w.end)) <= LONGEST for w in found)


def test_a_report_without_words_has_no_window() -> None:
    assert windows(words_of([], "", pieces())) == []


def test_what_lies_between_a_cue_and_the_words_of_its_window() -> None:
    around, words = read("“The pier is safe,” Holt said.\n\nNobody fell.")
    said = words.lower.index("said")
    found = relations(words, whole(words), said, around, {".": 2, "|nsubj<": 3})
    distance, near, marks, path = found.T
    assert distance[said] == 0
    assert len(set(distance.tolist())) > 6
    assert len({int(near[said]), int(near[-1])}) == 2  # another sentence, another paragraph
    assert marks[words.lower.index("pier")] != marks[said]
    assert path[said] == 2
    assert path[words.lower.index("holt")] == 3
    assert path[words.lower.index("pier")] == UNKNOWN
    assert path[-1] == ELSEWHERE


def test_a_way_through_the_tree_is_named_by_its_steps() -> None:
    around, words = read("Holt said the pier was safe.")
    names = [whole_ for whole_, _ in path_names(around[0], words.lower.index("said"))]
    assert names[words.lower.index("holt")] == "|nsubj<"
    assert names[words.lower.index("pier")] == "|ccomp>vnsubj"


def test_borders() -> None:
    _, words = read("“Safe,” Holt said. He left.\n\nNobody fell.")
    found = dict(zip(words.lower, borders_of(words, whole(words)).tolist(), strict=True))
    assert found["holt"] == MARK
    assert found["said"] == NONE
    assert found["he"] == SENTENCE
    assert found["nobody"] == PARAGRAPH


@pytest.mark.parametrize(
    ("text", "labels", "source", "content"),
    [
        ("Holt said the pier was safe.", "SQCCCCO", "Holt", ["the pier was safe"]),
        ("“ Safe ”, Holt said.", "CCCCSQO", "Holt", ["“ Safe ”"]),  # a loose comma is off
        ("Holt said one, two.", "SQCOCO", "Holt", ["one, two"]),  # a comma left out is no gap
        ("Holt said one.\n\nTwo fell.", "SQCCCCO", "Holt", ["one", "Two fell"]),  # a paragraph's end is one
        ("Maren Holt left. Holt said so.", "SSOOSQCO", "Holt", ["so"]),  # the source in the cue's own sentence
        ("It seemed so.", "OQCO", None, ["so"]),
        ("Holt said: -", "SQOC", "Holt", []),  # a mark alone is no content
    ],
)
def test_labels_to_spans(text: str, labels: str, source: str | None, content: list[str]) -> None:
    _, words = read(text)
    assert len(words.place) == len(labels)
    anchor = labels.index("Q")
    found = attribution(words, whole(words), anchor, [ORDER[label] for label in labels], 1.0)
    assert [text[start:end] for start, end in found.content] == content
    assert (text[slice(*found.source)] if found.source else None) == source
    assert found.cue == (words.tokens[anchor].start, words.tokens[anchor].end)


def test_the_network_answers_the_same_whatever_it_read_before() -> None:
    encoder = load_quotation_model().encoder
    (_, first), (_, second) = read("Holt said the pier was safe."), read("“No,” Maren told reporters. " * 30)
    seen, cues = encoder.read(first, whole(first))
    encoder.read(second, windows(second)[0])
    again, cues_again = encoder.read(first, whole(first))
    assert np.array_equal(seen, again)
    assert np.array_equal(cues, cues_again)
    assert int(cues.argmax()) == first.lower.index("said")
