"""The ledger: every point as a row of what it says, who carries which version, and what a reader may take it for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crosswire.model.dossier import Dossier
from crosswire.model.passage import Passage
from crosswire.model.relation import Between, Point, PointKind, PointRelation, Statement, Status, Version
from crosswire.model.when import DAY, stamp
from crosswire.write.clock import days_told, told
from crosswire.write.sources import Held, Register
from crosswire.write.vocabulary import borne, count, counted, is_shared, meant, parties, standing

ORDER = (Status.DISPUTED, Status.SUPERSEDED, Status.CORROBORATED, Status.SINGLE_VOICE, Status.SINGLE_ORIGIN)
# A passage longer than this stands for a point only where no shorter one does.
WALL = 240
MOST_COMPARED = 40
# What a saying has in common with a row beside which it stands: so many words, or one where either has fewer than
# `SHORT`. Names are none: "the deal covers Holt's forces" and "Holt's forces had a part in the fire" are two matters.
IN_COMMON, SHORT = 2, 4
TELLING = frozenset({"NOUN", "VERB", "ADJ", "NUM"})
# "three men" alone doesn't say what became of them.
PHRASE = 2
# What a sentence opens with that turns against the one before.
LEANING = re.compile(r"(?:However|But|And|Yet|Instead|Meanwhile|Nevertheless|Nonetheless)\b")
# What turns round the clause right behind it. A comma, another stop, "and", "when" or their like ends its reach.
TURNING = re.compile(
    r"(?:\b(?:not|never|no|nobody|without|unclear|unlikely|doubt\w*|den(?:y|ies|ied|ying)|whether|if)|n['’]\s?t)\b"
    r"(?:(?!\b(?:and|but|when|where|after|before|while|because|since|as)\b)[^.,;:—–]){0,60}$",
    re.IGNORECASE,
)
# Words as few as "services will be held" are agreed, and tell a reader little without their sentence.
BARE = 6
# A row that shows this part of a sentence stands for a row with the sentence itself.
MUCH = 0.4
MARKS = frozenset('“"')
# How many points of each status a memo of a few pages has room for.
TOP = {Status.SINGLE_VOICE: 6, Status.SINGLE_ORIGIN: 4}
ON_PAPER = {
    Status.DISPUTED: 5,
    Status.SUPERSEDED: 5,
    Status.CORROBORATED: 4,
    Status.SINGLE_VOICE: 2,
    Status.SINGLE_ORIGIN: 1,
}
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of a point: where it stands, its report's label, which version it gives, who says so."""

    passage: Passage
    label: str
    letter: str
    speaker: str | None
    origin: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """One version of a point: its letter ("" when there is only one), its value, and who carries it.

    `passage` is the statement that stands for it; `shown` is what to print for it: the passage, or its sentence where
    it is only a few words; `around` the sentence of one that was left as short as it is, with the one before it where
    that says whom the words are of. `told_at` is when its reports were printed, in words: "15 March, 19:00", "12–14
    March 2031".
    """

    letter: str
    value: str | None
    passage: Passage
    shown: Passage
    lines: tuple[Line, ...]
    reports: tuple[str, ...]
    origins: tuple[str, ...]
    speakers: tuple[str, ...]
    first_at: str | None
    last_at: str | None
    latest: bool
    told_at: str = ""
    around: Passage | None = None

    @property
    def in_full(self) -> str:
        """The sentence around it, between marks; "" where there is none."""
        words = self.around.words if self.around else ""
        return words if not words or words[0] in MARKS else f"“{words}”"

    @property
    def held(self) -> tuple[Held, ...]:
        """Each origin that has this version, with the labels of the reports that have it from there."""
        known = ((origin, lines) for origin, lines in self.by_origin() if origin)
        return tuple(Held(origin, tuple(dict.fromkeys(line.label for line in lines))) for origin, lines in known)

    def by_origin(self) -> tuple[tuple[str | None, tuple[Line, ...]], ...]:
        """Its statements by origin, those of most reports first; None for an origin that is not known."""
        found: dict[str | None, list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.origin, []).append(line)
        ranked = sorted(found.items(), key=lambda one: -len({line.label for line in one[1]}))
        return tuple((origin, tuple(lines)) for origin, lines in ranked)


