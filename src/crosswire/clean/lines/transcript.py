"""Transcripts and interviews: lines that name who speaks, and the turns between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.clean.lines.kinds import Kind
from crosswire.lexicons.load import Lexicons

# "EDDA VARGA:" on a line of its own or before the turn, "Q:", "A.", "Edda Varga:" alone on its line.
_NAME = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}(?:,[^:]{2,40})?(?: \([^()]{2,40}\))?"
_LABEL = re.compile(
    rf"^(?:{_NAME}:(?:\s*\S|$)|[QA]\s?[:.]\s|(?:Question|Answer):|[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){{1,2}}:$)"
)
_FEWEST = 4  # labels
_SPEAKERS = 2
_FARTHEST = 12  # lines from one label to the next


def turns(words: Sequence[str], shown: Sequence[Kind | None], lexicons: Lexicons) -> frozenset[int]:
    """The lines of the page's transcript: labels of speakers, and what stands between them; none where there is none.

    At least four labels of two speakers, none far from the next. "RELATED:" and "PHOTOS:" are no speakers.
    """
    labels = [
        i
        for i, line in enumerate(words)
        if ":" in line[:60] or line[:2] in ("Q.", "A.")
        if _LABEL.match(line) and shown[i] is None and lexicons.furniture.find(line) is None
    ]
    found: set[int] = set()
    for run in _runs(labels):
        speakers = {words[i].partition(":")[0][:40] for i in run}
        if len(run) >= _FEWEST and len(speakers) >= _SPEAKERS and len(run) >= 2 * len(speakers) - 1:
            inside = range(run[0], min(run[-1] + 2, len(words)))
            found |= {i for i in inside if shown[i] is None}
    return frozenset(found)


def _runs(labels: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in labels:
        if runs and index - runs[-1][-1] <= _FARTHEST:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
