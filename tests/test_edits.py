"""What changed between a report and its source, and of which kind each edit is."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.lineage import CHANGES_MEANING, Edit, EditKind
from crosswire.model.report import Paragraph, Report
from crosswire.relate.edits.changes import changes
from crosswire.relate.edits.collation import collate, lined
from crosswire.relate.edits.edits import Editor

LEXICONS = load_lexicons()
EDITOR = Editor(LEXICONS)
# A sentence that both have, so that a short one is not all there is.
AFTER = "A school gym was opened for those who had been on the deck that night."
KEPT = "The harbour at Dorn was closed to all traffic until the evening of the next day."


def report(name: str, text: str) -> Report:
    return Report(name, text, (Paragraph(0, len(text)),))


def edits(there: str, here: str) -> tuple[Edit, ...]:
    """The edits from one text to the other."""
    sides = [lined(report(name, text), None, lexicons=LEXICONS) for name, text in (("copy", here), ("source", there))]
    return EDITOR.edits(collate(sides[0], sides[1], lexicons=LEXICONS))


def kinds(there: str, here: str) -> list[EditKind]:
    return [edit.kind for edit in edits(f"{there}\n\n{KEPT}", f"{here}\n\n{KEPT}")]


def cut(words: str, kept: str = "") -> list[EditKind]:
    """The kinds where a sentence was cut behind another; the copy may have one more."""
    return [edit.kind for edit in edits(f"{KEPT} {words} {AFTER}", f"{KEPT} {AFTER} {kept}")]


@pytest.mark.parametrize(
    ("there", "here", "kind"),
    [
        ("The owner was not told of the leak in the dam.", "The owner was told of the leak in the dam.", "negation"),
        ("The ferry was cleared to leave on time.", "The ferry was never cleared to leave on time.", "negation"),
        ("Holm denied that she had sold the barge.", "Holm confirmed that she had sold the barge.", "negation"),
        ("Nine boats sank in the bay, police said.", "Nine boats sank in the bay.", "attribution"),
        ("The lock broke on Monday, according to the port office.", "The lock broke on Monday.", "attribution"),
        (
            "Police said nine boats sank in the outer bay.",
            "Witnesses said nine boats sank in the outer bay.",
            "attribution",
        ),
        ("The alleged arsonist was held in a cell.", "The arsonist was held in a cell.", "hedge"),
        ("At least nine people died when the wall fell.", "Nine people died when the wall fell.", "hedge"),
        ("The pilot may have been asleep at the wheel.", "The pilot might have been asleep at the wheel.", "wording"),
        ("The pilot may be asleep at the wheel.", "The pilot is asleep at the wheel.", "hedge"),
        ("Nine people died when the wall fell.", "Eleven people died when the wall fell.", "figure"),
        ("The wall fell and 20 killed were found there.", "The wall fell and 20 buyers were found there.", "figure"),
        ("Dozens of boats sank when the wall fell.", "12 boats sank when the wall fell.", "figure"),
        ("The wall fell on Monday behind the school.", "The wall fell on Tuesday behind the school.", "time"),
        (
            "Monday’s storm broke the wall behind the school.",
            "Friday’s storm broke the wall behind the school.",
            "time",
        ),
        ("The barge belongs to Ida Marn of Dorn.", "The barge belongs to Ida Quill of Dorn.", "name"),
        (
            "The barge, which was built in a yard at Tarn, sank in the bay.",
            "The barge sank in the bay.",
            "cut",
        ),
        (
            "The barge sank in the bay.",
            "The barge sank in the bay after a night of rain and heavy seas.",
            "added",
        ),
        (
            "The barge sank near the outer wall of the bay, the office said.",
            "The office said the barge sank near the outer wall of the bay.",
            "moved",
        ),
        ("The barge was big and sank in the bay.", "The barge was old and sank in the bay.", "wording"),
        ("Twelve people died when the wall fell.", "12 people died when the wall fell.", "style"),
        ("The owner did not go to the harbour.", "The owner didn’t go to the harbour.", "style"),
        # nobody and somebody; "no one" is no "No. 1"
        ("No one was hurt on the ferry at night.", "One person was hurt on the ferry at night.", "negation"),
        ("No one was hurt on the ferry at night.", "Several people were hurt on the ferry at night.", "negation"),
        # what befell them
        ("No one was hurt on the ferry at night.", "Nobody was killed on the ferry at night.", "figure"),
        ("The mate was injured on the ferry at night.", "The mate was killed on the ferry at night.", "figure"),
        # months that are words too
        ("The lock was last checked in March by the port.", "The lock was last checked in May by the port.", "time"),
        ("The lock was last checked in March by the port.", "The lock was last checked in June by the port.", "time"),
        # who says it: a person or several who are not named
        (
            "The gas was leaking on the quay, Harbour Master Ida Marn said.",
            "The gas was leaking on the quay, witnesses said.",
            "attribution",
        ),
        # other bodies and persons, at the start of a sentence too
        ("Coast-Line Ferries, which owns the barge, shut it.", "Union Ferries, which owns the barge, shut it.", "name"),
        ("Two guards had left the harbour by noon.", "Ida Marn had left the harbour by noon.", "name"),
        # a short sentence in its place, of which half is other words
        ("The cause was not known.", "The cause was human error.", "negation"),
        (
            "Police held a deckhand, Ida Marn, who is accused of opening a lock.",
            "Police held the vandal, Ida Marn, who opened a lock.",
            "hedge",
        ),
        # the opposite of a word, and a hedge that is a denial too
        ("The guard at the gate was armed at the time.", "The guard at the gate was unarmed at the time.", "negation"),
        ("The port is likely to open on that day.", "The port is unlikely to open on that day.", "negation"),
        ("The port is unlikely to open on that day.", "The port will not open on that day.", "hedge"),
        # a clause that says nobody was hurt
        ("The wall fell at night and nobody was hurt.", "The wall fell at night.", "negation"),
        ("The cease-fire held in the valley for a week.", "The ceasefire held in the valley for a week.", "style"),
    ],
)
def test_kind(there: str, here: str, kind: str) -> None:
    assert EditKind(kind) in kinds(there, here)


@pytest.mark.parametrize(
    ("there", "here"),
    [
        # a "not" that something else stands for
        ("The ministry did not comment on the report.", "The ministry declined to comment on the report."),
        ("The crew was not happy with the new lock.", "The crew was unhappy with the new lock."),
        ("Not only the bridge but the road was shut.", "Not just the bridge but the road was shut."),
        ("The port is not likely to open on that day.", "The port is unlikely to open on that day."),
        ("The boat lay side by side with the tug there.", "The boat lay inside by the side of the tug there."),
        # an aside with a "not" that went as a whole
        ("The owner — not Holm — is to blame for the leak.", "The owner is to blame for the leak."),
        # hedges of one class, and words that hedge nothing here
        ("About 40 boats left the harbour on that day.", "Around 40 boats left the harbour on that day."),
        ("They made a film about boats in the harbour.", "They made a film on boats in the harbour."),
        ("No fewer than nine boats left the harbour.", "At least nine boats left the harbour."),
        ("Holm could not find the key to the old lock.", "Holm did not find the key to the old lock."),
        # who says it stands in another place, or beside the quotation
        ("The lock broke at noon on the outer wall, Holm said.", "Holm said the lock broke at noon on the outer wall."),
        ("“We heard it break at night,” Holm said.", "“We heard it break at night,” she said."),
        # one number, one measure, one name, written in two ways
        ("The lock is 10 miles from the old harbour.", "The lock is 16 km from the old harbour."),
        (
            "The agent of the FBI went to the old harbour.",
            "The agent of the Federal Bureau of Investigation went to the old harbour.",
        ),
        ("The letter is from Sergey Marn of the port.", "The letter is from Sergei Marn of the port."),
        ("The letter is from Mr. Marn of the port.", "The letter is from President Marn of the port."),
        ("The envoy asked what the minister of the port knew.", "The envoy asked what Marn of the port knew."),
        # one verb in another form
        ("A tug had sunk there, the port declared that day.", "A tug had sunk there, the port declaring it that day."),
        # no other fate, no other source, no other body
        ("The mate was killed on the ferry at night.", "The mate died on the ferry at night."),
        ("The mate was badly hurt on the ferry at night.", "The mate was badly injured on the ferry at night."),
        ("The gas was leaking on the quay, Marn said.", "The gas was leaking on the quay, the spokeswoman said."),
        ("The gas was leaking, police spokesman Marn said.", "The gas was leaking, police said."),
        ("Former Mayor Marn left the harbour by noon.", "Ex-Mayor Marn left the harbour by noon."),
        # the line on the author
        ("Paul Marn is a Dorn Echo staff writer.", "Ida Holm is a Dorn Echo staff writer."),
        # two parts of one name
        ("The oar that J.R. held broke. J.R. Gusten is 12.", "The oar that Gusten held broke. J.R. Gusten is 12."),
        (
            "The oar that J.R. held broke. James Robert Gusten is 12.",
            "The oar that Gusten held broke. James Robert Gusten is 12.",
        ),
    ],
)
def test_no_change_of_meaning(there: str, here: str) -> None:
    found = kinds(there, here)
    assert found
    assert not CHANGES_MEANING.intersection(found)


def test_denial_of_its_own_sentence_is_told_first() -> None:
    source = f"The port sold the barge for a song, Holm wrote. Marn denied that the port had sold it. {KEPT}"
    found = edits(source, f"The port sold the barge for a song, Holm wrote on Monday. {KEPT}")
    assert found[0].kind is EditKind.NEGATION
    assert found[0].there is not None
    assert found[0].there.words == "Marn denied that the port had sold it."
    assert found[0].here is None


@pytest.mark.parametrize(
    "kept",
    ["Marn has denied the sale.", "“It is a lie,” Marn said, and denied all of it."],
)
def test_denial_that_the_copy_gives_in_other_words_was_not_cut(kept: str) -> None:
    source = f"The port sold the barge for a song, Holm wrote. Marn denied that the port had sold it. {KEPT}"
    assert EditKind.NEGATION not in [
        edit.kind for edit in edits(source, f"The port sold the barge for a song, Holm wrote. {KEPT} {kept}")
    ]


@pytest.mark.parametrize("words", ["Marn rejected the charge.", "The port disputes all such claims."])
def test_claim_that_is_turned_down_is_denied(words: str) -> None:
    source = f"The port sold the barge for a song, Holm wrote. {words} {KEPT}"
    (found,) = edits(source, f"The port sold the barge for a song, Holm wrote. {KEPT}")
    assert found.kind is EditKind.NEGATION


@pytest.mark.parametrize(
    "words",
    [
        "Marn was denied a visa for the trip.",
        "Marn may deny that the port had sold it.",
        "A judge denied the motion of the port.",
        "A judge dismissed the charges against the port.",
    ],
)
def test_what_is_no_denial(words: str) -> None:
    source = f"The port sold the barge for a song, Holm wrote. {words} {KEPT}"
    assert edits(source, f"The port sold the barge for a song, Holm wrote. {KEPT}") == ()


def test_meaning_comes_first_then_the_order_of_the_copy() -> None:
    there = f"The big barge sank in the bay. Twelve people died there on Monday. At least nine were hurt at sea. {KEPT}"
    here = f"The old barge sank in the bay. 12 people died there on Tuesday. Nine were hurt at sea. {KEPT}"
    assert [edit.kind.value for edit in edits(there, here)] == ["hedge", "time", "wording", "style"]


def test_every_edit_is_verbatim_on_both_sides() -> None:
    texts = {
        "source": f"At least nine people died in the fire at Dorn, police said on Monday. {KEPT}",
        "copy": f"Eleven people died in the fire at Dorn on Tuesday. {KEPT}",
    }
    found = edits(texts["source"], texts["copy"])
    assert found
    for edit in found:
        for passage in (edit.there, edit.here):
            assert passage is None or texts[passage.report][passage.start : passage.end] == passage.words


def test_the_same_text_has_no_edits() -> None:
    assert edits(KEPT, KEPT) == ()


def test_each_hedge_of_the_lexicon_by_its_example() -> None:
    rows = tomllib.loads((files("crosswire.lexicons") / "data/edits.toml").read_text("utf-8"))["hedges"]
    for row in rows:
        for key, expected in (("example", True), ("counter", False)):
            there, here = (f"Officials told us of {part}." for part in row[key].split(" → "))
            assert (EditKind.HEDGE in kinds(there, here)) is expected, row[key]


def test_long_stretch_without_a_full_stop_is_compared_around_its_changes() -> None:
    words = [f"word{n}" for n in range(2000)]
    there = " ".join([*words[:900], "nine boats sank", *words[900:]])
    here = " ".join([*words[:900], "eleven boats sank", *words[900:1500], "at sea", *words[1500:]])
    found = edits(there, here)
    assert [edit.kind for edit in found] == [EditKind.FIGURE, EditKind.WORDING]
    assert [edit.here and edit.here.words for edit in found] == ["eleven", "at sea"]
    for edit in found:
        assert edit.here is None or here[edit.here.start : edit.here.end] == edit.here.words
        assert edit.there is None or there[edit.there.start : edit.there.end] == edit.there.words


def test_one_sentence_of_many_words_takes_no_time_by_the_square() -> None:
    """Counted in words looked at, not in seconds: each change sees a few hundred words however long the sentence."""
    words = [f"word{n}" for n in range(6000)]
    here = [word if n % 20 else f"other{n}" for n, word in enumerate(words)]
    sides = [lined(report(*each), None, lexicons=LEXICONS) for each in (("b", " ".join(here)), ("a", " ".join(words)))]
    collation = collate(sides[0], sides[1], lexicons=LEXICONS)
    found = [change for pairing in collation.pairings for change in changes(pairing, collation, lexicons=LEXICONS)]
    assert len(found) == 300
    assert max(len(side.forms) for change in found for side in (change.there, change.here)) < 400


@pytest.mark.parametrize(
    "words",
    [
        "None of the crew was hurt.",
        "He is not accused of taking money from the port itself.",
        "No one else was killed.",
        "The mate was not seriously injured.",
    ],
)
def test_sentence_that_clears_is_told_where_it_was_cut(words: str) -> None:
    assert cut(words) == [EditKind.NEGATION]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        # they clear nobody
        ("He did not know who was killed.", ""),
        ("Nobody was in the old school.", ""),
        ("The port may not be blamed.", ""),
        ("Her plea is manslaughter, not murder.", ""),
        ("No charges were filed at that time.", ""),
        # the copy says so in other words
        ("None of the crew was hurt.", "The crew was not injured."),
        ("No one was hurt.", "Nobody was injured."),
    ],
)
def test_what_clears_nobody_or_is_kept(words: str, kept: str) -> None:
    assert EditKind.NEGATION not in cut(words, kept)


def test_copy_that_names_its_source_for_a_sentence_changes_no_meaning() -> None:
    there = f"The firm was set up nine days before it won the contract for the port. {KEPT}"
    here = f"The Dorn Echo said that it was set up nine days before it won the contract for the port. {KEPT}"
    for publisher, kind in (("Dorn Echo", EditKind.WORDING), ("Tarn Post", EditKind.ATTRIBUTION)):
        source = replace(report("source", there), publisher=publisher)
        sides = [lined(each, None, lexicons=LEXICONS) for each in (report("copy", here), source)]
        assert kind in [edit.kind for edit in EDITOR.edits(collate(sides[0], sides[1], lexicons=LEXICONS))]
