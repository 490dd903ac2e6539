"""Times as keys: what passed first comes first, whatever zone it was written in."""

from __future__ import annotations

import pytest

from crosswire.model.when import stamp


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2024-05-02T01:00+02:00", "2024-05-01T23:30-05:00"),
        ("2024-05-01", "2024-05-01T09:00"),
        ("2024-05-01T23:00Z", "2024-05-01T23:30:00+00:00"),
    ],
)
def test_keys_follow_the_clock(earlier: str, later: str) -> None:
    first, second = stamp(earlier), stamp(later)
    assert first is not None
    assert second is not None
    assert first < second


@pytest.mark.parametrize("value", [None, "2024-05-01/2024-05-03"])
def test_what_is_no_moment_has_no_key(value: str | None) -> None:
    assert stamp(value) is None
