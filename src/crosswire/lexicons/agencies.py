"""News agencies: their canonical names, and the forms that credits and datelines print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from crosswire.lexicons.credits import CreditWords, credit_words
from crosswire.lexicons.forms import PARAGRAPH, Forms, forms, is_foreign, words_of

# Aliases up to this length count only in their own case: "AP", not the "ap" of a misspelt word.
SHORT = 4
_LINE = 600  # signs; longer words are whole texts, which nearly always hold some agency's first word
# Scripts that set no space between words: a form may stand anywhere in them.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ARABIC = re.compile(r"[\u0620-\u06ff]")
# What stands around a form that is a word too where it is an agency's: "(SPA)", "–MAP", "told PTI", "MENA reported".
# Counter-examples: "the MENA region", "an AA meeting", "Petra Holm said".
_MARK_BEFORE = re.compile(r"(?:^|[(\[（【/|–—―:;,©•·@=-]|\b(?:[Bb]y|BY|[Ff]rom|[Ww]ith|[Cc]ourtesy)\s)\s*$")
_MARK_AFTER = re.compile(
    r"\s*(?:$|[)\]）】/|–—―:;,.©=-]|电|\b(?:[Nn]ews|[Pp]hotos?|PHOTO|[Ii]mages?|via|contributed|[Ss]taff|[Ww]riter|file|FILE|pool|POOL)\b)"
)
# These do so alone. Not "said": "PTI said it would stay in the coalition" is the party's.
_SURE_BEFORE = re.compile(
    r"\b(?:[Vv]ia|told|tells|[Aa]gency|[Aa]gence|[Aa]gencia|[Aa]genzia|[Aa]gentur|агентств\w*|وكالة|خبرگزاری)\s$"
)
_SURE_AFTER = re.compile(r"\s(?:news |press )?(?:agency|wire|newswire)\b|\s(?:reported|reports|quoted)\b")
_REACH = 20  # signs
# An alias that is another site of the agency's: "ap.org".
_SITE = re.compile(r"[a-z0-9-]+(?:\.[a-z]{2,})+")


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency. `kind`: wire, state, broadcast, business, photo, local, syndicate, release or unknown.

    `words`: those of its forms that are words, names or other bodies too. `house`: the medium whose own service it is.
    `carries`: it hands on what others wrote.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    domain: str
    words: tuple[str, ...] = ()
    house: str | None = None
    carries: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Agencies:
    """All agencies, and the way from a printed form to one. `credits`: the words that stand around their names."""

    entries: tuple[Agency, ...]
    exact: Mapping[str, Agency]
    folded: Mapping[str, Agency]
    domains: Mapping[str, Agency]
    short_forms: Forms
    long_forms: Forms
    unspaced: tuple[str, ...]
    unspaced_starts: frozenset[tuple[str, str]]  # their first two signs
    words: frozenset[str]
    any_form: Forms
    credits: CreditWords

    def find(self, words: str) -> Agency | None:
        """The agency that `words` name as a whole: "The Associated Press" is AP, "apple" none."""
        form = " ".join(words.split())
        found = self.exact.get(form)
        if found is None and len(form) > SHORT:
            found = self.folded.get(form.casefold())
        return found

    def of_domain(self, host: str) -> Agency | None:
        """The agency of a host: "www.dpa.com" is dpa; None when neither it nor a parent domain is known."""
        parts = host.split(".")
        parents = (".".join(parts[start:]) for start in range(len(parts)))
        return next((self.domains[parent] for parent in parents if parent in self.domains), None)

    def is_word(self, words: str) -> bool:
        """True when `words` are an agency's form that is a word, a name or another body too: "MAP", "Petra"."""
        return " ".join(words.split()) in self.words

    def with_names(self, names: Iterable[str]) -> Agencies:
        """These agencies and those that pages name and the lexicon lacks: capitals, of no known kind or domain."""
        added = tuple(Agency(name, (), "unknown", "") for name in sorted(names))
        return _indexed((*self.entries, *added), self.credits) if added else self

    def may_name(self, words: str) -> bool:
        """False when no agency's name can begin in `words`, in any case: a cheap question, asked of every line."""
        return _known_may_name(self, words) if len(words) < PARAGRAPH else _may_name(self, words)

    def within(self, words: str) -> tuple[tuple[Agency, int, int], ...]:
        """Every agency named somewhere in `words`, with its span, in order; long forms in any case.

        Forms that are words too count where a credit's marks stand around them: "(SPA)", not "a spa" or "SPA treaty".
        """
        if len(words) < _LINE and not self.may_name(words):
            return ()
        hits = [(start, end, self.exact[form]) for form, start, end in self._exact(words)]
        lowered = words.lower()
        if len(lowered) == len(words):
            hits += [(start, end, self.folded[form]) for form, start, end in self.long_forms.within(lowered)]
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        kept: list[tuple[Agency, int, int]] = []
        for start, end, agency in hits:
            if not kept or start >= kept[-1][2]:
                kept.append((agency, start, end))
        return tuple(kept)

    def _exact(self, words: str) -> Iterator[tuple[str, int, int]]:
        """The forms that count in their own case, and those of scripts without spaces; words only when marked."""
        for form, start, end in self.short_forms.within(words):
            if form not in self.words or _is_marked(words, start, end):
                yield form, start, end
        if not words.isascii() and _UNSPACED.search(words):
            for form in self.unspaced:
                for match in re.finditer(re.escape(form), words):
                    if form not in self.words or _is_marked(words, *match.span()):
                        yield form, *match.span()


