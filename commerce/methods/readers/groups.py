"""From the rows of a list to its lines: labels out, and what is shown twice (print, other units) once."""

import re
from collections import Counter
from collections.abc import Sequence

from commerce.methods.readers.amounts import (
    begins_with_amount,
    has_amount,
    share_beginning,
    share_with_amounts,
)
from commerce.methods.readers.finding import RawLine
from commerce.methods.readers.rows import Row

__all__ = ["is_label", "is_yield", "settled", "without_repeats", "without_sections"]

_WORD = re.compile(r"[^\W\d_]{3,}")
_DASHED = re.compile(r"^((?:\d[\d.,/–-]*|[½¼¾⅓⅔⅛])[½¼¾⅓⅔⅛]?\s?[^\W\d_]{0,12}\.?)\s+[-–—:]\s+(?=\w)")
_NUMBER = re.compile(r"\d+|[½¼¾⅓⅔⅛]")
_METRIC = re.compile(r"\d\s*(?:g|kg|ml|cl|dl|l)\b", re.IGNORECASE)
_IMPERIAL = re.compile(r"\d\s*(?:oz|ounces?|lbs?|pounds?|fl\.?\s*oz|cups?|pints?|quarts?)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:total weight|gesamtgewicht)\b.*$"
    r"|(?:serving sizes?|servings?|serves|yields?|makes|prep(?:aration)?(?: time)?|cook(?:ing)?(?: time)?"
    r"|(?:total|active|rest) time|ready in|portions?|portionen|personen|personnes|porcje|raciones"
    r"|porciones|porzioni|porties|porsjoner"
    r"|porcí|difficulty|level"
    r"|vorbereitungszeit|kochzeit|backzeit|arbeitszeit|gesamtzeit|zubereitungszeit"
    r"|schwierigkeit|temps de (?:préparation|cuisson)"
    r"|préparation|cuisson|kcal|calories|energi[ea]?|brennwert)\b[\s:.]*[\d~–-]*(?:[.,]\d+)?\s*[^\W\d_]{0,12}\.?$"
    r"|\d+(?:[.,]\d+)?\s*(?:g|kcal|kj|%|mg)\s*(?:fett?|fat|protein|eiweiß|kohlenhydrate|carbs?|carbohydrates?|karbohydrat"
    r"|lipides|glucides|protéines|fibres?|fiber|kcal|kalorien|calories|sodium|cholesterol)\.?$"
    r"|\d+(?:[.,]\d+)?\s*(?:g|mg|µg|mcg|%)?\s*(?:(?:total|saturated|trans|dietary)\s+)?(?:fat|fiber|fibre|carbohydrates?"
    r"|protein|cholesterol|sodium|potassium|calcium|iron|vitamin\s\w{1,3})\.?$"
    r"|\d+(?:[.,]\d+)?\s*(?:g|mg|kcal|kj)?\s*(?:di cui (?:zuccheri|saturi)|carboidrati|grassi(?: saturi)?"
    r"|proteine|energia|grasas(?: saturadas)?|hidratos(?: de carbono)?|carbohidratos|proteínas"
    r"|matières grasses|dont (?:sucres|saturés)|gesättigte fettsäuren|davon zucker|ballaststoffe"
    r"|brennwert|koolhydraten|vetten|eiwitten|eiwit|vezels|białko|węglowodany|tłuszcze?|kolhydrater|gorduras|carboidratos"
    r"|valor energético|valeur énergétique)\.?$|percent daily values? .*$"
    r"|(?:cuisine|recipe type|category|course|difficulty|author|rating|keywords?|diet|küche|kategorie"
    r"|catégorie|type)\s*:.*$"
    r"|(?:rating|share|print|save|more|mehr|plus)$|(?!\d).{1,14}(?:\.\.\.|…)$"
    r"|(?:(?:fat|fett|saturates|sugars?|salt|carb\w{0,12}|protein|fibre|fiber|energy|kohlenhydrate|eiweiß)\s?:?\s?"
    r"\d+(?:[.,]\d+)?\s?(?:g|mg|kcal|kj)[\s,;|]*){2,}$"
    r"|\d+(?:\s?[-–]\s?\d+)?\s*(?:raciones|porciones|personas|servings|portionen|personen|personnes|porzioni|persone"
    r"|porties|porsjoner|portioner)$"
    r"|\d+\s*(?:m|min\.?|mins|minutes?|minuten|minutos|minuti|h|hrs?|std\.?)\s+(?:prep|cook|bak|total|tiempo|cocin"
    r"|horno|repos|rest|cuisson|zubereit|koch|back|cottura|riposo)[^\W\d_]*(?:\s[^\W\d_]+)?$"
    r"|(?:advertisement|advertising|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|annons"
    r"|annonse|annonce|reklama|reklame|mainos|hirdetés|реклама|広告|广告|광고)s?\s?:?$|(?:sponsored|gesponsert|sponsorisé)\b.*$"
    r"|(?:sign up|subscribe|newsletter|melde dich|inscri(?:s|vez)|suscríb|iscriviti)\b.*newsletter.*$"
    r"|<?\s?\d+(?:[.,]\d+)?\s*(?:g|mg|%|kcal|kj|cal(?:ories)?)$|servings?:[\s\d]*$"
    r"|(?:\d+\s*[xX×]\s*)*[½¼]?\d?[xX×]$|(?:us|metric|imperial)$"
    r"|\d{2,3}\s?°\s?[CF]\b.{0,40}$|.{1,60}\(\d+(?:[.,]\d+)?\s?[KM]i?B\)$|(?:kg|g|ml|l|oz|lbs?)\.?$|(?:group|gruppe|groupe|gruppo|grupo)\s\d{1,2}:?$",
    re.IGNORECASE,
)
_YIELD = re.compile(
    r"\(?(?:pour|for|für|para|per|voor|för|til|dla|na|serves|makes)\s(?:(?:ca\.?|about|environ|circa|etwa)\s)?"
    r"\d{1,3}(?:\s?(?:[-–]|to|bis|à|a|o|ou)\s?\d{1,3})?\s[^\W\d_]{3,}(?:\s[^\W\d_]{3,}){0,2}\)?\s?:?",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"(?:[Ff]or [Tt]he|[Ff]ür (?:den|die|das)|[Pp]our (?:la|le|les|l'|l’)|[Pp]ara (?:la|el|los|las)"
    r"|[Pp]er (?:la|il|lo|le|i|gli)|[Vv]oor (?:de|het)|[Dd]la) ?[^,\d]{2,32}:?$"
)
_SECTION = re.compile(
    r"(?:(?:the|die|der|das|la|le|el|il)\s)?"
    r"(?:sauce|dough|dressing|fillings?|toppings?|frosting|glaze|icing|marinade|batter|crust|crumble|seasoning|garnish"
    r"|assembly|teig|soße|füllung|belag|guss|glasur|streusel|deko|garnitur|boden|marinade|pâte|garniture|glaçage|farce"
    r"|masa|relleno|cobertura|aderezo|impasto|ripieno|condimento|glassa|farcia|deeg|saus|vulling|massa|recheio|molho"
    r"|deg|fyll(?:ning)?|ciasto|sos|nadzienie|těsto|náplň|тесто|начинка|соус)\s?:?$"
    r"|(?:[^\W\d_]+\s){1,3}(?:ingredients|filling|frosting|glaze|topping|marinade|batter|crumble|icing)\s?:?$",
    re.IGNORECASE,
)
_CODE = re.compile(r"\{|\}|\bwindow\.|function\(|=>|https?://")
_MARKED = re.compile(r"[■□◆◇●○▼▽▲△★☆【《<＜]")
_SYSTEM = re.compile(
    r"(?:us|u\.s\.|us customary|imperial|metric|metrisch|métrique|métrico|metrico)(?=:?$)", re.IGNORECASE
)
_LONGEST_LABEL = 45
_MOST_GROUPS = 60
_ALIKE_PERCENT = 80
_MOSTLY_PERCENT = 60


