"""Which of a site's pages is about a job, judged by its title alone. Pure.

A title is about a job when it has the job's head noun ("shelf" of "a wall shelf", "étagère" of "étagère
murale"), also as part of a compound ("Wandregal" for "Regal") or misspelt; less so where it is only what goes
with something else. The fewer other words a title has, the more it is about just this.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from rapidfuzz import fuzz

__all__ = ["Candidate", "best_of", "score_of", "title_from_address"]

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = """
a an the some my our your for of to with and in on at from how make making made build building built
cook cooking bake baking sew sewing recipe recipes easy quick best simple homemade classic perfect diy
guide instructions that this it own
ein eine einen einem einer der die das den dem des mein meine unser für mit und im in am auf aus vom von
zum zur wie man selbst selber machen gemacht bauen gebaut kochen backen nähen rezept rezepte einfach
einfache einfacher einfaches schnell schnelle bester bestes beste klassisch klassische klassischer
klassisches anleitung hausgemacht
un une des le la les de du d l ma mon mes notre pour avec et en au aux dans sur à comment faire fait
maison construire fabriquer cuisiner coudre recette recettes facile rapide meilleure meilleur simple
classique tuto
"""
_WITH = re.compile(r"\s+(?:with|from|mit|aus|avec|au|aux|à la)\s+", re.IGNORECASE)
_MAKER = re.compile(r"\s+(?:[|•·»–—-])\s+.*$|\s*:\s.*$")
_CLOSE = 88
_SHORTEST_PART = 5
_SHORTEST_PART_GERMAN = 4
_EACH_OTHER_WORD = 6
_MOST_OTHER_WORDS = 5
_SAME_LANGUAGE = 15
_AMONG_WHAT_GOES_IN = 35
_NOT_FAR_BEHIND = 0.6
"""Who asks for basil risotto does not mean mushroom risotto, unless there is no other."""
_FIRST_NOUN_LANGUAGES = {"fr", "it", "es"}


@dataclass(frozen=True)
class Candidate:
    """A page that may be about the job; `language` is that of its site."""

    url: str
    title: str
    language: str = ""


def best_of(
    job: str, candidates: Iterable[Candidate], *, language: str = "", at_most: int = 6
) -> list[Candidate]:
    """The candidates about the job that are not far behind the likeliest, which is first; each page once.
    `language` is the person's: of pages alike, those that she can read come first; otherwise they keep their
    order."""
    scored: dict[str, tuple[int, Candidate]] = {}
    for candidate in candidates:
        score = score_of(job, candidate.title, language=language)
        if score and language and candidate.language == language:
            score += _SAME_LANGUAGE
        if score > scored.get(candidate.url, (0, candidate))[0]:
            scored[candidate.url] = (score, candidate)
    ranked = sorted(scored.values(), key=lambda one: -one[0])
    enough = ranked[0][0] * _NOT_FAR_BEHIND if ranked else 0
    return [candidate for score, candidate in ranked[:at_most] if score >= enough]


def score_of(job: str, title: str, *, language: str = "") -> int:
    """Of 100; 0 where the title is not about the job."""
    asked = _words(job)
    shortest = _SHORTEST_PART_GERMAN if language == "de" else _SHORTEST_PART
    title = _MAKER.sub("", title) if len(_words(_MAKER.sub("", title))) > 0 else title
    whole = _words(title)
    if not asked or not whole:
        return 0
    own = _words(_WITH.split(title)[0]) or whole
    head = asked[0] if language in _FIRST_NOUN_LANGUAGES else asked[-1]
    if not any(_likeness(head, word, shortest) for word in whole):
        return 0
    hits = [max((_likeness(word, other, shortest) for other in whole), default=0) for word in asked]
    score = sum(hits) // len(hits)
    others = sum(not any(_likeness(word, other, shortest) for word in asked) for other in own)
    score -= _EACH_OTHER_WORD * min(others, _MOST_OTHER_WORDS)
    if not any(_likeness(head, word, shortest) for word in own):
        score -= _AMONG_WHAT_GOES_IN
    return max(1, min(100, score))


def title_from_address(url: str) -> str:
    """What the last part of an address says: ".../vegetable-lasagne.html" is "vegetable lasagne"."""
    path = unquote(urlsplit(url).path).rstrip("/")
    name = re.sub(r"\.(?:html?|php|aspx?)$", "", path.rpartition("/")[2])
    return " ".join(_WORD.findall(name.replace("_", " ")))


def _words(text: str) -> Sequence[str]:
    """Folded, without accents and plural endings, without what tells nothing (unless that is all)."""
    apart = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(character for character in apart if not unicodedata.combining(character))
    every = _WORD.findall(plain.replace("ß", "ss"))
    return [_stem(word) for word in every if word not in _PLAIN_SMALL] or [_stem(word) for word in every]


def _stem(word: str) -> str:
    if len(word) > 4 and word.endswith("ves"):
        return word[:-3] + "f"
    for ending in ("nen", "en", "es", "er", "n", "s", "x", "e"):
        if len(word) - len(ending) >= 4 and word.endswith(ending):
            return word[: -len(ending)]
    return word


def _likeness(asked: str, word: str, shortest: int) -> int:
    """Of 100: the same word; a kind of it by the compound's end; what it is a kind of; a misspelling."""
    if asked == word:
        return 100
    if len(asked) >= shortest and word.endswith(asked):
        return 90
    if len(word) >= _SHORTEST_PART and asked.endswith(word):
        return 55
    if min(len(asked), len(word)) >= _SHORTEST_PART and fuzz.ratio(asked, word) >= _CLOSE:
        return 85
    return 0


_PLAIN_SMALL = frozenset(
    "".join(
        character for character in unicodedata.normalize("NFD", word) if not unicodedata.combining(character)
    )
    for word in _SMALL.split()
)
