"""The dateline that opens a report: place, agency, and where it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from crosswire.clean.signed.dateline_scripts import foreign_dateline, is_foreign
from crosswire.clean.signed.opening import Opening
from crosswire.lexicons.agencies import Agencies, Agency
from crosswire.lexicons.geography import Geography

# No dateline is longer than this: "KYIV, Ukraine/WASHINGTON, Sept. 3 (Reuters) —".
_LONGEST = 120
_PARAGRAPH = 3_000  # longer lines are not worth the room to remember them
_MOST_PLACES = 4


def _letters(upper: bool) -> str:
    """The capital (or small) letters of Latin, Greek and Cyrillic as ranges of a character class."""
    codes = [c for c in range(0x41, 0x530) if (chr(c).isupper() if upper else chr(c).islower())]
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges)


_UPPER, _LOWER = _letters(upper=True), _letters(upper=False)
_IN_NAME = r"(?:de|del|da|do|dos|di|du|la|le|los|las|al|el|of|the|upon|sur|am|an[ ]der|i|y|sous)"
_SAINT = r"(?:(?:ST|FT|MT|STE|St|Ft|Mt|Ste)\.[ ])?"
_INITIALS = rf"(?:[{_UPPER}]\.){{2,3}}"
_CAPS_WORD = rf"(?:[{_UPPER}]['’])?[{_UPPER}]+(?:['’\-][{_UPPER}]+)*(?![{_LOWER}])"
_CAPS = (
    rf"{_SAINT}(?=[{_UPPER}'’]{{2}}){_CAPS_WORD}(?:[ ](?:{_IN_NAME}[ ])?{_SAINT}(?:{_INITIALS}|{_CAPS_WORD})){{0,4}}"
)
_WORD = rf"[{_UPPER}]\w*(?:['’\-]\w+)*"
_NAME = rf"{_SAINT}{_WORD}(?:[ ](?:{_IN_NAME}|{_SAINT}{_WORD})){{0,4}}"
_PLACE = re.compile(rf"(?:{_CAPS})|(?:{_NAME})")
_REGION_NAME = re.compile(rf"{_INITIALS}|[{_UPPER}][{_LOWER}]{{1,5}}\.|{_CAPS}|{_NAME}")
_LONE = re.compile(rf"(?:{_CAPS})(?:,[ ]?(?:{_REGION_NAME.pattern})){{0,2}}(?:/(?:{_CAPS}))?")
# "PORT SOREL, March 3" with no year; a writer's name and the day of publishing have one.
_MONTH = r"(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_LONE_DATED = re.compile(rf"(?P<place>{_CAPS}(?:,[ ]?(?:{_REGION_NAME.pattern}))?),[ ]{_MONTH}[ ]\d{{1,2}}")
_SMALL = re.compile(rf"[{_LOWER}][{_LOWER} .'’\-]{{2,28}}(?=[ ]?\()")
_REGION = re.compile(r",[ ]?(?=\S)")
# "New Delhi [India], March 3 (ANI):" names the country for readers abroad.
_COUNTRY = re.compile(rf"[ ]?\[(?:{_NAME})\](?=[,. ])")
_ALSO = re.compile(r"[ ]?[/;•·][ ]?|[ ](?:and|&|et|y|und|и)[ ]")
_NAMED = rf"[{_UPPER}A-Za-z][^()\[\]/\n]{{0,30}}(?:/[^()\[\]/\n]{{1,30}}){{0,2}}"
_BRACKETED = re.compile(rf",?[ \xa0]{{0,2}}(?:\((?P<a>{_NAMED})\)|\[(?P<b>{_NAMED})\]|/(?P<c>[^()\[\]/\n]{{2,30}})/)")
_BARE = re.compile(rf"[{_UPPER}a-z][\w.'’«»\-]+(?:[ ][{_UPPER}«][\w.'’«»\-]+){{0,2}}")
_AFTER_STOP = re.compile(r"[.,][ ](?:\((?P<a>[^()\n]{2,30})\)|/(?P<b>[^/()\n]{2,30})/)(?P<c>)")
_BEFORE_BARE = re.compile(r"[.,]?[ ]|[ ]?\|[ ]?")
_BEFORE_DATE = re.compile(r"[ ]?[,.]?[ \xa0]{0,2}")
_CLOSED = re.compile(r"[ ]?[\])](?:[ ]?(?:--+|[—–―-]|:))?[ ]{0,3}")
# "PITTSBURGH, PA – The": the state, not the Press Association.
_INITIALISMS = frozenset(["USA", "UAE", "DRC", "NSW"])
_STATES = frozenset(["PA"])
_MARK = re.compile(
    r"[ \xa0]{0,3}\.?[ \xa0]{0,3}(?P<mark>(?:--+|[—–―‒]+)(?:[ ]?[-–—])?|-(?!\w)|(?<=[ )/.])-|_(?=[ ])|[:|=]|>>"
    r"|»|\.(?=[ ]))[ \xa0]{0,3}"
)
_GLUED = re.compile(r"[ ]?(?=[^\w\s]?\w)|\s*$")
_MAYBE = re.compile(r"[—–―‒\-:|(\[/=.>»]|, ")
# "The mayor of Ostra, …" and "“We have …": a sentence, whose first words no dateline has.
_TELLS = re.compile(r"[A-Z][a-z]+ [a-z]+ [a-z]+[ ,]|[“\"‘]")
_FOLLOWS = re.compile(rf"\s*[“\"'‘«„(\[¿¡]*[{_UPPER}\d]|\s*[“\"‘«„]|\s*$")
_STATION = re.compile(r"[ ]?\((?P<a>[A-Z]{3,6}(?:[/-][A-Z]{2,6})?)\)[ ]?(?:--+|[—–―-])[ ]{0,3}(?=\S)")
# "(Linden Sports Network) - The": an agency that no lexicon has, by a word of the trade at its name's end.
_SERVICE = re.compile(
    rf"\((?P<a>(?:[{_UPPER}][\w.&’'-]*[ ]){{1,3}}(?:Network|Newswire|News|Wire|Service|Services|Agency|Press))\)"
    r"[ ]?(?:--+|[—–-])[ ]{0,3}(?=\S)"
)
_HOUSE = re.compile(r"[A-Z]{3,6}(?![\w.])")  # "London CNN —"
_DASHES = frozenset(["-", "–", "—", "--"])
_PERSON = r"(?:said|says|told|tells|asked|added|was|is|has|had|will|would)\b"
_SPEECH = re.compile(r"\b(?:I|I['’]m|I['’]ve|you|we|thanks?|my)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Parts:
    """What a dateline's stretch of words holds; filled from left to right."""

    places: str = ""
    dated: bool = False
    agency: str | None = None
    known: bool = False  # the agency is in the lexicon
    mark: str = ""
    end: int = 0


