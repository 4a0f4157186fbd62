"""One line of a list: the question about a weak one, and the card where it is sorted and an item chosen."""

from collections.abc import Sequence

from bot.commands import AnswerLine, AskSellers, CheckLines, ChooseItem, EditLine, ShowList, SortLine
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.lists import LONGEST_NAME
from bot.views.wording import Words, shortened
from commerce.catalogue.models import Item
from commerce.catalogue.service import seller_of
from commerce.methods.lines import Kind
from commerce.methods.models import Component, ComponentList
from commerce.people.models import Person

__all__ = ["check_first_card", "check_slot", "choose_line_card", "edit_slot", "line_card", "question_card"]

PAGE = 8
NAMES_SHOWN = 6
LONGEST_LINE = 200


def check_slot(component_list: ComponentList) -> str:
    """The message that asks about the list's weak lines, one after the other."""
    return f"check:{component_list.id}"


def edit_slot(component_list: ComponentList) -> str:
    return f"edit:{component_list.id}"


def question_card(
    words: Words, component: Component, others: Sequence[str], *, n: int, total: int
) -> Message:
    """The line as the page has it, what was understood, and what can be answered; `others` stand for it."""
    text = words(
        "line-question",
        n=n,
        total=total,
        line=shortened(component.text, LONGEST_LINE),
        amount=words.amount(component.amount),
        name=_named(component),
        doubt=_doubt(component),
    )
    right = "button-line-one-pack" if component.amount is None else "button-line-right"
    rows: list[tuple[Button, ...]] = [(Button(words.plain(right), AnswerLine(component.id, "ok")),)]
    rows += [
        (Button(shortened(other, 50), AnswerLine(component.id, "other", place)),)
        for place, other in enumerate(others)
    ]
    rows.append(
        (
            Button(words.plain("button-line-out"), AnswerLine(component.id, "out")),
            Button(words.plain("button-line-skip"), AnswerLine(component.id, "skip")),
        )
    )
    if total - n > 0:
        rows.append((Button(words.plain("button-line-stop"), AnswerLine(component.id, "stop")),))
    return Message(text, tuple(rows))


def check_first_card(
    words: Words, component_list: ComponentList, weak: Sequence[Component], to_check: int
) -> Message:
    """Before sellers are asked: some lines were read with little confidence; `to_check` are asked about, with
    those that leave their amount open."""
    names = ", ".join(shortened(component.name, 40) for component in weak[:NAMES_SHOWN])
    check = Button(words.plain("button-check-lines", n=to_check), CheckLines(component_list.id))
    anyway = Button(words.plain("button-ask-anyway"), AskSellers(component_list.id, sure=1))
    return Message(words("list-check-first", n=len(weak), names=names), ((check,), (anyway,)))


def choose_line_card(
    words: Words, component_list: ComponentList, components: Sequence[Component], page: int
) -> Message:
    """A button for each line, to look at it."""
    pages = max(1, -(-len(components) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = components[page * PAGE : (page + 1) * PAGE]
    rows: list[tuple[Button, ...]] = [
        (Button(_label(words, component), EditLine(component_list.id, component.id, page)),)
        for component in shown
    ]
    if pages > 1:
        rows.append(
            (
                Button("‹", EditLine(component_list.id, page=(page - 1) % pages)),
                Button(
                    words.plain("page-of", page=page + 1, pages=pages), EditLine(component_list.id, page=page)
                ),
                Button("›", EditLine(component_list.id, page=(page + 1) % pages)),
            )
        )
    rows.append((Button(words.plain("button-list"), ShowList()),))
    return Message(words("line-which"), tuple(rows))


def line_card(
    stage: Stage,
    person: Person,
    component: Component,
    parts: Sequence[tuple[Component, ComponentList]],
    items: Sequence[Item],
    page: int,
) -> Message:
    """All there is about one line: as the page has it, from which pages, what it is, which items fit."""
    words = stage.words(person)
    lines: list[str] = [
        words(
            "line-about",
            line=shortened(component.text, LONGEST_LINE),
            amount=words.amount(component.amount),
            name=_named(component),
            kind=component.kind.value,
            doubt=_doubt(component),
        )
    ]
    lines += [
        words(
            "line-part",
            amount=words.amount(part.amount),
            title=shortened(one.title or words.plain("list-untitled"), 60),
        )
        for part, one in parts
    ]
    if items:
        lines += ["", words("line-items", name=shortened(component.name, 40))]
    rows = [
        tuple(
            Button(words.plain("button-sort", kind=kind.value), SortLine(component.id, kind))
            for kind in Kind
            if kind is not component.kind
        ),
        *((_item_button(stage, words, component, item),) for item in items),
    ]
    if component.item_id is not None or component.prefers_id is not None:
        rows.append((Button(words.plain("button-any-item"), ChooseItem(component.id)),))
    rows.append(
        (
            Button(words.plain("button-line-reread"), CheckLines(component.list_id, component.id)),
            Button(words.plain("button-line-back"), EditLine(component.list_id, page=page)),
        )
    )
    return Message("\n".join(lines), tuple(rows))


def _item_button(stage: Stage, words: Words, component: Component, item: Item) -> Button:
    seller = seller_of(stage.session, item.seller_id)
    chosen = "✅ " if item.id in {component.item_id, component.prefers_id} else ""
    price = words.money(item.price_minor, seller.currency)
    label = f"{chosen}{shortened(item.title, 32)} · {price} · {seller.name}"
    return Button(label, ChooseItem(component.id, item.id))


def _label(words: Words, component: Component) -> str:
    doubt = "❓ " if component.doubt is not None and component.needed else ""
    return shortened(f"{doubt}{words.amount(component.amount)} {component.name}".strip(), 50)


def _named(component: Component) -> str:
    name = shortened(component.name, LONGEST_NAME)
    return f"{name}, {component.size}" if component.size else name


def _doubt(component: Component) -> str:
    return component.doubt.value.replace("_", "-") if component.doubt is not None else "none"
