"""Posts of networks set into a page."""

import pytest

from crosswire.clean.lines.posts import embedded_posts

TEXT = "The harbour of Ostra was closed at noon, the mayor said."
WORDS = "Nobody sails today, the wind is too strong."
SIGNED = "— Edda Varga (@eddavarga) March 3, 2026"


@pytest.mark.parametrize(
    ("lines", "gone"),
    [
        ((TEXT, f"Smoke over the harbour now. pic.twitter.com/a1b2 {SIGNED}", TEXT), {1}),
        ((TEXT, "Smoke over the harbour now. -- Edda Varga (@eddavarga) 3 March 2026", TEXT), {1}),
        # Led in by the line above, the post is quoted.
        (("The mayor wrote:", f"The harbour is closed. {SIGNED}", TEXT), set()),
        # The signature on its own line: the odds decide about the post, unless the text gives its words.
        ((TEXT, WORDS, SIGNED, TEXT), set()),
        ((TEXT, WORDS, SIGNED, f"She wrote: “{WORDS}”"), {1, 2}),
        ((TEXT, "A post shared by Port of Ostra (@portofostra) on"), {1}),
        ((TEXT, "View this post on Instagram"), {1}),
        # A report's own dash, handle and date.
        ((TEXT, "Varga (@eddavarga) has been mayor since March 3, 2026, and means to stay."), set()),
        ((TEXT, "A post was shared by thousands."), set()),
    ],
)  # fmt: skip
def test_embedded_posts(lines: tuple[str, ...], gone: set[int]) -> None:
    assert set(embedded_posts(lines, [True] * len(lines))) == gone


def test_signature_of_a_post_that_is_gone() -> None:
    assert set(embedded_posts((TEXT, "big yikes", SIGNED), [True, False, True])) == {2}
