"""Actors of a story: names, descriptions and pronouns brought together; quotations with their speakers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.annotate.language import Language, load_language
from crosswire.annotate.mentions import find_mentions
from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Annotation, Quotation, QuotationKind, SpeakerClass
from crosswire.model.passage import Passage
from crosswire.model.relation import Actor, ActorKind
from crosswire.model.report import Paragraph, Report
from crosswire.relate.actors import resolve_actors

Told = tuple[tuple[str, ...], list[tuple[str | None, str]]]  # paragraphs; sources and contents


@pytest.fixture(scope="module")
def language() -> Language:
    return load_language()


def passage(report: Report, words: str, after: int = 0) -> Passage:
    start = report.text.index(words, after)
    return Passage(report.id, start, start + len(words), words)


def report_of(name: str, *paragraphs: str) -> Report:
    text = "\n\n".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Paragraph(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Report(name, text, tuple(spans))


def annotated(report: Report, quoted: list[tuple[str | None, str]], language: Language) -> Annotation:
    """The report's annotation with quotations given as (source and words around it, content)."""
    sentences = language.sentences(report)
    quotations = []
    for n, (source, content) in enumerate(quoted, start=1):
        said = passage(report, content)
        marked = content.startswith("“")
        verbatim = (Passage(report.id, said.start + 1, said.end - 1, content[1:-1]),) if marked else ()
        quotations.append(
            Quotation(
                id=f"{report.id}.q{n}",
                report=report.id,
                kind=QuotationKind.DIRECT if marked else QuotationKind.INDIRECT,
                content=(said,),
                cue=None,
                source=_source(report, source, said) if source else None,
                verbatim=verbatim,
            )
        )
    mentions = find_mentions(report, sentences, lexicons=load_lexicons())
    return Annotation(report.id, sentences, mentions, tuple(quotations))


def _source(report: Report, source: str, said: Passage) -> Passage:
    """The occurrence of the source's words nearest to the content."""
    starts = [n for n in range(len(report.text)) if report.text.startswith(source, n)]
    start = min(starts, key=lambda n: min(abs(n - said.end), abs(said.start - n - len(source))))
    return Passage(report.id, start, start + len(source), source)


def speakers(story: list[Told], language: Language) -> tuple[list[str | None], dict[str, Actor], tuple[Quotation, ...]]:
    reports = [report_of(f"r{n}", *paragraphs) for n, (paragraphs, _) in enumerate(story, start=1)]
    annotations = [annotated(r, quoted, language) for r, (_, quoted) in zip(reports, story, strict=True)]
    actors, quotations = resolve_actors(reports, annotations, lexicons=load_lexicons())
    by_id = {actor.id: actor for actor in actors}
    names = [by_id[q.speaker].name if q.speaker else None for q in quotations]
    return names, {actor.name: actor for actor in actors}, quotations


