"""Entries of an answer judged one after the other: what each says about which lines."""

from collections.abc import Sequence

from commerce.date_words import folded
from commerce.quotes.reply_dates import comes_again
from commerce.quotes.reply_discounts import is_fee, take_discount
from commerce.quotes.reply_entries import MOST_TOKENS, Entry, zipped
from commerce.quotes.reply_language import Role
from commerce.quotes.reply_lexing import Token
from commerce.quotes.reply_money import amount_of
from commerce.quotes.reply_pricing import offer_of, other_size, results_in
from commerce.quotes.reply_said import Notes, price_alone, substitute_of, variant_of
from commerce.quotes.reply_shapes import AskedLine, ReadLine, Why
from commerce.quotes.reply_turns import (
    for_a_price,
    forget_conditions,
    goes_on,
    of_a_kind,
    restates,
    shares_a_price,
    taken_off,
)
from commerce.quotes.reply_words import VARIETIES

__all__ = ["Statements"]


class Statements:
    """Walks over the entries; `said` is the outcome."""

    def __init__(self, asked: Sequence[AskedLine], entries: Sequence[Entry]) -> None:
        self.notes = Notes(asked)
        self.said = self.notes.said
        self._pending: Entry | None = None
        self._refusing: list[int] = []
        self._excluding = False
        self._all_but = False
        entries = zipped(entries)
        for index, entry in enumerate(entries):
            following = entries[index + 1] if index + 1 < len(entries) else None
            self._judge(entry, following)
        self._settle_pending()

    def _judge(self, entry: Entry, following: Entry | None) -> None:
        forget_conditions(entry)
        refusing, self._refusing = self._refusing, []
        if is_fee(entry):
            self.said.fee = entry.prices[0].minor
            return
        if entry.prices and entry.has(Role.OFF) and not entry.has(Role.PERCENT) and taken_off(entry):
            if following is not None and price_alone(following) and entry.names:
                self._settle_pending()
                self._pending = Entry(entry.parted, entry.names)
            else:
                self.said.doubt(Why.WHAT_DISCOUNT, entry)
            return
        if entry.has(Role.PERCENT) and not take_discount(self.notes, entry):
            return
        if self._excludes(entry, following):
            return
        if shares_a_price(entry, following):
            self.said.doubt(Why.UNKNOWN_NAME, entry)
            return
        if entry.names:
            self._named(entry, refusing, following)
        elif entry.prices:
            self._priced(entry, refusing)
        else:
            self._plain(entry, refusing)

    # --- kinds of entries ---

    def _excludes(self, entry: Entry, following: Entry | None) -> bool:
        """ "all but the basil", "everything except 2 and 3"."""
        if self._excluding:
            if entry.only_names and entry.parted in {Role.AND, Role.COMMA, Role.RANGE, Role.BUT, Role.FILLER}:
                self.notes.refuse(entry)
                return True
            self._excluding = False
        if self._all_but and entry.names:
            self._all_but = False
            self.notes.refuse(entry)
            self._total(entry, entry.prices[0])
            return True
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
                self.said.doubt(Why.WHICH_LINE, entry, self.notes.numbers(kept))
            else:
                self.notes.refuse(kept)
            return True
        if leads_on and following is not None and not entry.prices and not entry.names:
            self.said.all_accepted = True
            if following.only_names:
                self._excluding = True
            elif len(following.prices) == 1 and for_a_price(following):
                self._all_but = True
            elif following.prices and not entry.has(Role.YES, Role.LISTED) and not following.refuses:
                self.said.doubt(Why.WHICH_LINE, following, self.notes.numbers(following))
            return True
        return False

    def _named(self, entry: Entry, refusing: list[int], following: Entry | None) -> None:
        numbers = self.notes.numbers(entry)
        if not numbers:
            return
        pending = self._pending
        joined = pending is not None and entry.parted in {Role.AND, Role.RANGE} and pending.only_names
        if entry.refuses and not entry.prices:
            if entry.has(Role.YES):
                self.said.doubt(Why.YES_AND_NO, entry, numbers)
                return
            if joined and pending is not None:
                self.notes.refuse(pending)
                self._pending = None
            self._settle_pending()
            self.notes.refuse(entry)
            self._refusing = list(numbers) if len(numbers) == 1 or following is not None else []
            return
        if entry.only_names and entry.has(Role.DATE) and comes_again(entry.tokens):
            self._settle_pending()
            self.notes.refuse(entry)
            return
        if entry.only_names:
            again = (
                refusing and entry.parted in {Role.AND, Role.RANGE, Role.COMMA} and not entry.has(Role.ONLY)
            )
            if (
                again
                and not (following is not None and price_alone(following))
                and not variant_of(entry, False)
            ):
                self.notes.refuse(entry)
                self._refusing = [*refusing, *numbers]
                return
            if joined and pending is not None and len(pending.tokens) < MOST_TOKENS:
                pending.tokens.extend(entry.tokens)
                return
            self._settle_pending()
            if not self._specifies(entry, numbers):
                self._pending = entry
            return
        if joined and pending is not None:
            entry = Entry(pending.parted, [*pending.tokens, *entry.tokens])
            numbers = self.notes.numbers(entry)
            self._pending = None
        self._settle_pending()
        if not entry.prices:
            if len(numbers) == 1 and following is not None and goes_on(following):
                self._pending = entry
                return
            (self.said.listed if entry.has(Role.LISTED) else self.said.accepted).update(numbers)
            return
        self._offer_named(entry, numbers, refusing)

    def _specifies(self, entry: Entry, numbers: list[int]) -> bool:
        """ "rice 3.20 but only brown rice": another kind, of what was priced just before."""
        kind = variant_of(entry, True) if entry.has(Role.ONLY) else None
        if kind is None or len(numbers) != 1 or self.notes.last_offer != numbers[0]:
            return False
        before = self.said.offers[numbers[0]].pop()
        self.notes.offer(numbers[0], ReadLine(before.price_minor, before.qty, before.packs, kind))
        return True

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
            substitute = (
                substitute_of(entry) or other_size(self.notes.lines[n], entry) or variant_of(entry, sure)
            )
            self.notes.settle(n, offer_of(self.notes.lines[n], entry, entry.prices[0], substitute))
        elif entry.has(Role.PER):
            for n in numbers:
                self.notes.settle(
                    n, offer_of(self.notes.lines[n], entry, entry.prices[0], None, several=True)
                )
        elif set(numbers) == set(self.notes.lines) and entry.has(Role.TOTAL) and entry.prices[0].minor:
            self.said.totals.append(entry.prices[0].minor)
            self.said.accepted.update(numbers)
        else:
            self.said.doubt(Why.ONE_PRICE_FOR_SEVERAL, entry, numbers)

    def _priced(self, entry: Entry, refusing: list[int]) -> None:
        """A price without a name: of what was named just before, of all, or of the next line in order."""
        price = entry.prices[0]
        whole = entry.has(Role.TOTAL, Role.ALL)
        pending = self._pending
        if pending is None and restates(self.notes, entry, price):
            return
        if entry.has(Role.RESULT) and not entry.has(Role.REST) and self._results(entry, price):
            return
        if entry.has(Role.CORRECTION) and self.notes.last_offer is not None and not whole:
            offer = offer_of(self.notes.lines[self.notes.last_offer], entry, price, None)
            self.said.offers[self.notes.last_offer] = []
            self.notes.settle(self.notes.last_offer, offer)
        elif entry.parted is Role.RANGE and pending is None and self.notes.last_offer is not None:
            n = self.notes.last_offer
            again = offer_of(self.notes.lines[n], entry, price, None)
            if [again] == self.said.offers.get(n):
                return
            self.said.offers.pop(n, None)
            self.said.doubt(Why.TWO_PRICES, entry, (n,))
        elif pending is not None and (not whole or len(self.notes.numbers(pending)) < 2):
            self._pending = None
            together = Entry(pending.parted, [*pending.tokens, *entry.tokens])
            if together.names:
                self._offer_named(together, self.notes.numbers(together), refusing)
            else:
                self._priced(together, refusing)
        elif entry.has(Role.REST):
            self._price_of_rest(entry)
        elif whole and len(self.notes.lines) > 1:
            named = self.notes.numbers(pending) if pending is not None else []
            self._pending = None
            self.said.accepted.update(named)
            self._total(entry, price)
        elif entry.has(Role.WORD) and not whole:
            self._unknown(entry, refusing)
        else:
            self.said.bare.append(entry)

    def _results(self, entry: Entry, price: Token) -> bool:
        """ "28 a kilo, so 16.80": what the price just said comes to; otherwise a sum of all."""
        n = self.notes.last_offer
        pending, self._pending = self._pending, None
        if pending is not None:
            entry = Entry(pending.parted, [*pending.tokens, *entry.tokens])
            if pending.names:
                self._offer_named(entry, self.notes.numbers(entry), [])
                return True
        if not self.said.offers and self.said.bare and len(self.notes.lines) == 1:
            n = next(iter(self.notes.lines))
            first = self.said.bare.pop()
            before = offer_of(self.notes.lines[n], first, first.prices[0], None) if first.prices else None
            stated = offer_of(self.notes.lines[n], entry, price, None)
            if not isinstance(before, ReadLine):
                self.notes.settle(n, stated)
                return True
            self.notes.offer(n, before)
        offers = self.said.offers.get(n or 0, [])
        sums = {sum(offer[-1].price_minor or 0 for offer in self.said.offers.values() if offer)}
        sums |= {total + (self.said.fee or 0) for total in sums}
        if n is not None and offers and not (price.minor in sums and len(self.said.offers) > 1):
            line = self.notes.lines[n]
            stated = offer_of(line, entry, price, offers[-1].substitute)
            if isinstance(stated, ReadLine) and results_in(line, offers[-1], stated):
                offers[-1] = stated
                return True
        if len(self.notes.lines) == 1:
            return False
        self._total(entry, price)
        return True

    def _total(self, entry: Entry, price: Token) -> None:
        before = self.said.offers.get(self.notes.last_offer or 0, [])
        if entry.tokens[0].text == "=" and before and before[-1].price_minor == price.minor:
            return
        sound = price.role is Role.PRICE and price.minor and price.count == 1 and not entry.has(Role.PER)
        if price.foreign:
            self.said.doubt(Why.OTHER_CURRENCY, entry)
        elif entry.has(Role.VAGUE):
            self.said.doubt(Why.VAGUE_PRICE, entry)
        elif entry.has(Role.WORD) and entry.tokens[0].role is Role.WORD and not entry.has(Role.ALL):
            self.said.doubt(Why.UNKNOWN_NAME, entry)
        elif not sound or not price.minor:
            self.said.doubt(Why.ODD_PRICE, entry)
        else:
            self.said.totals.append(price.minor)
            self.said.all_accepted |= entry.has(Role.ALL)

    def _price_of_rest(self, entry: Entry) -> None:
        spoken_for = set(self.said.offers) | set(self.said.refused)
        rest = [n for n in self.notes.lines if n not in spoken_for]
        if len(rest) > 1 and entry.has(Role.TOTAL) and not self.said.offers:
            self.said.accepted.update(rest)
            self._total(entry, entry.prices[0])
        elif len(rest) == 1:
            self.notes.settle(rest[0], offer_of(self.notes.lines[rest[0]], entry, entry.prices[0], None))
        else:
            self.said.doubt(Why.ONE_PRICE_FOR_SEVERAL, entry, rest)

    def _unknown(self, entry: Entry, refusing: list[int]) -> None:
        """A price for something that was not asked for: a substitute where the words say for what."""
        thing = entry.all(Role.WORD)[0].text.strip().lower()
        cue = entry.has(*_CUES) or entry.parted is Role.BUT
        kin = of_a_kind(thing, self.notes.lines) if cue else []
        if len(refusing) == 1:
            n = refusing[0]
            self.notes.settle(n, offer_of(self.notes.lines[n], entry, entry.prices[0], thing))
        elif (cue and (len(self.notes.lines) == 1 or len(kin) == 1)) or (
            len(self.notes.lines) == 1 and folded(thing) in VARIETIES
        ):
            n = kin[0] if kin else next(iter(self.notes.lines))
            self.notes.settle(n, offer_of(self.notes.lines[n], entry, entry.prices[0], thing))
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
        elif refusing and entry.has(Role.OFFERS) and entry.has(Role.WORD):
            self._refusing = refusing
            self._settle_pending()
            self._pending = entry
        elif entry.has(Role.TOTAL) and answer is Role.YES:
            self.said.all_accepted = True
        elif self._pending is not None and answer in {Role.NO, Role.LACKS}:
            self.notes.refuse(self._pending)
            self._pending = None
        elif answer is not None and not entry.has(Role.DATE, Role.DELIVERY, Role.PICKUP, Role.VALID):
            self.said.bare.append(entry)
        elif entry.has(Role.QTY) and entry.has(Role.ONLY) and self._pending is not None:
            self._pending.tokens.extend(entry.tokens)
        elif entry.has(Role.QTY) and (len(self.notes.lines) == 1 or self._limits(entry)):
            self._pending = entry
        elif entry.has(Role.WORD) and entry.has(*_CUES) and self._of_known_kind(entry):
            self._settle_pending()
            self._pending = entry
        elif entry.has(Role.WORD, Role.INSTEAD, Role.OFFERS):
            self._refusing = refusing
            if refusing and entry.has(Role.WORD):
                self._settle_pending()
                self._pending = entry

    # --- taking note ---

    def _limits(self, entry: Entry) -> bool:
        """ "oil 6.50 but only 250 ml": how much there is of what was priced before."""
        line = self.notes.lines.get(self.notes.last_offer or 0)
        if line is None or self._pending is not None or not entry.has(Role.ONLY):
            return False
        whole, said = amount_of(folded(line.qty)), entry.all(Role.QTY)[0].number
        return whole is None or said is None or said != whole.qty

    def _of_known_kind(self, entry: Entry) -> bool:
        thing = entry.all(Role.WORD)[0].text.strip().lower()
        alone = len(self.notes.lines) == 1 and folded(thing) in VARIETIES
        return alone or len(of_a_kind(thing, self.notes.lines)) == 1

    def _settle_pending(self) -> None:
        if self._pending is not None:
            pending, self._pending = self._pending, None
            if pending.has(Role.QTY) and not pending.names and pending.has(Role.ONLY, Role.HAVE):
                self.said.doubt(Why.WHICH_QUANTITY, pending, sorted(self.notes.lines))
            for n in self.notes.numbers(pending):
                self.said.named.setdefault(n, pending.words)


_CUES = (Role.ONLY, Role.OFFERS, Role.INSTEAD)
_YES_OR_NO = frozenset({Role.YES, Role.KEPT, Role.LISTED, Role.NO, Role.LACKS})
