"""Several wishes in one sentence, taken apart: "no wine, and 3 onions", "pay by card and deliver today"."""

import re
from collections.abc import Iterator

from bot.understanding.before import ASKED_BY_DIALOGUE, LINE, Before
from bot.understanding.listed import NO_THING
from bot.understanding.numbers import COUNTS
from bot.understanding.openings import ENDING, NOT_A_THING
from bot.understanding.ticking import NO
from bot.understanding.words import words_of

__all__ = ["counted_thing", "wanted_instead", "wishes_apart"]

MOST_WISHES = 8
MOST_CHARACTERS = 200
NOT_SHOPPING = {LINE, "seller_question", "query"}
"""Questions whose answers are words that are not looked into."""
BESIDE_AN_ADDRESS = {"order", "pay", "when"}
"""What is another wish after an address; "no bell" and "put it in the shed" belong to the address."""
SAID_AGAIN = {"amount", "count"}
"""Of what two in a row are two wishes; else the second goes on with the first ("no salt and no pepper")."""

_SAID = words_of("several", not_a_thing=NOT_A_THING)
_JOINT = re.compile(
    rf"\s*(?:[;.!](?=\s)|,(?!\d))\s*(?:{_SAID['joins']}\b\s*)?"
    rf"|\s+(?:{_SAID['joins']}|{_SAID['joins_words']}|&)\s+|\s+(?={_SAID['without']}\s)",
    re.IGNORECASE,
)
_LEADS = re.compile(rf"^(?:{_SAID['leads']}[\s,]+)+", re.IGNORECASE)
_DAY = f"(?:{_SAID['day']}|{_SAID['part']})"
_WHEN = rf"(?:{_SAID['on']}\s+)*{_DAY}"
_TOPICS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (topic, re.compile(rf"^(?:{words})", re.IGNORECASE))
    for topic, words in (
        ("order", _SAID["order"]),
        (
            "pay",
            rf"(?:{_SAID['payer']}\s+)?(?:{_SAID['pays']}\b.*\b{_SAID['paid']}\b"
            rf"|{_SAID['by']}\s+{_SAID['paid']}\b(?:\s+{_SAID['paid_end']})?\s*$|{_SAID['paid']}\s*$)",
        ),
        (
            "when",
            rf"{_SAID['brings']}.*\b{_DAY}\b|{_WHEN}(?:\s+{_WHEN})?(?:\s+{_SAID['brought']})?\s*$"
            rf"|{_SAID['delivery']}\s+{_WHEN}",
        ),
        *(
            (topic, _SAID[topic])
            for topic in ("collect", "ask", "search", "track", "scale", "amount", "drop", "add")
        ),
    )
)
_COUNT = re.compile(
    rf"^(?P<number>\d+(?:[.,]\d+)?|(?:{'|'.join(COUNTS)})\b)(?=[\s\w])(?P<thing>.*[^\W\d_]{{3,}}.*)$",
    re.IGNORECASE,
)

_INSTEAD = re.compile(
    rf"^{_SAID['but']}\s+(?:{_SAID['instead']}\s+|{_SAID['instead_tied']})*"
    r"(?P<thing>[^\W\d_][^\d?!:]{2,40})$",
    re.IGNORECASE,
)
_NO_THING_BUT_HOW = re.compile(
    rf"{_SAID['in_time']}\b|{_SAID['of_kind']}(?:\s+{_SAID['if_possible']})?$", re.IGNORECASE
)
MOST_WORDS_OF_A_THING = 3


def wishes_apart(text: str, before: Before) -> tuple[str, ...]:
    """The wishes of a sentence, each in its own words; nothing where there is one, or it is not certain."""
    if before.works or before.asks in NOT_SHOPPING or before.replied_inquiry or before.replied_question:
        return ()
    if len(text) > MOST_CHARACTERS or "\n" in text.strip() or "://" in text:
        return ()
    wishes: list[tuple[str, str]] = []
    things = ""
    for joint, said in _pieces(text.strip()):
        piece = f"{things}{joint}{said}" if things and not wishes else said
        topic = _topic(piece, wishes[-1] if wishes else None, joint)
        if before.asks == "address" and topic not in BESIDE_AN_ADDRESS:
            topic = None
        if not wishes:
            if topic is None and before.asks not in ASKED_BY_DIALOGUE:
                things = piece  # "flour and sugar we have": what is said of them comes behind
                continue
            wishes.append((topic or "answer", piece))
        elif topic is None or (topic == wishes[-1][0] and topic not in SAID_AGAIN):
            wishes[-1] = (wishes[-1][0], wishes[-1][1] + joint + piece)
        else:
            wishes.append((topic, f"{joint.strip(' ,;.!')} {piece}".strip() if topic == "instead" else piece))
    if not 1 < len(wishes) <= MOST_WISHES:
        return ()
    return tuple(piece for _, piece in wishes)


def counted_thing(text: str) -> str | None:
    """ "also three onions, please": "3 onions", a number and a thing; None for anything else."""
    found = _COUNT.match(ENDING.sub("", _bare(text)))
    if found is None or NO_THING.search(found["thing"]):
        return None
    number = found["number"]
    return f"{COUNTS.get(number.lower(), number)}{found['thing']}"


def _topic(piece: str, last: tuple[str, str] | None, joint: str) -> str | None:
    said = _bare(piece)
    topic = next((topic for topic, words in _TOPICS if words.match(said)), None)
    if last is None:
        return topic
    if not joint.strip() and last[0] != "scale":
        return None  # "add bread without gluten" is one wish
    if topic is None and _wants_counted(last) and counted_thing(piece):
        return "count"
    if (
        topic is None
        and wanted_instead(f"{joint} {piece}")
        and last[0] == "drop"
        and NO.match(_bare(last[1]))
    ):
        return "instead"
    return topic


def wanted_instead(said: str) -> str | None:
    """The thing behind a "but": of "no rum but lemon" the lemon is wanted."""
    found = _INSTEAD.match(ENDING.sub("", said.strip(" .!,;")))
    if found is None or NO_THING.search(found["thing"]) or _NO_THING_BUT_HOW.match(found["thing"]):
        return None
    return found["thing"] if len(found["thing"].split()) <= MOST_WORDS_OF_A_THING else None


def _wants_counted(last: tuple[str, str]) -> bool:
    """Whether what is counted next is wanted. "No" and "without" do not reach over the next "and": of "no
    wine and 3 onions" the onions are wanted, of "remove 2 eggs and 3 onions" they are not."""
    topic, said = last
    return topic == "count" or (
        topic == "drop" and bool(NO.match(_bare(said))) and not re.search(r"\d", said)
    )


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """(what joins it to the piece before, the piece)."""
    joint, start = "", 0
    for found in _JOINT.finditer(text):
        piece = text[start : found.start()]
        if piece.strip():
            yield joint, piece
            joint = found.group()
        start = found.end()
    if text[start:].strip(" .!,"):
        yield joint, text[start:]


def _bare(piece: str) -> str:
    return _LEADS.sub("", piece.strip(" .!?,;"))
