"""The list of components: read from a page, ticked, scaled; with its instant estimate."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.commands import AskScale, AskSellers, ScaleTo, ShowList, ToggleLine
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.wording import Html, Words
from commerce.methods.lines import Kind
from commerce.methods.models import Component, ComponentList, ListState
from commerce.methods.service import components_of
from commerce.people.models import Person
from commerce.quotes.asking import Estimate

__all__ = ["list_card", "list_slot", "reading_card", "refusal_card", "shortened"]

PAGE = 8


def list_slot(component_list: ComponentList) -> str:
    return f"list:{component_list.id}"


def reading_card(words: Words, component_list: ComponentList) -> Message:
    return Message(words("list-reading", host=host_of(component_list)))


def refusal_card(words: Words, component_list: ComponentList) -> Message:
    """Why the page could not be read, and what to do instead."""
    reason = (component_list.refusal or "other").replace("_", "-")
    text = words("list-refused", host=host_of(component_list), reason=reason)
    return Message(text)


def list_card(
    stage: Stage, person: Person, component_list: ComponentList, estimated: Estimate | None, page: int = 0
) -> Message:
    """The list with a button for every component, and what it would cost."""
    words = stage.words(person)
    components = components_of(stage.session, component_list.id)
    lines = [_heading(words, component_list), ""]
    for kind in Kind:
        own = [component for component in components if component.kind == kind]
        if own and len({component.kind for component in components}) > 1:
            lines.append(words("list-kind", kind=kind.value))
        lines += [_line(words, component) for component in own]
    if not components:
        lines.append(words("list-empty"))
    if any(component.doubt for component in components):
        lines += ["", words("list-doubt-note")]
    lines += ["", _estimate_line(stage, words, estimated, components)]
    if component_list.state is not ListState.OPEN:
        return Message("\n".join(lines))
    lines.append(words("list-what-next"))
    return Message("\n".join(lines), tuple(_buttons(words, component_list, components, page)))


def host_of(component_list: ComponentList) -> str:
    if not component_list.url:
        return ""
    parts = urlsplit(component_list.url)
    path = parts.path.split("/")
    if len(path) > 2 and path[1] == "sites":
        return path[2]
    return parts.hostname or component_list.url


def shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _heading(words: Words, component_list: ComponentList) -> Html:
    title = component_list.title or words.plain("list-untitled")
    if component_list.servings is None:
        factor = component_list.factor
        if factor == 1:
            return words("list-title", title=title)
        return words("list-title-factor", title=title, factor=words.number(factor))
    wanted = component_list.servings * component_list.factor
    return words("list-title-servings", title=title, servings=words.number(wanted))


def _line(words: Words, component: Component) -> Html:
    amount = words.amount(component.amount)
    name = component.name + (f", {component.size}" if component.size else "")
    key = "list-line" if component.needed else "list-line-dropped"
    return words(
        key,
        n=component.n,
        amount=amount,
        name=name,
        doubt=(component.doubt.value.replace("_", "-") if component.doubt else "none"),
        optional="yes" if component.optional else "no",
        open="yes" if not amount else "no",
    )


def _estimate_line(
    stage: Stage, words: Words, estimated: Estimate | None, components: Sequence[Component]
) -> Html:
    needed = [component for component in components if component.needed]
    if not needed:
        return words("list-nothing-needed")
    if estimated is None:
        return words("list-nobody-sells")
    currency = stage.settings.shop.currency
    line = words(
        "list-estimate", total=words.money(estimated.total_minor, currency), sellers=estimated.sellers
    )
    if estimated.unfit:
        names = ", ".join(component.name for component in estimated.unfit[:6])
        line = Html(f"{line}\n{words('list-unfit', names=names)}")
    return line


def _buttons(
    words: Words, component_list: ComponentList, components: Sequence[Component], page: int
) -> list[tuple[Button, ...]]:
    pages = max(1, -(-len(components) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = components[page * PAGE : (page + 1) * PAGE]
    ticks = [
        Button(
            f"{'✅' if component.needed else '⬜️'} {shortened(component.name, 24)}",
            ToggleLine(component.id, page),
        )
        for component in shown
    ]
    rows = [tuple(ticks[i : i + 2]) for i in range(0, len(ticks), 2)]
    if pages > 1:
        rows.append(
            (
                Button("‹", ShowList(component_list.id, (page - 1) % pages)),
                Button(words.plain("page-of", page=page + 1, pages=pages), ShowList(component_list.id, page)),
                Button("›", ShowList(component_list.id, (page + 1) % pages)),
            )
        )
    if component_list.servings is not None:
        wanted = component_list.servings * component_list.factor
        less, more = wanted - 1, wanted + 1
        scale = [Button(words.plain("button-servings", n=words.number(wanted)), AskScale(component_list.id))]
        if less >= 1:
            scale.insert(0, Button("➖", ScaleTo(less, component_list.id)))
        scale.append(Button("➕", ScaleTo(more, component_list.id)))
        rows.append(tuple(scale))
    else:
        rows.append((Button(words.plain("button-scale"), AskScale(component_list.id)),))
    if any(component.needed for component in components):
        rows.append((Button(words.plain("button-ask-sellers"), AskSellers(component_list.id)),))
    return rows
