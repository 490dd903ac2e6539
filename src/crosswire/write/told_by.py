"""Whose word an entry of the timeline is, where the reports have it from somebody and the words don't show whom."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crosswire.model.annotation import Quotation, Stance
from crosswire.model.passage import Passage
from crosswire.model.relation import TimelineEntry
from crosswire.write.sources import Register
from crosswire.write.vocabulary import parties

# So much of a passage must be what somebody says.
MOST = 0.8
NOT_KNOWN = "a speaker who is not known"
# Words that tell something, and so many of those shown that another must have who says the same.
WORD = re.compile(r"\w{4,}|\d+")
SHARED = 0.6


def told_by(entry: TimelineEntry, register: Register) -> str:
    """ "said by Ivo Lanner", "denied by the owner"; "" where a report states it itself or its words show who speaks.

    Who says less than the words shown, or other things, is told apart: "said by Ivo Lanner; Ana Lupo speaks of it too".
    """
    shown = entry.statements[0]
    said = [(passage, register.said_at(passage, MOST)) for passage in entry.statements]
    if any(one is None or (one.source and one.source.overlaps(shown)) for _, one in said):
        return ""
    spoken = [(passage, one) for passage, one in said if one]
    same = _names((one for passage, one in spoken if _says(passage, shown)), register)
    others = [n for n in _names((one for _, one in spoken), register) if n not in same]
    denied = all(one.stance is Stance.DENIES for passage, one in spoken if _says(passage, shown))
    more = f"; {parties(others)} {'speaks' if len(others) == 1 else 'speak'} of it too" if others else ""
    return f"{'denied' if denied else 'said'} by {parties(same)}{more}"


def _says(passage: Passage, shown: Passage) -> bool:
    """True where the passage has most of the words shown."""
    words, theirs = ({w.casefold() for w in WORD.findall(p.words)} for p in (shown, passage))
    return passage == shown or len(words & theirs) >= SHARED * len(words)


def _names(spoken: Iterable[Quotation], register: Register) -> list[str]:
    """Who speaks, each once; last who is not known."""
    speakers = list(dict.fromkeys(one.speaker for one in spoken))
    known = register.actor_names(speaker for speaker in speakers if speaker)
    return [*known, *([NOT_KNOWN] if None in speakers else [])]
