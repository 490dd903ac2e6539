"""What the words of two reports tell about which was copied: edits that make sense in one direction only."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache

from crosswire.lexicons.counted import Counted
from crosswire.lexicons.edits import EditWords
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.renderings import RenderingWords
from crosswire.model.report import Report
from crosswire.relate.edits.changes import Change, Side, changes
from crosswire.relate.edits.collation import Collation

STRONG, WEAK = 2, 1
# An extract: so little of it stands not in the other, and so much of the other not in it.
OWN_PART, LEFT_PART = 0.1, 0.3
LEAST_LINES = 4
TOLLS = ("killed", "injured")
NEAR = 4  # words between a toll and what befell the people
NAMED = re.compile(r"(?P<before>[^\W\d_][\w.’'-]*)\s+(?=(?P<name>[A-ZÀ-ÖØ-Þ][\w’'-]{2,}))")
WORD = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]{2,}")
# Signs that a text went through a wrong decoding: they come in on the way, and nobody writes them.
BROKEN = re.compile(r"â€|Ã[\u0080-¿]|Â[\u0080-¿]|\ufffd|&(?:amp|quot|nbsp|#\d+);")
POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Trace:
    """A sign that `first` had the words before the other, with the reason and its weight."""

    first: str
    why: str
    weight: int


def traces(collation: Collation, *, lexicons: Lexicons, known: Container[str] = frozenset()) -> tuple[Trace, ...]:
    """The signs in the words of two reports. Each kind counts once for a side, however often it is met.

    `known` are names that need no introduction in this story.
    """
    found: dict[tuple[str, str], Trace] = {}
    for kind, trace in _found(collation, lexicons, known):
        found.setdefault((kind, trace.first), trace)
    kinds = {kind for kind, _ in found}
    both = {kind for kind in kinds if sum(k == kind for k, _ in found) > 1}
    # what is met both ways says nothing
    return tuple(found[key] for key in sorted(found) if key[0] not in both)


def unintroduced(report: Report, lexicons: Lexicons) -> frozenset[str]:
    """The words with a capital that the report nowhere has behind a given name: among them names it takes for known."""
    given = lexicons.names.gender
    told = {_bare(m["name"]) for m in NAMED.finditer(report.text) if m["before"].casefold() in given}
    return frozenset(_first_names(report.text)) - told


def _found(collation: Collation, lexicons: Lexicons, known: Container[str]) -> Iterator[tuple[str, Trace]]:
    sides = ((collation.there, collation.here), (collation.here, collation.there))
    for source, copy in sides:
        yield from (("dangling", trace) for trace in _dangling(source, copy, collation, lexicons, known))
        yield from (("broken", trace) for trace in _broken(source, copy))
        yield from (("note", trace) for trace in _note(source, copy, lexicons))
    yield from (("extract", trace) for trace in _extract(collation))
    for pairing in collation.pairings:
        if pairing.exact:
            continue
        for change in changes(pairing, collation, lexicons=lexicons):
            yield from _in_change(change, collation, lexicons)


@lru_cache(maxsize=1000)
def speaking_of(name: str, words: EditWords) -> re.Pattern[str]:
    """What a medium's reporters write of their own medium: "told the Dorn Echo", "a Dorn Echo reporter"."""
    bare = name.removeprefix("The ")
    short = rf"|The {re.escape(bare.split()[-1])}" if " " in bare and name.startswith("The ") else ""
    called = rf"(?:(?:[Tt]he )?{re.escape(bare)}{short})"
    before, after = ("|".join(map(re.escape, row)) for row in (words.own_before, words.own_after))
    person = r"['’]s (?:[a-z]+ ){0,3}[A-Z]\w+ [A-Z]\w+"
    return re.compile(rf"\b(?:{before}) {called}\b|\b{called}(?: (?:{after})\b|{person})")


def _in_change(change: Change, collation: Collation, lexicons: Lexicons) -> Iterator[tuple[str, Trace]]:
    for source, theirs, ours in (
        (collation.there, change.there, change.here),
        (collation.here, change.here, change.there),
    ):
        if why := _told(theirs, ours, lexicons):
            yield "told", Trace(source.id, why, STRONG)
        if why := _medium(theirs, ours, lexicons):
            yield "medium", Trace(source.id, why, STRONG)
        if why := _dated(theirs, ours, lexicons):
            yield "dated", Trace(source.id, why, WEAK)
        if why := _toll(theirs, ours, lexicons):
            yield "toll", Trace(source.id, why, WEAK)


def _dangling(
    source: Report, copy: Report, collation: Collation, lexicons: Lexicons, known: Container[str]
) -> Iterator[Trace]:
    """A name that the copy uses as known, because the words that introduced it were cut.

    "Marn said" in both, "harbour master Ida Marn" in the source alone. Counter-examples: a name that the copy
    introduces in words of its own; one that the source, too, has somewhere without a given name before it is given.
    """
    cut = collation.cut if source is collation.there else collation.added
    lost = "\n".join(passage.words for passage in cut)
    given = lexicons.names.gender
    introduced = {_bare(m["name"]) for m in NAMED.finditer(lost) if m["before"].casefold() in given}
    if not introduced:
        return
    first = _first_names(copy.text)
    for name in sorted(introduced):
        at = first.get(name)
        if at is None or name in known or _introduces(copy.text, name):
            continue
        ours = [pairing.here if copy is collation.here else pairing.there for pairing in collation.pairings]
        shared = any(passage.start <= at < passage.end for passage in ours)
        if shared and _full_first(source.text, name, given) and not _introduced_elsewhere(copy, name):
            yield Trace(
                source.id, f"the other has “{name}” without ever saying who that is, which this one does", STRONG
            )
            return


