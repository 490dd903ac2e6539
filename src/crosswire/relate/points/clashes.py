"""Whether two numbers can be at odds: counts of the same whole, at the same time, of the same act."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Figure
from crosswire.model.passage import Passage
from crosswire.relate.points.clauses import Clause
from crosswire.relate.points.statements import Slots

# Not a count of all: "a man", "another two men", "two of the four", "one of three".
PART = re.compile(r"(?:an?|the|another|additional)\b|[\w-]+ (?:more |others? )?of\b|[\w-]+ more\b", re.IGNORECASE)
# Nor is a group that its sentence tells apart from another: "two were killed inside the house and two outside".
_PLACE = r"\b(?:inside|outside|in the|at the|on the|in hospital)\b"
_SMALL = r"(?:[1-9]\d?|one|two|three|four|five|six|seven|eight|nine|ten)"
PART_AFTER = re.compile(
    rf"\s*(?:of|more)\b"
    rf"|[^,;]{{0,40}}{_PLACE}[^,;]{{0,40}}?(?:,? and|,? while|;) {_SMALL} (?:more )?(?:\w+ ){{0,2}}{_PLACE}",
    re.IGNORECASE,
)
# "65-53", "a record of 25-7".
SCORE = re.compile(r"^\s?[-–—]\s?\d")
# A label or a score, no count: "No. 3", "a 41-to-17 vote"; and who is known so far, "the names of three victims".
LABEL = re.compile(
    r"(?:\b(?:no|nos|number|room|page|route)\.?\s*|#|\d\s*[-–]\s*(?:to\s*[-–]\s*)?"
    r"|\b(?:identit(?:y|ies)|names?) of (?:the )?)$",
    re.IGNORECASE,
)
# An age, and what the page has behind it: "Ana Lupo, 11 Handout by the family".
AGE = re.compile(r"[A-Z][\w'’.-]*, $")
NO_NOUN = re.compile(r"\d+\W+[A-Z]")
# "was one of two men who were killed on the quay" counts those on the quay.
AMONG = re.compile(r"\b(?:one|some|most|none) of (?:the )?$", re.IGNORECASE)
ADDRESS = re.compile(
    r"\b(?:ave(?:nue)?|st|street|r(?:oa)?d|blvd|boulevard|dr|drive|lane|ln|place|court|way|highway)\.?$", re.IGNORECASE
)
# A count of a year or a town, not of the event: "28 people were shot in the city since Friday".
TALLY = re.compile(r"\b(?:since|so far this|this (?:year|month|summer|winter)|(?:during|in) that)\b", re.IGNORECASE)
# And what another event is held against this one for: "a fire such as last year's, that killed 49 people".
TALLY_BEFORE = re.compile(
    r"\b(?:nationwide|across the (?:country|nation)|so far this|this year)\b"
    r"|\b(?:such as|deadliest|worst|last year[’']s|anniversary of)\b|\bsince (?:19|20)\d\d"
    r"|\b(?:series|string|spate|wave) of\b|\b(?:last|first|previous)\s*$",
    re.IGNORECASE,
)
# Nor are those a count of the dead whom somebody wanted dead: "he wanted to kill the two kids".
WISHED = re.compile(
    r"\b(?:want(?:s|ed)?|plan(?:s|ned)?|intend(?:s|ed)?|threaten(?:s|ed)?|tr(?:y|ies|ied|ying)|attempt(?:s|ed)?)"
    r" to (?:kill|murder|shoot|stab|hurt|injure|wound|harm) (?:the |his |her |their |all )?$",
    re.IGNORECASE,
)
# Counts beside a count: "six others were hurt" is not at odds with "eleven were hurt".
BESIDE = re.compile(r"\b(?:others?|more|else|additional|remaining)\b", re.IGNORECASE)
# Some of them, described: "two men, ages 33 and 58".
DESCRIBED = re.compile(r",?\s*(?:ages?|aged|both|including)\b", re.IGNORECASE)
# Times of day that are not meant to the minute, and how far from each other such may be; "around 1 a.m." is rounder
# than "around 12:50".
ROUGHLY = re.compile(
    r"\b(?:about|around|approximately|roughly|shortly|just|nearly|before|after|near|by|past)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
ROUND_MINUTES, ROUGH_MINUTES, EXACT_MINUTES = 25, 15, 5
# A part of those who are told of as people.
GROUP = re.compile(
    r"\b(?:children|kids|teenagers|teens|toddlers|men|women|girls|boys|officers|policemen|deputies|bystanders"
    r"|soldiers|students)\b",
    re.IGNORECASE,
)
KILLER = re.compile(
    r"\b(?:himself|herself|suicide|(?:gunman|shooter|attacker|killer|suspect) (?:who |then )?(?:killed|shot|fatally))\b"
    r"|\bbefore (?:being|he|she)\b",
    re.IGNORECASE,
)
DEAD = re.compile(r"\b(?:killed|dead|died|deaths?)\b")
NUMBER = re.compile(r"\d[\d,.]*")
# One person told behind another is one of several: "he shot Ana Lupo, 34, and | their son".
JOINED = re.compile(r"\band\s+$")
# Measures this near are one where one of them is "about".
ROUNDED = 0.1
# Counts of one event's dead or hurt that differ by more than this are of two wholes: "34 officers died", "killing one".
FARTHEST = 3
# "injured by gunfire", "hurt trying to flee": those alone.
ONLY_THOSE = re.compile(
    r"^(?:\W+\w+){0,2}?\W+(?:by|from|while|trying|when)\b(?:\W+(?:an?|the))?\W+(\w+)", re.IGNORECASE
)
# "six were hurt, and another was hurt on the way out".
ONE_MORE = re.compile(
    r"\b(?:and|,|;)\s+(?:an)?other\b|\bone more\b|\ba (?:second|third|fourth|fifth|sixth)\b", re.IGNORECASE
)
# Those in hospital are some of the hurt: "three remain hospitalized", of five who were shot.
TREATED = re.compile(
    r"(?:\w+\W+){0,5}?(?:hospitali[sz]ed|taken|transported|rushed|airlifted|flown|treated"
    r"|(?:critical|serious|stable|fair|good) condition)\b",
    re.IGNORECASE,
)
# "22 million a season" and "176 million" are one price.
EACH = re.compile(r"^\s*(?:per|an?|each|every)\s+\w+|^\s*(?:annually|monthly|daily|hourly)\b", re.IGNORECASE)
# A number that is over: "up from 300", "revised from an estimate of 300".
ONCE = re.compile(r"\b(?:up|down|rose|risen|raised|revised|cut) from (?:\w+ ){0,4}$", re.IGNORECASE)
HALF_DAY = 12 * 60
DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?![\dW])")
LONGEST_DAY, DAYS_NEAR = len("2031-03-04"), 4


def counts_whole(figure: Figure, slots: Slots) -> bool:
    """True for a number that counts all there are of something: no label, no part, nobody in particular."""
    before, after = _around(figure.passage, slots)
    words = figure.passage.words
    label = LABEL.search(before) or ADDRESS.search(words) or AMONG.search(before)
    return not (
        label
        or SCORE.match(after)
        or PART.match(words)
        or PART_AFTER.match(after)
        or TALLY.search(after)
        or TALLY_BEFORE.search(before)
        or WISHED.search(before)
        or (AGE.search(before) and NO_NOUN.match(words + after))
    )


def may_clash(
    one: Slots,
    a: Figure,
    two: Slots,
    b: Figure,
    words: PointWords,
    *,
    toll: bool,
    anybody: bool,
    revised: bool,
    near: bool = False,
) -> bool:
    """True when two different numbers can't both hold, as far as their sentences tell.

    Counter-examples: "six others were hurt" and "eight were hurt"; numbers of two days; "six arrests on Wednesday,
    47 the night before" and "47 arrests"; "two men, ages 33 and 58" and "seven people"; "24 miles from Tarn" and "200
    miles from Velden". `toll`: a count of the event's dead, hurt or arrested; `anybody`: what is counted is only
    people; `revised`: one came out later, and may well name the other; `near`: two large numbers of one named thing.
    """
    if _beside(a, one) != _beside(b, two) or (toll and _treated(a, one) != _treated(b, two)):
        return False
    if not revised and (_gives(one, b) or _gives(two, a) or other_times(one, two)):
        return False
    if _about_as_much(a, b) or (a.unit and _each(one, a) != _each(two, b)):
        return False
    if not (toll or near or _of_one(one, a, two)):
        return False
    if anybody and (_described(a, one) or _described(b, two)):
        return False
    if _and_the_killer(one, a, two, b) or _some_of(a, b) or _some_of(b, a):
        return False
    if 1 in (a.low, b.low) and not (_of_the_dead(a) and _of_the_dead(b)):
        return False  # "one man was shot near the quay": one of them
    if toll:
        return revised or _of_one_whole(one, a, two, b)
    if not revised and _ahead(one, a.passage) != _ahead(two, b.passage):
        return False  # "will miss two matches" / "missed four matches"
    acts = (_own_act(one, a.passage, words), _own_act(two, b.passage, words))
    if not acts[0] & acts[1] and (_several(one, a) or _several(two, b)):
        return False  # "had 790 yards and caught passes for 300 yards" / "caught passes for 200 yards"
    there = not a.unit and all(
        not keys or keys & words.existing for keys in acts
    )  # "is 60 metres long", "150 metres wide"
    return near or there or same_act(one, a.passage, two, b.passage, words)


def _of_one_whole(one: Slots, a: Figure, two: Slots, b: Figure) -> bool:
    """False for counts of the dead or hurt that are far apart, or of which one counts some alone or one more beside."""
    if a.low is None or b.low is None:
        return True
    if any(f.low == 1 and JOINED.search(_around(f.passage, slots)[0]) for slots, f in ((one, a), (two, b))):
        return False
    few, many = sorted((a.low, b.low))
    fewer = (one, a) if a.low < b.low else (two, b)
    if many > FARTHEST * few or (many - few == 1 and ONE_MORE.search(_around(fewer[1].passage, fewer[0])[1])):
        return False
    return _only(one, a) == _only(two, b)


def _only(slots: Slots, figure: Figure) -> str:
    """By what, or how, those counted were hurt, where the sentence says so right behind: "gunfire"."""
    found = ONLY_THOSE.match(_around(figure.passage, slots)[1])
    return found[1].casefold() if found else ""


def counted_otherwise(one: Slots, passage: Passage, two: Slots) -> bool:
    """True where the passage counts something of which the other sentence gives only numbers that can't hold beside it.

    "Eight teens were hurt" / "two boys and eight adults were hurt". Counter-examples: "at least eight", a part, "eight
    more"; a number that is only where another began, "up from eight", doesn't make it the same.
    """
    mine = [f for f in one.figures if passage.covers(f.passage) and f.what and counts_whole(f, one)]
    for figure in mine:
        theirs = [f for f in two.figures if (f.what, f.unit) == (figure.what, figure.unit)]
        now = [f for f in theirs if not ONCE.search(_around(f.passage, two)[0])]
        if now and not any(_both_hold(one, figure, two, f) for f in now):
            return True
    return False


def _both_hold(one: Slots, a: Figure, two: Slots, b: Figure) -> bool:
    """True for two numbers of one thing that are the same, or of which bounds, parts or "about" allow both."""
    lows = [f.low for f in (a, b) if f.low is not None]
    highs = [f.high for f in (a, b) if f.high is not None]
    if not lows or not highs or max(lows) <= min(highs) or _about_as_much(a, b):
        return True
    parts = not counts_whole(b, two) or _beside(a, one) != _beside(b, two) or _some_of(a, b) or _some_of(b, a)
    return parts or _described(a, one) or _described(b, two) or 1 in (a.low, b.low) or _and_the_killer(one, a, two, b)


def clocks_clash(one: Slots, a: tuple[str, Passage], two: Slots, b: tuple[str, Passage], words: PointWords) -> bool:
    """True when two times of day of one act of one day are further apart than "about" allows.

    Counter-examples: "6:30 on Sunday night" and "6:30 p.m.", one of them read as the morning; "were called about a fire
    around 9:30" and "it broke out at 8:45".
    """
    if len(a[0]) != len(b[0]) or a[0][:-5] != b[0][:-5] or not same_act(one, a[1], two, b[1], words):
        return False
    if words.alarms.isdisjoint(one.lemmas) != words.alarms.isdisjoint(two.lemmas):
        return False
    both = ((a, one), (b, two))
    rough = [v for (v, p), s in both if ROUGHLY.search(_around(p, s)[0] + p.words[: _digit(p.words)])]
    allowed = ROUND_MINUTES if any(v.endswith(":00") for v in rough) else ROUGH_MINUTES
    apart = abs(_minutes(a[0]) - _minutes(b[0]))
    return apart != HALF_DAY and apart > (allowed if rough else EXACT_MINUTES)


def other_times(one: Slots, two: Slots) -> bool:
    """True when both sentences name days or months, and none is near one of the other's.

    A day or two between them says nothing: one may be the day of the event and the other that of the news conference.
    """
    ours, theirs = list(_days(one.times)), list(_days(two.times))
    return bool(ours and theirs) and not any(_near(a, b) for a in ours for b in theirs)


def _near(a: str, b: str) -> bool:
    """True when the shorter value holds the longer one, or two days are less than DAYS_NEAR apart."""
    if a.startswith(b) or b.startswith(a):
        return True
    if len(a) < LONGEST_DAY or len(b) < LONGEST_DAY:
        return False
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) < DAYS_NEAR


def _days(values: Iterable[str]) -> Iterable[str]:
    return (found.group() for value in values if (found := DAY.match(value)))


def _minutes(value: str) -> int:
    return 60 * int(value[-5:-3]) + int(value[-2:])


def _digit(words: str) -> int:
    """Where the first digit stands: "around 8:30" is given with its "around"."""
    return next((n for n, sign in enumerate(words) if sign.isdigit()), 0)


def _around(passage: Passage, slots: Slots) -> tuple[str, str]:
    """The sentence's words before and after the passage."""
    whole = slots.passage
    return whole.words[: max(0, passage.start - whole.start)], whole.words[passage.end - whole.start :]


