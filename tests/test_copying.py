"""Passages that one report took from another."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Annotation, Quotation, QuotationKind
from crosswire.model.report import Dateline, Paragraph, Report
from crosswire.relate.copies.copying import Copy, copied_passages

WIRE = (
    "A fire on the ferry killed eleven people and left the captain missing, rescuers said on Tuesday. "
    "Helicopters lifted passengers from the burning deck while fishing boats circled in the smoke."
)
OWN = "The harbour was closed to all traffic. Relatives waited in a school gym and were told nothing for hours."
SPOKEN = (
    "“We searched the car deck twice before the heat drove us out, and we found nobody there, and we will search it "
    "a third time when the steel has cooled,” Rikhart said."
)


LEXICONS = load_lexicons()


def report(name: str, text: str, dateline: Dateline | None = None) -> Report:
    return Report(name, text, (Paragraph(0, len(text)),), dateline=dateline)


def copies(*texts: str) -> tuple[Copy, ...]:
    return copied_passages([report(chr(97 + n), text) for n, text in enumerate(texts)], (), lexicons=LEXICONS)


def test_whole_text_is_found() -> None:
    (copy,) = copies(WIRE, WIRE)
    assert (copy.report, copy.source, copy.share) == ("b", "a", 1.0)
    assert [here.words for here, _ in copy.passages] == [WIRE.rstrip(".")]


def test_passages_are_verbatim_on_both_sides() -> None:
    texts = {"a": WIRE, "b": f"{OWN}\n\n{WIRE}"}
    (copy,) = copies(*texts.values())
    assert copy.passages
    for pair in copy.passages:
        for passage in pair:
            assert texts[passage.report][passage.start : passage.end] == passage.words


def test_part_is_a_part() -> None:
    (copy,) = copies(WIRE, f"{WIRE} {OWN} {OWN}")
    assert 0.3 < copy.share < 0.6


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (WIRE, OWN),
        # one press conference, two reporters: equal words stand between marks
        (f"The minister spoke at noon. {SPOKEN}", f"Reporters met her on the quay. {SPOKEN}"),
        # names and titles in a row are no copying
        (
            "President Sanna Rikhart of Velmara and Prime Minister Ilda Marsh of Tarvia and General Osmund Hale met.",
            "It was cold when President Sanna Rikhart of Velmara and Prime Minister Ilda Marsh of Tarvia and General "
            "Osmund Hale shook hands.",
        ),
        # a phrase of the trade
        (
            "The company did not immediately respond to a request for comment. It rained.",
            "The ministry, which runs the port, did not immediately respond to a request for comment on Friday.",
        ),
        # the post stands between marks in one report only
        (
            "She wrote: “We will open the eastern gate before the harvest and nobody from the valley shall be turned "
            "away again at night.”",
            "Rikhart posted this. We will open the eastern gate before the harvest and nobody from the valley shall be "
            "turned away again at night.",
        ),
        # one sentence of the police, printed by both in reports that say more
        (
            f"Four cars and a bakery burned down on Monday after a gas pipe broke under the market, police said. {OWN} "
            "They slept on straw that night, and the choir sang.",
            "It was a cold night in the old town, and few were about. Four cars and a bakery burned down on Monday "
            "after a gas pipe broke under the market, police said. The baker had left an hour before.",
        ),
        ("", ""),
        ("one two", "one two"),
    ],
)
def test_no_copy(a: str, b: str) -> None:
    assert copies(a, b) == ()


@pytest.mark.parametrize(
    "copy",
    [
        # a word changed, a number in digits, a clause cut, a clause put in
        WIRE.replace("eleven", "fourteen"),
        WIRE.replace("eleven", "11"),
        WIRE.replace(" and left the captain missing", ""),
        WIRE.replace("the ferry", "the ferry, which was bound for Tarvia with lorries,"),
        WIRE.replace("killed eleven people", "killed at least 12 men").replace("burning deck", "smoking deck"),
    ],
)
def test_an_edited_copy_is_one_passage(copy: str) -> None:
    (found,) = copies(f"{WIRE} {OWN}", f"They came at dawn. {copy}")
    ((here, there),) = found.passages
    assert here.words in (copy.rstrip("."), copy)
    assert there.words in (WIRE.rstrip("."), WIRE)
    assert found.share < 1


def test_clauses_that_moved_are_passages_of_their_own() -> None:
    first, second = WIRE.split(". ")
    (found,) = copies(WIRE, f"{second.rstrip('.')}. {OWN} {first}.")
    assert [here.words for here, _ in found.passages] == [second.rstrip("."), first]
    assert [there.words for _, there in found.passages] == [second.rstrip("."), first]


def test_a_copy_rewritten_sentence_by_sentence() -> None:
    """No run of words is long, and none of the passages would be enough; all together are no chance."""
    (found,) = copies(
        "The rusty tanker leaked heavy oil into a protected bay near the old lighthouse. Divers closed two valves. "
        "Fishermen from three coastal villages laid floating barriers across the narrow channel. "
        "By evening thick black lumps had reached the breeding grounds of the grey seals.",
        "Thick black lumps had already reached the breeding grounds of the grey seals. It rained all day long, and the "
        "mayor stayed away. Fishermen from nine coastal villages laid floating barriers across the same channel. "
        "Nobody slept much. On Sunday the rusty tanker leaked heavy oil into that protected bay near the lighthouse.",
    )
    assert [here.words.split()[0] for here, _ in found.passages] == ["Thick", "Fishermen", "the"]


def test_one_statement_rewritten_by_two_newsrooms_is_no_copy() -> None:
    """Names and things come in the police's order; the words between them are each newsroom's."""
    assert (
        copies(
            f"Police said Tomas Varn, 31, was shot in the left arm outside the Blue Anchor on Quay Street. {OWN}",
            "He lives. Police said that Varn was shot in the arm late on Friday outside the Blue Anchor bar. " + SPOKEN,
        )
        == ()
    )


def test_typographic_marks_make_no_difference() -> None:
    (copy,) = copies(WIRE.replace("captain", "ship's captain"), WIRE.replace("captain", "ship’s captain"))
    assert copy.share == 1.0


def test_dateline_is_no_part_of_the_words() -> None:
    opening = "PORT ILSEN (NPA) - "
    a = report("a", opening + WIRE, Dateline("Port Ilsen", "NPA", 0, len(opening)))
    (copy,) = copied_passages([a, report("b", WIRE)], (), lexicons=LEXICONS)
    assert copy.share == 1.0
    assert copy.passages[0][1].start == len(opening)


def test_what_stands_before_a_dateline_is_read() -> None:
    caption = (
        "Ana Lupo and Tomas Varn are accused of opening the upper gate of the dam at night and letting the water into "
        "the lower town after a quarrel with the owner on March 3 in Velden."
    )
    opening = "PORT ILSEN (NPA) - "
    at = len(caption) + 2
    a = report("a", f"{caption}\n\n{opening}{WIRE}", Dateline("Port Ilsen", "NPA", at, at + len(opening)))
    (copy,) = copied_passages([a, report("b", f"{caption}\n\n{OWN}")], (), lexicons=LEXICONS)
    assert copy.passages[0][1].words == caption.rstrip(".")


def test_a_word_counts_for_one_source() -> None:
    found = copies(WIRE, OWN, f"{WIRE} {OWN}", f"{WIRE} {OWN}")
    by_report = {name: sum(c.share for c in found if c.report == name) for name in "cd"}
    assert all(share <= 1.0001 for share in by_report.values())
    assert [c.source for c in found if c.report == "d"] == ["c"]


def test_quotations_of_the_annotation_are_set_apart() -> None:
    content = "Nobody came back from the forward hold after the second alarm had sounded at midnight"
    reports = [report(name, f"{content}, Rikhart said on Monday.") for name in "ab"]
    annotations = []
    for r in reports:
        span = (r.passage(0, len(content)),)
        quotation = Quotation(f"{r.id}.q1", r.id, QuotationKind.DIRECT, span, None, None, span)
        annotations.append(Annotation(r.id, quotations=(quotation,)))
    assert copied_passages(reports, annotations, lexicons=LEXICONS) == ()
    assert copied_passages(reports, (), lexicons=LEXICONS) != ()


def test_many_prints_of_one_text_cost_no_square() -> None:
    found = copies(*[f"{WIRE} Print {n}." for n in range(200)])
    assert len(found) < 400


def test_a_report_that_is_one_sentence_of_another_is_a_print_of_it_whichever_came_first() -> None:
    sentence = "Four cars and a bakery burned down on Monday after a gas pipe broke under the market, police said."
    assert [c.words for c in copies(sentence, f"{sentence} {OWN}")] == [19]
    assert [c.share for c in copies(f"{sentence} {OWN}", sentence)] == [1.0]


def test_the_source_with_most_of_the_words_is_named() -> None:
    """An edited print and its copies: the words that only they have lead to it, however many prints came before."""
    more = "The owners had been warned twice about the rusty sprinklers in the lower corridor this winter."
    prints = [f"{WIRE} Print {n}." for n in range(12)]
    found = copies(*prints, f"{WIRE} {more}", f"{WIRE} {more} {OWN}")
    assert [c.source for c in found if c.report == "n"] == ["m"]


def test_a_sentence_that_one_report_quotes_stays_the_agencys() -> None:
    """Ten print the agency's sentence, one quotes it: it is copied. The rest is from the one that quotes."""
    found = copies(*[f"{WIRE} Print {n}." for n in range(9)], f"The agency wrote: “{WIRE}” {OWN}", f"{WIRE} {OWN}")
    assert [c.source for c in found if c.report == "k"] == ["a", "j"]


