"""What the quotation model looks at: features of a possible cue, and of every token as seen from a cue.

A feature is a short string. `training/quotations.py` and the run time both take them from here, so that what was
learned is what is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.annotate.grammar import SUBJECTS, Grammar
from crosswire.lexicons.cues import CueLexicon

OUT, SOURCE, CUE, CONTENT = range(4)
PERSONAL = frozenset({"i", "we", "you", "he", "she", "they", "it", "who", "that", "which", "one", "this"})
OBJECTS = frozenset(
    {
        "dobj",
        "dative",
        "prep",
        "prt",
        "xcomp",
        "ccomp",
        "advcl",
        "agent",
        "acomp",
        "attr",
        "oprd",
        "advmod",
        "acl",
        "neg",
        "aux",
        "auxpass",
        "mark",
        "poss",
        "relcl",
    }
)


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence among its quotation marks: its grammar, per token whether it stands between marks (0 outside,
    1 inside, 2 an opening and 3 a closing mark), and whether it begins or ends inside a quotation."""

    grammar: Grammar
    marks: tuple[int, ...]
    begins_inside: bool
    ends_inside: bool
    after_quotation: bool


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


@dataclass(frozen=True, slots=True)
class Seen:
    """The tokens of a sentence as seen from a cue: groups of features, per token the groups that hold of it, and
    per token the kind of border before it (0 none, 1 a new branch of the tree, 2 a comma or mark, 3 both)."""

    groups: tuple[list[str], ...]
    of: tuple[tuple[int, ...], ...]
    borders: tuple[int, ...]


def part_features(setting: Setting, head: int, cues: CueLexicon) -> Seen:
    """The features of every token as source, cue or content of the cue at `head`."""
    g = setting.grammar
    token = g.tokens[head]
    known = (cues.verbs if token.pos in ("VERB", "AUX") else cues.nouns).get(token.lemma)
    stance = known.stance.value if known else "-"
    word = f"{token.pos[0]}:{token.lemma}"
    passive = any(g.tokens[c].dep in ("auxpass", "nsubjpass") for c in g.children[head])
    frame = "P" if passive else token.tag
    clause = any(g.tokens[c].dep == "ccomp" for c in g.children[head])
    subject = any(g.tokens[c].dep in SUBJECTS for c in g.children[head])
    base = f"{frame}{'c' if clause else ''}{'s' if subject else ''}"
    groups: list[list[str]] = []
    of: list[tuple[int, ...]] = [()] * len(g.tokens)
    branch = [-1] * len(g.tokens)
    up, below, path = head, -1, ""
    for level in range(7):
        _token_group(setting, up, head, path, "", word, base, groups, of, ())
        branch[up] = -2 - level
        for c in g.children[up]:
            if c != below:
                _branch(setting, c, head, path, word, base, stance, groups, of, branch)
        below, parent = up, g.tokens[up].head
        if parent == up:
            break
        path = f"{path}{g.tokens[up].dep}^" if level < 3 else "far^"
        up = parent
    for n in range(len(of)):
        if not of[n]:
            _token_group(setting, n, head, "lost", "", word, base, groups, of, ())
    return Seen(tuple(groups), tuple(of), _borders(setting, branch))


