"""What a page is that is no how-to: a shop, an article, a collection, a wall, a shell, a video, or gone."""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from commerce.methods.components import Kind
from commerce.methods.readers.labels import heading_kind, is_steps_heading
from commerce.methods.readers.page import Page
from commerce.methods.readers.rows import Row

__all__ = ["WhyNot", "is_collection", "is_priced", "is_shop", "why_not"]

_MUCH_TEXT = 1_500
_LITTLE_TEXT = 600
_HARDLY_TEXT = 160
_FEW_PRICES = 4
_PRICE = re.compile(
    r"(?:[€$£¥]|\b(?:eur|usd|gbp|chf|kr\.?|zł|kč|руб)\b)\s?\d{1,4}(?:[.,]\d{2})?(?!\w)|\b\d{1,4}(?:[.,]\d{2})?\s?(?:€|£|zł|kč|kr\b|euros?\b|eur\b|dollars?\b|円|元|₽)",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\b404\b|not found|page (?:does not|doesn.t) exist|no longer (?:available|exists)|nicht gefunden"
    r"|existiert nicht|introuvable|n.existe (?:pas|plus)|no encontrada|no existe|non trovata|niet gevonden"
    r"|hittades inte|nie znaleziono|не найдена|見つかりません",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"\b(?:log|sign) ?in\b|\bpassword\b|subscribe to (?:read|continue)|subscribers only"
    r"|create (?:a free |an )?account|\banmelden\b|einloggen|passwort|kennwort|abonnent|weiterlesen mit"
    r"|se connecter|connectez-vous|mot de passe|abonnés"
    r"|iniciar sesión|contraseña|suscríbete|accedi\b|abbonati|inloggen|wachtwoord|logga in|ログイン",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"enable javascript|javascript (?:is )?(?:required|disabled)|javascript aktivieren|activer javascript",
    re.IGNORECASE,
)
_BUY = re.compile(
    r"add to (?:cart|basket|bag)|in den warenkorb|ajouter au panier|añadir al carrito|aggiungi al carrello"
    r"|in winkelwagen|lägg i (?:varukorg|kundvagn)|do koszyka|カートに入れる",
    re.IGNORECASE,
)
_VIDEO = (
    'meta[property="og:type"][content^="video" i], [itemtype*="VideoObject"], video,'
    ' iframe[src*="youtube" i], iframe[src*="vimeo" i], iframe[src*="player" i]'
)
_NEWS = re.compile(
    r'"@type"\s*:\s*\[?\s*"(?:News|Blog|Reportage|Opinion|Analysis)?(?:NewsArticle|Article|BlogPosting)"'
)
_CONSENT = re.compile(
    r"\bcookies\b|\bconsent\b|\beinwilligung\b|accept all|alle akzeptieren|tout accepter|aceptar tod[oa]s?"
    r"|accetta tutt[oi]|alles accepteren|godkänn alla|\bpartners?\b.{0,40}\bdata\b|\bdatenschutz\b"
    r"|\bvie privée\b|\bprivacidad\b",
    re.IGNORECASE,
)
_INVITED = re.compile(
    r"(?:get|see|view|go to|read|full|zum|das|voir|lire|ver|vai alla|bekijk|till)\s"
    r"(?:the\s|la\s|het\s|full\s|ganze\s)?"
    r"(?:full\s)?(?:recipe|instructions|tutorial|project|rezept|anleitung|recette|tutoriel"
    r"|receta|ricetta|recept(?:et)?)\b",
    re.IGNORECASE,
)
_RANKED = re.compile(r"\d{1,2}\s?[.):]\s+[^\W\d_]{3}")
_MANY_JOBS = 4
_MANY_LINKS = 6
_SHOP = re.compile(r'"@type"\s*:\s*\[?\s*"(?:Product|ItemList|OfferCatalog|ProductGroup|Store)"')


class WhyNot(StrEnum):
    """Why a page or text gives no components."""

    EMPTY = "empty"
    NOT_TEXT = "not_text"
    TOO_LARGE = "too_large"
    GONE = "gone"
    LOGIN = "login"
    SCRIPTED = "scripted"
    ONLY_VIDEO = "only_video"
    SHOP = "shop"
    COLLECTION = "collection"
    CONSENT = "consent"
    ARTICLE = "article"
    NO_COMPONENTS = "no_components"


def why_not(page: Page) -> WhyNot:
    """The likeliest reason why the page has no list of components."""
    rows = [row.text for row in page.rows]
    text = " ".join(rows)
    named = f"{page.title} {' '.join(rows[:6])}"[:400]
    if _GONE.search(named) and len(text) < _MUCH_TEXT * 2:
        return WhyNot.GONE
    has_password = page.tree.css_first('input[type="password" i]') is not None
    if (has_password and len(text) < _MUCH_TEXT) or (
        _LOGIN.search(text[:_MUCH_TEXT]) and len(text) < _MUCH_TEXT
    ):
        return WhyNot.LOGIN
    if len(text) < _HARDLY_TEXT and (not text or _SCRIPT.search(page.text[:50_000])):
        return WhyNot.SCRIPTED
    if len(text) < _LITTLE_TEXT and page.tree.css_first(_VIDEO) is not None:
        return WhyNot.ONLY_VIDEO
    if is_shop(page, text):
        return WhyNot.SHOP
    if len(text) < _MUCH_TEXT * 2 and len(set(map(str.lower, _CONSENT.findall(text)))) > 1:
        return WhyNot.CONSENT
    if _leads_on(page):
        return WhyNot.COLLECTION
    body = page.tree.body
    if (
        body is not None
        and len(body.text()) >= _MUCH_TEXT
        and (_NEWS.search(page.text[:300_000]) or page.tree.css_first("article") is not None)
    ):
        return WhyNot.ARTICLE
    return WhyNot.NO_COMPONENTS


def is_collection(rows: Sequence[Row]) -> bool:
    """Whether several jobs are told in full one after the other, each with its list and its steps."""
    jobs: set[str] = set()
    listed = ""
    for row, after in pairwise(rows):
        if not row.linked and heading_kind(row.text) is Kind.INGREDIENT:
            listed = after.text
        elif listed and is_steps_heading(row.text):
            jobs.add(listed)
            listed = ""
    return len(jobs) >= _MANY_JOBS


def _leads_on(page: Page) -> bool:
    """Whether the page is headings or buttons that lead to other pages of the kind."""
    told = [row for row in page.rows if row.rank in {2, 3, 4}]
    headings = sum(
        1
        for node in page.tree.css("h2 a, h3 a, h4 a, a h2, a h3, a h4")[:200]
        if len(node.text().strip()) > 3
    )
    invited = sum(
        bool(_INVITED.match(node.text().strip())) for node in page.tree.css("main a, article a, body a")[:600]
    )
    return (
        headings >= _MANY_LINKS
        or invited >= _MANY_LINKS
        or sum(bool(_RANKED.match(row.text)) for row in told) >= _MANY_LINKS
    )


def is_shop(page: Page, text: str) -> bool:
    """Whether the page sells: several prices beside goods or a cart."""
    prices = len(_PRICE.findall(text[:40_000]))
    sells = bool(_SHOP.search(page.text[:300_000])) or bool(_BUY.search(text[:40_000]))
    return (prices >= _FEW_PRICES and (sells or prices * 120 > len(text[:40_000]))) or (
        bool(_BUY.search(text)) and prices > 0
    )


def is_priced(lines: list[str]) -> bool:
    """Whether most lines carry a price: goods on offer, not components."""
    return 2 * sum(bool(_PRICE.search(line)) for line in lines) > len(lines)
