"""Each kind of step does what it says, with a bot that is not Errand's, over HTTP alone."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.playground.emulator import Emulator, Settings
from bot.playground.script.acts import span_of
from bot.playground.script.playing import MOST_DIFFERENCES, EngineAway, Outcome, State, opened_player
from bot.playground.script.reading import read_script
from bot.playground.script.steps import BadScript, Verb
from bot.playground.server import make_app, open_playground
from tests.browser import sample_bot
from tests.playground.page.standins import SmallShop

Play = Callable[..., Awaitable[list[Outcome]]]


@pytest.fixture
async def play() -> AsyncIterator[Play]:
    """Plays steps with the sample bot and a person called Ada; what became of each."""
    async with Emulator(Settings()) as emulator:
        url = await emulator.serve()
        bot = sample_bot.build(url, emulator.token)
        bot.bot_data |= {"thought": asyncio.Event(), "others": []}
        async with bot, opened_player(url, within_seconds=2) as player:
            await player.stage.person("Ada")
            await bot.start()
            await bot.updater.start_polling(timeout=1)

            async def played(steps: str, folder: Path | None = None) -> list[Outcome]:
                outcomes: list[Outcome] = []

                async def told(outcome: Outcome) -> None:
                    if outcome.state is not State.PLAYING:
                        outcomes.append(outcome)

                await player.gather(read_script(f"errand-script: 1\nsteps:\n{steps}", folder=folder))
                await player.play(told)
                return outcomes

            yield played
            await bot.updater.stop()
            await bot.stop()


def states(outcomes: list[Outcome]) -> list[str]:
    return [
        f"{one.step}: {one.state} {one.expected} {one.seen}"
        for one in outcomes
        if one.state is not State.AS_EXPECTED
    ]


async def test_toasts_and_alerts_are_told_apart(play: Play) -> None:
    outcomes = await play(
        "- ada starts\n- ada taps: Say it briefly\n- ada sees toast: Brief\n"
        "- ada taps: loudly\n- ada sees alert: Loud words\n- ada sees toast: Loud words\n"
    )
    assert [one.state for one in outcomes] == [*[State.AS_EXPECTED] * 5, State.DIFFERS]
    assert outcomes[-1].seen == "'Loud words' as an alert"


async def test_an_invoice_is_paid_and_a_wrong_outcome_differs(play: Play) -> None:
    outcomes = await play(
        "- ada says: invoice\n- ada sees: Risotto for six\n- ada pays: Risotto\n"
        "- ada pays: Risotto\n  outcome: refused\n"
    )
    assert states(outcomes[:3]) == []
    assert (outcomes[3].expected, outcomes[3].seen) == ("refused", "paid")


async def test_lists_keyboards_pictures_and_places(play: Play) -> None:
    outcomes = await play(
        "- ada says: list\n- ada sees: Risotto for 4\n  button: ☑ Rice\n- ada taps: Rice\n"
        "- ada sees button: ☐ Rice\n- ada sees no button: ☑ Rice\n- ada says: keys\n"
        "- ada sees button: Share my place\n"
        "- ada taps: Type it\n- ada sees: 'You said: Type it'\n- ada sends location: 51.2, 10.6\n"
        "- ada says: photo\n- ada sees:\n  showing: photo\n- ada does not see: Goodbye\n- ada reacts: 👍\n"
    )
    assert states(outcomes) == []


async def test_files_lie_beside_the_script_and_nowhere_else(play: Play, tmp_path: Path) -> None:
    folder = tmp_path / "scripts"
    folder.mkdir()
    (folder / "goods.csv").write_text("a,b\n")
    (tmp_path / "secret.txt").write_text("secret")
    (fine,) = await play("- ada sends document: goods.csv\n", folder)
    assert fine.state is State.AS_EXPECTED
    (refused,) = await play("- ada sends document: ../secret.txt\n", folder)
    assert refused.state is State.DIFFERS
    assert "nor beside it" in refused.seen


async def test_an_act_that_cannot_be_done_ends_the_script(play: Play) -> None:
    outcomes = await play("- ada blocks\n- ada says: hello\n- ada unblocks\n")
    assert [one.state for one in outcomes] == [State.AS_EXPECTED, State.DIFFERS, State.NOT_PLAYED]
    assert outcomes[1].seen == "Ada cannot say: she has blocked the bot; unblock it first"


async def test_looks_that_differ_end_it_after_a_few(play: Play) -> None:
    look = "- ada sees: what never comes\n  within: 1\n"
    outcomes = await play("- ada starts\n" + look * (MOST_DIFFERENCES + 1))
    assert [one.state for one in outcomes[1:]] == [*[State.DIFFERS] * MOST_DIFFERENCES, State.NOT_PLAYED]


async def test_somebody_who_is_not_there_is_a_bad_script(play: Play) -> None:
    with pytest.raises(BadScript, match="line 3: there is no 'bob' here; there are ada"):
        await play("- bob starts\n")
    with pytest.raises(BadScript, match="there is no 'bob' here"):
        await play("- fault: {kind: slow, who: bob}\n")


async def test_a_wrong_label_is_answered_with_the_nearest(play: Play) -> None:
    outcomes = await play("- ada starts\n- ada taps: Say this briefly\n")
    assert outcomes[1].expected == "button [ Say this briefly ]"
    assert outcomes[1].seen == "nearest button: [ Say it briefly ]"
    assert outcomes[1].step.verb is Verb.TAPS


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("+10 minutes", 600),
        ("+ 1 hour", 3600),
        ("+2 days", 172_800),
        ("+90 seconds", 90),
        ("next deadline", None),
    ],
)
def test_times_are_read(words: str, seconds: int | None) -> None:
    span = span_of(words)
    assert (span.total_seconds() if span else None) == seconds


@pytest.mark.parametrize("words", ["soon", "-1 hour", "+x hours", "1 hour", ""])
def test_what_is_no_time_is_refused_in_words(words: str) -> None:
    with pytest.raises(ValueError, match="is no time: `next deadline`"):
        span_of(words)


async def test_free_text_waits_until_it_is_understood(tmp_path: Path) -> None:
    """A reset starts the dialogue engine anew; words said before it is there are answered otherwise."""
    script = read_script("errand-script: 1\nfree-text: yes\nsteps:\n- ada starts\n")
    shop = SmallShop(panes=[])
    async with Emulator(Settings()) as emulator:
        playground = await open_playground(make_app(shop, emulator, pages=tmp_path))
        async with opened_player(playground.address) as player:
            await player.stage.person("Ada")
            gathering = asyncio.create_task(player.gather(script))
            await asyncio.wait({gathering}, timeout=0.8)
            assert not gathering.done()
            shop.stage = "ready"
            await asyncio.wait_for(gathering, 5)
            shop.stage, shop.detail = "failed", "no space left on the disk"
            with pytest.raises(EngineAway, match="no space left"):
                await player.gather(script)
        await playground.close()
