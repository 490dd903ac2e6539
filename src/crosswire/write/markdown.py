"""A dossier as Markdown: the same account with numbered sources; nothing a page says can be markup."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from crosswire.model.annotation import Quotation
from crosswire.model.dossier import BriefSentence, Dossier
from crosswire.model.relation import PointRelation
from crosswire.write.asked import NO_SENTENCE, asked_lines
from crosswire.write.bearing import bearing
from crosswire.write.branches import branches, changed, found_elsewhere, says
from crosswire.write.changes import changes
from crosswire.write.clock import day_and_clock, days_told, told
from crosswire.write.ledger import Row, Telling, carried, ledger, versions_differ
from crosswire.write.lineage import lines
from crosswire.write.narrowed import narrowed
from crosswire.write.origins import owners
from crosswire.write.pairs import pairs
from crosswire.write.places import Side
from crosswire.write.plain import one_line, web_link
from crosswire.write.series import hedged, series, untold
from crosswire.write.silent import gaps
from crosswire.write.sources import Register
from crosswire.write.told_by import told_by
from crosswire.write.tolls import toll_lines
from crosswire.write.vocabulary import (
    BESIDE,
    ERRS,
    GLYPHS,
    HEADINGS,
    ORIGINS,
    QUOTATIONS,
    SILENCES,
    SPEAKERS,
    UNANSWERED,
    count,
    listed,
)
from crosswire.write.voices import Saying, verb, voices, whole
from crosswire.write.wordings import kind_of

MOST_BESIDE = 4
MOST_ROWS = 60
MOST_SAYINGS = 12
MOST_RENDERINGS = 6
MOST_REASONS = 12
MOST_BRANCHES = 200
MOST_CHANGES = 40
MOST_ELSEWHERE = 40
MOST_VERSION_EDITS = 8

# What Markdown (CommonMark and its GitHub dialect: tables, math, mentions, strikethrough) reads as markup anywhere.
_ANYWHERE = re.compile(r"[\\`*_{}\[\]<>&|~$@^]")
# What it reads as markup where a line opens: headings, lists, rules, fences, setext underlines, numbered lists.
_AT_START = re.compile(r"^(?:[#+=:-]|(?=\d+[.)]))")
_NUMBERED = re.compile(r"^(\d+)([.)])")
# Addresses that dialects turn into links by themselves; and emoji codes.
_ADDRESS = re.compile(r"(?i)\b(https?|ftp)(:)(?=//)|\b(www)(\.)")
_EMOJI = re.compile(r":(?=[a-z0-9+-]+:)")


def escape(text: str) -> str:
    """The text as one line of Markdown that shows exactly these words."""
    text = _ANYWHERE.sub(lambda match: "\\" + match[0], one_line(text))
    text = _ADDRESS.sub(lambda match: f"{match[1] or match[3]}\\{match[2] or match[4]}", text)
    text = _EMOJI.sub(r"\\:", text)
    text = _NUMBERED.sub(r"\1\\\2", text)
    return "\\" + text if _AT_START.match(text) and not text[0].isdigit() else text


def to_markdown(dossier: Dossier) -> str:
    """The dossier as one Markdown document, ending in a line feed."""
    return "\n".join(_Writer(dossier).lines()).rstrip("\n") + "\n"


class _Writer:
    """Writes one dossier section by section; each section is lines, with a blank line after it."""

    def __init__(self, dossier: Dossier) -> None:
        self._register = Register(dossier)
        self._dossier = narrowed(dossier)

    def lines(self) -> Iterator[str]:
        yield from self._headline()
        yield from self._brief()
        yield from self._ledger()
        yield from self._silences()
        yield from self._voices()
        yield from self._figures()
        yield from self._timeline()
        yield from self._origins()
        yield from self._reports()
        yield from self._sources()
        yield from self._issues()
        yield f"*Written by {escape(self._dossier.generator)}. Every line is a passage of a report.*"

    def _labels(self, reports: Sequence[str]) -> str:
        return listed([self._register.label(report) for report in reports], most=8)

    def _headline(self) -> Iterator[str]:
        dossier = self._dossier
        days = days_told(dossier.first_published_at, dossier.last_published_at) or "dates not known"
        facts = [count(len(dossier.relations.counted), "report"), count(dossier.origin_count, "origin"), escape(days)]
        yield f"# {escape(dossier.title)}\n"
        yield f"{' · '.join(facts)}\n"
        for line in asked_lines(dossier, self._register):
            yield f"{escape(line)}\n"

    def _brief(self) -> Iterator[str]:
        yield "## The brief\n"
        if not self._dossier.brief:
            yield f"{NO_SENTENCE}\n"
        for sentence in self._dossier.brief:
            yield f"{escape(sentence.words)} {self._marks(sentence)}\n"

    def _marks(self, sentence: BriefSentence) -> str:
        citations = sentence.citations
        chosen = self._register.beside(citations)
        others = len(self._register.others(citations))
        more = f" and {others} more" if others else ""
        held = bearing(sentence, self._dossier, self._register)
        whose = f" ({escape(held)})" if held else ""
        return " ".join(f"<sup>{self._register.number(passage)}</sup>" for passage in chosen) + more + whose

    def _ledger(self) -> Iterator[str]:
        book = ledger(self._dossier, self._register)
        yield "## The ledger\n"
        if book.sections:
            yield f"*{ERRS}*\n"
        if not book.sections and not book.alone:
            yield "No point was found that could be set beside another.\n"
        for section in book.sections:
            yield f"### {GLYPHS[section.status]} {HEADINGS[section.status]}\n".replace("# = ", "# \\= ")
            yield from self._rows(section.rows)
        if book.alone:
            yield "### Said by one report only\n"
            yield from self._rows(book.alone)

    def _rows(self, rows: Sequence[Row]) -> Iterator[str]:
        for row in rows[:MOST_ROWS]:
            yield from self._row(row)
        if len(rows) > MOST_ROWS:
            yield f"- … and {len(rows) - MOST_ROWS:,} more (see the page)"
        yield ""

    def _row(self, row: Row) -> Iterator[str]:
        if not versions_differ(row):
            telling = row.tellings[0]
            words = escape(telling.shown.words)
            yield f"- {words} ({self._labels(telling.reports)}). {escape(row.sentence)}"
            yield from self._around(telling)
            yield from self._beside(row)
            return
        yield f"- {escape(row.sentence)}"
        for telling in row.tellings:
            yield f"  - {self._telling(row, telling)}"
            yield from self._around(telling)
        yield from self._beside(row)

    def _around(self, telling: Telling) -> Iterator[str]:
        if telling.around:
            yield f"  - in {self._register.label(telling.around.report)}: {escape(telling.in_full)}"

    def _beside(self, row: Row) -> Iterator[str]:
        for line in row.sayings_beside[:MOST_BESIDE]:
            yield f"  - beside it: {escape(line.passage.words)} ({escape(line.speaker or '')}, {line.label})"

    def _telling(self, row: Row, telling: Telling) -> str:
        words = escape(telling.shown.words)
        update = row.point.relation is PointRelation.UPDATE
        parts = [escape(carried(telling, between=row.point.between)), self._labels(telling.reports)]
        parts += [escape(telling.told_at)] if update and telling.told_at else []
        parts += ["the latest version"] if telling.latest else []
        return f"**{telling.letter}** {words} ({', '.join(parts)})"

    def _silences(self) -> Iterator[str]:
        """What a report leaves out that most origins have."""
        found = gaps(self._dossier, self._register, ledger(self._dossier, self._register)).all()
        if not found:
            return
        yield "## Silences\n"
        for gap in found[:MOST_ROWS]:
            silent = self._labels([silence.report for silence in gap.silences])
            have = self._labels([passage.report for passage in gap.passages])
            whose = f" ({escape(listed(gap.voices))})" if gap.voices else ""
            yield f"- {SILENCES[gap.kind]}: {escape(gap.shown.words)}{whose}"
            yield f"  - left out in {silent}; {gap.having} of {gap.telling} origins have it ({have}){gap.doubt}"
        if len(found) > MOST_ROWS:
            yield f"- … and {len(found) - MOST_ROWS:,} more (see the page)"
        yield ""

    def _voices(self) -> Iterator[str]:
        found = voices(self._dossier, self._register)
        if not found.heard:
            return
        yield "## Voices\n"
        for voice in (*found.speaking, *found.unnamed, *found.papers):
            known = [SPEAKERS[voice.known]] if self._register.unnamed(voice.actor) else []
            about = "".join(f", {escape(note)}" for note in (listed(voice.actor.roles), *known) if note)
            glance = f" ({voice.glance})" if voice.glance else ""
            yield f"**{escape(voice.name)}**{about}{glance}\n"
            for saying in voice.leading(MOST_SAYINGS):
                for alike in saying.renderings[:MOST_RENDERINGS]:
                    yield f"- {escape(verb(alike[0]))}: {self._quoted(alike)}"
                if len(saying.renderings) > MOST_RENDERINGS:
                    yield f"  - … and {len(saying.renderings) - MOST_RENDERINGS:,} more renderings (see the page)"
                yield from self._differing(saying)
            left = len(voice.sayings) - len(voice.leading(MOST_SAYINGS))
            if left:
                yield f"- … and {left:,} more (see the page)"
            yield ""
        if found.unresolved:
            yield "**Speaker not known**\n"
            for quotation in found.unresolved:
                yield f"- {self._quoted([quotation])}: {escape(quotation.unresolved or 'no reason given')}"
            yield ""
        if found.unanswered:
            yield f"**{UNANSWERED}**\n"
            for name, quotation in found.unanswered:
                yield f"- {escape(name)} {escape(verb(quotation))}: {self._quoted([quotation])}"
            yield ""
        if found.beside:
            yield f"{count(len(found.beside), 'thing that', 'things that')} {BESIDE} (see the page)\n"

    def _differing(self, saying: Saying) -> Iterator[str]:
        """How the reports' words stand to each other, and where they differ, below the quotation."""
        if saying.standing:
            yield f"  - *{escape(saying.standing)}*"
        for place in saying.comparison.places:
            sides = " ≠ ".join(map(self._side, place.sides))
            yield f"  - {sides}: {escape(kind_of(place))}"

    def _side(self, side: Side) -> str:
        words = f"“{escape(side.words)}”" if side.words else "left out"
        return f"{words} ({self._labels(side.reports)})"

    def _quoted(self, alike: Sequence[Quotation]) -> str:
        quotation = alike[0]
        words = escape(whole(quotation, self._register).words)
        told_to = f", told {escape(quotation.told_to)}" if quotation.told_to else ""
        labels = self._labels(tuple(dict.fromkeys(other.report for other in alike)))
        return f"{words} ({labels}, {QUOTATIONS[quotation.kind]}{told_to})"

    def _figures(self) -> Iterator[str]:
        found = untold(series(self._dossier, self._register), self._dossier.relations.tolls)
        tolls = toll_lines(self._dossier.relations.tolls, self._register)
        if not found and not tolls:
            return
        yield "## Figures\n"
        for toll in tolls:
            yield f"- {escape(toll.words)}"
        for one in found:
            around = "".join(f" “{escape(words)}”" for words in one.around)
            loose = f"; {escape(other)}" if (other := hedged(one, self._register)) else ""
            yield f"- {escape(one.head)}:{around} ({self._labels(one.reports)}{loose})"
        yield ""

    def _timeline(self) -> Iterator[str]:
        if not self._dossier.relations.timeline:
            return
        yield "## Timeline\n"
        entries = self._dossier.relations.timeline
        for day, on in itertools.groupby(entries, key=lambda entry: day_and_clock(entry.when.value)[0]):
            yield f"- {escape(day)}"
            for entry in on:
                labels = tuple(dict.fromkeys(passage.report for passage in entry.statements))
                clock = day_and_clock(entry.when.value)[1]
                lead = f"{escape(clock)} " if clock else ""
                ahead = ", told as still to come" if entry.ahead else ""
                said = f", {escape(by)}" if (by := told_by(entry, self._register)) else ""
                yield f"  - {lead}{escape(entry.statements[0].words)} ({self._labels(labels)}{said}{ahead})"
        yield ""

    def _origins(self) -> Iterator[str]:
        relations = self._dossier.relations
        yield "## Origins\n"
        found = lines(self._dossier)
        if not found:
            yield "No origin is known."
        drawn, left = branches(found, self._register, most=MOST_BRANCHES)
        for branch in drawn:
            yield f"{'  ' * branch.deep}- **{escape(branch.name)}** {escape(branch.words)}"
        if left:
            yield f"- … and {left:,} more (see the page)"
        standing = {line.origin.id for line in found}
        for origin in relations.origins:
            if origin.id not in standing:
                yield f"- {escape(origin.name)} ({ORIGINS[origin.kind]}): cited only"
        for owner, houses in owners(relations.origins):
            names = escape(listed([house.name for house in houses]))
            yield f"- One owner, {escape(owner)}: {names}. They are counted as {len(houses)} origins."
        for words in relations.elsewhere[:MOST_ELSEWHERE]:
            yield f"- {escape(found_elsewhere(words, self._register))}"
        yield ""
        yield from self._changes()

    def _changes(self) -> Iterator[str]:
        """The edits on the way that change what is said."""
        found, _ = changes(pairs(self._dossier), self._register, most=MOST_CHANGES)
        grave = [change for change in found if change.grave]
        if not grave:
            return
        yield "### What changed on the way\n"
        for change in grave:
            yield f"- Δ {escape(changed(change, self._register))}"
            for side in (change.there, change.here):
                if side:
                    yield f"  - {self._register.label(side.place.report)}: {escape(side.place.words)}"
        yield ""

    def _reports(self) -> Iterator[str]:
        yield "## Reports\n"
        why = self._dossier.relations.story.why
        if why and len(self._dossier.relations.counted) > 1:
            yield f"Why these reports are one story: {escape(' '.join(why[:MOST_REASONS]))}\n"
        for report in self._dossier.relations.counted:
            publisher = escape(self._register.publisher(report.id))
            link = web_link(report.url)
            where = f" <{link}>" if link else ""
            label, printed = self._register.label(report.id), escape(self._register.printed(report.id))
            yield f"- **{label}** {publisher}: {escape(report.headline or 'no headline')}. {printed}.{where}"
            yield from self._versions(report.id)
        yield ""

    def _versions(self, report: str) -> Iterator[str]:
        """The earlier versions of a report, with what each next one changed."""
        for version in self._dossier.relations.versions:
            if version.of == report:
                seen = told(version.at) if version.at else "when it was seen is not known"
                ends = (self._register.label(version.report), self._register.label(version.later))
                said = [says(edit, None if version.ordered else ends) for edit in version.edits]
                said += [f"put in “{passage.words}”" for passage in version.added]
                said += [f"left out “{passage.words}”" for passage in version.cut]
                older, newer = ends
                has = f"; {newer} {'; '.join(said[:MOST_VERSION_EDITS])}" if said else f", word for word as {newer}"
                yield f"  - {older}, {escape(seen + has)}"

    def _sources(self) -> Iterator[str]:
        sources = self._register.sources()
        if not sources:
            return
        yield "## Sources\n"
        for source in sources:
            passage = source.passage
            foreign = self._register.foreign(passage)
            publisher = escape(self._register.publisher(passage.report) + (f", from {foreign}" if foreign else ""))
            words = escape(passage.words)
            place = f"characters {passage.start} to {passage.end}"
            yield f"{source.number}. {self._register.label(passage.report)}, {publisher}, {place}: {words}"
        yield ""

    def _issues(self) -> Iterator[str]:
        if not self._dossier.issues:
            return
        yield "## Issues\n"
        for issue in self._dossier.issues:
            where = f"{escape(issue.file)}: " if issue.file and issue.file not in issue.message else ""
            yield f"- {where}{escape(issue.message)}"
        yield ""
