"""Messages are delivered in their order, in place, at a pace, and to nobody who does not want them."""

import asyncio
from collections.abc import Callable

from bot.pacing import Paces, Pause
from commerce.outbox import Lane
from commerce.people.service import person_of
from tests.kit.person import Person
from tests.kit.wire import Wire

from .conftest import Core

LOOKS = 1_000
GO = [[{"label": "Go", "data": "st"}]]


async def met(core: Core, name: str = "Ada") -> Person:
    """Somebody who has started the bot and seen its echo."""
    person = await core.wire.person(name)
    await person.starts()
    await person.sees("echo /start")
    return person


def shown(person: Person) -> list[str]:
    return [message.text for message in person.messages if message.from_bot][1:]


async def until(core: Core, reached: Callable[[set[str]], bool]) -> None:
    for _ in range(LOOKS):
        if reached(set(await core.states())):
            return
        await asyncio.sleep(0.01)
    raise AssertionError(await core.states())


async def until_settled(core: Core) -> None:
    """Until nothing waits or is under way."""
    await until(core, lambda states: not {"waiting", "under_way"} & states)


async def test_messages_of_a_chat_come_in_their_order(core: Core) -> None:
    async with core.delivering(poll=True):
        ada, ben = await met(core), await met(core, "Ben")
        for n in range(6):
            await core.posts(ada.id, f"a{n}")
            await core.posts(ben.id, f"b{n}")
        await until_settled(core)
        await core.wire.settles()
    assert shown(ada) == [f"a{n}" for n in range(6)]
    assert shown(ben) == [f"b{n}" for n in range(6)]


async def test_a_slot_is_edited_in_place_and_an_equal_message_sends_nothing(core: Core) -> None:
    async with core.delivering(poll=True):
        ada = await met(core)
        for text in ("one", "two", "two"):
            await core.posts(ada.id, text, slot="list:1")
            await until_settled(core)
        await core.wire.settles()
    assert shown(ada) == ["two"]
    assert ada.last.edits == 1
    assert (await core.states())[1:] == ["sent", "sent", "sent"]


async def test_of_waiting_edits_only_the_newest_is_delivered(core: Core) -> None:
    async with core.delivering(poll=True):
        ada = await met(core)
        await core.posts(ada.id, "first", slot="list:1")
        await until_settled(core)
    for n in range(5):
        await core.posts(ada.id, f"edit {n}", slot="list:1")
    async with core.delivering(poll=True):
        await ada.sees("edit 4", anywhere=True)
        await until_settled(core)
        await core.wire.settles()
    assert ada.last.edits == 1
    assert (await core.states())[2:] == ["replaced"] * 4 + ["sent"]


async def test_posted_anew_a_slot_moves_to_the_end_and_the_old_message_loses_its_buttons(core: Core) -> None:
    async with core.delivering(poll=True):
        ada = await met(core)
        await core.posts(ada.id, "card", slot="list:1", buttons=GO)
        await core.posts(ada.id, "talk")
        await core.posts(ada.id, "card again", slot="list:1", fresh=True, buttons=GO)
        await until_settled(core)
        await core.posts(ada.id, "card edited", slot="list:1", buttons=GO)
        await until_settled(core)
        await core.wire.settles()
    assert shown(ada) in (["card", "talk", "card edited"], ["card edited", "talk"], ["talk", "card edited"])
    assert [message.buttons for message in ada.messages if message.text == "card"] in ([[]], [])
    assert ada.last.text == "card edited"


async def test_a_message_posted_while_a_fresh_one_is_under_way_edits_that_one(core: Core, wire: Wire) -> None:
    async with core.delivering(poll=True):
        ada = await met(core)
        await wire.fault("slow", methods=["sendMessage"], delay_ms=150, count=1)
        await core.posts(ada.id, "fresh", slot="list:1", fresh=True)
        await until(core, lambda states: "under_way" in states)
        await core.posts(ada.id, "newer", slot="list:1")
        await until_settled(core)
        await wire.settles()
    assert shown(ada) == ["newer"]
    assert ada.last.edits == 1


async def test_an_edit_of_a_message_that_is_gone_sends_it_anew(core: Core, wire: Wire) -> None:
    wire.allows_refusal("message to edit not found")
    async with core.delivering(poll=True):
        ada = await met(core)
        await core.posts(ada.id, "card", slot="list:1", buttons=GO)
        card = await ada.sees("card")
        await core.bot.call("deleteMessage", chat_id=ada.id, message_id=card.id)
        await core.posts(ada.id, "card two", slot="list:1", buttons=GO)
        await ada.sees("card two")
        await until_settled(core)
    assert ada.last.id != card.id


