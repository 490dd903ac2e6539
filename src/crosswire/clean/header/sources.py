"""The houses that a page's markup names as those whose text it is: JSON-LD, meta elements, the canonical link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from crosswire.clean.blocks.tree import Tree
from crosswire.clean.header.bylines import houses_of_byline
from crosswire.clean.header.jsonld import Described, Item, text
from crosswire.clean.signed.named import house_at, houses_in, of_host
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.notices import UNNAMED
from crosswire.model.address import host_of, own_address, site_of
from crosswire.model.report import Credit, CreditKind, CreditPlace

_LONGEST_NAME = 120  # signs
# Properties of schema.org that name the work or the house that a text is from. `publisher` is whose page it is.
_WORKS = ("isBasedOn", "isBasedOnUrl", "translationOfWork")
_HOUSES = ("sourceOrganization", "creditText", "provider", "copyrightHolder")
# Those in which a publisher names itself, its owner or its software as a rule: a known agency or medium only.
_METAS = (
    "original-source", "syndication-source", "dc.source", "dcterms.source", "source", "news_source", "article:source",
)  # fmt: skip
_RIGHTS = ("copyright", "dc.rights", "dcterms.rights", "rights", "dcterms.rightsholder")
_OWNING = frozenset({"wire", "state", "business"})


def stated_sources(
    tree: Tree,
    described: Described,
    article: Item,
    writers: Sequence[str],
    *,
    address: str | None,
    lexicons: Lexicons,
) -> tuple[Credit, ...]:
    """The credits of the markup, the plainest first; the page's own site and publisher are left out.

    "isBasedOn", "sourceOrganization", `original-source` and a canonical link to another site name the house whose text
    it is, a writer who is a house supplied it. `words` are the field and what it says.
    """
    own = _own(described, article, address, lexicons)
    found: dict[str, Credit] = {}
    for credit in (
        *_writers(writers, lexicons),
        *_works(described, article, lexicons),
        *_houses(described, article, lexicons),
        *_metas(tree, lexicons),
        *_canonical(tree, address, lexicons),
    ):
        if _key(credit.name) not in own or credit.words in writers:
            found.setdefault(credit.name, credit)
    return tuple(found.values())


def _own(described: Described, article: Item, address: str | None, lexicons: Lexicons) -> frozenset[str]:
    """The keys of the publisher's names: by its address and by what it calls itself."""
    site = site_of(address or "")
    names = [*described.names(article.get("publisher")), *([site, of_host(site, lexicons) or site] if site else [])]
    known = [house for name in names if (house := house_at(name, lexicons, known=True))]
    return frozenset(map(_key, (*names, *known)))


def _writers(writers: Sequence[str], lexicons: Lexicons) -> Iterator[Credit]:
    """The agencies among those named as writers: "Reuters", "Ana Ruiz, dpa", "Staff and agencies"."""
    named = ", ".join(name for name in writers if "://" not in name and len(name) < _LONGEST_NAME)
    helped = lexicons.agencies.credits.notices.names_no_agency(named) if named else None
    if helped is not None:
        yield Credit(UNNAMED, CreditKind.TEXT, named, CreditPlace.MARKUP, helped)
    for name in houses_of_byline(named, lexicons.agencies)[:1]:
        yield Credit(name, CreditKind.TEXT, named, CreditPlace.MARKUP)
    for writer in writers:
        if outlet := lexicons.outlets.find(writer):
            yield Credit(outlet.name, CreditKind.TEXT, f"author: {writer}", CreditPlace.MARKUP)


def _works(described: Described, article: Item, lexicons: Lexicons) -> Iterator[Credit]:
    """The houses of the works on which the article is based: by their publisher, else by their address."""
    for field in _WORKS:
        for value in _values(article.get(field)):
            whole = described.resolved(value)
            link = _link(whole)
            names = _named(whole, described)
            house = next((h for name in names if (h := house_at(name, lexicons, known=True))), None)
            stated = _named(whole, described, ("publisher", "sourceOrganization", "provider"))
            house = (
                house or next(iter(stated), None) or (of_host(host_of(own_address(link)), lexicons) if link else None)
            )
            if house:
                said = link or ", ".join(names)
                yield Credit(house, CreditKind.TEXT, f"{field}: {said}", CreditPlace.MARKUP, url=link)


def _named(
    work: object,
    described: Described,
    fields: Sequence[str] = ("publisher", "sourceOrganization", "provider", "author"),
) -> tuple[str, ...]:
    """The names in the first of the work's fields that has any."""
    held = (work.get(name) for name in fields) if isinstance(work, Mapping) else ()
    return next((found for one in held if (found := described.names(one))), ())


def _houses(described: Described, article: Item, lexicons: Lexicons) -> Iterator[Credit]:
    """The known agencies and media that supplied the article."""
    for field in _HOUSES:
        for name in described.names(article.get(field)):
            known = house_at(name, lexicons, known=True) if len(name) < _LONGEST_NAME else None
            if known and (field != "copyrightHolder" or _owns(known, lexicons)):
                yield Credit(known, CreditKind.TEXT, f"{field}: {name}", CreditPlace.MARKUP)


def _metas(tree: Tree, lexicons: Lexicons) -> Iterator[Credit]:
    for meta in tree.metas:
        said = " ".join(unescape(meta.content).split())
        if not said or len(said) > 400:
            continue
        if meta.name in _METAS:
            link = said if "://" in said else None
            house = of_host(host_of(own_address(link)), lexicons) if link else house_at(said, lexicons, known=True)
            if house:
                yield Credit(house, CreditKind.TEXT, f"{meta.name}: {said}", CreditPlace.MARKUP, url=link)
        elif meta.name in _RIGHTS:
            names = [name for name, _, _ in houses_in(said[:120], lexicons) if _owns(name, lexicons)]
            yield from (Credit(n, CreditKind.TEXT, f"{meta.name}: {said}", CreditPlace.MARKUP) for n in names[:1])


def _canonical(tree: Tree, address: str | None, lexicons: Lexicons) -> Iterator[Credit]:
    """The house of the site to which the page's canonical link points, where that is another's than the page's.

    Two sites of one medium are one: "edition.cnn.com" and "cnn.com".
    """
    link = tree.canonical or ""
    theirs, ours = site_of(link) if link.startswith(("http://", "https://", "//")) else None, site_of(address or "")
    if not theirs or not ours or theirs == ours or theirs.endswith(f".{ours}") or ours.endswith(f".{theirs}"):
        return
    house = of_host(theirs, lexicons)
    if house and house != of_host(ours, lexicons):
        yield Credit(house, CreditKind.TEXT, f"canonical: {tree.canonical}", CreditPlace.MARKUP, url=tree.canonical)


def _owns(name: str, lexicons: Lexicons) -> bool:
    """True for agencies that own only what they wrote: a paper's or a group's notice stands under everything."""
    agency = lexicons.agencies.find(name)
    return agency is not None and agency.kind in _OWNING


def _values(value: object) -> Sequence[object]:
    return value[:10] if isinstance(value, list) else [] if value is None else [value]


def _link(value: object) -> str | None:
    """The address of a work: itself, or its `url` or `@id`."""
    if isinstance(value, Mapping):
        value = next((value[name] for name in ("url", "@id") if name in value), None)
    said = text(value)
    return said if said and said.startswith(("http://", "https://")) else None


def _key(name: str) -> str:
    return name.casefold().removeprefix("the ").removeprefix("www.")
