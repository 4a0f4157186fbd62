"""Entries that name lines: a price for one or several, a yes, a no, another kind, or more to come."""

from commerce.date_words import folded
from commerce.quotes.replies.promises import comes_again
from commerce.quotes.replies.shapes import AskedLine, ReadLine, Unclear, Why
from commerce.quotes.replies.statements.bare_figures import MOST_TOKENS
from commerce.quotes.replies.statements.entries import Entry
from commerce.quotes.replies.statements.notes import (
    Notes,
    price_alone,
    share_price,
    substitute_of,
    variant_of,
)
from commerce.quotes.replies.statements.pricing import offer_of
from commerce.quotes.replies.statements.sizes import other_size
from commerce.quotes.replies.statements.turns import counts_lines, each_or_all, goes_on
from commerce.quotes.replies.tokens.figures import whole_of
from commerce.quotes.replies.words.counting import NUMBERS
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import BOTH

__all__ = ["offer_named", "take_named"]


def take_named(notes: Notes, entry: Entry, refusing: list[int], following: Entry | None) -> None:
    numbers = notes.numbers(entry)
    notes.open_packs = None
    if not numbers:
        return
    pending = notes.pending
    listing = {Role.AND, Role.RANGE, *([Role.COMMA] if entry.prices and entry.has(Role.TOTAL) else [])}
    joined = pending is not None and entry.parted in listing and pending.only_names
    if entry.refuses and not entry.prices:
        if entry.has(Role.YES):
            notes.said.doubt(Why.YES_AND_NO, entry, numbers)
            return
        if joined and pending is not None:
            notes.refuse(pending)
            notes.pending = None
        notes.settle_pending()
        notes.refuse(entry)
        notes.refusing = list(numbers) if len(numbers) == 1 or following is not None else []
        return
    if entry.only_names and entry.has(Role.DATE) and comes_again(entry.tokens):
        notes.settle_pending()
        notes.refuse(entry)
        return
    if entry.only_names:
        again = refusing and entry.parted in {Role.AND, Role.RANGE, Role.COMMA} and not entry.has(Role.ONLY)
        if again and not (following is not None and price_alone(following)) and not variant_of(entry, False):
            notes.refuse(entry)
            notes.refusing = [*refusing, *numbers]
            return
        if joined and pending is not None and len(pending.tokens) < MOST_TOKENS:
            pending.tokens.extend(entry.tokens)
            return
        notes.settle_pending()
        if len(numbers) == 1 and entry.has(Role.ONLY) and notes.said.offers.get(numbers[0]):
            if entry.has(Role.QTY) and not notes.takes_part(entry, numbers[0]):
                notes.said.doubt(Why.WHICH_QUANTITY, entry, numbers)
            if entry.has(Role.QTY):
                return
        if not _specifies(notes, entry, numbers):
            notes.pending = entry
        return
    if joined and pending is not None:
        entry = Entry(pending.parted, [*pending.tokens, *entry.tokens])
        numbers = notes.numbers(entry)
        notes.pending = None
    notes.settle_pending()
    if not entry.prices:
        if len(numbers) == 1 and following is not None and goes_on(following):
            notes.pending = entry
            return
        if entry.has(Role.KEPT) and not notes.revising and _costs_the_same(notes, entry, numbers):
            return
        notes.accept(entry, numbers)
        return
    offer_named(notes, entry, numbers, refusing)


def _says_more(entry: Entry) -> bool:
    """Whether an unknown word behind the name stands in the same breath as its price: what that says of it
    ("roses 1.80 per thing", "eggs wholesale 3.20") only the seller can tell."""
    first = entry.names[0].start
    return any(not any(map(str.isdigit, t.text)) for t in entry.all(Role.WORD) if t.start > first)


def _counts_more(line: AskedLine, entry: Entry) -> bool:
    """ "roses 15 for eight", of ten: a number in letters that no part of the reading has used."""
    last = max((t.start for t in entry.names), default=0)
    told = {NUMBERS.get(word, 0) for word in _after(entry, last) if word not in BOTH}
    whole = whole_of(line)
    return bool(told - {0, 1, int(whole.qty) if whole is not None else 0})


