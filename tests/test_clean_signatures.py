"""Who signs a text, a picture, and which media a text cites: tables of invented lines in many languages."""

from __future__ import annotations

import pytest

from crosswire.clean.page import clean_page
from crosswire.clean.signed.cited import cited_media
from crosswire.clean.signed.credits import closing_credit, credit_names, owner_of, phrased_credit
from crosswire.clean.signed.picture_credits import is_video, photo_credit
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import CreditKind, Report

LEXICONS = load_lexicons()
AGENCIES = LEXICONS.agencies


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The piers fell.–AFP", ("AFP",)),
        ("The piers fell. (Reuters)", ("Reuters",)),
        ("The piers fell. /IANS", ("IANS",)),
        ("The piers fell. – AP/AFP", ("AP", "AFP")),
        ("The piers fell.–NPA", ("NPA",)),
        ("The piers fell. (Monday)", None),
        ("The piers fell. With inputs from PTI", ("PTI",)),
        ("The piers fell. (With inputs from ANI)", ("ANI",)),
        ("With inputs from agencies", None),
        ("(With PTI inputs)", None),
        ("— with files from The Canadian Press", ("CP",)),
        ("With files from Reuters and AP", ("Reuters", "AP")),
        ("Source: Reuters", ("Reuters",)),
        ("Source: the mayor's office", None),
        ("The piers fell. Source: AFP", ("AFP",)),
        ("Quelle: dpa", ("dpa",)),
        ("Quelle: dpa/AFP", ("dpa", "AFP")),
        ("Die Pfeiler fielen. (dpa)", ("dpa",)),
        ("Die Pfeiler fielen. (mit dpa)", ("dpa",)),
        ("(jz/AFP)", ("AFP",)),
        ("(dpa/lnw)", ("dpa",)),
        ("Die Pfeiler fielen. (APA, dpa)", ("APA", "dpa")),
        ("Mit Material von dpa und AFP", ("dpa", "AFP")),
        ("Les piles sont tombées. (AFP)", ("AFP",)),
        ("Les piles sont tombées. (avec AFP)", ("AFP",)),
        ("Avec AFP", ("AFP",)),
        ("Source : AFP", ("AFP",)),
        ("Los pilares cayeron. EFE", ("EFE",)),
        ("Con información de EFE y AFP", ("EFE", "AFP")),
        ("Fuente: Europa Press", ("Europa Press",)),
        ("Com informações da Agência Brasil", ("Agencia Brasil",)),
        ("Fonte: ANSA", ("ANSA",)),
        ("I piloni sono caduti. (ANSA)", ("ANSA",)),
        ("Bron: ANP", ("ANP",)),
        ("Källa: TT", ("TT",)),
        ("Kilde: Ritzau", ("Ritzau",)),
        ("Źródło: PAP", ("PAP",)),
        ("Filary runęły. (PAP)", ("PAP",)),
        ("Источник: ТАСС", ("TASS",)),
        ("По материалам РИА Новости", ("RIA Novosti",)),
        ("Опоры упали. (Интерфакс)", ("Interfax",)),
        ("المصدر: رويترز", ("Reuters",)),
        ("انهارت الدعائم. (رويترز)", ("Reuters",)),
        ("المصدر: وكالات", None),
        ("来源：新华社", ("Xinhua",)),
        ("桥墩倒塌。（新华社）", ("Xinhua",)),
        ("來源：中央社", ("Focus Taiwan",)),
        ("Kaynak: AA", ("Anadolu",)),
        ("The Associated Press contributed to this report.", ("AP",)),
        ("Associated Press writer Ana Ruiz in Ostra contributed to this report.", ("AP",)),
        ("Ana Ruiz contributed to this report.", None),
        ("Additional reporting by Reuters", ("Reuters",)),
        ("Additional reporting by Ana Ruiz", None),
        ("Exports to the AP region contributed to this rise", None),
        ("the spa. (SPA)", ("SPA",)),
        ("He went to the SPA", None),
        ("It fell. Petra", None),
        ("It fell. –Petra", ("Petra",)),
        ("With the AP he fought for years", None),
        ("It fell. AP", ("AP",)),
        ("He reads AP", None),
        ("Agencies", None),
        ("AFP and agencies", ("AFP",)),
        ("It fell. PTI SKV", None),
        ("(Reporting by Ana Ruiz; Editing by Tom Hill)", ("Reuters",)),
        (
            "Reporting by Ana Ruiz; Editing by Tom Hill Our Standards: The Thomson Reuters Trust Principles.",
            ("Reuters",),
        ),
        ("From wire reports", None),
        ("It fell. — Bloomberg", ("Bloomberg",)),
        ("It fell. ANI", ("ANI",)),
        ("It fell. (Xinhua) Enditem", ("Xinhua",)),
        ("It fell. Enditem", ("Xinhua",)),
        ("“It fell,” Ruiz said. AFP", ("AFP",)),
        ("The Enditem fell", None),
        ("It fell.(AP)", ("AP",)),
        ("(AP, AFP, Reuters)", ("AP", "AFP", "Reuters")),
        ("It fell. ©AFP", None),
        ("MAP", None),
        ("(MAP)", ("MAP",)),
        ("AFP", ("AFP",)),
    ],
)
def test_text_credits(words: str, names: tuple[str, ...] | None) -> None:
    cut = closing_credit(words, AGENCIES)
    found = cut.names if cut else credit_names(words, AGENCIES) or phrased_credit(words, AGENCIES) or None
    assert found == names
    if cut:
        assert not words[: cut.start].rstrip() or words[: cut.start].rstrip()[-1] in ".。"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The mayor at the bridge. — AP", ("AP",)),
        ("The mayor at the bridge. (AP Photo/Ole Berg)", ("AP",)),
        ("Photo: Ole Berg", ()),
        ("The mayor spoke at the bridge.", None),
        ("Foto: Ole Berg/dpa", ("dpa",)),
        ("Foto: dpa", ("dpa",)),
        ("Der Hafen. Foto: Ole Berg/dpa", ("dpa",)),
        ("Bild: Keystone", ("Keystone",)),
        ("Bildquelle: imago images", ("Imago",)),
        ("Photo d'illustration: AFP", ("AFP",)),
        ("Crédit photo : AFP", ("AFP",)),
        ("© AFP", None),
        ("AFP/File", ("AFP",)),
        ("The harbour of Karsund AFP/File", ("AFP",)),
        ("Reuters/Archive", ("Reuters",)),
        ("Фото: ТАСС", ("TASS",)),
        ("Фото: Ole Berg / РИА Новости", ("RIA Novosti",)),
        ("图片来源：新华社", ("Xinhua",)),
        ("图：路透社", ("Reuters",)),
        ("تصوير: رويترز", ("Reuters",)),
        ("الصورة: أ ف ب", ("AFP",)),
        ("Imagen: EFE", ("EFE",)),
        ("Foto de archivo: EFE", ("EFE",)),
        ("Fot. PAP", None),
        ("Zdjęcie: PAP", ("PAP",)),
        ("Kuva: Lehtikuva", ("Lehtikuva",)),
        ("写真：共同", ("Kyodo",)),
        ("Ole Berg/Getty Images", ("Getty Images",)),
        ("Ole Berg via AP", None),
        ("(Ole Berg via AP)", ("AP",)),
        ("新华社记者王某 摄", ("Xinhua",)),
        ("사진: 연합뉴스", ("Yonhap",)),
        ("(REUTERS/Ole Berg)", ("Reuters",)),
        ("Photo by Ole Berg/EPA", ("EPA",)),
        ("The photo by which we know him hangs in the town hall.", None),
        ("HANDOUT via REUTERS", None),
    ],
)
def test_picture_credits(words: str, names: tuple[str, ...] | None) -> None:
    assert photo_credit(words, AGENCIES) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The deal is off, reported The Washington Post.", ["The Washington Post"]),
        ("“We sign,” she told Reuters on Monday.", ["Reuters"]),
        ("The state news agency TASS reported the deal.", ["TASS"]),
        ("She walked past the CNN building.", []),
        ("He told the Ostra Tribune that he would go.", ["Ostra Tribune"]),
        ("The Karsund Herald reported on Monday that it fell.", ["The Karsund Herald"]),
        ("He told Senate Leader Ana Ruiz to go.", []),
        ("He told The Post to go.", []),
        ("according to the Ostra Daily News.", ["Ostra Daily News"]),
        ("In an interview with PTI, she said no.", ["PTI"]),
        ("the PTI said it would stay in the coalition", []),
        ("It was first reported by Politico.", ["Politico"]),
        ("a-t-elle déclaré à l'AFP lundi.", ["AFP"]),
        ("selon Reuters, le pont est tombé", ["Reuters"]),
        ("selon l’agence Reuters, le pont", ["Reuters"]),
        ("según informó la agencia EFE", ["EFE"]),
        ("dijo a EFE el alcalde", ["EFE"]),
        ("sagte der dpa", ["dpa"]),
        ("wie die Nachrichtenagentur AFP berichtet", ["AFP"]),
        ("laut dpa ist die Brücke zu", ["dpa"]),
        ("сообщает ТАСС", ["TASS"]),
        ("передает агентство Интерфакс", ["Interfax"]),
        ("قال العمدة لرويترز إن الجسر", ["Reuters"]),
        ("ذكرت وكالة الأناضول أن", ["Anadolu"]),
        ("据新华社报道，桥", ["Xinhua"]),
        ("市长告诉路透社", ["Reuters"]),
        ("riferisce l'ANSA", ["ANSA"]),
        ("in an appearance on Fox News", ["Fox News"]),
        ("the Getty Images building", []),
        ("told WKLM that it fell", ["WKLM"]),
        ("told Ana Ruiz that it fell", []),
        ("according to the Ostra County Medical Examiner's office", []),
        ("quoted by IRNA as saying", ["IRNA"]),
        ("IRNA quoted him as saying", ["IRNA"]),
        ("on the MENA region reports", []),
        ("the EPA reported less smoke", []),
        ("He reads The New York Times every day.", []),
        ("The New York Times Co. rose 3 percent.", []),
        ("an AP reporter saw it", []),
        ("CNN's Ana Ruiz reported", ["CNN"]),
        ("CNN's Ana Ruiz arrived in Ostra.", []),
        ("CNN's J. Ana Ruiz reported", ["CNN"]),
        ("He was a guest of CNN's Ruiz. Hill described the bridge.", []),
        ("Ana Ruiz of The New York Times then describes the fall.", ["The New York Times"]),
        ("Ana Ruiz of The New York Times was there.", []),
        ("In a video uncovered by Fox News, she sings.", ["Fox News"]),
        ("according to REUTERS", ["Reuters"]),
    ],
)
def test_cited_media(text: str, names: list[str]) -> None:
    assert [credit.name for credit in cited_media(text, LEXICONS, ())] == names


