"""Sent text, parse mode and entities to what the message shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..errors import BadRequest
from ..spec import Json
from .cleaning import WrongEntity, cleaned, is_blank, trimmed
from .dates import date_format
from .found import found_in
from .html import parse_html
from .links import WrongLink, check_link, mentioned_user
from .markdown import parse_markdown_v2
from .marks import CannotParse, Mark, fixed
from .old_markdown import parse_markdown

_PARSERS = {"html": parse_html, "markdownv2": parse_markdown_v2, "markdown": parse_markdown}
_GREATEST_BYTES = 1 << 15
_ARGUMENTS = {"text_link": "url", "pre": "language", "custom_emoji": "custom_emoji_id"}
_PLAIN = frozenset(
    ["bold", "italic", "underline", "strikethrough", "spoiler", "code", "blockquote", "expandable_blockquote"]
)
_OWN = frozenset(
    ["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"]
)


@dataclass(frozen=True)
class Limits:
    """How long a text may be, in code points, and what Telegram says when it is not so."""

    characters: int
    empty: str | None
    too_long: str


MESSAGE = Limits(4096, "message text is empty", "message is too long")
CAPTION = Limits(1024, None, "message caption is too long")


@dataclass(frozen=True)
class Formatted:
    text: str
    entities: list[Json] = field(default_factory=list)


def format_text(
    text: str,
    parse_mode: str | None,
    entities: Sequence[Any] | None,
    limits: Limits,
    known_user: Callable[[int], Json | None],
) -> Formatted:
    """Raises BadRequest with Telegram's words."""
    if not text and limits.empty:
        raise BadRequest(limits.empty)
    if len(text.encode("utf-8", "surrogatepass")) > _GREATEST_BYTES:
        raise BadRequest("text is too long")
    mode = str(parse_mode or "").lower()
    if mode and mode != "none" and text:
        if mode not in _PARSERS:
            raise BadRequest("unsupported parse_mode")
        try:
            plain, marks = _PARSERS[mode](text)
        except CannotParse as error:
            raise BadRequest(f"can't parse entities: {error}") from error
    else:
        plain, marks = text, _given(entities or [])
    return _finished(plain, marks, limits, known_user)


def _finished(
    plain: str, marks: list[Mark], limits: Limits, known_user: Callable[[int], Json | None]
) -> Formatted:
    try:
        plain, marks = cleaned(plain, marks)
    except WrongEntity as error:
        raise BadRequest(str(error)) from error
    plain, marks = trimmed(plain, marks)
    if limits.empty and is_blank(plain):
        raise BadRequest("text must be non-empty")
    if len(plain) > limits.characters:
        raise BadRequest(limits.too_long)
    found = found_in(plain)
    marks = fixed(marks, found) if found else marks
    shown = [entity for entity in (_entity(mark, known_user) for mark in marks) if entity is not None]
    return Formatted(plain, shown)


def _given(entities: Sequence[Any]) -> list[Mark]:
    """The entities of a call. Raises BadRequest."""
    if not isinstance(entities, list):
        raise BadRequest("can't parse entities: expected an Array")
    try:
        return [mark for mark in map(_mark, entities) if mark is not None]
    except _WrongGiven as error:
        raise BadRequest(f"can't parse MessageEntity: {error}") from error


class _WrongGiven(Exception):
    """An entity of a call is none; the words are Telegram's."""


def _mark(entity: Any) -> Mark | None:
    if not isinstance(entity, dict):
        raise _WrongGiven("expected an Object")
    offset, length = _number_in(entity, "offset"), _number_in(entity, "length")
    kind = _text_in(entity, "type", required=True)
    if kind in _OWN:
        return None
    if kind in _PLAIN:
        return Mark(kind, offset, length)
    if kind == "pre":
        return Mark(kind, offset, length, _text_in(entity, "language"))
    if kind == "text_link":
        return _link(offset, length, _text_in(entity, "url", required=True))
    if kind == "text_mention":
        user = entity.get("user")
        if not isinstance(user, dict):
            raise _WrongGiven(
                'Can\'t find field "user"' if user is None else 'field "user" must be of type Object'
            )
        return Mark(kind, offset, length, str(_number_in(user, "id")))
    if kind == "custom_emoji":
        return Mark(kind, offset, length, str(_number_in(entity, "custom_emoji_id")))
    if kind == "date_time":
        shape = date_format(_text_in(entity, "date_time_format"))
        if shape is None:
            raise BadRequest("invalid date-time format specified")
        return Mark(kind, offset, length, str(_number_in(entity, "unix_time")), shape)
    raise _WrongGiven("Unsupported type specified")


def _link(offset: int, length: int, url: str) -> Mark:
    user_id = mentioned_user(url)
    if user_id is not None:
        return Mark("text_mention", offset, length, str(user_id))
    try:
        return Mark("text_link", offset, length, check_link(url))
    except WrongLink as error:
        raise BadRequest(f"entity URL '{url}' is invalid: {error}") from error


def _number_in(fields: Json, name: str) -> int:
    """Telegram takes numbers as text too."""
    value = fields.get(name)
    if value is None:
        raise _WrongGiven(f'Can\'t find field "{name}"')
    try:
        return int(value)
    except (TypeError, ValueError) as error:
        raise _WrongGiven(f'Field "{name}" must be a valid Number') from error


def _text_in(fields: Json, name: str, *, required: bool = False) -> str:
    value = fields.get(name)
    if value is None and required:
        raise _WrongGiven(f'Can\'t find field "{name}"')
    if value is not None and not isinstance(value, str):
        raise _WrongGiven(f'Field "{name}" must be of type String')
    return value or ""


def _entity(mark: Mark, known_user: Callable[[int], Json | None]) -> Json | None:
    entity: dict[str, Any] = {"offset": mark.offset, "length": mark.length, "type": mark.type}
    if mark.type == "text_mention":
        user = known_user(int(mark.argument or 0))
        return None if user is None else entity | {"user": user}
    if mark.type == "date_time":
        entity["unix_time"] = int(mark.argument)
        if mark.format:
            entity["date_time_format"] = mark.format
    elif mark.argument and mark.type in _ARGUMENTS:
        entity[_ARGUMENTS[mark.type]] = mark.argument
    return entity
