"""A dossier as one HTML page: self-contained, no request to anywhere, everything from a page escaped."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crosswire.model.dossier import Dossier
from crosswire.model.lineage import ReportVersion
from crosswire.model.passage import Passage
from crosswire.model.report import Furniture, Report
from crosswire.write import vocabulary
from crosswire.write.asked import asked_lines
from crosswire.write.bearing import bearing_counted
from crosswire.write.clock import days_told, told
from crosswire.write.glance import glance
from crosswire.write.ledger import Ledger, Telling, carried, layout, ledger
from crosswire.write.marking import Marking
from crosswire.write.matrix import Matrix, columns, houses
from crosswire.write.narrowed import narrowed
from crosswire.write.origins import MOST_ELSEWHERE, MOST_PASSAGES, MOST_PLACES_ELSEWHERE, MOST_STEMS, origins_view
from crosswire.write.pairs import in_parts, parts
from crosswire.write.pictures import Curve, clock, curve, events, phases
from crosswire.write.plain import language_tag, shown, web_link
from crosswire.write.series import Series, hedged, number, series
from crosswire.write.silent import by_kind, gaps
from crosswire.write.sources import Register, marks
from crosswire.write.tolls import toll_lines
from crosswire.write.voices import PLAIN, outlying, verb, voices, whole
from crosswire.write.wordings import kind_of

STYLES = ("style.css", "ledger.css", "origins.css", "print.css")
SCRIPTS = ("places.js", "script.js", "beside.js")
# Of several reports more words than this are folded under their headlines: a line that rests on one opens it.
MOST_OPEN_WORDS = 800
TOP_ROWS = 12
MOST_MARKS = 40
MOST_ROWS = 150
MOST_SET_OFF = 60
MOST_VOICES, MOST_UNNAMED = 6, 4
MOST_FIGURES, FEW_FIGURES = 12, 4
MOST_RENDERINGS = 3
MOST_PLACES = 8


def to_html(dossier: Dossier) -> str:
    """The dossier as an HTML document, always encodable as UTF-8. It works from disk and without its script."""
    register, dossier = Register(dossier), narrowed(dossier)
    relations = dossier.relations
    book = ledger(dossier, register)
    figures = series(dossier, register)
    laid = layout(book, top=TOP_ROWS, most=MOST_ROWS)
    origins = origins_view(dossier, register)
    left_out = gaps(dossier, register, book)
    toll_parts = (part for toll in relations.tolls for part in toll.parts)
    led_to = (*origins.led_to(), *left_out.led_to(), *(passage for part in toll_parts for passage in part.passages))
    marking = Marking(dossier, register, book, figures, laid.points, led_to)
    heads = columns(dossier, register)
    drawn = clock(dossier, register, left=4, width=292)
    page = (
        environment()
        .get_template("page.html")
        .render(
            dossier=dossier,
            relations=relations,
            register=register,
            days=days_told(dossier.first_published_at, dossier.last_published_at),
            asked=asked_lines(dossier, register),
            book=book,
            glance=glance(book, laid),
            columns=heads,
            houses=houses,
            cells=Matrix(heads, relations.silences, left_out.addresses()).cells,
            gaps=left_out,
            by_kind=by_kind,
            actors=_speaking(book, register),
            voices=voices(dossier, register),
            figures=_shown_figures(figures, register),
            tolls=toll_lines(relations.tolls, register),
            origins=origins,
            versions=_versions(dossier),
            clock=clock(dossier, register, left=70, width=300),
            strip=drawn,
            phases=phases(events(dossier, drawn, register)),
            marking=marking,
            folded=_fold(relations.counted),
            furniture=_furniture,
            laid=laid,
            differing=differing,
            **assets(),
        )
    )
    return shown(page)


@cache
def environment() -> Environment:
    """The templates' environment: everything escaped, every string made fit to show, unknown names an error."""
    made = Environment(
        loader=PackageLoader("crosswire.write", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.globals.update(
        words=vocabulary,
        count=vocabulary.count,
        counted=vocabulary.counted,
        borne=vocabulary.borne,
        bearing_counted=bearing_counted,
        listed=vocabulary.listed,
        told=told,
        number=number,
        hedged=hedged,
        web_link=web_link,
        language_tag=language_tag,
        carried=carried,
        whole=whole,
        verb=verb,
        PLAIN=PLAIN,
        outlying=outlying,
        kind_of=kind_of,
        MOST_VOICES=MOST_VOICES,
        MOST_UNNAMED=MOST_UNNAMED,
        MOST_RENDERINGS=MOST_RENDERINGS,
        MOST_PLACES=MOST_PLACES,
        marks=marks,
        set_off=set_off,
        MOST_MARKS=MOST_MARKS,
        MOST_STEMS=MOST_STEMS,
        MOST_ELSEWHERE=MOST_ELSEWHERE,
        MOST_PLACES_ELSEWHERE=MOST_PLACES_ELSEWHERE,
        MOST_PASSAGES=MOST_PASSAGES,
        parts=parts,
        TOP_ROWS=TOP_ROWS,
    )
    return made


def _finalize(value: object) -> object:
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def assets() -> dict[str, Markup | str]:
    """The page's style and script, and the policy that lets these two and nothing else run."""
    folder = files("crosswire.write") / "templates"
    style, script = ("".join((folder / name).read_text("utf-8") for name in names) for names in (STYLES, SCRIPTS))
    rules = (
        "default-src 'none'",
        f"style-src '{_hash(style)}'",
        f"script-src '{_hash(script)}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return {"style": Markup(style), "script": Markup(script), "policy": "; ".join(rules)}


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _speaking(book: Ledger, register: Register) -> tuple[tuple[str, str], ...]:
    """Addresses and names of the actors who speak in the ledger's rows, by name."""
    ids = dict.fromkeys(actor for row in book.rows() for actor in row.actors)
    named = {register.voice_address(id) or "": register.actor_names([id])[0] for id in ids if register.actor(id)}
    return tuple(sorted(named.items(), key=lambda pair: pair[1].casefold()))


def _versions(dossier: Dossier) -> dict[str, tuple[ReportVersion, ...]]:
    """For the id of a report the versions of it that were seen, the latest first."""
    found: dict[str, list[ReportVersion]] = {}
    for version in dossier.relations.versions:
        found.setdefault(version.of, []).insert(0, version)
    return {report: tuple(versions) for report, versions in found.items()}


@dataclass(frozen=True, slots=True)
class _Figures:
    """The figures by how they stand on the page, each with the number of its address: drawn, as rows, and folded."""

    drawn: tuple[tuple[int, Series, Curve], ...]
    shown: tuple[tuple[int, Series], ...]
    more: tuple[tuple[int, Series], ...]


def _shown_figures(found: Sequence[Series], register: Register) -> _Figures:
    """Those that change over time as pictures; as rows those that several reports print, and a few others."""
    curves = [(at, one, curve(one, register)) for at, one in enumerate(found, 1)]
    rows = [(at, one) for at, one, line in curves if line is None]
    shared = [row for row in rows if row[1].changes or len(row[1].reports) > 1]
    shown = (shared or rows[:FEW_FIGURES])[:MOST_FIGURES]
    drawn = tuple((at, one, line) for at, one, line in curves if line)
    return _Figures(drawn, tuple(shown), tuple(row for row in rows if row not in shown))


def _fold(reports: Sequence[Report]) -> bool:
    """True where the reports together are more than a reader wants below the account of them."""
    return len(reports) > 1 and sum(len(report.text.split()) for report in reports) > MOST_OPEN_WORDS


def _furniture(report: Report) -> dict[str, list[Furniture]]:
    """What was set aside from the page, by kind in words, in order of the page."""
    groups: dict[str, list[Furniture]] = {}
    for one in report.furniture:
        groups.setdefault(vocabulary.FURNITURE[one.kind], []).append(one)
    return groups


def set_off(telling: Telling) -> tuple[tuple[str, bool], ...]:
    """What is printed for a version in parts, each with whether it is the value: set off where that helps the eye."""
    passage, around, value = telling.passage, telling.shown, telling.value or ""
    start = passage.words.find(value) if value else -1
    if start < 0 or len(value) > MOST_SET_OFF:
        start, value = 0, passage.words
    here = passage.start + start
    whole_is_value = len(value) > MOST_SET_OFF or 2 * len(value) > len(around.words) + 20
    return differing(around, [] if whole_is_value else [(here, here + len(value))])


def differing(passage: Passage, spans: Iterable[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    """The passage's words in parts, each with whether other reports have it otherwise."""
    return tuple(
        (words, differs is not None) for words, differs in in_parts(passage, ((*span, True) for span in spans))
    )
