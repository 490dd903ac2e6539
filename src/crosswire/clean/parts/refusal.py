"""Why a page holds no report: an error, a wall, a form, a list, a picture; in words, with the phrase that shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from crosswire.clean.blocks.tree import Tree
from crosswire.clean.lines.traits import cut_off, is_sentence
from crosswire.clean.parts.section_fronts import front_of
from crosswire.clean.signed.dateline import find_dateline
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.forms import is_foreign, lines_with, words_of
from crosswire.lexicons.function_words import FunctionWords
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.page_signs import PageSigns, Sign, SignGroup, plain_text
from crosswire.model.report import FurnitureKind

# A sign of a Chinese or Japanese text counts as half a word.
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(rf"{_SPACELESS.pattern}{{2}}|[^\W_]+")
FEWEST_WORDS = 5
_CAPTION = 60  # words: what stands beside a video
# A page whose text has more words than this beside the lines that bear a wall's signs is an article.
_WALL_TEXT = 60
# … and beside the lines of a form (consent, accounts), of which nearly the whole text must consist.
_FORM_TEXT = 40
_FORM_SHARE = 0.6
_FORM_TITLED = 60  # words beside a title such as "Log in | The Tide Table"
_NOTICE = 60  # words of a paywall's notice, with its offer
_OPENING = 4  # lines of a form, one of which bears its sign
# Longer texts are no error page's, and no dialogue's about consent.
_LONGEST_WALL, _LONGEST_FORM = 250, 800
# Where the message of an error page stands: its first lines.
_TOP = 12
_SHORT_PAGE = 40  # lines
_LIST_ALONE, _LIST_LINES = 0.6, 5
_MOST_LABEL = 4  # words beside the figures of a table's line
_FEWEST_FIGURES = 12
_TABLE_TEXT = 100  # a table whose kept lines have more words must be figures throughout
# Lists of videos: every line a title with its length ("1:15 Crews leave the harbour"), and hardly another word.
_LENGTH = re.compile(r"^\d{1,2}:\d\d\s+\S|\S\s+\(?\d{1,2}:\d\d\)?$")
_TITLES_SHARE, _FEWEST_TITLES = 0.9, 4
# A help text of a network or a shop: short, and every sentence tells the reader what to press.
_HELP_TEXT = 80  # words
_HELP = re.compile(
    r"\b(?:tweets?|account|log ?in|sign in|password|cookies?|settings|browser|notifications?|profile|history|apps?"
    r"|device|website|javascript|click|tap|location|switch|link|embed|download)\b",
    re.IGNORECASE,
)
_READER = re.compile(r"\byour?\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
# A topic page whose few whole lines drown in teasers that break off.
_DOTS = ".…]"
_MANY_BROKEN, _BROKEN_LINES, _BROKEN_WORDS = 30, 5, 8
_OFFER = re.compile(
    r"(?:[$€£]|\b(?:USD|EUR|GBP)\s?)\s?\d[\d,.]+|\b\d{3}[-. ]\d{3,4}[-. ]?\d{4}\b|\bfor sale\b", re.IGNORECASE
)
_FEWEST_OFFERS = 6
_WARNING = re.compile(r"\b(?:watch|warning|advisory|alert)\b.{0,30}\bissued\b.{0,120}\bin effect\b", re.IGNORECASE)
_FEWEST_WARNINGS = 4


def why_no_article(
    titles: Sequence[str], verdicts: Sequence[Verdict], lexicons: Lexicons, *, tree: Tree | None = None
) -> str | None:
    """What the page is instead of an article, in words that name the phrase or form; None when it may hold a report.

    `titles` are the page's names for itself. An article that merely carries a consent banner, or a paywall's notice
    behind its first paragraphs, is an article.
    """
    kept = [v.line.words for v in verdicts if v.kept]
    words = sum(map(word_count, kept))
    signs = lexicons.page_signs
    if words < _LONGEST_WALL and (why := _wall(titles, verdicts, kept, words, signs)):
        return why
    if words < _LONGEST_FORM and (why := _closed(kept, words, signs) or _form(titles, kept, words, signs)):
        return why
    if why := _titles(verdicts, kept) or (_help(kept) if words < _HELP_TEXT else None):
        return why
    warnings = sum(bool(_WARNING.search(kept[index])) for index in lines_with(("in effect",), kept))
    if warnings >= _FEWEST_WARNINGS and warnings >= 0.8 * len(kept):
        return f"a list of weather warnings ({warnings} of its {len(kept)} lines)"
    if why := _list(titles, verdicts, kept, lexicons) or front_of(verdicts, lexicons.function_words, tree=tree):
        return why
    if words < _CAPTION and _is_video(verdicts, tree, lexicons):
        return "a video with a line about it"
    if words < FEWEST_WORDS:
        return _without_text(titles, verdicts, signs)
    return _pieces(verdicts, kept, lexicons.function_words)


def _is_video(verdicts: Sequence[Verdict], tree: Tree | None, lexicons: Lexicons) -> bool:
    """True when the page's data says that it is a video and no article, or a player stands right at its one line."""
    if tree is not None:
        kind = next((meta.content for meta in tree.metas if meta.name == "og:type"), "")
        article = any('Article"' in script for script in tree.scripts)
        video = kind.lower().startswith("video") or any('"VideoObject"' in script for script in tree.scripts)
        return video and not article
    kept = [i for i, v in enumerate(verdicts) if v.kept]
    if len(kept) != 1 or _opens_report(verdicts[kept[0]].line.words, lexicons):
        return False
    near = verdicts[max(0, kept[0] - 2) : kept[0] + 2]
    return any(v.kind is FurnitureKind.PLAYER for v in near) and len(verdicts) <= _SHORT_PAGE


