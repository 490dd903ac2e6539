"""How a change touches what is denied: a "not" that went or came, a denial that was cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosswire.lexicons.edits import EditWords
from crosswire.lexicons.load import Lexicons
from crosswire.model.lineage import EditKind
from crosswire.relate.edits.changes import Change, Side
from crosswire.relate.edits.harms import Harms

Decided = tuple[EditKind, str]

# Words of a change that can still be one "not". A longer one rewrites or cuts a clause.
SHORT = 6
# A "not" that only went or came has less around it: "did not", "not yet". More is a clause.
ALONE = 3
LEAST_LETTERS = 4  # "able" / "unable"; not "til" / "until"
# Words in which the object of "denied" shows: a judge who denies a motion denies no deed.
OBJECT = 9
REACH = 5  # words from a verb of turning down to what is turned down
BREAK = re.compile(r"[,;:(–—-]\s*$")


class Denials:
    """Decides over both sentences, never on a bare token. Built once a story from the lexicons."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._words: EditWords = lexicons.edits
        self._renderings = lexicons.renderings
        self._outcomes = Harms(lexicons)
        self._denied = self._words.denial | self._words.denials
        root = lexicons.renderings.root
        self._rejecting = frozenset(map(root, lexicons.points.rejections - {"deny"}))
        self._claimed = frozenset(map(root, lexicons.points.claim_nouns))

    def denies(self, words: Side) -> str | None:
        """The words of a denial on a whole side: "Holm denied it"; None for "was denied a visa", "may deny it"."""
        return self._denial(words, 0, len(words.forms), whole=True)

    def clears(self, words: Side) -> tuple[str, str] | None:
        """What the whole side says befell nobody or is laid on nobody, and the words that say so."""
        return self._outcomes.cleared(words, 0, len(words.forms))

    def decide(self, change: Change) -> Decided | None:
        """Negation with the reason; None where nothing is denied that was not, or the other way round."""
        for lost, other, went in ((change.there, change.here, True), (change.here, change.there, False)):
            denial = self._denial(lost, lost.first, lost.last)
            if denial and not self._turns(other, whole=True):
                return EditKind.NEGATION, f"a denial {'was cut' if went else 'was put in'}: “{denial}”"
            cleared = self._outcomes.cleared(lost, lost.first, lost.last) if went else None
            if cleared and not other.words and not self.clears(other):
                return EditKind.NEGATION, f"the words that clear were cut: “{cleared[1]}”"
            negator = next(self._negators(lost), None)
            if negator is None or self._turns(other, whole=False) or not self._short(change):
                continue
            if self._opposite(change) or _aside(lost, negator):
                continue
            word = lost.print(negator)
            return EditKind.NEGATION, f"“{word}” {'is gone' if went else 'was put in'}, and nothing stands for it"
        return self._turned(change)

    def _turned(self, change: Change) -> Decided | None:
        """Negation, where a word became its opposite: "armed" → "unarmed"; not where a "not" went or came as well."""
        if change.size > ALONE or any(self._turned_by_not(side) for side in (change.there, change.here)):
            return None
        for one, other in ((change.there, change.here), (change.here, change.there)):
            for form in one.words:
                bare = form.removeprefix(self._words.turns)
                if bare != form and len(bare) >= LEAST_LETTERS and bare in other.words and not self._small(form):
                    return EditKind.NEGATION, f"the opposite: {change.became}"
        return None

    def _turned_by_not(self, side: Side) -> bool:
        return any(self._words.negates(side.forms[n]) for n in side.changed_near())

    def _small(self, form: str) -> bool:
        return self._renderings.is_small(form)

    def _short(self, change: Change) -> bool:
        """True where the change is about the "not": a clause that was cut or rewritten with one is another matter."""
        return change.size <= (ALONE if change.one_sided else SHORT)

    def _denial(self, side: Side, first: int, last: int, *, whole: bool = False) -> str | None:
        """The words of a denial in a part of a side; in a `whole` sentence "denied the motion" is none."""
        granted = {n for place in side.found(self._words.granted, 0, len(side.forms)) for n in place}
        for place in (*side.found(self._words.denial, first, last), *self._rejected(side, first, last)):
            before = side.forms[max(0, place[0] - 2) : place[0]]
            object_of = side.forms[place[-1] + 1 : place[-1] + 1 + OBJECT]
            if (whole and self._words.refused.intersection(object_of)) or granted.intersection(place):
                continue
            if not self._words.not_yet.intersection(before):
                return " ".join(side.print(n) for n in place)
        return None

    def _rejected(self, side: Side, first: int, last: int) -> Iterator[range]:
        """Where a claim is turned down: "rejected the charge"; not a court's "dismissed the case"."""
        root = self._renderings.root
        for n in range(first, last):
            if root(side.forms[n]) not in self._rejecting:
                continue
            for end in range(n + 1, min(last, n + REACH)):
                if root(side.forms[end]) in self._claimed and side.forms[end] not in self._words.courts:
                    yield range(n, end + 1)
                    break

    def _negators(self, side: Side) -> Iterator[int]:
        """The words of the change that turn its sentence; those of idle phrases ("not only") turn nothing."""
        idle = {
            n
            for place in side.found(self._words.idle, 0, len(side.forms))
            if not side.forms[place[-1]][:1].isdecimal() or side.print(place[-1])[:1].isdecimal()  # "no one" / "No 1"
            for n in place
        }
        for n in range(side.first, side.last):
            if self._words.negates(side.forms[n]) and n not in idle:
                yield n

    def _turns(self, side: Side, *, whole: bool) -> bool:
        """True when a word near the change that has no counterpart turns the sentence as well; with `whole` also when
        the sentence holds any denial."""
        if whole and any(True for _ in side.found(self._denied, 0, len(side.forms))):
            return True
        for n in side.changed_near():
            if self._words.negates(side.forms[n]):
                return True
            if any(n in place for place in side.found(self._words.instead, max(0, n - 1), min(len(side.forms), n + 2))):
                return True
        return False

    def _opposite(self, change: Change) -> bool:
        """True when a "not" made way for an opposite: "not happy" / "unhappy", "not a hope" / "hopeless"."""
        for one, other in ((change.there, change.here), (change.here, change.there)):
            bare = set(one.words)
            for word in other.words:
                if any(word.startswith(p) and word.removeprefix(p) in bare for p in self._words.prefixes):
                    return True
                if any(word.endswith(s) and word.removesuffix(s) in bare for s in self._words.suffixes):
                    return True
        return False


def _aside(side: Side, negator: int) -> bool:
    """True when the "not" opens an aside that went as a whole: "policy — not Holm — is to blame"."""
    start = side.spans[negator][0]
    return bool(BREAK.search(side.text[max(0, start - 3) : start]))
