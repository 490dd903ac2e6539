"""What a document that speaks is called, by the words that tell it from others; media that only reported something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.model.annotation import Quotation, Token
from crosswire.model.passage import Passage
from crosswire.relate.actors.candidates import Candidate, Cast
from crosswire.relate.actors.heads import under
from crosswire.relate.actors.reading import Reading

LONGEST_NAME = 90  # characters of a document's description that are its name
# Why a medium that passes on is no speaker.
ONLY_REPORTED = "is the medium that reported it, not a speaker"
PIECES = frozenset(("report", "article", "story"))
# Where a description that is longer goes on with something else.
GOES_ON = re.compile(r",| as well as | that | which | showing | saying ")


class Papers:
    """The documents of one report, and whether a source is anybody's word at all."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self._reading, self._cast = reading, cast
        speech = cast.lexicons.speech.get((reading.report.language or "").partition("-")[0])
        self._citing = speech.citing if speech else cast.lexicons.descriptions.citing

    def no_speaker(self, candidate: Candidate, cue: Passage | None, source: Passage) -> str | None:
        """Why a source that is found is nobody's word: a medium that only reported it, a document nobody introduced.

        Gives the document the name that tells it from others: "list that the harbour office gave", not "list".
        """
        small = self._cast.lexicons.descriptions
        cited = self._reading.media.is_cited(candidate)
        told = set(source.words.lower().split()[-1:])  # "the report" that a paper had: the paper passes on, too
        if cue and cited and (self._citing & set(cue.words.lower().split()) or told & PIECES):
            return f"“{source.words}” {ONLY_REPORTED}"
        if not candidate.thing or len(candidate.name.split()) > 1:
            return None
        noun = candidate.name.lower()
        words = " ".join(source.words.split())
        article, _, rest = words.partition(" ")
        name = _short(rest if article.lower() in small.indefinite | small.definite else words)
        if len(name.split()) < 2 or noun not in name.lower():
            name = self._introduced(noun, source.start)
        if name:
            candidate.name = name
        if name or (article.lower() in small.definite and self._before(noun, source.start)):
            return None
        return f"“{source.words}” is a document, and it is not said whose"

    def _introduced(self, noun: str, before: int) -> str:
        """The words with which the report last named a document of this noun: "report by the harbour board", or ""."""
        for sentence in reversed([s for s in self._reading.sentences if s.start < before]):
            for n, token in enumerate(sentence.tokens):
                if token.pos == "NOUN" and token.start < before and self._word(token) == noun:
                    words = self._reading.report.text[slice(*_with_what_tells(sentence.tokens, n))]
                    if len(words.split()) > 1 and len(words) <= LONGEST_NAME:
                        return " ".join(words.split())
        return ""

    def _before(self, noun: str, position: int) -> bool:
        """True when the report has spoken of such a document before: "filed a lawsuit", then "the lawsuit says"."""
        return bool(re.search(rf"\b{re.escape(noun)}\b", self._reading.report.text[:position], re.I))

    def _word(self, token: Token) -> str:
        return self._reading.report.text[token.start : token.end].lower()


def relayed(quotation: Quotation) -> bool:
    """True for a quotation whose source is a medium that only reported it."""
    return bool(quotation.unresolved and quotation.unresolved.endswith(ONLY_REPORTED))


def _short(words: str) -> str:
    """The words, and if they are too long for a name those before they go on with something else."""
    if len(words) > LONGEST_NAME:
        words = GOES_ON.split(words, maxsplit=1)[0]
    return words if len(words) <= LONGEST_NAME else ""


def _with_what_tells(tokens: Sequence[Token], n: int) -> tuple[int, int]:
    """Where a noun stands with what tells it from others: "harbour board's report", "report by the board"."""
    before = [k for k in range(n) if tokens[k].head == n and tokens[k].dep in ("compound", "poss")]
    first = min([n, *(k for k in range(n) if any(under(tokens, k, b) for b in before))])
    after = [k for k in range(n + 1, len(tokens)) if tokens[k].head == n and tokens[k].dep in ("prep", "acl")]
    last = max([n, *(k for k in range(n + 1, len(tokens)) if any(under(tokens, k, a) for a in after))])
    if first < n and tokens[first].pos == "DET":
        first += 1
    return tokens[first].start, tokens[last].end
