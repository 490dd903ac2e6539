"""How far a run is, told on the standard error when it takes longer than two seconds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TextIO, TypeVar

T = TypeVar("T")

# Seconds before anything is said, and between two lines where the output is no terminal.
PATIENCE = 2.0
PAUSE = 5.0


class Progress:
    """Tells how far a run is. On a terminal one line that is written over; elsewhere a line now and then."""

    def __init__(self, stream: TextIO, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._start = clock()
        self._said: float | None = None
        self._live = stream.isatty()

    def over(self, items: Sequence[T], doing: str) -> Iterator[T]:
        """The items one by one, with `doing 12 of 100` said on the way."""
        for done, item in enumerate(items):
            self._tell(f"{doing} {done + 1} of {len(items)}")
            yield item
        self.wipe()

    def say(self, doing: str) -> None:
        """Name a step that can't be counted."""
        self._tell(doing)

    @property
    def seconds(self) -> float:
        """Seconds since the run began."""
        return self._clock() - self._start

    def _tell(self, line: str) -> None:
        now = self._clock()
        if now - self._start < PATIENCE:
            return
        if self._said is not None and now - self._said < (0.1 if self._live else PAUSE):
            return
        self._said = now
        self._stream.write(f"\r\x1b[2K{line} …" if self._live else f"crosswire: {line} …\n")
        self._stream.flush()

    def wipe(self) -> None:
        """Take the line away again, so that what follows starts on a clean one."""
        if self._live and self._said is not None:
            self._stream.write("\r\x1b[2K")
            self._stream.flush()
