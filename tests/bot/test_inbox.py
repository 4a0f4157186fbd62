"""The inbox is kept for a while, then forgotten."""

from datetime import timedelta

from bot import inbox
from bot.inbox import Handled, Kept
from bot.sweeping import sweeper

from .conftest import NOW, Core


async def test_handled_updates_are_forgotten_after_a_week_and_waiting_ones_never(core: Core) -> None:
    rows = [Kept(n, 1, {"update_id": n}) for n in (1, 2)]
    assert await core.units.run(lambda session: inbox.keep(session, rows, NOW)) == {1, 2}
    assert await core.units.run(lambda session: inbox.keep(session, rows, NOW)) == set()
    await core.units.run(lambda session: inbox.finish(session, [Handled(1, command="Echo")]))
    sweep = sweeper(core.units, core.clock)

    core.ahead = timedelta(days=6)
    await sweep()
    assert await core.units.run(lambda session: inbox.keep(session, rows, NOW)) == set()

    core.ahead = timedelta(days=60)
    await sweep()
    assert await core.units.run(inbox.waiting) == [rows[1]]
    assert await core.units.run(lambda session: inbox.keep(session, rows, NOW)) == {1}


async def test_delivered_messages_are_forgotten_after_a_month_and_waiting_ones_never(core: Core) -> None:
    ada = await core.wire.person("Ada")
    async with core.delivering(poll=True):
        await ada.starts()
        await core.posts(ada.id, "delivered")
        await ada.sees("delivered")
        await core.wire.settles()
    await core.posts(ada.id, "waits")
    core.ahead = timedelta(days=31)
    await sweeper(core.units, core.clock)()
    assert [row.payload["text"] for row in await core.rows()] == ["waits"]
