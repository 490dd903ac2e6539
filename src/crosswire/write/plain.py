"""Text from a page made fit to show: what a screen, a file or a terminal can't hold becomes a visible mark.

The dossier itself keeps every character (the JSON has them all); only the shown copy is changed, and never its words.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

# No character, or one that a program obeys: half surrogates, NUL, escape sequences of terminals (C0, C1).
# Line feed and tab stay. Counter-example: U+00AD (soft hyphen) is harmless and stays.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

# Characters that turn the direction of what follows, beyond the words they came with. The marks U+200E, U+200F
# only nudge their neighbours and real Arabic and Hebrew pages use them: they stay.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")

REPLACEMENT = "\ufffd"


def shown(text: str) -> str:
    """The text with controls and half surrogates as U+FFFD, of the same length."""
    return _CONTROLS.sub(REPLACEMENT, text)


def unturned(text: str) -> str:
    """The text fit to show, characters that turn direction as U+FFFD too, of the same length.

    For terminals and Markdown, where nothing fences the direction of a piece of text.
    """
    return _TURNS.sub(REPLACEMENT, shown(text))


def one_line(text: str) -> str:
    """The text as one line, white space collapsed, fit for a terminal and for Markdown."""
    return " ".join(unturned(text).split())


def web_link(url: str | None) -> str | None:
    """The URL when it leads to the web (http or https), escaped for an attribute; None for anything else.

    `javascript:`, `data:` and what only looks like a URL are shown as text by the caller, never linked.
    """
    if not url or url != url.strip():
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    return quote(shown(url), safe=":/?#[]@!$&()*+,;=%~-._")


def language_tag(language: str | None) -> str | None:
    """The language as a tag for `lang`, or None when it is no tag."""
    return language if language and _LANGUAGE.fullmatch(language) else None


def anchor(id: str, letter: str, number: int) -> str:
    """The dossier's own id ("p7") where it has the form that the dossier gives it, else one made from the number.

    Any other form could be taken for an anchor of something else on the page.
    """
    return id if re.fullmatch(rf"{letter}[0-9]{{1,9}}", id, re.ASCII) else f"{letter}-{number}"
