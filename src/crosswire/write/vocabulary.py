"""The vocabulary in words that a reader understands: what stands on page, terminal and Markdown instead of codes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Protocol

from crosswire.model.annotation import QuotationKind, SpeakerClass, Stance
from crosswire.model.lineage import CHANGES_MEANING as CHANGES_MEANING
from crosswire.model.lineage import Edit, EditKind
from crosswire.model.relation import Between, LinkKind, OriginKind, Point, PointKind, PointRelation, SilenceKind, Status
from crosswire.model.report import CreditKind, Flag, FurnitureKind
from crosswire.model.when import Basis, stamp

GLYPHS: Final = {
    Status.DISPUTED: "✕",
    Status.SUPERSEDED: "↻",
    Status.CORROBORATED: "=",
    Status.SINGLE_VOICE: "1",
    Status.SINGLE_ORIGIN: "◦",
}
STATUSES: Final = {
    Status.DISPUTED: "disputed",
    Status.SUPERSEDED: "superseded",
    Status.CORROBORATED: "agreed",
    Status.SINGLE_VOICE: "one voice",
    Status.SINGLE_ORIGIN: "one origin",
}
TALLIES: Final = {
    Status.DISPUTED: "disputed",
    Status.SUPERSEDED: "superseded",
    Status.CORROBORATED: "agreed",
    Status.SINGLE_VOICE: "on one voice",
    Status.SINGLE_ORIGIN: "from one origin",
}
HEADINGS: Final = {
    Status.DISPUTED: "Disputed",
    Status.SUPERSEDED: "Superseded by a later version",
    Status.CORROBORATED: "Agreed by independent origins",
    Status.SINGLE_VOICE: "Resting on one voice",
    Status.SINGLE_ORIGIN: "Resting on one origin",
}
GLANCES: Final = {
    Status.DISPUTED: "Disputed",
    Status.SUPERSEDED: "Changed since",
    Status.CORROBORATED: "Agreed",
}
ALONE: Final = "Nobody else has"
# What a cell of the matrix says, as a word and as a sentence's part, where it is not a version.
GAPS: Final = {
    "part": ("part", "speaks of it, in words too different to be counted"),
    "only": ("only", "has only this side, where most have the other too"),
    "silent": ("silent", "leaves it out, where most origins have it"),
    "early": ("early", "came out before anybody had it"),
}
SILENCES: Final = {
    SilenceKind.ANSWER: "The answer is left out, beside the claim",
    SilenceKind.TOLL: "The number of dead or hurt is left out",
    SilenceKind.SIDE: "One side only of what is disputed",
    SilenceKind.FIGURE: "A number is left out",
}
UNNAMED: Final = "Resting on somebody who is not named"
# Headings of what is not said by anybody with a mouth, or not said at all.
PAPERS: Final = "Papers and records"
UNANSWERED: Final = "Would not or could not say"
BESIDE: Final = "somebody is told to think or to do, in nobody’s words"
STANCES: Final = {
    Stance.ASSERTS: "says",
    Stance.DENIES: "denies",
    Stance.ACCUSES: "accuses",
    Stance.DEMANDS: "demands",
    Stance.PROMISES: "promises",
    Stance.WARNS: "warns",
    Stance.DOUBTS: "doubts",
    Stance.ASKS: "asks",
    Stance.AGREES: "agrees",
    Stance.REPORTS: "takes no stand",
}
MENTIONS: Final = "speaks of"
QUOTATIONS: Final = {
    QuotationKind.DIRECT: "direct quotation",
    QuotationKind.INDIRECT: "indirect quotation",
    QuotationKind.MIXED: "mixed quotation",
}
SPEAKERS: Final = {
    SpeakerClass.NAMED: "named",
    SpeakerClass.OFFICIAL: "known by office",
    SpeakerClass.ANONYMOUS: "not named",
    SpeakerClass.DOCUMENT: "a document",
    SpeakerClass.UNKNOWN: "not known",
}
_NOTES: Final = tuple(f", {words}" for words in SPEAKERS.values())
# What stands over the ledger wherever it is shown.
ERRS: Final = "Passages are matched by machine, which errs: read both before you rely on “agreed” or “disputed”."
MEANINGS: Final = {
    Status.DISPUTED: "Versions set against each other by machine, because they can’t all hold.",
    Status.SUPERSEDED: "A version and what has taken its place, matched by machine.",
    Status.CORROBORATED: "Said alike by reports of independent origins, matched by machine.",
    Status.SINGLE_VOICE: "Every report that has it gives one and the same speaker for it, matched by machine.",
    Status.SINGLE_ORIGIN: "Every report that has it got it from one and the same origin, matched by machine.",
}
ORIGINS: Final = {
    OriginKind.AGENCY: "agency",
    OriginKind.PUBLISHER: "publisher",
    OriginKind.BROADCASTER: "broadcaster",
    OriginKind.RELEASE: "press release",
    OriginKind.UNKNOWN: "kind not known",
}
LINKS: Final = {LinkKind.CREDITED: "credits", LinkKind.COPIED: "copies", LinkKind.CITED: "cites"}
EDITS: Final = {
    EditKind.NEGATION: "denial",
    EditKind.ATTRIBUTION: "who says it",
    EditKind.HEDGE: "how sure it is",
    EditKind.FIGURE: "figure",
    EditKind.TIME: "time",
    EditKind.NAME: "name",
    EditKind.CUT: "left out",
    EditKind.ADDED: "put in",
    EditKind.MOVED: "moved",
    EditKind.WORDING: "other words",
    EditKind.STYLE: "style",
}
FIRST: Final = {True: ", printed earlier", False: ", printed later", None: ""}
CREDITS: Final = {
    CreditKind.TEXT: "text by",
    CreditKind.PHOTO: "photograph by",
    CreditKind.VIDEO: "video by",
    CreditKind.CITED: "cites",
}
FURNITURE: Final = {
    FurnitureKind.NAVIGATION: "navigation",
    FurnitureKind.SHARING: "sharing",
    FurnitureKind.RELATED: "teaser of another story",
    FurnitureKind.ADVERT: "advertisement",
    FurnitureKind.NEWSLETTER: "newsletter",
    FurnitureKind.COMMENT: "readers’ comment",
    FurnitureKind.CAPTION: "caption",
    FurnitureKind.PULL_QUOTE: "pull quote",
    FurnitureKind.BYLINE: "byline",
    FurnitureKind.DATE: "date",
    FurnitureKind.CREDIT: "credit",
    FurnitureKind.LEGAL: "legal line",
    FurnitureKind.PLAYER: "player",
    FurnitureKind.POLL: "poll",
    FurnitureKind.WIDGET: "widget",
    FurnitureKind.OTHER: "other",
}
FLAGS: Final = {
    Flag.SEVERAL_ARTICLES: "The page holds several articles.",
    Flag.LIVE_BLOG: "The page is a live blog.",
    Flag.GALLERY: "The page is a gallery.",
    Flag.TRUNCATED: "The text breaks off.",
    Flag.PAYWALLED: "Part of the text is behind a paywall.",
    Flag.NO_ARTICLE: "No article was found on the page.",
    Flag.MACHINE_TRANSLATED: "The text is machine-translated.",
    Flag.CONTAINS_EARLIER_VERSION: "The text contains an earlier version of itself.",
}
# An edit longer than this is told by its beginning; it stands whole in its place.
LONGEST_EDIT: Final = 70
# A version of so few words is told with what is disputed.
SHORT_VALUE: Final = 5
BASES: Final = {
    Basis.STATED: "stated in full",
    Basis.MARKUP: "from the page’s markup",
    Basis.GIVEN: "given with the input",
    Basis.RELATIVE: "counted from a known date",
    Basis.INFERRED: "worked out through the story",
    Basis.UNKNOWN: "not known",
}


def count(number: int, one: str, many: str | None = None) -> str:
    """The number with its noun: "1 report", "7 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names: Sequence[str], *, most: int = 4) -> str:
    """Names as a sentence has them: "A", "A and B", "A, B and C", "A, B and 9 more"."""
    if len(names) > most:
        return f"{', '.join(names[: most - 1])} and {len(names) - most + 1} more"
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def edited(edit: Edit, loose: tuple[str, str] | None = None) -> tuple[tuple[str, str], ...]:
    """An edit in words, as pairs of our own words and the words of a report: dropped “alleged”.

    `loose` has what the source and the copy are called where nobody can tell which is which: only in R2 “alleged”.
    """
    there, here = (_short(side.words) if side else "" for side in (edit.there, edit.here))
    if edit.kind is EditKind.MOVED:
        return (("moved", here or there),)
    if loose:
        both = there and here
        sides = (
            (f"in {name}" if both else f"only in {name}", words)
            for name, words in zip(loose, (there, here), strict=True)
        )
        return tuple(side for side in sides if side[1])
    if there and here:
        return (("changed", there), ("to", here))
    return (("dropped", there),) if there else (("put in", here),)


