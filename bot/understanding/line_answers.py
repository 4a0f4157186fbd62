"""What free words say while a line is asked about, and what the words about sorting and baskets mean."""

import re
from collections.abc import Sequence
from decimal import Decimal

from bot import commands as c
from bot.understanding.before import LINE
from bot.understanding.numbers import COUNTS
from commerce.methods.components import Kind

__all__ = [
    "ASIDES", "basket_meant", "line_answer", "portions_meant", "said_of_lists", "sorting_meant",
]  # fmt: skip

_OF_LISTS = {"none", "list", "round", "proposal", "search"}
_POLITE = r"(?:[\s,]+(?:please|pls|thanks|bitte|danke|svp|stp|merci|s['’]il (?:te|vous) pla[iî]t))*"
_HOW: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (how, re.compile(rf"^\W*(?:{words}){_POLITE}\W*$", re.IGNORECASE))
    for how, words in (
        (
            "ok",
            r"(?:yes|yep|yeah|y|ok|okay|right|correct|exactly|true|fine|as (?:it )?(?:is )?read"
            r"|that['’]?s (?:right"
            r"|correct|fine|it)|(?:yes,? )?(?:it['’]?s|that is|it is) (?:right|correct|fine)|looks (?:good"
            r"|right)"
            r"|ja|jo|jep|stimmt(?: so)?|richtig|genau|passt(?: so)?|korrekt|das (?:stimmt|passt)"
            r"|ja,? (?:stimmt"
            r"|genau|richtig|passt)"
            r"|oui|ouais|c['’]est (?:bon|ça|juste|exact|correct)|exact(?:ement)?|juste|tout à fait"
            r"|d['’]accord"
            r"|any(?: amount)?|whatever|doesn['’]?t matter|to taste|one pack(?:et)? is (?:fine|enough)"
            r"|egal|nach (?:geschmack|belieben)|eine packung reicht|peu importe|au goût|un paquet suffit)",
        ),
        (
            "out",
            r"(?:leave (?:it|that|this|them) out|leave out|drop (?:it|that|this)|remove (?:it|that|this)"
            r"|without(?: it)?"
            r"|(?:i )?(?:don['’]?t|do not) need (?:it|that|this|them|any)|not needed|no need|i have (?:it"
            r"|that|some)"
            r"(?: already)?"
            r"|weglassen|lass (?:es|das|die|den)?\s*weg|weg damit|raus damit|(?:das )?brauch(?:e|en)? (?:ich"
            r"|wir) nicht"
            r"|brauche? ich nicht|hab(?:e)? ich (?:schon|noch)|ohne"
            r"|laisse[rz]?(?:[- ]l[ea])?(?: de côté)?|enl[èe]ve[rz]?(?:[- ]l[ea]s?)?"
            r"|retire[rz]?(?:[- ]l[ea]s?)?"
            r"|sans|pas besoin|j['’]en ai (?:déjà|encore)|je n['’]en ai pas besoin)",
        ),
        (
            "skip",
            r"(?:skip(?: (?:it|this|that|this one))?|next(?: one)?|later|pass|(?:i )?(?:don['’]?t"
            r"|do not) know"
            r"|no idea|not sure|dunno|idk"
            r"|überspring(?:en|e)?(?: (?:das|es))?|weiter|nächste[rs]?|später|keine ahnung"
            r"|weiß (?:ich )?nicht"
            r"|ich weiß (?:es )?nicht"
            r"|passe[rz]?|suivante?|plus tard|je ne sais pas|(?:j['’]sais|je sais) pas|aucune idée"
            r"|saute[rz]?(?:[- ]la)?)",
        ),
        (
            "again",
            r"(?:again|once more|repeat(?: (?:it|that|the question))?|(?:say|ask) (?:that"
            r"|it) again|what was the"
            r" question|pardon|sorry|come again"
            r"|noch ?mal|noch einmal|wie bitte|wiederhol\w*(?: (?:das|es|bitte|die frage))*|was war die frage"
            r"|encore une fois|répète[rz]?|comment|c['’]était quoi la question)",
        ),
        (
            "stop",
            r"(?:stop(?: (?:it|asking|checking))?|enough|no more(?: questions)?|that['’]?s all"
            r"|leave them(?: all)?"
            r"|stopp|genug|aufhören|schluss|keine fragen mehr|reicht"
            r"|arr[êe]te[rz]?|assez|ça suffit|plus de questions)",
        ),
    )
)
ASIDES = {
    "ask_sellers", "help", "talk_to_human", "privacy_info", "never_mind", "drop_components", "track_order",
    "set_language", "cancel_order", "compare_offers", "confirm_order", "set_priority", "explain_choice",
    "scale_job", "thanks", "greeting", "pay_card", "pay_cash", "collect_at_shop",
}  # fmt: skip
"""Wishes that are no answer to a question about a line, where the dialogue is sure of them."""

