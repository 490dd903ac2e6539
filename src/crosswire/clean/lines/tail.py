"""Lines kept after the text has ended: teasers under a heading, the house's words about itself."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.clean.header.bylines import sign_off_names
from crosswire.clean.lines.kinds import Kind
from crosswire.clean.lines.traits import is_sentence, title_case
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import FurnitureKind

# Behind a heading of furniture, less of the text than this is no text.
_REST = 0.2
_HEADINGS = frozenset({"related", "sharing", "newsletter", "comment"})
_TITLE_CASE = 0.7
_SIGNERS = 4  # lines
_ALONE = 2  # lines of furniture on a side that set a kept line apart


def after_the_text(words: Sequence[str], live: Sequence[int], lexicons: Lexicons) -> dict[int, Kind]:
    """The kept lines (`live`) that stand behind the end of the text, with the kind they are of.

    The text ends at a heading such as "Related" when little follows it, no two sentences side by side. A line in title
    case that stands apart from the text near its end is the house's own.
    """
    found = _signed(words, live, lexicons)
    live = [i for i in live if i not in found]
    sizes = [len(words[i].split()) for i in live]
    total = sum(sizes) or 1
    rest = 0
    for place in range(len(live) - 1, 0, -1):
        index = live[place]
        rest += sizes[place]
        if rest > _REST * total or _runs_on(words, live, place, lexicons):
            break
        heading = _heading_between(words, live[place - 1], index, lexicons)
        if heading:
            later = [i for i in live[place:] if i not in found and not _belongs(words, i, live[:place], lexicons)]
            found |= dict.fromkeys(later, (FurnitureKind.RELATED, f"stands under “{heading}”"))
        elif _apart(live, place) and title_case(words[index]) > _TITLE_CASE:
            found |= {
                i: (FurnitureKind.OTHER, "stands apart behind the text, in title case")
                for i in live[place:]
                if i not in found
            }
    return found


def _signed(words: Sequence[str], live: Sequence[int], lexicons: Lexicons) -> dict[int, Kind]:
    """The last lines that say who wrote the text: "— Ana Ruiz", "Ana Ruiz: 555-0100, ruiz@example.org"."""
    found: dict[int, Kind] = {}
    for index in reversed(live[max(1, len(live) - _SIGNERS) :]):
        if not sign_off_names(words[index], lexicons.agencies):
            break
        found[index] = FurnitureKind.BYLINE, "names the writer behind the last paragraph"
    return found


def _belongs(words: Sequence[str], index: int, before: Sequence[int], lexicons: Lexicons) -> bool:
    """True for a sentence at least half of whose longer words the text has used: its last paragraph, set apart."""
    if not is_sentence(words[index], lexicons.function_words) or title_case(words[index]) >= _TITLE_CASE:
        return False
    known = {word for i in before for word in words_of(words[i])}
    own = [word for word in words_of(words[index]) if len(word) > 3]
    return sum(word in known for word in own) >= len(own) / 2


def _runs_on(words: Sequence[str], live: Sequence[int], place: int, lexicons: Lexicons) -> bool:
    """True when this line and the next kept one are sentences side by side: the text still runs."""
    if place + 1 >= len(live) or live[place + 1] != live[place] + 1:
        return False
    return all(
        is_sentence(words[i], lexicons.function_words) and title_case(words[i]) < _TITLE_CASE
        for i in live[place : place + 2]
    )


def _heading_between(words: Sequence[str], before: int, index: int, lexicons: Lexicons) -> str | None:
    """The heading of furniture on a line of its own between two kept lines."""
    for line in words[before + 1 : index]:
        phrase = lexicons.furniture.find(line)
        if phrase and phrase.how == "whole" and phrase.kind in _HEADINGS:
            return phrase.words
    return None


def _apart(live: Sequence[int], place: int) -> bool:
    """True when at least _ALONE lines that are not kept stand on both sides of the line."""
    after = live[place + 1] if place + 1 < len(live) else live[place] + _ALONE + 2
    return live[place] - live[place - 1] > _ALONE and after - live[place] > _ALONE
