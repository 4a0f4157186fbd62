"""Sellers' questions before the consumer, her answers before the seller; neither sees who the other is."""

from bot.commands import AnswerQuestion
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.wording import shortened
from commerce.methods.service import list_of
from commerce.people.models import Person
from commerce.quotes.models import Inquiry, QuestionState, Round, SellerQuestion
from commerce.quotes.questions import options_of

__all__ = ["EITHER", "answer_card", "answer_slot", "question_card", "question_slot"]

EITHER = "*"
"""The answer "either is fine", which is put into words for whoever reads it."""


def question_slot(question: SellerQuestion) -> str:
    return f"question:{question.id}"


def answer_slot(inquiry: Inquiry) -> str:
    """A reply to this message answers the inquiry."""
    return f"answered:{inquiry.id}"


def question_card(stage: Stage, person: Person, question: SellerQuestion) -> Message:
    """The question with its options, as long as it can be answered."""
    words = stage.words(person)
    inquiry = stage.session.get_one(Inquiry, question.inquiry_id)
    asked = stage.session.get_one(Round, inquiry.round_id)
    title = list_of(stage.session, asked.list_id).title or ""
    text = words(
        "question-asked",
        state=question.state.value,
        title=shortened(title, 60),
        words=question.words,
        answer=_said(stage, person, question),
        until=words.time(asked.deadline),
    )
    if question.state is not QuestionState.OPEN:
        return Message(text)
    options = tuple(
        Button(shortened(option, 30), AnswerQuestion(question.id, place))
        for place, option in enumerate(options_of(question.words), 1)
    )
    either = (Button(words.plain("button-question-either"), AnswerQuestion(question.id, 0)),)
    return Message(text, (options, either) if options else (either,))


def answer_card(stage: Stage, person: Person, question: SellerQuestion) -> Message:
    words = stage.words(person)
    inquiry = stage.session.get_one(Inquiry, question.inquiry_id)
    asked = stage.session.get_one(Round, inquiry.round_id)
    return Message(
        words(
            "question-answered",
            code=inquiry.code,
            words=question.words,
            answer=_said(stage, person, question),
            until=words.time(asked.deadline),
        )
    )


def _said(stage: Stage, person: Person, question: SellerQuestion) -> str:
    if question.answer == EITHER:
        return stage.words(person).plain("button-question-either")
    return question.answer or ""
