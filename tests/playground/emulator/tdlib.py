"""Telegram's own library as an oracle, offline: what it makes of a text.

`tdjson` carries TDLib as a binary wheel; `td_execute` answers without network and without an account. There
are wheels for Linux, macOS and Windows on the usual machines; elsewhere the tests that ask it are skipped.
"""

import json
from typing import Any

import pytest

from bot.playground.emulator.texts.marks import Mark

tdjson = pytest.importorskip("tdjson", reason="tdjson (TDLib) has no wheel for this platform")

_MODES = {
    "HTML": {"@type": "textParseModeHTML"},
    "MarkdownV2": {"@type": "textParseModeMarkdown", "version": 2},
    "Markdown": {"@type": "textParseModeMarkdown", "version": 1},
}
_KINDS = {
    "Mention": "mention",
    "Hashtag": "hashtag",
    "Cashtag": "cashtag",
    "BotCommand": "bot_command",
    "Url": "url",
    "EmailAddress": "email",
    "BankCardNumber": "bank_card_number",
    "Bold": "bold",
    "Italic": "italic",
    "Underline": "underline",
    "Strikethrough": "strikethrough",
    "Spoiler": "spoiler",
    "Code": "code",
    "Pre": "pre",
    "PreCode": "pre",
    "TextUrl": "text_link",
    "MentionName": "text_mention",
    "CustomEmoji": "custom_emoji",
    "BlockQuote": "blockquote",
    "ExpandableBlockQuote": "expandable_blockquote",
    "DateTime": "date_time",
    "MediaTimestamp": "media_timestamp",
}
_TYPES = {kind: name for name, kind in _KINDS.items() if name != "PreCode"}
_ARGUMENTS = {
    "text_link": "url",
    "pre": "language",
    "text_mention": "user_id",
    "custom_emoji": "custom_emoji_id",
    "date_time": "unix_time",
}
_PRECISIONS = {
    "date": {"None": "", "Short": "d", "Long": "D"},
    "time": {"None": "", "Short": "t", "Long": "T"},
}


class Refused(Exception):
    """TDLib's words for what it does not take."""


def version() -> str:
    return str(_execute({"@type": "getOption", "name": "version"})["value"])


def parsed(text: str, mode: str) -> tuple[str, list[Mark]]:
    """`parseTextEntities`: plain text and entities, before they are cleaned. Raises Refused."""
    return _formatted({"@type": "parseTextEntities", "text": text, "parse_mode": _MODES[mode]})


def nested(text: str, marks: list[Mark]) -> tuple[str, list[Mark]]:
    """`fix_formatted_text` without trimming and finding, through `parseMarkdown`: the text must hold nothing
    that this Markdown knows (`*`, `_`, `~`, `|`, `[`, backtick). Raises Refused."""
    entities = [_entity_of(mark) for mark in marks]
    formatted = {"@type": "formattedText", "text": text, "entities": entities}
    return _formatted({"@type": "parseMarkdown", "text": formatted})


def found(text: str) -> list[Mark]:
    """`getTextEntities`; it finds times of recordings (`media_timestamp`) too, which a bot is not shown."""
    given = _execute({"@type": "getTextEntities", "text": text})["entities"]
    return [mark for mark in map(_mark_of, given) if mark is not None]


def _execute(request: dict[str, Any]) -> dict[str, Any]:
    given: dict[str, Any] = json.loads(tdjson.td_execute(json.dumps(request).encode()))
    if given["@type"] == "error":
        raise Refused(given["message"])
    return given


def _formatted(request: dict[str, Any]) -> tuple[str, list[Mark]]:
    given = _execute(request)
    return given["text"], [mark for mark in map(_mark_of, given["entities"]) if mark is not None]


def _mark_of(entity: dict[str, Any]) -> Mark | None:
    shape = entity["type"]
    kind = _KINDS.get(shape["@type"].removeprefix("textEntityType"))
    if kind is None:
        return None
    argument = str(shape.get(_ARGUMENTS.get(kind, ""), ""))
    return Mark(kind, entity["offset"], entity["length"], argument, _format(shape.get("formatting_type")))


def _entity_of(mark: Mark) -> dict[str, Any]:
    name = "PreCode" if mark.type == "pre" and mark.argument else _TYPES[mark.type]
    shape: dict[str, Any] = {"@type": f"textEntityType{name}"}
    if mark.argument:
        argument = _ARGUMENTS[mark.type]
        shape[argument] = int(mark.argument) if argument in ("user_id", "unix_time") else mark.argument
    return {"@type": "textEntity", "offset": mark.offset, "length": mark.length, "type": shape}


def _format(shape: dict[str, Any] | None) -> str:
    if shape is None:
        return ""
    if shape["@type"] == "dateTimeFormattingTypeRelative":
        return "r"
    parts = ["w" if shape.get("show_day_of_week") else ""]
    for part, letters in _PRECISIONS.items():
        parts.append(letters[shape[f"{part}_precision"]["@type"].removeprefix("dateTimePartPrecision")])
    return "".join(parts)


_execute({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})
