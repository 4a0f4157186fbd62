"""Rules that the documentation of the Bot API states and whose breach the real server passes over in silence
(it clamps, drops or takes the first), or refuses in words that nobody has written down. Each breach is a
violation."""

from collections.abc import Iterator
from typing import Any

from .markup import ACTIONS, TEXT_ACTIONS
from .spec import Json

PLACEHOLDER_CHARACTERS = 64
_RANGES = {
    ("getUpdates", "limit"): (1, 100),
    ("getUpdates", "timeout"): (0, 50),
    ("setWebhook", "max_connections"): (1, 100),
    ("answerCallbackQuery", "cache_time"): (0, 30 * 24 * 3600),
}
_ACTIONS = (*TEXT_ACTIONS, *ACTIONS)
_MARKUPS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")


def broken_rules(method: str, values: Json) -> list[str]:
    """What a call breaks, in words for the developer of the bot."""
    return [*_out_of_range(method, values), *_of_text(values), *_of_markup(values.get("reply_markup"))]


def _out_of_range(method: str, values: Json) -> Iterator[str]:
    for (owner, name), (least, most) in _RANGES.items():
        value = values.get(name)
        if owner == method and isinstance(value, int) and not least <= value <= most:
            yield f"{name} must be {least}-{most}, not {value}"


def _of_text(values: Json) -> Iterator[str]:
    for name in ("entities", "caption_entities"):
        if values.get("parse_mode") and values.get(name):
            yield f"parse_mode and {name} are given both; {name} is ignored"
    options = values.get("link_preview_options")
    if isinstance(options, dict) and options.get("prefer_small_media") and options.get("prefer_large_media"):
        yield "link_preview_options prefers small and large media both"


def _of_markup(markup: Any) -> Iterator[str]:
    if not isinstance(markup, dict):
        return
    kinds = [name for name in _MARKUPS if markup.get(name)]
    if len(kinds) > 1:
        yield f"reply_markup is one of {', '.join(kinds)}, not all of them"
    placeholder = markup.get("input_field_placeholder")
    if isinstance(placeholder, str) and len(placeholder) > PLACEHOLDER_CHARACTERS:
        yield f"input_field_placeholder has more than {PLACEHOLDER_CHARACTERS} characters"
    rows = markup.get("inline_keyboard")
    for row in rows if isinstance(rows, list) else []:
        for button in row if isinstance(row, list) else []:
            yield from _of_button(button)


def _of_button(button: Any) -> Iterator[str]:
    actions = [name for name in _ACTIONS if isinstance(button, dict) and name in button]
    if len(actions) > 1:
        yield f"an inline button does one thing, not {' and '.join(actions)}"
