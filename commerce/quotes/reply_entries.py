"""Tokens of an answer put together into entries: who, how much, or why not."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from commerce.date_words import folded
from commerce.quotes.reply_language import Role
from commerce.quotes.reply_lexing import Token
from commerce.quotes.reply_units import NUMBERS
from commerce.quotes.reply_words import OF_PRICE, TIMES

__all__ = ["MOST_TOKENS", "Entry", "entries", "zipped"]

MOST_TOKENS = 48
"""No statement is longer, and nothing further away has a say in one: keeps the time linear."""

_PARTING = frozenset({Role.BREAK, Role.COMMA, Role.AND, Role.BUT, Role.RANGE, Role.EXTRA})
_NAMING = frozenset({Role.NAME, Role.LINE})
_LEADING_NO = frozenset({"out of", "ran out of", "without", "sans", "ohne", "drop", "remove", "cancel"})
_ANSWERS = frozenset({Role.NO, Role.LACKS, Role.YES, Role.KEPT, Role.LISTED})
_SLIGHT = frozenset({Role.FILLER, Role.HAVE})
_STAYS = frozenset({Role.YES, Role.KEPT, Role.LISTED})


@dataclass
class Entry:
    """One statement. `parted` is what stood before it, `tokens` all of it in order."""

    parted: Role
    tokens: list[Token] = field(default_factory=list)

    def all(self, *roles: Role) -> list[Token]:
        return [token for token in self.tokens if token.role in roles]

    def has(self, *roles: Role) -> bool:
        return any(token.role in roles for token in self.tokens)

    @property
    def names(self) -> list[Token]:
        return self.all(*_NAMING)

    @property
    def prices(self) -> list[Token]:
        return self.all(Role.PRICE, Role.ODD, Role.FREE)

    @property
    def refuses(self) -> bool:
        return self.has(Role.NO, Role.LACKS) or (self.has(Role.DECLINE) and bool(self.names))

    @property
    def words(self) -> str:
        """As written, from the first to the last token."""
        return " ".join(token.text.strip() for token in self.tokens)

    @property
    def answered(self) -> bool:
        return bool(self.prices) or self.has(*_ANSWERS, Role.PERCENT)

    @property
    def only_names(self) -> bool:
        """Names somebody or something and says nothing of it."""
        return bool(self.names) and not self.answered


def entries(tokens: Sequence[Token]) -> list[Entry]:
    """The statements of an answer in order; a dash alone is a no."""
    found: list[Entry] = []
    parted = Role.BREAK
    segment: list[Token] = []
    for index, token in enumerate(tokens):
        if token.role in _PARTING and not _dash_is_no(tokens, index):
            found.extend(_of_segment(segment, parted))
            if segment or _weight(token.role) > _weight(parted):
                parted = token.role
            segment = []
        elif token.role in _PARTING:
            segment.append(replace(token, role=Role.NO))
        else:
            segment.append(token)
    found.extend(_of_segment(segment, parted))
    return [entry for entry in found if any(token.role is not Role.FILLER for token in entry.tokens)]


def zipped(found: Sequence[Entry]) -> list[Entry]:
    """ "1 and 3. 1.40 and 1.60": several names and as many prices after them, each put to its own."""
    done: list[Entry] = []
    at = 0
    while at < len(found):
        named = _run(found, at, lambda entry: bool(entry.names) and not entry.prices and not entry.refuses)
        names = [token for entry in named for token in entry.names]
        priced = _run(found, at + len(named), lambda entry: len(entry.prices) == 1 and not entry.names)
        fits = len(names) > 1 and len(names) == len(priced) and priced[-1].parted is Role.AND
        whole = any(entry.has(Role.TOTAL, Role.ALL, Role.REST, Role.RESULT) for entry in [*named, *priced])
        if fits and not whole and all(len(token.lines) == 1 for token in names):
            pairs = zip(names, priced, strict=True)
            done.extend(Entry(Role.BREAK, [name, *price.tokens]) for name, price in pairs)
            at += len(named) + len(priced)
        else:
            done.append(found[at])
            at += 1
    return done


def _run(found: Sequence[Entry], first: int, fits: Callable[[Entry], bool]) -> Sequence[Entry]:
    """The entries from `first` on that fit, as far as no break parts them."""
    end = first
    while end < len(found) and fits(found[end]) and (end == first or found[end].parted is not Role.BREAK):
        end += 1
    return found[first:end]


def _weight(role: Role) -> int:
    """Which of several separators in a row counts."""
    return {Role.COMMA: 0, Role.BREAK: 1, Role.AND: 2, Role.EXTRA: 2, Role.BUT: 3, Role.RANGE: 3}[role]


def _dash_is_no(tokens: Sequence[Token], index: int) -> bool:
    """ "3. -": a dash right after a line number, with nothing after it."""
    if tokens[index].text.strip() not in {"-", "–", "—"} or index == 0:
        return False
    after = tokens[index + 1].role if index + 1 < len(tokens) else Role.BREAK
    closed = index + 1 == len(tokens) or after is Role.BREAK
    if tokens[index - 1].role is Role.NAME:
        return closed
    return tokens[index - 1].role in {Role.LINE, Role.COMMA, Role.BREAK} and after in {
        Role.BREAK,
        Role.COMMA,
        Role.LINE,
    }


def _of_segment(segment: Sequence[Token], parted: Role) -> Iterable[Entry]:
    """The entries between two separators."""
    current = Entry(parted)
    segment = [_cross_is_no(segment, index) for index in range(len(segment))]
    resolved = [_figure_in_place(segment, index) for index in range(len(segment))]
    for index, token in enumerate(resolved):
        if len(current.tokens) > MOST_TOKENS or (
            current.tokens and _begins_anew(current, token, resolved, index)
        ):
            yield current
            current = Entry(Role.FILLER)
        current.tokens.append(token)
    if current.tokens:
        yield current


def _cross_is_no(segment: Sequence[Token], index: int) -> Token:
    """An x in the place of an answer."""
    token = segment[index]
    alone = index == 0 or segment[index - 1].role is Role.LINE
    return replace(token, role=Role.NO) if token.text.lower() == "x" and alone else token


def _begins_anew(current: Entry, token: Token, segment: Sequence[Token], index: int) -> bool:
    following = _next(segment, index)
    if token.role is Role.RESULT:
        return bool(current.prices)
    if token.role is Role.LINE and token.text.isdigit() and not current.names and not current.prices:
        return False
    if token.role is Role.LINE:
        return current.answered or bool(current.names)
    if current.has(Role.INSTEAD) and not current.prices:
        return False
    if token.role is Role.TOTAL and token.text == "=":
        return bool(current.prices)
    if token.role is Role.DELIVERY:
        return current.answered and following is not None and following.role in {Role.PRICE, Role.NUMBER}
    if token.role is Role.NAME and current.tokens[-1].text in {"per", "a", "an", "pro", "par"}:
        return False
    if token.role is Role.NAME and current.has(Role.LINE) and not current.answered:
        return not any(token.lines <= named.lines for named in current.names)
    if token.role is Role.NAME:
        return bool(current.names) and current.answered and not current.has(Role.INSTEAD)
    if token.role in {Role.PRICE, Role.ODD, Role.FREE}:
        return bool(current.prices) or (current.refuses and not current.has(Role.ONLY))
    if token.role in {Role.NO, Role.LACKS}:
        if current.prices or current.has(*_STAYS):
            return True
        leads = token.text.lower() in _LEADING_NO or token.text.lower().startswith(
            ("kein", "pas d", "don", "have")
        )
        if current.names and following is not None and following.role is Role.NAME:
            return leads or not _answered_soon(segment, index + 1)
        return bool(current.refuses and not current.names)
    if token.role in _STAYS:
        return current.answered and not current.names
    if token.role is Role.QTY:
        return (
            current.answered and bool(current.names) and following is not None and following.role is Role.NAME
        )
    if token.role in {Role.ALL, Role.TOTAL, Role.REST}:
        later = _next_of(segment, index, {Role.PRICE, *_ANSWERS, Role.EXCEPT})
        return current.answered and bool(current.names) and later is not None
    return False


def _answered_soon(segment: Sequence[Token], index: int) -> bool:
    """Whether the name after `index` has a price or an answer of its own before the next name."""
    seen = 0
    for token in segment[index : index + MOST_TOKENS]:
        if token.role in _NAMING:
            seen += 1
            if seen == 2:
                return False
        elif seen and token.role in {Role.PRICE, *_ANSWERS}:
            return True
    return False


def _next(segment: Sequence[Token], index: int) -> Token | None:
    near = segment[index + 1 : index + MOST_TOKENS]
    return next((token for token in near if token.role not in _SLIGHT), None)


def _next_of(segment: Sequence[Token], index: int, roles: set[Role]) -> Token | None:
    return next((token for token in segment[index + 1 : index + MOST_TOKENS] if token.role in roles), None)


def _figure_in_place(segment: Sequence[Token], index: int) -> Token:
    """A bare number by what stands around it: a quantity, the number of a line, an hour, or a price."""
    token = segment[index]
    if token.role is Role.FILLER and folded(token.text) in NUMBERS:
        return _spelled(segment, index)
    if token.role is not Role.NUMBER:
        return token
    if _is_hour(segment, index):
        return replace(token, role=Role.FILLER)
    first = max(0, index - MOST_TOKENS)
    segment, index = segment[first : index + MOST_TOKENS], index - first
    before = next((t for t in reversed(segment[:index]) if t.role not in _SLIGHT), None)
    after = _next(segment, index)
    stocked = after is not None and after.role is Role.YES and before is not None and before.role is Role.NAME
    if not token.money and index and (segment[index - 1].role is Role.HAVE or stocked):
        return replace(token, role=Role.QTY)
    if before is not None and before.role is Role.EXCEPT:
        return replace(token, role=Role.LINE, lines=frozenset({int(token.number or 0)}))
    priced = any(t.role is Role.PRICE for t in segment[:index]) and not any(
        t.role in _NAMING and t.start > _last_price(segment, index) for t in segment[:index]
    )
    if after is not None and after.role is Role.NAME and not token.money:
        own = next((t for t in segment[index + 1 :] if t.role in {Role.PRICE, Role.NUMBER}), None)
        named_before = before is not None and before.role in _NAMING
        if not named_before and (own is not None or priced):
            return replace(token, role=Role.QTY)
    if after is not None and after.role in {Role.PRICE, Role.NUMBER} and not priced:
        between = {folded(t.text) for t in segment[index:] if t.role is Role.FILLER and t.start < after.start}
        if between & OF_PRICE and not token.money:
            return replace(token, role=Role.QTY)
    only = (before is not None and before.role is Role.ONLY) or (
        after is not None and after.role is Role.ONLY
    )
    if only and len(token.text) <= 4:
        return replace(token, role=Role.QTY)
    if priced and OF_PRICE & {folded(t.text) for t in segment[:index]} and after is None:
        return replace(token, role=Role.QTY)
    return replace(token, role=Role.PRICE)


def _spelled(segment: Sequence[Token], index: int) -> Token:
    """A number in letters that is a quantity: "only one camembert", "a dozen for 4 euros"."""
    token, before = segment[index], segment[index - 1] if index else None
    after = segment[index + 1] if index + 1 < len(segment) else None
    counted = after is not None and (
        (after.role is Role.NAME and before is not None and before.role is Role.ONLY)
        or (
            folded(after.text) in OF_PRICE
            and any(t.role is Role.PRICE for t in segment[index + 2 : index + 5])
        )
    )
    if not counted:
        return token
    return replace(token, role=Role.QTY, number=Decimal(NUMBERS[folded(token.text)]))


def _is_hour(segment: Sequence[Token], index: int) -> bool:
    """ "ab 6 abholen", "pick it up from 7": a number after such a word where nothing is named or priced."""
    token = segment[index]
    if token.money or not token.number or token.number > 24 or not index:
        return False
    if folded(segment[index - 1].text).split()[-1] not in TIMES:
        return False
    near = segment[max(0, index - MOST_TOKENS) : index + MOST_TOKENS]
    roles = {t.role for t in near}
    return bool(roles & {Role.PICKUP, Role.DELIVERY, Role.DATE}) and not roles & {Role.NAME, Role.PRICE}


def _last_price(segment: Sequence[Token], index: int) -> int:
    return max((t.start for t in segment[:index] if t.role is Role.PRICE), default=-1)
