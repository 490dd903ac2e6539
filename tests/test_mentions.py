"""Mentions: names with titles, descriptions, pronouns."""

from __future__ import annotations

import pytest

from crosswire.annotate.mentions import find_mentions
from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Mention, MentionKind
from crosswire.model.report import Paragraph, Report
from parsed import language


def mentions_of(text: str) -> list[Mention]:
    report = Report("r", text, (Paragraph(0, len(text)),))
    return list(find_mentions(report, language().sentences(report), lexicons=load_lexicons()))


NAMES = [
    ("Varnian Foreign Minister Oskar Lund’s plan failed on Monday.", "Oskar Lund", "Varnian Foreign Minister"),
    ("Harbour chief Mara Denholt said the ferry had sunk.", "Mara Denholt", "Harbour chief"),
    ("The plan was denied by President Ilse Korvan on Monday.", "Ilse Korvan", "President"),
    ("Ada Marn, the Varnian premier, said the talks were over.", "Ada Marn", "Varnian premier"),
    ("Ada Marn, 43, a spokeswoman for the ministry, said so.", "Ada Marn", "spokeswoman for the ministry"),
    ("The mayor of Tarn, Joren Pell, said the bridge was safe.", "Joren Pell", "mayor of Tarn"),
    ("Marn’s spokesman Teodor Vance said that nobody was hurt.", "Teodor Vance", "Marn’s spokesman"),
    ("Lt. Gen. Boris Halden told reporters that the road was open.", "Boris Halden", "Lt. Gen."),
    ("Secretary of State Rosa L. Quill flew to Tarn.", "Rosa L. Quill", "Secretary of State"),
    ("Mrs. Halden said she saw nothing.", "Halden", "Mrs."),
]


@pytest.mark.parametrize(("text", "name", "title"), NAMES)
def test_names_carry_their_titles(text: str, name: str, title: str) -> None:
    found = {m.name: m for m in mentions_of(text) if m.kind is MentionKind.PERSON}
    assert found[name].title == title
    assert found[name].passage.words == name


KINDS = [
    ("Premier Ada Marn spoke. Lund objected. Marn left with Oskar Lund.", "Lund", MentionKind.PERSON),
    ("A blast shook Moscow on Monday.", "Moscow", MentionKind.PLACE),
    ("The Tarn Fisheries Agency closed the harbour.", "Tarn Fisheries Agency", MentionKind.ORGANISATION),
    ("The White House declined to comment.", "White House", MentionKind.ORGANISATION),
    ("Syrian troops crossed the river.", "Syrian", MentionKind.NATIONALITY),
    ("The OPCW sent a team.", "OPCW", MentionKind.ORGANISATION),
    ("Crowds gathered on Senate Square.", "Senate Square", MentionKind.PLACE),
    ("Marle Dorn, which had first said no, agreed on Monday.", "Marle Dorn", MentionKind.ORGANISATION),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_kinds_of_names(text: str, name: str, kind: MentionKind) -> None:
    assert (name, kind) in {(m.name, m.kind) for m in mentions_of(text)}


ROLES = [
    ("The Kremlin leader rejected the plan.", "Kremlin leader"),
    ("A senior official said the talks had failed.", "senior official"),
    ("Police said the man fled.", "Police"),
    ("A spokesman for the ministry declined to comment.", "spokesman for the ministry"),
    ("The road was open, according to witnesses.", "witnesses"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_descriptions_without_article(text: str, role: str) -> None:
    assert role in [m.name for m in mentions_of(text) if m.kind is MentionKind.ROLE]


def test_pronouns_are_mentions() -> None:
    found = [m.name for m in mentions_of("She said he had left them.") if m.kind is MentionKind.PRONOUN]
    assert found == ["she", "he", "them"]


def test_possessives_and_pairs_stay_apart() -> None:
    text = "Ada Marn met Oskar Lund. The Marn-Lund talks ended, and Lund’s aides left."
    names = [m.name for m in mentions_of(text) if m.kind is MentionKind.PERSON]
    assert names == ["Ada Marn", "Oskar Lund", "Marn", "Lund", "Lund"]


def test_a_title_word_in_a_name_is_no_title() -> None:
    found = {m.name: m.title for m in mentions_of("Martin King met engineers of General Motors.")}
    assert found["Martin King"] is None
    assert "General Motors" in found


def test_passages_are_verbatim() -> None:
    text = "Premier Ada Marn of Varnia told the Tarn Courier that “nobody” had asked her."
    found = mentions_of(text)
    assert len(found) >= 3
    for mention in found:
        assert text[mention.passage.start : mention.passage.end] == mention.passage.words