ONE_REPORT = [
    (  # surname after full name; "he said" goes on with the speaker, not with the name inside the words
        ("Premier Oskar Lund rejected the plan.", "“Marn is wrong,” Lund said.", "“We will not sign,” he said."),
        [("Lund", "“Marn is wrong,”"), ("he", "“We will not sign,”")],
        ["Oskar Lund", "Oskar Lund"],
    ),
    (  # a role with its country, learned from the story
        (
            "Varnian President Ilse Korvan met Ostland Premier Oskar Lund in Varnia.",
            "The Varnian leader said the talks had failed. Lund left.",
        ),
        [("The Varnian leader", "the talks had failed")],
        ["Ilse Korvan"],
    ),
    (  # his counterpart holds the same office elsewhere
        (
            "Varnian Foreign Minister Oskar Lund and his Tarvosi counterpart Rosa Quill met on Monday.",
            "The foreign minister of Tarvos said nothing new was agreed.",
        ),
        [("The foreign minister of Tarvos", "nothing new was agreed")],
        ["Rosa Quill"],
    ),
    (  # gender decides
        ("Premier Maria Marn met Oskar Lund on Monday.", "She said the ferry was safe."),
        [("She", "the ferry was safe")],
        ["Maria Marn"],
    ),
    (  # name beside a title
        ("Teodor Vance, a spokesman for the Harbour Board, said nobody was hurt.",),
        [("Teodor Vance, a spokesman for the Harbour Board,", "nobody was hurt")],
        ["Teodor Vance"],
    ),
    (  # an owner's spokesman
        ("Premier Ada Marn stayed away.", "Marn’s spokesman Teodor Vance said she was ill."),
        [("Marn’s spokesman Teodor Vance", "she was ill")],
        ["Teodor Vance"],
    ),
    (  # relative clause
        ("Ada Marn, who said the dam would hold, left on Monday.",),
        [("who", "the dam would hold")],
        ["Ada Marn"],
    ),
    (  # two speakers at once
        ("Premier Ada Marn and President Oskar Lund said they broadly agreed.",),
        [("Premier Ada Marn and President Oskar Lund", "they broadly agreed")],
        ["Ada Marn and Oskar Lund"],
    ),
    (  # a capital and a country are one government; a seat of power speaks for itself
        ("Moscow said it would veto the text.", "Russia said so again.", "The Kremlin said no call was planned."),
        [("Moscow", "it would veto the text"), ("Russia", "so again"), ("The Kremlin", "no call was planned")],
        ["Russia", "Russia", "Kremlin"],
    ),
    (  # the paper that was cited
        ("Lund will resign, reported the Tarn Courier.", "The vote was close, said the report."),
        [("the report", "The vote was close")],
        ["Tarn Courier"],
    ),
    (  # a name that ends a description
        (
            "A spokeswoman for the harbour, Mira Sool, said the pier was safe.",
            "One of the divers, 24-year-old Pia Marn, left.",
        ),
        [("A spokeswoman for the harbour, Mira Sool", "the pier was safe")],
        ["Mira Sool"],
    ),
    (
        ("One of the divers, 24-year-old Pia Marn, said the water was black.",),
        [("One of the divers, 24-year-old Pia Marn", "the water was black")],
        ["Pia Marn"],
    ),
    (  # a document has the name that its description gives it, or none
        (
            "There were 40 passengers, according to a list that the harbour office gave to police.",
            "The report said no more.",
        ),
        [
            ("a list that the harbour office gave to police", "There were 40 passengers"),
            ("The report", "no more"),
        ],
        ["list that the harbour office gave to police", None],
    ),
    (  # a document that was named before
        ("The board has seen a report by the Tarn Harbour Guild.", "The report said the pier was weak."),
        [("The report", "the pier was weak")],
        ["report by the Tarn Harbour Guild"],
    ),
    (  # a body in small letters is the one in capitals
        ("The Tarn Harbour Board met on Monday.", "The Tarn harbour board said it was poor."),
        [("The Tarn harbour board", "it was poor")],
        ["Tarn Harbour Board"],
    ),
    (  # whose office
        ("President Ada Marn will come to Tarn on Monday, her office said.",),
        [("her office", "President Ada Marn will come to Tarn on Monday")],
        ["Ada Marn’s office"],
    ),
    (  # the last word of a name stands for the whole
        ("Ada Marn wrote to the Tarn Fire Department.", "The department said it had no money."),
        [("The department", "it had no money")],
        ["Tarn Fire Department"],
    ),
    (  # a capital's name is a surname in a story that never names its country
        ("Mayor Pia Santiago opened the bridge.", "Santiago said it would last."),
        [("Santiago", "it would last")],
        ["Pia Santiago"],
    ),
    (  # a description beside a name is that person
        ("One of the women, Mara Denholt, left early.", "She said the hall was cold."),
        [("She", "the hall was cold")],
        ["Mara Denholt"],
    ),
    (  # the object of a verb is not its subject
        ("Oskar Lund called Jonas Reik on Monday.", "Reik later said Lund had thanked him.", "Lund said it was late."),
        [("Reik", "Lund had thanked him"), ("Lund", "it was late")],
        ["Jonas Reik", "Oskar Lund"],
    ),
    (  # a body no lexicon knows
        ("The lighthouse trust said the lamp would be lit.",),
        [("The lighthouse trust", "the lamp would be lit")],
        ["lighthouse trust"],
    ),
    (  # a title cut off by a full stop
        ("The road was closed, Sgt. Clark Perrin said.",),
        [("Sgt. Clark Perrin", "The road was closed")],
        ["Clark Perrin"],
    ),
    (  # an epithet by party means whom the report speaks of
        ("Sen. Ada Marn spoke in Tarn.", "The Varnian conservative said the dam would hold."),
        [("The Varnian conservative", "the dam would hold")],
        ["Ada Marn"],
    ),
    (  # comments speak for their owner
        ("President Ilse Korvan spoke on Monday.", "The president’s comments suggested that the talks had failed."),
        [("The president’s comments", "the talks had failed")],
        ["Ilse Korvan"],
    ),
]


