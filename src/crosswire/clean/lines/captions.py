"""Captions and photo credits among a page's lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from crosswire.clean.lines.bare_credits import has_glued_credit, is_credit_line
from crosswire.clean.signed.credits import closing_credit
from crosswire.clean.signed.picture_credits import photo_credit
from crosswire.lexicons.agencies import Agencies
from crosswire.lexicons.forms import lines_with, words_of

_OPENS = re.compile(
    r"^\W*(?:above|pictured|pictured above|photo|image|picture|in this|file|caption|image caption"
    r"|image source|media caption)\b"
    r"(?:[^.]{0,60}\bphoto\b|\s*[:|]|,? in this)",
    re.IGNORECASE,
)
# "Ana Ruiz, left, and Tom Hill": who stands where. Counter-example: "The left, right and centre agreed."
_SIDES = re.compile(
    r"[A-Z][\w.’'-]+,? \((?:[LRC]|left|right|center|centre)\)|[A-Z][\w.’'-]+, (?:far )?(?:left|right"
    r"|center|centre|second (?:from )?(?:left|right))(?:,| and [A-Z])"
)
# Captions tell in the present tense what a picture shows, and end in its date.
_SCENE = re.compile(
    r"\b(?:poses?|shakes? hands|speaks?|arrives?|attends?|walks?|waves?|looks?|listens?|stands?|holds?|gestures?|meets?"
    r"|leaves?|sits?|greets?|(?:is|are) (?:seen|pictured|shown|seated)|takes? part|gathers?|talks?"
    r"|smiles?|watch(?:es)?|reacts?)\b"
)
_DATED_END = re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}(?: (?:file )?photo)?\W*$")
# "… in Ostra, in this March 3, 2026 photo." says what the line is.
_PHOTO_END = re.compile(r"\b\d{4},? (?:file )?(?:photo|photograph|picture|image)\W*$", re.IGNORECASE)
_DATE_REACH = 60  # signs from the end
_PHOTO_WORDS, _PHOTO_REACH = ("photo", "picture", "image"), 40
# "… rally in Ostra, Tuesday, Nov. 3, 2026, calling for …": no report's sentence gives day, date and year so.
_FULL_DAY = re.compile(
    r"(?<!on )(?<!On )(?<!^)\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, "
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, \d{4}\b"
)
_CREDIT_SIGN = "ends in a photo credit"
_SOURCE_SIGN = "ends in a picture's source"
_VIDEO_SIGN = "a video's caption with its date"
_PUBLISHED_VIDEO = re.compile(r"\((?:Published|Posted|Aired) [^()]*\d{4}\)\W*$")
_SLASHED = re.compile(r"[^.]\s\([A-Z][\w.'’& -]{2,40}/\s?[A-Z][\w.'’& -]{1,40}\)\s*$")
# "The palace at Ostra   (Linden Pictures)": a house in brackets behind words that end without a full stop.
_HOUSE_END = re.compile(r"[^\s.!?\"”](?P<gap>\s+)\((?P<house>[A-Z][\w /.&'’-]{1,40})\)$")
_BRACKETED = re.compile(r"\([^()]*\b(?:[Pp]hoto|via AP|Getty Images)\b[^()]*\)\W*$")
# "… in Ostra. (Source: KQLD News 4)": what a station writes under its pictures. A wire's name so signs the text.
_SOURCED = re.compile(r"\((?P<label>Source|Credit|Courtesy)(?::|\sof\b|\svia\b)\s*(?P<house>[^()]{2,60})\)$")
_COURTESY = re.compile(r"(?:^|[.,;(–—-]\s?|\s{2})(?:Courtesy|courtesy:) (?:of|via)?\s?(?:the )?[A-Z@][^.!?]{1,60}$")
_SEEN = re.compile(
    r"(?<!\b[Aa]s )\b(?:is|are|was|were) (?:seen|pictured) (?:above|below|here|left|right)\b"
    r"|\b[Pp]ictured (?:above|below|here|left|right)\b"
)
# One of these, a picture's label or an agency's name stands in every line that shows by its own signs to be a caption.
_HINTS = ("(", "photo", "image", "pic", "credit", "in this", ", 1", ", 2")
_HINT_WORDS = frozenset({"file", "xmit", "courtesy", "caption", "seen", "above", "left", "right", "center", "centre"})
_SHORT_CAPTION = 25  # words
_WIRES = frozenset({"wire", "state"})
_QUOTE_OR_SPEECH = re.compile(r"[“\"]|\b(?:said|told|says|added|asked)\b")
# "Ana Ruiz, left, and Tom Hill, right, argued that the wall …" tells what they said; a picture is told in the present
# tense. Counter-example: "…, right, at the pier that was finished that day".
_CLAIMED = re.compile(r"\b[a-z]{2,}(?:ed|ote|ew|eld) that (?!day|night|morning|afternoon|evening|week|month|year)\w")


def captions(
    lines: Sequence[str], asked: Sequence[int], agencies: Agencies, last: int | None = None
) -> Mapping[int, str]:
    """The lines that are captions or photo credits, with why: index -> reason. `asked`: those that may be.

    A caption shows itself by its credit ("… in Port Sorel. — AP"), by its opening ("Pictured:"), by a copy of itself
    with a credit behind, or by a bare photo credit on the next line. On the `last` line of the text an agency signs the
    text, not a picture.
    """
    found: dict[int, str] = {}
    for index in _hinted(lines, asked, agencies):
        line = lines[index]
        why = _own_sign(line, agencies)
        if index == last and (why == _SOURCE_SIGN or (why == _CREDIT_SIGN and closing_credit(line, agencies))):
            continue
        if why:
            found[index] = why
        if why == _VIDEO_SIGN and index and _is_title(lines[index - 1]):
            found[index - 1] = "the title of a video"
    # A video's caption is often the text's first sentence: its neighbour is the text.
    for index in sorted(i for i, why in found.items() if why != _VIDEO_SIGN):
        for near in (index - 1, index + 1, index - 2):
            if 0 <= near < len(lines) and near not in found and _same_caption(lines[near], lines[index]):
                found[near] = "the same caption stands beside it with a credit"
    return found


def _hinted(lines: Sequence[str], asked: Sequence[int], agencies: Agencies) -> list[int]:
    """The lines that may show by their own signs to be captions: a few of a page's, and only they are looked at."""
    words = _HINT_WORDS | agencies.credits.picture_words
    worded = (i for i in asked if not words.isdisjoint(words_of(lines[i])) or agencies.may_name(lines[i]))
    return sorted({*(asked[n] for n in lines_with(_HINTS, [lines[i] for i in asked])), *worded})


