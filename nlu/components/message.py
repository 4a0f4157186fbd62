"""What a message offers to the readers of single wishes: text, marked names, values. Pure."""

import re
from dataclasses import dataclass
from typing import Any, Dict, List, Sequence, Tuple

from nlu.components.values import Value
from nlu.components.vocabulary import folded, function_words, words

_REFUSED_BEFORE = re.compile(
    rf"\b(?:{words('refused_before')})(?: do)?(?:\s+(?:in|on|at|for|am|um|vor|le|la|a|avant))?(?:\s+the)?\s*$"
)
_REFUSED_AFTER = re.compile(rf"\s*(?:{words('refused_after')})\b")


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


@dataclass(frozen=True)
class Slot:
    """A named value, and the stretch it was read from."""

    name: str
    value: Any
    start: int
    end: int


class Reader:
    """What a message offers to the readers of single intents."""

    def __init__(
        self, text: str, spans: Sequence[Span], values: Sequence[Value], pending: str = "none"
    ) -> None:
        self.pending = pending
        self.text, self.lowered = text, folded(text)
        self.things = [span for span in spans if span.kind == "thing"]
        self.sellers = [span for span in spans if span.kind == "seller"]
        self.values = list(values)
        self.found: List[Slot] = []

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

    def put_value(self, name: str, *kinds: str, plain: bool = False) -> bool:
        """Notes the first value of these kinds as `name`; whether there was one."""
        for value in self.all(*kinds)[:1]:
            self.put(name, value.value if plain else number(value.value), value.start, value.end)
            return True
        return False

    def put_things(self, name: str, at_most: int = 20) -> None:
        """Notes the marked things, or else what is left of the sentence without its function words."""
        things = self.things or [
            Span("thing", *rest) for rest in remainder(self.text, self.values, self.sellers)
        ]
        seen = set()
        for thing in things[:at_most]:
            if thing.name not in seen:
                self.put(name, thing.name, thing.start, thing.end)
            seen.add(thing.name)

    def put_word(self, name: str, meanings: Dict[str, Any], many: bool = False, last: bool = False) -> None:
        """Notes what the first (or the last, or each) of the patterns found means."""
        hits = []
        for pattern, meaning in meanings.items():
            match = re.search(rf"\b(?:{pattern})", self.lowered)
            if match:
                hits.append((match.start(), match.end(), meaning))
        seen: List[str] = []
        for start, end, meaning in sorted(hits, reverse=last):
            if meaning not in seen and (many or not seen):
                seen.append(meaning)
                self.put(name, meaning, start, end)


_TOKEN = re.compile(r"(?:qu|jusqu|[cdjlmnst])['’](?=\w)|[^\W_][\w'’\-]*|[,;&+/\n]", re.IGNORECASE)


def remainder(text: str, values: Sequence[Value], spans: Sequence[Span]) -> List[Tuple[str, int, int]]:
    """What in a sentence is neither a function word nor a value nor marked: likely names of things."""
    taken = [(value.start, value.end) for value in values] + [(span.start, span.end) for span in spans]
    runs: List[Tuple[int, int]] = []
    open_run = False
    idle_words = function_words(text)
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = folded(match.group())
        idle = word in idle_words or not word[0].isalnum() or any(a < end and start < b for a, b in taken)
        if idle:
            open_run = False
            continue
        if open_run:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
        open_run = True
    return [(text[start:end], start, end) for start, end in runs]


def number(value: str) -> Any:
    """ "6" -> 6, "2.5" -> "2.5": counts are whole numbers, all else stays text."""
    return int(value) if re.fullmatch(r"[+-]?\d+", value) else value