def find_dateline(words: str, *, agencies: Agencies, geography: Geography) -> Opening | None:
    """The dateline with which `words` begin: "OSTRA (LPA) — The mayor" gives Ostra, LPA, up to "The".

    The agency is the canonical name where it is known, else as printed. Places keep their words, capitals turned to
    title case. "Varga: no deal" is none, for a place is in capitals, known, or has an agency beside it.
    """
    return (_remembered if len(words) < _PARAGRAPH else _find)(words, agencies, geography)


def _find(words: str, agencies: Agencies, geography: Geography) -> Opening | None:
    head = words[:_LONGEST]
    if is_foreign(head):
        return foreign_dateline(words, agencies=agencies, geography=geography)
    if not _MAYBE.search(head) or (_TELLS.match(head) and "(" not in head):
        return None
    return _at_start(words, agencies, geography) or _agency_first(words, agencies, geography)


# A page's first lines are asked about several times on their way: is it a headline, where does the text begin, whence?
_remembered = lru_cache(maxsize=500)(_find)


def lone_dateline(words: str, *, agencies: Agencies, geography: Geography) -> Opening | None:
    """The dateline that stands on a line of its own: "HELSINKI", "Port Sorel (AFP)" before the first paragraph."""
    if len(words) >= 60:
        return None
    bare = words.strip(" —–:-|")
    if bare and _first(bare).isupper() and _LONE.fullmatch(bare) and _any_opens(bare, geography):
        return Opening(_place(bare), None, len(words))
    dated = _LONE_DATED.fullmatch(bare)
    if dated:
        return Opening(_place(dated["place"]), None, len(words))
    found = find_dateline(words, agencies=agencies, geography=geography)
    return found if found and found.place and found.end >= len(words.rstrip()) else None


