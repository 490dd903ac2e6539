"""Datelines in scripts without capitals: Arabic, Persian, Chinese, Japanese, Korean."""

from __future__ import annotations

import re

from crosswire.clean.signed.opening import Opening
from crosswire.lexicons.agencies import Agencies
from crosswire.lexicons.geography import Geography

_FOREIGN = re.compile(r"[\u0620-\u06ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HAN = r"\u3400-\u9fff\u3040-\u30ff"
_DAY = r"(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日"
_WRITER = r"(?:[（(][^（）()\n]{0,6}记者[^（）()\n]{1,40}[）)])?"
# "新华社北京3月4日电（记者…）", "(法新社巴黎4日电)", "（中央社記者…台北4日電）".
_WIRED = re.compile(
    rf"[（(【\[]?[据據]?(?P<names>[{_HAN}A-Za-z]{{2,24}}?)[ ]?{_DAY}(?:[专專综綜][{_HAN}]{{0,6}})?"
    rf"(?:[电電讯訊]|[综綜]合[{_HAN}]{{0,6}}[报報][导導道])[）)】\]]?{_WRITER}[ 　]*"
)
# "【3月4日 AFP】", "【オストラ共同】", "[東京 4日 ロイター] -".
_JAPANESE = re.compile(r"[【\[](?P<names>[^【】\[\]\n]{2,40})[】\]][ 　]*(?:[-–—][ ]*)?")
# "(서울=연합뉴스) 김철수 기자 = ".
_KOREAN = re.compile(
    r"[（(\[](?P<place>[가-힣·/, ]{2,20})=(?P<agency>[가-힣\w]{2,12})[）)\]][ ]*(?:[가-힣·, ]{2,30}기자[ ]*=[ ]*)?"
)
_ARABIC_WORD = r"[\u0621-\u064a\u0671-\u06d3]+"
_ARABIC_DATE = r"(?:[ ،,]*\d{1,2}[ /-]\S{2,12}(?:[ /-]\d{4})?)?"
# "القاهرة (رويترز) -", "عمان 4 آذار (بترا)--".
_BRACKETED = re.compile(
    rf"(?P<place>{_ARABIC_WORD}(?: {_ARABIC_WORD}){{0,2}}){_ARABIC_DATE}[ ،]*[(\[](?P<agency>[^()\[\]\n]{{2,30}})[)\]]"
    rf"[ ]*(?:[-–—ـ:]+[ ]*)?"
)
# "القاهرة - رويترز", "دمشق-سانا", "تهران- ایرنا-".
_DASHED = re.compile(
    rf"(?P<place>{_ARABIC_WORD}(?: {_ARABIC_WORD}){{0,2}}){_ARABIC_DATE}[ ]*[-–—ـ/|،:]+[ ]*"
    rf"(?P<rest>[^-–—:|/،\n]{{2,30}})(?=[-–—:|/،\n]|$)[-–—:|/، ]*"
)
_BARE = re.compile(r"[(\[](?P<agency>[^()\[\]\n]{2,30})[)\]][ ]*[-–—:]+[ ]*")
_CITY = re.compile(rf"(?P<place>{_ARABIC_WORD}(?: {_ARABIC_WORD}){{0,1}})[ ]*[-–—:]+[ ]+(?=\S)")


def is_foreign(head: str) -> bool:
    """True when the words hold letters of a script without capitals."""
    return not head.isascii() and bool(_FOREIGN.search(head))


def foreign_dateline(words: str, *, agencies: Agencies, geography: Geography) -> Opening | None:
    """The dateline with which words in such a script begin, by its agency or by a city that is known.

    "据新华社报道" (reported by Xinhua) cites and is none: a dateline has its day and 电, or brackets.
    """
    return (
        _wired(words, agencies, geography)
        or _korean(words, agencies)
        or _japanese(words, agencies, geography)
        or _arabic(words, agencies, geography)
    )


def _wired(words: str, agencies: Agencies, geography: Geography) -> Opening | None:
    match = _WIRED.match(words[:120])
    hits = agencies.within(match["names"]) if match else ()
    if match is None or not hits or hits[0][1] != 0:
        return None
    agency, _, end = hits[0]
    return Opening(_city_of(match["names"][end:], geography), agency.name, match.end())


def _city_of(words: str, geography: Geography) -> str | None:
    """The place in what stands between agency and day; of a writer's name and a city only the city."""
    if "記者" in words or "记者" in words:
        tail = (words[start:] for start in range(len(words)))
        return next((city for city in tail if geography.datelines.is_city(city)), None)
    return words or None


def _korean(words: str, agencies: Agencies) -> Opening | None:
    match = _KOREAN.match(words[:120])
    if match is None:
        return None
    known = agencies.find(match["agency"])
    return Opening(match["place"].strip(), known.name if known else match["agency"], match.end())


def _japanese(words: str, agencies: Agencies, geography: Geography) -> Opening | None:
    match = _JAPANESE.match(words[:120])
    if match is None:
        return None
    names = re.sub(rf"{_DAY}|[= 　]+", " ", match["names"]).strip()
    place = next((names[:n] for n in range(len(names), 1, -1) if geography.datelines.is_city(names[:n].strip())), None)
    rest = names.removeprefix(place or "").strip()
    hits = agencies.find(rest) or next((a for a, _, _ in agencies.within(rest)), None)
    if hits is None and (place is None or rest):
        return None
    return Opening(place.strip() if place else None, hits.name if hits else None, match.end())


def _arabic(words: str, agencies: Agencies, geography: Geography) -> Opening | None:
    head = words[:120]
    bare = _BARE.match(head)
    known = agencies.find(bare["agency"]) if bare else None
    if bare and known:
        return Opening(None, known.name, bare.end())
    match = _BRACKETED.match(head)
    known = agencies.find(match["agency"]) if match else None
    if match and known:
        return Opening(match["place"], known.name, match.end())
    match = _DASHED.match(head)
    if match:
        return _dashed(match, agencies, geography) or _city(head, geography)
    return _city(head, geography)


def _dashed(match: re.Match[str], agencies: Agencies, geography: Geography) -> Opening | None:
    """Place and agency with a dash between, in either order."""
    place, rest = match["place"].strip(), match["rest"].strip()
    known = agencies.find(rest)
    if known:
        return Opening(place, known.name, match.end())
    known = agencies.find(place)
    return Opening(rest, known.name, match.end()) if known and geography.datelines.is_city(rest) else None


def _city(head: str, geography: Geography) -> Opening | None:
    match = _CITY.match(head)
    return Opening(match["place"], None, match.end()) if match and geography.datelines.is_city(match["place"]) else None
