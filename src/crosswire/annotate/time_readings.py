"""The readings of all forms of the time grammar, by the form's name."""

from __future__ import annotations

from collections.abc import Mapping

from crosswire.annotate import (
    date_readings,
    deictic_readings,
    length_readings,
    quarter_readings,
)
from crosswire.annotate.reading import Reader

READERS: Mapping[str, Reader] = {
    **date_readings.READERS,
    **deictic_readings.READERS,
    **length_readings.READERS,
    **quarter_readings.READERS,
}
