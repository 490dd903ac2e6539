"""What the quotation model looks at when it says which part each token of a sentence is, as seen from a cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.annotate.features import Setting, kind_of
from crosswire.annotate.grammar import SUBJECTS
from crosswire.lexicons.cues import CueLexicon

# Labels and parts of speech whose words count themselves; of the others the kind does.
WORD_DEPS = frozenset({"prep", "agent", "prt", "aux", "neg", "advmod", "mark", "cc", "auxpass"})
SECOND_DEPS = frozenset({"prep", "mark", "cc", "punct", "aux", "neg"})
WORD_POS = frozenset({"PUNCT", "ADP", "AUX", "PART", "SCONJ", "CCONJ", "DET", "PRON", "ADV"})
# Steps up from the cue, and how many of them are told apart.
HIGHEST, NAMED = 7, 3


@dataclass(frozen=True, slots=True)
class Seen:
    """The tokens of a sentence as seen from a cue: groups of features, per token the groups that hold of it, and
    per token the kind of border before it (0 none, 1 a new branch of the tree, 2 a comma or mark, 3 both)."""

    groups: tuple[list[str], ...]
    of: tuple[tuple[int, ...], ...]
    borders: tuple[int, ...]


def part_features(setting: Setting, head: int, cues: CueLexicon) -> Seen:
    """The features of every token as source, cue or content of the cue at `head`."""
    view = _View(setting, head, cues)
    view.climb()
    view.rest()
    return Seen(tuple(view.groups), tuple(view.of), _borders(setting, view.branch))


class _View:
    """The sentence as seen from one cue, while its features are gathered."""

    def __init__(self, setting: Setting, head: int, cues: CueLexicon) -> None:
        self.setting, self.g, self.head = setting, setting.grammar, head
        token, children = self.g.tokens[head], self.g.children[head]
        known = (cues.verbs if token.pos in ("VERB", "AUX") else cues.nouns).get(token.lemma)
        self.stance = known.stance.value if known else "-"
        self.word = f"{token.pos[0]}:{token.lemma}"
        deps = {self.g.tokens[c].dep for c in children}
        frame = "P" if deps & {"auxpass", "nsubjpass"} else token.tag
        self.base = f"{frame}{'c' if 'ccomp' in deps else ''}{'s' if deps & SUBJECTS else ''}"
        self.groups: list[list[str]] = []
        self.of: list[tuple[int, ...]] = [()] * len(self.g.tokens)
        self.branch = [-1] * len(self.g.tokens)

    def climb(self) -> None:
        """Walk from the cue to the root, with every branch that hangs on the way."""
        up, below, path = self.head, -1, ""
        for level in range(HIGHEST):
            self._token(up, path, "", ())
            self.branch[up] = -2 - level
            for c in self.g.children[up]:
                if c != below:
                    self._branch(c, path)
            below, parent = up, self.g.tokens[up].head
            if parent == up:
                break
            path = f"{path}{self.g.tokens[up].dep}^" if level < NAMED else "far^"
            up = parent

    def rest(self) -> None:
        """Add the tokens that were not reached."""
        for n, own in enumerate(self.of):
            if not own:
                self._token(n, "lost", "", ())

    def _branch(self, c: int, path: str) -> None:
        """Groups for the branch under `c`: one for the whole, one for each second step, one for each token."""
        g = self.g
        step = f"{path}|{g.tokens[c].dep}{'<' if c < self.head else '>'}"
        lemma = g.tokens[c].lemma if g.tokens[c].dep in WORD_DEPS else kind_of(g, c)
        self.groups.append(self._whole(c, step, lemma))
        whole = len(self.groups) - 1
        self._token(c, step, "", (whole,))
        self.branch[c] = c
        stack = [(k, k, "") for k in g.children[c]]
        seconds: dict[int, int] = {}
        while stack:
            n, second, down = stack.pop()
            if second not in seconds:
                self.groups.append(self._second(second, c, step, lemma))
                seconds[second] = len(self.groups) - 1
            here = f"{down}v{g.tokens[n].dep}" if len(down) < 24 else down
            self._token(n, step, here, (whole, seconds[second]))
            self.branch[n] = c
            stack += [(k, second, here) for k in g.children[n]]

    def _whole(self, c: int, step: str, lemma: str) -> list[str]:
        """The features of a branch as a whole."""
        g = self.g
        left, right = g.left[c], g.right[c]
        quoted, size = any(self.setting.marks[left : right + 1]), min((right - left) // 3, 5)
        found = [f"1={step}", f"1={step}|{self.word}", f"1={step}|{self.base}", f"1={step}|{lemma}"]
        found += [f"1={step}|{lemma}|{self.word}", f"1={step}|q{quoted}", f"1={step}|f{g.words[left]}"]
        found += [f"1={step}|n{size}", f"1={step}|{self.stance}", f"1={step}|{g.tokens[c].tag}|{self.base}"]
        return [*found, f"1={step}|{lemma}|{self.base}"]

    def _second(self, second: int, c: int, step: str, lemma: str) -> list[str]:
        """The features of a second step down."""
        token = self.g.tokens[second]
        label = token.lemma if token.dep in SECOND_DEPS else token.pos
        two = f"2={step}v{token.dep}{'<' if second < c else '>'}"
        return [two, f"{two}|{label}", f"{two}|{lemma}", f"{two}|{self.base}", f"{two}|{self.word}"]

    def _token(self, n: int, step: str, down: str, inherited: tuple[int, ...]) -> None:
        """The group of token `n` alone."""
        token, text = self.g.tokens[n], self.g.words[n]
        side = "<" if n < self.head else ">" if n > self.head else "="
        far = _distance(abs(n - self.head))
        marks = f"{self.setting.marks[n]}{self.setting.marks[self.head]}"
        short = token.lemma if token.pos in WORD_POS else token.pos
        before, after, _ = self._beside(n)
        found = [f"w={text}", f"p={token.pos}{side}{far}", f"r={step}{down}", f"r={step}{down}|{short}"]
        found += [f"d={token.dep}{side}|{step}", f"m={marks}{side}", f"m={marks}|{step}", f"s={short}{side}{far}"]
        found += [f"s={short}{side}|{self.word}", f"x={short}|{before}|{side}", f"y={short}|{after}|{side}"]
        found += [f"e={token.entity}{side}", f"b={self.base}{side}{far}"]
        if n == self.head:
            found += ["head", f"head={self.word}"]
        elif abs(n - self.head) < 4:
            found += [f"a={n - self.head}|{self.word}", f"a={n - self.head}|{text}"]
        if token.pos == "PUNCT":
            found += self._mark(n, step, side, far)
        self.groups.append(found)
        self.of[n] = (*inherited, len(self.groups) - 1)

    def _mark(self, n: int, step: str, side: str, far: str) -> list[str]:
        """The features of a punctuation mark: what kind of place it stands in."""
        text = self.g.words[n]
        _, after, pos = self._beside(n)
        found = [f"u={text}|{self.setting.marks[n]}|{side}|{step}"]
        return [
            *found,
            f"u={text}|{after in 'he she it they'}|{pos}|{side}{far}",
            f"last={n == len(self.of) - 1}{text}",
        ]

    def _beside(self, n: int) -> tuple[str, str, str]:
        """The word before, the word after and its part of speech."""
        last = n + 1 >= len(self.of)
        return (
            self.g.words[n - 1] if n else "<",
            ">" if last else self.g.words[n + 1],
            ">" if last else self.g.tokens[n + 1].pos,
        )


def _distance(away: int) -> str:
    """A distance in tokens, coarse."""
    return str(away) if away < 4 else "4+" if away < 8 else "8+" if away < 16 else "16+"


def _borders(setting: Setting, branch: Sequence[int]) -> tuple[int, ...]:
    """Per token the kind of border before it."""
    words, marks = setting.grammar.words, setting.marks
    found = [3]
    for n in range(1, len(branch)):
        found.append((branch[n] != branch[n - 1]) + 2 * (words[n - 1] in ",;:—–" or marks[n] != marks[n - 1]))
    return tuple(found)
