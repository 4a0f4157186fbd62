"""The list of components: read from a page, ticked, scaled; with its instant estimate."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.commands import AskScale, AskSellers, ScaleTo, ShowList, ToggleLine, TryAgain
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.wording import Html, Words
from commerce.methods.lines import Kind
from commerce.methods.models import Component, ComponentList, ListState
from commerce.methods.service import components_of
from commerce.people.models import Person
from commerce.quotes.asking import Estimate

__all__ = [
    "list_card", "list_slot", "listed", "page_of", "reading_card", "refusal_card", "shortened", "which_card",
]  # fmt: skip

PAGE = 8
LONG_PAGE = 14
LONG_LIST = 24
"""A longer list is paged in its text, too."""
LONGEST_NAME = 80
LONGEST_TITLE = 120
TRIED_AGAIN = {"dead", "slow", "broken-site", "broken-reader"}
"""Refusals that may be over in a while."""


def list_slot(component_list: ComponentList) -> str:
    return f"list:{component_list.id}"


def reading_card(words: Words, component_list: ComponentList) -> Message:
    return Message(words("list-reading", host=host_of(component_list)))


def refusal_card(words: Words, component_list: ComponentList) -> Message:
    """Why the page could not be read, and what to do instead."""
    reason = (component_list.refusal or "other").replace("_", "-")
    text = words("list-refused", host=host_of(component_list), reason=reason)
    again = Button(words.plain("button-try-again"), TryAgain(component_list.id))
    return Message(text, ((again,),) if reason in TRIED_AGAIN else ())


def which_card(words: Words, what: str, components: Sequence[Component], *, wished: bool) -> Message:
    """Several components fit what was said: a button for each, that ticks (`wished`) or unticks it."""
    rows = tuple(
        (Button(shortened(component.name, 40), ToggleLine(component.id, needed=int(wished))),)
        for component in components[:PAGE]
    )
    return Message(words("list-which-one", what=shortened(what, 60)), rows)


def list_card(
    stage: Stage, person: Person, component_list: ComponentList, estimated: Estimate | None, page: int = 0
) -> Message:
    """The list with a button for every component, and what it would cost."""
    words = stage.words(person)
    components = components_of(stage.session, component_list.id)
    pages, page = _pages(len(components), page)
    if len(components) > LONG_LIST:
        shown = components[page * LONG_PAGE : (page + 1) * LONG_PAGE]
        lines = listed(words, component_list, shown)
        lines += ["", words("list-page", page=page + 1, pages=pages, count=len(components))]
    else:
        lines = listed(words, component_list, components)
    if not components:
        lines.append(words("list-empty"))
    if any(component.doubt for component in components):
        lines += ["", words("list-doubt-note")]
    lines += ["", _estimate_line(stage, words, estimated, components)]
    if component_list.state is not ListState.OPEN:
        return Message("\n".join(lines))
    lines.append(words("list-what-next"))
    return Message("\n".join(lines), tuple(_buttons(words, component_list, components, page)))


def listed(words: Words, component_list: ComponentList, components: Sequence[Component]) -> list[str]:
    """The title and a line for each component, by kind where there are several."""
    lines: list[str] = [_heading(words, component_list), ""]
    for kind in Kind:
        own = [component for component in components if component.kind == kind]
        if own and len({component.kind for component in components}) > 1:
            lines.append(words("list-kind", kind=kind.value))
        lines += [_line(words, component) for component in own]
    return lines


def page_of(place: int, count: int) -> int:
    """The page of buttons on which the component at `place` of `count` stands."""
    return place // _per_page(count)


def _per_page(count: int) -> int:
    return LONG_PAGE if count > LONG_LIST else PAGE


def _pages(count: int, page: int) -> tuple[int, int]:
    """How many pages there are, and the one asked for within them."""
    pages = max(1, -(-count // _per_page(count)))
    return pages, min(max(page, 0), pages - 1)


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
    title = shortened(component_list.title or words.plain("list-untitled"), LONGEST_TITLE)
    if component_list.servings is None:
        factor = component_list.factor
        if factor == 1:
            return words("list-title", title=title)
        return words("list-title-factor", title=title, factor=words.number(factor))
    wanted = component_list.servings * component_list.factor
    return words("list-title-servings", title=title, servings=words.number(wanted))


def _line(words: Words, component: Component) -> Html:
    amount = words.amount(component.amount)
    name = shortened(component.name, LONGEST_NAME)
    if component.size:
        name = f"{name}, {shortened(component.size, LONGEST_NAME // 2)}"
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
    if not estimated.sellers:
        return words("list-too-little")
    currency = stage.settings.shop.currency
    line = words(
        "list-estimate", total=words.money(estimated.total_minor, currency), sellers=estimated.sellers
    )
    if estimated.unfit:
        names = ", ".join(shortened(component.name, 40) for component in estimated.unfit[:6])
        line = Html(f"{line}\n{words('list-unfit', names=names)}")
    return line


def _buttons(
    words: Words, component_list: ComponentList, components: Sequence[Component], page: int
) -> list[tuple[Button, ...]]:
    pages, page = _pages(len(components), page)
    size = _per_page(len(components))
    shown = components[page * size : (page + 1) * size]
    ticks = [
        Button(
            f"{'✅' if component.needed else '⬜️'} {shortened(component.name, 24)}",
            ToggleLine(component.id, page, needed=int(not component.needed)),
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
