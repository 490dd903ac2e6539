"""Datelines: tables of lines, invented, in the forms of many papers and languages, and lines that only look so."""

from __future__ import annotations

import pytest

from crosswire.clean.signed.dateline import find_dateline, lone_dateline
from crosswire.clean.signed.opening import Opening
from crosswire.lexicons.load import load_lexicons

LEXICONS = load_lexicons()


def found(words: str) -> Opening | None:
    return find_dateline(words, agencies=LEXICONS.agencies, geography=LEXICONS.geography)


@pytest.mark.parametrize(
    ("words", "place", "agency"),
    [
        ("PARIS (AFP) - The", "Paris", "AFP"),
        ("(Reuters) - The port", None, "Reuters"),
        ("MOSCOW/KYIV, March 3 (Reuters) - The", "Moscow/Kyiv", "Reuters"),
        ("WASHINGTON, D.C. – The port", "Washington, D.C.", None),
        ("NEW YORK, AP — The port is", "New York", "AP"),
        ("GENEVA — The port", "Geneva", None),
        ("[CAIRO] The port is shut.", "Cairo", None),
        ("Москва, 3 марта. /ТАСС/. Порт закрыт.", "Москва", "TASS"),
        ("Москва. 3 марта. INTERFAX.RU - Порт закрыт.", "Москва", "Interfax"),
        ("新华社北京3月4日电（记者王某）港口关闭。", "北京", "Xinhua"),
        ("(法新社巴黎4日电) 港口关闭。", "巴黎", "AFP"),
        ("القاهرة (رويترز) - أغلق الميناء", "القاهرة", "Reuters"),
        ("Berlin (dpa) - Der Hafen", "Berlin", "dpa"),
        ("París, 4 mar (EFE).- El puerto", "París", "EFE"),
        ("ROMA, 04 MAR - Il porto", "Roma", None),
        ("Brüssel/Berlin – Der Hafen", "Brüssel/Berlin", None),
        ("NEW DELHI | The port is shut today and the next.", "New Delhi", None),
        ("moscow (AP) — The port", "Moscow", "AP"),
        ("GENEVA: The port is shut.", "Geneva", None),
        ("KUALA LUMPUR, March 4 (Bernama) -- The port", "Kuala Lumpur", "Bernama"),
        ("HANOI, March 4 (VNA) – The port", "Hanoi", "VNA"),
        ("TOKYO, March 4 Kyodo - The port", "Tokyo", "Kyodo"),
        ("Tehran, March 4, IRNA – The port", "Tehran", "IRNA"),
        ("RAMALLAH, Tuesday, March 4, 2026 (WAFA) – The port", "Ramallah", "WAFA"),
        ("ABU DHABI, 4th March, 2026 (WAM) -- The port", "Abu Dhabi", "WAM"),
        ("ISLAMABAD, Mar 04 (APP):The port", "Islamabad", "APP"),
        ("Accra, March 4, GNA - The port", "Accra", "GNA"),
        ("MOSCOW, March 3. /TASS/. The port", "Moscow", "TASS"),
        ("MINSK, 4 March (BelTA) - The port", "Minsk", "BelTA"),
        ("ASTANA. KAZINFORM - The port", "Astana", "Kazinform"),
        ("Baku, Azerbaijan, March 4. Trend: The port", "Baku, Azerbaijan", "Trend"),
        ("Baku, March 4, AZERTAC The port", "Baku", "Azertac"),
        ("YEREVAN, MARCH 4, ARMENPRESS. The port", "Yerevan", "Armenpress"),
        ("KYIV. March 4 (Interfax-Ukraine) – The port", "Kyiv", "Interfax-Ukraine"),
        ("New Delhi [India], March 3 (ANI): The port", "New Delhi", "ANI"),
        ("London CNN — The port", "London", "CNN"),
        ("LINDBY /KVN/ – The port", "Lindby", "KVN"),
        ("(New York, NY - November 21) The port", "New York, NY", None),
        ("(Linden Sports Network) - The port", None, "Linden Sports Network"),
        ("SAN DIEGO--(BUSINESS WIRE)--The port", "San Diego", "Business Wire"),
        ("NEW YORK, March 4, 2026 /PRNewswire/ -- The port", "New York", "PR Newswire"),
        ("TORONTO, March 04, 2026 (GLOBE NEWSWIRE) -- The port", "Toronto", "GlobeNewswire"),
        ("New Delhi | PTI | The port", "New Delhi", "PTI"),
        ("МОСКВА, 3 мар — РИА Новости. Порт закрыт.", "Москва", "RIA Novosti"),
        ("МИНСК, 4 марта (БелТА) - Порт", "Минск", "BelTA"),
        ("Київ. УНН. Порт", "Київ", "UNN"),
        ("Астана. Казинформ - Порт", "Астана", "Kazinform"),
        ("القاهرة - رويترز - أغلق", "القاهرة", "Reuters"),
        ("باريس (أ ف ب) - أغلق", "باريس", "AFP"),
        ("دمشق-سانا", "دمشق", "SANA"),
        ("عمان 4 آذار (بترا)-- أغلق", "عمان", "Petra"),
        ("(中央社記者王小明台北4日電)港口", "台北", "Focus Taiwan"),
        ("路透社伦敦3月4日电 港口", "伦敦", "Reuters"),
        ("中新网北京3月4日电 港口", "北京", "China News Service"),
        ("【北京共同】港", "北京", "Kyodo"),
        ("[東京 4日 ロイター] - 港", "東京", "Reuters"),
        ("【3月4日 AFP】港", None, "AFP"),
        ("(서울=연합뉴스) 김철수 기자 = 항구", "서울", "Yonhap"),
        ("Berlin. Der Hafen ist seit gestern für alle Schiffe gesperrt.", "Berlin", None),
        ("MADRID.- El puerto", "Madrid", None),
        ("Roma, 4 mar. (askanews) - Il porto", "Roma", "Askanews"),
        ("MADRID 4 Mar. (EUROPA PRESS) - El puerto", "Madrid", "Europa Press"),
        ("Lisboa, 04 mar 2026 (Lusa) – O porto", "Lisboa", "Lusa"),
        ("PARIS, le 4 mars (AFP) - Le port", "Paris", "AFP"),
        ("Praha 4. března (ČTK) - Přístav", "Praha", "CTK"),
        ("Budapest, 2026. március 4., szerda (MTI) - A kikötő", "Budapest", "MTI"),
        ("ZAGREB, 4. ožujka 2026. (Hina) - Luka", "Zagreb", "HINA"),
        ("Bucureşti, 4 mar /Agerpres/ - Portul", "Bucureşti", "Agerpres"),
        ("København /ritzau/ - Havnen", "København", "Ritzau"),
        ("Wien (APA) - Der Hafen", "Wien", "APA"),
        ("Beirut - NNA - The port", "Beirut", "NNA"),
        ("UNITED NATIONS (AP) — The port", "United Nations", "AP"),
        ("THE HAGUE, Netherlands (AP) — The", "The Hague, Netherlands", "AP"),
        ("ABOARD AIR FORCE ONE (AP) — The", "Aboard Air Force One", "AP"),
        ("WASHINGTON (AP/KTLA) — The", "Washington", "AP"),
        ("(WGN) — The port", None, "WGN"),
        ("Washington (CNN)The port", "Washington", "CNN"),
        ("Washington (CNN)", "Washington", "CNN"),
        ("HELSINKI(Reuters) The", "Helsinki", "Reuters"),
        ("WASHINGTON — (AP) President", "Washington", "AP"),
        ("RIO DE JANEIRO (Reuters) - The", "Rio de Janeiro", "Reuters"),
        ("ST. LOUIS — The port", "St. Louis", None),
        ("SRINAGAR: The port was shut on Monday by the council.", "Srinagar", None),
        ("KULGAM: The port was shut on Monday by the council of the town.", "Kulgam", None),
        ("Washington - The port", "Washington", None),
        ("Geneva, 4 March 2026 – The port", "Geneva", None),
        ("(Geneva, 4 March 2026) – The port", "Geneva", None),
        ("(Beirut) – The port", "Beirut", None),
        ("İSTANBUL (AA) - Liman", "İstanbul", "Anadolu"),
        ("Jakarta (ANTARA) - The", "Jakarta", "Antara"),
        ("KYIV, Ukraine/WASHINGTON, Sept. 3 (Reuters) — The", "Kyiv, Ukraine/Washington", "Reuters"),
        ("BRUSSELS and PARIS (AP) — The", "Brussels and Paris", "AP"),
        ("PORT SOREL, March 4 (NPA) - The", "Port Sorel", "NPA"),
        ("March 4 (UPI) —  The port", None, "UPI"),
        ("LONDON, April 3 — The", "London", None),
        ("WASHINGTON: The", "Washington", None),
        ("CHICAGO (WLS) -- The port", "Chicago", "WLS"),
        ("BUENOS AIRES.- El puerto fue cerrado ayer por la tarde.", "Buenos Aires", None),
        ("TEHRAN, Mar. 04 (MNA) – The", "Tehran", "MNA"),
        ("Ciudad de México.- El puerto fue cerrado ayer por la tarde.", "Ciudad de México", None),
        ("Colombo, March 4 (Xinhua)- The port", "Colombo", "Xinhua"),
        ("DAMASCUS, (SANA) - The", "Damascus", "SANA"),
        ("TOPEKA, Kan. (AP) _ The", "Topeka, Kan.", "AP"),
        ("TOPEKA, Kan. — The port", "Topeka, Kan.", None),
        ("Los Angeles—The port", "Los Angeles", None),
        ("PITTSBURGH, PA – The port is shut", "Pittsburgh, PA", None),
        ("Karlsruhe, (12.11.2021). Der Hafen ist seit gestern für alle gesperrt", "Karlsruhe", None),
        ("MOUNTAINTOWN, Ark.-- - The port", "Mountaintown, Ark.", None),
        ("Wien (epdÖ) – Der Hafen", "Wien", "epdÖ"),
        ("NEWPORT NEWS, Va. - The port", "Newport News, Va.", None),
        ("LA PLATA, Md. — The port", "La Plata, Md.", None),
        ("AUGUSTA (WRDW) -- The port", "Augusta", "WRDW"),
        ('TOKYO — "We go," said the mayor', "Tokyo", None),
        ("CAIRO: “We go,” said the mayor", "Cairo", None),
        ("ЛОНДОН — Порт закрыт", "Лондон", None),
        ("LONG BEACH >> The port is shut", "Long Beach", None),
        ("KARSUND, Tenn.-The port is shut", "Karsund, Tenn.", None),
        ("OSTRA COUNTY • KARSUND, FLORIDA – The port is shut", "Ostra County • Karsund, Florida", None),
        ("ST CATHERINE, Jamaica — The port is shut", "St Catherine, Jamaica", None),
        ("WASHINGTON (CNN)\xa0 — The port is shut", "Washington", "CNN"),
        ("BRECKEN, MN - The port is shut", "Brecken, MN", None),
        ("SAN DIEGO (CNS) - The port is shut", "San Diego", "CNS"),
    ],
)
def test_datelines(words: str, place: str | None, agency: str | None) -> None:
    opening = found(words)
    assert opening is not None
    assert (opening.place, opening.agency) == (place, agency)
    rest = words[opening.end :]
    assert not rest.startswith((" ", "-", "–", "—", ":", ")"))
    assert agency is None or agency.casefold() not in rest.casefold()


