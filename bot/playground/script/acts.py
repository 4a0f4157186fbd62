"""What each kind of step does on the stage."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.playground.acting import Answer, Message, NotSeen, Person, Stage
from bot.playground.acting.card import GOOD_CARD, declined_because, pay_link, pays_on_the_page
from bot.playground.script.nearest import nearest
from bot.playground.script.steps import Script, Step, Verb
from bot.playground.script.wording import labels, pattern, with_addresses

__all__ = ["Acts", "Differs", "span_of"]

_SPAN = re.compile(r"\+\s*(\d+)\s*(second|minute|hour|day|week)s?")
WELL = {"decline_all": False, "slow_seconds": 0, "lose_answers": 0, "break_down": 0, "webhooks": "once"}


class Differs(Exception):
    """A step that did not go as written."""

    def __init__(self, expected: str, seen: str) -> None:
        super().__init__(f"expected {expected}; seen: {seen}")
        self.expected = expected
        self.seen = seen


class Acts:
    """The acts of `people`, by key, for one script. An act gives what is worth telling of it, if anything;
    what does not go raises `Differs` or the stage's own errors."""

    def __init__(
        self, stage: Stage, script: Script, people: Mapping[str, Person], within_seconds: float
    ) -> None:
        self.stage = stage
        self._script = script
        self._people = people
        self._within = within_seconds
        self._answers: dict[str, Answer] = {}
        self._acts: Mapping[Verb, Callable[[Step], Awaitable[str | None]]] = {
            Verb.STARTS: self._starts,
            Verb.SAYS: self._says,
            Verb.TAPS: self._taps,
            Verb.OPENS: self._opens,
            Verb.EDITS: self._edits,
            Verb.DELETES: self._deletes,
            Verb.REACTS: self._reacts,
            Verb.SENDS_PHOTO: self._sends_photo,
            Verb.SENDS_DOCUMENT: self._sends_file,
            Verb.SENDS_VOICE: self._sends_file,
            Verb.SENDS_LOCATION: self._sends_location,
            Verb.SENDS_CONTACT: self._sends_contact,
            Verb.BLOCKS: lambda step: self._who(step).blocks(),
            Verb.UNBLOCKS: lambda step: self._who(step).unblocks(),
            Verb.PAYS: self._pays,
            Verb.PAYS_BY_CARD: self._pays_by_card,
            Verb.ASKS_INLINE: self._asks_inline,
            Verb.CHOOSES: lambda step: self._who(step).chooses(pattern(step.what)),
            Verb.SEES: self._sees,
            Verb.DOES_NOT_SEE: self._does_not_see,
            Verb.SEES_BUTTON: lambda step: self._who(step).sees_button(
                labels(step.what), within=self._time(step)
            ),
            Verb.SEES_NO_BUTTON: self._sees_no_button,
            Verb.SEES_TOAST: self._was_told,
            Verb.SEES_ALERT: self._was_told,
            Verb.TIME: self._jumps,
            Verb.FAULT: self._faults,
            Verb.BANK: self._bank_faults,
        }
        assert set(self._acts) == set(Verb)

    async def do(self, step: Step) -> str | None:
        return await self._acts[step.verb](step)

    def _who(self, step: Step) -> Person:
        return self._people[step.who]

    def _time(self, step: Step) -> float:
        return float(step.options.get("within", self._within))

    def _words(self, text: str) -> str:
        return with_addresses(text, self.stage.url)

    async def _standing(self, step: Step, option: str) -> Message | None:
        """The message that an option names, from the bot or her own; None where it names none."""
        words = step.options.get(option)
        if words is None:
            return None
        wanted, who = pattern(self._words(words)), self._who(step)

        def found() -> Message | None:
            return next((one for one in who.screen.newest_first() if wanted.search(one.text)), None)

        try:
            return await self.stage.until(found, words, self._time(step))
        except TimeoutError as error:
            near = nearest(who.screen, replace(step, verb=Verb.SEES, what=words, options={}))
            raise Differs(f"a message with “{words}”", near) from error

    async def _starts(self, step: Step) -> None:
        await self._who(step).starts(step.what)

    async def _says(self, step: Step) -> None:
        answered = await self._standing(step, "replying to")
        await self._who(step).says(self._words(step.what), reply_to=answered)

    async def _taps(self, step: Step) -> str | None:
        answer = await self._tapped(step)
        return answer.text or answer.url

    async def _tapped(self, step: Step) -> Answer:
        on, nth = await self._standing(step, "on"), int(step.options.get("number", 1))
        answer = await self._who(step).taps(labels(step.what), on=on, nth=nth, within=self._time(step))
        self._answers[step.who] = answer
        return answer

    async def _opens(self, step: Step) -> str:
        answer = await self._tapped(step)
        if answer.url is None:
            raise Differs("a button that opens a page", f"one that gives {answer.kind}")
        page = await self.stage.page(answer.url)
        wanted = step.options.get("shows", "")
        if page.status != 200 or not pattern(wanted).search(page.text):
            raise Differs(f"a page that shows {wanted!r}", f"status {page.status}, {page.text[:300]!r}")
        return answer.url

    async def _edits(self, step: Step) -> None:
        who = self._who(step)
        await who.edits(
            who.said(pattern(self._words(step.options.get("message", "")))), self._words(step.what)
        )

    async def _deletes(self, step: Step) -> None:
        message = await self._standing(replace(step, options={"message": step.what}), "message")
        assert message is not None
        await self._who(step).deletes(message)

    async def _reacts(self, step: Step) -> None:
        message = await self._standing(step, "to") or self._who(step).last
        await self._who(step).reacts(message, *step.what.split())

    async def _sends_photo(self, step: Step) -> None:
        photos = [self._file(step, name) for name in step.what.split(", ")]
        await self._who(step).sends_photo(*photos, caption=self._words(step.options.get("caption", "")))

    async def _sends_file(self, step: Step) -> None:
        content, who = self._file(step, step.what), self._who(step)
        if step.verb is Verb.SENDS_VOICE:
            await who.sends_voice(content, step.what)
        else:
            caption = self._words(step.options.get("caption", ""))
            await who.sends_document(content, step.what, caption)

    def _file(self, step: Step, name: str) -> bytes:
        """Written into the script, or lying beside it."""
        if name in self._script.files:
            return self._script.files[name]
        folder = self._script.folder
        path = None if folder is None else (folder / name).resolve()
        if folder is None or path is None or not path.is_relative_to(folder.resolve()) or not path.is_file():
            raise Differs(f"a file {name!r}", "neither under `files` in the script nor beside it")
        return path.read_bytes()

    async def _sends_location(self, step: Step) -> None:
        try:
            latitude, longitude = (float(part) for part in step.what.split(","))
        except ValueError as error:
            raise Differs("latitude and longitude, like 51.20, 10.61", step.what) from error
        details = {"live_period": step.options["live for"]} if "live for" in step.options else {}
        await self._who(step).sends_location(latitude, longitude, **details)

    async def _sends_contact(self, step: Step) -> None:
        await self._who(step).sends_contact(step.what)

    async def _pays(self, step: Step) -> str:
        who, wanted = self._who(step), pattern(step.what)
        for message in who.screen.newest_first():
            if "invoice" in message.raw and wanted.search(message.text):
                return self._outcome(step, await who.pays(message), "")
        raise NotSeen(who, f"an invoice {step.what!r}".rstrip("' "))

    async def _pays_by_card(self, step: Step) -> str:
        page = await pays_on_the_page(pay_link(self._who(step)), step.what or GOOD_CARD)
        await self.stage.caught_up()
        declined = declined_because(page)
        return self._outcome(step, "paid" if declined is None else "declined", declined or "")

    @staticmethod
    def _outcome(step: Step, outcome: str, words: str) -> str:
        wanted = step.options.get("outcome", "paid")
        if outcome != wanted:
            raise Differs(wanted, f"{outcome} {words}".rstrip())
        return words or outcome

    async def _asks_inline(self, step: Step) -> str:
        results = await self._who(step).asks_inline(step.what)
        return ", ".join(str(one.get("title", "")) for one in results) or "no results"

    async def _sees(self, step: Step) -> str:
        button, options = step.options.get("button"), step.options
        message = await self._who(step).sees(
            pattern(self._words(step.what)),
            within=self._time(step),
            anywhere=bool(options.get("anywhere")),
            button=labels(button) if button else None,
            showing=options.get("showing"),
        )
        found = pattern(self._words(step.what)).search(message.text)
        at = found.start() if found else 0
        return message.text[message.text.rfind("\n", 0, at) + 1 :].partition("\n")[0]

    async def _does_not_see(self, step: Step) -> None:
        try:
            await self._who(step).sees_nothing_of(pattern(self._words(step.what)))
        except AssertionError as error:
            words = str(error).partition(":\n")[2]
            found = pattern(self._words(step.what)).search(words)
            raise Differs(f"nothing of {step.what!r}", found[0] if found else words[-300:]) from error

    async def _sees_no_button(self, step: Step) -> None:
        await self._who(step).sees_no_button(labels(step.what), within=self._time(step))

    async def _was_told(self, step: Step) -> str:
        """The answer to her last tap, which was awaited there."""
        answer, kind = self._answers.get(step.who), "alert" if step.verb is Verb.SEES_ALERT else "toast"
        if answer is None or answer.text is None:
            raise Differs(f"{step.what!r}", "her last tap was answered without words")
        if not pattern(step.what).search(answer.text) or answer.show_alert != (kind == "alert"):
            raise Differs(
                f"{step.what!r} as a {kind}",
                f"{answer.text!r} as {'an alert' if answer.show_alert else 'a toast'}",
            )
        return answer.text

    async def _jumps(self, step: Step) -> str:
        span = span_of(step.what)
        wish: dict[str, Any] = {"to": "next"} if span is None else {"seconds": int(span.total_seconds())}
        now = (await self.stage.ask("POST", "/play/jump", wish))["now"]
        await self.stage.caught_up()
        return str(now)

    async def _faults(self, step: Step) -> None:
        if step.what == "off":
            await self.stage.ask("DELETE", "/control/faults")
            return
        fault = dict(step.options)
        if "who" in fault:
            fault["chat_id"] = self._people[str(fault.pop("who"))].id
        await self.stage.post("/faults", fault)

    async def _bank_faults(self, step: Step) -> None:
        await self.stage.ask("POST", "/bank/faults", WELL if step.what == "well" else dict(step.options))


def span_of(words: str) -> timedelta | None:
    """`+10 minutes`, `+1 hour`, `+2 days`; None for `next deadline`. Raises ValueError."""
    if words == "next deadline":
        return None
    found = _SPAN.fullmatch(words.strip())
    if found is None:
        raise ValueError(f"{words!r} is no time: `next deadline`, `+10 minutes`, `+1 hour` or `+2 days`")
    return timedelta(**{f"{found[2]}s": int(found[1])})