_TOOLS = r"tools?|werkzeuge?|outils?"
_MATERIALS = r"materials?|supplies|supply|material(?:ien)?|matériel|matériaux?|matériau|fournitures?"
_INGREDIENTS = r"ingredients?|zutat(?:en)?|ingrédients?"
_KIND = rf"(?P<kind>{_TOOLS}|{_MATERIALS}|{_INGREDIENTS})"
_THE = r"(?:(?:the|these|those|this|that|my|der|die|das|den|diese[rsn]?|le|la|les|ce|cette|ces)\s+|l['’]\s*)?"
_A = r"(?:an?\s+|some\s+|eine?n?\s+|une?\s+|des\s+|du\s+|de la\s+|de l['’]\s*|de\s+|d['’]\s*)?"
_SURELY = r"(?:(?:actually|really|doch|eigentlich|aber|plutôt|en fait)\s+)?"
_BESIDE = r"(?:[\s,;]+(?:and |und |et |but |aber |mais )?(?:not|no|nicht|kein\w*|pas|non)\b.*)?"
_SORTINGS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(rf"^\W*{pattern}{_BESIDE}\W*$", re.IGNORECASE)
    for pattern in (
        rf"{_THE}(?P<name>[^,;:?!]+?)\s+(?:is|are|counts? as|belongs? (?:to|under|with)(?: the)?|ist|sind"
        rf"|gehört zu[mrn]?(?: den)?"
        rf"|gehören zu[mrn]?(?: den)?|zählt als|zählen als|est|sont|va avec|vont avec)\s+{_SURELY}"
        rf"(?P<no>not\s+|no\s+)?{_A}{_KIND}",
        rf"{_THE}(?P<name>[^,;:?!]+?)\s+(?P<no>isn['’]?t|aren['’]?t)\s+{_A}{_KIND}",
        rf"{_THE}(?P<name>[^,;:?!]+?)\s+(?:ist|sind)\s+(?P<no>kein\w*)\s+{_KIND}",
        rf"{_THE}(?P<name>[^,;:?!]+?)\s+(?P<no>n['’]\s*(?:est|sont))\s+pas\s+{_A}{_KIND}",
        rf"(?:sort|put|move|list|file)\s+{_THE}(?P<name>[^,;:?!]+?)\s+(?:under|with|to|into|as|among)\s+"
        rf"(?:the\s+)?{_A}{_KIND}",
        rf"(?:sortiere?|pack|setz|stell|verschiebe?)\s+{_THE}(?P<name>[^,;:?!]+?)\s+(?:unter|zu[mrn]?|bei|als)\s+"
        rf"(?:(?:das|den|die|dem)\s+)?{_KIND}(?:\s+ein)?",
        rf"(?:classe[rz]?|mets|mettez|range[rz]?|passe[rz]?)\s+{_THE}(?P<name>[^,;:?!]+?)\s+(?:dans|parmi|avec|comme|en)"
        rf"\s+(?:(?:les?|la)\s+)?{_A}{_KIND}",
    )
)
_ALSO: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^\W*(?:i|we)\s+(?:also\s+)?need\s+the\s+(?P<name>[^,;:?!]+?)(?:,?\s+(?:too|as well|also))\W*$",
        r"^\W*(?:i|we)\s+also\s+need\s+the\s+(?P<name>[^,;:?!]+?)\W*$",
        r"^\W*(?:ich|wir)\s+brauchen?\s+(?:auch\s+)?(?:noch\s+)?(?:den|die|das)\s+(?P<name>[^,;:?!]+?)\s+auch\W*$",
        r"^\W*(?:ich|wir)\s+brauchen?\s+auch\s+(?:noch\s+)?(?:(?:den|die|das)\s+)?(?P<name>[^,;:?!]+?)\W*$",
        r"^\W*(?:il\s+(?:me|nous)\s+faut|j['’]ai\s+besoin\s+de)\s+aussi\s+(?:les?\s+|la\s+|l['’])?(?P<name>[^,;:?!]+?)\W*$",
        r"^\W*(?:il\s+(?:me|nous)\s+faut|j['’]ai\s+(?:aussi\s+)?besoin\s+d[eu])\s*(?:les?\s+|la\s+|l['’])?"
        r"(?P<name>[^,;:?!]+?)\s+aussi\W*$",
    )
)
_PORTIONS = re.compile(
    r"^\W*(?:(?:please|bitte|also|und|and|et)\s+)?(?:make|cook|do|prepare|scale|mach|mache|koch|koche|rechne"
    r"|fais|faites|prépare[rz]?|adapte[rz]?)\s+"
    r"(?:the|der|die|das|den|le|la|les|l['’])\s*(?P<name>[^,;:?!]+?)\s+(?:to|for|für|auf|pour)\s+"
    rf"(?P<count>\d{{1,3}}|{'|'.join(COUNTS)})(?:\s+(?:people|persons?|servings?|portions?|personen|leute"
    rf"|portionen|personnes?|parts?))?(?:\s+um)?{_POLITE}\W*$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:,|&|\band\b|\bund\b|\bet\b)\s*", re.IGNORECASE)
