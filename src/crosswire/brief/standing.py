"""Whether a sentence can be read alone: nothing in it leans on the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crosswire.brief.pronouns import MARKS, inside, pronoun_leans, quoted_spans
from crosswire.lexicons.brief import BriefWords
from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Quotation, Sentence, Token
from crosswire.model.passage import Passage

SHORTEST = 6
LONGEST = 65
# Which one, the sentence before says: "both countries agreed", "these officers".
POINTERS = frozenset({"this", "that", "these", "those", "both"})
SHOWN = frozenset({"those", "these"})
# So many words into a sentence nothing has been named yet.
FIRST = 4
RIGHT = frozenset({"relcl", "acl", "prep"})
# "this week" points at the calendar
CALENDAR = frozenset({"day", "week", "month", "year", "morning", "evening", "night", "summer", "winter", "time"})
EDGES = '“”" .,:;!?…'
ENDS, CLOSING = (".", "!", "?", "…"), "”\"'’)"
MARKED = re.compile('“[^”]*”|"[^"]*"')
# A sentence can say in its first words what it answers.
OPENING = 60
# A station's call sign; a name is so many words long at most.
ASKING = frozenset({"speak", "talk", "obtain", "learn", "contact", "reach", "interview"})
CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:-?TV|-?\d{1,2})?")
NAME = 4
# The last word before a full stop.
STOP = re.compile(r"(\w+)[.\s]*\.[\s”\"]*$")
BEFORE = 20
# "before 10 p.m.Lupo had come home": two sentences without a space between them.
FUSED = re.compile(r"[a-z]\.[A-Z][a-z]+ |\b[ap]\.m\. [A-Z][a-z]+ (?:said|was|had|is) ")
# "UPDATE: Ana Lupo was hurt".
HEADED = re.compile(r"(?:UPDATED?|BREAKING|DEVELOPING|EXCLUSIVE|C(?:orrection|ORRECTION))\b[^:.]{0,20}:")
# "A. 38-caliber gun was found".
INSIDE = re.compile(r"\b(?:an?|the|of)\. ?\d", re.IGNORECASE)
THEN = "then"  # "Horn then fled"; not "When police came, Horn then fled"
ADDRESSING = frozenset({"you", "your", "yours", "yourself", "yourselves"})
PRESENT = frozenset({"VBZ", "VBP", "VBN"})
# Taggers take "was shot" for a past tense and a participle, and "police shot" for a participle now and then.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})
LYING = frozenset({"be", "lie", "locate", "situate"})
# A day, a month and a year: "15 July 2031", "July 16, 2031".
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?"
DATED = re.compile(rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}),? \d{{4}}\b")
LABEL = re.compile(rf"{DATED.pattern}\s+[-–—]")  # "July 16, 2031 - Police in Tarn said"
# "Image 5 of 12", as a row of pictures has it; "Lupo (pictured, left)".
NUMBERED = re.compile(r"^(?:Image|Photo|Picture|Slide) \d+ of \d+\b|\([Pp]ictured\b|\b(?:is|are) pictured\b")


def stands_alone(text: str, sentence: Sentence, words: PointWords) -> bool:
    """True when a reader understands the sentence without the one before.

    "But he refused." leans; "The minister said he refused." does not; nor does a quotation that names its speaker.
    """
    tokens = [t for t in sentence.tokens if t.pos != "PUNCT"]
    surface = text[sentence.start : sentence.end]
    if not is_whole(text, sentence) or _says_nothing(sentence, surface):
        return False
    return not _opening_leans(text, tokens, words) and not pronoun_leans(text, sentence, words)


def is_whole(text: str, sentence: Sentence) -> bool:
    """True for a sentence with a beginning, a verb and an end, neither too short nor too long to be read."""
    length = sum(t.pos != "PUNCT" for t in sentence.tokens)
    surface = text[sentence.start : sentence.end]
    if not SHORTEST <= length <= LONGEST or (not surface[0].strip("\"'“‘").isalnum() and surface[0] not in "\"'“‘$£€"):
        return False
    if not surface.rstrip(CLOSING).endswith(ENDS) or surface.count("“") != surface.count("”"):
        return False
    if surface.rstrip().endswith("?"):  # what a report asks its readers
        return False
    return not surface.count('"') % 2 and not surface[0].islower() and _has_verb(sentence)


def is_cut(text: str, sentence: Sentence, words: BriefWords) -> bool:
    """True where a full stop inside a sentence was taken for its end: "said Dist.", "38-caliber shells were found."

    What stands before it, or its own last word, ends no sentence.
    """
    if (
        " | " in text[sentence.start : sentence.end]
        or INSIDE.search(text, sentence.start, sentence.end)
        or LABEL.match(text, sentence.start)
        or HEADED.match(text, sentence.start)
        or FUSED.search(text, sentence.start, sentence.end)
    ):
        return True
    before = STOP.search(text, max(0, sentence.start - BEFORE), sentence.start)
    own = STOP.search(text, max(sentence.start, sentence.end - BEFORE), sentence.end)
    number = before is not None and before[1].isdecimal() and text[sentence.start].isdecimal()  # "7. | 30am crews left"
    return number or any(end is not None and end[1].lower() in words.cut for end in (before, own))


def is_rest(text: str, sentence: Sentence, before: Sentence) -> bool:
    """True for the rest of a sentence that was parted: "Around 10:40 p.m. | Sunday, crews were called to the mill."."""
    ended = text[before.start : before.end].rstrip(CLOSING).endswith(ENDS)
    told = ended and any(t.tag in FINITE for t in before.tokens)
    return before != sentence and not told and "\n" not in text[before.start : sentence.start]


def is_where(sentence: Sentence, words: BriefWords) -> bool:
    """True for where a place lies, which is no news: "The mill is about 15 miles north of Tarn."."""
    roots = [n for n, t in enumerate(sentence.tokens) if t.dep == "ROOT" and t.lemma in LYING and t.tag in PRESENT]
    return any(t.lemma.lower() in words.distances for t in sentence.tokens if roots)


def _has_verb(sentence: Sentence) -> bool:
    """True where a verb is the sentence's own: not in "Ana Lupo, who was hurt by the flood on Monday."."""
    verbs = [t for t in sentence.tokens if t.pos in ("VERB", "AUX")]
    bidden = sentence.tokens[0].tag in ("MD", "VB")  # "May the river spare us.", "See pictures of the flood below."
    named = any(t.dep == "ROOT" and t.pos == "PROPN" for t in sentence.tokens)
    return (
        any(t.tag in FINITE for t in verbs) and not bidden and not (named and all(_of_whom(t, sentence) for t in verbs))
    )