def _opens_report(words: str, lexicons: Lexicons) -> bool:
    return find_dateline(words, agencies=lexicons.agencies, geography=lexicons.geography) is not None


def word_count(line: str) -> int:
    """How many words the line has; two signs of a Chinese or Japanese text count as one."""
    return len(_WORD.findall(line) if is_foreign(line) and _SPACELESS.search(line) else words_of(line))


def _wall(
    titles: Sequence[str], verdicts: Sequence[Verdict], kept: Sequence[str], words: int, signs: PageSigns
) -> str | None:
    """An error or a check in the article's place: its title or a top line says so, and there is hardly other text."""
    lines = [v.line.words for v in verdicts]
    top = lines if len(lines) <= _SHORT_PAGE else lines[:_TOP]
    for sign in signs.of(SignGroup.WALL):
        rest = words - sum(word_count(line) for line in kept if sign.find(line))
        if rest > _WALL_TEXT:
            continue
        named = _first((sign.alone(title) or _part(sign, title) for title in titles), titles)
        said = named or _first(map(sign.within, [*kept, *top]), [*kept, *top])
        said = said or (_first(map(sign.alone, top), top) if rest < FEWEST_WORDS * 3 else None)
        if said and (named or rest < _WALL_TEXT / 2):
            return f"{sign.says} (“{said}”)"
    return None


def _part(sign: Sign, title: str) -> str | None:
    """The sign that a part of a title is: "404 Not Found | The Tide Table"."""
    return next((said for part in re.split(r"\s+[|–—-]\s+|:\s", title) if (said := sign.alone(part))), None)


def _form(titles: Sequence[str], kept: Sequence[str], words: int, signs: PageSigns) -> str | None:
    """A form whose lines are nearly the whole text: consent to cookies, a reader's account; or that its title names."""
    for sign in signs.of(SignGroup.FORM):
        named = _first((_part(sign, title) for title in titles), titles) if words <= _FORM_TITLED else None
        if named:
            return f"{sign.says} (“{named}”)"
        if not any(map(sign.find, kept[:_OPENING])):
            continue  # nearly all lines of a form bear its signs
        bearing = [line for line in kept if sign.find(line)]
        theirs = sum(map(word_count, bearing))
        if bearing and theirs >= _FORM_SHARE * words and words - theirs <= _FORM_TEXT:
            return f"{sign.says} (“{sign.find(bearing[0])}”)"
    return None


def _closed(kept: Sequence[str], words: int, signs: PageSigns) -> str | None:
    """A paywall's notice that is all there is, with what an account offers: no sentence of the report is before it."""
    sign, account = signs["paywalled"], signs["account"]
    said = [sign.find(line) for line in kept] if 0 < words <= _NOTICE else []
    if not any(said) or not all(one or account.find(line) for one, line in zip(said, kept, strict=True)):
        return None
    return f"closed before its text begins: {sign.says} (“{next(filter(None, said))}”)"


def _list(titles: Sequence[str], verdicts: Sequence[Verdict], kept: Sequence[str], lexicons: Lexicons) -> str | None:
    """A search, section or topic page: its title or top says so, and its text is lines apart."""
    alone = _apart(verdicts) >= _LIST_ALONE
    if (alone or len(kept) < _LIST_LINES) and _loose(kept, lexicons.function_words):
        headers = [v.line.words for v in verdicts if v.header]
        top = [*titles, *headers, *(v.line.words for v in islice(verdicts, _TOP))]
        for sign in lexicons.page_signs.of(SignGroup.LIST):
            if said := _first(map(sign.find, top), top):
                return f"{sign.says} (“{said}”)"
    broken = [v.line.words for v in verdicts if v.line.words[-1] in _DOTS and cut_off(v.line.words)]
    few = alone and len(broken) > 2 * len(kept) >= 2 * _LIST_LINES
    if few or _drowns(kept, broken):
        return f"a list of other reports ({len(broken)} of its lines break off as teasers do)"
    return None


def _drowns(kept: Sequence[str], broken: Sequence[str]) -> bool:
    """True for a few whole lines among very many that break off."""
    if len(broken) < max(_MANY_BROKEN, _BROKEN_LINES * len(kept)):
        return False
    return sum(map(word_count, broken)) > _BROKEN_WORDS * sum(map(word_count, kept))


