"""What changed between a report and its source, each edit with its kind: those that change meaning first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from crosswire.lexicons.load import Lexicons
from crosswire.model.lineage import CHANGES_MEANING, Edit, EditKind
from crosswire.model.passage import Passage
from crosswire.model.report import Report
from crosswire.relate.copies.wordforms import word_forms
from crosswire.relate.edits.assertions import Assertions
from crosswire.relate.edits.changes import Change, Side, changes
from crosswire.relate.edits.collation import Collation, Pairing
from crosswire.relate.edits.denials import Denials
from crosswire.relate.edits.harms import HARM
from crosswire.relate.edits.particulars import Particulars

# Words that only one side has: so many are a clause, fewer another wording.
CLAUSE = 4
# Words in a row by which a clause is found again in another place.
AGAIN = 4
# Letters between what is denied and the denial: a sentence or two.
BEHIND = 300
NAME = re.compile(r"\b[A-Z]\w{3,}")
ORDER = tuple(EditKind)


class Editor:
    """Finds and names the edits between two reports. Built once a story from the lexicons."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._lexicons = lexicons
        self._denials = Denials(lexicons)
        self._assertions = Assertions(lexicons)
        self._particulars = Particulars(lexicons)

    def edits(self, collation: Collation) -> tuple[Edit, ...]:
        """The edits from the source (`there`) to its copy (`here`), those that change meaning first.

        Whole sentences are no edits; one of the source that holds a denial which the copy gives nowhere is.
        """
        found = [edit for pairing in collation.pairings for edit in self._in_pairing(pairing, collation)]
        found += self._cut_denials(collation)
        return tuple(sorted(found, key=_importance))

    def _in_pairing(self, pairing: Pairing, collation: Collation) -> Iterator[Edit]:
        if pairing.here.words == pairing.there.words:
            return
        yield from self._restyled(pairing)
        for change in () if pairing.exact else changes(pairing, collation, lexicons=self._lexicons):
            there, here = _place(pairing.there, change.there), _place(pairing.here, change.here)
            for kind, why in self._kinds(change):
                if kind is EditKind.ATTRIBUTION and here and _names_source(here, collation.there):
                    kind, why = EditKind.WORDING, "the copy names its source, which gives it as its own"
                moved = self._moved(there, here, kind, collation)
                yield moved or Edit(kind, there, here, why)

    def _restyled(self, pairing: Pairing) -> Iterator[Edit]:
        """Equal words that are printed in two ways: "twelve" / "12"; a capital at the start of a sentence is none."""
        for stretch in pairing.stretches:
            if not stretch.equal:
                continue
            here = _sub(pairing.here, *stretch.here)
            there = _sub(pairing.there, *stretch.there)
            if here.words.replace("’", "'").casefold() != there.words.replace("’", "'").casefold():
                yield Edit(EditKind.STYLE, there, here, "the same word, written in another way")

    def _kinds(self, change: Change) -> list[tuple[EditKind, str]]:
        """All kinds by which the change touches the meaning ("at least nine" → "eleven" has two), else its one kind."""
        same = self._same(change) or self._author(change)
        if same:
            return [same]
        decided = [
            self._denials.decide(change),
            self._assertions.attribution(change),
            self._particulars.time(change),
            self._assertions.hedge(change),
            self._particulars.decide(change),
        ]
        found = [each for each in decided if each]
        return [each for each in found if each[0] in CHANGES_MEANING] or [
            found[0] if found else self._moved_inside(change) or _size(change)
        ]

    def _same(self, change: Change) -> tuple[EditKind, str] | None:
        """Style, where both sides are the same words in another print: "did not" / "didn't", "cease-fire"."""
        one, other = (" ".join(side.words) for side in (change.there, change.here))
        if not one or not other:
            return None
        plain = ["".join(ch for ch in words if ch.isalnum()) for words in (one, other)]
        if plain[0] == plain[1] or self._lexicons.renderings.spelt_alike(one, other):
            return EditKind.STYLE, "the same words, written in another way"
        return None

    def _author(self, change: Change) -> tuple[EditKind, str] | None:
        """Wording, where both sentences are the line on the author, which is no part of the story."""
        words = self._lexicons.edits.author
        if all(any(True for _ in side.found(words, 0, len(side.forms))) for side in (change.there, change.here)):
            return EditKind.WORDING, "the line on the author, not the story"
        return None

    def _moved_inside(self, change: Change) -> tuple[EditKind, str] | None:
        """Moved, where the words that stand on one side only stand elsewhere in the same sentence of the other."""
        if not change.one_sided:
            return None
        held, other = (change.there, change.here) if change.there.words else (change.here, change.there)
        free = {other.forms[n] for n in other.changed}
        if len(held.words) > 1 and free.issuperset(held.words):
            return EditKind.MOVED, "the words stand in another place of the sentence"
        return None

    def _moved(self, there: Passage | None, here: Passage | None, kind: EditKind, collation: Collation) -> Edit | None:
        """The clause as moved, where the other report has its words in a row in another place."""
        if kind is EditKind.CUT and there and (found := self._again(there, collation.here)):
            return Edit(EditKind.MOVED, there, found, "the clause stands in another place of the copy")
        if kind is EditKind.ADDED and here and (found := self._again(here, collation.there)):
            return Edit(EditKind.MOVED, found, here, "the clause stands in another place of the source")
        return None

    def _again(self, words: Passage, other: Report) -> Passage | None:
        """Where the words stand in the other report, in a row; None where they don't."""
        if len(word_forms(self._lexicons).read(words.words).forms) < AGAIN:
            return None
        at = _low(other.text).find(_low(words.words))
        return other.passage(at, at + len(words.words)) if at >= 0 else None

    def _cut_denials(self, collation: Collation) -> Iterator[Edit]:
        """The denials that were cut right behind words that the copy has, where it gives none of the same people."""
        ends = sorted(pairing.there.end for pairing in collation.pairings)
        near = [p for p in collation.cut if any(0 <= p.start - end <= BEHIND for end in ends)]
        denials = [(passage, *found) for passage in near if (found := self._denies(passage))]
        if not denials:
            return
        sentences = (*(pairing.here for pairing in collation.pairings), *collation.added)
        kept = [(_names(passage.words), found[0]) for passage in sentences if (found := self._denies(passage))]
        for passage, what, words in denials:
            if not any(
                what == kind and (_of_all(kind, names) or names & _names(passage.words)) for names, kind in kept
            ):
                yield Edit(EditKind.NEGATION, passage, None, f"the sentence with the denial was cut: “{words}”")

    def _denies(self, passage: Passage) -> tuple[str, str] | None:
        """What the sentence denies, and the words that do: any deed ("denied"), or what befell nobody ("injured")."""
        words = word_forms(self._lexicons).read(passage.words)
        side = Side(passage.words, words.forms, words.spans, 0, 0, frozenset())
        denial = self._denials.denies(side)
        return ("denied", denial) if denial else self._denials.clears(side)


