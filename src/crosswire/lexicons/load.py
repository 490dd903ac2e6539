"""All lexicons at once, read from the data files of the installation."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from crosswire.errors import DataError
from crosswire.lexicons.cues import CueLexicon, cue_lexicon
from crosswire.lexicons.points import PointWords, point_words


def table(name: str) -> dict[str, Any]:
    """The TOML file `data/{name}.toml`, parsed. Raises DataError that names the file."""
    try:
        return tomllib.loads((files("crosswire.lexicons") / "data" / f"{name}.toml").read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"lexicon {name}.toml: {error}") from error


@dataclass(frozen=True, slots=True)
class Lexicons:
    """What is known about language and the trade. One field per lexicon; loaded once and handed to the rooms."""

    cues: CueLexicon
    points: PointWords


@cache
def load_lexicons() -> Lexicons:
    """Every lexicon, read once per process."""
    return Lexicons(cues=cue_lexicon(table("cues")), points=point_words(table("points")))
