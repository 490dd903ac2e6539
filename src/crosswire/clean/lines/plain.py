"""A page's lines judged one by one: kept as the report's, or furniture of some kind and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from crosswire.clean.header.headline import find_headline
from crosswire.clean.lines.captions import captions
from crosswire.clean.lines.closing import closing_lines
from crosswire.clean.lines.decide import best_sequence, odds, without_loose_ends
from crosswire.clean.lines.doubled import doubled_lines
from crosswire.clean.lines.dumps import gallery_dumps
from crosswire.clean.lines.fields import field_lines
from crosswire.clean.lines.header_lines import lines_of_header
from crosswire.clean.lines.kinds import TEASER, Kind, capital_teasers, furniture_kinds, own_kinds, poll_questions
from crosswire.clean.lines.lead import before_the_text
from crosswire.clean.lines.lines import Line
from crosswire.clean.lines.pictured import captions_inside
from crosswire.clean.lines.players import player_lines
from crosswire.clean.lines.posts import embedded_posts
from crosswire.clean.lines.repeats import SAME_WORDS, repeated_lines
from crosswire.clean.lines.subheadings import subheadings
from crosswire.clean.lines.tail import after_the_text
from crosswire.clean.lines.teasers import inline_teasers
from crosswire.clean.lines.traits import cut_off, is_running, is_sentence, title_case
from crosswire.clean.lines.transcript import turns
from crosswire.clean.signed.dateline import find_dateline, lone_dateline
from crosswire.clean.signed.opening import Opening
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.furniture import Phrase
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import FurnitureKind

# Lines that part a later version of a report from an earlier one belong to the text; more in page_signs.toml.
_VERSION_MARK = re.compile(
    r"^\W*(?:update[ds]?(?:\s+\d.*)?|(?:as .{2,40} )?(?:previously|earlier) reported)\s*:\s*$"
    r"|^\W*(?:previous|original|earlier) (?:story|report|version)\W*$",
    re.IGNORECASE,
)
_MARK = 70  # signs
_POST = 25
# Below these odds the markup rules out what the words of a line would have kept between two others.
_HARDLY = -1.5
# From these odds on the markup is surer than a line's shape (an address, a date: items of a list), a stock phrase that
# is only part of it, or its words in other lines.
_SURER_THAN_SHAPE, _SURER_THAN_PHRASE, _SURER_THAN_LIKENESS = 1.0, 2.0, 2.0
_NEVER_A_REPORTS = frozenset({FurnitureKind.POLL, FurnitureKind.WIDGET})
_PARAGRAPH = 60  # signs
_STOPS = frozenset('.!?”"’。！？')
_TITLE_CASE = 0.7
_RECURRING = -1.0
_CURT = 2.0  # what being one word takes from the odds of a line at either end of the report
RECURS: Kind = FurnitureKind.OTHER, "stands in other reports of this publisher too"
READS = "reads as the report"
# A line of so many words between headline and text is a standfirst. It is furniture even when it is a sentence: of the
# human-marked bodies of pages none holds its standfirst, and it says what the text says again.
_STANDFIRST = 6
# A post with its address or its writer; one that ends in a bare handle is the page's own widget.
_SIGNED_POST = re.compile(r"pic\.twitter\.com|//t\.co/|\(@\w+\)")
# Kinds whose phrases no sentence of a report contains by chance.
_WITHIN = frozenset({("player", "within"), ("comment", "within")})
_STOCK = 3  # spaces: "this is a developing story" says what it is, "editor's note" may open a paragraph
_SURE = frozenset({"legal", "newsletter", "credit", "sharing", "advert"})


def judge(
    lines: Sequence[Line],
    *,
    lexicons: Lexicons,
    support: Sequence[float] | None = None,
    titles: Sequence[str] = (),
    recurring: Sequence[float] = (),
) -> tuple[Verdict, ...]:
    """A verdict for every line, in order. `support`: for each line the log odds, by the page's markup, that it is the
    report's; they take the place of the odds by words alone.

    `recurring`: what each line's standing in other reports of the publisher takes from its odds.
    `titles` are the forms of the headline where it is known from elsewhere. Nothing is kept or dropped without a
    reason in `why`.
    """
    page = _Judging(lines, lexicons, support, recurring)
    page.by_odds()
    page.by_words(recurring)
    page.by_place(titles)
    page.by_likeness()
    return page.verdicts()


class _Judging:
    """The lines of a page while they are judged: `kept` for the report, but for those `gone`, by what kind they are.

    `shown`: what a line's own words show it to be. `marked`: the odds are those of the page's markup.
    """

    def __init__(
        self, lines: Sequence[Line], lexicons: Lexicons, support: Sequence[float] | None, recurring: Sequence[float]
    ) -> None:
        self.lines, self.lexicons, self.marked = lines, lexicons, support is not None
        self.words = [line.words for line in lines]
        self.scores = odds(lines, lexicons=lexicons) if support is None else np.array(support, dtype=np.float64)
        if recurring:
            self.scores = self.scores + np.array(recurring)
        self.asked = _unsure(self.words, self.scores.tolist()) if self.marked else list(range(len(lines)))
        self.shown: list[Kind | None] = [None] * len(lines)
        self.kept: list[bool] = []
        self.gone: dict[int, Kind] = {}
        self.header: Sequence[int] = ()
        self.opening: int | None = None

    def live(self) -> list[int]:
        """The lines that are the report's as far as is known."""
        return [i for i, keep in enumerate(self.kept) if keep and i not in self.gone]

    def keep(self, indices: Iterable[int], *, keep: bool = True) -> None:
        """Takes the lines for the report's, or for none of its text, whatever their words show."""
        for index in indices:
            self.kept[index] = keep
            self.gone.pop(index, None)

    def by_odds(self) -> None:
        """Keeps the likeliest lines; where words alone tell the odds, none that hangs loose at either end."""
        weights = self.lexicons.block_weights if self.marked else self.lexicons.line_weights
        self.kept = list(best_sequence(self.scores, weights.switch))
        if not self.marked:
            hardly = self.scores - _CURT * np.array([" " not in line for line in self.words])  # "URL", "Echo"
            pairs = zip(self.kept, self.words, strict=True)
            sentences = [keep and _is_prose(line, self.lexicons) for keep, line in pairs]
            self.kept = list(without_loose_ends(self.kept, hardly, sentences))

    def by_words(self, recurring: Sequence[float]) -> None:
        """Lets go of what shows by its words, or by other pages, to be furniture; keeps what shows to be the text's."""
        words, lexicons = self.words, self.lexicons
        for index, own in zip(self.asked, own_kinds([words[i] for i in self.asked], lexicons=lexicons), strict=True):
            self.shown[index] = own
        self.gone = self._by_phrase()
        self.gone |= player_lines(words, lexicons.media_words.players)
        self.gone |= {i: RECURS for i, weight in enumerate(recurring) if weight <= _RECURRING and not self.kept[i]}
        self._rescue()
        if not self.marked:
            self.keep(turns(words, self.shown, lexicons))
        self.gone |= capital_teasers(words, self.kept)
        if not self.marked:
            self.gone |= embedded_posts(words, self.kept)
            self.keep(subheadings(words, self.kept, self.gone, self.shown) | field_lines(words, self.kept, self.shown))
        self.gone |= poll_questions(words, self.kept, self.shown)
        self._keep_from_dateline()

    def by_place(self, titles: Sequence[str]) -> None:
        """Finds the headline, and lets go of what stands around it, before the text and behind it."""
        words, gone, shown, lexicons = self.words, self.gone, self.shown, self.lexicons
        live = self.live()
        self.opening = opening = self._opening(live)
        if opening is not None and gone.get(opening) == RECURS:
            del gone[opening]
        self.header = header = find_headline(words, self.kept, shown, opening, titles=titles, lexicons=lexicons)
        for index, why in captions(words, self.asked, lexicons.agencies, live[-1] if live else None).items():
            gone.setdefault(index, (FurnitureKind.CAPTION, why))
        self.keep(header, keep=False)
        gone |= lines_of_header(words, self.live(), shown, header, lexicons)
        early = before_the_text(words, self.live(), shown, gone, header, opening, lexicons)
        gone |= {i: kind for i, kind in early.items() if not self.marked or kind[0] is not FurnitureKind.OTHER}
        if not self.marked:
            gone |= after_the_text(words, self.live(), lexicons)
            gone |= inline_teasers(words, self.live())
            gone |= closing_lines(words, self.live())
            gone |= doubled_lines(words, self.live(), opening)
        live = self.live()
        gone |= gallery_dumps(words, live) | captions_inside(words, live, gone, opening, shown, lexicons)

    def by_likeness(self) -> None:
        """Lets go of the lines that say again what others say, where no earlier version stands on the page."""
        live = self.live()
        sure = self.marked and all(self.scores[i] >= _SURER_THAN_LIKENESS for i in live)
        again = not sure or len({words_of(self.words[i]) for i in live}) < len(live)
        if not again or any(_is_version_mark(self.words[i], self.lexicons) for i in live):
            return
        place = live.index(self.opening) if self.opening in live else None
        for index, why in repeated_lines([self.words[i] for i in live], place).items():
            if not self.marked or self.scores[live[index]] < _SURER_THAN_LIKENESS or why == SAME_WORDS:
                self.gone[live[index]] = (FurnitureKind.PULL_QUOTE, why)

    def _by_phrase(self) -> dict[int, Kind]:
        """The kept lines that show by their own words to be furniture."""
        gone: dict[int, Kind] = {}
        for index in (i for i, keep in enumerate(self.kept) if keep):
            line, own = self.words[index], self.shown[index]
            if own is None or _is_version_mark(line, self.lexicons):
                continue
            if own[0] is FurnitureKind.WIDGET and len(line) > _POST and _SIGNED_POST.search(line):
                continue  # a post set into the text is quoted there; the learned odds decide
            phrase = self.lexicons.furniture.find(line)
            if not _is_sure(phrase) and is_sentence(line, self.lexicons.function_words):
                continue
            if not (self.marked and _surer(self.scores[index], phrase, own[0])):
                gone[index] = own
        return gone

    def _rescue(self) -> None:
        """Keeps sentences that stand right between kept lines, and marks of versions; all sentences of a page of prose.

        Of a page with markup only the lines that this does not rule out.
        """
        words, kept, count = self.words, self.kept, len(self.words)

        def tells(index: int) -> bool:
            likely = not self.marked or bool(self.scores[index] > _HARDLY)
            return likely and _is_told(words[index], self.lexicons)

        bare = not self.marked and sum(map(tells, range(count))) >= 0.6 * count
        for index in range(count):
            between = 0 < index < count - 1 and kept[index - 1] and kept[index + 1]
            if not kept[index] and (bare or between) and tells(index):
                kept[index] = True
        for index, line in enumerate(words):
            if index + 1 < count and kept[index + 1] and not kept[index] and _is_version_mark(line, self.lexicons):
                kept[index] = True
        if not self.live():
            for index in list(filter(tells, range(count))) or _long_lines(words, self.gone, self.lexicons):
                kept[index] = True

    def _keep_from_dateline(self) -> None:
        """Keeps the paragraph that opens with a dateline a few lines before the first kept one, and sentences between.

        "PORT SOREL (AFP) — What the sides hope for:" opens a text though it ends in a colon; a teaser breaks off.
        """
        first = next(iter(self.live()), None)
        if first is None:
            return
        for index in range(first - 1, max(-1, first - 8), -1):
            line = self.words[index]
            if len(line.split()) < 8 or cut_off(line) or index in self.gone:
                continue
            found = self._dateline(line)
            if found and found.place and (found.agency or line[: found.end].split()[0].isupper()):
                self.kept[index] = True
                for between in range(index + 1, first):
                    self.kept[between] |= is_sentence(self.words[between], self.lexicons.function_words)
                return

    def _opening(self, live: Sequence[int]) -> int | None:
        """The line that opens with a dateline, among the first few kept; one on its own line is kept with them."""
        for index in live[:6]:
            if index > 0 and not self.kept[index - 1] and self._is_dateline(self.words[index - 1]):
                self.kept[index - 1] = True
                return index - 1
            if self._dateline(self.words[index]) or self._is_dateline(self.words[index]):
                return index
        return None

    def _dateline(self, line: str) -> Opening | None:
        return find_dateline(line, agencies=self.lexicons.agencies, geography=self.lexicons.geography)

    def _is_dateline(self, line: str) -> bool:
        return bool(lone_dateline(line, agencies=self.lexicons.agencies, geography=self.lexicons.geography))

    def verdicts(self) -> tuple[Verdict, ...]:
        """A verdict for every line, in order."""
        self.kept = [keep and i not in self.gone for i, keep in enumerate(self.kept)]
        live = self.live()
        body = (live[0], live[-1] + 1) if live else (len(self.lines), len(self.lines))
        kinds = furniture_kinds(self.words, self.shown, body, self.kept, lexicons=self.lexicons)
        return tuple(self._verdict(index, body[0], kinds) for index in range(len(self.lines)))

    def _verdict(self, index: int, begin: int, kinds: Sequence[Kind]) -> Verdict:
        line, odds = self.lines[index], self.scores[index].item()
        if self.kept[index]:
            return Verdict(line, None, _why_kept(self.shown[index], odds), odds=odds)
        if index in self.header:
            return Verdict(line, None, "headline", header=True, odds=odds)
        kind, why = self.gone.get(index) or kinds[index]
        if (kind, why) == RECURS and kinds[index][0] is not FurnitureKind.OTHER:
            kind, why = kinds[index]
        unsure = kind is FurnitureKind.OTHER or why == TEASER
        if unsure and index < begin and _is_standfirst(self.words, index, self.header, kinds):
            kind, why = FurnitureKind.OTHER, "a standfirst, between headline and text"
        return Verdict(line, kind, why, odds=odds)


