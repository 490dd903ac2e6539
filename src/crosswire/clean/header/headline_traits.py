"""What speaks for and against a line being the page's headline, as numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.clean.header.titles import bare_title
from crosswire.clean.lines.bare_credits import is_credit_line
from crosswire.clean.lines.captions import is_caption
from crosswire.clean.lines.kinds import Kind
from crosswire.clean.lines.traits import cut_off, is_dated, is_sentence, title_case
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import FurnitureKind

NAMES = (
    "one", "size_1_2", "size_3_4", "size_5_9", "size_10_18", "size_19_28", "size_29", "stop", "asks", "cut_off",
    "title_case", "capitals", "shared", "shared_none", "quotes", "near", "far", "signed_below", "dated_below",
    "signed_above", "dated_above", "sharing_below", "deck_below", "caption", "credit", "bullet", "menu", "dated",
    "copied", "copied_longer", "first", "among_first", "sentence", "label_above", "prefix_of_next", "colon_inside",
    "lower_start", "text_next", "second_person", "label", "section", "deck_and_dated", "short_bullet", "crumbs",
    "under_credit",
)  # fmt: skip
_CREDIT = re.compile(
    r"©|\b(?:[Ff]oto|[Pp]hoto|PHOTO|FOTO|[Bb]ild|[Ii]mage|[Cc]redit|[Cc]ourtesy|[Ss]ource|[Qq]uelle|[Pp]icture)s?\b|写真|사진|图|/\s?[A-Z]{2,}"
)
_MENU = re.compile(r"\t|\s{2}.*\S\s{2}|\s[|·»›>/]\s.*\s[|·»›>/]\s")
_READING = re.compile(r"\b\d+\s?(?:min|мин|分)", re.IGNORECASE)
_BULLET = re.compile(r"^[•*·‣▪►\-–]\s|^\d{1,2}[.)]\s")
_CRUMBS = re.compile(
    r"^(?:Home|Start|Startseite|Inicio|Accueil|Strona główna|You are here|Du bist hier|Sie sind hier)\b|\s[»›>]\s"
)
_SECOND = frozenset({
    "you", "your", "sign", "log", "click", "subscribe", "account", "email", "cookie", "cookies", "thank", "sie", "ihr",
    "ihre", "vous", "votre",
})  # fmt: skip
_ENDS_DATED = re.compile(r"\b(?:19|20)\d\d$")
# Words of a page's own parts: "Follow us: Facebook", "Slideshow … View Full Caption", "13.9k SHARES".
_SERVES = re.compile(
    r"\b(?:Facebook|Twitter|Instagram|WhatsApp|[Ss]lideshow|SHARES?|[Ff]ull [Cc]aption|Follow|Advertisement|Related"
    r"|Watch|Download|Listen|Comments?)\b|\d[kK]?\s[Ss]hares\b"
)
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_HEADER = 8  # lines between headline and byline or date
_FAR = 60
_CAPTION = 8  # words
_FEWEST_TITLED, _MOST_TITLED = 5, 18  # words
_STEM = 6  # letters


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the lines of a page have in common: where the text begins, its words, how often each line stands."""

    first: int
    vocabulary: frozenset[str]
    copies: Counter[tuple[str, ...]]
    keys: tuple[tuple[str, ...], ...]


def surroundings(words: Sequence[str], kept: Sequence[bool], first: int, lexicons: Lexicons) -> Surroundings:
    """The surroundings of the lines before `first`, where the text begins."""
    live = (words[i] for i in range(first, len(words)) if kept[i])
    # A title that was kept as the text's first line shares all its words with itself.
    body = [line for line in live if line != words[first] or is_sentence(line, lexicons.function_words)][:12]
    vocabulary = frozenset(part for line in body for part in parts_of(line)) - lexicons.function_words.english
    keys = tuple(words_of(bare_title(line, media=lexicons.media_words)) for line in words[: first + 4])
    return Surroundings(first, vocabulary, Counter(keys), keys)


def parts_of(line: str) -> list[str]:
    """The beginnings of the line's words, which endings leave alike; of a script without spaces its pairs of signs."""
    words = words_of(line)
    if "".join(words).isascii():
        return [word[:_STEM] for word in words]
    found: list[str] = []
    for word in words:
        found += [word[i : i + 2] for i in range(len(word) - 1)] if _UNSPACED.search(word) else [word[:_STEM]]
    return found


def size_of(line: str) -> int:
    """How many words the line has; three signs of Chinese or Japanese count as one."""
    unspaced = 0 if line.isascii() else len(_UNSPACED.findall(line))
    return len(line.split()) + unspaced // 3


