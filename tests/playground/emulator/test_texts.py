"""Formatting: what HTML, MarkdownV2 and Markdown become. The rows were checked against TDLib's own parser."""

import pytest

from bot.playground.emulator.errors import BadRequest
from bot.playground.emulator.texts.formatting import CAPTION, MESSAGE, format_text

Row = tuple[str, int, int]

GOOD = [
    ("HTML", "<b>a</b> &lt; b", "a < b", [("bold", 0, 1)]),
    ("HTML", "😀 <i>é</i>", "😀 é", [("italic", 3, 1)]),
    ("HTML", "<b>a<i>b</i></b>", "ab", [("bold", 0, 1), ("bold", 1, 1), ("italic", 1, 1)]),
    ("HTML", "<b>a <code>x</code> b</b>", "a x b", [("bold", 0, 2), ("code", 2, 1), ("bold", 3, 2)]),
    ("HTML", "&#128512;&nbsp;", "😀&nbsp;", []),
    ("HTML", "<B >a</b >", "a", [("bold", 0, 1)]),
    ("HTML", "<b>a</>", "a", [("bold", 0, 1)]),
    ("HTML", "<a href=ex.com>x</a>", "x", [("text_link", 0, 1)]),
    ("HTML", "<a>ex.com</a>", "ex.com", [("text_link", 0, 6)]),
    ("HTML", "<a href='http://localhost/'>x</a>", "x", []),
    ("HTML", '<pre><code class="language-python">x=1</code></pre>', "x=1", [("pre", 0, 3)]),
    ("HTML", "<blockquote expandable>a</blockquote>b", "ab", [("expandable_blockquote", 0, 1)]),
    ("HTML", '<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
    ("HTML", "  <b>a</b> ", "a", [("bold", 0, 1)]),
    ("HTML", "<b></b>a", "a", []),
    ("MarkdownV2", "*a _b_* \\.", "a b .", [("bold", 0, 2), ("bold", 2, 1), ("italic", 2, 1)]),
    (
        "MarkdownV2",
        "__a__ ~b~ ||c||",
        "a b c",
        [("underline", 0, 1), ("strikethrough", 2, 1), ("spoiler", 4, 1)],
    ),
    ("MarkdownV2", "[x](http://ex.com/a\\)b)", "x", [("text_link", 0, 1)]),
    ("MarkdownV2", "```py\nx\n```", "x", [("pre", 0, 1)]),
    ("MarkdownV2", ">a\n>b\nc", "a\nb\nc", [("blockquote", 0, 4)]),
    ("MarkdownV2", ">a\n>b||", "a\nb", [("expandable_blockquote", 0, 3)]),
    ("Markdown", "*a* _b_ `c`", "a b c", [("bold", 0, 1), ("italic", 2, 1), ("code", 4, 1)]),
]


@pytest.mark.parametrize(("mode", "sent", "text", "entities"), GOOD)
def test_marks_become_entities_in_utf16_units(mode: str, sent: str, text: str, entities: list[Row]) -> None:
    shown = format_text(sent, mode, None, MESSAGE, lambda user_id: None)
    assert shown.text == text
    assert [(one["type"], one["offset"], one["length"]) for one in shown.entities] == entities


@pytest.mark.parametrize(
    ("mode", "sent", "words"),
    [
        ("HTML", "é<x>", 'Unsupported start tag "x" at byte offset 2'),
        ("HTML", "a < b", 'Unsupported start tag "" at byte offset 2'),
        ("HTML", "<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("HTML", "a</b>", "Unexpected end tag at byte offset 1"),
        ("HTML", "<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("HTML", "<b", "Unclosed start tag at byte offset 0"),
        ("HTML", "<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("MarkdownV2", "3.50", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("MarkdownV2", "a *b", "Can't find end of Bold entity at byte offset 2"),
        ("MarkdownV2", "[a](http://x", "Can't find end of a URL at byte offset 4"),
        ("Markdown", "snake_case", "Can't find end of the entity starting at byte offset 5"),
    ],
)
def test_what_does_not_parse_is_refused_with_its_byte_offset(mode: str, sent: str, words: str) -> None:
    with pytest.raises(BadRequest) as refused:
        format_text(sent, mode, None, MESSAGE, lambda user_id: None)
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


def test_links_commands_and_names_are_found() -> None:
    text = "see example.com, @errand_bot, ann@shop.example or /help #now http://127.0.0.1:80/a."
    shown = format_text(text, None, None, MESSAGE, lambda user_id: None)
    found = [(one["type"], text[one["offset"] : one["offset"] + one["length"]]) for one in shown.entities]
    assert found == [
        ("url", "example.com"),
        ("mention", "@errand_bot"),
        ("email", "ann@shop.example"),
        ("bot_command", "/help"),
        ("hashtag", "#now"),
        ("url", "http://127.0.0.1:80/a"),
    ]


def test_a_mention_of_someone_unknown_is_dropped() -> None:
    sent = '<a href="tg://user?id=7">Ann</a>'
    user = {"id": 7, "is_bot": False, "first_name": "Ann"}
    known = format_text(sent, "HTML", None, MESSAGE, lambda user_id: user if user_id == 7 else None)
    assert known.entities[0]["user"] == user
    assert format_text(sent, "HTML", None, MESSAGE, lambda user_id: None).entities == []


def test_given_entities_move_when_the_text_is_trimmed() -> None:
    entities = [{"type": "bold", "offset": 2, "length": 3}]
    shown = format_text("  abc ", None, entities, MESSAGE, lambda user_id: None)
    assert (shown.text, shown.entities) == ("abc", [{"type": "bold", "offset": 0, "length": 3}])


def test_a_caption_may_be_empty_and_has_1024_characters() -> None:
    assert format_text("", None, None, CAPTION, lambda user_id: None).text == ""
    with pytest.raises(BadRequest, match="message caption is too long"):
        format_text("x" * 1025, None, None, CAPTION, lambda user_id: None)
