"""A job named plainly: "what do I need for lasagne for six?", also where the dialogue is away or unsure."""

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.understanding.numbers import COUNTS
from bot.understanding.words import words_of

__all__ = ["NamedJob", "job_named"]

MOST_CHARACTERS = 120
MOST_WORDS_OF_JOB = 6
_SAID = words_of("named_jobs")
_OPENINGS = re.compile(rf"^\W*(?:{_SAID['hello']}[\s,]+)*{_SAID['openings']}\s+(?P<job>\w.*)$", re.IGNORECASE)
_ARTICLE = re.compile(rf"^(?:{_SAID['article']}\s+|{_SAID['article_tied']})", re.IGNORECASE)
_DOING = re.compile(rf"\s+{_SAID['doing']}$", re.IGNORECASE)
_FOR = re.compile(
    rf"[\s,]+{_SAID['for']}\s+(?:{_SAID['about']}\s+)?(?P<n>\d{{1,3}}|{'|'.join(COUNTS)})"
    rf"(?:\s+{_SAID['people']})?$",
    re.IGNORECASE,
)
_NO_JOB = re.compile(rf"^{_SAID['no_job']}\b", re.IGNORECASE)


@dataclass(frozen=True)
class NamedJob:
    job: str
    servings: Decimal | None


def job_named(text: str) -> NamedJob | None:
    """The job that a sentence names plainly, and for how many; None where it says anything else."""
    text = " ".join(text.split()).rstrip(" ?!.…")
    if len(text) > MOST_CHARACTERS or "://" in text:
        return None
    found = _OPENINGS.match(text)
    return _job_of(found["job"]) if found is not None else None


def _job_of(said: str) -> NamedJob | None:
    if _NO_JOB.match(said):
        return None
    servings = None
    people = _FOR.search(said)
    if people is not None:
        number = people["n"].casefold()
        servings = Decimal(number) if number.isdecimal() else Decimal(COUNTS[number])
        said = said[: people.start()]
    job = _ARTICLE.sub("", _DOING.sub("", said)).strip(" ,")
    if not job or _NO_JOB.match(job) or len(job.split()) > MOST_WORDS_OF_JOB:
        return None
    return NamedJob(job, servings)
