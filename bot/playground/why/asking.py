"""Lists, rounds, inquiries and proposals: what stands behind the message that shows one."""

from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from bot.playground.why.naming import Namer, spaced
from bot.playground.why.ordering import life
from bot.playground.why.sending import plain
from bot.turn import Stage
from bot.views.proposals import why_card
from commerce.catalogue.service import seller_of
from commerce.events import history
from commerce.methods.models import LIST_LIFE, Component, ComponentList
from commerce.people.models import Person
from commerce.quotes.models import (
    INQUIRY_LIFE,
    ROUND_LIFE,
    Inquiry,
    InquiryLine,
    Quote,
    QuoteLine,
    QuoteState,
    Round,
    RoundState,
)
from commerce.quotes.proposing import chosen_in, proposal_of

__all__ = ["about_inquiry", "about_list", "about_round"]

Facts = dict[str, Any]
INQUIRY_STATES = {"InquirySent": "sent", "SellerUnreachable": "unreachable"}
LIST_STATES = {"ReadingStarted": "reading", "PageRead": "open", "PageTurnedDown": "refused"}


def about_list(stage: Stage, namer: Namer, shown: ComponentList) -> Facts:
    rows = history(stage.session, [shown.id])
    past = [(LIST_STATES[row.kind], namer.at(row.at)) for row in rows if row.kind in LIST_STATES]
    lines = list(stage.session.exec(select(Component).where(Component.list_id == shown.id)))
    facts: Facts = {
        "title": shown.title or "none",
        "from": shown.url or "words",
        "read by": {"hand": "the lines themselves"}.get(shown.reader, shown.reader),
        "lines": f"{sum(line.needed for line in lines)} of {len(lines)} needed",
        "amounts": f"{shown.factor.normalize():f} times the page's",
    }
    unsure = [f"{line.name} ({spaced(line.doubt.value)})" for line in lines if line.doubt is not None]
    if unsure:
        facts["unsure of"] = unsure
    if shown.refusal:
        facts["refused"] = spaced(shown.refusal.replace("-", " "))
    return {"The list": facts, "Life of the list": [life("list", LIST_LIFE, shown.state, past)]}


def about_round(stage: Stage, namer: Namer, asked: Round) -> Facts:
    """The round, who answered what, and why the proposal is as it is."""
    session = stage.session
    inquiries = list(session.exec(select(Inquiry).where(Inquiry.round_id == asked.id)))
    past = [("open", namer.at(asked.opened_at))]
    past += [
        ("closed", namer.at(row.at)) for row in history(session, [asked.id]) if row.kind == "RoundClosed"
    ]
    facts: Facts = {
        f"Round {asked.code}": {
            "priority": spaced(asked.priority),
            "deadline": namer.at(asked.deadline),
            "asked by": namer.of(asked.person_id),
        },
        "Life of the round": [life("round", ROUND_LIFE, asked.state, past)],
        "Who was asked": [_answer(session, namer, inquiry) for inquiry in inquiries],
    }
    person = session.get(Person, asked.person_id)
    decided = asked.state in {RoundState.CLOSED, RoundState.ORDERED} and chosen_in(session, asked.id)
    if person is not None and decided:
        proposal = proposal_of(session, asked, stage.place_of(person))
        reasons = plain({"text": why_card(stage, person, proposal, None).text})
        facts["Why this choice"] = reasons.partition("\n")[2]  # without its title
        facts["What is bought where"] = [
            {
                "from": share.seller.name,
                "lines": len(share.lines),
                "goods": namer.money(share.goods_minor, share.seller.currency),
                "delivery": namer.money(share.fee_minor, share.seller.currency),
                "by hand": ", ".join(line.component.name for line in share.lines if line.by_hand),
            }
            for share in proposal.shares
        ]
    return facts


def about_inquiry(stage: Stage, namer: Namer, inquiry: Inquiry) -> Facts:
    """What one seller was asked, and every version of the answer."""
    session = stage.session
    past = []
    for row in history(session, [inquiry.id]):
        if row.kind in INQUIRY_STATES:
            past.append((INQUIRY_STATES[row.kind], namer.at(row.at)))
        elif row.kind == "InquiryAnswered":
            past.append(("answered" if row.facts.get("quote_id") else "declined", namer.at(row.at)))
    lines = session.exec(
        select(InquiryLine).where(InquiryLine.inquiry_id == inquiry.id).order_by(col(InquiryLine.n))
    )
    currency = _currency(session, inquiry)
    return {
        f"Inquiry {inquiry.code}": {
            "to": namer.of(inquiry.seller_id),
            "of": namer.of(inquiry.round_id),
            "the seller knows": "the lines and this code, not who asks",
        },
        "Life of the inquiry": [life("inquiry", INQUIRY_LIFE, inquiry.state, past)],
        "What was asked": [
            {
                "line": line.n,
                "for": namer.of(line.component_id),
                "packs": f"{line.packs} × {namer.of(line.item_id)}",
                "list price": namer.money(line.list_price_minor, currency),
            }
            for line in lines
        ],
        "Versions of the answer": [
            _version(session, namer, quote, currency) for quote in _quotes(session, inquiry)
        ],
    }


def _quotes(session: Session, inquiry: Inquiry) -> list[Quote]:
    return list(
        session.exec(select(Quote).where(Quote.inquiry_id == inquiry.id).order_by(col(Quote.version)))
    )


def _currency(session: Session, inquiry: Inquiry) -> str:
    return seller_of(session, inquiry.seller_id).currency


def _answer(session: Session, namer: Namer, inquiry: Inquiry) -> Facts:
    asked = len(list(session.exec(select(InquiryLine.id).where(InquiryLine.inquiry_id == inquiry.id))))
    binding = [quote for quote in _quotes(session, inquiry) if quote.state is QuoteState.BINDING]
    offered = _lines(session, binding[-1].id) if binding else []
    return {
        "seller": namer.of(inquiry.seller_id),
        "state": spaced(inquiry.state.value),
        "lines": f"{len(offered)} of {asked}" if binding else f"asked for {asked}",
        "goods": namer.money(sum(line.price_minor for line in offered), _currency(session, inquiry))
        if binding
        else "",
        "ready": namer.day(binding[-1].ready_on) if binding else "",
    }


def _lines(session: Session, quote_id: UUID) -> list[QuoteLine]:
    return list(session.exec(select(QuoteLine).where(QuoteLine.quote_id == quote_id)))


def _version(session: Session, namer: Namer, quote: Quote, currency: str) -> Facts:
    lines = _lines(session, quote.id)
    return {
        "version": quote.version,
        "state": spaced(quote.state.value),
        "at": namer.at(quote.created_at),
        "said": quote.words or "a tap: as listed",
        "lines": len(lines),
        "total": namer.money(sum(line.price_minor for line in lines), currency),
        "ready": f"{namer.day(quote.ready_on)}{', pick-up only' if quote.pickup_only else ''}",
    }
