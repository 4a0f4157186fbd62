"""Weak lines, one at a time: which are open to question, what an answer in words means, and its effect."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from sqlmodel import Session

from commerce import events
from commerce.methods.aliases import remember_answer
from commerce.methods.events import LineAnswered
from commerce.methods.lines import ComponentLine, Doubt, read_line, read_lines
from commerce.methods.models import Component
from commerce.methods.service import BadScale, list_of, must_be_open
from commerce.units import Amount

__all__ = [
    "Answer",
    "answer_line",
    "answer_read",
    "is_weak",
    "leave_out_line",
    "line_of",
    "others_in",
    "to_check",
]

LONGEST_ANSWER = 200
MOST_QTY = Decimal(1_000_000)
_WEAK = {Doubt.UNSURE_NAME, Doubt.UNKNOWN_UNIT, Doubt.FROM_PROSE}
_THING = "Xyqqat"
"""A word that no lexicon knows, in the place of a name: what is read before it is an amount alone."""
_OPENING = re.compile(
    r"^\W*(?:(?:no|nein|non|oh|well|also|ja|oui|yes)\b[\s,:]*)?"
    r"(?:(?:it['’]?s|it is|its|that['’]?s|that is|they['’]?re|they are|these are|this is|i mean|i meant|means"
    r"|make (?:it|that)|take|put|should be|it should be|must be|call it|read"
    r"|das sind|das ist|das soll|das heißt|es sind|es ist|gemeint (?:ist|sind)|ich meine|ich meinte|nimm|soll"
    r"|c['’]est|ce sont|il s['’]agit (?:de|d['’])|je veux dire|ça veut dire|prends|prenez|mets"
    r"|mettez)\b[\s,:]*)?"
    r"(?:(?:the|der|die|das|den|le|la|les|du|des|de la|plutôt|eher|rather|just|only|nur|seulement)\b\s*"
    r"|(?:l|d)['’]\s*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Answer:
    """What a person says that a line means; `amount` is as wanted now, None where it stays open."""

    name: str
    amount: Amount | None


def is_weak(component: Component) -> bool:
    """Read with little confidence. An open amount is none: a pack is asked for, and the list says so."""
    return component.needed and component.doubt in _WEAK


def to_check(components: Sequence[Component]) -> list[Component]:
    """The lines to ask about, the weakest first, else in the order of the page."""
    open_lines = [component for component in components if component.doubt is not None and component.needed]
    return sorted(open_lines, key=lambda component: (component.doubt not in _WEAK, component.n))


def answer_read(text: str, asked: Component, language: str) -> Answer | None:
    """What free words say about the line asked: "2 cups of flour", "it's vegetable stock", "1 packet". What
    they leave open stays as it was read, except for an amount in a unit that is not known. None where they
    name nothing."""
    said = _OPENING.sub("", text.strip()[:LONGEST_ANSWER]).strip(" .!,;:")
    if not said or "\n" in said:
        return None
    alone = read_line(f"{said} {_THING}", language=language, kind=asked.kind)
    if alone.amount is not None and alone.name == _THING:
        return Answer(asked.name, alone.amount)
    line = read_line(said, language=language, kind=asked.kind)
    if line.doubt is Doubt.UNSURE_NAME:
        return None
    kept = asked.amount if asked.doubt is not Doubt.UNKNOWN_UNIT else None
    return Answer(line.name, line.amount or kept)


def others_in(component: Component, language: str) -> tuple[str, ...]:
    """What the line itself offers instead ("butter or margarine"), as it was written."""
    lines = read_lines(component.text, language=language, kind=component.kind)
    own = next((line for line in lines if line.name == component.name), lines[0] if lines else None)
    return own.alternatives[:2] if own is not None else ()


def answer_line(
    session: Session, component: Component, answer: Answer, now: datetime, *, of_line: bool = False
) -> None:
    """The line is as she says, without doubt, and this is remembered; where a unit was not known and she
    tells no amount, that is open now. `of_line`: this is not what the name
    means elsewhere. Raises BadScale for an absurd amount."""
    component_list = list_of(session, component.list_id)
    must_be_open(component_list)
    amount = answer.amount
    if amount is not None and not 0 < amount.most < MOST_QTY:
        raise BadScale(amount.most)
    base = amount.times(1 / component_list.factor) if amount is not None else None
    asked = line_of(component, component_list.factor)
    remember_answer(
        session,
        component_list.person_id,
        component_list.language,
        asked,
        answer.name,
        base,
        now,
        of_line=of_line,
    )
    component.name = answer.name[:160]
    component.qty = amount.qty if amount else None
    component.qty_max = amount.qty_max if amount else None
    component.unit = str(amount.unit) if amount else None
    component.base_qty = base.qty if base else None
    still_open = component.doubt is Doubt.UNKNOWN_UNIT and amount is None
    component.doubt = Doubt.NO_AMOUNT if still_open else None
    component.needed, component.remembered = True, None
    component.open_parts = 0
    session.add(component)
    _answered(session, component, now)


def leave_out_line(session: Session, component: Component, now: datetime) -> None:
    """Not needed for this job; its doubt stays, should it be needed again."""
    must_be_open(list_of(session, component.list_id))
    component.needed = False
    session.add(component)
    _answered(session, component, now)


def line_of(component: Component, factor: Decimal) -> ComponentLine:
    """The component as its line was read, its amount for factor 1."""
    amount = component.amount
    line = ComponentLine(
        text=component.text,
        name=component.name,
        amount=amount.times(1 / factor) if amount is not None else None,
        kind=component.kind,
        size=component.size,
        preparation=None,
        optional=component.optional,
        alternatives=(),
        doubt=component.doubt,
    )
    return replace(line, amount=None) if component.open_parts else line


def _answered(session: Session, component: Component, now: datetime) -> None:
    session.flush()
    component_list = list_of(session, component.list_id)
    event = LineAnswered(
        component_list.person_id, component_list.id, component.id, subjects=(component_list.id,)
    )
    events.record(session, event, now)
