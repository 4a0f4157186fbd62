"""Updates reduced to what the shop reads from them."""

from typing import Any

import pytest

from bot.arrivals import ArrivalKind, arrival_of, urls_in

MIA = {"id": 7, "is_bot": False, "first_name": "Mia", "last_name": "Winter", "language_code": "en-GB"}
PRIVATE = {"id": 7, "type": "private"}


def message(**parts: Any) -> dict[str, Any]:
    return {"update_id": 1, "message": {"message_id": 5, "date": 0, "chat": PRIVATE, "from": MIA, **parts}}


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see https://a.example/x?y=1&z=2.", ["https://a.example/x?y=1&z=2"]),
        ("(http://a.example/x)", ["http://a.example/x"]),
        ("www.a.example/x, thanks", ["https://www.a.example/x"]),
        ("3 eggs, a.example", []),
        ("HTTPS://A.example\nhttps://b.example!", ["HTTPS://A.example", "https://b.example"]),
    ],
)
def test_links_are_found_without_the_stop_behind_them(text: str, links: list[str]) -> None:
    assert urls_in(text) == links


def test_a_link_hidden_behind_words_or_in_a_caption_is_found_once() -> None:
    hidden = {"type": "text_link", "offset": 0, "length": 4, "url": "https://a.example/x"}
    arrival = arrival_of(message(caption="this https://a.example/x", caption_entities=[hidden], photo=[{}]))
    assert arrival is not None
    assert (arrival.kind, arrival.links) == (ArrivalKind.TEXT, ("https://a.example/x",))


def test_stickers_are_other_and_locations_are_places() -> None:
    sticker, place = (
        arrival_of(message(sticker={})),
        arrival_of(message(location={"latitude": 1.5, "longitude": 2.5})),
    )
    assert sticker is not None and sticker.kind == ArrivalKind.OTHER
    assert place is not None and (place.kind, place.latitude) == (ArrivalKind.LOCATION, 1.5)


def test_a_command_in_a_group_is_meant_for_the_bot() -> None:
    in_group = message(text="/help@errand_bot")
    in_group["message"]["chat"] = {"id": -5, "type": "supergroup"}
    arrived = arrival_of(in_group)
    assert arrived is not None
    assert (arrived.kind, arrived.group) == (ArrivalKind.GROUP, -5)


def test_groups_edits_and_channels_are_not_listened_to() -> None:
    in_group = message(text="hello")
    in_group["message"]["chat"] = {"id": -5, "type": "group"}
    assert arrival_of(in_group) is None
    assert arrival_of({"update_id": 1, "edited_message": message(text="x")["message"]}) is None


def test_the_name_and_language_of_the_sender_are_kept() -> None:
    arrival = arrival_of(message(text="hello"))
    assert arrival is not None
    assert (arrival.name, arrival.language, arrival.account) == ("Mia Winter", "en", 7)
