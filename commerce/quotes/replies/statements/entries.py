"""Tokens of an answer put together into entries: who, how much, or why not."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from commerce.date_words import folded
from commerce.quotes.replies.statements.bare_figures import MOST_TOKENS, NAMING, figure_in_place, next_told
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.counting import NUMBERS
from commerce.quotes.replies.words.language import Role
from commerce.quotes.replies.words.vocabulary import DENYING

__all__ = ["Entry", "entries", "zipped"]

MOST_TOGETHER = 12
"""So many names may stand in a row before their prices."""

_PARTING = frozenset({Role.BREAK, Role.COMMA, Role.AND, Role.BUT, Role.RANGE, Role.EXTRA})
_LEADING_NO = frozenset({"out of", "ran out of", "without", "sans", "ohne", "drop", "remove", "cancel"})
_ANSWERS = frozenset({Role.NO, Role.LACKS, Role.YES, Role.KEPT, Role.LISTED})
_OF_SEVERAL = (Role.TOTAL, Role.ALL, Role.REST, Role.RESULT, Role.DELIVERY, Role.RANGE)
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
        return self.all(*NAMING)

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
        brings = token.role is Role.EXTRA and bool(segment) and segment[-1].role is Role.DELIVERY
        if brings or (token.role is Role.AND and _takes_whole(segment, tokens, index)):
            segment.append(replace(token, role=Role.FILLER))
        elif token.role in _PARTING and not _dash_is_no(tokens, index):
            found.extend(_of_segment(segment, parted))
            if segment or _weight(token.role) > _weight(parted):
                parted = token.role
            segment = []
        elif token.role in _PARTING:
            segment.append(replace(token, role=Role.NO))
        else:
            segment.append(token)
    found.extend(_of_segment(segment, parted))
    return [entry for entry in found if _tells(entry)]


def _takes_whole(segment: Sequence[Token], tokens: Sequence[Token], index: int) -> bool:
    """ "take the six and it's 13": the price behind the "and" is that of all of them."""
    told = [token.role for token in segment[-3:] if token.role is not Role.FILLER]
    following = next_told(tokens, index)
    figures = {Role.PRICE, Role.NUMBER}
    priced = any(token.role in figures for token in segment)
    return told[-1:] == [Role.WHOLE] and not priced and following is not None and following.role in figures


def _tells(entry: Entry) -> bool:
    """Whether an entry says anything; of "all but one" the one, too."""
    counts = entry.parted is Role.BUT and any(NUMBERS.get(folded(token.text), 0) for token in entry.tokens)
    return counts or any(token.role is not Role.FILLER for token in entry.tokens)


def zipped(found: Sequence[Entry]) -> list[Entry]:
    """ "1 and 3. 1.40 and 1.60": several names and as many prices after them, each put to its own."""
    done: list[Entry] = []
    found = _split_last(found)
    at = 0
    while at < len(found):
        named = _run(found, at, lambda entry: bool(entry.names) and not entry.prices and not entry.refuses)
        names = [token for entry in named for token in entry.names]
        priced = _run(
            found,
            at + len(named),
            lambda entry: (
                len(entry.prices) == 1 and not (entry.names or entry.refuses or entry.has(Role.WORD))
            ),
            over_breaks=True,
        )
        joined = named and (named[-1].parted is Role.AND or (priced and priced[-1].parted is Role.AND))
        fits = len(names) > 1 and len(names) == len(priced) and joined
        whole = any(entry.has(*_OF_SEVERAL) for entry in [*named, *priced])
        if fits and not whole and all(len(token.lines) == 1 for token in names):
            pairs = zip(names, priced, strict=True)
            done.extend(Entry(Role.BREAK, [name, *price.tokens]) for name, price in pairs)
            at += len(named) + len(priced)
        else:
            done.append(found[at])
            at += 1
    return done


def _split_last(found: Sequence[Entry]) -> list[Entry]:
    """ "board and screws 60 and 8.20": the price behind the last of several names stands for itself."""
    parts: list[Entry] = []
    for index, entry in enumerate(found):
        price = entry.prices[0] if len(entry.prices) == 1 and entry.parted is Role.AND else None
        after = found[index + 1] if index + 1 < len(found) else None
        joined = parts and parts[-1].only_names and after is not None
        if price and joined and after and not after.names and len(after.prices) == 1 and not entry.refuses:
            ahead = [token for token in entry.tokens if token.start < price.start]
            if any(token.role in NAMING for token in ahead):
                behind = [token for token in entry.tokens if token.start >= price.start]
                parts.extend([Entry(entry.parted, ahead), Entry(Role.FILLER, behind)])
                continue
        parts.append(entry)
    return parts


def _run(
    found: Sequence[Entry], first: int, fits: Callable[[Entry], bool], *, over_breaks: bool = False
) -> Sequence[Entry]:
    """The entries from `first` on that fit, as far as no break parts them."""
    end = first
    most = min(len(found), first + MOST_TOGETHER)
    while (
        end < most
        and fits(found[end])
        and (over_breaks or end == first or found[end].parted is not Role.BREAK)
    ):
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
    segment = [_denied(segment, index) for index in range(len(segment))]
    resolved = [figure_in_place(segment, index) for index in range(len(segment))]
    for index, token in enumerate(resolved):
        if len(current.tokens) > MOST_TOKENS or (
            current.tokens and _begins_anew(current, token, resolved, index)
        ):
            yield current
            current = Entry(Role.FILLER)
        current.tokens.append(token)
    if current.tokens:
        yield current


def _denied(segment: Sequence[Token], index: int) -> Token:
    """ "3.40 not 3.60": neither the "not" nor the price behind it counts."""
    figures = {Role.PRICE, Role.NUMBER}
    for first in (index - 1, index - 2):
        if first >= 0 and [t.role in figures for t in segment[first : first + 3]] == [True, False, True]:
            named = any(t.role is Role.NAME for t in segment[max(0, first - MOST_TOKENS) : first])
            if named and folded(segment[first + 1].text) in DENYING and index > first:
                return replace(segment[index], role=Role.FILLER)
    return segment[index]


def _cross_is_no(segment: Sequence[Token], index: int) -> Token:
    """An x in the place of an answer."""
    token = segment[index]
    alone = index == 0 or segment[index - 1].role is Role.LINE
    return replace(token, role=Role.NO) if token.text.lower() == "x" and alone else token


def _begins_anew(current: Entry, token: Token, segment: Sequence[Token], index: int) -> bool:
    following = next_told(segment, index)
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
    if token.role is Role.NAME and current.has(Role.RESULT) and current.prices and not current.names:
        return _next_of(segment, index, {Role.PRICE}) is not None
    if token.role is Role.NAME:
        return bool(current.names) and current.answered and not current.has(Role.INSTEAD)
    if token.role in {Role.PRICE, Role.ODD, Role.FREE}:
        return bool(current.prices) or (current.refuses and not current.has(Role.ONLY))
    if token.role is Role.ONLY:  # "as listed, only the rice is out", the comma left out
        return current.has(Role.LISTED) and not current.names and not current.prices
    if token.role in {Role.NO, Role.LACKS}:
        if current.prices or current.has(*_STAYS):
            return True
        leads = token.text.lower() in _LEADING_NO or token.text.lower().startswith(
            ("kein", "pas d", "don", "have")
        )
        if current.names and following is not None and following.role in NAMING:
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
        if token.role in NAMING:
            seen += 1
            if seen == 2:
                return False
        elif seen and token.role in {Role.PRICE, *_ANSWERS}:
            return True
    return False


def _next_of(segment: Sequence[Token], index: int, roles: set[Role]) -> Token | None:
    return next((token for token in segment[index + 1 : index + MOST_TOKENS] if token.role in roles), None)
