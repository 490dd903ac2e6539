"""What kind of furniture a line is by where it stands in the page's markup."""

from __future__ import annotations

import re
from functools import lru_cache

from crosswire.clean.blocks.blocks import Blocks
from crosswire.clean.lines.kinds import Kind
from crosswire.lexicons.element_names import ElementNames
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import FurnitureKind

BESIDE_PICTURE: Kind = FurnitureKind.CAPTION, "stands beside a picture"
HIDDEN: Kind = FurnitureKind.WIDGET, "its own markup hides it"
_PICTURE_NAME = re.compile(r"(?:^|[^a-z])(?:image|img|photo|picture|media|thumb|figure)", re.IGNORECASE)
# What an element's tag and the kinds that its names name make of the lines in it; the first that fits the innermost.
BY_TAG = {
    "nav": (FurnitureKind.NAVIGATION, "stands in a menu of the page"),
    "figcaption": (FurnitureKind.CAPTION, "stands under a picture"),
    "footer": (FurnitureKind.NAVIGATION, "stands in a footer"),
    "figure": BESIDE_PICTURE,
    "button": (FurnitureKind.WIDGET, "the words of a button"),
    "select": (FurnitureKind.WIDGET, "a choice in a form"),
    "form": (FurnitureKind.WIDGET, "stands in a form"),
}
BY_NAME = {
    "caption": (FurnitureKind.CAPTION, "stands in an element named as a caption"),
    "comments": (FurnitureKind.COMMENT, "stands among readers' comments"),
    "newsletter": (FurnitureKind.NEWSLETTER, "stands in a box that asks to subscribe"),
    "advert": (FurnitureKind.ADVERT, "stands in an element named as an advertisement"),
    "sharing": (FurnitureKind.SHARING, "stands among buttons for sharing"),
    "related": (FurnitureKind.RELATED, "stands in a list of other reports"),
    "player": (FurnitureKind.PLAYER, "stands in a player"),
    "nav": (FurnitureKind.NAVIGATION, "stands in a menu of the page"),
    "footer": (FurnitureKind.NAVIGATION, "stands in a footer"),
}


def block_kinds(blocks: Blocks, lexicons: Lexicons) -> list[Kind | None]:
    """For each line the kind that the nearest telling element around it gives; None where no element tells."""
    elements, names = blocks.elements, lexicons.element_names
    told = [_told_by(tag, named, names) for tag, named in elements.looks]
    kinds: list[Kind | None] = []
    for look, up in zip(elements.look, elements.parent, strict=True):
        # What stands on the body itself names the kind of page, not of line.
        kinds.append(told[look] or kinds[up] if kinds else BY_TAG.get(elements.tag[0]))
    for holder in blocks.pictured:
        # `<div class="image"><img><span>Reuters</span></div>`; but `<div class="source"><img src="logo"> Reuters</div>`
        # says whose text it is.
        if holder and kinds[holder] is None and _PICTURE_NAME.search(elements.named(holder)):
            kinds[holder] = BESIDE_PICTURE
    if any(elements.hidden):
        kinds = [kind or (HIDDEN if hidden else None) for kind, hidden in zip(kinds, elements.hidden, strict=True)]
    return [kinds[element] for element in blocks.element]


def _told_by(tag: str, named: str, names: ElementNames) -> Kind | None:
    found = BY_TAG.get(tag)
    return found if found is not None or not named else _by_names(names.read(named), names)


@lru_cache(maxsize=20_000)
def _by_names(bits: int, names: ElementNames) -> Kind | None:
    """Pages name few kinds together, in thousands of ways."""
    return next((kind for name, kind in BY_NAME.items() if bits & names.bit(name)), None)
