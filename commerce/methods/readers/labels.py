"""What lists stand under ("Ingredients", "Werkzeug", "What you need for this bench"), and what ends them."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from commerce.methods.components import Kind

__all__ = ["heading_kind", "heads_comments", "heads_part", "is_steps_heading", "kind_of_label"]

_LONGEST_HEADING = 70
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
_NUMBERED = re.compile(r"(?<=[^\W\d_])\s+\d.{0,30}$")
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
    }
    said = {_folded(one) for one in spoken}
    return next((kind for kind in Kind if not _words()[kind].isdisjoint(said)), None)


def is_steps_heading(text: str) -> bool:
    """Whether what follows is what to do, or no longer about components."""
    if len(text) > _LONGEST_HEADING:
        return False
    return not _words()["steps"].isdisjoint({_folded(text), _folded(_PER_PORTION.sub("", text))})


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
