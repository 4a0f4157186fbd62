"""Which language a text is in, by its script and its small words."""

import re

from commerce.methods.lexicon import LANGUAGES, folded, lexicon_of
from commerce.methods.readers.prose import foods_of, with_foods

__all__ = ["guess_language"]

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
)
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_FEW_KANA = 30
"""One in so many letters: Japanese lists hold much Chinese writing and little else."""
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_MOST_WORDS = 800
_COMMON = {
    "en": "the and of for with to in a large fresh chopped cup cups or until into you from",
    "de": "und der die das für mit el tl zum oder ein eine etwas nach stück den dem im auf bis",
    "fr": "de et le la les du des pour avec à au ou une un soupe café cuillère cuillères dans",
    "es": "de y el la los las con para una un cucharada cucharadas taza en al o cucharadita",
    "it": "di e il la le lo i con per una un cucchiaio cucchiai q b della del in o cucchiaino",
    "nl": "de het een en met van voor el tl of in eetlepel eetlepels theelepel snufje teentjes naar",
    "pt": "de e o os as para uma um com colher colheres sopa chá xícara xícaras do da dos ou não em dentes",
    "sv": "och av i till en ett med på eller dl msk tsk st för det som hackad efter smak är",
    "da": "og af i til en et med på eller dl spsk tsk stk fed for det som hakket efter er",
    "no": "og av i til en et med på eller dl ss ts stk båter for det som hakket etter er",
    "fi": "ja tai dl rkl tl kpl ripaus maun mukaan hienonnettu tuoretta noin sekä",
    "pl": "i z do na w lub łyżki łyżka łyżeczka łyżeczki szklanka szklanki ząbki szczypta oraz ok szt",
    "cs": "a z na do nebo lžíce lžička lžičky hrnek ks stroužky špetka podle chuti cca se",
    "hu": "és vagy a az ek tk evőkanál kiskanál csipet gerezd db dkg ízlés szerint egy",
    "ro": "de și si cu la sau lingură linguri linguriță cană după gust pentru un o din",
    "tr": "ve ile bir veya su bardağı yemek çay kaşığı adet tane diş için yarım",
}
_LETTERS = {
    "pl": "łśćżźęą", "cs": "řěů", "hu": "őű", "ro": "șțăţ", "tr": "ğı", "pt": "ãõ", "de": "ß", "da": "æø",
    "no": "æø", "sv": "å", "es": "ñ¿¡",
}  # fmt: skip
"""Letters that tell a language among those written in Latin ones."""
_LETTER_POINTS = 2
_SETS = {language: frozenset(words.split()) for language, words in _COMMON.items()}


def guess_language(text: str) -> str:
    """The language whose script it is, or whose small words and units it uses most; English where nothing
    tells."""
    letters = sum(character.isalpha() for character in text[:4000]) or 1
    for language, script in _SCRIPTS:
        if 4 * len(script.findall(text[:4000])) >= letters:
            if language == "zh" and _FEW_KANA * len(_KANA.findall(text[:4000])) >= letters:
                return "ja"
            return "uk" if language == "ru" and _UKRAINIAN.search(text[:4000]) else language
    words = re.findall(r"[^\W\d_]+", text.lower())[:_MOST_WORDS]
    scores = {language: sum(word in common for word in words) for language, common in _SETS.items()}
    for language in scores.keys() & with_foods():
        scores[language] += sum(word in foods_of(language) for word in words)
    for language, own in _LETTERS.items():
        scores[language] += _LETTER_POINTS * sum(map(text[:4000].lower().count, own))
    for language in LANGUAGES & scores.keys():
        units = lexicon_of(language).units
        scores[language] += sum(folded(word) in units and len(word) > 1 for word in words)
    best = max(scores, key=lambda language: (scores[language], language == "en"))
    return best if scores[best] else "en"
