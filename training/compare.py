"""The ways that were tried, in one table: `python training/compare.py CROSSWIRE_DATA FOLDER [--add NAME MODEL]`.

FOLDER holds what each way found in the reports kept aside (no text, only places), a JSON file each. `--add` writes one
more: what crosswire finds with MODEL, a file that `training/quotations.py --apart` made without those reports.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

import numpy as np
from encoder_lessons import aside
from polnear import Parsed, parsed

from crosswire.annotate.model import QuotationModel, model_of
from crosswire.annotate.quotations import find_quotations
from crosswire.bench.measure import scorer
from crosswire.lexicons.load import load_lexicons

PARTS = ("source", "cue", "content", "whole")


def main(data: Path, folder: Path, add: tuple[str, str] | None, cache: Path | None) -> None:
    """Print the table; first add a way, if asked."""
    kept = [report for report in parsed(data, "train", cache) if aside(report[0]["article"])]
    if add:
        with np.load(add[1], allow_pickle=False) as arrays:
            found = predicted(kept, model_of(arrays))
        (folder / f"{add[0]}.json").write_text(json.dumps(found), "utf-8")
    score = scorer(data, "score_quotations").score
    print("| way | " + " | ".join(f"{part} exact / overlap" for part in PARTS) + " | words/s |")
    for file in sorted(folder.glob("*.json")):
        way = json.loads(file.read_text("utf-8"))
        figures = score([row for row, _, _ in kept], way["found"])
        cells = [f"{figures[part]['exact']:.3f} / {figures[part]['overlap']:.3f}" for part in PARTS]
        print(f"| {file.stem} | " + " | ".join(cells) + f" | {way['speed']:,.0f} |")


def predicted(kept: list[Parsed], model: QuotationModel) -> dict[str, Any]:
    """What crosswire finds with a model, in the scorer's form, and words a second beyond the parse."""
    lexicons, start = load_lexicons(), time.process_time()
    found = {
        report.id: find_quotations(report, sentences, (), lexicons=lexicons, model=model)
        for _, report, sentences in kept
    }
    words = sum(len(report.text.split()) for _, report, _ in kept)
    speed = words / (time.process_time() - start)
    return {"speed": speed, "found": {name: [_row(q) for q in quotations] for name, quotations in found.items()}}


def _row(quotation: Any) -> dict[str, Any]:
    """A quotation in the scorer's form."""
    one = {
        part: {"start": p.start, "end": p.end} if p else None
        for part, p in (("source", quotation.source), ("cue", quotation.cue))
    }
    return {**one, "content": [{"start": p.start, "end": p.end} for p in quotation.content]}


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("data", type=Path)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--add", nargs=2, metavar=("NAME", "MODEL"))
    asked.add_argument("--cache", type=Path, help="a pickle of the parsed reports")
    told = asked.parse_args()
    main(told.data, told.folder, told.add, told.cache)
