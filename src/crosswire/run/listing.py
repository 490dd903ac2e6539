"""Reports, annotations and stories as lines that a person reads; what a program reads is `--json`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from crosswire.model.annotation import Annotation, Figure, Quotation
from crosswire.model.passage import Passage
from crosswire.model.report import EarlierVersion, Report
from crosswire.model.story import Story
from crosswire.write.plain import one_line, shown

INDENT = "  "
_WIDTH = 100


def report_lines(report: Report) -> Iterable[str]:
    """The report with its header, its text, and what was set aside from its page, by kind."""
    yield from header_lines(report)
    yield ""
    yield shown(report.text)
    if report.furniture:
        yield ""
        yield "Set aside:"
        for furniture in report.furniture:
            yield f"{INDENT}{furniture.kind.value:<12} {short(furniture.words)}"
    yield ""


def annotation_lines(report: Report, annotation: Annotation) -> Iterable[str]:
    """What was found in the report's text: quotations with source and cue, figures, times, names."""
    yield from header_lines(report)
    yield from _section("Quotations", map(_quotation, annotation.quotations))
    yield from _section("Figures", map(_figure, annotation.figures))
    times = (
        f"{one_line(t.passage.words)} = {t.when.value or t.timex3 or 'not known'} ({t.kind.value})"
        for t in annotation.times
    )
    yield from _section("Times", times)
    names = Counter(f"{one_line(m.name)} ({m.kind.value})" for m in annotation.mentions)
    yield from _section("Names", (f"{name}{f', {n} times' if n > 1 else ''}" for name, n in names.items()))
    yield ""


def story_lines(story: Story, reports: Mapping[str, Report]) -> Iterable[str]:
    """The story's id, its reports with their headlines, and why they are one story."""
    counted = sum(reports[name].version_of is None for name in story.reports)
    yield f"{story.id}: {counted} {'report' if counted == 1 else 'reports'}"
    for name in story.reports:
        of = f" (a version of {one_line(reports[name].version_of or '')})" if reports[name].version_of else ""
        yield f"{INDENT}{one_line(name)}: {short(reports[name].headline or 'no headline')}{of}"
    for why in story.why:
        yield f"{INDENT}because {short(why)}"
    yield ""


def header_lines(report: Report, *, published: str | None = None) -> Iterable[str]:
    """The report's id, headline and what else its header says; `published` in place of the bare time."""
    yield f"{one_line(report.id)}: {short(report.headline or 'no headline')}"
    dateline = report.dateline
    known = (
        ("publisher", report.publisher),
        ("published", published or report.published_at.value),
        ("by", ", ".join(report.bylines)),
        ("dateline", ", ".join(part for part in (dateline.place, dateline.agency) if part) if dateline else None),
        (
            "credits",
            ", ".join(
                f"{credit.name} ({credit.what.value}{', helped' if credit.helped else ''})" for credit in report.credits
            ),
        ),
        ("language", report.language),
        ("flags", ", ".join(flag.value for flag in report.flags)),
        ("earlier versions", ", ".join(_earlier(report, version) for version in report.earlier)),
    )
    for name, value in known:
        if value:
            yield f"{INDENT}{name}: {short(value)}"


def _earlier(report: Report, version: EarlierVersion) -> str:
    """From where on the text is of an earlier version, and since when that stood."""
    when = version.published_at.value or "time not known"
    return f"from “{short(report.text[version.start : version.end])[:40]}” ({when})"


def _section(title: str, found: Iterable[str]) -> Iterable[str]:
    rows = list(found)
    if rows:
        yield f"{title}:"
        yield from (f"{INDENT}{row}" for row in rows)


def _quotation(quotation: Quotation) -> str:
    source = one_line(quotation.source.words) if quotation.source else "nobody named"
    cue = one_line(quotation.cue.words) if quotation.cue else "no cue"
    return f"{quotation.kind.value}: {source} | {cue} | {_joined(quotation.content)}"


def _figure(figure: Figure) -> str:
    counted = " ".join(part for part in (figure.unit, figure.what) if part)
    return f"{one_line(figure.passage.words)}{f' ({counted})' if counted else ''}"


def _joined(passages: Sequence[Passage]) -> str:
    return short(" … ".join(one_line(passage.words) for passage in passages))


def short(words: str, most: int = _WIDTH) -> str:
    """The words on one line of so many signs at most."""
    line = one_line(words)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
