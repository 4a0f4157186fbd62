"""Which lines of an inquiry a run of words names; slips of the pen and plurals are forgiven."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from commerce.date_words import folded
from commerce.matching.namebook import book_of_names
from commerce.quotes.replies.shapes import AskedLine
from commerce.quotes.replies.tokens.figures import need_of
from commerce.quotes.replies.tokens.forms import SHORT_HEADS, ends_with, inflected, key, stem
from commerce.quotes.replies.tokens.slips import is_shortened, lacks_vowels, slip, slip_of_end
from commerce.quotes.replies.words.counting import UNITS
from commerce.quotes.replies.words.language import LANGUAGES, Language
from commerce.quotes.replies.words.vocabulary import FILLERS, KINDS, KNOWN, SAME, VARIETIES, spoken_in
from commerce.units import Dimension, Unit, dimension_of

__all__ = ["WORD", "Mention", "Names"]

WORD = re.compile(r"(?:[cdjlmnst]|qu)'(?=[^\W\d_])|[^\W_]+(?:[-'][^\W\d_]+)*")
"""A word; the French article before an apostrophe is one of its own ("l'huile")."""
_MEASURED = re.compile(
    rf"(?<![\w])\d+(?:[.,]\d+)? ?(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})(?!\w)"
)
_NUMBERED = re.compile(r"(?<=^[a-z]{3})\d$")  # the grade in "OSB3"
_LEADING = re.compile(r"(?:^|[,;\n] ?|\d )([^\W\d_]{4,}) (?=\d+[.,]\d\d)")
"""A word that opens a statement and has its price behind it is no unit: "Platten 1,99"."""
_JOINTS = frozenset({"de", "d'", "du", "des", "a", "au", "aux", "en", "of", "mit", "with"})


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
    """The names of an inquiry's lines, as an answer may say them; `language` is what most of both is in."""

    def __init__(self, asked: Sequence[AskedLine], text: str = "") -> None:
        self.counted = frozenset(line.n for line in asked if _by_pieces(line))
        self.needs = frozenset(need.unit for line in asked if (need := need_of(line)) is not None)
        said = [text, *(f"{line.component} {line.qty}" for line in asked)]
        words = [match.group() for part in said for match in WORD.finditer(part.replace("’", "'"))]
        self.language: Language | None = spoken_in(words) or _by_its_looks(asked)
        small = self.language.fillers.split() if self.language else FILLERS
        units = " ".join(self.language.units.values()).split() if self.language else UNITS
        self._small, self._units = frozenset(small), frozenset(units)
        self._tokens: dict[int, tuple[str, ...]] = {line.n: self._told(line) for line in asked}
        self._leading = {*_LEADING.findall(folded(text).replace("ß", "s"))}
        self._written = {line.n: {*WORD.findall(folded(line.component))} for line in asked}
        self._joined = frozenset(line.n for line in asked if _JOINTS & {*folded(line.component).split()})
        self.measures = frozenset(word for line in asked for word in _measure(line))
        self._heads = {line.n: frozenset(filter(None, map(_head, line.called))) for line in asked}
        self._kinds = self._by_kind()
        self._seen: dict[str, dict[int, int]] = {}

    def _told(self, line: AskedLine) -> tuple[str, ...]:
        """The telling words of a name; a word for a unit is one where the line is counted by pieces."""
        name = _MEASURED.sub(" ", folded(line.component).replace("ß", "s"))
        words = [match.group() for match in WORD.finditer(name)]
        units = frozenset[str]() if _by_pieces(line) else self._own_units(line)
        telling = [w for w in words if w not in self._small and w not in units and not w.isdigit()]
        return tuple(key(stem(word)) for word in telling or words) or (folded(line.component),)

    def _own_units(self, line: AskedLine) -> frozenset[str]:
        """The words for what the line is counted in; of "2 packs of kitchen roll" no "roll"."""
        need = need_of(line)
        counted = need is not None and dimension_of(need.unit) is Dimension.COUNT
        return frozenset(w for w in self._units if not counted or need is None or UNITS.get(w) is need.unit)

    def lines_of(self, word: str) -> dict[int, int]:
        """The lines one of whose words this folded word is, with the place of that word in the name."""
        if word not in self._seen:
            if len(self._seen) > 2000:
                self._seen.clear()
            self._seen[word] = self._look_up(word)
        return self._seen[word]

    def _look_up(self, word: str) -> dict[int, int]:
        root = stem(_NUMBERED.sub("", word))
        mine = {key(root), key(word)}
        forms = mine | {key(form) for form in inflected(word)}
        exact = {
            n: place
            for n, tokens in self._tokens.items()
            for place, token in enumerate(tokens)
            if token in mine or any(inflected(token) & same and forms & same for same in _SAME)
        } | self._called_otherwise(forms)
        exact = {n: at for n, at in exact.items() if not self._names_more(word, n, at)}
        if not exact:
            exact = self._by_other_names(word, mine)
        if not exact and self.language is not None:
            exact = self._compounds(key(word)) or self._compounds(key(root)) or self._ends_with_same(forms)
        if not exact and word not in KNOWN:
            exact = self._ends_of_called(key(word)) or self._shortened(key(word))
        kin = self._kinds.get(key(root), {})
        if not any(self._is_head(n, place) for n, place in exact.items()):
            exact = {**kin, **exact}
        if exact or word in KNOWN or root in KNOWN or len(root) > 40:
            return exact
        near: dict[int, int] = {}
        root = key(root)
        best = 3
        other = bool(mine & _other_things())
        for n, tokens in self._tokens.items():
            for place, token in enumerate(tokens):
                if other and not _cuts_short(root, token):
                    continue
                distance = slip(root, token) or (slip(key(word), token) if word.endswith("s") else None)
                if distance is not None and distance <= best:
                    near = {**near, n: place} if distance == best else {n: place}
                    best = distance
        return near or ({} if other else self._ends_nearly(key(word)))

    def _names_more(self, word: str, n: int, place: int) -> bool:
        """ "apples" is no word for the apple juice: things of their own, of which the line is made."""
        if place == self._head_of(n) or stem(word) == word or word in self._written[n]:
            return False
        first = self.language is not None and self.language.head_first
        parted = not first or bool(_JOINTS & self._written[n])
        return parted and key(stem(word)) in _other_things()

    def _by_other_names(self, word: str, mine: set[str]) -> dict[int, int]:
        """The lines that are also called so; "Milch" for the whole milk may be the oat milk, too."""
        called = {n: len(self._tokens[n]) - 1 for n, heads in self._heads.items() if mine & heads}
        if not called:
            return {}
        return self._compounds(key(word)) | self._ends_of_called(key(word)) | called

    def _ends_nearly(self, word: str) -> dict[int, int]:
        """The lines whose name ends with the word but for a slip of the pen: "Rolller" of "Farbroller"."""
        if self.language is None or not self.language.compounds:
            return {}
        return {n: len(tokens) - 1 for n, tokens in self._tokens.items() if slip_of_end(word, tokens[-1])}

    def _ends_of_called(self, word: str) -> dict[int, int]:
        """The lines whose other names end with the word: "Reis" of a thing also called "Risottoreis"."""
        if word in _BROAD or (len(word) < 4 and word not in SHORT_HEADS):
            return {}
        forms = inflected(word)
        return {
            n: len(self._tokens[n]) - 1
            for n, heads in self._heads.items()
            if any(ends_with(head, form) for head in heads for form in forms)
        }

    def _shortened(self, word: str) -> dict[int, int]:
        """The lines whose name the word cuts short: "O-Saft" for "Orangensaft"."""
        return {
            n: place
            for n, tokens in self._tokens.items()
            for place, token in enumerate(tokens)
            if is_shortened(word, token) or lacks_vowels(word, token)
        }

    def _by_kind(self) -> dict[str, dict[int, int]]:
        """For each name of a kind the lines of that kind: "cheese" for the gouda."""
        found: dict[str, dict[int, int]] = {}
        for name, things in _KINDS:
            for n, tokens in self._tokens.items():
                places = [at for at, token in enumerate(tokens) if token in things]
                if places:
                    found.setdefault(name, {})[n] = places[-1]
        return found

    def by_kind(self, text: str) -> bool:
        """Whether words, as written, name a line by its kind alone."""
        words = [match.group() for match in WORD.finditer(folded(text).replace("ß", "s"))]
        naming = [word for word in words if self.lines_of(word)]
        return bool(naming) and all(map(self._only_kind, naming))

    def _only_kind(self, word: str) -> bool:
        """Whether a word names lines by their kind alone."""
        here = self.lines_of(word)
        return bool(here) and here == self._kinds.get(key(stem(word)))

    def _is_head(self, n: int, place: int) -> bool:
        first = self.language is not None and self.language.head_first
        return place == (0 if first else self._last_of(n))

    def _last_of(self, n: int) -> int:
        """The place of the last word of a name that is no size: of "tiles 30x30" the "tiles"."""
        tokens = self._tokens[n]
        words = [at for at, word in enumerate(tokens) if not any(map(str.isdigit, word))]
        return words[-1] if words else len(tokens) - 1

    def _head_of(self, n: int) -> int:
        """The place of the thing itself in a name; in no known language by a joint in it ("huile de lin")."""
        first = self.language.head_first if self.language is not None else n in self._joined
        return 0 if first else self._last_of(n)

    def _called_otherwise(self, forms: set[str]) -> dict[int, int]:
        """The lines whose name of several words has another one: "patates" for "pommes de terre"."""
        groups = [same for same in _SAME if forms & same]
        parts = [tuple(words.split("+")) for same in groups for words in same if "+" in words]
        return {
            n: tokens.index(words[0])
            for n, tokens in self._tokens.items()
            for words in parts
            if set(words) <= set(tokens)
        }

    def _compounds(self, word: str) -> dict[int, int]:
        """The lines whose name ends with the word, or has it inside: "Brot", "Hack" of one word."""
        language = self.language
        if (
            language is None
            or word in language.broad.split()
            or len(word) > 40
            or (word in KNOWN and word not in UNITS)
        ):
            return {}
        if not language.compounds and word not in language.heads.split():
            return {}
        ends: dict[int, int] = {}
        holds: dict[int, int] = {}
        for n, tokens in self._tokens.items():
            for place, token in enumerate(tokens):
                if word in self._units - self._leading and n not in self.counted:
                    continue
                if any(ends_with(token, form) for form in inflected(word)):
                    ends[n] = place
                elif language.compounds and len(word) >= 4 and word in token[3:]:
                    holds[n] = place
        return ends or holds

    def _ends_with_same(self, forms: set[str]) -> dict[int, int]:
        """ "Schoki" for the Zartbitterschokolade: another word for the end of a name."""
        others = {word for same in _SAME if forms & same for word in same - forms if "+" not in word}
        return {n: place for word in sorted(others) for n, place in self._compounds(word).items()}

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
            if self._only_kind(word) and here.keys() & used.keys():  # "gouda cheese"
                continue
            if self._only_kind(words[at - 1]) and set(here) < set(used):  # "fromage gruyère"
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
        lines = whole or self._by_head(used) or frozenset(used)
        if all(self._only_kind(word) for word in words[first:last] if self.lines_of(word)):
            return Mention(first, last, frozenset(used), " ".join(written[first:last]).lower(), tail=last)
        extras = [word for word in words[first:last] if not self.lines_of(word) and word not in FILLERS]
        only = next(iter(lines)) if len(lines) == 1 else None
        extras = [word for word in extras if only is None or not self._begins(word, only)]
        if not extras or len(lines) != 1:
            return Mention(first, last, lines, tail=last)
        partly = max(share.values()) < 1
        tail = max(at + 1 for at in range(first, last) if self.lines_of(words[at]))
        ahead = any(not self.lines_of(word) for word in words[first:tail])
        if ahead or any(word in VARIETIES for word in words[tail:last]):
            tail = last
        surely = partly or any(word in VARIETIES for word in extras)
        return Mention(first, last, lines, " ".join(written[first:last]).lower(), surely, tail, partly)

    def _begins(self, word: str, n: int) -> bool:
        """ "vac bags" of "vacuum bags": a word of the name, cut short."""
        return len(word) >= 3 and any(token.startswith(key(word)) for token in self._tokens[n])

    def _by_head(self, used: Mapping[int, set[int]]) -> frozenset[int]:
        """Of several lines the one whose very thing is named: "paint" is no "paint roller"."""
        if len(used) < 2:
            return frozenset()
        heads = {n for n, places in used.items() if self._head_of(n) in places}
        return frozenset(heads) if len(heads) == 1 else frozenset()