def test_a_report_does_not_cite_its_own_house() -> None:
    text = "“We go,” she told the Ostra Tribune. She had told Reuters so."
    assert [credit.name for credit in cited_media(text, LEXICONS, ("The Ostra Tribune",))] == ["Reuters"]


def test_the_label_says_what_is_credited() -> None:
    assert phrased_credit("Text: dpa, Foto: AP", AGENCIES) == ("dpa",)
    assert is_video("Video: Reuters", AGENCIES)
    assert not is_video("Foto: Reuters", AGENCIES)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Copyright 2026 The Associated Press. All rights reserved.", ("AP",)),
        ("© 2026 AFP", ("AFP",)),
        ("© Thomson Reuters 2026", ("Reuters",)),
        ("© 2026 The Ostra Tribune", ()),
        ("© dpa/Ana Ruiz", ()),
        ("© 2026 Ostra Tribune. AP contributed.", ()),
    ],
)
def test_copyright_lines(words: str, names: tuple[str, ...]) -> None:
    assert owner_of(words, AGENCIES) == names


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("the MENA region", ()),
        ("CAIRO (MENA) —", ("MENA",)),
        ("Petra Holm said", ()),
        ("AMMAN (Petra) —", ("Petra",)),
        ("an AA meeting", ()),
        ("Foto: AA", ("Anadolu",)),
        ("the EPA said", ()),
        ("Ole Berg/EPA", ("EPA",)),
        ("told PTI on Monday", ("PTI",)),
        ("PTI said it would leave the coalition", ()),
        ("a map of UNI and TAP", ()),
        ("قال لرويترز", ("Reuters",)),
        ("据新华社报道", ("Xinhua",)),
        ("the keystone of the bridge", ()),
        ("a trend in the ats of the town", ()),
    ],
)
def test_forms_that_are_words_too(words: str, named: tuple[str, ...]) -> None:
    assert tuple(agency.name for agency, _, _ in AGENCIES.within(words)) == named


