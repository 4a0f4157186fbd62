"""Handling of the consumer's answers to sellers' questions: tapped, in reply, or just written."""

from uuid import UUID

from bot import commands as c
from bot.turn import NotYours, Refusal, Turn
from bot.views.questions import EITHER
from commerce.people.models import FocusKind
from commerce.people.service import focus_of, focus_on
from commerce.quotes.models import Inquiry, Round, SellerQuestion
from commerce.quotes.questions import answer_question, options_of

__all__ = ["handle_question"]


def handle_question(turn: Turn, command: c.QuestionCommand) -> None:
    match command:
        case c.AnswerQuestion(question_id=question_id, choice=choice):
            question = _hers(turn, question_id)
            options = options_of(question.words)
            if not 0 <= choice <= len(options):
                raise NotYours
            _answer(turn, question, options[choice - 1] if choice else EITHER)
        case c.AnswerQuestionInWords(text=text, question_id=question_id):
            _answer(turn, _hers(turn, question_id or _asked_last(turn)), text)


def _answer(turn: Turn, question: SellerQuestion, words: str) -> None:
    answer_question(turn.session, question, words, turn.now)
    focus = focus_of(turn.session, turn.person.id)
    if focus.asks == "seller_question":
        focus_on(turn.session, turn.person.id, FocusKind.ROUND, focus.subject_id)


def _asked_last(turn: Turn) -> UUID:
    asked = focus_of(turn.session, turn.person.id).facts.get("question")
    if asked is None:
        raise Refusal("question-none")
    return UUID(str(asked))


def _hers(turn: Turn, question_id: UUID) -> SellerQuestion:
    question = turn.session.get(SellerQuestion, question_id)
    if question is None:
        raise NotYours
    inquiry = turn.session.get_one(Inquiry, question.inquiry_id)
    turn.must_own(turn.session.get_one(Round, inquiry.round_id).person_id)
    return question
