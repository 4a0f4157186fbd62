"""Known on arrival, commands by role, and the commands that everybody has."""

import re

import pytest
from sqlmodel import Session, select

from commerce.people.models import Person, Role
from commerce.people.service import roles_of
from tests.journeys.ordering import ADDRESS_BUTTON, ONE_SHOP, ORDER, books, proposal
from tests.journeys.town import Town

EVERYBODY = {"list", "track", "search", "settings", "language", "privacy", "help", "cancel"}


@pytest.mark.feature("F1")
async def test_a_person_is_known_by_her_account_from_the_first_message(town: Town) -> None:
    ada = await town.wire.person("Ada", username="ada_l")
    await ada.starts()
    await ada.sees("Hello Ada")
    known = await books(town, lambda session: _person(session, ada.id))
    assert known.name.startswith("Ada")
    assert await books(town, lambda session: roles_of(session, known.id)) == {Role.CONSUMER}
    await ada.starts()
    await ada.says("/list")
    await ada.sees("no list yet")
    again = await books(town, lambda session: _person(session, ada.id))
    assert again.id == known.id


@pytest.mark.feature("X12")
async def test_the_menu_shows_the_commands_of_the_role(town: Town) -> None:
    mia, chiara = await town.person("mia"), await town.person("chiara")
    tobias, robert = await town.person("tobias"), await town.person("robert")
    assert set(await mia.commands()) >= EVERYBODY
    assert not {"work", "orders", "order"} & set(await mia.commands())
    assert "work" in await chiara.commands()
    assert "work" in await tobias.commands()
    assert {"orders", "order"} <= set(await robert.commands())
    assert "orders" not in await chiara.commands()


@pytest.mark.feature("X12")
async def test_work_is_refused_to_who_has_none(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("/work")
    await mia.sees("not registered as a seller or carrier")


@pytest.mark.feature("X14")
async def test_help_settings_privacy_and_language_answer(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("/help")
    await mia.sees("How it works")
    await mia.says("/privacy")
    await mia.sees("Who sees what")
    await mia.says("/settings")
    card = await mia.sees("I choose sellers by: cheapest")
    await mia.taps(re.compile("Soonest"))
    assert (await mia.sees("I choose sellers by: soonest")).id == card.id, "in place"
    await mia.says("/language")
    await mia.sees("I write English")
    await mia.says("/language xx")
    await mia.sees("I don't write that language yet")
    await mia.says("/language en")
    await mia.sees("From now on I write English")
    await mia.says("/nonsense")
    await mia.sees("I don't know /nonsense")


@pytest.mark.feature("X14")
async def test_cancel_leaves_a_question_anywhere_and_keeps_the_rest(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("/cancel")
    await mia.sees("stay as they are")
    await proposal(town, mia, ONE_SHOP, "chiara")
    await mia.taps(ORDER)
    await mia.taps(ADDRESS_BUTTON)
    await mia.sees("Where shall it be delivered?")
    await mia.says("/cancel")
    await mia.sees("forget the question")
    assert not (mia.screen.keyboard or {}).get("keyboard")
    await mia.says("/basket")
    await mia.sees("Your order", button=ADDRESS_BUTTON)


def _person(session: Session, account: int) -> Person:
    return session.exec(select(Person).where(Person.account == account)).one()
