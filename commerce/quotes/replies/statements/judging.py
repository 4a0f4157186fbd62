"""Entries of an answer judged one after the other: what each says about which lines."""

from collections.abc import Sequence

from commerce.date_words import folded
from commerce.quotes.replies.shapes import AskedLine, Why
from commerce.quotes.replies.statements.bare_figures import NAMING
from commerce.quotes.replies.statements.discounts import (
    brings_free,
    excludes_delivery,
    is_condition,
    is_fee,
    take_discount,
)
from commerce.quotes.replies.statements.entries import Entry, zipped
from commerce.quotes.replies.statements.named import take_named
from commerce.quotes.replies.statements.notes import Notes, Said, price_alone
from commerce.quotes.replies.statements.priced import CUES, take_priced, take_total
from commerce.quotes.replies.statements.rates import rated_for_all, spread_rates
from commerce.quotes.replies.statements.remarks import counts_otherwise, explains
from commerce.quotes.replies.statements.sizes import is_whole_or_size
from commerce.quotes.replies.statements.turns import (
    for_a_price,
    forget_conditions,
    of_a_kind,
    shares_a_price,
    taken_off,
)
from commerce.quotes.replies.tokens.figures import whole_of
from commerce.quotes.replies.words.counting import NUMBERS
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import ALONG, VARIETIES

__all__ = ["judged"]

_YES_OR_NO = frozenset({Role.YES, Role.KEPT, Role.LISTED, Role.NO, Role.LACKS})


def judged(asked: Sequence[AskedLine], entries: Sequence[Entry], *, revising: bool = False) -> Said:
    """All that the entries say about the lines asked, still unweighed; `revising` a former answer."""
    notes = Notes(asked, revising=revising)
    told = zipped(entries)
    for entry in rated_for_all(told):
        notes.said.doubt(Why.WHICH_UNIT, entry, notes.numbers(entry))
    for index, entry in enumerate(told):
        including = index > 0 and told[index - 1].tokens[-1].role is Role.INCLUDED
        _judge(notes, entry, told[index + 1] if index + 1 < len(told) else None, including=including)
    notes.settle_pending()
    spread_rates(notes, told)
    return notes.said


def _judge(notes: Notes, entry: Entry, following: Entry | None, *, including: bool) -> None:
    """`including`: the entry before ends with a word for it, "18 for all including"."""
    forget_conditions(entry)
    if entry.has(Role.TIER):
        priced = notes.last_offer is not None
        notes.said.doubt(
            Why.TWO_PRICES if priced else Why.WHICH_LINE,
            entry,
            [notes.last_offer] if notes.last_offer else [],
        )
        return
    if entry.has(Role.LAST) and not entry.prices:
        notes.said.doubt(Why.VAGUE_PRICE, entry, notes.numbers(entry))
        return
    refusing, notes.refusing = notes.refusing, []
    if entry.has(Role.WHEN) and following is not None and following.parted is Role.FILLER and following.names:
        notes.said.doubt(Why.VAGUE_PRICE, entry, notes.numbers(entry))  # "10 if you take the screws, too"
        return
    if is_fee(entry):
        ranging = following is not None and following.parted is Role.RANGE and price_alone(following)
        if entry.has(Role.VAGUE) or ranging:
            notes.said.conditions.append(entry.words)
        else:
            notes.said.fee = entry.prices[0].minor
            notes.said.fee_included = including
        return
    if excludes_delivery(entry) or (entry.parted is Role.EXTRA and entry.has(Role.DELIVERY)):
        notes.said.conditions.append(entry.words)
        notes.said.fee_open = True
    if is_condition(entry):
        notes.said.conditions.append(entry.words)
        if not entry.has(Role.PERCENT) or not entry.prices:
            return
    elif entry.has(Role.WHEN) and entry.prices and not entry.has(Role.PERCENT):
        goes_on = entry.tokens[-1].role is Role.WHEN and following and following.parted is Role.FILLER
        told = [entry, following] if goes_on and following else [entry]
        notes.said.conditions.append(" ".join(part.words for part in told))  # "27 for all if you pay cash"
    if brings_free(entry) and notes.said.fee is None:
        notes.said.fee = 0
        if all(token.role is Role.FREE for token in entry.prices):
            entry.tokens = [token for token in entry.tokens if token.role is not Role.FREE]
    if entry.prices and entry.has(Role.OFF) and not entry.has(Role.PERCENT) and taken_off(entry):
        parted = following is not None and following.parted is not Role.FILLER  # "24 minus 2"
        if following is not None and parted and price_alone(following) and entry.names:
            notes.settle_pending()
            notes.pending = Entry(entry.parted, entry.names)
        else:
            notes.said.doubt(Why.WHAT_DISCOUNT, entry)
        return
    if entry.has(Role.PERCENT) and not take_discount(notes, entry):
        return
    if _excludes(notes, entry, following):
        return
    if _is_doubtful(notes, entry, following):
        return
    if entry.names:
        take_named(notes, entry, refusing, following)
    elif entry.prices:
        take_priced(notes, entry, refusing)
    else:
        _plain(notes, entry, refusing, following)


