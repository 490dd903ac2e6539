"""Ids: the user's own unchanged, made ones unique, the same in any order."""

from __future__ import annotations

from itertools import permutations

from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.read.ids import Draft, with_ids


def draft(stem: str, body: str, *, own: str = "", place: str = "") -> Draft:
    place = place or f"{stem}.txt"
    return Draft(Page(id=own, body=body, markup=False, file=place), place, stem, given=bool(own))


def ids(drafts: list[Draft]) -> dict[str, str]:
    return {page.body: page.id for page in with_ids(drafts) if isinstance(page, Page)}


def codes(drafts: list[Draft]) -> list[str]:
    return [item.code for item in with_ids(drafts) if isinstance(item, Issue)]


def test_the_users_id_comes_back_unchanged() -> None:
    assert ids([draft("x", "one", own="Report № 7")]) == {"one": "Report № 7"}


def test_a_file_is_called_by_its_stem() -> None:
    assert ids([draft("ferry-fire", "one")]) == {"one": "ferry-fire"}


def test_pages_of_one_name_get_a_hash_in_any_order() -> None:
    drafts = [draft("index", "one", place="a/index.html"), draft("index", "two", place="b/index.html")]
    first = ids(drafts)
    assert first == ids(drafts[::-1])
    assert len(set(first.values())) == 2
    assert all(name.startswith("index-") for name in first.values())


def test_a_made_id_gives_way_to_the_users() -> None:
    for order in permutations([draft("a", "one"), draft("x", "two", own="a"), draft("b", "three")]):
        found = ids(list(order))
        assert found["two"] == "a"
        assert found["three"] == "b"
        assert found["one"].startswith("a-")


def test_two_pages_under_one_id_of_the_user_are_both_kept() -> None:
    drafts = [draft("x", "one", own="7"), draft("x", "two", own="7")]
    assert len(set(ids(drafts).values())) == 2
    assert codes(drafts) == ["duplicate-id", "duplicate-id"]


def test_the_very_same_page_counts_once_whichever_came_first() -> None:
    drafts = [draft("a", "one", place="./a.txt"), draft("a", "one", place="a.txt")]
    for order in (drafts, drafts[::-1]):
        pages = [item for item in with_ids(order) if isinstance(item, Page)]
        assert [page.file for page in pages] == ["./a.txt"]
        assert codes(order) == ["duplicate-page"]


def test_the_same_words_under_two_names_are_two_pages() -> None:
    assert len([item for item in with_ids([draft("a", "one"), draft("b", "one")]) if isinstance(item, Page)]) == 2
