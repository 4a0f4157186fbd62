"""Keeps the dialogue process running: installs, trains, starts, probes, watches, restarts."""

import asyncio
import contextlib
import os
import secrets
import socket
import time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import aiohttp

from bot.dialogue.environment import CannotInstall, CannotTrain, NluProject
from bot.dialogue.reading import Json

PROBE = "hello there"
PROBE_INTENT = "greeting"
START_TIMEOUT_SECONDS = 180
PROBE_TIMEOUT_SECONDS = 5
WATCH_EVERY_SECONDS = 15
MISSES_BORNE = 3
STOP_TIMEOUT_SECONDS = 5
FIRST_BACK_OFF_SECONDS = 0.5
LONGEST_BACK_OFF_SECONDS = 60.0
STABLE_AFTER_SECONDS = 120


class Stage(StrEnum):
    """How far the dialogue is."""

    OFF = "off"
    INSTALLING = "installing"
    TRAINING = "training"
    STARTING = "starting"
    READY = "ready"
    FAILED = "failed"


FRACTIONS = {
    Stage.OFF: 0.0,
    Stage.INSTALLING: 0.1,
    Stage.TRAINING: 0.4,
    Stage.STARTING: 0.8,
    Stage.READY: 1.0,
    Stage.FAILED: 0.0,
}


@dataclass(frozen=True)
class Progress:
    """`fraction` 0 to 1 of the way to ready; `detail` says why, where it failed."""

    stage: Stage
    fraction: float
    detail: str = ""


@dataclass(frozen=True)
class Endpoint:
    """Where the running process listens, on loopback, and the secret it wants to see."""

    url: str
    secret: str


class NotReady(Exception):
    """The dialogue process did not come up."""