def _is_doubtful(notes: Notes, entry: Entry, following: Entry | None) -> bool:
    """What may be of several things, or takes back what was said; it is noted."""
    if _wavers(notes, entry):
        notes.said.doubt(Why.VAGUE_PRICE, entry, sorted(notes.lines))
    elif _adds_to_former(notes, entry):
        notes.said.doubt(Why.ONE_PRICE_FOR_SEVERAL, entry, [notes.last_offer or 0, *notes.numbers(entry)])
    elif shares_a_price(entry, following):
        notes.said.doubt(Why.UNKNOWN_NAME, entry)
    else:
        return False
    return True


def _adds_to_former(notes: Notes, entry: Entry) -> bool:
    """ "salmon 24, with dill 26": the price may be that of both."""
    first = entry.tokens[0]
    leads = first.role is Role.INCLUDED or folded(first.text) in ALONG
    return leads and len(entry.prices) == 1 and bool(entry.names) and notes.last_offer is not None


def _wavers(notes: Notes, entry: Entry) -> bool:
    """ "lentils 1.99 or was it vice versa": something unknown that may be, behind a price."""
    slight = all(token.role in {Role.WORD, Role.FILLER, Role.USUAL} for token in entry.tokens)
    return entry.parted is Role.RANGE and slight and entry.has(Role.WORD) and notes.last_offer is not None


def _excludes(notes: Notes, entry: Entry, following: Entry | None) -> bool:
    """ "all but the basil", "everything except 2 and 3"."""
    if notes.excluding:
        if entry.only_names and entry.parted in {Role.AND, Role.COMMA, Role.RANGE, Role.BUT, Role.FILLER}:
            notes.refuse(entry)
            return True
        notes.excluding = False
    if notes.all_but and entry.names:
        notes.all_but = False
        notes.refuse(entry)
        take_total(notes, entry, entry.prices[0])
        return True
    if entry.has(Role.EXCEPT) and entry.only_names and entry.tokens[0].role is Role.EXCEPT:
        notes.refuse(entry)
        return True
    if not entry.has(Role.ALL, Role.REST) or (entry.has(Role.NO, Role.LACKS) and not entry.has(Role.EXCEPT)):
        return False
    if _leaves_out_some(entry, following):
        notes.said.doubt(Why.WHICH_LINE, entry, sorted(notes.lines))
        return True
    leads_on = following is not None and following.parted is Role.BUT and bool(following.names)
    if entry.has(Role.EXCEPT):
        place = next(t.start for t in entry.tokens if t.role is Role.EXCEPT)
        kept = Entry(Role.BUT, [t for t in entry.tokens if t.start > place])
        if not kept.names:
            return False
        notes.said.all_accepted = True
        if entry.has(Role.LISTED):
            notes.said.rest = Role.LISTED
        notes.excluding = not kept.prices
        if kept.prices and entry.has(Role.YES, Role.LISTED):
            take_named(notes, kept, [], None)
        elif kept.prices:
            notes.said.doubt(Why.WHICH_LINE, entry, notes.numbers(kept))
        else:
            notes.refuse(kept)
        return True
    if leads_on and following is not None and not entry.prices and not entry.names:
        notes.said.all_accepted = True
        if following.only_names and not following.has(Role.QTY):
            notes.excluding = True
        elif len(following.prices) == 1 and for_a_price(following):
            notes.all_but = True
        elif following.prices and not entry.has(Role.YES, Role.LISTED) and not following.refuses:
            notes.said.doubt(Why.WHICH_LINE, following, notes.numbers(following))
        return True
    return False


def _leaves_out_some(entry: Entry, following: Entry | None) -> bool:
    """ "all but one", "tout sauf deux": so many are left out, and nobody says which."""
    if entry.has(Role.EXCEPT):
        place = next(t.start for t in entry.tokens if t.role is Role.EXCEPT)
        left_out = [t for t in entry.tokens if t.start > place]
    else:
        left_out = following.tokens if following is not None and following.parted is Role.BUT else []
    told = [t for t in left_out if t.role in NAMING]
    counted = next((t for t in left_out[:2] if NUMBERS.get(folded(t.text), 0)), None)
    return counted is not None and not told and not any(t.role is Role.PRICE for t in left_out)


