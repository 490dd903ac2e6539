"""Stretches between marks that are names: titles of works, nicknames, what is so called. Nobody's words."""

from __future__ import annotations

import re

from crosswire.annotate.marks import Marked
from crosswire.lexicons.marks import Marks
from crosswire.lexicons.outlets import Outlets

# A name has few words; a quotation in capitals has more.
LONGEST_NAME = 10
LONGEST_NICKNAME = 3
# Characters on either side in which the words that make it a name stand.
NEAR = 60
WORD = re.compile(r"[\w’'.-]+")
SENTENCE = re.compile(r"[.!?…:;]\s+\S")


def is_name(m: Marked, text: str, marks: Marks, outlets: Outlets) -> bool:
    """True when the stretch is the name of a work, a thing or a person.

    Lars “the Broom” Holt; on the programme “Harbour at Eight”; on Radio Tarn's “Night Desk”; the so-called “clean
    slate”; “Long Pier” hats. Counter-examples: Holt said “No” again; she called it “a Good Thing”.
    """
    inner = text[m.inner_start : m.inner_end].strip(" ,.\u00a0")
    words = inner.split()
    if not words or len(words) > LONGEST_NAME or not m.closed or SENTENCE.search(inner):
        return False
    left = text[max(0, m.start - NEAR) : m.start]
    right = text[m.end : m.end + NEAR].partition("\n")[0]
    left = left.rpartition("\n")[2]
    before = WORD.findall(left)
    if before and left[-1:].isspace() and before[-1] in marks.naming:
        return True
    if _headline(left + right, marks):
        return False
    if text[m.inner_end - 1].isalnum() and _nickname(words, left, right, marks):
        return True
    if before and before[-1][:1].isupper() and before[-1] in marks.before_titles:
        return words[0][:1].isupper()  # German, where titles are not in capitals: in der Sendung „Hafen um acht“
    if not _capitals(words, marks):
        return False
    return _named_before(words, left, before, marks, outlets) or _named_after(right, marks)


def _nickname(words: list[str], left: str, right: str, marks: Marks) -> bool:
    """True between the parts of a person’s name: Lars “Broom” Holt. A comma would part words from their speaker."""
    given, family = re.search(r"(?:^|\s)([A-ZÀ-Þ][\w’'-]+) \Z", left), re.match(r" [A-ZÀ-Þ][\w’'-]+", right)
    if given is None or family is None or given[1].lower() in marks.small:
        return False
    return len(words) <= LONGEST_NICKNAME


def _headline(around: str, marks: Marks) -> bool:
    """True in a line in which every word has a capital: Rivals Mock ‘Paper Admiral’ Ada Lund. No name shows there."""
    words = [word for word in re.findall(r"[^\W\d_]{3,}", around) if word.lower() not in marks.small]
    return len(words) > 1 and not any(word.islower() for word in words)


def _capitals(words: list[str], marks: Marks) -> bool:
    """True when every word but the small ones begins with a capital or a figure."""
    return words[0][:1].isupper() and all(not word[:1].islower() or word.lower() in marks.small for word in words[1:])


def _named_before(words: list[str], left: str, before: list[str], marks: Marks, outlets: Outlets) -> bool:
    """True when the words before the stretch lead to a name: "the film", "Radio Tarn's", or a bare "on"."""
    if not before or not left[-1:].isspace() or left.rstrip()[-1:] in ",:":
        return False
    last = before[-1]
    if last in marks.before_titles or last.rstrip("s’'") in marks.before_titles:
        return True
    if re.search(r"(?:’s|'s|s’|s')\s\Z", left) and outlets.within(left.rstrip(" ’'s")[-30:]):
        return True
    if last == "of":
        return before[-2:-1] != [] and before[-2] in marks.makers
    return len(words) > 1 and last in marks.prepositions


def _named_after(right: str, marks: Marks) -> bool:
    """True when a noun follows that only a name can stand before: “Long Pier” hats."""
    following = re.match(r" ([\w-]+)", right)
    return following is not None and following[1] in marks.after_titles
