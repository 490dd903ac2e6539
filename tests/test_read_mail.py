"""E-mail: which part is the report, what the headers say of it, and what is passed over."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.read.paths import read_pages

TEXT = (
    "The council of Port Ilsen voted on Monday to widen the harbour.\n\nMayor Ilka Dörr said the work begins in June.\n"
)
HTML = (
    "<html><head><style>p { color: red }</style></head><body><p>The council of Port Ilsen voted on Monday to widen "
    "the harbour.</p><p>Mayor Ilka Dörr said the work begins in June.</p></body></html>"
)
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(40)


def letter(**headers: str) -> EmailMessage:
    message = EmailMessage()
    told = {
        "From": "The Ilsen Ledger <news@ledger.example>",
        "To": "reader@mail.example",
        "Subject": "Council backs harbour plan",
        "Date": "Tue, 03 Mar 2026 07:01:00 +0100",
        "Message-ID": "<1@ledger.example>",
    } | headers
    for name, value in told.items():
        message[name.replace("_", "-")] = value
    return message


def newsletter(plain: str = TEXT, html: str = HTML, **headers: str) -> EmailMessage:
    message = letter(**headers)
    message.set_content(plain)
    message.add_alternative(html, subtype="html")
    return message


def read(path: Path, data: bytes, *, text: bool = False) -> tuple[list[Page], list[Issue]]:
    path.write_bytes(data)
    found = list(read_pages([str(path)], stdin=io.BytesIO(), prefer_text=text))
    return [item for item in found if isinstance(item, Page)], [item for item in found if isinstance(item, Issue)]


@pytest.mark.parametrize("name", ["a.eml", "a.txt", "a"])
def test_what_the_headers_say(tmp_path: Path, name: str) -> None:
    (page,), issues = read(tmp_path / name, newsletter().as_bytes())
    assert (page.title, page.publisher) == ("Council backs harbour plan", "The Ilsen Ledger")
    assert page.published_at == "2026-03-03T07:01:00+01:00"
    assert (page.id, page.markup, page.body.strip()) == ("a", True, HTML)
    assert (page.url, issues) == (None, [])


def test_plain_text_alone(tmp_path: Path) -> None:
    message = letter()
    message.set_content(TEXT)
    (page,), _ = read(tmp_path / "a.eml", message.as_bytes())
    assert (page.body, page.markup) == (TEXT, False)


FLOWED = [
    ("The council \r\nmet. \r\n\r\nIt voted.", "flowed", "The council met. \n\nIt voted."),
    ("The coun \r\ncil met.", "flowed; delsp=yes", "The council met."),
    (" From June on \r\n it is closed.", "flowed", "From June on it is closed."),
    ("> quoted \r\nThe answer \r\n-- \r\nThe desk", "flowed", "> quoted \nThe answer \n-- \nThe desk"),
    ("The council \r\nmet.", "fixed", "The council \r\nmet."),
]


@pytest.mark.parametrize(("text", "form", "flat"), FLOWED)
def test_text_folded_for_the_way_is_laid_flat(tmp_path: Path, text: str, form: str, flat: str) -> None:
    head = f"From: The Ledger <a@b.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; format={form}\r\n\r\n"
    assert [page.body for page in read(tmp_path / "a.eml", (head + text).encode())[0]] == [flat]


def test_plain_text_where_the_other_part_says_nothing(tmp_path: Path) -> None:
    data = newsletter(html="<html><body>Open this in a browser.</body></html>").as_bytes()
    assert [page.markup for page in read(tmp_path / "a.eml", data)[0]] == [False]


def test_plain_text_where_the_user_prefers_it(tmp_path: Path) -> None:
    assert [page.body for page in read(tmp_path / "a.eml", newsletter().as_bytes(), text=True)[0]] == [TEXT]


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "koi8-r"])
@pytest.mark.parametrize("cte", ["quoted-printable", "base64"])
def test_charsets_and_transfer_encodings(tmp_path: Path, charset: str, cte: str) -> None:
    message, text = letter(), TEXT if charset != "koi8-r" else "Совет проголосовал в понедельник.\n"
    message.set_content(text, charset=charset, cte=cte)
    assert [page.body for page in read(tmp_path / "a.eml", message.as_bytes())[0]] == [text]


def test_encoded_headers(tmp_path: Path) -> None:
    data = newsletter(Subject="Rat stimmt Fährplan zu", From="Hohenbrücker Bote <a@bote.example>").as_bytes()
    assert b"=?utf-8?" in data
    (page,), _ = read(tmp_path / "a.eml", data)
    assert (page.title, page.publisher) == ("Rat stimmt Fährplan zu", "Hohenbrücker Bote")


def test_attachments_are_counted_and_not_opened(tmp_path: Path) -> None:
    message = newsletter()
    message.add_attachment(PICTURE, maintype="image", subtype="png", filename="../../etc/x.png")
    message.add_attachment("another text", filename="notes.txt")
    (page,), (issue,) = read(tmp_path / "a.eml", message.as_bytes())
    assert page.body.strip() == HTML
    assert (issue.code, issue.report) == ("attachments", "a")
    assert "2 parts" in issue.message
    assert list(tmp_path.iterdir()) == [tmp_path / "a.eml"]


def test_a_message_without_text(tmp_path: Path) -> None:
    message = letter()
    message.add_attachment(PICTURE, maintype="image", subtype="png")
    pages, issues = read(tmp_path / "a.eml", message.as_bytes())
    assert pages == []
    assert [issue.code for issue in issues] == ["missing-text", "attachments"]


def test_a_forwarded_attachment_is_a_page_of_its_own(tmp_path: Path) -> None:
    outer = letter(From="A Reader <reader@mail.example>", Subject="Fwd: look")
    outer.set_content("Seen this? It was in the paper this morning.")
    outer.add_attachment(newsletter())
    (mine, theirs), _ = read(tmp_path / "a.eml", outer.as_bytes())
    assert (mine.publisher, mine.title) == ("A Reader", "look")
    assert (theirs.publisher, theirs.title) == ("The Ilsen Ledger", "Council backs harbour plan")


QUOTED = """Seen this?

