"""Which lines of a page are the report: learned odds for each line, decided together as a sequence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from crosswire.clean.lines.context import context
from crosswire.clean.lines.lines import Line
from crosswire.lexicons.load import Lexicons

# At either end of the report a line that is no sentence needs odds of more than this.
_LOOSE = 0.8
_MOST_LOOSE = 3  # more of them are a list


def odds(lines: Sequence[Line], *, lexicons: Lexicons) -> NDArray[np.float64]:
    """For each line the log odds that it is the report, by itself and its neighbours."""
    return lexicons.line_weights.odds(context(lines, lexicons))


def without_loose_ends(
    kept: Sequence[bool], scores: NDArray[np.float64], sentences: Sequence[bool]
) -> tuple[bool, ...]:
    """`kept` without the lines at either end that are no sentences and hardly likelier the report's than not.

    "The Linden Echo" below the last paragraph, a teaser's title above the first. A text without sentences stays, and so
    does a list.
    """
    live = [i for i, keep in enumerate(kept) if keep]
    whole = [place for place, i in enumerate(live) if sentences[i]]
    if not whole:
        return tuple(kept)
    ends = (live[: whole[0]], live[whole[-1] + 1 :])
    loose = {i for end in ends if len(end) <= _MOST_LOOSE for i in end if scores[i] <= _LOOSE}
    return tuple(keep and index not in loose for index, keep in enumerate(kept))


def best_sequence(scores: Sequence[float] | NDArray[np.float64], switch: float) -> tuple[bool, ...]:
    """The likeliest sequence of report (True) and furniture when each change of sides costs `switch`."""
    odds: list[float] = np.asarray(scores, dtype=np.float64).tolist()
    likely = [index for index, score in enumerate(odds) if score > 0]
    if not likely:
        return (False,) * len(odds)
    begin, end = likely[0], likely[-1] + 1
    # Before the first likely line and behind the last all is furniture, unless at the page's edge a change costs more.
    begin = begin if sum(odds[:begin]) < -switch else 0
    end = end if sum(odds[end:]) < -switch else len(odds)
    enter, leave = switch if begin else 0.0, switch if end < len(odds) else 0.0
    inner = _best(odds[begin:end], switch, enter, leave)
    return (*(False,) * begin, *inner, *(False,) * (len(odds) - end))


def _best(odds: Sequence[float], switch: float, enter: float, leave: float) -> tuple[bool, ...]:
    """The likeliest sequence where it costs `enter` to begin with the report and `leave` to end with it."""
    stay: list[tuple[bool, bool]] = []
    off, on = -odds[0] / 2, odds[0] / 2 - enter
    for score in odds[1:]:
        half = score / 2
        to_off, to_on = off >= on - switch, on >= off - switch
        stay.append((to_off, to_on))
        off, on = (off if to_off else on - switch) - half, (on if to_on else off - switch) + half
    state = on - leave > off
    path = [state]
    for to_off, to_on in reversed(stay):
        same = to_on if state else to_off
        state = state if same else not state
        path.append(state)
    return tuple(reversed(path))
