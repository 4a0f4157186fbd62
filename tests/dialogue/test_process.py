"""The process: its channel's guard, its absence, its death."""

import os
import signal
import sys
import uuid
from pathlib import Path

import aiohttp
import pytest

from bot.dialogue import Away, CannotInstall, Dialogue, RasaProcess, Stage
from bot.dialogue.environment import DOWNLOAD_MEGABYTES, Installing, NluProject, find_uv, run_to_end
from tests.kit.rasa import ROOT, RunningRasa


@pytest.mark.rasa
@pytest.mark.parametrize("what", ["turn", "note", "forget", "probe"])
@pytest.mark.parametrize("headers", [{}, {"X-Errand-Secret": "wrong"}, {"X-Errand-Secret": ""}])
async def test_the_channel_refuses_whoever_lacks_the_secret(
    rasa: RunningRasa, what: str, headers: dict[str, str]
) -> None:
    assert rasa.endpoint is not None
    body = {"chat": "1", "text": "hello there"}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{rasa.endpoint.url}/{what}", json=body, headers=headers) as response,
    ):
        assert response.status == 403
        assert await response.json() == {"error": "forbidden"}


@pytest.mark.rasa
@pytest.mark.parametrize("body", [{}, {"chat": 1, "text": "hi"}, {"chat": "1"}, [], "hi"])
async def test_the_channel_refuses_what_is_no_turn(rasa: RunningRasa, body: object) -> None:
    assert rasa.endpoint is not None
    headers = {"X-Errand-Secret": rasa.endpoint.secret}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{rasa.endpoint.url}/turn", json=body, headers=headers) as response,
    ):
        assert response.status == 400


@pytest.mark.rasa
async def test_rasas_own_doors_are_not_open(rasa: RunningRasa) -> None:
    assert rasa.endpoint is not None
    base = rasa.endpoint.url.removesuffix("/webhooks/errand")
    assert base.startswith("http://127.0.0.1:")
    async with aiohttp.ClientSession() as session:
        for path in ("/model/parse", "/conversations/1/tracker", "/webhooks/rest/webhook"):
            async with session.post(
                base + path, json={"text": "hi", "sender": "1", "message": "hi"}
            ) as response:
                assert response.status in (404, 405)


async def test_a_dialogue_that_was_never_started_is_away(tmp_path: Path) -> None:
    dialogue = Dialogue(RasaProcess(tmp_path))
    with pytest.raises(Away) as caught:
        await dialogue.read("1", "hello")
    assert caught.value.stage is Stage.OFF


async def test_a_process_that_cannot_be_installed_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "nlu").mkdir()
    (tmp_path / "nlu" / "requirements.lock").write_text("")
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("ERRAND_UV", raising=False)
    rasa = RasaProcess(tmp_path)
    await rasa.start()
    reached = await rasa.wait_until(Stage.FAILED, timeout_seconds=30)
    assert "uv" in reached.detail
    with pytest.raises(Away) as caught:
        await Dialogue(rasa).read("1", "hello")
    assert caught.value.stage is Stage.FAILED
    await rasa.stop()
    assert rasa.progress.stage is Stage.OFF


def test_uv_is_taken_from_the_environment_first(tmp_path: Path) -> None:
    uv = tmp_path / "uv"
    uv.touch(mode=0o755)
    assert find_uv(tmp_path, {"ERRAND_UV": str(uv), "PATH": ""}) == str(uv)
    with pytest.raises(CannotInstall):
        find_uv(tmp_path, {"PATH": ""})


def test_the_shops_settings_do_not_change_the_models_name(tmp_path: Path) -> None:
    (tmp_path / "nlu" / "data").mkdir(parents=True)
    (tmp_path / "nlu" / "requirements.lock").write_text("")
    data, config = tmp_path / "nlu" / "data" / "talk.yml", tmp_path / "config.yml"
    data.write_text("nlu: []")
    config.write_text("language: en\nshop: {name: A}\n")
    project = NluProject(tmp_path)
    first = project.fingerprint()
    config.write_text("language: en\nshop: {name: B}\n")
    assert project.fingerprint() == first
    data.write_text("nlu: [1]")
    second = project.fingerprint()
    assert second != first
    config.write_text("language: de\nshop: {name: B}\n")
    assert project.fingerprint() != second


