"""Bylines: who wrote a report."""

from __future__ import annotations

import re

from crosswire.lexicons.agencies import Agencies
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.load import Lexicons

_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w'’.\-]*|de|del|della|la|van|von|der|den|bin|al|el|ter|di|da|dos)"
_NAME = rf"[A-ZÀ-ÖØ-Þ][\w'’.\-]+(?:[ ]{_NAME_WORD}){{1,4}}"
# "The Example — By Ana Ruiz", "this post authored by Ana Ruiz".
_BY = re.compile(
    r"^\W*(?:[A-Z][\w.'’&]*(?: [\w.'’&]+){0,4} [–—|-] (?=B[yY]\b)"
    r"|(?:[Tt]his )?(?:post|story|article|piece|column) (?:was )?(?=\w+ by))?"
    r"(?:By|BY|by|From|Author|(?:[Ww]ritten|Story|[Pp]osted|[Rr]eported|[Pp]ublished|Analysis|Words|[Ss]ubmitted"
    r"|[Aa]uthored) by)\s*:?\s+(?P<rest>.{3,160})$"
)
_OPENERS = frozenset({"by", "from", "author"})
# Where a writer is, or for whom: "Ana Ruiz in Port Sorel and Tom Hill of Holm Research".
_WHERE = re.compile(
    r"(?<=[a-zà-ÿA-Z.])\s+(?:in|of|for|at)\s+(?:the\s+)?[A-ZÀ-Þ][^,;&|]*?(?=,|;|&|\||\s+and\s|\s+AND\s|$)"
)
# Words of houses, of buttons and of labels: no person is called "Holm View", "Local News", "Sign Up", "Case Number".
_NOBODY = re.compile(
    r"^(?:Get|Sign|Subscribe|Try|Log|Read|Watch|Click|Follow|Share|Join|Buy|See|Download|Listen|Register|Shop|Close|Google"
    r"|Show|Breaking|Latest|Back|More|Guest|Filed|Case|Contact|Call|The|Your|Our|My|This|All|Related|Top|Most)\s"
    r"|\b(?:View|News|TV|Local|Videos?|Capital|Weather|Sports?|Radio|Media|Research|Department"
    r"|Police|Number|Headlines|Online|Magazine|Today|Updates?|Newsletters?|Newsroom|Studios?)$"
    r"|\b(?:News|Newspapers?|TV|Videos?|Police|University|College|Institute|Newsletters?)\b"
)
_CALL_SIGN = re.compile(r"\b[KW][A-Z]{2,3}(?:[- ]?(?:TV|FM|AM|\d{1,2}))?\b|\d")
# The last line of a text that is its writer's: "— Ana Ruiz", "Ana Ruiz: 555-0100, ruiz@example.org".
_SIGN_OFF = re.compile(rf"(?:[—–]|--?)\s?(?P<alone>{_NAME})|(?P<reached>{_NAME})\s?[:|,]\s(?P<how>.{{5,120}})")
_REACHED = re.compile(r"\d{3}\)?[-. ]\d{3,4}\b|\w@\w[\w.-]*\.\w|(?:^|\s)@\w{3,}|\b(?:twitter|facebook)\.com/\w")
_ONLY_NAMES = re.compile(rf"{_NAME}(?:(?:,| and| &|, and)\s{_NAME}){{0,4}}")
_SPLIT = re.compile(r"\s*(?:,\s*and\b|,|\band\b|&|\bAND\b|;|\||/|\bwith\b)\s*")
_ROLE = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|bureau|chief|news|associated|press|reuters|afp"
    r"|ap|desk|contributor|columnist"
    r"|agencies|report|reports|team|special|senior|political|national|post|times|tribune|herald"
    r"|journal|service|media|digital"
    r"|network|daily|gazette|star|producer|the|for|of|web|online|cnn|bbc|published|updated|am|pm|edt"
    r"|est|wire|agency|author|in|at)\b",
    re.IGNORECASE,
)
_LOWER = re.compile(r"\b[a-z]{4,}\b")
_EDGE = re.compile(
    r"\s*(?:[|•·–—\[]|\S+@|\s@\w|\s-\s|,?\s+(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[a-z]*\.?\s+\d|Published|Updated|Posted|Last updated|Veröffentlicht|Erstellt|Publicado|Publié"
    r"|[Oo]n\b|\d)).*$"
)
_LONGEST, _LONGEST_FOREIGN, _LONGEST_SIGN_OFF = 170, 90, 400
_INITIAL_END = re.compile(r"\b[A-Z][a-z]?\.$")
# What follows the names in other languages: dates, places, what the line goes on to say.
_FOREIGN_EDGE = re.compile(
    r"\s*(?:[|•·–—\[（(]|\s-\s|\S+@|(?:Veröffentlicht|Erstellt|publiziert|Publicado|Publié|Actualizado)\b|,?\s+(?:am|vom|le|el|den|d\.|il|op|на|от)\s+\d|,?\s*\d).*$",
    re.IGNORECASE,
)
_FOREIGN_SPLIT = re.compile(r"\s*(?:,|،|;|/|&|\b(?:und|et|y|e|en|och|og|ja|oraz|и|та|و)\b)\s*")
_CHINESE = re.compile(r"[\u3400-\u9fff·]{2,5}(?:[、，,\s]+[\u3400-\u9fff·]{2,5}){0,4}")
_PARTICLES = frozenset([
    "de", "del", "della", "la", "le", "van", "von", "der", "den", "bin", "al", "el", "ter", "di", "da", "do", "dos",
    "zu",
])  # fmt: skip
# "（记者李晓、王伟）" behind a Chinese dateline.
_CORRESPONDENT = re.compile(r"[（(]记者\s?(?P<names>[\u3400-\u9fff·]{2,4}(?:[、，,\s][\u3400-\u9fff·]{2,4}){0,4})[）)]")
_REPORTING = re.compile(r"(?:^|[(\s])[Rr]eporting (?:and writing )?by (?P<names>[^;()]{4,200})")
_GLUED_AGENCY = re.compile(r"(?<=[a-z.])(?=(?:The )?Associated Press|Reuters\b|AFP\b)")


