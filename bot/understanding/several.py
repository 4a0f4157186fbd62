"""Several wishes in one sentence, taken apart: "no wine, and 3 onions", "pay by card and deliver today"."""

import re
from collections.abc import Iterator

from bot.understanding.before import ASKED_BY_DIALOGUE, LINE, Before
from bot.understanding.listed import NO_THING
from bot.understanding.numbers import COUNTS
from bot.understanding.openings import ENDING, KEIN_DING, NOT_A_THING, PAS_UNE_CHOSE
from bot.understanding.ticking import NO

__all__ = ["counted_thing", "wanted_instead", "wishes_apart"]

MOST_WISHES = 8
MOST_CHARACTERS = 200
NOT_SHOPPING = {LINE, "seller_question", "query"}
"""Questions whose answers are words that are not looked into."""
BESIDE_AN_ADDRESS = {"order", "pay", "when"}
"""What is another wish after an address; "no bell" and "put it in the shed" belong to the address."""
SAID_AGAIN = {"amount", "count"}
"""Of what two in a row are two wishes; else the second goes on with the first ("no salt and no pepper")."""

_JOINT = re.compile(
    r"\s*(?:[;.!](?=\s)|,(?!\d))\s*(?:(?:and|but|then|und|aber|dann|et|mais|puis)\b\s*)?"
    r"|\s+(?:and|but|then|plus|und|aber|dann|et|mais|puis|&)\s+"
    r"|\s+(?=(?:without|with no|ohne|sans)\s)",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"^(?:(?:please|pls|ok|okay|yes|also|then|and|but|can you|could you|i(?:['’]d| would) like (?:you )?to"
    r"|bitte|ja|auch|dann|und|noch|kannst du|könntest du|ich (?:möchte|will)"
    r"|(?:ich|wir) brauche?n?(?= kein)|(?:i|we) (?:need|want)(?= no )"
    r"|oui|aussi|alors|puis|et|tu peux|vous pouvez|je (?:voudrais|veux)|s['’]il (?:te|vous) pla[iî]t|stp|svp)"
    r"[\s,]+)+",
    re.IGNORECASE,
)
_DAY = (
    r"(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|heute|(?:über)?morgen"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|aujourd['’]hui|(?:après[- ])?demain|ce soir"
    r"|lundi|mardi"
    r"|mercredi|jeudi|vendredi|samedi|dimanche)"
)
_PART = (
    r"(?:morning|afternoon|evening|night|noon|vormittags?|nachmittags?|mittags?|abends?|früh"
    r"|(?:après[- ])?midi|matin|soir)"
)
_WHEN = rf"(?:(?:on|in|the|at|am|im|den|le|la|dans|au|this|diesen|ce)\s+)*(?:{_DAY}|{_PART})"
_PAID = r"(?:card|cash|(?:kredit)?karte|bar(?:geld)?|carte|esp[èe]ces|liquide|at the (?:shop|door))"
_TOPICS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (topic, re.compile(rf"^(?:{words})", re.IGNORECASE))
    for topic, words in (
        (
            "order",
            r"(?:place the |place my )?order(?: it| that| this| now)?\s*$|buy (?:it|that|this)\s*$|confirm\b"
            r"|cancel\b|bestell\w*(?: es| das| jetzt)?\s*$|storniere?\b|kauf\w*(?: es| das)?\s*$"
            r"|commande[rz]?(?:[- ]l[ea])?\s*$|annule[rz]?\b|confirme[rz]?\b",
        ),
        (
            "pay",
            rf"(?:(?:i(?:['’]ll)?|ich|je|on|wir|we)\s+)?(?:(?:pay|paying|(?:be)?zahl\w*|pa[iy]\w*"
            rf"|règle\w*)\b.*\b{_PAID}\b"
            rf"|(?:by|with|in|mit|per|par|en)\s+(?:der\s+|la\s+)?{_PAID}\b(?:\s+(?:be)?zahlen)?\s*$"
            rf"|{_PAID}\s*$)",
        ),
        (
            "when",
            rf"(?:deliver|bring|send|ship|get it|liefer|schick|livre|apporte|envoie).*\b(?:{_DAY}|{_PART})\b"
            rf"|{_WHEN}(?:\s+{_WHEN})?(?:\s+(?:liefern|geliefert|delivery|delivered|livraison))?\s*$"
            rf"|(?:delivery|lieferung|livraison)\s+{_WHEN}",
        ),
        (
            "collect",
            r"(?:i(?:['’]ll| will)? |ich |je )?(?:collect|pick (?:it|them) up|hole? (?:es|sie|das) ab)\b",
        ),
        (
            "ask",
            r"ask (?:the |all |your )?(?:sellers|shops|stores|them)\b|frage? (?:die |alle "
            r"|bei )?(?:läden|händler|shops)\b"
            r"|demande[rz]? (?:aux|à tous les) (?:magasins|vendeurs)\b",
        ),
        (
            "search",
            r"(?:do you (?:have|sell)|have you got|is there|habt ihr|gibt es|verkauft ihr"
            r"|avez[- ]vous|vous avez"
            r"|(?:find|show) me|zeig mir|trouve[- ]moi)\b",
        ),
        (
            "track",
            r"(?:where(?:['’]?s| is)|wo (?:ist|bleibt|steckt)|où (?:est|en est)|c['’]est où)\b"
            r".*\b(?:order|parcel|delivery|bestellung|paket|lieferung|commande|colis|livraison)\b",
        ),
        (
            "scale",
            r"(?:make|cook|do|scale)\s+(?:it|that|this|everything|all)(?:\s+\w+)?\s+(?:for|to|x)\b"
            r"|(?:make (?:it|that|everything) )?(?:double|halve|twice|half)\b(?!\s+the\s+\w+)"
            r"|mach\w*\s+(?:es|das|alles)\s+für\b|verdopp\w+|halbier\w+"
            r"|(?:fais|faites|mets|prépare)[- ](?:le|la|les|tout)\s+pour\b|double[rz]?\b"
            r"|(?:for|für|pour)\s+(?:\d+|[a-zà-ü]+)(?:\s+(?:people|persons|portions|servings|personen|leute"
            r"|portionen|personnes|parts))?\s*$",
        ),
        (
            "amount",
            r"(?:change|set|only|just|more|less|(?:twice|half|double|three times)\s+(?:as much\s+"
            r"|the\s+)?)\s*\w"
            r"|(?:ändere?|nur|mehr|weniger|(?:doppelt|halb) so viel|die (?:doppelte|halbe) menge)\s+\w"
            r"|(?:change[rz]?|seulement|juste|plus|moins|deux fois plus|la moitié|moitié moins) (?:de\s+"
            r"|d['’]|du\s+|des\s+)?\w",
        ),
        (
            "drop",
            r"(?:i|we) (?:already |still )?have\s+\w|ich hab(?:e)?\s+\w|j['’]ai (?:déjà|encore)\s+\w"
            r"|(?!wh|w[ae]|que|qu['’]).+\s(?:(?:habe? ich|haben wir)(?:\s+(?:schon|noch|da|bereits|genug))*"
            r"|(?:i|we)(?:\s+(?:already|still))?\s+have(?:\s+already)?"
            r"|(?:j['’]en ai|on en a)(?:\s+déjà)?)\s*$"
            rf"|(?:no|without|with no)\s+{NOT_A_THING}\w"
            r"|(?:drop|remove|skip|leave out|take (?:out|off)|minus|lose)\s+\w"
            r"|(?:i |we )?(?:don['’]?t|do not) (?:want|need)\s+\w|leave\s.+\sout\s*$|take\s.+\sout\s*$"
            rf"|(?:kein(?:e[nrms]?)?|ohne)\s+{KEIN_DING}\w|(?:sans\s+|pas d(?:e\s|['’])){PAS_UNE_CHOSE}\w"
            r"|streich\w*\s+\w|entfern\w*\s+\w|lösch\w*\s+\w"
            r"|(?:lass|lasse|nimm|nehme)\b.*\b(?:weg|raus|heraus|runter)\s*$|.+\s(?:weglassen|rausnehmen)\s*$"
            r"|(?:enlève|enleve|retire|supprime|ôte)[rz]?\s+\w",
        ),
        (
            "add",
            r"(?:add|include)\s+\w|put\s.+\s(?:on|to|in)\b|(?:i|we) also need\s+\w"
            r"|(?:füge?|tu|gib|pack|nimm|schreib)\b.*\b(?:hinzu|dazu|drauf|rein|auf die liste)\s*$"
            r"|.+\s(?:hinzufügen|dazu)\s*$|r?ajoute[rz]?\s+\w|mets aussi\s+\w",
        ),
    )
)
_COUNT = re.compile(
    rf"^(?P<number>\d+(?:[.,]\d+)?|(?:{'|'.join(COUNTS)})\b)(?=[\s\w])(?P<thing>.*[^\W\d_]{{3,}}.*)$",
    re.IGNORECASE,
)


