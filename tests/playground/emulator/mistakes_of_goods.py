"""Mistakes with files and payments."""

from collections.abc import Callable

from tests.playground.emulator.api import Api, Json
from tests.playground.emulator.mistakes import (
    Mistake,
    Step,
    album,
    call,
    in_turn,
    invoice,
    later,
    picture,
    stars,
)

_MB = 1024 * 1024
_OPTION: Json = {"id": "van", "title": "Van", "prices": [{"label": "Van", "amount": 300}]}


async def _document_as_photo(api: Api, ada: int) -> None:
    sent = await call("sendDocument", {"document": b"a,b"})(api, ada)
    await call("sendPhoto", photo=sent["result"]["document"]["file_id"])(api, ada)


async def _photo_again(api: Api, ada: int) -> None:
    sent = await call("sendPhoto", {"photo": picture()})(api, ada)
    await call("sendPhoto", photo=sent["result"]["photo"][-1]["file_id"])(api, ada)


def _fetched(size: int) -> Step:
    async def step(api: Api, ada: int) -> None:
        sent = await call("sendDocument", {"document": bytes(size)})(api, ada)
        await call("getFile", file_id=sent["result"]["document"]["file_id"])(api, ada)

    return step


def _photo(content: bytes) -> Step:
    return call("sendPhoto", {"photo": content})


def _big(size: int) -> bytes:
    """A picture followed by zeros."""
    small = picture()
    return small + bytes(size - len(small))


def _captioned(caption: str) -> Step:
    return call("sendPhoto", {"photo": picture()}, caption=caption)


FILES = [
    Mistake(
        "photo over 10 MB",
        _photo(_big(10 * _MB + 1)),
        "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
        _photo(_big(10 * _MB)),
    ),
    Mistake(
        "sides of more than 10000",
        _photo(picture(9000, 1001)),
        "PHOTO_INVALID_DIMENSIONS",
        _photo(picture(5000, 5000)),
    ),
    Mistake(
        "21 times as long as wide",
        _photo(picture(210, 10)),
        "PHOTO_INVALID_DIMENSIONS",
        _photo(picture(200, 10)),
    ),
    Mistake(
        "photo that is none",
        _photo(b"no picture"),
        "IMAGE_PROCESS_FAILED",
        call("sendDocument", {"document": b"x"}),
    ),
    Mistake(
        "empty file",
        call("sendDocument", {"document": b""}),
        "file must be non-empty",
        call("sendDocument", {"document": b"x"}),
    ),
    Mistake(
        "document sent as a photo",
        _document_as_photo,
        "can't use file of type Document as Photo",
        _photo_again,
    ),
    Mistake(
        "file id that is none",
        call("sendPhoto", photo="AgAC"),
        "wrong file identifier/HTTP URL specified",
        _photo_again,
    ),
    Mistake(
        "caption of 1025 characters",
        _captioned("x" * 1025),
        "message caption is too long",
        _captioned("x" * 1024),
    ),
    Mistake(
        "upload over 50 MB",
        call("sendDocument", {"document": bytes(50 * _MB + 1)}),
        "Request Entity Too Large",
        _fetched(_MB),
    ),
    Mistake("download over 20 MB", _fetched(20 * _MB + 1), "file is too big", _fetched(20 * _MB)),
    Mistake(
        "album of eleven",
        album(*["photo"] * 11),
        "too many messages to send as an album",
        album(*["photo"] * 10),
    ),
    Mistake("album of one", album("photo"), "an album has 2-10 items", album("photo", "video")),
    Mistake(
        "photo and document in an album",
        album("photo", "document"),
        "document can't be mixed",
        album("document", "document"),
    ),
    Mistake(
        "animation in an album",
        album("photo", "animation"),
        "can't be used in sendMediaGroup",
        album("audio", "audio"),
    ),
    Mistake(
        "upload that does not come along",
        call("sendMediaGroup", media=[{"type": "photo", "media": "attach://nothing"}] * 2),
        "can't parse InputMedia: media not found",
        album("photo", "photo"),
    ),
    Mistake(
        "upload that nothing names",
        call("sendMessage", {"extra": b"x"}, text="a"),
        "unknown upload 'extra'",
        call("sendMessage", text="a"),
    ),
]


def _asked(kind: str, then: Callable[[str], Step], **changes: object) -> Step:
    """She begins to pay; what the bot does about the question."""

    async def step(api: Api, ada: int) -> None:
        sent = await invoice(**changes)(api, ada)
        address = {
            "country_code": "DE",
            "state": "",
            "city": "Ulm",
            "street_line1": "a",
            "street_line2": "",
            "post_code": "1",
        }
        body = {"message_id": sent["result"]["message_id"], "shipping_address": address}
        seen = api.emulator.desk.world.last_update_id
        async with api.doing(api.control(f"/users/{ada}/pay", body)):
            updates = (await api("getUpdates", timeout=5, offset=seen + 1)).result
            await then(updates[-1][f"{kind}_query"]["id"])(api, ada)

    return step


def _pre_checkout(then: Callable[[str], Step]) -> Step:
    return _asked("pre_checkout", then)


