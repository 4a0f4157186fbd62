"""What persons answered about lines and chose for them: kept, and applied when such a line comes again."""

import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from commerce.methods.agreeing import CONFIRMED_BY, Held, holding
from commerce.methods.components import ComponentLine, Doubt
from commerce.methods.models import Alias, Component, ItemChoice, Remembered
from commerce.units import Amount, Unit

__all__ = ["Reread", "choices_for", "key_of", "remember_answer", "remember_item", "reread"]

A = TypeVar("A", bound=Hashable)
_Key = tuple[bool, str]
OF_THE_LINE = {Doubt.UNKNOWN_UNIT, Doubt.FROM_PROSE}
"""Doubts about how a line is put, not about what its name means: their answers hold for that line only."""


@dataclass(frozen=True)
class Reread:
    """A line as it reads with earlier answers; `remembered` is None where they changed nothing."""

    line: ComponentLine
    remembered: Remembered | None = None


@dataclass(frozen=True)
class _Answer:
    """Answers are the same when their `key` and amount are, however the name is written."""

    name: str = field(compare=False)
    amount: Amount | None
    key: str


def key_of(text: str) -> str:
    """How a name or a line is kept: small letters, composed, single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).replace("’", "'").casefold().split())


def remember_answer(
    session: Session,
    person_id: UUID,
    language: str,
    asked: ComponentLine,
    name: str,
    amount: Amount | None,
    now: datetime,
    *,
    of_line: bool = False,
) -> None:
    """Keep what the line as it was asked about means; a later answer replaces an earlier one.

    With `of_line` the answer is about that line only: who takes the margarine of "butter or margarine" does
    not call butter so. Otherwise it holds for the name; the amount (for factor 1) belongs to the line, and is
    kept for the name where the page left it open.
    """
    about_line = of_line or asked.doubt in OF_THE_LINE
    answer = _Answer(name, amount, key_of(name))
    if about_line and not (asked.doubt is Doubt.UNKNOWN_UNIT and amount is None):
        _keep(session, person_id, language, (True, key_of(asked.text)), answer, now)
    if of_line or (about_line and answer.key == key_of(asked.name)):
        return
    kept = amount if asked.amount is None and not about_line else None
    _keep(session, person_id, language, (False, key_of(asked.name)), replace(answer, amount=kept), now)


def remember_item(session: Session, person_id: UUID, name: str, item_id: UUID, now: datetime) -> None:
    """Keep which item she chose for components of this name; the last choice holds."""
    source = key_of(name)[:160]
    query = select(ItemChoice).where(ItemChoice.person_id == person_id, ItemChoice.source == source)
    kept = session.exec(query).first() or ItemChoice(
        person_id=person_id, source=source, item_id=item_id, chosen_at=now
    )
    kept.item_id, kept.chosen_at = item_id, now
    session.add(kept)
    session.flush()


def reread(
    session: Session,
    person_id: UUID,
    language: str,
    lines: Sequence[ComponentLine],
    confirmed_by: int = CONFIRMED_BY,
) -> list[Reread]:
    """The lines of a page with what the person, or enough others, said of such lines before."""
    keys = {key_of(line.name) for line in lines} | {key_of(line.text)[:400] for line in lines}
    answers: dict[_Key, dict[UUID, _Answer]] = defaultdict(dict)
    query = select(Alias).where(Alias.language == language, col(Alias.source).in_(keys))
    for alias in session.exec(query):
        answers[alias.whole_line, alias.source][alias.person_id] = _answer(alias)
    held = {key: holding(person_id, given, confirmed_by) for key, given in answers.items()}
    return [_reread(line, held) for line in lines]


def choices_for(
    session: Session, person_id: UUID, components: Iterable[Component], confirmed_by: int = CONFIRMED_BY
) -> dict[UUID, UUID]:
    """By component, the item that the person, or enough others, chose for its name."""
    named = {component.id: key_of(component.name)[:160] for component in components}
    choices: dict[str, dict[UUID, UUID]] = defaultdict(dict)
    for choice in session.exec(select(ItemChoice).where(col(ItemChoice.source).in_(set(named.values())))):
        choices[choice.source][choice.person_id] = choice.item_id
    held = {source: holding(person_id, given, confirmed_by) for source, given in choices.items()}
    return {
        component_id: one.answer
        for component_id, source in named.items()
        if (one := held.get(source)) is not None
    }


def _keep(
    session: Session, person_id: UUID, language: str, key: _Key, answer: _Answer, now: datetime
) -> None:
    whole_line, source = key[0], key[1][:400]
    query = select(Alias).where(
        Alias.person_id == person_id,
        Alias.language == language,
        Alias.whole_line == whole_line,
        Alias.source == source,
    )
    alias = session.exec(query).first() or Alias(
        person_id=person_id, language=language, whole_line=whole_line, source=source, name="", answered_at=now
    )
    amount = answer.amount
    alias.name, alias.answered_at = answer.name[:160], now
    alias.qty = round(amount.qty, 3) if amount else None
    alias.qty_max = round(amount.qty_max, 3) if amount and amount.qty_max is not None else None
    alias.unit = str(amount.unit) if amount else None
    session.add(alias)
    session.flush()


def _answer(alias: Alias) -> _Answer:
    if alias.qty is None or alias.unit is None:
        return _Answer(alias.name, None, key_of(alias.name))
    return _Answer(alias.name, Amount(alias.qty, Unit(alias.unit), alias.qty_max), key_of(alias.name))


def _reread(line: ComponentLine, held: dict[_Key, Held[_Answer] | None]) -> Reread:
    of_line = held.get((True, key_of(line.text)[:400]))
    if of_line is not None:
        answer = of_line.answer
        return Reread(replace(line, name=answer.name, amount=answer.amount, doubt=None), of_line.whose)
    of_name = held.get((False, key_of(line.name)))
    if of_name is None:
        return Reread(line)
    read = replace(
        line,
        name=of_name.answer.name,
        amount=line.amount or of_name.answer.amount,
        doubt=line.doubt if line.doubt in OF_THE_LINE else None,
    )
    return Reread(read, of_name.whose if read != line else None)
