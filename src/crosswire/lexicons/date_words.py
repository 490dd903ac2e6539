"""Date words of many languages, and a form of words in which they can be compared sign by sign."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.forms import words_of

_MARKS = frozenset([*range(0x300, 0x370), *range(0x653, 0x656)])
# Letters that Unicode does not take apart, and signs that are printed one for the other.
_ALIKE = {"ı": "i", "İ": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ي": "ی", "ى": "ی", "ك": "ک",
          "ة": "ه", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "ς": "σ",
          "、": ",", "，": ",", "。": ".", "「": " ", "」": " "}  # fmt: skip
_LETTERS = re.compile(r"[a-z]+")
_UNSEEN = (0xA0, 0xAD, 0x202F, 0x3000, 0xFEFF, *range(0x2000, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A))


def _flat_sign(sign: str) -> str:
    """The one sign that stands for `sign`: small, no accent, ASCII digits."""
    if sign in _ALIKE:
        return _ALIKE[sign]
    if sign.isdecimal():
        return str(unicodedata.digit(sign))
    parts = unicodedata.normalize("NFKD", sign)
    if len(parts) > 1 and all(ord(mark) in _MARKS for mark in parts[1:]):
        sign = parts[0]
    elif 0xFF01 <= ord(sign) <= 0xFF5E:
        sign = chr(ord(sign) - 0xFEE0)
    small = sign.lower()
    return _ALIKE.get(small, small) if len(small) == 1 else sign


def _table() -> dict[int, str]:
    blocks = (range(0x80, 0x0E60), range(0x1E00, 0x2000), range(0x3001, 0x3010), range(0xFF01, 0xFF5F))
    table = {code: _flat_sign(chr(code)) for block in blocks for code in block}
    table |= {ord(sign): flat for sign, flat in _ALIKE.items()}
    return table | dict.fromkeys(_UNSEEN, " ")


_FLAT = _table()


def flat(words: str) -> str:
    """`words` as date words are compared, sign for sign as long: small letters, no accents, ASCII digits and spaces.

    "MÄRZ ٤" is "marz 4": what is found in it stands at the same place in `words`.
    """
    return words.lower() if words.isascii() else words.translate(_FLAT).lower()


Meanings = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Order:
    """What country and language say of the order of day and month in numbers."""

    month_first: frozenset[str]
    either: frozenset[str]
    year_first: frozenset[str]
    year_first_languages: frozenset[str]
    open_languages: frozenset[str]
    day_first_regions: frozenset[str]
    generic_hosts: frozenset[str]


@dataclass(frozen=True, slots=True)
class AgeWords:
    """How one language says how long ago something was: "2 hours ago", "il y a une heure". `both`: only between two."""

    before: frozenset[str]
    after: frozenset[str]
    units: Mapping[str, str]
    one: frozenset[str]
    both: bool


@dataclass(frozen=True, slots=True, eq=False)
class DateWords:
    """Date words, flat. `months` and `weekdays` give a number per language; `labels` finds "published", "updated".

    `telling`: the runs of small ASCII letters in labels, units and names of days. An ASCII line that has none of them
    and no digit states no time. `labelling`: the first words of labels. `days` gives per language how many days "today"
    and its like are from today. `halves` maps words of a half day to morning, afternoon, noon or midnight. `beside`
    gives for a word that may stand on a date line the languages it does so in, `openings` are the words with which
    those begin ("o'clock": o); `zones_of` the zones that mean something else in one country.
    """

    months: Meanings
    weekdays: Meanings
    solar: Mapping[str, int]
    lunar: Mapping[str, int]
    long_months: tuple[str, ...]
    labels: re.Pattern[str]
    updated: frozenset[str]
    telling: frozenset[str]
    labelling: frozenset[str]
    ages: tuple[AgeWords, ...]
    days: Meanings
    halves: Mapping[str, str]
    beside: Mapping[str, frozenset[str]]
    openings: frozenset[str]
    zones: Mapping[str, int]
    zone_words: Mapping[str, str]
    zones_of: Mapping[str, Mapping[str, int]]
    order: Order

    def month(self, word: str, language: str | None) -> int | None:
        """The number of a month's flat name; None for other words and for names that mean two months ("listopad")."""
        return _meaning(self.months.get(word), language)

    def weekday(self, word: str, language: str | None) -> int | None:
        """The ISO number of a weekday's flat name; None for other words and for those that mean two days."""
        return _meaning(self.weekdays.get(word), language)


def _meaning(found: Mapping[str, int] | None, language: str | None) -> int | None:
    if not found:
        return None
    own = found.get((language or "").split("-")[0])
    values = set(found.values())
    return own if own is not None else (values.pop() if len(values) == 1 else None)


