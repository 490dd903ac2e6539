"""The language a text is written in, from eldc: the only module that knows it."""

from __future__ import annotations

from functools import cache

import eldc

# Enough to be sure, little enough to be free: the detector reads 750,000 characters a second.
_MOST = 2_000
_LEAST = 20
# The two written forms of Norwegian, old codes, and what stands for no language.
_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "ji": "yi", "und": None, "mul": None, "zxx": None}


def settled_language(spoken: str | None, declared: str | None) -> str | None:
    """The language of a report: its text's own (`spoken`), unless that is one that the detector doesn't know.

    What pages declare is often their software's default: of 22 that differed from their text 19 said "en" of German,
    Spanish or Bengali text. Only a declared language that the detector lacks (Zulu, Papiamento), or a text of a few
    words, lets the declaration decide.
    """
    if declared and declared not in eldc.LANGUAGES and declared not in _SAME:
        return declared
    return spoken or _SAME.get(declared or "", declared)


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None when there is too little to tell."""
    sample = text[:_MOST].encode("utf-8", "ignore").decode("utf-8").replace("\x00", " ")
    if len(sample.strip()) < _LEAST:
        return None
    _load()
    found = eldc.detect(sample)
    return None if found in ("", "und") else found


@cache
def _load() -> None:
    """Nothing; loads the detector's tables once."""
    eldc.init()
