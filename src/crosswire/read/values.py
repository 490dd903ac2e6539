"""Values of JSON: what they are, and their fields taken with care for their types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from crosswire.model.issue import Issue
from crosswire.read.decode import usable
from crosswire.read.source import Source

Object = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Row:
    """One value of a JSON file: the file, where in it (`file:17`), the value, notes from its decoding."""

    source: Source
    place: str
    value: object
    notes: tuple[Issue, ...] = ()


def parse(text: str) -> object:
    """The value that the text is. Raises ValueError with the cause, also where it is nested too deep to parse."""
    try:
        value: object = json.loads(text)
        return value
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def type_name(value: object) -> str:
    """What JSON calls a value's type."""
    names = {type(None): "null", bool: "true or false", int: "a number", float: "a number", str: "a string"}
    return names.get(type(value), "a list" if isinstance(value, list) else "an object")


def string(value: Object, *names: str) -> str | None:
    """The first of these fields that is a string with something in it, half pairs replaced; None where none is."""
    for name in names:
        found = value.get(name)
        if isinstance(found, str) and found.strip():
            return usable(found).text.strip()
    return None


def objects(value: object) -> tuple[Object, ...]:
    """The objects in a list, or the one that the value is; empty for anything else."""
    return tuple(item for item in (value if isinstance(value, list) else [value]) if isinstance(item, Mapping))


def strings(value: object) -> tuple[str, ...]:
    """The strings with something in them in a list, or the one that the value is."""
    found = value if isinstance(value, list) else [value]
    return tuple(usable(item).text.strip() for item in found if isinstance(item, str) and item.strip())


def names(value: object) -> tuple[str, ...]:
    """The names of persons or organisations given as words, as objects with a `name`, or as a list of either."""
    found = value if isinstance(value, list) else [value]
    told = (item if isinstance(item, str) else string(item, "name") for item in found if isinstance(item, (str, dict)))
    return tuple(dict.fromkeys(usable(name).text.strip() for name in told if name and name.strip()))
