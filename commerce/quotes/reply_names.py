"""Which lines of an inquiry a run of words names; slips of the pen and plurals are forgiven."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from commerce.date_words import folded
from commerce.quotes.reply_shapes import AskedLine
from commerce.quotes.reply_units import UNITS
from commerce.quotes.reply_words import FILLERS, KNOWN, VARIETIES

__all__ = ["Mention", "Names", "stem"]

WORD = re.compile(r"[^\W_]+(?:[-'][^\W\d_]+)*")
_SYNONYMS = (
    {"aubergine", "eggplant"},
    {"courgette", "zucchini"},
    {"coriander", "cilantro"},
    {"scallion", "greenonion"},
    {"prawn", "shrimp"},
    {"mince", "minced", "ground"},
    {"chickpea", "garbanzo"},
    {"hack", "hackfleisch"},
    {"spud", "potato"},
    {"rocket", "arugula"},
    {"ketchup", "catsup"},
    {"flour", "flower"},
    {"yogurt", "yoghurt"},
    {"chili", "chilli", "chile"},
    {"oeuf", "œuf"},
)


@dataclass(frozen=True)
class Mention:
    """Words `first:last` of a run (last excluded) name one of `lines`; of several, it is open which.

    `variant` is what was written when it is another thing than asked for: `surely`, or perhaps.
    """

    first: int
    last: int
    lines: frozenset[int]
    variant: str | None = None
    surely: bool = False
    tail: int = 0
    partly: bool = False

    def without_tail(self) -> "Mention":
        """The mention up to `tail`, where the last word of a name ends; the rest makes no variant."""
        return replace(self, last=self.tail, variant=None, surely=False)


class Names:
    """The names of an inquiry's lines."""

    def __init__(self, asked: Sequence[AskedLine]) -> None:
        self._tokens: dict[int, tuple[str, ...]] = {line.n: _tokens(line.component) for line in asked}
        self._seen: dict[str, dict[int, int]] = {}

    def lines_of(self, word: str) -> dict[int, int]:
        """The lines one of whose words this folded word is, with the place of that word in the name."""
        if word not in self._seen:
            if len(self._seen) > 2000:
                self._seen.clear()
            self._seen[word] = self._look_up(word)
        return self._seen[word]

    def _look_up(self, word: str) -> dict[int, int]:
        root = stem(word)
        exact = {
            n: place
            for n, tokens in self._tokens.items()
            for place, token in enumerate(tokens)
            if root == token or word == token or any({root, token} <= same for same in _SYNONYMS)
        }
        if exact or word in KNOWN or root in KNOWN or len(root) > 40:
            return exact
        near: dict[int, int] = {}
        best = 3
        for n, tokens in self._tokens.items():
            for place, token in enumerate(tokens):
                distance = _slip(root, token)
                if distance is not None and distance <= best:
                    near = {**near, n: place} if distance == best else {n: place}
                    best = distance
        return near

    def mentions(self, words: Sequence[str], written: Sequence[str]) -> list[Mention]:
        """The lines that a run of folded words names one after the other; `written` is as typed."""
        found: list[Mention] = []
        first = 0
        used: dict[int, set[int]] | None = None
        for at, word in enumerate(words):
            here = self.lines_of(word)
            if not here:
                continue
            if used is None:
                used = {n: {place} for n, place in here.items()}
                continue
            both = {n: used[n] | {place} for n, place in here.items() if n in used and place not in used[n]}
            if both:
                used = both
            else:
                found.append(self._mention(words, written, first, at, used))
                first, used = at, {n: {place} for n, place in here.items()}
        if used is not None:
            found.append(self._mention(words, written, first, len(words), used))
        return found

    def _mention(
        self, words: Sequence[str], written: Sequence[str], first: int, last: int, used: dict[int, set[int]]
    ) -> Mention:
        share = {n: (len(places) / len(self._tokens[n])) for n, places in used.items()}
        whole = frozenset(n for n in used if share[n] == 1)
        lines = whole or frozenset(used)
        extras = [word for word in words[first:last] if not self.lines_of(word)]
        if not extras or len(lines) != 1:
            return Mention(first, last, lines, tail=last)
        partly = max(share.values()) < 1
        tail = max(at + 1 for at in range(first, last) if self.lines_of(words[at]))
        ahead = any(not self.lines_of(word) for word in words[first:tail])
        if ahead or any(word in VARIETIES for word in words[tail:last]):
            tail = last
        surely = partly or any(word in VARIETIES for word in extras)
        return Mention(first, last, lines, " ".join(written[first:last]).lower(), surely, tail, partly)


def stem(word: str) -> str:
    """The word without a plural's ending or a genitive's."""
    word = word.removesuffix("'s").removesuffix("'")
    for ending, instead in (("ies", "y"), ("oes", "o"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + instead
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _tokens(component: str) -> tuple[str, ...]:
    words = [match.group() for match in WORD.finditer(folded(component))]
    telling = [word for word in words if word not in FILLERS and word not in UNITS and not word.isdigit()]
    return tuple(stem(word) for word in telling or words) or (folded(component),)


def _slip(word: str, token: str) -> int | None:
    """How many slips of the pen lie between a word and a name's; None when more than can be forgiven."""
    shorter, longer = sorted((word, token), key=len)
    if len(shorter) < 4 or word[0] != token[0]:
        return None
    if len(shorter) >= 5 and len(longer) >= 8 and longer.startswith(shorter):
        return 2
    allowed = 2 if len(shorter) >= 7 else 1
    distance = OSA.distance(word, token, score_cutoff=allowed)
    if distance > allowed:
        return None
    if len(token) <= 4 and len(word) == len(token) and sorted(word) != sorted(token):
        vowels = all(a == b or {a, b} <= set("aeiou") for a, b in zip(word, token, strict=True))
        return 1 if vowels else None
    return int(distance)