def settled(rows: Sequence[Row]) -> list[str]:
    """The texts of the lines: without rows of another make that tell no amount ("Dough"), each list once."""
    rows = [row for row in in_one_system(rows) if not _ABOUT.match(row.text) and not _CODE.search(row.text)]
    counted = Counter(row.tag for row in rows if has_amount(row.text))
    if counted:
        tag, most = counted.most_common(1)[0]
        if most * 2 >= len(rows):
            rows = [
                row
                for row in rows
                if row.tag == tag or has_amount(row.text) or len(row.text) > _LONGEST_LABEL
            ]
        rows = [row for row in rows if not is_label(row.text) or has_amount(row.text)]
        rows = _without_marked(rows)
    boxes: dict[int, list[str]] = {}
    for row in rows:
        boxes.setdefault(row.box, []).append(row.text)
    kept = {id(box) for box in without_repeats(list(boxes.values()))}
    texts = [row.text for row in rows if id(boxes[row.box]) in kept]
    dashed = [text for text in texts if _DASHED.match(text)]
    if len(dashed) * 2 > len(texts):
        texts = [_DASHED.sub(r"\1 ", text) for text in texts]
    return _without_commas(texts)


def _without_commas(texts: list[str]) -> list[str]:
    """Where every line but the last ends in a comma, the list is one sentence: "scissors,", "pins."."""
    *front, last = texts or [""]
    if len(front) < 2 or not all(text.endswith((",", ";")) for text in front):
        return texts
    return [*(text.rstrip(",; ") for text in front), last.rstrip(".,; ")]


