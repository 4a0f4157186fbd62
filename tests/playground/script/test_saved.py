"""What was done in the playground is kept; what is saved of it plays, as a script and as a journey test."""

import asyncio
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import aiohttp
import pytest
from PIL import Image

from bot.playground.acting.card import pay_link, pays_on_the_page
from bot.playground.script.journey import write_journey
from bot.playground.script.playing import Outcome, State, opened_player
from bot.playground.script.reading import read_script
from bot.playground.script.recording import Record
from bot.playground.script.steps import BadScript, Script, Verb
from tests.journeys.ordering import ONE_SHOP, checkout
from tests.journeys.town import Town
from tests.kit.person import Person
from tests.playground.script.session import (
    ASK,
    a_town,
    from_a_link_to_an_order,
    saved_script,
    saved_test,
)

ROOT = Path(__file__).parents[3]
BIN = Path(sys.executable).parent
SAVED = "tests/journeys/test_saved_by_hand.py"
"""Where a person would put it. It is not written there: tests beside this one read that folder."""
AS_A_JOURNEY = ("-p", "tests.journeys.conftest", "-c", ROOT / "pyproject.toml", "--rootdir", ROOT)


async def play(town: Town, script: Script) -> list[Outcome]:
    """From nothing; whatever does not go as expected."""
    differing: list[Outcome] = []

    async def told(outcome: Outcome) -> None:
        if outcome.state not in (State.PLAYING, State.AS_EXPECTED):
            differing.append(outcome)

    async with opened_player(town.opened.address) as player:
        await player.anew()
        await player.gather(script)
        await player.play(told)
    return differing


async def run(*program: str | Path, given: str = "") -> subprocess.CompletedProcess[str]:
    return await asyncio.to_thread(
        subprocess.run, program, input=given, cwd=ROOT, capture_output=True, text=True, timeout=300
    )


async def played_by_pytest(path: Path, test: str) -> subprocess.CompletedProcess[str]:
    await asyncio.to_thread(path.write_text, test, encoding="utf-8")
    return await run(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *AS_A_JOURNEY, path)


async def test_a_session_is_saved_as_a_journey_test_that_passes(tmp_path: Path) -> None:
    async with a_town(tmp_path) as town:
        await from_a_link_to_an_order(town)
        script, test = read_script(await saved_script(town)), await saved_test(town)
        assert await play(town, script) == []
    said = [str(step) for step in script.steps]
    assert "mia says: page:simmerandspoon.example/basil-risotto" in said
    assert "jonas sees: Inquiry … for Kaufhaus Sommer · answer by" in said
    assert "mia sees: Order … · confirmed" in said
    assert 'await mia.says(town.page("simmerandspoon.example", "basil-risotto"))' in test
    for check in (["check"], ["format", "--check"]):
        told = await run(BIN / "ruff", *check, "--stdin-filename", SAVED, "-", given=test)
        assert told.returncode == 0, told.stdout
    passed = await played_by_pytest(tmp_path / "test_saved_by_hand.py", test)
    assert passed.returncode == 0, passed.stdout
    assert "1 passed" in passed.stdout
    assert "My proposal" in test
    other = test.replace("My proposal", "My suggestion")
    failed = await played_by_pytest(tmp_path / "test_saved_by_hand.py", other)
    assert failed.returncode == 1, failed.stdout
    assert "did not see 'My suggestion" in failed.stdout


async def test_other_words_of_the_bot_differ_on_replay(tmp_path: Path) -> None:
    async with a_town(tmp_path) as town:
        mia = await town.person("mia")
        await mia.starts()
        await mia.sees("Hello Mia")
        await town.wire.settles()
        text = (await saved_script(town)).replace("Hello Mia", "Goodbye Mia") + "    within: 1\n"
        (differing,) = await play(town, read_script(text))
    assert differing.expected.startswith("“Goodbye Mia")
    assert differing.seen.startswith("nearest: Hello Mia, I'm Errand")


async def test_a_card_a_jump_a_fault_and_an_alert_are_in_the_script_and_play_again(tmp_path: Path) -> None:
    async with a_town(tmp_path) as town:
        mia = await town.person("mia")
        await mia.starts()
        await town.wire.settles()
        await checkout(town, mia, ONE_SHOP, "chiara")
        await mia.taps("○ 💳 Card")
        await mia.sees("Paid by card")
        await mia.taps("✅ Place the order")
        await mia.sees("is held for you")
        await town.wire.settles()
        await pays_on_the_page(pay_link(mia), "4000 0000 0000 0002")
        await town.wire.ask("POST", "/play/jump", {"seconds": 1200})
        await town.wire.ask("POST", "/bank/faults", {"webhooks": "twice"})
        await town.wire.fault("duplicate_update", count=1)
        await pays_on_the_page(pay_link(mia))
        await mia.sees("is confirmed")
        await town.wire.settles()
        script = read_script(await saved_script(town))
        said = [str(step) for step in script.steps]
        assert await play(town, script) == []
    assert "mia pays by card: 4000 0000 0000 0002, outcome: declined" in said
    assert "time: +20 minutes" in said
    assert "bank, webhooks: twice" in said
    assert "fault, kind: duplicate_update, count: 1" in said
    assert "mia pays by card" in said
    test = write_journey(script)
    assert 'await pays_on_the_page(pay_link(mia), "4000 0000 0000 0002")' in test
    assert "await town.play.jump(1200)" in test
    assert 'await bank_fault(town, webhooks="twice")' in test
    assert 'await town.wire.fault("duplicate_update", count=1)' in test
    compile(test, "test", "exec")


