"""The last word on an attribution, once its parts are known: is it one?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosswire.annotate.attribution import Attribution
from crosswire.annotate.features import Setting
from crosswire.annotate.model import QuotationModel

PRONOUNS = frozenset({"he", "she", "they", "it", "who", "that", "i", "we", "you", "which"})
# The log probability of the parts: below the first all are alike, below the second there is something odd.
LEAST_SURE, UNSURE = -12.0, -4.0


def accepted(
    found: Sequence[Attribution], around: Sequence[Setting], model: QuotationModel, text: str
) -> list[Attribution]:
    """The attributions that the model accepts; those without a cue stay, marks alone made them."""
    return [a for a in found if a.cue is None or model.accepts(shape(a, around[a.sentence], nested(a, found), text))]


def nested(a: Attribution, found: Sequence[Attribution]) -> bool:
    """True when the cue stands in another attribution's content: "Holt said Maren had denied it"."""
    return any(start <= a.head < end for b in found if b is not a and b.cue for start, end in b.content)


def shape(a: Attribution, setting: Setting, inside: bool, text: str) -> Mapping[str, float]:
    """What the attribution looks like as a whole: names of properties and their values."""
    token = setting.grammar.tokens[a.token]
    size = sum(end - start for start, end in a.content)
    source = text[a.source[0] : a.source[1]].lower() if a.source else ""
    cue = a.cue or (a.head, a.head)
    away = max(a.content[0][0] - cue[1], cue[0] - a.content[-1][1])
    found = {
        "score": a.score,
        "low score": min(a.score, 1.0),
        "sure": max(a.sure, LEAST_SURE),
        "unsure": float(a.sure < UNSURE),
        f"pos {token.pos}": 1.0,
        f"dep {token.dep}": 1.0,
        f"mark {setting.marks[a.token]}": 1.0,
        "no source": float(not source),
        "pronoun": float(source in PRONOUNS),
        "long source": float(len(source) > 60),
        "source after": float(bool(a.source) and bool(a.source and a.source[0] > a.head)),
        "content first": float(a.content[0][0] < a.head),
        "away": float(away > 30),
        "tiny": float(size < 10),
        "short": float(size < 25),
        "long": float(size > 150),
        "parts": float(len(a.content) > 1),
        "inside": float(inside),
        "quoted": float(any(setting.marks) and not setting.marks[a.token]),
    }
    return {name: value for name, value in found.items() if value}