@dataclass(frozen=True, slots=True)
class Row:
    """One point as the ledger shows it. `actors` are ids of all who speak in it, `reports` ids of all who carry it.

    `beside`: statements of its matter that are not counted, whoever says them.
    `unnamed`: it rests on nobody but speakers who are not named, which no reader may miss.
    """

    point: Point
    tellings: tuple[Telling, ...]
    reports: tuple[str, ...]
    origins: tuple[str, ...]
    voices: tuple[str, ...]
    actors: tuple[str, ...]
    sentence: str
    meaning: str
    shared: bool
    unnamed: bool
    beside: tuple[Line, ...] = ()

    @property
    def sayings_beside(self) -> tuple[Line, ...]:
        """What somebody says beside it, one line for each speaker and report; not of who says it there, too."""
        own = {(line.speaker, line.label) for telling in self.tellings for line in telling.lines}
        lines = (line for line in reversed(self.beside) if line.speaker and (line.speaker, line.label) not in own)
        said = {(line.speaker, line.label): line for line in lines}
        return tuple(reversed(said.values()))


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one status, in the dossier's order."""

    status: Status
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """What reports share, by status; and apart from it what only one report says.

    What rests on speakers who are not named stands among the first even where one report alone has it.
    """

    sections: tuple[Section, ...]
    alone: tuple[Row, ...]

    def rows(self) -> tuple[Row, ...]:
        """Every row, those of the sections first."""
        return tuple(row for section in self.sections for row in section.rows) + self.alone


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows that a page has room for: at the top, folded, of one report only; and how many of each were left out.

    `paper` has the ids of the points that are printed.
    """

    top: tuple[Row, ...]
    rest: tuple[Row, ...]
    alone: tuple[Row, ...]
    rest_left_out: int
    alone_left_out: int
    paper: frozenset[str]

    @property
    def points(self) -> frozenset[str]:
        """The ids of the points that have a row on the page."""
        return frozenset(row.point.id for row in (*self.top, *self.rest, *self.alone))


def layout(book: Ledger, *, top: int, most: int) -> Layout:
    """The ledger cut for a page: `top` rows of each status first, then `most` more, `most` of one report only.

    Of what rests on one voice or one origin fewer: a reader looks for it after what is disputed and agreed.
    """
    open_rows = {section.status: min(top, TOP.get(section.status, top)) for section in book.sections}
    first = tuple(row for section in book.sections for row in section.rows[: open_rows[section.status]])
    more = [row for section in book.sections for row in section.rows[open_rows[section.status] :]]
    return Layout(
        top=first,
        rest=tuple(more[:most]),
        alone=book.alone[:most],
        rest_left_out=max(0, len(more) - most),
        alone_left_out=max(0, len(book.alone) - most),
        paper=frozenset(row.point.id for part in book.sections for row in part.rows[: ON_PAPER[part.status]]),
    )


def ledger(dossier: Dossier, register: Register) -> Ledger:
    """The dossier's points, as far as asked for: disputed, superseded, agreed, one voice, one origin; then those alone.

    Within a status what rests on nobody named comes first, then the points that most reports carry; one that reads
    like a point before it comes last.
    """
    taken: set[str] = set()
    rows = _folded([_row(point, register, taken) for point in dossier.shown if point.statements], register)
    shared = sorted((row for row in rows if row.shared), key=lambda row: (not row.unnamed, -len(row.reports)))
    by_status = {status: _varied([row for row in shared if row.point.status is status]) for status in ORDER}
    sections = tuple(Section(status, found) for status, found in by_status.items() if found)
    return Ledger(sections, _once_each(row for row in rows if not row.shared))


def _folded(rows: Sequence[Row], register: Register) -> list[Row]:
    """The rows, of two of one report that print much of one sentence the longer; that what reports share prints.

    "Lupo says Horn set the fire" is shared, "Lupo says Horn set the fire in order to be paid" is one report's: it is
    printed around the shared words.
    """
    near: dict[str, list[int]] = {}
    for n, row in enumerate(rows):
        for report in row.reports if _plain(row) else ():
            near.setdefault(report, []).append(n)
    around: dict[int, Passage] = {}
    gone: set[int] = set()
    alone = [n for n, row in enumerate(rows) if _plain(row) and len(row.tellings[0].lines) == 1]
    for n in sorted(alone, key=lambda n: -len(rows[n].tellings[0].shown.words)):
        whole = rows[n].tellings[0].shown
        parts = [m for m in near.get(whole.report, ()) if _much_of(whole, rows[m].tellings[0].shown)]
        hosts = [m for m in parts if len(rows[m].reports) > 1 and not rows[m].tellings[0].around]
        if hosts and n not in gone and not _replaced(rows[n].point, register):
            around.setdefault(hosts[0], whole)
            gone.add(n)
        gone |= {m for m in parts if m in alone and rows[m].point.status is rows[n].point.status}
    return [_shown_in(row, around.get(n)) for n, row in enumerate(rows) if n not in gone]


def _shown_in(row: Row, around: Passage | None) -> Row:
    """The row of one version with this printed around what is shown."""
    return replace(row, tellings=(replace(row.tellings[0], around=around),)) if around else row


def _plain(row: Row) -> bool:
    """True for a row of one version that is neither disputed nor superseded."""
    return len(row.tellings) == 1 and row.point.relation is PointRelation.SAME


def _much_of(whole: Passage, part: Passage) -> bool:
    """True where the part is much of the whole, and not all of it."""
    return whole.covers(part) and MUCH * len(whole.words) < len(part.words) < len(whole.words)


def _once_each(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows without those that would print the same sentences of the same reports again.

    A long sentence can hold several points, and is shown whole for each of them.
    """
    first: dict[tuple[object, ...], Row] = {}
    for row in rows:
        first.setdefault((row.sentence, *((telling.shown, telling.reports) for telling in row.tellings)), row)
    return tuple(first.values())


