"""Sentences whose opening can mean one wish only, however sure the dialogue is of another."""

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["ENDING", "KEIN_DING", "NOT_A_THING", "PAS_UNE_CHOSE", "plainly_meant"]

POLITE = (
    r"(?:(?:please|ok|okay|and|also|can you|could you|would you"
    r"|bitte|und|auch|dann|kannst du|könntest du|könnt ihr"
    r"|et|aussi|alors|tu peux|vous pouvez|stp|svp|s['’]il (?:te|vous) pla[iî]t)[\s,]+)*"
)
ENDING = re.compile(
    r"(?:(?<![\s,])[\s,]+(?:please|pls|plz|thanks|thank you|too|as well|(?:to|on|from) (?:it|(?:the|my) list)"
    r"|instead|bitte|danke|stattdessen|auch|noch|dazu|hinzu|rein|drauf"
    r"|(?:auf|zu|von) (?:die|der|meine|meiner) (?:einkaufs)?liste"
    r"|svp|stp|s['’]il (?:te|vous) pla[iî]t|merci|aussi|en plus|à la place"
    r"|(?:à|sur|de) (?:la|ma) liste))*(?<![\s.!?])[\s.!?]*$",
    re.IGNORECASE,
)
APART = re.compile(r"\s*(?:,|&|\b(?:and|und|et|ni|oder|ou)\b)\s*", re.IGNORECASE)
NOT_A_THING = (
    r"(?!i\b|thanks?\b|thx\b|idea\b|more\b|problem\b|need\b|all\b|my\b|data\b|not\b|way\b|one\b|worries\b"
    r"|wait\b|that\b|this\b(?!\s+\w)|it\b|you\b|we\b|any\b|either\b|never\b|really\b|ok\b|clue\b|hurry\b|rush\b"
    r"|preferences?\b|questions?\b|substitutes?\b|replacements?\b|delivery\b|card\b|others?\b|human\b)"
)
KEIN_DING = (
    r"(?!problem\b|ahnung\b|lust\b|sorge\b|zeit\b|werbung\b|neuigkeiten\b|news\b|nachrichten\b|newsletter\b"
    r"|infos?\b|mensch\b|bot\b|ersatz\b|andere?\b|alternative\b|lieferung\b|karte\b|angebote?\b|updates?\b"
    r"|eile\b|vorlieben?\b|frage\b|deutsch\b|englisch\b|französisch\b|interesse\b|mich\b|das\b|es\b|euch\b|dich\b|weiteres\b)"
)
PAS_UNE_CHOSE = (
    r"(?!souci\b|soucis\b|problème\b|probleme\b|pub\b|publicité\b|nouveautés\b|news\b|newsletter\b|infos?\b"
    r"|remplace|alternative\b|livraison\b|carte\b|robot\b|offres?\b|question\b|humain\b|moi\b|ça\b|ca\b"
    r"|chance\b|tout\b|quoi\b|autre\b|urgence\b|préférences?\b|doute\b|idée\b)"
)
LOOKING = (
    r"(?:(?:i|we)(?:['’]m| am| are)? (?:need|want|looking for)\s+|do you (?:have|sell)\s+"
    r"|(?:find|show) me\s+|is there\s+"
    r"|(?:ich|wir) (?:brauchen?|suchen?)\s+|habt ihr\s+|gibt es\s+|zeig mir\s+"
    r"|(?:je|on) cherche\s+|il me faut\s+|j['’]ai besoin de\s+|(?:vous avez|avez-vous)\s+|trouve-moi\s+)?"
)
OPENINGS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (wish, re.compile(rf"^\s*{POLITE}{opening}", re.IGNORECASE))
    for wish, opening in (
        (
            "drop_components",
            r"(?:no|without|drop|remove|skip|leave out|take out|take off|minus)\s+(?:the\s+|any\s+)?"
            rf"{NOT_A_THING}(?P<rest>\w.*)$",
        ),
        ("drop_components", rf"(?:kein(?:en|e)?|keinerlei|ohne)\s+{KEIN_DING}(?P<rest>\w.*)$"),
        (
            "drop_components",
            rf"(?:pas d(?:e\s+|['’])|sans\s+)(?:l['’]|les?\s+|la\s+)?{PAS_UNE_CHOSE}(?P<rest>\w.*)$",
        ),
        ("add_component", r"(?:add|include)\s+(?!me\b|my\b|a note\b)(?P<rest>\w.*)$"),
        ("add_component", r"(?:r?ajoutez?|rajouter|ajouter)\s+(?!moi\b|mon\b|une note\b)(?P<rest>\w.*)$"),
        (
            "add_component",
            r"(?:füge?|fuege?)\s+(?!mich\b|meine?\b)(?P<rest>\w.*?)\s+(?:noch\s+)?hinzu[\s.!]*$",
        ),
        (
            "search_product",
            r"(?:do|does)\s+(?:you|anyone|anybody|u)\s+(?:have|sell|stock|carry)\s+(?:any\s+|some\s+)?"
            r"(?!my\b|to\b|a (?:person|human|question|number)\b|time\b|news\b)(?P<rest>\w.*)$",
        ),
        (
            "search_product",
            r"(?:habt ihr|haben sie|hast du|verkauft ihr|führt ihr)\s+(?:auch\s+|noch\s+)?"
            r"(?!meine?\b|mich\b|mir\b|zeit\b|eine? (?:frage|nummer|telefon|mensch)|neuigkeiten\b"
            r"|schon\b|das\b|die\b)"
            r"(?P<rest>\w.*)$",
        ),
        (
            "search_product",
            r"(?:avez[- ]vous|vous avez|tu as|t['’]as|vous vendez|vendez[- ]vous)\s+(?:aussi\s+)?"
            r"(?:du\s+|de la\s+|des\s+|de l['’])(?!temps\b|nouvelles\b|nouveautés\b"
            r"|questions?\b)(?P<rest>\w.*)$",
        ),
        (
            "search_product",
            rf"{LOOKING}(?P<rest>(?:something|anything)\s+(?:to\s+\w|for\s+\w+ing\b|that\b).*)$",
        ),
        (
            "search_product",
            rf"{LOOKING}(?P<rest>(?:etwas|irgend(?:et)?was|was)\s*,?\s*(?:um|zum|womit)\s+\w.*)$",
        ),
        ("search_product", rf"{LOOKING}(?P<rest>(?:quelque chose|un truc)\s+pour\s+\w.*)$"),
    )
)
ARTICLE = re.compile(
    r"^(?:du|de la|des|de l['’]|de|d['’]|le|la|les|l['’]|den|das|die|noch)\s*(?<=['’\s])", re.I
)
MOST_WORDS = 14
MOST_CHARACTERS = 200


def plainly_meant(text: str, slots: Mapping[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """The wish, and its slots where the dialogue found none: "no onion please", "do you have olive oil?"."""
    if len(text) > MOST_CHARACTERS or len(text.split()) > MOST_WORDS or slots.get("delta") is not None:
        return None
    for wish, opening in OPENINGS:
        found = opening.match(text)
        if found is None:
            continue
        rest = ENDING.sub("", found["rest"])
        if wish == "search_product":
            further = {name: slots[name] for name in ("size", "colour") if slots.get(name)}
            return wish, {"query": slots.get("query") or rest, "max_price": slots.get("max_price"), **further}
        if slots.get("components") or (wish == "drop_components" and slots.get("numbers")):
            return wish, dict(slots)
        return wish, {"components": [ARTICLE.sub("", part) for part in APART.split(rest) if part]}
    return None
