"""The reports of one event."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """Reports that belong together: their ids, sorted, and why in words a reader understands."""

    id: str
    reports: tuple[str, ...]
    why: tuple[str, ...] = ()