def _shipping(**answer: object) -> Step:
    return _asked(
        "shipping",
        lambda query: call("answerShippingQuery", shipping_query_id=query, **answer),
        is_flexible=True,
    )


def _agreed(query: str) -> Step:
    return call("answerPreCheckoutQuery", pre_checkout_query_id=query, ok=True)


def _declined(query: str) -> Step:
    return call("answerPreCheckoutQuery", pre_checkout_query_id=query, ok=False, error_message="Sold out")


def _prices(*amounts: object) -> list[Json]:
    return [{"label": "a", "amount": amount} for amount in amounts]


PAYMENTS = [
    Mistake("title of 33 letters", invoice(title="x" * 33), "INVOICE_TITLE_INVALID", invoice(title="x" * 32)),
    Mistake(
        "description of 256",
        invoice(description="x" * 256),
        "INVOICE_DESCRIPTION_INVALID",
        invoice(description="x" * 255),
    ),
    Mistake(
        "payload of 129 bytes",
        invoice(payload="x" * 129),
        "INVOICE_PAYLOAD_INVALID",
        invoice(payload="ü" * 64),
    ),
    Mistake("no prices", invoice(prices=[]), "there must be at least one price", invoice(prices=_prices(1))),
    Mistake(
        "price without a label",
        invoice(prices=[{"label": "", "amount": 1}]),
        "LabeledPrice label must be non-empty",
        invoice(),
    ),
    Mistake(
        "price with a fraction",
        invoice(prices=_prices(6.4)),
        'Field "amount" must be a Number',
        invoice(prices=_prices(640)),
    ),
    Mistake(
        "prices that come to nothing",
        invoice(prices=_prices(5, -5)),
        "total price must be positive",
        invoice(prices=_prices(5, -4)),
    ),
    Mistake("currency that is none", invoice(currency="XXX"), "CURRENCY_INVALID", invoice(currency="JPY")),
    Mistake(
        "currency in small letters", invoice(currency="eur"), "CURRENCY_INVALID", invoice(currency="USD")
    ),
    Mistake("goods without a provider", invoice(provider_token=""), "PAYMENT_PROVIDER_INVALID", stars()),
    Mistake(
        "two prices in Stars", stars(prices=_prices(1, 2)), "STARS_INVOICE_INVALID", stars(prices=_prices(3))
    ),
    Mistake(
        "Stars through a provider",
        stars(provider_token="1:x"),
        "STARS_INVOICE_INVALID",
        stars(provider_token=""),
    ),
    Mistake(
        "an address for Stars",
        stars(need_shipping_address=True),
        "does nothing for a payment in Telegram Stars",
        stars(),
    ),
    Mistake(
        "tip above the greatest",
        invoice(max_tip_amount=100, suggested_tip_amounts=[101]),
        "suggested tip amount can't be bigger than max_tip_amount",
        invoice(max_tip_amount=100, suggested_tip_amounts=[50, 100]),
    ),
    Mistake(
        "five tips",
        invoice(max_tip_amount=9, suggested_tip_amounts=[1, 2, 3, 4, 5]),
        "there can be at most 4 suggested tip amounts",
        invoice(max_tip_amount=9, suggested_tip_amounts=[1, 2, 3, 4]),
    ),
    Mistake(
        "tips in disorder",
        invoice(max_tip_amount=9, suggested_tip_amounts=[3, 1]),
        "suggested_tip_amounts must be passed in a strictly increased order",
        invoice(max_tip_amount=9, suggested_tip_amounts=[1, 3]),
    ),
    Mistake(
        "pre-checkout answered late",
        _pre_checkout(lambda query: in_turn(later(11), _agreed(query))),
        "query is too old",
        _pre_checkout(_agreed),
    ),
    Mistake(
        "pre-checkout answered twice",
        _pre_checkout(lambda query: in_turn(_agreed(query), _agreed(query))),
        "query is too old",
        _pre_checkout(_declined),
    ),
    Mistake(
        "refusal without a reason",
        _pre_checkout(lambda query: call("answerPreCheckoutQuery", pre_checkout_query_id=query, ok=False)),
        'parameter "error_message" is required',
        _pre_checkout(_declined),
    ),
    Mistake(
        "shipping without options",
        _shipping(ok=True),
        'parameter "shipping_options" is required',
        _shipping(ok=True, shipping_options=[_OPTION]),
    ),
    Mistake(
        "shipping refused without a reason",
        _shipping(ok=False),
        'parameter "error_message" is required',
        _shipping(ok=False, error_message="Too far"),
    ),
    Mistake(
        "shipping option without a title",
        _shipping(ok=True, shipping_options=[{**_OPTION, "title": ""}]),
        "can't parse shipping option: ShippingOption title must be non-empty",
        _shipping(ok=True, shipping_options=[_OPTION, {**_OPTION, "id": "bike"}]),
    ),
    Mistake(
        "shipping option without prices",
        _shipping(ok=True, shipping_options=[{**_OPTION, "prices": []}]),
        "Can't parse shipping option prices: There must be at least one price",
        _shipping(ok=True, shipping_options=[{**_OPTION, "prices": _prices(0)}]),
    ),
]