@pytest.mark.parametrize(("paragraphs", "quoted", "expected"), ONE_REPORT)
def test_speakers_in_one_report(
    paragraphs: tuple[str, ...], quoted: list[tuple[str | None, str]], expected: list[str], language: Language
) -> None:
    names, _, _ = speakers([(paragraphs, quoted)], language)
    assert names == expected


def test_full_name_and_roles_come_from_the_whole_story(language: Language) -> None:
    names, actors, quotations = speakers(
        [
            (("Lund said the dam would hold.",), [("Lund", "the dam would hold")]),
            (("Harbour Minister Oskar Lund said it would not.",), [("Harbour Minister Oskar Lund", "it would not")]),
            (("Former harbour minister Oskar B. Lund left.",), []),
        ],
        language,
    )
    assert names == ["Oskar Lund", "Oskar Lund"]
    assert actors["Oskar Lund"].kind is ActorKind.PERSON
    assert "Harbour Minister" in actors["Oskar Lund"].roles
    assert {m.report for m in actors["Oskar Lund"].mentions} == {"r1", "r2", "r3"}
    assert {q.speaker_class for q in quotations} == {SpeakerClass.NAMED}


def test_words_without_a_source_are_given_to_whoever_says_them_elsewhere(language: Language) -> None:
    names, _, _ = speakers(
        [
            (("“The storm was forecast and ignored”",), [(None, "“The storm was forecast and ignored”")]),
            (
                ("“The storm was forecast, and ignored,” Ada Marn said.",),
                [("Ada Marn", "“The storm was forecast, and ignored,”")],
            ),
        ],
        language,
    )
    assert names == ["Ada Marn", "Ada Marn"]


def test_two_persons_of_one_surname_stay_apart(language: Language) -> None:
    names, _, _ = speakers(
        [
            (
                ("Mrs. Anna Marn met Mr. Olaf Marn.", "Mrs. Marn said the ferry sank.", "Mr. Marn said it had not."),
                [("Mrs. Marn", "the ferry sank"), ("Mr. Marn", "it had not")],
            )
        ],
        language,
    )
    assert names == ["Anna Marn", "Olaf Marn"]


def test_vague_people_are_never_merged_across_reports(language: Language) -> None:
    one: Told = (("A senior official said the talks had failed.",), [("A senior official", "the talks had failed")])
    names, _, quotations = speakers([one, one], language)
    assert names == ["senior official", "senior official"]
    assert quotations[0].speaker != quotations[1].speaker
    assert {q.speaker_class for q in quotations} == {SpeakerClass.ANONYMOUS}


def test_police_are_one_body_and_known_by_office(language: Language) -> None:
    one: Told = (("Police said the man had fled.",), [("Police", "the man had fled")])
    _, _, quotations = speakers([one, one], language)
    assert quotations[0].speaker == quotations[1].speaker
    assert quotations[0].speaker_class is SpeakerClass.OFFICIAL


SEVERAL = [
    ("Both countries agreed to meet.", "Both countries", "to meet", "United States and Russia"),
    ("The two men said they were tired.", "The two men", "they were tired", "Olaf Marn and Oskar Lund"),
    ("The pair said yes.", "The pair", "yes", "United States and Russia"),
    ("Marn and Lund said yes.", "Marn and Lund", "yes", "Olaf Marn and Oskar Lund"),
    ("Two men said no.", "Two men", "no", "Two men"),
]


@pytest.mark.parametrize(("text", "source", "content", "expected"), SEVERAL)
def test_several_at_once_are_those_named_last(
    text: str, source: str, content: str, expected: str, language: Language
) -> None:
    before = "U.S. Secretary of State Olaf Marn met Russian Foreign Minister Oskar Lund in Tarn. "
    names, _, _ = speakers([((before + text,), [(source, content)])], language)
    assert names == [expected]