def _at_start(words: str, agencies: Agencies, geography: Geography) -> Opening | None:
    """The dateline whose place begins the words, also in brackets or small letters."""
    open_bracket = words[0] in "[(" if words else False
    start = 1 if open_bracket else 0
    parts = _parts(words, start, agencies, geography)
    if parts is None:
        return None
    if open_bracket:
        return _bracketed_place(words, parts, geography)
    if not _is_dateline(words, parts, geography):
        return None
    return Opening(_place(parts.places), parts.agency, parts.end)


def _bracketed_place(words: str, parts: _Parts, geography: Geography) -> Opening | None:
    """The dateline in brackets: "[CAIRO] The mayor", "(Geneva - March 4) The". Only places that are known."""
    dated = geography.datelines.date.match(words, parts.end) if parts.mark in _DASHES else None
    close = _CLOSED.match(words, dated.end() if dated else parts.end)
    if parts.agency or not close or not _opens(_first(parts.places), geography) or not words[close.end() :].strip():
        return None
    return Opening(_place(parts.places), None, close.end()) if _FOLLOWS.match(words, close.end()) else None


def _agency_first(words: str, agencies: Agencies, geography: Geography) -> Opening | None:
    """The dateline that begins with its agency, or is nothing else: "(AFP) —", "Dec 29 (Reuters) -"."""
    dated = geography.datelines.date.match(words, 0, _LONGEST)
    past = dated.end() if dated else 0
    match = _BRACKETED.match(words, past)
    name = (match["a"] or match["b"] or match["c"]) if match else None
    known = agencies.find(_without_date(name, geography)) if name else None
    if match and known:
        mark = _MARK.match(words, match.end()) or _GLUED.match(words, match.end())
        end = mark.end() if mark else match.end()
        return Opening(None, known.name, end) if end < len(words.rstrip()) else None
    station = _STATION.match(words)
    if station and not geography.datelines.is_label(station["a"]) and _FOLLOWS.match(words, station.end()):
        return Opening(None, station["a"], station.end())
    named = _SERVICE.match(words)
    return Opening(None, named["a"], named.end()) if named and _FOLLOWS.match(words, named.end()) else None


def _parts(words: str, start: int, agencies: Agencies, geography: Geography) -> _Parts | None:
    """Place, date, agency and mark from `start` on, as far as they go; None where no place stands."""
    date = geography.datelines.date
    place_end = _places(words, start, agencies, geography)
    if place_end is None:
        return None
    parts = _Parts(places=words[start:place_end], end=place_end)
    if country := _COUNTRY.match(words, place_end):
        parts.end = country.end()
    parts.end = _dated(words, parts.end, date, parts)
    _take_agency(words, parts, agencies, geography)
    if parts.agency or parts.dated:
        parts.end = _dated(words, parts.end, date, parts)
    mark = _MARK.match(words, parts.end)
    if mark:
        parts.mark, parts.end = mark["mark"], mark.end()
        if parts.agency is None:
            _take_late_agency(words, parts, agencies)
    elif parts.agency and (glued := _GLUED.match(words, parts.end)):
        parts.end = glued.end()
    return parts


def _places(words: str, start: int, agencies: Agencies, geography: Geography) -> int | None:
    """Where the places that begin at `start` end: "KYIV, Ukraine/WASHINGTON"; dates and agencies are none."""
    match = _PLACE.match(words, start) or _SMALL.match(words, start)
    if match is None or (agencies.find(match.group()) and not geography.opens(match.group())):
        return None
    place, _, last = match.group().rpartition(" ")
    if _HOUSE.fullmatch(last) and not place.isupper() and geography.opens(place) and not _is_region(last, geography):
        return match.start() + len(place)  # "London CNN —"
    end = match.end()
    for _ in range(_MOST_PLACES + 1):
        gap = _REGION.match(words, end) or _ALSO.match(words, end)
        if gap is None or geography.datelines.date.match(words, gap.end()):
            break
        part = (_REGION_NAME if words[gap.start()] == "," else _PLACE).match(words, gap.end())
        if part is None or ("/" in gap.group() and words[part.end() : part.end() + 1] == "/"):
            break  # "PARIS /KVN/ –"
        if _known_bare(words, gap.end(), agencies)[0] and not geography.opens(part.group()):
            break
        end = part.end()
    return end


