"""The words that tell how far the case of a story has come: nobody found, somebody questioned, held, charged, tried."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class CaseWords:
    """The lexicon `cases.toml`, as expressions."""

    nobody: re.Pattern[str]
    besides: re.Pattern[str]
    asked: re.Pattern[str]
    freed: re.Pattern[str]
    held: re.Pattern[str]
    charged: re.Pattern[str]
    tried: re.Pattern[str]
    several: re.Pattern[str]
    unreal: re.Pattern[str]


def case_words(data: Mapping[str, Any]) -> CaseWords:
    """The lexicon made of the parsed `cases.toml`."""

    def any_of(table: str) -> re.Pattern[str]:
        words = "|".join(word.replace("{person}", data["person"]) for word in data[table]["words"])
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)

    return CaseWords(**{one.name: any_of(one.name) for one in fields(CaseWords)})
