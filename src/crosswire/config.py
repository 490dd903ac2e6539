"""What the user's environment settles, read once at the edge and handed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DATA_VARIABLE = "CROSSWIRE_DATA"
DATA_DEFAULT = "../shared"


@dataclass(frozen=True, slots=True)
class Config:
    """`data`: the folder with the evaluation data that `crosswire bench` measures on."""

    data: Path


def from_environment(environment: Mapping[str, str]) -> Config:
    """The settings that the environment's variables make; defaults where they are not set."""
    return Config(data=Path(environment.get(DATA_VARIABLE) or DATA_DEFAULT))
