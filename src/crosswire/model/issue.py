"""What could not be done, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One thing that failed or was left out. `stage` is the room, `code` a short stable name.

    `file` is what the user gave (with `:17` for a line); `report` the report's id once there is one.
    """

    stage: str
    code: str
    message: str
    report: str | None = None
    file: str | None = None
