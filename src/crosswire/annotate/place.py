"""A number in its sentence, and the nouns and verbs around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.model.annotation import Token
from crosswire.model.token_tree import TokenTree, upward

# Where a credit is glued to the last word of a text: "guards.–NPA". Counter-example: the marks of "U.S." and "4.5".
_GLUED = re.compile(r"(?<=[a-z]{3})[.,;:–—](?=[^\W\d_]|[–—])")
NOUNS = ("NOUN", "PROPN")


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted, the unit, and how far the phrase reaches in the sentence.

    `head` is the index of the token that stands for people to whom something happened, None otherwise.
    """

    start: int
    end: int
    unit: str | None
    what: str | None
    head: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A number in its sentence: text, tokens, and the indices of the tokens that are the number."""

    text: str
    offset: int
    tokens: tuple[Token, ...]
    first: int
    last: int
    tree: TokenTree

    def start(self, index: int) -> int:
        """Where a token starts in the sentence's text."""
        return self.tokens[index].start - self.offset

    def end(self, index: int) -> int:
        """Where a token ends in the sentence's text, less what is glued to it."""
        start, end = self.start(index), self.tokens[index].end - self.offset
        glued = _GLUED.search(self.text, start, end)
        return glued.start() if glued else end

    def word(self, index: int) -> str:
        """A token's words, lower case; "" outside the sentence."""
        return self.text[self.start(index) : self.end(index)].lower() if 0 <= index < len(self.tokens) else ""


def object_of(tokens: Sequence[Token], preposition: int) -> int | None:
    """The noun a preposition governs."""
    return next((n for n, t in enumerate(tokens) if t.head == preposition and t.dep == "pobj" and t.pos in NOUNS), None)


def verb_above(tokens: Sequence[Token], index: int) -> int | None:
    """The nearest verb above a token."""
    return next((n for n in upward(tokens, index) if n != index and tokens[n].pos in ("VERB", "AUX")), None)


def counted_name(place: Place, noun: int) -> str:
    """A thing counted, as the words have it, lower case: "missiles"; what is glued to it ("guards.–NPA") left off."""
    token = place.tokens[noun]
    name = place.word(noun) if token.tag in ("NNS", "NNPS") else token.lemma
    return _GLUED.split(name, maxsplit=1)[0]
