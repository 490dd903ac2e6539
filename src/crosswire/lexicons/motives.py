"""The words that tell why something was done, and that nobody knows why."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crosswire.lexicons.tables import at


@dataclass(frozen=True, slots=True, kw_only=True)
class MotiveWords:
    """The lexicon `motives.toml`, as expressions: what is not known, that it isn't, and what tells it."""

    subject: re.Pattern[str] = at("open.subject")
    unknown: re.Pattern[str] = at("open.unknown")
    told: re.Pattern[str] = at("told.words")
