"""Sentences of an answer that ask the shop something, and questions that are offers."""

from collections.abc import Sequence

from commerce.date_words import folded
from commerce.quotes.replies.tokens.paper import Token
from commerce.quotes.replies.words.counting import NUMBERS
from commerce.quotes.replies.words.language import Role

__all__ = ["without_questions"]

MOST_PARTS = 12
"""A question is looked for in so many last parts of a sentence: keeps the time linear."""

_FIGURES = frozenset({Role.PRICE, Role.NUMBER})
_SETTLING = frozenset({Role.YES, Role.DATE, Role.NAME, Role.LINE, Role.TOTAL, Role.VAGUE, Role.OFFERS})


def without_questions(tokens: Sequence[Token]) -> tuple[list[Token], bool]:
    """The tokens without sentences that ask the shop something, and whether there were any."""
    kept: list[Token] = []
    sentence: list[Token] = []
    asks = False
    for token in [*tokens, Token(Role.BREAK, len(kept), len(kept), "")]:
        if token.role is not Role.BREAK:
            sentence.append(token)
            continue
        cut_at = _split(sentence) if "?" in token.text else None
        if cut_at is not None and any(t.role in {Role.PRICE, Role.NUMBER} for t in sentence[:cut_at]):
            asks = True
            kept.extend([*sentence[:cut_at], token])
            sentence = []
            continue
        proposed = _proposes_instead(sentence)
        priced = proposed or any(t.role in {Role.PRICE, Role.ODD} for t in sentence)
        asking = _asks(sentence) or ("?" in token.text and not _proposes(sentence))
        leads = next((t.role for t in sentence if t.role not in {Role.FILLER, Role.NAME}), None) is Role.ASKS
        if asking and sentence and (not priced or ("?" in token.text and leads and not _paid(sentence))):
            asks = True
            kept.extend(_refused_in(sentence, token))
            kept.extend(t for t in sentence if t.role is Role.LAST)
            named = [t for t in sentence if t.role is Role.NAME] if "?" not in token.text else []
            if named and any(t.role is Role.NUMBER for t in sentence):
                kept.extend([*named, Token(Role.VAGUE, token.start, token.end, token.text)])
            elif _asks_how_much(sentence):
                kept.append(Token(Role.VAGUE, token.start, token.end, token.text))
        else:
            if "?" in token.text and (proposed or _offers_instead(sentence)):
                asks = asks or sentence[-1].role in {Role.PRICE, Role.NUMBER}
            elif "?" in token.text and sentence and sentence[-1].role in {Role.PRICE, Role.NUMBER}:
                sentence.append(Token(Role.VAGUE, token.start, token.end, token.text))
            kept.extend([*sentence, token])
        sentence = []
    return kept, asks


def _offers_instead(sentence: Sequence[Token]) -> bool:
    """ "no parsley, would chives at 1.30 do?": a price of what is offered for what is refused."""
    roles = [t.role for t in sentence]
    refused = next((at for at, role in enumerate(roles) if role in {Role.NO, Role.LACKS, Role.DECLINE}), None)
    return refused is not None and {Role.OFFERS, Role.WORD} <= {*roles[refused:]}


def _asks(sentence: Sequence[Token]) -> bool:
    """Whether a question is put; "if you take all of it" is a condition."""
    when = next((t.start for t in sentence if t.role is Role.WHEN), None)
    return any(t.role is Role.ASKS and (when is None or t.start < when) for t in sentence)


def _asks_how_much(sentence: Sequence[Token]) -> bool:
    """ "5 kg or 10 kg?": a price behind it is of one of both, which nobody knows."""
    counts = [t for t in sentence if t.role in {Role.QTY, Role.NUMBER} or NUMBERS.get(folded(t.text), 0) > 1]
    return len(counts) > 1 and any(t.role is Role.RANGE for t in sentence)


def _refused_in(sentence: Sequence[Token], end: Token) -> list[Token]:
    """ "no pita, is naan all right?": what is refused before the question."""
    comma = next((at for at, token in enumerate(sentence) if token.role is Role.COMMA), 0)
    roles = [token.role for token in sentence[:comma]]
    lacking = Role.NAME in roles and bool({Role.NO, Role.LACKS, Role.DECLINE} & {*roles})
    return [*sentence[:comma], end] if lacking else []


def _paid(sentence: Sequence[Token]) -> bool:
    return any(t.role is Role.PRICE and t.minor and t.text.strip()[-1:] in "€$£" for t in sentence)


def _proposes(sentence: Sequence[Token]) -> bool:
    """ "Saturday ok?", "would feta do?": an offer in the form of a question."""
    told = {t.role for t in sentence}
    if Role.DATE in told and told <= {Role.DATE, Role.FILLER, Role.DELIVERY, Role.PICKUP}:
        return True  # "Tomorrow morning?"
    settles = {Role.YES, Role.NO, Role.DECLINE, Role.LACKS}
    refusing = {Role.NO, Role.DECLINE, Role.LACKS}
    if any(
        t.role is Role.WORD and t.start > no.start for no in sentence if no.role in refusing for t in sentence
    ):
        return any(t.role is Role.NAME for t in sentence) and any(
            t.role in {Role.YES, Role.OFFERS} for t in sentence
        )
    dated = any(t.role is Role.DATE for t in sentence) and any(t.role in settles for t in sentence)
    return dated or (
        any(t.role is Role.OFFERS for t in sentence) and any(t.role is Role.WORD for t in sentence)
    )


def _split(sentence: Sequence[Token]) -> int | None:
    """Where in a sentence with prices and a question mark the question begins: "…, want them washed?"."""
    last = max((i for i, token in enumerate(sentence) if token.role in {*_FIGURES, Role.PER}), default=0)
    parted = [i for i, t in enumerate(sentence) if i > last and t.role in {Role.COMMA, Role.AND, Role.BUT}]
    return next((at for at in parted[-MOST_PARTS:] if _only_asks(sentence[at + 1 :], at == parted[-1])), None)


def _only_asks(tail: Sequence[Token], lone: bool) -> bool:
    """Whether the last part of a sentence asks something and tells nothing; a day only if it is `lone`."""
    roles = {token.role for token in tail}
    if not tail or roles & {Role.ODD, Role.PERCENT, Role.FREE}:
        return False
    if Role.ASKS in roles:
        return lone or Role.DATE not in roles
    if Role.OFFERS in roles and not roles & {Role.WORD, Role.NAME, *_FIGURES}:
        return lone  # "white cabbage for 1.60, would that do?"
    spoken = sum(token.role in {Role.FILLER, Role.WORD} for token in tail) > 1
    return not roles & (_SETTLING - {Role.NAME} if spoken else _SETTLING)


def _proposes_instead(sentence: Sequence[Token]) -> bool:
    """ "raspberries instead, 5 for the two?": a substitute with its price, in the form of a question."""
    roles = {token.role for token in sentence}
    return Role.INSTEAD in roles and Role.WORD in roles and bool(roles & _FIGURES)
