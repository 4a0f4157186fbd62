"""What is said while an order is completed: how, when and where it comes, and whether it is placed now.

Whatever binds or leads a courier somewhere wants plain words; none of it is left to a guess of the dialogue.
"""

import re
from collections.abc import Sequence
from datetime import date

from bot import commands as c
from bot.understanding.addressed import address_said
from bot.understanding.corrections import POSTCODE, STREET
from bot.understanding.wishes import WISHES
from commerce.date_rules import SpokenDate
from commerce.dates import SpokenTime, find_dates, find_times
from commerce.orders.models import Handover, PayBy
from commerce.people.addresses import is_bare_street

__all__ = ["names_another_way", "places_plainly", "said_at_checkout"]

LONGEST = 300
LONGEST_NOTE = 120

_LEAD = (
    r"^\W*(?:(?:ok|okay|and|but|then|well|please|no|nope|sorry|actually|wait|hold on|und|aber|dann|also|bitte"
    r"|ja|nein|nee?|nö|doch|ach|warte(?: mal)?|moment(?: mal)?|et|mais|alors|bon|oui|non|pardon|attends"
    r"|attendez|finalement)\b[\s,:;.!-]*)*"
)
_END = (
    r"(?:[\s,]+(?:please|then|instead|rather|after all|again|though|better|bitte|dann|doch|lieber|wieder"
    r"|stattdessen|besser|mal|alors|plutôt|finalement|svp|stp|s['’]il (?:te|vous) pla[iî]t|quand même))*"
    r"[\s.!]*$"
)
_BROUGHT = re.compile(
    _LEAD
    + r"(?:(?:can you |could you |i(?:['’]d| would)? (?:rather )?(?:like|want|prefer)(?: you)? to |just )?"
    r"(?:bring|deliver|send)(?: it| them| everything| that)?(?: to (?:me|us|my (?:door|home"
    r"|place)))?(?: home)?"
    r"|(?:i(?:['’]d| would)? (?:rather )?(?:have|like|want|prefer) )(?:it|them|everything) "
    r"(?:delivered|brought)(?: to (?:me|my door))?|(?:i(?:['’]d)? (?:prefer|want) )?delivery"
    r"|(?:(?:doch |lieber |bitte )*(?:bring|liefer|schick)(?:e|t|en sie)?)(?: (?:es|das|sie|alles|mir|uns"
    r"|doch|bitte"
    r"|lieber|nach hause))*"
    r"|(?:ich (?:will|möchte|hätte|lass) )?(?:es |das )?(?:mir )?(?:doch |lieber |gern )*"
    r"(?:geliefert|gebracht|liefern|bringen|lieferung)(?: haben| bekommen| lassen)?"
    r"|(?:livre|apporte|envoie)[rz]?(?:[- ](?:le|la|les|moi|nous|ça|tout))*(?: (?:chez moi|à la maison))?"
    r"|(?:plutôt )?(?:je (?:préfère|veux|voudrais) )?(?:être livrée?|(?:la |une )?livraison))" + _END,
    re.IGNORECASE,
)
_PAID_THERE = re.compile(
    _LEAD + r"(?:(?:i(?:['’]ll| will)?|we|ich|je|on) )?(?:(?:and )?pay|(?:be)?zahl(?:e|en)?(?: (?:ich|es))?"
    r"|pa[iy]e(?:rai)?)(?: it| for it)? (?:there|da|dort|là[- ]bas|là)" + _END,
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    _LEAD + r"(?:(?:don['’]?t|do not) (?:order|place|buy|confirm)(?: it| that| anything)?(?: (?:yet|now))?"
    r"|not (?:yet|now)|hold it"
    r"|(?:bitte )?(?:noch |jetzt )?(?:nicht|nichts)(?: jetzt)? (?:bestell|kauf|abschick)\w*"
    r"|bestell\w*(?: (?:es|das|bitte))* (?:noch )?nichts?|noch nicht"
    r"|ne (?:le |la )?(?:command|confirm|valid|pass)\w*(?: la commande)? pas(?: encore| maintenant)?"
    r"|(?:command|confirm)\w* pas(?: encore)?|pas encore)" + _END,
    re.IGNORECASE,
)
_NAMED_POSTCODE = re.compile(
    _LEAD + r"(?:(?:the|my|die|der|meine?|le|mon)\s+)?"
    r"(?:(?:post ?code|zip(?: code)?|plz|postleitzahl|code postal)\W*(?:(?:is|ist|lautet|c['’]est|est)\s+)?)?"
    r"(?P<code>\d{5}(?:[,\s]+[^\W\d_][^\d,;?!]{1,40})?)" + _END,
    re.IGNORECASE,
)
_NAMED_TOWN = re.compile(
    _LEAD + r"(?:it['’]?s|it is|that['’]?s|(?:das|es) (?:ist|is)|ist|c['’]est)\s+(?:in|à)\s+"
    r"(?P<town>[^\W\d_][^\d,;?!]{2,40}?)" + _END,
    re.IGNORECASE,
)
_NO_TOWN = re.compile(
    r"(?:the|an?|der|dem|den|la|le|les|ein|eine[mr]?|my|mein\w*|mon|ma"
    r"|ordnung|(?:be)?arbeit\w*|planung|eile|gang|frage|bar|raten|reserve|sicht|mode|wahrheit"
    r"|wirklichkeit|größe"
    r"|dosen|flaschen|gläsern|tüten|packungen|scheiben|stücken|euros?|deutsch|englisch|französisch"
    r"|order|stock|time|cash|progress|english|german|french)\b",
    re.IGNORECASE,
)
"""What "it's in" is said of besides: "das ist in Ordnung" names no town."""
_FOR_THE_COURIER = re.compile(
    _LEAD
    + r"(?:(?:please |bitte )?(?:(?:ring|knock)(?! binder)\b(?!.*\boff\b)|klingeln?\b|klingelt\b|läute\w*"
    r"|sonne[rz]?\b|frappe[rz]?\b"
    r"|(?:leave|put) (?:it|them|everything|the (?:box|bag|parcel|order|shopping)(?:e?s)?) (?:at|with the"
    r"|with my|with mrs?|by|behind|in front of|on the|on my|under|in the|in my|inside|outside|next to)\b"
    r"|use the (?:back|side) (?:door|entrance|gate)\b"
    r"|(?:stell|leg)\w* (?:(?:es|sie|alles|die (?:kiste|tüte|sachen)|das paket)(?: mir| bitte)* )?"
    r"(?:vor|hinter|neben|unter|in (?:den|die|das)|ins|auf (?:den|die|das)|bei|an (?:den|die|das))\b"
    r"|(?:laisse[rz]?|dépose[rz]?|mett(?:re|ez))(?:[- ](?:le|la|les|tout|ça|le colis))?(?: svp)? "
    r"(?:devant|derrière|chez|à|au|aux|dans|sous|sur|contre|près)\b)"
    r"|(?:my|the) (?:name on the )?(?:bell|doorbell|buzzer)\b(?! peppers?\b)"
    r"|(?:the )?(?:(?:door|gate) code is\b|code is \W?\d)"
    r"|bitte (?:bei|hinter|vor|im|in|am|auf|unter)\b.*(?:abgeben|abstellen|hinlegen|lassen|klingeln)"
    r"|(?:bei|hinter|vor|im|in der) .*\b(?:abgeben|abstellen|klingeln)\b|(?:auf der |meine? |die )?klingel\b"
    r"|(?:it['’]?s |i live )?(?:on |in )?(?:the )?"
    r"(?:(?:ground|top|first|second|third|\w+th|\d+(?:st|nd|rd|th)) floor|back (?:house|building))"
    r"(?:$|\W*[,.;]|\W+(?:on|at|to|please|left|right)\b)"
    r"|(?:es ist |das ist |ich wohne )?(?:im (?:\d+\. |\w+en )?|(?:\d+\.|\w+ter) )"
    r"(?:stock|obergeschoss|hinterhaus|erdgeschoss)\b"
    r"|(?:c['’]est )?(?:au )?(?:\d+ ?(?:e|er|ème)? étage|rez[- ]de[- ]chaussée|fond de la cour)"
    r"|(?:le )?(?:digicode|code)(?: (?:est|c['’]est|de la porte))|chez (?:la |le |ma |mon )?voisine?\b)",
    re.IGNORECASE,
)
_OF_THE_ORDER = re.compile(
    r"\b(?:basket|cart|list|card|bill|tab|warenkorb|einkaufskorb|liste|karte|rechnung|portionen|panier|carte"
    r"|facture|portions)\b",
    re.IGNORECASE,
)
"""What things are put on or left in that no courier comes to: "put it on my card"."""
_ADDRESS_IS = re.compile(r"\b(?:address|adresse)\b", re.IGNORECASE)
_STREET_WORD = re.compile(
    r"(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ufer|damm)\b"
    r"|\b(?:rue|avenue|boulevard|chemin|quai|impasse|street|road|lane|square)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:yesterday|last (?:week|month|mon|tues|wednes|thurs|fri|satur|sun)\w*|(?:vor)?gestern"
    r"|letzte[nrs]? (?:woche|monat|\w+tag|mittwoch)|avant[- ]hier|hier (?:matin|soir|après[- ]midi)"
    r"|(?:livr\w+|pour) hier|la semaine dernière)\b|^\W*hier\W*$",
    re.IGNORECASE,
)
"""A day that is past; "hier" is here in German."""
_AS_IT_WAS = re.compile(
    r"\b(?:same|like|as|who|i|gleiche?[nrsm]?|selben?|wie|wer|ich|comme|mêmes?|qui|j['’]ai)\b", re.IGNORECASE
)
"""Of the past it is told, or something is to be as it was; no day is chosen."""
_OTHER_WAY = re.compile(
    r"\b(?:pay ?pal|(?:apple|google|amazon) ?pay|klarna|twint|bitcoin|crypto\w*|bank transfer|wire transfer"
    r"|cheques?|(?:on|per|by) invoice|giropay"
    r"|lastschrift|überweis\w*|(?:auf|per) rechnung|sofortüberweisung|vorkasse|virement"
    r"|prélèvement|chèques?|sur facture|tickets? restaurant)\b",
    re.IGNORECASE,
)
_BUT_NOT = re.compile(
    r"\b(?:not|no|nicht|kein\w*|statt|instead of|pas|non|sans)(?: (?:by|with|via|mit|per|par|de))?\s*$",
    re.IGNORECASE,
)
_CARD_BY_NAME = re.compile(
    r"\b(?:american express|amex|visa|master ?card|maestro|girocard|ec[- ]?karte|carte bleue)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?\s*$|^\W*(?:do|can|could|is|are|nehmt|akzeptiert|geht|kann|könnt|gibt|acceptez|prenez|peut[- ]on"
    r"|on peut"
    r"|est[- ]ce|vous (?:prenez|acceptez))\b",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    _LEAD + r"(?:(?:yes|ja|oui|great|perfect|fine|good|gut|super|passt|parfait|très bien|c['’]est (?:bon"
    r"|parfait))\b[\s,!.]*)*"
    r"(?:(?:i(?:['’]d| would)? (?:like|want) to |you can |go ahead and |jetzt |bitte |vous pouvez |tu peux )*"
    r"(?:place (?:it|(?:the|my) order)|(?:order|buy) (?:it|that|this|now|it now)|order|confirm(?: (?:it"
    r"|the order))?"
    r"|(?:jetzt )?(?:verbindlich )?bestell(?:e|en|t)?(?: (?:es|das|jetzt))*|bestellung (?:aufgeben"
    r"|abschicken)"
    r"|pass(?:e|ez|er) (?:la )?commande|command(?:e|ez|er)(?:[- ](?:le|la|les|ça|tout))?"
    r"|(?:valid|confirm)(?:e|ez|er)(?: la commande)?))" + _END,
    re.IGNORECASE,
)
_REFUSING = re.compile(r"^\W*(?:no|nope|nah|nein|nee?|nö|non)\b", re.IGNORECASE)
_TAKING_BACK = re.compile(
    r"\b(?:not|never|cannot|nicht|nichts|kein\w*|niemals|pas|jamais|later|später|plus tard|wait|warte|attends"
    r"|attendez|hold on|moment|again|wieder|noch ?mal|instead|stattdessen)\b"
    r"|n['’]t\b|\bn['’]|\bne\b(?=.*\bpas\b)|\?\s*$",
    re.IGNORECASE,
)
_OF_THE_WAY_HERE = re.compile(
    r"\b(?:bring|bringt|deliver(?:ed)?|collect|pick|pay(?:ing)?|liefer[nt]?|geliefert|gebracht|hole?"
    r"|abhol\w*|zahl(?:en?|t)?"
    r"|livre[rz]?|livré|apporte[rz]?|cherche[rz]?|paie|paye[rz]?)\b",
    re.IGNORECASE,
)