---------- Forwarded message ---------
From: The Ilsen Ledger <news@ledger.example>
Date: Tue, 03 Mar 2026 07:01:00 +0100
Subject: Council backs harbour plan
To: <reader@mail.example>

"""


@pytest.mark.parametrize("html", [False, True])
def test_the_sender_of_a_forwarded_text_is_the_medium(tmp_path: Path, html: bool) -> None:
    lines = "<br>".join(QUOTED.replace("<", "&lt;").replace(">", "&gt;").split("\n"))
    message = letter(From="A Reader <reader@mail.example>", Subject="Fwd: look", Date="Wed, 04 Mar 2026 09:00:00 +0000")
    if html:
        message.set_content(f"<div>{lines}</div>{HTML}", subtype="html")
    else:
        message.set_content(QUOTED + TEXT)
    (page,), _ = read(tmp_path / "a.eml", message.as_bytes())
    assert (page.publisher, page.title) == ("The Ilsen Ledger", "Council backs harbour plan")
    assert page.published_at == "2026-03-03T07:01:00+01:00"


def test_bytes_in_headers(tmp_path: Path) -> None:
    data = newsletter(From="Name").as_bytes().replace(b"From: Name", b"From: Hohenbr\xfccker Bote <a@bote.example>")
    assert [page.publisher for page in read(tmp_path / "a.eml", data)[0]] == ["Hohenbrücker Bote"]


def test_a_list_names_the_medium_where_the_sender_is_an_address(tmp_path: Path) -> None:
    data = newsletter(From="news@ledger.example", List_Id="The Ilsen Ledger <daily.ledger.example>").as_bytes()
    assert [page.publisher for page in read(tmp_path / "a.eml", data)[0]] == ["The Ilsen Ledger"]
    assert [
        page.publisher for page in read(tmp_path / "b.eml", newsletter(From="news@ledger.example").as_bytes())[0]
    ] == [None]


def test_a_mailbox(tmp_path: Path) -> None:
    first, second = newsletter(), newsletter(TEXT.replace("Monday", "Friday"), HTML.replace("Monday", "Friday"))
    box = b"".join(
        b"From ledger Tue Mar  3 07:01:00 2026\n" + m.as_bytes() + b"\n>From here on.\n\n" for m in (first, second)
    )
    for name in ("box.mbox", "box"):
        pages, _ = read(tmp_path / name, box)
        assert ["Friday" in page.body for page in pages] == [False, True]
        assert all(page.id.startswith("box-") for page in pages)


def test_a_mailbox_without_messages(tmp_path: Path) -> None:
    pages, (issue,) = read(tmp_path / "a.mbox", b"From ledger Tue Mar  3 07:01:00 2026\n" * 3)
    assert (pages, issue.code) == ([], "empty")


SAVED = """From: <Saved by Blink>
Snapshot-Content-Location: https://ledger.example/harbour.html
Subject: Council backs harbour plan
Date: Tue, 3 Mar 2026 07:01:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--b"

