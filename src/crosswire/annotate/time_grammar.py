"""The closed grammar of time expressions: patterns built from named parts, and where each may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from crosswire.annotate.numbers import alternatives
from crosswire.annotate.time_classes import TimeClasses
from crosswire.annotate.time_parts import ABOUT, DAY, EDGE, YEAR, TimeParts
from crosswire.lexicons.numbers import NumberWords
from crosswire.lexicons.times import TimeWords


@dataclass(frozen=True, slots=True)
class Form:
    """One form of time expression: `name` picks its reading, `needs` the word classes a sentence must show for it."""

    name: str
    needs: tuple[str, ...]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All forms, and the word classes that tell which of them a sentence can hold."""

    forms: tuple[Form, ...]
    classes: TimeClasses

    def matches(self, text: str) -> Iterator[tuple[Form, re.Match[str]]]:
        """The longest matches that don't overlap, in order of the text; of equals the form named first."""
        present = self.classes.present(text)
        found = [
            (match.start() - match.end(), rank, match.start(), form, match)
            for rank, form in enumerate(self.forms)
            if present.issuperset(form.needs)
            for match in form.pattern.finditer(text)
        ]
        found.sort(key=lambda row: row[:3])
        kept: list[tuple[Form, re.Match[str]]] = []
        taken = bytearray(len(text))
        for *_, form, match in found:
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                kept.append((form, match))
        yield from sorted(kept, key=lambda row: row[1].start())


# A second day of the month just named. "April 24 and 25", "3-5 May" has its first day elsewhere.
# Counter-example: "April 24 and 25 people".
ANOTHER_DAY = re.compile(
    rf"(?:\s+(?:and|or|to|through)\s+|\s?[-–]\s?)(?P<day>{DAY})(?:,\s+(?P<year>{YEAR})|(?<=\d[-–]\d)|(?<=\d[-–]\d\d)|(?=\s*(?:[.,;:)\]]|$|(?:in|at|on|and|when|for|but|as)\b)))"
)


@lru_cache(maxsize=4)
def grammar(times: TimeWords, numbers: NumberWords) -> Grammar:
    """The grammar over these words."""
    return _Builder(times, numbers).build()


