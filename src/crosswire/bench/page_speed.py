"""How fast one page becomes a report, beside the libraries that take bodies from markup, and how that grows with it."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import islice, pairwise
from pathlib import Path

from crosswire.bench.measure import Figure, rows, seconds
from crosswire.bench.pages import flattened
from crosswire.clean.page import clean_page, text_of
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page

SOURCE = "data/pages/article_bodies.jsonl.gz"
PAGES = 80
WARMING = 10  # pages read first, and not counted
# Characters of the invented pages whose time is measured; the last is the largest page that anyone saves.
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
_MEGA = 1_000_000

_WORDS = """
harbour council ferry bridge tunnel strike budget storm witness minister inquiry engine captain coastline shelter
the of and a to in said was by on for with that had after before from its were been would not two
"""
_VOCABULARY = tuple(_WORDS.split())


def measure_pages(data: Path) -> Iterator[Figure]:
    """Pages a second of one core with markup and without, and the time per million characters as a page grows.

    In a process of its own: what other measures remember of these pages would flatter, and what they hold in memory
    would slow down whoever makes many objects.
    """
    next(rows(data / SOURCE))  # says what is missing, if the data is
    call = f"from crosswire.bench.page_speed import tell; tell({str(data)!r})"
    run = subprocess.run([sys.executable, "-c", call], check=True, capture_output=True, text=True)
    for line in run.stdout.splitlines():
        yield Figure(**json.loads(line))


def tell(data: str) -> None:
    """Print the figures, a line of JSON each."""
    for figure in _figures(Path(data)):
        print(json.dumps(asdict(figure)))


def _figures(data: Path) -> Iterator[Figure]:
    source = [row["html"] for row in islice(rows(data / SOURCE), PAGES)]
    own = _pages_a_second(source, lambda body: _cleaned(body, markup=True))
    plain = [text for body in source if (text := flattened(body)) is not None]
    note = f"{len(source) - WARMING} pages to reports, header and all, each read once"
    for name, (shown, body_of) in _rivals().items():
        yield Figure(f"speed.markup.{name}", own, shown, _pages_a_second(source, body_of), "pages/s", note)
    yield _text_alone([row["html"] for row in islice(rows(data / "data/pages/publisher_fields.jsonl.gz"), PAGES)])
    if len(plain) > WARMING:
        alone = _pages_a_second(plain, lambda text: _cleaned(text, markup=False))
        yield Figure("speed.plain", alone, "the same pages with markup", own, "pages/s", f"{note}, flattened")
    for markup in (True, False):
        yield from _growth(markup=markup)


def _text_alone(source: Sequence[str]) -> Figure:
    """Pages a second when only the text is asked for, as of the rivals; on other pages, for those are remembered."""
    own = _pages_a_second(source, lambda body: text_of(Page("page", body, markup=True), lexicons=load_lexicons()))
    rival, body_of = _rivals()["trafilatura_fast"]
    note = f"{len(source) - WARMING} other pages to their text and nothing else, each read once"
    return Figure("speed.text", own, rival, _pages_a_second(source, body_of), "pages/s", note)


def _pages_a_second(pages: Sequence[str], work: Callable[[str], object]) -> float:
    """Pages a second of one core, the first WARMING not counted; none is read twice: much of a page is remembered."""
    for page in pages[:WARMING]:
        work(page)
    start = time.process_time()
    for page in pages[WARMING:]:
        work(page)
    return (len(pages) - WARMING) / (time.process_time() - start)


def _growth(*, markup: bool) -> Iterator[Figure]:
    """The time per million characters at each of SIZES, and by how much it rises at most from one to the next."""
    kind = "markup" if markup else "plain"
    costs = []
    for size in SIZES:
        body = invented_page(size, markup=markup)
        costs.append(seconds(lambda body=body: _cleaned(body, markup=markup)) * _MEGA / len(body))  # type: ignore[misc]
        note = f"an invented page of {size / _MEGA:g} million characters"
        yield Figure(f"speed.size.{kind}.{size // 1000}k", costs[-1], unit="s per million", note=note)
    worst = max(later / earlier for earlier, later in pairwise(costs))
    note = "the most that the time per character rises from one size to the next"
    yield Figure(f"speed.size.{kind}.growth", worst, "linear", 1.0, "", note)


def _cleaned(body: str, *, markup: bool) -> object:
    return clean_page(Page("page", body, markup), lexicons=load_lexicons())


def _rivals() -> Mapping[str, tuple[str, Callable[[str], object]]]:
    """What takes a body from markup, those that are installed: a name, how the table calls it, the call."""
    import trafilatura

    found: dict[str, tuple[str, Callable[[str], object]]] = {
        "trafilatura_fast": (
            "trafilatura fast, body only",
            lambda body: trafilatura.bare_extraction(body, fast=True, with_metadata=False),
        ),
        "trafilatura": (
            "trafilatura fast, with metadata",
            lambda body: trafilatura.bare_extraction(body, fast=True, with_metadata=True),
        ),
        "trafilatura_precision": (
            "trafilatura precision, no metadata",
            lambda body: trafilatura.bare_extraction(body, favor_precision=True, with_metadata=False),
        ),
    }
    try:
        import readability

        logging.getLogger("readability").setLevel(logging.CRITICAL)
        found["readability"] = ("readability-lxml, body only", lambda body: readability.Document(body).summary())
    except ModuleNotFoundError:
        pass
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree

        found["resiliparse"] = (
            "resiliparse, body only",
            lambda body: extract_plain_text(HTMLTree.parse(body), main_content=True),
        )
    except ModuleNotFoundError:
        pass
    return found


def invented_page(size: int, *, markup: bool) -> str:
    """A page of about `size` characters: a menu, a headline, an article that grows, teasers and a footer."""
    article = "".join(_paragraph(n, markup=markup) for n in range(size // 420))
    if not markup:
        menu = "\n".join(f"Section {n}" for n in range(20))
        return f"{menu}\nStorm closes the bridge at Ostra\nBy Anna Lund\n\n{article}\nMost read\nAbout us\nContact\n"
    menu = "".join(f'<li><a href="/s{n}">Section {n}</a></li>' for n in range(20))
    return (
        "<!doctype html><html><head><title>Storm closes the bridge at Ostra</title></head><body>"
        f"<nav><ul>{menu}</ul></nav><article><h1>Storm closes the bridge at Ostra</h1>{article}</article>"
        "<aside><h3>Most read</h3><a href='/a'>Harbour budget passes</a></aside><footer>About us</footer></body></html>"
    )


def _paragraph(number: int, *, markup: bool) -> str:
    """A paragraph of some 400 characters, unlike its neighbours."""
    words = [_VOCABULARY[(number * 7 + k * k + k * (number % 13)) % len(_VOCABULARY)] for k in range(62)]
    text = f"{' '.join(words).capitalize()} on pier {number}."
    return f"<p class='text'>{text}</p>\n" if markup else f"{text}\n\n"
