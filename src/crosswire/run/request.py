"""What the user asks of a dossier, from the words of the command line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crosswire.brief.news import can_be_read
from crosswire.errors import UsageError
from crosswire.model.dossier import About, Dossier, Length, Request

_LENGTH = re.compile(r"0*([1-9]\d{0,4})\s*(w|words?|s|sentences?)?", re.IGNORECASE)
_MOST_NAMED = 8


def read_request(*, length: str | None = None, about: str | None = None, since: str | None = None) -> Request:
    """What is asked. Raises UsageError, with an example, where a length or a time can't be read."""
    if about is not None and not about.strip():
        raise UsageError("--about needs the name of an actor, such as --about 'Ana Lupo'")
    if since is not None and not can_be_read(since):
        raise UsageError(
            f"--since {since}: give a time as 2031-03-04 or 2031-03-04T09:00, or how long before the latest report: "
            "90min, 6h, 2d, 1w"
        )
    return Request(_length(length) if length is not None else None, about, since.strip() if since else None)


def _length(given: str) -> Length:
    found = _LENGTH.fullmatch(given.strip())
    if found is None:
        raise UsageError(f"--length {given}: give a number of sentences (3) or of words (120w)")
    number = int(found[1])
    return Length(words=number) if (found[2] or "").lower().startswith("w") else Length(sentences=number)


def is_without_actor(dossier: Dossier) -> bool:
    """True where an actor was asked for and the story has none of that name, or several."""
    return dossier.asked is not None and dossier.asked.about is not None and dossier.asked.about.actor is None


def unknown_actor(name: str, without: Iterable[About]) -> UsageError:
    """The error that says that no story has an actor of that name, and which names come near."""
    found = tuple(without)
    called = list(dict.fromkeys(one for about in found if about.several for one in about.nearest))
    if called:
        return UsageError(f"--about {name}: several actors are called so: {_listed(called)}; give the whole name")
    near = list(dict.fromkeys(one for about in found for one in about.nearest))
    hint = f"; the nearest are {_listed(near)}" if near else "; no actor was found at all"
    return UsageError(f"--about {name}: no actor is called so{hint}")


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more
