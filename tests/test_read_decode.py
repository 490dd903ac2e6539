"""Text from bytes: marks, declarations, fallbacks, and what had to be replaced."""

from __future__ import annotations

import pytest

from crosswire.read.decode import decode, printable_name, usable

LINE = "“We will not leave,” said Mayor Ilka Dörr — 40 € a day"
RUSSIAN = "Мэр города заявил, что переговоры продолжатся в среду и что стороны близки к соглашению о перемирии."

CASES = [
    pytest.param(LINE.encode(), None, LINE, 0, id="utf-8"),
    pytest.param(b"\xef\xbb\xbf" + LINE.encode(), None, LINE, 0, id="utf-8 with mark"),
    pytest.param(LINE.encode("utf-16"), None, LINE, 0, id="utf-16 with mark"),
    pytest.param(b"\xfe\xff" + LINE.encode("utf-16-be"), None, LINE, 0, id="utf-16 big-endian with mark"),
    pytest.param(LINE.encode("utf-32"), None, LINE, 0, id="utf-32 with mark"),
    pytest.param(LINE.encode("utf-16-le"), None, LINE, 0, id="utf-16 without mark"),
    pytest.param(LINE.encode("cp1252"), None, LINE, 0, id="windows-1252, undeclared"),
    pytest.param(LINE.encode("cp1252"), "text/html; charset=ISO-8859-1", LINE, 0, id="latin-1 means windows-1252"),
    pytest.param(LINE.encode(), "text/html; charset=iso-8859-1", LINE, 0, id="utf-8 under a false declaration"),
    pytest.param(RUSSIAN.encode("cp1251"), "text/plain; charset=windows-1251", RUSSIAN, 0, id="declared by the server"),
    pytest.param(b"plain", "text/html; charset=no-such-code", "plain", 0, id="declares what does not exist"),
    pytest.param("東京で".encode("iso2022_jp"), "text/html; charset=iso-2022-jp", "東京で", 0, id="seven-bit code"),
    pytest.param(LINE.encode() + b"\xe2\x80", None, LINE + "\ufffd", 1, id="cut inside its last character"),
    pytest.param(b"the mayor\x00 said", None, "the mayor\ufffd said", 1, id="a NUL"),
    pytest.param(b"", None, "", 0, id="nothing"),
]


@pytest.mark.parametrize(("data", "content_type", "text", "replaced"), CASES)
def test_text_and_what_was_replaced(data: bytes, content_type: str | None, text: str, replaced: int) -> None:
    found = decode(data, content_type=content_type)
    assert (found.text, found.replaced) == (text, replaced)


@pytest.mark.parametrize(
    "head",
    [
        b'<meta charset="windows-1251">',
        b"<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>",
        b'<?xml version="1.0" encoding="windows-1251"?>',
    ],
)
def test_markup_names_its_encoding(head: bytes) -> None:
    assert decode(head + RUSSIAN.encode("cp1251"), markup=True).text.endswith(RUSSIAN)


def test_mostly_foreign_letters_are_guessed() -> None:
    assert decode((RUSSIAN * 5).encode("cp1251")).text == RUSSIAN * 5


def test_a_fault_far_into_a_long_text() -> None:
    text = "The talks went on. " * 10000 + "“No,” he said."
    assert decode(text.encode("cp1252")).text == text


def test_every_byte_alone_gives_text_that_utf8_can_carry() -> None:
    for byte in range(256):
        decode(bytes([byte, 65, byte])).text.encode()


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a\ud83d b", "a\ufffd b"), ("a\x00b", "a\ufffdb"), ("😀 stays", "😀 stays"), ("\ufffd stays", "\ufffd stays")],
)
def test_usable_text_has_the_same_length(text: str, kept: str) -> None:
    found = usable(text)
    assert found.text == kept
    assert len(found.text) == len(text)
    assert found.replaced == (text != kept)


def test_names_that_are_not_utf8_can_be_printed() -> None:
    printable_name(b"page\xff.html".decode("utf-8", "surrogateescape")).encode()
