"""Pages from JSON: one object is one page, with the fields that `crosswire` documents."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

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
    """One value of a JSON file: the file, where in it (`file:17`), the value, notes from its decoding."""

    source: Source
    place: str
    value: object
    notes: tuple[Issue, ...] = ()


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
        try:
            value = parse(text.text)
        except ValueError as error:
            yield issue("malformed-json", place, f"is no valid JSON ({error}); the line is left out")
            continue
        yield page_of_row(Row(source, place, value, _replaced(place, text)), prefer_text=prefer_text)


def pages_of_value(source: Source, text: Decoded, *, prefer_text: bool) -> Iterator[Draft | Issue]:
    """A page for an object, or for every object of a list (`file:2` is its second). Raises ValueError as `parse`."""
    value = parse(text.text)
    notes = _replaced(source.name, text)
    if not isinstance(value, list):
        yield page_of_row(Row(source, source.name, value, notes), prefer_text=prefer_text)
        return
    for number, item in enumerate(value, 1):
        yield page_of_row(Row(source, f"{source.name}:{number}", item, notes), prefer_text=prefer_text)


def page_of_row(row: Row, *, prefer_text: bool) -> Draft | Issue:
    """The page of one row with what was wrong with its fields, or the issue that says why there is none."""
    value = row.value
    if not isinstance(value, Mapping):
        return issue("not-an-object", row.place, f"is {_type(value)}, not an object with text or html; left out")
    if (known := _own_issue(value)) is not None:
        return known
    if (what := _foreign(value)) is not None:
        return issue("unsupported-format", row.place, f"is {what}, which is not read yet; left out")
    return _page(row, value, prefer_text=prefer_text)


def _page(row: Row, value: Mapping[str, object], *, prefer_text: bool) -> Draft | Issue:
    found = _body(row, value, prefer_text=prefer_text)
    if isinstance(found, Issue):
        return found
    body, markup = found
    read = {name: _field(row, value, name) for name in TEXT_FIELDS}
    fields = {name: found for name, (found, _) in read.items()}
    given, id_note = _id(row, value)
    notes = (*row.notes, *_replaced(row.place, body), *(note for _, note in read.values() if note))
    page = Page(
        id=given or "",
        body=body.text,
        markup=markup or (not prefer_text and is_markup(body.text)),
        file=row.source.name,
        url=fields["url"],
        publisher=fields["publisher"],
        published_at=fields["published_at"],
        title=fields["title"],
        language=fields["language"],
        fetched_at=_time(fields["fetched_at"]),
    )
    stem = f"{row.source.stem}-{content_hash(page)}"
    return Draft(page, row.place, stem, given=bool(given), notes=(*notes, *([id_note] if id_note else [])))


def _body(row: Row, value: Mapping[str, object], *, prefer_text: bool) -> tuple[Decoded, bool] | Issue:
    """The row's text or html and whether it is html, or what is wrong. html first: it knows more of the page."""
    names = ("text", "html") if prefer_text else ("html", "text")
    present = [name for name in names if value.get(name) is not None]
    wrong = [name for name in present if not isinstance(value[name], str)]
    for name in present:
        words = value[name]
        if isinstance(words, str) and words.strip("\x00 \t\r\n"):
            return usable(words), name == "html"
    if wrong:
        cause = f"its {wrong[0]} is {_type(value[wrong[0]])}, not a string; left out"
        return issue("wrong-type", row.place, cause)
    if present:
        return issue("empty", row.place, f"its {present[0]} is empty; left out")
    has = ", ".join(sorted(map(str, value))[:8]) or "nothing"
    return issue("missing-text", row.place, f"has neither text nor html (it has: {usable(has).text})")


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
    words = usable(found).text.strip()
    if name == "url" and not _is_address(words):
        return None, issue("wrong-type", row.place, "its url is no address; taken as not known")
    return words, None


def _is_address(words: str) -> bool:
    """False for what can't even be taken apart (`http://[x`), so that no later step stumbles over it."""
    try:
        return bool(urlsplit(words).geturl())
    except ValueError:
        return False


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


def _replaced(place: str, text: Decoded) -> tuple[Issue, ...]:
    """The note on a text that has characters which could not be kept."""
    if not text.replaced:
        return ()
    cause = f"{text.replaced} characters can't be kept (NUL, half a pair, foreign bytes) and show as \ufffd"
    return (issue("replaced-characters", place, cause),)


def _type(value: object) -> str:
    """What JSON calls a value's type."""
    names = {type(None): "null", bool: "true or false", int: "a number", float: "a number", str: "a string"}
    return names.get(type(value), "a list" if isinstance(value, list) else "an object")
