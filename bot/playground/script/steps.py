"""What a script is made of: steps of people and of the world, each kind with what it takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from pathlib import Path
from typing import Any

__all__ = [
    "FORMS",
    "LOOKS",
    "VERSION",
    "BadScript",
    "Form",
    "Need",
    "Newcomer",
    "Option",
    "Script",
    "Step",
    "Verb",
]

VERSION = 1


class BadScript(ValueError):
    """A script that cannot be played: where (`source`, `line` from 1, 0 for the whole), and what is wrong."""

    def __init__(self, source: str, line: int, words: str) -> None:
        super().__init__(f"{source}, line {line}: {words}" if line else f"{source}: {words}")
        self.source = source
        self.line = line
        self.words = words


class Verb(StrEnum):
    STARTS = "starts"
    SAYS = "says"
    TAPS = "taps"
    OPENS = "opens"
    EDITS = "edits"
    DELETES = "deletes"
    REACTS = "reacts"
    SENDS_PHOTO = "sends photo"
    SENDS_DOCUMENT = "sends document"
    SENDS_VOICE = "sends voice"
    SENDS_LOCATION = "sends location"
    SENDS_CONTACT = "sends contact"
    BLOCKS = "blocks"
    UNBLOCKS = "unblocks"
    PAYS = "pays"
    PAYS_BY_CARD = "pays by card"
    ASKS_INLINE = "asks inline"
    CHOOSES = "chooses"
    SEES = "sees"
    DOES_NOT_SEE = "does not see"
    SEES_BUTTON = "sees button"
    SEES_NO_BUTTON = "sees no button"
    SEES_TOAST = "sees toast"
    SEES_ALERT = "sees alert"
    TIME = "time"
    FAULT = "fault"
    BANK = "bank"


class Need(Enum):
    """Whether something stands behind the colon."""

    NOTHING = "nothing"
    MAY = "may"
    MUST = "must"
    FIELDS = "fields"
    """A word, or a mapping that is taken as it stands."""


class Option(Enum):
    TEXT = "text"
    WHOLE = "a whole number"
    YES = "yes or no"


@dataclass(frozen=True)
class Form:
    need: Need
    meaning: str
    options: Mapping[str, Option] = field(default_factory=dict)


_WITHIN = {"within": Option.WHOLE}
_ON = {"on": Option.TEXT, "number": Option.WHOLE}

FORMS: Mapping[Verb, Form] = {
    Verb.STARTS: Form(Need.MAY, "presses START, or follows a link with a payload"),
    Verb.SAYS: Form(
        Need.MUST, "writes; `page:HOST/PATH` is a page of the demo town", {"replying to": Option.TEXT}
    ),
    Verb.TAPS: Form(Need.MUST, "taps a button, inline or under the input", _ON | _WITHIN),
    Verb.OPENS: Form(
        Need.MUST, "opens the page or app behind a button", _ON | {"shows": Option.TEXT} | _WITHIN
    ),
    Verb.EDITS: Form(Need.MUST, "changes a message of her own", {"message": Option.TEXT}),
    Verb.DELETES: Form(Need.MUST, "deletes the newest message that holds this"),
    Verb.REACTS: Form(Need.MAY, "puts an emoji under a message, or takes it away", {"to": Option.TEXT}),
    Verb.SENDS_PHOTO: Form(Need.MUST, "sends one photo or several, by name", {"caption": Option.TEXT}),
    Verb.SENDS_DOCUMENT: Form(Need.MUST, "sends a file, by name", {"caption": Option.TEXT}),
    Verb.SENDS_VOICE: Form(Need.MUST, "sends a voice message, by name of its file"),
    Verb.SENDS_LOCATION: Form(Need.MUST, "sends latitude and longitude", {"live for": Option.WHOLE}),
    Verb.SENDS_CONTACT: Form(Need.MAY, "sends her own contact, or this number"),
    Verb.BLOCKS: Form(Need.NOTHING, "blocks the bot"),
    Verb.UNBLOCKS: Form(Need.NOTHING, "unblocks the bot"),
    Verb.PAYS: Form(Need.MAY, "pays an invoice of Telegram's", {"outcome": Option.TEXT}),
    Verb.PAYS_BY_CARD: Form(
        Need.MAY, "fills in the bank's page behind her pay button", {"outcome": Option.TEXT}
    ),
    Verb.ASKS_INLINE: Form(Need.MUST, "asks the bot inline"),
    Verb.CHOOSES: Form(Need.MUST, "chooses one of the inline results, by its title"),
    Verb.SEES: Form(
        Need.MAY,
        "waits for a message of the bot, written or changed since her last act",
        {"button": Option.TEXT, "showing": Option.TEXT, "anywhere": Option.YES} | _WITHIN,
    ),
    Verb.DOES_NOT_SEE: Form(Need.MUST, "lets the bot settle; none of these words came since her last act"),
    Verb.SEES_BUTTON: Form(Need.MUST, "waits for a button", _WITHIN),
    Verb.SEES_NO_BUTTON: Form(Need.MUST, "waits until there is no such button", _WITHIN),
    Verb.SEES_TOAST: Form(Need.MUST, "her last tap was answered with these words, shown for a moment"),
    Verb.SEES_ALERT: Form(Need.MUST, "her last tap was answered with these words, to be closed"),
    Verb.TIME: Form(Need.MUST, "`next deadline`, or `+10 minutes`, `+1 hour`, `+2 days`"),
    Verb.FAULT: Form(Need.FIELDS, "a fault of the messenger's is switched on; `off` ends all"),
    Verb.BANK: Form(Need.FIELDS, "faults of the bank; `well` ends all"),
}
"""What each kind of step takes."""

WORLD = {Verb.TIME, Verb.FAULT, Verb.BANK}
LOOKS = {
    Verb.SEES, Verb.DOES_NOT_SEE, Verb.SEES_BUTTON, Verb.SEES_NO_BUTTON, Verb.SEES_TOAST, Verb.SEES_ALERT,
}  # fmt: skip
"""Steps that only look: when they differ, the script goes on."""


@dataclass(frozen=True)
class Step:
    """`who` is a key of a person, empty where the world acts. `line` is that of the file, from 1."""

    verb: Verb
    who: str = ""
    what: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    line: int = 0

    @property
    def title(self) -> str:
        """ "mia says", "time"."""
        return f"{self.who} {self.verb}" if self.who else str(self.verb)

    def __str__(self) -> str:
        said = " / ".join(self.what.split("\n"))
        told = f"{self.title}: {said}" if said else self.title
        return told + "".join(f", {name}: {value}" for name, value in self.options.items())


@dataclass(frozen=True)
class Newcomer:
    """Somebody whom the script brings along."""

    name: str
    role: str = "consumer"
    language: str = "en"


@dataclass(frozen=True)
class Script:
    """`free_text`: words in it must be understood. `files` are those written into it; others lie in `folder`.
    `notes` say what was left out when it was written from what happened."""

    title: str
    steps: tuple[Step, ...]
    people: Mapping[str, Newcomer] = field(default_factory=dict)
    free_text: bool = False
    files: Mapping[str, bytes] = field(default_factory=dict)
    folder: Path | None = None
    notes: tuple[str, ...] = ()
    source: str = "script"