def test_the_lock_names_no_host() -> None:
    assert "://" not in (ROOT / "nlu" / "requirements.lock").read_text()


@pytest.mark.rasa
async def test_a_killed_process_comes_back_with_the_open_question(
    rasa: RunningRasa, dialogue: Dialogue
) -> None:
    chat = uuid.uuid4().hex
    await dialogue.read(chat, "change the quantity of flour", pending="list")
    killed = rasa.pid
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    rasa.wait_until(Stage.STARTING)
    with pytest.raises(Away):
        await dialogue.read(chat, "hello")
    rasa.wait_until(Stage.READY)
    assert rasa.pid != killed
    reading = await dialogue.read(chat, "500 g", pending="ask_quantity")
    assert dict(reading.slots) == {"component": "flour", "qty": 500, "unit": "g"}


def test_the_progress_of_an_installation_is_read_from_what_uv_writes() -> None:
    told: list[tuple[str, float]] = []
    hears = Installing(lambda words, part: told.append((words, part)))
    for line in (
        "Using Python 3.10.13 environment at: nlu/.venv",
        "Downloading numpy (16.0MiB)",
        "Downloading scipy (32.0MiB)",
        " Downloaded numpy",
        " Downloaded scipy",
        "Prepared 83 packages in 2.40s",
        "Installed 83 packages in 200ms",
        " + numpy==1.22.3",
    ):
        hears(line)
    fetching = 0.8 / DOWNLOAD_MEGABYTES
    assert told == [
        (f"0 MB fetched of about {DOWNLOAD_MEGABYTES}: numpy …", 0.0),
        (f"0 MB fetched of about {DOWNLOAD_MEGABYTES}: scipy, numpy …", 0.0),
        (
            f"16 MB fetched of about {DOWNLOAD_MEGABYTES}: scipy …",
            pytest.approx(0.8 * 16 / DOWNLOAD_MEGABYTES),
        ),
        (f"48 MB fetched of about {DOWNLOAD_MEGABYTES}", pytest.approx(fetching * 48)),
        ("83 packages are fetched; putting them in place", 0.8),
        ("All in place", 1.0),
    ]


async def test_what_a_command_writes_is_heard_line_by_line_and_its_end_is_kept(tmp_path: Path) -> None:
    heard: list[str] = []
    program = "import sys; print('one'); print('x' * 900); print('two', file=sys.stderr); sys.exit(3)"
    code, tail = await run_to_end(
        [sys.executable, "-c", program], cwd=tmp_path, timeout_seconds=20, hears=heard.append
    )
    assert code == 3
    assert set(heard) == {"one", "x" * 900, "two"}
    assert len(tail) == 600


async def test_a_command_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    program = "import time; print('on my way', flush=True); time.sleep(60)"
    code, tail = await run_to_end([sys.executable, "-c", program], cwd=tmp_path, timeout_seconds=0.5)
    assert code == -9
    assert "longer than" in tail


async def test_an_installation_that_failed_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uv = tmp_path / "uv"
    uv.write_text("#!/bin/sh\necho Downloading numpy \\(16.0MiB\\)\necho no route to the registry\nexit 2\n")
    uv.chmod(0o755)
    monkeypatch.setenv("ERRAND_UV", str(uv))
    (tmp_path / "nlu").mkdir()
    (tmp_path / "nlu" / "requirements.lock").write_text("")
    rasa = RasaProcess(tmp_path)
    await rasa.start()
    failed = await rasa.wait_until(Stage.FAILED, timeout_seconds=30)
    assert "no route to the registry" in failed.detail
    uv.write_text("#!/bin/sh\nexec sleep 30\n")
    await rasa.stop()
    await rasa.start()
    again = await rasa.wait_until(Stage.INSTALLING, timeout_seconds=30)
    assert again.fraction > 0
    assert rasa.stage_seconds < 30
    await rasa.stop()
