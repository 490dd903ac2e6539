"""Numbers in a report's text, with what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from crosswire.annotate.counts import count_at, shared_by
from crosswire.annotate.numbers import alternatives, number_pattern, number_value
from crosswire.annotate.persons import find_persons
from crosswire.annotate.place import Count
from crosswire.annotate.shares import Special, special_amounts
from crosswire.annotate.time_grammar import grammar
from crosswire.lexicons.counted import Counted
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.numbers import NumberWords
from crosswire.model.annotation import Figure, Sentence
from crosswire.model.report import Report
from crosswire.model.token_tree import TokenTree

# Forms of the time grammar whose numbers count nothing: dates, clocks, and lengths that place something in time.
# A plain length ("three hours") is a figure.
_LENGTHS = frozenset(["length", "half"])


@dataclass(frozen=True, slots=True)
class Amount:
    """A number phrase: its span in the sentence, bounds, hedge; and where the bare number starts and ends."""

    start: int
    end: int
    low: float | None
    high: float | None
    hedge: str | None
    first: int
    last: int
    sign: str | None = None


def find_figures(report: Report, sentences: Sequence[Sentence], *, lexicons: Lexicons) -> tuple[Figure, ...]:
    """The report's figures in order of the text; the passage is the number with what it counts, while contiguous.

    Bounds: "31" is 31..31; "more than 250,000" is 250000..None; "almost two" and "up to two" are None..2; "20 to 30"
    is 20..30; "about 40" is 40..40 with its hedge. A single person to whom something happened ("a man was shot
    dead") counts one; people joined by "and" under one outcome ("his wife and two sons died") are counted together.
    Words that name no number ("several", "dozens"), dates, clock times, addresses, telephone numbers, ages beside names
    and numbers in names are no figures.
    """
    rows = [row for sentence in sentences for row in _of_sentence(report, sentence, lexicons)]
    # One of the counted is not another count: "five people were killed ... the youngest victim was shot dead".
    several = {row.count.what for row in rows if max(row.amount.low or 0, row.amount.high or 0) > 1}
    kept = [row for row in rows if not (row.single and row.count.what in several)]
    kept = _without_hurt_before(kept, report.text)
    kept.sort(key=lambda row: (row.start, row.end))
    return tuple(_figure(report, row, number) for number, row in enumerate(kept, 1))


@dataclass(frozen=True, slots=True)
class _Row:
    """An amount with what it counts; the span in the report's text; `single` for a person without a number."""

    start: int
    end: int
    amount: Amount
    count: Count
    single: bool = False


def _without_hurt_before(rows: Sequence[_Row], text: str) -> list[_Row]:
    """The rows, less single people hurt who died: "a woman was shot", "the woman died"; "the victim" of a killing.

    Counter-example: "killed a woman and wounded her son".
    """
    dead = {text[row.start : row.end].split()[-1].lower() for row in rows if row.single and row.count.what == "killed"}
    if not dead:
        return list(rows)
    dead.add("victim")
    hurt = ("injured", "shot")
    return [
        row
        for row in rows
        if not (row.single and row.count.what in hurt and text[row.start : row.end].split()[-1].lower() in dead)
    ]


def _figure(report: Report, row: _Row, number: int) -> Figure:
    """The figure of a row."""
    amount, count = row.amount, row.count
    passage = report.passage(row.start, row.end)
    return Figure(f"{report.id}.f{number}", passage, amount.low, amount.high, count.unit, count.what, amount.hedge)


def _of_sentence(report: Report, sentence: Sentence, lexicons: Lexicons) -> list[_Row]:
    """The figures of one sentence."""
    text = report.text[sentence.start : sentence.end]
    specials = special_amounts(text, lexicons.numbers)
    amounts = [
        amount
        for amount in find_amounts(text, lexicons.numbers, lexicons.counted)
        if not any(s.start < amount.last and amount.first < s.end for s in specials)
    ]
    persons = any(token.tag == "NN" and token.lemma in lexicons.counted.people for token in sentence.tokens)
    if not amounts and not persons and not specials:
        return []
    tree = TokenTree(sentence.tokens)
    dates = _dates(text, lexicons) if amounts or specials else []
    rows = [
        _special(s, text, sentence, tree, lexicons)
        for s in specials
        if not any(start < s.end and s.start < end for start, end in dates)
    ]
    for amount in amounts:
        if any(start < amount.last and amount.first < end for start, end in dates) or _torn(text, amount, dates):
            continue
        count = count_at(text, sentence, tree, amount.first, amount.last, amount.sign, lexicons)
        if count is not None:
            amount = below_zero(amount, text) if (count.unit or "").startswith("degrees") else amount
            span = min(amount.start, count.start), max(amount.end, count.end)
            rows.append(_Row(sentence.start + span[0], sentence.start + span[1], amount, count))
    for count in find_persons(text, sentence, tree, lexicons.counted) if persons else ():
        one = Amount(count.start, count.end, 1.0, 1.0, None, count.start, count.end)
        rows.append(_Row(sentence.start + count.start, sentence.start + count.end, one, count, single=True))
    return _joined(rows, tree)


def _torn(text: str, amount: Amount, dates: Sequence[tuple[int, int]]) -> bool:
    """True for what may be half of a number: the 15 and the 800 of "15, 800 square metres". Not behind a date."""
    before = _HALF_BEFORE.search(text, 0, amount.first)
    if before and _HALF.match(text, amount.first):
        return not any(start < before.end() and before.start() < end for start, end in dates)
    return bool(_HALF_AFTER.match(text, amount.last)) and amount.last - amount.first <= len("800")


_HALF, _HALF_BEFORE = re.compile(r"\d{3}\b"), re.compile(r"(?<![\w.,])\d{1,3}, $")
_HALF_AFTER = re.compile(r", \d{3}(?!\d|,? and\b|,\s)\b")


def _special(special: Special, text: str, sentence: Sentence, tree: TokenTree, lexicons: Lexicons) -> _Row:
    """The row of a number with a form of its own; a share counts the noun behind it."""
    start, end = special.start, special.end
    what, until = special.what, end
    if special.counts is not None:
        what, until = shared_by(text, sentence, tree, special.counts)
    amount = _bounded(special.value, special.hedge, None, start, special.first, end, None, lexicons.numbers)
    return _Row(sentence.start + start, sentence.start + max(end, until), amount, Count(start, end, special.unit, what))


def below_zero(amount: Amount, text: str) -> Amount:
    """The amount, negative behind "minus": "minus 12 degrees"."""
    minus = _MINUS.search(text[: amount.first])
    if not minus:
        return amount
    low, high = (None if bound is None else -bound for bound in (amount.high, amount.low))
    return replace(amount, low=low, high=high, start=min(amount.start, minus.start()))


_MINUS = re.compile(r"(?:\bminus\s+|(?<![\w])[-−])$", re.IGNORECASE)


def _dates(text: str, lexicons: Lexicons) -> list[tuple[int, int]]:
    """The spans of a sentence that name a date or a time."""
    matches = grammar(lexicons.times, lexicons.numbers).matches(text)
    return [match.span() for form, match in matches if form.name not in _LENGTHS]


def _joined(rows: Sequence[_Row], tree: TokenTree) -> list[_Row]:
    """The rows, with people joined by "and" under one outcome counted together: "two women and a baby" are three."""
    groups: dict[tuple[int, str | None], list[_Row]] = {}
    for row in rows:
        groups.setdefault((_first_of_and(tree, row.count.head), row.count.what), []).append(row)
    joined: list[_Row] = []
    for (head, _), members in groups.items():
        if head < 0 or len(members) == 1 or any(m.amount.hedge or m.amount.low != m.amount.high for m in members):
            joined.extend(members)
            continue
        total = sum(m.amount.low or 0 for m in members)
        start, end = min(m.start for m in members), max(m.end for m in members)
        amount = Amount(start, end, total, total, None, start, end)
        joined.append(_Row(start, end, amount, members[0].count, single=False))
    return joined


def _first_of_and(tree: TokenTree, head: int | None) -> int:
    """The first of the words that "and" joins to this one; -1 for no word."""
    if head is None:
        return -1
    while tree.tokens[head].dep == "conj" and tree.tokens[head].head < head:
        above = tree.tokens[head].head
        if tree.tokens[above].pos not in ("NOUN", "PROPN", "NUM"):
            break
        head = above
    return head


@lru_cache(maxsize=4)
def _amount_pattern(numbers: NumberWords, counted: Counted) -> re.Pattern[str]:
    """A number with the hedge before it, a currency sign, a second number of a range, and the hedge after it."""
    number = number_pattern(numbers)
    sign = "(?:" + "|".join(re.escape(sign) for sign in sorted(counted.currency_signs, key=len, reverse=True)) + ")"
    short = rf"(?:(?-i:{'|'.join(sorted(numbers.short_scales, key=len, reverse=True))})\b)"
    scale = alternatives(numbers.scales)
    money = (
        rf"(?P<sign>{sign})\s?(?P<money>\d+(?:,\d{{2,3}}|, \d{{3}}\b)*(?:\.\d+)?)"
        rf"(?:\s?(?P<short>{short})|[-\s](?P<scale>{scale})\b)?"
    )
    plural = rf"\b(?P<plural>{alternatives(numbers.plurals)})\b(?=\s+(?:of|more)?\s*[a-z])"
    vague = rf"\b(?P<vague>{alternatives(numbers.vague)})\b(?=\s+[a-z])"
    joint = r"(?:\s*(?:-|–|—)\s*|\s*-?\s*\bto\s+|\s+or\s+|\s+and\s+)"
    hedges = rf"(?:(?P<hedge>{alternatives(numbers.hedges)})\s+)?"
    after = rf"(?P<after>[-\s]+{alternatives(numbers.after)}\b(?!\s+than\b)|\+)?"
    return re.compile(
        rf"(?P<between>\b(?:between|from)\s+)?{hedges}(?:{money}|{plural}|(?P<low>{number})(?:(?P<joint>{joint})(?P<high>{number}))?|{vague}){after}",
        re.IGNORECASE,
    )


def find_amounts(text: str, numbers: NumberWords, counted: Counted) -> Iterator[Amount]:
    """The number phrases of a sentence, in order, whatever they count."""
    if not _MAYBE.search(text) and not _spelled(numbers).search(text):
        return
    for match in _amount_pattern(numbers, counted).finditer(text):
        yield from _amounts(match, numbers)


_MAYBE = re.compile(r"\d")
# "several hundred", "a couple of dozen".
_VAGUE = re.compile(r"(?:several|a\s+few|a\s+couple)\b", re.IGNORECASE)


@lru_cache(maxsize=4)
def _spelled(numbers: NumberWords) -> re.Pattern[str]:
    """Any word that can open a number in words."""
    words = [*numbers.small, *numbers.tens, *numbers.scales, *numbers.plurals, *numbers.vague, "half"]
    return re.compile(rf"\b{alternatives(words)}\b", re.IGNORECASE)


def _amounts(match: re.Match[str], numbers: NumberWords) -> Iterator[Amount]:
    """One amount, or two where the match joined what is no range ("two and three"); none for words that name no number.

    "Several", "dozens" and "a few hundred" can't be compared: any bound would be a number that nobody said.
    """
    if match["plural"] or match["vague"] or _VAGUE.match(match["low"] or ""):
        return
    hedge = " ".join((match["hedge"] or "").lower().split()) or None
    start = match.start("hedge") if hedge else _first(match)
    if match["low"] and match["joint"]:
        low, high = number_value(match["low"], numbers), number_value(match["high"], numbers)
        if low is not None and high is not None and _is_range(match, low, high):
            start = match.start("between") if match["between"] else start
            yield Amount(start, match.end(), low, high, hedge, match.start("low"), match.end("high"))
            return
        if low is not None:
            yield _bounded(low, hedge, None, start, match.start("low"), match.end("low"), None, numbers)
        if high is not None:
            yield _bounded(high, None, None, match.start("high"), match.start("high"), match.end("high"), None, numbers)
        return
    after = (match["after"] or "").strip("- \n\t").lower() or None
    if match["sign"]:
        sum_ = float(re.sub(r"[,\s]", "", match["money"]).rstrip("."))
        sum_ *= numbers.short_scales.get((match["short"] or "").lower(), 1)
        sum_ *= numbers.scales.get((match["scale"] or "").lower(), 1)
        last = max(match.end("money"), match.end("short"), match.end("scale"))
        yield _bounded(sum_, hedge, after, start, match.start("sign"), last, match["sign"], numbers)
    elif (value := number_value(match["low"], numbers)) is not None:
        yield _bounded(value, hedge, after, start, match.start("low"), match.end("low"), None, numbers)


def _first(match: re.Match[str]) -> int:
    """Where the number itself starts."""
    return next(match.start(name) for name in ("sign", "plural", "low", "vague") if match[name])


def _is_range(match: re.Match[str], low: float, high: float) -> bool:
    """ "20 to 30", "between 20 and 30", "two or three". Counter-examples: "two and three", "from 5 to 3", "20-20"."""
    joint = match["joint"].strip().lower().removeprefix("-").strip() or "-"
    if joint == "and":
        return bool(match["between"]) and match["between"].lower().startswith("between") and low < high
    if joint == "to" and match["between"]:
        return False  # "rose from 12 to 15" are two figures
    return low < high and not (joint in "-–—" and high - low > 10 * max(low, 1))


def _bounded(
    value: float,
    hedge: str | None,
    after: str | None,
    start: int,
    first: int,
    last: int,
    sign: str | None,
    numbers: NumberWords,
) -> Amount:
    """The amount with the bounds that its hedges leave."""
    effect = numbers.hedges.get(hedge or "") or numbers.after.get(after or "") or ("least" if after == "+" else None)
    end = last + (len(after) + 1 if after and after != "+" else len(after or ""))
    kept = None if hedge in numbers.plain else hedge or after
    match effect:
        case "least":
            return Amount(start, end, value, None, kept, first, last, sign)
        case "most":
            return Amount(start, end, None, value, kept, first, last, sign)
    return Amount(start, end, value, value, kept, first, last, sign)
