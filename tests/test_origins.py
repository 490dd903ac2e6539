"""Who brought a report's words into the record."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest

from crosswire.errors import InputError
from crosswire.lexicons.load import load_lexicons
from crosswire.lexicons.notices import UNNAMED
from crosswire.model.annotation import Annotation, Quotation, QuotationKind, Sentence
from crosswire.model.relation import Link, LinkKind, Origin, OriginKind
from crosswire.model.report import Credit, CreditKind, Dateline, Flag, Paragraph, Report
from crosswire.model.when import UNKNOWN, Basis, When
from crosswire.relate.origins.citations import citations
from crosswire.relate.origins.houses import claims, credited_house, named_house, publisher_house
from crosswire.relate.origins.independence import passage_origins
from crosswire.relate.origins.order import published_before
from crosswire.relate.origins.origins import find_origins

WIRE = (
    "A fire on the ferry killed eleven people and left the captain missing, rescuers said on Tuesday. "
    "Helicopters lifted passengers from the burning deck while fishing boats circled in the smoke. "
    "The coastguard said it would go on searching through the night with lamps."
)
OWN = (
    "The harbour was closed to all traffic. Relatives waited in a school gym and were told nothing for hours. "
    "A baker brought bread for them, and the mayor went from one bench to the next without finding words. "
    "By evening most had gone home, and the names on the door had been crossed out one after the other. "
    "Nobody could say who had written the list, or why it was shorter in the morning than at midnight."
)


def report(
    name: str,
    text: str,
    publisher: str | None = None,
    *,
    date: str | None = None,
    credit: str | None = None,
    words: str | None = None,
    helped: bool = False,
) -> Report:
    credits = (Credit(credit, CreditKind.TEXT, words or f"({credit})", helped=helped),) if credit else ()
    when = When(date, Basis.GIVEN) if date else UNKNOWN
    return Report(
        name,
        text,
        (Paragraph(0, len(text)),),
        publisher=publisher,
        credits=credits,
        published_at=when,
        file=f"{name}.txt",
    )


def origins(*reports: Report) -> tuple[tuple[Origin, ...], tuple[Link, ...]]:
    return find_origins(reports, [Annotation(r.id) for r in reports], lexicons=load_lexicons())


def names(*reports: Report) -> dict[str, tuple[str, ...]]:
    return {origin.name: origin.reports for origin in origins(*reports)[0]}


def test_credit_names_the_agency() -> None:
    found, links = origins(report("a", WIRE, "Coast Daily", credit="AFP", words="–AFP"))
    assert [(o.id, o.name, o.kind) for o in found] == [("o1", "AFP", OriginKind.AGENCY)]
    assert [(link.kind, link.to_origin) for link in links] == [(LinkKind.CREDITED, "o1")]
    assert links[0].why == "The credit names AFP: “–AFP”."


def test_five_prints_of_one_agency_are_one_origin() -> None:
    prints = [report(f"r{n}", WIRE, f"Paper {n}", credit="AP") for n in range(5)]
    assert names(*prints) == {"AP": ("r0", "r1", "r2", "r3", "r4")}


def test_copy_without_credit_belongs_to_the_agency() -> None:
    found = names(report("a", WIRE, "Morning Post", credit="Reuters"), report("b", WIRE, "Evening Ledger"))
    assert found == {"Reuters": ("a", "b")}


def test_credited_copy_wins_over_an_earlier_one() -> None:
    early = report("a", WIRE, "Morning Post", date="2026-03-03T08:00Z")
    late = report("b", WIRE, "Evening Ledger", date="2026-03-03T18:00Z", credit="AP")
    assert names(early, late) == {"AP": ("a", "b")}


def test_an_agencys_own_page_is_the_source() -> None:
    page = replace(report("b", WIRE, date="2026-03-03T18:00Z"), url="https://apnews.com/article/1")
    found, links = origins(report("a", WIRE, "Evening Ledger", date="2026-03-03T08:00Z"), page)
    assert [(o.name, o.reports) for o in found] == [("AP", ("a", "b"))]
    assert links[0].why == "The page names AP: “https://apnews.com/article/1”."


def test_earlier_report_is_the_origin() -> None:
    early = report("b", WIRE, "Morning Post", date="2026-03-03T08:00Z")
    late = report("a", WIRE, "Evening Ledger", date="2026-03-03T18:00Z")
    found, links = origins(late, early)
    assert [(o.name, o.reports) for o in found] == [("Morning Post", ("b", "a"))]
    assert links[0].to_report == "b"
    assert "published earlier" in (links[0].why or "")


def test_unknown_direction_is_said_and_counted_once() -> None:
    found, links = origins(report("a", WIRE, "Morning Post"), report("b", WIRE, "Evening Ledger"))
    assert [(o.name, o.kind) for o in found] == [("Evening Ledger or Morning Post", OriginKind.UNKNOWN)]
    assert "not known" in (links[0].why or "")


def test_partly_rewritten_report_has_two_origins() -> None:
    wire = report("a", WIRE, "Morning Post", credit="AP")
    mixed = report("b", f"{WIRE[:192]} {OWN}", "Evening Ledger")
    found, links = origins(wire, mixed)
    assert {o.name: o.reports for o in found} == {"AP": ("a", "b"), "Evening Ledger": ("b",)}
    index = passage_origins(found, links, lexicons=load_lexicons())
    name = {o.id: o.name for o in found}
    assert name[index.origin(mixed.passage(0, 90))] == "AP"
    start = mixed.text.index("Relatives")
    assert name[index.origin(mixed.passage(start, start + 60))] == "Evening Ledger"
    assert index.origins([wire.passage(0, 40), mixed.passage(0, 90)]) == ("o1",)


def test_one_sentence_of_what_somebody_said_is_no_copy() -> None:
    said = "Two barns and a hay cart burned down near the mill at Orsk during the night, the fire brigade said."
    found, links = origins(report("a", f"{said} {WIRE}", "Morning Post"), report("b", f"{said} {OWN}", "Ledger"))
    assert (len(found), links) == (2, ())


def test_one_shared_sentence_is_a_link_and_no_origin() -> None:
    told = "Two barns and a hay cart burned down near the mill at Orsk while the farmer slept upstairs."
    own = report("b", f"{told} {OWN}", "Ledger", date="2026-03-03T10:00Z")
    found, links = origins(report("a", f"{told} {WIRE}", "Morning Post", date="2026-03-03T08:00Z"), own)
    assert [(o.name, o.reports) for o in found] == [("Morning Post", ("a",)), ("Ledger", ("b",))]
    assert [(link.kind, link.to_report) for link in links] == [(LinkKind.COPIED, "a")]


def test_a_post_that_both_print_is_no_copy() -> None:
    post = (
        "The harbour was never safe and everybody in this town knew it for years. They all looked away.\n\n"
        "— Ivo Lanner (@lanner) March 3, 2026\n\n"
    )
    found, links = origins(report("a", f"{post}{WIRE}", "Morning Post"), report("b", f"{post}{OWN}", "Ledger"))
    assert (len(found), links) == (2, ())


def test_an_agency_cited_by_its_kind_is_linked() -> None:
    cites = report("b", f"The ship burned for six hours, the VNP news agency said. {OWN}", "Ledger")
    found, links = origins(cites)
    assert [(link.kind, link.why) for link in links] == [
        (LinkKind.CITED, "Cites VNP: “the VNP news agency said”."),
    ]
    assert [o.name for o in found] == ["Ledger"]


def test_copies_of_copies_lead_to_the_first() -> None:
    first = report("a", WIRE, "Morning Post", date="2026-03-03T08:00Z")
    second = report("b", f"{WIRE[:190]} {OWN}", "Evening Ledger", date="2026-03-03T10:00Z")
    third = report("c", f"{WIRE[:190]} {OWN} It snowed.", "Radio North", date="2026-03-03T12:00Z")
    found, links = origins(first, second, third)
    name = {origin.id: origin.name for origin in found}
    index = passage_origins(found, links, lexicons=load_lexicons())
    assert name[index.origin(third.passage(0, 90))] == "Morning Post"
    start = third.text.index("Relatives")
    assert name[index.origin(third.passage(start, start + 60))] == "Evening Ledger"


def test_independent_reports_are_independent() -> None:
    assert len(names(report("a", WIRE, "Morning Post"), report("b", OWN, "Evening Ledger"))) == 2


def test_unnamed_houses_go_by_their_file() -> None:
    found, _ = origins(report("a", WIRE), report("b", OWN))
    names = ["unknown publisher (file a.txt)", "unknown publisher (file b.txt)"]
    assert [(o.name, o.kind) for o in found] == [(name, OriginKind.UNKNOWN) for name in names]


def test_what_nobody_in_particular_has_in_one_file_is_one_origin() -> None:
    first, second = (replace(report(id, words), file="rows.jsonl") for id, words in (("a", WIRE), ("b", OWN)))
    (origin,), _ = origins(first, second)
    assert (origin.name, origin.reports) == ("unknown publisher (file rows.jsonl)", ("a", "b"))


def test_two_reports_of_one_id_are_refused() -> None:
    with pytest.raises(InputError, match="several reports have the id a"):
        origins(report("a", WIRE), report("a", OWN))


@pytest.mark.parametrize("publisher", ["The Tide Table", None])
def test_the_parts_of_one_page_are_one_origin(publisher: str | None) -> None:
    first = replace(report("live", WIRE, publisher), flags=(Flag.LIVE_BLOG,), file=None)
    second = replace(report("live#2", OWN, publisher), flags=(Flag.LIVE_BLOG,), file=None)
    (origin,), _ = origins(first, second)
    assert origin.reports == ("live", "live#2")
    # An id of the user's own that ends alike is another page's.
    users = replace(report("live#2", OWN), file=None)
    assert len(origins(replace(first, publisher=None), users)[0]) == 2


def test_helper_is_linked_and_no_origin() -> None:
    helped = report("a", OWN, "Morning Post", credit="AP", words="AP contributed to this report", helped=True)
    found, links = origins(helped)
    assert [o.name for o in found] == ["Morning Post"]
    assert [(link.kind, link.to_origin) for link in links] == [(LinkKind.CREDITED, None)]
    assert "as a helper" in (links[0].why or "")


def test_agencies_without_a_name_are_one_origin_of_no_known_house() -> None:
    agencies = report("a", OWN, "Morning Post", credit=UNNAMED, words="Agencies")
    found, links = origins(agencies, report("b", WIRE, "Evening Star", credit=UNNAMED, words="From wire reports"))
    assert [(o.name, o.kind, o.reports) for o in found] == [(UNNAMED, OriginKind.UNKNOWN, ("a", "b"))]
    assert len(links) == 2


def test_a_mediums_own_service_is_that_medium() -> None:
    both = replace(
        report("a", OWN, "Morning Post"),
        credits=(Credit("CNN", CreditKind.TEXT, "(CNN) -"), Credit("CNN Wire", CreditKind.TEXT, "© CNN Newsource")),
    )
    assert [o.name for o in origins(both)[0]] == ["CNN"]


def test_cited_medium_is_a_link_and_no_origin() -> None:
    cites = replace(report("a", OWN, "Morning Post"), credits=(Credit("CNN", CreditKind.CITED, "told CNN"),))
    found, links = origins(cites)
    assert [o.name for o in found] == ["Morning Post"]
    assert [(link.kind, link.why) for link in links] == [(LinkKind.CITED, "Cites CNN: “told CNN”.")]


def test_every_link_says_why_in_every_order() -> None:
    reports = [
        report("a", WIRE, "Morning Post", credit="AP"),
        report("b", f"{WIRE[:100]} {OWN}", "Evening Ledger"),
        report("c", OWN, date="2026-03-03"),
        report("d", WIRE, "Radio North"),
    ]
    results = {origins(*order) for order in itertools.permutations(reports)}
    assert len(results) == 1
    assert all(link.why for link in results.pop()[1])


@pytest.mark.parametrize(
    ("name", "house", "kind"),
    [
        ("apnews.com", "AP", OriginKind.AGENCY),
        ("news.ap.org", "AP", OriginKind.AGENCY),  # another site of its own
        ("The Associated Press", "AP", OriginKind.AGENCY),
        ("www.washingtonpost.com", "The Washington Post", OriginKind.PUBLISHER),
        ("edition.cnn.com", "CNN", OriginKind.BROADCASTER),
        ("coast-daily.example/news", "coast-daily.example", OriginKind.PUBLISHER),
        ("Karsund Courier", "Karsund Courier", OriginKind.PUBLISHER),
    ],
)
def test_houses_by_name(name: str, house: str, kind: OriginKind) -> None:
    found = named_house(name, lexicons=load_lexicons())
    assert (found.name, found.kind) == (house, kind)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("NPA", OriginKind.AGENCY),
        ("Velmaran News Agency", OriginKind.AGENCY),
        ("KARD", OriginKind.BROADCASTER),
        ("WILS-TV", OriginKind.BROADCASTER),
        ("KCNA", OriginKind.AGENCY),
        ("CNN", OriginKind.BROADCASTER),
        ("Dorsk Tribune", OriginKind.PUBLISHER),
    ],
)
def test_kinds_of_credited_houses(name: str, kind: OriginKind) -> None:
    assert credited_house(name, lexicons=load_lexicons()).kind is kind


def test_publisher_from_the_address() -> None:
    page = replace(report("a", OWN), url="https://www.reuters.com/world/x")
    assert publisher_house(page, lexicons=load_lexicons()).name == "Reuters"


@pytest.mark.parametrize(
    ("credit", "dateline", "byline", "claimed"),
    [
        (None, "AP", None, [("AP", "dateline")]),
        (None, "NPA", None, [("NPA", "dateline")]),
        (None, None, "Ana Ruiz, Associated Press", [("AP", "byline")]),
        (None, None, "Ana Ruiz, Getty Images", []),
        ("Bloomberg via Getty Images", None, None, []),
        (None, None, "Ana Ruiz", []),
        (None, None, "Petra Holm", []),
        (None, None, "By AP Staff", [("AP", "byline")]),
        (None, None, "Ana Ruiz and Ole Berg of Reuters", [("Reuters", "byline")]),
    ],
)
def test_claims(credit: str | None, dateline: str | None, byline: str | None, claimed: list[tuple[str, str]]) -> None:
    page = Report(
        "a",
        OWN,
        (Paragraph(0, len(OWN)),),
        credits=(Credit("Bloomberg", CreditKind.TEXT, credit),) if credit else (),
        dateline=Dateline("Ilsen", dateline, 0, 3) if dateline else None,
        bylines=(byline,) if byline else (),
    )
    assert [(c.house.name, c.place) for c in claims(page, lexicons=load_lexicons())] == claimed


@pytest.mark.parametrize(
    ("a", "b", "before"),
    [
        ("2026-03-03", "2026-03-04", True),
        ("2026-03-04", "2026-03-03T23:00Z", False),
        ("2026-03-03", "2026-03-03T09:00Z", None),
        ("2026-03-03T09:00+02:00", "2026-03-03T08:00Z", True),
        (None, "2026-03-03", None),
        ("2026-03/2026-04", "2026-03-03", None),
        ("2026", "2026-03-03", None),
    ],
)
def test_published_before(a: str | None, b: str | None, before: bool | None) -> None:
    assert published_before(report("a", "", date=a), report("b", "", date=b)) is before


@pytest.mark.parametrize(
    ("listener", "cited"),
    [
        ("CNN", "CNN"),
        ("Radio Karsund", "Radio Karsund"),
        ("the Karsund Courier", "the Karsund Courier"),
        ("the Courier", "the Courier"),
        ("the Post", None),
        ("the Morning Post", None),
        ("reporters", None),
        ("Hale", None),
        ("parliament", None),
        ("the BBC’s Ana Ruiz", "BBC"),
    ],
)
def test_told_to_a_medium(listener: str, cited: str | None) -> None:
    page = report("a", OWN, "Morning Post")
    quotation = Quotation("a.q1", "a", QuotationKind.INDIRECT, (page.passage(0, 37),), None, None, told_to=listener)
    found = citations(page, Annotation("a", quotations=(quotation,)), lexicons=load_lexicons())
    assert [citation.house.name for citation in found] == ([cited] if cited else [])


def _sentences(page: Report) -> Annotation:
    spans = [match.span() for match in re.finditer(r"[^ ][^.]*\.", page.text)]
    return Annotation(page.id, tuple(Sentence(start, end, 0) for start, end in spans))


def test_what_is_retold_from_a_cited_report_is_no_second_origin() -> None:
    own = report("a", "Divers found three more bodies in the forward hold. The quay was quiet.", "CNN")
    text = (
        "Three more bodies were found in the forward hold by divers, CNN reported. The mayor of Ilsen wept on the quay."
    )
    citing = replace(report("b", text, "Morning Post"), credits=(Credit("CNN", CreditKind.CITED, "CNN"),))
    found, links = find_origins([own, citing], [_sentences(own), _sentences(citing)], lexicons=load_lexicons())
    name = {origin.id: origin.name for origin in found}
    index = passage_origins(found, links, lexicons=load_lexicons())
    assert name[index.origin(citing.passage(0, 72))] == "CNN"
    start = text.index("The mayor")
    assert name[index.origin(citing.passage(start, len(text)))] == "Morning Post"
    assert [(link.to_report, link.kind) for link in links] == [("a", LinkKind.CITED)]


def _at(found: Report, url: str) -> Report:
    return replace(found, url=url)


def test_two_pages_of_one_host_are_one_house() -> None:
    one, two = report("a", OWN), report("b", WIRE)
    pages = _at(one, "https://www.dorsk.example/lock"), _at(two, "http://m.dorsk.example:80/fire")
    assert [origin.name for origin in origins(*pages)[0]] == ["dorsk.example"]


def test_pages_of_one_host_in_an_archive_are_one_house_and_those_of_two_are_two() -> None:
    copies = [
        _at(report(name, text), f"https://web.archive.org/web/2026030410111{n}/http://{host}/{name}")
        for n, (name, text, host) in enumerate([("a", OWN, "dorsk.example"), ("b", WIRE, "ostra.example")])
    ]
    assert {origin.name for origin in origins(*copies)[0]} == {"dorsk.example", "ostra.example"}
    same = [copies[0], _at(copies[1], "https://dorsk.example/b")]
    assert [origin.name for origin in origins(*same)[0]] == ["dorsk.example"]


def test_a_page_that_names_its_house_names_it_for_its_site() -> None:
    named = _at(report("a", OWN, "Dorsk Tribune"), "https://dorsk.example/lock")
    bare = _at(report("b", WIRE, "dorsk.example"), "https://www.dorsk.example/fire")
    assert [origin.name for origin in origins(named, bare)[0]] == ["Dorsk Tribune"]
    other = _at(report("c", WIRE, "Dorsk Radio"), "https://dorsk.example/radio")
    told = {origin.name for origin in origins(named, other)[0]}
    assert told == {"Dorsk Tribune", "Dorsk Radio"}


def test_a_stations_site_is_the_station_that_others_credit() -> None:
    taken = report("a", OWN, "Dorsk Tribune", credit="KARD", words="(KARD)")
    own = _at(report("b", WIRE, "kard.com"), "https://www.kard.com/fire")
    assert [origin.name for origin in origins(taken, own)[0]] == ["KARD"]


def test_a_print_that_says_whose_text_it_is_tells_it_for_the_others() -> None:
    bare = report("a", WIRE, date="2026-03-03T08:00Z")
    named = replace(report("b", WIRE, date="2026-03-03T18:00Z"), dateline=Dateline("DORN", "KARD", 0, 0))
    found, links = origins(bare, named)
    assert [(o.name, o.kind, o.reports) for o in found] == [("KARD", OriginKind.BROADCASTER, ("a", "b"))]
    (copied,) = [link for link in links if link.kind is LinkKind.COPIED]
    assert (copied.report, copied.to_report) == ("a", "b")
    assert "both have KARD’s words" in (copied.why or "")
    assert "first" not in (copied.why or "")


@pytest.mark.parametrize(
    ("sentence", "of"),
    [
        ("The mayor told the Courier that nobody slept.", "Karsund Courier"),
        ("Two boats lay at the quay.", "Karsund Courier"),
        ("Police said that the harbour was shut.", "Morning Post"),
        ("Bread was brought at noon by a baker.", "Morning Post"),
        ("Divers found three bodies in the forward hold of the ferry.", "Karsund Courier"),
    ],
)
def test_what_a_report_has_from_another_is_counted_with_it(sentence: str, of: str) -> None:
    told = "Three bodies were found by divers in the ferry’s forward hold. The quay was quiet."
    own = report("a", told, "Karsund Courier")
    text = (
        "Divers found three bodies in the forward hold of the ferry. The harbour was cold. The mayor told the Courier "
        "that nobody slept. Two boats lay at the quay. Police said that the harbour was shut. Bread was brought at "
        "noon by a baker."
    )
    citing = report("b", text, "Morning Post")
    found, links = find_origins([own, citing], [_sentences(own), _sentences(citing)], lexicons=load_lexicons())
    index = passage_origins(found, links, lexicons=load_lexicons())
    name = {origin.id: origin.name for origin in found}
    at = text.index(sentence)
    here = citing.passage(at, at + len(sentence))
    assert [name[o] for o in index.each([here, own.passage(0, 62)])] == [of, "Karsund Courier"]
    assert [name[o] for o in index.each([here])] == ["Morning Post"]  # where the other does not tell of it
