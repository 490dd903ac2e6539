"""What kind of furniture a line is that is not the report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from crosswire.clean.clocks.published import LONGEST, is_fragment, is_relative_date, read_date_line
from crosswire.clean.header.bylines import is_names_with_house, lone_name, names_of_byline
from crosswire.clean.lines.traits import cut_off, title_case
from crosswire.clean.signed.credits import closing_credit, credit_names
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.media_words import NETWORK_START, MediaWords
from crosswire.model.report import FurnitureKind

_ANSWER = re.compile(r"^\W*(?:yes|no|maybe|don['’]t know|undecided)\W*\d+\s*%|^\(\s?\)\s*\w", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W_]")
_ICON = re.compile(r"^(?:\w+ ){1,2}icon$", re.IGNORECASE)
_TWEET = re.compile(r"\s@\w{2,30}$|pic\.twitter\.com|\(@\w+\)|//t\.co/|^\W*@\w+$")
# A call's end ("load(now);", "});") is code; "in the tank (a freezer in Ostra);" is an item of a list.
_CALL = r"\w\([^()]{0,200}\);\s*$|[{}\]\"'()]\);\s*$"
_SCRIPT = re.compile(rf"window\.\w+|function\s*\(|\{{[^}}]{{0,80}}:[^}}]{{0,80}}\}}.*;|{_CALL}|=\s*document\.")
_ADDRESS = re.compile(r"^\W*(?:https?://\S+|www\.\S+|[\w-]+(?:\.[\w-]+)+/\S+|[\w.+-]+@[\w-]+\.\w[\w.]*|@\w{2,30})\W*$")
_SLIDE = re.compile(r"^\W*(?:image|photo|slide|picture|video)?\s*\d+\s*(?:of|/|de)\s*/?\s*\d+\W*$", re.IGNORECASE)
_CLOCK = re.compile(r"^\W*\d{1,2}[:.]\d{2}(?:\s*[aApP]\.?\s?[mM]\.?)?\W*$")
TEASER = "a title that is not the report's"
_TEASER_WORDS = 4
# Without one of these in it a line is no menu, no script; at a line's ends they part nothing.
_MENU_EDGES = "|•·\t "
_MENU_SIGN = re.compile(r"[|•·–—/›»\t\n\u00a0\u2000-\u200a\u202f\u3000-]")
_RELATED_HEADINGS = frozenset({"related", "newsletter", "advert"})


# "Contact us – Imprint", "Home | Sport | Weather": what stands between the items of a menu on one line.
_MENU = re.compile(r"\s+[|–—•·/›»-]\s+|\s*[|•·]\s*|\s{2,}|\t")
_LONGEST_MENU = 200
_LOUD = 6  # words

Kind = tuple[FurnitureKind, str]
_TEXT: Kind = FurnitureKind.OTHER, "the report's own"
LOUD_TEASER: Kind = FurnitureKind.RELATED, "a headline in capitals between paragraphs"


def own_kinds(lines: Sequence[str], *, lexicons: Lexicons) -> list[Kind | None]:
    """For each line the kind it shows by its own words, and why; None where it could be anything."""
    known = {line: own_kind(line, lexicons=lexicons) for line in dict.fromkeys(lines)}
    return [known[line] for line in lines]


def furniture_kinds(
    lines: Sequence[str],
    shown: Sequence[Kind | None],
    body: tuple[int, int],
    kept: Sequence[bool],
    *,
    lexicons: Lexicons,
) -> list[Kind]:
    """For each line the kind of furniture it is, and why; `shown` is what lines show by their own words.

    `body` is the span of lines from first to last kept. Of the `kept` lines no kind is looked for.
    A line by its own words first; then by the heading it stands under; then by its place on the page.
    """
    kinds: list[Kind] = []
    heading: Kind | None = None
    for index, line in enumerate(lines):
        own = shown[index]
        phrase = lexicons.furniture.find(line) if own and len(line) < _LONGEST_MENU else None
        if own and phrase and phrase.how == "whole":
            heading = (own[0], phrase.words) if phrase.kind in _RELATED_HEADINGS else None
        if body[0] <= index < body[1]:
            heading = heading if own or (heading and not line.endswith(".")) else None
        told = own or (_TEXT if kept[index] else _pictured(line, index, body, lexicons))
        kinds.append(told or _by_place(line, index, body, heading))
    for index, near in _beside(shown, (FurnitureKind.BYLINE, FurnitureKind.DATE)).items():
        line = lines[index]
        signed = FurnitureKind.BYLINE in near or (index < body[0] and " in " in line)
        if signed and lone_name(line, lexicons.agencies):
            kinds[index] = (FurnitureKind.BYLINE, "a name beside an agency or byline")
    for index, (kind, _) in enumerate(kinds[1:]):
        if kind is FurnitureKind.POLL and shown[index] is None and index >= body[1]:
            kinds[index] = (FurnitureKind.POLL, "stands before a poll's answers")
    return kinds


def _beside(shown: Sequence[Kind | None], wanted: Collection[FurnitureKind]) -> dict[int, set[FurnitureKind]]:
    """The lines that show nothing themselves and stand next to some that show what is wanted, with what those show."""
    found: dict[int, set[FurnitureKind]] = defaultdict(set)
    for index, own in enumerate(shown):
        if own is not None and own[0] in wanted:
            for near in (index - 1, index + 1):
                if 0 <= near < len(shown) and shown[near] is None:
                    found[near].add(own[0])
    return found


def poll_questions(lines: Sequence[str], kept: Sequence[bool], shown: Sequence[Kind | None]) -> dict[int, Kind]:
    """The kept lines that ask what a poll's answers, or its heading, right beside them belong to.

    "Should ferries sail?" before "( ) Yes  ( ) No" is the poll's; a report's own question has sentences on both sides.
    """
    found: dict[int, Kind] = {}
    for index, line in enumerate(lines):
        if kept[index] and line.endswith("?") and len(line) < _LONGEST_MENU:
            near = [shown[i] for i in (index - 1, index + 1) if 0 <= i < len(lines)]
            if any(kind and kind[0] is FurnitureKind.POLL for kind in near):
                found[index] = FurnitureKind.POLL, "a question beside a poll's heading or answers"
    return found


def capital_teasers(lines: Sequence[str], kept: Sequence[bool]) -> dict[int, Kind]:
    """The kept lines of six words and more wholly in capitals, without a mark at their end, inside a text that isn't.

    "MAYOR OF OSTRA SAYS BRIDGE TO STAY CLOSED" links to another report; "WHAT HAPPENS NEXT" is a subheading.
    """
    live = [i for i, keep in enumerate(kept) if keep]
    loud = [
        i for i in live[1:] if lines[i].isupper() and lines[i][-1:] not in '.:;?!"”' and len(lines[i].split()) >= _LOUD
    ]
    if 3 * len(loud) > len(live):
        return {}
    return dict.fromkeys(loud, LOUD_TEASER)


def _pictured(line: str, index: int, body: tuple[int, int], lexicons: Lexicons) -> Kind | None:
    """A caption for a sentence before the report with an agency's name behind it: "… in Ilsen on Monday. AP"."""
    if index >= body[0] or len(line.split()) < 5 or not closing_credit(line, lexicons.agencies):
        return None
    return FurnitureKind.CAPTION, "an agency's name behind it, before the report"


