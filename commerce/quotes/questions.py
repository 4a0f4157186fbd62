"""What a seller asks before it offers, passed on to the consumer, and her answer passed back.

Neither is told who the other is. The deadline stands; where an answer comes late, the round is prolonged so
that the seller has `TIME_TO_OFFER` from then on. Who does not answer loses nothing. Where the round closed
early, a seller that can still offer can still ask.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from commerce import due, events
from commerce.quotes.answering import must_be_open, takes_answers
from commerce.quotes.asking import CLOSE_ROUND
from commerce.quotes.events import QuestionAnswered, QuestionAsked
from commerce.quotes.locking import locked_round
from commerce.quotes.models import (
    QUESTION_LIFE,
    Inquiry,
    QuestionState,
    Round,
    RoundState,
    SellerQuestion,
)
from commerce.quotes.replies.words.language import LANGUAGES
from commerce.refused import Refused
from commerce.states import move

__all__ = [
    "HoldsContact",
    "QuestionOver",
    "TooManyQuestions",
    "answer_question",
    "ask_question",
    "options_of",
    "question_in",
    "questions_of",
]  # fmt: skip

TIME_TO_OFFER = timedelta(minutes=10)
MOST_QUESTIONS = 3
LONGEST = 300
_CONTACT = re.compile(r"@\w{3}|https?:|www\.|\b(?:\+|00)?\d(?:[ /-]?\d){6,}|\b[\w.]+@[\w.]+", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n;]+[?]?")
_OR = "|".join(language.either for language in LANGUAGES)
_EITHER = re.compile(
    rf"(?:^|[\s,:])(?P<one>[^\W\d_][\w'’-]*|\d[\w,.]*(?: [a-z]+)?) (?:{_OR}) "
    r"(?P<other>[^\W\d_][\w'’-]*|\d[\w,.]*(?: [a-z]+)?)(?:\s+[^\W\d_]+)?\s*\?",
    re.IGNORECASE,
)


@dataclass
class HoldsContact(Refused):
    """A telephone number, an address of mail or of a page would tell who writes."""

    words: str


@dataclass
class TooManyQuestions(Refused):
    """The seller has asked often enough: it offers what fits best, or declines."""

    inquiry: Inquiry


@dataclass
class QuestionOver(Refused):
    """The question was answered, or the round is closed."""

    question: SellerQuestion


def ask_question(session: Session, inquiry: Inquiry, words: str, by: UUID, now: datetime) -> SellerQuestion:
    """Pass it on. Raises TooLate, HoldsContact, TooManyQuestions."""
    must_be_open(session, inquiry, now)
    _without_contact(words)
    if len(questions_of(session, inquiry.id)) >= MOST_QUESTIONS:
        raise TooManyQuestions(inquiry)
    question = SellerQuestion(inquiry_id=inquiry.id, asked_by=by, words=words[:LONGEST], asked_at=now)
    session.add(question)
    session.flush()
    asked = session.get_one(Round, inquiry.round_id)
    due.promise(session, CLOSE_ROUND, asked.id, asked.deadline)  # not promised any more where it closed early
    event = QuestionAsked(asked.person_id, inquiry.id, question.id, subjects=(asked.id, inquiry.id))
    events.record(session, event, now)
    return question


def answer_question(session: Session, question: SellerQuestion, words: str, now: datetime) -> None:
    """Pass the answer back; the round is prolonged where little time is left. Raises QuestionOver."""
    _without_contact(words)
    inquiry = session.get_one(Inquiry, question.inquiry_id)
    asked = locked_round(session, inquiry.round_id)
    session.refresh(question)
    is_open = asked.state is RoundState.OPEN or takes_answers(asked, inquiry, now)
    if question.state is not QuestionState.OPEN or not is_open:
        raise QuestionOver(question)
    question.state = move(QUESTION_LIFE, "question", question.state, QuestionState.ANSWERED)
    question.answer = words[:LONGEST]
    prolonged = now + TIME_TO_OFFER > asked.deadline
    if prolonged:
        asked.deadline = now + TIME_TO_OFFER
        due.promise(session, CLOSE_ROUND, asked.id, asked.deadline)
    session.add_all([question, asked])
    session.flush()
    event = QuestionAnswered(question.id, inquiry.id, prolonged, subjects=(asked.id, inquiry.id))
    events.record(session, event, now)


def questions_of(session: Session, inquiry_id: UUID) -> list[SellerQuestion]:
    query = select(SellerQuestion).where(SellerQuestion.inquiry_id == inquiry_id)
    return list(session.exec(query.order_by(col(SellerQuestion.asked_at))))


def question_in(text: str) -> str:
    """The sentences of a message that ask something, or all of it."""
    asking = [part.strip() for part in _SENTENCE.findall(text) if part.rstrip().endswith("?")]
    return " ".join(asking) or text.strip()


def options_of(words: str) -> tuple[str, ...]:
    """ "salted or unsalted?": the two things to choose from; nothing where it is no such question."""
    found = _EITHER.search(words)
    return (found["one"], found["other"]) if found else ()


def _without_contact(words: str) -> None:
    if _CONTACT.search(words):
        raise HoldsContact(words)
