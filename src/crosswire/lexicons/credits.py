"""The words around credits: labels of pictures and texts, phrases beside names, words that cite."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.forms import words_of
from crosswire.lexicons.notices import Notices, notice_words

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MARK = re.compile(r"[:：©/]\s*|\s(?:by|von|par|por|di)\s", re.IGNORECASE)
_SIGNS = ":：©/"
_BY = frozenset(["by", "von", "par", "por", "di"])
_WORD = re.compile(r"[^\s:：/|©()\[\]（）【】,;.«»“”\"]+")
_LONGEST = 4  # words in a label
_REACH = 60  # signs


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a line: `kind` photo, video, text or source; where it begins, and where what it names begins."""

    kind: str
    start: int
    end: int
    mark: str


@dataclass(frozen=True, slots=True, eq=False)
class CreditWords:
    """The words of `data/credits.toml`, all in small letters; phrases as tuples for tests of beginnings.

    `tells`: what a house's own people do where it is cited by them.

    `picture_words`: one of them stands in every line with a picture's label. `on_file`: what marks a
    picture from the archive.
    """

    labels: Mapping[str, str]
    helped: frozenset[str]
    contributed: frozenset[str]
    whole: frozenset[str]
    agencies: frozenset[str]
    before: frozenset[str]
    unspaced_before: tuple[str, ...]
    between: frozenset[str]
    after: frozenset[str]
    unspaced_after: tuple[str, ...]
    trade: frozenset[str]
    tells: frozenset[str]
    picture_words: frozenset[str]
    on_file: re.Pattern[str]
    notices: Notices

    def labels_in(self, words: str) -> Iterator[Label]:
        """The labels in a line, in order: "Text: dpa, Foto: AP" holds two. A colon, ©, slash or "by" follows each."""
        if not any(sign in words for sign in _SIGNS) and _BY.isdisjoint(words.lower().split()):
            return
        for mark in _MARK.finditer(words):
            begin = max(0, mark.start() - _REACH)
            past = begin + len(words[begin : mark.start()].rstrip())
            tokens = list(_WORD.finditer(words, begin, past))[-_LONGEST:]
            if not tokens or tokens[-1].end() != past:
                continue
            for first in tokens:
                kind = self.labels.get(" ".join(words[first.start() : past].casefold().split()))
                if kind:
                    yield Label(kind, first.start(), mark.end(), mark.group().strip())
                    break

    def opens_with(self, phrases: frozenset[str], words: str) -> int | None:
        """Where the words behind one of `phrases` begin, when `words` open with it; None when they don't."""
        tokens = list(re.finditer(r"\S+", words))[:8]
        for count in range(len(tokens), 0, -1):
            end = tokens[count - 1].end()
            phrase = words[tokens[0].start() : end].casefold().strip(" (:[：,")
            if " ".join(phrase.split()) in phrases:
                return end
        return None


def credit_words(data: Mapping[str, Any]) -> CreditWords:
    """The words that `data/credits.toml` holds."""
    phrases, cites = data["phrases"], data["cites"]
    kinds = ("source", "text", "video", "photo")  # the later wins where a word stands in two lists
    return CreditWords(
        labels={word.casefold(): kind for kind in kinds for word in data["labels"][kind]},
        helped=_folded(phrases["helped"]),
        contributed=_folded(phrases["contributed"]),
        whole=_folded(phrases["whole"]),
        agencies=_folded(phrases["agencies"]),
        before=_folded(cites["before"]),
        unspaced_before=tuple(word for word in cites["before"] if _UNSPACED.search(word)),
        between=_folded(cites["between"]),
        after=_folded(cites["after"]),
        unspaced_after=tuple(word for word in cites["after"] if _UNSPACED.search(word)),
        trade=_folded(cites["trade"]),
        tells=_folded(cites["tells"]),
        picture_words=frozenset(words_of(label)[0] for label in data["labels"]["photo"]),
        on_file=re.compile(rf"\b(?:{'|'.join(map(re.escape, data['labels']['on_file']))})\b", re.IGNORECASE),
        notices=notice_words(data["notices"]),
    )


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)
