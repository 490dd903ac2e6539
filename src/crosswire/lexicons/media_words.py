"""Words of the trade: what names of media, sections, bylines and roles are made of. The one list for all rooms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.forms import words_of
from crosswire.lexicons.tables import at, filled

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Stations in North America: "WKLM", "KQRS-TV", "WABX7". "WHO" and "KILL" alone are words, so a sign must follow those.
_STATION = re.compile(r"\b[KW][A-Z]{3}(?:[ -]?(?:TV|FM|AM|DT|\d{1,2}))?\b|\b[A-Z]{3,4}[ -]?(?:TV|FM|\d{1,2}|News)\b")
_DOMAIN = re.compile(r"\b[\w-]{2,}\.(?:com|org|net|news|info|media|tv|co|io|eu|[a-z]{2})\b", re.IGNORECASE)
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SPACELESS = "\u3040"  # from here on scripts set no space behind a byline's first word
NETWORK_START = 3  # letters: names of networks may be run together
_EDGES = " \t.,;:|•·/()[]–—-"


@dataclass(frozen=True, slots=True)
class PlayerWords:
    """What opens and closes a player's block of lines, in small letters.

    `replayed`: how a line about the clip that was watched begins, and what it holds too.
    """

    opens: tuple[str, ...]
    closes: tuple[str, ...]
    replayed: tuple[str, str]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class MediaWords:
    """What names of media share, names of sections, roles; the last two in small letters, and what opens a byline.

    `sure_openings`: the first words of those in `sure`, casefolded; `last_letters`: those of the `endings`.
    `networks`: a line that is nothing but names of networks; `network_starts`: the first three letters of each.
    `house`: a line that a house's name ends ("Careers at …"); `house_openings`: its first word.
    """

    sure: frozenset[str] = at("sure")
    sure_openings: frozenset[str]
    common: frozenset[str] = at("common")
    endings: tuple[str, ...] = at("endings")
    last_letters: frozenset[str]
    sections: frozenset[str] = at("sections")
    role: re.Pattern[str]
    opener: re.Pattern[str]
    opener_words: frozenset[str]
    platforms: frozenset[str] = at("platforms")
    networks: re.Pattern[str]
    network_starts: frozenset[str]
    house: re.Pattern[str]
    house_openings: frozenset[tuple[str, ...]]
    players: PlayerWords

    def is_sure(self, words: str) -> bool:
        """True when `words` hold what nearly only names of media hold: "The Ostra Herald", "ostra.com", "北港新聞"."""
        folded = words_of(words)
        return (
            (not self.sure_openings.isdisjoint(folded) and not self.sure.isdisjoint(_WORD.findall(words)))
            or any(word.endswith(self.endings) for word in folded if word[-1] in self.last_letters)
            or ("." in words and bool(_DOMAIN.search(words)))
        )

    def telling(self, words: Set[str]) -> set[str]:
        """Those of some casefolded words of which `is_sure` needs one, but for addresses."""
        ending = {word for word in words if word[-1] in self.last_letters and word.endswith(self.endings)}
        return ending | (self.sure_openings & words)

    def may_be(self, words: str) -> bool:
        """True when `words` can be a medium's name where one is looked for: "Linden Post", "WKLM"."""
        return self.is_sure(words) or not self.common.isdisjoint(_WORD.findall(words)) or bool(_STATION.search(words))

    def is_section(self, words: str) -> bool:
        """True for the name of a section or of a menu's item: "Politics", "Wirtschaft"."""
        return " ".join(words.strip(_EDGES).lower().split()) in self.sections

    def is_generic(self, words: str) -> bool:
        """True when nothing in `words` tells one medium from another: "Local News", "Live Radio"."""
        tokens = words.split()
        return all(t in self.sure or t in self.common or t.lower() in self.sections for t in tokens)

    def is_role(self, words: str) -> bool:
        """True when a role, a desk or a house at large is named: "Staff Writer", "Redaktion", "News Desk"."""
        return bool(self.role.search(words))

    def is_platform(self, words: str) -> bool:
        """True for software that pages are made with, which is nobody's publisher: "WordPress", "Blogger"."""
        return " ".join(words.lower().split()) in self.platforms

    def behind_opener(self, words: str) -> str | None:
        """What stands behind the words that open a byline: "Von Ana Ruiz" and "Текст: Ana Ruiz" give "Ana Ruiz"."""
        first = next(iter(words_of(words)), "")
        if first not in self.opener_words and first < _SPACELESS:
            return None
        line = " ".join(words.split())
        match = self.opener.match(line)
        return line[match.end() :] if match else None


def media_words(data: Mapping[str, Any]) -> MediaWords:
    """The words that `data/media_words.toml` holds."""
    return filled(
        MediaWords,
        data,
        sure_openings=frozenset(words_of(word)[0] for word in data["sure"]),
        last_letters=frozenset(ending[-1] for ending in data["endings"]),
        role=_any_of(data["roles"]),
        opener=_opening(data["openers"], data["labels"]),
        opener_words=frozenset(words_of(form)[0] for form in (*data["openers"], *data["labels"])),
        networks=re.compile(rf"^(?:\W*(?:{'|'.join(map(re.escape, data['networks']))}))+\W*$", re.IGNORECASE),
        network_starts=frozenset(words_of(name)[0][:NETWORK_START] for name in data["networks"]),
        house=re.compile(rf"^\W*(?:{_joined(data['house_openers'])})\s(?P<name>.+?)\W*$"),
        house_openings=frozenset(words_of(form)[:1] for form in data["house_openers"]),
        players=_players(data["players"]),
    )


def _players(data: Mapping[str, Any]) -> PlayerWords:
    first, inside = data["replayed"]
    return PlayerWords(tuple(data["opens"]), tuple(data["closes"]), (first, inside))


def _any_of(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_joined(forms)})(?!\w)", re.IGNORECASE)


def _opening(forms: Sequence[str], labels: Sequence[str]) -> re.Pattern[str]:
    """The openers at the start of a line and a colon or a space (in Chinese nothing); labels and a colon."""
    unspaced = [form for form in forms if _UNSPACED.search(form)]
    spaced = [form for form in forms if form not in unspaced]
    either = rf"(?:{_joined(spaced)})(?:\s*[:：]\s*|\s+)|(?:{_joined(unspaced)})\s*[:：/／]?\s*"
    return re.compile(rf"^\W{{0,4}}(?:{either}|(?:{_joined(labels)})\s*[:：/／]\s*)", re.IGNORECASE)


def _joined(forms: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(set(forms), key=lambda form: (-len(form), form))))