def _beside(figure: Figure, slots: Slots) -> bool:
    """True for "six others", "six more", "the other six"."""
    before, after = _around(figure.passage, slots)
    near = f"{before.split()[-1] if before.split() else ''} {figure.passage.words} {' '.join(after.split()[:1])}"
    return bool(BESIDE.search(near))


def _treated(figure: Figure, slots: Slots) -> bool:
    return bool(TREATED.match(figure.passage.words + _around(figure.passage, slots)[1]))


def _of_the_dead(figure: Figure) -> bool:
    return bool(DEAD.search(figure.what or ""))


def _about_as_much(a: Figure, b: Figure) -> bool:
    """True for "about 210 pounds" and "212 pounds"."""
    if a.low is None or b.low is None or not (a.hedge or b.hedge):
        return False
    return abs(a.low - b.low) <= ROUNDED * max(abs(a.low), abs(b.low))


def _and_the_killer(one: Slots, a: Figure, two: Slots, b: Figure) -> bool:
    """True where one more dead is who killed them: "four are dead", "shot four and then himself"."""
    if a.low is None or b.low is None or abs(a.low - b.low) != 1 or not (_of_the_dead(a) and _of_the_dead(b)):
        return False
    fewer = one if a.low < b.low else two
    return bool(KILLER.search(fewer.passage.words))


