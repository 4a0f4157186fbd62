"""What a seller's words leave open, asked back one thing at a time, with buttons where there are choices.

A choice is the seller's own words with the doubtful part put right; only those that are read without that
doubt stand on a button. Nothing binds by a tap on one: the answer is read back as any other.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from uuid import UUID

from bot.commands import ChooseMeant
from bot.messages import Button, Message
from bot.turn import Refusal, Turn
from bot.views.lists import shortened
from bot.views.selling import asked_lines, unclear_card
from bot.views.wording import Words
from commerce.people.models import FocusKind
from commerce.people.service import focus_of, focus_on
from commerce.quotes.models import Inquiry
from commerce.quotes.replies import AskedLine, ReplyReading, Unclear, Why

__all__ = ["ask_back", "candidates", "chosen_words", "forget_said", "said_before"]

LONGEST_KEPT = 500
CHOICES_SHOWN = 6
CLAUSE_END = re.compile(r"[;\n]\s*|,\s+|\.\s+")
FIGURE = re.compile(r"\d+(?:[.,]\d+)?")

Reader = Callable[[str], ReplyReading]
Choice = tuple[str, str]
"""A label, and the whole words that it stands for."""


def ask_back(turn: Turn, inquiry: Inquiry, text: str, reading: ReplyReading, read: Reader) -> None:
    """Ask about the first open thing; what was said is kept, so that a short answer mends it."""
    said = text[:LONGEST_KEPT]
    card = unclear_card(turn.words, reading)
    choices = _choices(turn, inquiry, said, reading.unclear, read)
    rows = tuple(
        (Button(shortened(label, 40), ChooseMeant(inquiry.id, place)),)
        for place, (label, _) in enumerate(choices)
    )
    turn.reply(Message(card.text, rows))
    facts: dict[str, Any] = {"inquiry": str(inquiry.id), "said": said}
    facts["choices"] = [words for _, words in choices]
    focus_on(turn.session, turn.person.id, FocusKind.READ_BACK, **facts)


def chosen_words(turn: Turn, inquiry: Inquiry, choice: int) -> str:
    """The words behind a button of `ask_back`, if they are still what is asked."""
    facts = focus_of(turn.session, turn.person.id).facts
    choices = facts.get("choices", [])
    if facts.get("inquiry") != str(inquiry.id) or not 0 <= choice < len(choices):
        raise Refusal("quote-gone")
    return str(choices[choice])


def said_before(turn: Turn, inquiry: Inquiry) -> str | None:
    """What the seller wrote before it was asked back about this inquiry."""
    facts = focus_of(turn.session, turn.person.id).facts
    return str(facts.get("said")) if facts.get("inquiry") == str(inquiry.id) else None


def forget_said(turn: Turn, inquiry_id: UUID) -> None:
    """A tap has settled this inquiry's answer: doubtful words from before are part of no later one."""
    focus = focus_of(turn.session, turn.person.id)
    if focus.facts.get("inquiry") == str(inquiry_id):
        focus_on(turn.session, turn.person.id, focus.kind, focus.subject_id, asks=focus.asks)


def _choices(
    turn: Turn, inquiry: Inquiry, said: str, unclear: Sequence[Unclear], read: Reader
) -> list[Choice]:
    """Ways to mean it that are each read without this doubt."""
    if not unclear:
        return []
    lines = asked_lines(turn.stage, turn.person, inquiry)
    found: list[Choice] = []
    for label, words in candidates(turn.words, lines, said, unclear[0]):
        reading = read(words)
        kept = any(line is not None for line in reading.lines.values())
        if kept and len(reading.unclear) < len(unclear) and words not in {w for _, w in found}:
            found.append((label, words))
    return found[:CHOICES_SHOWN]


def _clause(said: str, part: str) -> str:
    """`part` with what stands before it in its clause: "butter 2.90 or 3.10" of "3.10"."""
    end = said.find(part) + len(part)
    begins = max((found.end() for found in CLAUSE_END.finditer(said[: end - len(part)])), default=0)
    return said[begins:end]


def candidates(words: Words, lines: Sequence[AskedLine], said: str, doubt: Unclear) -> Iterator[Choice]:
    """Ways to put the doubtful part of `said` right; not each of them is read as it should."""
    part, figures = doubt.words, FIGURE.findall(doubt.words)
    if doubt.why in {Why.TWO_PRICES, Why.VAGUE_PRICE} and part in said:
        part = _clause(said, part)
        figures = FIGURE.findall(part)
    elif part not in said and len(figures) == 1:
        part = _clause(said, figures[0])
    if not part or part not in said:
        return
    named = [line for line in lines if line.n in doubt.lines] or list(lines)

    def mended(instead: str) -> str:
        return said.replace(part, instead, 1)

    match doubt.why:
        case Why.WHICH_LINE | Why.UNKNOWN_NAME | Why.UNKNOWN_LINE if len(figures) == 1:
            for line in named:
                yield line.component, mended(f"{line.component} {figures[0]}")
                if doubt.why is Why.UNKNOWN_NAME:
                    label = words.plain("choice-instead", name=line.component)
                    yield label, mended(f"{part} instead of {line.component}")
        case Why.ONE_PRICE_FOR_SEVERAL if len(figures) == 1:
            each = ", ".join(f"{line.component} {figures[0]}" for line in named)
            yield words.plain("choice-each"), mended(each)
            yield words.plain("choice-together"), mended(f"{part} together")
        case Why.TWO_PRICES | Why.VAGUE_PRICE | Why.WHICH_UNIT if len(named) == 1:
            name = named[0].component
            for figure in dict.fromkeys(figures):
                yield words.plain("choice-exactly", price=figure), mended(f"{name} {figure}")
            if doubt.why is Why.WHICH_UNIT and len(figures) == 1:
                yield words.plain("choice-each"), mended(f"{name} {figures[0]} each")
            yield words.plain("choice-none", name=name), mended(f"no {name}")
        case Why.YES_AND_NO if len(named) == 1:
            name = named[0].component
            for figure in dict.fromkeys(figures):
                yield words.plain("choice-as-listed", name=name, price=figure), mended(f"{name} {figure}")
            yield words.plain("choice-none", name=name), mended(f"no {name}")
        case _:
            return
