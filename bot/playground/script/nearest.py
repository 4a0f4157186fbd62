"""What stood in a chat that comes nearest to what was looked for, in one line."""

from collections.abc import Iterable

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from bot.playground.acting.screen import Screen
from bot.playground.script.steps import Step, Verb
from bot.playground.script.wording import ANYTHING

__all__ = ["ABOUT_BUTTONS", "nearest"]

ABOUT_BUTTONS = {Verb.TAPS, Verb.OPENS, Verb.SEES_BUTTON, Verb.SEES_NO_BUTTON}
SHOWN = 200


def nearest(screen: Screen, step: Step) -> str:
    """The button, or the line of a message, most like the step's words."""
    lines = [line for one in screen.newest_first() for line in one.text.split("\n") if one.from_bot and line]
    buttons = [text for one in screen.newest_first() for text in one.buttons] + screen.keys
    if step.verb in ABOUT_BUTTONS:
        found = _most_like(step.what, buttons)
        return f"nearest button: [ {found} ]" if found else "there is no button in the chat"
    found = _most_like(step.what, lines)
    if not found:
        return "the bot has written nothing here"
    button = step.options.get("button")
    beside = _most_like(str(button), buttons) if button else ""
    return f"nearest: {found}" + (f"; nearest button: [ {beside} ]" if beside else "")


def _most_like(words: str, texts: Iterable[str]) -> str:
    """Of equally near ones the first."""
    wanted = default_process(words.replace(ANYTHING, " "))
    best, best_score = "", -1.0
    for text in texts:
        plain = default_process(text)
        score = fuzz.partial_ratio(wanted, plain) + fuzz.token_set_ratio(wanted, plain) if wanted else 0.0
        if score > best_score:
            best, best_score = text, score
    return best if len(best) <= SHOWN else best[: SHOWN - 1] + ANYTHING
