"""Galleries run together into one line of a text."""

from __future__ import annotations

from crosswire.clean.lines.dumps import gallery_dumps, is_dump

MASONS = "Masons of Ostra lay the first stones of the new wall beside the harbour."
FERRY = "The ferry to Linden Island leaves past the lamp house late in the evening."
CHILDREN = "Children of the school on Quay Street hold a banner in the pouring rain."
TEXT = "The council of Ostra voted on Monday to close the old bridge. It fell. Nobody was hurt there at all. " * 3


def test_captions_with_their_labels() -> None:
    assert is_dump(f"Caption The wall {MASONS} Caption The ferry {FERRY} Caption The school {CHILDREN}")
    assert is_dump(f"Photo 1 of 3 {MASONS} Photo 2 of 3 {FERRY} Photo 3 of 3 {CHILDREN}")
    assert not is_dump(f"Caption contests drew hundreds. {MASONS} {FERRY} {CHILDREN}")
    assert not is_dump(f"He held photo 3 of 12 up to the light. {MASONS} {FERRY} {CHILDREN}")


def test_sentences_that_come_twice_running() -> None:
    assert is_dump(f"The wall {MASONS} {MASONS} The ferry {FERRY} {FERRY} {CHILDREN} {CHILDREN}")
    assert not is_dump(f"{MASONS} {FERRY} {CHILDREN} {MASONS} {FERRY}")
    assert not is_dump(f"“No, no. No, no. No, no.” {MASONS} {FERRY} {CHILDREN}")


def test_only_a_small_part_of_a_text() -> None:
    dump = f"{MASONS} {MASONS} {FERRY} {FERRY}"
    assert list(gallery_dumps([TEXT, dump, TEXT], [0, 1, 2])) == [1]
    assert gallery_dumps([dump, "It rained."], [0, 1]) == {}
