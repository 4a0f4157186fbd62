"""Entries of an answer judged one after the other: what each says about which lines."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from commerce.date_words import folded
from commerce.quotes.reply_entries import Entry
from commerce.quotes.reply_lexing import Token
from commerce.quotes.reply_pricing import offer_of
from commerce.quotes.reply_shapes import AskedLine, ReadLine, Unclear, Why
from commerce.quotes.reply_words import Role

__all__ = ["Said", "Statements"]

_OFFS = (
    "off",
    "discount",
    "rabatt",
    "nachlass",
    "remise",
    "reduction",
    "less",
    "minus",
    "knock",
    "abzug",
    "skonto",
)
_TAXES = frozenset({"vat", "mwst", "tva", "tax", "ust", "sure", "certain"})


@dataclass
class Said:
    """All that the statements said, still unweighed."""

    offers: dict[int, list[ReadLine]] = field(default_factory=dict)
    refused: dict[int, str] = field(default_factory=dict)
    accepted: set[int] = field(default_factory=set)
    listed: set[int] = field(default_factory=set)
    named: dict[int, str] = field(default_factory=dict)
    bare: list[Entry] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    percent: Decimal = Decimal(0)
    fee: int | None = None
    all_accepted: bool = False
    all_refused: bool = False
    rest: Role | None = None
    unclear: list[Unclear] = field(default_factory=list)

    def doubt(self, why: Why, entry: Entry, lines: Sequence[int] = ()) -> None:
        self.unclear.append(Unclear(why, entry.words, tuple(lines)))


class Statements:
    """Walks over the entries; `said` is the outcome."""

    def __init__(self, asked: Sequence[AskedLine], entries: Sequence[Entry]) -> None:
        self.lines = {line.n: line for line in asked}
        self.said = Said()
        self._pending: Entry | None = None
        self._refusing: list[int] = []
        self._excluding = False
        self._last_offer: int | None = None
        for index, entry in enumerate(entries):
            following = entries[index + 1] if index + 1 < len(entries) else None
            self._judge(entry, following)
        self._settle_pending()

    def _judge(self, entry: Entry, following: Entry | None) -> None:
        refusing, self._refusing = self._refusing, []
        if self._is_fee(entry):
            self.said.fee = entry.prices[0].minor
        elif (entry.has(Role.PERCENT) and not self._discount(entry)) or self._excludes(entry, following):
            return
        elif entry.names:
            self._named(entry, refusing, following)
        elif entry.prices:
            self._priced(entry, refusing)
        else:
            self._plain(entry, refusing)

    # --- kinds of entries ---

    def _is_fee(self, entry: Entry) -> bool:
        """ "plus 4.90 delivery": a price of the delivery, of no line."""
        prices = entry.prices
        if len(prices) != 1 or entry.names or not entry.has(Role.DELIVERY) or entry.has(Role.TOTAL, Role.ALL):
            return False
        nouns = [token.text.lower() for token in entry.all(Role.DELIVERY)]
        if all(noun.startswith(("delivered", "deliver ")) for noun in nouns) or entry.has(Role.INCLUDED):
            return False
        return entry.parted is Role.EXTRA or not entry.has(Role.DATE)

    def _discount(self, entry: Entry) -> bool:
        """Takes note of a percentage; True where the entry has a line's price to go on with."""
        token = entry.all(Role.PERCENT)[0]
        off = any(t.text.lower().startswith(_OFFS) for t in entry.all(Role.OFF)) or token.text.startswith(
            ("-", "−")
        )
        words = {folded(word) for t in entry.all(Role.WORD, Role.FILLER) for word in t.text.split()}
        if entry.has(Role.WHEN) or entry.has(Role.INCLUDED) or words & _TAXES:
            return bool(entry.names or entry.prices)
        if not off or token.number is None or not 0 < token.number < 100:
            self.said.doubt(Why.WHAT_DISCOUNT, entry)
            return False
        if entry.names or (entry.prices and not entry.has(Role.TOTAL, Role.ALL)):
            self._cut_line(entry, token.number)
            return False
        if entry.prices:
            self.said.doubt(Why.WHAT_DISCOUNT, entry)
            return False
        if self.said.percent and self.said.percent != token.number:
            self.said.doubt(Why.WHAT_DISCOUNT, entry)
        self.said.percent = token.number
        return False

    def _cut_line(self, entry: Entry, percent: Decimal) -> None:
        """ "bolts 5.00 less 10%", "10% off the rice"."""
        n = self._single(entry) if entry.names else next(iter(self.lines), None)
        if n is None or (not entry.names and len(self.lines) > 1):
            self.said.doubt(Why.WHAT_DISCOUNT, entry)
            return
        price = entry.prices[0] if len(entry.prices) == 1 else None
        offer = offer_of(self.lines[n], entry, price, None)
        if isinstance(offer, Unclear) or offer.price_minor is None:
            self.said.doubt(Why.WHAT_DISCOUNT, entry, (n,))
            return
        self._offer(n, ReadLine(cut(offer.price_minor, percent), offer.qty, offer.packs, None))

    def _excludes(self, entry: Entry, following: Entry | None) -> bool:
        """ "all but the basil", "everything except 2 and 3"."""
        if self._excluding:
            if entry.only_names and entry.parted in {Role.AND, Role.COMMA, Role.RANGE, Role.BUT, Role.FILLER}:
                self._refuse(entry)
                return True
            self._excluding = False
        if not entry.has(Role.ALL, Role.REST) or (
            entry.has(Role.NO, Role.LACKS) and not entry.has(Role.EXCEPT)
        ):
            return False
        leads_on = following is not None and following.parted is Role.BUT and bool(following.names)
        if entry.has(Role.EXCEPT):
            place = next(t.start for t in entry.tokens if t.role is Role.EXCEPT)
            kept = Entry(Role.BUT, [t for t in entry.tokens if t.start > place])
            if not kept.names:
                return False
            self.said.all_accepted = True
            if entry.has(Role.LISTED):
                self.said.rest = Role.LISTED
            self._excluding = not kept.prices
            if kept.prices and entry.has(Role.YES, Role.LISTED):
                self._named(kept, [], None)
            elif kept.prices:
                self.said.doubt(Why.WHICH_LINE, entry, self._numbers(kept))
            else:
                self._refuse(kept)
            return True
        if leads_on and following is not None and not entry.prices and not entry.names:
            self.said.all_accepted = True
            if following.only_names:
                self._excluding = True
            elif following.prices and not entry.has(Role.YES, Role.LISTED) and not following.refuses:
                self.said.doubt(Why.WHICH_LINE, following, self._numbers(following))
            return True
        return False

    def _named(self, entry: Entry, refusing: list[int], following: Entry | None) -> None:
        numbers = self._numbers(entry)
        if not numbers:
            return
        pending = self._pending
        joined = pending is not None and entry.parted in {Role.AND, Role.RANGE} and pending.only_names
        if entry.refuses and not entry.prices:
            if entry.has(Role.YES):
                self.said.doubt(Why.YES_AND_NO, entry, numbers)
                return
            if joined and pending is not None:
                self._refuse(pending)
                self._pending = None
            self._settle_pending()
            self._refuse(entry)
            self._refusing = list(numbers) if len(numbers) == 1 or following is not None else []
            return
        if entry.only_names:
            again = (
                refusing and entry.parted in {Role.AND, Role.RANGE, Role.COMMA} and not entry.has(Role.ONLY)
            )
            if (
                again
                and not (following is not None and _price_alone(following))
                and not _variant(entry, False)
            ):
                self._refuse(entry)
                self._refusing = [*refusing, *numbers]
                return
            if joined and pending is not None:
                pending.tokens.extend(entry.tokens)
                return
            self._settle_pending()
            self._pending = entry
            return
        if joined and pending is not None:
            entry = Entry(pending.parted, [*pending.tokens, *entry.tokens])
            numbers = self._numbers(entry)
            self._pending = None
        self._settle_pending()
        if not entry.prices:
            (self.said.listed if entry.has(Role.LISTED) else self.said.accepted).update(numbers)
            return
        self._offer_named(entry, numbers, refusing)

    def _offer_named(self, entry: Entry, numbers: list[int], refusing: list[int]) -> None:
        if entry.refuses:
            self.said.doubt(Why.YES_AND_NO, entry, numbers)
        elif len(entry.prices) > 1:
            self.said.doubt(Why.TWO_PRICES, entry, numbers)
        elif len(numbers) == 1:
            n = numbers[0]
            sure = (
                entry.has(Role.ONLY, Role.OFFERS, Role.INSTEAD) or entry.parted is Role.BUT or n in refusing
            )
            substitute = _substitute(entry) or _variant(entry, sure)
            self._settle(n, offer_of(self.lines[n], entry, entry.prices[0], substitute))
        elif entry.has(Role.PER):
            for n in numbers:
                self._settle(n, offer_of(self.lines[n], entry, entry.prices[0], None, several=True))
        elif set(numbers) == set(self.lines) and entry.has(Role.TOTAL) and entry.prices[0].minor:
            self.said.totals.append(entry.prices[0].minor)
            self.said.accepted.update(numbers)
        else:
            self.said.doubt(Why.ONE_PRICE_FOR_SEVERAL, entry, numbers)

    def _priced(self, entry: Entry, refusing: list[int]) -> None:
        """A price without a name: of what was named just before, of all, or of the next line in order."""
        price = entry.prices[0]
        whole = entry.has(Role.TOTAL, Role.ALL)
        pending = self._pending
        if entry.has(Role.CORRECTION) and self._last_offer is not None and not whole:
            offer = offer_of(self.lines[self._last_offer], entry, price, None)
            self.said.offers[self._last_offer] = []
            self._settle(self._last_offer, offer)
        elif pending is not None and (not whole or len(self._numbers(pending)) < 2):
            self._pending = None
            together = Entry(pending.parted, [*pending.tokens, *entry.tokens])
            if together.names:
                self._offer_named(together, self._numbers(together), refusing)
            else:
                self._priced(together, refusing)
        elif entry.has(Role.REST):
            self._price_of_rest(entry)
        elif whole and len(self.lines) > 1:
            named = self._numbers(pending) if pending is not None else []
            self._pending = None
            self.said.accepted.update(named)
            self._total(entry, price)
        elif entry.has(Role.WORD) and not whole:
            self._unknown(entry, refusing)
        else:
            self.said.bare.append(entry)

    def _total(self, entry: Entry, price: Token) -> None:
        sound = price.role is Role.PRICE and price.minor and price.count == 1 and not entry.has(Role.PER)
        if price.foreign:
            self.said.doubt(Why.OTHER_CURRENCY, entry)
        elif entry.has(Role.VAGUE):
            self.said.doubt(Why.VAGUE_PRICE, entry)
        elif not sound or not price.minor:
            self.said.doubt(Why.ODD_PRICE, entry)
        else:
            self.said.totals.append(price.minor)
            self.said.all_accepted |= entry.has(Role.ALL)

    def _price_of_rest(self, entry: Entry) -> None:
        spoken_for = set(self.said.offers) | set(self.said.refused)
        rest = [n for n in self.lines if n not in spoken_for]
        if len(rest) == 1:
            self._settle(rest[0], offer_of(self.lines[rest[0]], entry, entry.prices[0], None))
        else:
            self.said.doubt(Why.ONE_PRICE_FOR_SEVERAL, entry, rest)

    def _unknown(self, entry: Entry, refusing: list[int]) -> None:
        """A price for something that was not asked for: a substitute where the words say for what."""
        thing = entry.all(Role.WORD)[0].text.strip().lower()
        cue = entry.has(Role.ONLY, Role.OFFERS, Role.INSTEAD) or entry.parted is Role.BUT
        if len(refusing) == 1:
            n = refusing[0]
            self._settle(n, offer_of(self.lines[n], entry, entry.prices[0], thing))
        elif len(self.lines) == 1 and cue:
            n = next(iter(self.lines))
            self._settle(n, offer_of(self.lines[n], entry, entry.prices[0], thing))
        else:
            self.said.doubt(Why.UNKNOWN_NAME, entry)

    def _plain(self, entry: Entry, refusing: list[int]) -> None:
        """Neither names nor prices: a yes or no to all, to the rest, or to the next line in order."""
        answer = next((t.role for t in entry.tokens if t.role in _YES_OR_NO), None)
        if entry.has(Role.REST):
            self.said.rest = Role.NO if entry.refuses or entry.has(Role.DECLINE) else (answer or Role.REST)
        elif entry.has(Role.ALL):
            if entry.refuses or entry.has(Role.DECLINE):
                self.said.all_refused = True
            else:
                self.said.all_accepted = True
                if entry.has(Role.LISTED):
                    self.said.rest = Role.LISTED
        elif self._pending is not None and answer in {Role.NO, Role.LACKS}:
            self._refuse(self._pending)
            self._pending = None
        elif answer is not None and not entry.has(Role.DATE, Role.DELIVERY, Role.PICKUP, Role.VALID):
            self.said.bare.append(entry)
        elif entry.has(Role.QTY) and len(self.lines) == 1:
            self._pending = entry
        elif entry.has(Role.WORD, Role.INSTEAD, Role.OFFERS):
            self._refusing = refusing

    # --- taking note ---

    def _numbers(self, entry: Entry) -> list[int]:
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

    def _single(self, entry: Entry) -> int | None:
        numbers = self._numbers(entry)
        return numbers[0] if len(numbers) == 1 else None

    def _refuse(self, entry: Entry) -> None:
        for n in self._numbers(entry):
            self.said.refused.setdefault(n, entry.words)

    def _settle(self, n: int, offer: ReadLine | Unclear) -> None:
        if isinstance(offer, Unclear):
            self.said.unclear.append(offer)
        else:
            self._offer(n, offer)

    def _offer(self, n: int, offer: ReadLine) -> None:
        self.said.offers.setdefault(n, []).append(offer)
        self._last_offer = n

    def _settle_pending(self) -> None:
        if self._pending is not None:
            pending, self._pending = self._pending, None
            for n in self._numbers(pending):
                self.said.named.setdefault(n, pending.words)


