"""Links to groups, without chaining."""

from __future__ import annotations

from crosswire.relate.points.clusters import group_links


def always(a: int, b: int) -> bool:
    return True


def never(a: int, b: int) -> bool:
    return False


def test_links_among_all_are_one_group() -> None:
    links = {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.7}
    assert group_links(links, [0, 1, 2], 0.5, always) == ((0, 1, 2),)


def test_a_chain_is_two_groups_that_share_a_sentence() -> None:
    links = {(0, 1): 0.9, (1, 2): 0.9}
    assert set(group_links(links, [0, 1, 2], 0.5, always)) == {(0, 1), (1, 2)}


def test_every_link_is_in_a_group() -> None:
    links = {(0, 1): 0.9, (1, 2): 0.6, (0, 3): 0.55, (2, 3): 0.2}
    groups = group_links(links, [0, 1, 2, 3], 0.5, always)
    linked = [pair for pair, chance in links.items() if chance >= 0.5]
    assert all(any(a in g and b in g for g in groups) for a, b in linked)


def test_weak_links_make_no_group() -> None:
    assert group_links({(0, 1): 0.3}, [0, 1], 0.5, always) == ()


def test_sentences_of_one_report_share_a_group_only_when_alike() -> None:
    links = {(0, 2): 0.9, (1, 2): 0.8}
    assert group_links(links, [0, 0, 1], 0.5, always) == ((0, 1, 2),)
    assert set(group_links(links, [0, 0, 1], 0.5, never)) == {(0, 2), (1, 2)}
