"""Copies of which so many words were edited that their words alone don't show it: what tells is how rare they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.passage import Passage
from crosswire.model.report import Report
from crosswire.relate.blocks import SEED, Block, blocks
from crosswire.relate.copy_index import Candidate
from crosswire.relate.copying import Copy, copy_of
from crosswire.relate.own_words import Numbers, OwnWords, Vocabulary
from crosswire.relate.shared_rows import with_what_others_quote
from crosswire.relate.wordforms import word_forms

# Equal words of a stretch, the part of it that they are, and the words between two stretches of one passage, here and
# there: what a heavy hand leaves of a passage is stretches of four to ten words.
STRETCH, DENSE, APART, APART_THERE = 4, 0.5, 25, 60
# Equal words of a passage, and those of them that are no names, numbers or particles.
LEAST, PLAIN_WORDS = 12, 6
# How many fingerprints of a passage no third report has (or twice as many that one more has, …). "Was taken to N
# Hospital, where he was pronounced dead at 4:06 p.m." has words enough, and hundreds of reports have it.
RARE = 3.0
# Among fewer reports nothing can be known to be rare: there fingerprints count less.
ENOUGH_REPORTS = 1000


def copy_from(
    report: Report,
    source: Report,
    candidate: Candidate,
    annotations: Sequence[Annotation],
    *,
    known: int,
    lexicons: Lexicons,
) -> Copy | None:
    """What a report took from a candidate, word for word, edited (`copy_of`) or heavily edited; None if nothing.

    `known` is the number of reports among which the candidate was found.
    """
    copy = copy_of(report, source, annotations, lexicons=lexicons)
    if copy is not None:
        return copy
    noted = {annotation.report: annotation for annotation in annotations}
    vocabulary = Vocabulary(word_forms(lexicons))
    words, other = with_what_others_quote([vocabulary.read(one, noted.get(one.id)) for one in (report, source)])
    weight = min(1.0, known / ENOUGH_REPORTS)
    found = [p for p in _passages(words, other) if weight * _rare(p, words, candidate) >= RARE]
    return _copy(words, other, found) if found else None


def _passages(words: OwnWords, source: OwnWords) -> Iterator[list[Block]]:
    """The stretches that the reports share, those near each other in both together."""
    passage: list[Block] = []
    for block in blocks(words, source, np.ones(len(words.said), dtype=bool), least=SEED):
        if int(block.own.sum()) < STRETCH or block.density < DENSE:
            continue
        if passage and not _near(passage[-1], block):
            yield from [passage] if _enough(passage, words) else []
            passage = []
        passage.append(block)
    if passage and _enough(passage, words):
        yield passage


def _near(a: Block, b: Block) -> bool:
    there = min(abs(int(b.there[0] - a.there[-1])), abs(int(a.there[0] - b.there[-1])))
    return bool(b.here[0] - a.here[-1] <= APART) and there <= APART_THERE


def _enough(passage: Sequence[Block], words: OwnWords) -> bool:
    own = np.concatenate([block.here[block.own] for block in passage])
    return len(own) >= LEAST and int(words.plain[own].sum()) >= PLAIN_WORDS


def _rare(passage: Sequence[Block], words: OwnWords, candidate: Candidate) -> float:
    """How many of the shared fingerprints stand in the passage, each by the part of its holders that the source is."""
    start, end = words.begins[passage[0].here[0]], words.ends[passage[-1].here[-1]]
    return sum(part for first, second, part in candidate.rarity if first >= start and second < end)


def _copy(words: OwnWords, source: OwnWords, found: Sequence[Sequence[Block]]) -> Copy:
    stretches = [block for passage in found for block in passage]
    pairs = tuple((_passage(words, block.here), _passage(source, block.there)) for block in stretches)
    own = np.concatenate([block.here[block.own] for block in stretches])
    share = round(len(own) / max(1, words.own), 4)
    return Copy(words.report.id, source.report.id, pairs, len(own), share, len(np.unique(words.sentence[own])))


def _passage(words: OwnWords, places: Numbers) -> Passage:
    return words.report.passage(int(words.begins[places[0]]), int(words.ends[places[-1]]))