async def test_what_else_people_do_is_kept_and_plays_again(tmp_path: Path) -> None:
    """Somebody new, a reply, an edit, a deletion, a reaction, a photo, a place, a contact, blocking."""
    async with a_town(tmp_path) as town:
        pane = await town.wire.ask("POST", "/play/people", {"first_name": "Kim", "role": "consumer"})
        kim: Person = await town.wire.meet(pane["user_id"])
        await kim.starts()
        hello = await kim.sees("Hello Kim")
        said = await kim.says(ONE_SHOP)
        await kim.sees("list prices")
        await kim.edits(said, ONE_SHOP.replace("1 kg", "2 kg"))
        await kim.says("/help", reply_to=hello)
        await town.wire.settles()
        await kim.reacts(hello, "👍")
        await kim.sends_photo(_picture(), caption="what is this?")
        await town.wire.settles()
        await kim.sends_document(b"a,b\n1,2\n", "goods.csv")
        await town.wire.settles()
        await kim.sends_location(51.2, 10.6)
        await town.wire.settles()
        await kim.sends_contact()
        await town.wire.settles()
        await kim.deletes(said)
        town.wire.allows_refusal("bot was blocked by the user")
        await kim.blocks()
        await kim.unblocks()
        await town.wire.settles()
        text = await saved_script(town)
        script = read_script(text)
        differing = await play(town, script)
        assert differing == [], text
        photos = await town.wire.get(f"/users/{(await _kim(town))['id']}/messages")
    acts = [step.verb for step in script.steps if step.verb is not Verb.SEES]
    assert script.people["kim"].name == "Kim"
    assert acts == [
        Verb.STARTS, Verb.SAYS, Verb.EDITS, Verb.SAYS, Verb.REACTS, Verb.SENDS_PHOTO, Verb.SENDS_DOCUMENT,
        Verb.SENDS_LOCATION, Verb.SENDS_CONTACT, Verb.DELETES, Verb.BLOCKS, Verb.UNBLOCKS,
    ]  # fmt: skip
    assert sorted(script.files) == ["goods.csv", "photo.jpg"]
    assert script.files["goods.csv"] == b"a,b\n1,2\n"
    assert 'town.wire.allows_refusal("bot was blocked by the user")\n    await kim.blocks()' in write_journey(
        script
    )
    assert any("photo" in message and not message["from_bot"] for message in photos)
    compile(write_journey(script), "test", "exec")


async def _kim(town: Town) -> dict[str, int]:
    return next(user for user in await town.wire.get("/users") if user["first_name"] == "Kim")


def _picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 30), "olive").save(out, "JPEG")
    return out.getvalue()


async def test_what_was_done_outlives_the_process_and_ends_with_a_reset(tmp_path: Path) -> None:
    async with a_town(tmp_path) as town:
        mia = await town.person("mia")
        await mia.starts()
        await mia.sees("Hello Mia")
        await town.wire.settles()
    async with a_town(tmp_path) as town:
        mia = await town.person("mia")
        await mia.says(ONE_SHOP)
        await mia.sees("list prices", button=ASK)
        await town.wire.settles()
        said = [str(step) for step in read_script(await saved_script(town)).steps]
        assert said[0] == "mia starts"
        assert said[1].startswith("mia sees: Hello Mia")
        assert said[2].startswith("mia says: 1 kg risotto rice")
        await town.play.reset()
        state = await town.wire.ask("GET", "/play/script/state")
        assert state["recorded"] == {"acts": 0, "full": False, "free_text": False}
        with pytest.raises(Exception, match="Nothing has been done since the last reset"):
            await saved_script(town)


async def test_a_record_that_is_full_keeps_the_beginning_and_says_so(tmp_path: Path) -> None:
    async with a_town(tmp_path) as town:
        record = Record(town.play.emulator.desk, tmp_path / "small.jsonl", most=3)
        mia = await town.person("mia")
        await mia.starts()
        await mia.sees("Hello Mia")
        await mia.says("/help")
        await town.wire.settles()
        assert len(record.rows()) == 3
        assert record.full


