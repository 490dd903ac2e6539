"""Attributions that the rest of the text overrules: acts that are no speech, reasons for anonymity, what was asked."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.annotate.attribution import Attribution
from crosswire.annotate.features import Setting
from crosswire.annotate.grammar import SUBJECTS, Grammar
from crosswire.annotate.stance import is_known
from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Stance

# Content of fewer characters that names why somebody has no name is that reason and nothing else.
REASON = 90
# Verbs of speech without a speaker: that it was said is the news.
HEARSAY = frozenset({"say", "tell", "report", "announce", "charge", "accuse", "allege", "claim", "rumour", "rumor"})
# Verbs of which the one who is asked is often the subject, and the clauses in which they have none of their own.
ASKING = frozenset({"ask", "question", "press", "quiz"})
# Who is only looked for, and what these are asked to do.
WHOEVER = frozenset({"anyone", "anybody", "whoever", "those"})
CALLING = frozenset({"call", "contact", "ask", "urge", "encourage", "report", "email", "notify"})
# Words of a question, without which the answer can't be read; fewer are a subject: "asked about the pier".
FEWEST_ASKED = 4
REDUCED = frozenset({"advcl", "acl", "dep"})
# What somebody challenges another about, not for an office: "challenged Lund over the loan".
ABOUT = frozenset({"on", "over", "about", "for", "with"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Deeds that only words do: in the passive somebody has said them, whoever it was.
JUDGING = frozenset({Stance.ACCUSES, Stance.DOUBTS, Stance.WARNS, Stance.PROMISES})
# What is or isn't clear to nobody in particular: "it is not clear whether the ferry will sail" is the reporter's word.
CLEAR = frozenset({"clear", "unclear", "certain", "uncertain", "evident", "obvious"})
# Labels of what a verb is done to, and of verb forms that only describe a noun: "the damaged pier".
OBJECTS = frozenset({"dobj", "nsubjpass"})
DESCRIBING = frozenset({"amod", "compound"})


def standing(
    found: Sequence[Attribution], around: Sequence[Setting], lexicons: Lexicons, text: str
) -> list[Attribution]:
    """The attributions that nothing overrules, in their order."""
    return [a for a in found if a.cue is None or not _overruled(a, found, around[a.sentence], lexicons, text)]


def _overruled(a: Attribution, found: Sequence[Attribution], setting: Setting, lexicons: Lexicons, text: str) -> bool:
    """True for an attribution that is none, whatever the words look like by themselves."""
    g = setting.grammar
    if _keeps_unnamed(a, lexicons, text):
        return True
    if _whoever(a, text):
        return True
    if _is_question(a, g, text):
        return _swallows(a, g, lexicons)
    if _only_asked(a, found, g):
        return True
    if any(setting.marks[n] for n, t in enumerate(g.tokens) if _holds(a, t.start)):
        return False
    if _asked_of_subject(a, g) or _runs_against(a, g):
        return True
    return _swallows(a, g, lexicons) or _by_nobody(a, g, lexicons) or _acts(a, g, lexicons) or _does(a, g, lexicons)


def _holds(a: Attribution, at: int) -> bool:
    return any(start <= at < end for start, end in a.content)


def _keeps_unnamed(a: Attribution, lexicons: Lexicons, text: str) -> bool:
    """True for "who asked not to be named": that is why the source has no name, not what it says."""
    start, end = min(a.head, a.content[0][0]), a.content[-1][1]
    words = " ".join(text[start:end].lower().split())
    return end - start < REASON and any(marker in words for marker in lexicons.speakers.hiding)


def _whoever(a: Attribution, text: str) -> bool:
    """True for "Anyone with information can call the police": nobody has said anything yet.

    Not for "anyone who has said that the dam was safe", where somebody has.
    """
    if a.source is None or a.lemma not in CALLING:
        return False
    words = text[a.source[0] : a.source[1]].lower().split()
    return bool(words) and words[0] in WHOEVER


def _is_question(a: Attribution, g: Grammar, text: str) -> bool:
    """True for "Asked whether the pier was safe, Maren said no": nobody is named who asked, and "no" answers it.

    Not for "when asked about the pier" and "when asked to resign": there her own words say what they are about.
    """
    token = g.tokens[a.token]
    if a.source or a.lemma not in ASKING or token.tag != "VBN" or g.child(a.token, "xcomp") is not None:
        return False
    return sum(len(text[start:end].split()) for start, end in a.content) >= FEWEST_ASKED


def _only_asked(a: Attribution, found: Sequence[Attribution], g: Grammar) -> bool:
    """True for "Asked about the pier, Maren said …": what she was asked about is not what she said."""
    token = g.tokens[a.token]
    if a.lemma not in ("ask", "question", "press") or token.tag != "VBN" or g.child(a.token, *SUBJECTS) is not None:
        return False
    return any(b.sentence == a.sentence and b.cue and b.source and b.head > a.head for b in found)


def _asked_of_subject(a: Attribution, g: Grammar) -> bool:
    """True for "Maren hesitated when asked about it": somebody else asked, and nobody says who."""
    token, how = g.tokens[a.token], g.child(a.token, "advmod")
    read_as_past = token.tag == "VBD" and how is not None and g.words[how] == "when"
    if a.lemma not in ASKING or not (token.tag == "VBN" or read_as_past) or token.dep not in REDUCED:
        return False
    return g.child(a.token, *SUBJECTS, "agent", "aux", "auxpass") is None


def _runs_against(a: Attribution, g: Grammar) -> bool:
    """True for "is challenging Senator Vance in the autumn": a rival for an office, and no doubt about a claim."""
    rival = g.child(a.token, "dobj") if a.lemma == "challenge" else None
    if rival is None or g.tokens[rival].entity != "PERSON":
        return False
    below = [c for c in g.children[a.token] if c > rival]
    return not any(g.tokens[c].dep in ("xcomp", "ccomp") or g.words[c] in ABOUT for c in below)


def _swallows(a: Attribution, g: Grammar, lexicons: Lexicons) -> bool:
    """True for a state without anybody behind it, in whose content somebody does speak.

    "Six people are now known to be missing, the harbour office said": it is the office that says so.
    """
    passive = g.child(a.token, "auxpass", "nsubjpass") is not None or g.tokens[a.token].pos == "AUX"
    if a.source or not passive or g.child(a.token, "agent") is not None:
        return False
    return any(_holds(a, token.start) and _says(g, n, lexicons) for n, token in enumerate(g.tokens) if n != a.token)


def _by_nobody(a: Attribution, g: Grammar, lexicons: Lexicons) -> bool:
    """True for what is known, seen or called something without anybody who does: the reporter's own sentence.

    "The pier is known as the Stump" names nobody to ask. "Two men were reported missing" is hearsay and stays; so do
    "Lund was criticised for the delay" and "complaints that the ferry was late", which somebody did, and "the number is
    expected to rise": who expects it is what a reader wants to know.
    """
    if a.source is not None or a.lemma in HEARSAY:
        return False
    subject = g.child(a.token, "nsubj")
    if subject is not None:
        return g.words[subject] == "it" and _is_clear(a, g)
    if g.tokens[a.token].pos == "NOUN":
        return not _judgement(a, lexicons)
    return not (_passive(a, g) and (_judged(a, g, lexicons) or _foretold(a, g)))


def _passive(a: Attribution, g: Grammar) -> bool:
    token = g.tokens[a.token]
    return g.child(a.token, "auxpass") is not None or (token.tag == "VBN" and token.dep in REDUCED)


def _judged(a: Attribution, g: Grammar, lexicons: Lexicons) -> bool:
    """True for "was criticised for the delay", "were promised a ferry": somebody said so."""
    cue = lexicons.stances.verb(a.lemma, g.words[a.token])
    return cue is not None and cue.stance in JUDGING


def _judgement(a: Attribution, lexicons: Lexicons) -> bool:
    """True for "accusations of", "complaints that", "questions about"; not for "the decision to", "a request for"."""
    cue = lexicons.stances.nouns.get(a.lemma)
    return cue is not None and cue.stance in JUDGING


def _foretold(a: Attribution, g: Grammar) -> bool:
    """True for "is expected to rise", "is believed to have left"."""
    after = g.child(a.token, "xcomp")
    return after is not None and any(g.words[n] == "to" for n in g.children[after])


def _is_clear(a: Attribution, g: Grammar) -> bool:
    """True for "it is not clear", "it became obvious", whichever of its words heads the cue."""
    return any(
        g.words[n] in CLEAR for n in (a.token, *g.children[a.token]) if n == a.token or g.tokens[n].dep == "acomp"
    )


def _says(g: Grammar, n: int, lexicons: Lexicons) -> bool:
    """True for a finite verb that asserts, with its subject, beside the sentence and not inside a clause of it.

    The parser may hang ", the harbour office said" on a noun before it; the comma shows that it stands beside.
    """
    token, subject = g.tokens[n], g.child(n, "nsubj")
    cue = lexicons.cues.verbs.get(token.lemma) if token.tag in FINITE else None
    if cue is None or cue.stance is not Stance.ASSERTS or subject is None or g.child(n, "mark") is not None:
        return False
    first = g.left[subject]
    after_comma = first > 0 and g.words[first - 1] == "," and g.words[first] not in ("who", "which")
    return after_comma or token.dep in ("ROOT", "parataxis", "ccomp", "conj")


def _acts(a: Attribution, g: Grammar, lexicons: Lexicons) -> bool:
    """True for what is done and not said: "cancelled the visit", "began talks", "went on talking for an hour"."""
    token, cues = g.tokens[a.token], lexicons.cues
    if token.pos != "VERB" or g.child(a.token, "ccomp") is not None:
        return False
    if a.lemma in cues.acts:
        return True
    if a.lemma not in cues.phases:
        return False
    below = [g.tokens[c] for c in g.children[a.token] if g.tokens[c].dep in ("dobj", "xcomp", "nsubjpass", "prep")]
    return any(t.lemma in cues.meetings or t.lemma in ("talk", "meet", "speak", "negotiate", "at") for t in below)


def _does(a: Attribution, g: Grammar, lexicons: Lexicons) -> bool:
    """True for a verb that no lexicon has among its cues and that is done to a thing: "had suspended the ferry".

    Its content is that thing and nothing is said of it: "escalated their rhetoric". Counter-examples: "praised the
    ferry", "spelled out its worries about the ferry", "let slip that the ferry had been suspended".
    """
    if g.tokens[a.token].pos != "VERB" or is_known(g, a.token, lexicons.stances) or len(a.content) > 1:
        return False
    inside = [n for n, token in enumerate(g.tokens) if _holds(a, token.start)]
    whole = inside and g.tokens[inside[0]].start <= a.content[0][0] and a.content[0][1] <= g.sentence.end
    verbs = [n for n in inside if g.tokens[n].pos in ("VERB", "AUX") and g.tokens[n].dep not in DESCRIBING]
    done_to = [n for n in inside if g.tokens[n].head == a.token and g.tokens[n].dep in OBJECTS]
    said = any(g.tokens[n].lemma in lexicons.stances.nouns and g.child(n, "prep") is not None for n in done_to)
    return bool(whole and done_to) and not verbs and not said
