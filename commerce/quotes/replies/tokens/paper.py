"""A seller's answer being covered with tokens."""

from dataclasses import dataclass
from decimal import Decimal

from commerce.date_words import folded
from commerce.dates import SpokenDate
from commerce.quotes.replies.words.language import Role
from commerce.units import Unit

__all__ = ["Paper", "Token"]


@dataclass(frozen=True)
class Token:
    """A stretch of the text and what it does; which of the further fields are set depends on the role."""

    role: Role
    start: int
    end: int
    text: str
    minor: int | None = None
    number: Decimal | None = None
    unit: Unit | None = None
    count: int = 1
    money: bool = False
    foreign: bool = False
    lines: frozenset[int] = frozenset()
    variant: str | None = None
    surely: bool = False
    pack: bool = False
    spoken: SpokenDate | None = None


class Paper:
    """The text being covered with tokens; the first to claim a character keeps it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.low = folded(text).replace("ß", "s")
        self.taken = bytearray(len(text))
        self.tokens: list[Token] = []
        self.by_end: dict[int, Token] = {}

    def put(self, token: Token) -> None:
        if token.end > token.start and not any(self.taken[token.start : token.end]):
            self.taken[token.start : token.end] = b"\1" * (token.end - token.start)
            self.tokens.append(token)
            self.by_end[token.end] = token

    def before(self, start: int, reach: int) -> list[Token]:
        """The tokens that end at `start` or up to `reach` characters before it, in order."""
        ends = range(max(0, start - reach), start + 1)
        return [self.by_end[end] for end in ends if end in self.by_end]

    def uncovered(self) -> str:
        """The folded text with every claimed character blotted out."""
        return "".join("\0" if taken else char for char, taken in zip(self.low, self.taken, strict=True))

    def at(self, role: Role, start: int, end: int) -> Token:
        return Token(role, start, end, self.text[start:end])