def headline_traits(
    words: Sequence[str], shown: Sequence[Kind | None], index: int, around: Surroundings, lexicons: Lexicons
) -> tuple[float, ...]:
    """The numbers of one line, in the order of NAMES, each between 0 and 1."""
    line = words[index]
    size, first = size_of(line), around.first
    content = set(parts_of(line)) - lexicons.function_words.english
    shared = len(content & around.vocabulary) / max(len(content), 1)
    below = [shown[i] for i in range(index + 1, min(index + 1 + _HEADER, first))]
    above = [shown[i] for i in range(max(0, index - _HEADER), index)]
    behind = words[index + 1] if index + 1 < len(words) else ""
    before = words[index - 1] if index else ""
    key = around.keys[index] if index < len(around.keys) else words_of(line)
    earlier = around.keys[max(0, index - _HEADER) : index]
    distance = first - index
    bullet, long_below = bool(_BULLET.match(line)), size_of(behind) >= 12 and index + 1 < first
    found = (
        1, size <= 2, 3 <= size <= 4, 5 <= size <= 9, 10 <= size <= 18, 19 <= size <= 28, size >= 29,
        *_marks(line),
        shared, shared == 0, line[:1] in "\"'“‘„«「", max(0, 10 - distance) / 10, min(max(distance, 0), _FAR) / _FAR,
        _has(below, FurnitureKind.BYLINE), _has(below, FurnitureKind.DATE),
        _has(above, FurnitureKind.BYLINE), _has(above, FurnitureKind.DATE), _has(below[:4], FurnitureKind.SHARING),
        long_below, is_caption(line, lexicons.agencies), bool(_CREDIT.search(line)), bullet, bool(_MENU.search(line)),
        is_dated(line) or bool(_READING.search(line)), around.copies[key] > 1,
        len(key) > 2 and any(len(k) > len(key) and k[-len(key) :] == key for k in earlier),
        index == 0, 0 < index < 4, is_sentence(line, lexicons.function_words), 0 < size_of(before) <= 3,
        len(line) > 12 and behind.startswith(line), ": " in line, line[:1].islower(), index + 1 >= first,
        _speaks_to_reader(line),
        size <= 4 and size_of(behind) > size and index + 1 < first and shown[index + 1] is None,
        lexicons.media_words.is_section(line), long_below and _has(below, FurnitureKind.DATE), bullet and size <= 8,
        bool(_CRUMBS.search(line)), _under_credit(words, index, lexicons),
    )  # fmt: skip
    return tuple(map(float, found))


def _marks(line: str) -> tuple[float, ...]:
    """How the line ends, and how its letters are cased."""
    bare = line.rstrip("\"'”’)")
    stops = bare.endswith((".", ":", ";", ",", "。")) and not _is_titled(line)
    capitals = sum(map(str.isupper, line)) > 0.7 * (sum(map(str.isalpha, line)) or 1)
    return stops, bare.endswith(("?", "!", "？", "！")), cut_off(line), title_case(line), capitals


def _is_titled(line: str) -> bool:
    """True for a headline of sentences, each word with a capital: "Ostra Wants A Lock. Karsund Has One."."""
    tokens = line.split()
    return _FEWEST_TITLED <= len(tokens) <= _MOST_TITLED and not any(t[0].islower() for t in tokens)


def is_form_or_menu(line: str) -> bool:
    """True for a line that speaks to the reader, names a picture's owner or day, a network, or lists items."""
    return _speaks_to_reader(line) or any(
        sign.search(line) for sign in (_CREDIT, _MENU, _CRUMBS, _BULLET, _READING, _ENDS_DATED, _SERVES)
    )


def _speaks_to_reader(line: str) -> bool:
    """True for "Save this to your list", "Tell us by e-mail"."""
    return not _SECOND.isdisjoint(words_of(line)) or "e-mail" in line.lower()


def _under_credit(words: Sequence[str], index: int, lexicons: Lexicons) -> bool:
    """True for the line under "Ana Ruiz | Example Images" that says what the picture shows.

    A credit in brackets, or behind a long line, has its caption above it; what follows may be the headline.
    """
    before = words[index - 1] if index else ""
    caption_above = before.startswith("(") or (index > 1 and len(words[index - 2].split()) > _CAPTION)
    return not caption_above and is_credit_line(before, lexicons.agencies)


def _has(kinds: Sequence[Kind | None], kind: FurnitureKind) -> bool:
    return any(shown is not None and shown[0] is kind for shown in kinds)
