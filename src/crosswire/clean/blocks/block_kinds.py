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
    elements, hidden = blocks.elements, blocks.elements.hidden
    kinds = _kinds(blocks, lexicons.element_names)
    for holder in blocks.pictured:
        # `<div class="image"><img><span>Reuters</span></div>`; but `<div class="source"><img src="logo"> Reuters</div>`
        # says whose text it is.
        if holder and holder in kinds and not kinds[holder] and _PICTURE_NAME.search(elements.named(holder)):
            kinds[holder] = BESIDE_PICTURE
    return [kinds[element] or (HIDDEN if hidden[element] else None) for element in blocks.element]


def _kinds(blocks: Blocks, names: ElementNames) -> dict[int, Kind | None]:
    """Of each element that a line stands in, and of those around it up to the first that tells."""
    parent, look, looks = blocks.elements.parent, blocks.elements.look, blocks.elements.looks
    # What stands on the body itself names the kind of page, not of line.
    kinds = {0: BY_TAG.get(looks[0][0])} if looks else {}
    told: dict[int, Kind | None] = {}
    for element in blocks.element:
        around: list[int] = []
        while element not in kinds:
            own = look[element]
            if own not in told:
                told[own] = _told_by(*looks[own], names)
            if told[own]:
                kinds[element] = told[own]
            else:
                around.append(element)
                element = parent[element]
        kinds.update(dict.fromkeys(around, kinds[element]))
    return kinds


def _told_by(tag: str, named: str, names: ElementNames) -> Kind | None:
    found = BY_TAG.get(tag)
    return found if found is not None or not named else _by_names(names.read(named), names)


@lru_cache(maxsize=20_000)
def _by_names(bits: int, names: ElementNames) -> Kind | None:
    """Pages name few kinds together, in thousands of ways."""
    return next((kind for name, kind in BY_NAME.items() if bits & names.bit(name)), None)
