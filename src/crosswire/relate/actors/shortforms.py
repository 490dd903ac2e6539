"""Which names of organisations are one organisation's: acronyms, last and first words, with and without a country."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation, MentionKind
from crosswire.model.report import Report

# "the Tarn Port Authority (TPA)", "the Office for Port Safety, or OPS,": what stands between a name and its acronym.
DEFINED = re.compile(r"(?:[’']s)? ?\(|, or (?:the )?|, known as (?:the )?|, (?:also )?called (?:the )?")
MOST_BETWEEN = 20  # characters: the longest of these
# "Department of Fisheries", "U.S. Department of the Treasury", "Ministry of Health".
OFFICE = re.compile(
    r"(?:U\.?S\.? )?(?P<office>Department|Ministry|Office|Bureau) (?:of|for) (?:the )?(?P<what>[A-Z][\w ]+)"
)
NEWS = "News"  # "Radio Tarn News" and "Radio Tarn" are one house
SMALL = frozenset(("of", "for", "the", "and", "on", "in", "&"))
First = Mapping[tuple[str, str], int]


def defined_acronyms(reports: Sequence[Report], annotations: Sequence[Annotation]) -> dict[str, str]:
    """Acronyms that a report defines beside the name, by the name: `THF` for "Tarn Workers' Federation (THF)".

    One that the story defines in two ways is left out.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for report, annotation in zip(reports, annotations, strict=True):
        named = [m for m in annotation.mentions if m.kind not in (MentionKind.ROLE, MentionKind.PRONOUN)]
        for longer, short in pairwise(named):
            gap = report.text[longer.passage.end : short.passage.start]
            if len(gap) <= MOST_BETWEEN and DEFINED.fullmatch(gap) and _abbreviates(short.name, longer.name):
                found[short.name].add(longer.name)
    return {short: next(iter(longer)) for short, longer in found.items() if len(longer) == 1}


def _abbreviates(short: str, longer: str) -> bool:
    """True for capitals that begin as the name begins: "THF" for "Tarn Workers' Federation" too."""
    letters = short.replace(".", "")
    return letters.isupper() and 1 < len(letters) < len(longer) and letters[0] in _initials(longer)[:2]


def longer_names(annotations: Sequence[Annotation], defined: Mapping[str, str], lexicons: Lexicons) -> dict[str, str]:
    """Short forms of the story's organisations with the form that they are short for.

    "the Courier" is the Tarn Courier, "TPA" the Tarn Port Authority, "Lund" Lund Shipping Co.; "Senate" stays itself
    beside two senates, and "House" is not the White House.
    """
    counts, first = _counted(annotations)
    known = lexicons.organisations.canonical
    persons = {m.name for a in annotations for m in a.mentions if m.kind is MentionKind.PERSON}
    reports = [annotation.report for annotation in annotations]
    short = dict(_by_part(counts, persons, lexicons))
    short = {
        f: longer
        for f, longer in short.items()
        if _of_place(f, longer, lexicons) or _introduced(f, longer, reports, first)
    }
    short |= {form: rest for form in sorted(counts) if (rest := _at_home(form, counts, lexicons))}
    short |= dict(_with_and_without_news(counts))
    short |= {form: turned for form in sorted(counts) if (turned := _turned(form)) in counts}
    short |= acronyms(counts, known) | {form: longer for form, longer in defined.items() if form not in known}
    return {form: _last(form, short) for form in short}


def _last(form: str, short: Mapping[str, str]) -> str:
    """The name at the end of a chain: `Treasury` to "Department of the Treasury" to `Treasury Department`."""
    seen = {form}
    while short.get(form, form) not in seen:
        form = short[form]
        seen.add(form)
    return form


def _counted(annotations: Sequence[Annotation]) -> tuple[Counter[str], First]:
    """How often each organisation's name stands in the story, and where it stands first in each report."""
    counts: Counter[str] = Counter()
    first: dict[tuple[str, str], int] = {}
    for annotation in annotations:
        for mention in annotation.mentions:
            if mention.kind is MentionKind.ORGANISATION:
                counts[mention.name] += 1
                first.setdefault((mention.name, annotation.report), mention.passage.start)
    return counts, first