def _branch(
    setting: Setting,
    c: int,
    head: int,
    path: str,
    word: str,
    base: str,
    stance: str,
    groups: list[list[str]],
    of: list[tuple[int, ...]],
    branch: list[int],
) -> None:
    """Groups for the branch under `c`: one for the whole, one for each second step, one for each token."""
    g = setting.grammar
    token = g.tokens[c]
    side = "<" if c < head else ">"
    step = f"{path}|{token.dep}{side}"
    lemma = (
        token.lemma
        if token.dep in ("prep", "agent", "prt", "aux", "neg", "advmod", "mark", "cc", "auxpass")
        else kind_of(g, c)
    )
    quoted = any(setting.marks[g.left[c] : g.right[c] + 1])
    first = g.words[g.left[c]]
    size = min((g.right[c] - g.left[c]) // 3, 5)
    groups.append(
        [
            f"1={step}",
            f"1={step}|{word}",
            f"1={step}|{base}",
            f"1={step}|{lemma}",
            f"1={step}|{lemma}|{word}",
            f"1={step}|q{quoted}",
            f"1={step}|f{first}",
            f"1={step}|n{size}",
            f"1={step}|{stance}",
            f"1={step}|{token.tag}|{base}",
            f"1={step}|{lemma}|{base}",
        ]
    )
    whole = len(groups) - 1
    _token_group(setting, c, head, step, "", word, base, groups, of, (whole,))
    branch[c] = c
    stack = [(k, k, -1, "") for k in g.children[c]]
    seconds: dict[int, int] = {}
    while stack:
        n, second, _, down = stack.pop()
        if second not in seconds:
            s = g.tokens[second]
            label = s.lemma if s.dep in ("prep", "mark", "cc", "punct", "aux", "neg") else s.pos
            two = f"2={step}v{s.dep}{'<' if second < c else '>'}"
            groups.append([two, f"{two}|{label}", f"{two}|{lemma}", f"{two}|{base}", f"{two}|{word}"])
            seconds[second] = len(groups) - 1
        here = f"{down}v{g.tokens[n].dep}" if len(down) < 24 else down
        _token_group(setting, n, head, step, here, word, base, groups, of, (whole, seconds[second]))
        branch[n] = c
        stack += [(k, second, n, here) for k in g.children[n]]


def _token_group(
    setting: Setting,
    n: int,
    head: int,
    step: str,
    down: str,
    word: str,
    base: str,
    groups: list[list[str]],
    of: list[tuple[int, ...]],
    inherited: tuple[int, ...],
) -> None:
    """The group of token `n` alone."""
    g = setting.grammar
    token, size = g.tokens[n], len(g.tokens)
    text = g.words[n]
    side = "<" if n < head else ">" if n > head else "="
    away = abs(n - head)
    far = str(away) if away < 4 else "4+" if away < 8 else "8+" if away < 16 else "16+"
    mark, mark_head = setting.marks[n], setting.marks[head]
    short = (
        token.lemma
        if token.pos in ("PUNCT", "ADP", "AUX", "PART", "SCONJ", "CCONJ", "DET", "PRON", "ADV")
        else token.pos
    )
    before = g.words[n - 1] if n else "<"
    after = g.words[n + 1] if n + 1 < size else ">"
    found = [
        f"w={text}",
        f"p={token.pos}{side}{far}",
        f"r={step}{down}",
        f"r={step}{down}|{short}",
        f"d={token.dep}{side}|{step}",
        f"m={mark}{mark_head}{side}",
        f"m={mark}{mark_head}|{step}",
        f"s={short}{side}{far}",
        f"s={short}{side}|{word}",
        f"x={short}|{before}|{side}",
        f"y={short}|{after}|{side}",
        f"e={token.entity}{side}",
        f"b={base}{side}{far}",
    ]
    if n == head:
        found += ["head", f"head={word}"]
    elif away < 4:
        found += [f"a={n - head}|{word}", f"a={n - head}|{text}"]
    if token.pos == "PUNCT":
        found += [
            f"u={text}|{mark}|{side}|{step}",
            f"u={text}|{after in 'he she it they'}|{g.tokens[n + 1].pos if n + 1 < size else '>'}|{side}{far}",
            f"last={n == size - 1}{text}",
        ]
    groups.append(found)
    of[n] = (*inherited, len(groups) - 1)


def _borders(setting: Setting, branch: Sequence[int]) -> tuple[int, ...]:
    """Per token the kind of border before it."""
    words, marks = setting.grammar.words, setting.marks
    found = [3]
    for n in range(1, len(branch)):
        found.append((branch[n] != branch[n - 1]) + 2 * (words[n - 1] in ",;:—–" or marks[n] != marks[n - 1]))
    return tuple(found)