class _Held(Protocol):
    """An origin with the reports that have something from it."""

    @property
    def origin(self) -> str: ...

    @property
    def reports(self) -> tuple[str, ...]: ...


def _short(words: str) -> str:
    """The words on one line, without what parts them from others; of a whole sentence its beginning."""
    line = " ".join(words.split()).strip(" ,;")
    return line if len(line) <= LONGEST_EDIT else line[:LONGEST_EDIT].rsplit(" ", 1)[0] + " …"


def counted(held: Sequence[_Held]) -> str:
    """How many origins have it, and in how many reports: "2 origins", "1 origin, in 5 reports"; "" for none."""
    if not held:
        return ""
    reports = {label for one in held for label in one.reports}
    return count(len(held), "origin") + (f", in {count(len(reports), 'report')}" if len(reports) > len(held) else "")


def borne(held: Sequence[_Held]) -> str:
    """Whose words they are, not who printed them: "2 origins: AP and Ferry Post", "1 origin, in 5 reports: AP"."""
    return f"{counted(held)}: {listed([one.origin for one in held])}" if held else ""


def standing(
    point: Point,
    *,
    origins: Sequence[str],
    voices: Sequence[str],
    beside: Sequence[str] = (),
    undated: Sequence[str] = (),
    marked: bool = False,
    reports: int = 1,
    owners: Sequence[tuple[str, Sequence[str]]] = (),
    replaced: str | None = None,
) -> str:
    """What a reader may take the point for, in a sentence or two; all sequences are of names.

    `beside`: origins that speak of the matter and are not counted. `undated`: reports of it whose time is not known.
    `marked`: a page marks what it has of the older version as an earlier version of itself.
    `reports`: how many have it. `owners`: who owns several of the origins, with their names. `replaced`: words in it
    that a newer version replaces.
    """
    owned = "".join(f" {listed(names)} have one owner, {owner}." for owner, names in owners)
    besides = f" What {listed(beside)} {has(beside)} on it is too different to be counted." if beside else ""
    newer = f" Superseded in it: “{replaced}”." if replaced else ""
    return _standing(point, origins, voices, _newer(point, undated, marked), reports) + besides + owned + newer


