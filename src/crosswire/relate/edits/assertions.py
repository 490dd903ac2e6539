"""How a change touches what is asserted: on whose word it rests, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from crosswire.lexicons.edits import EditWords, Hedge
from crosswire.lexicons.load import Lexicons
from crosswire.model.lineage import EditKind
from crosswire.relate.edits.changes import Change, Side
from crosswire.relate.edits.denials import Decided

# Words of a change that can still be one hedge, one "police said". A longer one rewrites or cuts a clause.
SHORT, SHORT_SOURCE = 6, 14
# Words of a source beside those of saying: "a spokesman for the port authority". More is a clause of its own.
MOST_TELLING = 3
# A stretch rewritten at such length on both sides says the same in other words, or something else; no single word in
# it is what changed.
REWRITTEN = 6
QUOTE = re.compile(r"[\"“”]|(?<!\w)[‘']|[’'](?!\w)")
# The part of a sentence that stands between marks from which on it is a quotation.
QUOTED_PART = 0.4
LONG = 3  # letters of a word that may say who speaks


class Assertions:
    """Decides over both sentences, never on a bare token. Built once a story from the lexicons."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._words: EditWords = lexicons.edits
        self._phrases = frozenset(phrase for hedge in self._words.hedges for phrase in hedge.phrases)
        self._speech = frozenset(word for p in (*self._words.saying, *self._words.saying_else) for word in p)
        self._stances = lexicons.stances
        self._renderings = lexicons.renderings
        self._geography = lexicons.geography
        self._titles = lexicons.titles
        self._denial = self._words.denial | self._words.denials
        self._vague = frozenset(tuple(word.split()) for word in (*lexicons.numbers.plurals, *lexicons.numbers.vague))

    # --- who says it -----------------------------------------------------------------------------------------

    def attribution(self, change: Change) -> Decided | None:
        """Who says it, where that was cut, put in or became another; None where it moved or stands nearby."""
        there, here = (len(list(self._said(side, 0, len(side.forms)))) for side in (change.there, change.here))
        for lost, kept, went in ((change.there, change.here, True), (change.here, change.there, False)):
            fewer = here < there if went else there < here
            if not fewer or not self._names_source(lost) or len(kept.words) > REWRITTEN or self._speaks(kept):
                continue
            if min(there, here) and not self._telling(lost):
                continue
            if self._like_cue(lost, kept):
                continue
            if (_quoted(lost) or _quoted(kept)) and _known_to(kept, lost, self._speech):
                continue
            words = " ".join(lost.printed)
            what = "was cut" if went else "was put in"
            if (here if went else there) == 0:
                what += ", and nobody is named for the sentence" if went else " for a sentence that named nobody"
            return EditKind.ATTRIBUTION, f"“{words}” {what}"
        return self._other_source(change)

    def _names_source(self, side: Side) -> bool:
        """True when the change is no more than who says it: a few words around a verb of saying, none of them quoted.

        ", police said on Friday". Counter-example: "and said “we agree”" is a further thing that was said.
        """
        if len(side.words) > SHORT_SOURCE or next(self._said(side, side.first, side.last), None) is None:
            return False
        inside = side.text[side.spans[side.first][0] : side.spans[side.last - 1][1]]
        return not QUOTE.search(inside) and self._clause_words(side) <= MOST_TELLING

    def _clause_words(self, side: Side) -> int:
        """How many words of the change are neither names nor words of saying, speakers or grammar; of "according to"
        those before it, for who it names may take many."""
        known = self._speech | self._words.people | self._renderings.small
        end = next((place[0] for place in side.found(self._words.naming)), side.last)
        return sum(side.forms[n] not in known and side.print(n)[:1].islower() for n in range(side.first, end))

    def _telling(self, side: Side) -> bool:
        """True when the change has more than verbs of saying and small words: somebody who says it."""
        small = self._renderings.small
        return any(form not in self._speech and form not in small for form in side.words)

    def _speaks(self, side: Side) -> bool:
        """True when a word of the side without a counterpart is any verb of speech: "said" → "predicted"."""
        return any(self._cue(side.forms[n]) for n in sorted(side.changed))

    def _like_cue(self, lost: Side, kept: Side) -> bool:
        """True when the other side has the same verb in another form ("declared" / "declaring"), or denies it."""
        root = self._renderings.root
        cues = {root(form) for form in lost.words if form in self._speech}
        return not cues.isdisjoint(map(root, kept.words)) or any(True for _ in kept.found(self._denial))

    def _cue(self, form: str) -> bool:
        return self._stances.verb(self._renderings.forms.get(form, form), form) is not None

    def _said(self, side: Side, first: int, last: int) -> Iterator[range]:
        """Where words between `first` and `last` say who says it."""
        for place in side.found(self._words.saying, first, last):
            yield place
        for place in side.found(self._words.saying_else, first, last):
            before = side.forms[place[0] - 1] if place[0] else ""
            after = side.forms[place[-1] + 1] if place[-1] + 1 < len(side.forms) else ""
            gap = side.after(place[0] - 1) if place[0] else ""
            if before in self._words.people or after == "that" or "," in gap + side.after(place[-1]):
                yield place

    def _other_source(self, change: Change) -> Decided | None:
        """Another source beside the same verb: "police said" → "witnesses said". A pronoun for a name is none."""
        if change.one_sided or change.size > SHORT:
            return None
        for n in (change.there.first - 1, change.there.last):
            if 0 <= n < len(change.there.forms) and (change.there.forms[n],) in self._words.saying:
                break
        else:
            return None
        people = self._words.people - self._words.pronouns
        one, other = (people.intersection(side.words) for side in (change.there, change.here))
        if one and other and not one & other and not _alike(one, other):
            return EditKind.ATTRIBUTION, f"another source is named: {change.became}"
        for named, several in ((change.there, change.here), (change.here, change.there)):
            if self._person(named) and self._unnamed(several):
                return EditKind.ATTRIBUTION, f"one named person and several who are not named: {change.became}"
        return None

    def _unnamed(self, side: Side) -> bool:
        """True for "witnesses"; not for "Police" inside a sentence, which has the name of a force before it."""
        places = [n for n in range(side.first, side.last) if side.forms[n] in self._words.several]
        return any(side.print(n).islower() or side.opens(n) for n in places)

    def _person(self, side: Side) -> bool:
        """True when the change is somebody's name with or without a title: "Fire Chief Ida Marn"; no land's or city's,
        whose officials may be meant, and nobody of those: "police spokesman Holm" speaks for the police."""
        names = [
            word
            for word, form in zip(side.printed, side.words, strict=True)
            if not (form in self._titles.heads or form in self._titles.modifiers or form in self._renderings.small)
        ]
        if not names or not all(word[:1].isupper() for word in names) or self._geography.country(" ".join(names)):
            return False
        several = frozenset(map(self._renderings.root, self._words.several))
        return several.isdisjoint(map(self._renderings.root, side.words)) and not any(w.isupper() for w in names)

    # --- how sure --------------------------------------------------------------------------------------------

    def hedge(self, change: Change) -> Decided | None:
        """A hedge that went or came, with the reason; None where another of its kind stands for it."""
        if min(len(change.there.words), len(change.here.words)) > REWRITTEN:
            return None
        for lost, other, went in ((change.there, change.here, True), (change.here, change.there, False)):
            for hedge in self._words.hedges:
                place = next(self._hedged(lost, hedge), None)
                if place is None or self._still(other, hedge) or self._with_number(lost, other, hedge, place):
                    continue
                if len(lost.words) > self._room(change, place):
                    continue
                words = " ".join(lost.print(n) for n in place)
                return EditKind.HEDGE, f"“{words}” ({hedge.name}) {'is gone' if went else 'was put in'}"
            sure = next((n for n in range(lost.first, lost.last) if lost.forms[n] in self._words.certain), None)
            if sure is not None and not went and len(lost.words) <= 2 and not other.words:
                return EditKind.HEDGE, f"“{lost.print(sure)}” was put in: it is told as surer"
        return None

    def _with_number(self, lost: Side, other: Side, hedge: Hedge, place: range) -> bool:
        """True where the number went with its hedge, and no other stands for it."""
        went = hedge.number and place[-1] + 1 in lost.changed
        return went and not any(form[:1].isdecimal() for form in other.words)

    def _room(self, change: Change, place: range) -> int:
        """How many words a change may have that is about a hedge of it: of a clause that went, more went."""
        return len(place) + 1 if change.one_sided else max(SHORT, 2 * len(place))

    def _still(self, side: Side, hedge: Hedge) -> bool:
        """True when the other side has the like among the words without a counterpart nearby: "about" / "around"."""
        near = frozenset(side.changed_near())
        return any(
            near.intersection(place) and (not hedge.number or self._holds(side, hedge, place))
            for place in self._of_kind(side, hedge, 0, len(side.forms))
        )

    def _hedged(self, side: Side, hedge: Hedge) -> Iterator[range]:
        places = self._of_kind(side, hedge, side.first, side.last)
        return (place for place in places if self._holds(side, hedge, place))

    def _of_kind(self, side: Side, hedge: Hedge, first: int, last: int) -> Iterator[range]:
        """Where the hedge's phrases stand that are no part of another's: "no fewer than" is not "fewer than"."""
        for place in side.found(self._phrases, first, last):
            if side.forms[place[0] : place[-1] + 1] in hedge.phrases:
                yield place

    def _holds(self, side: Side, hedge: Hedge, place: range) -> bool:
        """True when the words hedge here: "about 40 boats", not "a film about boats"; "may have", not "in May"."""
        after = place[-1] + 1
        if hedge.number:
            return self._number(side, after)
        if side.print(place[0])[:1].isupper() and not side.opens(place[0]):
            return False
        following = side.forms[after] if after < len(side.forms) else ""
        return side.forms[place[0]] not in self._words.able or following not in self._words.able_after

    def _number(self, side: Side, n: int) -> bool:
        """True when a number, or a rough word for one, stands at `n`."""
        form = side.forms[n] if n < len(side.forms) else ""
        return form[:1].isdecimal() or any(side.forms[n : n + len(words)] == words for words in self._vague)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """True for two numbers or sexes of one role: "official" / "officials", "spokesman" / "spokeswoman"."""
    return any(a[:6] == b[:6] for a in one for b in other)


def _quoted(side: Side) -> bool:
    """True when the change stands beside quotation marks, or most of its sentence between them: somebody's words in any
    case, whoever is named here or a sentence later."""
    marks = [match.start() for match in QUOTE.finditer(side.text)]
    start = side.spans[side.first][0] if side.first < len(side.spans) else len(side.text)
    end = side.spans[side.last - 1][1] if side.last > side.first else start
    beside = side.text[max(0, start - 3) : start] + side.text[end : end + 3]
    long = len(marks) > 1 and QUOTED_PART * len(side.text) <= marks[-1] - marks[0]
    return long or bool(QUOTE.search(beside))


def _known_to(kept: Side, lost: Side, saying: Container[str]) -> bool:
    """True when the attribution is a pronoun's, or the other report names the speaker somewhere."""
    names = [word for word in lost.printed if word[:1].isupper()] or [
        word for word, form in zip(lost.printed, lost.words, strict=True) if len(word) > LONG and form not in saying
    ]
    return not names or any(name in kept.whole for name in names)