def _known_bare(words: str, place: int, agencies: Agencies) -> tuple[Agency | None, int]:
    """The agency whose name stands at `place` without brackets, and where it ends: the longest of up to three words."""
    match = _BARE.match(words, place)
    form = match.group() if match else ""
    while form:
        known = agencies.find(form) or agencies.find(form.rstrip("."))
        if known and form not in _STATES:
            return known, place + len(form if agencies.find(form) else form.rstrip("."))
        form = form.rpartition(" ")[0]
    return None, place


def _dated(words: str, place: int, date: re.Pattern[str], parts: _Parts) -> int:
    """Where a date at `place` ends, commas and stops before it passed over; `place` when none stands there."""
    gap = _BEFORE_DATE.match(words, place)
    match = date.match(words, gap.end()) if gap else None
    if match is None:
        return place
    parts.dated = True
    return match.end()


def _take_agency(words: str, parts: _Parts, agencies: Agencies, geography: Geography) -> None:
    """The agency in brackets or slashes, or bare behind a comma, a stop or a space where it is known."""
    match = _BRACKETED.match(words, parts.end) or _AFTER_STOP.match(words, parts.end)
    if match:
        name = match["a"] or match["b"] or match["c"]
        if geography.datelines.date.fullmatch(name):
            parts.dated, parts.end = True, match.end()
            return
        clear = _without_date(name, geography)
        parts.agency, parts.known = _agency(clear, agencies)
        parts.dated, parts.end = parts.dated or clear != name, match.end()
        return
    gap = _BEFORE_BARE.match(words, parts.end)
    known, end = _known_bare(words, gap.end(), agencies) if gap else (None, 0)
    if known and (_MARK.match(words, end) or (parts.dated and _FOLLOWS.match(words, end))):
        parts.agency, parts.known, parts.end = known.name, True, end
    elif not known and gap and not parts.places.isupper() and (house := _HOUSE.match(words, gap.end())):
        mark = _MARK.match(words, house.end()) if words[house.end() : house.end() + 1] == " " else None
        if mark and mark["mark"][0] in _DASHES and not _is_region(house.group(), geography):
            parts.agency, parts.end = house.group(), house.end()


def _is_region(name: str, geography: Geography) -> bool:
    """True for a state or country in capitals: "Sydney NSW", "Houston USA"."""
    return name in _INITIALISMS or name in geography.datelines.regions or geography.is_place(name)


def _take_late_agency(words: str, parts: _Parts, agencies: Agencies) -> None:
    """The known agency behind the dash: "SAN ILSEN--(BUSINESS WIRE)--", "Beirut - NNA -", "МОСКВА — РИА Новости."."""
    match = _BRACKETED.match(words, parts.end)
    bracketed = agencies.find(match["a"]) if match and match["a"] else None
    known, end = (bracketed, match.end()) if match and bracketed else _known_bare(words, parts.end, agencies)
    mark = _MARK.match(words, end)
    if known and (mark or bracketed):
        past = mark or _GLUED.match(words, end)
        parts.agency, parts.known, parts.end = known.name, True, past.end() if past else end


def _is_dateline(words: str, parts: _Parts, geography: Geography) -> bool:
    """True when the parts are a dateline and not a name, a label or the first words of a sentence."""
    if not (parts.mark or parts.agency):
        return False
    first = _first(parts.places)
    known = _any_opens(parts.places, geography)
    if not known and geography.datelines.is_label(first.split()[0].strip(".'’-")):
        return False  # "NEW: the toll" is a label, "NEW YORK (AP) —" a place
    if first[:1].islower():
        return known and parts.known and bool(parts.mark)
    if parts.known:
        whole = parts.end >= len(words.rstrip())
        return bool(parts.mark or parts.dated or first.isupper() or known or whole)
    if parts.agency:  # "LCI (Life Cycle) is" is no dateline
        return (bool(parts.mark) and (first.isupper() or known or parts.dated)) or (known and parts.agency.isupper())
    if not parts.mark or not _FOLLOWS.match(words, parts.end):
        return False
    if parts.mark == "." and not parts.dated:
        return known and first not in geography.countries and first == parts.places and _alone(words, parts)
    if parts.mark == "-" and words[parts.end - 1] == "-" and words[parts.end - 2] != " " and "," not in parts.places:
        return False  # "Geneva-The" is a slip; "KARSUND, Tenn.-The" a dateline
    if known and parts.mark == ":" and first in geography.countries and not parts.dated:
        return False  # "USA: Hill gewinnt" heads a list
    if known:
        return first.isupper() or parts.dated or "," in parts.places or first not in geography.countries
    if parts.dated:
        return parts.mark != ":" or first.isupper()
    return first.isupper() and _may_be_place(words, parts, first, geography)


