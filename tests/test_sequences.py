"""How alike spellings and runs of words are."""

from __future__ import annotations

from crosswire.relate.sequences import common_length, edits, slips, spelt_alike


def test_spellings_of_one_name_are_alike() -> None:
    assert spelt_alike("sergey", "sergei") > 0.9 > spelt_alike("edda", "milo")


def test_slips_are_counted() -> None:
    assert [slips("holt", other) for other in ("holt", "hotl", "hold", "hol", "holter")] == [0, 1, 1, 1, 2]


def test_words_in_the_same_order_count() -> None:
    assert common_length(["the", "storm", "was", "forecast"], ["the", "storm", "was", "announced"]) == 3
    assert common_length([], ["storm"]) == 0


def test_edits_rebuild_the_other_side() -> None:
    a, b = ["the", "old", "bridge", "was", "closed"], ["the", "bridge", "was", "quickly", "closed"]
    kept = [word for tag, start, end, _, _ in edits(a, b) if tag == "equal" for word in a[start:end]]
    assert kept == ["the", "bridge", "was", "closed"]
    assert [b[edit[3] : edit[4]] for edit in edits(a, b) if edit[0] == "insert"] == [["quickly"]]
