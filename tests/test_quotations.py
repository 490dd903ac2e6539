"""Quotations of fictional reports, as tables of (text, source, cue, content)."""

from __future__ import annotations

import pytest

from crosswire.annotate.freestanding import followed
from crosswire.annotate.marks import find_marked
from crosswire.annotate.model import load_quotation_model
from crosswire.annotate.quotations import find_quotations
from crosswire.annotate.setting import settings
from crosswire.model.annotation import Quotation, QuotationKind, SpeakerClass, Stance
from parsed import language, lexicons, report_of


def quotations(text: str) -> tuple[Quotation, ...]:
    report = report_of(text)
    return find_quotations(report, language().sentences(report), (), lexicons=lexicons(), model=load_quotation_model())


def only(text: str, cue: str) -> Quotation:
    """The one quotation of the text whose cue has the word."""
    found = [q for q in quotations(text) if q.cue and cue in q.cue.words.split()]
    assert len(found) == 1, [(q.cue, q.source) for q in quotations(text)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("“The pier is safe,” Maren Holt said on Friday.", "said", "Maren Holt", ["“The pier is safe,”"]),
        ("“The pier is safe,” said Maren Holt.", "said", "Maren Holt", ["“The pier is safe,”"]),
        (
            "“The pier,” she said, “was built in a hurry.”",
            "said",
            "she",
            ["“The pier,”", "“was built in a hurry.”"],
        ),
        (
            "The minister said that the bridge would open in May.",
            "said",
            "The minister",
            ["that the bridge would open in May"],
        ),
        (
            "The bridge will open in May, according to the railway.",
            "according",
            "the railway",
            ["The bridge will open in May"],
        ),
        (
            "Holt said the deal was dead and called the offer “a sad joke.”",
            "said",
            "Holt",
            ["the deal was dead"],
        ),
        (
            "The ministry closed the line on Monday, adding that buses would run all night.",
            "adding",
            "The ministry",
            ["that buses would run all night"],
        ),
        (
            "“We went down twice. It was dark,” Holt said. “Nobody was there.”",
            "said",
            "Holt",
            ["“We went down twice. It was dark,”", "“Nobody was there.”"],
        ),
        (
            "“The dam will hold,” Holt said.\n\n“We have looked at every stone of it.”\n\nThe town is not so sure.",
            "said",
            "Holt",
            ["“The dam will hold,”", "“We have looked at every stone of it.”"],
        ),
        ("Holt replied by saying: “Ask the council.”", "replied", "Holt", ["“Ask the council.”"]),
        (
            "Pia Vance, 62, from Tarn, was on holiday with her son, reported The Sael Herald.",
            "reported",
            "The Sael Herald",
            ["Pia Vance, 62, from Tarn, was on holiday with her son"],
        ),
        (
            "Police said the boat was found, reported the Tarn Courier on Friday.",
            "said",
            "Police",
            ["the boat was found"],
        ),
    ],
)
def test_source_cue_and_content(text: str, cue: str, source: str, content: list[str]) -> None:
    found = only(text, cue)
    assert found.source is not None
    assert found.source.words == source
    assert [part.words.strip(".") for part in found.content] == [part.strip(".") for part in content]


@pytest.mark.parametrize(
    ("text", "cue", "kind", "verbatim"),
    [
        ("“The pier is safe,” Holt said.", "said", QuotationKind.DIRECT, ["The pier is safe,"]),
        ("Holt said the pier was safe.", "said", QuotationKind.INDIRECT, []),
        ("Holt said the pier was “as safe as a church” again.", "said", QuotationKind.MIXED, ["as safe as a church"]),
    ],
)
def test_kind_and_the_words_between_marks(text: str, cue: str, kind: QuotationKind, verbatim: list[str]) -> None:
    found = only(text, cue)
    assert found.kind is kind
    assert [part.words for part in found.verbatim] == verbatim


@pytest.mark.parametrize(
    ("text", "cue", "stance"),
    [
        ("Holt said the pier was safe.", "said", Stance.ASSERTS),
        ("The ministry denied that the bridge was closed.", "denied", Stance.DENIES),
        ("Holt accused the mayor of hiding the letters.", "accused", Stance.ACCUSES),
        ("The union called for a second vote on the offer.", "called", Stance.DEMANDS),
        ("The premier promised that pensions would rise.", "promised", Stance.PROMISES),
        ("Forecasters warned that the river would rise again.", "warned", Stance.WARNS),
        ("Holt doubted that the tape was real.", "doubted", Stance.DOUBTS),
        ("The driver admitted that he had been tired.", "admitted", Stance.AGREES),
        ("Holt did not rule out a second vote.", "rule", Stance.REPORTS),
        ("She does not think that the ferry is safe.", "think", Stance.DOUBTS),
    ],
)
def test_stance(text: str, cue: str, stance: Stance) -> None:
    assert only(text, cue).stance is stance