def _own_sign(line: str, agencies: Agencies) -> str | None:
    """The sign by which a line alone shows that it is a caption; None when it shows none."""
    if " " not in line:
        return None  # one word of a menu
    if len(line) < 500:
        if ("(P" in line or "(Aired" in line) and _PUBLISHED_VIDEO.search(line):
            return _VIDEO_SIGN
        if _is_sourced(line, agencies):
            return _SOURCE_SIGN
        if is_seen(line) or _is_on_file(line, agencies):
            return "worded as a caption"
    if _OPENS.match(line):
        return "worded as a caption"
    if has_glued_credit(line):
        return _CREDIT_SIGN
    if not _is_prose_with_credit(line) and photo_credit(line, agencies) is not None:
        return _CREDIT_SIGN
    if is_credit_line(line, agencies):
        return "photo credit on a line of its own"
    if len(line) < 400 and (", " in line or "(" in line) and not _QUOTE_OR_SPEECH.search(line):
        if line.endswith(")") and _SLASHED.search(line):
            return "ends in a photographer's name and house"
        if _has_house_end(line, agencies):
            return _CREDIT_SIGN
        if "day, " in line and "|" not in line and len(line.split()) > 8 and _FULL_DAY.search(line):
            return "a sentence with its day, date and year, as captions have it"
        if (_names_sides(line) and not _CLAIMED.search(line)) or (
            _DATED_END.search(line, max(0, len(line) - _DATE_REACH)) and _SCENE.search(line)
        ):
            return "says who stands where in a picture"
    return None


def _is_on_file(line: str, agencies: Agencies) -> bool:
    """True for a line that calls itself a picture: "(file photo)", "… in this March 3, 2026 photo."."""
    lowered = line.lower()
    if ("file " in lowered or "xmit" in lowered) and agencies.credits.on_file.search(line):
        return True
    end = lowered[-_PHOTO_REACH:]
    return any(word in end for word in _PHOTO_WORDS) and bool(_PHOTO_END.search(line, max(0, len(line) - _PHOTO_REACH)))


def is_caption(line: str, agencies: Agencies) -> bool:
    """True for a line that shows by its own signs to be a caption or a photo credit."""
    return _own_sign(line, agencies) is not None


def _is_sourced(line: str, agencies: Agencies) -> bool:
    """True when the line names at its end where its picture is from: "(Source: KQLD News 4)", "Courtesy of the family".

    Counter-example: "… by night. (Source: Reuters)" signs the text.
    """
    if line.endswith(")") and (match := _SOURCED.search(line)):
        known = agencies.find(match["house"].strip())
        return match["label"] != "Source" or known is None or known.kind not in _WIRES
    return "ourtesy" in line and len(line.split()) <= _SHORT_CAPTION and bool(_COURTESY.search(line))


def is_seen(line: str) -> bool:
    """True for a line that says where in the picture somebody is: "Mayor Dorn is seen above with the masons"."""
    shown = " seen " in line or "ictured " in line
    return shown and bool(_SEEN.search(line)) and not _QUOTE_OR_SPEECH.search(line)


def _is_title(line: str) -> bool:
    """True for a line of a few words without a mark at its end."""
    return 3 <= len(line.split()) <= 14 and line[-1].isalnum()


def _names_sides(line: str) -> bool:
    """True for "Ana Ruiz, left, and Tom Hill" and "Tom Hill (R)"."""
    sides = "eft" in line or "ight" in line or "cent" in line or "(" in line
    return sides and bool(_SIDES.search(line))


def _has_house_end(line: str, agencies: Agencies) -> bool:
    """True when a house in brackets ends the line: set off by spaces, or a known agency's behind some words."""
    match = _HOUSE_END.search(line) if line.endswith(")") else None
    if match is None or len(line.split()) < 5:
        return False
    return len(match["gap"]) > 2 or bool(agencies.find(match["house"]))


def _is_prose_with_credit(line: str) -> bool:
    """True when a paragraph of several sentences and speech merely ends in an agency's name."""
    if ("hoto" in line or "via AP" in line or "Getty" in line) and _BRACKETED.search(line):
        return len(line) > 900
    return len(line) > 700 or (len(line) > 250 and bool(_QUOTE_OR_SPEECH.search(line)))


def _same_caption(line: str, credited: str) -> bool:
    words, whole = words_of(line), words_of(credited)
    return len(words) >= 4 and whole[: len(words)] == words
