"""What the quotation model looks at: features of a possible cue, and of every token as seen from a cue.

A feature is a short string. `training/quotations.py` and the run time both take them from here, so that what was
learned is what is asked.
"""

from __future__ import annotations

from dataclasses import dataclass

from crosswire.annotate.grammar import SUBJECTS, Grammar
from crosswire.lexicons.cues import CueLexicon

OUT, SOURCE, CUE, CONTENT = range(4)
PERSONAL = frozenset({"i", "we", "you", "he", "she", "they", "it", "who", "that", "which", "one", "this"})
OBJECTS = frozenset({
    "dobj", "dative", "prep", "prt", "xcomp", "ccomp", "advcl", "agent", "acomp", "attr", "oprd", "advmod", "acl",
    "neg", "aux", "auxpass", "mark", "poss", "relcl",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence among its quotation marks: its grammar, per token whether it stands between marks (0 outside,
    1 inside, 2 an opening and 3 a closing mark), and whether it begins inside a quotation."""

    grammar: Grammar
    marks: tuple[int, ...]
    begins_inside: bool


def kind_of(g: Grammar, n: int) -> str:
    """A coarse class of token `n`: its entity type, the pronoun itself, or its part of speech."""
    token = g.tokens[n]
    if token.entity in ("PERSON", "ORG", "GPE", "NORP"):
        return token.entity
    return g.words[n] if g.words[n] in PERSONAL else token.pos


def candidate(setting: Setting, n: int, heads: frozenset[str]) -> bool:
    """True when token `n` is to be asked whether it heads a cue: every full verb, and the words of `heads`."""
    token = setting.grammar.tokens[n]
    if token.pos == "VERB" or (token.pos == "AUX" and token.dep not in ("aux", "auxpass")):
        return True
    return f"{token.pos}:{token.lemma}" in heads


def cue_features(setting: Setting, n: int, cues: CueLexicon) -> list[str]:
    """The features of token `n` as a possible head of a cue."""
    g = setting.grammar
    token = g.tokens[n]
    lemma, size = token.lemma, len(g.tokens)
    known = (cues.verbs if token.pos in ("VERB", "AUX") else cues.nouns).get(lemma)
    stance = known.stance.value if known else "-"
    word = f"{token.pos[0]}:{lemma}"
    before = g.words[n - 1] if n else "<"
    after = g.words[n + 1] if n + 1 < size else ">"
    head = g.tokens[token.head]
    found = [
        "b",
        f"l={word}",
        f"t={token.tag}",
        f"d={token.dep}",
        f"s={stance}",
        f"s={stance}|t={token.tag}",
        f"s={stance}|d={token.dep}",
    ]
    found += [
        f"w-1={before}",
        f"w+1={after}",
        f"l={word}|w+1={after}",
        f"h={head.lemma}|{token.dep}",
        f"p+1={g.tokens[n + 1].pos if n + 1 < size else '>'}",
    ]
    found += [f"lt={word}|{token.tag}", f"ld={word}|{token.dep}", f"suf={lemma[-4:]}"]
    found += [f"m={setting.marks[n]}", f"m={setting.marks[n]}|s={stance}", f"m={setting.marks[n]}|l={word}"]
    near = any(setting.marks[max(0, n - 2) : n + 3])
    some = any(setting.marks) and not setting.marks[n]
    found += [f"q={near}{some}{setting.begins_inside}", f"q={near}{some}|s={stance}"]
    found += _children_features(g, n, word, stance)
    position = "first" if n < 3 else "last" if n > size - 4 else "in"
    found += [f"at={position}", f"at={position}|{token.pos}", f"size={min(size // 8, 5)}"]
    found.append(f"ends={g.words[-1]}|{token.pos}")
    return found


def _children_features(g: Grammar, n: int, word: str, stance: str) -> list[str]:
    """What hangs on token `n`: who acts, what is acted on, which clauses."""
    found: list[str] = []
    frame: list[str] = []
    subject = "none"
    for c in g.children[n]:
        dep = g.tokens[c].dep
        if dep in SUBJECTS:
            subject = kind_of(g, c)
            found += [f"subj={subject}", f"subjl={g.tokens[c].lemma}", f"subj={subject}|{word}"]
        elif dep in OBJECTS:
            lemma = g.tokens[c].lemma
            frame.append(f"{dep}:{lemma}" if dep in ("prep", "prt") else dep)
            found += [f"c={dep}", f"c={dep}|{word}", f"c={dep}|{stance}", f"cl={dep}:{lemma}"]
            if dep in ("prep", "prt", "dobj"):
                found += [f"cl={dep}:{lemma}|{word}", f"ck={dep}:{kind_of(g, c)}|{word}"]
            if dep == "dobj":
                found += [f"ok={kind_of(g, c)}", f"ok={kind_of(g, c)}|{stance}"]
                found += [
                    f"ocl={g.tokens[k].dep}" for k in g.children[c] if g.tokens[k].dep in ("acl", "relcl", "prep")
                ]
            if dep in ("ccomp", "xcomp"):
                first = g.words[g.left[c]]
                found += [
                    f"cf={dep}:{first}",
                    f"cf={dep}:{first}|{word}",
                    f"ct={dep}:{g.tokens[c].tag}",
                    f"side={dep}:{c < n}",
                ]
    found += [f"subj={subject}|{stance}", "frame=" + ",".join(sorted(frame)[:5])]
    if subject == "none":
        found.append(f"nosubj|{g.tokens[n].dep}|{word}")
    return found
