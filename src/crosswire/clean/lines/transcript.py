"""Transcripts and interviews: lines that name who speaks, and the turns between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from crosswire.clean.lines.kinds import Kind
from crosswire.lexicons.load import Lexicons

# "EDDA VARGA:" on a line of its own or before the turn, "Q:", "A.", "Edda Varga:" alone on its line.
_NAME = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}(?:,[^:]{2,40})?(?: \([^()]{2,40}\))?"
_LABEL = re.compile(
    rf"^(?:{_NAME}:(?:\s*\S|$)|[QA]\s?[:.]\s|(?:Question|Answer):|[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){{1,2}}:$)"
)
# A speaker's name alone on its line, without a mark; what tells it from a menu is that it comes again and again.
_BARE = re.compile(r"^[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){1,3}$")
_ANSWER = re.compile(r"^[^|•»]{1,40}[.!?]$")  # "No.", which is a button too
_FEWEST = 4  # labels
_SPEAKERS = 2
_SAID = 0.75  # of the lines below names: they end as sentences do
_FARTHEST = 12  # lines from one label to the next


def turns(words: Sequence[str], shown: Sequence[Kind | None], lexicons: Lexicons) -> frozenset[int]:
    """The lines of the page's transcript: labels of speakers, and what stands between them; none where there is none.

    At least four labels of two speakers, none far from the next. "RELATED:" and "PHOTOS:" are no speakers.
    """
    marked = [
        i
        for i, line in enumerate(words)
        if ":" in line[:60] or line[:2] in ("Q.", "A.")
        if _LABEL.match(line) and shown[i] is None and lexicons.furniture.find(line) is None
    ]
    bare = _bare_labels(words, shown, lexicons)
    labels = sorted({*marked, *bare})
    found: set[int] = set()
    for run in _runs(labels):
        speakers = {words[i].partition(":")[0][:40] for i in run}
        if len(run) >= _FEWEST and len(speakers) >= _SPEAKERS and len(run) >= 2 * len(speakers) - 1:
            inside = range(run[0], min(run[-1] + 2, len(words)))
            found |= {i for i in inside if shown[i] is None or (bare and _ANSWER.match(words[i]))}
    return frozenset(found)


def _bare_labels(words: Sequence[str], shown: Sequence[Kind | None], lexicons: Lexicons) -> frozenset[int]:
    """The lines that are nothing but a name that comes several times, each above a line that isn't one.

    "Linden", "Sport", "Weather" come again in the menu below, one under the other; a photographer's name is one name.
    """
    counts = Counter(line for line in words if len(line) < 40)
    names = {line for line, n in counts.items() if n > 1 and _BARE.match(line)}
    if len(names) < _SPEAKERS:
        return frozenset()
    places = [i for i, line in enumerate(words[:-1]) if line in names and shown[i] is None]
    places = [i for i in places if words[i + 1] not in names and lexicons.furniture.find(words[i]) is None]
    said = sum(words[i + 1].rstrip("\"'”’)")[-1:] in (".", "!", "?", "…") for i in places)
    return frozenset(places) if len(places) >= _FEWEST and said >= _SAID * len(places) else frozenset()


def _runs(labels: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in labels:
        if runs and index - runs[-1][-1] <= _FARTHEST:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
