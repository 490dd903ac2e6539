"""Why a speaker may have spoken another language: two translators choose two words for one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Quotation
from crosswire.model.relation import Actor
from crosswire.model.report import Report

AWAY = (["to"], ["for"], ["on"], ["in"])
AROUND = 160  # characters beside a quotation in which "through a translator" speaks of it


class Tongues:
    """Answers for any quotation of the story why its words may be a translation; "" where nothing says so."""

    def __init__(self, reports: Iterable[Report], actors: Iterable[Actor], lexicons: Lexicons) -> None:
        self._texts = {report.id: report.text for report in reports}
        self._languages = {report.id: report.language for report in reports}
        self._lexicons = lexicons
        self._foreign = {actor.id: found for actor in actors if (found := self._role(actor))}

    def why(self, quotations: Sequence[Quotation]) -> str:
        """The reason, the surest first: words beside one of the quotations, the reports' languages, the office."""
        for quotation in quotations:
            found = self._said(quotation)
            if found:
                return f"the words may be a translation: “{found}”"
        languages = {self._languages.get(quotation.report) for quotation in quotations} - {None}
        if len(languages) > 1:
            return "the reports are in two languages"
        roles = (self._foreign.get(q.speaker or "") for q in quotations)
        role = next((role for role in roles if role), "")
        return f"“{role}” may have spoken another language, and been translated twice" if role else ""

    def _said(self, quotation: Quotation) -> str:
        """The words near a quotation that tell of another language."""
        text = self._texts.get(quotation.report, "")
        first, last = quotation.content[0], quotation.content[-1]
        before, after = text[max(0, first.start - AROUND) : first.start], text[last.end : last.end + AROUND]
        near = before.rpartition("\n\n")[2], after.partition("\n\n")[0]
        for words in near:
            found = self._lexicons.renderings.translated.search(words)
            if found:
                return " ".join(found[0].split())
        return ""

    def _role(self, actor: Actor) -> str:
        """The first role of a country whose officials speak another language in public.

        The first country of a role is whose role it is: "the Norwegian envoy to Ireland"; not "the envoy to Norway".
        """
        for role in (*actor.roles, actor.name):
            words = role.replace("’s", "").replace("'s", "").split()
            countries = [self._lexicons.geography.country(word) for word in words]
            own = next((n for n, country in enumerate(countries) if country), None)
            if own is None or words[own - 1 : own] in AWAY:
                continue
            if countries[own] not in self._lexicons.renderings.english:
                return role
        return ""
