"""Handling of several pages in one basket: sent together, put together later, kept apart."""

import re
from datetime import timedelta
from uuid import UUID

from bot import commands as c
from bot.handlers.lists import SAME_PAGE_WITHIN, editable_list, list_before, own_list
from bot.handlers.naming import is_dish_of, named
from bot.telling.lists import show_list
from bot.turn import Refusal, Turn
from bot.views.lists import page_or_line_card
from commerce.matching.baskets import (
    gather,
    keep_apart,
    pages_of,
    put_together,
    stay_alone,
    together,
)
from commerce.matching.leaving import leave_page
from commerce.methods.models import ComponentList, ListState
from commerce.methods.service import components_of, list_of, list_of_page, start_reading

__all__ = ["handle_basket", "pages_dropped"]

PAGE_SAID = re.compile(
    r"\b(?:recipe|dish|page|whole|rezept|gericht|seite|ganze[nrs]?|recette|plat|page|toute?)\b", re.IGNORECASE
)
"""Words that tell the page from a thing of the same name."""


def handle_basket(turn: Turn, command: c.BasketCommand) -> None:
    match command:
        case c.ReadPages(urls=urls):
            _read(turn, urls)
        case c.JoinLists():
            _join(turn, command)
        case c.KeepApart():
            _part(turn, command)
        case c.LeavePage(list_id=list_id):
            take_out(turn, own_list(turn, list_id))


def take_out(turn: Turn, page: ComponentList) -> None:
    """The page leaves its basket; a round that is out for it is withdrawn."""
    if page.basket_id is None or page.state is not ListState.IN_BASKET:
        raise Refusal("over")
    editable_list(turn, page.basket_id)
    leave_page(turn.session, page, turn.now)


def pages_dropped(turn: Turn, command: c.DropLines) -> bool:
    """Whether it is a page that is not wanted, by the name of its dish; a question where it may be a line."""
    basket = list_before(turn)
    pages = pages_of(turn.session, basket.id) if basket is not None else []
    if basket is None or not pages or len(command.names) != 1 or command.numbers:
        return False
    name = command.names[0]
    meant = [page for page in pages if is_dish_of(name, page.title)]
    if not meant:
        return False
    lines = [one for one in components_of(turn.session, basket.id) if one.needed]
    hits = named(lines, (name,), ())
    alike = [*hits.found, *(one for _, several in hits.unclear for one in several)]
    doubtful = any(is_dish_of(name, one.name) for one in alike) and not PAGE_SAID.search(command.text)
    if len(meant) == 1 and not doubtful:
        take_out(turn, meant[0])
    else:
        turn.reply(page_or_line_card(turn.words, name, meant, alike))
    return True


def _read(turn: Turn, urls: tuple[str, ...]) -> None:
    """Pages whose lists are there already join as they stand, and bring the basket that they are in."""
    company = together()
    there: list[ComponentList] = []
    baskets: set[UUID | None] = set()
    pages = list(dict.fromkeys(urls))
    for place, url in enumerate(pages):
        known = list_of_page(turn.session, turn.person.id, url, turn.now - SAME_PAGE_WITHIN)
        if known is not None and _can_join(turn, known):
            known.together = company
            turn.session.add(known)
            there.append(known)
            baskets.add(known.basket_id)
        else:
            at = turn.now + place * timedelta(microseconds=1)  # their order in the message
            start_reading(turn.session, turn.person, url, at, together=company)
            baskets.add(None)
    if len(baskets) == 1 and (basket_id := next(iter(baskets))) is not None:
        show_list(
            turn.stage,
            turn.person,
            editable_list(turn, basket_id),
            note=turn.words("basket-has-page"),
            fresh=True,
        )
        return
    turn.say("basket-reading", n=len(pages))
    turn.session.flush()
    for known in there:
        gather(turn.session, known.id, turn.now)


def _can_join(turn: Turn, known: ComponentList) -> bool:
    if known.basket_id is not None:
        return list_of(turn.session, known.basket_id).state is ListState.OPEN
    return known.state in {ListState.READING, ListState.OPEN}


def _join(turn: Turn, command: c.JoinLists) -> None:
    page = own_list(turn, command.list_id) if command.list_id is not None else _asked_about(turn)
    if page.state is ListState.IN_BASKET:
        raise Refusal("basket-has-it")
    other = turn.session.get(ComponentList, page.may_join) if page.may_join is not None else None
    if other is not None and other.basket_id is not None:
        other = list_of(turn.session, other.basket_id)
    if other is None or other.state not in {ListState.OPEN, ListState.ASKING}:
        raise Refusal("basket-no-other")
    editable_list(turn, other.id)
    editable_list(turn, page.id)
    put_together(turn.session, other, page, turn.now)


def _part(turn: Turn, command: c.KeepApart) -> None:
    found = own_list(turn, command.list_id) if command.list_id is not None else _asked_about(turn)
    if found.may_join is not None:
        stay_alone(turn.session, found)
        turn.session.flush()
        show_list(
            turn.stage,
            turn.person,
            found,
            note=turn.words("basket-on-its-own"),
            fresh=turn.message_id is None,
        )
        return
    if not pages_of(turn.session, found.id):
        raise Refusal("basket-none")
    keep_apart(turn.session, editable_list(turn, found.id), turn.now)


def _asked_about(turn: Turn) -> ComponentList:
    """The list before the person, or her newest, whichever she was asked about."""
    found = list_before(turn)
    if found is None:
        raise Refusal("list-none")
    return found