def test_the_lexicon_of_agencies() -> None:
    assert len(AGENCIES.entries) > 200
    forms = [form for agency in AGENCIES.entries for form in (agency.name, *agency.aliases)]
    assert len(forms) == len(set(forms))
    assert all(set(agency.words) <= {agency.name, *agency.aliases} for agency in AGENCIES.entries)


PARAGRAPHS = (
    "The council of Ostra voted on Tuesday to pull down the old bridge after engineers found cracks in its piers.",
    "Traders in the lower town said that they feared for their customers and asked for a ferry over the winter.",
    "The mayor, Ana Ruiz, told Reuters that the work would begin in spring and last until the autumn of next year.",
    "Engineers had warned in May that the piers would not stand another flood like the one of two years ago.",
)


def cleaned(*lines: str, credit: str | None = None) -> Report:
    page = Page("p", "\n\n".join(lines), False, title="Ostra votes to pull down bridge", credit=credit)
    report = clean_page(page, lexicons=LEXICONS)
    assert isinstance(report, Report)
    return report


def test_credits_of_a_page() -> None:
    first, *rest = PARAGRAPHS
    report = cleaned("Ostra votes to pull down bridge", f"OSTRA, Ume (AP) — {first}", *rest, "With inputs from PTI")
    assert report.dateline is not None
    assert (report.dateline.place, report.dateline.agency) == ("Ostra, Ume", "AP")
    found = {(credit.name, credit.what) for credit in report.credits}
    assert found == {("AP", CreditKind.TEXT), ("PTI", CreditKind.TEXT), ("Reuters", CreditKind.CITED)}
    assert "With inputs" not in report.text


