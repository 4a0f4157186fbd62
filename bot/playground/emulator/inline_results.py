"""Results of an inline query, or of a Mini App: what the server takes, and the message that one becomes."""

from collections.abc import Callable
from typing import Any

from .calls import Call
from .chats import formatted, pay_button, words_of
from .desk import Desk
from .errors import ApiError, BadRequest, PartNotEmulated
from .files import document_of, photo_of
from .markup import Markup, read_markup
from .places import live_location, place, venue_of
from .spec import Json

_PREFIX = "can't parse inline query result: "
_MEDIA = {
    "photo": ("photo", "photo"),
    "gif": ("gif", "animation"),
    "mpeg4_gif": ("mpeg4", "animation"),
    "video": ("video", "video"),
    "audio": ("audio", "audio"),
    "voice": ("voice", "voice"),
    "document": ("document", "document"),
}
"""Kind of result -> the beginning of its `…_url` and `…_file_id`, and the field of the message."""

_REQUIRED = {
    "article": ("title",),
    "contact": ("phone_number", "first_name"),
    "location": ("latitude", "longitude", "title"),
    "venue": ("latitude", "longitude", "title", "address"),
    "document": ("title",),
    "video": ("title",),
    "voice": ("title",),
}
_OF_INVOICE = ("title", "description", "start_parameter", "currency", "total_amount")
_NOT_EMULATED = ("game", "sticker")


def check_result(desk: Desk, call: Call, result: Any) -> None:
    """Raises BadRequest in Telegram's words, PartNotEmulated for results that the emulator cannot show."""
    if not isinstance(result, dict):
        raise BadRequest(_PREFIX + "Inline query result must be an object")
    kind = str(_field(result, "type")).lower()
    _field(result, "id")
    if kind in _NOT_EMULATED:
        call.violations.append(f"inline results of type {kind} are not emulated")
        raise PartNotEmulated(f"inline results of type {kind} are not emulated")
    if kind not in _MEDIA and kind not in _REQUIRED:
        raise BadRequest(f'{_PREFIX}type "{kind}" is unsupported for the inline query result')
    for name in _REQUIRED.get(kind, ()):
        _field(result, name)
    given = result.get("input_message_content")
    if kind == "article" and not given and "message_text" not in result:
        raise BadRequest(_PREFIX + 'Can\'t find field "message_text"')
    if kind in _MEDIA:
        first = _MEDIA[kind][0]
        if not result.get(f"{first}_url"):
            _field(result, f"{first}_file_id")
        elif kind in ("document", "video"):
            _field(result, "mime_type")
    _wrapped(lambda: _written(desk, result))
    _wrapped(lambda: markup_of(result))


def markup_of(result: Json) -> Markup | None:
    given = result.get("input_message_content")
    pays = isinstance(given, dict) and "payload" in given
    return read_markup(result.get("reply_markup"), inline_only=True, pay=pays)


async def message_of_result(desk: Desk, result: Json) -> tuple[Json, Markup | None, Json | None]:
    """The content, the keyboard and the invoice of the message. Raises BadRequest where media cannot be
    had."""
    written, invoice = _written(desk, result)
    markup = markup_of(result)
    if invoice is not None and markup is None:
        markup = pay_button(invoice)
    if written is not None:
        return written, markup, invoice
    first, field = _MEDIA[str(result["type"]).lower()]
    words = words_of(formatted(desk, result, caption=True), caption=True)
    given = result.get(f"{first}_url") or result[f"{first}_file_id"]
    call = Call(desk.spec.methods["answerinlinequery"], {})
    if field == "photo":
        return {"photo": await photo_of(desk, call, "photo", given), **words}, markup, None
    kind, body = await document_of(desk, call, field, given, kind=field)
    measures = {name: int(result.get(f"{first}_{name}") or 1) for name in _measured(field)}
    return {kind: {**measures, **body}, **words}, markup, None


def _measured(field: str) -> tuple[str, ...]:
    if field in ("video", "animation"):
        return ("width", "height", "duration")
    return ("duration",) if field in ("audio", "voice") else ()


def _written(desk: Desk, result: Json) -> tuple[Json | None, Json | None]:
    """The content where it needs no file, and the invoice; None for media without other content."""
    given = result.get("input_message_content")
    if not isinstance(given, dict) or not given:
        given = result
        if result.get("message_text") is None and result["type"] in _MEDIA:
            formatted(desk, result, caption=True)
            return None, None
    if given.get("message_text"):
        shown = formatted(desk, {**given, "text": given["message_text"]})
        preview = given.get("link_preview_options")
        return words_of(shown) | ({"link_preview_options": preview} if preview else {}), None
    if "latitude" in given and "longitude" in given:
        return _somewhere(desk, given), None
    if "phone_number" in given:
        names = ("phone_number", "first_name", "last_name", "vcard")
        return {"contact": {name: given[name] for name in names if given.get(name)}}, None
    if "payload" in given:
        from .methods.payments import invoice_of  # the methods import this module

        invoice = invoice_of(Call(desk.spec.methods["sendinvoice"], given))
        return {"invoice": {name: invoice[name] for name in _OF_INVOICE}}, invoice
    if given is result or result["type"] == "article":
        raise BadRequest("Input message content is not specified")
    return None, None


def _somewhere(desk: Desk, given: Json) -> Json:
    call = Call(desk.spec.methods["sendlocation"], given)
    if given.get("title") and given.get("address"):
        location = place(call)
        return {"venue": venue_of(call, location), "location": location}
    return {"location": live_location(call)}


def _field(result: Json, name: str) -> Any:
    if result.get(name) in (None, ""):
        raise BadRequest(f'{_PREFIX}Can\'t find field "{name}"')
    return result[name]


def _wrapped(read: Callable[[], object]) -> None:
    try:
        read()
    except ApiError as error:
        raise BadRequest(_PREFIX + error.words) from error