def test_what_stands_before_the_next_sentence_is_no_part_of_a_passage() -> None:
    (found,) = copies(f"{WIRE} The rain stopped.", f"{WIRE} The owners fled.")
    assert found.passages[0][0].words == WIRE.rstrip(".")


def test_what_both_quote_is_set_apart() -> None:
    (found,) = copies(f"{WIRE} {SPOKEN}", f"{SPOKEN.replace('Rikhart', 'the captain')} It was dark. {WIRE}")
    assert [here.words.split()[0] for here, _ in found.passages] == ["A"]
    ((here, there),) = found.apart
    assert here.words == there.words
    assert here.words.startswith("We searched the car deck")


SENTENCES = (*WIRE.split(". "), *OWN.split(". "), SPOKEN, "On Sept. 3 some 250 boats left the U.S. harbour at 5 p.m.")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SENTENCES), max_size=6), min_size=2, max_size=4), st.randoms())
def test_whatever_is_shared_is_verbatim_and_counted_once(told: list[list[str]], chance: random.Random) -> None:
    texts = [". ".join(_dropped(sentence, chance) for sentence in sentences) for sentences in told]
    reports = {chr(97 + n): text for n, text in enumerate(texts)}
    found = copies(*texts)
    for copy in found:
        for pair in (*copy.passages, *copy.apart):
            assert [p.report for p in pair] == [copy.report, copy.source]
            assert all(reports[p.report][p.start : p.end] == p.words for p in pair)
    for name in reports:
        spans = sorted((p.start, p.end) for c in found if c.report == name for p, _ in c.passages)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
        assert sum(c.share for c in found if c.report == name) <= 1.001


def _dropped(sentence: str, chance: random.Random) -> str:
    return " ".join(word for word in sentence.split() if chance.random() > 0.1)
