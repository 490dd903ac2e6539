"""The commonest words of running prose, and the verbs of speech, in the languages that pages come in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class FunctionWords:
    """Words, lower case: those that prose is full of in any of the languages, English ones alone, verbs of speech."""

    any_language: frozenset[str]
    english: frozenset[str]
    speech: frozenset[str]


def function_words(data: Mapping[str, str]) -> FunctionWords:
    """The words that `data/function_words.toml` holds."""
    languages = {name: frozenset(words.split()) for name, words in data.items()}
    speech = languages.pop("speech")
    return FunctionWords(frozenset().union(*languages.values()), languages["en"], speech)
