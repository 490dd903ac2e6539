"""Pages from JSON: one object is one page, with the fields that `crosswire` documents."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.read.decode import Decoded, decode, usable
from crosswire.read.ids import Draft, content_hash
from crosswire.read.kind import is_markup
from crosswire.read.source import MAX_PAGE, Source, issue, lines, too_large

# Fields of a row, and under what name crosswire's own `clean --json` writes the same thing.
TEXT_FIELDS = ("url", "publisher", "published_at", "title", "language", "fetched_at")
OWN_NAMES = {"title": "headline"}

# Objects that are news in a form that is not read yet: the fields that give it away, what it is.
FOREIGN_OBJECTS = (
    (frozenset({"uri", "versioncreated"}), "an ninjs item"),
    (frozenset({"uri", "body_xhtml"}), "an ninjs item"),
    (frozenset({"uri", "body_html"}), "an ninjs item"),
    (frozenset({"version", "items"}), "a JSON feed"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One value of a JSON file: where it stands (`file:17`), the file's stem, and the value."""

    place: str
    stem: str
    value: object


def parse(text: str) -> object:
    """The value that the text is. Raises ValueError with the cause, also where it is nested too deep to parse."""
    try:
        value: object = json.loads(text)
        return value
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def pages_of_lines(source: Source, *, prefer_text: bool) -> Iterator[Draft | Issue]:
    """A page for every line that is an object, an issue for every other one; empty lines are passed over."""
    for number, line in lines(source.stream):
        place = f"{source.name}:{number}"
        if line is None:
            yield too_large(place, MAX_PAGE)
            continue
        text = decode(line)
        if not text.text.strip():
            continue
        yield from _noted(place, text)
        try:
            value = parse(text.text)
        except ValueError as error:
            yield issue("malformed-json", place, f"is no valid JSON ({error}); the line is left out")
            continue
        yield from pages_of_row(Row(place, source.stem, value), prefer_text=prefer_text)


def pages_of_value(source: Source, value: object, *, prefer_text: bool) -> Iterator[Draft | Issue]:
    """A page for an object, or for every object of a list (`file:2` is its second)."""
    if not isinstance(value, list):
        yield from pages_of_row(Row(source.name, source.stem, value), prefer_text=prefer_text)
        return
    for number, item in enumerate(value, 1):
        yield from pages_of_row(Row(f"{source.name}:{number}", source.stem, item), prefer_text=prefer_text)


def pages_of_row(row: Row, *, prefer_text: bool) -> Iterator[Draft | Issue]:
    """The page of one row with what was wrong with its fields, or the issue that says why there is none."""
    value = row.value
    if not isinstance(value, Mapping):
        yield issue("not-an-object", row.place, f"is {_type(value)}, not an object with text or html; left out")
    elif (known := _own_issue(value)) is not None:
        yield known
    elif (what := _foreign(value)) is not None:
        yield issue("unsupported-format", row.place, f"is {what}, which is not read yet; left out")
    else:
        yield from _page(row, value, prefer_text=prefer_text)


def _page(row: Row, value: Mapping[str, object], *, prefer_text: bool) -> Iterator[Draft | Issue]:
    body, markup, note = _body(row, value, prefer_text=prefer_text)
    if note is not None:
        yield note
    if body is None:
        return
    yield from _noted(row.place, body)
    fields: dict[str, str | None] = {}
    for name in TEXT_FIELDS:
        fields[name], note = _field(row, value, name)
        if note is not None:
            yield note
    given, note = _id(row, value)
    if note is not None:
        yield note
    page = Page(
        id=given or "",
        body=body.text,
        markup=markup or (not prefer_text and is_markup(body.text)),
        file=row.place,
        url=fields["url"],
        publisher=fields["publisher"],
        published_at=fields["published_at"],
        title=fields["title"],
        language=fields["language"],
        fetched_at=_time(fields["fetched_at"]),
    )
    yield Draft(page, given=bool(given), stem=f"{row.stem}-{content_hash(page)}")


def _body(row: Row, value: Mapping[str, object], *, prefer_text: bool) -> tuple[Decoded | None, bool, Issue | None]:
    """The row's text or html, whether it is html, and what was wrong. html first: it knows more of the page."""
    names = ("text", "html") if prefer_text else ("html", "text")
    present = [name for name in names if value.get(name) is not None]
    wrong = [name for name in present if not isinstance(value[name], str)]
    for name in present:
        words = value[name]
        if isinstance(words, str) and words.strip("\x00 \t\r\n"):
            return usable(words), name == "html", None
    if wrong:
        cause = f"its {wrong[0]} is {_type(value[wrong[0]])}, not a string; left out"
        return None, False, issue("wrong-type", row.place, cause)
    if present:
        return None, False, issue("empty", row.place, f"its {present[0]} is empty; left out")
    has = ", ".join(sorted(map(str, value))[:8]) or "nothing"
    return None, False, issue("missing-text", row.place, f"has neither text nor html (it has: {usable(has).text})")


def _field(row: Row, value: Mapping[str, object], name: str) -> tuple[str | None, Issue | None]:
    """A text field, None where it is missing, empty or of another type (then with the issue that says so).

    Takes what `crosswire clean --json` writes: `headline` for the title, `{"value": …}` for a time.
    """
    found = value.get(name, value.get(OWN_NAMES.get(name, name)))
    if isinstance(found, Mapping) and name == "published_at":
        found = found.get("value")
    if found is None or (isinstance(found, str) and not found.strip()):
        return None, None
    if not isinstance(found, str):
        cause = f"its {name} is {_type(found)}, not a string; taken as not known"
        return None, issue("wrong-type", row.place, cause)
    return usable(found).text.strip(), None


def _id(row: Row, value: Mapping[str, object]) -> tuple[str | None, Issue | None]:
    """The user's id: a string as it is, a whole number in its digits."""
    found = value.get("id")
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found), None
    if found is None or (isinstance(found, str) and not found.strip()):
        return None, None
    if not isinstance(found, str):
        return None, issue("wrong-type", row.place, f"its id is {_type(found)}, not a string; one was made")
    return usable(found).text, None


def _time(value: str | None) -> datetime | None:
    """A moment with its offset; None where it is not written in full."""
    try:
        moment = datetime.fromisoformat(value) if value else None
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo else None


def _own_issue(value: Mapping[str, object]) -> Issue | None:
    """An issue that an earlier crosswire command wrote between its rows, passed on as it was."""
    stage, code, message = (value.get(name) for name in ("stage", "code", "message"))
    if "text" in value or "html" in value:
        return None
    if not (isinstance(stage, str) and isinstance(code, str) and isinstance(message, str)):
        return None
    file = value.get("file")
    place = usable(file).text if isinstance(file, str) else None
    return Issue(usable(stage).text, usable(code).text, usable(message).text, file=place)


def _foreign(value: Mapping[str, object]) -> str | None:
    """What a known news object is that holds no text or html of ours."""
    if "text" in value or "html" in value:
        return None
    return next((what for fields, what in FOREIGN_OBJECTS if fields <= value.keys()), None)


def _noted(place: str, text: Decoded) -> Iterator[Issue]:
    if text.replaced:
        cause = f"{text.replaced} characters can't be kept (NUL, half a pair, foreign bytes) and show as \ufffd"
        yield issue("replaced-characters", place, cause)


def _type(value: object) -> str:
    """What JSON calls a value's type."""
    names = {type(None): "null", bool: "true or false", int: "a number", float: "a number", str: "a string"}
    return names.get(type(value), "a list" if isinstance(value, list) else "an object")
