"""Which token of a passage the rest of it hangs on, and what hangs on a token."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.model.annotation import Sentence, Token
from crosswire.model.passage import Passage

LONGEST = 20  # steps up a tree: more are a circle


def head_of(passage: Passage, sentence: Sentence) -> int:
    """The token of a passage that the rest of it hangs on: `minister` in "the minister of trade".

    Where a parse gone wrong hangs several words elsewhere, the last of them before a preposition or comma.
    """
    tokens = sentence.tokens
    inside = [n for n, t in enumerate(tokens) if passage.start <= t.start < passage.end]
    outward = [n for n in inside if tokens[n].head not in inside or tokens[n].head == n]
    wordy = [n for n in outward if tokens[n].pos not in ("PUNCT", "SPACE", "DET", "ADP", "CCONJ")]
    ends = next((n for n in inside if tokens[n].pos == "ADP" or tokens[n].tag == ","), None)
    opening = [n for n in wordy if ends is None or n < ends]
    return opening[-1] if opening else (wordy or outward or inside or [0])[0]


def under(tokens: Sequence[Token], n: int, head: int) -> bool:
    """True for a token that hangs on the token `head`, over whatever lies between."""
    for _ in range(LONGEST):
        if n == head:
            return True
        if tokens[n].head == n:
            return False
        n = tokens[n].head
    return False
