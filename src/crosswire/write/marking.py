"""What is marked in each report's text, and which lines of the page each paragraph's margin leads back to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from crosswire.model.dossier import Dossier
from crosswire.model.passage import Passage
from crosswire.model.relation import OTHER_WORDS, Status
from crosswire.model.report import EarlierVersion, Report
from crosswire.write.ledger import Ledger
from crosswire.write.pieces import Mark, MarkKind, Piece, pieces
from crosswire.write.series import Series
from crosswire.write.sources import Register
from crosswire.write.vocabulary import GLYPHS, STATUSES

KINDS = {
    Status.DISPUTED: MarkKind.DISPUTED,
    Status.SUPERSEDED: MarkKind.SUPERSEDED,
    Status.CORROBORATED: MarkKind.AGREED,
    Status.SINGLE_VOICE: MarkKind.ONE_VOICE,
    Status.SINGLE_ORIGIN: MarkKind.ONE_ORIGIN,
}
# Of several statements over the same words the gravest is shown; the margin names them all.
_STATEMENTS = (*KINDS.values(), MarkKind.ALONE)


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """A line in the margin: where in the text it belongs, its glyph and words, and the line it leads back to."""

    start: int
    end: int
    glyph: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of text with its classes; `address` when a line of the page leads to it; `marked`: not plain text."""

    start: int
    words: str
    classes: str
    address: str | None
    marked: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a report: its start; its pieces in order; its margin's notes, those with the same words together.

    `earlier`: the earlier version of the report that it is of; `opens`: the first paragraph of that.
    """

    start: int
    pieces: tuple[Shown, ...]
    notes: tuple[tuple[Note, ...], ...]
    earlier: EarlierVersion | None = None
    opens: bool = False


class Marking:
    """Every mark and note of a dossier, by report.

    `points` are the ids of those that have a line on the page; `led_to` further passages that a line of it leads to.
    """

    def __init__(
        self,
        dossier: Dossier,
        register: Register,
        book: Ledger,
        figures: tuple[Series, ...],
        points: frozenset[str],
        led_to: Iterable[Passage] = (),
    ) -> None:
        self._register = register
        self._on_page = points
        self._marks: dict[str, set[Mark]] = defaultdict(set)
        self._notes: dict[str, list[Note]] = defaultdict(list)
        self._points(book)
        self._quotations(dossier)
        self._lines(dossier, figures)
        for passage in led_to:
            self._mark(passage, MarkKind.LED_TO)
        for report in dossier.relations.reports:
            if report.dateline:
                span = (report.dateline.start, report.dateline.end)
                self._marks[report.id].add(Mark(*span, MarkKind.DATELINE))

    def blocks(self, report: Report) -> tuple[Block, ...]:
        """The report's paragraphs with what is marked in them."""
        spans = [(p.start, p.end) for p in report.paragraphs] or [(0, len(report.text))]
        marks, notes = sorted(self._marks[report.id]), sorted(self._notes[report.id])
        return tuple(self._block(report, start, end, marks, notes) for start, end in spans if start < end)

    def _block(self, report: Report, start: int, end: int, marks: list[Mark], notes: list[Note]) -> Block:
        label = self._register.label(report.id)
        inside = [mark for mark in marks if mark.start < end and mark.end > start]
        shown = tuple(_shown(piece, report, label) for piece in pieces(start, end, inside))
        here: dict[str, Note] = {}
        for note in notes:
            if start <= note.start < end:
                here.setdefault(note.address, note)
        alike: dict[str, list[Note]] = {}
        for note in here.values():
            alike.setdefault(note.glyph + note.words, []).append(note)
        earlier = report.earlier_at(start)
        opens = earlier is not None and earlier.start == start
        return Block(start, shown, tuple(tuple(group) for group in alike.values()), earlier, opens)

    def _mark(self, passage: Passage | None, kind: MarkKind) -> None:
        if passage is not None:
            self._marks[passage.report].add(Mark(passage.start, passage.end, kind))

    def _note(self, passage: Passage, glyph: str, words: str, address: str | None) -> None:
        if address:
            self._notes[passage.report].append(Note(passage.start, passage.end, glyph, words, address))

    def _points(self, book: Ledger) -> None:
        for row in book.rows():
            status = row.point.status
            address = self._register.point_address(row.point.id) if row.point.id in self._on_page else None
            kind = KINDS[status] if row.shared else MarkKind.ALONE
            glyph, words = (GLYPHS[status], STATUSES[status]) if row.shared else ("·", "only here")
            for statement in row.point.statements:
                self._mark(statement.passage, kind)
                self._note(statement.passage, glyph, words, address)

    def _quotations(self, dossier: Dossier) -> None:
        for quotation in dossier.relations.quotations:
            speaker = self._register.actor(quotation.speaker)
            for part in quotation.content:
                self._mark(part, MarkKind.SAID)
            self._mark(quotation.source, MarkKind.SOURCE)
            self._mark(quotation.cue, MarkKind.LED_TO)
            self._mark(quotation.speaker_class_words, MarkKind.LED_TO)
            name = speaker.name if speaker else "speaker not known"
            self._note(quotation.content[0], "“", name, self._register.quotation_address(quotation.id))

    def _lines(self, dossier: Dossier, figures: tuple[Series, ...]) -> None:
        for number, sentence in enumerate(dossier.brief, 1):
            for passage in sentence.citations:
                self._mark(passage, MarkKind.LED_TO)
                self._note(passage, "¶", "in the brief", f"b{number}")
        for number, entry in enumerate(dossier.relations.timeline, 1):
            for passage in entry.statements:
                self._mark(passage, MarkKind.LED_TO)
                self._note(passage, "◷", "in the timeline", f"t{number}")
        for number, one in enumerate(figures, 1):
            for value in one.values:
                self._mark(value.figure.passage, MarkKind.LED_TO)
                self._note(value.figure.passage, "#", one.name, f"s{number}")
        for actor in dossier.relations.actors:
            for passage in actor.mentions[:1]:
                self._mark(passage, MarkKind.LED_TO)
        for utterance in dossier.relations.utterances:
            for difference in utterance.differences:
                if difference.kind in OTHER_WORDS:
                    self._mark(difference.a, MarkKind.LED_TO)
                    self._mark(difference.b, MarkKind.LED_TO)


def _shown(piece: Piece, report: Report, label: str) -> Shown:
    kinds = {mark.kind for mark in piece.marks}
    statement = next((kind for kind in _STATEMENTS if kind in kinds), None)
    others = sorted(kinds - {*_STATEMENTS, MarkKind.LED_TO})
    return Shown(
        start=piece.start,
        words=report.text[piece.start : piece.end],
        classes=" ".join(filter(None, [statement, *others])),
        address=f"{label}-s{piece.start}" if piece.opens else None,
        marked=bool(kinds),
    )
