"""A page's lines judged one by one: kept as the report's, or furniture of some kind and why."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

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
    words = [line.words for line in lines]
    scores = odds(lines, lexicons=lexicons) if support is None else np.array(support, dtype=np.float64)
    if recurring:
        scores = scores + np.array(recurring)
    kept = list(best_sequence(scores, (lexicons.line_weights if support is None else lexicons.block_weights).switch))
    if support is None:
        hardly = scores - _CURT * np.array([" " not in line for line in words])  # "URL", "Echo"
        sentences = [keep and _is_prose(line, lexicons) for keep, line in zip(kept, words, strict=True)]
        kept = list(without_loose_ends(kept, hardly, sentences))
    asked = range(len(words)) if support is None else _unsure(words, scores.tolist())
    shown: list[Kind | None] = [None] * len(words)
    for index, own in zip(asked, own_kinds([words[i] for i in asked], lexicons=lexicons), strict=True):
        shown[index] = own
    gone = _by_phrase(words, kept, shown, lexicons)
    if support is not None:
        gone = {i: kind for i, kind in gone.items() if not _surer(scores[i], words[i], kind[0], lexicons)}
    gone |= player_lines(words, lexicons.media_words.players)
    gone |= {i: RECURS for i, weight in enumerate(recurring) if weight <= _RECURRING and not kept[i]}
    _rescue(words, kept, gone, lexicons, None if support is None else [score > _HARDLY for score in scores])
    if support is None:
        for index in turns(words, shown, lexicons):
            kept[index] = True
            gone.pop(index, None)
    gone |= capital_teasers(words, kept)
    if support is None:
        gone |= embedded_posts(words, kept)
        for index in subheadings(words, kept, gone, shown) | field_lines(words, kept, shown):
            kept[index] = True
            gone.pop(index, None)
    gone |= poll_questions(words, kept, shown)
    _keep_from_dateline(words, kept, gone, lexicons)
    live = [i for i, keep in enumerate(kept) if keep and i not in gone]
    opening = _opening(words, kept, live, lexicons)
    if opening is not None and gone.get(opening) == RECURS:
        del gone[opening]
    header = find_headline(words, kept, shown, opening, titles=titles, lexicons=lexicons)
    for index, why in captions(words, asked, lexicons.agencies, live[-1] if live else None).items():
        gone.setdefault(index, (FurnitureKind.CAPTION, why))
    for index in header:
        kept[index] = False
        gone.pop(index, None)
    live = [i for i, keep in enumerate(kept) if keep and i not in gone]
    gone |= lines_of_header(words, live, shown, header, lexicons)
    live = [i for i in live if i not in gone]
    early = before_the_text(words, live, shown, gone, header, opening, lexicons)
    gone |= {i: kind for i, kind in early.items() if support is None or kind[0] is not FurnitureKind.OTHER}
    live = [i for i in live if i not in gone]
    if support is None:
        gone |= after_the_text(words, live, lexicons)
        gone |= inline_teasers(words, [i for i in live if i not in gone])
        gone |= closing_lines(words, [i for i in live if i not in gone])
        gone |= doubled_lines(words, [i for i in live if i not in gone], opening)
    live = [i for i in live if i not in gone]
    gone |= gallery_dumps(words, live) | captions_inside(words, live, gone, opening, shown, lexicons)
    live = [i for i in live if i not in gone]
    sure = support is not None and all(scores[i] >= _SURER_THAN_LIKENESS for i in live)
    again = not sure or len({words_of(words[i]) for i in live}) < len(live)
    if again and not any(_is_version_mark(words[i], lexicons) for i in live):
        place = live.index(opening) if opening in live else None
        for index, why in repeated_lines([words[i] for i in live], place).items():
            if support is None or scores[live[index]] < _SURER_THAN_LIKENESS or why == SAME_WORDS:
                gone[live[index]] = (FurnitureKind.PULL_QUOTE, why)
    for index in gone:
        kept[index] = False
    return _verdicts(lines, kept, gone, header, shown, scores.tolist(), lexicons)


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


def _by_phrase(
    words: Sequence[str], kept: Sequence[bool], shown: Sequence[Kind | None], lexicons: Lexicons
) -> dict[int, Kind]:
    """The kept lines that show by their own words to be furniture."""
    gone = {}
    for index, keep in enumerate(kept):
        own = shown[index]
        if own and own[0] is FurnitureKind.WIDGET and len(words[index]) > _POST and _SIGNED_POST.search(words[index]):
            continue  # a post set into the text is quoted there; the learned odds decide
        if not keep or own is None or _is_version_mark(words[index], lexicons):
            continue
        phrase = lexicons.furniture.find(words[index])
        sure = phrase is None or phrase.how == "whole" or phrase.kind in _SURE or (phrase.kind, phrase.how) in _WITHIN
        sure = sure or (phrase is not None and _is_note(phrase))
        if not sure and is_sentence(words[index], lexicons.function_words):
            continue
        gone[index] = own
    return gone


def _surer(odds: float, words: str, kind: FurnitureKind, lexicons: Lexicons) -> bool:
    """True when the page's markup is surer that a line is the report's than its words are that it is furniture.

    It never is of a poll's answers, "( ) Yes ( ) No", or of a post that ends in a bare handle: no report writes so.
    """
    phrase = lexicons.furniture.find(words)
    if phrase is None:
        return kind not in _NEVER_A_REPORTS and odds >= _SURER_THAN_SHAPE
    return phrase.how != "whole" and not _is_note(phrase) and odds >= _SURER_THAN_PHRASE


def _is_note(phrase: Phrase) -> bool:
    """True for a phrase of some length with which editors note something: "this story has been corrected"."""
    return phrase.kind == "other" and phrase.words.count(" ") >= _STOCK


def _rescue(
    words: Sequence[str],
    kept: list[bool],
    gone: Mapping[int, Kind],
    lexicons: Lexicons,
    likely: Sequence[bool] | None = None,
) -> None:
    """Keeps sentences that stand right between kept lines, and marks of versions; all sentences of a page of prose.

    `likely`: the lines that the page's markup does not rule out; only those are kept then.
    """

    def tells(index: int) -> bool:
        return (likely is None or likely[index]) and _is_told(words[index], lexicons)

    bare = likely is None and sum(map(tells, range(len(words)))) >= 0.6 * len(words)
    for index in range(len(words)):
        between = 0 < index < len(words) - 1 and kept[index - 1] and kept[index + 1]
        if not kept[index] and (bare or between) and tells(index):
            kept[index] = True
    for index, line in enumerate(words):
        if index + 1 < len(words) and kept[index + 1] and not kept[index] and _is_version_mark(line, lexicons):
            kept[index] = True
    if not any(keep and i not in gone for i, keep in enumerate(kept)):
        for index in list(filter(tells, range(len(words)))) or _long_lines(words, gone, lexicons):
            kept[index] = True


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


def _keep_from_dateline(words: Sequence[str], kept: list[bool], gone: Mapping[int, Kind], lexicons: Lexicons) -> None:
    """Keeps the paragraph that opens with a dateline a few lines before the first kept one, and sentences between.

    "PORT SOREL (AFP) — What the sides hope for:" opens a text though it ends in a colon; a teaser breaks off.
    """
    first = next((i for i, keep in enumerate(kept) if keep and i not in gone), None)
    if first is None:
        return
    for index in range(first - 1, max(-1, first - 8), -1):
        line = words[index]
        if len(line.split()) < 8 or cut_off(line) or index in gone:
            continue
        found = find_dateline(line, agencies=lexicons.agencies, geography=lexicons.geography)
        if found and found.place and (found.agency or line[: found.end].split()[0].isupper()):
            kept[index] = True
            for between in range(index + 1, first):
                kept[between] = kept[between] or is_sentence(words[between], lexicons.function_words)
            return


def _opening(words: Sequence[str], kept: list[bool], live: Sequence[int], lexicons: Lexicons) -> int | None:
    """The line that opens with a dateline, among the first few kept; a dateline on its own line is kept with them."""
    for index in live[:6]:
        if (
            index > 0
            and not kept[index - 1]
            and lone_dateline(words[index - 1], agencies=lexicons.agencies, geography=lexicons.geography)
        ):
            kept[index - 1] = True
            return index - 1
        if find_dateline(words[index], agencies=lexicons.agencies, geography=lexicons.geography):
            return index
        if lone_dateline(words[index], agencies=lexicons.agencies, geography=lexicons.geography):
            return index
    return None


def _verdicts(
    lines: Sequence[Line],
    kept: Sequence[bool],
    gone: Mapping[int, Kind],
    header: Sequence[int],
    shown: Sequence[Kind | None],
    odds: Sequence[float],
    lexicons: Lexicons,
) -> tuple[Verdict, ...]:
    words = [line.words for line in lines]
    live = [i for i, keep in enumerate(kept) if keep]
    body = (live[0], live[-1] + 1) if live else (len(lines), len(lines))
    kinds = furniture_kinds(words, shown, body, kept, lexicons=lexicons)
    verdicts = []
    for index, line in enumerate(lines):
        if kept[index]:
            verdicts.append(Verdict(line, None, _why_kept(shown[index], odds[index]), odds=odds[index]))
        elif index in header:
            verdicts.append(Verdict(line, None, "headline", header=True, odds=odds[index]))
        else:
            kind, why = gone.get(index) or kinds[index]
            if (kind, why) == RECURS and kinds[index][0] is not FurnitureKind.OTHER:
                kind, why = kinds[index]
            unsure = kind is FurnitureKind.OTHER or why == TEASER
            if unsure and index < body[0] and _is_standfirst(words, index, header, kinds):
                kind, why = FurnitureKind.OTHER, "a standfirst, between headline and text"
            verdicts.append(Verdict(line, kind, why, odds=odds[index]))
    return tuple(verdicts)


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
