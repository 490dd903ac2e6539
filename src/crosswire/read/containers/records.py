"""The records of web archives, WARC 0.17 to 1.1 and ARC 1 and 2, one at a time; damaged ones as far as they go."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from crosswire.read.containers.tape import Damage, Tape
from crosswire.read.source import MAX_PAGE

_MOST_HEADERS = 500
# Records in a row with something wrong, after which an archive is given up.
_MOST_UNSOUND = 5000

_WARC_MARK = re.compile(rb"WARC/\d{1,2}\.\d{1,4}\s*(?:\r?\n|\Z)")
_WARC_WITHIN = re.compile(rb"\r?\n\r?\n(?=WARC/\d\.\d{1,2}\r?\n(?:WARC|Content)-)")
_SCHEME = rb"(?:https?|ftp|dns|filedesc|whois|metadata|warcinfo)"
_ARC_TAIL = rb" [\d.:a-f]{1,45} (\d{12,18}) (\S[^\r\n]{0,200}?) (-?\w{1,19})\r?\n"
_ARC_MARK = re.compile(rb"(" + _SCHEME + rb":[^\r\n]{0,8000}?)" + _ARC_TAIL)
_ARC_WITHIN = re.compile(rb"\n(?=" + _SCHEME + rb":[^\r\n]{0,2000}" + _ARC_TAIL + rb")")
_HEADER = re.compile(rb"([!-9;-~]{1,100}):[ \t]*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Record:
    """One record. `kind`: response, resource, revisit …; `block`: its content, None where it is too large to read.

    `at`: the byte of the file where it (or the gzip member that holds it) begins. `fault`: what is wrong with it.
    """

    kind: str
    url: str
    date: str
    content_type: str
    block: bytes | None
    at: int
    headers: Mapping[str, str] = field(default_factory=dict)
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before a record's content: all of the record but the content, and the length it says it has."""

    record: Record
    length: int | None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class _Form:
    """How one kind of archive is written: what a record begins with, alone and inside others' content."""

    mark: re.Pattern[bytes]
    within: re.Pattern[bytes]
    head: Callable[[Tape, bytes, int], _Head]


def records(stream: BinaryIO, *, arc: bool) -> Iterator[Record | Damage]:
    """Every record of the archive in its order, and what can't be read between them. Only one is held at a time."""
    form = ARC if arc else WARC
    tape = Tape(stream, form.mark)
    unsound = 0
    while not tape.ended():
        at = tape.at
        if unsound > _MOST_UNSOUND:
            yield Damage(at, f"of the {_MOST_UNSOUND} records before none is sound, and the rest is left out")
            return
        line = tape.line()
        if not line.strip(b"\r\n\x00"):
            continue
        if form.mark.match(line):
            record = _record(tape, form, form.head(tape, line, at))
            unsound = unsound + 1 if record.fault else 0
            yield record
        else:
            unsound += 1
            tape.back(line)
            passed = _to_mark(tape, form)
            yield Damage(at, f"{passed} bytes belong to no record")
        while tape.faults:
            yield tape.faults.popleft()
    yield from tape.faults


def _record(tape: Tape, form: _Form, head: _Head) -> Record:
    """The record with its content, whose length is the one it says it has if what follows bears that out."""
    if head.length is None:
        return replace(head.record, block=_rest(tape, form, b""), fault=head.fault)
    if head.length > MAX_PAGE:
        tape.skip(head.length)
        return head.record
    block = tape.read(head.length)
    if len(block) == head.length and _ends(tape, form):
        return replace(head.record, block=block)
    whole = _rest(tape, form, block)
    fault = f"it says it has {head.length} bytes and has {len(whole)}" if len(whole) != head.length else None
    return replace(head.record, block=whole, fault=fault)


def _ends(tape: Tape, form: _Form) -> bool:
    """True when the content ends here: the archive does, or another record begins, or the two empty lines of WARC."""
    passed = b""
    while line := tape.line():
        if line.strip(b"\r\n\x00"):
            tape.back(line)
            if form.mark.match(line) or passed == b"\r\n\r\n":
                return True
            tape.back(passed)
            return False
        passed += line[: 64 - len(passed)]
    return True


def _rest(tape: Tape, form: _Form, block: bytes) -> bytes:
    """The content up to where the next record begins: inside what was read of it already, or behind that."""
    line = tape.line()
    if form.mark.match(line):
        tape.back(line)
        return block
    block += line  # a false length may have ended in the middle of the next record's first line
    ahead = tape.line()
    if found := form.within.search(block + ahead):
        tape.back((block + ahead)[found.end() :])
        return block[: found.start()]
    tape.back(ahead)
    parts, size = [block], len(block)
    while size <= MAX_PAGE and (line := tape.line()):
        if form.mark.match(line):
            tape.back(line)
            break
        parts.append(line)
        size += len(line)
    whole = b"".join(parts)
    return whole.removesuffix(b"\r\n\r\n") if whole.endswith(b"\r\n\r\n") else whole.removesuffix(b"\n")


def _to_mark(tape: Tape, form: _Form) -> int:
    """Passes over what belongs to no record; how many bytes that were."""
    passed = 0
    while line := tape.line():
        if form.mark.match(line):
            tape.back(line)
            break
        passed += len(line)
    return passed


def _warc_head(tape: Tape, line: bytes, at: int) -> _Head:
    """The head of a WARC record. Lines may end in LF alone; a line that opens with a blank continues the one before."""
    headers: dict[str, str] = {}
    name = ""
    for _ in range(_MOST_HEADERS):
        line = tape.line()
        if not line.strip(b"\r\n"):
            break
        if _WARC_MARK.match(line):
            tape.back(line)
            break
        if line[:1] in b" \t" and name:
            headers[name] += " " + _words(line)
        elif match := _HEADER.match(line):
            name = match[1].decode("ascii").lower()
            headers.setdefault(name, _words(match[2]))
    url = headers.get("warc-target-uri", "").strip("<> ")
    told = (headers.get("warc-type", "").lower(), url, headers.get("warc-date", ""), headers.get("content-type", ""))
    length, fault = _length(headers.get("content-length"))
    return _Head(Record(*told, None, at, headers), length, fault)


def _arc_head(tape: Tape, line: bytes, at: int) -> _Head:
    """The head of an ARC record: one line, in version 2 with five more fields between type and length."""
    match = _ARC_MARK.match(line)
    assert match is not None  # the caller has seen it
    url, date, between, number = (_words(part) for part in match.groups())
    kind = "warcinfo" if url.startswith("filedesc:") else "response"
    length, fault = _length(number)
    return _Head(Record(kind, url, date, between.split(" ")[0], None, at), length, fault)


def _length(words: str | None) -> tuple[int | None, str | None]:
    """The length that a record says it has, or what is wrong with that."""
    if words is None:
        return None, "it does not say how long it is"
    if not (words.isascii() and words.isdigit() and len(words) < 19):
        return None, f"the length it says it has is no number ({words[:20]})"
    return int(words), None


def _words(data: bytes) -> str:
    """A header's words: UTF-8, else as every byte has a letter."""
    try:
        return data.decode("utf-8").strip()
    except UnicodeDecodeError:
        return data.decode("latin-1").strip()


WARC = _Form(_WARC_MARK, _WARC_WITHIN, _warc_head)
ARC = _Form(_ARC_MARK, _ARC_WITHIN, _arc_head)