def has(names: Sequence[str]) -> str:
    """The verb for so many."""
    return "has" if len(names) == 1 else "have"


def _standing(point: Point, origins: Sequence[str], voices: Sequence[str], newer: str, reports: int) -> str:
    if point.status is Status.DISPUTED and point.between is Between.ACTORS:
        who = f": {parties(voices)}" if voices else ""
        return f"Disputed between actors{who}. The reports agree on who says what."
    if point.status is Status.DISPUTED and len(origins) == 1:
        return f"Disputed{_about(point)} within one origin, {origins[0]}: the versions can’t all hold."
    if point.status is Status.DISPUTED:
        return f"Disputed{_about(point)}: {count(len(origins), 'origin')} and the versions can’t all hold."
    if point.status is Status.SUPERSEDED:
        return f"Superseded: {newer}."
    if point.status is Status.SINGLE_VOICE:
        return f"Rests on one voice: {parties(voices) or 'a speaker who is not known'}{_carried(origins)}."
    if point.status is Status.SINGLE_ORIGIN:
        printed = f", in {count(reports, 'report')}" if reports > 1 else ""
        return f"Rests on one origin{printed}: {listed(origins) or 'not known'}."
    printed = f", in {count(reports, 'report')}" if reports > len(origins) else ""
    return f"Agreed by {count(len(origins), 'independent origin')}{printed}: {listed(origins)}."


