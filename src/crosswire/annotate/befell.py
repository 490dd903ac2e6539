"""What happened to people, read off the verbs, states and nouns around the word that stands for them."""

from __future__ import annotations

from crosswire.lexicons.counted import Counted, Outcome
from crosswire.model.annotation import Token
from crosswire.model.token_tree import FINITE, TokenTree

_NOUNS = ("NOUN", "PROPN")
_VERBS = ("VERB", "AUX")
_UNREAL = ("could", "would", "might", "may", "can", "should")
_BEING = ("be", "lie", "remain", "end", "become", "list")


def outcome_of(tree: TokenTree, index: int, counted: Counted, *, person: bool = False) -> Outcome | None:
    """What happened to those a token stands for, or None: killed, injured, shot, arrested …

    "31 workers dead", "20 people were killed", "killing 20", "20 fatalities", "the shooting of two men".
    Counter-example: "14 missiles hit the base" shot nobody. `person`: the token is known to stand for somebody.
    """
    token = tree.tokens[index]
    for outcome in counted.outcomes:
        if token.lemma in outcome.nouns or is_state(token, outcome):
            return outcome
    people = person or token.lemma in counted.people or token.pos in ("NUM", "PROPN", "PRON")
    people = people or token.entity == "PERSON"
    if not people and token.pos != "NOUN":
        return None
    beside, above = _beside(tree, index, counted), _above(tree, index, counted)
    found = beside or above
    if beside and above and (beside.name == "shot" or (beside.name, above.name) == ("injured", "killed")):
        found = above  # "a woman who was shot on Thursday died"
    if found is None and people:
        found = _of_act(tree, index, counted)
    return None if found and found.name == "shot" and not people else found


def is_state(token: Token, outcome: Outcome) -> bool:
    """True for an adjective or participle that says the outcome: "dead", "missing". Not for the noun of "six shots"."""
    if token.lemma not in outcome.states:
        return False
    return token.pos == "ADJ" or token.tag in ("VBN", "JJ") or (token.tag == "VBG" and token.lemma == "miss")


def _beside(tree: TokenTree, index: int, counted: Counted) -> Outcome | None:
    """A state or participle that hangs on the noun, or follows it: "civilians dead", "people killed in"."""
    for n in tree.under(index, "acl", "amod", "acomp", "relcl", "advcl"):
        if (n > index or tree.tokens[n].dep == "amod") and (hit := _suffered(tree, n, counted)):
            return hit
    if any(_wounds(tree, n, counted) for n in tree.under(index, "prep") if tree.lemma(n) == "with"):
        return counted.outcome("injured")
    if index + 1 < len(tree.tokens):
        after = tree.tokens[index + 1]
        return next((o for o in counted.outcomes if is_state(after, o) or _befallen(after, o)), None)
    return None


def _befallen(token: Token, outcome: Outcome) -> bool:
    """True when a token is a participle of what befalls, standing as a state: "two wounded"."""
    return token.tag == "VBN" and token.lemma in outcome.befalls


def _suffered(tree: TokenTree, verb: int, counted: Counted) -> Outcome | None:
    """The outcome that a participle or relative clause beside the noun gives it."""
    token = tree.tokens[verb]
    if token.dep == "relcl" and any(tree.tokens[n].tag[0] != "W" for n in tree.under(verb, "nsubjpass")):
        return None  # "a couple whose children were injured"
    if token.dep == "relcl" and _unreal(tree, verb):
        return None
    passive = token.tag == "VBN" and (token.dep != "relcl" or any(tree.under(verb, "auxpass", "nsubjpass")))
    for outcome in counted.outcomes:
        if is_state(token, outcome) or (passive and token.lemma in outcome.befalls):
            return _stronger(tree, verb, outcome, counted)
        if token.lemma in outcome.does:
            return outcome
    return counted.outcome("injured") if _suffers_wounds(tree, verb, counted) else None


