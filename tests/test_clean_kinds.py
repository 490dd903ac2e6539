"""What kind of furniture a line is, by its words in several languages and by its place; loose ends of a report."""

from __future__ import annotations

import numpy as np
import pytest

from crosswire.clean.lines.decide import best_sequence, without_loose_ends
from crosswire.clean.lines.kinds import TEASER, furniture_kinds, own_kind, own_kinds
from crosswire.clean.lines.traits import NAMES, is_dated, is_sentence, traits
from crosswire.lexicons.load import load_lexicons

LEXICONS = load_lexicons()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Lesen Sie auch: Brücke in Ostra bleibt gesperrt", "related"),
        ("À lire aussi", "related"),
        ("Publicidad", "advert"),
        ("Continua após a publicidade", "advert"),
        ("Читайте также", "related"),
        ("関連記事", "related"),
        ("版权所有 未经授权不得转载", "legal"),
        ("Schrijf je in voor onze nieuwsbrief", "newsletter"),
        ("Twój adres e-mail nie zostanie opublikowany", "comment"),
        ("Story continues below", "advert"),
        ("11:40 a.m.", "date"),
        ("Auch lesen können viele der Kinder noch nicht, sagte die Lehrerin.", None),
        ("Teilen der Stadt fehlte am Abend der Strom.", None),
        ("Anuncios de obras llegaron a Ostra tres veces, y nadie vio un obrero, dijo la alcaldesa.", None),
    ],
)
def test_own_kind(line: str, kind: str | None) -> None:
    found = own_kind(line, lexicons=LEXICONS)
    assert (found[0].value if found else None) == kind


@pytest.mark.parametrize(
    ("line", "place", "kind"),
    [
        ("Karsund opens its new harbour after years", 0, "related"),
        ("Strike ends in the hill districts", 3, "related"),
        ("The harbour was opened on Monday.", 3, "other"),
        ("Ostra", 0, "navigation"),
    ],
)
def test_kind_by_place(line: str, place: int, kind: str) -> None:
    lines = ["Home", "The bridge was closed.", "The ferry sails.", "Sport"]
    lines[place] = line
    kept = [False, True, True, False]
    kinds = furniture_kinds(lines, own_kinds(lines, lexicons=LEXICONS), (1, 3), kept, lexicons=LEXICONS)
    assert kinds[place][0].value == kind
    assert kind != "related" or kinds[place][1] == TEASER


@pytest.mark.parametrize(
    ("kept", "scores", "sentences", "left"),
    [
        ("1110", (0.3, 5, 4, -3), "0110", "0110"),  # a title above the first sentence
        ("0111", (-3, 5, 4, 0.3), "0110", "0110"),
        ("1110", (3, 5, 4, -3), "0110", "1110"),  # a likely one stays
        ("111111", (5, 4, 0.1, 0.1, 0.1, 0.1), "110000", "111111"),  # a list stays
        ("111", (0.3, 0.3, 0.3), "000", "111"),  # so does a text without sentences
        ("111", (5, 0.1, 5), "101", "111"),
    ],
)
def test_loose_ends(kept: str, scores: tuple[float, ...], sentences: str, left: str) -> None:
    found = without_loose_ends([k == "1" for k in kept], np.array(scores), [s == "1" for s in sentences])
    assert "".join("01"[keep] for keep in found) == left


def test_changing_sides_costs() -> None:
    assert best_sequence((5.0, -0.5, 5.0), 0.8) == (True, True, True)
    assert best_sequence((5.0, -3.0, 5.0), 0.8) == (True, False, True)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Die Brücke in Ostra bleibt bis zum Winter gesperrt, sagte die Bürgermeisterin am Montag.", True),
        ("Мост в Остре останется закрытым до зимы, сказала в понедельник мэр города.", True),
        ("Most w Ostrze pozostanie zamknięty do zimy, powiedziała w poniedziałek burmistrz.", True),
        ("オストラの橋は冬まで閉鎖されると、市長が月曜日に述べた。", True),
        ("Ostra Linden Karsund Umberg Varga Straten Holmes.", False),
        ("The bridge in Ostra will stay closed until the winter and", False),
    ],
)
def test_sentences_of_several_languages(line: str, sentence: bool) -> None:
    assert is_sentence(line, LEXICONS.function_words) is sentence


def test_a_line_of_megabytes_is_weighed_by_its_beginning() -> None:
    table, telling = traits(["The bridge in Ostra was closed on Monday. " * 100_000], LEXICONS)
    assert table.shape == (1, len(NAMES))
    assert telling == [{"bridge", "Ostra", "closed", "Monday"}]


@pytest.mark.parametrize(
    ("words", "dated"),
    [
        ("Ostra, March 3", True),
        ("(Mar. 3)", True),
        ("on 3 March the lock", True),
        ("3/3/2026", True),
        ("at 12:30", True),
        ("2 hours ago", True),
        ("March 1931 was cold", False),  # a year is no day
        ("the 12 months of the year", False),
        ("v3 March", False),
        ("12:301", False),
        ("Lock 3", False),
    ],
)
def test_a_day_a_clock_or_an_age_dates_a_line(words: str, dated: bool) -> None:
    assert is_dated(words) is dated