def _plain(notes: Notes, entry: Entry, refusing: list[int], following: Entry | None) -> None:
    """Neither names nor prices: a yes or no to all, to the rest, or to the next line in order."""
    last = notes.lines.get(notes.last_offer or 0)
    if (
        last is not None
        and notes.pending is None
        and counts_otherwise(entry, whole_of(last), len(notes.lines))
    ):
        notes.said.doubt(Why.WHICH_QUANTITY, entry, [last.n])
        return
    answer = next((t.role for t in entry.tokens if t.role in _YES_OR_NO), None)
    if entry.has(Role.REST):
        notes.said.rest = Role.NO if entry.refuses or entry.has(Role.DECLINE) else (answer or Role.REST)
    elif entry.has(Role.ALL):
        if entry.refuses or entry.has(Role.DECLINE):
            notes.said.all_refused = True
        else:
            notes.said.all_accepted = True
            if entry.has(Role.LISTED):
                notes.said.rest = Role.LISTED
    elif refusing and entry.has(Role.OFFERS, Role.YES) and entry.has(Role.WORD):
        notes.refusing = refusing
        notes.settle_pending()
        notes.pending = entry
    elif entry.has(Role.TOTAL) and answer is Role.YES:
        notes.said.all_accepted = True
    elif notes.pending is not None and answer in {Role.NO, Role.LACKS}:
        notes.refuse(notes.pending)
        notes.pending = None
    elif answer is not None and not entry.has(Role.DATE, Role.DELIVERY, Role.PICKUP, Role.VALID):
        notes.said.bare.append(entry)
    elif answer is Role.LACKS and not entry.has(Role.DELIVERY, Role.PICKUP, Role.VALID, Role.WORD):
        notes.said.bare.append(entry)  # "sold out till next week"
    elif entry.has(Role.QTY) and notes.takes_part(entry, notes.last_offer):
        return
    elif entry.has(Role.QTY) and notes.pending is not None:
        notes.refusing = refusing
        notes.pending.tokens.extend(entry.tokens)
    elif entry.has(Role.QTY) and (len(notes.lines) == 1 or _limits(notes, entry)):
        notes.pending = entry
    elif entry.has(Role.WORD) and entry.has(*CUES) and _comes_instead(notes, entry, following):
        notes.refusing = refusing
        notes.settle_pending()
        notes.pending = entry
    elif entry.has(Role.WORD, Role.INSTEAD, Role.OFFERS):
        notes.refusing = refusing
        if refusing and entry.has(Role.WORD):
            notes.settle_pending()
            notes.pending = entry
    elif entry.has(Role.QTY) and entry.has(Role.ONLY) and not _is_whole(notes, entry):
        notes.said.limits.append(entry)
    elif entry.has(Role.QTY) and _tells_another_amount(notes, entry):
        notes.said.doubt(Why.WHICH_QUANTITY, entry, [notes.last_offer or 0])
    if explains(entry) and notes.priced_before() and notes.pending is not entry:
        notes.said.doubt(Why.UNKNOWN_NAME, entry, [notes.last_offer] if notes.last_offer else [])


def _tells_another_amount(notes: Notes, entry: Entry) -> bool:
    """ "salmon 24 (500 g)", of a kilo: an amount alone behind a price, which is not what was asked for."""
    line, before = notes.lines.get(notes.last_offer or 0), notes.priced.get(notes.last_offer or 0)
    alone = all(token.role in {Role.QTY, Role.FILLER} for token in entry.tokens)
    if line is None or before is None or not alone or before.has(Role.QTY, Role.PER):
        return False
    return not any(is_whole_or_size(line, token) for token in entry.all(Role.QTY))


def _is_whole(notes: Notes, entry: Entry) -> bool:
    """ "leeks 2.40 (only 3 left)", of three: as much as was asked for."""
    line = notes.lines.get(notes.last_offer or notes.last_accepted or 0)
    whole = whole_of(line) if line is not None else None
    return whole is not None and entry.all(Role.QTY)[0].number == whole.qty


def _limits(notes: Notes, entry: Entry) -> bool:
    """ "oil 6.50 but only 250 ml": how much there is of what was priced, or said to be there, before."""
    line = notes.lines.get(notes.last_offer or notes.last_accepted or 0)
    if line is None or notes.pending is not None or not entry.has(Role.ONLY):
        return False
    whole, said = whole_of(line), entry.all(Role.QTY)[0].number
    return whole is None or said is None or said != whole.qty


def _comes_instead(notes: Notes, entry: Entry, following: Entry | None) -> bool:
    """ "I've only got trout, 13.20": what is there in place of the only line, and its price behind it."""
    told = [token.role for token in entry.tokens if token.role is not Role.FILLER]
    priced = following is not None and following.parted is Role.COMMA and price_alone(following)
    alone = len(notes.lines) == 1 and told[-2:] == [Role.ONLY, Role.WORD] and priced
    return alone or _of_known_kind(notes, entry)


def _of_known_kind(notes: Notes, entry: Entry) -> bool:
    thing = entry.all(Role.WORD)[0].text.strip().lower()
    alone = len(notes.lines) == 1 and folded(thing) in VARIETIES
    return alone or len(of_a_kind(thing, notes.lines)) == 1
