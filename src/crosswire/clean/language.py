"""The language a text is written in, from eldc: the only module that knows it."""

from __future__ import annotations

from functools import cache

import eldc

# Enough to be sure, little enough to be free: the detector reads 750,000 characters a second.
_MOST = 2_000
_LEAST = 20


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None when there is too little to tell."""
    sample = text[:_MOST].encode("utf-8", "ignore").decode("utf-8").replace("\x00", " ")
    if len(sample.strip()) < _LEAST:
        return None
    _load()
    return eldc.detect(sample) or None


@cache
def _load() -> None:
    """Nothing; loads the detector's tables once."""
    eldc.init()