_THE_START = re.compile(rf"^{_THE}", re.IGNORECASE)
_LONGEST = 120
_TOGETHER = re.compile(
    r"^\W*(?:(?:yes|ja|oui),?\s+)?(?:(?:put|pack|throw|take|merge|join)\s+(?:(?:it|them|both|all|these|those|everything)\s+)*)?"
    r"(?:(?:all\s+)?(?:in(?:to)?)\s+(?:one|the same|a single)\s+(?:basket|list|cart)|together"
    r"|with the (?:other|first)(?: one| list)?)"
    rf"{_POLITE}\W*$"
    r"|^\W*(?:(?:ja),?\s+)?(?:(?:pack|nimm|leg|tu|mach)e?\s+(?:(?:es|sie|das|beide|beides|alle|alles)\s+)*)?"
    r"(?:(?:alles\s+)?in (?:einen|denselben)\s+(?:korb|warenkorb)|zusammen|zur anderen(?: liste)?|dazu)"
    rf"{_POLITE}\W*$"
    r"|^\W*(?:(?:oui),?\s+)?(?:(?:mets|mettez|regroupe[rz]?|prends)(?:[- ](?:les?|la|tout|tous"
    r"|les deux))*\s+)?"
    r"(?:(?:tout\s+)?dans (?:un (?:seul |même )?|le même )panier|ensemble|avec l['’]autre(?: liste)?)"
    rf"{_POLITE}\W*$",
    re.IGNORECASE,
)
_APART = re.compile(
    r"^\W*(?:(?:no|nein|non),?\s+)?(?:"
    r"(?:(?:keep|leave|put)\s+(?:(?:it|them|both|these)\s+)?)?(?:apart|separate(?:ly)?|on (?:its|their) own"
    r"|(?:in|as) (?:separate|two|different) (?:lists|baskets))|split (?:them|it)(?: up)?"
    r"|(?:(?:lass|lasse|halt|halte|mach)\s+(?:(?:es|sie|das|beide|die)\s+)*)?(?:getrennt|auseinander"
    r"|für sich|einzeln)(?: lassen| halten| machen)?"
    r"|(?:in|als) (?:zwei|getrennten?) listen|trenne? (?:sie|es|die listen)"
    r"|(?:(?:garde|laisse|mets)[rz]?(?:[- ](?:les?|la))*\s+)?(?:séparément|séparée?s?|à part"
    r"|chacun(?:e)? (?:à|de) (?:part|son côté))"
    r"|sépare[rz]?[- ]les"
    rf"){_POLITE}\W*$",
    re.IGNORECASE,
)


def said_of_lists(text: str, asks: str | None, pending: str) -> c.Command | None:
    """What is said plainly of a line that is asked about, of kinds, and of several pages."""
    answer = line_answer(text) if asks == LINE else None
    if answer is not None or pending not in _OF_LISTS:
        return answer
    return sorting_meant(text) or basket_meant(text) or portions_meant(text)


def line_answer(text: str) -> c.SayLine | None:
    """An answer that needs no understanding: yes, leave it out, skip, stop, or one that begins with a number.
    None for what may be an answer and may be something else."""
    for how, words in _HOW:
        if words.match(text):
            return c.SayLine(text, how)
    return c.SayLine(text) if re.match(r"\s*[\d½¼¾⅓⅔]", text) else None


def sorting_meant(text: str) -> c.SortLines | c.AddLines | None:
    """ "The brush is a tool", "the tape is material, not a tool"; and "I need the drill too"."""
    if len(text) > _LONGEST or "\n" in text or "?" in text:
        return None
    for pattern in _SORTINGS:
        found = pattern.match(text)
        if found is not None:
            kind = _kind(found["kind"])
            if "no" in found.re.groupindex and found["no"]:
                kind = Kind.MATERIAL if kind is Kind.TOOL else Kind.TOOL
            return c.SortLines(_names(found["name"]), kind)
    for pattern in _ALSO:
        found = pattern.match(text)
        if found is not None:
            return c.AddLines(_names(found["name"]))
    return None


def basket_meant(text: str) -> c.JoinLists | c.KeepApart | None:
    """ "Put them in one basket", "keep them apart"."""
    if len(text) > _LONGEST:
        return None
    if _TOGETHER.match(text):
        return c.JoinLists()
    return c.KeepApart() if _APART.match(text) else None


def portions_meant(text: str) -> c.ScaleTo | None:
    """ "Make the risotto for six": the portions of the page that is named."""
    found = _PORTIONS.match(text) if len(text) <= _LONGEST else None
    if found is None:
        return None
    count = found["count"].lower()
    return c.ScaleTo(Decimal(COUNTS.get(count) or int(count)), text=found["name"])


def _kind(word: str) -> Kind:
    if re.fullmatch(_TOOLS, word, re.IGNORECASE):
        return Kind.TOOL
    return Kind.MATERIAL if re.fullmatch(_MATERIALS, word, re.IGNORECASE) else Kind.INGREDIENT


def _names(text: str) -> tuple[str, ...]:
    parts: Sequence[str] = [_THE_START.sub("", part).strip() for part in _JOINED.split(text)]
    return tuple(part for part in parts if part)
