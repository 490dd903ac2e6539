"""Which attributions are somebody's words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.model.annotation import Quotation, QuotationKind, Stance
from crosswire.model.passage import Passage
from crosswire.write.sources import Register
from crosswire.write.speech import Speech, speech_of
from crosswire.write.voices import voices
from dossiers import bare_dossier
from ferry_reports import make_report
from parsed import annotated

# text, source, cue, content, stance, what it is
ATTRIBUTIONS = [
    ("Mara Oda said the pier was safe.", "Mara Oda", "said", "the pier was safe", "asserts", "said"),
    ("The caller described the pier as a ruin.", "The caller", "described", "the pier as a ruin", "asserts", "said"),
    ("Neighbours reported smelling smoke.", "Neighbours", "reported", "smelling smoke", "reports", "said"),
    ("Oda condemned the attack.", "Oda", "condemned", "the attack", "accuses", "said"),
    ("Oda declined to say who paid.", "Oda", "declined to say", "who paid", "reports", "unanswered"),
    ("Oda declined to comment on the case.", "Oda", "declined", "to comment on the case", "denies", "unanswered"),
    (
        "Oda declined a request for an interview.",
        "Oda",
        "declined",
        "a request for an interview",
        "denies",
        "unanswered",
    ),
    ("Police have not released a motive.", "Police", "have not released", "a motive", "reports", "unanswered"),
    ("Oda said he couldn’t discuss the case.", "Oda", "said", "he couldn’t discuss the case", "asserts", "unanswered"),
    ("Oda refused to apologise for it.", "Oda", "refused", "to apologise for it", "denies", "said"),
    ("The blast claimed the lives of two.", "The blast", "claimed", "the lives of two", "asserts", "beside"),
    ("Oda was planning to retire.", "Oda", "was planning", "to retire", "promises", "beside"),
    ("Oda wants a new pier.", "Oda", "wants", "a new pier", "demands", "beside"),
    ("Oda demanded a new pier.", "Oda", "demanded", "a new pier", "demands", "said"),
    ("Neighbours were called by Oda.", "Neighbours", "were called", "by Oda", "asserts", "beside"),
    ("Oda seemed tired.", "Oda", "seemed", "tired", "reports", "beside"),
    (
        "A woman identified herself as his cousin.",
        "A woman",
        "identified",
        "herself as his cousin",
        "asserts",
        "beside",
    ),
    ("No one knew what to do.", "No one", "knew", "what to do", "doubts", "beside"),
]


def attribution(text: str, source: str, cue: str, content: str, stance: str) -> tuple[Register, Quotation]:
    report = make_report("m1", text)
    found = [report.passage(text.index(words), text.index(words) + len(words)) for words in (source, cue, content)]
    quotation = Quotation("m1.q1", "m1", QuotationKind.INDIRECT, (found[2],), found[1], found[0], stance=Stance(stance))
    dossier = bare_dossier(report)
    relations = replace(dossier.relations, annotations=(annotated(report),), quotations=(quotation,))
    return Register(replace(dossier, relations=relations)), quotation


@pytest.mark.parametrize(("text", "source", "cue", "content", "stance", "expected"), ATTRIBUTIONS)
def test_speech(text: str, source: str, cue: str, content: str, stance: str, expected: str) -> None:
    register, quotation = attribution(text, source, cue, content, stance)
    assert speech_of(quotation, register) is Speech(expected)


def test_what_stands_between_marks_was_said() -> None:
    register, quotation = attribution(
        "Oda wants “a new pier by May”.", "Oda", "wants", "“a new pier by May”", "demands"
    )
    marked = replace(quotation, kind=QuotationKind.MIXED, verbatim=(Passage("m1", 11, 28, "a new pier by May"),))
    assert speech_of(quotation, register) is Speech.BESIDE
    assert speech_of(marked, register) is Speech.SAID


def test_nobody_speaks_in_what_is_no_saying() -> None:
    text = "Oda declined to say who paid."
    register, quotation = attribution(text, "Oda", "declined to say", "who paid", "reports")
    dossier = bare_dossier(make_report("m1", text))
    dossier = replace(dossier, relations=replace(dossier.relations, quotations=(quotation,)))
    found = voices(dossier, register)
    assert (found.speaking, found.unresolved, found.unanswered) == ((), (), (("Oda", quotation),))