def own_kind(line: str, *, lexicons: Lexicons) -> Kind | None:
    """The kind a line shows by its own words, and why; None when it could be anything."""
    phrase = lexicons.furniture.find(line)
    if phrase and phrase.how == "whole":
        return FurnitureKind(phrase.kind), f"stock phrase “{phrase.words or line}”"
    if ("@" in line or ".co" in line) and _TWEET.search(line) and not line.startswith(("By ", "BY ", "By: ")):
        return FurnitureKind.WIDGET, "an embedded post"
    if (
        len(line) <= LONGEST
        and _DIGIT.search(line)
        and (
            read_date_line(line, calendar=lexicons.calendar)
            or is_relative_date(line, lexicons.calendar)
            or is_fragment(line, lexicons.calendar)
        )
    ):
        return FurnitureKind.DATE, "a date and nothing else"
    if names_of_byline(line, lexicons) is not None or is_names_with_house(line, lexicons.agencies) is not None:
        return FurnitureKind.BYLINE, "names who wrote the report"
    if len(line) < 60 and credit_names(line, lexicons.agencies):
        return FurnitureKind.CREDIT, "names an agency and nothing else"
    if phrase:
        return FurnitureKind(phrase.kind), f"stock phrase “{phrase.words}”"
    return _menu(line, lexicons) or _shape(line, lexicons.media_words)


