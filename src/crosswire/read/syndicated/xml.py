"""XML taken apart without following anything that it names: no entity, no DTD, no other file, no address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from html.entities import html5
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

# More elements than any feed has; a tree of them would fill the memory.
MOST_TAGS = 2_000_000

# Namespaces by the short names that this room uses, whatever prefix a document gives them. Sources: the formats' own
# specifications and the addresses that feeds in use give for them, 2026-11. Compared without case and last slash.
SPACES = {
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/elements/1.0": "dc",
    "http://purl.org/dc/terms": "dcterms",
    "http://www.w3.org/2005/atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://search.yahoo.com/mrss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://purl.org/rss/1.0": "",
    "http://my.netscape.com/rdf/simple/0.9": "",
    "http://channel.netscape.com/rdf/simple/0.9": "",
    "http://purl.org/net/rss1.1#": "",
    "http://backend.userland.com/rss": "",
    "http://backend.userland.com/rss2": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
}
_SHORT_NAMES = frozenset(SPACES.values()) - {""}
_FOREIGN = "other"

_SPACE = re.compile(r"\s*+")
_PROLOG_PART = re.compile(r"<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DOCTYPE = re.compile(r"<!doctype\b", re.IGNORECASE)
# What a document type declaration is made of. A comment that is never closed reaches to the end at once, so that a
# thousand of them are not each searched to the end.
_DOCTYPE_PART = re.compile(r"\"[^\"]*\"|'[^']*'|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|[\[\]>]", re.DOTALL)
_ENTITY = re.compile(r"<!entity\b", re.IGNORECASE)
# References that XML has too: its five names, and the numbers 32 to 127 and 160 to 49999.
_FINE = r"(?:lt|gt|amp|quot|apos|#(?:3[2-9]|[4-9]\d|1[016-9]\d|12[0-7]|[2-9]\d\d|[1-9]\d{3}|[1-4]\d{4}));"
# Ampersands that open none of those: a run of them, or one with the reference that it does open.
_REFERENCE = r"(#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6});|[A-Za-z][A-Za-z0-9]{1,31};)"
_AMPERSAND = re.compile(rf"(?:&(?=&))+|&(?!{_FINE}){_REFERENCE}?")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MOST_ATTRIBUTES = 40
_BLANKS = "\x0b\x0c"
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed document. `fault`: why some of it may be missing; `entities`: it defines some, which stay as written."""

    root: Element | None
    fault: str | None = None
    entities: bool = False


def parse_xml(text: str) -> Document:
    """The document, as much of it as can be read: a bare `&` and HTML's `&nbsp;` are repaired, faults passed over.

    The document type declaration is taken off unread, so that nothing is defined, fetched or multiplied; a reference
    to something it would have defined stays in the text as it is written (`&company;`).
    """
    if text.count("<") > MOST_TAGS:
        return Document(None, f"it has more than {MOST_TAGS:,} elements")
    declaration, body = _without_doctype(text)
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False,
        dtd_validation=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    entities = bool(_ENTITY.search(declaration))
    try:
        root = etree.fromstring(_readable(body).encode(), parser)
    except etree.XMLSyntaxError as error:
        return Document(None, _fault(error.msg or "nothing in it is XML", error.lineno or 1), entities)
    faults = [entry for entry in parser.error_log if entry.level_name == "FATAL"]
    fault = _fault(faults[0].message, faults[0].line) if faults else None
    # lxml gives None for a document in which it recovered nothing, though its types say otherwise.
    return Document(root if etree.iselement(root) else None, fault, entities)


def _fault(message: str, line: int) -> str:
    return f"line {line}: {' '.join(message.split())[:120]}"


def _without_doctype(text: str) -> tuple[str, str]:
    """The document type declaration ("" where there is none) and the document from its root element on."""
    place = _skip_prolog(text, 0)
    if not _DOCTYPE.match(text, place):
        return "", text[place:]
    end, depth = len(text), 0
    for part in _DOCTYPE_PART.finditer(text, place):
        depth += (part[0] == "[") - (part[0] == "]")
        if part[0] == ">" and depth <= 0:
            end = part.end()
            break
    return text[place:end], text[_skip_prolog(text, end) :]


def _skip_prolog(text: str, place: int) -> int:
    """Where comments, instructions and white space from `place` on end."""
    while True:
        place = _SPACE.match(text, place).end()  # type: ignore[union-attr]  # it matches the empty string
        part = _PROLOG_PART.match(text, place)
        if part is None:
            return place
        place = part.end()


