"""Sentences that say where a text came from: "This story first appeared in …", "(h/t The Hill)", "With Post wires"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from crosswire.clean.signed.named import house_at, houses_in, is_own
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.notices import UNNAMED
from crosswire.model.report import CreditKind

_LONGEST = 420  # signs of a line that may be a notice
_SENTENCE = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)[)\]”\"]?\s+(?=[A-Z(\[“\"©])")
_MATERIAL = re.compile(
    r"^\W*(?:(?:this|the)\s(?:[\w-]+\s){0,3}(?:also\s)?(?:contains|includes|uses|used|incorporates|draws on"
    r"|(?:was|is) (?:compiled|written|produced|prepared|based|supplemented) (?:in part )?(?:from|with|using|on))\s"
    r"(?:(?:some|additional|previous)\s)?(?:material|information|reporting|reports|content|files?|copy|data)\b"
    r"|(?:additional\s)?(?:material|information|reporting|reports|files?)\s(?:from|by|supplied by)\b.{3,120}"
    r"\b(?:used|included)\b)",
    re.IGNORECASE,
)
# What stands beside a notice: "Read the original article.", "Visit the Post at www.ostrapost.example."
_ASIDE = re.compile(
    r"(?:Read|See|Visit|View|Click|Find|Follow|Distributed|All rights|Copyright|It (?:is|was|has been))\b"
)
# How news services sign what a paper wrote: "(c) 2026, The Ostra Post". Under a paper's own pages stands no comma.
_OWNED = re.compile(r"^\W*(?:\(c\)\s?\d{4},?|(?:©|copyright)\s?\d{4},)\s", re.IGNORECASE)
# "(via Mediaite)": where it was seen. "Via Reuters": whose text it is.
_ONLY_VIA = re.compile(r"\W*via\s", re.IGNORECASE)
_INPUTS = re.compile(r"^\W*with\s.{2,40}\sinputs?\W*$", re.IGNORECASE)
_CONTRIBUTING = re.compile(r"^\W*contributing\s?(?:writers?|reporters?|sources?)?\s?:\s", re.IGNORECASE)
_CONTRIBUTED = re.compile(
    r"\bcontributed\s(?:to (?:this|the) (?:report|story|article|post|piece|dispatch|column|coverage)\b"
    r"|(?:additional )?reporting\b|(?:material|information)\b)|\bcontributed(?: from .{3,40})?\W*$",
    re.IGNORECASE,
)
# "Herald wire services contributed to this report." Not "law enforcement agencies".
_WIRES = re.compile(
    r"\b(?:(?:news|press|wire) (?:services?|agencies|reports)|wires|newswires)\scontributed\b", re.IGNORECASE
)
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w.’'-]*"
# "Ana Ruiz is an Associated Press writer.", "Tom Hill and Ana Ruiz are reporters for Bloomberg News". Not "a former".
_WRITES = re.compile(
    rf"^\W*(?P<who>{_CAPITAL}(?:\s{_CAPITAL}){{1,3}}(?:(?:,|,? and)\s{_CAPITAL}(?:\s{_CAPITAL}){{1,3}})*)\s"
    r"(?:(?:is|are)\s(?:an?\s|the\s)?(?P<role>.{3,80}?)|(?:reports|writes)\sfor\s(?P<house>.{2,60}?))\.?\W*$"
)
_ROLE = re.compile(
    r"(?:(?!of\b|and\b|for\b)\S+\s){0,7}?(?:writer|reporter|correspondent|journalist)s?\b", re.IGNORECASE
)
_ONCE = re.compile(r"\b(?:former|ex|freelance|retired|contributing|guest|special)\b", re.IGNORECASE)
# "Associated Press writer Ana Ruiz", "CNN's Tom Hill": a house's own people, before what they did.
_PEOPLE = re.compile(
    rf"['’]s?\s{_CAPITAL}|\s(?:[a-z ]{{0,30}}?(?:writer|journalist|reporter|correspondent|producer)s?\s){_CAPITAL}"
)
_WORK = re.compile(r"\b(?:is|are)\s")
# Words around a credit that name a helper, not the house of the text: "With AP inputs", "With files from Reuters".
_HELPED = re.compile(
    r"\bcontribut\w+|\badditional reporting\b|\binputs?\b"
    r"|\bwith (?:\w+ )?(?:files|reports|reporting|information|material) (?:from|by)\b"
    r"|\bstaff\s?(?:and|with|&|,|/)\s|^\W*(?:avec|mit|con|com|with)\b|по материалам",
    re.IGNORECASE,
)
# How Reuters signs copy of its own, contributors named: "Reporting by N N; Editing by N N".
_SIGNED_OFF = re.compile(r";\s*(?:[Ww]riting and )?[Ee]diting by\b")


@dataclass(frozen=True, slots=True)
class Noticed:
    """A house that a notice names: its canonical name, what it supplied, whether it only helped, and the sentence."""

    name: str
    what: CreditKind
    helped: bool
    words: str


def noticed(words: str, lexicons: Lexicons, own: Collection[str] = (), *, kept: bool = False) -> tuple[Noticed, ...]:
    """The houses that a line names as those its report's words came from; () for a line that is no notice.

    "This article was originally published on Ostra Matters." gives it whole, "With Post wires" agencies without a name
    that helped, "(h/t The Hill)" a medium that had the news and is cited. `own` are the publisher's names: what it says
    of itself says nothing. `kept`: the line stands in the text, so that only the plainest sentences count. "The story
    was first reported by The Hill" tells of the news and is none.
    """
    if len(words) > _LONGEST:
        return ()
    notices = lexicons.agencies.credits.notices
    helped = notices.names_no_agency(words)
    if helped is not None:
        return (Noticed(UNNAMED, CreditKind.TEXT, helped, words.strip()),)
    # One of these stands in every sentence that tells.
    told = "contributed" in words or "is " in words or "are " in words or " for " in words
    told = told or words[:1] == "©" or words[:4].casefold() in ("(c) ", "(c)2", "copy")
    if not told and not notices.may_stand_in(words):
        return ()
    found: list[Noticed] = []
    for sentence in _SENTENCE.split(words):
        found += _of_sentence(sentence.strip(), lexicons, own, kept)
    return tuple(dict.fromkeys(found))


def is_notice(words: str, lexicons: Lexicons, own: Collection[str] = ()) -> bool:
    """True for a line of the text that is nothing but such notices."""
    if len(words) > _LONGEST or not noticed(words, lexicons, own, kept=True):
        return False
    return all(noticed(s, lexicons, own, kept=True) or _ASIDE.match(s) for s in _SENTENCE.split(words))


def is_helper(name: str, words: str, lexicons: Lexicons, own: Collection[str] = ()) -> bool:
    """True where the words of a credit say that a house had a part only: "Reuters contributed to this report".

    Not so "Reporting by N N; Editing by N N", which is how Reuters signs its own, and "Associated Press writer N N
    contributed", which is AP's way; a paper writes "The Associated Press contributed".
    """
    if _SIGNED_OFF.search(words):
        return False
    said = next((notice for notice in noticed(words, lexicons, own) if notice.name == name), None)
    return said.helped if said else bool(_HELPED.search(words))


def last_sentence(words: str) -> str:
    """The last sentence of a paragraph, which may say where the text came from."""
    return _SENTENCE.split(words[-_LONGEST:])[-1].strip()


def _of_sentence(words: str, lexicons: Lexicons, own: Collection[str], kept: bool) -> Iterator[Noticed]:
    notices = lexicons.agencies.credits.notices
    if (owner := _owned(words, lexicons)) and not is_own(owner, own):
        yield Noticed(owner, CreditKind.TEXT, False, words)
    if notices.may_stand_in(words):
        name = _whole(words, lexicons, kept) or _via(words, lexicons)
        if name:
            if not is_own(name, own):
                what = CreditKind.CITED if _ONLY_VIA.match(words) and lexicons.outlets.find(name) else CreditKind.TEXT
                yield Noticed(name, what, False, words)
            return
        if tip := _tip(words, lexicons, own):
            yield Noticed(tip, CreditKind.CITED, False, words)
            return
        if _MATERIAL.match(words) or _CONTRIBUTING.match(words) or _INPUTS.match(words):
            yield from (
                Noticed(name, CreditKind.TEXT, True, words)
                for name in _houses(words, lexicons)
                if not is_own(name, own)
            )
            return
    if "contributed" in words:
        yield from _contributed(words, lexicons, own)
    elif _WORK.search(words) or " for " in words:
        name = _writes(words, lexicons, own)
        if name:
            yield Noticed(name, CreditKind.TEXT, False, words)


def _houses(words: str, lexicons: Lexicons) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name, _, _ in houses_in(words, lexicons)))


def _whole(words: str, lexicons: Lexicons, kept: bool) -> str | None:
    """The house that first printed the text: "This story was originally published by Stateline."."""
    notices = lexicons.agencies.credits.notices
    match = notices.whole.match(words)
    if match is None or (kept and (match["subject"] or "").casefold() == "the"):
        return None
    weak = (match["done"] or "").casefold() in notices.weak
    return house_at(words[match.end() :], lexicons, known=weak)


def _owned(words: str, lexicons: Lexicons) -> str | None:
    """The medium whose text a news service sent out: "(c) 2026, The Washington Post"."""
    match = _OWNED.match(words)
    return house_at(words[match.end() :], lexicons, known=True) if match else None


def _via(words: str, lexicons: Lexicons) -> str | None:
    """The house by way of which a writer's text came: "Authored by Ana Ruiz via Ostra.com,".

    Without a writer only a known one: "via bank transfer" is how to pay.
    """
    match = lexicons.agencies.credits.notices.via.match(words) if len(words) < 140 else None
    name = house_at(words[match.end() :], lexicons, known=not match["by"]) if match else None
    rest = words[match.end() :].strip(" .,:;)") if match else ""
    return name if name and len(rest.split()) <= 6 else None


def _tip(words: str, lexicons: Lexicons, own: Collection[str]) -> str | None:
    """The medium that pointed to the news: "(h/t The Hill)"."""
    match = lexicons.agencies.credits.notices.tip.search(words)
    name = house_at(words[match.end() :], lexicons) if match else None
    return name if name and not is_own(name, own) else None


def _contributed(words: str, lexicons: Lexicons, own: Collection[str]) -> Iterator[Noticed]:
    """Who contributed: "CNN contributed to this report" helped; a house's own writer signs its own copy.

    "Associated Press writer Ana Ruiz contributed" and "The Ostra Post's Tom Hill contributed" stand under copy of that
    house, unless the sentence begins with the publisher's own people.
    """
    if not _CONTRIBUTED.search(words):
        return
    if _WIRES.search(words):
        yield Noticed(UNNAMED, CreditKind.TEXT, True, words)
    hits = houses_in(words, lexicons)
    mine = any(is_own(name, own) for name, _, _ in hits)
    for name, _, end in hits:
        if not is_own(name, own):
            signed = not mine and len({hit[0] for hit in hits}) == 1 and bool(_PEOPLE.match(words, end))
            yield Noticed(name, CreditKind.TEXT, not signed, words)


def _writes(words: str, lexicons: Lexicons, own: Collection[str]) -> str | None:
    """The house whose writer has signed the text: "Ana Ruiz is an Associated Press writer."."""
    match = _WRITES.match(words) if len(words) < 200 else None
    if match is None:
        return None
    said = match["role"] or match["house"]
    if _ONCE.search(said) or (match["role"] and not _ROLE.match(said)):
        return None
    hits = houses_in(said, lexicons)
    names = {name for name, _, _ in hits}
    return next(iter(names)) if len(names) == 1 and not is_own(hits[0][0], own) else None
