"""The sentence with which a brief opens: the one that says what happened."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from crosswire.brief.candidate import Candidate
from crosswire.brief.worth import gain, stands
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.points import PointWords
from crosswire.lexicons.rarity import plain
from crosswire.model.relation import Relations

# The sentences of a report among which the one is looked for that says what happened.
LEAD = 3
# How much each sentence further down counts against it, and the words of the headlines for it. They say what happened
# more surely than points do, which a late detail may carry as well.
FURTHER = 1.0
HEADLINE = 5.0
EVENT = 2.0
# How far a case has come by the newest report is the news of an old event: somebody is held (the second step), or more.
HELD = 2
DECIDED = 2.0
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
# Headlines are not parsed: "talks", "meets" and "parties" are looked up in the shapes that lemmas have.
ENDINGS = (("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"))


def opening(
    candidates: Sequence[Candidate],
    usable: Sequence[Candidate],
    relations: Relations,
    lexicons: Lexicons,
    worth: Mapping[str, float],
) -> Candidate:
    """The sentence that says what happened: from the opening of a report, and close to what the headlines say.

    It has not to carry a point: what several say may be told further down.
    """
    heads = headline_words(relations, lexicons.points)
    leads = [c for c in candidates if c.number < LEAD and stands(c, ())]
    leads = leads or [c for c in candidates if c.number < LEAD and c.alone]
    leads = leads or [c for c in usable if c.number < LEAD] or list(usable)
    leads = [c for c in leads if not any(o.newest > c.newest and o.step > c.step > 0 for o in leads)]
    return min(leads, key=lambda c: (-_opens(c, heads, worth), c.report, c.number))


def _opens(candidate: Candidate, heads: Mapping[str, float], worth: Mapping[str, float]) -> float:
    told = sum(heads[w] for w in sorted(candidate.words) if w in heads)
    most = sum(heads.values()) or 1.0
    news = DECIDED if candidate.step >= HELD and candidate.newest == 1 else 1.0
    score = math.cbrt(gain(candidate, (), (), worth)) * (1 + HEADLINE * told / most) / (1 + FURTHER * candidate.number)
    return news * score


def headline_words(relations: Relations, words: PointWords) -> Mapping[str, float]:
    """The words of the headlines as `Candidate.words` has them, each with the square of the share that has it.

    What happens or is done counts double: of "Horn meets Lupo after row over dam" a reader must learn that they met.
    """
    headlines = [report.headline for report in relations.counted if report.headline]
    counts = Counter(key for headline in headlines for key in headline_keys(headline, words))
    events = {f"/{name}" for name in words.happenings}
    return {key: (EVENT if key in events else 1.0) * (count / len(headlines)) ** 2 for key, count in counts.items()}


def headline_keys(headline: str, words: PointWords) -> frozenset[str]:
    """The words of one headline, or the classes of near synonyms that they belong to."""
    found: set[str] = set()
    for word in (plain(match[0]) for match in WORD.finditer(headline)):
        lemmas = [word.removesuffix(end) + instead for end, instead in ENDINGS if word.endswith(end)]
        classes = {f"/{name}" for lemma in lemmas for name in words.classes.get(lemma, ())}
        found |= classes or ({word} if len(word) > 3 or word.isdigit() else set())
    return frozenset(found)
