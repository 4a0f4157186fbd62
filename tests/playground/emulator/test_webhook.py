"""Webhook delivery: secret, order within a queue, overtaking, retries."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from tests.playground.emulator.api import Api, Json

Answering = Callable[[Json], web.Response]


class Hook:
    """A bot's webhook: notes what comes and answers as told."""

    def __init__(self) -> None:
        self.url = ""
        self.taken: list[Json] = []
        self.secrets: list[str | None] = []
        self.answer: Answering = lambda update: web.Response()
        self._waiting: list[tuple[int, asyncio.Future[None]]] = []

    async def handle(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.taken.append(update)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        for count, future in self._waiting:
            if len(self.taken) >= count and not future.done():
                future.set_result(None)
        return self.answer(update)

    async def took(self, count: int) -> None:
        if len(self.taken) < count:
            future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append((count, future))
            await asyncio.wait_for(future, 10)

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.taken if "message" in update]


@asynccontextmanager
async def served(hook: Hook) -> AsyncIterator[Hook]:
    app = web.Application()
    app.router.add_post("/hook", hook.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        yield hook
    finally:
        await runner.cleanup()


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    async with served(Hook()) as serving:
        yield serving


async def test_updates_are_delivered_in_order_with_the_secret(api: Api, hook: Hook) -> None:
    ada = await api.person()
    await api.say(ada, "before")
    await api("setWebhook", url=hook.url, secret_token="s3cret_-X")
    await api.say(ada, "after")
    await hook.took(2)
    assert hook.texts == ["before", "after"]
    assert set(hook.secrets) == {"s3cret_-X"}
    await api.control("/users")
    assert (await api("getWebhookInfo")).result["url"] == hook.url


@pytest.mark.parametrize(
    ("url", "secret", "words"),
    [
        ("http://example.com/x", "", "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            "https://example.com:444/x",
            "",
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ("https://example.com/", "with space", "secret token contains unallowed characters"),
        ("https://example.com/", "x" * 257, "secret token is too long"),
    ],
)
async def test_a_bad_webhook_is_refused(api: Api, url: str, secret: str, words: str) -> None:
    assert (await api("setWebhook", url=url, secret_token=secret)).error == f"400 Bad Request: {words}"


async def test_a_failed_delivery_is_repeated_and_holds_up_only_its_own_chat(api: Api, hook: Hook) -> None:
    ada, bob = await api.person(), await api.person("Bob")
    failures = iter([503, 500])

    def answer(update: Json) -> web.Response:
        of_ada = update["message"]["from"]["id"] == ada
        return web.Response(status=next(failures, 200) if of_ada else 200)

    hook.answer = answer
    await api("setWebhook", url=hook.url)
    await api.say(ada, "first")
    await api.say(ada, "second")
    await api.say(bob, "other")
    await hook.took(5)
    of_ada = [text for text in hook.texts if text != "other"]
    assert of_ada == ["first", "first", "first", "second"]
    info = (await api("getWebhookInfo")).result
    assert info["last_error_message"].startswith("Wrong response from the webhook: 500")


async def test_a_tap_overtakes_a_text_that_waits(api: Api, hook: Hook) -> None:
    ada = await api.person()
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    sent = (await api("sendMessage", chat_id=ada, text="Sure?", reply_markup=keyboard)).result
    hook.answer = lambda update: web.Response(
        status=429 if "message" in update and len(hook.taken) == 1 else 200, headers={"Retry-After": "1"}
    )
    await api("setWebhook", url=hook.url)
    await api.say(ada, "slow text")
    await hook.took(1)
    await api.control(f"/users/{ada}/tap", {"message_id": sent["message_id"], "data": "y"})
    await hook.took(3)
    assert ["message" in update for update in hook.taken] == [True, False, True]


async def test_the_answer_to_a_delivery_may_carry_a_call(api: Api, hook: Hook) -> None:
    ada = await api.person()
    hook.answer = lambda update: web.json_response(
        {"method": "sendMessage", "chat_id": ada, "text": "from the answer"}
    )
    await api("setWebhook", url=hook.url)
    await api.say(ada, "hello")
    for _ in range(200):
        messages = await api.control(f"/users/{ada}/messages")
        if messages[-1]["from_bot"]:
            break
    assert messages[-1]["text"] == "from the answer"


async def test_deliveries_are_lost_and_doubled_by_switch(api: Api, hook: Hook) -> None:
    ada = await api.person()
    await api("setWebhook", url=hook.url)
    await api.control("/faults", {"kind": "webhook_lost"})
    await api.say(ada, "lost once")
    await hook.took(1)
    await api.control("/faults", {"kind": "webhook_twice"})
    await api.say(ada, "twice")
    await hook.took(3)
    assert hook.texts == ["lost once", "twice", "twice"]


async def test_pending_updates_can_be_dropped(api: Api, hook: Hook) -> None:
    ada = await api.person()
    await api.say(ada, "old")
    await api("setWebhook", url=hook.url, drop_pending_updates=True)
    await api.say(ada, "new")
    await hook.took(1)
    assert hook.texts == ["new"]


async def failures(api: Api, count: int) -> list[Json]:
    """The failed deliveries, once there are so many; the clock goes on to each next attempt."""
    async with asyncio.timeout(20):
        while True:
            events = api.emulator.desk.journal.since(0) or []
            failed = [event for event in events if event["kind"] == "webhook" and not event["ok"]]
            if len(failed) >= count:
                return failed
            if failed and failed[-1]["retry_in"]:
                due = failed[-1]["at"] + failed[-1]["retry_in"]
                api.clock.seconds = max(api.clock.seconds, due)
            await api.emulator.desk.journal.changed()


async def test_pauses_grow_up_to_a_minute_or_two(slow_api: Api, hook: Hook) -> None:
    ada = await slow_api.person()
    hook.answer = lambda update: web.Response(status=500)
    await slow_api("setWebhook", url=hook.url)
    await slow_api.say(ada, "nobody takes it")
    pauses = [event["retry_in"] for event in await failures(slow_api, 9)]
    assert pauses[:6] == [0, 2, 4, 8, 16, 32]
    assert all(60 <= pause <= 120 or pause == 64 for pause in pauses[6:])


async def test_the_bot_may_ask_for_a_pause_of_its_own(slow_api: Api, hook: Hook) -> None:
    ada = await slow_api.person()
    answers = iter([web.Response(status=429, headers={"Retry-After": "17"}), web.Response(status=500)])
    hook.answer = lambda update: next(answers, web.Response())
    await slow_api("setWebhook", url=hook.url)
    await slow_api.say(ada, "later")
    assert [event["retry_in"] for event in await failures(slow_api, 2)] == [17, 2]


async def test_an_update_whose_life_is_over_is_given_up_and_the_next_one_comes(
    slow_api: Api, hook: Hook
) -> None:
    ada = await slow_api.person()
    hook.answer = lambda update: web.Response(status=500 if update["message"]["text"] == "old" else 200)
    await slow_api("setWebhook", url=hook.url)
    await slow_api.say(ada, "old")
    await failures(slow_api, 2)
    slow_api.clock.seconds += 86_399
    await slow_api.say(ada, "new")
    assert (await failures(slow_api, 3))[-1]["retry_in"] is None
    await hook.took(4)
    assert hook.texts == ["old", "old", "old", "new"]


async def test_an_answer_to_a_delivery_cannot_take_the_webhook_away(api: Api, hook: Hook) -> None:
    ada = await api.person()
    hook.answer = lambda update: web.json_response({"method": "deleteWebhook"})
    await api("setWebhook", url=hook.url)
    await api.say(ada, "one")
    await api.say(ada, "two")
    await hook.took(2)
    assert (await api("getWebhookInfo")).result["url"] == hook.url


async def test_the_answer_says_what_became_of_the_webhook(api: Api) -> None:
    url = "https://ex.com/hook"
    said = [
        (await api("deleteWebhook")).body["description"],
        (await api("setWebhook", url=url)).body["description"],
        (await api("setWebhook", url=url)).body["description"],
        (await api("setWebhook", url=url, secret_token="other")).body["description"],
        (await api("setWebhook", url="")).body["description"],
    ]
    was_set, is_set = "Webhook was set", "Webhook is already set"
    assert said == ["Webhook is already deleted", was_set, is_set, was_set, "Webhook was deleted"]


@pytest.mark.parametrize("method", ["sendMesage", "getMe", "setWebhook"])
async def test_an_answer_that_asks_for_what_it_may_not_is_a_violation(
    api: Api, hook: Hook, method: str
) -> None:
    ada = await api.person()
    hook.answer = lambda update: web.json_response({"method": method, "url": ""})
    await api("setWebhook", url=hook.url)
    await api.say(ada, "hello")
    await hook.took(1)
    await api.say(ada, "again")
    await hook.took(2)
    assert "cannot be called by an answer to the webhook" in await api.violations()


async def test_an_answer_may_call_in_a_form_and_bad_ones_hold_nothing_up(api: Api, hook: Hook) -> None:
    ada = await api.person()
    kind = "application/x-www-form-urlencoded"
    answers = iter(
        [
            web.json_response({"method": "sendMessage", "chat_id": ada, "text": "half \ud83d"}),
            web.Response(text="{" * 50_000),
            web.Response(text=f"method=sendMessage&chat_id={ada}&text=a+form", content_type=kind),
        ]
    )
    hook.answer = lambda update: next(answers, web.Response())
    await api("setWebhook", url=hook.url)
    for count in range(1, 5):
        await api.say(ada, "hello")
        await hook.took(count)
    shown = await api.control(f"/users/{ada}/messages")
    assert [one["text"] for one in shown if one["from_bot"]] == ["a form"]
    assert await api.refusals() == ["Bad Request: strings must be encoded in UTF-8"]
