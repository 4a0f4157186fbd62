"""What sites answered a little while ago: the same job asked again, by whomever, is not asked there again."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from commerce.methods.sites.asking import Answers, may_answer_later
from commerce.methods.sites.models import MethodSite

__all__ = ["Remembered"]

KEPT_FOR = timedelta(minutes=10)
MOST_ANSWERS = 100

_Key = tuple[str, str, tuple[str, ...]]


@dataclass
class Remembered:
    """The last answers by job, language and the sites that were asked; `clock` tells the time in UTC."""

    clock: Callable[[], datetime]
    _kept: OrderedDict[_Key, tuple[datetime, Answers]] = field(default_factory=OrderedDict)

    def of(self, job: str, language: str, sites: Sequence[MethodSite]) -> Answers | None:
        kept = self._kept.get(_key(job, language, sites))
        return kept[1] if kept is not None and timedelta() <= self.clock() - kept[0] < KEPT_FOR else None

    def keep(self, job: str, language: str, sites: Sequence[MethodSite], answers: Answers) -> None:
        """Not where a site was down: it may be up again in a minute."""
        if any(map(may_answer_later, answers.troubles.values())):
            return
        key = _key(job, language, sites)
        self._kept[key] = (self.clock(), answers)
        self._kept.move_to_end(key)
        while len(self._kept) > MOST_ANSWERS:
            self._kept.popitem(last=False)


def _key(job: str, language: str, sites: Sequence[MethodSite]) -> _Key:
    return (
        " ".join(job.casefold().split()),
        language,
        tuple(sorted(f"{one.id} {one.address}" for one in sites)),
    )
