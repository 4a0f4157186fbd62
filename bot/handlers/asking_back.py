"""What a seller's words leave open, asked back one thing at a time, with buttons where there are choices.

A choice is the seller's own words with the doubtful part put right; only those that are read without that
doubt stand on a button. Nothing binds by a tap on one: the answer is read back as any other.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from bot.commands import ChooseMeant, ShowMeant
from bot.messages import Button, Message
from bot.turn import Refusal, Turn
from bot.views.selling import asked_lines, unclear_card
from bot.views.wording import Html, Words, shortened
from commerce.matching.translating import name_in
from commerce.people.models import FocusKind
from commerce.people.service import focus_of, focus_on
from commerce.quotes.models import Inquiry
from commerce.quotes.replies import AskedLine, ReplyReading, Unclear, Why

__all__ = [
    "ask_again", "ask_back", "candidates", "chosen_words", "forget_said", "said_before", "show_meant",
    "with_tax",
]  # fmt: skip

LONGEST_KEPT = 500
CHOICES_SHOWN = 6
CLAUSE_END = re.compile(r"[;\n]\s*|,\s+|\.\s+")
FIGURE = re.compile(r"\d+(?:[.,]\d+)?")
RATE = re.compile(r"\d{1,2}(?:[.,]\d)?")
"""A rate without its sign: no two digits behind the point, as a price has them."""
MOST_TAX = Decimal("0.3")
"""More than any rate there is: by so much at the most a price grows by its tax."""

Reader = Callable[[str], ReplyReading]
Choice = tuple[str, str]
"""A label, and the whole words that it stands for."""


def ask_back(turn: Turn, inquiry: Inquiry, text: str, reading: ReplyReading, read: Reader) -> None:
    """Ask about the first open thing; what was said is kept, so that a short answer mends it."""
    said = text[:LONGEST_KEPT]
    choices = _choices(turn, inquiry, said, reading.unclear, read)
    facts: dict[str, Any] = {"inquiry": str(inquiry.id), "said": said}
    facts["asked"] = unclear_card(turn.words, reading).text
    facts["labels"] = [shortened(label, 40) for label, _ in choices]
    facts["choices"] = [words for _, words in choices]
    focus_on(turn.session, turn.person.id, FocusKind.READ_BACK, **facts)
    show_meant(turn, inquiry, 0)


def show_meant(turn: Turn, inquiry: Inquiry, page: int) -> None:
    """A page of what the words may mean; another one in the same message."""
    facts = focus_of(turn.session, turn.person.id).facts
    if facts.get("inquiry") != str(inquiry.id) or "asked" not in facts:
        raise Refusal("quote-gone")
    labels = [str(label) for label in facts.get("labels", [])]
    pages = max(1, -(-len(labels) // CHOICES_SHOWN))
    page %= pages
    rows: list[tuple[Button, ...]] = [
        (Button(label, ChooseMeant(inquiry.id, place)),)
        for place, label in enumerate(labels)
        if place // CHOICES_SHOWN == page
    ]
    if pages > 1:
        here = Button(turn.words.plain("page-of", page=page + 1, pages=pages), ShowMeant(inquiry.id, page))
        back = Button("‹", ShowMeant(inquiry.id, (page - 1) % pages))
        rows.append((back, here, Button("›", ShowMeant(inquiry.id, (page + 1) % pages))))
    card = Message(Html(facts["asked"]), tuple(rows))
    turn.reply(card, slot=f"meant:{inquiry.id}", fresh=turn.message_id is None)


def ask_again(turn: Turn, inquiries: Sequence[Inquiry]) -> bool:
    """Ask once more what was left open about one of these inquiries; False where nothing was. What
    was said of it is kept."""
    about = focus_of(turn.session, turn.person.id).facts.get("inquiry")
    inquiry = next((one for one in inquiries if str(one.id) == about), None)
    if inquiry is None:
        return False
    show_meant(turn, inquiry, 0)
    return True


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
    return found


def with_tax(said: str, words: str, answer: str) -> str:
    """What was said, where its `words` left the tax out, with the price or the rate that the answer gives:
    "3.21", "7%" or "7" for "rice 3.00 plus VAT"."""
    clause, answer = _clause(said, words), answer.strip()
    net, gross = FIGURE.findall(clause), FIGURE.findall(answer)
    if net and len(gross) == 1 and "%" not in answer and _holds_tax(gross[0], net[-1]):
        head, _, tail = clause.rpartition(net[-1])
        return said.replace(clause, f"{head}{gross[0]}{tail.removesuffix(words)}", 1)
    if RATE.fullmatch(answer):
        return said.replace(words, f"{words} {answer}%", 1)
    return said.replace(words, f"{words} {answer}" if "%" in answer else answer, 1)


def _holds_tax(gross: str, net: str) -> bool:
    with_it, without = (Decimal(figure.replace(",", ".")) for figure in (gross, net))
    return without < with_it <= without * (1 + MOST_TAX)


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

    def called(name: str) -> str:
        return name_in(words.language, name) or name

    match doubt.why:
        case Why.WHICH_LINE | Why.UNKNOWN_NAME | Why.UNKNOWN_LINE if len(figures) == 1:
            for line in named:
                yield called(line.component), mended(f"{line.component} {figures[0]}")
                if doubt.why is Why.UNKNOWN_NAME:
                    label = words.plain("choice-instead", name=called(line.component))
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
            yield words.plain("choice-none", name=called(name)), mended(f"no {name}")
        case Why.YES_AND_NO if len(named) == 1:
            name = named[0].component
            for figure in dict.fromkeys(figures):
                yield (
                    words.plain("choice-as-listed", name=called(name), price=figure),
                    mended(f"{name} {figure}"),
                )
            yield words.plain("choice-none", name=called(name)), mended(f"no {name}")
        case Why.REST_OPEN:
            yield words.plain("choice-rest-listed"), f"{said}, rest ok"
        case _:
            return