def _above(tree: TokenTree, index: int, counted: Counted) -> Outcome | None:
    """The outcome that the verb above gives its subject or object, through "and" and appositions."""
    dep, verb = _before_its_verb(tree, index) or (tree.tokens[index].dep, tree.tokens[index].head)
    for _ in range(4):
        if dep not in ("conj", "appos") or tree.tokens[verb].pos in _VERBS:
            break
        dep, verb = tree.tokens[verb].dep, tree.tokens[verb].head
    if tree.tokens[verb].dep == "aux" and dep == "nsubj":
        verb = tree.tokens[verb].head  # "20 are missing", read as what they do
    if verb == index or tree.tokens[verb].pos not in _VERBS:
        return None
    if _unreal(tree, verb):
        return None
    said = _by_role(tree, verb, dep, counted) or _reported(tree, verb, dep, counted)
    return said or _complement(tree, verb, dep, counted) or _hurt(tree, verb, dep, counted)


def _before_its_verb(tree: TokenTree, index: int) -> tuple[str, int] | None:
    """The label and verb of the subject that was read as joined to what stands before: "rose to 14 and eight are lost".

    None for all others: "killed two and wounded eight", "nine and ten people are lost".
    """
    after = index + 1
    if tree.tokens[index].dep != "conj" or after >= len(tree.tokens) or tree.tokens[after].tag not in FINITE:
        return None
    helps = tree.tokens[after].dep in ("aux", "auxpass")
    verb = tree.tokens[after].head if helps else after
    if tree.tokens[verb].dep != "conj" or tree.under(verb, "nsubj", "nsubjpass"):
        return None
    return "nsubjpass" if any(tree.under(verb, "auxpass")) else "nsubj", verb


def _unreal(tree: TokenTree, verb: int) -> bool:
    """True for "could have killed hundreds" and "two guards were not hurt"; not for "were not badly hurt"."""
    denying = [*tree.under(verb, "neg"), *(n for n in tree.under(verb, "preconj") if tree.lemma(n) == "neither")]
    hardly = any(n < m < verb and tree.lemma(m).endswith("ly") for n in denying for m in tree.under(verb, "advmod"))
    return (bool(denying) and not hardly) or any(tree.lemma(n) in _UNREAL for n in tree.under(verb, "aux"))


def _by_role(tree: TokenTree, verb: int, dep: str, counted: Counted) -> Outcome | None:
    """What a verb does to its subject, passive subject or object."""
    token = tree.tokens[verb]
    for outcome in counted.outcomes:
        if token.lemma in outcome.befalls:
            clipped = (
                dep == "nsubj" and token.tag == "VBN" and not any(tree.under(verb, "aux"))
            )  # "two killed in blast"
            if dep == "nsubjpass" or clipped or (dep == "dobj" and token.tag != "VBN") or _itself(tree, verb, dep):
                return _stronger(tree, verb, outcome, counted)
            if dep == "dobj" and any(tree.lemma(n) == "have" for n in tree.under(verb, "aux")):
                return outcome  # "has killed 20"
        if dep == "nsubj" and (token.lemma in outcome.does or is_state(token, outcome)):
            return outcome
    return None


def _reported(tree: TokenTree, verb: int, dep: str, counted: Counted) -> Outcome | None:
    """ "are known to have died", "are believed to have been killed": what the infinitive says of the subject."""
    if dep not in ("nsubj", "nsubjpass"):
        return None
    for n in tree.under(verb, "xcomp"):
        token, passive = tree.tokens[n], any(tree.under(n, "auxpass"))
        for outcome in counted.outcomes:
            if token.lemma in outcome.does or (passive and token.lemma in outcome.befalls):
                return outcome
    return None


def _itself(tree: TokenTree, verb: int, dep: str) -> bool:
    """True for the subject of "shot himself"."""
    return dep == "nsubj" and any(tree.lemma(n).endswith(("self", "selves")) for n in tree.under(verb, "dobj"))


