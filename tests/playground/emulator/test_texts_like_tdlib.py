"""Entities to the byte: what becomes of a text here is what TDLib makes of it.

Bounded and the same at every run; at length: `ERRAND_TEXT_EXAMPLES=20000 .venv/bin/pytest
tests/playground/emulator/test_texts_like_tdlib.py`, which then begins elsewhere each time.
"""

import os
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings

from bot.playground.emulator.errors import BadRequest
from bot.playground.emulator.texts.addresses import top_level_domains
from bot.playground.emulator.texts.cleaning import WrongEntity, cleaned
from bot.playground.emulator.texts.formatting import MESSAGE, format_text
from bot.playground.emulator.texts.found import found_in
from bot.playground.emulator.texts.html import parse_html
from bot.playground.emulator.texts.markdown import parse_markdown_v2
from bot.playground.emulator.texts.marks import CannotParse, Mark, ordered, shifted, utf16_length
from bot.playground.emulator.texts.old_markdown import parse_markdown
from tests.playground.emulator import tdlib
from tests.playground.emulator.generated_texts import (
    broken,
    html_texts,
    markdown_texts,
    marked,
    plain,
    running_texts,
)

EXAMPLES = int(os.environ.get("ERRAND_TEXT_EXAMPLES", "0"))
at_length = settings(
    max_examples=EXAMPLES or 150,
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
Parser = Callable[[str], tuple[str, list[Mark]]]


def outcome(parse: Callable[..., tuple[str, list[Mark]]], *given_values: Any) -> Any:
    """Text and marks, or the words of the refusal."""
    try:
        text, marks = parse(*given_values)
    except (CannotParse, WrongEntity) as error:
        return str(error)
    except tdlib.Refused as error:
        words = str(error).removeprefix("Can't parse entities: ")
        return words[0].lower() + words[1:] if words.startswith(("Entity", "Receive")) else words
    return text, [(mark.offset, mark.length, mark.type, mark.argument, mark.format) for mark in marks]


def same(parse: Parser, mode: str, text: str) -> None:
    assert outcome(parse, text) == outcome(tdlib.parsed, text, mode)


@at_length
@given(broken(html_texts))
@example("<b>a<i>b</i></b>")
def test_html_becomes_what_tdlib_makes_of_it(text: str) -> None:
    same(parse_html, "HTML", text)


@at_length
@given(broken(markdown_texts))
@example(">a\n>b||\nc")
def test_markdown_v2_becomes_what_tdlib_makes_of_it(text: str) -> None:
    same(parse_markdown_v2, "MarkdownV2", text)


@at_length
@given(broken(markdown_texts) | broken(plain))
@example("[abc.com]")
def test_the_old_markdown_becomes_what_tdlib_makes_of_it(text: str) -> None:
    """TDLib dies of a link without an address whose text is not ASCII: its letters overlap wrongly."""
    assume(not re.search(r"\[[^\]]*[^\0-\x7f]", text))
    same(parse_markdown, "Markdown", text)


@at_length
@given(marked())
def test_entities_are_cleaned_cut_and_nested_as_in_tdlib(given_marks: tuple[str, list[Mark]]) -> None:
    text, marks = given_marks
    assert outcome(cleaned, text, marks) == outcome(tdlib.nested, text, marks)


@at_length
@given(running_texts)
@example("see example.com, @errand_bot, ann@shop.example or /help #now http://127.0.0.1:80/a.")
def test_addresses_names_and_tags_are_found_as_in_tdlib(text: str) -> None:
    text, _ = cleaned(text, [])
    assert [mark for mark in found_in(text) if mark.type != "phone_number"] == untimed(tdlib.found(text))


def untimed(found: list[Mark]) -> list[Mark]:
    """A time like 10:30 hides what it overlaps; for bots it is not looked for."""
    assume(all(mark.type != "media_timestamp" for mark in found))
    return found


def test_the_top_level_domains_are_those_of_tdlib() -> None:
    unknown = [top for top in sorted(top_level_domains()) if not tdlib.found(f"a.{top}")]
    assert unknown == []
    for top in ("merck", "web", "localhost", "example"):
        assert tdlib.found(f"a.{top}") == found_in(f"a.{top}") == []


def whole(text: str, mode: str) -> tuple[str, list[Mark]]:
    """The steps of the Bot API server, each by TDLib, trimming by two lines of our own. Raises Refused."""
    plain_text, marks = tdlib.parsed(text, mode)
    assume(not set(plain_text) & set("*_~|`[]"))
    plain_text, marks = tdlib.nested(plain_text, marks)
    end = utf16_length(plain_text.rstrip(" \n"))
    marks = shifted(marks, 0, end=end)
    plain_text = plain_text.rstrip(" \n")
    lead = len(plain_text) - len(plain_text.lstrip(" \n"))
    lead = min([lead, *(mark.offset for mark in marks)])
    plain_text, marks = plain_text[lead:], shifted(marks, lead, end=end)
    hard = [mark for mark in marks if mark.type not in SPLITTABLE and "blockquote" not in mark.type]
    free = [
        one
        for one in untimed(tdlib.found(plain_text))
        if not any(one.offset < mark.end and mark.offset < one.end for mark in hard)
    ]
    return tdlib.nested(plain_text, ordered([*marks, *free]))


@at_length
@given(broken(html_texts | running_texts))
@example("<blockquote>see <b>ex.com</blockquote>")
@example("<i>a <b>ex.com/a</b>b</i>")
def test_a_message_shows_what_all_steps_together_make(text: str) -> None:
    assume(text)
    refusal = ""
    try:
        expected_text, expected = whole(text, "HTML")
    except tdlib.Refused as error:
        refusal = f"Bad Request: {str(error)[0].lower()}{str(error)[1:]}"
    if refusal:
        with pytest.raises(BadRequest) as refused:
            format_text(text, "HTML", None, MESSAGE, lambda user_id: None)
        assert refused.value.description == refusal
        return
    assume(expected_text.strip(" \n\u200b\u200e\u200f\u00a0\u200c\u200d"))
    shown = format_text(text, "HTML", None, MESSAGE, lambda user_id: {"id": user_id})
    assert shown.text == expected_text
    ours = [(one["offset"], one["length"], one["type"]) for one in shown.entities]
    ours = [one for one in ours if one[2] != "phone_number"]
    assert ours == [(mark.offset, mark.length, mark.type) for mark in expected]
