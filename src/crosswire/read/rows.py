"""Pages from JSON: one object is one page, with the fields that `crosswire` documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from urllib.parse import urlsplit

from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.read.decode import Decoded, decode, usable
from crosswire.read.ids import Draft, content_hash
from crosswire.read.kind import is_markup
from crosswire.read.reader import Found
from crosswire.read.source import MAX_PAGE, Source, issue, lines, too_large
from crosswire.read.syndicated.feeds import pages_of_feed
from crosswire.read.syndicated.item import Item, Refusal, draft_of
from crosswire.read.syndicated.json_feed import is_json_feed, read_json_feed
from crosswire.read.syndicated.json_ld import is_json_ld, read_json_ld
from crosswire.read.syndicated.ninjs import is_ninjs, read_ninjs
from crosswire.read.values import Object, Row, names, parse, type_name

# Fields of a row, and under what other names they come: those that crosswire's own `clean --json` writes first.
TEXT_FIELDS = ("url", "publisher", "published_at", "updated_at", "title", "language", "fetched_at", "credit")
OTHER_NAMES = {"title": ("headline",), "fetched_at": ("scrape_time",)}
AUTHORS = ("authors", "bylines", "author", "byline")
_TIMES = ("published_at", "updated_at")
_SECONDS = re.compile(r"\d{10}(?:\d{3})?")  # since 1970, perhaps with their thousandths


def pages_of_lines(source: Source, *, prefer_text: bool) -> Found:
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
        yield from pages_of_row(Row(source, place, value, _replaced(place, text)), prefer_text=prefer_text)


def pages_of_value(source: Source, text: Decoded, *, prefer_text: bool) -> Found:
    """A page for an object, or for every object of a list (`file:2` is its second). Raises ValueError as `parse`."""
    value = parse(text.text)
    notes = _replaced(source.name, text)
    if not isinstance(value, list):
        yield from pages_of_row(Row(source, source.name, value, notes), prefer_text=prefer_text)
        return
    if not value:
        yield issue("empty", source.name, "is an empty list; left out")
    for number, item in enumerate(value, 1):
        yield from pages_of_row(Row(source, f"{source.name}:{number}", item, notes), prefer_text=prefer_text)


def pages_of_row(row: Row, *, prefer_text: bool) -> Found:
    """The page of one row, or the pages of the feed or newswire item that it is; issues say what is wrong with it."""
    value = row.value
    if not isinstance(value, Mapping):
        cause = f"is {type_name(value)}, not an object with text or html; left out"
        yield issue("not-an-object", row.place, cause)
    elif (known := _own_issue(value)) is not None:
        yield known
    elif "text" in value or "html" in value:
        yield _page(row, value, prefer_text=prefer_text)
    elif is_json_feed(value):
        yield from pages_of_feed(
            row.source, read_json_feed(value, row.source.url), row.place, row.notes, what="a JSON feed"
        )
    elif (found := _news_in(value)) is not None:
        yield from _of_items(row, tuple(found))
    else:
        yield _page(row, value, prefer_text=prefer_text)


def _news_in(value: Object) -> Iterator[Item | Refusal] | None:
    """What an object holds that is news in a form of its own; None for a row."""
    if is_ninjs(value):
        return read_ninjs(value)
    return read_json_ld(value) if is_json_ld(value) else None


def _of_items(row: Row, found: tuple[Item | Refusal, ...]) -> Found:
    for number, item in enumerate(found, 1):
        place = f"{row.place}:{number}" if len(found) > 1 else row.place
        if isinstance(item, Refusal):
            yield issue(item.code, place, item.cause)
        else:
            yield draft_of(item, row.source, place, row.notes)


def _page(row: Row, value: Object, *, prefer_text: bool) -> Draft | Issue:
    found = _body(row, value, prefer_text=prefer_text)
    if isinstance(found, Issue):
        return found
    body, markup = found
    read = {name: _field(row, value, name) for name in TEXT_FIELDS}
    fields = {name: found for name, (found, _) in read.items()}
    fetched, time_note = _time(row, fields["fetched_at"])
    given, id_note = _id(row, value)
    authors, author_note = _authors(row, value)
    doubts = (*(note for _, note in read.values()), time_note, author_note, id_note)
    notes = (*row.notes, *_replaced(row.place, body), *(note for note in doubts if note))
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
        fetched_at=fetched,
        updated_at=fields["updated_at"],
        authors=authors or (),
        credit=fields["credit"],
    )
    stem = f"{row.source.stem}-{content_hash(page)}"
    return Draft(page, row.place, stem, given=bool(given), notes=notes)


def _body(row: Row, value: Object, *, prefer_text: bool) -> tuple[Decoded, bool] | Issue:
    """The row's text or html and whether it is html, or what is wrong. html first: it knows more of the page."""
    names = ("text", "html") if prefer_text else ("html", "text")
    present = [name for name in names if value.get(name) is not None]
    wrong = [name for name in present if not isinstance(value[name], str)]
    for name in present:
        words = value[name]
        if isinstance(words, str) and words.strip("\x00 \t\r\n"):
            return usable(words), name == "html"
    if wrong:
        cause = f"its {wrong[0]} is {type_name(value[wrong[0]])}, not a string; left out"
        return issue("wrong-type", row.place, cause)
    if present:
        return issue("empty", row.place, f"its {present[0]} is empty; left out")
    has = ", ".join(sorted(map(str, value))[:8]) or "nothing"
    return issue("missing-text", row.place, f"has neither text nor html (it has: {usable(has).text})")


