"""Reads a PDF document in a process of its own: its bytes on the standard input, its lines as JSON on the output.

Run by its path and never imported, so that it loads the PDF library alone: a document that makes the library
crash, loop or fill the memory costs one process and no run.
"""

from __future__ import annotations

import json
import sys
from typing import Any

# Bytes of memory and seconds of work that one document may take.
MEMORY = 2 << 30
SECONDS = 30
MOST_PAGES = 2000
MOST_CHARACTERS = 20_000_000
# The library's sign for a hyphen at a line's end; the page shows a hyphen.
HYPHEN = "\ufffe"


def bounded() -> None:
    """Sets the limits, where the system has any."""
    try:
        import resource
    except ImportError:
        return
    for kind, limit in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        resource.setrlimit(kind, (limit, limit))


def lines_of(page: Any) -> list[list[object]]:
    """The page's lines as they are written: words, left, right, bottom of first and last sign, height, in points."""
    text_page = page.get_textpage()
    last = text_page.count_chars() - 1
    found: list[list[object]] = []
    start = 0
    for line in text_page.get_text_range().split("\r\n") if last >= 0 else ():
        words = line.replace(HYPHEN, "-")
        if words.strip():
            # A line may hold the rest of a word from the line below: it begins with its first sign, ends with its last.
            opens = text_page.get_charbox(min(start + len(line) - len(line.lstrip()), last), loose=True)
            ends = text_page.get_charbox(min(start + len(line.rstrip()) - 1, last), loose=True)
            found.append([words, *(round(n, 1) for n in (opens[0], ends[2], opens[1], ends[1], opens[3] - opens[1]))])
        start += len(line.encode("utf-16-le", "surrogatepass")) // 2 + 2
    return found


def read() -> dict[str, object]:
    """What the document is: its pages' lines, or the fault that keeps them from being read."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(sys.stdin.buffer.read())
    except pdfium.PdfiumError as error:
        return {"fault": "encrypted" if "assword" in str(error) or "ecurity" in str(error) else "damaged"}
    pages: list[list[list[object]]] = []
    faults = size = 0
    for number in range(min(len(document), MOST_PAGES)):
        try:
            pages.append(lines_of(document[number]))
        except pdfium.PdfiumError:
            pages.append([])
            faults += 1
        size += sum(len(str(line[0])) for line in pages[-1])
        if size > MOST_CHARACTERS:
            break
    return {"pages": pages, "left": len(document) - len(pages), "faults": faults}


if __name__ == "__main__":
    bounded()
    json.dump(read(), sys.stdout)
