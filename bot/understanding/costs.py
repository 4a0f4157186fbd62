"""Questions what all of it comes to, and how soon it can be there: "what would it cost with delivery?", "wann
könnt ihr frühestens?"."""

import re

__all__ = ["asks_cost", "asks_how_soon"]

_LEAD = (
    r"(?:(?:and|ok|okay|so|hm+|please|und|also|bitte|et|alors|du coup|tell me|sag mir(?: mal)?"
    r"|dis[- ]moi)[\s,]+)*"
)
_ALL = (
    r"(?:it|that|this|everything|all(?: of (?:it|that|this))?|the (?:whole|entire )?\s?(?:thing"
    r"|list|order|basket|lot)"
    r"|i|we|es|das|alles|das (?:ganze|alles)|die (?:ganze )?(?:liste|bestellung)|ich|wir|ça|cela"
    r"|tout(?: ça)?|le tout"
    r"|la (?:liste|commande)|on|nous|je)"
)
_WITH = (
    r"(?:(?:with|incl\.?|including|plus|and)\s+(?:the\s+)?(?:delivery|shipping)(?:\s+(?:included"
    r"|costs?|fees?))?"
    r"|delivery included|delivered(?: to my door)?"
    r"|(?:mit|inkl\.?|inklusive|plus|samt|und)\s+(?:der\s+)?(?:lieferung|versand|lieferkosten)|geliefert"
    r"|(?:avec|plus|y compris|et)\s+(?:la\s+|les\s+frais\s+de\s+)?livraison(?:\s+comprise)?"
    r"|livraison comprise|livré)"
)
_SUM = (
    r"(?:in all|in total|altogether|all together|total|all in|insgesamt|zusammen|alles zusammen"
    r"|gesamt|am ende"
    r"|en tout|au total|tout compris)"
)
_THEN = r"(?:\s+(?:denn|dann|mich))?"
_CORE = (
    rf"(?:what(?:['’]?s| is| would| will| does| do)?\s+{_ALL}?\s*(?:be|cost|come to|have to pay|pay|owe)"
    rf"|how much(?:\s+(?:is|are|would|will|does|do|for)\s+{_ALL})?"
    r"(?:\s+(?:be|cost|come to|have to pay|pay|owe))?"
    r"|what(?:['’]?s| is| would be| will be) the (?:(?:total|whole|final|full) )?(?:price|cost"
    r"|total|sum|amount)"
    r"|(?:total|price|cost)"
    rf"|(?:was|wie ?viel) (?:kostet|kosten|macht|zahlen?|bezahlen?)(?:\s+mich)?\s*{_ALL}?{_THEN}"
    rf"|was (?:würde|wird|soll|muss)(?=.*\b(?:kosten|machen|zahlen)\b)\s*{_ALL}?{_THEN}"
    rf"|wie ?viel (?:würde|wird|wäre|ist|muss)\s*{_ALL}?{_THEN}|wie teuer (?:ist|wird|wäre) {_ALL}"
    r"|wie ?viel|(?:gesamt)?(?:preis|kosten|summe)|was ist der (?:gesamt)?preis"
    r"|wie hoch ist der (?:gesamt)?preis"
    r"|combien(?:\s+est-ce que)?"
    r"(?:\s+(?:coûte|coute|coûterait|couterait|coûtera|fait|ferait|je paie|on paie|je dois|dois[- ]je|pour))?"
    rf"(?:\s+{_ALL})?(?:\s+(?:coûte|coûterait|coûtera|fait|ferait))?"
    rf"|{_ALL} (?:(?:va )?(?:coûter?|coûtera|faire|fait|fera|ferait|coûterait)|dois payer|paie) combien"
    rf"|c['’]est combien"
    r"|quel (?:est|serait) le (?:prix|total|coût)(?: total)?|(?:prix|total|coût))"
)
_DUE = r"(?:\s+(?:kosten|machen|(?:be)?zahlen|payer|va coûter|va faire))?"
_END = r"(?:[\s,]+(?:please|then|bitte|dann|denn|alors|svp|stp|s['’]il (?:te|vous) pla[iî]t))*[\s?!.]*"
_COST = re.compile(
    rf"^\W*{_LEAD}{_CORE}{_DUE}(?:[\s,]+(?:{_WITH}|{_SUM}))*{_DUE}{_END}$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\s*\b(?:me|us|mich|uns|roughly|about|approximately|now|right now|so far|ungefähr|etwa|circa|ca\b\.?"
    r"|jetzt|bisher"
    r"|eigentlich|à peu près|environ|maintenant|en gros)(?!\w)",
    re.IGNORECASE,
)
"""What may stand anywhere in such a question."""
_HOW_SOON = re.compile(
    rf"^\W*{_LEAD}(?:h+m+[\s,]+)?(?:"
    r"how (?:long|soon|fast|quickly)\b(?!.*\b(?:cook|bake|keep|answer)).*\b(?:take|deliver\w*|be here|get"
    r"|arrive|come|have)\b.*"
    r"|(?:when|what)\b.*\b(?:earliest|soonest)\b.*|when (?:can|could|will|would) (?:you (?:deliver|bring"
    r"|come)"
    r"|it (?:be (?:here|there|delivered)|come|arrive)|i (?:have|get) it)\b.*"
    r"|wie (?:lange|schnell)\b(?!.*\b(?:koch|back|hält|antwort)).*\b(?:dauert|da|liefer\w*|geliefert"
    r"|kommt|hier|bring\w*)\b.*"
    r"|wann\b.*\b(?:frühestens|am ehesten|am schnellsten)\b.*|(?:was|wann) (?:ist"
    r"|wäre) (?:der )?frühest\w*\b.*"
    r"|wann (?:könnt|kann|können|würdet|wäre?) (?:ihr|sie|es|das|ich)\b.*\b(?:liefern|bringen|kommen"
    r"|da sein|geliefert"
    r" werden|haben)\b.*"
    r"|(?:ça|cela) (?:prend|prendrait|prendra|met) combien de temps\b.*|combien de temps\b(?!.*\b(?:cui"
    r"|répond)).*"
    r"|quand\b.*\bau plus (?:tôt|vite)\b.*|quand (?:pouvez|pourriez|peux)[- ](?:vous|tu) (?:livrer|venir"
    r"|apporter)\b.*"
    r"|(?:dans combien de temps|sous quel délai)\b.*"
    r")$",
    re.IGNORECASE,
)
LONGEST = 100


def asks_cost(text: str) -> bool:
    """Whether it is the price of all that stands before her that is asked for, and nothing else."""
    text = text.strip().replace("’", "'")
    return len(text) <= LONGEST and any(_COST.match(said) for said in (text, _BESIDE.sub("", text)))


def asks_how_soon(text: str) -> bool:
    """Whether it is asked from when on what stands before her can be there."""
    return len(text) <= LONGEST and _HOW_SOON.match(text.strip()) is not None