def _some_of(few: Figure, many: Figure) -> bool:
    """True for "two children were hurt" beside "three people were hurt": they are among them."""
    if few.low is None or many.low is None or few.low >= many.low:
        return False
    return bool(GROUP.search(few.passage.words)) and not GROUP.search(many.passage.words)


def _money(figure: Figure) -> bool:
    """True for amounts: the unit is a currency's three letters."""
    return bool(figure.unit and len(figure.unit) == 3 and figure.unit.isupper())


def _term(figure: Figure) -> bool:
    """True for years: two sentences of prison are those of two people."""
    return figure.unit in ("year", "years")


def _of_one(one: Slots, a: Figure, two: Slots) -> bool:
    """True when two sentences name somebody or something in common, or nobody: a bond is set for each of two people.

    For lengths and weights an age in common will do: "Ana Lupo, 36, fell 60 metres", "a 36-year-old fell 150 metres".
    """
    ages = one.numbers & two.numbers and not (_money(a) or _term(a))
    return bool(one.names & two.names or ages) or not (one.names or two.names)


def _each(slots: Slots, figure: Figure) -> bool:
    """True for "22 million a season"."""
    return bool(EACH.match(_around(figure.passage, slots)[1]))


def _described(figure: Figure, slots: Slots) -> bool:
    return bool(DESCRIBED.match(_around(figure.passage, slots)[1]))


