"""Of which party and from where the persons of a story are, by what stands behind their names: "R-Ohio", "of Ohio"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from crosswire.model.annotation import Annotation, MentionKind
from crosswire.model.report import Report
from crosswire.relate.actors.candidates import Candidate, Cast
from crosswire.relate.actors.names import normal

# "Ada Marn (R-Ohio)", "Ada Marn, D-Calif.,"; "Ada Marn of California, a Democrat", "Ada Marn, Democrat of California".
PLACE = r"[A-Z][\w.]+(?: [A-Z][\w.]+)?"
TAG = re.compile(rf",? \(?(?P<party>[A-Z])-(?P<home>{PLACE})")
HOME = re.compile(rf"(?:, [A-Z]\w+)? of (?P<home>{PLACE})")
PARTY = re.compile(rf"(?: of {PLACE})?, (?:an? )?(?P<party>[A-Z]\w+)")
FARTHEST = 60  # characters after a name


class Parties:
    """The parties and homes of a story's persons; both are often unknown."""

    def __init__(self, reports: Sequence[Report], annotations: Sequence[Annotation], cast: Cast) -> None:
        self._titles, self._places = cast.lexicons.titles, cast.lexicons.geography
        self._party: dict[str, set[str]] = defaultdict(set)
        self._home: dict[str, set[str]] = defaultdict(set)
        for report, annotation in zip(reports, annotations, strict=True):
            for mention in annotation.mentions:
                found = cast.named(mention, ()) if mention.kind is MentionKind.PERSON else None
                if isinstance(found, Candidate):
                    behind = report.text[mention.passage.end : mention.passage.end + FARTHEST]
                    self._learn(found.key, behind, mention.title or "")

    def _learn(self, key: str, behind: str, title: str) -> None:
        """Takes in what stands behind a name and in the title before it: "California Democratic Rep. Ada Marn"."""
        for word in title.split():
            self._party[key] |= {party} if (party := self._titles.party(word)) else set()
            self._home[key] |= {normal(word)} if self._places.is_place(word) else set()
        for pattern in (TAG, HOME, PARTY):
            found = match.groupdict() if (match := pattern.match(behind)) else {}
            party = self._titles.party(found.get("party") or "")
            self._party[key] |= {party} if party else set()
            self._home[key] |= {normal(found["home"])} if "home" in found else set()

    def fits(self, key: str, words: str) -> bool:
        """False for "the Ohio Democrat" of somebody who is of another party or from elsewhere."""
        parties = {party for word in words.split() if (party := self._titles.party(word))}
        homes = self._homes(words)
        other = parties and self._party[key] and not parties & self._party[key]
        away = homes and self._home[key] and not self._near(homes, self._home[key])
        return not other and not away

    def surely(self, key: str, words: str) -> bool:
        """True for "the Ohio Democrat" of somebody who is known to be from Ohio and of no other party."""
        homes = self._homes(words)
        return bool(homes) and self._near(homes, self._home[key]) and self.fits(key, words)

    def _homes(self, words: str) -> set[str]:
        """The capitalised words that are no party's: `ohio` in "Ohio Democrat"."""
        return {normal(w) for w in words.split() if w[:1].isupper() and not self._titles.party(w)}

    @staticmethod
    def _near(these: set[str], those: set[str]) -> bool:
        return any(_short_for(a, b) or _short_for(b, a) for a in these for b in those)


def _short_for(short: str, whole: str) -> bool:
    """True for a state and its abbreviation: `calif` and `california`, `va` and `virginia`."""
    if short[:1] != whole[:1]:
        return False
    letters = iter(whole)
    return all(letter in letters for letter in short.replace(" ", ""))
