"""Whether a line of unknown language looks like an amount of something."""

import re

__all__ = ["begins_with_amount", "has_amount", "is_told", "share_beginning", "share_with_amounts"]

_NUMBER = r"(?:\d+(?:[.,/]\d+)?|[½¼¾⅓⅔⅛⅜⅝⅞⅕])"
_WORDS = (
    r"an?|one|two|three|four|half|some|few|several|pinch|handful|dash|splash|drizzle|knob|bunch|sprig|zest|juice"
    r"|eine?[rn]?|zwei|drei|etwas|prise|halbe[rs]?|handvoll|bund|saft|abrieb|une?|deux|trois|quelques|pincée|demi-?e?"
    r"|un[ao]?|dos|tres|pizca|algunas?|pizzico|due|tre|mezzo|een|één|twee|snufje|en|ett|två|et|to|nypa|knippe"
    r"|szczypta|garść|pół|półtora|pęczek|jedna|yarım|çeyrek|puoli|puolikas|fél|jumătate|půl|špetka|svazek|halv[at]?|um|uma|dois|duas|pitada|щепотка|少々|適量|ひとつまみ|適宜|少许|适量"
)
_BEGINS = re.compile(
    rf"^[\s(~≈]*(?:(?:ca\.?|c\.|about|approx\.?|etwa|environ|aprox\.?|circa|約|约)\s*)?(?:{_NUMBER}|(?:{_WORDS})\s+\S)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"(?:[\s:：,….(–-]|(?<=[\u3040-\u9fff])){_NUMBER}\s*[^\W\d_]{{0,12}}\.?\)?$|[少適]々?量?$|お好みで?$|適宜$"
)
_TIME = re.compile(
    r"^\d+\s*(?:-\s*\d+\s*)?(?:min|minut|hour|hr|stunde|std|heure|h\b|hora|or[ae]\b|uur|timm|godz|sec|day|tage?\b|jours?\b"
    r"|kcal|calor|kj|°|degrees|grad\b|%|comment|kommentar|views?|likes?|shares?|reviews?|bewertung|avis\b|ratings?|votes?"
    r"|servings?\b|portion|personen?\b|personnes?\b|people\b|porcj|répondre)",
    re.IGNORECASE,
)
_LONG = 60
_STEP = re.compile(r"^\d{1,2}\s*[.):]\s+[^\W\d_]")


def begins_with_amount(line: str) -> bool:
    """ "2 eggs", "½ tsp salt", "a pinch of salt"; not "2. Mix", "20 minutes", "3 comments"."""
    return bool(_BEGINS.match(line)) and not _TIME.match(line) and not _STEP.match(line)


def is_told(line: str) -> bool:
    """A long sentence, as of the steps, that begins with no amount."""
    return len(line) > _LONG and line.endswith((".", "!", "。")) and not begins_with_amount(line)


def has_amount(line: str) -> bool:
    """As `begins_with_amount`, or with the amount at the end: "flour 200 g", "玉ねぎ 1個"."""
    return begins_with_amount(line) or bool(_ENDS.search(line))


def share_beginning(lines: list[str]) -> int:
    """Of 100 lines, how many begin with an amount."""
    return 100 * sum(map(begins_with_amount, lines)) // max(len(lines), 1)


def share_with_amounts(lines: list[str]) -> int:
    """Of 100 lines, how many tell an amount."""
    return 100 * sum(map(has_amount, lines)) // max(len(lines), 1)
