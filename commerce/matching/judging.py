"""How well a known name answers an asked one, by what both mean and by their words."""

from dataclasses import dataclass

from commerce.matching.namebook import Words, kind_loss
from commerce.matching.things import Thing
from commerce.matching.wording import DISTINCT, GENTLE, NEEDED, TELLING

__all__ = ["SURE_FROM", "KnownName", "Meaning", "judged"]

SURE_FROM = 80
_SAME_THING = 97
_OTHER_THING = 74


@dataclass(frozen=True)
class KnownName:
    """A name of the item at `place`; `telling` are the words up to the head, which say what the thing is."""

    words: Words
    head: str
    telling: frozenset[str]
    place: int
    is_title: bool
    thing: Thing | None


@dataclass(frozen=True)
class Meaning:
    """What the asked name means."""

    words: Words
    head: str
    why: str
    thing: Thing | None


def judged(asked: Meaning, known: KnownName) -> tuple[int, str]:
    """The score and its reason: of what both names mean by the book, and of their words as written."""
    score = _score(asked.words, asked.head, known)
    if asked.thing is None or known.thing is None:
        return score, asked.why or _why(asked.words, known)
    same = _same_thing(asked.thing, known.thing, known.is_title)
    if asked.thing.number != known.thing.number:
        loss = kind_loss(asked.thing.number, known.thing.number)
        if loss is None or same < SURE_FROM:
            return min(score, _OTHER_THING), asked.why or _why(asked.words, known)
        return same - loss, asked.why or "kind"
    if same > score:
        return same, asked.why or "synonym"
    return score, asked.why or _why(asked.words, known)


def _same_thing(asked: Thing, known: Thing, is_title: bool) -> int:
    """How well two names of one thing agree in the words beside it."""
    more, less = known.others - asked.others, asked.others - known.others
    one_thing = asked.number == known.number
    named_alike = one_thing and not (
        asked.qualities or known.qualities
    )  # "green cabbage" is a name of white cabbage
    if not named_alike and _contradict(set(known.told - asked.told), set(asked.told - known.told)):
        return 62
    if NEEDED & asked.qualities - known.told:
        return 76
    unmet = len(asked.qualities - known.qualities)
    score = _SAME_THING - len(known.qualities - asked.qualities) - 2 * unmet
    if less:
        return min(score, 76) - 4 * (len(less) - 1)
    if (known.telling - asked.others) or (more and not (is_title and len(more) <= 4)):
        return min(score, 78) - 2 * len(more)
    return score - 3 * len(more)


def _score(asked: Words, head: str, known: KnownName) -> int:
    """How well a known name answers the asked one, of 100."""
    wanted, have = set(asked), set(known.words)
    if wanted == have and head != known.head:
        return 74  # "sewing machine with a needle" is no sewing machine needle
    if wanted == have:
        return 96 if known.is_title else 100
    more, less = have - wanted, wanted - have
    if head != known.head and not _is_compound(head, known.head) and not _is_compound(known.head, head):
        return 45 if head in have and not known.is_title else 30 if wanted & have else 0
    if _contradict(more, less) or _are_distinct(wanted, have):
        return 62
    if less & NEEDED:
        return 76
    hard = [word for word in (more | less) - {head, known.head} if word not in GENTLE]
    if not hard:
        compound = 0 if head == known.head else 14
        return 92 - 2 * min(len(more), 4) - 3 * min(len(less), 3) - compound
    if known.is_title and not less and len(hard) <= 4 and not known.telling & set(hard):
        return 84 - min(len(hard), 2)  # a title names maker and make besides the thing
    if not less and len(hard) == 1 and len([word for word in wanted if word not in GENTLE]) > 1:
        return SURE_FROM
    if not more and len(less) == len(hard) == 1 and len(wanted) > 2:
        return 70
    return max(40, 72 - 8 * len(hard))


def _are_distinct(wanted: set[str], have: set[str]) -> bool:
    """Chopped tomatoes and tomatoes; not where both are the same such thing."""
    shared = [(one <= wanted, one <= have) for one in DISTINCT]
    return (True, True) not in shared and any(here is not there for here, there in shared)


def _contradict(more: set[str], less: set[str]) -> bool:
    """Brown against white, dried against fresh."""
    return any(more & group and less & group for group in TELLING)


def _is_compound(head: str, known: str) -> bool:
    return len(known) > 3 and len(head) > len(known) + 2 and head.endswith(known)


def _why(asked: Words, known: KnownName) -> str:
    if set(asked) == set(known.words):
        return "same_name"
    return "title" if known.is_title else "similar_name"