def _varied(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows in order, those that would print the same words as a row before them moved behind the others."""
    first: dict[tuple[str, ...], Row] = {}
    for row in rows:
        first.setdefault(tuple(telling.shown.words.casefold() for telling in row.tellings), row)
    kept = {row.point.id for row in first.values()}
    return (*first.values(), *(row for row in rows if row.point.id not in kept))


def _row(point: Point, register: Register, taken: set[str]) -> Row:
    """The point as a row; `taken` has the words that stand for other points, and gets those that stand for this one."""
    point = _of_its_matter(point, register)
    versions = point.versions or (Version("", None),)
    several = len(versions) > 1
    tellings = tuple(
        telling
        for number, version in enumerate(versions)
        if (telling := _telling(point, version, LETTERS[number % 26] if several else "", register, taken))
    )
    if not tellings:  # no statement names a version that exists: all are shown as one
        tellings = tuple(filter(None, [_telling(point, None, "", register, taken)]))
    speakers = (register.quotation(statement.quotation) for statement in point.statements)
    origins = register.origin_names(point.origins)
    beside = {s.origin: None for s in point.statements if s.origin and s.origin not in point.origins and not s.counts}
    voices = register.actor_names(point.voices)
    unnamed = _rests_on_nobody_named(point, register)
    return Row(
        point=point,
        tellings=tellings,
        reports=_once(statement.passage.report for statement in point.statements if statement.counts),
        origins=origins,
        voices=voices,
        actors=_once((*point.voices, *(said.speaker for said in speakers if said and said.speaker))),
        sentence=standing(
            point,
            replaced=_replaced(point, register),
            origins=origins,
            voices=voices,
            beside=register.origin_names(beside),
            undated=_once(register.label(s.passage.report) for s in point.statements if register.undated(s.passage)),
            reports=len({s.passage.report for s in point.statements if s.counts}),
            owners=shared_owners(point.origins, register),
            marked=all(register.earlier(s.passage) for s in point.statements if s.version != point.latest),
        ),
        meaning=meant(point, origins),
        shared=is_shared(point) or (unnamed and register.several),
        unnamed=unnamed,
        beside=tuple(_line(statement, "", register) for statement in point.statements if not statement.counts),
    )


def _replaced(point: Point, register: Register) -> str | None:
    """Words that all who count for a point have, and that a newer version replaces: "at least 11 were killed"."""
    if point.relation in (PointRelation.UPDATE, PointRelation.CONFLICT):
        return None
    old = [register.replaced(statement.passage) for statement in point.statements if statement.counts]
    return old[0].words if old and old[0] and all(old) else None


def shared_owners(ids: Iterable[str], register: Register) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The owners that have several of these origins, each with the names of its origins."""
    found: dict[str, list[str]] = {}
    for origin in filter(None, map(register.origin, ids)):
        if origin.owner:
            found.setdefault(origin.owner, []).append(origin.name)
    return tuple((owner, tuple(names)) for owner, names in found.items() if len(names) > 1)


def _can_be_read(point: Point, passage: Passage) -> bool:
    """True where the words shown are those that the reports share: their sentence would say more than they do."""
    long = len(passage.words.split())
    figure = point.kind is PointKind.FIGURE and any(s.figure for s in point.statements)
    return (point.relation is PointRelation.SAME and long > 1) or (figure and long > PHRASE)


def _turned(passage: Passage, register: Register) -> Passage | None:
    """The passage with what stands before it in its sentence, where that turns it round; None where nothing does.

    "The boats were locked" of “I’m not sure that the boats were locked” says what nobody said.
    """
    report = register.report(passage.report)
    start = register.sentence_around(passage)[0] if report else passage.start
    if report is None or start >= passage.start or passage.end - start > WALL:
        return None
    before = TURNING.search(report.text[start : passage.start])
    return report.passage(start, passage.end) if before else None


def _with_both_marks(shown: Passage, register: Register) -> Passage:
    """The passage up to both marks of a quotation of several sentences that it cuts, as far as that is no wall of text.

    "“Where is the key?" goes on to "… Nobody has it.”"
    """
    curly = shown.words.count("“") - shown.words.count("”")
    if not curly and shown.words.count('"') % 2 == 0:
        return shown
    report = register.report(shown.report)
    for part in register.marked_parts(shown.report):
        start, end = min(shown.start, part.start - 1), max(shown.end, part.end + 1)
        cut = part.overlaps(shown) and (part.start < shown.start or part.end > shown.end)
        if report and cut and start >= 0 and end - start <= WALL:
            return report.passage(start, min(end, len(report.text)))  # a text may end before its closing mark
    return shown


def _rests_on_nobody_named(point: Point, register: Register) -> bool:
    voices = [register.actor(voice) for voice in point.voices]
    return point.status is Status.SINGLE_VOICE and bool(voices) and all(map(register.unnamed, voices))


def _telling(point: Point, version: Version | None, letter: str, register: Register, taken: set[str]) -> Telling | None:
    statements = [s for s in point.statements if version is None or s.version == version.id or len(point.versions) == 1]
    statements = [s for s in statements if s.counts]
    if not statements:
        return None
    lines = tuple(_line(statement, letter, register) for statement in statements)
    value = version.value if version else None
    passages = [statement.passage for statement in statements]
    number = point.kind is PointKind.FIGURE and point.relation is not PointRelation.SAME
    passage = _shortest(passages) if number else _standing_for(passages, value, taken)
    taken.add(passage.words.casefold())
    whole = register.context(passage)
    turned = _turned(passage, register)
    shown = turned or _with_both_marks(passage if _can_be_read(point, passage) else whole, register)
    return Telling(
        letter=letter,
        value=value,
        passage=passage,
        shown=shown,
        lines=lines,
        reports=_once(line.passage.report for line in lines),
        origins=_once(line.origin for line in lines if line.origin),
        speakers=_once(line.speaker for line in lines if line.speaker),
        first_at=version.first_at if version else None,
        last_at=version.last_at if version else None,
        latest=bool(version and version.id == point.latest and point.relation is PointRelation.UPDATE),
        told_at=_told_at(version, passages, register),
        around=_around(shown, register),
    )


def _around(shown: Passage, register: Register) -> Passage | None:
    """What a reader needs beside the words: who "he" is; of a few words, their sentence."""
    if len(shown.words) > WALL:
        return None
    named = register.naming(shown)
    if named and len(named.words) <= 2 * WALL:
        return named
    whole = register.context(shown)
    return whole if len(shown.words.split()) <= BARE and len(whole.words) > len(shown.words) else None


def _told_at(version: Version | None, passages: Sequence[Passage], register: Register) -> str:
    """When the reports that have the version were printed: of those that stand beside it, never of others.

    Counter-example to the version's own times: they reach back to an earlier version of a report, which has no line.
    What a page marks as an earlier version of itself has its own time, which only the version knows.
    """
    if version is None or not version.first_at:
        return ""
    first, last = version.first_at, version.last_at or version.first_at
    printed = [at for passage in passages if (at := register.printed_at(passage.report))]
    if printed and not any(map(register.earlier, passages)):
        printed.sort(key=lambda at: stamp(at) or at)
        first, last = printed[0], printed[-1]
    return told(first, short=True) if first[:DAY] == last[:DAY] else days_told(first, last)


def _of_its_matter(point: Point, register: Register) -> Point:
    """The point without the statements that neither count nor have words in common with one that does."""
    counted = [statement.passage for statement in point.statements if statement.counts]
    kept = (s for s in point.statements if s.counts or any(one_matter(s.passage, own, register) for own in counted))
    return replace(point, statements=tuple(kept)) if counted else point


def one_matter(one: Passage, two: Passage, register: Register) -> bool:
    """True where two passages have words in common that are no names, or the words of one are not known."""
    if not (register.words(one) and register.words(two)):
        return True
    first, second = ({w.lemma for w in register.words(p) if w.pos in TELLING} for p in (one, two))
    least = 1 if min(len(first), len(second)) < SHORT else IN_COMMON
    return len(first & second) >= least


def _line(statement: Statement, letter: str, register: Register) -> Line:
    said = register.quotation(statement.quotation)
    speaker = register.actor_names([said.speaker])[0] if said and said.speaker else None
    origin = register.origin_names([statement.origin])[0] if statement.origin else None
    return Line(statement.passage, register.label(statement.passage.report), letter, speaker, origin)


def _standing_for(passages: Sequence[Passage], value: str | None, taken: set[str]) -> Passage:
    """Of the passages that hold the value the one most like the others; of equals the first, and no wall of text.

    Words that are `taken` by another point stand for this one only where it has no others; so does a sentence that
    leans on the one before ("However, …").
    Counter-example to taking the first: "whether the captain survived" opens a point that five later reports settle.
    """
    holding = [passage for passage in passages if value and value in passage.words] or list(passages)
    if all(LEANING.match(passage.words) for passage in holding):
        holding = [passage for passage in passages if not LEANING.match(passage.words)] or holding
    holding = ([passage for passage in holding if passage.words.casefold() not in taken] or holding)[:MOST_COMPARED]
    words = [frozenset(passage.words.casefold().split()) for passage in holding]
    likeness = [sum(len(own & other) / len(own | other or {""}) for other in words) for own in words]
    return min(holding, key=lambda passage: (len(passage.words) > WALL, -round(likeness[holding.index(passage)], 6)))


def _shortest(passages: Sequence[Passage]) -> Passage:
    """The passage that says least beside a number, the first of equals."""
    return min(passages, key=lambda p: len(p.words))


def versions_differ(row: Row) -> bool:
    """True when the row has versions to set against each other."""
    return len(row.tellings) > 1


def carried(telling: Telling, *, between: Between | None) -> str:
    """Who carries the version, as words: its speakers first when actors are at odds, else its origins."""
    if between is Between.ACTORS and telling.speakers:
        return f"{parties(telling.speakers)} ({counted(telling.held) or count(len(telling.reports), 'report')})"
    return borne(telling.held) or count(len(telling.reports), "report")


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