def test_those_of_one_surname_are_a_family(language: Language) -> None:
    text = "Erik Holt and his brother Nils Holt sold the mill. The Holts said yes. The brothers said it was late."
    names, _, _ = speakers([((text,), [("The Holts", "yes"), ("The brothers", "it was late")])], language)
    assert names == ["Erik Holt and Nils Holt"] * 2


ORGANISATIONS = [
    ("The Tarn Workers' Federation (THF) met. THF said yes.", "THF", "Tarn Workers' Federation"),
    ("The Office for Port Safety, or OPS, met. OPS said yes.", "OPS", "Office for Port Safety"),
    ("Lund Shipping Co. sank. Lund said yes.", "Lund", "Lund Shipping Co."),
    ("The U.S. Supreme Court met. The Supreme Court said yes.", "The Supreme Court", "Supreme Court"),
    ("The White House waited. The House said yes.", "The House", "House"),
    ("The state of Nebraska sued. Nebraska said yes.", "Nebraska", "Nebraska"),
]


@pytest.mark.parametrize(("text", "source", "expected"), ORGANISATIONS)
def test_short_forms_of_organisations(text: str, source: str, expected: str, language: Language) -> None:
    names, _, _ = speakers([((text,), [(source, "yes")])], language)
    assert names == [expected]


UNRESOLVED = [
    (("Premier Ada Marn met Oskar Lund and Petra Sool. The two said yes.",), ("The two", "yes")),
    (("Two men said the ferry sank. Both countries sent help.",), ("Both countries", "help")),
    (("He said the ferry sank.",), ("He", "the ferry sank")),
    (("The summit promises to outdo the last one.",), ("The summit", "to outdo the last one")),
    (("The ferry was said to have sunk.",), (None, "to have sunk")),
]


@pytest.mark.parametrize(("paragraphs", "quoted"), UNRESOLVED)
def test_what_cannot_be_told_says_why(
    paragraphs: tuple[str, ...], quoted: tuple[str | None, str], language: Language
) -> None:
    names, _, quotations = speakers([(paragraphs, [quoted])], language)
    assert names == [None]
    assert quotations[0].unresolved


def test_actors_are_sorted_and_numbered(language: Language) -> None:
    _, actors, _ = speakers(
        [(("Ada Marn said so. Oskar Lund met Ada Marn. Oskar Lund left.",), [("Ada Marn", "so")])], language
    )
    assert [(a.id, a.name) for a in actors.values()] == [("a1", "Ada Marn"), ("a2", "Oskar Lund")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote is off, the Tarn Courier reported.", None),
        ("The vote is off, according to Radio Sael.", None),
        ("The vote is off, the Tarn Courier's spokesman reported.", "Tarn Courier's spokesman"),
        ("The vote is off, the Harbour Board reported.", "Harbour Board"),
    ],
)
def test_a_medium_that_only_reported_it_is_no_speaker(text: str, expected: str | None, language: Language) -> None:
    report = report_of("r1", text)
    cue = "according to" if "according" in text else "reported"
    source = text.partition(", ")[2].removesuffix(".").replace(cue, "").strip()
    annotation = annotated(report, [(source, "The vote is off")], language)
    asked = replace(annotation.quotations[0], cue=passage(report, cue))
    actors, (found,) = resolve_actors([report], [replace(annotation, quotations=(asked,))], lexicons=load_lexicons())
    assert next((a.name for a in actors if a.id == found.speaker), None) == expected
    assert expected is not None or (
        found.speaker_class is SpeakerClass.DOCUMENT and "medium" in (found.unresolved or "")
    )


def test_roles_say_each_thing_once_and_need_no_other_name(language: Language) -> None:
    met = "Transport Minister Ada Marn met Tarn Ferries and its chief executive, Rosa Quill."
    text = f"{met} The minister said it was late."
    report = report_of("r1", text)
    annotation = annotated(report, [("The minister", "it was late")], language)
    actors, _ = resolve_actors([report], [annotation], lexicons=load_lexicons())
    roles = {actor.name: actor.roles for actor in actors}
    assert roles["Ada Marn"] == ("Transport Minister",)
    assert roles.get("Rosa Quill", ("chief executive",)) == ("chief executive",)
