"""Tokens of an answer put together into entries: who, how much, or why not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from commerce.quotes.reply_lexing import Token
from commerce.quotes.reply_words import Role

__all__ = ["MOST_TOKENS", "Entry", "entries"]

MOST_TOKENS = 48
"""No statement is longer, and nothing further away has a say in one: keeps the time linear."""

_PARTING = frozenset({Role.BREAK, Role.COMMA, Role.AND, Role.BUT, Role.RANGE, Role.EXTRA})
_NAMING = frozenset({Role.NAME, Role.LINE})
_LEADING_NO = frozenset({"out of", "ran out of", "without", "sans", "ohne", "drop", "remove", "cancel"})
_ANSWERS = frozenset({Role.NO, Role.LACKS, Role.YES, Role.LISTED})


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
        if current.prices or current.has(Role.YES, Role.LISTED):
            return True
        leads = token.text.lower() in _LEADING_NO or token.text.lower().startswith(
            ("kein", "pas d", "don", "have")
        )
        if current.names and following is not None and following.role is Role.NAME:
            return leads or not _answered_soon(segment, index + 1)
        return bool(current.refuses and not current.names)
    if token.role in {Role.YES, Role.LISTED}:
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
    return next((token for token in near if token.role is not Role.FILLER), None)


def _next_of(segment: Sequence[Token], index: int, roles: set[Role]) -> Token | None:
    return next((token for token in segment[index + 1 : index + MOST_TOKENS] if token.role in roles), None)


def _figure_in_place(segment: Sequence[Token], index: int) -> Token:
    """A bare number by what stands around it: a quantity, the number of a line, or a price."""
    token = segment[index]
    if token.role is not Role.NUMBER:
        return token
    first = max(0, index - MOST_TOKENS)
    segment, index = segment[first : index + MOST_TOKENS], index - first
    before = next((t for t in reversed(segment[:index]) if t.role is not Role.FILLER), None)
    after = _next(segment, index)
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
        between = {t.text.lower() for t in segment[index:] if t.role is Role.FILLER and t.start < after.start}
        if between & {"for", "für", "pour"}:
            return replace(token, role=Role.QTY)
    only = (before is not None and before.role is Role.ONLY) or (
        after is not None and after.role is Role.ONLY
    )
    if only and len(token.text) <= 4:
        return replace(token, role=Role.QTY)
    if priced and "for" in {t.text.lower() for t in segment[:index]} and after is None:
        return replace(token, role=Role.QTY)
    return replace(token, role=Role.PRICE)


def _last_price(segment: Sequence[Token], index: int) -> int:
    return max((t.start for t in segment[:index] if t.role is Role.PRICE), default=-1)