def test_the_containers_credit_leads() -> None:
    report = cleaned("Ostra votes to pull down bridge", *PARAGRAPHS, credit="Agence France-Presse")
    assert (report.credits[0].name, report.credits[0].what) == ("AFP", CreditKind.TEXT)


def test_an_agency_before_the_date_signs_the_text() -> None:
    report = cleaned(
        "Ostra votes to pull down bridge", "The Associated Press | Tuesday, March 3, 2026, 11:30 a.m.", *PARAGRAPHS
    )
    assert ("AP", CreditKind.TEXT) in {(credit.name, credit.what) for credit in report.credits}
    assert report.published_at.value == "2026-03-03T11:30"


def test_an_agency_alone_between_paragraphs_signs_a_picture() -> None:
    first, *rest = PARAGRAPHS
    report = cleaned("Ostra votes to pull down bridge", first, "AFP", *rest)
    assert [(c.name, c.what) for c in report.credits if c.name == "AFP"] == [("AFP", CreditKind.PHOTO)]
    report = cleaned("Ostra votes to pull down bridge", *PARAGRAPHS, "AFP")
    assert [(c.name, c.what) for c in report.credits if c.name == "AFP"] == [("AFP", CreditKind.TEXT)]


def test_turns_of_a_transcript_are_no_datelines() -> None:
    turns = [
        f"{name}: The bridge will stay shut until autumn, says the council, and the ferry will run."
        for name in ("VARGA", "HOLMES", "VARGA", "HOLMES", "VARGA")
    ]
    assert cleaned("Ostra votes to pull down bridge", *turns).dateline is None


def test_no_line_takes_long() -> None:
    for words in (
        "\xa0" * 30_000 + "AP",
        "AP, " * 9_000,
        "Foto: " * 9_000,
        "told the " * 9_000,
        "(" * 50_000 + "AP",
        "With files from " * 3_000,
    ):
        closing_credit(words, AGENCIES)
        photo_credit(words, AGENCIES)
        is_video(words, AGENCIES)
        assert len(cited_media(words, LEXICONS, ())) <= 1
