"""Components named in a sentence, each with the amount said beside it."""

import re
from collections.abc import Sequence

__all__ = ["spoken_lines"]

_OPENING = re.compile(
    r"^(?:\W|and\b|also\b|please\b|pls\b|plus\b|then\b|add\b|put\b"
    r"|i(?:'d| would)? (?:also )?(?:need|want|like)\b"
    r"|we (?:also )?(?:need|want)\b|get(?: me)?\b|can you\b|could you\b|include\b"
    r"|(?:can|could|may) (?:i|we) (?:also )?(?:have|get|add)\b|i['’]?ll (?:also )?(?:have|take)\b|have\b"
    r"|(?:kann|könnte|darf) ich (?:auch |noch )*(?:haben )?|ich (?:nehme?|hätte?)(?: gern\w*)?\b|haben\b"
    r"|mit\b"
    r"|avec (?:ça|cela)\b|ça\b|(?:je peux|puis-je|pourrais-je|est-ce que je peux) (?:aussi )?avoir\b"
    r"|(?:j['’]aimerais|on prend|je prendrai)\b|throw in\b|with\b"
    r"|some\b|the\b|another\b|extra\b|more\b|a bit of\b|to\b"
    r"|und\b|auch\b|noch\b|bitte\b|dazu\b|dann\b|füge?\b|fuege?\b|pack\b|schreib\b|setz\b|nimm\b|gib\b|mach\b"
    r"|(?:ich|wir) (?:brauchen?|bräuchten?|möchten?|will|wollen|hätten?)(?: gern\w*)?\b"
    r"|brauchen?\b|außerdem\b|ausserdem\b"
    r"|zusätzlich\b|kannst du\b|es fehl(?:t|en)\b|die\b|den\b|das\b|der\b|etwas\b|ein bisschen\b"
    r"|ein paar\b|ergänze\b"
    r"|et\b|aussi\b|encore\b|puis\b|svp\b|stp\b|r?ajoutez?\b|mets\b|mettez\b|prends\b|prenez\b|note\b"
    r"|je (?:veux|voudrais|prends)\b|j['’](?:ai|aurais) besoin\b|il (?:me |nous )?(?:faut"
    r"|manque)\b|manque\b|en plus\b"
    r"|tu peux\b|vous pouvez\b|ajouter\b|avec\b|des\b|du\b|de la\b|de l['’]|de\b|d['’]|la\b"
    r"|les?\b|l['’]|un peu\b)+",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"^\s*[(:]?\s*(?P<amount>\d+(?:[.,/]\d+)?\s?(?:kg|g|mg|ml|cl|dl|l|lb|oz|cups?|tbsp|tsp|cm|mm|m|packs?|x"
    r"|el|tl|stück|stk|dosen?|flaschen?|packung(?:en)?|bund|gramm|kilo|liter"
    r"|grammes?|litres?|bo[iî]tes?|bouteilles?|paquets?|sachets?|pi[eè]ces?)?)\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\d|\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|dozen|half"
    r"|ein|eine|einen|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|dutzend|halbe[rsnm]?"
    r"|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|douzaine|demi)\b",
    re.IGNORECASE,
)


def spoken_lines(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """ "add 500 g rice and two lemons" with rice and lemons -> "500 g rice", "two lemons".

    A name that does not stand in the text as such (its typos were mended) is a line by itself.
    """
    lines = []
    start = 0
    for n, name in enumerate(names):
        stands = re.compile(r"\s*".join(map(re.escape, name.split())), re.IGNORECASE).search(text, start)
        if stands is None:
            lines.append(_OPENING.sub("", name) or name)
            continue
        opening = _OPENING.match(stands.group())  # the dialogue may have taken "ça" for a part of the name
        at = stands.start() + (opening.end() if opening and opening.end() < len(stands.group()) else 0)
        end = stands.end()
        before = _OPENING.sub("", text[start:at].strip() + " ").strip(" ,")
        behind = _BEHIND.match(text[end:])
        if behind and names[n + 1 :] and text[end + behind.end() :].strip().startswith(names[n + 1]):
            behind = None  # "salt 3 eggs": the amount is the next one's
        if _MEASURED.search(before):
            lines.append(f"{before} {text[at:end]}")
        elif behind:
            lines.append(f"{behind['amount']} {text[at:end]}")
            end += behind.end()
        else:
            lines.append(text[at:end])
        start = end
    return tuple(lines)