def _about(point: Point) -> str:
    """What is disputed, where the sentences tell more: ", one name spelt in two ways (“Ana Lupo” or “Ana Lupe”)"."""
    about, colon, _ = point.why[0].partition(": ") if point.why else ("", "", "")
    if not colon or point.kind is not PointKind.STATE:
        return ""
    values = [f"“{v.value}”" for v in point.versions if v.value and len(v.value.split()) <= SHORT_VALUE]
    return f", {about} ({' or '.join(values)})" if len(values) == len(point.versions) else f", {about}"


def _newer(point: Point, undated: Sequence[str], marked: bool) -> str:
    """How it is known which version is the newer one: by the page, by the reports' times, or by the words alone."""
    if marked:
        return "the page itself marks the earlier version"
    if undated:
        known = "time is not known" if len(undated) == 1 else "times are not known"
        return f"the words show which version is later; {_owners(undated)} {known}"
    # Its first report counts: of four that have the newer version three may have come out before the older one.
    latest = [stamp(v.first_at or v.last_at) for v in point.versions if v.id == point.latest]
    older = [stamp(v.last_at) for v in point.versions if v.id != point.latest]
    if _before(older, latest):
        return "a later report replaces an earlier version"
    return "the words show which version is later; the reports’ times don’t"


def _before(older: Sequence[str | None], newer: Sequence[str | None]) -> bool:
    """True when all times are known, and every one of the older before every one of the newer."""
    early, late = [t for t in older if t], [t for t in newer if t]
    if not early or not late or len(early) + len(late) < len(older) + len(newer):
        return False
    length = min(len(t) for t in (*early, *late))
    return max(t[:length] for t in early) < min(t[:length] for t in late)


def _owners(names: Sequence[str]) -> str:
    """ "R2’s", "R2’s and R4’s"."""
    return listed([f"{name}’s" for name in names])


def parties(names: Sequence[str]) -> str:
    """Names of actors in a sentence, so that "not named" reads as belonging to one of several."""
    if len(names) < 2:
        return listed(names)
    return listed([re.sub(r", ([^,]+)$", r" (\1)", name) if name.endswith(_NOTES) else name for name in names])


def meant(point: Point, origins: Sequence[str]) -> str:
    """What the word for the point's status rests on, as one sentence; `origins` are names."""
    spoken = {statement.origin for statement in point.statements if statement.origin}
    if point.status is Status.SINGLE_ORIGIN and spoken - set(point.origins):
        return "Only one origin says it so, as far as a machine can tell."
    if point.status is Status.CORROBORATED:
        return f"Said alike by reports of {count(len(origins), 'independent origin')}, matched by machine."
    return MEANINGS[point.status]


def _carried(origins: Sequence[str]) -> str:
    return f", carried by {count(len(origins), 'origin')}" if len(origins) > 1 else ""


def is_shared(point: Point) -> bool:
    """True when the point is more than one report's alone: several reports carry it, or versions of it differ."""
    several = len({statement.passage.report for statement in point.statements}) > 1
    return several or point.relation in (PointRelation.CONFLICT, PointRelation.UPDATE)
