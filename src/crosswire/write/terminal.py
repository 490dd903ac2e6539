"""A dossier on the terminal: readable at 80 columns, plain when piped."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from rich.console import Console

from crosswire.model.annotation import Quotation
from crosswire.model.dossier import Dossier
from crosswire.model.relation import PointRelation, Status, TimelineEntry
from crosswire.model.report import Report
from crosswire.write.asked import NO_SENTENCE, asked_lines
from crosswire.write.bearing import bearing
from crosswire.write.branches import branches, changed, found_elsewhere
from crosswire.write.changes import changes
from crosswire.write.clock import day_and_clock, days_told, told
from crosswire.write.ledger import Ledger, Line, Row, Telling, carried, ledger, versions_differ
from crosswire.write.lineage import lines
from crosswire.write.narrowed import narrowed
from crosswire.write.origins import owners
from crosswire.write.pairs import pairs
from crosswire.write.places import Side
from crosswire.write.plain import one_line
from crosswire.write.series import hedged, series, untold
from crosswire.write.sheet import Sheet, cut
from crosswire.write.silent import Gap, gaps
from crosswire.write.sources import Register
from crosswire.write.told_by import told_by
from crosswire.write.tolls import toll_lines
from crosswire.write.vocabulary import (
    BESIDE,
    ERRS,
    GLYPHS,
    HEADINGS,
    PAPERS,
    SILENCES,
    SPEAKERS,
    UNANSWERED,
    UNNAMED,
    count,
    listed,
)
from crosswire.write.voices import Saying, Voice, verb, voices, whole
from crosswire.write.wordings import kind_of

# Lists are cut here, except what an editor must not miss: what is disputed, superseded, or rests on nobody named.
MOST = {
    "alone": 4,
    "beside": 2,
    "branches": 24,
    "changes": 8,
    "elsewhere": 6,
    "entries": 16,
    "figures": 8,
    "issues": 8,
    "papers": 4,
    "reports": 12,
    "sayings": 4,
    "silences": 3,
    "voices": 8,
}
MOST_ROWS = {Status.CORROBORATED: 5, Status.SINGLE_VOICE: 5, Status.SINGLE_ORIGIN: 3}
MOST_PLACES = 4
MOST_GRAVE = 500

_STYLES = {Status.DISPUTED: "bold red", Status.SUPERSEDED: "bold blue"}


def print_dossier(dossier: Dossier, console: Console, *, paged: bool = False) -> None:
    """Print the dossier: headline, brief with its sources, ledger, voices, figures, timeline, origins, issues.

    Long lists are cut, and say by how much; where no page was written (`paged`), the end says how to get one. Nothing a
    page says can style the terminal or turn its direction.
    """
    Printer(dossier, console, paged=paged).all()


class Printer:
    """Prints one dossier, section by section, to one console."""

    def __init__(self, dossier: Dossier, console: Console, *, paged: bool = False) -> None:
        self._register = Register(dossier)
        self._dossier = narrowed(dossier)
        self._book = ledger(self._dossier, self._register)
        self._sheet = Sheet(console, paged=paged)
        self._paged = paged

    def all(self) -> None:
        """Every section that has something to say."""
        self._headline()
        self._brief()
        self._ledger()
        self._silences()
        self._voices()
        self._figures()
        self._timeline()
        self._origins()
        self._issues()
        if self._sheet.is_cut and not self._paged:
            self._sheet.print_gap()
            self._sheet.print(("Lists are cut. With -o and a folder, a page with all of it is written there.", "dim"))
        self._sheet.print_gap()

    def _headline(self) -> None:
        dossier = self._dossier
        facts = [
            count(len(dossier.relations.counted), "report"),
            count(dossier.origin_count, "origin"),
            days_told(dossier.first_published_at, dossier.last_published_at) or "dates not known",
            listed([one_line(place) for place in dossier.places]),
        ]
        self._sheet.print((one_line(dossier.title), "bold"))
        self._sheet.print((" · ".join(fact for fact in facts if fact), "dim"))
        for line in asked_lines(dossier, self._register):
            self._sheet.print(one_line(line))
        self._sheet.print_rule()

    def _brief(self) -> None:
        self._sheet.print_head("The brief")
        if not self._dossier.brief:
            self._sheet.print(NO_SENTENCE, indent=2)
            return
        for sentence in self._dossier.brief:
            chosen = self._register.beside(sentence.citations)
            numbers = "".join(f"[{self._register.number(passage)}]" for passage in chosen)
            left_out = len(self._register.others(sentence.citations))
            more = f" and {left_out} more" if left_out else ""
            held = bearing(sentence, self._dossier, self._register)
            whose = f" · {one_line(held)}" if held else ""
            self._sheet.print(one_line(sentence.words), (f" {numbers}{more}{whose}", "dim"))
        self._sources()

    def _sources(self) -> None:
        """A line for each citation beside the brief: whose report, when it was printed, how the passage begins."""
        self._sheet.print_head("Sources of the brief")
        beside = [source for source in self._register.sources() if source.beside]
        room = len(f"[{len(beside)}]")
        for source in beside:
            report = source.passage.report
            lead = f"{f'[{source.number}]':>{room}} {self._register.label(report)} "
            printed = self._register.printed(report, short=True).removeprefix("publication ")
            foreign = self._register.foreign(source.passage)
            whose = f", from {cut(foreign, 30)}" if foreign else ""
            house = f"{cut(self._register.publisher(report), 30)}{whose}, {printed}: "
            words = one_line(self._register.context(source.passage).words)
            self._sheet.print_line((lead, "bold"), (one_line(house) + " ", ""), (words, "dim"), indent=2)

    def _ledger(self) -> None:
        book = self._book
        self._sheet.print_head("The ledger", "" if not book.sections else ERRS)
        if not book.sections and not book.alone:
            self._sheet.print("No point was found that could be set beside another.", indent=2)
        self._sections(book)
        if book.alone:
            most = MOST["alone"] * (1 if book.sections else 2)
            self._rows("· Said by one report only", "bold", book.alone, most)

    def _sections(self, book: Ledger) -> None:
        """What an editor must not miss first and whole, then the other points, cut."""
        nobody = [row for section in book.sections for row in section.rows if row.unnamed]
        for section in book.sections:
            title = f"{GLYPHS[section.status]} {HEADINGS[section.status]}"
            if section.status in _STYLES:
                self._rows(title, _STYLES[section.status], section.rows, len(section.rows))
        self._rows(f"{GLYPHS[Status.SINGLE_VOICE]} {UNNAMED}", "bold magenta", nobody, len(nobody))
        for section in book.sections:
            title = f"{GLYPHS[section.status]} {HEADINGS[section.status]}"
            if section.status in MOST_ROWS:
                named = [row for row in section.rows if not row.unnamed]
                self._rows(title, "bold", named, MOST_ROWS[section.status])

    def _rows(self, title: str, style: str, rows: Sequence[Row], most: int) -> None:
        if rows:
            self._sheet.print((title, style), f" ({len(rows):,})")
        for row in rows[:most]:
            self._row(row)
        self._sheet.print_more(len(rows), most, 4)

    def _row(self, row: Row) -> None:
        sentence = (one_line(row.sentence), "italic")
        if versions_differ(row):
            self._sheet.print("· ", sentence, indent=4, hang=2)
        for telling in row.tellings:
            self._telling(row, telling)
        if not versions_differ(row):
            self._sheet.print(sentence, indent=6)
        self._beside(row.sayings_beside)

    def _beside(self, lines: Sequence[Line]) -> None:
        """What somebody says of the matter, in words that were not counted."""
        for line in lines[: MOST["beside"]]:
            who = f"  {one_line(line.speaker or '')}; {line.label}"
            self._sheet.print(("beside it: ", "dim"), cut(line.passage.words), (who, "dim"), indent=6, hang=2)
        self._sheet.print_more(len(lines), MOST["beside"], 6)

    def _telling(self, row: Row, telling: Telling) -> None:
        labels = listed([self._register.label(report) for report in telling.reports], most=8)
        lead = f"{telling.letter} " if telling.letter else "· "
        update = row.point.relation is PointRelation.UPDATE
        told_at = f", {telling.told_at}" if update and telling.told_at else ""
        newest = ", the latest version" if telling.latest else ""
        who = one_line(carried(telling, between=row.point.between)) if versions_differ(row) else ""
        self._sheet.print(
            (lead, "bold"),
            cut(telling.shown.words),
            (f"  {'; '.join(part for part in (who, labels) if part)}{told_at}{newest}", "dim"),
            indent=6 if telling.letter else 4,
            hang=2,
        )
        if telling.around:
            label = self._register.label(telling.around.report)
            self._sheet.print((f"in {label}: {cut(telling.in_full)}", "dim"), indent=6, hang=2)

    def _silences(self) -> None:
        """What a report leaves out that most origins have: the grave ones whole, the others cut."""
        found = gaps(self._dossier, self._register, self._book)
        if not found.all():
            return
        self._sheet.print_head("Silences")
        for gap in (*found.grave, *found.others[: MOST["silences"]]):
            self._gap(gap)
        self._sheet.print_more(len(found.others), MOST["silences"])

    def _gap(self, gap: Gap) -> None:
        silent = self._labels([silence.report for silence in gap.silences])
        have = f"{gap.having} of {gap.telling} origins have it: {self._labels([p.report for p in gap.passages])}"
        whose = f"  {one_line(listed(gap.voices))}" if gap.voices else ""
        self._sheet.print((f"{SILENCES[gap.kind]}: ", "bold"), cut(gap.shown.words), (whose, "dim"), indent=2, hang=2)
        self._sheet.print((f"left out in {silent}; {have}{gap.doubt}", "dim"), indent=4, hang=2)

    def _voices(self) -> None:
        found = voices(self._dossier, self._register)
        if not found.heard:
            return
        self._sheet.print_head("Voices")
        for voice in found.speaking[: MOST["voices"]]:
            self._voice(voice)
        self._sheet.print_more(len(found.speaking), MOST["voices"])
        if found.unnamed:
            self._sheet.print(("Not named, or known by office only", "bold magenta"), indent=2)
        for voice in found.unnamed:
            self._voice(voice)
        if found.unresolved:
            self._sheet.print(("Speaker not known", "bold"), indent=2)
        for quotation in found.unresolved[: MOST["sayings"]]:
            self._quotation([quotation], quotation.unresolved or "")
        self._sheet.print_more(len(found.unresolved), MOST["sayings"], 4)
        if found.papers:
            self._sheet.print((PAPERS, "bold"), indent=2)
        for voice in found.papers[: MOST["papers"]]:
            self._voice(voice)
        self._sheet.print_more(len(found.papers), MOST["papers"], 4)
        if found.unanswered:
            self._sheet.print((UNANSWERED, "bold"), indent=2)
        for name, quotation in found.unanswered:
            words = cut(whole(quotation, self._register).words)
            label = f"  {self._labels([quotation.report])}"
            self._sheet.print(
                f"{one_line(name)} {one_line(verb(quotation))}: {words}", (label, "dim"), indent=4, hang=2
            )
        if found.beside:
            told = count(len(found.beside), "thing that", "things that")
            self._sheet.print((f"{told} {BESIDE}", "dim"), indent=2)

    def _voice(self, voice: Voice) -> None:
        known = [SPEAKERS[voice.known]] if self._register.unnamed(voice.actor) else []
        notes = [one_line(listed(voice.actor.roles)), *known]
        about = "".join(f", {note}" for note in notes if note)
        self._sheet.print((one_line(voice.name), "bold"), about, (f"  {voice.glance}", "dim"), indent=2, hang=2)
        for saying in voice.leading(MOST["sayings"]):
            for n, alike in enumerate(saying.open[:MOST_PLACES]):
                self._quotation(alike, f"likewise {self._labels(saying.likewise)}" if not n and saying.likewise else "")
            self._sheet.print_more(len(saying.open), MOST_PLACES, 6)
            self._differing(saying)
        self._sheet.print_more(len(voice.sayings), len(voice.leading(MOST["sayings"])), 4)

    def _differing(self, saying: Saying) -> None:
        """The words that differ between the renderings of one act of speech, each with its reports and the kind."""
        found = saying.comparison
        for place in found.places[:MOST_PLACES]:
            sides = " / ".join(map(self._side, place.sides))
            self._sheet.print(
                ("words differ: ", "italic"), sides, (f"  {one_line(kind_of(place))}", "dim"), indent=6, hang=2
            )
        self._sheet.print_more(len(found.places), MOST_PLACES, 6)
        if saying.varies:
            self._sheet.print((saying.standing, "italic"), indent=6, hang=2)

    def _side(self, side: Side) -> str:
        return (f"“{cut(side.words, 60)}”" if side.words else "left out") + f" {self._labels(side.reports)}"

    def _labels(self, reports: Sequence[str]) -> str:
        return listed([self._register.label(report) for report in dict.fromkeys(reports)], most=8)

    def _quotation(self, alike: Sequence[Quotation], note: str = "") -> None:
        quotation = alike[0]
        words = cut(whole(quotation, self._register).words)
        told_to = f", told {one_line(quotation.told_to)}" if quotation.told_to else ""
        about = f"  {self._labels([other.report for other in alike])}{told_to}{f'; {one_line(note)}' if note else ''}"
        self._sheet.print(one_line(verb(quotation)), f": {words}", (about, "dim"), indent=4, hang=2)

    def _figures(self) -> None:
        found = untold(series(self._dossier, self._register), self._dossier.relations.tolls)
        tolls = toll_lines(self._dossier.relations.tolls, self._register)
        if not found and not tolls:
            return
        self._sheet.print_head("Figures")
        for toll in tolls:
            self._sheet.print((f"{toll.head}: ", "bold"), one_line(toll.rest), indent=2, hang=2)
        for one in found[: MOST["figures"]]:
            around = " / ".join(f"“{cut(words)}”" for words in one.around)
            labels = listed([self._register.label(report) for report in one.reports], most=8)
            loose = f"; {one_line(other)}" if (other := hedged(one, self._register)) else ""
            self._sheet.print(
                (f"{one_line(one.head)}: ", "bold"), around, (f"  {labels}{loose}", "dim"), indent=2, hang=2
            )
        self._sheet.print_more(len(found), MOST["figures"])

    def _timeline(self) -> None:
        entries = self._dossier.relations.timeline
        if not entries:
            return
        self._sheet.print_head("Timeline")
        shown = entries[: MOST["entries"]]
        for day, on in itertools.groupby(shown, key=lambda entry: day_and_clock(entry.when.value)[0]):
            self._sheet.print((one_line(day), "bold"), indent=2)
            for entry in on:
                self._entry(entry)
        self._sheet.print_more(len(entries), MOST["entries"])

    def _entry(self, entry: TimelineEntry) -> None:
        labels = self._labels([passage.report for passage in entry.statements])
        clock = day_and_clock(entry.when.value)[1]
        time = (f"{one_line(clock)} " if clock else "", "bold")
        ahead = "; told as still to come" if entry.ahead else ""
        said = f"; {one_line(by)}" if (by := told_by(entry, self._register)) else ""
        self._sheet.print(time, cut(entry.statements[0].words), (f"  {labels}{said}{ahead}", "dim"), indent=4, hang=2)

    def _origins(self) -> None:
        """The lineage, set in; who is cited only; who owns several origins; the edits that change what is said."""
        relations = self._dossier.relations
        self._sheet.print_head("Origins")
        found = lines(self._dossier)
        if not found:
            self._sheet.print("No origin is known.", indent=2)
        drawn, left = branches(found, self._register, most=MOST["branches"])
        for branch in drawn:
            name = (one_line(branch.name), "bold")
            self._sheet.print(name, f" {one_line(branch.words)}", indent=2 + 2 * branch.deep, hang=2)
        self._sheet.print_more(len(drawn) + left, len(drawn))
        standing = {line.origin.id for line in found}
        cited = [one_line(origin.name) for origin in relations.origins if origin.id not in standing]
        if cited:
            self._sheet.print(f"cited only: {listed(cited)}", indent=2, hang=2)
        for owner, houses in owners(relations.origins):
            names = listed([one_line(house.name) for house in houses])
            said = f"One owner, {one_line(owner)}: {names}. They are counted as {len(houses)} origins."
            self._sheet.print(said, indent=2, hang=2)
        for words in relations.elsewhere[: MOST["elsewhere"]]:
            self._sheet.print(one_line(found_elsewhere(words, self._register)), indent=2, hang=2)
        self._sheet.print_more(len(relations.elsewhere), MOST["elsewhere"])
        self._changes()
        self._reports()

    def _changes(self) -> None:
        """The edits on the way that change what is said."""
        found, _ = changes(pairs(self._dossier), self._register, most=MOST_GRAVE)
        grave = [change for change in found if change.grave]
        if grave:
            self._sheet.print(("What changed on the way", "bold"), f" ({len(grave):,})", indent=2)
        for change in grave[: MOST["changes"]]:
            self._sheet.print(("Δ ", "bold red"), one_line(changed(change, self._register)), indent=4, hang=2)
        self._sheet.print_more(len(grave), MOST["changes"], 4)

    def _reports(self) -> None:
        reports = self._dossier.relations.counted
        self._sheet.print_head("Reports")
        for report in reports[: MOST["reports"]]:
            self._report(report)
        self._sheet.print_more(len(reports), MOST["reports"])

    def _report(self, report: Report) -> None:
        self._sheet.print(
            (f"{self._register.label(report.id)} ", "bold"),
            f"{one_line(self._register.publisher(report.id))}: {one_line(report.headline or 'no headline')}, ",
            self._register.printed(report.id),
            indent=2,
            hang=3,
        )
        for version in self._dossier.relations.versions:
            if version.of == report.id:
                seen = told(version.at) if version.at else "when it was seen is not known"
                edits = f", {count(len(version.edits), 'edit')} to the next" if version.edits else ""
                label = self._register.label(version.report)
                self._sheet.print(f"{label}, an earlier version, {one_line(seen)}{edits}", indent=5, hang=2)

    def _issues(self) -> None:
        issues = self._dossier.issues
        if not issues:
            return
        self._sheet.print_head("Issues", "what could not be done")
        for issue in self._dossier.issues[: MOST["issues"]]:
            where = issue.file or (
                self._register.label(issue.report) if issue.report and self._register.report(issue.report) else ""
            )
            prefix = f"{one_line(where)}: " if where and where not in issue.message else ""
            self._sheet.print(f"{prefix}{one_line(issue.message)}", indent=2, hang=2)
        self._sheet.print_more(len(issues), MOST["issues"])
