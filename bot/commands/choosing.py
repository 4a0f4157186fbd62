"""Commands about inquiries' rounds, proposals, options, substitutes, and questions of sellers."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from commerce.quotes.choosing import Priority

__all__ = [
    "AnswerQuestion", "AnswerQuestionInWords", "AskSellers", "ChangeList", "ChooseBy", "ChooseNth",
    "CloseRound", "Compare", "Correct", "DecideSubstitute", "Explain", "JudgeSubstitute", "MoveLine",
    "MoveLineTo", "OptionCommand", "OtherOffers", "Propose", "QuestionCommand", "RoundCommand",
    "ShowProposal", "SubstituteCommand",
]  # fmt: skip


@dataclass(frozen=True)
class AskSellers:
    """`sure`: also with lines that were read with little confidence; `without`: the name of a seller who is
    not to be asked."""

    code: ClassVar[str] = "aq"
    list_id: UUID | None = None
    sure: int = 0
    without: str = ""


@dataclass(frozen=True)
class ChangeList:
    """Take a list back from the sellers: their inquiries are withdrawn, lines can be ticked again."""

    code: ClassVar[str] = "ch"
    list_id: UUID


@dataclass(frozen=True)
class CloseRound:
    code: ClassVar[str] = "cr"
    round_id: UUID | None = None


@dataclass(frozen=True)
class ShowProposal:
    code: ClassVar[str] = "sh"
    round_id: UUID | None = None


@dataclass(frozen=True)
class Propose:
    """Choose the sellers anew by this priority, this once."""

    code: ClassVar[str] = "pr"
    priority: Priority
    round_id: UUID | None = None


@dataclass(frozen=True)
class Compare:
    code: ClassVar[str] = "cm"
    round_id: UUID | None = None


@dataclass(frozen=True)
class Explain:
    """Why these sellers, and why not that one."""

    code: ClassVar[str] = "ex"
    round_id: UUID | None = None
    seller: str = ""


@dataclass(frozen=True)
class MoveLine:
    """Choose the line to buy elsewhere, then the seller."""

    code: ClassVar[str] = "ml"
    round_id: UUID | None = None
    component_id: UUID | None = None


@dataclass(frozen=True)
class MoveLineTo:
    code: ClassVar[str] = "mt"
    quote_line_id: UUID


@dataclass(frozen=True)
class DecideSubstitute:
    """Take what a seller offers instead (`takes` 1), or not this one (0)."""

    code: ClassVar[str] = "ds"
    quote_line_id: UUID
    takes: int


@dataclass(frozen=True)
class OtherOffers:
    """What else there is for a component."""

    code: ClassVar[str] = "oo"
    round_id: UUID
    component_id: UUID


@dataclass(frozen=True)
class JudgeSubstitute:
    """What is said of a substitute in words: "take", "refuse" or "other"; names as far as they were read."""

    verdict: str
    text: str
    component: str = ""
    substitute: str = ""


@dataclass(frozen=True)
class ChooseNth:
    """Of the options shown last, that at this place (from 1; -1 is the last)."""

    place: int


@dataclass(frozen=True)
class ChooseBy:
    """Of the options shown last, the "cheapest", the "soonest", or the "other" one."""

    which: str


@dataclass(frozen=True)
class Correct:
    """A correction of what was just said, or a wish to buy from / not from a seller, in words."""

    text: str
    name: str = ""
    seller: str = ""
    exclude: bool = False


@dataclass(frozen=True)
class AnswerQuestion:
    """A seller's question: the option tapped, from 1; 0 is "either is fine"."""

    code: ClassVar[str] = "qa"
    question_id: UUID
    choice: int


@dataclass(frozen=True)
class AnswerQuestionInWords:
    """In reply to a seller's question, or to the one asked last."""

    text: str
    question_id: UUID | None = None


RoundCommand = (
    AskSellers | ChangeList | CloseRound | ShowProposal | Propose | Compare | Explain | MoveLine
    | MoveLineTo | Correct
)  # fmt: skip

OptionCommand = ChooseNth | ChooseBy

SubstituteCommand = DecideSubstitute | OtherOffers | JudgeSubstitute

QuestionCommand = AnswerQuestion | AnswerQuestionInWords