@lru_cache(maxsize=1)
def _other_things() -> frozenset[str]:
    """What any thing is called in one word: "dill" is no slip of the pen for a drill."""
    names = (folded(name).replace("ß", "s") for names in book_of_names() for name in names if " " not in name)
    return frozenset(form for name in names for form in (key(name), key(stem(name))))


def _cuts_short(word: str, token: str) -> bool:
    """ "Zimt" for the Zimtstange, and no "Butter" for the Buttermilch, which is milk."""
    rest = token.removeprefix(word)
    return token.startswith(word) and rest != "" and rest not in _other_things()


def _by_its_looks(asked: Sequence[AskedLine]) -> Language | None:
    """The language that writes things with a capital, where every line does and no word tells."""
    capital = all(line.component[:1].isupper() for line in asked)
    return (
        next((language for language in LANGUAGES if language.compounds), None) if asked and capital else None
    )


def _head(name: str) -> str | None:
    """The word that says what a thing is: "flour" of "plain flour", "farine" of "farine de blé"."""
    words = [match.group() for match in WORD.finditer(folded(name.replace("’", "'")).replace("ß", "s"))]
    joint = next((at for at, word in enumerate(words) if at and word in _JOINTS), None)
    head = words[0] if joint else next(iter(words[-1:]), "")
    return None if not head or head in KNOWN or head in VARIETIES else key(stem(head))


def _by_pieces(line: AskedLine) -> bool:
    amount = need_of(line)
    return amount is not None and amount.unit is Unit.PIECE


def _measure(line: AskedLine) -> list[str]:
    """The words by which a line is counted, as written, where they are no unit known: "spools"."""
    words = [match.group() for match in WORD.finditer(folded(line.qty).replace("ß", "s"))]
    return [
        form for word in words[-1:] if word not in UNITS and not word[0].isdigit() for form in inflected(word)
    ]


_BROAD = frozenset(word for language in LANGUAGES for word in language.broad.split())
_KINDS = tuple((key(stem(name)), frozenset(key(stem(thing)) for thing in things)) for name, things in KINDS)
_SAME = tuple(frozenset(key(word) for word in group) for group in SAME)