_INSTEAD = re.compile(
    r"^(?:but|aber|mais|sondern|dafür)\s+"
    r"(?:(?:need|want|with|rather|instead|dafür|lieber|stattdessen|mit|noch|plutôt|avec|the|some|an?|den|die|das"
    r"|etwas|ein(?:e[nr]?)?|du|de la|des|le|la|les|une?)\s+|de l['’]|d['’]|l['’])*"
    r"(?P<thing>[^\W\d_][^\d?!:]{2,40})$",
    re.IGNORECASE,
)
_NO_THING_BUT_HOW = re.compile(
    r"(?:later|soon|quick\w*|fast|yes|ok|please|bald|später|schnell|ja|gern\w*|bientôt|vite|tard|oui|volontiers)\b"
    r"|(?:hurry|vegan|vegetarian|organic|spicy|hot|mild|cheap|fresh|good|bio|scharf|günstig|billig|frisch|gut|lecker"
    r"|végane?|végétarienn?e?|épicée?|frais|bon|bonne)"
    r"(?:\s+(?:if possible|wenn möglich|wenns geht|si possible))?$",
    re.IGNORECASE,
)
MOST_WORDS_OF_A_THING = 3


def wishes_apart(text: str, before: Before) -> tuple[str, ...]:
    """The wishes of a sentence, each in its own words; nothing where there is one, or it is not certain."""
    if before.works or before.asks in NOT_SHOPPING or before.replied_inquiry or before.replied_question:
        return ()
    if len(text) > MOST_CHARACTERS or "\n" in text.strip() or "://" in text:
        return ()
    wishes: list[tuple[str, str]] = []
    things = ""
    for joint, said in _pieces(text.strip()):
        piece = f"{things}{joint}{said}" if things and not wishes else said
        topic = _topic(piece, wishes[-1] if wishes else None, joint)
        if before.asks == "address" and topic not in BESIDE_AN_ADDRESS:
            topic = None
        if not wishes:
            if topic is None and before.asks not in ASKED_BY_DIALOGUE:
                things = piece  # "flour and sugar we have": what is said of them comes behind
                continue
            wishes.append((topic or "answer", piece))
        elif topic is None or (topic == wishes[-1][0] and topic not in SAID_AGAIN):
            wishes[-1] = (wishes[-1][0], wishes[-1][1] + joint + piece)
        else:
            wishes.append((topic, f"{joint.strip(' ,;.!')} {piece}".strip() if topic == "instead" else piece))
    if not 1 < len(wishes) <= MOST_WISHES:
        return ()
    return tuple(piece for _, piece in wishes)


