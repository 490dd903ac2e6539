"""What a line looks like among its neighbours: the table from which the lines of a page are decided together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from crosswire.clean.lines.lines import Line
from crosswire.clean.lines.traits import NAMES, Table, traits, window
from crosswire.lexicons.load import Lexicons

# Traits whose values one, two and three lines off tell about this line; the rest only blur it.
_SHIFTED = tuple(
    NAMES.index(n)
    for n in (
        "words_log", "sentence_end", "cut_off", "function", "bullet", "title_case", "phrase_whole", "phrase_related",
        "prose", "credit", "dateish",
    )
)  # fmt: skip
_OFTEN = 5  # lines
_APART = 5  # lines without prose between two blocks of it
_OFFSETS = (-3, -2, -1, 1, 2, 3)
_PROSE, _WORDS, _END = NAMES.index("prose"), NAMES.index("words_log"), NAMES.index("sentence_end")
_NOTHING_SHARED = (0.0, 0.0, 0.0)
_RELATED = NAMES.index("phrase_related")


def context(lines: Sequence[Line], lexicons: Lexicons) -> Table:
    """One row a line: its own traits, its neighbours', its place, its density of prose, its repeats."""
    own, telling = traits([line.words for line in lines], lexicons)
    shifted = [_shift(own[:, _SHIFTED], offset) for offset in _OFFSETS]
    prose = own[:, _PROSE] > 0
    return np.hstack([own, *shifted, _place(lines, own), _blocks(own), _repeats(lines), _shared_words(telling, prose)])


def _distance(marks: NDArray[np.bool_]) -> Table:
    """How many lines back the last marked line stands, as a logarithm; far where none does."""
    index = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, index, -200))
    shifted = np.concatenate([[-200], last[:-1]])
    result: Table = np.log1p(np.minimum(index - shifted, 200)) / 5
    return result


def _blocks(own: Table) -> Table:
    """Where the line stands beside the page's largest run of prose, and how far off prose is on either side."""
    prose = own[:, _PROSE] > 0
    words = np.where(prose, (own[:, _WORDS] * 5) ** 2, 0.0)
    inside, off, share = _largest_block(words, np.flatnonzero(prose))
    short = float((own[:, _WORDS] * 5 < 2).mean())
    length = own[:, _WORDS][:, None]
    columns = [
        _distance(prose), _distance(prose[::-1])[::-1], inside, off, np.full(len(own), share),
        np.full(len(own), short), *(np.abs(length - _shift(length, offset))[:, 0] for offset in (-1, 1)),
        np.log1p(window(words, 30)) / 8, np.log1p(window(words, 1)) / 6,
    ]  # fmt: skip
    return np.stack(columns, axis=1)


def _largest_block(words: Table, places: NDArray[np.intp]) -> tuple[Table, Table, float]:
    """For each line whether it stands in the largest block of prose, and how far off; its share of all prose."""
    index = np.arange(len(words))
    if len(places) == 0:
        return np.zeros(len(words)), np.ones(len(words)), 0.0
    group = np.concatenate([[0], np.cumsum(np.diff(places) > _APART)])
    sizes = np.bincount(group, weights=words[places])
    block = places[group == sizes.argmax()]
    inside = ((index >= block[0]) & (index <= block[-1])).astype(float)
    off = (np.log1p(np.maximum(index - block[-1], 0)) - np.log1p(np.maximum(block[0] - index, 0))) / 5
    return inside, off, float(sizes.max() / max(sizes.sum(), 1.0))


def _shift(values: Table, offset: int) -> Table:
    """The values of the line `offset` lines on; beyond the page zeros."""
    moved = np.zeros_like(values)
    if abs(offset) < len(values):
        if offset > 0:
            moved[:-offset] = values[offset:]
        else:
            moved[-offset:] = values[:offset]
    return moved


def _place(lines: Sequence[Line], own: Table) -> Table:
    """How much of the page's prose lies before and after, how dense it is around, what stands between here and it."""
    prose = own[:, _PROSE] * (own[:, _WORDS] * 5) ** 2
    total = max(prose.sum(), 1.0)
    before = (np.cumsum(prose) - prose) / total
    near = window(prose, 4)
    wide = window(prose, 12)
    count = len(lines)
    share = np.arange(count) / max(count - 1, 1)
    related = np.cumsum(own[:, _RELATED])
    after_body = (before > 0.5) * np.minimum(related, 3)
    gaps = np.array([float(line.gap) for line in lines])
    next_gaps = np.append(gaps[1:], 1.0)
    first = (np.cumsum(own[:, _PROSE]) - own[:, _PROSE] == 0).astype(float)
    last = (np.cumsum(own[::-1, _PROSE])[::-1] - own[:, _PROSE] == 0).astype(float)
    log_near, log_wide = np.log1p(near) / 6, np.log1p(wide) / 7
    inside = ((before > 0) & (before + prose / total < 1)).astype(float)
    columns = [
        before, 1 - before - prose / total, log_near, log_wide, near / max(near.max(), 1.0),
        wide / max(wide.max(), 1.0), share, after_body, gaps, next_gaps, first, last, inside,
        (1 - own[:, _END]) * inside, np.full(count, np.log1p(total) / 8), np.full(count, min(count, 400) / 400),
        first * own[:, _END], last * own[:, _END], (before > 0.97) * 1.0, np.minimum(related, 2) * (before > 0.1),
    ]  # fmt: skip
    return np.stack(columns, axis=1)


def _repeats(lines: Sequence[Line]) -> Table:
    """Whether the line stands elsewhere on the page too, and whether this is its first place."""
    folded = [line.words.casefold() for line in lines]
    counts = Counter(folded)
    first = dict(zip(reversed(folded), range(len(folded) - 1, -1, -1), strict=True))
    again = np.array([counts[words] > 1 for words in folded], dtype=bool)
    place = np.array([first[words] for words in folded], dtype=np.intp)
    return np.stack([again, again & (place == np.arange(len(folded)))], axis=1).astype(np.float64)


def _shared_words(telling: Sequence[frozenset[str]], known_lines: NDArray[np.bool_]) -> Table:
    """How much of a line's vocabulary the lines that count share: all of it, its names; teasers share little."""
    known: Counter[str] = Counter()
    for words, counts in zip(telling, known_lines.tolist(), strict=True):
        if counts:
            known.update(words)
    keys = known.keys()
    rows = [
        _shared(words, known, bool(counts)) if counts or not keys.isdisjoint(words) else _NOTHING_SHARED
        for words, counts in zip(telling, known_lines.tolist(), strict=True)
    ]
    return np.array(rows, dtype=np.float64).reshape(len(telling), 3)


def _shared(words: frozenset[str], known: Counter[str], is_prose: bool) -> tuple[float, float, float]:
    if not words:
        return _NOTHING_SHARED
    others = [known[word] - is_prose for word in words if word in known]
    share = sum([count > 0 for count in others]) / len(words)
    often = sum([count if count < _OFTEN else _OFTEN for count in others]) / (_OFTEN * len(words))
    names = [word for word in words if word[0].isupper()]
    told = [word for word in names if known.get(word, 0) - is_prose > 1]
    return share, often, len(told) / len(names) if names else share
