"""Quotations against PolNeAR's attributions, beside plain rules."""

from __future__ import annotations

import re

from crosswire.model.report import Paragraph, Report

LINE = re.compile(r"\S[^\n]*")


def plain_report(name: str, text: str) -> Report:
    """A report of bare text: every line a paragraph."""
    return Report(id=name, text=text, paragraphs=tuple(Paragraph(*m.span()) for m in LINE.finditer(text)))