def _without_marked(rows: Sequence[Row]) -> list[Row]:
    """Without "■ Seasoning", where the lines that tell amounts have no such mark in front."""
    lines = [row for row in rows if has_amount(row.text)]
    borne = {row.text[0] for row in lines if _MARKED.match(row.text)}
    kept = [row for row in rows if row in lines or not _MARKED.match(row.text) or row.text[0] in borne]
    return kept if len(lines) * 100 >= _ALIKE_PERCENT * len(kept) else list(rows)


def in_one_system(rows: Sequence[Row]) -> list[Row]:
    """The rows under the first of two labels that name systems of units, where each stands over its lines:
    "Metric", lines, "Imperial", the same lines in ounces, and so on for every group."""
    systems = [_SYSTEM.match(row.text) for row in rows]
    named = [found[0].casefold() for found in systems if found]
    over = [at for at, found in enumerate(systems) if found and at + 1 < len(rows) and not systems[at + 1]]
    if len(set(named)) < 2 or len(over) < len(named):
        return list(rows)
    kept, system = [], named[0]
    for row, found in zip(rows, systems, strict=True):
        system = found[0].casefold() if found else system
        if not found and system == named[0]:
            kept.append(row)
    return kept


def is_yield(text: str) -> bool:
    """ "(pour 24 madeleines)", "für 4 Personen": how much comes out, beneath the heading of the list."""
    return len(text) <= _LONGEST_LABEL and _YIELD.fullmatch(text) is not None


def is_label(text: str) -> bool:
    """ "For the sauce", "TO SERVE", "Remaining ingredients": stands over lines and is none."""
    capitals = text.isupper() and 3 < len(text) <= _LONGEST_LABEL and " " in text
    return (capitals and not any(sign.isdigit() or sign in ",(" for sign in text)) or bool(
        _PURPOSE.match(text)
    )


def without_sections(lines: Sequence[RawLine]) -> tuple[RawLine, ...]:
    """Where most lines begin with an amount, those that only name what the next ones are for are no lines."""
    texts = [line.text for line in lines]
    if share_beginning(texts) < _MOSTLY_PERCENT:
        return tuple(lines)
    ahead = [*texts[1:], ""]
    return tuple(
        line
        for line, after in zip(lines, ahead, strict=True)
        if not (begins_with_amount(after) and _names_section(line.text))
    )


def _names_section(text: str) -> bool:
    shouted = text.partition("(")[0].strip().rstrip(":")
    return (
        bool(_SECTION.match(text))
        or is_label(text)
        or (shouted.isupper() and shouted.isalpha() and len(shouted) > 3)
    )


def without_repeats(groups: Sequence[list[str]]) -> list[list[str]]:
    """The groups without those that say again what others have said."""
    kept: list[list[str]] = []
    for group in groups[:_MOST_GROUPS]:
        again = next((at for at, before in enumerate(kept) if _repeats(group, before)), None)
        if again is None:
            kept.append(group)
    whole = len(kept) // 2
    if len(kept) % 2 == 0 and whole and kept[:whole] == kept[whole:]:
        return kept[:whole]
    return kept


def _repeats(group: Sequence[str], before: Sequence[str]) -> bool:
    """Whether a list names the same things in the same order: word for word, or in other units."""
    if list(group) == list(before):
        return len(group) > 1 or share_with_amounts(list(group)) == 0
    if abs(len(group) - len(before)) > (len(group) > 5) or len(group) < 2:
        return False
    known = [_words(text) for text in before]
    pairs = [
        (text, before[at])
        for place, text in enumerate(group)
        for at in (place, place - 1, place + 1)
        if 0 <= at < len(before) and _same(_words(text), known[at])
    ]
    told = {text for text, _ in pairs}
    if len([text for text in group if text in told]) * 100 < _ALIKE_PERCENT * len(group):
        return False
    numbers = sum(_NUMBER.findall(one) == _NUMBER.findall(other) for one, other in pairs)
    return numbers * 10 >= 7 * len(pairs) or any(
        bool(_METRIC.search(one)) is not bool(_METRIC.search(other))
        and bool(_IMPERIAL.search(one)) is not bool(_IMPERIAL.search(other))
        for one, other in pairs
    )


def _same(words: frozenset[str], other: frozenset[str]) -> bool:
    if not words or not other:
        return words == other
    return len(words & other) * 3 >= 2 * min(len(words), len(other))


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))