async def test_a_retry_that_telegram_asks_for_is_obeyed_and_keeps_the_order(core: Core, wire: Wire) -> None:
    wire.allows_refusal("Too Many Requests")
    async with core.delivering(poll=True):
        ada, ben = await met(core), await met(core, "Ben")
        await wire.fault("too_many_requests", methods=["sendMessage"], chat_id=ada.id, retry_after=1)
        await core.posts(ada.id, "one")
        await core.posts(ada.id, "two")
        await core.posts(ben.id, "meanwhile")
        await ben.sees("meanwhile")
        assert shown(ada) == []
        await until_settled(core)
        await wire.settles()
    assert shown(ada) == ["one", "two"]


async def test_an_outage_of_telegram_loses_no_message(core: Core, wire: Wire) -> None:
    wire.allows_refusal("Bad Gateway|Internal")
    async with core.delivering(poll=True):
        ada = await met(core)
        await wire.fault("outage", methods=["sendMessage"], count=1)
        await core.posts(ada.id, "hello")
        await until_settled(core)
        await wire.settles()
    assert shown(ada) == ["hello"]


async def test_a_message_whose_answer_was_lost_may_show_twice_but_is_not_lost(core: Core, wire: Wire) -> None:
    async with core.delivering(poll=True):
        ada = await met(core)
        await wire.fault("drop_answer", methods=["sendMessage"], count=1)
        await core.posts(ada.id, "hello")
        await until_settled(core)
        await wire.settles()
    assert shown(ada) in (["hello"], ["hello", "hello"])


async def test_a_courier_killed_between_sending_and_marking_delivers_again(core: Core, wire: Wire) -> None:
    async with core.delivering(poll=True):
        ada = await met(core)
    await core.posts(ada.id, "hello")
    await core.bot.send_message(ada.id, "hello")
    await core.units.run(lambda session: None)
    async with core.delivering(poll=True):
        await until_settled(core)
        await wire.settles()
    assert shown(ada).count("hello") == 2


async def test_who_blocks_the_bot_is_not_written_to_until_she_comes_back(core: Core, wire: Wire) -> None:
    wire.allows_refusal("bot was blocked by the user")
    async with core.delivering(poll=True):
        ada = await met(core)
        await ada.blocks()
        await until_settled(core)
        await core.posts(ada.id, "one")
        await core.posts(ada.id, "two")
        await until_settled(core)
        person = await core.units.run(lambda session: person_of(session, ada.id))
        assert person is not None
        assert not person.reachable
        sent = [row["method"] for row in await wire.get("/calls?errors=1")]
        assert sent.count("sendMessage") <= 2
        await ada.unblocks()
        await ada.says("hello again")
        await ada.sees("echo hello again")
        person = await core.units.run(lambda session: person_of(session, ada.id))
        assert person is not None
        assert person.reachable
        await wire.settles()


async def test_a_broadcast_to_many_does_not_delay_a_reply(core: Core) -> None:
    core.courier.broadcasts = Paces(1.0, 1)
    async with core.delivering(poll=True):
        ada = await met(core)
        for n in range(500):
            await core.posts(900_000 + n, "news", lane=Lane.BROADCAST)
        core.wire.allows_refusal("chat not found")
        await core.posts(ada.id, "a reply")
        await ada.sees("a reply")
        waiting = (await core.states()).count("waiting")
    assert waiting > 400


async def test_markup_that_telegram_cannot_parse_is_shown_as_plain_words(core: Core, wire: Wire) -> None:
    wire.allows_refusal("can't parse entities")
    async with core.delivering(poll=True):
        ada = await met(core)
        await core.posts(ada.id, "<b>Fish &amp; chips")
        await ada.sees("Fish & chips")
        await until_settled(core)


def test_a_chat_rests_when_its_burst_is_used_up_and_is_ready_again_by_its_pace() -> None:
    paces = Paces(per_second=2.0, burst=3)
    for _ in range(2):
        paces.take(7, now=100.0)
        assert paces.resting(100.0) == set()
    paces.take(7, now=100.0)
    assert paces.resting(100.0) == {7}
    assert paces.next_ready(100.0) == 0.5
    assert paces.resting(100.5) == set()
    assert paces.tokens(7, 101.5) == 3
    assert paces.tokens(8, 101.5) == 3


def test_one_flooded_chat_rests_alone_and_two_at_once_stop_everything() -> None:
    pause = Pause()
    pause.flooded(1, 5.0, now=100.0)
    pause.flooded(1, 5.0, now=101.0)
    assert pause.left(101.0) == 0
    pause.flooded(2, 5.0, now=101.5)
    assert pause.left(102.0) == 4.5
    assert pause.left(200.0) == 0