def _of_whom(token: Token, sentence: Sentence) -> bool:
    """True for a verb in a clause that hangs on a noun."""
    for _ in sentence.tokens:
        if token.dep in ("relcl", "acl"):
            return True
        if token.dep == "ROOT":
            return False
        token = sentence.tokens[token.head]
    return False


def _says_nothing(sentence: Sentence, surface: str) -> bool:
    """True for a speaker and a cue without content: "Ana Lupo said at a news conference on Sunday"."""
    last = next((t for t in reversed(sentence.tokens) if t.pos != "PUNCT"), sentence.tokens[-1])
    if last.tag in ("IN", "RP") and sentence.tokens[last.head].lemma == "be":  # "Horn and Lupo are in"
        return True
    for n, token in enumerate(sentence.tokens):
        if token.dep == "ROOT" and token.lemma in ("say", "tell", "add", "ask"):
            content = any(t.head == n and t.dep in ("ccomp", "dobj", "parataxis", "xcomp") for t in sentence.tokens)
            return not content and not MARKS.search(surface)
    return False


def _opening_leans(text: str, tokens: Sequence[Token], words: PointWords) -> bool:
    """True for "But …", "In addition, …": the opening answers something that is not there."""
    opening = " ".join(text[t.start : t.end].lower() for t in tokens[:4])
    return opening.split()[0] in words.dangling_openings or opening.startswith(words.dangling_phrases)


def points_back(sentence: Sentence, words: PointWords) -> bool:
    """True for a thing that the sentence before must name: "the deal would apply", "some of those issues"."""
    tokens = sentence.tokens
    for n, token in enumerate(tokens):
        if token.pos == "NOUN" and token.lemma not in CALENDAR:
            beside = [t for t in tokens if t.head == n and t is not token]
            pointing = any(t.lemma in POINTERS and t.dep in ("det", "predet") for t in beside)
            both = any(t.lemma == "both" and t.dep in ("det", "predet") for t in beside)
            subject = token.dep in ("nsubj", "nsubjpass") and token.lemma in words.pointing_nouns
            definite = subject and any(t.lemma == "the" for t in beside)
            if (pointing or definite) and all(t.dep in ("det", "punct", "predet", "nummod") for t in beside):
                return True
            if both and n < FIRST and all(t.dep not in RIGHT for t in beside):  # "Both Tarn residents were held"
                return True
            if any(t.lemma in SHOWN and t.dep == "det" for t in beside) and not any(t.dep in RIGHT for t in beside):
                return True
            if _one_of_those(tokens, n, beside) or _such(tokens, n):
                return True
    return False


def _one_of_those(tokens: Sequence[Token], n: int, beside: Sequence[Token]) -> bool:
    """True for "Horn was one of those uninvited guests who fled"."""
    above = tokens[tokens[n].head]
    return above.lemma == "of" and tokens[above.head].lemma == "one" and any(t.lemma in SHOWN for t in beside)


def _such(tokens: Sequence[Token], n: int) -> bool:
    """True for "such decisions"; not "such decisions as that of Monday", "such a crowd that", "no such decision"."""
    before = [t.lemma.lower() for t in tokens[max(0, n - 2) : n]]
    told = any(t.lemma in ("as", "that") for t in tokens[n:])
    return before[-1:] == ["such"] and "no" not in before and not told