@pytest.mark.parametrize(
    ("text", "cue", "told_to"),
    [
        ("“The pier is safe,” Holt told reporters on Friday.", "told", "reporters"),
        ("“The pier is safe,” Holt told Radio Tarn.", "told", "Radio Tarn"),
        ("Holt said in an interview with the Tarn Courier that the pier was safe.", "said", "the Tarn Courier"),
        ("“The pier is safe,” Holt said at the harbour, reported The Tarn Courier.", "said", None),
        ("“The pier is safe,” Holt said.", "said", None),
        ("“The pier is safe,” Holt said to reporters.", "said", "reporters"),
        ("“The pier is safe,” Holt said to laughs.", "said", None),
    ],
)
def test_who_was_told(text: str, cue: str, told_to: str | None) -> None:
    found = next(q for q in quotations(text) if q.cue and cue in q.cue.words.split())
    assert found.source is not None
    assert (found.source.words, found.told_to) == ("Holt", told_to)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Foreign Minister Ada Lund", SpeakerClass.NAMED),
        ("A spokesman for Ada Lund", SpeakerClass.OFFICIAL),
        ("Police", SpeakerClass.OFFICIAL),
        ("The Foreign Minister", SpeakerClass.OFFICIAL),
        ("An official who asked not to be named", SpeakerClass.ANONYMOUS),
        ("Two residents", SpeakerClass.ANONYMOUS),
        ("One of the divers, 24-year-old Pia Marn", SpeakerClass.NAMED),
        ("A spokeswoman for the harbour, Pia Marn,", SpeakerClass.NAMED),
        ("A statement on the harbour of Tarn, Varnia", SpeakerClass.DOCUMENT),
        ("The letter", SpeakerClass.DOCUMENT),
        ("She", SpeakerClass.UNKNOWN),
    ],
)
def test_class_of_the_speaker(source: str, expected: SpeakerClass) -> None:
    assert only(f"{source} said that the bridge was closed.", "said").speaker_class is expected


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Nine people are now known to be missing on the lake at Orsk, the harbour office said on Monday.", ["said"]),
        (
            "Nine people are now known to have died in the storm on the ferry Sea Wren, the Varnian harbour office said"
            " on Monday, and the ship's cook has been found.",
            ["said"],
        ),
        ("A clerk, who asked not to be named, said that the list was false.", ["said"]),
        ("Asked about the missing list, Marn said: “No comment.”", ["said"]),
        ("The governor vetoed the harbour bill on Monday.", []),
        ("The number of missing people was expected to rise on Tuesday.", ["expected"]),  # by whom?
        ("The stretch of shore known as the Stump was closed on Tuesday.", []),
        ("Two men were reported to be missing on the lake.", ["reported"]),
        ("The two ministers began tense talks on Monday.", []),
    ],
)
def test_what_is_done_asked_or_known_is_no_quotation_of_its_own(text: str, cues: list[str]) -> None:
    found = [
        next(w for w in q.cue.words.strip(":").split() if w not in ("were", "was")) for q in quotations(text) if q.cue
    ]
    assert found == cues


def test_a_verb_of_saying_set_off_by_commas_has_what_is_before_it() -> None:
    what = "Nine people are known to have died in the storm on the ferry Sea Wren"
    found = only(f"{what}, the Varnian harbour office said on Monday.", "said")
    assert found.source is not None
    assert found.source.words == "the Varnian harbour office"
    assert [p.words for p in found.content] == [what]


def test_titles_and_nicknames_between_marks_are_no_quotations() -> None:
    text = "Lars “the Broom” Holt bought the ferry “Marigold” in the spring and painted it."
    assert not [q for q in quotations(text) if q.verbatim]


def test_a_quotation_that_stands_alone_is_kept_and_says_what_is_missing() -> None:
    (found,) = quotations("The hall was dark.\n\n“There was nobody left to turn on the lights.”\n\nThe rain went on.")
    assert (found.source, found.cue, found.kind) == (None, None, QuotationKind.DIRECT)
    assert found.unresolved


def test_who_says_it_right_behind_the_marks_has_said_it_also_where_the_model_saw_no_cue() -> None:
    text = "Marn had wanted more. “I have decided not to steer the ferry this summer,” Marn said in a statement."
    report = report_of(text)
    marked = find_marked(report, lexicons().marks)
    around = settings(report, language().sentences(report), marked)
    (found,) = followed((), marked, around, lexicons().cues, text)
    assert found.source is not None
    assert found.cue is not None
    assert [text[slice(*found.source)], text[slice(*found.cue)]] == ["Marn", "said"]


def test_passages_are_verbatim_and_ids_run_in_order_of_the_text() -> None:
    text = "“The pier is safe,” Holt said.\n\nThe mayor denied it and said “nobody” had asked him."
    found = quotations(text)
    assert [q.id for q in found] == [f"r.q{n}" for n in range(1, len(found) + 1)]
    for q in found:
        for p in (*q.content, *q.verbatim, *(x for x in (q.cue, q.source) if x)):
            assert text[p.start : p.end] == p.words


@pytest.mark.parametrize(
    "text", ["", "”", "“", "said", "“said”", "“” said he", "Said: “", "\n\n“a\n\n“b", "…—“—”", "He said said said."]
)
def test_odd_texts_never_fail(text: str) -> None:
    quotations(text)
