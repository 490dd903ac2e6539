"""Where results and messages go: results to the standard output, everything else to the standard error."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import Final, TextIO

from crosswire.errors import UsageError
from crosswire.model.dossier import Dossier
from crosswire.model.issue import Issue
from crosswire.run.order import issues_in_order
from crosswire.run.route import attempt
from crosswire.write.html import to_html
from crosswire.write.index import to_index
from crosswire.write.json import dossier_json
from crosswire.write.markdown import to_markdown
from crosswire.write.plain import one_line

# Issues of one kind that are written out; the rest of them are counted.
ISSUES_SHOWN = 5
INDEX = "index.html"
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST = 100
_SHORTEST_TITLE = 6
_LONGEST_TITLE = 60
_NUMBER = re.compile(r"(?<![0-9a-z])[0-9a-f]{8}$")
# Letters that don't come apart into a plain one and a mark.
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})


def tell_issues(issues: Iterable[Issue], stream: TextIO) -> None:
    """Write the issues in one order, a line each; of many of one kind the first few and how many more there are."""
    ordered = issues_in_order(issues)
    counts = Counter((issue.stage, issue.code) for issue in ordered)
    told: Counter[tuple[str, str]] = Counter()
    for issue in ordered:
        kind = (issue.stage, issue.code)
        told[kind] += 1
        if told[kind] <= ISSUES_SHOWN:
            page = f", page {one_line(issue.report)}" if issue.report else ""
            stream.write(f"crosswire: {one_line(issue.message)} [{issue.stage}: {issue.code}{page}]\n")
    for (stage, code), number in sorted(counts.items()):
        if number > ISSUES_SHOWN:
            stream.write(f"crosswire: and {number - ISSUES_SHOWN} more [{stage}: {code}]\n")


def as_json(dossier: Dossier) -> str:
    """The dossier as a file of JSON."""
    return dossier_json(dossier) + "\n"


PAGE: Final = ".html"
FORMS: Final[Mapping[str, Callable[[Dossier], str]]] = {PAGE: to_html, ".md": to_markdown, ".json": as_json}


def made_folder(folder: Path) -> Path:
    """The folder, made where it was missing. Raises UsageError when nothing can be written there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"can't write to {folder}: {error.strerror}; name another folder with -o") from error
    return folder


def write_story(dossier: Dossier, folder: Path, name: str) -> tuple[Path | None, tuple[Issue, ...]]:
    """Write the story's page, Markdown and JSON to the folder, under one name: the page's path, and what failed.

    A form that can't be made is an issue, and its path None; the others are written.
    """
    paths, issues = [], []
    for ending, form in FORMS.items():
        text = attempt(partial(form, dossier), "write", dossier.relations.story)
        path = folder / f"{name}{ending}"
        if isinstance(text, Issue):
            issues.append(text)
        else:
            _write(path, text)
            paths.append(path)
    page = folder / f"{name}{PAGE}"
    return page if page in paths else None, tuple(issues)


def write_index(dossiers: Mapping[str, Dossier], folder: Path) -> Path:
    """The page that leads to every story's page; `dossiers` by the names of their files."""
    page = folder / INDEX
    _write(page, to_index(dossiers))
    return page


def file_name(id: str, taken: Collection[str], *, title: str = "") -> str:
    """A file's name for a story: letters that every file system takes, none of `taken`, never `index`.

    The title with the number at the end of the id ("ferry-fire-off-ilsen-72f69931"), which keeps stories apart; the
    id alone where the title has too few letters that every file system takes, or the id ends in no such number.
    """
    words, number = _title_words(title), _NUMBER.search(id)
    base = f"{words}-{number[0]}" if number and len(words) >= _SHORTEST_TITLE else id
    base = _UNSAFE.sub("-", base)[:_LONGEST].strip("-.") or "story"
    names = chain([base], (f"{base}-{number}" for number in count(2)))
    return next(name for name in names if name not in taken and name != "index")


def _title_words(title: str) -> str:
    """The title in small ASCII letters with hyphens, cut between words: "Zoë’s ferry" gives "zoes-ferry"."""
    plain = unicodedata.normalize("NFKD", title.casefold().translate(_LETTERS)).replace("’", "").replace("'", "")
    words = re.findall(r"[a-z0-9]+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    while len("-".join(words)) > _LONGEST_TITLE and len(words) > 1:
        words.pop()
    return "-".join(words)[:_LONGEST_TITLE]


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8", newline="")
    except OSError as error:
        raise UsageError(f"can't write {path}: {error.strerror}; name another folder with -o") from error
