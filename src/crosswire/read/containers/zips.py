"""The pages in a zip archive, and in the office documents that are one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from crosswire.model.issue import Issue
from crosswire.read.containers.docx import UNPACKING, read_docx
from crosswire.read.decode import usable
from crosswire.read.kind import Kind, Sniffed
from crosswire.read.reader import Found, World
from crosswire.read.source import MAX_PAGE, MAX_STREAM, Source, issue, too_large

# A zip with more files than this is no folder of pages.
_MOST_FILES = 100_000
_CHUNK = 1 << 20
# LZMA is left out: a file can ask for gigabytes of memory before its first byte is unpacked.
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2})

# Files that tell what an archive is, and what it is then.
_DOCUMENTS = (
    ("xl/workbook.xml", "a spreadsheet (XLSX)"),
    ("ppt/presentation.xml", "a presentation (PPTX)"),
    ("META-INF/container.xml", "a book (EPUB)"),
    ("META-INF/manifest.xml", "an OpenDocument file"),
    ("AndroidManifest.xml", "a program"),
)


def read_zip(source: Source, sniffed: Sniffed, world: World) -> Found:
    """The pages of the files in it, each read as if it lay in a folder; of a DOCX document, the document's.

    Nothing is written to the disk, so names that lead out of the archive lead nowhere. An archive inside an archive
    is an issue. Each file may unpack to MAX_PAGE, all together to MAX_STREAM.
    """
    # In a stream that is unpacked on the way every step back begins at its start.
    stream = cast(BinaryIO, io.BytesIO(source.stream.read())) if world.inside else source.stream
    try:
        archive = zipfile.ZipFile(stream)
    except UNPACKING as error:
        yield issue("damaged", source.name, f"is a damaged zip archive ({usable(str(error)).text[:200]}); left out")
        return
    with archive:
        names = set(archive.namelist())
        what = next((what for name, what in _DOCUMENTS if name in names), None)
        if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
            yield read_docx(source, archive)
        elif Kind.ZIP in world.inside:
            yield issue("unsupported-format", source.name, "is a zip archive inside a zip archive; left out")
        elif what:
            yield issue("unsupported-format", source.name, f"is {what}, which is not read yet; left out")
        else:
            yield from _files(source, archive, replace(world, inside=(*world.inside, Kind.ZIP)))


def _files(source: Source, archive: zipfile.ZipFile, world: World) -> Found:
    """The pages of the files in the order of their names, hidden ones passed over."""
    files = [info for info in archive.infolist() if not _is_passed_over(info.filename)]
    if not files or len(files) > _MOST_FILES:
        cause = f"holds more than {_MOST_FILES} files; left out" if files else "is a zip archive without files"
        yield issue("too-large" if files else "empty", source.name, cause)
        return
    left = MAX_STREAM
    for info in sorted(files, key=lambda info: info.filename):
        name = f"{source.name}/{usable(info.filename).text}"
        data = _unpacked(archive, info, name, min(left, MAX_PAGE))
        if isinstance(data, Issue):
            yield data
            left -= MAX_PAGE if data.code == "too-large" else 0
        else:
            left -= len(data)
            inner = Source(name, cast(BinaryIO, io.BytesIO(data)), fetched_at=source.fetched_at)
            yield from world.within(inner, world)
        if left <= 0:
            yield issue(
                "too-large", source.name, f"unpacks to more than {MAX_STREAM // 2**20} MB; the rest is left out"
            )
            return


def _is_passed_over(name: str) -> bool:
    """True for folders (and a file that has no name at all), and for what systems hide."""
    return name[-1:] in ("", "/") or any(
        (part.startswith(".") and part.strip(".")) or part == "__MACOSX" for part in name.split("/")
    )


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limit: int) -> bytes | Issue:
    """The content of one file in the archive, or why it can't be had. What it says of its size is not believed."""
    if info.flag_bits & 1:
        return issue("encrypted", name, "is encrypted; left out")
    if info.compress_type not in _PACKINGS:
        return issue("unsupported-format", name, "is packed in a way that is not read; left out")
    try:
        data = b"".join(_pieces(archive, info, limit))
    except UNPACKING as error:
        return issue("damaged", name, f"can't be unpacked ({usable(str(error)).text[:200]}); left out")
    return too_large(name, limit) if len(data) > limit else data


def _pieces(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> Iterator[bytes]:
    size = 0
    with archive.open(info) as stream:
        while size <= limit and (data := stream.read(_CHUNK)):
            yield data
            size += len(data)
