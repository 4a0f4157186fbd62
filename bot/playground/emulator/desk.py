"""What every method and every act works on: the world, its store, the journal, the updates and the faults."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .events import Journal
from .faults import Faults
from .spec import Json, bot_api
from .state import Person, Question, World, bot_of
from .store import Store, restore, single
from .updates import Updates

TOKEN = "1000001:of-a-bot-that-lives-in-the-emulator"  # noqa: S105 - opens nothing but the emulator


@dataclass(frozen=True)
class Settings:
    """How an emulator runs. `database` None keeps nothing; `check` holds calls and answers against the
    specification; `record` keeps events and the API log; `rates` holds sending to the advised
    limits; `retry_seconds` is the webhook's first pause.

    What stands at BotFather, until the control API switches it: `can_read_all_group_messages` (privacy mode
    is off), `inline_feedback` (the bot is told which inline results are chosen)."""

    token: str = TOKEN
    first_name: str = "Bot"
    username: str = "emulated_bot"
    database: Path | None = None
    check: bool = True
    record: bool = True
    delay_ms: int = 0
    rates: bool = False
    retry_seconds: float = 1.0
    can_read_all_group_messages: bool = False
    inline_feedback: bool = True
    clock: Callable[[], float] = time.time


class Desk:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.spec = bot_api()
        self.ahead_seconds = 0.0
        self._expected: dict[int, asyncio.Future[None]] = {}
        self.delay_ms = settings.delay_ms
        self.store = Store(settings.database)
        self.journal = Journal(self.now, record=settings.record)
        self.faults = Faults(self.now)
        self.faults.changed = lambda: self.journal.publish(
            "fault", faults=self.faults.shown(), hits=dict(self.faults.hits)
        )
        self.world = World(bot_of(settings.token, first_name=settings.first_name, username=settings.username))
        self.world.switch(
            {
                "can_read_all_group_messages": settings.can_read_all_group_messages,
                "inline_feedback": settings.inline_feedback,
                "apps": {},
            }
        )
        restore(self.world, self.store)
        self.updates = Updates(self.world, self.store, self.journal, self.faults, self.now)

    def now(self) -> float:
        return self.settings.clock() + self.ahead_seconds

    @property
    def bot_user(self) -> Json:
        """The bot as it appears in messages: without its rights."""
        names = ("id", "is_bot", "first_name", "username")
        return {name: self.world.bot[name] for name in names}

    def known_user(self, user_id: int) -> Json | None:
        if user_id == self.world.bot["id"]:
            return self.bot_user
        person = self.world.people.get(user_id)
        return person.user() if person else None

    def save_person(self, person: Person) -> None:
        self.store.put("person", person.id, person)
        self.journal.publish("user", user=shown_person(person))

    def ask(
        self,
        kind: str,
        person: Person,
        seconds: int,
        *,
        message_id: int | None = None,
        data: str | None = None,
        chat_id: int | None = None,
        inline_message_id: str | None = None,
        name: str | None = None,
    ) -> Question:
        """Open a question that the bot must answer within `seconds`; `name` is its id, else a number."""
        question = Question(
            name or self.world.next_question_id(),
            kind,
            person.id,
            self.now(),
            seconds,
            message_id,
            data,
            chat_id=chat_id,
            inline_message_id=inline_message_id,
        )
        self.world.questions[question.id] = question
        self.store.put("question", question.id, question)
        return question

    def open_question(self, kind: str, question_id: object) -> Question | None:
        """The question, unless it is unknown, answered, or too old."""
        question = self.world.questions.get(str(question_id))
        if question is None or question.kind != kind or question.answer is not None:
            return None
        return question if self.now() <= question.asked_at + question.seconds else None

    def answer(self, question: Question, answer: Json) -> None:
        question.answer = answer
        self.store.put("question", question.id, question)

    def expect_bot_message(self, chat_id: int) -> asyncio.Future[None]:
        """Done when the bot next writes in this chat."""
        expected: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._expected[chat_id] = expected
        return expected

    def bot_wrote(self, chat_id: int) -> None:
        expected = self._expected.pop(chat_id, None)
        if expected is not None and not expected.done():
            expected.set_result(None)

    def save_singles(self) -> None:
        single(self.store, self.world)

    def reset(self, *, keep_people: bool) -> None:
        """Forget the chats, questions and updates; ids go on, as they would."""
        old = self.world
        fresh = World(old.bot)
        for name, value in old.counters().items():
            setattr(fresh, name, value)
        fresh.webhook, fresh.allowed_updates = old.webhook, old.allowed_updates
        fresh.commands, fresh.menu_buttons, fresh.profile = old.commands, old.menu_buttons, old.profile
        fresh.switches, fresh.switched = old.switches, old.switched
        if keep_people:
            fresh.people = {person.id: person for person in old.people.values()}
            for person in fresh.people.values():
                person.started = person.blocked = False
        vars(old).update(vars(fresh))
        self.store.clear()
        for person in old.people.values():
            self.store.put("person", person.id, person)
        for kind, documents in (("commands", old.commands), ("menu_button", old.menu_buttons)):
            for key, body in documents.items():
                self.store.put(kind, key, body)
        for key, text in old.profile.items():
            self.store.put("profile", key, text)
        self.save_singles()
        self.store.commit()
        self.faults.hits.clear()
        self.faults.remove()
        self.journal.clear()
        self.journal.publish("reset")


def shown_person(person: Person) -> Json:
    flags = {"started": person.started, "blocked": person.blocked, "created_at": person.created_at}
    return person.user() | flags