def _names_source(here: Passage, source: Report) -> bool:
    """True when the copy's words have the name of the source's publisher: "the Dorn Echo said that"."""
    name = (source.publisher or "").casefold().removeprefix("the ")
    return bool(name) and re.search(rf"\b{re.escape(name)}\b", here.words.casefold()) is not None


def _of_all(what: str, names: frozenset[str]) -> bool:
    """True where a denial may be that of any other sentence: by nobody named, or of what has its people with it."""
    return not names or what.split()[0] in HARM


@lru_cache(maxsize=4)
def _low(text: str) -> str:
    """The text in lower case, letter for letter: those that become two ("İ") are left as they are."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _names(words: str) -> frozenset[str]:
    """The longer words with a capital."""
    return frozenset(NAME.findall(words))


def _size(change: Change) -> tuple[EditKind, str]:
    """Cut or added for a clause that one side has, wording for what is less or has a counterpart."""
    there, here = len(change.there.words), len(change.here.words)
    if there >= CLAUSE and not here:
        return EditKind.CUT, "words of the source that the copy lacks"
    if here >= CLAUSE and not there:
        return EditKind.ADDED, "words that the copy put in"
    return EditKind.WORDING, "other words" if there and here else "a word more or less"


def _place(passage: Passage, side: Side) -> Passage | None:
    """The words of the change as a passage of the report; None where the side has none."""
    if side.first >= side.last:
        return None
    start = passage.start + side.offset
    return _sub(passage, start + side.spans[side.first][0], start + side.spans[side.last - 1][1])


def _sub(passage: Passage, start: int, end: int) -> Passage:
    return Passage(passage.report, start, end, passage.words[start - passage.start : end - passage.start])


def _importance(edit: Edit) -> tuple[int, int, int]:
    """Meaning first, by the order of the kinds; then the order of the copy."""
    rank = ORDER.index(edit.kind) if edit.kind in CHANGES_MEANING else len(ORDER)
    return rank, edit.here.start if edit.here else -1, edit.there.start if edit.there else -1