def _after(entry: Entry, start: int) -> list[str]:
    """The small words of a statement behind a place."""
    return [folded(token.text) for token in entry.all(Role.FILLER) if token.start > start]


def _by_the_piece_of(entry: Entry) -> str | None:
    """ "no pine, spruce I'd have at 5.40 the board": the thing refused is named as what the price is by."""
    words = entry.all(Role.WORD)
    own = [at for at, token in enumerate(entry.tokens) if token.role is Role.NAME]
    by_piece = all(at and entry.tokens[at - 1].role is Role.PER for at in own)
    first = words[0].start < entry.prices[0].start if words else False
    return words[0].text.strip().lower() if by_piece and first and len(words) == 1 else None


def _costs_the_same(notes: Notes, entry: Entry, numbers: list[int]) -> bool:
    """ "sand 5.40 a bag, gravel the same": at the price of one that was just told."""
    before = notes.priced.get(notes.last_offer or 0)
    if before is None or len(numbers) != 1 or len(before.prices) != 1:
        return False
    if not before.has(Role.PER) and (before.has(Role.QTY) or notes.said.unclear):
        return False
    rate = [token for token in before.tokens if token.role in {Role.PRICE, Role.PER}]
    line = notes.lines[numbers[0]]
    notes.settle(line.n, offer_of(line, Entry(entry.parted, [*entry.tokens, *rate]), before.prices[0], None))
    return True


def _specifies(notes: Notes, entry: Entry, numbers: list[int]) -> bool:
    """ "rice 3.20 but only brown rice": another kind, of what was priced just before."""
    kind = variant_of(entry, True) if entry.has(Role.ONLY) else None
    if kind is None or len(numbers) != 1 or notes.last_offer != numbers[0]:
        return False
    before = notes.said.offers[numbers[0]].pop()
    notes.offer(numbers[0], ReadLine(before.price_minor, before.qty, before.packs, kind))
    return True


def offer_named(notes: Notes, entry: Entry, numbers: list[int], refusing: list[int]) -> None:
    if entry.refuses:
        notes.said.doubt(Why.YES_AND_NO, entry, numbers)
    elif len(entry.prices) > 1:
        notes.said.doubt(Why.TWO_PRICES, entry, numbers)
    elif len(numbers) == 1:
        n = numbers[0]
        sure = entry.has(Role.ONLY, Role.OFFERS, Role.INSTEAD) or entry.parted is Role.BUT or n in refusing
        substitute = substitute_of(entry) or other_size(notes.lines[n], entry) or variant_of(entry, sure)
        if substitute is None and n in refusing:
            substitute = _by_the_piece_of(entry)
        if substitute is None and _says_more(entry):
            notes.said.doubt(Why.UNKNOWN_NAME, entry, numbers)
        elif counts_lines(notes.lines[n], entry):  # "and with basil 4 for both"
            notes.said.doubt(Why.ONE_PRICE_FOR_SEVERAL, entry, numbers)
        elif _counts_more(notes.lines[n], entry):
            notes.said.doubt(Why.WHICH_QUANTITY, entry, numbers)
        offer = offer_of(notes.lines[n], entry, entry.prices[0], substitute)
        notes.settle(n, offer)
        notes.priced[n] = entry
        if isinstance(offer, Unclear) and offer.why is Why.WHICH_QUANTITY:
            notes.open_packs = n, entry, offer
    elif entry.has(Role.PER):
        for n in numbers:
            notes.settle(n, offer_of(notes.lines[n], entry, entry.prices[0], None, several=True))
    elif entry.has(Role.TOTAL) and not each_or_all(entry):
        share_price(notes, entry, numbers)
    else:
        notes.said.doubt(Why.ONE_PRICE_FOR_SEVERAL, entry, numbers)