----b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://ledger.example/harbour.html

<html><meta charset=3D"utf-8"><p>Mayor Ilka D=C3=B6rr spoke.</p></html>
----b
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: file:///etc/passwd

iVBORw0KGgo=
----b--
"""


def test_a_saved_page(tmp_path: Path) -> None:
    (page,), issues = read(tmp_path / "a.mht", SAVED.replace("\n", "\r\n").encode())
    assert (page.url, page.title, page.publisher, page.published_at) == (
        "https://ledger.example/harbour.html", None, None, None,
    )  # fmt: skip
    assert "Ilka Dörr" in page.body
    assert page.markup
    assert issues == []


BODY = TEXT.encode()
MIME = b"MIME-Version: 1.0\r\n"
HOSTILE: list[tuple[str, Callable[[], bytes]]] = [
    ("no headers", lambda: b"\n\nThe council met.\n"),
    ("broken headers", lambda: b"From: =?utf-8?b?//8?= <\r\nDate: some day\r\nSubject: =?x?y?z?=\r\n\r\n" + BODY),
    ("broken address", lambda: b"From: \"a <b@[c\r\nTo: ,,,:;<>\r\nMIME-Version: 1.0\r\n\r\n" + BODY),
    ("foreign bytes in headers", lambda: b"From: D\xf6rr <a@b.example>\r\nSubject: \xff\xfe\r\n\r\n" + BODY),
    ("unknown charset", lambda: b"Content-Type: text/plain; charset=utf-7\r\n" + MIME + b"\r\n" + BODY),
    ("bad charset", lambda: b"Content-Type: text/plain; charset*=x'y'%zz\r\n" + MIME + b"\r\n" + BODY),
    ("bad base64", lambda: b"Content-Transfer-Encoding: base64\r\nMIME-Version: 1.0\r\n\r\nThe mayor!!!\r\n=\r\n"),
    ("no boundary", lambda: b"Content-Type: multipart/mixed\r\nMIME-Version: 1.0\r\n\r\n" + BODY),
    ("cut short", lambda: newsletter().as_bytes()[:-120]),
    ("a date beyond all calendars", lambda: newsletter(Date="Tue, 03 Mar 99999 07:01:00 +9999").as_bytes()),
    ("a zone beyond all clocks", lambda: MIME + b"Date: Tue, 03 Mar 2026 07:01:00 +99999999999999\r\n\r\n" + BODY),
    ("messages in messages", lambda: nested(40)),
    ("parts in parts", lambda: parts(300)),
    ("thousands of parts", lambda: parts(1) + b"--b0\r\n\r\nx\r\n" * 20_000),
    ("megabytes of headers", lambda: b"MIME-Version: 1.0\r\n" + b"X-A: b\r\n" * 200_000 + b"\r\n" + BODY),
    ("a header of megabytes", lambda: b"From: " + b"a <b@c.d>, " * 20_000 + b"\r\n\r\n" + BODY),
    ("megabytes of tags", lambda: newsletter(html="<head" * 300_000).as_bytes()),
]  # fmt: skip


def nested(depth: int) -> bytes:
    message = newsletter().as_bytes()
    for _ in range(depth):
        message = b"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n" + message
    return message


def parts(depth: int) -> bytes:
    head = b"MIME-Version: 1.0\r\nFrom: a@b.example\r\n"
    for n in range(depth):
        head += f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n".encode()
    return head + b"Content-Type: text/plain\r\n\r\n" + TEXT.encode()


@pytest.mark.parametrize(("name", "make"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_hostile_mail_ends(tmp_path: Path, name: str, make: Callable[[], bytes]) -> None:
    data = make()
    start = time.monotonic()
    pages, issues = read(tmp_path / "a.eml", data)
    assert time.monotonic() - start < 20
    assert pages or issues
    for page in pages:
        page.body.encode()
        (page.title or "").encode()


def test_a_report_that_opens_like_a_message_is_a_text(tmp_path: Path) -> None:
    (page,), _ = read(tmp_path / "a.txt", b"From: our desk in Port Ilsen\nDate: Monday\n\n" + TEXT.encode())
    assert page.body.startswith("From: our desk")
