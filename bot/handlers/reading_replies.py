"""A seller's words read as an answer to one of its inquiries, in the light of what it said before."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.handlers.asking_back import said_before, with_tax
from bot.turn import Stage, Turn
from bot.understanding.plain import plain_meaning
from bot.views.selling import asked_lines
from commerce.catalogue.service import seller_of, sellers_for
from commerce.people.models import Person
from commerce.quotes.answering import binding_quote, read_back_of, reading_of, takes_answers
from commerce.quotes.models import Inquiry, Round, RoundState
from commerce.quotes.replies import ReplyReading, Unclear, Why, read_reply

__all__ = [
    "fits", "is_answer", "judged", "open_inquiries", "read_in", "read_said", "standing_reading",
]  # fmt: skip

INQUIRIES_TRIED = 6
LONGEST_READ = 2000
SAYS_NOTHING = {Why.NOTHING_READ, Why.UNKNOWN_NAME}
"""Doubts about words that are perhaps no answer at all."""
CONFIRMS = {"ok", "okay", "👍", "✅"}
DISCARDS = {"👎"}


def judged(text: str) -> bool | None:
    """Whether these words say "right" or "wrong" to a read-back, in any language; None for all others, and
    for a question."""
    if text.rstrip().endswith("?"):
        return None
    said = text.strip(" .!").casefold()
    meaning = plain_meaning(text)
    if said in CONFIRMS or meaning == "right":
        return True
    return False if said in DISCARDS or meaning == "wrong" else None


def open_inquiries(session: Session, person_id: UUID, now: datetime) -> list[Inquiry]:
    """What still takes an answer, or another one, of this seller; the newest first."""
    own = [seller.id for seller in sellers_for(session, person_id)]
    query = (
        select(Inquiry)
        .join(Round, col(Round.id) == col(Inquiry.round_id))
        .where(col(Inquiry.seller_id).in_(own), col(Round.state).in_([RoundState.OPEN, RoundState.CLOSED]))
        .where(Round.deadline > now)
        .order_by(col(Round.opened_at).desc())
    )
    return [
        inquiry
        for inquiry in session.exec(query)
        if takes_answers(session.get_one(Round, inquiry.round_id), inquiry, now)
    ]


def is_answer(stage: Stage, person: Person, waiting: Sequence[Inquiry], text: str, *, works: bool) -> bool:
    """Whether words that reply to no push read as an answer to one of the inquiries that wait. Where she
    `works` just now, and is not shopping, they may also judge or change what she offered before: "perfect"
    said of a proposal binds no offer of hers."""
    if not text or text.startswith("/"):
        return False
    for inquiry in waiting[:INQUIRIES_TRIED]:
        if works and judged(text) is not None and read_back_of(stage.session, inquiry.id) is not None:
            return True
        alone = read_in(stage, person, inquiry, text[:LONGEST_READ], None)
        if _says_something(alone, works=works):
            return True
        earlier = standing_reading(stage.session, inquiry) if works else None
        if earlier is not None and _changes(
            read_in(stage, person, inquiry, text[:LONGEST_READ], earlier), earlier
        ):
            return True
    return False


def _says_something(reading: ReplyReading, *, works: bool) -> bool:
    """ "No butter" is said of one's own shopping as well: it counts only of who works."""
    nothing = SAYS_NOTHING if works else {*SAYS_NOTHING, Why.REST_OPEN}
    doubted = any(unclear.why not in nothing for unclear in reading.unclear)
    offered = any(line is not None for line in reading.lines.values())
    return doubted or offered or reading.decline or (works and reading.delivery == "pickup")


def _changes(reading: ReplyReading, earlier: ReplyReading) -> bool:
    if reading.unclear:
        return any(unclear.why not in SAYS_NOTHING for unclear in reading.unclear)
    told, known = ((one.lines, one.delivery, one.valid_until, one.decline) for one in (reading, earlier))
    return told != known


def fits(reading: ReplyReading) -> bool:
    """Whether an offer was read, and nothing is left to ask."""
    return not reading.unclear and any(reading.lines.values())


def standing_reading(session: Session, inquiry: Inquiry) -> ReplyReading | None:
    """What the seller has said so far: what waits for its tap, else what binds."""
    standing = read_back_of(session, inquiry.id) or binding_quote(session, inquiry.id)
    return reading_of(session, standing) if standing else None


def read_said(turn: Turn, inquiry: Inquiry, text: str) -> tuple[str, ReplyReading]:
    """The words in the light of what was offered before, and of what was asked back just now: all that is
    said by now, and its reading. An answer that settles one doubt of several leaves the next to ask."""
    earlier = standing_reading(turn.session, inquiry)

    def read(words: str, before: ReplyReading | None = earlier) -> ReplyReading:
        return read_in(turn.stage, turn.person, inquiry, words, before)

    alone = (text, read(text))
    said = said_before(turn, inquiry)
    if said is None:
        return alone
    before = read(said)
    mended = [(whole, read(whole)) for whole in _mended(said, before.unclear, text)]
    tried = [*mended, (f"{said}, {text}", read(text, before)), alone]
    settled = next((one for one in tried if fits(one[1])), None)
    nearer = next((one for one in mended if 0 < len(one[1].unclear) < len(before.unclear)), None)
    return settled or nearer or alone


def _mended(said: str, unclear: Sequence[Unclear], answer: str) -> list[str]:
    """The former words with what was asked back put right: named by the answer, or replaced by it."""
    words = unclear[0].words if unclear else ""
    if not words or words not in said:
        return []
    if unclear[0].why is Why.REST_OPEN:
        return [f"{said}, {'rest ok' if judged(answer) else answer}"]
    if unclear[0].why is Why.WHICH_LINE and not any(sign.isdigit() for sign in answer):
        return [said.replace(words, f"{answer} {words}", 1)]
    if unclear[0].why is Why.PLUS_TAX:
        return [with_tax(said, words, answer)]
    return [said.replace(words, answer, 1)]


def read_in(
    stage: Stage, person: Person, inquiry: Inquiry, text: str, earlier: ReplyReading | None
) -> ReplyReading:
    """The words as an answer to this inquiry; with `earlier` they change what was said before."""
    return read_reply(
        asked_lines(stage, person, inquiry),
        text,
        today=stage.today,
        currency=seller_of(stage.session, inquiry.seller_id).currency,
        earlier=earlier,
    )
