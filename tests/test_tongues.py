"""Why a speaker may have spoken another language."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Quotation, QuotationKind
from crosswire.model.relation import Actor, ActorKind
from crosswire.model.report import Report
from crosswire.relate.utterances.tongues import Tongues

TEXTS = [
    ("“The pier is ours,” Marn said through an interpreter.", "through an interpreter"),
    ("Marn said on Monday in Spanish: “The pier is ours.”", "said on Monday in Spanish"),
    ("“The pier is ours,” Marn told the harbour board.", ""),
    ("“The pier is ours,” said Marn.\n\nHer daughter, speaking Norwegian, wept.", ""),
    ("“The pier is ours,” Marn said of the Spanish in the harbour.", ""),
]


def quoted(text: str, report: str = "r1", speaker: str | None = None) -> Quotation:
    start = text.index("“") + 1
    passage = Report(report, text, ()).passage(start, text.index("”"))
    return Quotation(f"{report}.q1", report, QuotationKind.DIRECT, (passage,), None, None, (passage,), speaker)


@pytest.mark.parametrize(("text", "sign"), TEXTS)
def test_words_beside_the_quotation_tell(text: str, sign: str) -> None:
    why = Tongues([Report("r1", text, ())], (), load_lexicons()).why([quoted(text)])
    assert why == (f"the words may be a translation: “{sign}”" if sign else "")


ROLES = [
    ("French harbour minister", True),
    ("Australian harbour minister", False),
    ("harbour minister", False),
    ("US envoy to France", False),
    ("envoy to France", False),
]


@pytest.mark.parametrize(("role", "foreign"), ROLES)
def test_the_office_of_another_country_tells(role: str, foreign: bool) -> None:
    actor = Actor("a1", "Ada Marn", ActorKind.PERSON, (role,))
    text = "“The pier is ours,” Marn said."
    why = Tongues([Report("r1", text, ())], [actor], load_lexicons()).why([quoted(text, speaker="a1")])
    assert bool(why) is foreign


def test_reports_in_two_languages_tell() -> None:
    text = "“The pier is ours,” Marn said."
    reports = [Report("r1", text, (), language="en"), Report("r2", text, (), language="de")]
    tongues = Tongues(reports, (), load_lexicons())
    assert tongues.why([quoted(text), quoted(text, "r2")]) == "the reports are in two languages"
    assert tongues.why([quoted(text), quoted(text)]) == ""
