"""Who wrote the report, from the lines around its text where neither container nor markup says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crosswire.clean.header.bylines import (
    is_names_with_house,
    is_nobody,
    lone_name,
    names_of_byline,
    people,
    reporters,
    sign_off_names,
)
from crosswire.clean.header.headline import text_start
from crosswire.clean.header.metadata import Metadata
from crosswire.clean.lines.traits import is_dated
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import FurnitureKind

_HEAD = 15  # lines above the text that are its header where no headline is found
_ABOVE, _INTO, _BEHIND = 4, 6, 4  # lines above the headline, into the text, behind its end
_NEAR = 3  # lines between a name and the date beside it
_COPIES = 25  # lines between a headline and its second copy, a gallery between them
_NEAR_HEADLINE = 6  # lines
_NAMELESS = (FurnitureKind.CAPTION, FurnitureKind.LEGAL)
_HEADER_KINDS = (FurnitureKind.CAPTION, FurnitureKind.CREDIT, FurnitureKind.DATE, FurnitureKind.SHARING)
_NOTICE = re.compile(r"©|\b[Cc]opyright\b|\(c\) \d|[Rr]ights [Rr]eserved")
_LABEL = re.compile(r"[^:]{2,40}:\s*#?\d")  # "Case Number: 1702"
_LISTED = re.compile(r"by .{3,60}\s[-–—|]\s.*\d", re.IGNORECASE)
_LONGEST, _LONGEST_SIGN_OFF = 130, 400  # signs
# What follows a name on its line: a date, an age, a time to read, a handle, what the writer is.
_AFTER_NAME = re.compile(
    r"\s*(?:\||•|·|\s[-–—/]\s|@\w|\d|(?:\b(?:Published|Updated|Posted|Veröffentlicht|Erstellt|Publicado|Publié|Tips)\b)"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b).*$"
)
# "Posted on 3 March by Ana Ruiz", "Kolumne von Ana Ruiz - 3.3.2026", "Escribe Ana Ruiz en Ostra".
_INSIDE = re.compile(
    r"^(?!(?:[Tt]ranslat|[Ee]dit|[Pp]hoto|[Vv]ideo|[Ii]mage|[Ii]llustrat|[Gg]raphic|[Rr]eview|[Pp]roduced|[Ff]act))"
    r"(?:[^\W\d]+[\s:]+){0,3}(?:.{0,40}\d{4}\s+)?(?:by|von|par|por|di|av|door)\s+(?P<rest>[^\W\d].*)$"
)


def bylines_of(meta: Metadata, verdicts: Sequence[Verdict], lexicons: Lexicons) -> tuple[str, ...]:
    """The writers: those of container and metadata, else of a byline beside the text, a name beside its date, or a
    sign-off.

    The header between headline and text is asked first, then the lines above the headline, the first of the text, the
    next behind its end. Bylines further down are those of other reports' teasers.
    """
    if meta.authors:
        return meta.authors
    words = [v.line.words for v in verdicts]
    kept = [v.kept for v in verdicts]
    if not any(kept):
        return ()
    first, last = text_start(words, kept, None), max(i for i, keep in enumerate(kept) if keep)
    heads = [i for i, v in enumerate(verdicts) if v.header and i < first]
    top = heads[-1] if heads else max(0, first - _HEAD)
    between = range(next((i for i in heads if top - i <= _COPIES), top), top)
    spans = (
        range(top, first),
        between,
        range(max(0, between.start - _ABOVE), between.start),
        range(first, first + _INTO),
        range(last + 1, last + 1 + _BEHIND),
    )
    for span in spans:
        lines = [i for i in span if i < len(verdicts) and not kept[i]]
        found = () if span.stop == between.start and _is_list(lines, words) else _named(verdicts, lines, lexicons)
        if found:
            return found
    return (
        _beside_date(verdicts, range(top, first), lexicons)
        or _beside_date(verdicts, between, lexicons)
        or (_below_headline(verdicts, range(top + 1, first), lexicons) if heads else ())
        or _signed_off((*words[max(0, last - 1) : last + 1 + _BEHIND], words[first][:_LONGEST_SIGN_OFF]), lexicons)
        or tuple(
            name for line in words[last + 1 : last + 1 + _BEHIND] for name in sign_off_names(line, lexicons.agencies)
        )
    )


def _is_list(span: Sequence[int], words: Sequence[str]) -> bool:
    """True for a list of other reports with their writers: "by Ana Ruiz - March 3", "by Tom Hill - March 2"."""
    return sum(bool(_LISTED.match(words[i])) for i in span if len(words[i]) <= _LONGEST) > 1


def _below_headline(verdicts: Sequence[Verdict], span: Sequence[int], lexicons: Lexicons) -> tuple[str, ...]:
    """Two or more names that stand alone below the headline, none of the text's lines or other titles between."""
    for index in span[:_NEAR_HEADLINE]:
        names = _only_names(verdicts[index].line.words, lexicons) if _may_name(verdicts[index], lexicons) else ()
        if len(names) > 1:
            return names
        if verdicts[index].kind not in _HEADER_KINDS:
            return ()
    return ()


