"""The frame of a sentence: its small and common words as they are, names and rare words by their kind. Pure.

What people name is endless, how they ask for it is not: "we've got paprika already" and "we've got lamp oil
already" have one frame, "^ we've got _thing already $".
"""

from collections import Counter
from typing import Dict, Iterable, Mapping

from nlu.components.vocabulary import EVERY_FUNCTION_WORD
from nlu.components.wording import MASKS, normalised

THING, RARE = "_thing", "_rare"
COMMON = 4
"""In so many texts a word must stand to be part of frames."""
MOSTLY_NAMED = 0.6
"""A word that is marked as a name in so many of its places is a thing."""
_ALWAYS_KEPT = EVERY_FUNCTION_WORD | set(MASKS.values())


def words_of_frames(texts: Iterable[str], names: Iterable[str]) -> Dict[str, str]:
    """What stands in a frame for each word that is known: itself, or THING. `names` are the marked ones."""
    met: Counter = Counter()
    texts_with: Counter = Counter()
    for text in texts:
        words = normalised(text).split()
        met.update(words)
        texts_with.update(set(words))
    named = Counter(word for name in names for word in normalised(name).split())
    standing = {word: word for word in met if texts_with[word] >= COMMON or word in _ALWAYS_KEPT}
    standing.update(
        {
            word: THING
            for word, times in named.items()
            if times >= MOSTLY_NAMED * met[word] and word not in _ALWAYS_KEPT
        }
    )
    return standing


def frame(plain: str, standing: Mapping[str, str]) -> str:
    """The frame of a text in normal form; neighbouring names and rare words are one."""
    words = ["^"]
    for word in plain.split():
        kept = word if word in _ALWAYS_KEPT else standing.get(word, RARE)
        if kept not in (THING, RARE) or words[-1] not in (THING, RARE):
            words.append(kept)
    return " ".join([*words, "$"])