def _menu(line: str, lexicons: Lexicons) -> Kind | None:
    """Navigation for a line of several stock phrases with marks between them: "Contact us – Imprint"."""
    bare = line.strip(_MENU_EDGES)
    marked = len(line) < _LONGEST_MENU and (_MENU_SIGN.search(bare) or "  " in bare)
    parts = [part for part in _MENU.split(bare) if part] if marked else []
    if len(parts) < 2:
        return None
    found = [lexicons.furniture.find(part) for part in parts]
    stock = all(phrase is not None and phrase.how == "whole" for phrase in found)
    return (FurnitureKind.NAVIGATION, "stock phrases side by side") if stock else None


def _shape(line: str, media: MediaWords) -> Kind | None:
    """The kind that a line's marks give away rather than its words."""
    if line.startswith("[ ") and line.endswith(" ]"):
        return FurnitureKind.RELATED, "a link in brackets"
    if len(line) < 60 and _ANSWER.match(line):
        return FurnitureKind.POLL, "the answers of a poll"
    if len(line) < 20 and _CLOCK.match(line):
        return FurnitureKind.DATE, "a time of day and nothing else"
    if not _LETTER.search(line):
        return FurnitureKind.OTHER, "marks without words"
    if len(line) < 120 and words_of(line)[0][:NETWORK_START] in media.network_starts and media.networks.match(line):
        return FurnitureKind.SHARING, "nothing but names of networks"
    if len(line) < 25 and line[-4:].lower() == "icon" and _ICON.match(line):
        return FurnitureKind.SHARING, "the name of an icon"
    if ("/" in line or "@" in line or "www." in line) and _ADDRESS.match(line):
        return FurnitureKind.RELATED, "an address and nothing else"
    if len(line) < 40 and _SLIDE.match(line):
        return FurnitureKind.PLAYER, "the count of a slide show"
    if ("{" in line or "}" in line or ";" in line) and _SCRIPT.search(line):
        return FurnitureKind.WIDGET, "a piece of a script"
    return None


def _by_place(line: str, index: int, body: tuple[int, int], heading: Kind | None) -> Kind:
    if heading and index >= body[0]:
        return heading[0], f"stands under “{heading[1]}”"
    if cut_off(line):
        return FurnitureKind.RELATED, "breaks off with dots, as teasers do"
    words = len(line.split())
    if index < body[0]:
        if words <= 5:
            return FurnitureKind.NAVIGATION, "short line before the report"
        if _is_teaser(line, words):
            return FurnitureKind.RELATED, TEASER
        return FurnitureKind.OTHER, "before the report, not of it"
    if index >= body[1]:
        if words >= 5 and not line.endswith(".") and title_case(line) > 0.6:
            return FurnitureKind.RELATED, "a headline after the report's end"
        if words <= 5:
            return FurnitureKind.NAVIGATION, "short line after the report's end"
        if _is_teaser(line, words):
            return FurnitureKind.RELATED, TEASER
        return FurnitureKind.OTHER, "after the report's end"
    if _is_teaser(line, words) and title_case(line) > 0.6:
        return FurnitureKind.RELATED, TEASER
    return FurnitureKind.OTHER, "inside the page's text, not of it"


def _is_teaser(line: str, words: int) -> bool:
    """True for a line of some words without a sentence's end: the title of something else."""
    return words >= _TEASER_WORDS and line.rstrip("\"'”’)")[-1:] not in ".:;!" and len(line) < _LONGEST_MENU
