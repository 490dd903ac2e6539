"""All lexicons at once, read from the data files of the installation."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache, partial
from importlib.resources import files
from types import MappingProxyType
from typing import Any, TypeVar

from crosswire.errors import DataError
from crosswire.lexicons.acts import ActWords
from crosswire.lexicons.agencies import Agencies, agencies
from crosswire.lexicons.block_weights import BlockWeights, block_weights
from crosswire.lexicons.brief import BriefWords, brief_words
from crosswire.lexicons.calendar import Calendar, calendar
from crosswire.lexicons.cases import CaseWords, case_words
from crosswire.lexicons.counted import Counted, counted
from crosswire.lexicons.cues import CueLexicon, cue_lexicon
from crosswire.lexicons.descriptions import Descriptions
from crosswire.lexicons.edits import EditWords, edit_words
from crosswire.lexicons.element_names import ElementNames, element_names
from crosswire.lexicons.english import English, english
from crosswire.lexicons.feed_lines import FeedLines, feed_lines
from crosswire.lexicons.function_words import FunctionWords, function_words
from crosswire.lexicons.furniture import FurniturePhrases, furniture_phrases
from crosswire.lexicons.geography import Geography, geography
from crosswire.lexicons.headline_weights import HeadlineWeights, headline_weights
from crosswire.lexicons.line_weights import LineWeights, line_weights
from crosswire.lexicons.marks import Marks, marks
from crosswire.lexicons.media_words import MediaWords, media_words
from crosswire.lexicons.names import Names, names
from crosswire.lexicons.numbers import NumberWords
from crosswire.lexicons.organisations import Organisations, organisations
from crosswire.lexicons.outlets import Outlets, outlets
from crosswire.lexicons.owners import Owners, owners
from crosswire.lexicons.page_signs import PageSigns, page_signs
from crosswire.lexicons.persons import PersonWords
from crosswire.lexicons.points import PointWords, point_words
from crosswire.lexicons.rarity import Rarity, rarity
from crosswire.lexicons.releases import ReleaseWords, release_words
from crosswire.lexicons.renderings import RenderingWords, rendering_words
from crosswire.lexicons.speakers import Speakers, speakers
from crosswire.lexicons.speech import Speech, speech
from crosswire.lexicons.stages import StageWords
from crosswire.lexicons.stances import Stances, stances
from crosswire.lexicons.tables import filled
from crosswire.lexicons.times import TimeWords, time_words
from crosswire.lexicons.titles import Titles, titles
from crosswire.lexicons.translations import TranslationWords
from crosswire.lexicons.verdicts import VerdictWords

T = TypeVar("T")


def table(name: str) -> dict[str, Any]:
    """The TOML file `data/{name}.toml`, parsed. Raises DataError that names the file."""
    try:
        return tomllib.loads((files("crosswire.lexicons") / "data" / f"{name}.toml").read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"lexicon {name}.toml: {error}") from error


def binary(name: str) -> bytes:
    """The bytes of the file `data/{name}`. Raises DataError that names the file."""
    try:
        return (files("crosswire.lexicons") / "data" / name).read_bytes()
    except OSError as error:
        raise DataError(f"lexicon {name}: {error}") from error


def made(make: Callable[..., T], *names: str) -> T:
    """A field that `make` makes of the files of these names; of the one of its own name where none is given.

    A class is filled from its files.
    """
    found: T = field(metadata={"make": partial(filled, make) if isinstance(make, type) else make, "files": names})
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicons:
    """What is known about language and the trade. One field per lexicon; loaded once and handed to the rooms."""

    furniture: FurniturePhrases = made(furniture_phrases, "furniture", "furniture_languages")
    feed_lines: FeedLines = made(feed_lines)
    function_words: FunctionWords = made(function_words)
    headline_weights: HeadlineWeights = made(headline_weights)
    line_weights: LineWeights = made(line_weights, "furniture_weights")
    element_names: ElementNames = made(element_names, "blocks")
    block_weights: BlockWeights
    brief: BriefWords = made(brief_words)
    outlets: Outlets = made(outlets)
    agencies: Agencies = made(agencies, "agencies", "credits")
    calendar: Calendar = made(calendar, "calendar", "date_words")
    cues: CueLexicon = made(cue_lexicon)
    edits: EditWords = made(edit_words)
    english: English = made(english)
    points: PointWords = made(point_words)
    stages: StageWords = made(StageWords)
    verdicts: VerdictWords = made(VerdictWords)
    cases: CaseWords = made(case_words)
    acts: ActWords = made(ActWords, "acts", "act_weights")
    persons: PersonWords = made(PersonWords)
    numbers: NumberWords = made(NumberWords)
    times: TimeWords = made(time_words, "times", "calendar")
    counted: Counted = made(counted)
    descriptions: Descriptions = made(Descriptions)
    geography: Geography = made(geography, "geography", "datelines")
    marks: Marks = made(marks)
    media_words: MediaWords = made(media_words)
    names: Names = made(names)
    organisations: Organisations = made(organisations)
    page_signs: PageSigns = made(page_signs)
    rarity: Rarity = made(rarity)
    renderings: RenderingWords = made(rendering_words)
    speakers: Speakers = made(speakers)
    speech: Mapping[str, Speech]
    stances: Stances
    titles: Titles = made(titles)
    owners: Owners = made(owners)
    releases: ReleaseWords = made(release_words)
    translations: TranslationWords = made(TranslationWords)


@cache
def load_lexicons() -> Lexicons:
    """Every lexicon, read once per process."""
    found = {
        one.name: one.metadata["make"](*map(table, one.metadata["files"] or (one.name,)))
        for one in fields(Lexicons)
        if "make" in one.metadata
    }
    return Lexicons(
        block_weights=block_weights(binary("blocks.npz")),
        speech=MappingProxyType({code: speech(table(f"speech_{code}")) for code in ("de", "fr")}),
        stances=stances(table("stances"), found["cues"]),
        **found,
    )
