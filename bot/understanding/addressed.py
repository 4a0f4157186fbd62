"""Addresses as people say them: with words before, which no courier needs."""

import re

__all__ = ["address_said", "is_corrected"]

WRONG = re.compile(
    r"\W*(?:(?:no|nope|sorry|nein|nee|non|pardon)\b[\s,:;.!-]*)*"
    r"(?:(?:that['’]?s|this is|das ist|das war|c['’]est|ce n['’]est pas)\s+)?(?:the\s+|die\s+|une?\s+|la\s+)?"
    r"(?:wrong (?:address|street)|not the (?:right )?address|falsche (?:adresse|straße)"
    r"|mauvaise (?:adresse|rue)|pas la bonne adresse)\b[\s,:;.!-]*",
    re.IGNORECASE,
)
"""How somebody begins who corrects the address that stands there."""
LED_IN = re.compile(
    r"\W*(?:(?:wait|hold on|oh|ah|sorry|no|warte(?: mal)?|moment(?: mal)?|ach|nein|nee?|attends|attendez"
    r"|pardon|non"
    r"|please|bitte)\b[\s,:;.!-]*)*"
    r"(?:(?:ship|send|deliver|bring) (?:it|this|them|everything)(?: please)? to"
    r"|(?:schicke?|liefere?|bringe?)t? (?:es|das|alles)(?: bitte)? (?:nach|zu|an|in)(?: d(?:ie|er|en|em))?"
    r"|(?:livrez|livre|envoyez|envoie|apportez|apporte)(?:-(?:moi|le|la|les))*(?: tout| ça)? (?:au|à|chez)"
    r"|(?:my|the|meine|die) (?:(?:new|right|neue|richtige) )?(?:address|adresse) (?:is|ist|lautet)"
    r"|(?:mon |l['’])adresse (?:est|c['’]est)|it['’]?s|it is|es ist|c['’]est|richtig ist)\b[\s,:;.!-]*",
    re.IGNORECASE,
)


def address_said(text: str) -> str:
    """The address without what leads to it: "ship it to", "no, wrong address, it's"."""
    said = text
    for before in (WRONG, LED_IN):
        led = before.match(said)
        said = said[led.end() :] if led else said
    return said or text


def is_corrected(text: str) -> bool:
    """Whether another address stood there, and was wrong."""
    return WRONG.match(text) is not None
