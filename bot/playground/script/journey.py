"""A script written as a journey test: a Python module for `tests/journeys/`, as if by hand."""

import re
import unicodedata
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping

from bot.playground.acting.card import GOOD_CARD
from bot.playground.script.acts import WELL, span_of
from bot.playground.script.source import laid_out, pattern_literal, quoted, value_literal
from bot.playground.script.steps import Script, Step, Verb
from bot.playground.script.wording import ANYTHING, pages_in

__all__ = ["test_name", "write_journey"]

FULL_TEXT = 88


def write_journey(script: Script) -> str:
    """The module's text, in the form that the formatter of this project gives."""
    writing = _Writing(script)
    body = [line for step in script.steps for line in writing.step(step)]
    town = "talking_town" if script.free_text else "town"
    people = list(dict.fromkeys(step.who for step in script.steps if step.who))
    meeting = [f"    {line}" for key in people for line in [writing.meets(key)]]
    text = "\n".join(
        [
            f'"""{_docstring(script.title)}"""',
            "",
            *writing.imports(),
            "",
            *writing.contents(),
            "",
            *(["@pytest.mark.rasa"] if script.free_text else []),
            f"async def {test_name(script.title)}({town}: Town) -> None:",
            *([f"    town = {town}"] if script.free_text else []),
            *(f"    # {note}" for note in script.notes),
            *meeting,
            *(f"    {line}" if line else "" for line in body),
        ]
    )
    return re.sub(r"\n{4,}", "\n\n\n", text) + "\n"


