"""Scripts on the page: what was recorded as a script or a test, and a script played before one's eyes.

GET  /play/script         ?title=  what was done since the last reset, as a script
GET  /play/script/test    ?title=  the same as a journey test
GET  /play/script/state   {recorded: {acts, full, free_text}, run: run or null, steps, scenarios}
POST /play/script         {text | scenario, pause?: seconds or "step"}: the run that begins, from nothing
POST /play/script/next    the next step of a run that goes by steps, or no longer pausing before it
POST /play/script/stop    end the run; what it did stays
"""

from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot.playground.emulator import Desk
from bot.playground.emulator.files import bytes_of
from bot.playground.script.journey import test_name, write_journey
from bot.playground.script.reading import read_script
from bot.playground.script.recording import Record
from bot.playground.script.running import BY_STEPS, Runs
from bot.playground.script.scenarios import ready_made
from bot.playground.script.steps import BadScript, Script
from bot.playground.script.telling import script_of
from bot.playground.script.wording import keys_of
from bot.playground.script.writing import write_script
from bot.playground.server import SHOP, BadRequest, json_body

__all__ = ["Scripts"]

LONGEST_PAUSE_SECONDS = 60
LONGEST_TITLE = 120
DEFAULT_TITLE = "Played in the playground"


class Scripts:
    """`words_were_read` tells whether free text had to be understood since the last reset."""

    def __init__(self, desk: Desk, record: Record, words_were_read: Callable[[], bool]) -> None:
        self._desk = desk
        self._record = record
        self._words_were_read = words_were_read
        self.runs = Runs(desk)

    def add_to(self, app: web.Application) -> None:
        app.middlewares.append(self._record.middleware())
        app.add_routes(
            [
                web.get("/play/script", self.give_script),
                web.get("/play/script/test", self.give_test),
                web.get("/play/script/state", self.tell_state),
                web.post("/play/script", self.begin),
                web.post("/play/script/next", self.go_on),
                web.post("/play/script/stop", self.stop),
            ]
        )

    async def start(self) -> None:
        self._record.start()

    async def close(self) -> None:
        await self.runs.stop()
        await self._record.close()

    def recorded(self, title: str) -> Script:
        """What was done since the last reset."""
        world = self._desk.world
        keys = keys_of((person.id, person.first_name) for person in world.people.values())
        return script_of(
            self._record.rows(),
            keys,
            lambda file_id: bytes_of(self._desk, world.files[file_id]),
            title=title,
            free_text=self._words_were_read(),
            full=self._record.full,
        )

    async def give_script(self, request: web.Request) -> web.Response:
        script = self._something_recorded(request)
        return _file(write_script(script), "application/yaml", f"{test_name(script.title)[5:]}.yml")

    async def give_test(self, request: web.Request) -> web.Response:
        script = self._something_recorded(request)
        return _file(write_journey(script), "text/x-python", f"{test_name(script.title)}.py")

    async def tell_state(self, request: web.Request) -> web.Response:
        acts = sum(row["kind"] == "act" for row in self._record.rows())
        run = self.runs.run
        scenarios = [
            {"name": name, "title": one.title, "steps": len(one.steps), "free_text": one.free_text}
            for name, one in ready_made().items()
        ]
        recorded = {"acts": acts, "full": self._record.full, "free_text": self._words_were_read()}
        told: dict[str, Any] = {"recorded": recorded, "scenarios": scenarios, "run": None, "steps": []}
        if run is not None:
            told |= {"run": run.facts(), "steps": run.steps()}
        return web.json_response(told)

    async def begin(self, request: web.Request) -> web.Response:
        wish = await json_body(request)
        pause = _pause(wish.get("pause", 0))
        try:
            script = _wished(wish)
        except BadScript as bad:
            return web.json_response({"error": str(bad), "line": bad.line}, status=400)
        progress = await request.app[SHOP].progress()
        if script.free_text and progress["stage"] != "ready":
            words = f"This script has free text, and the dialogue engine is not there: {progress['stage']}."
            return web.json_response({"error": words}, status=409)
        await request.app[SHOP].now()  # raises while the shop is starting
        if self.runs.busy:
            return web.json_response({"error": "A script is playing already; stop it first."}, status=409)
        run = self.runs.begin(script, pause, _own_address(request))
        return web.json_response({"run": run.facts(), "steps": run.steps()}, status=201)

    async def go_on(self, request: web.Request) -> web.Response:
        self.runs.onward()
        return web.json_response({})

    async def stop(self, request: web.Request) -> web.Response:
        await self.runs.stop()
        return web.json_response({})

    def _something_recorded(self, request: web.Request) -> Script:
        title = " ".join(request.query.get("title", "").split())[:LONGEST_TITLE] or DEFAULT_TITLE
        script = self.recorded(title)
        if not script.steps:
            raise BadRequest("Nothing has been done since the last reset; do something in a chat first.")
        return script


def _wished(wish: dict[str, Any]) -> Script:
    if "scenario" in wish:
        known = ready_made()
        if str(wish["scenario"]) not in known:
            raise BadRequest(f"There is no scenario {wish['scenario']!r}; there are {', '.join(known)}.")
        return known[str(wish["scenario"])]
    if not isinstance(wish.get("text"), str):
        raise BadRequest("text or scenario is wanted")
    return read_script(wish["text"], source=str(wish.get("source") or "script"))


def _pause(wished: object) -> float:
    if wished == "step":
        return BY_STEPS
    if (
        isinstance(wished, int | float)
        and not isinstance(wished, bool)
        and 0 <= wished <= LONGEST_PAUSE_SECONDS
    ):
        return float(wished)
    raise BadRequest(f"pause is `step`, or seconds up to {LONGEST_PAUSE_SECONDS}")


def _own_address(request: web.Request) -> str:
    """Where this very process listens, whatever name the page called it by."""
    host, port = request.transport.get_extra_info("sockname")[:2] if request.transport else ("127.0.0.1", 80)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _file(text: str, kind: str, name: str) -> web.Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(text=text, content_type=kind, charset="utf-8", headers=headers)
