"""Which language a text is in, by its script and its small words."""

import re

from commerce.methods.lexicon import LANGUAGES, lexicon_of
from commerce.methods.readers.prose import foods_of

__all__ = ["guess_language"]

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
)
_MOST_WORDS = 800
_COMMON = {
    "en": "the and of for with to in a large fresh chopped cup cups or until into you from",
    "de": "und der die das für mit el tl zum oder ein eine etwas nach stück den dem im auf bis",
    "fr": "de et le la les du des pour avec à au ou une un soupe café cuillère cuillères dans",
    "es": "de y el la los las con para una un cucharada cucharadas taza en al o cucharadita",
    "it": "di e il la le lo i con per una un cucchiaio cucchiai q b della del in o cucchiaino",
    "nl": "de het een en met van voor el tl of in eetlepel eetlepels theelepel snufje teentjes naar",
}
_SETS = {language: frozenset(words.split()) for language, words in _COMMON.items()}


def guess_language(text: str) -> str:
    """The language whose script it is, or whose small words and units it uses most; English where nothing
    tells."""
    letters = sum(character.isalpha() for character in text[:4000]) or 1
    for language, script in _SCRIPTS:
        if 4 * len(script.findall(text[:4000])) >= letters:
            return language
    words = re.findall(r"[^\W\d_]+", text.lower())[:_MOST_WORDS]
    scores = {language: sum(word in common for word in words) for language, common in _SETS.items()}
    for language in scores:
        scores[language] += sum(word in foods_of(language) for word in words)
    for language in LANGUAGES & scores.keys():
        units = lexicon_of(language).units
        scores[language] += sum(word in units and len(word) > 1 for word in words)
    best = max(scores, key=lambda language: (scores[language], language == "en"))
    return best if scores[best] else "en"