def test_name(title: str) -> str:
    """`test_from_a_link_to_the_door`."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "test_" + (re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:80].strip("_") or "what_was_played")


class _Writing:
    """Writes steps, and keeps in mind what the module then has to import."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._answered: set[int] = set()
        steps = list(script.steps)
        for number, step in enumerate(steps):
            if step.verb in (Verb.SEES_TOAST, Verb.SEES_ALERT):
                taps = [n for n in range(number) if steps[n].who == step.who and steps[n].verb is Verb.TAPS]
                self._answered |= set(taps[-1:])
        self._number = -1
        self._uses: set[str] = set()
        self._verbs: Mapping[Verb, Callable[[Step], Iterator[str]]] = {
            Verb.STARTS: lambda step: self._calls(step, "starts", _given(step.what)),
            Verb.SAYS: self._says,
            Verb.TAPS: self._taps,
            Verb.OPENS: self._opens,
            Verb.EDITS: self._edits,
            Verb.DELETES: lambda step: self._calls(step, "deletes", self._message(step, step.what)),
            Verb.REACTS: self._reacts,
            Verb.SENDS_PHOTO: self._sends_photo,
            Verb.SENDS_DOCUMENT: lambda step: self._sends_file(step, "sends_document"),
            Verb.SENDS_VOICE: lambda step: self._sends_file(step, "sends_voice"),
            Verb.SENDS_LOCATION: self._sends_location,
            Verb.SENDS_CONTACT: lambda step: self._calls(step, "sends_contact", _given(step.what)),
            Verb.BLOCKS: self._blocks,
            Verb.UNBLOCKS: lambda step: self._calls(step, "unblocks"),
            Verb.PAYS: self._pays,
            Verb.PAYS_BY_CARD: self._pays_by_card,
            Verb.ASKS_INLINE: lambda step: self._calls(step, "asks_inline", quoted(step.what)),
            Verb.CHOOSES: lambda step: self._calls(step, "chooses", self._wanted(step.what)),
            Verb.SEES: self._sees,
            Verb.DOES_NOT_SEE: lambda step: self._calls(step, "sees_nothing_of", self._wanted(step.what)),
            Verb.SEES_BUTTON: lambda step: self._calls(step, "sees_button", self._label(step.what)),
            Verb.SEES_NO_BUTTON: lambda step: self._calls(step, "sees_no_button", self._label(step.what)),
            Verb.SEES_TOAST: self._was_told,
            Verb.SEES_ALERT: self._was_told,
            Verb.TIME: self._jumps,
            Verb.FAULT: self._faults,
            Verb.BANK: self._bank_faults,
        }
        assert set(self._verbs) == set(Verb)

    def step(self, step: Step) -> Iterator[str]:
        self._number += 1
        return self._verbs[step.verb](step)

    def meets(self, key: str) -> str:
        one = self._script.people.get(key)
        if one is None:
            return f'{key} = await town.person("{key}")'
        return f"{key} = await town.newcomer({quoted(one.name)}, {quoted(one.role)}, {quoted(one.language)})"

    def imports(self) -> Iterator[str]:
        """Standard library, others, own; nothing that is not used."""
        standard = [line for name, line in STANDARD.items() if name in self._uses]
        others = ["import pytest"] if self._script.free_text else []
        ordering = sorted(self._uses & ORDERING)
        own = [f"from tests.journeys.ordering import {', '.join(ordering)}"] if ordering else []
        groups = [standard, others, [*own, "from tests.journeys.town import Town"]]
        for group in filter(None, groups):
            yield from group
            yield ""

    def contents(self) -> Iterator[str]:
        for name, content in self._script.files.items():
            text = b64encode(content).decode()
            yield f"{_constant(name)} = b64decode("
            for at in range(0, len(text), FULL_TEXT):
                yield f'    "{text[at : at + FULL_TEXT]}"'
            yield ")"
            yield ""

    def _calls(self, step: Step, method: str, *arguments: str, before: str = "") -> Iterator[str]:
        if "within" in step.options:
            arguments = (*arguments, f"within={step.options['within']}")
        return laid_out(f"{before}await {step.who}.{method}(", [one for one in arguments if one])

    def _says(self, step: Step) -> Iterator[str]:
        to = step.options.get("replying to")
        replies = f"reply_to={self._message(step, to)}" if to else ""
        return self._calls(step, "says", self._text(step.what), replies)

    def _taps(self, step: Step) -> Iterator[str]:
        before = f"{step.who}_was_told = " if self._number in self._answered else ""
        return self._calls(step, "taps", self._label(step.what), *self._where(step), before=before)

    def _opens(self, step: Step) -> Iterator[str]:
        label = self._label(step.what)
        yield from self._calls(step, "taps", label, *self._where(step), before="opened = ")
        yield "assert opened.url is not None"
        yield "page = await town.wire.page(opened.url)"
        shows = step.options.get("shows")
        yield (
            f"assert page.status == 200 and {quoted(shows)} in page.text"
            if shows
            else "assert page.status == 200"
        )

    def _where(self, step: Step) -> Iterator[str]:
        if "on" in step.options:
            yield f"on={self._message(step, step.options['on'])}"
        if "number" in step.options:
            yield f"nth={step.options['number']}"

    def _edits(self, step: Step) -> Iterator[str]:
        said = f"{step.who}.said({self._wanted(step.options.get('message', ''))})"
        return self._calls(step, "edits", said, self._text(step.what))

    def _reacts(self, step: Step) -> Iterator[str]:
        to = step.options.get("to")
        message = self._message(step, to) if to else f"{step.who}.last"
        return self._calls(step, "reacts", message, *map(quoted, step.what.split()))

    def _sends_photo(self, step: Step) -> Iterator[str]:
        photos = [self._content(name) for name in step.what.split(", ")]
        return self._calls(step, "sends_photo", *photos, self._caption(step))

    def _sends_file(self, step: Step, method: str) -> Iterator[str]:
        name = quoted(step.what)
        return self._calls(step, method, self._content(step.what), name, self._caption(step))

    def _caption(self, step: Step) -> str:
        caption = step.options.get("caption")
        return f"caption={self._text(caption)}" if caption else ""

    def _content(self, name: str) -> str:
        if name not in self._script.files:
            self._uses.add("Path")
            return f"(Path(__file__).parent / {quoted(name)})"
        self._uses.add("b64decode")
        return _constant(name)

    def _sends_location(self, step: Step) -> Iterator[str]:
        live = f"live_period={step.options['live for']}" if "live for" in step.options else ""
        return self._calls(step, "sends_location", *step.what.split(", "), live)

    def _blocks(self, step: Step) -> Iterator[str]:
        """What the bot then writes is refused, which a journey has to allow."""
        yield 'town.wire.allows_refusal("bot was blocked by the user")'
        yield from self._calls(step, "blocks")

    def _pays(self, step: Step) -> Iterator[str]:
        outcome = step.options.get("outcome", "paid")
        invoice = f"await {step.who}.sees({self._wanted(step.what)}, anywhere=True)"
        yield f"outcome = await {step.who}.pays({invoice})"
        yield f"assert outcome == {quoted(outcome)}"

    def _pays_by_card(self, step: Step) -> Iterator[str]:
        self._uses |= {"pay_link", "pays_on_the_page"}
        number = quoted(step.what) if step.what and step.what != GOOD_CARD else ""
        arguments = [f"pay_link({step.who})", *([number] if number else [])]
        yield from laid_out("await pays_on_the_page(", arguments)

    def _sees(self, step: Step) -> Iterator[str]:
        button, showing = step.options.get("button"), step.options.get("showing")
        return self._calls(
            step,
            "sees",
            self._wanted(step.what),
            f"button={self._label(button)}" if button else "",
            f"showing={quoted(showing)}" if showing else "",
            "anywhere=True" if step.options.get("anywhere") else "",
        )

    def _was_told(self, step: Step) -> Iterator[str]:
        told = f"{step.who}_was_told"
        if ANYTHING in step.what:
            yield f'assert {self._wanted(step.what)}.search({told}.text or "")'
        else:
            yield f'assert {quoted(step.what)} in ({told}.text or "")'

    def _jumps(self, step: Step) -> Iterator[str]:
        span = span_of(step.what)
        if span is None:
            yield "await town.play.jump_to_next()"
        else:
            yield f"await town.play.jump({int(span.total_seconds())})"

    def _faults(self, step: Step) -> Iterator[str]:
        if step.what == "off":
            yield 'await town.wire.ask("DELETE", "/control/faults")'
            return
        fault = dict(step.options)
        kind, who = quoted(str(fault.pop("kind", ""))), fault.pop("who", None)
        details = [f"{name}={value_literal(value)}" for name, value in fault.items()]
        yield from laid_out("await town.wire.fault(", [kind, *details, f"chat_id={who}.id" if who else ""])

    def _bank_faults(self, step: Step) -> Iterator[str]:
        self._uses.add("bank_fault")
        faults = WELL if step.what == "well" else step.options
        yield from laid_out(
            "await bank_fault(", ["town", *(f"{name}={value_literal(one)}" for name, one in faults.items())]
        )

    def _message(self, step: Step, words: str) -> str:
        return f"await {step.who}.sees({self._wanted(words)}, anywhere=True)"

    def _wanted(self, words: str) -> str:
        """Words as they stand, or a pattern where something in them may be anything."""
        if pages_in(words):
            return self._text(words)
        if ANYTHING not in words and "\n" not in words:
            return quoted(words)
        return self._compiled(words)

    def _label(self, words: str) -> str:
        return self._compiled(words, whole=True) if ANYTHING in words else quoted(words)

    def _compiled(self, words: str, *, whole: bool = False) -> str:
        self._uses.add("re")
        return f"re.compile({pattern_literal(words.split(ANYTHING), whole=whole)})"

    def _text(self, text: str) -> str:
        """A literal; with pages of the demo town at the address that they have in this town."""
        pages = pages_in(text)
        if not pages:
            return quoted(text)
        if len(pages) == 1 and pages[0][0] == text:
            return f"town.page({quoted(pages[0][1])}, {quoted(pages[0][2])})"
        shown = quoted(text).replace("{", "{{").replace("}", "}}")
        for whole, host, path in pages:
            shown = shown.replace(whole, f"{{town.page('{host}', '{path}')}}")
        return f"f{shown}"


STANDARD = {
    "re": "import re",
    "b64decode": "from base64 import b64decode",
    "Path": "from pathlib import Path",
}
ORDERING = {"bank_fault", "pay_link", "pays_on_the_page"}


def _given(text: str) -> str:
    return quoted(text) if text else ""


def _constant(name: str) -> str:
    return re.sub(r"\W+", "_", name).strip("_").upper()


def _docstring(title: str) -> str:
    words = title.replace("\\", "/").replace('"', "'")[:90]
    return words if words.endswith((".", "!", "?")) else f"{words}."
