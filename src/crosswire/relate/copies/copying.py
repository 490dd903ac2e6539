"""Passages that one report took over from another, word for word or lightly edited, outside quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.passage import Passage
from crosswire.model.report import Report
from crosswire.relate.copies.blocks import Block, blocks
from crosswire.relate.copies.own_words import Flags, OwnWords, Vocabulary
from crosswire.relate.copies.shared_rows import SAID, Seeds, common_rows, seeds, with_what_others_quote

# A passage has so many equal words of the report's own, some of them no name, number or particle. "The meeting between
# President N N and Foreign Minister N N" is ten equal words, and nothing copied.
LEAST, PLAIN_WORDS = 8, 5
# The part of a passage that is equal. Below, two writers told of one thing, with the words that it has.
DENSE = 0.5
# "Did not immediately respond to a request for comment" is trade talk of eight words. A pair of reports also needs one
# passage with LONG words: a run of them, short quotations and all, or as much that is edited a little (the less of it
# is equal, the more words).
LONG, LONG_OWN, LONG_PLAIN, EDITED_PLAIN = 14, 10, 5, 10
# … or so many in several passages: agency copy that was rewritten sentence by sentence.
TOGETHER, TOGETHER_PLAIN = 24, 15
# What a word counts for in a sentence that gives what somebody said.
HEARD = 0.5
# From this part of its own words on, a report that is one shared sentence is a print of it, whoever is quoted there.
WHOLE = 0.5
# Words of a sentence that gives what somebody said, at most. A list without full stops is longer, and no statement.
STATEMENT = 60
# Earlier reports that are compared as the first source of a report, as each further one, and in all.
FIRST_TRIED, LATER_TRIED, MOST_TRIED = 8, 4, 48
# Rows of SEED words by which an earlier report is tried.
FEWEST = 2
# An earlier report with nearly as many of the words is as good a source.
NEARLY = 0.97


@dataclass(frozen=True, slots=True)
class Copy:
    """What `report` shares with `source`, which stands before it in the order given: pairs (here, there), in order of
    the report's text. A pair may differ inside in a few words; `alignment.aligned` tells which.

    `words` are the report's own words (outside quotations) that stand in both, `share` the part of all its own words
    that they are, `sentences` in how many of its sentences they stand. `apart` pairs what both have and somebody said,
    posted or stated: it is set apart, and no sign of copying.
    """

    report: str
    source: str
    passages: tuple[tuple[Passage, Passage], ...]
    words: int
    share: float
    sentences: int
    apart: tuple[tuple[Passage, Passage], ...] = ()


def copied_passages(
    reports: Sequence[Report], annotations: Sequence[Annotation], *, lexicons: Lexicons
) -> tuple[Copy, ...]:
    """What each report took from reports before it. Likely sources must come first in `reports`.

    Sources are found by rows of SEED words, then compared in whole. A word of a report counts for one source only, the
    one that covers most. Time and memory grow with the words, not with pairs: each report is compared with a few.
    """
    if len(reports) < 2:
        return ()
    noted = {annotation.report: annotation for annotation in annotations}
    vocabulary = Vocabulary(lexicons)
    read = with_what_others_quote([vocabulary.read(report, noted.get(report.id)) for report in reports])
    prints = _prints(read)
    first = [number for number, print_of in enumerate(prints) if number == print_of]
    found = dict(zip(first, seeds([read[number] for number in first]), strict=True))
    sources = [read[number] for number in first]
    copies: list[Copy] = []
    for words, number, print_of in zip(read, count(), prints):
        if number == print_of:
            copies.extend(_copies(words, found[number], sources))
        else:
            copies.extend(_copies_of(words, read[print_of]))
    return tuple(copies)


def copy_between(words: OwnWords, source: OwnWords) -> Copy | None:
    """What a report took from one other that is likely its source, as `copied_passages` judges it; None if nothing.

    Both were read with one vocabulary.
    """
    found = _passages(words, source, np.ones(len(words.said), dtype=bool))
    if not found:
        return None
    copy = _copy(words, source, found)
    return None if _one_statement(copy, words, source, found) else copy


def _prints(reports: Sequence[OwnWords]) -> list[int]:
    """For each report the first with the very same words: they need no comparing, and are one source to all others."""
    first: dict[bytes, int] = {}
    return [first.setdefault(words.ids.tobytes(), number) for number, words in enumerate(reports)]


def _copies_of(words: OwnWords, source: OwnWords) -> Iterator[Copy]:
    """The copy of a report that is word for word another."""
    found = _passages(words, source, np.ones(len(words.said), dtype=bool))
    if found:
        yield _copy(words, source, found)


def _copies(words: OwnWords, found: Seeds, reports: Sequence[OwnWords]) -> Iterator[Copy]:
    """The copies of one report, the largest source first."""
    free = np.ones(len(words.said), dtype=bool)
    done: set[int] = set()
    compared = 0
    while compared < MOST_TRIED:
        likely = [number for number in _likely(found, free) if number not in done]
        tried = {n: _passages(words, reports[n], free) for n in likely[: LATER_TRIED if compared else FIRST_TRIED]}
        compared += len(tried)
        done |= {number for number, passages in tried.items() if not passages}
        number = _best(tried)
        if number is None:
            if not tried:
                return
            continue
        done.add(number)
        copy = _copy(words, reports[number], tried[number])
        if not _one_statement(copy, words, reports[number], tried[number]):
            yield copy
            for block in tried[number]:
                free[block.here[0] : block.here[-1] + 1] = False


def _best(tried: Mapping[int, Sequence[Block]]) -> int | None:
    """The source with most of the words; of those with nearly as many the first."""
    covered = {number: sum(int(block.own.sum()) for block in found) for number, found in tried.items() if found}
    return min((n for n in covered if covered[n] >= NEARLY * max(covered.values())), default=None)


def _likely(found: Seeds, free: Flags) -> list[int]:
    """The sources with rows over free words, in turn by the number of rows and by those that few have."""
    kept = free[found.places]
    names, at = np.unique(found.sources[kept], return_inverse=True)
    rows, weights = np.bincount(at, minlength=len(names)), np.bincount(at, found.weights[kept], minlength=len(names))
    enough = rows >= FEWEST
    names, rows, weights = names[enough], rows[enough], weights[enough]
    by_rows, by_weight = np.lexsort((names, -rows)), np.lexsort((names, -weights.round(6)))
    return list(dict.fromkeys(int(names[n]) for pair in zip(by_rows, by_weight, strict=True) for n in pair))


def _passages(words: OwnWords, source: OwnWords, free: Flags) -> list[Block]:
    """The passages that a report shares with a source; none when they may have hit on the same words."""
    found = [block for block in blocks(words, source, free) if _copied(block, words)]
    each = [_strength(block, words, source) for block in found]
    together = sum(strength for strength, _ in each) >= TOGETHER and sum(plain for _, plain in each) >= TOGETHER_PLAIN
    return found if together or any(_surely(block, words, source) for block in found) else []


def _copied(block: Block, words: OwnWords) -> bool:
    return block.density >= DENSE and int(block.own.sum()) >= LEAST and _plain(block, words) >= PLAIN_WORDS


def _surely(block: Block, words: OwnWords, source: OwnWords) -> bool:
    """True for a passage that no two writers hit on."""
    if block.longest >= LONG and int(block.own.sum()) >= LONG_OWN and _plain(block, words) >= LONG_PLAIN:
        return True
    strength, plain = _strength(block, words, source)
    return strength >= LONG and plain >= EDITED_PLAIN


def _strength(block: Block, words: OwnWords, source: OwnWords) -> tuple[float, float]:
    """How many words in a row an edited passage is worth, and how many of them are plain.

    The less of it is equal, the less its equal words say; in a sentence that gives what somebody said, HEARD of that.
    Two newsrooms that rewrite one police statement keep its names and things in their order, and half of the words.
    """
    told = words.told[block.here] | source.told[block.there]
    own, heard = int((block.own & ~told).sum()), int((block.own & told).sum())
    return (own + HEARD * heard) * block.density**2, _plain(block, words)


def _plain(block: Block, words: OwnWords) -> float:
    """How many own words of the passage are no names and numbers, small ones counted half."""
    own = block.here[block.own]
    return float(words.plain[own].sum() + words.small[own].sum() / 2)


def _one_statement(copy: Copy, words: OwnWords, source: OwnWords, found: Sequence[Block]) -> bool:
    """True when all that is shared is one sentence that gives what somebody said, and both reports say more.

    "Four cars burned on Monday, police said": the police's words, sent to both. Counter-example: a sentence of the
    reporter's own, and a report that is no more than that sentence.
    """
    whole = copy.words >= WHOLE * min(words.own, source.own)
    if copy.sentences > 1 or whole or copy.words > STATEMENT:
        return False
    largest = max(found, key=lambda block: len(block.here))
    return bool(words.told[largest.here[len(largest.here) // 2]])


def _copy(words: OwnWords, source: OwnWords, found: Sequence[Block]) -> Copy:
    """The copy as passages, with the part of the report's own words that it covers."""
    pairs = tuple((words.passage(block.here), source.passage(block.there)) for block in found)
    own = np.concatenate([block.here[block.own] for block in found])
    sentences = int((np.bincount(words.sentence[own] + 1) >= LEAST).sum())
    share = len(own) / max(1, words.own)
    return Copy(
        words.report.id, source.report.id, pairs, len(own), round(share, 4), sentences, _apart(words, source, found)
    )


def _apart(words: OwnWords, source: OwnWords, found: Sequence[Block]) -> tuple[tuple[Passage, Passage], ...]:
    """The runs of said words that both reports have outside the passages, the longest first where they overlap."""
    free = words.said.copy()
    for block in found:
        free[block.here[0] : block.here[-1] + 1] = False
    pairs = []
    for here, there, length in sorted(common_rows(words, source, SAID, free), key=lambda run: (-run[2], run)):
        if free[here : here + length].all():
            free[here : here + length] = False
            places, others = np.array([here, here + length - 1]), np.array([there, there + length - 1])
            pairs.append((words.passage(places), source.passage(others)))
    return tuple(sorted(pairs))