def date_words(data: Mapping[str, Any], calendar: Mapping[str, Any]) -> DateWords:
    """The date words of `data/date_words.toml`; the zones of English come from `calendar`."""
    languages = data["language"]
    months, weekdays = _numbered(languages, "months"), _numbered(languages, "weekdays")
    other = data["other_calendars"]
    solar, lunar = _plain_numbers(other["solar"]), _plain_numbers(other["lunar"])
    published, updated = _all(languages, "published"), _all(languages, "updated")
    long = {w for table in (months, solar, lunar) for w in table if not w.isalpha()}
    units = {w for language in languages for names in language.get("units", {}).values() for w in _split(names)}
    days = _steps(languages, {"today": 0, "yesterday": -1, "now": 0})
    halves = {w: half for half in ("morning", "afternoon", "noon", "midnight") for w in _all(languages, half)}
    order = data["order"]
    beside = _beside(languages, calendar, data)
    return DateWords(
        months=months,
        weekdays=weekdays,
        solar=solar,
        lunar=lunar,
        long_months=_longest_first(long),
        labels=_pattern(published | updated),
        updated=frozenset(updated),
        telling=frozenset(run for w in (*published, *updated, *units, *days) for run in _LETTERS.findall(w)),
        labelling=frozenset(words[0] for words in map(words_of, published | updated) if words),
        ages=tuple(_age_words(language) for language in languages if "units" in language),
        days=days,
        halves=halves,
        beside=beside,
        openings=frozenset(words[0] for words in map(words_of, beside) if words),
        zones={**calendar["zones"], **{flat(name): offset for name, offset in data["zones"].items()}},
        zone_words=dict(data["zone_words"]),
        zones_of={name: dict(offsets) for name, offsets in data["zones_of"].items()},
        order=Order(
            **{name: frozenset(codes) for name, codes in order.items()},
            generic_hosts=frozenset(data["hosts"]["generic"]),
        ),
    )  # fmt: skip


def _steps(languages: Iterable[Mapping[str, Any]], steps: Mapping[str, int]) -> Meanings:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for language in languages:
        for key, step in steps.items():
            for word in _split(language.get(key, "")):
                found[word][language["code"]] = step
    return {word: dict(meanings) for word, meanings in found.items()}


_LISTS = (
    "published", "updated", "before", "after", "one", "today", "yesterday", "now", "at", "morning", "afternoon", "noon",
    "midnight", "beside",
)  # fmt: skip


def _beside(
    languages: Iterable[Mapping[str, Any]], calendar: Mapping[str, Any], data: Mapping[str, Any]
) -> Mapping[str, frozenset[str]]:
    """The words that may stand on a date line, each alone, with their languages; zones count as English."""
    found: dict[str, set[str]] = defaultdict(set)
    for language in languages:
        names = [*(language.get(key, "") for key in _LISTS), *language.get("units", {}).values()]
        for entry in (*names, *language.get("months", ()), *language.get("weekdays", ())):
            for word in _split(entry):
                for part in (word, *re.split(r"[ .\-]", word)):
                    found[part].add(language["code"])
    zones = (*calendar["zones"], *calendar["shifting"], *calendar["ambiguous"], *data["zones"], *data["zone_words"])
    for word in (*zones, "am", "pm", "a", "p", "m"):
        found[flat(word)].add("en")
    found.pop("", None)
    return {word: frozenset(codes) for word, codes in found.items()}


def _age_words(language: Mapping[str, Any]) -> AgeWords:
    return AgeWords(
        before=frozenset(_split(language.get("before", ""))),
        after=frozenset(_split(language.get("after", ""))),
        units={word: unit for unit, names in language["units"].items() for word in _split(names)},
        one=frozenset(_split(language.get("one", ""))),
        both=language.get("both", False),
    )


def _split(names: str) -> list[str]:
    return [flat(name.replace("_", " ")) for name in names.split()]


def _all(languages: Iterable[Mapping[str, Any]], key: str) -> set[str]:
    return {word for language in languages for word in _split(language.get(key, ""))}


def _numbered(languages: Iterable[Mapping[str, Any]], key: str) -> Meanings:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for language in languages:
        for number, names in enumerate(language.get(key, ()), 1):
            for name in _split(names):
                for form in {name, language.get("prefix", "") + name}:
                    found[form][language["code"]] = number
    return {word: dict(meanings) for word, meanings in found.items()}


def _plain_numbers(names: Iterable[str]) -> dict[str, int]:
    return {word: number for number, variants in enumerate(names, 1) for word in _split(variants)}


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _pattern(labels: Iterable[str]) -> re.Pattern[str]:
    """Finds a label as a whole word; signs of Chinese, Japanese and Korean run together, so theirs need no edge."""
    words = _longest_first(labels)
    spaced = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words if not _runs_together(w))
    glued = "|".join(re.escape(w) for w in words if _runs_together(w))
    return re.compile(rf"(?<![^\W\d_])(?P<label>{spaced})(?![^\W\d_])|(?P<glued>{glued})")


def _runs_together(word: str) -> bool:
    return any(
        "\u3040" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7a3" or "\u0e00" <= sign <= "\u0e7f" for sign in word
    )