def counted_thing(text: str) -> str | None:
    """ "also three onions, please": "3 onions", a number and a thing; None for anything else."""
    found = _COUNT.match(ENDING.sub("", _bare(text)))
    if found is None or NO_THING.search(found["thing"]):
        return None
    number = found["number"]
    return f"{COUNTS.get(number.lower(), number)}{found['thing']}"


def _topic(piece: str, last: tuple[str, str] | None, joint: str) -> str | None:
    said = _bare(piece)
    topic = next((topic for topic, words in _TOPICS if words.match(said)), None)
    if last is None:
        return topic
    if not joint.strip() and last[0] != "scale":
        return None  # "add bread without gluten" is one wish
    if topic is None and _wants_counted(last) and counted_thing(piece):
        return "count"
    if (
        topic is None
        and wanted_instead(f"{joint} {piece}")
        and last[0] == "drop"
        and NO.match(_bare(last[1]))
    ):
        return "instead"
    return topic


def wanted_instead(said: str) -> str | None:
    """The thing behind a "but": of "no rum but lemon" the lemon is wanted."""
    found = _INSTEAD.match(ENDING.sub("", said.strip(" .!,;")))
    if found is None or NO_THING.search(found["thing"]) or _NO_THING_BUT_HOW.match(found["thing"]):
        return None
    return found["thing"] if len(found["thing"].split()) <= MOST_WORDS_OF_A_THING else None


def _wants_counted(last: tuple[str, str]) -> bool:
    """Whether what is counted next is wanted. "No" and "without" do not reach over the next "and": of "no
    wine and 3 onions" the onions are wanted, of "remove 2 eggs and 3 onions" they are not."""
    topic, said = last
    return topic == "count" or (
        topic == "drop" and bool(NO.match(_bare(said))) and not re.search(r"\d", said)
    )


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """(what joins it to the piece before, the piece)."""
    joint, start = "", 0
    for found in _JOINT.finditer(text):
        piece = text[start : found.start()]
        if piece.strip():
            yield joint, piece
            joint = found.group()
        start = found.end()
    if text[start:].strip(" .!,"):
        yield joint, text[start:]


def _bare(piece: str) -> str:
    return _LEADS.sub("", piece.strip(" .!?,;"))
