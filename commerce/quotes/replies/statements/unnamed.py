"""Prices, yes and no that name no line: of the only one, of the lines in order, or to be asked back."""

from collections.abc import Sequence
from itertools import pairwise

from commerce.date_words import folded
from commerce.quotes.replies.shapes import AskedLine, ReadLine, ReplyReading, Unclear, Why
from commerce.quotes.replies.statements.entries import Entry
from commerce.quotes.replies.statements.notes import Said
from commerce.quotes.replies.statements.pricing import offer_of, results_in
from commerce.quotes.replies.tokens.figures import need_of
from commerce.quotes.replies.words.counting import NUMBERS
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import BOTH
from commerce.units import Dimension, Unit, dimension_of

__all__ = ["answer_asked_back", "limit_former", "place_bare"]


def answer_asked_back(asked: Sequence[AskedLine], said: Said, earlier: ReplyReading | None) -> None:
    """One bare price right after a single line was asked back is that line's."""
    open_lines = {n for unclear in (earlier.unclear if earlier else ()) for n in unclear.lines}
    prices = [entry for entry in said.bare if entry.prices]
    line = next((line for line in asked if {line.n} == open_lines), None)
    if line is not None and len(asked) > 1 and len(prices) == 1 and not said.offers:
        said.bare.remove(prices[0])
        _take(said, line.n, offer_of(line, prices[0], prices[0].prices[0], None))


def place_bare(asked: Sequence[AskedLine], said: Said, former: ReplyReading | None) -> None:
    """Prices, yes and no without a name: of the only line, or of the lines in order."""
    if former is not None:
        said.bare = [entry for entry in said.bare if entry.prices or not entry.has(Role.KEPT)]
    bare = said.bare
    prices = [entry for entry in bare if entry.prices]
    named = bool(said.offers or said.refused or said.accepted or said.listed or said.named or said.shared)
    if len(asked) == 1:
        _place_on_one(asked[0], bare, said)
    elif former is not None and (prices or not bare):
        _revise_bare(asked, prices, said, former)
    elif not prices:
        refuses = [entry for entry in bare if entry.refuses]
        if len(bare) == len(asked) and len(bare) > 1 and not named:
            _place_in_order(asked, bare, said)
        elif former is not None and not named and _of_something_else(refuses):
            said.doubt(Why.UNKNOWN_NAME, refuses[0])
        elif refuses and not named and not said.totals:
            said.all_refused = len(refuses) == len(bare)
            if not said.all_refused:
                said.doubt(Why.YES_AND_NO, refuses[0])
        elif former is None and bare and all(e.has(Role.KEPT) for e in bare) and not named:
            said.bare = []  # "melde mich gleich": nothing was said before that could stay the same
        elif bare and not refuses and not named:
            said.all_accepted = True
            said.rest = said.rest or (Role.LISTED if any(e.has(Role.LISTED) for e in bare) else None)
        elif bare and said.refused and former is None and all(e.has(Role.LISTED) for e in bare):
            said.rest = said.rest or Role.LISTED  # "same as listed but the rice is out"
    elif former is None and len(bare) == 1 and not (named or said.totals) and _is_each(bare[0]):
        for line in asked:
            _take(said, line.n, offer_of(line, bare[0], bare[0].prices[0], None, several=True))
    elif (
        len(prices) == 1 and said.all_accepted and not named and not said.totals and prices[0].prices[0].money
    ) or (len(prices) == 1 and not named and not said.totals and _counts_delivery(prices[0], said)):
        _total_of_all(prices[0], said)
    elif _in_order_of_accepted(asked, prices, said):
        lines = [line for line in asked if line.n in said.accepted]
        said.accepted.clear()
        _place_in_order(lines, prices, said)
    elif _in_order_of_rest(asked, prices, said):
        _place_in_order([line for line in asked if line.n not in said.refused], prices, said)
    elif not named and said.totals and not said.unclear and len(prices) == len(bare) == len(asked):
        _place_in_order(asked, prices, said)
    elif named or said.totals or said.unclear:
        for entry in prices:
            n = _by_unit(asked, entry, said)
            if n is None and (_is_sum(entry, said) or _is_before_fee(entry, said)):
                said.totals.append(entry.prices[0].minor or 0)
            elif n is None:
                said.doubt(Why.WHICH_LINE, entry)
            else:
                line = next(line for line in asked if line.n == n)
                _take(said, n, offer_of(line, entry, entry.prices[0], None))
    elif not _each_of_all(asked, prices, said):
        for spare in (bare, [e for e in bare if e.prices or e.refuses]):
            if len(spare) == len(asked):
                _place_in_order(asked, spare, said)
                return
        why = Why.HOW_MANY_LINES if len(prices) > 1 else Why.WHICH_LINE
        said.doubt(why, prices[0], [line.n for line in asked])