def inside_quotation(sentence: Passage, quotations: Iterable[Quotation]) -> bool:
    """True when the whole sentence is between marks that open or close in another: its speaker is named there."""
    return any(
        verbatim.report == sentence.report and verbatim.start <= sentence.start and sentence.end <= verbatim.end + 2
        for quotation in quotations
        for verbatim in quotation.verbatim
    )


def only_quoted(text: str, sentence: Sentence) -> bool:
    """True when all words are between marks: nobody is named who says them."""
    surface = text[sentence.start : sentence.end].strip()
    outside = MARKED.sub(" ", surface)
    return surface[0] in '"“' and not any(letter.isalnum() for letter in outside)


def quotes_in(words: str) -> tuple[str, ...]:
    """The words between marks, of each pair of marks that has two words or more; in lower case, without its edges."""
    found = (match[0].strip(EDGES) for match in MARKED.finditer(words.lower()))
    return tuple(quote for quote in found if " " in quote)


def is_tied(text: str, sentence: Sentence, words: BriefWords) -> bool:
    """True for "Horn also met the crew", "Lupo again denied it": besides what, the sentence before says.

    Only what stands before the main verb ties; "Horn and Lupo met again" tells of a second meeting. Words to somebody
    ("“Your visit is timely,” Lupo said") need whom they are said to.
    """
    root = next((n for n, t in enumerate(sentence.tokens) if t.dep == "ROOT"), 0)
    quoted = quoted_spans(text, sentence)
    if any(text[t.start : t.end].lower() in ADDRESSING and inside(t, quoted) for t in sentence.tokens):
        return True
    for n, token in enumerate(sentence.tokens[: root + 1]):
        if token.pos == "ADV" and token.lemma.lower() in words.tying_adverbs and not inside(token, quoted):
            return True
        if token.lemma.lower() == THEN and token.head == root and not any(t.pos == "VERB" for t in sentence.tokens[:n]):
            return True
    opening = text[sentence.start : sentence.end].lower()[:OPENING]
    return any(f" {phrase} " in f" {opening} " for phrase in words.tying_phrases)


def is_caption(text: str, sentence: Sentence, words: BriefWords) -> bool:
    """True for what stands under a picture: "Ana Lupo, left, and Pavel Horn are seated …, Monday, March 4, 2031."

    A side between commas; or the present tense of looking on, with somebody who poses or a full date.
    Counter-example: "The law takes effect on July 1, 2031."
    """
    surface = text[sentence.start : sentence.end]
    beside = any(f", {side}{end}" in surface for side in sorted(words.sides) for end in (",", " and "))
    if surface.lower().startswith(words.caption_openings) or NUMBERED.search(surface) or beside:
        return True
    shown = any(t.lemma.lower() in words.caption_verbs and _shows(t, sentence) for t in sentence.tokens)
    return shown and (DATED.search(surface) is not None or any(t.lemma == "pose" for t in sentence.tokens))


def _shows(token: Token, sentence: Sentence) -> bool:
    """True for a verb in the present tense, or in the passive of the present: "hold", "are seated"."""
    held = [t for t in sentence.tokens if sentence.tokens[t.head] is token and t.dep == "auxpass"]
    return token.tag in ("VBZ", "VBP") or any(t.tag in ("VBZ", "VBP") for t in held)


def is_appeal(text: str, sentence: Sentence, words: BriefWords) -> bool:
    """True for "Anyone with information is asked to call the police": nothing of the event."""
    surface = text[sentence.start : sentence.end].lower()
    return any(phrase in surface for phrase in words.appeals)


def is_aside(text: str, sentence: Sentence, words: BriefWords) -> bool:
    """True for "A man was hurt in an unrelated fire": the sentence behind it goes on with the other event."""
    surface = text[sentence.start : sentence.end].lower()
    return any(phrase in surface for phrase in words.aside)


def of_itself(text: str, sentence: Sentence, words: BriefWords) -> bool:
    """True where a station speaks of itself: "KXYZ-TV is a part of …", "Harbour News Now spoke with the child"."""
    for n, token in enumerate(sentence.tokens):
        head = sentence.tokens[token.head]
        if token.dep == "nsubj" and token.lemma.lower() in words.asking and head.lemma in ASKING:
            return True
        if token.dep in ("nsubj", "nsubjpass") and token.pos == "PROPN" and head.dep == "ROOT":
            name = [t for m, t in enumerate(sentence.tokens) if m <= n and t.pos == "PROPN" and n - m < NAME]
            station = any(text[t.start : t.end].lower() in words.stations for t in name)
            present = head.tag in ("VBZ", "VBG") or head.lemma in ASKING
            return present and (station or CALL_SIGN.fullmatch(text[token.start : token.end]) is not None)
    return False