def places_plainly(text: str) -> bool:
    """Whether words read as a confirmation take nothing back, and are of nothing else: "no, bring it please"
    orders nothing."""
    return not (_REFUSING.match(text) or _TAKING_BACK.search(text) or _OF_THE_WAY_HERE.search(text))


def names_another_way(text: str) -> bool:
    """Whether a way of paying is named that is neither card nor cash, or it is asked whether a certain card
    is taken: what is taken is told, and nothing chosen for her."""
    other = any(not _BUT_NOT.search(text[: way.start()]) for way in _OTHER_WAY.finditer(text))
    return bool(other or (_CARD_BY_NAME.search(text) and _ASKS.search(text)))


def said_at_checkout(text: str, asks: str | None, today: date) -> tuple[c.Command, ...]:
    """What plain words at the checkout mean; nothing where they are for others to read."""
    text = text.strip()
    if not text or "\n" in text or len(text) > LONGEST:
        return ()
    if names_another_way(text):
        return (c.Help("payment"),)
    if _NOT_YET.match(text):
        return (c.Checkout(),)
    if _ORDERS.match(text) and places_plainly(text):
        return (c.PlaceOrder(),)
    if _PAID_THERE.match(text):
        return (c.SetHandover(Handover.COLLECT), c.Pay(PayBy.AT_SHOP))
    if _BROUGHT.match(text):
        return (c.SetHandover(Handover.DELIVERY),)
    where = _of_the_address(text, today)
    if where is not None:
        return (where,)
    when = _of_the_day(text, today, asks)
    if when is None:
        return ()
    return (when, c.AskBack("address")) if asks == "address" else (when,)


