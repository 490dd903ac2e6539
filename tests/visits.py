"""A real browser at pages opened from disk, for the tests of the page.

Skipped, with the reason, where no browser is installed: `CROSSWIRE_CHROMIUM` names one, else /usr/bin/chromium.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crosswire.model.dossier import Dossier
from crosswire.write.html import to_html

CHROMIUM = os.environ.get("CROSSWIRE_CHROMIUM", "/usr/bin/chromium")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install '.[browser]'")
needs_browser = pytest.mark.skipif(
    not Path(CHROMIUM).exists(), reason=f"no browser at {CHROMIUM}: set CROSSWIRE_CHROMIUM to one"
)

# Contrast of every text with what lies behind it, as WCAG 2 counts it; what is smaller than asked comes back.
CONTRAST = """() => {
  const channel = (c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const parts = (css) => (css.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const poor = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || element.closest("script, style, title, .hidden, .quiet, .none")) continue;
    const style = getComputedStyle(element);
    const front = element.closest("svg") ? style.fill : style.color;
    const [a, b] = [light(parts(front)), light(behind(element))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) poor.add(`${element.tagName}.${element.className} ${front}`);
  }
  return [...poor];
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    options = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=options)
        yield started
        started.close()


class Visit:
    """A page opened from disk, with the requests it made and whatever went wrong in it."""

    def __init__(self, browser: Any, folder: Path, **options: Any) -> None:
        self.folder = folder
        self.page = browser.new_page(**({"viewport": {"width": 1280, "height": 900}} | options))
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: self.errors.append(message.text))
        self.page.on("dialog", lambda dialog: self.errors.append("dialog"))

    def open(self, dossier: Dossier | str, name: str) -> Visit:
        """This visit, at the dossier's page, with nothing held against it yet."""
        file = self.folder / f"{name}.html"
        file.write_text(dossier if isinstance(dossier, str) else to_html(dossier), "utf-8")
        self.requests.clear()
        self.errors.clear()
        self.page.goto(file.as_uri())
        return self

    def do(self, script: str) -> Any:
        return self.page.evaluate(script)


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Any]:
    opened: list[Visit] = []

    def go(dossier: Dossier, **options: Any) -> Visit:
        opened.append(Visit(browser, tmp_path, **options))
        return opened[-1].open(dossier, f"page-{len(opened)}")

    yield go
    for one in opened:
        one.page.close()


def quiet(visited: Visit) -> bool:
    """True when the page asked for nothing but itself and nothing went wrong in it."""
    return len(visited.requests) == 1 and not visited.errors
