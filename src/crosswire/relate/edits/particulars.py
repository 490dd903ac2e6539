"""How a change touches particulars: a number or what it counts, a day or clock, a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.lexicons.load import Lexicons
from crosswire.model.lineage import EditKind
from crosswire.relate.edits.changes import Change, Side
from crosswire.relate.edits.denials import Decided
from crosswire.relate.edits.harms import Harms
from crosswire.relate.sequences import spelt_alike

NUMERIC = re.compile(r"\d+(?:\.\d+)?")
CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:am|pm)?|\d{1,2}(?:am|pm)")
YEAR = re.compile(r"(?:19|20)\d\d")
# A longer stretch was written anew, and its numbers and names are of another sentence.
SHORT, SHORT_NAME = 8, 4
# How near a converted measure must come: "10 miles" is "16 km".
NEAR = 0.06
# From here on two names are spelt so alike that one is the other: "Sergey" / "Sergei".
ONE_NAME = 0.88
MOST_INITIALS = 3
FULL = 2  # words of a full name
STEM = 4  # letters: "Russia" / "Russian"
# Another name in a sentence of which less is left is another sentence.
SAME = 0.6
# Of a short sentence ("Nobody was killed") less is left where who and what were changed both.
LEAST_KEPT = 0.4


class Particulars:
    """Decides from the words of both sides. Built once a story from the lexicons."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._edits = lexicons.edits
        self._renderings = lexicons.renderings
        self._geography = lexicons.geography
        self._titles = lexicons.titles
        self._points = lexicons.points
        self._people = lexicons.counted.people
        self._vague = frozenset(
            word for phrase in (*lexicons.numbers.plurals, *lexicons.numbers.vague) for word in phrase.split()
        ) - {"a", "of"}
        calendar = lexicons.calendar
        self._weekdays = frozenset(calendar.weekdays)
        self._all_months = frozenset(calendar.months)
        self._could_be_month = self._edits.months_too
        self._months = self._all_months - self._could_be_month
        self._parts = frozenset((*lexicons.times.parts, *lexicons.times.clock_words))
        self._relative = self._edits.relative
        self._outcomes = Harms(lexicons)
        self._ranks = self._edits.people | self._edits.several | self._edits.anybody | self._people

    def decide(self, change: Change) -> Decided | None:
        """Figure or name, or a figure's style; None where the change is of none."""
        if not _short(change):
            return None
        return self._figure(change) or self._counted(change) or self._befell(change) or self._name(change)

    def time(self, change: Change) -> Decided | None:
        """Another time, or the style of one; None where not both sides tell one."""
        return self._time(change) if _short(change) else None

    # --- days and clocks -------------------------------------------------------------------------------------

    def _time(self, change: Change) -> Decided | None:
        there, here = self._times(change.there), self._times(change.here)
        if not there or not here or there == here:
            return None
        for kind in (self._weekdays, self._all_months, self._parts):
            one, other = there & kind, here & kind
            if one and other and not one & other:
                return EditKind.TIME, f"another time: {change.became}"
        if self._clocks(there) and self._clocks(here) and not self._clocks(there) & self._clocks(here):
            return EditKind.TIME, f"another time: {change.became}"
        years = [{form for form in times if YEAR.fullmatch(form)} for times in (there, here)]
        if all(years) and not years[0] & years[1]:
            return EditKind.TIME, f"another year: {change.became}"
        return (
            EditKind.STYLE,
            f"the time is told in another way ({change.became}); whether it is the same day is not compared",
        )

    def _times(self, side: Side) -> frozenset[str]:
        """The words of the change that tell a day, a month, a year or a clock."""
        places = (n for n in range(side.first, side.last) if self._tells_time(side, n))
        return frozenset(side.forms[n].removesuffix("'s") for n in places)

    def _tells_time(self, side: Side, n: int) -> bool:
        form = side.forms[n].removesuffix("'s")
        if form in self._weekdays or form in self._months or form in self._relative or form in self._parts:
            return True
        if form in self._could_be_month:
            return side.print(n)[:1].isupper() and not side.opens(n)
        return self._dated(side, n) or bool(CLOCK.fullmatch(form))

    def _dated(self, side: Side, n: int) -> bool:
        """True for a number that is a day of a month, a year or an hour: "July 15", "in 2018", "9 p.m."."""
        form = side.forms[n]
        if not NUMERIC.fullmatch(form.rstrip("stndrh")):
            return False
        beside = {side.forms[m] for m in (n - 1, n + 1) if 0 <= m < len(side.forms)}
        if beside & (self._months | self._edits.halves):
            return True
        year = bool(YEAR.fullmatch(form)) and "," not in side.print(n)
        return year and not self._measured(side, n)

    def _measured(self, side: Side, n: int) -> bool:
        """True where a plural follows, which the number counts: "2000 boats"."""
        return n + 1 < len(side.forms) and side.forms[n + 1].endswith("s") and not side.after(n).strip()

    def _clocks(self, times: frozenset[str]) -> frozenset[str]:
        return frozenset(form.replace(".", ":") for form in times if CLOCK.fullmatch(form))

    # --- numbers ---------------------------------------------------------------------------------------------

    def _figure(self, change: Change) -> Decided | None:
        there, here = self._numbers(change.there), self._numbers(change.here)
        if sorted(there.values()) == sorted(here.values()):
            return None
        if there and here:
            if self._converted(change, there, here):
                return EditKind.STYLE, f"the same measure in other units: {change.became}"
            if set(there.values()) & set(here.values()):
                return None
            if self._in_turn(change, there, here):
                return EditKind.MOVED, "the same numbers, in another order"
            names = self._capitals(change.there), self._capitals(change.here)
            if all(names) and not any(_one(a, b) for a in names[0] for b in names[1]):
                return None  # "Marn, 22" and "Holm, 17": somebody else, whose age is his own
            return EditKind.FIGURE, f"another number: {change.became}"
        held, other = (change.there, change.here) if there else (change.here, change.there)
        if self._vague.intersection(other.words):
            return EditKind.FIGURE, f"a number and a rough word: {change.became}"
        if len(held.words) == 1 and not other.words and self._counts(held):
            what = "is gone" if there else "was put in"
            return EditKind.FIGURE, f"the number “{held.print(held.first)}” {what}"
        return None

    def _numbers(self, side: Side) -> dict[int, float]:
        """The numbers of the change by their place, those of times and a plain "one" left out."""
        return {
            n: float(side.forms[n])
            for n in range(side.first, side.last)
            if NUMERIC.fullmatch(side.forms[n]) and not self._dated(side, n) and side.print(n).casefold() != "one"
        }

    def _in_turn(self, change: Change, there: dict[int, float], here: dict[int, float]) -> bool:
        """True when a number of either side stands on the other, without a counterpart too: two were told in turn."""
        return any(
            side.forms[n] in {f"{value:.15g}" for value in numbers.values()}
            for side, numbers in ((change.there, here), (change.here, there))
            for n in side.changed
        )

    def _capitals(self, side: Side) -> tuple[str, ...]:
        """The words of the change with a capital that are no numbers and no small words."""
        return tuple(
            side.print(n)
            for n in range(side.first, side.last)
            if side.print(n)[:1].isupper()
            and not side.forms[n][0].isdecimal()
            and not self._renderings.is_small(side.forms[n])
        )

    def _counts(self, side: Side) -> bool:
        """True where the number stands before what it counts, and is no part of a name or an address."""
        following = side.forms[side.last] if side.last < len(side.forms) else ""
        return bool(following) and not side.after(side.last - 1).strip() and side.print(side.last)[:1].islower()

    def _converted(self, change: Change, there: dict[int, float], here: dict[int, float]) -> bool:
        for a, x in there.items():
            for b, y in here.items():
                units = self._unit(change.there, a), self._unit(change.here, b)
                for row in self._edits.conversions:
                    if units[0] in row.one and units[1] in row.other and abs(x * row.factor - y) <= NEAR * y:
                        return True
                    if units[0] in row.other and units[1] in row.one and abs(y * row.factor - x) <= NEAR * x:
                        return True
        return False

    def _unit(self, side: Side, n: int) -> str:
        return side.forms[n + 1] if n + 1 < len(side.forms) else ""

    def _counted(self, change: Change) -> Decided | None:
        """Another thing behind the same number: "20 killed" → "20 hurt"; "20 men" → "20 people" is another word."""
        if change.size > 2 or change.one_sided:
            return None
        sides = (change.there, change.here)
        if any(s.first == 0 or not NUMERIC.fullmatch(s.forms[s.first - 1]) for s in sides):
            return None
        if any(s.after(s.first - 1).strip() or not self._may_be_counted(s) for s in sides):
            return None
        if any(self._dated(s, s.first - 1) or s.print(s.first - 1).casefold() == "one" for s in sides):
            return None
        if change.there.forms[change.there.first - 1] != change.here.forms[change.here.first - 1]:
            return None
        if any(s.print(s.last - 1)[:1].isupper() for s in sides) or self._akin(change.there.words, change.here.words):
            return None
        return EditKind.FIGURE, f"the number may count another thing: {change.became}"

    def _befell(self, change: Change) -> Decided | None:
        """Another thing that befell somebody: "injured" → "killed"; "killed" → "dead" is another word."""
        if change.size > SHORT_NAME or min(_kept(change.there), _kept(change.here)) < LEAST_KEPT:
            return None
        there, here = self._outcomes.of(change.there.words), self._outcomes.of(change.here.words)
        if not there or not here or there & here:
            return None
        return EditKind.FIGURE, f"another thing befell them: {change.became}"

    def _may_be_counted(self, side: Side) -> bool:
        """True where the words may be what a number counts: no adverb, no small word."""
        return not any(self._renderings.is_small(form) or form.endswith("ly") for form in side.words)

    def _akin(self, there: Sequence[str], here: Sequence[str]) -> bool:
        """True for words of one meaning or of one sort: "men" / "people", "killed" / "dead"."""
        for one in there:
            for other in here:
                a, b = self._renderings.root(one), self._renderings.root(other)
                classes = [self._points.classes.get(w, frozenset()) for w in (one, a, other, b)]
                if a == b or self._renderings.synonymous(one, other) or {one, other} & self._edits.anybody:
                    return True
                if (classes[0] | classes[1]) & (classes[2] | classes[3]):
                    return True
        return False

    # --- names -----------------------------------------------------------------------------------------------

    def _name(self, change: Change) -> Decided | None:
        if change.one_sided or change.size > SHORT_NAME or min(_kept(change.there), _kept(change.here)) < SAME:
            return None
        there, here = self._names(change.there), self._names(change.here)
        if self._unnamed(change.there, here) or self._unnamed(change.here, there):
            return EditKind.NAME, f"one name and several who are not named: {change.became}"
        if any(self._describes(side) for side in (change.there, change.here)):
            return None
        if not there or not here or any(_one(a, b) for a in there for b in here):
            return None
        if self._country(there) & self._country(here) or _initials(there, here) or _initials(here, there):
            return EditKind.WORDING, "another name of the same" if there != here else ""
        if _one_person(there, here, change):
            return EditKind.WORDING, "two parts of one name, which stands elsewhere in the text"
        if all(self._is_title(word) for word in (*there, *here)) or self._called(change):
            return EditKind.WORDING, "the same name with another title, or without one"
        return EditKind.NAME, f"another name: {change.became}"

    def _unnamed(self, side: Side, names: Sequence[str]) -> bool:
        """True when the side counts several people without a name, and the other is one full name: "two guards"."""
        if len(names) < FULL or len(side.words) < FULL or not NUMERIC.fullmatch(side.words[0]):
            return False
        counted = side.words[-1].removesuffix("s") in self._people
        return counted and float(side.words[0]) > 1 and side.print(side.last - 1)[:1].islower()

    def _called(self, change: Change) -> bool:
        """True where one side has a title before a name that both have: "Ida Marn" / "Ms. Marn"."""
        following = [side.print(side.last) for side in (change.there, change.here)]
        titled = any(self._only_title(side) for side in (change.there, change.here))
        return titled and all(word[:1].isupper() for word in following)

    def _only_title(self, side: Side) -> bool:
        """True for "President", "former mayor"; not for "Union" alone, with which many a body's name opens."""
        ranks = self._titles.courtesy | self._titles.heads
        return all(self._is_title(form) for form in side.words) and not ranks.isdisjoint(side.words)

    def _describes(self, side: Side) -> bool:
        """True when words in small letters say who or what: "the Russian president" is a description, no name."""
        return any(
            side.print(n)[:1].islower() and not self._renderings.is_small(side.forms[n])
            for n in range(side.first, side.last)
        )

    def _names(self, side: Side) -> tuple[str, ...]:
        """The words of the change that are a name's: with a capital where none is due."""
        return tuple(
            side.print(n).replace(".", "").removesuffix("’s").removesuffix("'s")
            for n in range(side.first, side.last)
            if side.print(n)[:1].isupper() and self._is_name(side, n) and not self._tells_time(side, n)
        )

    def _is_name(self, side: Side, n: int) -> bool:
        """True for a word with a capital that is due to it: inside a sentence; at its start, where another capital
        follows ("Union Rail") or the report has the word with a capital elsewhere, and nowhere without one."""
        if not side.opens(n):
            return True
        word, form = side.print(n), side.forms[n]
        if self._renderings.is_small(form) or form[:1].isdecimal() or form in self._ranks:
            return False
        if re.search(rf"\b{re.escape(word.lower())}\b", side.whole):
            return False
        follows = side.print(n + 1)[:1].isupper() and not side.after(n).strip("- ")
        if self._is_title(word) and (not follows or self._is_title(side.print(n + 1))):
            return False
        return follows or bool(re.search(rf"[a-z,] {re.escape(word)}\b", side.whole))

    def _country(self, names: Sequence[str]) -> frozenset[str]:
        found = {self._geography.country(name) for name in (*names, " ".join(names))}
        return frozenset(country for country in found if country)

    def _is_title(self, word: str) -> bool:
        plain = word.casefold()
        return plain in self._titles.courtesy or plain in self._titles.heads or plain in self._titles.modifiers


