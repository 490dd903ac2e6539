"""The words that tell why something was done, and that nobody knows why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class MotiveWords:
    """The lexicon `motives.toml`, as expressions: what is not known, that it isn't, and what tells it."""

    subject: re.Pattern[str]
    unknown: re.Pattern[str]
    told: re.Pattern[str]


def motive_words(data: Mapping[str, Any]) -> MotiveWords:
    """The lexicon made of the parsed `motives.toml`."""

    def any_of(table: str, key: str) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(data[table][key])})\b", re.IGNORECASE)

    return MotiveWords(any_of("open", "subject"), any_of("open", "unknown"), any_of("told", "words"))
