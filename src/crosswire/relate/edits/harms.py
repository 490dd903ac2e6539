"""What befell people (killed, injured, missing, rescued), and words by which nobody was hurt or is to blame."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.lexicons.edits import EditWords
from crosswire.lexicons.load import Lexicons
from crosswire.relate.edits.changes import Side

# Of two such words one is no other word for the other. "Shot" and "arrested" may be followed by any of them.
APART = ("killed", "injured", "missing", "rescued")
HARM = frozenset({"killed", "injured", "missing"})
REACH = 7  # words from "none" to what befell none: "none of the eleven members of the crew was hurt"
BREAK = re.compile(r"[,;:(–—]")


class Harms:
    """Reads single words and the few behind a "not". Built once a story from the lexicons."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._words: EditWords = lexicons.edits
        self._small = lexicons.renderings.small
        self._root = root = lexicons.renderings.root
        self._people = frozenset(map(root, lexicons.counted.people | lexicons.counted.groups))
        self._fatal = lexicons.counted.fatal
        self._outcome = {
            root(word): name
            for name in APART
            for outcome in (lexicons.counted.outcome(name),)
            for words in (outcome.befalls, outcome.does, outcome.states, outcome.nouns)
            for word in words
        }

    def of(self, forms: Sequence[str]) -> frozenset[str]:
        """The outcomes that the words tell; "fatally wounded" is killed."""
        if self._fatal.intersection(forms):
            return frozenset({"killed"})
        return frozenset(self._outcome[root] for form in forms if (root := self._root(form)) in self._outcome)

    def cleared(self, side: Side, first: int, last: int) -> tuple[str, str] | None:
        """What the words say befell nobody (and whom of all), or is laid on nobody, and those words: "None of the crew
        was hurt", "He is not accused of it". None for "He did not know who was killed", "if nobody is hurt"."""
        for n in range(first, last):
            if not self._words.negates(side.forms[n]) or self._words.not_yet.intersection(
                side.forms[max(0, n - 2) : n]
            ):
                continue
            if side.forms[n] == "not" and BREAK.search(side.after(n - 1)):
                continue  # "manslaughter, not murder"
            for end in range(n + 1, min(last, n + 1 + REACH)):
                if BREAK.search(side.after(end - 1)):
                    break
                form = side.forms[end]
                what = self._outcome.get(self._root(form), "")
                if what in HARM or form in self._words.blamed:
                    words = side.text[side.spans[n][0] : side.spans[end][1]]
                    return f"{what or 'blamed'} {self._who(side, n, end)}", words
                if not self._between(form):
                    break
        return None

    def _who(self, side: Side, negator: int, end: int) -> str:
        """Of whom it is said, in the same clause: "crew"; nothing for "no one"."""
        start = negator
        while start > max(0, negator - REACH) and not BREAK.search(side.after(start - 1)):
            start -= 1
        forms = side.forms[start:end]
        return " ".join(sorted({self._root(form) for form in forms} & self._people))

    def _between(self, form: str) -> bool:
        """True for a word that may stand between "none" and what befell none: "of the crew was", "seriously"."""
        if form in self._words.clause_openers:
            return False
        return (
            form in self._small
            or form in self._words.anybody
            or form in self._words.between
            or form[:1].isdecimal()
            or form.endswith("ly")
            or self._root(form) in self._people
        )