def _is_version_mark(line: str, lexicons: Lexicons) -> bool:
    """True for "INITIAL REPORT:", "ORIGINAL POST", "UPDATE 4 p.m.:"; "Original article" is a link without its colon."""
    if len(line) > _MARK:
        return False
    loud = line.rstrip().endswith(":") or (" " in line and line.isupper())
    return bool(_VERSION_MARK.match(line)) or (loud and lexicons.page_signs["earlier-version"].alone(line) is not None)


def _is_prose(line: str, lexicons: Lexicons) -> bool:
    """True for a sentence that is not a line of names: "The Echo, Views and News from Linden and Ostra." is one."""
    return is_sentence(line, lexicons.function_words) and title_case(line) < _TITLE_CASE


def _unsure(words: Sequence[str], odds: Sequence[float]) -> list[int]:
    """The lines that are asked what their own words show: not the sentences of which the page's markup is surer."""
    return [
        i
        for i, line in enumerate(words)
        if len(line) < _PARAGRAPH
        or odds[i] < _SURER_THAN_PHRASE
        or line[-1] not in _STOPS
        or "@" in line
        or "{" in line
        or "}" in line
        or ";" in line
        or ".co" in line  # every post and script has one
    ]


def _is_sure(phrase: Phrase | None) -> bool:
    """True where no sentence of a report holds the phrase by chance, and for a line without one."""
    if phrase is None or phrase.how == "whole" or phrase.kind in _SURE:
        return True
    return (phrase.kind, phrase.how) in _WITHIN or _is_note(phrase)


