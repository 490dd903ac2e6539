"""A dossier on the terminal: readable at 80 columns, plain when piped."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

from crosswire.model.annotation import Quotation
from crosswire.model.dossier import Dossier
from crosswire.model.relation import LinkKind, PointRelation, Status
from crosswire.model.report import Report
from crosswire.write.clock import days_told, told
from crosswire.write.ledger import Row, Telling, carried, ledger, versions_differ
from crosswire.write.plain import one_line, unturned
from crosswire.write.series import series, steps
from crosswire.write.sources import Register, marks
from crosswire.write.vocabulary import GLYPHS, HEADINGS, LINKS, ORIGINS, STANCES, count, listed
from crosswire.write.voices import voices, whole

MOST = {"rows": 8, "voices": 8, "sayings": 4, "figures": 8, "entries": 16, "reports": 12, "issues": 8}
WIDEST = 96
LONGEST = 240

_STYLES = {Status.DISPUTED: "bold red", Status.SUPERSEDED: "bold blue"}


def console(stream: TextIO) -> Console:
    """A console on the stream: styled on a terminal, plain and 80 columns wide when piped."""
    piped = not stream.isatty()
    width = 80 if piped and "COLUMNS" not in os.environ else None
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def print_dossier(dossier: Dossier, console: Console) -> None:
    """Print the dossier: headline, brief with its sources, ledger, voices, figures, timeline, origins, issues.

    Long lists are cut, and say by how much. Nothing a page says can style the terminal or turn its direction.
    """
    Printer(dossier, console).all()


class Printer:
    """Prints one dossier, section by section, to one console."""

    def __init__(self, dossier: Dossier, console: Console) -> None:
        self._dossier = dossier
        self._console = console
        self._register = Register(dossier)
        self._width = min(console.width, WIDEST)

    def all(self) -> None:
        """Every section that has something to say."""
        self._headline()
        self._brief()
        self._ledger()
        self._voices()
        self._figures()
        self._timeline()
        self._origins()
        self._issues()
        self._console.print()

    def _print(self, *parts: str | tuple[str, str], indent: int = 0, hang: int = 0) -> None:
        """One paragraph, wrapped; `hang` more columns from its second line on."""
        styled = [(part, "") if isinstance(part, str) else part for part in parts]
        text = Text.assemble(*((unturned(words), style) for words, style in styled), overflow="fold")
        lines = text.wrap(self._console, max(20, self._width - indent - hang))
        for place, line in enumerate(lines):
            line.rstrip()
            self._console.print(Text(" " * (indent + (hang if place else 0))) + line, soft_wrap=True, highlight=False)

    def _section(self, title: str, note: str = "") -> None:
        self._console.print()
        self._print((title.upper(), "bold"), (f"  {note}" if note else "", "dim"))

    def _more(self, total: int, most: int, indent: int = 2) -> None:
        if total > most:
            self._print((f"… and {total - most:,} more (see the page)", "dim"), indent=indent)

    def _headline(self) -> None:
        dossier = self._dossier
        facts = [
            count(len(dossier.relations.reports), "report"),
            count(dossier.origin_count, "origin"),
            days_told(dossier.first_published_at, dossier.last_published_at) or "dates not known",
            listed([one_line(place) for place in dossier.places]),
        ]
        self._print((one_line(dossier.title), "bold"))
        self._print((" · ".join(fact for fact in facts if fact), "dim"))
        self._console.print(Text("─" * self._width, style="dim"), soft_wrap=True)

    def _brief(self) -> None:
        self._section("The brief")
        if not self._dossier.brief:
            self._print("No sentence could be chosen for a brief.", indent=2)
            return
        for sentence in self._dossier.brief:
            chosen = self._register.beside(sentence.citations)
            numbers = "".join(f"[{self._register.number(passage)}]" for passage in chosen)
            left_out = len(sentence.citations) - len(chosen)
            more = f" and {left_out} more" if left_out else ""
            self._print(one_line(sentence.words), (f" {numbers}{more}", "dim"))
        self._sources()

    def _sources(self) -> None:
        """The reports that the brief cites, each with the numbers of its citations and where they begin."""
        self._section("Sources", "with the character of the text where each passage begins")
        shown = {passage for sentence in self._dossier.brief for passage in marks(sentence.citations)}
        cited: dict[str, list[str]] = {}
        for source in self._register.sources():
            if source.passage in shown:
                cited.setdefault(source.passage.report, []).append(f"[{source.number}] at {source.passage.start}")
        for report in self._dossier.relations.reports:
            if report.id in cited:
                self._report(report, ", ".join(cited[report.id]))

    def _ledger(self) -> None:
        book = ledger(self._dossier, self._register)
        self._section("The ledger")
        if not book.sections and not book.alone:
            self._print("No point was found that could be set beside another.", indent=2)
        for section in book.sections:
            style = _STYLES.get(section.status, "bold")
            self._print((f"{GLYPHS[section.status]} {HEADINGS[section.status]}", style), f" ({len(section.rows)})")
            for row in section.rows[: MOST["rows"]]:
                self._row(row)
            self._more(len(section.rows), MOST["rows"], 4)
        if book.alone:
            most = MOST["rows"] if not book.sections else MOST["rows"] // 2
            self._print(("· Said by one report only", "bold"), f" ({len(book.alone)})")
            for row in book.alone[:most]:
                self._row(row)
            self._more(len(book.alone), most, 4)

    def _row(self, row: Row) -> None:
        sentence = (one_line(row.sentence), "italic")
        if versions_differ(row):
            self._print("· ", sentence, indent=4, hang=2)
        for telling in row.tellings:
            self._telling(row, telling)
        if not versions_differ(row):
            self._print(sentence, indent=6)

    def _telling(self, row: Row, telling: Telling) -> None:
        labels = listed([self._register.label(report) for report in telling.reports], most=8)
        lead = f"{telling.letter} " if telling.letter else "· "
        update = row.point.relation is PointRelation.UPDATE
        told_at = f", {told(telling.first_at, short=True)}" if update and telling.first_at else ""
        newest = ", the latest version" if telling.latest else ""
        who = one_line(carried(telling, between=row.point.between)) if versions_differ(row) else ""
        self._print(
            (lead, "bold"),
            _cut(telling.shown.words),
            (f"  {'; '.join(part for part in (who, labels) if part)}{told_at}{newest}", "dim"),
            indent=6 if telling.letter else 4,
            hang=2,
        )

    def _voices(self) -> None:
        found = voices(self._dossier, self._register)
        if not found.speaking and not found.unresolved:
            return
        self._section("Voices")
        for voice in found.speaking[: MOST["voices"]]:
            roles = f", {one_line(listed(voice.actor.roles))}" if voice.actor.roles else ""
            self._print((one_line(voice.actor.name), "bold"), roles, indent=2, hang=2)
            for saying in voice.sayings[: MOST["sayings"]]:
                for alike in saying.renderings:
                    self._quotation(alike)
                if saying.varies:
                    self._print(("The words differ between reports.", "italic"), indent=6)
            self._more(len(voice.sayings), MOST["sayings"], 4)
        self._more(len(found.speaking), MOST["voices"])
        if found.unresolved:
            number_of = count(len(found.unresolved), "quotation")
            self._print(f"{number_of} without a known speaker: the page says why for each.", indent=2)

    def _quotation(self, alike: Sequence[Quotation]) -> None:
        quotation = alike[0]
        words = _cut(whole(quotation, self._register).words)
        told_to = f", told {one_line(quotation.told_to)}" if quotation.told_to else ""
        label = listed([self._register.label(other.report) for other in alike], most=8)
        self._print(STANCES[quotation.stance], f": {words}", (f"  {label}{told_to}", "dim"), indent=4, hang=2)

    def _figures(self) -> None:
        found = series(self._dossier, self._register)
        if not found:
            return
        self._section("Figures")
        for one in found[: MOST["figures"]]:
            labels = listed([self._register.label(report) for report in one.reports], most=8)
            self._print((f"{one_line(one.name)}: ", "bold"), steps(one), (f"  {labels}", "dim"), indent=2, hang=2)
        self._more(len(found), MOST["figures"])

    def _timeline(self) -> None:
        entries = self._dossier.relations.timeline
        if not entries:
            return
        self._section("Timeline")
        for entry in entries[: MOST["entries"]]:
            labels = dict.fromkeys(self._register.label(passage.report) for passage in entry.statements)
            when = one_line(told(entry.when.value, weekday=True))
            words = _cut(entry.statements[0].words)
            self._print((f"{when}: ", "bold"), words, (f"  {listed(list(labels), most=8)}", "dim"), indent=2, hang=2)
        self._more(len(entries), MOST["entries"])

    def _origins(self) -> None:
        relations = self._dossier.relations
        self._section("Origins")
        for origin in relations.origins[: MOST["reports"]]:
            names = [self._register.label(report) for report in origin.reports]
            carried_by = f": {listed(names, most=8)}" if names else ", cited only"
            self._print((one_line(origin.name), "bold"), f" ({ORIGINS[origin.kind]}){carried_by}", indent=2, hang=2)
        self._more(len(relations.origins), MOST["reports"])
        copies = [link for link in relations.links if link.kind is LinkKind.COPIED and link.to_report]
        for link in copies[: MOST["rows"]]:
            share = f" ({link.share * 100:.0f} % of its words)" if link.share is not None else ""
            there = self._register.label(link.to_report or "")
            self._print(f"{self._register.label(link.report)} {LINKS[link.kind]} {there}{share}", indent=2, hang=2)
        self._more(len(copies), MOST["rows"])
        self._reports()

    def _reports(self) -> None:
        cited = {passage.report for sentence in self._dossier.brief for passage in marks(sentence.citations)}
        others = [report for report in self._dossier.relations.reports if report.id not in cited]
        if others:
            self._section("Other reports", "that the brief does not cite" if cited else "")
        for report in others[: MOST["reports"]]:
            self._report(report)
        self._more(len(others), MOST["reports"])

    def _report(self, report: Report, note: str = "") -> None:
        self._print(
            (f"{self._register.label(report.id)} ", "bold"),
            f"{one_line(self._register.publisher(report.id))}: {one_line(report.headline or 'no headline')}, ",
            self._register.printed(report.id),
            (f"  {note}" if note else "", "dim"),
            indent=2,
            hang=3,
        )

    def _issues(self) -> None:
        issues = self._dossier.issues
        if not issues:
            return
        self._section("Issues", "what could not be done")
        for issue in self._dossier.issues[: MOST["issues"]]:
            where = issue.file or (
                self._register.label(issue.report) if issue.report and self._register.report(issue.report) else ""
            )
            prefix = f"{one_line(where)}: " if where and where not in issue.message else ""
            self._print(f"{prefix}{one_line(issue.message)}", indent=2, hang=2)
        self._more(len(issues), MOST["issues"])


def _cut(words: str) -> str:
    """The words on one line, cut after LONGEST characters: a terminal shows no walls."""
    line = one_line(words)
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + " …"
