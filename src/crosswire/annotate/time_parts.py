"""The named parts that the forms of time expressions are put together from."""

from __future__ import annotations

from crosswire.annotate.numbers import alternatives, number_pattern
from crosswire.annotate.time_classes import MERIDIEM, time_classes
from crosswire.lexicons.numbers import NumberWords
from crosswire.lexicons.times import TimeWords


def _proper(words: dict[str, int], *, short: int) -> str:
    """A pattern for names of months or weekdays, capitalised or all capitals; short ones may carry a full stop."""
    names = sorted(words, key=lambda word: (-len(word), word))
    stops = {name: r"\b\.?" if len(name) <= short and name not in ("may", "june", "july") else r"\b" for name in names}
    forms = [form + stops[name] for name in names for form in (name.capitalize(), name.upper())]
    return rf"\b(?-i:{'|'.join(forms)})"


# How a reader is led to the inside of a longer stretch. "early next year", "the end of 1990": value of what follows.
EDGE = (
    r"\b(?:(?:very\s+)?(?:early|late|earlier|later|sometime|mid)(?:\s+in|\s+on)?[-\s]+|around\s+|"
    r"(?:the\s+)?(?:very\s+)?(?:beginning|start|middle|end|close|eve|rest|remainder|dawn|turn|month|morning|evening|night|afternoon|"
    r"(?:latter|early|later|first|better|good|greater|final|closing|opening|last)\s+(?:part|days|months|weeks|hours)|"
    r"(?:first|second|third|fourth|last|final)\s+(?:day|week|month|weekend))\s+of\s+)"
)
# Words of "about" before a length; they belong to the expression but not to its value.
ABOUT = (
    r"(?:(?:about|around|nearly|almost|roughly|approximately|some|(?:no\s+)?(?:more|less|fewer)\s+than|at\s+least|"
    r"over|up\s+to|just|another|an\s+additional|well\s+over|just\s+over|just\s+under|close\s+to)\s+)"
)
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\d%]|[,.]\d|-(?!(?:1[5-9]|20)\d\d\b)\d\d\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[,.]\d{3}|:\s?\d)\b"


class TimeParts:
    """The parts that forms are put together from; each is named once."""

    def __init__(self, times: TimeWords, numbers: NumberWords) -> None:
        self.classes = time_classes(times)
        self.months = tuple(times.months)
        self.month = _proper(dict(times.months), short=4)
        long_days = {name: n for name, n in times.weekdays.items() if name.endswith("day")}
        self.weekday = _proper(long_days, short=0)
        self.days = tuple(long_days)
        short_days = {name: n for name, n in times.weekdays.items() if not name.endswith("day")}
        self.any_day = rf"(?:{self.weekday}|{_proper(short_days, short=5)})"
        self.ordinal = alternatives(numbers.ordinals).replace(r"\-", r"[-\s]")  # transcripts: "january twenty third"
        self.number = number_pattern(numbers)
        thousands = rf"(?:the\s+year\s+)?two\s+thousand(?:\s+and\s+\w+|\s+{self.number})?"
        self.spoken = rf"nineteen[-\s](?:hundred|oh[-\s]\w+|{self.number})|{thousands}"
        numbered = rf"{self.number}\s+and\s+one[-\s]half|{self.number}"
        self.count = (
            rf"(?:{numbered}|{alternatives(numbers.vague)}|an?\s+half|half\s+an?|an?|many|several|few|couple\s+of)"
        )
        self.unit = rf"(?:{alternatives(word for word in times.units if word != 'centurie')}|centurie)"
        self.short_unit = alternatives(times.short_units)
        self.part = alternatives(times.parts)
        self.decades = times.decades
        self.season = alternatives(times.seasons)
        self.step = alternatives(times.steps)
        # "ten days before the vote" is a length between two events; "ten days before." counts from what was told.
        bare = alternatives(word for word in times.offsets if word in ("before", "after"))
        other = alternatives(word for word in times.offsets if word not in ("before", "after"))
        self.offset = rf"(?:{other}\b|{bare}(?=\s*(?:[.,;:)]|$)))"
        zones = "|".join(sorted((zone.upper() for zone in times.zones if len(zone) > 1), key=lambda z: (-len(z), z)))
        self.zone = rf"(?:\s*\(?(?P<zone>(?-i:{zones}|ET|CT|MT|PT)\b|local\s+time|[A-Z]\w+\s+time\b)\)?)?"
        self.hours = (
            r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\s(?:fifteen|thirty|forty-five))?"
        )
        part = r"in\s+the\s+(?:morning|afternoon|evening)"
        inside = rf"\s+{part}"
        four_figures = r"(?<!\()(?:[01]\d|2[0-3])[0-5]\d(?=\s(?:GMT|UTC)\b)"
        in_figures = rf"(?<!\d[:.]\s)(?:[01]?\d|2[0-4])(?:[:.]\s?[0-5]\d)?(?::[0-5]\d)?\s?{MERIDIEM}"
        in_words = rf"{self.hours}\s{MERIDIEM}"
        bare = rf"(?:(?:[01]?\d|2[0-3]):|(?:[01]\d|2[0-3]):\s)[0-5]\d(?![\d:/])(?:{inside})?"
        spoken = rf"(?:[01]?\d|{self.hours})\s+(?:o['’]clock(?:{inside})?|{part})"
        named = rf"{alternatives(times.clock_words)}\b"
        self.clock = rf"(?P<clock>{four_figures}|{in_figures}|{in_words}|{bare}|{spoken}|{named}){self.zone}"
        self.references = alternatives(times.references)
        self.adjectives = alternatives(times.adjectives)
        self.sets = alternatives(times.sets)
        self.holidays = alternatives(name for holiday in times.holidays for name in holiday.names)
