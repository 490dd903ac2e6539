"""The headline of a page among its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.clean.captions import is_caption, is_credit_line
from crosswire.clean.dateline import find_dateline
from crosswire.clean.kinds import Kind
from crosswire.clean.publisher import is_site, mastheads
from crosswire.clean.repeats import words_of
from crosswire.clean.traits import DATED, cut_off, title_case
from crosswire.lexicons.load import Lexicons

_SITE = re.compile(r"(?:\s+(?P<mark>[|»–—-]|::|«)\s*)(?P<site>[^|»–—«]{2,70})$")
# Words that media have in their names, call signs of stations, domains.
_MEDIUM = re.compile(
    r"\b(?:News|TV|Times|Post|Herald|Tribune|Journal|Weather|Sports|Daily|Gazette|Radio|Channel|Magazine|Press|Star|Sun|Online"
    r"|Today|Chronicle|Examiner|Globe|Observer|Telegraph|Guardian|Independent|Mail|Express|Standard|Mirror|Review|Sentinel"
    r"|Courier|Dispatch|Register|Reporter|Reuters|AP|AFP|BBC|CNN|NBC|CBS|ABC|FOX|Fox|NPR|PBS|[KW][A-Z]{2,3}\d*)\b|\w\.\w"
)
_MOST_SITES = 3
_MENU = re.compile(r"\t|\s{2}.*\S\s{2}")
_FEWEST, _MOST = 3, 30
_CAPTION = 8  # words
_COPIES = 3  # lines behind the first kept one among which a copy of the headline may stand


def find_headline(
    words: Sequence[str],
    kept: Sequence[bool],
    shown: Sequence[Kind | None],
    opening: int | None,
    *,
    title: str | None,
    lexicons: Lexicons,
) -> tuple[int, ...]:
    """The lines that hold the headline (and its copies): indices, the best first; none when there is none.

    `opening` is the line with the dateline. A given `title` decides; else the line before the text that looks like a
    headline and shares the text's words.
    """
    if title:
        known = words_of(bare_title(title))
        whole = words_of(title)
        return tuple(i for i, line in enumerate(words[:400]) if words_of(line) in (known, whole) and known)
    first = next((i for i, keep in enumerate(kept) if keep), len(words))
    first = max(first, opening or 0)
    body = [words[i] for i, keep in enumerate(kept) if keep and i >= first][:12]
    vocabulary = {w for line in body for w in words_of(line)} - lexicons.function_words.english
    limit = first + 1 if first < len(words) and _titled(words[first]) else first
    names = mastheads(words)
    scored = [
        (s, i)
        for i in range(max(0, limit - 60), limit)
        if shown[i] is None
        and i not in names
        and not is_site(words[i])
        and lexicons.outlets.find(words[i]) is None
        and not find_dateline(words[i], agencies=lexicons.agencies, geography=lexicons.geography)
        and (s := _score(words[i], first - i, vocabulary, _under_credit(words, i, lexicons), lexicons)) > 0
    ]
    if not scored:
        return ()
    best = max(scored, key=lambda pair: (pair[0], -pair[1]))[1]
    name = words_of(bare_title(words[best]))
    copies = [
        i for i in range(min(limit + _COPIES, len(words))) if i != best and words_of(bare_title(words[i])) == name
    ]
    return (best, *copies)


def bare_title(title: str, site: str | None = None) -> str:
    """The title without the site's name behind it: "Council votes for wall | The Example" is "Council votes for wall".

    "Port Sorel votes — not by much — for a wall" stays whole: behind a dash only what is named like a medium goes.
    """
    words = title.strip()
    for _ in range(_MOST_SITES):
        match = _SITE.search(words)
        if match is None or not _is_site(match["mark"], match["site"], site):
            break
        shorter = words[: match.start()].strip()
        if len(shorter.split()) < _FEWEST:
            break
        words = shorter
    return words


def _is_site(mark: str, name: str, site: str | None) -> bool:
    """True when what stands behind the mark is the site, its section or its town."""
    if site and words_of(name) == words_of(site):
        return True
    if len(name.split()) > 8 or title_case(name) < 0.75:
        return False
    return mark in "|»::«" or bool(_MEDIUM.search(name))


def _titled(line: str) -> bool:
    """True for a line that can be a headline and no paragraph: no full stop, not long."""
    return not line.rstrip("\"'”’").endswith((".", ":", ";", ",")) and _FEWEST <= len(line.split()) <= 20


def _under_credit(words: Sequence[str], index: int, lexicons: Lexicons) -> bool:
    """True for the line under "Ana Ruiz | Example Images" that says what the picture shows.

    A credit in brackets, or behind a long line, has its caption above it; what follows may be the headline.
    """
    before = words[index - 1] if index else ""
    caption_above = before.startswith("(") or (index > 1 and len(words[index - 2].split()) > _CAPTION)
    return not caption_above and is_credit_line(before, lexicons.agencies)


def _score(line: str, distance: int, vocabulary: set[str], under_credit: bool, lexicons: Lexicons) -> float:
    """How like the headline a line is; 0 or less: not at all."""
    count = len(line.split())
    if not _FEWEST <= count <= _MOST or line.rstrip("\"'”’)").endswith((".", ":", ";")):
        return 0.0
    if is_caption(bare_title(line), lexicons.agencies) or line.startswith(("(", "•", "http")) or _MENU.search(line):
        return 0.0
    content = set(words_of(line)) - lexicons.function_words.english
    shared = len(content & vocabulary) / max(len(content), 1)
    length = 1.0 if 5 <= count <= 18 else 0.4
    captioned = 3.0 if under_credit else 0.0
    broken = 1.2 if cut_off(line) or DATED.search(line) else 0.0
    return 2.0 * shared + 0.5 * title_case(line) + length - 0.04 * min(distance, 30) - 0.6 - broken - captioned
