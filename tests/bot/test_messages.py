"""What a message becomes for the outbox, and what a text that is too long becomes."""

from decimal import Decimal
from uuid import uuid4

from bot.commands import Pay, ScaleTo, Start, ToggleLine, decode, encode
from bot.messages import Button, Message, digest_of, fitted, has_buttons, to_payload
from commerce.orders.models import PayBy


def test_buttons_are_kept_encoded_and_empty_rows_left_out() -> None:
    row = (Button("Go", Start()), Button("Site", url="https://errand.example/"))
    payload = to_payload(Message("hello", buttons=((), row)))
    assert payload["buttons"] == [
        [{"label": "Go", "data": "st"}, {"label": "Site", "url": "https://errand.example/"}]
    ]


def test_a_label_is_cut_where_no_screen_could_show_it() -> None:
    [[button]] = to_payload(Message("hello", ((Button("x" * 200, Start()),),)))["buttons"]
    assert len(button["label"]) == 60


def test_messages_that_look_the_same_have_the_same_digest() -> None:
    one, other = Message("hello"), Message("hello", ((Button("Go", Start()),),))
    assert digest_of(to_payload(one)) == digest_of(to_payload(Message("hello")))
    assert digest_of(to_payload(one)) != digest_of(to_payload(other))
    assert len(digest_of(to_payload(one))) <= 64


def test_the_digest_tells_whether_there_are_buttons_to_take_away() -> None:
    assert has_buttons(digest_of(to_payload(Message("hello", ((Button("Go", Start()),),)))))
    assert not has_buttons(digest_of(to_payload(Message("hello"))))


def test_a_long_text_ends_at_the_end_of_a_line() -> None:
    text = "\n".join(f"<b>line {n}</b>" for n in range(1000))
    cut = fitted(text)
    assert len(cut) <= 4096
    assert cut.endswith("</b>\n…")
    assert fitted("short") == "short"


def test_a_long_text_of_one_line_shows_its_beginning() -> None:
    cut = fitted("🧀" * 5000)
    assert 4000 < len(cut) <= 4096
    assert cut.endswith("🧀…")


def test_a_long_line_is_not_cut_within_a_tag_or_a_sign() -> None:
    assert fitted("&amp;" * 2000).endswith("&amp;…")
    assert fitted("a" * 5000 + "<b>bold</b>") == "a" * 4090 + "…"
    assert "<b" not in fitted("a" * 4085 + "<b>bold</b>" + "b" * 100)


def test_the_longest_buttons_fit_and_come_back() -> None:
    for command in (
        ToggleLine(uuid4(), 99),
        ScaleTo(Decimal("12.5"), uuid4()),
        Pay(next(iter(PayBy)), uuid4()),
    ):
        data = encode(command)
        assert len(data.encode()) <= 64
        assert decode(data) == command