def _alone(words: str, parts: _Parts) -> bool:
    """True when a sentence of some length follows: "Berlin. Die Regierung …", not "Rome. Paris. Vienna."."""
    return len(words[parts.end :].split()) >= 6 and words.find(".", parts.end, parts.end + 25) < 0


def _may_be_place(words: str, parts: _Parts, first: str, geography: Geography) -> bool:
    """True for capitals that may be a town: no abbreviation, no phrase, nobody who speaks in the words that follow."""
    if len(first.split()) > 3 or (len(first) <= 4 and "," not in parts.places):
        return False
    if words[parts.end - 1] in "-—–" and "," not in parts.places:
        return False  # "HOLM--Ana Ruiz, of Ostra" is a notice
    if any(char.isdigit() for char in first):
        return False
    rest = words[parts.end : parts.end + 600]
    if any(geography.datelines.is_label(word) for word in first.split()):
        return False  # "MEET THE HOUSE — The talk show"
    if parts.mark in ":|=" and (
        parts.mark != ":" or len(rest.split()) < 8 or _SPEECH.search(" ".join(rest.split()[:15]))
    ):
        return False
    name = re.escape(_place(first))
    return not re.search(rf"(?<!\bin )(?<!\bat )(?<!\bof )(?<!\bfrom )\b{name}(?:['’]s)? {_PERSON}|[.] {name}\b", rest)


def _first(places: str) -> str:
    return re.split(r"[,/;]", places)[0].strip()


def _any_opens(places: str, geography: Geography) -> bool:
    """True when one of several places, or a region among them, is known: "PORT ILSEN, Calif.", "KARSUND/PARIS"."""
    parts = [part for part in re.split(r"[,/;]|[ ](?:and|&|et|y|und|и)[ ]", places) if part.strip()]
    regions = geography.datelines.regions
    return any(_opens(part, geography) or geography.is_place(part.strip()) for part in parts) or any(
        part.strip() in regions for part in parts[1:]
    )


def _opens(name: str, geography: Geography) -> bool:
    """True for a place that stands alone in datelines, however it is cased, or for one that names its region."""
    plain = name.strip(" .,")
    return any(geography.opens(form) for form in dict.fromkeys((plain, _place(plain), _place(_first(plain)))))


def _place(words: str) -> str:
    """The place in title case where it stood in capitals: "MOSCOW" is Moscow, "WASHINGTON, D.C." keeps its D.C."""
    plain = " ".join(words.split()).strip(" ,|[]()")
    if plain.islower():
        return plain.title()
    cased = re.sub(
        rf"[{_UPPER}]{{3,}}(?:['’]S)?|\b(?:ST|FT|MT)(?=[. ])|^(?:LA|EL|LE|DE)(?=[ ])",
        lambda m: m.group().capitalize(),
        plain,
    )
    cased = re.sub(
        r"(?<=[ ])(?:De|La|Le|El|Al|Do|Da|Di|Du|Of|Am|The|Del|Upon|DE|LA|LE|EL|AL|DO|DA|DI|DU|OF|AM)(?=[ ])",
        _lowered,
        cased,
    )
    return cased[:1].upper() + cased[1:]


def _lowered(match: re.Match[str]) -> str:
    return match.group().lower()


def _without_date(name: str, geography: Geography) -> str:
    """The words in an agency's brackets without a date beside it: "(Reuters, 3 March)"."""
    match = re.search(r",[ ]", name)
    return name[: match.start()] if match and geography.datelines.date.match(name, match.end()) else name


def _agency(words: str, agencies: Agencies) -> tuple[str, bool]:
    """The canonical name and whether it is known: "dpa/AFP" is its first known one's; unknown as printed."""
    found = agencies.find(words) or next((a for part in words.split("/") if (a := agencies.find(part.strip()))), None)
    return (found.name, True) if found else (" ".join(words.split()), False)
