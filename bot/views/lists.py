"""The list of components: read from a page, ticked, scaled; with its instant estimate."""

import re
from collections.abc import Sequence

from bot.commands import (
    AskScale,
    AskSellers,
    CheckLines,
    EditLine,
    JoinLists,
    KeepApart,
    LeavePage,
    ScaleTo,
    ShowList,
    ToggleLine,
)
from bot.messages import Button, Message
from bot.turn import Stage
from bot.views.shortfalls import too_little_line, too_small_lines
from bot.views.wording import Html, Words, shortened
from commerce.matching.baskets import pages_of, parts_of
from commerce.matching.translating import name_in
from commerce.methods.checking import to_check
from commerce.methods.lines import Kind
from commerce.methods.models import Component, ComponentList, ListState
from commerce.methods.service import components_of
from commerce.people.models import Person
from commerce.quotes.asking import Estimate
from commerce.units import Amount, Unit

__all__ = [
    "joined_card", "list_card", "list_slot", "listed", "page_line", "page_of", "page_or_line_card",
    "title_of", "which_card",
]  # fmt: skip

PAGE = 8
LONG_PAGE = 14
LONG_LIST = 24
"""A longer list is paged in its text, too."""
LONGEST_NAME = 80
LONGEST_TITLE = 120
_EASY_NAME = re.compile(r"[^\W\d_][^\W\d_ -]{2,}(?: [^\W\d_]+){0,2}$")


def list_slot(component_list: ComponentList) -> str:
    return f"list:{component_list.id}"


def which_card(words: Words, what: str, components: Sequence[Component], *, wished: bool) -> Message:
    """Several components fit what was said: a button for each, that ticks (`wished`) or unticks it."""
    rows = tuple(
        (Button(_told_apart(words, component, components), ToggleLine(component.id, needed=int(wished))),)
        for component in components[:PAGE]
    )
    return Message(words("list-which-one", what=shortened(what, 60)), rows)


def page_or_line_card(
    words: Words, what: str, pages: Sequence[ComponentList], components: Sequence[Component]
) -> Message:
    """What is not wanted may be a page of the basket or a line: a button for each."""
    rows = [
        (Button(words.plain("button-page", title=shortened(title_of(words, page), 40)), LeavePage(page.id)),)
        for page in pages
    ]
    rows += [
        (Button(_told_apart(words, component, components), ToggleLine(component.id, needed=0)),)
        for component in components[:PAGE]
    ]
    return Message(words("basket-page-or-line", what=shortened(what, 60)), tuple(rows))


def _told_apart(words: Words, component: Component, components: Sequence[Component]) -> str:
    """The name; with its amount and size where another has the same name."""
    if sum(one.name.casefold() == component.name.casefold() for one in components) < 2:
        return shortened(component.name, 40)
    parts = (_needed_of(words, component), component.name, component.size or "")
    return shortened(" ".join(part for part in parts if part), 40)


def joined_card(words: Words, page: ComponentList) -> Message:
    """What is left of a page's own message once it is in a basket."""
    return Message(words("basket-page-joined", title=title_of(words, page)))


def list_card(
    stage: Stage, person: Person, component_list: ComponentList, estimated: Estimate | None, page: int = 0
) -> Message:
    """The list with a button for every component, and what it would cost."""
    words = stage.words(person)
    components = components_of(stage.session, component_list.id)
    pages, page = _pages(len(components), page)
    if len(components) > LONG_LIST:
        shown = components[page * LONG_PAGE : (page + 1) * LONG_PAGE]
        lines = listed(stage, words, component_list, shown)
        lines += ["", words("list-page", page=page + 1, pages=pages, count=len(components))]
    else:
        lines = listed(stage, words, component_list, components)
    if not components:
        lines.append(words("list-empty"))
    if to_check(components):
        lines += ["", words("list-doubt-note", count=len(to_check(components)))]
    lines += ["", _estimate_line(stage, words, estimated, components)]
    if component_list.state is not ListState.OPEN:
        return Message("\n".join(lines))
    lines.append(_what_next(words, component_list, components))
    other = _other_open(stage, component_list)
    if other is not None:
        titled = "yes" if other.title else "no"
        lines += ["", words("basket-may-join", titled=titled, title=title_of(words, other))]
    of_basket = pages_of(stage.session, component_list.id)
    buttons = _buttons(words, component_list, components, of_basket, page, other)
    return Message("\n".join(lines), tuple(buttons))