def _short(change: Change) -> bool:
    return min(len(change.there.words), len(change.here.words)) <= SHORT and change.size <= 2 * SHORT


def _one(a: str, b: str) -> bool:
    """True for two spellings or forms of one name: "Sergey" / "Sergei", "Russia" / "Russian"."""
    one, other = a.casefold(), b.casefold()
    if one == other or spelt_alike(one, other) >= ONE_NAME:
        return True
    return len(one) >= STEM and len(other) >= STEM and one[:STEM] == other[:STEM]


def _kept(side: Side) -> float:
    """The part of the sentence's words that have a counterpart."""
    return 1 - len(side.changed) / len(side.forms)


def _one_person(there: Sequence[str], here: Sequence[str], change: Change) -> bool:
    """True when either report has both names as one somewhere: "J.R." / "Gusten" where "James ‘J.R.’ Gusten" stands."""
    for one, other in ((there, here), (here, there)):
        first, last = (
            r"\W{1,3}".join(r"\.?".join(map(re.escape, _letters(name))) for name in names) for names in (one, other)
        )
        joined = re.compile(rf"\b{first}\b\W{{1,4}}(?:[A-Z][\w.]*\W{{1,4}})?{last}\b")
        if any(joined.search(side.whole) for side in (change.there, change.here)):
            return True
        if len(one) == 1 and one[0].isupper() and 1 < len(one[0]) <= MOST_INITIALS:
            given = r"\s+".join(rf"{letter}[\w’'-]+" for letter in one[0])
            if any(re.search(rf"\b{given}\s+{last}\b", side.whole) for side in (change.there, change.here)):
                return True
    return False


def _letters(name: str) -> Sequence[str]:
    """The letters of initials, between which full stops may stand; any other name as it is."""
    return name if name.isupper() and len(name) <= MOST_INITIALS else (name,)


def _initials(short: Sequence[str], long: Sequence[str]) -> bool:
    """True when one word gives the first letters of several: "FBI" / "Federal Bureau of Investigation"."""
    letters = "".join(short)
    return len(short) < len(long) and letters.isupper() and letters.casefold() == "".join(w[0] for w in long).casefold()
