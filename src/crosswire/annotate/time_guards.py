"""Where words only look like a time: the verb "may", an age, a rate, an address."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.model.annotation import Token

# How far beside a match its guards look.
_REACH = 80


# "1:37 Mayor speaks" under a film is its length, "won in 3:41" a score.
# Counter-examples: "at 7:30", "7:30 – Police come".
_BARE_CLOCK = re.compile(r"\d?\d[:.]\s?\d\d")
_LEADS_TO_CLOCK = re.compile(
    r"(?:\b(?:at|by|about|around|before|after|until|till|from|between|to|since|past|and|or|through|is|was|nearly|almost|"
    r"approximately|just|opens?|starts?|begins?|arrived?|day|\d{2,4})|[-–,])\s*$",
    re.IGNORECASE,
)
# "With 10:00 to play", "7:54 left".
_LEFT_TO_PLAY = re.compile(r"\s*(?:minutes?\s+)?(?:to\s+(?:play|go)|left|remaining)\b", re.IGNORECASE)
_OPENS = re.compile(r"\s*")


def allowed(
    form: str, match: re.Match[str], tokens: Sequence[Token], index: int, text: str, *, past: bool = False
) -> bool:
    """False where the words only look like a time: the verb "may", "a second man", "2,000 people", an age.

    `past`: the verb above looks back, so that "soon" is of the story told ("was soon released") and not the future.
    """
    if past and match.group().lower() == "soon":
        return False
    if form == "daypart" and match["step"].lower() == "the" and not past:
        return False  # "hard to wake in the morning"
    if form == "clock" and _LEFT_TO_PLAY.match(text[match.end() :]):
        return False
    if form == "clock" and _BARE_CLOCK.fullmatch(match.group()) and not _LEADS_TO_CLOCK.search(text[: match.start()]):
        return bool(_OPENS.fullmatch(text[: match.start()]) and re.match(r"\s*[-–—:|]", text[match.end() :]))
    if form == "clock" and re.search(r"\bhigh\s+$", text[: match.start()], re.I):
        return False  # "High Noon" is a film
    return _allowed(form, match, tokens, index, text)


def _allowed(form: str, match: re.Match[str], tokens: Sequence[Token], index: int, text: str) -> bool:
    """Whether the guard of its form lets a match through."""
    before, after = text[max(0, match.start() - _REACH) : match.start()], text[match.end() : match.end() + _REACH]
    groups = match.groupdict()
    if form == "month" and not groups.get("year"):
        return _is_month(match, before, after, tokens, index)
    if form == "year" and groups.get("year"):
        return _is_year(before, after)
    if form in ("length", "offset"):
        return _is_length(form, groups, before + text[match.start() : match.start("count")], after)
    if form == "daypart" and groups["step"].lower() == "the":
        return bool(re.search(r"\b(?:in|during|by|throughout|into|until)\s+$", before)) and not after.startswith(" of")
    if form in ("weekday", "deictic", "step"):
        return not _is_title(match, before, after, tokens, index)
    if form == "century":  # "21st Century Fox" is a company
        return not (match.group()[-7:-6].isupper() and re.match(r"\s[A-Z]", after))
    if form == "holiday":
        return not re.match(r"\s(?:Island|Isle|Bunny|Carol|Tree|Seal)s?\b", after)
    if form == "weekend":
        return not re.search(r"\ba\s+$", before, re.I)
    if form in ("plural", "long"):
        return not re.search(r"\d[\s-]+$|\b(?:old|few|several|many|two|three|some)\s$", before)
    if form == "adverb":
        if re.match(r"\s[A-Z]", after):  # "the party daily Granma"
            return False
        return not tokens or tokens[index].pos == "ADV" or _describes(match, after, tokens, index)
    if form == "reference":
        return _is_reference(match.group().lower(), after) and not _in_name(match, before)
    if form == "season":
        bare = match["season"].lower() == "fall" and not groups.get("year") and not groups.get("step")
        falls = bare and re.match(r"\s+of\s+(?!last|this|next)", after)  # "the fall of the old town"
        return not falls and not (tokens and tokens[index].pos == "VERB")
    return True


def _describes(match: re.Match[str], after: str, tokens: Sequence[Token], index: int) -> bool:
    """ "hourly earnings", "on a daily basis". Counter-example: "the party daily Granma", "the Weekly Herald"."""
    return match.group().islower() and tokens[index].pos == "ADJ" and bool(re.match(r"\s+[a-z]", after))


# "Super Tuesday" is a day of its own year, "the Sunday Times" a paper.
_NAMED_DAY = re.compile(r"\b(?:Super|News|Black|Bloody|Fat|Cyber|Holy|Easter)\s$")
_NAMED_PAPER = re.compile(r"\s(?:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Tribune|Night\s(?:Live|Football))\b")


def _is_title(match: re.Match[str], before: str, after: str, tokens: Sequence[Token], index: int) -> bool:
    """True for the names of papers and programmes: "USA Today", "This Week" with capitals inside a sentence."""
    words = match.group().split()
    capitals = bool(before.strip(" “\"'‘`")) and words[-1][:1].isupper()
    if len(words) == 2 and capitals and words[0][:1].isupper() and not match.groupdict().get("weekday"):
        return True
    if match.groupdict().get("weekday"):
        if _NAMED_DAY.search(before) or _NAMED_PAPER.match(after):
            return True
        named = bool(tokens) and tokens[index].entity in ("ORG", "WORK_OF_ART")
        return capitals and named and not match.groupdict().get("clock")
    return capitals and not before.rstrip().endswith((".", ":", "—", "-", "“", "`", '"'))


def _in_name(match: re.Match[str], before: str) -> bool:
    """True for "Brell News Now", where a capital stands inside a sentence behind another."""
    return match.group()[:1].isupper() and bool(re.search(r"\b[A-Z]\w*\s$", before))


# What "the past" is said of. Counter-example: "in the past they met here".
_UNITS = r"(?:years|months|weeks|\w*days|summers|winters|nights|seasons)"
_STRETCH = re.compile(rf"\s+(?:few|several|couple|many|\d|[a-z]+\s+{_UNITS}|century|decade)")


def _is_reference(word: str, after: str) -> bool:
    """Counter-examples: "as soon as Tuesday", "the past few", "his future earnings"."""
    if word == "soon":
        return not re.match(r"\s+(?:as|after)\b", after)
    return word not in ("the past", "the future") or not _STRETCH.match(after)


# Months that are verbs or given names too.
_LOOKALIKES = frozenset(["may", "march", "mar", "april", "june", "august", "jan", "dec", "sep"])
_NAME_AROUND = re.compile(
    r"(?:^|\s)(?!(?:In|On|By|Since|Last|This|Next|Until|From|Late|Early|And|The|For|To|At)\s)[A-Z][a-z]+(?:['’]s|s['’])?\s$"
)


def _is_month(match: re.Match[str], before: str, after: str, tokens: Sequence[Token], index: int) -> bool:
    """ "in May", "March's figures". Counter-examples: "They may", "Theresa May", "March on Rome", "April Jones"."""
    if match["month"].rstrip(".").lower() not in _LOOKALIKES or match["step"] or match["edge"] or not tokens:
        return True
    token = tokens[index]
    if (
        token.pos in ("VERB", "AUX", "ADV")
        or token.entity in ("PERSON", "ORG", "GPE")
        or token.dep in ("nsubj", "dobj")
    ):
        return False
    if _NAME_AROUND.search(before) and not re.match(r"\d", after):
        return False
    return not re.match(r"\s[A-Z][a-z]+\s(?:said|was|is|and|told|left|had)\b|\sfor\s[A-Z]", after)


# Words that make four digits a number of something else. "No. 1990", "Flight 1549", "$2000".
_NUMBERED = re.compile(
    r"[$£€#]\s?$|(?<!\bpre)(?<!\bpost)(?<!\bmid)(?<!\blate)(?<!\bearly)(?<!\b\d{4})-\s?$|\b(?:No\.|page|room|flight|about|than|over|nearly)\s$",
    re.IGNORECASE,
)
# Words that make four digits a count or an address. "2000 people", "1600 block".
_COUNTED = re.compile(
    r"\s?(?:people|men|women|soldiers|troops|votes|km|kilomet|miles|feet|meters|metres|points|percent|block\b"
    r"|[NSEW]\.?[EW]?\.?\s|[A-Z]\w+ (?:St|Ave|Rd|Street|Avenue|Road)\b)"
)


def _is_year(before: str, after: str) -> bool:
    """ "in 1990". Counter-examples: "$1990", "2000 people", "Flight 1549", "the 1600 block"."""
    return not (_NUMBERED.search(before) or _COUNTED.match(after) or before.endswith("/") or after.startswith("/"))


# Before a length that is told for itself. "for a week", "spent an hour". Counter-example: "$1.76 a year" is a rate.
_BEFORE_LENGTH = re.compile(
    r"(?:^|[,;(“\"]|\b(?:for|in|within|of|than|about|after|over|during|by|to|spent|spend|took|take|takes|last|lasted|"
    r"only|just|every|at|barely|nearly|almost|and|or|is|was|another|half|under|through|with|least|most|wait|waited|"
    r"up|once|as))\s*$",
    re.IGNORECASE,
)


def _is_length(form: str, groups: dict[str, str | None], before: str, after: str) -> bool:
    """Counter-examples: "a second man", "47 years old", "23-year-old", "four flights a week", "13 days after it"."""
    printed, count = groups.get("unit") or "", (groups.get("count") or "").lower()
    unit = printed.lower()
    if re.match(r"[-\s]+(?:old|of\s+age)\b|-round\b", after, re.IGNORECASE):
        return False
    if count == "many" and re.search(r"\bas\s+$", before):
        return False  # "the third in as many years"
    if form == "offset":
        return True
    if count in ("0", "zero"):
        return False
    if unit == "second" and not groups.get("plural") and count in ("a", "one", "the"):
        return False
    if count in ("a", "an") and not groups.get("half") and not _BEFORE_LENGTH.search(before):
        return False
    if unit == "quarter":  # "three-quarters of its food" is a fraction
        return bool(groups.get("plural")) and not re.match(r"\s+of\s+(?:its|their|the|all|a|his|her|those)\b", after)
    return not (printed.istitle() and before.strip(" \n\"'“‘`") and count.isdigit())  # "60 Minutes" is a programme
