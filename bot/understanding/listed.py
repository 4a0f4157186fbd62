"""A list said in one line: "500 g flour, 6 eggs and milk", "I need a drill and 20 screws"."""

import re

__all__ = ["NO_THING", "listed_in_line"]

MOST_CHARACTERS = 200
MOST_WORDS = 5
_NEEDING = re.compile(
    r"^(?:(?:hi|hello|hey|hallo|bonjour|salut|please|bitte|so|ok|okay)[\s,!]+)*"
    r"(?P<need>(?:i|we)(?:['’]d| would)?(?: also)? (?:need|want|like)(?: to (?:buy|get|have))?\b"
    r"|(?:please )?(?:get|buy|bring|fetch)(?: me| us)?\b|(?:my )?(?:shopping )?list:"
    r"|(?:ich|wir) (?:brauchen?|bräuchten?|möchten?|hätten?|will|wollen)(?: noch)?(?: gern\w*)?\b"
    r"|(?:besorg|kauf|hol)e?(?: mir| uns)?\b|einkaufsliste:"
    r"|(?:j['’]ai|nous avons|on a) besoin\b|il (?:me|nous) (?:faut|faudrait)\b"
    r"|(?:je|nous|on) (?:veux|voudrais|voudrions|voudrait|cherche)\b|(?:achète|prends)[- ]moi\b"
    r"|ma liste ?:)?\s*",
    re.IGNORECASE,
)
_POLITE = re.compile(
    r"[\s,]+(?:please|pls|thanks|thank you|bitte|danke|svp|stp|s['’]il (?:te|vous) pla[iî]t|merci)\W*$", re.I
)
_APART = re.compile(r"\s*(?:,(?!\d)|;|&|\+)\s*(?:(?:and|und|et)\s+)?|\s+(?:and|und|et)\s+", re.IGNORECASE)
_ARTICLE = re.compile(
    r"^(?:(?:some|the|of|etwas|noch|die|das|den|du|des|de la|de|la|les?)\s+|de l['’]|l['’]|d['’])+",
    re.IGNORECASE,
)
_ONE = re.compile(r"^(?:an?|eine[nrms]?|ein|une?)\s+", re.IGNORECASE)
_NUMBER = (
    r"(?:\d+(?:[.,]\d+)?(?:\s?[-–/]\s?\d+(?:[.,]\d+)?)?|[½¼¾⅓⅔]|half an?|two|three|four|five|six"
    r"|seven|eight|nine|ten"
    r"|twelve|a dozen|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|ein dutzend|deux"
    r"|trois|quatre|cinq|sept"
    r"|huit|neuf|dix|douze|une douzaine)"
)
_UNIT = (
    r"(?:kg|g|mg|ml|cl|dl|l|lbs?|oz|cups?|tbsp|tsp|cm|mm|m|m2|m²|km|kilos?|gramm?|grammes?"
    r"|grams?|lit(?:er|re)s?"
    r"|met(?:er|re)s?|pounds?|ounces?|packs?|packets?|rolls?|sheets?|cans?|tins?|jars?|bottles?"
    r"|bags?|pieces?|box(?:es)?"
    r"|bunch(?:es)?|cloves?|el|tl|stück|stk|dosen?|flaschen?|packung(?:en)?|päckchen|pck|beutel"
    r"|bund|gläser|glas|rollen?"
    r"|zehen?|platten?|bo[iî]tes?|bouteilles?|paquets?|sachets?|pi[eè]ces?|rouleaux?|rouleau"
    r"|bottes?|gousses?|pots?)\.?"
)
_THING = r"(?:of\s+|de\s+|d['’]|von\s+)?(?P<thing>[^\W\d_].*)"
_MEASURED = re.compile(rf"^{_NUMBER}\s?{_UNIT}\s+{_THING}$", re.IGNORECASE)
_COUNTED = re.compile(rf"^{_NUMBER}\s+{_THING}$", re.IGNORECASE)
NO_THING = re.compile(
    r"\b(?:people|persons?|servings?|times?|minutes?|hours?|days?|weeks?|euros?|eur|percent"
    r"|o['’]clock|pm|am|more|less"
    r"|of (?:them|it|these|those)|each|it|them|that|this|these|those|one|ones|me|you|us|is|are"
    r"|was|to|from|for|by|at"
    r"|instead|than|not|no|without|but|when|how|why|where|which|what|who|make|drop|remove|change"
    r"|add|cancel|order|orders"
    r"|deliver\w*|cheap\w*|sellers?|shops?|tomorrow|today|tonight|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday"
    r"|help|recipes?|page|link|list|portions?"
    r"|personen|leute|portionen|mal|minuten|stunden|tage|wochen|uhr|prozent|mehr|weniger|davon"
    r"|es|sie|ihn|das|mich|mir"
    r"|dich|euch|uns|ist|sind|zu|zum|zur|für|statt|nicht|kein\w*|ohne|aber|wann|wie|warum|wo"
    r"|welche\w*|was|wer"
    r"|liefer\w*|bestell\w*|billig\w*|günstig\w*|händler|laden|morgen|heute|montag|dienstag"
    r"|mittwoch|donnerstag|freitag"
    r"|samstag|sonntag|hilfe|rezepte?|seite|liste|wegen"
    r"|personnes?|fois|minutes|heures?|jours?|semaines?|plus|moins|ça|cela|eux|moi|toi|vous|nous"
    r"|est|sont|pour|sans|pas|ne"
    r"|mais|quand|comment|pourquoi|où|quel\w*|quoi|qui|livr\w*|command\w*|vendeurs?|demain"
    r"|aujourd['’]hui|lundi|mardi"
    r"|mercredi|jeudi|vendredi|samedi|dimanche|aide|recettes?)\b",
    re.IGNORECASE,
)


def listed_in_line(text: str) -> tuple[str, ...]:
    """The things of a list in one line, each with its amount; nothing unless it is a list for certain: a
    measure ("5 l of wall paint"), or several things with an amount among them."""
    text = text.strip()
    if len(text) > MOST_CHARACTERS or "\n" in text or "?" in text or "://" in text or "€" in text:
        return ()
    text = _POLITE.sub("", text)
    opening = _NEEDING.match(text)
    assert opening is not None
    needs = opening["need"] is not None
    parts = [_bare(part) for part in _APART.split(text[opening.end() :].rstrip(" .!,"))]
    if not all(parts) or any(NO_THING.search(part) for part in parts):
        return ()
    measured = sum(bool(_MEASURED.match(part)) for part in parts)
    counted = sum(bool(_COUNTED.match(part)) for part in parts) - measured
    named = len(parts) - measured - counted
    if any(len(_thing(part).split()) > MOST_WORDS for part in parts):
        return ()
    if len(parts) == 1:
        return tuple(parts) if measured or (needs and counted) else ()
    certain = measured or counted > 1 or (needs and counted)
    return tuple(parts) if certain and named <= 2 * (measured + counted) + needs else ()


def _bare(part: str) -> str:
    """Without what stands before a thing: "some milk", "de la farine", and the one of "a drill"."""
    part = _ARTICLE.sub("", part.strip())
    once = _ONE.match(part)
    return f"1 {part[once.end() :]}" if once and not re.match(rf"^{_NUMBER}\b", part, re.IGNORECASE) else part


def _thing(part: str) -> str:
    found = _MEASURED.match(part) or _COUNTED.match(part)
    return found["thing"] if found else part