def listed(
    stage: Stage, words: Words, component_list: ComponentList, components: Sequence[Component]
) -> list[str]:
    """The title, the pages of a basket, and a line for each component, by kind where there are several."""
    of_basket = pages_of(stage.session, component_list.id)
    lines: list[str] = [_heading(words, component_list, of_basket)]
    lines += [page_line(words, page) for page in of_basket]
    if component_list.url and component_list.language[:2] not in {words.language, ""}:
        lines.append(words("list-language", language=component_list.language[:2]))
    lines.append("")
    parts = parts_of(stage.session, components) if of_basket else {}
    from_pages = {line_id: len({part.list_id for part in own}) for line_id, own in parts.items()}
    for kind in Kind:
        own = [component for component in components if component.kind == kind]
        if own and len({component.kind for component in components}) > 1:
            lines.append(words("list-kind", kind=kind.value))
        lines += [
            _line(words, component_list, component, from_pages.get(component.id, 1)) for component in own
        ]
    return lines


def title_of(words: Words, component_list: ComponentList) -> str:
    return shortened(component_list.title or words.plain("list-untitled"), LONGEST_TITLE)


def page_line(words: Words, page: ComponentList) -> Html:
    """A page of a basket with its portions."""
    wanted = page.servings * page.factor if page.servings is not None else None
    return words(
        "basket-page",
        title=shortened(title_of(words, page), 60),
        servings=words.number(wanted) if wanted is not None else "",
        factor=words.number(page.factor) if wanted is None and page.factor != 1 else "",
    )


def page_of(place: int, count: int) -> int:
    """The page of buttons on which the component at `place` of `count` stands."""
    return place // _per_page(count)


def _per_page(count: int) -> int:
    return LONG_PAGE if count > LONG_LIST else PAGE


