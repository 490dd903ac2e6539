"""Who speaks where the verb is passive, asked or set inside the sentence, as tables of (text, cue, source)."""

from __future__ import annotations

from functools import cache

import pytest

from crosswire.annotate.quotations import QuotationModel, find_quotations, load_quotation_model
from crosswire.model.annotation import Quotation, Stance
from parsed import language, lexicons, report_of


@cache
def model() -> QuotationModel:
    return load_quotation_model()


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text."""
    report = report_of(text)
    return find_quotations(report, language().sentences(report), (), lexicons=lexicons(), model=model())


@pytest.mark.parametrize(
    ("text", "cue", "source", "told"),
    [
        ("Holt was asked whether the pier was safe.", "was asked", None, "Holt"),
        ("Holt was asked by reporters whether the pier was safe.", "was asked", "reporters", "Holt"),
        ("Lund was told by Holt that the pier was unsafe.", "was told", "Holt", "Lund"),
        ("Lund was warned that the pier was unsafe.", "was warned", None, "Lund"),
        ("A Tarn man accused of murdering his mother was held.", "accused of", None, None),
        ("Holt was charged with stealing the bell of the ferry.", "was charged with", None, None),
        ("Holt was quoted as saying that the pier was safe.", "was quoted as", "Holt", None),
        ("Maren took part amid demands from Holt for her to resign.", "demands", "Holt", None),
        ("Maren told the guild that the pier was safe.", "told", "Maren", "the guild"),
        (
            "Her remarks, said Ola Brandt, the harbour spokesman, are “in line with what the chief has said.”",
            "said",
            "Ola Brandt, the harbour spokesman",
            None,
        ),
    ],
)
def test_the_one_spoken_to_is_not_the_speaker(text: str, cue: str, source: str | None, told: str | None) -> None:
    found = [q for q in quotations(text) if q.cue and q.cue.words == cue]
    assert [(q.source.words if q.source else None, q.told_to) for q in found] == [(source, told)]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("“I would rather not think of it,” Maren said when asked to name a new harbour chief.", ["said"]),
        ("Ms. Lund demurred when asked whether she believed that Mr. Holt was sailing north to win votes.", []),
        ("Horn shook his head when asked whether the army had ignored cracks in the Orlo dam.", []),
        ("Asked if he would resign, Holt shook his head.", ["Asked"]),  # by whom?
        ("Asked about the pier, Holt shook his head.", []),
        ("Holt asked whether the pier was safe.", ["asked"]),
        ("Lund is challenging Senator Clara Vance in a race that many watch.", []),
        ("Lund challenged Senator Clara Vance over the sale of the pier.", ["challenged"]),
    ],
)
def test_what_others_asked_is_nobodys_statement(text: str, cues: list[str]) -> None:
    assert [q.cue.words for q in quotations(text) if q.cue] == cues


def test_who_echoes_a_criticism_agrees_with_it() -> None:
    (found,) = [
        q for q in quotations("Guild leaders echoed Holt's criticism of the pier.") if q.cue and "echo" in q.cue.words
    ]
    assert found.stance is Stance.AGREES