def names_of_byline(words: str, lexicons: Lexicons) -> tuple[str, ...] | None:
    """The people of a line that is a byline: "By ANA RUIZ and Tom Hill, Associated Press" gives Ana Ruiz, Tom Hill.

    Empty when it names only a house ("By Staff Reporter"); None when the line is no byline. In other languages than
    English ("Von Ana Ruiz, Ostra", "Текст: Анна Руис", "记者 王伟") it must name people.
    """
    if len(words) > _LONGEST or (words.rstrip().endswith((".", "?", "!", ":")) and not _INITIAL_END.search(words)):
        return None
    match = None if _OPENERS.isdisjoint(words_of(words)) else _BY.match(" ".join(words.split()))
    if match is None:
        return _foreign(words, lexicons)
    rest = _GLUED_AGENCY.sub(", ", _EDGE.sub("", match["rest"]))
    if len(rest.split()) > 22 or not rest[:1].isupper():
        return None
    agencies = lexicons.agencies
    rest = _WHERE.sub("", without_outlet(rest, lexicons))
    names = tuple(name for name in people(rest, agencies) if not is_nobody(name, lexicons))
    house = _ROLE.search(rest) and not _LOWER.search(rest)
    return (
        names if names or house or agencies.within(match["rest"]) or outlet_of_byline(match["rest"], lexicons) else None
    )


def _foreign(words: str, lexicons: Lexicons) -> tuple[str, ...] | None:
    """The people of a byline in another language, in whatever script; None for a line that names none."""
    rest = lexicons.media_words.behind_opener(words)
    if rest is None or len(rest) > _LONGEST_FOREIGN:
        return None
    rest = _without_weekday(_FOREIGN_EDGE.sub("", rest), lexicons)
    if _CHINESE.match(rest):
        return tuple(part for part in re.split(r"[、，,\s]+", rest) if part) if _CHINESE.fullmatch(rest) else None
    parts = [part.strip(" .:()") for part in _FOREIGN_SPLIT.split(rest)]
    names = [
        part
        for part in parts
        if _is_foreign_name(part) and not lexicons.media_words.is_role(part) and not _NOBODY.search(part)
    ]
    return tuple(_all_cased(name) for name in names) if parts and parts[0] in names else None


def _without_weekday(words: str, lexicons: Lexicons) -> str:
    """The words without the day of the week at their end: a date follows the name on its line."""
    head, _, last = words.rstrip(" ,،").rpartition(" ")
    return head if head and lexicons.calendar.words.weekday(last, None) is not None else words


def is_nobody(name: str, lexicons: Lexicons) -> bool:
    """True for what is worded as a name and is a house's, a button's or a label's: "Holm View", "Sign Up"."""
    sign = _CALL_SIGN.search(name) if not name.isupper() else None
    return bool(sign or _NOBODY.search(cased(name))) or lexicons.outlets.is_sure(name)


def outlet_of_byline(words: str, lexicons: Lexicons) -> str | None:
    """The outlet, canonical, whose name ends a byline: "By Ana Ruiz and Tom Hill The Washington Post"."""
    found = lexicons.outlets.within(words)
    if not found or found[-1][1] < 5 or words[found[-1][2] :].strip(" .•|"):
        return None
    return found[-1][0].name


def without_outlet(words: str, lexicons: Lexicons) -> str:
    """A byline without the outlet's name at its end; one that is all of it stays."""
    if outlet_of_byline(words, lexicons) is None:
        return words
    start = lexicons.outlets.within(words)[-1][1]
    return words[:start].rstrip(" ,/|–—-").removesuffix(" The").removesuffix(" the").removesuffix(" of").rstrip(" ,")