@pytest.mark.parametrize(
    "words",
    [
        "VARGA — the man who came in from the cold — is here",
        "VARGA — The man. Varga said that he was",
        "UPDATE — The bridge is shut.",
        "WATCH — The bridge falls",
        "BREAKING: The bridge falls",
        "EXCLUSIVE - Bridge falls in Ostra",
        "BRIDGE FALLS IN OSTRA — Nine are hurt",
        "NATO — The alliance",
        "MEET THE PRESS — The show",
        "Paris — the capital of France — was shut",
        "Iran: The deal is off",
        "The council (AP) — a body",
        "Council Trade (CFT) — a charity",
        "Varga: no talks",
        "BLITZER: Thank you, Ana, we will be back in a while.",
        "據路透社報導，港口關閉",
        "Dr. Hill — The man",
        "U.S. — The",
        "COVID-19 — The",
        "London. Paris. Rome. These are the cities that we saw.",
        "LCI (Life Cycle Impulse) The mayor",
        "BREAKING NEWS: The port is shut",
        "USA: Die Wahl ist entschieden",
        "Rep. Ana Ruiz (R-S.C.): The port",
        "HOLM--Ana Ruiz, of Ostra, on March 3",
        "SENATOR RUIZ: The port is shut, and it will stay shut for the year.",
        "March 14 (Thursday) - The port is shut.",
        "WHO — The agency",
        "Geneva is shut — The port too",
        "Berlin, Paris und Rom. Drei Städte, in denen heute nichts mehr geht.",
        "СРОЧНО: Порт закрыт",
        "Varga: «Порт закрыт»",
    ],
)
def test_no_datelines(words: str) -> None:
    assert found(words) is None


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("HELSINKI", "Helsinki"),
        ("GLASGOW, Scotland", "Glasgow, Scotland"),
        ("LA PLATA, Md.", "La Plata, Md."),
        ("Port Sorel (AFP)", "Port Sorel"),
        ("МОСКВА", "Москва"),
        ("MOSCOW —", "Moscow"),
        ("PORT SOREL, March 3", "Port Sorel"),
        ("OSTRA, Ume, Sept. 3 -", "Ostra, Ume"),
        ("ANA RUIZ, March 3, 2031", None),
        ("WHAT NEXT", None),
        ("Helsinki", None),
        ("POLITICS", None),
        ("HELSINKI IS SHUT", None),
    ],
)
def test_lone_datelines(words: str, place: str | None) -> None:
    opening = lone_dateline(words, agencies=LEXICONS.agencies, geography=LEXICONS.geography)
    assert (opening.place if opening else None) == place


def test_time_does_not_grow_with_odd_lines() -> None:
    for words in (
        "A " * 50_000,
        "AB-" * 50_000,
        "OSTRA, " * 20_000,
        "(" * 50_000,
        "Published " + "A b " * 50_000,
        "京" * 50_000,
    ):
        assert found(words) is None


def test_a_state_in_capitals_is_no_house() -> None:
    opening = found("Sydney NSW — The port")
    assert opening is None or opening.agency is None


def test_labels_of_a_check_are_no_places() -> None:
    assert found("BEHAUPTUNG: Die alte Brücke in Ostra ist seit Montag wegen der Risse gesperrt.") is None
