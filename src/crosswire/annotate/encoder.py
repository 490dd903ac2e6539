"""The network that reads a window of words: the only module that knows its runtime."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosswire.annotate.windows import COLUMNS, Ints, Window, Words

Floats = NDArray[np.float32]
# The pieces that open and close every window.
OPENING, CLOSING = 101, 102


class Encoder:
    """Two graphs: one reads a window, the other says of chosen words which part of their quotation each word is.

    One window at a time on one thread: what is found in a report hangs on nothing but the report.
    """

    def __init__(self, reading: bytes, parting: bytes) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._reading: Any = onnxruntime.InferenceSession(reading, options, providers=["CPUExecutionProvider"])
        self._parting: Any = onnxruntime.InferenceSession(parting, options, providers=["CPUExecutionProvider"])

    def read(self, words: Words, window: Window) -> tuple[Floats, Floats]:
        """What the network sees in each word of the window, and how much speaks for its heading a cue (log odds)."""
        seen, cues = self._reading.run(None, dict(fed(words, window)))
        return seen, cues

    def parts(self, seen: Floats, anchors: Sequence[int], between: Ints) -> Floats:
        """Per anchor and word of the window a score for each part; `between` as `relations` has it."""
        fed_ = {"seen": seen, "anchors": np.array(anchors, np.int64), "between": between}
        found: Floats = self._parting.run(None, fed_)[0]
        return found


def fed(words: Words, window: Window) -> Mapping[str, Ints]:
    """A window as the network takes it: pieces, what the parse says of each, the first piece of each word."""
    own = words.pieces[window.start : window.end]
    lengths = np.array([len(pieces) for pieces in own], np.int64)
    ids = np.array([OPENING, *(piece for pieces in own for piece in pieces), CLOSING], np.int64)
    columns = words.columns[window.start : window.end]
    marks = np.zeros((len(ids), len(COLUMNS)), np.int64)
    marks[1:-1] = np.repeat(columns, lengths, axis=0)
    heads = words.heads[window.start : window.end] - window.start
    outside = (heads < 0) | (heads >= len(heads))
    return {
        "ids": ids,
        "marks": marks,
        "first": 1 + np.cumsum(lengths) - lengths,
        "heads": np.where(outside, np.arange(len(heads)), heads),
        "columns": columns,
    }
