"""A page that names a component more than once: flour for the dough, flour for the crumble."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session

from commerce.matching.merging import Group, Part, merged
from commerce.methods.lines import Doubt
from commerce.methods.models import Component, ComponentList, ListState
from commerce.methods.service import components_of, list_of, rounded
from commerce.units import measures_of

__all__ = ["unite_repeats"]


def unite_repeats(session: Session, list_id: UUID) -> None:
    """What a list that was just read names more than once becomes one line, in the first one's place: so it
    is bought in as few packs as it takes. What is weak, chosen or added by hand, or optional where the other
    is not, stays by itself, and so do amounts that cannot be added (`merging`)."""
    component_list = list_of(session, list_id)
    if component_list.state is not ListState.OPEN:
        return
    plain = [line for line in components_of(session, list_id) if _is_plain(line)]
    measures = measures_of(component_list.language)
    for alike in ([line for line in plain if line.optional is optional] for optional in (False, True)):
        parts = [Part(one.name, one.size, one.kind, one.amount, measures, one.needed) for one in alike]
        for group in merged(parts, measures):
            if len(group.places) > 1:
                _unite(session, component_list, [alike[place] for place in group.places], group)
    session.flush()
    for n, line in enumerate(components_of(session, list_id), 1):
        line.n = n
        session.add(line)


def _is_plain(line: Component) -> bool:
    touched = line.by_hand or line.item_id is not None or line.open_parts
    return not touched and line.doubt in {None, Doubt.NO_AMOUNT}


def _unite(session: Session, component_list: ComponentList, lines: Sequence[Component], group: Group) -> None:
    first, *others = lines
    amount = group.amount
    if amount is not None:
        first.qty, first.unit = rounded(amount.qty), str(amount.unit)
        first.base_qty = amount.qty / component_list.factor
        first.qty_max = rounded(amount.qty_max) if amount.qty_max is not None else None
        first.open_parts, first.doubt = group.open_parts, None
    first.remembered = next((one.remembered for one in lines if one.remembered), None)
    first.prefers_id = next((one.prefers_id for one in lines if one.prefers_id), None)
    first.text = "\n".join(line.text for line in lines)[:400]
    session.add(first)
    for other in others:
        session.delete(other)
