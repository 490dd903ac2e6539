"""Every quotation of a report: source, cue and content; direct, indirect and mixed; stance and addressee."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.annotate.acceptance import accepted
from crosswire.annotate.addressee import by_others, told_to
from crosswire.annotate.attribution import Attribution
from crosswire.annotate.features import Setting
from crosswire.annotate.fitted import fitted
from crosswire.annotate.freestanding import followed
from crosswire.annotate.inherited import with_source
from crosswire.annotate.inverted import turned
from crosswire.annotate.kinds import kind_of_content, verbatim_parts
from crosswire.annotate.marked_names import is_name
from crosswire.annotate.marks import Marked, find_marked
from crosswire.annotate.model import QuotationModel, load_quotation_model
from crosswire.annotate.overlaps import settled
from crosswire.annotate.overruled import standing
from crosswire.annotate.setting import settings
from crosswire.annotate.speakers import speaker_class
from crosswire.annotate.stance import stance_of
from crosswire.annotate.stretch import stretched
from crosswire.annotate.tagger import tagged
from crosswire.annotate.torn import mended
from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Mention, Quotation, Sentence, Stance
from crosswire.model.report import Report

__all__ = ["QuotationModel", "find_quotations", "load_quotation_model"]


def find_quotations(
    report: Report,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    *,
    lexicons: Lexicons,
    model: QuotationModel,
) -> tuple[Quotation, ...]:
    """The report's quotations in order of the text."""
    marked = find_marked(report, lexicons.marks)
    around = settings(report, sentences, marked)
    found = attributions(report, sentences, around, marked, lexicons=lexicons, model=model)
    found = standing(found, around, lexicons, report.text)
    found = followed(accepted(found, around, model, report.text), marked, around, lexicons.cues, report.text)
    found = [by_others(a, around[a.sentence].grammar, lexicons.cues) if a.cue else a for a in found]
    outer = [m for m in marked if m.depth == 0 and not is_name(m, report.text, lexicons.marks, lexicons.outlets)]
    found.sort(key=lambda a: (a.content[0], a.head))
    return tuple(_quotation(report, n, a, outer, around[a.sentence], lexicons) for n, a in enumerate(found, start=1))


def attributions(
    report: Report,
    sentences: Sequence[Sentence],
    around: Sequence[Setting],
    marked: Sequence[Marked],
    *,
    lexicons: Lexicons,
    model: QuotationModel,
) -> list[Attribution]:
    """Every attribution that may be one, with all its parts; `accepted` has the last word."""
    seen = [
        turned(fitted(with_source(a, g), g), g, report.text)
        for a in tagged(around, report.text, model, lexicons.cues)
        for g in [around[a.sentence].grammar]
    ]
    whole = [mended(a, report.text) for a in settled(seen, report.text)]
    return stretched(whole, marked, sentences, report.text)


def _quotation(
    report: Report, number: int, a: Attribution, outer: Sequence[Marked], setting: Setting, lexicons: Lexicons
) -> Quotation:
    """The quotation of an attribution, with all that its words tell."""
    g = setting.grammar
    content = tuple(report.passage(*part) for part in a.content)
    verbatim = verbatim_parts(report, a.content, outer)
    source = report.passage(*a.source) if a.source else None
    known, shown = speaker_class(source, g, lexicons.speakers, lexicons.titles, report)
    return Quotation(
        id=f"{report.id}.q{number}",
        report=report.id,
        kind=kind_of_content(content, verbatim),
        content=content,
        cue=report.passage(*a.cue) if a.cue else None,
        source=source,
        verbatim=verbatim,
        speaker_class=known,
        speaker_class_words=report.passage(*shown) if shown else None,
        stance=stance_of(a, g, lexicons.stances) if a.cue else Stance.ASSERTS,
        told_to=told_to(a, g, lexicons.cues, lexicons.english, lexicons.outlets, report.text) if a.cue else None,
        unresolved=None if a.source else "nobody is named as the source",
    )