def _titles(verdicts: Sequence[Verdict], kept: Sequence[str]) -> str | None:
    """A list of videos; a chronology's or a live blog's lines with a clock are sentences and end in a stop."""
    if len(kept) < _FEWEST_TITLES or ":" not in kept[0] + kept[-1]:
        return None
    titles = sum(_is_timed(line) for line in kept)
    if titles < _TITLES_SHARE * len(kept):
        return None
    return f"a list of videos ({titles} of its {len(verdicts)} lines are a title with its length)"


def _is_timed(line: str) -> bool:
    """True for a title with its length at either end."""
    figured = line[0].isdigit() or line[-1].isdigit() or line[-1] == ")"
    return figured and bool(_LENGTH.search(line)) and not line.endswith((".", "!", "”"))


def _help(kept: Sequence[str]) -> str | None:
    """A help text that speaks to the reader alone: most sentences say "you" and name a button."""
    if not kept or not _READER.search(kept[0]):
        return None
    sentences = [one for line in kept for one in _SENTENCE_END.split(line) if word_count(one) >= FEWEST_WORDS]
    told = sum(bool(_READER.search(one) and _HELP.search(one)) for one in sentences)
    if not sentences or told < len(sentences) or any(mark in line for line in kept for mark in '“”"'):
        return None
    return f"a help text for its readers (“{' '.join(sentences[0].split()[:FEWEST_WORDS])} …”)"


def _apart(verdicts: Sequence[Verdict]) -> float:
    """The part of the kept lines that have no other kept line beside them."""
    live = [i for i, v in enumerate(verdicts) if v.kept]
    far = [True, *(b - a > 1 for a, b in pairwise(live)), True]
    return sum(before and behind for before, behind in pairwise(far)) / len(live) if live else 1.0


def _loose(kept: Sequence[str], function_words: FunctionWords) -> bool:
    """True when the lines make no running text: few of them, or none in a row that are long."""
    prose = [line for line in kept if is_sentence(line, function_words) and word_count(line) >= 25]
    return len(prose) < _LIST_LINES or len(prose) < len(kept) / 2


def _pieces(verdicts: Sequence[Verdict], kept: Sequence[str], function_words: FunctionWords) -> str | None:
    """A table of figures or a list of offers: nearly every line is one, and hardly a sentence tells anything."""
    prose = 0
    for line in kept:
        prose += word_count(line) if is_sentence(line, function_words) else 0
        if prose >= _FORM_TEXT:
            return None
    lines = kept if sum(map(word_count, kept)) >= _TABLE_TEXT else [v.line.words for v in verdicts]
    share = 0.9 if lines is kept else 0.4
    figures = sum(map(_is_figures, lines))
    if figures >= _FEWEST_FIGURES and figures >= share * len(lines):
        return f"a table ({figures} of its {len(lines)} lines are figures)"
    return _offers(kept)


def _is_figures(line: str) -> bool:
    """True for a line of figures with a short label at most: "Ostra Bank 12.40 +0.3%", "Tuesday 14° / 8°"."""
    parts = line.split() if len(line) < 80 else []
    figures = sum(any(sign.isdigit() for sign in part) for part in parts)
    return figures > 0 and len(parts) - figures <= _MOST_LABEL


def _offers(kept: Sequence[str]) -> str | None:
    offers = sum(bool(_OFFER.search(line)) for line in kept)
    if offers >= _FEWEST_OFFERS and offers >= 0.8 * len(kept):
        return f"a list of offers ({offers} of its {len(kept)} lines have a price or a number to call)"
    return None


def _without_text(titles: Sequence[str], verdicts: Sequence[Verdict], signs: PageSigns) -> str | None:
    """What a page without any text shows instead, as far as its lines say it."""
    lines = tuple(dict.fromkeys((*titles, *(v.line.words for v in verdicts))))
    text = plain_text(lines)
    for sign in signs.of(SignGroup.WALL, SignGroup.FORM, SignGroup.LIST):
        said = _first(map(sign.find, lines), lines) if sign.stands_in(text) else None
        if said:
            return f"{sign.says} (“{said}”)"
    for name in ("paywalled", "truncated"):
        said = _first(map(signs[name].find, lines), lines) if signs[name].stands_in(text) else None
        if said:
            return f"closed before its text begins: {signs[name].says} (“{said}”)"
    kinds = [v.kind for v in verdicts]
    if FurnitureKind.PLAYER in kinds:
        return "a video or a slide show without a text"
    if FurnitureKind.CAPTION in kinds:
        return "a picture with its caption"
    if any(cut_off(v.line.words) for v in verdicts):
        return "a teaser that breaks off before any text"
    return None


def _first(found: Iterator[str | None] | map[str | None], lines: Sequence[str]) -> str | None:
    return next((said for said, _ in zip(found, lines, strict=False) if said), None)
