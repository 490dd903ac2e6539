"""Which attributions are acts of speech: what somebody said, and not what somebody thinks, does, or would not say."""

from __future__ import annotations

import re
from enum import StrEnum

from crosswire.model.annotation import Quotation, QuotationKind, Stance
from crosswire.model.token_tree import FINITE
from crosswire.write.sources import Register


class Speech(StrEnum):
    """What an attribution is to a reader who looks for what was said."""

    SAID = "said"
    UNANSWERED = "unanswered"  # "declined to comment", "did not respond to requests"
    BESIDE = "beside"  # "was planning to retire", "released more information"


WITHHELD = (
    r"(?:comment|respon[ds]|say|return|releas|disclos|discuss|elaborat|provid|identif|detail|specif|answer|confirm|"
    r"explain|reveal|speak|talk|name)"
)
_REFUSED = re.compile(
    rf"\b(?:declin|refus)\w+(?: \w+){{0,3}}? (?:{WITHHELD}|request|interview|attempt|call)\w*\b", re.IGNORECASE
)
_LEFT_OPEN = re.compile(
    rf"\b(?:not|n['’]\s?t|never|unable to)(?: \w+){{0,2}}? (?:{WITHHELD}|reach)\w*\b", re.IGNORECASE
)
_WOULD_NOT = re.compile(
    r"(?:that )?(?:it|he|she|they|we) (?:would|could|did|was|were)(?: not|n['’]\s?t)(?: \w+){0,2}? "
    r"(?:comment|respond|discuss)\w*\b",
    re.IGNORECASE,
)
_ITSELF = re.compile(r"(?:him|her|it|my)self\b|themselves\b", re.IGNORECASE)
# Cues that hand on what was said, and such as take a name for a thing, with or without a clause.
_TOLD = re.compile(
    r"\b(?:report|recount|narrat|relay|testif|hint|according|recall|attribut|jok|indicat|plead|estimat)\w*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:sa(?:y|id|ys|ying)|t[eo]ld?s?|telling|describ\w*|call\w*|label\w*|dub\w*|brand\w*|character\w*|identif\w*|"
    r"refer\w*|credit\w*|praise\w*|thank\w*|apologi\w*|compar\w*)\b",
    re.IGNORECASE,
)
# What somebody has in mind: nobody promises what he plans, or demands what he wants.
_MEANT = re.compile(r"\b(?:plan|intend|want|wish|need|seek|sought|aim|like)\w*", re.IGNORECASE)
_CLAUSES = re.compile(r"(?:that|whether|if|how|why|what|where|when)\b", re.IGNORECASE)
# Who is nobody of the story: "what do you think", "no one knew what to do".
_NOBODY = frozenset({"no one", "nobody", "none", "no-one", "you", "i"})
# Who is called, and who calls somebody in: no names for a thing.
_SUMMONED = re.compile(
    r"\b(?:was|were|been|be|being|is|are)(?: \w+)? called\b|\bcall\w* (?:in|on|off|up|back|again)\b", re.IGNORECASE
)
_FIRST = 5  # words of the content that may go on with the cue: "declined" "to comment on the case"


def speech_of(quotation: Quotation, register: Register) -> Speech:
    """What the attribution is. What stands between marks was said, whatever the verb.

    "Mara Oda would not say when" is unanswered; "the crash claimed two lives", "he was planning to marry", "she
    seemed tired", "the club released its accounts" are told of somebody and are nobody's words.
    """
    if quotation.cue is None:
        return Speech.SAID
    cue = " ".join(quotation.cue.words.split())
    content = " ".join(quotation.content[0].words.split())
    opening = " ".join(content.split()[:_FIRST])
    if quotation.verbatim and len(quotation.verbatim[0].words.split()) > 2:
        return Speech.SAID
    if _REFUSED.search(f"{cue} {opening}") or _LEFT_OPEN.search(cue) or _WOULD_NOT.match(opening):
        return Speech.UNANSWERED
    if quotation.kind is not QuotationKind.INDIRECT:
        return Speech.SAID
    if quotation.source and quotation.source.words.casefold() in _NOBODY:
        return Speech.BESIDE
    return Speech.SAID if _tells(quotation, cue, content, register) else Speech.BESIDE


def _tells(quotation: Quotation, cue: str, content: str, register: Register) -> bool:
    """True where the cue and what follows it tell what was said."""
    if _ITSELF.match(content) or not (quotation.source or _NAMED.search(cue) or _TOLD.search(cue)):
        return False
    clause = bool(_CLAUSES.match(content)) or register.holds(quotation.content[0], FINITE)
    match quotation.stance:
        case Stance.REPORTS:
            return bool(_TOLD.search(cue))
        case Stance.ASSERTS:
            return clause or bool((_NAMED.search(cue) and not _SUMMONED.search(cue)) or _TOLD.search(cue))
        case Stance.PROMISES | Stance.DEMANDS:
            return not _MEANT.search(cue)
    return True
