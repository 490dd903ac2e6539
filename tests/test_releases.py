"""Press releases: the page that says it is one, and what several reports print from one."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Annotation, Mention, MentionKind, Sentence
from crosswire.model.relation import OriginKind
from crosswire.model.report import Furniture, FurnitureKind, Paragraph, Report
from crosswire.relate.copies.copying import Copy
from crosswire.relate.origins.houses import Claim, House
from crosswire.relate.origins.releases import printed_releases, stated_release

BODY = "Crews will open the gates on Wednesday at noon and keep them open for three days."


def report(*paragraphs: str, furniture: tuple[Furniture, ...] = (), name: str = "r") -> Report:
    spans, at = [], 0
    for words in paragraphs:
        spans.append(Paragraph(at, at + len(words), 500 + at, 500 + at + len(words)))
        at += len(words) + 2
    return Report(name, "\n\n".join(paragraphs), tuple(spans), publisher="Morning Post", furniture=furniture)


def line(words: str, at: int) -> Furniture:
    return Furniture(FurnitureKind.OTHER, words, at, at + len(words))


@pytest.mark.parametrize(
    ("found", "issuer"),
    [
        (report("FOR IMMEDIATE RELEASE", BODY, "SOURCE Orlo Water Board"), "Orlo Water Board"),
        (report("PRESS RELEASE:", BODY, "About Horn Lines", "Horn Lines runs four ferries."), "Horn Lines"),
        (report(BODY, "Source: Orlo Water Board", furniture=(line("News Release", 440),)), "Orlo Water Board"),
        (report(BODY, furniture=(line("MEDIA RELEASE", 440),)), "Morning Post"),
        # a site's menu, far above the text
        (report(BODY, "SOURCE Orlo Water Board", furniture=(line("Press release", 10),)), None),
        (report(BODY, "The board put out a press release on Monday."), None),
        (report(BODY, "About 300 people slept in a school."), None),
        (report("Press releases are dull.", BODY), None),
    ],
)
def test_page_that_says_it_is_a_release(found: Report, issuer: str | None) -> None:
    claim = stated_release(found, (), lexicons=load_lexicons())
    assert (claim.house if claim else None) == (House(issuer, OriginKind.RELEASE) if issuer else None)


def test_release_service_gives_way_to_the_issuer_it_names() -> None:
    service = Claim(House("PR Newswire", OriginKind.RELEASE), "/PRNewswire/", "dateline")
    named = stated_release(report(BODY, "SOURCE Horn Lines"), (service,), lexicons=load_lexicons())
    unnamed = stated_release(report(BODY), (service,), lexicons=load_lexicons())
    assert named
    assert unnamed
    assert (named.house.name, unnamed.house.name) == ("Horn Lines", "PR Newswire")


def printed(first: str, second: str, share: float = 0.9) -> dict[str, str]:
    """Report → the issuer of the release that it prints, for two reports that share their words."""
    reports = {name: report(words, BODY, name=name) for name, words in (("a", first), ("b", second))}
    copy = Copy("b", "a", ((reports["b"].passage(0, 20), reports["a"].passage(0, 20)),), 20, share, 3)
    notes = {name: annotated(found) for name, found in reports.items()}
    found = printed_releases([copy], reports, notes, lexicons=load_lexicons())
    return {name: release.house.name for name, release in found.items()}


def annotated(found: Report) -> Annotation:
    """The first paragraph as a sentence, "… Board" in it as a body."""
    mentions = tuple(
        Mention(found.passage(at, at + len(name)), MentionKind.ORGANISATION, name)
        for name in ("Orlo Water Board", "Horn Lines")
        if (at := found.text.find(name)) >= 0
    )
    return Annotation(found.id, (Sentence(0, found.paragraphs[0].end, 0),), mentions)


BOTH = {"a": "Orlo Water Board", "b": "Orlo Water Board"}
SAID = "The lake will sink, the Orlo Water Board said in a news release."


@pytest.mark.parametrize(
    ("first", "second", "share", "expected"),
    [
        (SAID, SAID, 0.9, BOTH),
        (SAID, "According to a press release, the Orlo Water Board acts.", 0.9, BOTH),
        (SAID, "The lake will sink, Horn Lines said in a news release.", 0.9, {}),
        # one of two prints of one text says so in its first sentence
        (SAID, "The lake will sink, the Orlo Water Board said.", 0.9, BOTH),
        ("The lake will sink, the Orlo Water Board said.", SAID, 0.9, BOTH),
        (SAID, "The lake will sink, the Orlo Water Board said.", 0.4, {}),
        (SAID, "The Orlo Water Board spoke after the release of the water.", 0.4, {}),
        (SAID, SAID, 0.1, {}),
    ],
)
def test_what_two_print_from_a_release(first: str, second: str, share: float, expected: dict[str, str]) -> None:
    assert printed(first, second, share) == expected
