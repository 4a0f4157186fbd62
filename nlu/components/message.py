"""What a message offers to the readers of single wishes: text, marked names, values. Pure."""

import re
from dataclasses import dataclass
from typing import Any, Dict, FrozenSet, List, Optional, Sequence, Tuple

from nlu.components.spelling import is_idle_slip, spelled
from nlu.components.values import Value
from nlu.components.vocabulary import (
    GOODS,
    folded,
    function_words,
    is_goods_word,
    language_of,
    listed,
    words,
)

_REFUSED_BEFORE = re.compile(
    rf"\b(?:{words('refused_before')})(?: do)?(?:\s+(?:in|on|at|for|am|um|vor|le|la|a|avant))?(?:\s+the)?\s*$"
)
_REFUSED_AFTER = re.compile(rf"\s*(?:{words('refused_after')})\b")


_BELONGS = re.compile(r"\s+(?:(?:en|de|a|au|aux)\s+|(?:d|a\sl|de\sl)')(?P<what>[a-z][a-z'-]{2,})")
_HEAD = re.compile(r"\b(?P<what>[a-z]{3,})\s+(?:(?:a|de|en)\s+|d')$")
_BELONGINGS = frozenset(listed("belongings"))
_INDEFINITE = re.compile(r"\b(?:an?|eine?[nmr]?|ne[nr]?|une?)\s+$")
_ARTICLE = re.compile(
    r"\b(?:(?:the|my|these|those|die|der|den|das|dem|meine?[nmr]?|le|la|les|mon|ma|mes|ce|cette|cet|ces|du|des)\s+|l')$"
)
_NAMED_WITHIN = re.compile(r"\bknoblauch(?=zehe)")
_ROW_ENDS = re.compile(r"\s*(?:$|[.,;!?)])")
_ONE_WORD = re.compile(r"[^\W\d_]{4,}")
_JOINT = re.compile(
    r"\s*(?:,|&|\+|\band\b|\bn\b|\bund\b|\bu\b|\bet\b)\s*(?P<article>(?:the|die|der|den|das|le|la|les|du|des|some|an?|eine?n?|une?)\s+|l')?"
)
_NEXT_WORD = re.compile(r"\s+(?P<what>[a-z][a-z-]{2,})(?:'s\b)?")
_ADJECTIVE_ALONE = re.compile(r"[a-z]{4,}e[nrs]")
_ADJECTIVE_GIVEN = re.compile(
    r"(?:frisch|neu|klein|gros|gut|fein|grob|dick|dunn|lang|kurz|reif|rote?|weis|gelb|grun|bunt|mild|sus|saur)e[nrs]?"
)
_ADVERB = re.compile(r"[a-z]{3,}(?:ig|lich|isch)\s+(?=[a-z])")
_WORD_BEFORE = re.compile(r"\b(?P<what>[a-z]{3,}(?:ed|zen|den))\s+$")
_ADJECTIVE = re.compile(r"(?P<what>[a-z]{3,}e[nrs]?)\s+$")