async def test_refused_acts_and_the_number_of_a_real_card_are_not_kept(tmp_path: Path) -> None:
    async with a_town(tmp_path) as town:
        mia = await town.person("mia")
        await mia.starts()
        await checkout(town, mia, ONE_SHOP, "chiara")
        await mia.taps("○ 💳 Card")
        await mia.sees("Paid by card")
        await mia.taps("✅ Place the order")
        await mia.sees("is held for you")
        await pays_on_the_page(pay_link(mia), "5105 1051 0510 5100")
        with pytest.raises(Exception, match="empty text"):
            await mia.says(" ")
        text = await saved_script(town)
        kept = (tmp_path / "played.jsonl").read_text(encoding="utf-8")
    assert re.search(r"5105\D?1051\D?0510\D?5100", text + kept) is None
    assert "# Left out, as a script has no words for it: mia, a card that is none of the test cards." in text
    assert read_script(text).steps[-1].verb is not Verb.PAYS_BY_CARD


async def test_a_replay_can_be_stepped_and_stopped_over_http(tmp_path: Path) -> None:
    async with a_town(tmp_path) as town:
        ask = town.wire.ask
        begun = await ask("POST", "/play/script", {"scenario": "nobody-answers", "pause": "step"})
        assert begun["run"]["title"] == "Nobody answers in time"
        assert [step["state"] for step in begun["steps"]] == ["to come"] * 12
        await _state_is(town, "waiting for the next step")
        with pytest.raises(Exception, match="playing already"):
            await ask("POST", "/play/script", {"scenario": "nobody-answers"})
        await ask("POST", "/play/script/next")
        await town.wire.until(lambda: _told(town, 1, "as expected"), "the first step")
        await ask("POST", "/play/script/stop")
        state = await ask("GET", "/play/script/state")
        assert state["run"]["state"] == "stopped"
        assert [step["state"] for step in state["steps"]][:2] == ["as expected", "to come"]


def _told(town: Town, number: int, state: str) -> bool | None:
    steps = [event["step"] for event in town.wire.events if event["kind"] == "script" and "step" in event]
    return True if any(one["number"] == number and one["state"] == state for one in steps) else None


async def _state_is(town: Town, state: str) -> None:
    runs = lambda: [event["run"]["state"] for event in town.wire.events if event["kind"] == "script"]  # noqa: E731
    await town.wire.until(lambda: True if state in runs()[-1:] else None, state)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, "text or scenario is wanted"),
        ({"scenario": "nothing"}, "There is no scenario 'nothing'; there are a-bad-day"),
        ({"text": "errand-script: 1\nsteps:\n- mia sings"}, "line 3: nobody can 'sings' here"),
        ({"text": "errand-script: 1\nsteps:\n- mia starts", "pause": 100}, "pause is `step`, or seconds"),
        ({"scenario": "in-free-words"}, "the dialogue engine is not there: off"),
    ],
)
async def test_what_cannot_be_played_is_refused_before_anything_is_lost(
    tmp_path: Path, body: dict[str, object], words: str
) -> None:
    async with a_town(tmp_path) as town:
        mia = await town.person("mia")
        await mia.starts()
        await mia.sees("Hello Mia")
        with pytest.raises(Exception) as refused:
            await town.wire.ask("POST", "/play/script", body)
        assert words in str(refused.value)
        assert "mia starts" in await saved_script(town)


async def test_somebody_who_is_not_there_ends_a_run_before_anything_is_lost(tmp_path: Path) -> None:
    async with a_town(tmp_path) as town:
        mia = await town.person("mia")
        await mia.starts()
        await mia.sees("Hello Mia")
        await town.wire.ask("POST", "/play/script", {"text": "errand-script: 1\nsteps:\n- jon starts"})
        await _state_is(town, "failed")
        run = (await town.wire.ask("GET", "/play/script/state"))["run"]
        assert "there is no 'jon' here; there are mia, jonas" in run["words"]
        assert "mia starts" in await saved_script(town)


async def test_a_part_that_does_not_exist_is_a_bad_script(tmp_path: Path) -> None:
    text = "errand-script: 1\npeople:\n  kim: {role: pope}\nsteps:\n- kim starts\n"
    async with a_town(tmp_path) as town, opened_player(town.opened.address) as player:
        with pytest.raises(BadScript, match="'kim' cannot be brought in: There is no part called “pope”"):
            await player.gather(read_script(text))


async def test_another_site_in_the_same_browser_cannot_play(tmp_path: Path) -> None:
    async with a_town(tmp_path) as town, aiohttp.ClientSession(town.opened.address) as client:
        elsewhere = {"Origin": "http://elsewhere.example"}
        async with client.post("/play/script", json={"scenario": "x"}, headers=elsewhere) as answer:
            assert answer.status == 403
        assert (await town.wire.ask("GET", "/play/script/state"))["run"] is None
