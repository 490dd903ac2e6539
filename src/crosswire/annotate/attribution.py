"""One attribution as spans of a report's text, before it becomes a quotation."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content as half-open spans of the text, in the order of the text; `source` None if nobody is
    named. `sentence` is the index of the sentence with the cue, `lemma` the lemma of the cue's head word, `head`
    the place where that word starts, `token` its index in the sentence; `cue` is None for a free-standing quotation.
    `score`: how much speaks for the cue; `sure`: the log probability of the parts, given the cue."""

    sentence: int
    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    lemma: str = ""
    head: int = -1
    token: int = 0
    score: float = 1.0
    sure: float = 0.0
