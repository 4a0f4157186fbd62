"""What is said to a substitute that was just asked about, in a few plain words."""

import re

from bot.understanding.openings import KEIN_DING, NOT_A_THING, PAS_UNE_CHOSE

__all__ = ["instead_of_what", "not_wanted", "substitute_verdict"]

_ENDING = (
    r"(?:[\s,]*(?:please|pls|thanks|thank you|bitte|danke|gerne?|merci|svp|stp|then|dann|alors))*"
    r"[\s.!?]*$"
)
_TAKE = (
    r"yes|yep|yeah|yup|sure|ok|okay|fine|that's fine|that works|works for me|(?:i'll )?take it|go for it",
    r"ja|jawohl|jo|passt|geht|das passt|einverstanden|in ordnung|(?:ich )?nehm(?:e)? (?:ich|es|das|die|den)",
    r"nimm(?: es|s|'s| das| die| den)?|oui|ouais|d'accord|[çc]a (?:marche|va)|va pour [çc]a",
    r"je (?:le |la |les )?prends|prends[- ]l[ea]|👍|✅",
)
_REFUSE = (
    r"no|nope|nah|not (?:this|that)(?: one)?|no way|rather not|i don't want (?:it|that)|skip it|no thanks",
    r"nein|nee|nö|lieber nicht|nicht (?:das|dies|den|die)|(?:das|den|die) nicht|will ich nicht|nein danke",
    r"non|pas (?:celui|celle)[- ](?:là|ci)|pas [çc]a|je n'en veux pas|surtout pas|plutôt pas|👎|❌",
)
_OTHER = (
    r"(?:is there |have you (?:got )?|do you have |show me )?(?:anything|something) else",
    r"another(?: one)?|what else(?: is there| do you have| have you got)?|other (?:offers|options|ones)",
    r"was (?:gibt es|gibt's|gibts|habt ihr|hast du) (?:sonst|noch)|was sonst|welche anderen?",
    r"(?:gibt es |gibt's |hast du |habt ihr )?(?:(?:et)?was anderes?|sonst noch (?:was|etwas))",
    r"(?:noch )?(?:ein(?:e|en)? )?andere[rs]?|quoi d'autre|(?:il y a |tu as |vous avez )?autre chose",
    r"une? autre|(?:d')?autres(?: offres?)?|qu'est[- ]ce qu'il y a d'autre",
)
_VERDICTS = tuple(
    (verdict, re.compile(rf"^\W*(?:{lead}[\s,]+)?(?:{'|'.join(said)}){_ENDING}", re.IGNORECASE))
    for verdict, lead, said in (
        ("other", r"(?:no|nein|non|ok|okay)", _OTHER),
        ("take", r"(?:yes|ja|oui|ok|okay)", _TAKE),
        ("refuse", r"(?:no|nein|non)", _REFUSE),
    )
)


_INSTEAD_OF = re.compile(
    r"^\W*(?:"
    r"(?:is there |what |anything |something |have you (?:got )?)+else\b[^\n?]{0,20}? (?:instead of|for)"
    r"|(?:was|gibt es|gibt's|habt ihr|hast du)[^\n?]{0,20}(?:sonst|noch|anderes?)\b[^\n?]{0,12}?"
    r" (?:statt|anstelle von|für)"
    r"|(?:quoi d'autre|autre chose|qu'est[- ]ce qu'il y a d'autre)[^\n?]{0,20}?"
    r" (?:à la place (?:de|du|des|d')|pour))"
    r" ?(?:the |my |der |die |das |den |dem |le |la |les |l')?(?P<name>[^\n?!.]{2,40})[\s?!.]*$",
    re.IGNORECASE,
)


def instead_of_what(text: str) -> str | None:
    """ "what else is there instead of butter?": the butter."""
    return _name_in(_INSTEAD_OF, text)


_UNWANTED = re.compile(
    r"^\W*(?:(?:no|nope|nein|nee|nö|non|oh|please|bitte)[\s,.!]+)*"
    r"(?:(?:i|we) (?:don't|do not|wouldn't) (?:want|like|need)(?: any| the| that| this)?"
    r"|rather no(?:t(?: the)?)?|not the"
    r"|(?:ich|wir) (?:will|wollen|möchten?|mag|mögen|brauchen?)"
    r" (?:kein\w*|(?:die|den|das)(?=\s.*\snicht\W*$))"
    r"|(?:dann )?(?:lieber|bitte) (?:kein\w*|ohne)|kein\w*|(?:je|on) n(?:e |')(?:veux|voudrais|veut|aime) pas"
    r" (?:de la|de l'|du|des|de|d'|le|la|les|l')|(?:plutôt )?(?:pas (?:de|d'|du)|sans)|no|without|ohne)"
    rf"(?:\s+|(?<=')){NOT_A_THING}{KEIN_DING}{PAS_UNE_CHOSE}(?P<name>\w[^\n?!.,]{{1,39}}?)"
    r"(?: nicht| instead| stattdessen| à la place)?(?:[\s,]*(?:please|pls|thanks|bitte|danke|merci|svp))*"
    r"[\s.!]*$",
    re.IGNORECASE,
)


def not_wanted(text: str) -> str | None:
    """ "no, I don't want parsley": the parsley."""
    return _name_in(_UNWANTED, text)


def substitute_verdict(text: str) -> str | None:
    """ "take", "refuse", "other"; None for anything that says more."""
    text = text.strip().replace("’", "'")
    return next((verdict for verdict, pattern in _VERDICTS if pattern.match(text)), None)


def _name_in(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.match(text.strip().replace("’", "'"))
    return found["name"].strip() if found else None
