"""The page of a DOCX document, read with the standard library alone."""

from __future__ import annotations

import re
import zipfile
import zlib
from xml.parsers import expat

from crosswire.errors import InputError
from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.read.decode import usable
from crosswire.read.ids import Draft
from crosswire.read.source import MAX_PAGE, Source, decoding_notes, issue

_MAIN = re.compile(rb'PartName="/?([^"]{1,200})"\s+ContentType="[^"]{0,200}wordprocessingml\.document\.main\+xml"')
_MAIN_TURNED = re.compile(
    rb'ContentType="[^"]{0,200}wordprocessingml\.document\.main\+xml"\s+PartName="/?([^"]{1,200})"'
)
# What unpacking a part of a zip raises: damage; a RuntimeError where it is locked, or packed in an unknown way.
UNPACKING = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError)
_DEEPEST = 500

# What stands for a sign that is no letter, and what is not shown: deleted words, and the older form of a text box.
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_UNSEEN = frozenset({"del", "moveFrom", "Fallback"})


def read_docx(source: Source, archive: zipfile.ZipFile) -> Draft | Issue:
    """The page that the document is: its paragraphs, a blank line between them, or the issue that says why not.

    Headers, footers, notes and comments lie in other files of the document and are not read; deleted words are not
    shown. The document's own properties are not believed: their title and author are mostly a template's.
    """
    try:
        text = usable(_text(_main_part(archive)))
    except InputError as error:
        return issue("unsupported-format", source.name, f"{error}; left out")
    except expat.ExpatError as error:
        return issue("damaged", source.name, f"is a DOCX document whose XML is damaged ({error}); left out")
    except (*UNPACKING, KeyError) as error:
        return issue("damaged", source.name, f"is a damaged DOCX document ({usable(str(error)).text[:200]}); left out")
    if not text.text.strip():
        return issue("empty", source.name, "is a DOCX document without text; left out")
    page = Page(id="", body=text.text, markup=False, file=source.name, url=source.url, fetched_at=source.fetched_at)
    return Draft(page, source.name, source.stem, notes=decoding_notes(source.name, text))


def _main_part(archive: zipfile.ZipFile) -> bytes:
    """The XML that holds the text. Raises InputError where it is too large to read, whatever its size is said to be."""
    types = _part(archive, "[Content_Types].xml")
    match = _MAIN.search(types) or _MAIN_TURNED.search(types)
    return _part(archive, match[1].decode("utf-8", "replace") if match else "word/document.xml")


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        data = stream.read(MAX_PAGE + 1)
    if len(data) > MAX_PAGE:
        raise InputError(f"is a DOCX document that unpacks to more than {MAX_PAGE // 2**20} MB")
    return data


class _Paragraphs:
    """The paragraphs of a document as its parser meets them. One in a text box comes before the one that it lies in."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self._open: list[list[str]] = []
        self._unseen = 0
        self._in_text = False
        self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        self._depth += 1
        if self._depth > _DEEPEST:
            raise InputError("is a DOCX document nested too deep")
        self._unseen += local in _UNSEEN
        if local == "p":
            self._open.append([])
        elif local == "t":
            self._in_text = True
        elif local in _SIGNS and self._open and not self._unseen and not attributes:
            self._open[-1].append(_SIGNS[local])
        elif local == "br" and self._open and not self._unseen:
            self._open[-1].append("\n")

    def end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        self._depth -= 1
        self._unseen -= local in _UNSEEN
        if local == "t":
            self._in_text = False
        elif local == "p" and self._open:
            self.done.append("".join(self._open.pop()))

    def words(self, data: str) -> None:
        if self._in_text and self._open and not self._unseen:
            self._open[-1].append(data)


def _text(data: bytes) -> str:
    """The paragraphs' text. Raises ExpatError for what is no XML, InputError for what declares entities."""
    paragraphs = _Paragraphs()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = paragraphs.start
    parser.EndElementHandler = paragraphs.end
    parser.CharacterDataHandler = paragraphs.words
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(data, True)
    return "\n\n".join(text for text in paragraphs.done if text.strip()) + "\n"


def _refuse(*declared: object) -> None:
    """A document type can declare entities and name files: no word processor writes one."""
    raise InputError("is a DOCX document that declares a document type, which may hold traps")
