"""A job named plainly: "what do I need for lasagne for six?", also where the dialogue is away or unsure."""

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.understanding.numbers import COUNTS

__all__ = ["NamedJob", "job_named"]

MOST_CHARACTERS = 120
MOST_WORDS_OF_JOB = 6
_HELLO = r"^\W*(?:(?:hi|hello|hey|hallo|bonjour|salut|please|bitte|so|also|alors)[\s,]+)*"
_MAKING = r"(?:mak|build|cook|bak|sew|prepar|paint|put)(?:e|ing|ting up| up)?"
_OPENINGS = tuple(
    re.compile(f"{_HELLO}{one}\\s+(?P<job>\\w.*)$", re.IGNORECASE)
    for one in (
        rf"what(?:\s+all|\s+else)?\s+(?:do|would|will|should)\s+(?:i|we|you|one)\s+need\s+(?:for|to)"
        rf"(?:\s+{_MAKING})?",
        r"(?:(?:the|a|all the)\s+)?(?:ingredients|materials|recipe|shopping list)\s+(?:for|to make)",
        r"was\s+(?:alles\s+)?(?:brauche?|benötige?n?|brauchen|bräuchte)\s+(?:ich|wir|man)(?:\s+alles)?,?\s+"
        r"(?:für|um|zum|zur|wenn ich)",
        r"(?:(?:die|das|ein)\s+)?(?:zutaten|material|materialien|rezept|einkaufsliste)\s+(?:für|zum)",
        r"(?:de quoi\s+(?:ai-je|j['’]ai|a-t-on|avons-nous|est-ce que j['’]ai)\s+besoin"
        r"|(?:qu['’]est[- ]ce qu['’]il|ce qu['’]il)\s+(?:me\s+|nous\s+)?faut"
        r"|il\s+(?:me\s+|nous\s+)?faut\s+quoi"
        r"|que\s+(?:me\s+|nous\s+)?faut-il)\s+pour"
        r"(?:\s+(?:faire|construire|préparer|cuisiner|fabriquer|coudre|monter))?",
        r"(?:(?:la|une|les)\s+)?(?:recette|ingrédients|liste)\s+(?:de|pour)",
    )
)
_ARTICLE = re.compile(
    r"^(?:(?:a|an|the|some|my|our|ein|eine|einen|einem|einer|den|das|die|der|meine?n?|une?|des"
    r"|du|de la|la|les?)\s+"
    r"|de l['’]|l['’]|d['’])",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"\s+(?:zu\s+)?(?:bauen|machen|kochen|backen|nähen|streichen|koche|backe|mache|baue)(?:\s+will)?$", re.I
)
_FOR = re.compile(
    rf"[\s,]+(?:for|für|fuer|pour)\s+(?:about\s+|etwa\s+|environ\s+)?(?P<n>\d{{1,3}}|{'|'.join(COUNTS)})"
    r"(?:\s+(?:people|persons?|servings?|portions?|guests|of us|personen|leute|portionen|gäste|personnes?"
    r"|convives|parts?))?$",
    re.IGNORECASE,
)
_NO_JOB = re.compile(
    r"^(?:delivery|deliver|payment|pay|paying|order|orders?|ordering|that|this|it|them|you|me|us|use|do|know"
    r"|help|an? (?:account|order)|return|signing|register\w*"
    r"|(?:die |eine |meine )?(?:lieferung|bestellung|zahlung|rückgabe|anmeldung)|das|dich|euch|mich"
    r"|bestellen|zu|cela|ça|moi|vous|toi"
    r"|(?:la |une |ma )?(?:livraison|commande|retour|paiement)|commander|payer)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class NamedJob:
    job: str
    servings: Decimal | None


def job_named(text: str) -> NamedJob | None:
    """The job that a sentence names plainly, and for how many; None where it says anything else."""
    text = " ".join(text.split()).rstrip(" ?!.…")
    if len(text) > MOST_CHARACTERS or "://" in text:
        return None
    for opening in _OPENINGS:
        found = opening.match(text)
        if found is not None:
            return _job_of(found["job"])
    return None


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