def sign_off_names(words: str, agencies: Agencies) -> tuple[str, ...]:
    """The writer whose last line signs the text: "— Ana Ruiz", "Ana Ruiz: 555-0100, ruiz@example.org"."""
    match = _SIGN_OFF.fullmatch(words.strip()) if len(words) < _LONGEST else None
    if match is None or (match["how"] and not _REACHED.search(match["how"])):
        return ()
    name = _person(match["alone"] or match["reached"], agencies)
    return (name,) if name and not _NOBODY.search(name) else ()


def _is_foreign_name(words: str) -> bool:
    """True for two to four words that all begin with a capital, particles aside; not every script has capitals."""
    tokens = words.split()
    if not 1 < len(tokens) <= 4 or re.search(r"[\d@#!?]", words):
        return False
    return all(token in _PARTICLES or not token[0].islower() for token in tokens) and tokens[-1] not in _PARTICLES


def reporters(words: str) -> tuple[str, ...]:
    """The people who reported by a line that signs off: "(Reporting by Ana Ruiz in Ilsen; Editing by Tom Hill)".

    Chinese agencies name them behind the dateline: "（记者李晓）".
    """
    if "记者" in words and (named := _CORRESPONDENT.search(words[:_LONGEST_SIGN_OFF])):
        return tuple(re.split(r"[、，,\s]", named["names"]))
    match = _REPORTING.search(words[:_LONGEST_SIGN_OFF])
    if match is None:
        return ()
    parts = (re.sub(r"\s+(?:in|from)\s+.*$", "", part.strip(" .()")) for part in _SPLIT.split(match["names"]))
    return tuple(name for part in parts if re.fullmatch(_NAME, part) for name in (_all_cased(part),))


def people(words: str, agencies: Agencies) -> tuple[str, ...]:
    """The names of persons among `words`, split at commas and "and"; houses, roles and agencies left out."""
    found = []
    for _, start, end in reversed(agencies.within(words)):
        form, behind = words[start:end], words[end : end + 2].strip()
        # Not the names ANA RUIZ and Petra Holm, though agencies are called so.
        if " " in form or (form.isupper() and len(form) <= 4 and not behind.isalpha()):
            words = f"{words[:start].removesuffix('The ').removesuffix('the ')}, {words[end:]}"
    for part in _SPLIT.split(words):
        name = _person(part.strip(" .:()"), agencies)
        if name and name not in found:
            found.append(name)
    return tuple(found)


def houses_of_byline(words: str, agencies: Agencies) -> tuple[str, ...]:
    """The agencies in a byline, canonical: "Ana Ruiz, Associated Press Writer" gives AP."""
    return tuple(agency.name for agency, _, _ in agencies.within(words))


def is_names_with_house(words: str, agencies: Agencies) -> tuple[str, ...] | None:
    """The people of a line that is nothing but names with an agency: "Ana Ruiz and Tom HillAssociated Press"."""
    if len(words) > 120 or words.rstrip().endswith((".", "?", "!", ":")) or not agencies.may_name(_unglued(words)):
        return None
    cut = _GLUED_AGENCY.sub(", ", " ".join(words.split()))
    hits = agencies.within(cut)
    if not hits or hits[-1][2] < len(cut) - 1 or hits[0][1] == 0:
        return None
    rest = cut[: hits[-1][1]].rstrip(" ,/|–—-").removesuffix(" The").removesuffix(", The")
    return people(rest, agencies) if _ONLY_NAMES.fullmatch(rest.rstrip(" ,")) else None


def _unglued(words: str) -> str:
    """The words with a space before an agency's name that is glued to a person's: "Tom HillReuters"."""
    glued = "Reuters" in words or "AFP" in words or "Associated Press" in words
    return _GLUED_AGENCY.sub(" ", words) if glued else words


def lone_name(words: str, agencies: Agencies) -> str | None:
    """The person of whose name a line consists: "ANA RUIZ", "Ana Ruiz in Port Sorel"; None for anything else."""
    bare = re.sub(r"\s+in\s+[A-Z][\w .,'’-]+$", "", words.strip())
    name = _person(bare, agencies) if len(bare) < 40 and not _BY.match(words) else None
    return name if name and all(part[0].isupper() for part in name.split()) else None


def _person(words: str, agencies: Agencies) -> str | None:
    if not 1 < len(words.split()) <= 5 or agencies.find(words) or _ROLE.search(words) or re.search(r"[\d@#]", words):
        return None
    if not re.fullmatch(_NAME, words):
        return None
    return _all_cased(words)


def cased(name: str) -> str:
    """A name in capitals in title case: "ANA RUIZ" is Ana Ruiz; "AJ Holm" and "NPA" stay."""
    return _all_cased(name) if name.isupper() and len(name.split()) > 1 else name


def _all_cased(words: str) -> str:
    return " ".join(_cased(word) for word in words.split())


def _cased(word: str) -> str:
    """Capitals to title case: "RUIZ" is Ruiz, "O'NEILL" O'Neill, "JR." Jr."""
    if len(word) > 2 and word.isupper() and not re.fullmatch(r"(?:[A-Z]\.)+|III|II|IV", word):
        return re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), word)
    return word