_YES_OR_NO = frozenset({Role.YES, Role.LISTED, Role.NO, Role.LACKS})


def cut(minor: int, percent: Decimal) -> int:
    """The price less so many per cent, half a unit rounded up."""
    return int((minor * (100 - percent) / 100 + Decimal("0.5")).to_integral_value(rounding="ROUND_FLOOR"))


def _price_alone(entry: Entry) -> bool:
    return bool(entry.prices) and not entry.names


def _variant(entry: Entry, sure: bool) -> str | None:
    """Another kind of what was asked for: "brown rice" for rice."""
    for token in entry.all(Role.NAME):
        if token.variant is not None and (sure or token.surely):
            return token.variant
    return None


def _substitute(entry: Entry) -> str | None:
    """ "margarine for the butter", "rollers instead of brushes": what comes in place of the line named."""
    tokens = [
        t for t in entry.tokens if t.role is not Role.FILLER or folded(t.text) in {"for", "fur", "pour"}
    ]
    words = [t for t in tokens if t.role is Role.WORD]
    if entry.has(Role.INSTEAD):
        return words[0].text.strip().lower() if words else None
    for word, filler, name in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if word.role is Role.WORD and filler.role is Role.FILLER and name.role is Role.NAME:
            return word.text.strip().lower()
    return None