def _complement(tree: TokenTree, verb: int, dep: str, counted: Counted) -> Outcome | None:
    """ "left 31 workers dead", "two were pronounced dead", "three are dead", "found dead"."""
    if dep not in ("dobj", "nsubjpass", "nsubj") or (dep == "nsubj" and tree.lemma(verb) not in _BEING):
        return None
    for n in tree.under(verb, "acomp", "oprd", "advcl", "ccomp", "xcomp", "conj", "dobj", "attr"):
        if tree.tokens[n].pos in ("ADJ", "VERB", "ADV"):
            hit = next((o for o in counted.outcomes if is_state(tree.tokens[n], o)), None)
            if hit:
                return hit
    return None


def _hurt(tree: TokenTree, verb: int, dep: str, counted: Counted) -> Outcome | None:
    """ "suffered gunshot wounds", "is in stable condition", "is expected to survive": injured."""
    if dep not in ("nsubj", "nsubjpass"):
        return None
    survives = any(tree.lemma(n) in counted.surviving for n in tree.under(verb, "xcomp"))
    listed = any(
        tree.lemma(n) == "in" and any(tree.lemma(o) in ("condition", "hospital") for o in tree.under(n, "pobj"))
        for n in tree.under(verb, "prep")
    )
    if survives or listed or _suffers_wounds(tree, verb, counted):
        return counted.outcome("injured")
    return None


def _suffers_wounds(tree: TokenTree, verb: int, counted: Counted) -> bool:
    """True for "suffered injuries", "suffering from a gunshot wound", "found with wounds"."""
    if tree.lemma(verb) in counted.suffering and any(_names_wound(tree, n, counted) for n in tree.under(verb, "dobj")):
        return True
    return any(
        tree.lemma(n) in ("with", "from", "for") and _wounds(tree, n, counted) for n in tree.under(verb, "prep")
    ) and tree.lemma(verb) in (*counted.suffering, "find", "take", "transport", "hospitalize", "hospitalise", "rush")


def _wounds(tree: TokenTree, preposition: int, counted: Counted) -> bool:
    """True when a preposition governs a wound."""
    return any(_names_wound(tree, n, counted) for n in tree.under(preposition, "pobj"))


def _names_wound(tree: TokenTree, noun: int, counted: Counted) -> bool:
    """True for "wound", "injuries". Not for "fatal injuries"."""
    fatal = any(tree.lemma(n) in counted.fatal for n in tree.under(noun))
    return tree.lemma(noun) in counted.wounds and not fatal


def _of_act(tree: TokenTree, index: int, counted: Counted) -> Outcome | None:
    """ "the death of two people", "the fatal shooting of a boy", "the wounding of three men"."""
    for _ in range(4):
        if tree.tokens[index].dep != "conj":
            break
        index = tree.tokens[index].head
    preposition = tree.tokens[index].head
    if tree.tokens[index].dep != "pobj" or tree.lemma(preposition) != "of":
        return None
    act = tree.tokens[preposition].head
    if tree.tokens[act].pos not in _NOUNS:
        return None
    name = counted.acts.get(tree.lemma(act))
    if name == "shot" and any(tree.lemma(n) in counted.fatal for n in tree.under(act)):
        name = "killed"
    return counted.outcome(name) if name else None


def _stronger(tree: TokenTree, verb: int, outcome: Outcome, counted: Counted) -> Outcome:
    """ "shot and killed", "shot dead", "shot to death": killed, though the first verb says only shot."""
    if outcome.name != "shot":
        return outcome
    if any(tree.lemma(n) in counted.fatal for n in tree.under(verb)):
        return counted.outcome("killed")
    for n in tree.under(verb):
        if n <= verb:
            continue
        token = tree.tokens[n]
        alone = not any(tree.under(n, "nsubj", "nsubjpass", "dobj"))
        for other in (counted.outcome("killed"), counted.outcome("injured")):
            if token.dep == "conj" and alone and token.lemma in other.befalls:
                return other
            if is_state(token, other) and token.dep in ("acomp", "oprd", "advmod", "xcomp", "advcl"):
                return other
        if token.lemma == "to" and any(tree.lemma(o) == "death" for o in tree.under(n, "pobj")):
            return counted.outcome("killed")
    return outcome