def _field(row: Row, value: Object, name: str) -> tuple[str | None, Issue | None]:
    """A text field, None where it is missing, empty or of another type (then with the issue that says so).

    Takes what `crosswire clean --json` writes: `headline` for the title, `{"value": …}` for a time.
    """
    found = next((value[n] for n in (name, *OTHER_NAMES.get(name, ())) if value.get(n) is not None), None)
    if isinstance(found, Mapping) and name in _TIMES:
        found = found.get("value")
    if found is None or (isinstance(found, str) and not found.strip()):
        return None, None
    if name == "fetched_at" and isinstance(found, int) and not isinstance(found, bool):
        return str(found), None
    if not isinstance(found, str):
        cause = f"its {name} is {type_name(found)}, not a string; taken as not known"
        return None, issue("wrong-type", row.place, cause)
    words = usable(found).text.strip()
    if name == "url" and not _is_address(words):
        return None, issue("wrong-type", row.place, "its url is no address; taken as not known")
    return words, None


def _authors(row: Row, value: Object) -> tuple[tuple[str, ...] | None, Issue | None]:
    """Who wrote it: a name, a list of names, or objects that have one; None with the issue for any other type."""
    found = next((value[name] for name in AUTHORS if value.get(name) not in (None, "", [])), None)
    if found is None:
        return None, None
    those = names(found)
    if those:
        return those, None
    cause = f"its authors are {type_name(found)} that names nobody; taken as not known"
    return None, issue("wrong-type", row.place, cause)


def _is_address(words: str) -> bool:
    """False for what can't even be taken apart (`http://[x`), so that no later step stumbles over it."""
    try:
        return bool(urlsplit(words).geturl())
    except ValueError:
        return False


def _id(row: Row, value: Object) -> tuple[str | None, Issue | None]:
    """The user's id: a string as it is, a whole number in its digits."""
    found = value.get("id")
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found), None
    if found is None or (isinstance(found, str) and not found.strip()):
        return None, None
    if not isinstance(found, str):
        return None, issue("wrong-type", row.place, f"its id is {type_name(found)}, not a string; one was made")
    return usable(found).text, None


def _time(row: Row, value: str | None) -> tuple[datetime | None, Issue | None]:
    """A moment with its offset, also as seconds since 1970; None with the issue where it is not written in full.

    Without an offset it may be of either of two days, so that nothing is counted from it.
    """
    if value is None:
        return None, None
    if _SECONDS.fullmatch(value):
        return datetime.fromtimestamp(int(value[:10]), UTC), None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        cause = f"its fetched_at is “{value[:40]}”, no ISO time with an offset; taken as not known"
        return None, issue("wrong-type", row.place, cause)
    if moment.tzinfo:
        return moment, None
    cause = f"its fetched_at is “{value[:40]}”, without an offset; taken as not known"
    return None, issue("wrong-type", row.place, cause)


def _own_issue(value: Object) -> Issue | None:
    """An issue that an earlier crosswire command wrote between its rows, passed on as it was."""
    stage, code, message = (value.get(name) for name in ("stage", "code", "message"))
    if "text" in value or "html" in value:
        return None
    if not (isinstance(stage, str) and isinstance(code, str) and isinstance(message, str)):
        return None
    file = value.get("file")
    place = usable(file).text if isinstance(file, str) else None
    return Issue(usable(stage).text, usable(code).text, usable(message).text, file=place)


def _replaced(place: str, text: Decoded) -> tuple[Issue, ...]:
    """The note on a text that has characters which could not be kept."""
    if not text.replaced:
        return ()
    cause = f"{text.replaced} characters can't be kept (NUL, half a pair, foreign bytes) and show as \ufffd"
    return (issue("replaced-characters", place, cause),)
