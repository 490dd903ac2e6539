"""What each name of a report is: person, organisation, place, nationality. Decided by all its mentions together.

A tagger's type of a bare surname is wrong one time in three, so it is one piece of evidence among several: the full
name elsewhere in the report, titles, lexicons, the words around it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from crosswire.annotate.naming import Name
from crosswire.annotate.titling import Words
from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import MentionKind

Scores = dict[MentionKind, float]

# The tagger's types, and how much one mention's type weighs.
TAGGED: Mapping[str, MentionKind] = {
    "PERSON": MentionKind.PERSON,
    "ORG": MentionKind.ORGANISATION,
    "GPE": MentionKind.PLACE,
    "LOC": MentionKind.PLACE,
    "FAC": MentionKind.PLACE,
    "NORP": MentionKind.NATIONALITY,
}
OTHER_TAGS = frozenset(("EVENT", "LAW", "WORK_OF_ART", "LANGUAGE", "PRODUCT", "DATE", "TIME", "MONEY"))
AT_PLACE = frozenset(("in", "at", "near", "outside", "across", "inside", "throughout"))

SITE = re.compile(r"[a-z][A-Z]\w*$|\w\.(?:org|com|net)$")  # "MoveTogether", "tarn.org"; not "McMarn"
PARTY_TAG = re.compile(r"[RDI]-[A-Z]")  # "Sen. Ada Marn, D-Calif."
HOLDERS = frozenset(
    ("owner", "co-owner", "operator", "publisher", "producer", "partner", "rival", "maker", "developer")
)
TRAVEL = frozenset(("visit", "trip", "travel", "go", "return", "flight", "fly", "come", "road", "way", "move", "sail"))
BODIES = frozenset(("group", "company", "firm", "party", "organisation", "organization", "charity", "channel", "union"))


def name_kinds(names: Sequence[Name], words: Sequence[Words], lexicons: Lexicons) -> dict[str, MentionKind]:
    """The kind of every name of a report, by the name's words."""
    scores: dict[str, Scores] = defaultdict(lambda: defaultdict(float))
    for name in names:
        scores[name.words][MentionKind.OTHER] += 0.0  # a name without evidence has a kind too
        for kind, weight in _around(name, words[name.sentence], lexicons):
            scores[name.words][kind] += weight
    for form, mine in scores.items():
        for kind, weight in _inside(form, lexicons):
            mine[kind] += weight
    kinds = {form: _best(mine) for form, mine in scores.items()}
    return kinds | _by_firm(kinds, lexicons) | _by_full_name(kinds, lexicons)


def _around(name: Name, words: Words, lexicons: Lexicons) -> list[tuple[MentionKind, float]]:
    """What one mention's neighbours say of the name's kind."""
    found: list[tuple[MentionKind, float]] = []
    head = _head(name, words)
    token = words.tokens[head]
    tagged = TAGGED.get(token.entity)
    if tagged:
        found.append((tagged, 1.0))
    elif token.entity in OTHER_TAGS:
        found.append((MentionKind.OTHER, 1.2))
    if name.title:
        holder = words.lower[name.title[1] - 1] not in HOLDERS
        found.append((MentionKind.PERSON, 3.0 if holder else 0.5))
    if token.tag == "NNPS" and name.end - name.start > 1:
        found.append((MentionKind.ORGANISATION, 1.5))
    owner = name.end < len(words.tokens) and words.tokens[name.end].tag == "POS"
    if name.inside and not owner:
        found += [(MentionKind.PERSON, -1.2), (MentionKind.PLACE, 0.5)]
    before = words.lower[name.start - 1] if name.start else ""
    if before == "the":
        found.append((MentionKind.PERSON, -1.5))
    if before in lexicons.speakers.media or before in BODIES:
        found.append((MentionKind.ORGANISATION, 2.5))
    if before in AT_PLACE and not name.title:
        found.append((MentionKind.PLACE, 1.5))
    travel = before == "to" and name.start > 1 and words.tokens[name.start - 2].lemma in TRAVEL
    if travel:
        found.append((MentionKind.PLACE, 1.2))
    if before in ("off", "from", "left") and not name.title:
        found.append((MentionKind.PLACE, 0.4))
    if before in lexicons.organisations.thing_before:
        found.append((MentionKind.OTHER, 9.0))
    if token.dep == "nsubj" and words.tokens[token.head].lemma in lexicons.cues.verbs:
        found.append((MentionKind.PERSON, 0.7))
        found.append((MentionKind.PLACE, -0.5))
    if _aged(name, words):
        found.append((MentionKind.PERSON, 2.5))
    if words.lower[name.end : name.end + 2] == [",", "which"]:
        found += [(MentionKind.PERSON, -2.0), (MentionKind.ORGANISATION, 1.0)]
    return found


