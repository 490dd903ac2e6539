"""Whose word a line of the timeline is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from crosswire.model.annotation import Quotation, Stance
from crosswire.model.dossier import Dossier
from crosswire.model.passage import Passage
from crosswire.model.relation import TimelineEntry
from crosswire.model.when import Basis, When
from crosswire.write.html import to_html
from crosswire.write.markdown import to_markdown
from crosswire.write.sources import Register
from crosswire.write.terminal import print_dossier
from crosswire.write.told_by import told_by
from dossiers import rich_dossier

DOSSIER = rich_dossier()
SAID = next(q for q in DOSSIER.relations.quotations if q.id.endswith("q3") and q.source)  # Odell's


def entry(*passages: Passage) -> TimelineEntry:
    """An entry with these passages."""
    return TimelineEntry(When("2031-05-06", Basis.STATED), passages, None)


def changed(change: Callable[[Quotation], Quotation | None]) -> Dossier:
    """The dossier with its quotations changed, or left out."""
    kept = tuple(found for q in DOSSIER.relations.quotations if (found := change(q)))
    return replace(DOSSIER, relations=replace(DOSSIER.relations, quotations=kept))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda q: q, "said by Elske Odell"),
        (lambda q: replace(q, stance=Stance.DENIES), "denied by Elske Odell"),
        (lambda q: replace(q, speaker=None), "said by a speaker who is not known"),
        (lambda q: None, ""),
    ],
)
def test_what_a_report_has_from_somebody_is_told_as_his(
    change: Callable[[Quotation], Quotation | None], told: str
) -> None:
    assert told_by(entry(SAID.content[0]), Register(changed(change))) == told


def test_words_that_show_who_speaks_need_no_note() -> None:
    assert SAID.source is not None
    report = next(r for r in DOSSIER.relations.reports if r.id == SAID.report)
    ends = sorted((SAID.source.start, SAID.source.end, SAID.content[0].start, SAID.content[0].end))
    whole = report.passage(ends[0], ends[-1])
    around = changed(lambda q: replace(q, content=(whole,)) if q == SAID else q)
    assert told_by(entry(whole), Register(around)) == ""


def test_what_another_report_states_itself_is_nobodys_word() -> None:
    other = next(r for r in DOSSIER.relations.reports if r.id != SAID.report)
    assert told_by(entry(SAID.content[0], other.passage(0, 3)), Register(changed(lambda q: q))) == ""


def test_who_says_less_than_the_words_shown_is_told_apart() -> None:
    shown = SAID.content[0]
    whole = next(r for r in DOSSIER.relations.reports if r.id == SAID.report)
    few = whole.passage(shown.start, shown.start + len(shown.words.split()[0]))
    owner = next(a.id for a in DOSSIER.relations.actors if a.id != SAID.speaker)
    other = replace(SAID, id="other", content=(few,), speaker=owner, source=None, cue=None)
    quotations = (*(q for q in DOSSIER.relations.quotations if q != SAID), replace(SAID, content=(shown,)))
    register = Register(replace(DOSSIER, relations=replace(DOSSIER.relations, quotations=(other, *quotations))))
    assert (
        told_by(entry(shown, few), register)
        == f"said by Elske Odell; {register.actor_names([owner])[0]} speaks of it too"
    )


def test_every_output_tells_it() -> None:
    dossier = replace(DOSSIER, relations=replace(DOSSIER.relations, timeline=(entry(SAID.content[0]),)))
    stream = StringIO()
    print_dossier(dossier, Console(file=stream, width=200))
    for output in (to_markdown(dossier), stream.getvalue(), to_html(dossier)):
        assert "said by Elske Odell" in output
