"""Quotations of fictional German texts, as a table of (text, quotations), and every verb in its example."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.lexicons.speech import Verb
from parsed import lexicons
from ruled import Seen, read, seen

VERBS = lexicons().speech["de"].verbs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Der Damm hält“, sagte Ada Lund am Montag.", [("Ada Lund", "sagte", "asserts", ["„Der Damm hält“"])]),
        (
            "„Der Damm hält“, sagte am Montag ein Sprecher der Polizei in Tarn.",
            [("ein Sprecher der Polizei", "sagte", "asserts", ["„Der Damm hält“"])],
        ),
        ("Ada Lund sagte: „Der Damm hält.“", [("Ada Lund", "sagte", "asserts", ["„Der Damm hält.“"])]),
        ("Der Minister sagte, dass der Damm halte.", [("Der Minister", "sagte", "asserts", ["dass der Damm halte"])]),
        ("Der Damm halte, sagte der Minister.", [("der Minister", "sagte", "asserts", ["Der Damm halte"])]),
        (
            "Der Minister sagte, der Damm halte und die Stadt sei sicher.",
            [("Der Minister", "sagte", "asserts", ["der Damm halte und die Stadt sei sicher"])],
        ),
        ("Laut Polizei wurde niemand verletzt.", [("Polizei", "Laut", "reports", ["wurde niemand verletzt"])]),
        (
            "Nach Angaben der Stadt sind drei Häuser zerstört.",
            [("der Stadt", "Nach Angaben", "reports", ["sind drei Häuser zerstört"])],
        ),
        (
            "Verletzt wurde nach Angaben eines Sprechers niemand.",
            [("eines Sprechers", "nach Angaben", "reports", ["Verletzt wurde", "niemand"])],
        ),
        ("Der Damm hält, so Lund.", [("Lund", "so", "asserts", ["Der Damm hält"])]),
        (
            "„Wir haben alles geprüft“, so die Chefin der Werft, „und nichts gefunden.“",
            [("die Chefin der Werft", "so", "asserts", ["„Wir haben alles geprüft“", "„und nichts gefunden.“"])],
        ),
        ("„Das ist falsch“, fügte sie hinzu.", [("sie", "fügte", "asserts", ["„Das ist falsch“"])]),
        (
            "Wie die Polizei mitteilte, brannte das Haus völlig aus.",
            [("die Polizei", "mitteilte", "asserts", ["brannte das Haus völlig aus"])],
        ),
        (
            "Das Haus brannte aus, wie die Polizei mitteilte.",
            [("die Polizei", "mitteilte", "asserts", ["Das Haus brannte aus"])],
        ),
        (
            "Dem Minister zufolge ist der Damm sicher.",
            [("Dem Minister", "zufolge", "reports", ["ist der Damm sicher"])],
        ),
        (
            "Die Gilde forderte den Rücktritt des Rates.",
            [("Die Gilde", "forderte", "demands", ["den Rücktritt des Rates"])],
        ),
        ("Lund wies die Vorwürfe zurück.", [("Lund", "wies", "denies", ["die Vorwürfe"])]),
        (
            "Lund hat angekündigt, dass der Damm erhöht wird.",
            [("Lund", "hat angekündigt", "asserts", ["dass der Damm erhöht wird"])],
        ),
        (
            "Lund hatte am Montag erklärt, er habe nichts gewusst.",
            [("Lund", "erklärt", "asserts", ["er habe nichts gewusst"])],
        ),
        ("„Der Damm hält“, heißt es in dem Bericht.", [("dem Bericht", "heißt es", "asserts", ["„Der Damm hält“"])]),
        ("In dem Bericht heißt es: „Der Damm hält.“", [("dem Bericht", "heißt es", "asserts", ["„Der Damm hält.“"])]),
        (
            "Ada Lund, Sprecherin der Werft, sagte: „Wir warten.“",
            [("Ada Lund, Sprecherin der Werft", "sagte", "asserts", ["„Wir warten.“"])],
        ),
        (
            "„Wir warten“, sagte Ada Lund, Sprecherin der Werft.",
            [("Ada Lund, Sprecherin der Werft", "sagte", "asserts", ["„Wir warten“"])],
        ),
        (
            "„Wir warten“, sagte sie. „Das Wasser steigt.“",
            [("sie", "sagte", "asserts", ["„Wir warten“", "„Das Wasser steigt.“"])],
        ),
        (
            "Lund nannte den Plan „ein Geschenk an die Schmuggler“.",
            [("Lund", "nannte", "asserts", ["den Plan „ein Geschenk an die Schmuggler“"])],
        ),
        ("Sie bezeichnete die Lage als „ruhig“.", [("Sie", "bezeichnete", "asserts", ["die Lage als „ruhig“"])]),
        (
            "Lund sprach von „einem guten Tag für Tarn“.",
            [("Lund", "sprach", "asserts", ["von „einem guten Tag für Tarn“"])],
        ),
        ("Der Damm sei „sicher“, sagte Lund.", [("Lund", "sagte", "asserts", ["Der Damm sei „sicher“"])]),
        (
            "Lund sagte, der Damm halte. Die Brücke sei gesperrt. Man habe alles geprüft.",
            [("Lund", "sagte", "asserts", ["der Damm halte", "Die Brücke sei gesperrt", "Man habe alles geprüft"])],
        ),
        ("Der Bote berichtete, Lund habe gezahlt.", [("Der Bote", "berichtete", "asserts", ["Lund habe gezahlt"])]),
        (
            "Die Firma räumte ein, Fehler gemacht zu haben.",
            [("Die Firma", "räumte", "agrees", ["Fehler gemacht zu haben"])],
        ),
        (
            "Der Minister versprach, den Damm zu erhöhen.",
            [("Der Minister", "versprach", "promises", ["den Damm zu erhöhen"])],
        ),
        ("„Wer war das?“, wollte die Richterin wissen.", [("die Richterin", "wollte", "asks", ["„Wer war das?“"])]),
        ("Am Montag sagte Lund: „Wir warten.“", [("Lund", "sagte", "asserts", ["„Wir warten.“"])]),
        (
            "Die Polizei geht davon aus, dass der Fahrer schlief.",
            [("Die Polizei", "geht", "asserts", ["dass der Fahrer schlief"])],
        ),
        ("Lund wollte sich nicht äußern.", []),
        ("Das sagte er auch dem Boten.", []),
        ("Die Zahl der Gäste stieg, das Hotel war voll.", []),
        ("Er fragte, ob der Damm halte.", [("Er", "fragte", "asks", ["ob der Damm halte"])]),
        (
            "„Es war dunkel. Wir sahen nichts“, erzählt die Taucherin Pia Marn. „Dann kam das Licht.“\n\n"
            "„Wir waren froh.“",
            [
                (
                    "die Taucherin Pia Marn",
                    "erzählt",
                    "asserts",
                    ["„Es war dunkel. Wir sahen nichts“", "„Dann kam das Licht.“", "„Wir waren froh.“"],
                )
            ],
        ),
        (
            "Die Ermittler, die seit Montag suchen, sagten, dass nichts gefunden wurde.",
            [("Die Ermittler, die seit Montag suchen", "sagten", "asserts", ["dass nichts gefunden wurde"])],
        ),
        (
            "Der Koch glaubt nicht, dass das Tor offen war.",
            [("Der Koch", "glaubt", "doubts", ["dass das Tor offen war"])],
        ),
        ("Lund betonte: Der Damm hält.", [("Lund", "betonte", "asserts", ["Der Damm hält"])]),
        (
            "„Das ist gut“, findet Lund. Der Rat lehnt den Plan ab.",
            [("Lund", "findet", "asserts", ["„Das ist gut“"]), ("Der Rat", "lehnt", "denies", ["den Plan"])],
        ),
        (
            "Einwohner berichteten von „lauten Schlägen“.",
            [("Einwohner", "berichteten", "asserts", ["von „lauten Schlägen“"])],
        ),
        ("Kritiker werfen Lund vor, zu schweigen.", [("Kritiker", "werfen", "accuses", ["zu schweigen"])]),
        (
            "Aus Sicht der Gilde ist der Lohn zu niedrig.",
            [("der Gilde", "Aus Sicht", "reports", ["ist der Lohn zu niedrig"])],
        ),
        ("Das bestätigte eine Sprecherin der Feuerwehr auf Anfrage.", []),
        ("Er las die Zeitung „Tarner Bote“ und trank Tee.", []),
        (
            "»Der Damm hält«, sagte die Bürgermeisterin.",
            [("die Bürgermeisterin", "sagte", "asserts", ["»Der Damm hält«"])],
        ),
        ("„Der ‚alte‘ Damm hält“, sagte Lund.", [("Lund", "sagte", "asserts", ["„Der ‚alte‘ Damm hält“"])]),
        (
            "Die Brücke ist zu. Das teilte die Stadt am Dienstag mit.",
            [("die Stadt", "teilte", "asserts", ["Die Brücke ist zu"])],
        ),
        (
            "„Wir haben gewonnen.“ Das sagte der Trainer am Abend.",
            [("der Trainer", "sagte", "asserts", ["„Wir haben gewonnen.“"])],
        ),
        (
            "Bürgermeisterin Ada Lund: „Der Damm hält.“",
            [("Bürgermeisterin Ada Lund", ":", "asserts", ["„Der Damm hält.“"])],
        ),
        ("Lund sagte dem Tarner Boten, der Damm halte.", [("Lund", "sagte", "asserts", ["der Damm halte"])]),
        ("Den Bericht wies der Minister zurück.", []),
        ("Man kann sagen, dass es kalt war.", []),
        ("Wir glauben, dass es kalt war.", []),
        ("Einen Gedanken zu erklären, dauert lange.", []),
        ("Das Glauben fällt ihm schwer, dass es brennt.", []),
        ("Der Plan wurde gefordert, dass er hilft.", []),
        (
            "Die Polizei bestätigte, dass zwei Männer, die am Montag kamen, verhaftet sind.",
            [("Die Polizei", "bestätigte", "asserts", ["dass zwei Männer, die am Montag kamen, verhaftet sind"])],
        ),
        (
            "Dr. Ada Lund sagte: „Es ist der 3. Versuch.“ Dann ging sie.",
            [("Dr. Ada Lund", "sagte", "asserts", ["„Es ist der 3. Versuch.“"])],
        ),
    ],
)
def test_quotations(text: str, expected: list[Seen]) -> None:
    assert seen(text, "de") == expected


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.words)
def test_every_verb_attributes_in_its_example(verb: Verb) -> None:
    ((source, cue, stance, content),) = seen(verb.example, "de")
    assert source
    assert cue
    assert content
    assert stance == verb.stance


@pytest.mark.parametrize(
    ("source", "expected", "words"),
    [
        ("Bürgermeisterin Ada Lund", "named", "Ada Lund"),
        ("Ada Lund, Sprecherin der Werft,", "named", "Ada Lund"),
        ("Ein Sprecher der Polizei", "official", "Sprecher"),
        ("Eine Polizeisprecherin", "official", "Polizeisprecherin"),
        ("Ein Sprecher von Ada Lund", "official", "Sprecher"),
        ("Ein Beamter, der anonym bleiben will,", "anonymous", "anonym"),
        ("Anwohner", "anonymous", "Anwohner"),
        ("Die ETA", "named", "ETA"),
        ("Der Bericht", "document", "Bericht"),
        ("Sie", "unknown", None),
    ],
)
def test_classes_of_speakers(source: str, expected: str, words: str | None) -> None:
    (found,) = read(f"{source} sagte, der Damm halte.", "de").quotations
    shown = found.speaker_class_words
    assert (found.speaker_class, shown.words if shown else None) == (expected, words)


def test_who_is_named_as_a_source_is_a_mention() -> None:
    text = "„Der Damm hält“, sagte Bürgermeisterin Ada Lund. Lund sagte, die Brücke sei zu. Anwohner klagten: „Laut.“"
    mentions = read(text, "de").mentions
    assert [(m.passage.words, m.name, m.title) for m in mentions] == [
        ("Bürgermeisterin Ada Lund", "Ada Lund", "Bürgermeisterin"),
        ("Lund", "Lund", None),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Am 3. März kam Dr. Lund. Sie blieb.", 2),
        ("Er zahlte 4.000 Euro z. B. für Brot. Dann ging er.", 2),
        ("„Der Damm hält. Wir sind froh.“ Das sagte Lund.", 2),
        ("Im Jahr 2020. Dann war Ruhe.", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(read(text, "de").sentences) == count


@pytest.mark.parametrize(
    "text", ["", "„", "“", "sagte", "„sagte“", "sagte : „", "laut", "so", ", so", "Wie", "es heißt es", "und " * 300]
)
def test_odd_texts_never_fail(text: str) -> None:
    for code in ("de", "fr", None):
        for found in read(text, code).quotations:
            for part in (*found.content, *found.verbatim):
                assert text[part.start : part.end] == part.words


def test_an_unknown_language_gives_what_stands_between_marks() -> None:
    text = "El dique aguanta. «El dique aguanta y hemos revisado cada piedra», dijo la alcaldesa."
    assert seen(text, None) == [(None, None, "asserts", ["«El dique aguanta y hemos revisado cada piedra»"])]
    (found,) = read(text, None).quotations
    assert found.unresolved


PIECES = st.sampled_from(
    [
        "Lund",
        "sagte",
        "die Polizei",
        "der Damm",
        "halte",
        "sei",
        ",",
        ".",
        ":",
        "„",
        "“",
        "»",
        "«",
        "‚",
        "‘",
        '"',
        "?",
        "laut",
        "so",
        "wie",
        "teilte",
        "mit",
        "dass",
        "hat",
        "erklärt",
        "zu",
        "3.",
        "März",
        "\n\n",
        "(",
        ")",
        "’",
        "z. B.",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join), st.sampled_from(["de", "fr", None]))
def test_whatever_is_read_stands_there_and_in_order(text: str, code: str | None) -> None:
    annotation = read(text, code)
    assert annotation == read(text, code)
    starts = [q.content[0].start for q in annotation.quotations]
    assert starts == sorted(starts)
    for q in annotation.quotations:
        given_parts = [part for part in (q.cue, q.source, q.speaker_class_words) if part]
        for part in (*q.content, *q.verbatim, *given_parts):
            assert text[part.start : part.end] == part.words
            assert part.words.strip()
            assert "\n\n" not in part.words
