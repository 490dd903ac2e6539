"""Actors of a story: names, descriptions and pronouns brought together; quotations with their speakers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import SpeakerClass
from crosswire.model.relation import ActorKind
from crosswire.relate.actors.actors import resolve_actors
from told import Told, annotated, passage, report_of, speakers

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
    (  # somebody's sister, with her age: neither the brother nor a pronoun after it is his
        (
            "Nobody had seen Teodor Vance fall. Vance’s older sister, Maria Vance, 19, said he was careful.",
            "She said that Vance had hoped to sail.",
        ),
        [("Vance’s older sister, Maria Vance, 19,", "he was careful"), ("She", "Vance had hoped to sail")],
        ["Maria Vance", "Maria Vance"],
    ),
    (  # what stands before the source is not of it
        ("This time police said the pier was safe.",),
        [("police", "the pier was safe")],
        ["police"],
    ),
    (  # a surname that is an office too
        ("Deputy Mayor Anna King met Mayor Ada Marn on Friday.", "At noon, King said the pier was safe."),
        [("King", "the pier was safe")],
        ["Anna King"],
    ),
    (  # a rank cut short
        ("Police Inspector Oskar Lund came.", "The pier was shut, Insp Lund said."),
        [("Insp Lund", "The pier was shut")],
        ["Oskar Lund"],
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
    paragraphs: tuple[str, ...], quoted: list[tuple[str | None, str]], expected: list[str]
) -> None:
    names, _, _ = speakers([(paragraphs, quoted)])
    assert names == expected


def test_full_name_and_roles_come_from_the_whole_story() -> None:
    names, actors, quotations = speakers(
        [
            (("Lund said the dam would hold.",), [("Lund", "the dam would hold")]),
            (("Harbour Minister Oskar Lund said it would not.",), [("Harbour Minister Oskar Lund", "it would not")]),
            (("Former harbour minister Oskar B. Lund left.",), []),
        ]
    )
    assert names == ["Oskar Lund", "Oskar Lund"]
    assert actors["Oskar Lund"].kind is ActorKind.PERSON
    assert "Harbour Minister" in actors["Oskar Lund"].roles
    assert {m.report for m in actors["Oskar Lund"].mentions} == {"r1", "r2", "r3"}
    assert {q.speaker_class for q in quotations} == {SpeakerClass.NAMED}


def test_words_without_a_source_are_given_to_whoever_says_them_elsewhere() -> None:
    names, _, _ = speakers(
        [
            (("“The storm was forecast and ignored”",), [(None, "“The storm was forecast and ignored”")]),
            (
                ("“The storm was forecast, and ignored,” Ada Marn said.",),
                [("Ada Marn", "“The storm was forecast, and ignored,”")],
            ),
        ]
    )
    assert names == ["Ada Marn", "Ada Marn"]


def test_a_short_name_is_nobody_whom_only_another_report_names() -> None:
    names, _, _ = speakers(
        [
            (
                ("Police chief Robert Craft said the hall was shut.",),
                [("Police chief Robert Craft", "the hall was shut")],
            ),
            (("Ada Marn had worked there. Her son, Bob, said she was missed.",), [("Bob", "she was missed")]),
        ]
    )
    assert names == ["Robert Craft", "Bob"]


def test_two_persons_of_one_surname_stay_apart() -> None:
    names, _, _ = speakers(
        [
            (
                ("Mrs. Anna Marn met Mr. Olaf Marn.", "Mrs. Marn said the ferry sank.", "Mr. Marn said it had not."),
                [("Mrs. Marn", "the ferry sank"), ("Mr. Marn", "it had not")],
            )
        ]
    )
    assert names == ["Anna Marn", "Olaf Marn"]


def test_vague_people_are_never_merged_across_reports() -> None:
    one: Told = (("A senior official said the talks had failed.",), [("A senior official", "the talks had failed")])
    names, _, quotations = speakers([one, one])
    assert names == ["senior official", "senior official"]
    assert quotations[0].speaker != quotations[1].speaker
    assert {q.speaker_class for q in quotations} == {SpeakerClass.ANONYMOUS}


def test_police_are_one_body_and_known_by_office() -> None:
    one: Told = (("Police said the man had fled.",), [("Police", "the man had fled")])
    _, _, quotations = speakers([one, one])
    assert quotations[0].speaker == quotations[1].speaker
    assert quotations[0].speaker_class is SpeakerClass.OFFICIAL


@pytest.mark.parametrize(
    ("paragraphs", "quoted", "expected"),
    [
        (
            ("Norway and Iceland signed a treaty. Both countries agreed to open the bridge.",),
            ("Both countries", "to open the bridge"),
            SpeakerClass.NAMED,
        ),
        (
            ("Premier Ada Marn and her officials said the bridge was safe.",),
            ("Premier Ada Marn and her officials", "the bridge was safe"),
            SpeakerClass.NAMED,
        ),
        (
            ("Police and firefighters said the bridge was safe.",),
            ("Police and firefighters", "the bridge was safe"),
            SpeakerClass.OFFICIAL,
        ),
    ],
)
def test_several_of_whom_one_has_a_name_are_named(
    paragraphs: tuple[str, ...], quoted: tuple[str, str], expected: SpeakerClass
) -> None:
    _, _, quotations = speakers([(paragraphs, [quoted])])
    assert quotations[0].speaker_class is expected


UNRESOLVED = [
    (("Premier Ada Marn met Oskar Lund and Petra Sool. The two said yes.",), ("The two", "yes")),
    (("Two men said the ferry sank. Both countries sent help.",), ("Both countries", "help")),
    (("He said the ferry sank.",), ("He", "the ferry sank")),
    (("Anna Lund attacked Maria Marn over a talk in which she said the dam would burst.",), ("she", "the dam")),
    (("The summit promises to outdo the last one.",), ("The summit", "to outdo the last one")),
    (("The ferry was said to have sunk.",), (None, "to have sunk")),
]


@pytest.mark.parametrize(("paragraphs", "quoted"), UNRESOLVED)
def test_what_cannot_be_told_says_why(paragraphs: tuple[str, ...], quoted: tuple[str | None, str]) -> None:
    names, _, quotations = speakers([(paragraphs, [quoted])])
    assert names == [None]
    assert quotations[0].unresolved


def test_actors_are_sorted_and_numbered() -> None:
    _, actors, _ = speakers([(("Ada Marn said so. Oskar Lund met Ada Marn. Oskar Lund left.",), [("Ada Marn", "so")])])
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
def test_a_medium_that_only_reported_it_is_no_speaker(text: str, expected: str | None) -> None:
    report = report_of("r1", text)
    cue = "according to" if "according" in text else "reported"
    source = text.partition(", ")[2].removesuffix(".").replace(cue, "").strip()
    annotation = annotated(report, [(source, "The vote is off")])
    asked = replace(annotation.quotations[0], cue=passage(report, cue))
    actors, (found,) = resolve_actors([report], [replace(annotation, quotations=(asked,))], lexicons=load_lexicons())
    assert next((a.name for a in actors if a.id == found.speaker), None) == expected
    assert expected is not None or (
        found.speaker_class is SpeakerClass.DOCUMENT and "medium" in (found.unresolved or "")
    )


def test_roles_say_each_thing_once_and_need_no_other_name() -> None:
    met = "Transport Minister Ada Marn met Tarn Ferries and its chief executive, Rosa Quill."
    text = f"{met} The minister said it was late."
    report = report_of("r1", text)
    annotation = annotated(report, [("The minister", "it was late")])
    actors, _ = resolve_actors([report], [annotation], lexicons=load_lexicons())
    roles = {actor.name: actor.roles for actor in actors}
    assert roles["Ada Marn"] == ("Transport Minister",)
    assert roles.get("Rosa Quill", ("chief executive",)) == ("chief executive",)


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (" reported the Tarn Courier.", ["Ada Marn"]),  # the Courier only passes on what Marn says
        (" reported the Harbour Board.", ["Ada Marn", "Harbour Board"]),
    ],
)
def test_what_a_medium_passes_on_is_counted_once(cited: str, expected: list[str]) -> None:
    text = f"“There is no trust left,” Ada Marn said on Monday,{cited}"
    report = report_of("r1", text)
    inner, outer = "“There is no trust left,”", text.partition(" reported")[0].removesuffix(",")
    source = cited.removeprefix(" reported ").removesuffix(".")
    annotation = annotated(report, [("Ada Marn", inner), (source, outer)])
    first, second = annotation.quotations
    asked = (replace(first, cue=passage(report, "said")), replace(second, cue=passage(report, "reported")))
    actors, found = resolve_actors([report], [replace(annotation, quotations=asked)], lexicons=load_lexicons())
    names = {actor.id: actor.name for actor in actors}
    assert [names.get(q.speaker or "") for q in found] == [e.removeprefix("the ") for e in expected]


IDENTITIES = [
    (  # a country's name that is somebody's surname, in a report without the country
        ("Tarn County Sheriff Scott Israel spoke on Friday.", "No shots were fired, Israel said."),
        [("Israel", "No shots were fired")],
        ["Scott Israel"],
    ),
    (  # but not where the country is spoken of
        ("Senator Scott Israel met Israeli envoys.", "The strip was closed, Israel said."),
        [("Israel", "The strip was closed")],
        ["Israel"],
    ),
    (  # the sheriff is not his deputy, nor the deputy the sheriff
        (
            "Tarn County Sheriff Paul Marn drove to the court.",
            "Tarn County sheriff's deputy James Lund was hurt. Lund was flown out. Lund is 40. Lund sleeps.",
            "The sheriff said the man was dead.",
        ),
        [("The sheriff", "the man was dead")],
        ["Paul Marn"],
    ),
    (  # a bare surname that speaks is hers who has spoken, however often the son is named
        (
            "Olaf Marn, 30, died on Sunday. Olaf Marn was a diver. Olaf Marn had two boats.",
            "His mother, Ada Marn, said she had heard it on the radio. “They took my son,” Marn said.",
        ),
        [("Ada Marn", "she had heard it on the radio"), ("Marn", "“They took my son,”")],
        ["Ada Marn", "Ada Marn"],
    ),
    (  # nor is she who speaks the one named last, where another is named more often
        (
            "Police charged Paul Marn, 40, with theft. Paul Marn was taken away.",
            "His girl Mia Marn died at noon. “I was asleep,” Marn said.",
        ),
        [("Marn", "“I was asleep,”")],
        [None],
    ),
    (  # a surname of several words is no full name
        ("Olaf De La Quill was hurt. His aunt Rosa De La Quill said he slept.", "De La Quill said he would live."),
        [("Rosa De La Quill", "he slept"), ("De La Quill", "he would live")],
        ["Rosa De La Quill", "Rosa De La Quill"],
    ),
    (  # a rank is not an officer's who is on trial, nor the police chief the coroner
        (
            "Police Officer Oskar Lund went on trial with Tarn County coroner Petra Sool on Monday.",
            "The lead detective said Lund had fired. The police chief said he would wait.",
        ),
        [("The lead detective", "Lund had fired"), ("The police chief", "he would wait")],
        ["lead detective", "police chief"],
    ),
    (  # but a rank cut short is one
        ("Det. Oskar Lund came late.", "The detective said the door was open."),
        [("The detective", "the door was open")],
        ["Oskar Lund"],
    ),
    (  # who says of a man that he fled is not a "man police"; where they say it is no part of their name
        (
            "He is in a hospital in Tarn where police say he died.",
            "They took Oskar Lund, the man police say drove the van. A state police spokesman waited.",
        ),
        [("police", "he died"), ("the man police", "drove the van")],
        ["police", "police"],
    ),
    (  # the end of a body's name is not another body
        ("The Supreme Court met. A study by Save the Court was read.", "Save the Court found that half were private."),
        [("the Court", "half were private")],
        ["Save the Court"],
    ),
]


@pytest.mark.parametrize(("paragraphs", "quoted", "expected"), IDENTITIES)
def test_who_is_meant_by_a_name_that_others_have(
    paragraphs: tuple[str, ...], quoted: list[tuple[str | None, str]], expected: list[str | None]
) -> None:
    names, _, _ = speakers([(paragraphs, quoted)])
    assert names == expected


def test_an_owner_does_not_get_the_title_of_what_is_owned() -> None:
    quill = "Rosa Quill, a belt expert with a firm in Ostmark and a retired Ostburg County sheriff's captain, said so."
    told = ("Tarn County Sheriff Paul Marn left. Marn was late.", quill)
    _, actors, _ = speakers([(told, [("Rosa Quill", "so")]), (("Paul Marn met Paul Marn's aide.",), [])])
    assert actors["Paul Marn"].roles == ("Tarn County Sheriff",)


def test_whose_counterpart_somebody_is_and_a_bare_title_are_no_roles() -> None:
    text = (
        "Foreign Minister Ada Marn met her Varnian counterpart Oskar Lund. Tarn Rep. Petra Sool came too. "
        "Representative Petra Sool said yes. Varnian Foreign Minister Oskar Lund said no."
    )
    _, actors, _ = speakers([((text,), [("Representative Petra Sool", "yes")])])
    assert actors["Oskar Lund"].roles == ("Varnian Foreign Minister",)
    assert actors["Petra Sool"].roles == ("Tarn Rep.",)