def _bare(name: str) -> str:
    return POSSESSIVE.sub("", name)


def _first_names(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for match in WORD.finditer(text):
        found.setdefault(_bare(match.group()), match.start())
    return found


def _introduces(text: str, name: str) -> bool:
    """True when some word with a capital, or a title, stands before the name anywhere."""
    return any(m["before"][0].isupper() for m in NAMED.finditer(text) if _bare(m["name"]) == name)


def _full_first(text: str, name: str, given: Container[str]) -> bool:
    """True when the text has the name with a given name before it has it without one."""
    full = next(
        (m.start("name") for m in NAMED.finditer(text) if _bare(m["name"]) == name and m["before"].casefold() in given),
        -1,
    )
    return full >= 0 and full == _first_names(text).get(name)


def _introduced_elsewhere(report: Report, name: str) -> bool:
    head = f"{report.headline or ''} {' '.join(line.words for line in report.furniture)}"
    return name in head


def _broken(source: Report, copy: Report) -> Iterator[Trace]:
    """Letters that a wrong decoding broke, in the copy alone."""
    if BROKEN.search(copy.text) and not BROKEN.search(source.text):
        yield Trace(source.id, "the other’s letters were broken on the way", WEAK)


def _note(source: Report, copy: Report, lexicons: Lexicons) -> Iterator[Trace]:
    """A note of an update at the head of one: the other is an earlier version, or printed from one."""
    if _noted(copy, lexicons) and not _noted(source, lexicons):
        yield Trace(source.id, "a note says that the other was updated", WEAK)


def _noted(report: Report, lexicons: Lexicons) -> bool:
    head = f"{report.headline or ''} {report.text[:300]}".casefold()
    return any(" ".join(phrase) in head for phrase in lexicons.edits.notes)


def _extract(collation: Collation) -> Iterator[Trace]:
    """One report is a part of the other and says nothing of its own."""
    ours = len(collation.added), len(collation.added) + len(collation.pairings)
    theirs = len(collation.cut), len(collation.cut) + len(collation.pairings)
    for (own, all_own), (left, all_left), source in (
        (ours, theirs, collation.there),
        (theirs, ours, collation.here),
    ):
        if min(all_own, all_left) >= LEAST_LINES and own <= OWN_PART * all_own and left >= LEFT_PART * all_left:
            yield Trace(source.id, "the other is an extract of it, with nothing of its own", WEAK)


def _told(source: Side, copy: Side, lexicons: Lexicons) -> str | None:
    """The medium that somebody told something to, replaced or explained: "told Reuters" → "told reporters"."""
    if source.first == 0 or source.forms[source.first - 1] not in ("told", "telling", "tells"):
        before = copy.forms[copy.first - 1 : copy.first]
        if before and source.words == () and tuple(copy.words[:2]) in lexicons.edits.explained:
            return f"the other explains “{before[0]}” to its readers"
        return None
    medium = lexicons.agencies.find(" ".join(source.printed))
    if medium and any(True for _ in copy.found(lexicons.edits.told)):
        return f"“{' '.join(source.printed)}” became “{' '.join(copy.printed)}” in the other"
    return None


def _medium(source: Side, copy: Side, lexicons: Lexicons) -> str | None:
    """A medium named in the copy for a sentence that the source gives as its own: ", Reuters reported"."""
    if len(source.words) > 2 or not copy.words or len(copy.words) > 8:
        return None
    words = copy.text[copy.spans[copy.first][0] : copy.spans[copy.last - 1][1]]
    named = next((agency.name for agency, _, _ in lexicons.agencies.within(words)), None)
    saying = lexicons.edits.saying | lexicons.edits.saying_else
    if named and any(True for _ in copy.found(saying)):
        return f"the other names {named} for a sentence that this one gives as its own"
    return None


def _dated(source: Side, copy: Side, lexicons: Lexicons) -> str | None:
    """A weekday that became a date, for readers of another day."""
    weekdays, months = frozenset(lexicons.calendar.weekdays), frozenset(lexicons.calendar.months) - {"may", "march"}
    theirs, ours = set(source.words), set(copy.words)
    if theirs & weekdays and not ours & weekdays and ours & months and any(w.isdecimal() for w in ours):
        return "a weekday became a date in the other"
    return None


def _toll(source: Side, copy: Side, lexicons: Lexicons) -> str | None:
    """A count of the dead or hurt that is higher in the copy: it was written later."""
    if len(source.words) != 1 or len(copy.words) != 1:
        return None
    if not (source.words[0].isdecimal() and copy.words[0].isdecimal()):
        return None
    if int(source.words[0]) >= int(copy.words[0]):
        return None
    root = lexicons.renderings.root
    around = (*copy.forms[max(0, copy.first - NEAR) : copy.first], *copy.forms[copy.last : copy.last + NEAR])
    if not {root(word) for word in around}.isdisjoint(_tolls(lexicons.counted, lexicons.renderings)):
        return f"the other’s toll is higher ({copy.words[0]} for {source.words[0]})"
    return None


@lru_cache(maxsize=4)
def _tolls(counted: Counted, renderings: RenderingWords) -> frozenset[str]:
    """The roots of the words that tell of killed and hurt people."""
    return frozenset(
        renderings.root(word)
        for outcome in map(counted.outcome, TOLLS)
        for words in (outcome.befalls, outcome.does, outcome.states, outcome.nouns)
        for word in words
    )
