"""What a report has from its own earlier versions."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.passage import Passage
from crosswire.relate.copies.copying import Copy
from crosswire.relate.origins import through_versions
from crosswire.relate.origins.counterparts import Counterparts
from crosswire.relate.origins.through_versions import folded

ONE = "the dam broke and many people were swept away in the valley"
TWO = "engineers had warned of a leak in march and nobody came to look"
TEXT = f"{ONE} {TWO}"
FIRST, SECOND = (0, len(ONE)), (len(ONE) + 1, len(TEXT))


def passage(report: str, span: tuple[int, int]) -> Passage:
    return Passage(report, *span, TEXT[slice(*span)])


def copy(report: str, source: str, span: tuple[int, int]) -> Copy:
    words = len(TEXT[slice(*span)].split())
    return Copy(report, source, ((passage(report, span), passage(source, span)),), words, 0.5, 1)


def chain(count: int) -> tuple[list[Copy], dict[str, str]]:
    """Versions that have one half of their words from the last version, the other half from the one before that."""
    ids = [f"v{n:03}" for n in range(count)]
    copies = [copy(ids[0], "wire", FIRST), copy(ids[0], "wire", SECOND)]
    for n in range(1, count):
        copies.append(copy(ids[n], ids[n - 1], FIRST))
        copies.append(copy(ids[n], ids[max(0, n - 2)], SECOND))
    return copies, dict.fromkeys(ids[:-1], ids[-1])


def test_the_last_version_has_all_from_where_the_first_had_it() -> None:
    copies, of = chain(5)
    found = [each for each in folded(copies, of, Counterparts(load_lexicons())) if each.report == "v004"]
    assert [(each.source, each.words, each.share) for each in found] == [("wire", len(TEXT.split()), 1.0)]
    assert [here.words for each in found for here, _ in each.passages] == [ONE, TWO]


def test_each_version_is_folded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0
    through = through_versions._through

    def counted(copy: Copy, inner: Copy, counterparts: Counterparts) -> Copy | None:
        nonlocal calls
        calls += 1
        return through(copy, inner, counterparts)

    monkeypatch.setattr(through_versions, "_through", counted)
    copies, of = chain(400)
    assert {each.source for each in folded(copies, of, Counterparts(load_lexicons()))} == {"wire"}
    assert calls <= len(copies)
