"""What lists stand under ("Ingredients", "Werkzeug", "What you need for this bench"), and what ends them."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from commerce.methods.components import Kind

__all__ = [
    "also_needed",
    "heading_kind",
    "heads_comments",
    "heads_cuts",
    "heads_elsewhere",
    "heads_part",
    "is_cut_from",
    "is_steps_heading",
    "kind_of_label",
    "labelled",
]

_LONGEST_HEADING = 70
_LONGEST_SENTENCE = 250
_MOST_PART_WORDS = 4
_MARKS = re.compile(r"[^\w\s'’&]+")
_SERVINGS = re.compile(
    r"\s\(?(?:for|für|pour|para|per|voor|för|til|dla|na|do|на|для|за|pentru|pro|untuk|makes|serves|ergibt|reicht)\b.*$|\s*\(.*\)$|^(?:für|for|pour|para|per"
    r"|voor|för|til)\s+(?:ca\.?\s)?\d+\s[^\W\d_]+\s(?=\w)|[（(\[【]?\d+\s*[〜～~-]?\d*\s*(?:人分|人份|個分|枚分|斤分|台分|皿分|杯分|回分|切れ分|つ分|本分)[】\])）]?",
    re.IGNORECASE,
)
_SO_THAT = re.compile(
    r"\s(?:to (?:build|make|create|sew|paint|install|complete|knit|crochet|craft|assemble|construct"
    r"|get started|start|cook|bake|prepare|fix|repair|hang|plant|replace|tile|lay|put)|um\s.*\szu\b"
    r"|om (?:te|het|een)"
    r"|för att|for å|for at|aby|чтобы|pour (?:faire|réaliser|fabriquer|construire|préparer|coudre)"
    r"|para (?:hacer|preparar|construir|fazer)|per (?:fare|preparare|realizzare|costruire))\b.*$",
    re.IGNORECASE,
)
"""What a heading says the things are for: "What you need to build this planter"."""
_ASKED = re.compile(
    r"^(was|das|dafür|dit|wat|det|ce dont|ce qu['’]il)\s(?:[^\W\d_]+\s)?(?:für|voor|för|til|pour)\s.{3,40}?\s"
    r"((?:brauchst|braucht|brauchen|benötigst|benötigt|nodig|behöver|faut|besoin))$",
    re.IGNORECASE,
)
"""A heading that names the thing in its middle: "Was du für das Hochbeet brauchst"."""
_PER_PORTION = re.compile(
    r"\s\(?(?:per|pro|par|por|na|pr\.?|je)\s(?:\d+\s?)?[^\W\d_]+\W*$|\s\(?p\.?\s?[ps]\.?\)?$|\s*\(.*\)$",
    re.IGNORECASE,
)
""" "Valori nutrizionali per porzione" heads what "Valori nutrizionali" does."""
_FOR_IT = re.compile(
    r"^(?:for|für|pour|para|per|voor)\s.{3,40}?,?\s(?=(?:brauch\w+|benötig\w+|we|i|you|il|necesit\w+|serv\w+|ci|mi|heb\w*)"
    r"(?:\s\S+){0,3}$)",
    re.IGNORECASE,
)
""" "Für das Hochbeet brauchen wir: …", "For the cake we need: …"."""
_COMMENTS = re.compile(
    r"(?:(?:one|no|ein|un|une|una|één|et|ett|\d+)\s)?(?:comments?|replies|responses?|kommentare?r?|antworten|commentaires?"
    r"|réponses?|comentarios?|respuestas?|comment[io]|risposte|reacties?|komentarz[ey]?|komentáře|comentários?"
    r"|комментарии|yorumlar|opmerkingen|opinie|diskuse"
    r"|kommentit|kommentti|comentarii|hozzászólás(?:ok)?|recensioni"
    r"|コメント|留言|评论|댓글|thoughts? on|gedanken? zu)(?!\w)"
)
_AS = re.compile(
    r"^(?:(?:and|und|et|y|e|en|och|og|i)\s)?(?:(?:as|als|comme|como|come|jako|som)\s)(?=\w)", re.IGNORECASE
)
""" "Y como herramientas: …", "Als Werkzeug: …"."""
_JOINTS = re.compile(r"\s*[&+/,]\s*|\s(?:and|und|et|y|e|en|och|og|i|ja|és|a)\s|[・、と]")
_LIST_OF = re.compile(
    r"^(?:the |die |la |een |de )?(?:full |complete )?(?:list[ae]?|lijst)"
    r"\s(?:of|der|des|du|de los|de las|de|di|dei|degli|delle|van)\s(?:the )?"
)
_NUMBERED = re.compile(r"(?<=[^\W\d_])\s+\d.{0,30}$")
_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_LABELLED = re.compile(r"^\W{0,3}([^:：]{2,30}?)\s*[:：]\s*(\S.*)$")
_FEWEST_WORDS = 2
_LUMBER = re.compile(r"(?<![\w/.-])[12468][xX×](?:[2-9]|1[0-2])(?![\w/.]|\s?[xX×]\s?\d{3})")
_ALL = re.compile(
    r"^(?:all|everything|here(?:['’]s| is)|these are|that['’]s)\s(?:that\s)?(?=what|you|we|i|the)"
    r"|^(?:hier (?:ist|is) )?alles?,?\s(?=was|wat|du)"
    r"|^tout\s(?=ce)|^tod[oa]\s(?=lo)|^tutto\s(?:quello|ciò)\s(?:di\s)?(?=che|cui)|^wszystko,?\s(?=czego|co)",
    re.IGNORECASE,
)
""" "All you need", "Tout ce qu'il vous faut"."""
_RELATIVE = re.compile(
    r",?\s(?:(?:that|which)\s)?(?:i|we|you)(?:['’](?:ll|ve|d)| will| have| had)?\s(?:used?|need(?:ed)?)\b.*$"
    r"|,?\s(?:die|das|den)\s(?:ich|du|ihr|sie|wir|man)\s.*(?:brauch|benötig|verwend|nutz)\w*$"
    r"|\s(?:que|qu['’])\s?.*(?:usar|usamos|us[éo]|necesit\w+|utiliz\w+|utilis\w+|faut|faudra)$"
    r"|\sdont\s.*besoin$"
    r"|\s(?:che|di cui)\s.*(?:serv\w+|us\w+|utilizz\w+|occorr\w+|bisogno)$"
    r"|,?\s(?:die|dat)\s(?:ik|je|we|u)\s.*(?:nodig|gebruik\w*)(?:\s\w+)?$|,?\s(?:których?e?|jakie)\s.*(?:potrzeb|użył|będą)\w*.*$",
    re.IGNORECASE,
)
""" "Materials I used", "Materiales y herramientas que vamos a usar"."""
_WHICH = re.compile(
    r"^¿?(?:which|what|diese?s?|welche[sr]?|quels?|quelles?|ces|qué|estos|che|quali|questi|welke?|deze|jakie|te)\s([^\W\d_]+)\s"
    r"(?:(?:are|sont)\s)?(?:do|you|we|i|needed|required|brauch\w*|benötig\w*|werden|sind|nécessaires|faut|utilis\w+|necesit\w+"
    r"|hacen|se|serv\w+|occorr\w+|sono|heb\w*|zijn|będą|są|potrzeb\w+)\b.{0,30}$",
    re.IGNORECASE,
)
""" "Diese Werkzeuge benötigst du", "Which tools do you need?", "Qué materiales necesitas"."""
_OWNER = re.compile(r"^.{3,60}?[\s–—:|-]+(?=\w+$)")


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    text = (files("commerce.methods") / "data" / "headings.toml").read_text(encoding="utf-8")
    return {name: frozenset(map(_folded, words)) for name, words in tomllib.loads(text).items()}


def heading_kind(text: str) -> Kind | None:
    """What a list under such a heading holds, or None where it is no heading of components."""
    return _kind_of(text) if len(text) <= _LONGEST_HEADING else None


@lru_cache(maxsize=4096)
def _kind_of(text: str) -> Kind | None:
    """Kept for the same rows, which are looked at again and again; none of them is long."""
    spoken = {
        text,
        _SERVINGS.sub("", _NUMBERED.sub("", text)),
        _SO_THAT.sub("", text),
        _ASKED.sub(r"\1 \2", text),
        _AS.sub("", text),
        _FOR_IT.sub("", text),
        _ALL.sub("", text),
        _RELATIVE.sub("", text),
        _WHICH.sub(r"\1", text),
    }
    said = {_folded(one) for one in spoken}
    named = next((kind for kind in Kind if not _words()[kind].isdisjoint(said)), None)
    return named or next((kind for one in spoken if (kind := _kind_of_all(one)) is not None), None)


def _kind_of_all(text: str) -> Kind | None:
    """What a heading of several words for lists holds: "Equipment / tools", "Outils et matériel requis"."""
    parts = {_bare(part) for part in _JOINTS.split(text.lower())}
    kinds = {next((kind for kind in Kind if part in _words()[kind]), None) for part in parts}
    if None in kinds:
        return None
    return kinds.pop() if len(kinds) == 1 else Kind.MATERIAL


def _bare(text: str) -> str:
    """ "tools" of "tools needed", "la liste des outils"."""
    words = _LIST_OF.sub("", _folded(text)).split()
    return " ".join(word for word in words if word not in _words()["needed"])


def is_steps_heading(text: str) -> bool:
    """Whether what follows is what to do, or no longer about components."""
    if len(text) > _LONGEST_HEADING:
        return False
    said = {_folded(text), _folded(_PER_PORTION.sub("", text))}
    return not (_words()["steps"] | _words()["cuts"]).isdisjoint(said)


def heads_elsewhere(text: str) -> bool:
    """Whether the word heads other things as often as what is needed: "Electronics", "Spare parts"."""
    return _folded(text) in _words()["elsewhere"]


def heads_cuts(text: str) -> bool:
    """Whether the pieces to cut stand below, of what is listed elsewhere or nowhere else."""
    return len(text) <= _LONGEST_HEADING and bool(
        {_folded(text), _folded(_SERVINGS.sub("", text))} & _words()["cuts"]
    )


def is_cut_from(text: str) -> bool:
    """Whether a line names what pieces are cut from: boards, cloth."""
    if _LUMBER.search(text):
        return True
    words = _WORD.findall(text.lower())
    known = _words()["stock"]
    return any(
        word in known or any(len(one) > 3 and word.endswith(one) for one in known) for word in words
    ) or any(one in text for one in known if not one.isascii() and one[0] > "\u3000")


def also_needed(text: str) -> str:
    """ "a saw and a drill" of "You will also need a saw and a drill."; empty for other sentences."""
    if len(text) > _LONGEST_SENTENCE:
        return ""
    lower = text.replace("’", "'").lower()
    told = next(
        (text[len(start) :].strip(" .:") for start in _words()["also"] if lower.startswith(f"{start} ")), ""
    )
    return "" if ". " in told or told.lower().startswith("to ") else told


def labelled(text: str) -> tuple[Kind | None, str] | None:
    """ "Yarn: 200 g of wool" as the kind of thing that the label names, none if any ("Other: …"), and the
    rest, or the whole where the rest tells but an amount ("Fabric: 50 cm"); None for other lines."""
    told = _LABELLED.match(text)
    label = _folded(told[1]) if told else ""
    if told is None:
        return None
    alone = len(_LONG_WORD.findall(told[2])) < _FEWEST_WORDS
    if label in _words()["other_label"]:
        return (None, told[2]) if _LONG_WORD.search(told[2]) else None
    kind = next((kind for kind in Kind if label in _words()[f"{kind}_label"]), None)
    return None if kind is None else (kind, text if alone else told[2])


def heads_comments(text: str) -> bool:
    """Whether what readers wrote stands below: "3 comments", "Kommentare (12)"."""
    return len(text) <= _LONGEST_HEADING and _COMMENTS.match(_folded(text)) is not None


def heads_part(text: str) -> bool:
    """Whether a word for ingredients goes before a few that may name what they are for: "Zutaten Teig"."""
    first, *rest = _folded(text).split() or [""]
    return 0 < len(rest) <= _MOST_PART_WORDS and first in _words()[Kind.INGREDIENT] and text[:1].isupper()


def kind_of_label(text: str) -> Kind | None:
    """As `heading_kind`, also where a title goes before ("Recipe X – Ingredients")."""
    kind = heading_kind(text)
    if kind is None and (owner := _OWNER.match(text)) is not None:
        rest = text[owner.end() :]
        named = _folded(rest) in _words()[Kind.INGREDIENT]
        sorts = _folded(owner[0]) in _words()["sorting"]
        kind = Kind.INGREDIENT if named and not sorts else None
    return kind


def _folded(text: str) -> str:
    text = text.replace("’", "'").replace("İ", "i").replace("ı", "i")
    return " ".join(_MARKS.sub(" ", text).lower().split()).strip("0123456789 ")
