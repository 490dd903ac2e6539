"""All lexicons at once, read from the data files of the installation."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from crosswire.errors import DataError
from crosswire.lexicons.acts import ActWords, act_words
from crosswire.lexicons.agencies import Agencies, agencies
from crosswire.lexicons.block_weights import BlockWeights, block_weights
from crosswire.lexicons.brief import BriefWords, brief_words
from crosswire.lexicons.calendar import Calendar, calendar
from crosswire.lexicons.cases import CaseWords, case_words
from crosswire.lexicons.counted import Counted, counted
from crosswire.lexicons.cues import CueLexicon, cue_lexicon
from crosswire.lexicons.descriptions import Descriptions, descriptions
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
from crosswire.lexicons.motives import MotiveWords, motive_words
from crosswire.lexicons.names import Names, names
from crosswire.lexicons.numbers import NumberWords, number_words
from crosswire.lexicons.organisations import Organisations, organisations
from crosswire.lexicons.outlets import Outlets, outlets
from crosswire.lexicons.owners import Owners, owners
from crosswire.lexicons.page_signs import PageSigns, page_signs
from crosswire.lexicons.persons import PersonWords, person_words
from crosswire.lexicons.points import PointWords, point_words
from crosswire.lexicons.rarity import Rarity, rarity
from crosswire.lexicons.releases import ReleaseWords, release_words
from crosswire.lexicons.renderings import RenderingWords, rendering_words
from crosswire.lexicons.speakers import Speakers, speakers
from crosswire.lexicons.speech import Speech, speech
from crosswire.lexicons.stages import StageWords, stage_words
from crosswire.lexicons.stances import Stances, stances
from crosswire.lexicons.times import TimeWords, time_words
from crosswire.lexicons.titles import Titles, titles
from crosswire.lexicons.translations import TranslationWords, translation_words
from crosswire.lexicons.verdicts import VerdictWords, verdict_words


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


@dataclass(frozen=True, slots=True)
class Lexicons:
    """What is known about language and the trade. One field per lexicon; loaded once and handed to the rooms."""

    furniture: FurniturePhrases
    feed_lines: FeedLines
    function_words: FunctionWords
    headline_weights: HeadlineWeights
    line_weights: LineWeights
    element_names: ElementNames
    block_weights: BlockWeights
    brief: BriefWords
    outlets: Outlets
    agencies: Agencies
    calendar: Calendar
    cues: CueLexicon
    edits: EditWords
    english: English
    points: PointWords
    stages: StageWords
    verdicts: VerdictWords
    cases: CaseWords
    motives: MotiveWords
    acts: ActWords
    persons: PersonWords
    numbers: NumberWords
    times: TimeWords
    counted: Counted
    descriptions: Descriptions
    geography: Geography
    marks: Marks
    media_words: MediaWords
    names: Names
    organisations: Organisations
    page_signs: PageSigns
    rarity: Rarity
    renderings: RenderingWords
    speakers: Speakers
    speech: Mapping[str, Speech]
    stances: Stances
    titles: Titles
    owners: Owners
    releases: ReleaseWords
    translations: TranslationWords


@cache
def load_lexicons() -> Lexicons:
    """Every lexicon, read once per process."""
    return Lexicons(
        furniture=furniture_phrases(table("furniture"), table("furniture_languages")),
        feed_lines=feed_lines(table("feed_lines")),
        function_words=function_words(table("function_words")),
        headline_weights=headline_weights(table("headline_weights")),
        line_weights=line_weights(table("furniture_weights")),
        element_names=element_names(table("blocks")),
        block_weights=block_weights(binary("blocks.npz")),
        brief=brief_words(table("brief")),
        outlets=outlets(table("outlets")),
        calendar=calendar(table("calendar"), table("date_words")),
        counted=counted(table("counted")),
        descriptions=descriptions(table("descriptions")),
        agencies=agencies(table("agencies"), table("credits")),
        cues=cue_lexicon(table("cues")),
        edits=edit_words(table("edits")),
        english=english(table("english")),
        points=point_words(table("points")),
        stages=stage_words(table("stages")),
        verdicts=verdict_words(table("verdicts")),
        cases=case_words(table("cases")),
        motives=motive_words(table("motives")),
        acts=act_words(table("acts"), table("act_weights")),
        persons=person_words(table("persons")),
        numbers=number_words(table("numbers")),
        times=time_words(table("times"), table("calendar")),
        geography=geography(table("geography"), table("datelines")),
        marks=marks(table("marks")),
        media_words=media_words(table("media_words")),
        names=names(table("names")),
        organisations=organisations(table("organisations")),
        page_signs=page_signs(table("page_signs")),
        rarity=rarity(table("rarity")),
        renderings=rendering_words(table("renderings")),
        speakers=speakers(table("speakers")),
        speech=MappingProxyType({code: speech(table(f"speech_{code}")) for code in ("de", "fr")}),
        stances=stances(table("stances"), cue_lexicon(table("cues"))),
        titles=titles(table("titles")),
        owners=owners(table("owners")),
        releases=release_words(table("releases")),
        translations=translation_words(table("translations")),
    )
