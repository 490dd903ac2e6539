"""Sources that the sentence splitter tore at a title's full stop: "Sgt. | Ola Brandt said"."""

from __future__ import annotations

import re
from dataclasses import replace

from crosswire.annotate.attribution import Attribution

TITLE = r"(?:Sgt|Lt|Capt|Col|Gen|Maj|Cpl|Cmdr|Adm|Det|Insp|Supt|Gov|Sen|Rep|Sec|Amb|Dr|Mr|Mrs|Ms|Prof|Rev|Hon|St|Jr|Sr)"
NAME = r"[A-Z][\w’'-]*\.?"
TITLE_BEFORE = re.compile(rf"(?:{NAME}[ \u00a0])*\b{TITLE}\.\s+\Z")
TITLE_LAST = re.compile(rf"\b{TITLE}\.?\Z")
NAME_AFTER = re.compile(rf"\.?[ \u00a0]+{NAME}(?:[ \u00a0]{NAME})*")
CLOSING = ("”", '"')
# How far before a source its title may begin.
REACH = 60


def mended(a: Attribution, text: str) -> Attribution:
    """The attribution, its source whole again: "Patrol Sgt. Ola Brandt", not "Ola Brandt" or "Patrol Sgt"."""
    if a.source is None:
        return a
    start, end = a.source
    before = TITLE_BEFORE.search(text, max(0, start - REACH), start)
    if before and "\n" not in before.group() and text[start].isupper():
        start = before.start()
    if TITLE_LAST.search(text, start, end) and (after := NAME_AFTER.match(text, end)):
        end = after.end()
        end -= text[end - 1] == "."
    opened = text.count("“", start, end) - text.count("”", start, end) or text.count('"', start, end) % 2
    if opened and text[end : end + 1] in CLOSING:
        end += 1  # Friends of “Marigold”
    return replace(a, source=(start, end)) if (start, end) != a.source else a
