"""How the reports of a story call its houses: by name, by a short form, by the host of their pages, by call letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from crosswire.lexicons.citing import names_the_source
from crosswire.lexicons.load import Lexicons
from crosswire.relate.origins.houses import House, call_sign

# A name of one plain word, "Courier" of courier.example, is a house's only behind "the", and where no noun follows.
PLAIN = re.compile(r"[A-Z][a-z]+")
NEXT = re.compile(r"\s(\w+)")
BRANCH = re.compile(r" \([^)]*\)$")
FEWEST = 3


class HouseNames:
    """The houses of a story, to be found where its reports name them. `sites`: each with the hosts of its pages."""

    def __init__(self, sites: Mapping[House, Sequence[str]], *, lexicons: Lexicons) -> None:
        self.houses = tuple(sorted(sites))
        self._words = lexicons.agencies.credits
        self._alone = self._words.after | lexicons.function_words.english
        trade = "|".join(sorted(self._words.trade, key=lambda word: (-len(word), word)))
        names = {house: _names(house, sites[house], lexicons) for house in self.houses}
        last = [form for forms in names.values() for form in {name.split()[-1] for name in forms}]
        self._patterns = {}
        for house, forms in names.items():
            hosts = [*_hosts(sites[house], lexicons), *_last(forms[:1], last, lexicons)]
            own = rf"(?P<own>{'|'.join(map(re.escape, forms))})" + "".join(f"|{host}" for host in hosts)
            tail = rf"(?P<tail>(?:[ -](?i:{trade}|\d{{1,2}})\b)*)"
            self._patterns[house] = re.compile(rf"(?<![\w.@-])(?:{own}){tail}(?![\w@])")

    def of(self, name: str) -> House | None:
        """The one house that may be called so: "WANE-TV" is that of wane.com; None where none or several may be."""
        found = [house for house, pattern in self._patterns.items() if pattern.fullmatch(name)]
        return found[0] if len(found) == 1 else None

    def cited(self, text: str) -> Iterator[tuple[House, int, int]]:
        """Where the text names one of the houses as the source of what it tells. Not so "told the Post office"."""
        for house, pattern in self._patterns.items():
            for match in pattern.finditer(text):
                if (match["own"] or self._stands_alone(match)) and names_the_source(text, *match.span(), self._words):
                    yield house, *match.span()

    def _stands_alone(self, match: re.Match[str]) -> bool:
        """False where a noun follows, "the Boston police", or no "the" goes before a plain word."""
        behind = NEXT.match(match.string, match.end())
        name = match.group().removesuffix(match["tail"])
        the = not PLAIN.fullmatch(name) or match.string[: match.start()].lower().endswith("the ")
        return the and (behind is None or behind[1] in self._alone)


def _names(house: House, sites: Sequence[str], lexicons: Lexicons) -> list[str]:
    """The names of the house, its own first: "The Dale Gazette", "Dale Gazette", what the lexicons have."""
    bare = BRANCH.sub("", house.name)
    known = lexicons.outlets.find(house.name) or lexicons.agencies.find(house.name)
    signs = [sign for site in sites if len(sign := call_sign(site) or "") > FEWEST]
    return list(dict.fromkeys((bare, bare.removeprefix("The "), *(known.aliases if known else ()), *signs)))


def _hosts(sites: Sequence[str], lexicons: Lexicons) -> Iterator[str]:
    """Patterns for the hosts, in whatever way they are printed: "Dale Gazette" for "dalegazette.example"."""
    for site in sites:
        parts = site.split(".")
        long = [part for part in parts[:-1] if len(part) > FEWEST] or parts[:1]
        letters = long[-1].replace("-", "")
        if not lexicons.geography.opens(letters.title()) and letters not in lexicons.media_words.platforms:
            spelled = "[ '’&-]?".join(map(re.escape, letters))
            yield rf"(?=[A-Z0-9])(?i:{spelled}(?:\.[a-z]{{2,4}})?)"


def _last(names: Sequence[str], last: Sequence[str], lexicons: Lexicons) -> Iterator[str]:
    """A pattern for "the Gazette" where one house only is called so."""
    for word in (name.split()[-1] for name in names if " " in name):
        if last.count(word) == 1 and lexicons.media_words.may_be(word):
            yield rf"(?<=\b[Tt]he ){re.escape(word)}"
