"""Updates reduced to what the shop reads from them."""

from typing import Any

import pytest

from bot.arrivals import ArrivalKind, SentFile, arrival_of
from bot.links import tidied, urls_in

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


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("simmerandspoon.example/risotto", ["https://simmerandspoon.example/risotto"]),
        ("look: Simmer.example/a-b?x=1, nice", ["https://Simmer.example/a-b?x=1"]),
        ("simmerandspoon.example", ["https://simmerandspoon.example"]),
        ("127.0.0.1:8080/sites/a", ["http://127.0.0.1:8080/sites/a"]),
        ("https://a.example/b.example/c", ["https://a.example/b.example/c"]),
        ("mia@mail.example/x", []),
        ("1/2 cup milk, 250 g/500 g", []),
        ("milk.eggs", []),
        ("and/or 3.5/4", []),
    ],
)
def test_a_link_needs_no_scheme_where_it_has_a_path_or_stands_alone(text: str, links: list[str]) -> None:
    assert urls_in(text) == links


@pytest.mark.parametrize(
    ("shared", "page"),
    [
        ("https://a.example/x?utm_source=app&id=3&fbclid=Iw", "https://a.example/x?id=3"),
        ("https://a.example/x?igsh=abc#:~:text=Zutaten", "https://a.example/x"),
        ("https://a.example/x#recipe", "https://a.example/x#recipe"),
        ("https://t.me/iv?url=https%3A%2F%2Fa.example%2Fx%3Futm_medium%3Dtg&rhash=1", "https://a.example/x"),
        ("https://www.google.com/url?q=https://a.example/x&sa=D", "https://a.example/x"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx&h=1", "https://a.example/x"),
        ("https://www.google.com/url?q=javascript:1", "https://www.google.com/url?q=javascript:1"),
        ("https://a.example/?q=a+b&x=%20", "https://a.example/?q=a+b&x=%20"),
    ],
)
def test_a_shared_page_is_the_page_itself(shared: str, page: str) -> None:
    assert tidied(shared) == page
    assert tidied(page) == page


def test_links_come_in_the_order_of_the_text_by_utf16_places() -> None:
    text = "🍋 first, then a.example/2 and https://a.example/3"
    first = {"type": "text_link", "offset": 3, "length": 5, "url": "https://a.example/1"}
    named = {"type": "url", "offset": 15, "length": 11}
    arrival = arrival_of(message(text=text, entities=[named, first]))
    assert arrival is not None
    assert arrival.links == tuple(f"https://a.example/{n}" for n in (1, 2, 3))


def test_a_preview_counts_where_the_words_hold_no_link() -> None:
    preview = {"link_preview_options": {"url": "https://a.example/x"}}
    hidden, shown = (
        arrival_of(message(text="this", **preview)),
        arrival_of(message(text="https://b.example/y", **preview)),
    )
    assert hidden is not None and hidden.links == ("https://a.example/x",)
    assert shown is not None and shown.links == ("https://b.example/y",)


def test_of_an_edited_message_the_links_count() -> None:
    edited = {"update_id": 2, "edited_message": message(text="now https://a.example/x")["message"]}
    arrival = arrival_of(edited)
    assert arrival is not None
    assert (arrival.edited, arrival.links) == (True, ("https://a.example/x",))
    in_group = {**edited["edited_message"], "chat": {"id": -5, "type": "group"}}
    assert arrival_of({"update_id": 3, "edited_message": in_group}) is None


def test_a_forwarded_message_is_known_as_such_and_a_document_has_a_name() -> None:
    origin = {"type": "hidden_user", "date": 0, "sender_user_name": "Oma"}
    forwarded = arrival_of(message(text="500 g flour", forward_origin=origin))
    assert forwarded is not None and forwarded.forwarded
    document = {"file_id": "F1", "file_name": "list.txt", "mime_type": "text/plain", "file_size": 20}
    sent = arrival_of(message(document=document))
    assert sent is not None
    assert (sent.kind, sent.file) == (ArrivalKind.FILE, SentFile("F1", "list.txt", "text/plain", 20))
    captioned = arrival_of(message(document=document, caption="https://a.example/x"))
    assert captioned is not None and captioned.kind == ArrivalKind.TEXT