@dataclass(frozen=True)
class Span:
    """A stretch of the text that the extractor marked: a `thing` or a `seller`."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def name(self) -> str:
        """The text in lower case, without the "'s" of "butter's in the fridge"."""
        return re.sub(r"['’]s$", "", self.text.lower()) if self.kind == "thing" else self.text.lower()

    def trimmed(self, idle_words: FrozenSet[str]) -> "Optional[Span]":
        """Without function words at its ends; None where nothing remains."""
        words = [
            match
            for match in re.finditer(r"[^\s,;]+", self.text)
            if (word := folded(match.group())) not in idle_words or word[:1].isdigit() or word in GOODS
        ]
        if not words:
            return None
        first, last = words[0].start(), words[-1].end()
        return Span(self.kind, self.text[first:last], self.start + first, self.start + last)


@dataclass(frozen=True)
class Slot:
    """A named value, and the stretch it was read from."""

    name: str
    value: Any
    start: int
    end: int


class Reader:
    """What a message offers to the readers of single intents."""

    def __init__(self, text: str, spans: Sequence[Span], values: Sequence[Value]) -> None:
        self.text, self.lowered = text, folded(text)
        self.values = list(values)
        trimmed = [one for span in spans if (one := span.trimmed(function_words(text)))]
        self.things = self._whole([span for span in trimmed if span.kind == "thing"])
        self.sellers = [s for s in spans if s.kind == "seller" and s.trimmed(function_words(text))]
        self.found: List[Slot] = []
        self._hidden: List[Tuple[int, int]] = []
        for value in self.all("amount"):  # "rolls of tape" names tape, "knoblauchzehe" garlic
            named = _NAMED_WITHIN.search(self.lowered, value.start, value.end)
            self.hide(named.end() if named else value.start, value.end)

    def has(self, *names: str) -> bool:
        """Whether a slot of one of these names was noted."""
        return any(slot.name in names for slot in self.found)

    def all(self, *kinds: str) -> List[Value]:
        """The values of these kinds."""
        return [value for value in self.values if value.kind in kinds]

    def meant(self, kind: str) -> List[Value]:
        """The values of this kind but for those that are named to be replaced: "6 not 4" means 6."""
        values = self.all(kind)
        kept = [
            value
            for value in values
            if not _REFUSED_BEFORE.search(self.lowered[: value.start])
            and not _REFUSED_AFTER.match(self.lowered[value.end :])
        ]
        return kept or values

    def put(self, name: str, value: Any, start: int, end: int) -> None:
        """Notes a slot."""
        self.found.append(Slot(name, value, start, end))

    def _whole(self, things: List[Span]) -> List[Span]:
        """French names with what belongs to them, "cocotte en fonte"; German ones with their adjective."""
        language, idle = language_of(self.text), function_words(self.text)
        whole: List[Span] = []
        for thing in things:
            if whole and thing.start < whole[-1].end:
                continue
            start, end = thing.start, thing.end
            if language == "fr":
                head = _HEAD.search(self.lowered[:start])
                taken = not head or head["what"] in idle or (whole and head.start("what") < whole[-1].end)
                if (
                    head
                    and not taken
                    and self.is_goods(head["what"])
                    and not self._is_value(head.start("what"))
                ):
                    start = head.start("what")  # "sac à dos"
                end = self.with_what_belongs(end)
            elif language == "de" and (before := _ADJECTIVE.search(self.lowered[:start])):
                taken = before["what"] in idle or (whole and before.start("what") < whole[-1].end)
                start = start if taken or self._is_value(before.start("what")) else before.start("what")
            if language == "de" and (adverb := _ADVERB.match(self.lowered, start, end)):
                start = start if self.is_goods(adverb.group()) else adverb.end()  # "endlich kuchen"
            elif language in ("en", None) and (before := _WORD_BEFORE.search(self.lowered[:start])):
                taken = before["what"] in idle or (whole and before.start("what") < whole[-1].end)
                if before["what"] in GOODS and not taken and not self._is_value(before.start("what")):
                    start = before.start("what")  # "pickled onions"
            after = _NEXT_WORD.match(self.lowered, end)
            marked = after and any(other.start == after.start("what") for other in things)
            if after and not marked and not self._is_value(after.start("what")):
                bare = _ADJECTIVE_ALONE.fullmatch(self.lowered[start:end]) or _ADJECTIVE_GIVEN.fullmatch(
                    self.lowered[start:end]
                )
                if (
                    language == "de" and bare and after["what"] not in idle and not self.is_goods(thing.text)
                ) or (language in ("en", None) and after["what"] in GOODS):
                    end = after.end("what")
            whole.append(Span("thing", self.text[start:end], start, end))
        return whole

    def with_what_belongs(self, end: int) -> int:
        """Where a French name that ends at a place ends with what belongs to it: "chaises de jardin"."""
        idle = function_words(self.text)
        if language_of(self.text) != "fr":
            return end
        while (more := _BELONGS.match(self.lowered, end)) and (
            (more["what"] not in idle or more["what"] in _BELONGINGS)
            and not self._is_value(more.start("what"))
        ):
            end = more.end()
        return end

    def _is_value(self, place: int) -> bool:
        return any(value.start <= place < value.end for value in self.values)

    def called(self, thing: Span) -> str:
        """What a marked thing is called, as that is spelled."""
        return spelled(thing.name, language_of(self.text))

    def hide(self, start: int, end: int) -> None:
        """Takes a stretch that is read from what is left to be names."""
        self._hidden.append((start, end))
        kept = []
        for thing in self.things:
            first, last = thing.start, thing.end
            if start <= first < end:
                first = min(end, last)
            elif start < last <= end:
                last = start
            if (first, last) == (thing.start, thing.end):
                kept.append(thing)
                continue
            cut = Span(thing.kind, self.text[first:last], first, last).trimmed(function_words(self.text))
            kept += [cut] if cut else []
        self.things = kept

    def rest(self) -> List[Tuple[str, int, int]]:
        """What is neither marked nor a value nor a function word."""
        return remainder(self.text, self.values, [*self.things, *self.sellers], self._hidden)

    def joined(self) -> List[Span]:
        """Goods that were not marked but are typed amiss, or stand in one row with what was."""
        found = []
        rows = [Span("thing", *rest) for rest in self.rest() if _ROW_ENDS.match(self.lowered, rest[2])]
        rows = [one for one in rows if _ONE_WORD.fullmatch(one.text) and not is_idle_slip(one.text)]
        for one in [*self.candidates(), *rows]:
            if one in found:
                continue
            joints = [
                joint
                for thing in self.things
                if (
                    joint := _JOINT.fullmatch(
                        self.lowered, min(one.end, thing.end), max(one.start, thing.start)
                    )
                )
            ]
            row = bool(joints)
            named = any(joint["article"] for joint in joints)
            called = self.called(one)
            amiss = called != one.name and folded(called) != folded(one.name)
            last = row and one in rows and any(thing.end < one.start for thing in self.things)
            if named or last or ((row or amiss) and self.is_goods(called)):
                found.append(one)
        return found

    def candidates(self, *, indefinite: bool = False) -> List[Span]:
        """What is not marked, but stands behind an article or a number, or is a word of goods; behind an
        indefinite article only where it is said to count."""
        return [
            Span("thing", *one)
            for one in self.rest()
            if _ARTICLE.search(self.lowered[: one[1]])
            or (indefinite and _INDEFINITE.search(self.lowered[: one[1]]))
            or self.is_goods(one[0])
            or any(value.end == one[1] - 1 for value in self.all("number"))
        ]

    def runs(self, start: int, end: int) -> List[Tuple[int, int]]:
        """The runs of words between the places that are no function words."""
        return [
            (start + first, start + last) for _, first, last in remainder(self.text[start:end], [], [], [])
        ]

    def is_idle(self, text: str, idle: FrozenSet[str] = frozenset()) -> bool:
        """Whether a text names nothing: it holds function words alone, or those of `idle`."""
        known = function_words(self.text)
        return all(word in known or word in idle for word in re.findall(r"[\w'-]+", folded(text)))

    def is_goods(self, text: str) -> bool:
        """Whether a word of a text is one of goods."""
        return any(map(is_goods_word, re.findall(r"[\w'-]+", re.sub(r"'s\b", "", folded(text)))))

    def put_value(self, name: str, *kinds: str, plain: bool = False) -> bool:
        """Notes the first value of these kinds as `name`; whether there was one."""
        for value in self.all(*kinds)[:1]:
            self.put(name, value.value if plain else number(value.value), value.start, value.end)
            return True
        return False

    def put_things(self, name: str, at_most: int = 20) -> None:
        """Notes the marked things, or else what is left of the sentence without its function words."""
        things = self.things or [Span("thing", *rest) for rest in self.rest()]
        if self.things and at_most > 1:
            things = sorted([*things, *self.joined()], key=lambda thing: thing.start)
        seen = set()
        for thing in things[:at_most]:
            called = self.called(thing)
            if called not in seen and not (len(things) > 1 and is_idle_slip(thing.text)):
                self.put(name, called, thing.start, thing.end)
            seen.add(called)

    def put_word(self, name: str, meanings: Dict[str, Any], many: bool = False, last: bool = False) -> None:
        """Notes what the first (or the last, or each) of the patterns found means."""
        hits = []
        for pattern, meaning in meanings.items():
            match = re.search(rf"\b(?:{pattern})", self.lowered)
            if match:
                hits.append((match.start(), match.end(), meaning))
        hits.sort(key=lambda hit: (-hit[0] if last else hit[0], -hit[1]))  # "maritimes" before "maritime"
        seen: List[str] = []
        places: List[Tuple[int, int]] = []
        for start, end, meaning in hits:
            taken = any(start < other and first < end for first, other in places)
            if meaning not in seen and not taken and (many or not seen):
                seen.append(meaning)
                places.append((start, end))
                self.put(name, meaning, start, end)


_TOKEN = re.compile(r"(?:qu|jusqu|[cdjlmnst])['’](?=\w)|[^\W_][\w'’\-]*|[,;&+/\n]", re.IGNORECASE)


_INVERTED = re.compile(r"([a-z]+)-(?:t-)?(?:tu|vous|nous|je|on|ils?|elles?|moi)")


def remainder(
    text: str, values: Sequence[Value], spans: Sequence[Span], hidden: Sequence[Tuple[int, int]] = ()
) -> List[Tuple[str, int, int]]:
    """What in a sentence is neither a function word nor a value nor marked nor hidden: likely names."""
    taken = [(one.start, one.end) for one in [*values, *spans]] + list(hidden)
    runs: List[Tuple[int, int]] = []
    open_run = False
    idle_words = function_words(text)
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = folded(match.group())
        verb = _INVERTED.fullmatch(word)  # "vendez-vous"
        idle = (
            word in idle_words
            or (verb and verb[1] in idle_words)
            or not word[0].isalnum()
            or any(a < end and start < b for a, b in taken)
        )
        if idle:
            open_run = False
            continue
        if open_run:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
        open_run = not (word.endswith("'s") and word[:-2] in GOODS)  # "margarine's rank"
    return [(text[start:end], start, end) for start, end in runs]


def number(value: str) -> Any:
    """ "6" -> 6, "2.5" -> "2.5": counts are whole numbers, all else stays text."""
    return int(value) if re.fullmatch(r"[+-]?\d+", value) else value