def _readable(text: str) -> str:
    """The text with every reference and character that XML lacks made one that it has; CDATA stays untouched."""
    text = _NO_XML.sub(lambda match: " " if match[0] in _BLANKS else "\ufffd", text)
    parts: list[str] = []
    place = 0
    while (start := text.find(_CDATA, place)) >= 0:
        parts.append(_referenced(text[place:start]))
        end = text.find(_CDATA_END, start)
        if end < 0:  # never closed: its marks are taken off, what it holds is text and tags as it stands
            return "".join(parts) + _referenced(text[start:].replace(_CDATA, ""))
        place = end + len(_CDATA_END)
        parts.append(text[start:place])
    return "".join(parts) + _referenced(text[place:])


def _referenced(text: str) -> str:
    return _AMPERSAND.sub(_reference, text.replace("& ", "&amp; "))  # most bare ones stand so, as in "Q & A"


def _reference(match: re.Match[str]) -> str:
    """The character of a numeric or HTML reference; for anything else the words as they stand."""
    name = match[1]
    if name is None:
        return "&amp;" * (match.end() - match.start())
    if not name.startswith("#") and name not in html5:
        return f"&amp;{name}"
    return escape(_NO_XML.sub("\ufffd", unescape(match[0])), quote=False)


def local(element: Element) -> str:
    """An element's name in small letters, without namespace and prefix."""
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(element.tag, str) else ""


def name(element: Element) -> str:
    """An element's name with the short name of its namespace: `dc:creator`; `title` for the format's own."""
    if not isinstance(element.tag, str):
        return ""
    address, _, own = element.tag.rpartition("}")
    prefix, _, own = own.rpartition(":")
    prefix = prefix or element.prefix or ""
    space = SPACES.get(address.lstrip("{").lower().rstrip("/"))
    if space is None:
        space = prefix if prefix in _SHORT_NAMES else (_FOREIGN if prefix else "")
    return f"{space}:{own.lower()}" if space else own.lower()


def attribute(element: Element | None, wanted: str) -> str | None:
    """An attribute by its name in small letters, whatever its namespace; None where it is missing or empty."""
    if element is None:
        return None
    named = (key for key in element.attrib if str(key).rpartition("}")[2].rpartition(":")[2].lower() == wanted)
    return next((value for key in named if (value := str(element.get(key, "")).strip())), None)


def first(element: Element | None, *path: str) -> Element | None:
    """The first element down the path of names without namespace: `first(item, "itemmeta", "pubstatus")`."""
    found = element
    for step in path:
        found = next((child for child in found if local(child) == step), None) if found is not None else None
    return found


def every(element: Element, wanted: str) -> Iterator[Element]:
    """All elements below with that name, in the document's order."""
    return (below for below in element.iter() if below is not element and local(below) == wanted)


def words(element: Element | None) -> str | None:
    """All text in the element, its white space run together; None where there is none."""
    return " ".join(raw(element).split()) or None if element is not None else None


def raw(element: Element) -> str:
    """All text in the element as it stands."""
    return "".join(str(piece) for piece in element.itertext())


def as_html(element: Element, tag: Callable[[str], str | None] = str) -> str:
    """What is in the element as HTML, its own tag left out.

    `tag` gives the HTML name for an element's name: "" leaves the tag off and keeps what is in it, None leaves out
    both.
    """
    parts = [escape(element.text or "", quote=False)]
    unseen: Element | None = None
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if node is element or not isinstance(node.tag, str):
            continue
        called = tag(local(node))
        if unseen is None and event == "start":
            if called is None:
                unseen = node
                continue
            parts.append(_opened(node, called) + escape(node.text or "", quote=False))
        elif event == "end" and unseen in (None, node):
            closing = f"</{called}>" if called and called not in _VOID else ""
            parts.append(closing + escape(node.tail or "", quote=False))
            unseen = None
    return "".join(parts)


def _opened(node: Element, called: str) -> str:
    if not called:
        return ""
    # Asking for a value takes the longer the more attributes there are: no more than any page has are asked for.
    pairs = (
        (str(key).rpartition("}")[2], escape(str(node.get(key, "")))) for key in list(node.attrib)[:_MOST_ATTRIBUTES]
    )
    return "".join((f"<{called}", *(f' {key}="{value}"' for key, value in pairs), ">"))