def _by_part(counts: Mapping[str, int], persons: set[str], lexicons: Lexicons) -> Iterator[tuple[str, str]]:
    """Forms that only one longer name ends with, or, for firms, begins with."""
    known = lexicons.organisations.canonical
    ends: dict[str, list[str]] = defaultdict(list)
    starts: dict[str, list[str]] = defaultdict(list)
    for form in sorted(counts):
        words = form.split()
        if len(words) < 2 or form in lexicons.geography.seats:
            continue
        if words[-1].lower() not in lexicons.speakers.group:
            ends[words[-1]].append(form)
        for size in range(1, len(words)):
            rest = words[size:]
            if rest[-1] in lexicons.organisations.firms or rest == ["Department"]:
                starts[" ".join(words[:size])].append(form)
    for form in sorted(counts):
        if form in known or form in lexicons.geography.demonyms:
            continue
        if len(ends.get(form, ())) == 1:
            yield form, ends[form][0]
        elif len(starts.get(form, ())) == 1 and form not in persons and not lexicons.geography.is_place(form):
            yield form, starts[form][0]


def _turned(form: str) -> str:
    """An office's name the other way round: `Treasury Department` for "U.S. Department of the Treasury"."""
    match = OFFICE.fullmatch(form)
    return f"{match['what']} {match['office']}" if match else ""


def _with_and_without_news(counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Names that the story also has without "News" at their end, each by the form that is more frequent."""
    for form in sorted(counts):
        whole = f"{form} {NEWS}"
        if whole in counts:
            yield (form, whole) if counts[whole] > counts[form] else (whole, form)


def _at_home(form: str, counts: Mapping[str, int], lexicons: Lexicons) -> str | None:
    """The name without the country before it, where the story has both and no other country's.

    "US Supreme Court" is the Supreme Court; beside a Varnian and an Ostlander senate "Senate" is neither.
    """
    rest = _without_country(form, lexicons)
    if rest is None or rest not in counts or rest in lexicons.organisations.canonical:
        return None
    others = [other for other in counts if other != form and _without_country(other, lexicons) == rest]
    home = _country(form, lexicons)
    return rest if all(_country(other, lexicons) == home for other in others) else None


def _without_country(form: str, lexicons: Lexicons) -> str | None:
    words = form.split()
    size = next((n for n in (2, 1) if len(words) > n and _land(words[:n], lexicons)), 0)
    return " ".join(words[size:]) if size else None


def _country(form: str, lexicons: Lexicons) -> str | None:
    words = form.split()
    return next((country for n in (2, 1) if (country := _land(words[:n], lexicons))), None)


def _land(words: Sequence[str], lexicons: Lexicons) -> str | None:
    """The country of a country's name or demonym; not of its capital: the "Washington Post" is no "Post"."""
    name = " ".join(words)
    return lexicons.geography.countries.get(name) or lexicons.geography.demonyms.get(name)


def _of_place(form: str, longer: str, lexicons: Lexicons) -> bool:
    """True when all that the longer name has more is a place of the lexicon: "Gulls" of the Chicago Gulls."""
    return form[-1:] == "s" and lexicons.geography.is_place(longer.removesuffix(form).strip())


def _introduced(form: str, longer: str, reports: Sequence[str], first: First) -> bool:
    """True when the longer name comes before its short form wherever a report has both, and some report has both.

    "the Tarn Courier … the Courier", not "the Senate … the Varnian State Senate".
    """
    both = [(first[longer, r], first[form, r]) for r in reports if (longer, r) in first and (form, r) in first]
    return bool(both) and all(long < short for long, short in both)


def acronyms(forms: Mapping[str, int], known: Mapping[str, str]) -> dict[str, str]:
    """Acronyms of the story that no lexicon knows, with the one longer name whose initials they are.

    `TFA` to `Tarn Fisheries Authority`, `DOT` to `Department of Transport`.
    """
    longer: dict[str, set[str]] = defaultdict(set)
    for form in sorted(forms):
        for initials in {_initials(form), _initials(form, small=True)}:
            if len(initials) > 1:
                longer[initials].add(form)
    short = [form for form in sorted(forms) if form.replace(".", "").isupper() and len(form) > 1 and form not in known]
    found = {form: longer.get(form.replace(".", ""), set()) - {form} for form in short}
    return {form: next(iter(names)) for form, names in found.items() if len(names) == 1}


def _initials(form: str, *, small: bool = False) -> str:
    """The first letters of a name's capitalised words, with `small` those of "of" and "for" too."""
    parts = [part for part in form.replace("-", " ").split() if part[:1].isupper() or (small and part in SMALL)]
    return "".join(part[0].upper() for part in parts) if len(parts) > 1 else ""