class RasaProcess:
    """The one Rasa process of this application.

    `memory` is the SQLite file in which open questions survive a restart (None: they do not); `log` the file
    its output goes to. `start` returns at once; `progress` tells how far it is.
    """

    def __init__(self, root: Path, *, memory: Path | None = None, log: Path | None = None) -> None:
        self._project = NluProject(root)
        self._memory = memory
        self._log = log or root / "var" / "nlu.log"
        self._progress = Progress(Stage.OFF, 0.0)
        self._stage_since = time.monotonic()
        self._changed = asyncio.Condition()
        self._endpoint: Endpoint | None = None
        self._child: asyncio.subprocess.Process | None = None
        self._supervision: asyncio.Task[None] | None = None

    @property
    def progress(self) -> Progress:
        """How far the dialogue is."""
        return self._progress

    @property
    def stage_seconds(self) -> float:
        """How long it has been in this stage."""
        return time.monotonic() - self._stage_since

    @property
    def ready(self) -> bool:
        """Whether a message can be read now."""
        return self._endpoint is not None

    @property
    def endpoint(self) -> Endpoint | None:
        """Where to ask; None while away."""
        return self._endpoint

    @property
    def pid(self) -> int | None:
        """The running process's number."""
        return self._child.pid if self._child is not None and self._child.returncode is None else None

    async def start(self) -> None:
        """Begins to supervise. Returns at once."""
        if self._supervision is None or self._supervision.done():
            self._supervision = asyncio.create_task(self._supervise(), name="rasa-supervision")

    async def stop(self) -> None:
        """Ends the process and its supervision."""
        if self._supervision is not None:
            self._supervision.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._supervision
            self._supervision = None
        await self._end_child()
        await self._tell(Stage.OFF)

    async def wait_until(self, *stages: Stage, timeout_seconds: float) -> Progress:
        """Waits until one of `stages` is reached, and returns it. Raises TimeoutError."""
        async with asyncio.timeout(timeout_seconds), self._changed:
            await self._changed.wait_for(lambda: self._progress.stage in stages)
            return self._progress

    async def _supervise(self) -> None:
        try:
            if not self._project.is_installed:
                await self._tell(Stage.INSTALLING)
                await self._project.install(self._hear_of_installing)
            if not self._project.model().exists():
                await self._tell(Stage.TRAINING)
            model = await self._project.train()
        except (CannotInstall, CannotTrain, OSError) as error:
            await self._tell(Stage.FAILED, str(error))
            return
        back_off = FIRST_BACK_OFF_SECONDS
        while True:
            await self._tell(Stage.STARTING)
            began = asyncio.get_running_loop().time()
            try:
                self._endpoint = await self._spawn(model)
                await self._tell(Stage.READY)
                await self._watch(self._endpoint)
            except (NotReady, OSError) as error:
                await self._tell(Stage.FAILED, f"The dialogue did not start: {error}")
            finally:
                self._endpoint = None
                await self._end_child()
            if asyncio.get_running_loop().time() - began > STABLE_AFTER_SECONDS:
                back_off = FIRST_BACK_OFF_SECONDS
            await asyncio.sleep(back_off)
            back_off = min(back_off * 2, LONGEST_BACK_OFF_SECONDS)

    async def _spawn(self, model: Path) -> Endpoint:
        """Starts the process and returns once it has understood a sentence. Raises NotReady."""
        port = _free_port()
        endpoint = Endpoint(f"http://127.0.0.1:{port}/webhooks/errand", secrets.token_urlsafe(24))
        environ = {**os.environ, "ERRAND_NLU_SECRET": endpoint.secret, "ERRAND_NLU_TIED": "1"}
        if self._memory is not None:
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            environ["ERRAND_NLU_MEMORY"] = str(self._memory)
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("ab") as log:
            # The pipe to its stdin ties its life to ours: it leaves when the pipe closes, however we end.
            self._child = await asyncio.create_subprocess_exec(
                *self._project.command("run", "--interface", "127.0.0.1", "--port", str(port)),
                *("--model", str(model)),
                *("--credentials", "nlu/credentials.yml", "--endpoints", "nlu/endpoints.yml"),
                cwd=self._project.root,
                env=environ,
                stdin=asyncio.subprocess.PIPE,
                stdout=log,
                stderr=log,
            )
        async with asyncio.timeout(START_TIMEOUT_SECONDS), aiohttp.ClientSession() as session:
            try:
                while not await _understands(session, endpoint):
                    if self._child.returncode is not None:
                        raise NotReady(f"it ended with code {self._child.returncode}; see {self._log}")
                    await asyncio.sleep(0.2)
            except TimeoutError as error:
                raise NotReady(f"it understood nothing for {START_TIMEOUT_SECONDS} seconds") from error
        return endpoint

    async def _watch(self, endpoint: Endpoint) -> None:
        """Returns when the process has ended, or no longer understands."""
        assert self._child is not None
        end = asyncio.create_task(self._child.wait())
        misses = 0
        async with aiohttp.ClientSession() as session:
            while misses < MISSES_BORNE:
                done, _ = await asyncio.wait({end}, timeout=WATCH_EVERY_SECONDS)
                if done:
                    return
                misses = 0 if await _understands(session, endpoint) else misses + 1
        end.cancel()

    async def _end_child(self) -> None:
        if self._child is None:
            return
        child, self._child = self._child, None
        self._endpoint = None
        if child.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                child.terminate()
            try:
                await asyncio.wait_for(child.wait(), STOP_TIMEOUT_SECONDS)
            except TimeoutError:
                with contextlib.suppress(ProcessLookupError):
                    child.kill()
                await child.wait()

    def _hear_of_installing(self, detail: str, part: float) -> None:
        """Between two stages: nobody who waits for a stage needs to be woken."""
        here, there = FRACTIONS[Stage.INSTALLING], FRACTIONS[Stage.TRAINING]
        self._progress = Progress(Stage.INSTALLING, here + (there - here) * part, detail)

    async def _tell(self, stage: Stage, detail: str = "") -> None:
        async with self._changed:
            if stage is not self._progress.stage:
                self._stage_since = time.monotonic()
            self._progress = Progress(stage, FRACTIONS[stage], detail)
            self._changed.notify_all()


async def ask(session: aiohttp.ClientSession, endpoint: Endpoint, what: str, body: dict[str, Json]) -> Json:
    """One request to the dialogue's channel. Raises aiohttp.ClientError (a refusal too) and ValueError."""
    headers = {"X-Errand-Secret": endpoint.secret}
    async with session.post(
        f"{endpoint.url}/{what}", json=body, headers=headers, raise_for_status=True
    ) as response:
        answer: Json = await response.json()
        return answer


async def _understands(session: aiohttp.ClientSession, endpoint: Endpoint) -> bool:
    body: dict[str, Json] = {"text": PROBE}
    try:
        async with asyncio.timeout(PROBE_TIMEOUT_SECONDS):
            answer = await ask(session, endpoint, "probe", body)
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return False
    return isinstance(answer, dict) and answer.get("intent") == PROBE_INTENT


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
