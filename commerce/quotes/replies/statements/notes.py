"""What was said in an answer, still unweighed, and what its statements call a substitute."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise

from commerce.date_words import folded
from commerce.quotes.replies.shapes import AskedLine, ReadLine, Unclear, Why
from commerce.quotes.replies.statements.bare_figures import NAMING
from commerce.quotes.replies.statements.entries import Entry
from commerce.quotes.replies.statements.pricing import offer_of
from commerce.quotes.replies.words.counting import NUMBERS
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import OF_PRICE

__all__ = ["Notes", "Said", "cut", "price_alone", "share_price", "substitute_of", "variant_of"]


@dataclass(frozen=True)
class Shared:
    """One price, in minor units, of some lines together, and the words for it."""

    lines: frozenset[int]
    minor: int
    words: str


@dataclass
class Said:
    """All that the statements said, still unweighed.

    `parts` are offered at the list price, `shared` are prices of some lines together, `limits` how much there
    is of something that only the former answer tells; `fee_open`: delivery costs more, not told how much;
    `fee_in_total`: the total is said to include it.
    """

    offers: dict[int, list[ReadLine]] = field(default_factory=dict)
    refused: dict[int, str] = field(default_factory=dict)
    accepted: set[int] = field(default_factory=set)
    parts: dict[int, ReadLine] = field(default_factory=dict)
    listed: set[int] = field(default_factory=set)
    named: dict[int, str] = field(default_factory=dict)
    bare: list[Entry] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    shared: list[Shared] = field(default_factory=list)
    percent: Decimal = Decimal(0)
    cuts: dict[int, Decimal] = field(default_factory=dict)
    total_percent: Decimal = Decimal(0)
    fee: int | None = None
    fee_included: bool = False
    fee_open: bool = False
    fee_in_total: bool = False
    conditions: list[str] = field(default_factory=list)
    limits: list[Entry] = field(default_factory=list)
    all_accepted: bool = False
    all_refused: bool = False
    rest: Role | None = None
    unclear: list[Unclear] = field(default_factory=list)

    def doubt(self, why: Why, entry: Entry, lines: Sequence[int] = ()) -> None:
        self.unclear.append(Unclear(why, entry.words, tuple(lines)))


class Notes:
    """Takes down what is said about the lines `asked`, from one entry to the next.

    `last_offer` is the line priced last, `priced` what was said of each, `last_accepted` the one said to be
    there last, `pending` an entry whose price or answer is still to come, `refusing` the lines just refused;
    `open_packs` an entry of a line that is open how many packs are meant of, and its doubt;
    `excluding` and `all_but`: what is named next is left out of all; `revising` a former answer.
    """

    def __init__(self, asked: Sequence[AskedLine], *, revising: bool = False) -> None:
        self.lines = {line.n: line for line in asked}
        self.said = Said()
        self.revising = revising
        self.last_offer: int | None = None
        self.priced: dict[int, Entry] = {}
        self.last_accepted: int | None = None
        self.pending: Entry | None = None
        self.refusing: list[int] = []
        self.open_packs: tuple[int, Entry, Unclear] | None = None
        self.excluding = False
        self.all_but = False

    def numbers(self, entry: Entry) -> list[int]:
        """The lines that the entry names, each once. Doubtful names are noted, and none returned."""
        numbers: list[int] = []
        for token in entry.names:
            known = [n for n in token.lines if n in self.lines]
            if len(known) != 1:
                why = Why.WHICH_LINE if known else Why.UNKNOWN_LINE
                self.said.doubt(why, entry, sorted(known))
                return []
            if known[0] not in numbers:
                numbers.append(known[0])
        if any(t.role is Role.LINE for t in entry.names) and any(t.role is Role.NAME for t in entry.names):
            lines = {n for t in entry.names if t.role is Role.LINE for n in t.lines}
            if len(lines) == 1 and len(numbers) > 1 and entry.prices:
                self.said.doubt(Why.WHICH_LINE, entry, numbers)
                return []
        return numbers

    def priced_before(self) -> bool:
        return bool(self.said.offers or self.said.totals) or any(entry.prices for entry in self.said.bare)

    def single(self, entry: Entry) -> int | None:
        numbers = self.numbers(entry)
        return numbers[0] if len(numbers) == 1 else None

    def refuse(self, entry: Entry) -> None:
        for n in self.numbers(entry):
            self.said.refused.setdefault(n, entry.words)

    def settle(self, n: int, offer: ReadLine | Unclear) -> None:
        if isinstance(offer, Unclear):
            self.said.unclear.append(offer)
        else:
            self.offer(n, offer)

    def offer(self, n: int, offer: ReadLine) -> None:
        self.said.offers.setdefault(n, []).append(offer)
        self.last_offer = n

    def takes_part(self, entry: Entry, n: int | None) -> bool:
        """ "mince 9.90 a kilo but only 800 g": so much of what was just priced by the unit, or all of it."""
        bare = self.said.bare
        alone = len(self.lines) == len(bare) == 1 and not self.said.offers
        n = next(iter(self.lines)) if alone else n
        line, before = self.lines.get(n or 0), bare[0] if alone else self.priced.get(n or 0)
        if line is None or before is None or self.pending is not None or not entry.has(Role.ONLY):
            return False
        if entry.has(Role.WORD):  # "only one in magnolia"
            self.said.doubt(Why.UNKNOWN_NAME, entry, [line.n])
            return True
        if not before.has(Role.PER) or before.has(Role.QTY) or len(before.prices) != 1:
            return False
        together = Entry(before.parted, [*before.tokens, *entry.all(Role.QTY, Role.ONLY)])
        offer = offer_of(line, together, before.prices[0], None)
        if not isinstance(offer, ReadLine) or offer.qty == line.qty:
            return False
        if alone:
            bare.clear()
        self.said.offers.setdefault(line.n, [])[-1:] = [offer]
        return True

    def settle_pending(self) -> None:
        """What was named and got neither price nor answer is noted as named."""
        if self.pending is None:
            return
        pending, self.pending = self.pending, None
        if (
            pending.has(Role.QTY)
            and not pending.names
            and pending.has(Role.ONLY, Role.HAVE, Role.VAGUE, Role.PER)
        ):
            self.said.doubt(Why.WHICH_QUANTITY, pending, sorted(self.lines))
        for n in self.numbers(pending):
            self.said.named.setdefault(n, pending.words)
        self.take_parts(pending)

    def accept(self, entry: Entry, numbers: Sequence[int]) -> None:
        """The lines are there, as listed or so much of them."""
        (self.said.listed if entry.has(Role.LISTED) else self.said.accepted).update(numbers)
        self.last_accepted = numbers[-1]
        self.take_parts(entry)

    def take_parts(self, entry: Entry) -> None:
        """How much of each line there is, where a statement without a price says so: "only 2 brushes".

        A number in letters may be that, or a price: "screws twelve"; "screws half price" is no exact one, and
        another thing than asked for has no list price.
        """
        small = [token.text for token in entry.all(Role.FILLER)]
        spelled = any(NUMBERS.get(folded(text), 0) > 1 for text in small)
        unread = not entry.answered and any(sign.isdigit() for text in small for sign in text)
        if entry.names and (spelled or unread or entry.has(Role.VAGUE)):
            self.said.doubt(Why.VAGUE_PRICE, entry, self.numbers(entry))
            return
        if variant_of(entry, entry.has(Role.ONLY, Role.OFFERS, Role.INSTEAD)) is not None:
            self.said.doubt(Why.NO_PRICE, entry, self.numbers(entry))
            return
        for own in _parts_of(entry):
            n = self.single(own)
            if n is None or self.lines[n].list_price_minor is None:
                continue
            offer = offer_of(self.lines[n], own, None, None)
            if isinstance(offer, Unclear):
                self.said.unclear.append(offer)
            elif offer.qty != self.lines[n].qty:
                self.said.parts[n] = offer


def _parts_of(entry: Entry) -> list[Entry]:
    """The names of a statement that have a quantity, each with its own: "2 brushes and 3 rollers"."""
    told = [token for token in entry.tokens if token.role in {Role.QTY, *NAMING}]
    if not entry.has(Role.QTY):
        return []
    if len(entry.names) == 1:
        return [entry]
    leads = told[0].role is Role.QTY
    pairs = [(one, other) if leads else (other, one) for one, other in pairwise(told)]
    return [
        Entry(entry.parted, [name, qty])
        for qty, name in pairs
        if qty.role is Role.QTY and name.role in NAMING
    ]


def cut(minor: int, percent: Decimal) -> int:
    """The price less so many per cent, half a unit rounded up."""
    return int((minor * (100 - percent) / 100 + Decimal("0.5")).to_integral_value(rounding=ROUND_FLOOR))


def share_price(notes: Notes, entry: Entry, numbers: Sequence[int]) -> None:
    """ "screws and plugs 7.90 for both": one price for these lines together, which of all is the total."""
    price = entry.prices[0]
    if price.foreign:
        notes.said.doubt(Why.OTHER_CURRENCY, entry, numbers)
    elif entry.has(Role.VAGUE):
        notes.said.doubt(Why.VAGUE_PRICE, entry, numbers)
    elif price.role is not Role.PRICE or not price.minor or price.count != 1 or entry.has(Role.PER, Role.QTY):
        notes.said.doubt(Why.ONE_PRICE_FOR_SEVERAL, entry, numbers)
    elif set(numbers) == set(notes.lines):
        notes.said.totals.append(price.minor)
        notes.said.accepted.update(numbers)
    else:
        notes.said.shared.append(Shared(frozenset(numbers), price.minor, entry.words))


def price_alone(entry: Entry) -> bool:
    return bool(entry.prices) and not entry.names


def variant_of(entry: Entry, sure: bool) -> str | None:
    """Another kind of what was asked for: "brown rice" for rice."""
    for token in entry.all(Role.NAME):
        if token.variant is not None and (sure or token.surely):
            return token.variant
    return None


def substitute_of(entry: Entry) -> str | None:
    """ "margarine for the butter", "rollers instead of brushes": what comes in place of the line named."""
    tokens = [
        t
        for t in entry.tokens
        if t.role is not Role.FILLER or folded(t.text) in OF_PRICE - {"of", "von", "de"}
    ]
    words = [t for t in tokens if t.role is Role.WORD]
    if entry.has(Role.INSTEAD):
        return words[0].text.strip().lower() if words else None
    for only, word in pairwise(tokens):
        if only.role is Role.ONLY and word.role is Role.WORD and tokens.index(only) > 0:
            return word.text.strip().lower()
    for at, word in enumerate(tokens):
        after = [t for t in tokens[at + 1 :] if t.role not in {Role.QTY, Role.PRICE, Role.PER}]
        roles = [token.role for token in after[:2]]
        if word.role is Role.WORD and roles == [Role.FILLER, Role.NAME]:
            return word.text.strip().lower()
    return None