def _may_name(verdict: Verdict, lexicons: Lexicons) -> bool:
    """True for a line of furniture that may be a writer's name: no headline, caption, notice, button or label."""
    line = verdict.line.words
    if verdict.kept or verdict.header or verdict.kind in _NAMELESS or len(line) > _LONGEST or _NOTICE.search(line):
        return False
    phrase = lexicons.furniture.find(line)
    return not _LABEL.match(line) and (phrase is None or phrase.how != "whole")


def _named(verdicts: Sequence[Verdict], span: Iterable[int], lexicons: Lexicons) -> tuple[str, ...]:
    """The people of the span's bylines; each once, a name given twice on its line once."""
    found: dict[str, None] = {}
    for index in span:
        verdict = verdicts[index]
        line = verdict.line.words
        if verdict.header or verdict.kind in _NAMELESS or len(line) > _LONGEST or _NOTICE.search(line):
            continue
        names = names_of_byline(line, lexicons) or is_names_with_house(line, lexicons.agencies)
        lone = lone_name(line, lexicons.agencies) if verdict.kind is FurnitureKind.BYLINE else None
        found |= dict.fromkeys(_once(name) for name in names or ((lone,) if lone else _inside(line, lexicons)))
    return tuple(found)


def _inside(line: str, lexicons: Lexicons) -> tuple[str, ...]:
    match = _INSIDE.match(line)
    if match is None:
        return ()
    rest = _AFTER_NAME.sub("", match["rest"]).strip(" ,.")
    names = people(rest, lexicons.agencies)
    return names if _covered(names, rest) and not any(is_nobody(name, lexicons) for name in names) else ()


def _beside_date(verdicts: Sequence[Verdict], span: range, lexicons: Lexicons) -> tuple[str, ...]:
    """The first line of the header that is nothing but names, with its date or near one."""
    dated = [i for i in span if verdicts[i].kind is FurnitureKind.DATE]
    for index in span:
        line = verdicts[index].line.words
        if not _may_name(verdicts[index], lexicons):
            continue
        near = is_dated(line) or any(abs(index - date) <= _NEAR for date in dated)
        names = _only_names(line, lexicons) if near else ()
        if names:
            return names
    return ()


def _only_names(line: str, lexicons: Lexicons) -> tuple[str, ...]:
    """The people of whom a line consists, what follows a name off; no sections, places or media."""
    whole = line.strip(" •|")
    rest = _AFTER_NAME.sub("", lexicons.media_words.behind_opener(whole) or whole).strip(" ,.")
    house = next(iter(lexicons.outlets.within(rest)), None)
    rest = rest[: house[1]].rstrip(" ,") if house and house[1] else rest
    role = lexicons.media_words.role.search(rest)
    bare = rest[: role.start()].strip(" ,") if role and role.start() else rest
    if lexicons.media_words.is_section(bare) or lexicons.outlets.find(bare) or lexicons.media_words.is_sure(bare):
        return ()
    names = people(bare, lexicons.agencies)
    unfit = any(_is_place(name, lexicons) or is_nobody(name, lexicons) for name in names)
    return names if _covered(names, bare) and not unfit else ()


def _covered(names: Sequence[str], words: str) -> bool:
    """True when the words are the names and what joins them."""
    return bool(names) and sum(len(name.split()) for name in names) >= len(words_of(words)) - len(names)


def _is_place(name: str, lexicons: Lexicons) -> bool:
    return lexicons.geography.is_place(name)


def _once(name: str) -> str:
    """A name that stands twice on its line once: "Ana Ruiz Ana Ruiz" is Ana Ruiz."""
    parts = name.split()
    half = len(parts) // 2
    return " ".join(parts[:half]) if len(parts) % 2 == 0 and parts[:half] == parts[half:] else name


def _signed_off(lines: Sequence[str], lexicons: Lexicons) -> tuple[str, ...]:
    """The reporters that an agency's last line names; not the house in "With reporting by The Associated Press"."""
    names = dict.fromkeys(name for line in lines for name in reporters(line[-_LONGEST_SIGN_OFF:]))
    return tuple(name for name in names if not lexicons.agencies.find(name) and not lexicons.outlets.is_sure(name))
