"""Messages as the outbox keeps them."""

from bot.commands import Help, Search, decode
from bot.messages import Button, Message, digest_of, fitted, to_payload


def test_long_texts_are_cut_at_a_line_and_stay_within_what_telegram_takes() -> None:
    text = "\n".join(f"<b>line {n}</b>" for n in range(1000))
    cut = fitted(text)
    assert len(cut) <= 4096
    assert cut.endswith("</b>\n…")


def test_long_labels_are_shortened_and_empty_rows_left_out() -> None:
    payload = to_payload(Message("x", ((), (Button("very " * 40, Help()),))))
    assert len(payload["buttons"]) == 1
    assert len(payload["buttons"][0][0]["label"]) == 60


def test_a_button_carries_its_command_there_and_back() -> None:
    payload = to_payload(Message("x", ((Button("look", Search("2.5 l paint")),),)))
    assert decode(payload["buttons"][0][0]["data"]) == Search("2.5 l paint")


def test_messages_that_look_the_same_have_one_digest() -> None:
    one, same, other = Message("a"), Message("a"), Message("b")
    assert digest_of(to_payload(one)) == digest_of(to_payload(same)) != digest_of(to_payload(other))
