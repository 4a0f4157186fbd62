"""The one way into this process: a channel on loopback, guarded by a shared secret; one object per message.

POST turn   {chat, text, role, pending, today} ->
            {intent, confidence, ranking, entities, slots, asks, asks_for, metadata}
POST note   {chat, asked}                      -> {}          (a button opened or closed a question)
POST forget {chat}                             -> {}
POST probe  {text}                             -> {intent}    (no conversation is touched)

Every request carries the header `X-Errand-Secret`; without the right one it is refused with 403.
"""

import hmac
import os
from typing import Any, Awaitable, Callable, Dict, Optional, Text

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from nlu.channels.turn import Turns
from nlu.stores import Conversations

SECRET_VARIABLE = "ERRAND_NLU_SECRET"
MEMORY_VARIABLE = "ERRAND_NLU_MEMORY"
HEADER = "X-Errand-Secret"
LONGEST_TEXT = 2000


class ErrandChannel(InputChannel):
    """Serves `/webhooks/errand/…`. Refuses to exist without a secret."""

    @classmethod
    def name(cls) -> Text:
        return "errand"

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[Text, Any]]) -> "ErrandChannel":
        secret = os.environ.get(SECRET_VARIABLE, "")
        if len(secret) < 16:
            raise ValueError(f"{SECRET_VARIABLE} must hold a secret of at least 16 characters")
        return cls(secret, Conversations(os.environ.get(MEMORY_VARIABLE)))

    def __init__(self, secret: str, conversations: Conversations) -> None:
        self._secret = secret
        self._turns = Turns(conversations)

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        routes = Blueprint("errand", "errand")

        @routes.middleware("request")
        async def refuse_strangers(request: Request) -> Optional[HTTPResponse]:
            given = request.headers.get(HEADER) or ""
            if hmac.compare_digest(given.encode(), self._secret.encode()):
                return None
            return json({"error": "forbidden"}, status=403)

        @routes.post("/turn")
        async def turn(request: Request) -> HTTPResponse:
            agent, body = request.app.ctx.agent, request.json
            if not is_loaded(agent):
                return json({"error": "no model"}, status=503)
            if not is_turn(body):
                return json({"error": "not a turn"}, status=400)
            return json(await self._turns.take(agent, {**body, "text": speakable(body["text"])}))

        @routes.post("/note")
        async def note(request: Request) -> HTTPResponse:
            agent = request.app.ctx.agent
            if not is_loaded(agent):
                return json({"error": "no model"}, status=503)
            async with agent.lock_store.lock(request.json["chat"]):
                self._turns.note(agent, request.json["chat"], request.json.get("asked"))
            return json({})

        @routes.post("/forget")
        async def forget(request: Request) -> HTTPResponse:
            self._turns.forget(request.json["chat"])
            return json({})

        @routes.post("/probe")
        async def probe(request: Request) -> HTTPResponse:
            agent = request.app.ctx.agent
            if not is_loaded(agent):
                return json({"error": "no model"}, status=503)
            found = await agent.parse_message(speakable(request.json["text"]))
            return json({"intent": found["intent"]["name"]})

        return routes


def is_loaded(agent: Any) -> bool:
    """Whether a model stands behind the channel. (Rasa serves on without one, and answers nothing.)"""
    return agent is not None and agent.is_ready()


def is_turn(body: Any) -> bool:
    """Whether the request's body has what a turn needs."""
    return isinstance(body, dict) and isinstance(body.get("chat"), str) and isinstance(body.get("text"), str)


def speakable(text: str) -> str:
    """The text as a person's words: Rasa takes one that begins with "/" for an intent, whoever typed it."""
    return text.strip()[:LONGEST_TEXT].lstrip("/ \t").strip() or "?"