class _Builder(TimeParts):
    """Puts the parts together to forms."""

    def build(self) -> Grammar:
        """Every form, in the order in which equals are preferred."""
        rows = [
            *self._days(),
            *self._years(),
            *self._decades(),
            *self._seasons(),
            *self._deictic(),
            *self._lengths(),
            *self._sets(),
            *self._references(),
            *self._periods(),
        ]
        forms = tuple(Form(name, needs, re.compile(pattern, re.IGNORECASE)) for name, needs, pattern in rows)
        return Grammar(forms, self.classes)

    def _days(self) -> list[tuple[str, tuple[str, ...], str]]:
        """Forms that name a day of the calendar, or a week by it."""
        named = (
            rf"(?:(?:this|next|last)\s+(?:coming\s+|past\s+)?)?(?P<weekday>{self.any_day})(?:\s+(?P<part>{self.part}))?"
        )
        lead = rf"(?:(?:{ABOUT}?{self.clock},?\s+(?:on\s+)?)?(?:{named},?\s+)?)"
        year = rf"(?:,?\s+(?P<year>{YEAR})|,?\s+(?:of\s+)?(?P<yearstep>last|this|next|that)\s+year\b)?"
        edge = rf"(?P<edge>{EDGE})?"
        # "The year ended March 31" is over, a pact "effective June 1" is as likely to come.
        told = r"(?P<ended>(?<=\bended\s))?(?P<effective>(?<=\beffective\s))?"
        return [
            ("iso", ("iso",), r"\b(?P<year>\d{4})-(?P<mon>\d\d)-(?P<day>\d\d)(?:[T ](?P<time>\d\d:\d\d))?\b"),
            ("slashed", ("slash",), r"(?<![\d/$])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>\d{4}|\d\d)(?![\d/])"),
            (
                "day",
                ("month",),
                rf"{told}{edge}{lead}(?:(?P<monthstep>last|next|this(?!\s+\S+\s+\d\d?,))\s+)?(?P<month>{self.month})(?:\s+(?:the\s+)?(?P<day>{DAY}|{self.ordinal}\b){year}"
                rf"|,\s+(?P<then>{DAY}),\s+(?P<thenyear>{YEAR}))",
            ),
            (
                "day",
                ("month",),
                rf"{edge}{lead}(?<![\d:.,])(?:the\s+)?(?P<day>{DAY})(?:\s+of)?\s+(?P<month>{self.month}){year}",
            ),
            (
                "day",
                ("month",),
                rf"\bthe\s+(?P<day>{self.ordinal})\s+of\s+(?P<month>{self.month}){year}",
            ),
            (
                "weekof",
                ("month",),
                rf"\b(?:the\s+)?week(?P<weekend>end)?\s+(?:of|beginning|starting)\s+{lead}(?P<month>{self.month})\s+(?P<day>{DAY}){year}",
            ),
        ]

    def _years(self) -> list[tuple[str, tuple[str, ...], str]]:
        """Forms that name a month, a year or a fiscal year."""
        return [
            (
                "month",
                ("month",),
                rf"(?P<edge>{EDGE})?(?:(?P<step>last|next|this|that|this\s+past|this\s+coming|the\s+previous|the\s+following)\s+)?"
                rf"(?P<month>{self.month})(?:,?\s+(?:of\s+)?(?:(?P<year>{YEAR})|(?P<yearstep>last|this|next|that)\s+year"
                rf"|(?P<spoken>{self.spoken})|['’](?P<short>\d\d)\b(?!s))"
                # "August and October 2017", "November to March 2018"
                rf"|(?=\s+(?:and|or|to|through)\s+(?P<latermonth>{self.month}),?\s+(?:of\s+)?(?P<lateryear>{YEAR})))?"
                r"(?P<of>(?=\s+(?:\w+\s+)?(?:report|figures?|data|numbers|survey|poll|index|orders|sales)\b))?",
            ),
            ("year", ("year",), rf"(?P<edge>{EDGE})?(?:(?:the\s+)?year\s+)?\b(?P<year>{YEAR})(?!s|\s*-\s*year)\b"),
            ("year", ("year",), rf"\b(?P<spoken>{self.spoken})\b"),
            ("fiscal", ("year",), rf"(?:{EDGE})?\b(?:(?:fiscal|calendar)(?:\s+year)?\s+|FY\s?)(?P<year>{YEAR})"),
            ("fiscal", ("year",), rf"(?:the\s+)?\b(?P<year>{YEAR})\s+(?:fiscal|calendar|crop|marketing|tax)\s+year\b"),
            (
                "fiscal",
                ("year",),
                r"(?:(?<=\bin\s)|(?<=\bof\s)|(?<=\bsince\s)|\b(?:early|late|mid)[-\s])['’](?P<short>\d\d)\b(?!s)",
            ),
        ]

    def _decades(self) -> list[tuple[str, tuple[str, ...], str]]:
        """Forms that name a decade, in figures or words."""
        return [
            ("decade", ("year",), rf"(?:the\s+)?(?P<edge>{EDGE})?(?P<decade>(?:1[5-9]|20)\d0|['’]\d0)s\b"),
            # "the late 1990's". Counter-example: "1990's winner".
            (
                "decade",
                ("year",),
                rf"\bthe\s+(?P<edge>{EDGE})?(?P<decade>(?:1[5-9]|20)\d0)['’]s\b(?!\s+(?:first|second|third|fourth))",
            ),
            ("decade", ("decades",), rf"\bthe\s+(?P<edge>{EDGE})?(?P<spelt>{alternatives(self.decades)})\b"),
        ]

    def _seasons(self) -> list[tuple[str, tuple[str, ...], str]]:
        """Forms that name the end of a year, a season, a holiday or a century."""
        return [
            (
                "yearend",
                ("unit", "end"),
                rf"(?:around\s+)?\byear(?:'s|[-\s])?[-\s]?end\b(?:,?\s+(?P<year>{YEAR}))?|the\s+end\s+of\s+the\s+year\b",
            ),
            (
                "season",
                ("season",),
                rf"(?P<edge>{EDGE})?(?:(?P<step>last|next|this\s+past|this\s+coming|this|that(?:\s+same)?)\s+|the\s+(?:early\s+|late\s+)?|(?:early|late|mid)[-\s](?:in\s+the\s+)?)"
                rf"(?P<season>{self.season})(?:(?:\s+of)?\s+(?:(?P<year>{YEAR})|(?P<spoken>{self.spoken})|['’](?P<short>\d\d)))?\b",
            ),
            ("season", ("season",), rf"\b(?P<season>{self.season})(?:\s+of)?\s+(?P<year>{YEAR})\b"),
            (
                "holiday",
                ("holiday",),
                rf"(?:(?P<step>last|next|this)\s+)?\b(?P<holiday>{self.holidays})(?:(?:,|\s+in|\s+of)?\s+(?P<year>{YEAR}))?\b(?:(?P<weekend>(?:\s+holiday)?\s+weekend\b)|(?P<week>\s+week\b))?",
            ),
            (
                "century",
                ("century",),
                rf"(?:the\s+)?(?P<edge>{EDGE})?(?:the\s+)?\b(?P<nth>\d\d?(?:st|nd|rd|th)|{self.ordinal})[-\s]century\b",
            ),
        ]

    def _deictic(self) -> list[tuple[str, tuple[str, ...], str]]:
        """Forms that count from publication or from the last date told."""
        clock = rf"(?:{ABOUT}?{self.clock},?\s+(?:on\s+)?)"
        # "In the early morning hours". Counter-examples: "of Sunday", "on Sunday", "Sunday" behind it.
        bare = rf"\s+(?:(?:early|late)[-\s]+)?{self.part}\b(?!\s+(?:hours\s+)?(?:of\b|on\b|(?-i:[A-Z])))"
        after = self.clock.replace("<clock>", "<after>").replace("<zone>", "<afterzone>")
        return [
            (
                "weekday",
                ("weekday",),
                rf"{clock}?(?:(?P<step>(?:the\s+)?(?:last|next|this|this\s+past|this\s+coming)|the\s+(?:previous|following|coming))\s+|"
                rf"(?P<edge>early|late|earlier|later|dawn|sunrise|dusk|sunset)\s+(?:on\s+)?)?(?P<weekday>{self.weekday})(?!s)"
                rf"(?!\s+(?:before\s+last|after\s+next)\b)(?:\s+(?P<part>{self.part})\b)?"
                r"(?:\s+(?:of\s+)?(?P<ofweek>last|this|next)\s+week\b(?!['’]))?"
                rf"(?:,?\s+(?:(?:at|about|around)\s+)*{after})?",
            ),
            (
                "deictic",
                ("deictic",),
                rf"{clock}?(?:(?P<edge>early|late|earlier|later|{self.part})\s+)?"
                r"(?P<word>(?:the\s+)?day\s+(?:before\s+yesterday|after\s+tomorrow)|yesterday|today|tonight|tomorrow|overnight)\b"
                rf"(?:\s+(?P<part>{self.part})\b)?(?:,?\s+(?:at|about|around)\s+{after})?",
            ),
            (
                "daypart",
                ("part",),
                rf"{clock}?(?:(?P<edge>early|late|later|earlier)\s+)?\b(?P<step>this|last|that(?:\s+same)?|the\s+(?:next|following|previous|same)|the(?={bare}))\s+(?:(?:early|late)[-\s]+)?(?P<part>{self.part})\b",
            ),
            ("clock", ("clock",), rf"(?:{ABOUT})?(?<![\d:$.,])\b{self.clock}"),
            (
                "step",
                ("unit", "steps"),
                r"(?P<over>(?<=\bover\s)|(?<=\bfor\s)|(?<=\bduring\s))?"
                rf"(?P<edge>{EDGE})?\b(?P<the>the\s+(?:same\s+)?)?(?!latest\s+(?:quarter|\w+\s+end))(?P<step>{self.step})"
                rf"\s+(?:fiscal\s+|calendar\s+|full\s+)?(?P<unit>{self.unit})\b(?P<half>[-\s]+and[-\s]+a[-\s]+half\b)?",
            ),
            (
                "stepspan",
                ("unit", "steps"),
                rf"(?:\b(?:each|every)\s+of\s+)?(?:the\s+)?\b(?P<step>last|past|next|coming|previous|first|latest|following|preceding|final|closing|opening|remaining)\s+"
                rf"(?P<count>{self.count})\s+(?:or\s+so\s+)?(?P<unit>{self.unit})(?P<plural>s|ies)?\b(?:\s+or\s+so\b)?",
            ),
            (
                "offset",
                ("unit", "offsets"),
                rf"{ABOUT}?\b(?P<count>{self.count})[-\s]+(?P<unit>{self.unit})(?:s|ies)?(?:\s+or\s+(?:so|two))?(?P<half>\s+and\s+a\s+half)?\s+(?P<offset>{self.offset})",
            ),
            (
                "weekend",
                ("weekend",),
                r"(?:(?P<edge>early|late|earlier|later)\s+)?(?:(?P<step>last|next|that(?:\s+same)?|this|this\s+past|this\s+coming|the\s+past|the)\s+|(?P<every>every|each)\s+)?\bweekend\b"
                r"|\bweekend(?P<plural>s)\b",
            ),
        ]

    def _lengths(self) -> list[tuple[str, tuple[str, ...], str]]:
        """Forms that name a length."""
        return [
            (
                "length",
                ("unit",),
                # "For the nine months", "in the year-earlier six months": the article belongs to it.
                rf"(?:\bthe\s+(?:(?:year-earlier|year-ago|comparable|corresponding|same|like)\s+)?(?={self.number}\s+{self.unit}s\b))?"
                rf"{ABOUT}?\b(?!\d+\s+quarter\b)(?P<count>{self.count})(?:[-\s]+(?:more|full|long|straight|consecutive|additional))*[-\s]+"
                rf"(?P<unit>{self.unit})(?P<plural>s|ies)?\b(?P<half>\s+and\s+a\s+half\b)?(?:-long\b|\s+or\s+so\b)?(?=(?:\s+(?P<after>after|before|later|earlier)\b)?)",
            ),
            (
                "plural",
                ("unit",),
                r"(?:(?<=\bfor\s)|(?<=\bin\s)|(?<=\bwithin\s)|(?<=\bfollows\s))"
                r"(?P<unit>centurie|decade|year|month|week|day|hour|minute)s(?:\s+or\s+(?:year|month|week|day)s)?\b(?!\s+past\b)",
            ),
            (
                "plural",
                ("unit", "offsets"),
                r"\b(?P<unit>decade|year|month|week|day|hour|minute)s\s+(?:ago|later|earlier)\b",
            ),
            (
                "plural",
                ("unit", "ahead"),
                r"\b(?:the\s+)?(?P<unit>decade|year|month|week|day|hour)s\s+(?:ahead\b(?!\s+of\b)|to\s+come\b)",
            ),
            ("long", ("unit",), r"\b(?P<unit>decade|year|month|week|day|hour)[-\s]?long\b"),
            ("length", ("short",), rf"\b(?P<count>\d+)[-\s]?(?P<unit>{self.short_unit})\b"),
            # "The last year or so", "the next day or two". Counter-example: "last year or the year before".
            (
                "orso",
                ("unit", "steps"),
                rf"(?:the\s+)?\b(?:last|past|(?:next|coming)(?=\s+\w+\s+or\s+two))\s+(?P<unit>{self.unit})\s+or\s+(?:so|two)\b",
            ),
            (
                "quartercentury",
                ("century",),
                rf"{ABOUT}?(?:\ba\s+)?\bquarter(?:\s+of\s+a)?[-\s]century\b(?!-old)(?P<ago>\s+ago\b)?",
            ),
        ]

    def _sets(self) -> list[tuple[str, tuple[str, ...], str]]:
        """Forms that name what comes again and again."""
        return [
            (
                "set",
                ("unit", "every"),
                rf"\b(?:every|each)\s+(?:(?P<other>other|single)\s+)?(?:(?P<count>{self.number}|few|several|couple\s+of)\s+)?(?P<unit>{self.unit})s?\b",
            ),
            (
                "dayset",
                ("weekday", "every"),
                rf"\b(?:every|each)\s+(?:other\s+)?(?P<weekday>{self.weekday})(?:\s+(?P<part>{self.part})\b)?",
            ),
            ("dayset", ("weekday",), rf"\b(?P<weekday>{alternatives(self.days)})s\b(?P<part>)"),
            ("dayset", ("weekday",), rf"(?P<weekday>{self.weekday})\s+(?P<part>{self.part})s\b"),
            (
                "comesagain",
                ("every",),
                rf"\b(?:every|each)\s+(?:(?P<season>{self.season})|(?P<month>{self.month})|(?P<part>{self.part}))\b",
            ),
            (
                "eachmonth",
                ("weekday", "unit"),
                rf"\b(?:the\s+)?(?:first|second|third|fourth|last)\s+{self.weekday}\s+(?:of|in)\s+(?:every|each|the)\s+month\b",
            ),
            ("adverb", ("set",), rf"\b(?P<set>{self.sets})\b"),
        ]

    def _references(self) -> list[tuple[str, tuple[str, ...], str]]:
        """Forms that name a time no calendar holds, or a stretch that only what was told tells."""
        return [
            ("reference", ("reference",), rf"\b(?P<word>{self.references})\b"),
            (
                "adjective",
                ("adjective", "unit"),
                rf"(?:the\s+)?\b(?P<word>{self.adjectives})\s+(?:{self.unit}s(?:\s+and\s+{self.unit}s)?|centuries)\b",
            ),
            ("adjective", ("adjective",), r"\b(?P<word>current)\b(?=\s+[a-z])"),
            (
                "theyear",
                ("unit",),
                r"\b(?:the|its|their)\s+(?:(?:full|fiscal|calendar|latest)\s+)?(?P<unit>year|week)\b(?=\s+(?P<ended>end(?:ed|ing|s))\b)"
                r"|(?:(?P<edge>early|late|earlier|later)\s+in\s+|(?<=for\s)|(?<=For\s)|(?<=of\s))the\s+(?:(?:full|fiscal)\s+)?year\b|\b(?:the|its|their)\s+(?:full\s+)?fiscal\s+year\b(?!\s+\d)",
            ),
            (
                "times",
                ("unit", "once"),
                rf"\b(?:once|twice|(?:{self.number}|several|many)\s+times)\s+(?:a|an|per|each|every)\s+(?P<unit>{self.unit})\b",
            ),
            (
                "inthe",
                ("unit",),
                r"\b(?P<edge>early|late|earlier|later)\s+in\s+the\s+(?P<unit>day|week|month|decade)\b"
                r"|\b(?:the\s+)?(?:end|middle|beginning|start|rest|remainder|turn)\s+of\s+the\s+(?P<whole>week|month|quarter|decade|century)\b(?!\s+of\b)",
            ),
            (
                "theday",
                ("ends",),
                r"\bthe\s+(?P<unit>day|night|week|month|year)\s+(?P<step>before|after|earlier)\b(?=\s*(?:[.,;)]|$))",
            ),
            (
                "theweek",
                ("unit",),
                r"\bthe\s+week\b(?=\s*(?:['’]s\b|[.,;:)]|$|\w+day\b))",
            ),
            (
                "that",
                ("unit", "that"),
                r"(?:(?P<edge>early|late|earlier|later)\s+)?\b(?:that(?:\s+(?:very\s+)?same)?|the\s+(?:very\s+)?same)\s+(?P<unit>year|month|week|day)\b",
            ),
        ]

    def _periods(self) -> list[tuple[str, tuple[str, ...], str]]:
        """Quarters, halves and "the year-ago period", as business copy has them."""
        nth = (
            r"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|first[-\s]|third[-\s]|final|last(?=[-\s]quarter\s+of))"
        )
        which = r"(?:the|a)\s+"
        before = r"\s+(?:of\s+|in\s+)?last\s+year\b(?!['’])|\s+(?:of\s+)?(?:a|the)\s+year\s+(?:ago|earlier|before)\b"
        owner = rf"{YEAR}(?:['’]s)?|(?:last|this|next)\s+year['’]s"
        fiscal = r"(?:(?:fiscal|calendar)[-\s]+)?"
        ago = "year-ago|year-earlier|year-before|prior-year|previous-year"
        told = rf"(?P<edge>early|late|latest|flat|same|comparable|current|fiscal|(?P<ago>{ago}))"
        of = rf",?\s+(?:of\s+)?(?:fiscal\s+)?(?P<of>{YEAR})"
        step = r"\s+(?:of\s+)?(?P<step>last|this|next|the\s+(?:prior|previous))\s+year"
        like = "comparable|corresponding|like"
        of_year = rf"(?:same|{like})(?=\s+\w+(?P<before>{before}))|(?:{like})(?=\s+\w+\s+(?:of|in)\s+{YEAR})|same"
        latest = rf"(?P<which>latest|recent|current|{ago}|{YEAR}|that|last|previous|next|{of_year})"
        return [
            (
                "quarter",
                ("quarter",),
                rf"(?:{EDGE})?(?:{which}(?!\w+-quarter))?(?:{told}[-\s]+)*(?:(?P<year>{owner})\s+)?{fiscal}"
                rf"\b{nth}[-\s]+(?:(?:fiscal|calendar)\s+)?quarters?\b(?:{of}|{step}|(?P<before>{before}))?",
            ),
            # The first of two: "the second and third quarters of 1990".
            (
                "quarter",
                ("quarter",),
                rf"(?:the\s+)?\b{nth}(?=\s+(?:and|or)\s+(?:first|second|third|fourth)[-\s]+quarters?\b(?:\s+of\s+(?P<of>{YEAR}|last\s+year|next\s+year))?)",
            ),
            (
                "lastquarter",
                ("quarter",),
                rf"(?:{which})?\b(?:(?:comparable|same|most|corresponding|like)\s+)?{latest}\s+(?P<unit>quarter|period)\b"
                rf"(?:{before}|\s+(?:of|in)\s+(?P<ofyear>{YEAR}))?",
            ),
            (
                "thequarter",
                ("quarter",),
                r"\bthe\s+quarter\b(?!-)(?P<ago>\s+a\s+year\s+(?:ago|earlier))?(?=(?:\s+end(?:ed|ing)\s+(?:in\s+)?(?P<ended>[A-Z][a-z]+))?)",
            ),
            (
                "halfyear",
                ("quarter",),
                # "The first half of October" and of a match are no half-years.
                rf"(?:{which})?(?:(?P<owner>{owner})\s+)?(?:fiscal[-\s]+)?\b(?P<nth>first|second|last|latter)[-\s]half\b"
                rf"(?:(?:\s+of)?\s+(?:fiscal\s+)?(?P<year>{YEAR}|(?:last|this|next|the)\s+year)\b(?!['’])|(?!\s+of\b))",
            ),
            ("yearago", ("unit", "offsets"), r"\byear-(?:ago|earlier)\b"),
        ]
