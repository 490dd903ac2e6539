"""Copies of which so many words were edited that their words alone don't show it: what tells is how rare they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from crosswire.model.passage import Passage
from crosswire.relate.blocks import SEED, Block, blocks
from crosswire.relate.copy_index import Candidate
from crosswire.relate.copying import Copy, copy_between
from crosswire.relate.own_words import Numbers, OwnWords

# Equal words of a stretch, the part of it that they are, and the words between two stretches of one passage, here and
# there: what a heavy hand leaves of a passage is stretches of four to ten words.
STRETCH, DENSE, APART, APART_THERE = 4, 0.5, 25, 60
# Equal words of a passage, and those of them that are no names, numbers or particles.
LEAST, PLAIN_WORDS = 16, 8
# How many fingerprints of a passage no third report has (or twice as many that one more has, …). "Was taken to N
# Hospital, where he was pronounced dead at 4:06 p.m." has words enough, and hundreds of reports have it.
RARE = 4.0
# A copy of a part of a report has so many sentences and words; from WHOLE of its own words on, a report is a copy.
SENTENCES, WORDS, WHOLE = 2, 24, 0.5
# Among fewer reports nothing can be known to be rare: there fingerprints count less.
ENOUGH_REPORTS = 1000


def copy_from(words: OwnWords, source: OwnWords, candidate: Candidate, *, known: int) -> Copy | None:
    """What a report took from a candidate, word for word, edited (`copy_between`) or heavily edited; None if nothing.

    `known` is the number of reports among which the candidate was found. Both were read with one vocabulary.
    """
    weight = min(1.0, known / ENOUGH_REPORTS)
    copy = copy_between(words, source)
    if copy is not None:
        return copy if _more_than_a_formula(copy, candidate, weight) else None
    found = [p for p in _passages(words, source) if weight * _rare_in(_span(p, words), candidate) >= RARE]
    return _copy(words, source, found) if found else None


def _more_than_a_formula(copy: Copy, candidate: Candidate, weight: float) -> bool:
    """True for a whole report, or for several sentences; with rare words, as far as it is known what is rare.

    "Anyone with information is asked to call N Crime Stoppers" stands in reports of a hundred events, and was copied
    from none of them.
    """
    if copy.share < WHOLE and (copy.sentences < SENTENCES or copy.words < WORDS):
        return False
    spans = [(here.start, here.end) for here, _ in copy.passages]
    return sum(_rare_in(span, candidate) for span in spans) >= RARE * weight


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
    several = len(np.unique(words.sentence[own])) >= SENTENCES
    return several and len(own) >= LEAST and int(words.plain[own].sum()) >= PLAIN_WORDS


def _span(passage: Sequence[Block], words: OwnWords) -> tuple[int, int]:
    """Where the passage stands in the report's text."""
    return int(words.begins[passage[0].here[0]]), int(words.ends[passage[-1].here[-1]])


def _rare_in(span: tuple[int, int], candidate: Candidate) -> float:
    """How many of the shared fingerprints stand there, each by the part of its holders that the source is."""
    return sum(part for first, second, part in candidate.rarity if first >= span[0] and second < span[1])


def _copy(words: OwnWords, source: OwnWords, found: Sequence[Sequence[Block]]) -> Copy:
    stretches = [block for passage in found for block in passage]
    pairs = tuple((_passage(words, block.here), _passage(source, block.there)) for block in stretches)
    own = np.concatenate([block.here[block.own] for block in stretches])
    share = round(len(own) / max(1, words.own), 4)
    return Copy(words.report.id, source.report.id, pairs, len(own), share, len(np.unique(words.sentence[own])))


def _passage(words: OwnWords, places: Numbers) -> Passage:
    return words.report.passage(int(words.begins[places[0]]), int(words.ends[places[-1]]))
