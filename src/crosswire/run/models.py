"""The models and lexicons of one process, each loaded once and only when a step needs it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, cached_property

from crosswire.annotate.language import Language, load_language
from crosswire.annotate.model import QuotationModel, load_quotation_model
from crosswire.annotate.pipelines import ENGLISH, EnglishPipeline, Pipeline
from crosswire.annotate.ruled.pipeline import RulePipeline
from crosswire.lexicons.load import Lexicons, load_lexicons
from crosswire.relate.points.piece_reader import load_piece_network
from crosswire.relate.points.point_model import PointModel, load_point_model
from crosswire.relate.tolls.toll_model import TollModel, load_toll_model


class Models:
    """What the rooms are handed. `clean` needs the lexicons only; the pipeline takes about two seconds to load."""

    @cached_property
    def lexicons(self) -> Lexicons:
        """What is known about language and the trade."""
        return load_lexicons()

    @cached_property
    def language(self) -> Language:
        """The language pipeline. Raises ModelError when it is not installed."""
        return load_language(self.lexicons.english)

    @cached_property
    def quotations(self) -> QuotationModel:
        """The quotation model's weights."""
        return load_quotation_model()

    @cached_property
    def english(self) -> EnglishPipeline:
        """The reader of English reports, and of those whose language is not known."""
        return EnglishPipeline(self.language, self.lexicons, self.quotations)

    def pipeline(self, language: str | None) -> Pipeline:
        """The reader of a language; of one whose words are not known, one that reads quotation marks only."""
        if language in (None, ENGLISH):
            return self.english
        return self._ruled.setdefault(language, RulePipeline(self.lexicons, self.lexicons.speech.get(language)))

    @cached_property
    def _ruled(self) -> dict[str, RulePipeline]:
        return {}

    @cached_property
    def points(self) -> PointModel:
        """The point model's weights, with the network that looks into sentences."""
        return replace(load_point_model(), reader=load_piece_network())

    @cached_property
    def tolls(self) -> TollModel:
        """The weights of the tolls."""
        return load_toll_model()


@cache
def shared_models() -> Models:
    """The models of this process, shared by all that runs in it."""
    return Models()