def _each_of_all(asked: Sequence[AskedLine], prices: Sequence[Entry], said: Said) -> bool:
    """ "2.49 each", of three lines of one pot each: each of them at that price."""
    if len(prices) != 1 or prices[0].has(Role.WORD):
        return False
    units = [per.unit for per in prices[0].all(Role.PER)]
    if len(units) != 1 or units[0] is None or dimension_of(units[0]) is not Dimension.COUNT:
        return False
    offers = {line.n: offer_of(line, prices[0], prices[0].prices[0], None, several=True) for line in asked}
    if any(not isinstance(offer, ReadLine) for offer in offers.values()):
        return False
    for n, offer in offers.items():
        _take(said, n, offer)
    return True


def limit_former(asked: Sequence[AskedLine], said: Said, former: ReplyReading | None) -> None:
    """ "I've only 2 bottles", of three offered before: so many, each at the price of before."""
    for entry in said.limits:
        token = entry.all(Role.QTY)[0]
        offered = [line for line in asked if former is not None and former.lines.get(line.n)]
        wholes = {line.n: need_of(line) for line in offered}
        fitting = [line for line in offered if (whole := wholes[line.n]) and whole.unit is token.unit]
        line = fitting[0] if len(fitting) == 1 else None
        before = former.lines[line.n] if former is not None and line is not None else None
        whole = wholes[line.n] if line is not None else None
        if line is None or before is None or before.price_minor is None or whole is None or not token.number:
            said.doubt(Why.WHICH_QUANTITY, entry)
            continue
        share = token.number / whole.qty
        exact, packs = before.price_minor * share, (before.packs or 0) * share
        sound = share <= 1 and exact == exact.to_integral_value() and packs == packs.to_integral_value()
        if not sound or before.qty != line.qty:
            said.doubt(Why.WHICH_QUANTITY, entry, (line.n,))
            continue
        part = ReadLine(int(exact), token.text.strip().lower(), int(packs) or None, before.substitute)
        said.offers.setdefault(line.n, []).append(part)


def _is_each(entry: Entry) -> bool:
    """ "1.50 each", "2€ chacun", and nothing else: of every line."""
    per = entry.all(Role.PER)
    single = len(entry.prices) == 1 and len(per) == 1 and per[0].unit is Unit.PIECE and per[0].number == 1
    return single and not entry.has(Role.WORD, Role.QTY, Role.TOTAL, Role.RANGE)


def _of_something_else(refuses: Sequence[Entry]) -> bool:
    """ "no onions after all", where nobody asked for onions: not all that was offered before is meant."""
    return bool(refuses) and all(entry.has(Role.WORD) and not entry.has(Role.ALL) for entry in refuses)


def _in_order_of_accepted(asked: Sequence[AskedLine], prices: Sequence[Entry], said: Said) -> bool:
    """ "1 and 3 ok, 4.20 and 4.50, 2 no": as many prices as lines that were said to be there."""
    told = [line for line in asked if line.n in said.accepted]
    other = said.offers or said.listed or said.named or said.totals or said.unclear or said.all_accepted
    return not other and len(said.bare) == len(prices) == len(told) > 1


def _in_order_of_rest(asked: Sequence[AskedLine], prices: Sequence[Entry], said: Said) -> bool:
    """ "everything but the mint. 2.30, 3.50 and 2.90": as many prices as there are lines left."""
    rest = [line for line in asked if line.n not in said.refused]
    other = said.offers or said.accepted or said.listed or said.named or said.totals or said.unclear
    return bool(said.refused) and not other and len(said.bare) == len(prices) == len(rest) > 1


def _is_before_fee(entry: Entry, said: Said) -> bool:
    """ "54 plus 6 delivery, so 60": what is left of the total without the fee."""
    return said.fee is not None and entry.prices[0].minor in {total - said.fee for total in said.totals}


def _is_sum(entry: Entry, said: Said) -> bool:
    """Whether a price without a name is what all the others come to: "3.20, 6.50 … 9.70 cash, friday"."""
    known = [offers[0].price_minor or 0 for offers in said.offers.values() if offers]
    return len(known) > 1 and entry.prices[0].minor == sum(known) and not entry.has(Role.PER)


def _by_unit(asked: Sequence[AskedLine], entry: Entry, said: Said) -> int | None:
    """ "5.50 a bag": the only line that is asked for in bags, if nothing else was said of it."""
    units = [token.unit for token in (*entry.all(Role.PER), *entry.all(Role.QTY)) if token.unit]
    unit = next((unit for unit in units if unit is not Unit.PIECE), None)
    amounts = {line.n: need_of(line) for line in asked}
    lines = [n for n, amount in amounts.items() if amount and unit and amount.unit is unit]
    spoken_for = {*said.offers, *said.refused, *said.named, *said.accepted}
    spoken_for |= {n for shared in said.shared for n in shared.lines}
    return lines[0] if len(lines) == 1 and not spoken_for & set(lines) else None


def _counts_delivery(entry: Entry, said: Said) -> bool:
    """ "30 including delivery", "27.80 plus 4 delivery": the one price beside what bringing it costs."""
    delivered = entry.has(Role.DELIVERY) and not entry.has(Role.DATE)
    return said.fee is not None or said.fee_open or delivered or entry.has(Role.INCLUDED)


