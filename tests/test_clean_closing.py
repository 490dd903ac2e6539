"""What a house sets behind a report's last paragraph."""

import pytest

from crosswire.clean.lines.closing import closing_lines

TEXT = "The harbour of Ostra was closed at noon on Tuesday, the mayor told reporters there."


@pytest.mark.parametrize(
    ("last", "kind"),
    [
        ("Staff writer Edda Varga contributed.", "credit"),
        ("Contributing: Edda Varga", "credit"),
        ("Call The Linden Echo’s Edda Varga, (916) 555-0100.", "byline"),
        ("Edda Varga: (904) 555-0199", "byline"),
        ("evarga@linden.example, thill@linden.example", "byline"),
        ("(313) 555-0123", "byline"),
        ("Stay with WKLM for updates.", "other"),
        ("Check back at wklm.example for more details as they develop.", "other"),
        ("WKLM will keep you updated on this story.", "other"),
        ("For more neighborhood news, listen to Linden Radio here:", "newsletter"),
        ("Follow Edda Varga on Twitter.", "sharing"),
        ("Tagged harbour, Ostra, storm", "navigation"),
        ("— Edda Varga, Tom Hill", "byline"),
        ("VHS/JKS 3-03-26", "other"),
        ("Inc. #122672616", "other"),
        ("Anyone with information should call the Ostra police at (916) 555-0100.", None),
        ("Ostra Police: (916) 555-0100 for tips", None),
        ("For more information on the funeral, visit the family's page.", None),
        ("The mayor will keep the harbour closed until Friday.", None),
        ("Her two sons contributed.", None),
        ("“Stay with us,” she told them, “and we will have more on the table soon.”", None),
    ],
)
def test_closing_lines(last: str, kind: str | None) -> None:
    found = closing_lines((TEXT, TEXT, last), (0, 1, 2))
    assert [k.value for k, _ in found.values()] == ([kind] if kind else [])


def test_closing_lines_end_at_the_text() -> None:
    lines = (TEXT, "Stay with WKLM for updates.", TEXT, "(313) 555-0123", "Contributing: Edda Varga")
    assert set(closing_lines(lines, range(5))) == {3, 4}


SEEN = "The storm was the worst for years, said Varga, who saw it from the pier."
LIFE = "Edda Varga is a professor of history at Linden College and the author of two books."


@pytest.mark.parametrize(
    ("lines", "gone"),
    [
        (("Menu", "Share", TEXT, TEXT, LIFE), {4}),
        ((TEXT, TEXT, LIFE), set()),  # no page around it: it may be the text
        (("Menu", "Share", TEXT, SEEN, LIFE), set()),
        (("Menu", "Share", TEXT, TEXT, "Edda Varga is a lawyer who won the case for the town of Ostra."), set()),
    ],
)  # fmt: skip
def test_the_writers_life(lines: tuple[str, ...], gone: set[int]) -> None:
    assert set(closing_lines(lines, [i for i, line in enumerate(lines) if line not in ("Menu", "Share")])) == gone
