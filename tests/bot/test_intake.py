"""Updates are taken once, handled in the order of their chat, and lost by nothing."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from bot import inbox
from bot.inbox import InboxRow, InboxState
from tests.kit.wire import Wire

from .conftest import PATIENCE_SECONDS, Core, message


async def kept(core: Core) -> dict[int, InboxRow]:
    rows = await core.units.run(lambda session: list(session.exec(select(InboxRow))))
    return {row.update_id: row for row in rows}


async def test_an_update_delivered_again_is_handled_once(core: Core) -> None:
    for _ in range(3):
        await core.intake.take([message(7, 1, "hello"), message(7, 1, "hello")])
        await core.intake.idle()
    assert core.desk.handled == ["hello"]
    assert len(await core.rows()) == 1


async def test_updates_taken_side_by_side_are_all_kept(core: Core) -> None:
    await asyncio.gather(*(core.intake.take([message(n, n, f"m{n}")]) for n in range(50)))
    assert len(await kept(core)) == 50
    await core.intake.idle()
    assert {row.state for row in (await kept(core)).values()} == {InboxState.DONE}
    assert sorted(core.desk.handled) == sorted(f"m{n}" for n in range(50))


async def test_an_update_is_in_the_inbox_before_it_is_acknowledged(core: Core) -> None:
    core.desk.slow["hello"] = asyncio.Event()
    await core.intake.take([message(1, 1, "hello")])
    assert (await kept(core))[1].payload == message(1, 1, "hello")


async def test_a_chat_keeps_its_order_while_others_go_on(core: Core) -> None:
    core.desk.slow["first"] = asyncio.Event()
    await core.intake.take([message(1, 1, "first"), message(2, 1, "second"), message(3, 2, "other")])
    await asyncio.wait_for(core.desk.something.wait(), PATIENCE_SECONDS)
    assert core.desk.handled == ["other"]
    core.desk.slow["first"].set()
    await core.intake.idle()
    assert core.desk.handled == ["other", "first", "second"]


async def test_what_was_taken_but_not_handled_is_replayed_by_the_next_process(
    wire: Wire, tmp_path: Path
) -> None:
    killed = Core(wire, tmp_path / "errand.sqlite")
    await killed.open()
    killed.desk.slow["first"] = asyncio.Event()
    await killed.intake.take([message(1, 1, "first"), message(2, 1, "second")])
    await killed.close()

    again = Core(wire, tmp_path / "errand.sqlite")
    await again.open()
    assert await again.intake.replay() == 2
    await again.intake.idle()
    assert again.desk.handled == ["first", "second"]
    assert await again.intake.replay() == 0
    await again.close()


async def test_effects_of_many_are_kept_although_one_of_them_fails(core: Core) -> None:
    texts = [f"m{n}" for n in range(9)] + ["break it", "refuse it"]
    await core.intake.take([message(n, n + 1, text) for n, text in enumerate(texts)])
    await core.intake.idle()
    rows = await core.rows()
    said = [row.payload["text"] for row in rows]
    assert sorted(text for text in said if text.startswith("echo")) == sorted(f"echo m{n}" for n in range(9))
    assert said.count("That cannot be done.") == 1
    assert sum("our mistake" in text for text in said) == 1


async def test_a_bug_is_apologised_for_once_with_the_reference_of_the_log(
    core: Core, caplog: pytest.LogCaptureFixture
) -> None:
    await core.intake.take([message(1, 1, "break it"), message(2, 1, "hello")])
    await core.intake.idle()
    row = (await kept(core))[1]
    assert row.state is InboxState.FAILED
    assert row.reference is not None
    assert [out.payload["text"] for out in await core.rows()] == [
        f"Sorry, our mistake: {row.reference}", "echo hello",
    ]  # fmt: skip
    assert f"bug {row.reference}" in caplog.text


async def test_a_refusal_is_told_and_done(core: Core) -> None:
    await core.intake.take([message(1, 1, "refuse it")])
    await core.intake.idle()
    assert [out.payload["text"] for out in await core.rows()] == ["That cannot be done."]
    assert (await kept(core))[1].command == "refused: Cannot"
    assert (await kept(core))[1].state is InboxState.DONE


async def test_a_lane_goes_on_where_not_even_the_apology_can_be_told(core: Core) -> None:
    core.desk.broken_telling = True
    await core.intake.take([message(1, 1, "break it"), message(2, 1, "hello")])
    await core.intake.idle()
    assert core.desk.handled == ["hello"]
    assert (await kept(core))[1].state is InboxState.FAILED


async def test_an_update_that_cannot_be_read_stops_nobody(core: Core) -> None:
    await core.intake.take(
        [{"update_id": 1, "message": {"chat": 5}}, {"update_id": 2}, message(3, 1, "hello")]
    )
    await core.intake.idle()
    rows = await kept(core)
    assert core.desk.handled == ["hello"]
    assert rows[1].state is InboxState.FAILED
    assert rows[2].command == "ignored"


async def test_a_database_that_is_away_for_a_moment_costs_nobody_an_answer(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = iter([True])
    finish = inbox.finish

    def sometimes(session: Session, handled: list[inbox.Handled]) -> None:
        if next(away, False):
            raise OperationalError("UPDATE inbox", {}, Exception("database is locked"))
        finish(session, handled)

    monkeypatch.setattr(inbox, "finish", sometimes)
    monkeypatch.setattr("bot.intake.PAUSE_SECONDS", 0.01)
    await core.intake.take([message(1, 1, "hello")])
    await core.intake.idle()
    assert [out.payload["text"] for out in await core.rows()] == ["echo hello"]


async def test_over_the_wire_every_text_is_answered_once_and_every_tap_at_once(
    core: Core, wire: Wire
) -> None:
    people = [await wire.person(f"P{n}") for n in range(5)]
    async with core.delivering(poll=True):
        for person in people:
            await person.starts()
            for n in range(3):
                await person.says(f"hello {n}")
        await core.posts(people[0].id, "tap", buttons=[[{"label": "Tap me", "data": "st"}]])
        assert (await people[0].taps("Tap me")).kind == "callback"
        await wire.settles()
    for person in people:
        said = [message.text for message in person.messages if message.from_bot and "hello" in message.text]
        assert said == ["echo hello 0", "echo hello 1", "echo hello 2"]
