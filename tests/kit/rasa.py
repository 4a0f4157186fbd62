"""One running dialogue process for the whole test session: `from tests.kit.rasa import rasa, dialogue`.

It runs in a loop of its own, in a thread, so that tests in any loop share it. The first time it installs the
environment and trains the model; later sessions find both.
"""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.dialogue import Dialogue, Endpoint, Progress, RasaProcess, Stage
from bot.dialogue.environment import INSTALL_TIMEOUT_SECONDS, TRAIN_TIMEOUT_SECONDS
from bot.dialogue.process import START_TIMEOUT_SECONDS

ROOT = Path(__file__).resolve().parents[2]
READY_TIMEOUT_SECONDS = INSTALL_TIMEOUT_SECONDS + TRAIN_TIMEOUT_SECONDS + START_TIMEOUT_SECONDS
"""It gives up by itself before, and says why."""


class RunningRasa:
    """A RasaProcess that is ready, usable as one by a Dialogue of any loop."""

    def __init__(self, process: RasaProcess, loop: asyncio.AbstractEventLoop) -> None:
        self._process = process
        self._loop = loop

    @property
    def endpoint(self) -> Endpoint | None:
        return self._process.endpoint

    @property
    def progress(self) -> Progress:
        return self._process.progress

    @property
    def pid(self) -> int | None:
        return self._process.pid

    def wait_until(self, *stages: Stage) -> Progress:
        """Blocks until one of the stages is reached."""
        waiting = self._process.wait_until(*stages, timeout_seconds=READY_TIMEOUT_SECONDS)
        return asyncio.run_coroutine_threadsafe(waiting, self._loop).result()


@pytest.fixture(scope="session")
def rasa(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningRasa]:
    """The dialogue process, ready. Fails with its own sentence where it does not come up."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="rasa", daemon=True)
    thread.start()
    folder = tmp_path_factory.mktemp("rasa")

    async def begin() -> RasaProcess:
        process = RasaProcess(ROOT, memory=folder / "dialogue.sqlite", log=folder / "nlu.log")
        await process.start()
        return process

    process = asyncio.run_coroutine_threadsafe(begin(), loop).result()
    running = RunningRasa(process, loop)
    try:
        reached = running.wait_until(Stage.READY, Stage.FAILED)
        if reached.stage is Stage.FAILED:
            pytest.fail(reached.detail)
        yield running
    finally:
        asyncio.run_coroutine_threadsafe(process.stop(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@pytest.fixture
async def dialogue(rasa: RunningRasa) -> AsyncIterator[Dialogue]:
    """A Dialogue on the shared process."""
    client = Dialogue(rasa)
    yield client
    await client.close()