def _surer(odds: float, phrase: Phrase | None, kind: FurnitureKind) -> bool:
    """True when the page's markup is surer that a line is the report's than its words are that it is furniture.

    It never is of a poll's answers, "( ) Yes ( ) No", or of a post that ends in a bare handle: no report writes so.
    """
    if phrase is None:
        return kind not in _NEVER_A_REPORTS and odds >= _SURER_THAN_SHAPE
    return phrase.how != "whole" and not _is_note(phrase) and odds >= _SURER_THAN_PHRASE


def _is_note(phrase: Phrase) -> bool:
    """True for a phrase of some length with which editors note something: "this story has been corrected"."""
    return phrase.kind == "other" and phrase.words.count(" ") >= _STOCK


def _is_told(line: str, lexicons: Lexicons) -> bool:
    """True for a sentence without a stock phrase of furniture."""
    return is_sentence(line, lexicons.function_words) and lexicons.furniture.find(line) is None


def _long_lines(words: Sequence[str], gone: Mapping[int, Kind], lexicons: Lexicons) -> list[int]:
    """The long lines of a page that has no whole sentence: its text breaks off in the middle of one."""
    return [
        i
        for i, line in enumerate(words)
        if is_running(line, lexicons.function_words) and i not in gone and lexicons.furniture.find(line) is None
    ]


def _why_kept(shown: Kind | None, odds: float) -> str:
    """Why a line is the report's: its odds, its place against its odds, or its odds against what its words show."""
    if shown is not None:
        return f"{READS} although its words show: {shown[1]} ({shown[0].value})"
    return READS if odds >= 0 else f"{READS} where it stands, not by its odds"


def _is_standfirst(words: Sequence[str], index: int, header: Sequence[int], kinds: Sequence[Kind]) -> bool:
    """True for a line of some words that follows the headline, nothing but bylines and dates between them."""
    above = index - 1
    while above >= 0 and kinds[above][0] in (FurnitureKind.BYLINE, FurnitureKind.DATE):
        above -= 1
    return above in header and len(words[index].split()) >= _STANDFIRST