def _total_of_all(entry: Entry, said: Said) -> None:
    """ "8.90 on wednesday, everything": the one price of all."""
    price = entry.prices[0]
    sound = (
        price.role is Role.PRICE and price.minor and not price.foreign and not entry.has(Role.PER, Role.VAGUE)
    )
    if sound and price.minor and price.count == 1:
        said.totals.append(price.minor)
    else:
        said.doubt(Why.ODD_PRICE, entry)


def _place_in_order(asked: Sequence[AskedLine], bare: Sequence[Entry], said: Said) -> None:
    if any(entry.parted is Role.RANGE for entry in bare):
        said.doubt(Why.VAGUE_PRICE, bare[0])
        return
    ones = sum(NUMBERS.get(folded(token.text)) == 1 for entry in bare for token in entry.all(Role.FILLER))
    if ones >= len(asked) > 1:  # "one 30 one 20"
        said.doubt(Why.WHICH_LINE, bare[0], [line.n for line in asked])
        return
    again = next(
        (e for line, (one, e) in zip(asked, pairwise(bare), strict=False) if _again(line, one, e)), None
    )
    if again is not None:
        said.doubt(Why.HOW_MANY_LINES, again, [line.n for line in asked])
        return
    for line, entry in zip(asked, bare, strict=True):
        if entry.prices:
            _take(said, line.n, offer_of(line, entry, entry.prices[0], None))
        elif entry.refuses:
            said.refused[line.n] = entry.words
        elif entry.has(Role.LISTED):
            said.listed.add(line.n)
        else:
            said.accepted.add(line.n)


def _again(line: AskedLine, entry: Entry, after: Entry) -> bool:
    """ "12, 4 each" of three: the second may be of one of the first, or of the next line."""
    if not (entry.prices and after.prices and after.has(Role.PER)) or entry.has(Role.PER):
        return False
    offers = (offer_of(line, entry, entry.prices[0], None), offer_of(line, after, after.prices[0], None))
    return isinstance(offers[0], ReadLine) and offers[0] == offers[1]


def _place_on_one(line: AskedLine, bare: Sequence[Entry], said: Said) -> None:
    """One line was asked for: every price is for it, and several must come to the same."""
    for entry in bare:
        if entry.prices:
            whole, offers = _is_of_whole(line, entry), said.offers.get(line.n, [])
            if (entry.parted is Role.RANGE or whole) and offers:
                stated = offer_of(line, entry, entry.prices[0], offers[-1].substitute)
                same = isinstance(stated, ReadLine) and results_in(line, offers[-1], stated)
                if same and isinstance(stated, ReadLine) and (whole or stated == offers[-1]):
                    offers[-1] = stated
                    continue
            if entry.parted is Role.RANGE:
                said.doubt(Why.TWO_PRICES, entry, (line.n,))
            if folded(entry.tokens[-1].text) in BOTH and entry.tokens[-2:][0].role is Role.PRICE:
                said.doubt(Why.ONE_PRICE_FOR_SEVERAL, entry, (line.n,))  # "white or clear? 6.20 both"
            _take(said, line.n, offer_of(line, entry, entry.prices[0], None))
        elif entry.refuses and not said.offers:
            said.refused[line.n] = entry.words
        elif not entry.refuses:
            said.accepted.add(line.n)


def _is_of_whole(line: AskedLine, entry: Entry) -> bool:
    """ "8 for all 50", "or 3 for 16" of three: the price of all that is asked for."""
    need, counts = need_of(line), entry.all(Role.QTY)
    if need is not None and need.qty == 2 and any(token.unit is Unit.PAIR for token in entry.all(Role.PER)):
        return True
    if need is None or len(counts) != 1 or entry.has(Role.PER):
        return entry.has(Role.WHOLE)
    same = counts[0].number == need.qty and counts[0].unit in {None, need.unit}
    return entry.has(Role.WHOLE) or (same and need.qty > 1)


def _revise_bare(
    asked: Sequence[AskedLine], prices: Sequence[Entry], said: Said, former: ReplyReading
) -> None:
    """A price without a name in a revision: of the total if there was only that, or of the only line."""
    offered = [line for line in asked if former.lines.get(line.n)]
    if len(said.bare) == len(asked) and not said.offers:
        _place_in_order(asked, said.bare, said)
        return
    for entry in prices:
        minor = entry.prices[0].minor
        only_total = former.total_minor is not None and all(
            read is None or read.price_minor is None for read in former.lines.values()
        )
        if only_total and minor and len(prices) == 1:
            said.totals.append(minor)
        elif len(offered) == 1 and len(prices) == 1 and not said.offers:
            _take(said, offered[0].n, offer_of(offered[0], entry, entry.prices[0], None))
        else:
            said.doubt(Why.WHICH_LINE, entry, [line.n for line in offered])


def _take(said: Said, n: int, offer: ReadLine | Unclear) -> None:
    if isinstance(offer, Unclear):
        said.unclear.append(offer)
    else:
        said.offers.setdefault(n, []).append(offer)