def _head(name: Name, words: Words) -> int:
    """The token of the name whose head lies outside it (the last one where the parse is odd)."""
    inside = range(name.start, name.end)
    return next((n for n in reversed(inside) if words.tokens[n].head not in inside), name.end - 1)


def _aged(name: Name, words: Words) -> bool:
    """True before an age: `Ada Marn, 43, said`."""
    after = words.forms[name.end : name.end + 3]
    return len(after) == 3 and after[0] == "," and after[1].isdigit() and len(after[1]) < 3 and after[2] in ",."


def _inside(form: str, lexicons: Lexicons) -> list[tuple[MentionKind, float]]:
    """What the name's own words say of its kind."""
    if PARTY_TAG.match(form):
        return [(MentionKind.OTHER, 9.0)]
    form = form.title() if form.isupper() and len(form) > 4 else form  # "MOSCOW"
    parts = form.split()
    if len(parts) > 1 and parts[0] in lexicons.organisations.thing_first:
        return [(MentionKind.OTHER, 9.0)]
    found: list[tuple[MentionKind, float]] = []
    geo, organisations = lexicons.geography, lexicons.organisations
    if form in geo.demonyms:
        found.append((MentionKind.NATIONALITY, 8.0))
    if form in geo.seats:
        found.append((MentionKind.ORGANISATION, 8.0))
    if geo.is_place(form):
        found.append((MentionKind.PLACE, 6.0))
    if form in organisations.canonical:
        found.append((MentionKind.ORGANISATION, 8.0))
    elif len(parts) == 1 and sum(c.isupper() for c in form) > max(1, len(form.replace(".", "")) / 2):
        found.append((MentionKind.ORGANISATION, 3.5))
    if SITE.search(form) and not form.startswith(("Mc", "Mac", "De", "Di", "La", "Le", "Van", "Fitz")):
        found.append((MentionKind.ORGANISATION, 2.5))
    headed = parts[-1] in organisations.heads or (parts[0] in organisations.heads and parts[1:2] in (["of"], ["for"]))
    if headed and (len(parts) > 1 or form.endswith("s")):
        found.append((MentionKind.ORGANISATION, 4.0))
    if len(parts) > 1 and parts[-1] in organisations.places:
        found.append((MentionKind.PLACE, 4.0))
    if len(parts) > 1 and {"of", "for", "&"} & set(parts):
        found.append((MentionKind.ORGANISATION, 1.0))
    if len(parts) > 1 and parts[0].lower() in lexicons.names.gender:
        found.append((MentionKind.PERSON, 2.5))
    if len(parts) > 2 and any(len(part.rstrip(".")) == 1 for part in parts[1:-1]):
        found.append((MentionKind.PERSON, 2.5))
    return found


def _best(scores: Scores) -> MentionKind:
    """The kind with most evidence; OTHER where there is none. Ties go by the order of the kinds."""
    order = list(MentionKind)
    kind, score = max(scores.items(), key=lambda item: (item[1], -order.index(item[0])), default=(MentionKind.OTHER, 0))
    return kind if score > 0 else MentionKind.OTHER


def _by_firm(kinds: Mapping[str, MentionKind], lexicons: Lexicons) -> dict[str, MentionKind]:
    """What a firm is called without its ending, as an organisation: "Lund Shipping" of "Lund Shipping Co."."""
    found: dict[str, MentionKind] = {}
    for form in kinds:
        parts = form.split()
        for size in range(1, len(parts)) if parts[-1] in lexicons.organisations.firms else ():
            short = " ".join(parts[:size])
            if short in kinds and kinds[short] is MentionKind.PERSON:
                found[short] = MentionKind.ORGANISATION
    return found


def _by_full_name(kinds: Mapping[str, MentionKind], lexicons: Lexicons) -> dict[str, MentionKind]:
    """Bare surnames and given names of persons whose full name stands elsewhere, as persons.

    "Marn" is a person in a report that has "Ada Marn"; "Paris" stays a place in one that has "Nora Paris".
    """
    found: dict[str, MentionKind] = {}
    for form, kind in kinds.items():
        parts = form.split()
        if kind is not MentionKind.PERSON or len(parts) < 2:
            continue
        last = parts[-2] if parts[-1].lower() in lexicons.names.suffixes and len(parts) > 2 else parts[-1]
        for part in (last, parts[0]):
            if part in kinds and (part == form or not _place(part, kinds, lexicons)):
                found[part] = MentionKind.PERSON
    return found


def _place(part: str, kinds: Mapping[str, MentionKind], lexicons: Lexicons) -> bool:
    """True for a name that is a place's, unless it is only a capital's and the report never names its country."""
    geo = lexicons.geography
    if part in geo.capitals:
        return bool({geo.capitals[part]} & {geo.countries.get(name) or geo.demonyms.get(name) for name in kinds})
    return geo.country(part) is not None or geo.is_place(part)