def _pages(count: int, page: int) -> tuple[int, int]:
    """How many pages there are, and the one asked for within them."""
    pages = max(1, -(-count // _per_page(count)))
    return pages, min(max(page, 0), pages - 1)


def _other_open(stage: Stage, component_list: ComponentList) -> ComponentList | None:
    """The list that this one may be put with, as long as she has not said."""
    if component_list.may_join is None:
        return None
    other = stage.session.get(ComponentList, component_list.may_join)
    if other is not None and other.basket_id is not None:
        other = stage.session.get(ComponentList, other.basket_id)
    return other if other is not None and other.state in {ListState.OPEN, ListState.ASKING} else None


def _heading(words: Words, component_list: ComponentList, of_basket: Sequence[ComponentList]) -> Html:
    if of_basket:
        return words("basket-title", pages=len(of_basket))
    title = title_of(words, component_list)
    if component_list.servings is None:
        factor = component_list.factor
        if factor == 1:
            return words("list-title", title=title)
        return words("list-title-factor", title=title, factor=words.number(factor))
    wanted = component_list.servings * component_list.factor
    return words("list-title-servings", title=title, servings=words.number(wanted))


def _also(words: Words, component_list: ComponentList, name: str) -> str:
    """The name in her language, where the page is in another and the book of names has it."""
    if component_list.language[:2] == words.language:
        return ""
    known = name_in(words.language, name, component_list.language)
    return known if known is not None and known.casefold() != name.casefold() else ""


def _line(words: Words, component_list: ComponentList, component: Component, from_pages: int) -> Html:
    amount = _needed_of(words, component)
    name = shortened(component.name, LONGEST_NAME)
    if component.size:
        name = f"{name}, {shortened(component.size, LONGEST_NAME // 2)}"
    key = "list-line" if component.needed else "list-line-dropped"
    return words(
        key,
        n=component.n,
        amount=amount,
        name=name,
        also=_also(words, component_list, component.name),
        doubt=(component.doubt.value.replace("_", "-") if component.doubt else "none"),
        optional="yes" if component.optional else "no",
        more="yes" if amount and component.open_parts else "no",
        pages=from_pages,
        remembered=component.remembered.value if component.remembered else "none",
    )


def _needed_of(words: Words, component: Component) -> str:
    """The amount; a count that is not the page's own stands apart from the name, whose number may not fit it:
    "2 × onion", "5.3 × egg"."""
    amount = component.amount
    is_own = component.base_qty in {None, amount.qty if amount else None} and not component.united
    if amount is None or amount.unit is not Unit.PIECE or is_own:
        return words.amount(amount)
    to_tenths = [qty if qty is None else round(qty, 1) for qty in (amount.qty, amount.qty_max)]
    return f"{words.amount(Amount(to_tenths[0] or amount.qty, amount.unit, to_tenths[1]))} ×"


def _what_next(words: Words, component_list: ComponentList, components: Sequence[Component]) -> Html:
    """What can be tapped or written, by names of this very list: the shortest, which are read most easily."""
    needed = [component for component in components if component.needed] or list(components)
    plain = [
        one for one in needed if one.kind is not Kind.TOOL and not one.doubt and _EASY_NAME.match(one.name)
    ]
    shortest = sorted(plain, key=lambda one: (len(one.name), one.n))
    measured = [one for one in shortest[1:] if one.unit not in {None, Unit.PIECE}]  # not "as much eggs"
    portions = component_list.servings is not None

    def told(component: Component | None) -> str:
        return (
            (_also(words, component_list, component.name) or component.name) if component is not None else ""
        )

    return words(
        "list-what-next",
        name=told(shortest[0] if shortest else None),
        by="portions" if portions else "times",
        more=told(measured[0]) if portions and measured else "",
    )


def _estimate_line(
    stage: Stage, words: Words, estimated: Estimate | None, components: Sequence[Component]
) -> Html:
    needed = [component for component in components if component.needed]
    if not needed:
        return words("list-nothing-needed")
    if estimated is None:
        return words("list-nobody-sells")
    if not estimated.sellers and estimated.too_small:
        return too_little_line(stage, words, estimated.too_small)
    total = words.money(estimated.total_minor, stage.settings.shop.currency)
    line = words("list-estimate", total=total, sellers=estimated.sellers)
    if estimated.unfit:
        names = ", ".join(shortened(component.name, 40) for component in estimated.unfit[:6])
        line = Html(f"{line}\n{words('list-unfit', names=names)}")
    return Html("\n".join([line, *too_small_lines(stage, words, estimated.too_small, components)]))


def _buttons(
    words: Words,
    component_list: ComponentList,
    components: Sequence[Component],
    of_basket: Sequence[ComponentList],
    page: int,
    other: ComponentList | None,
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
    rows += [_scale_row(words, one, named=bool(of_basket)) for one in of_basket or [component_list]]
    rows += _line_rows(words, component_list, components)
    if other is not None:
        title = shortened(title_of(words, other), 30)
        rows.append((Button(words.plain("button-join", title=title), JoinLists(component_list.id)),))
        rows.append((Button(words.plain("button-on-its-own"), KeepApart(component_list.id)),))
    if of_basket:
        rows.append((Button(words.plain("button-keep-apart"), KeepApart(component_list.id)),))
    if any(component.needed for component in components):
        rows.append((Button(words.plain("button-ask-sellers"), AskSellers(component_list.id)),))
    return rows


def _scale_row(words: Words, component_list: ComponentList, *, named: bool) -> tuple[Button, ...]:
    """How many portions, one less and one more; `named` where there are several pages."""
    title = shortened(title_of(words, component_list), 24) if named else ""
    if component_list.servings is None:
        return (Button(words.plain("button-scale", title=title), AskScale(component_list.id)),)
    wanted = component_list.servings * component_list.factor
    asked = words.plain("button-servings", n=words.number(wanted), title=title)
    scale = [Button(asked, AskScale(component_list.id))]
    if wanted - 1 >= 1:
        scale.insert(0, Button("➖", ScaleTo(wanted - 1, component_list.id)))
    scale.append(Button("➕", ScaleTo(wanted + 1, component_list.id)))
    return tuple(scale)


def _line_rows(
    words: Words, component_list: ComponentList, components: Sequence[Component]
) -> list[tuple[Button, ...]]:
    if not components:
        return []
    edit = Button(words.plain("button-edit-line"), EditLine(component_list.id))
    weak = len(to_check(components))
    if not weak:
        return [(edit,)]
    return [(Button(words.plain("button-check-lines", n=weak), CheckLines(component_list.id)), edit)]
