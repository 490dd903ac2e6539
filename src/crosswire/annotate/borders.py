"""What kind of border stands before each word of a window: parts change there more easily than elsewhere."""

from __future__ import annotations

import numpy as np

from crosswire.annotate.windows import TAG, Ints, Window, Words

NONE, MARK, SENTENCE, PARAGRAPH = range(4)
PUNCTUATION = np.array([TAG[tag] for tag in ("''", ",", "-LRB-", "-RRB-", ".", ":", "``")])
# Columns of `Words.columns`.
TAG_COLUMN, MARKS_COLUMN, PLACE_COLUMN = 0, 3, 5


def borders_of(words: Words, window: Window) -> Ints:
    """Per word of the window the kind of border before it."""
    columns = words.columns[window.start : window.end]
    found = np.full(len(columns), NONE, np.int64)
    after_mark = np.isin(columns[:-1, TAG_COLUMN], PUNCTUATION)
    turned = columns[1:, MARKS_COLUMN] != columns[:-1, MARKS_COLUMN]
    found[1:][after_mark | turned] = MARK
    found[columns[:, PLACE_COLUMN] == 1] = SENTENCE
    found[columns[:, PLACE_COLUMN] == 2] = PARAGRAPH
    return found
