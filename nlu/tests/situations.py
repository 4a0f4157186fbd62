"""What the product would know at a point that a held-out set describes in a few free words. Pure.

The words are English, German or French, as the sets' writers happen to write.
"""

import re
from typing import List, Optional, Tuple

_READ_BACK = r"(?:read|repeat\w*|said) ?-?back|repeated|to confirm|wiederholt|répété"
_ASKED = r"(?:ask\w*|question|wants to know|prompt\w*|frag\w*|demand\w*)"
_SITUATIONS: List[Tuple[str, str]] = [
    (
        rf"{_ASKED} which of|which of (?:the|two|three|four|five)\b.*(?:recipe|list|page|plan)"
        r"|welche[sr]? (?:der|von|rezept)|(?:recette|page|liste).*(?:lequel|laquelle)|quelle? recette",
        "none",  # so the application reads where lists stand to be chosen from
    ),
    (
        rf"(?:read|understood) as\b|{_ASKED} whether .*right|line in doubt|gelesen als|verstanden als"
        r"|lue? comme|comprise? comme",
        "list",
    ),
    (
        rf"order summary|{_ASKED} (?:(?:how|whether) to pay|how the order)"
        r"|deliver\w* (?:noted|chosen|set|to)\b|bestell\w*.*(?:absenden|abschicken|aufgeben)"
        r"|r[ée]cap|zusammenfassung"
        r"|wie .*(?:zahlen|bekommen)|comment .*pay",
        "checkout",
    ),
    (r"privacy|datenschutz|confidentialit|données", "privacy"),
    (r"wardrobe|kleiderschrank|garde-robe", "wardrobe"),
    (r"reserv|réserv|vorbestell|vormerk|seller (?:found|selected|chosen) for", "reservation"),
    (
        r"\bnews\b|digest|\bnew (?:\w+ )?items?\b|neuheit|neuigkeit|neue[rs]? artikel|nouveaut"
        r"|nouve(?:l|au|aux) (?:article|produit)",
        "news",
    ),
    (rf"address.*(?:{_READ_BACK})|(?:{_READ_BACK}).*address", "ask_address"),
    (rf"(?:window|date|time|slot|order|basket|summary|list).*(?:{_READ_BACK})", "checkout"),
    (r"read.?back", "read_back"),
    (
        rf"{_ASKED}.*(?:serving|portion|people|persons|guests|eaters|how many|personen|personnes)"
        r"|how many (?:people|persons|servings|portions)|wie ?viele (?:personen|portionen|leute|esser)"
        r"|combien de (?:personnes|portions|parts|convives)|pour combien",
        "ask_servings",
    ),
    (
        rf"{_ASKED}.*(?:address|adresse|where|wohin|\boù\b)|where (?:to deliver|should)"
        r"|wohin|adresse|\boù (?:faut|doit|livrer)",
        "ask_address",
    ),
    (
        rf"{_ASKED}.*(?:window|when|time|slot|date|day|wann|zeit|tag|quand|heure|jour)"
        r"|delivery windows?\b.*(?:shown|offered)|^(?:bis )?wann\b|liefer(?:zeit|termin|fenster)"
        r"|^when should|^quand\b|créneau|quel jour|quelle heure",
        "ask_window",
    ),
    (
        rf"{_ASKED}.*(?:quantity|how much|amount|menge|wie ?viel|quantité|combien)"
        r"|^wie ?viel|^combien|^how much",
        "ask_quantity",
    ),
    (r"pick.?list|packliste|pickliste|liste de préparation", "pick_list"),
    (r"\bstops?\b|drop-?off|round of|\btour\b|(?<!en )\broute\b|halt\b|tournée|étape|arrêt", "stops"),
    (
        r"^(?!propos|vorschlag).*(?:inquir|sellers\b.*\banswer|waiting for|being asked"
        r"|asked (?:the )?(?:sellers|shops)|round\b"
        r"|anfrage|angefragt|werden gefragt|interrog|sollicit|demande (?:envoyée|en cours))",
        "round",
    ),
    (
        r"order (?:placed|just|under|confirmed|on|packed|delivered|list|paid|shipped)|orders\b"
        r"|delivered|on (?:the|its) way|packed|under way|shipped|paid\b"
        r"|bestellung(?:en)?\b.*(?:l[aä]uf|unterwegs|geliefert|aufgegeben|verpackt|bestätigt|bezahlt|gestern)"
        r"|geliefert|unterwegs|commandes?\b.*(?:passée|livrée|en route|confirmée|expédiée|en cours|payée)"
        r"|livrée|en route",
        "order",
    ),
    (
        r"checkout|\bpay|payment|delivery \w*(?:day|tomorrow)"
        r"|deliver\w* (?:or|chosen|options?|windows?)|pick-?up|summary|how to get"
        r"|kasse|bezahl|zahlung|lieferung (?:oder|am|an)|abhol"
        r"|paiement|caisse|livraison (?:ou|le|au)|retrait",
        "checkout",
    ),
    (r"coordinate|outfit|\blook\b|combination|kombination|combinaison|tenue", "combination"),
    (
        r"suggestion|search|results?|products?\b|garment|photo|picture|combin"
        r"|(?:an |a )items?|item shown|boutique|catalogue"
        r"|suche|treffer|ergebnis|produkt|kleidung|vêtement|foto|recherche|résultat|produit|article",
        "search",
    ),
    (
        r"propos|substitut|answers? from|instead of|another brand|\boffer|compar|quotes?\b|strateg"
        r"|sellers?\b|vorschlag|angebot|ersatz|\bstatt\b|bietet|händler|offre|remplac|au lieu|à la place"
        r"|vendeur",
        "proposal",
    ),
    (r"order|bestellung|commande", "order"),
    (
        r"list|component|recipe|ingredients|scaled|added|to drop\b|page|basket|cart|materials"
        r"|zutaten|rezept|seite|korb|bauteil|ingrédient|recette|panier|composant|matériau",
        "list",
    ),
]


def pending_of(context: Optional[str]) -> str:
    """The `pending` value for a context such as "list of 8 components"; "none" where that is unknown."""
    for pattern, pending in _SITUATIONS:
        if context and re.search(pattern, context.lower()):
            return pending
    return "none"
