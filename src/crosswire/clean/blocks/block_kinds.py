"""What kind of furniture a line is by where it stands in the page's markup."""

from __future__ import annotations

import re

from crosswire.clean.blocks.blocks import Blocks, Elements
from crosswire.clean.lines.kinds import Kind
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import FurnitureKind

BESIDE_PICTURE: Kind = FurnitureKind.CAPTION, "stands beside a picture"
_PICTURES = frozenset({"img", "picture", "amp-img"})
_AROUND = frozenset({"a", "picture", "span"})  # elements that a picture alone stands in
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
    names = lexicons.element_names
    telling = [(names.bit(kind), found) for kind, found in BY_NAME.items()]
    elements = blocks.elements
    kinds: list[Kind | None] = []
    by_name = {
        name: next((kind for bit, kind in telling if bits & bit), None)
        for name in set(elements.named)
        for bits in (names.read(name),)
    }
    for place, (tag, named, up) in enumerate(zip(elements.tag, elements.named, elements.parent, strict=True)):
        found = BY_TAG.get(tag)
        if found is None and place:
            found = by_name[named]
        kinds.append(found or (kinds[up] if place else None))
    for holder in _picture_boxes(elements):
        kinds[holder] = kinds[holder] or BESIDE_PICTURE
    return [kinds[element] for element in blocks.element]


def _picture_boxes(elements: Elements) -> set[int]:
    """The elements named after pictures that hold one themselves: `<div class="image"><img><span>Reuters</span></div>`.

    Counter-example: `<div class="source"><img src="logo"> Reuters</div>` says whose text it is.
    """
    found = set()
    for place, tag in enumerate(elements.tag):
        if tag in _PICTURES and place:
            up = elements.parent[place]
            while up and elements.tag[up] in _AROUND:
                up = elements.parent[up]
            if up and _PICTURE_NAME.search(elements.named[up]):
                found.add(up)
    return found
