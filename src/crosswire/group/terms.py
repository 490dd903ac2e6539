"""A report as weighted terms: what its event can be recognised by. No grammar needed."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from crosswire.lexicons.rarity import Rarity, plain
from crosswire.model.report import Report

# Letters with inner apostrophe ("O'Neill", "Moscow's"), or a number ("320,000", "4.5").
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
# Where a capital letter says nothing: the start of a text or line, after a full stop, after an opening quote.
OPENING = re.compile(r"(?:^|[.!?:]|\n)[\s“\"‘'(—-]*$")
# Languages that write every noun with a capital; only capitals side by side ("Osmund Hale") are taken for names there.
CAPITAL_NOUNS = ("de", "lb")
PAIR = re.compile(r"\b(?=([^\W\d_][\w’'-]+) ([^\W\d_][\w’'-]+))(?=[A-ZÄÖÜ][\w’'-]+ [A-ZÄÖÜ])")
# The first words tell what happened; what follows is background that many stories share.
LEAD_WORDS = 70
KEYS = 40
# Too few terms to recognise an event by: a page of one line ("Page not found") stays alone.
FEW_TERMS = 5
# Letters of a report that are read: a page of fifty megabytes is no report, and must not fill the memory.
MOST_LETTERS = 600_000


@dataclass(frozen=True, slots=True)
class Terms:
    """A report's terms. `whole` and `lead` are unit vectors; `weight` is every term's rarity; `names` those written as
    names; `keys` the most telling terms, best first; `day` the ordinal of the day of publication."""

    report: str
    whole: Mapping[str, float]
    lead: Mapping[str, float]
    weight: Mapping[str, float]
    names: frozenset[str]
    keys: tuple[str, ...]
    day: int | None


def words_of(text: str) -> list[str]:
    """The words of a text in order, lower case, possessive and plural endings off: "Moscow's talks" → moscow, talk."""
    return [plain(m.group()) for m in WORD.finditer(text)]


def names_among(text: str) -> set[str]:
    """The words of a text that are written with a capital where no capital is due, and mostly so."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for match in WORD.finditer(text):
        word = match.group()
        if word[0].isupper():
            if not OPENING.search(text, max(0, match.start() - 4), match.start()):
                capital[plain(word)] += 1
        elif word[0].islower():
            small[plain(word)] += 1
    return {word for word, n in capital.items() if n > small[word]}


def report_terms(report: Report, *, rarity: Rarity) -> Terms:
    """The terms of a report's headline and text.

    Of a report in another language than English only the names count: how rare its other words are isn't known, and
    two French reports share "le", "dans" and "pour" whatever they tell.
    """
    text = _without_dateline(report)[:MOST_LETTERS]
    words = words_of(f"{report.headline or ''}\n{text}")
    names = names_among(text)
    if report.language and not report.language.startswith("en"):
        if report.language[:2] in CAPITAL_NOUNS:
            names &= {plain(word) for pair in PAIR.findall(text) for word in pair}
        words = [word for word in words if word in names]
    count, lead = Counter(words), Counter(words[:LEAD_WORDS])
    weight = {word: rarity.weight(word) for word in count}
    weight = {word: w for word, w in sorted(weight.items()) if w > 0}
    whole = _unit({word: w * (1 + math.log(count[word])) for word, w in weight.items()})
    return Terms(
        report=report.id,
        whole=whole,
        lead=_unit({word: weight[word] * (1 + math.log(n)) for word, n in sorted(lead.items()) if word in weight}),
        weight=weight,
        names=frozenset(names & weight.keys()),
        keys=tuple(sorted(whole, key=lambda word: (-whole[word], word))[:KEYS]) if len(whole) >= FEW_TERMS else (),
        day=_day(report.published_at.value),
    )


def _without_dateline(report: Report) -> str:
    """The text from behind its dateline: a town's robbery and its burst main share the town and the agency."""
    line = report.dateline
    return f"{report.text[: line.start]}\n{report.text[line.end :]}" if line else report.text


def _unit(vector: Mapping[str, float]) -> Mapping[str, float]:
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {word: value / length for word, value in vector.items()} if length else {}


def _day(value: str | None) -> int | None:
    """The day a time falls on, None where it is not known to the day."""
    try:
        return date.fromisoformat((value or "")[:10]).toordinal()
    except ValueError:
        return None