def _is_marked(words: str, start: int, end: int) -> bool:
    """True when a credit's marks stand on both sides of the form, or words on one that only a medium has beside it."""
    before, after = words[max(0, start - _REACH) : start], words[end : end + _REACH]
    if _SURE_BEFORE.search(before) or _SURE_AFTER.match(after):
        return True
    return bool(_MARK_BEFORE.search(before) and _MARK_AFTER.match(after))


def _may_name(agencies: Agencies, words: str) -> bool:
    if agencies.any_form.may_hold(words_of(words)):
        return True
    spaced = not is_foreign(words) or _UNSPACED.search(words) is None
    if spaced or agencies.unspaced_starts.isdisjoint(pairwise(words)):
        return False
    return any(form in words for form in agencies.unspaced)


# Several questions are asked of each line of a page, so the last lines' answers are remembered.
_known_may_name = lru_cache(maxsize=1_000)(_may_name)


def agencies(data: Mapping[str, Any], around: Mapping[str, Any]) -> Agencies:
    """The agencies that `data/agencies.toml` holds, with the words of `credits.toml` (`around`)."""
    entries = tuple(
        Agency(
            a["name"],
            tuple(a["aliases"]),
            a["kind"],
            a["domain"],
            tuple(a.get("words", ())),
            a.get("house"),
            a.get("carries", False),
        )
        for a in data["agency"]
    )
    return _indexed(entries, credit_words(around))


def _indexed(entries: tuple[Agency, ...], credits: CreditWords) -> Agencies:
    exact: dict[str, Agency] = {}
    for entry in entries:
        for form in (entry.name, *entry.aliases):
            exact.setdefault(form, entry)
    for form, entry in list(exact.items()):
        for prefixed in _prefixed(form):
            exact.setdefault(prefixed, entry)
    words = frozenset(form for entry in entries for form in entry.words)
    unspaced = tuple(sorted((form for form in exact if _UNSPACED.search(form)), key=lambda form: (-len(form), form)))
    spaced = [form for form in exact if not _UNSPACED.search(form)]
    folded = {form.casefold(): exact[form] for form in spaced if len(form) > SHORT and form not in words}
    short = forms(form for form in spaced if len(form) <= SHORT or form in words)
    long = forms(folded)
    any_form = forms(form.casefold() for form in spaced)
    starts = frozenset((form[0], form[1]) for form in unspaced)
    sites = ((site, entry) for entry in reversed(entries) for site in (*entry.aliases, entry.domain))
    domains = {site: entry for site, entry in sites if _SITE.fullmatch(site)}
    return Agencies(entries, exact, folded, domains, short, long, unspaced, starts, words, any_form, credits)


def _prefixed(form: str) -> tuple[str, ...]:
    """The form with the prepositions that Arabic writes onto a word: "to Reuters" is one word there."""
    if len(form) <= SHORT or not _ARABIC.match(form):
        return ()
    to = f"لل{form[2:]}" if form.startswith("ال") else f"ل{form}"
    return (to, f"و{form}", f"ب{form}")