def _gives(slots: Slots, figure: Figure) -> bool:
    """True when the sentence has the other number too: it knows both."""
    written = {number.replace(",", "").rstrip(".") for number in NUMBER.findall(figure.passage.words)}
    value = f"{figure.low:g}" if figure.low is not None and figure.low == figure.high else ""
    return bool({value, *written} & slots.numbers)


def same_act(one: Slots, a: Passage, two: Slots, b: Passage, words: PointWords) -> bool:
    """True when the clauses that hold the passages share a verb or a synonym of one, or one only says it happened."""
    ours, theirs = _act(one, a, words), _act(two, b, words)
    events = not words.events.isdisjoint(ours) and not words.events.isdisjoint(theirs)
    return bool(ours & theirs) or (events and not words.happen.isdisjoint(ours | theirs))


def _act(slots: Slots, passage: Passage, words: PointWords) -> frozenset[str]:
    """The keys of the verb of the shortest clause that holds the passage; of all clauses where that is only "was"."""
    own = _own_act(slots, passage, words)
    return own or frozenset(k for c in slots.clauses for k in c.verb_keys) - words.reporting


def _own_act(slots: Slots, passage: Passage, words: PointWords) -> frozenset[str]:
    best = _holding(slots, passage)
    keys = best.verb_keys if best else frozenset()
    return keys - words.according if keys >= words.according else keys


def _several(slots: Slots, figure: Figure) -> bool:
    """True when the sentence counts the same thing twice."""
    return sum((f.what, f.unit) == (figure.what, figure.unit) for f in slots.figures) > 1


def _ahead(slots: Slots, passage: Passage) -> bool:
    """True when the shortest clause that holds the passage speaks of what is to come."""
    best = _holding(slots, passage)
    return bool(best and best.ahead)


def _holding(slots: Slots, passage: Passage) -> Clause | None:
    holding = [c for c in slots.clauses if c.start <= passage.start and passage.end <= c.end]
    return min(holding, key=lambda c: c.end - c.start, default=None)
