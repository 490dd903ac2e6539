"""What happened to one person: the outcomes of `outcomes.py`, and the turns of phrase that reports have for them."""

from __future__ import annotations

from crosswire.annotate.befell import outcome_of
from crosswire.lexicons.counted import Counted
from crosswire.model.token_tree import TokenTree

# One of the hurt or dead, of whom a passage does not say which.
VICTIM = "victim"
_OUTCOMES = ("killed", "injured", "shot")
_SUBJECTS = ("nsubj", "nsubjpass")
_TAKING = ("take", "transport", "rush", "airlift", "fly", "bring", "transfer")
_CARE = ("hospital", "surgery", "center", "centre", "unit", "clinic")


def fate_of(tree: TokenTree, index: int, counted: Counted) -> str | None:
    """killed, injured, shot or victim; None where a sentence says nothing of the kind of the person at the token.

    "Odd Tarn was pronounced dead", "the body of Odd Tarn", "the storm claimed the life of a boy": killed. "He is in
    critical condition": injured. "The victim, Odd Tarn": victim. Counter-examples: "was not hurt", "if he dies".
    """
    if _not_real(tree, index):
        return None
    found = outcome_of(tree, index, counted, person=True)
    if found and found.name in _OUTCOMES and not (found.name == "shot" and _is_shooter(tree, index)):
        return found.name
    return (
        _turned(tree, index, counted)
        or _of_body(tree, index, counted)
        or _same_as(tree, index, counted)
        or (VICTIM if tree.lemma(index) == "victim" or _beside_victim(tree, index) else None)
    )


def _above(tree: TokenTree, index: int) -> tuple[int, str]:
    """The word above a person, through "and" and appositions, and the label under which the person hangs."""
    dep, head = tree.tokens[index].dep, tree.tokens[index].head
    for _ in range(4):
        if dep not in ("conj", "appos") or tree.tokens[head].pos in ("VERB", "AUX"):
            break
        dep, head = tree.tokens[head].dep, tree.tokens[head].head
    return head, dep


def _not_real(tree: TokenTree, index: int) -> bool:
    """True under a verb that is denied, or of which an "if" makes a case only."""
    verb, dep = _above(tree, index)
    if dep not in (*_SUBJECTS, "dobj"):
        return False
    if any(tree.under(verb, "neg")):
        return True
    return any(tree.lemma(n) in ("if", "unless") for n in tree.under(verb, "mark"))


def _is_shooter(tree: TokenTree, index: int) -> bool:
    """True for who "shot", active: "the man shot at officers"."""
    verb, dep = _above(tree, index)
    return dep == "nsubj" and tree.tokens[verb].tag in ("VBD", "VBP", "VBZ", "VBG") and not _himself(tree, verb)


def _himself(tree: TokenTree, verb: int) -> bool:
    return any(tree.lemma(n).endswith("self") for n in tree.under(verb, "dobj"))


def _turned(tree: TokenTree, index: int, counted: Counted) -> str | None:
    """Turns of phrase with the person as subject: "passed away", "lost his life", "is fighting for her life"."""
    verb, dep = _above(tree, index)
    if dep == "poss" or tree.tokens[verb].pos not in ("VERB", "AUX") or dep not in (*_SUBJECTS, "dobj"):
        return None
    lemma = tree.lemma(verb)
    objects = [tree.lemma(n) for n in tree.under(verb, "dobj", "prt", "advmod")]
    governed = {(tree.lemma(p), tree.lemma(o)) for p in tree.under(verb, "prep") for o in tree.under(p, "pobj")}
    active = dep == "nsubj"
    if active and (lemma, *objects[:1]) in (("pass", "away"), ("commit", "suicide")):
        return "killed"
    if active and lemma in ("lose", "take") and "life" in objects and _own(tree, verb):
        return "killed"
    if active and lemma == "turn" and "gun" in objects and any(o.endswith("self") for _, o in governed):
        return "shot"
    if dep != "nsubj" and lemma == "gun" and "down" in objects:
        return "shot"
    if active and (lemma in ("survive", "recover", "recuperate") or (lemma == "undergo" and "surgery" in objects)):
        return "injured"
    if active and lemma == "fight" and ("for", "life") in governed:
        return "injured"
    if dep != "nsubj" and lemma in _TAKING and any(o in _CARE for p, o in governed if p in ("to", "into")):
        return "injured"
    return None


def _own(tree: TokenTree, verb: int) -> bool:
    """True for "lost his life", "took her own life". Counter-example: "took the life of a boy"."""
    return any(any(tree.under(n, "poss")) for n in tree.under(verb, "dobj") if tree.lemma(n) == "life")


def _of_body(tree: TokenTree, index: int, counted: Counted) -> str | None:
    """ "the body of Odd Tarn", "claimed the life of a boy", "Tarn's death", "grazed the child's head"."""
    above, dep = _above(tree, index)
    if dep == "poss":
        noun = tree.lemma(above)
    elif dep == "pobj" and tree.lemma(above) == "of":
        above = tree.tokens[above].head
        noun = tree.lemma(above)
    else:
        return None
    verb, role = tree.tokens[above].head, tree.tokens[above].dep
    if noun == "body" or (
        noun == "life" and tree.lemma(verb) in ("claim", "take", "end") and role in ("dobj", "nsubjpass")
    ):
        return "killed"
    if dep == "poss" and noun in counted.acts and noun != "arrest" and tree.tokens[above].tag == "NN":
        return "shot" if counted.acts[noun] == "shot" else counted.acts[noun]
    if dep == "poss" and noun in counted.wounds:
        return "injured"
    struck = role in ("dobj", "nsubjpass") and tree.lemma(verb) in counted.outcome("shot").befalls
    return "shot" if struck and noun in counted.body else None


def _same_as(tree: TokenTree, index: int, counted: Counted) -> str | None:
    """What is told of whom they are said to be: "the man killed was Odd Tarn", "identified the dead as Odd Tarn"."""
    head, dep = _above(tree, index)
    if dep == "pobj" and tree.lemma(head) == "as":
        verb = tree.tokens[head].head
        if tree.lemma(verb) != "identify":
            return None
        others = tree.under(verb, "nsubjpass", "dobj")
    elif dep == "attr":
        others = tree.under(head, "nsubj")
    else:
        return None
    for other in others:
        found = outcome_of(tree, other, counted, person=True)
        if found and found.name in _OUTCOMES:
            return found.name
        if tree.lemma(other) in ("victim", "deceased"):
            return VICTIM if tree.lemma(other) == "victim" else "killed"
    return None


def _beside_victim(tree: TokenTree, index: int) -> bool:
    """True for the name of "the victim, Odd Tarn," and of "shooting victim Odd Tarn"."""
    token = tree.tokens[index]
    if token.dep == "appos" and tree.lemma(token.head) == "victim":
        return True
    return any(tree.lemma(n) == "victim" for n in tree.under(index, "compound", "appos"))
