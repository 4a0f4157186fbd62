"""What sellers see of orders: pick lists in shelf order. Never who the consumer is, nor where she lives."""

from collections.abc import Sequence

from bot.commands import Collected, MarkPacked, PickAll, PickLine, ShowPicks
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.orders import stands_for
from bot.views.wording import Words, shortened
from commerce.fulfilment.models import SelectionLine
from commerce.fulfilment.service import selection_of
from commerce.orders.models import Handover, OrderLine, OrderPart, PartState
from commerce.orders.service import order_of
from commerce.people.models import Person
from commerce.settlement.models import Payee
from commerce.settlement.service import current, to_collect
from commerce.settlement.states import PayeeKind

__all__ = ["pick_card", "pick_slot"]

LINES_PER_PAGE = 15
LONGEST_LABEL = 36


def pick_slot(part: OrderPart) -> str:
    return f"pick:{part.id}"


def pick_card(stage: Stage, person: Person, part: OrderPart, page: int | None = None) -> Message:
    """The pick list in shelf order; lines are ticked off, then it is marked packed.

    `page` counts from 0; None is where the first open line stands.
    """
    words = stage.words(person)
    lines = selection_of(stage.session, part.id)
    order = order_of(stage.session, part.order_id)
    rows = [
        words(
            "pick-line",
            done="yes" if line.picked_at else "no",
            packs=line.packs,
            title=line.title,
            instead=_instead(stage, line),
            place=f"{line.aisle}-{line.bay}-{line.level}",
        )
        for line in lines
    ]
    today = stage.today
    head = words("pick-title", code=part.code, day=words.day(part.ready_on, today))
    tail = words(
        "pick-state",
        state=part.state.value.replace("_", "-"),
        handover=order.handover.value,
        due=_due(stage, words, part, order.handover),
    )
    return Message("\n".join([head, "", *rows, "", tail]), _buttons(words, part, order.handover, lines, page))


def _instead(stage: Stage, line: SelectionLine) -> str:
    """What the customer asked for, where this is a substitute that she took."""
    ordered = stage.session.get_one(OrderLine, line.order_line_id)
    return stands_for(stage, ordered) if ordered.substitute else ""


def _due(stage: Stage, words: Words, part: OrderPart, handover: Handover) -> str:
    """What is still to be paid at the counter; nothing for a delivered or paid order."""
    payment = current(stage.session, part.order_id)
    if payment is None or handover is not Handover.COLLECT:
        return ""
    due = to_collect(stage.session, payment, Payee(PayeeKind.SELLER, part.seller_id))
    return words.money(due, payment.currency) if due else ""


def _buttons(
    words: Words, part: OrderPart, handover: Handover, lines: Sequence[SelectionLine], page: int | None
) -> tuple[tuple[Button, ...], ...]:
    if part.state is PartState.PACKED and handover is Handover.COLLECT:
        return ((Button(words.plain("button-collected"), Collected(part.id)),),)
    if part.state is not PartState.TO_PICK:
        return ()
    open_lines = [n for n, line in enumerate(lines) if line.picked_at is None]
    pages = max(1, -(-len(lines) // LINES_PER_PAGE))
    if page is None:
        page = open_lines[0] // LINES_PER_PAGE if open_lines else pages - 1
    page = min(max(page, 0), pages - 1)
    rows: list[tuple[Button, ...]] = [
        (
            Button(
                f"{'✅' if line.picked_at else '⬜️'} {shortened(line.title, LONGEST_LABEL)}",
                PickLine(line.id, 0 if line.picked_at else 1),
            ),
        )
        for line in lines[page * LINES_PER_PAGE : (page + 1) * LINES_PER_PAGE]
    ]
    if pages > 1:
        rows.append(
            (
                Button("‹", ShowPicks(part.id, (page - 1) % pages)),
                Button(words.plain("page-of", page=page + 1, pages=pages), ShowPicks(part.id, page)),
                Button("›", ShowPicks(part.id, (page + 1) % pages)),
            )
        )
    if open_lines:
        rows.append((Button(words.plain("button-pick-all"), PickAll(part.id)),))
    else:
        rows.append((Button(words.plain("button-packed"), MarkPacked(part.id)),))
    return tuple(rows)
