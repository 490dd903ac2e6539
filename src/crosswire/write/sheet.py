"""A sheet of columns on a terminal: wrapped paragraphs, heads, and lists that say by how much they were cut."""

from __future__ import annotations

import os
from typing import TextIO

from rich.console import Console
from rich.text import Text

from crosswire.write.plain import one_line, unturned

WIDEST = 96
LONGEST = 240


def console(stream: TextIO) -> Console:
    """A console on the stream: styled on a terminal, plain and 80 columns wide when piped."""
    piped = not stream.isatty()
    width = 80 if piped and "COLUMNS" not in os.environ else None
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


class Sheet:
    """Prints paragraphs to one console, no wider than a reader likes. Nothing printed can style the terminal.

    `paged`: there is a page with what lists leave out. `is_cut`: some list was cut.
    """

    def __init__(self, console: Console, *, paged: bool = False) -> None:
        self._console = console
        self._where = " (see the page)" if paged else ""
        self.is_cut = False
        self.width = min(console.width, WIDEST)

    def print(self, *parts: str | tuple[str, str], indent: int = 0, hang: int = 0) -> None:
        """Print one paragraph of parts (words, or words with a style), wrapped; `hang` more from its second line on."""
        styled = [(part, "") if isinstance(part, str) else part for part in parts]
        text = Text.assemble(*((unturned(words), style) for words, style in styled), overflow="fold")
        lines = text.wrap(self._console, max(20, self.width - indent - hang))
        for place, line in enumerate(lines):
            line.rstrip()
            self._console.print(Text(" " * (indent + (hang if place else 0))) + line, soft_wrap=True, highlight=False)

    def print_line(self, *parts: tuple[str, str], indent: int = 0) -> None:
        """Print one line of parts, each on one line already, cut at its end where there is no more room."""
        text = Text.assemble(*((words, style) for words, style in parts))
        text.truncate(max(20, self.width - indent), overflow="ellipsis")
        text.rstrip()
        self._console.print(Text(" " * indent) + text, soft_wrap=True, highlight=False)

    def print_head(self, title: str, note: str = "") -> None:
        """Print an empty line and a section's title, with a note on it."""
        self._console.print()
        self.print((title.upper(), "bold"), (f"  {note}" if note else "", "dim"))

    def print_more(self, total: int, most: int, indent: int = 2) -> None:
        """Print how many of a list were left out, if any were."""
        if total > most:
            self.is_cut = True
            self.print((f"… and {total - most:,} more{self._where}", "dim"), indent=indent)

    def print_rule(self) -> None:
        """Print a line across the sheet."""
        self._console.print(Text("─" * self.width, style="dim"), soft_wrap=True)

    def print_gap(self) -> None:
        """Print an empty line."""
        self._console.print()


def cut(words: str, most: int = LONGEST) -> str:
    """The words on one line, cut after `most` characters: a terminal shows no walls."""
    line = one_line(words)
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