def _of_the_address(text: str, today: date) -> c.Command | None:
    said = address_said(text)
    if _ADDRESS_IS.search(text.removesuffix(said)) and is_bare_street(said):
        return c.GiveAddress(said)
    code = _NAMED_POSTCODE.match(text)
    if code:
        return c.AmendAddress(" ".join(code["code"].replace(",", " ").split()))
    town = _town_in(text, today)
    if town is not None:
        return c.AmendAddress(town)
    if len(text) > LONGEST_NOTE or "?" in text or POSTCODE.search(text) or _OF_THE_ORDER.search(text):
        return None
    if _FOR_THE_COURIER.match(text):
        return c.NoteForCourier(text)
    return None


def _town_in(text: str, today: date) -> str | None:
    """Lindenau of "it's in Lindenau": a name, so in capitals, and no time, state or language."""
    found = _NAMED_TOWN.match(text)
    town = found["town"].strip() if found else ""
    if not town[:1].isupper() or _NO_TOWN.match(town) or find_dates(town, today) or find_times(town):
        return None
    return town


def _of_the_day(text: str, today: date, asks: str | None) -> c.Command | None:
    """A day that is past or that no calendar has; and any day where the address is asked, whose figures
    ("tomorrow between 8 and 10") would look like those of a house."""
    days, times = find_dates(text, today), find_times(text, bare_hours=True)
    rest = _without(text, [*days, *times])
    if "?" in text or POSTCODE.search(text) or _STREET_WORD.search(text) or STREET.match(address_said(rest)):
        return None
    past = bool(_PAST.search(text)) or bool(days and days[0].first < today)
    if past and _AS_IT_WAS.search(text):
        return None
    if past and not (days and days[0].first < today):
        return c.SetWindow("", "any")
    if not days:
        return None
    if days[0].doubt:
        return c.SetWindow("", "any")
    if asks != "address" and days[0].first >= today:
        return None
    time = next(iter(times), None)
    said = {
        "date": days[0].first.isoformat(),
        "part_of_day": time.part.value if time and time.part else None,
        "from": time.earliest.isoformat("minutes") if time and time.earliest else None,
        "to": time.latest.isoformat("minutes") if time and time.latest else None,
    }
    return WISHES["choose_delivery_window"](said, text)


def _without(text: str, spoken: Sequence[SpokenDate | SpokenTime]) -> str:
    """The text without the days and times in it."""
    for found in sorted(spoken, key=lambda one: -one.start):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text.strip()
