"""The saved pages hold what they are said to hold, and the town sells nearly all of it."""

import json
import re

import pytest
from rapidfuzz import fuzz, utils
from selectolax.lexbor import LexborHTMLParser

from bot.playground.world.world import ItemCard, PageKind, pages
from tests.playground.world.expectations import Component, Expected, expected_pages

NAMED_ALIKE = 60
CHARSET = re.compile(rb"charset=\"?([\w-]+)")
MARKUP = re.compile(r"application/ld\+json|itemtype|wprm-recipe")

each_page = pytest.mark.parametrize("expected", expected_pages(), ids=lambda expected: expected.page.path)
components = [
    pytest.param(component, id=f"{expected.page.path}:{component.text}")
    for expected in expected_pages()
    for component in expected.components
]


def parsed(expected: Expected) -> LexborHTMLParser:
    """The page, read in the encoding that it states."""
    body = expected.page.file.read_bytes()
    return LexborHTMLParser(body.decode(charset_of(body)))


def charset_of(body: bytes) -> str:
    stated = CHARSET.search(body)
    assert stated is not None
    return stated[1].decode("ascii").lower()


def body_text(expected: Expected) -> str:
    body = parsed(expected).body
    assert body is not None
    return " ".join(body.text(separator=" ").split())


def test_the_index_and_the_files_are_the_same_pages() -> None:
    root = pages()[0].file.parent.parent
    assert {page.file for page in pages()} == {file for file in root.rglob("*") if file.is_file()}


def test_hosts_are_names_that_can_never_be_real() -> None:
    assert all(page.host.endswith(".example") for page in pages())


def test_there_are_recipes_guides_and_three_kinds_of_page_that_are_neither() -> None:
    kinds = [page.kind for page in pages()]
    assert kinds.count(PageKind.RECIPE) >= 4
    assert kinds.count(PageKind.GUIDE) >= 3
    assert {PageKind.ARTICLE, PageKind.DOCUMENT, PageKind.VIDEO} <= set(kinds)


def test_documents_and_videos_begin_as_such_files_do() -> None:
    for page in pages():
        if page.kind is PageKind.DOCUMENT:
            assert page.file.read_bytes().startswith(b"%PDF-")
        if page.kind is PageKind.VIDEO:
            assert page.file.read_bytes()[4:8] == b"ftyp"


def test_some_pages_carry_markup_for_machines_and_some_do_not() -> None:
    marked = [
        bool(MARKUP.search(expected.page.file.read_text(encoding="latin-1")))
        for expected in expected_pages()
        if not expected.refuse
    ]
    assert marked.count(True) >= 3
    assert marked.count(False) >= 3


def test_one_page_is_in_an_old_encoding() -> None:
    charsets = {charset_of(expected.page.file.read_bytes()) for expected in expected_pages()}
    assert charsets == {"utf-8", "windows-1252"}


@each_page
def test_the_page_says_its_language_and_title(expected: Expected) -> None:
    document = parsed(expected)
    root = document.css_first("html")
    heading = document.css_first("h1")
    assert root is not None
    assert heading is not None
    assert (root.attributes["lang"] or "")[:2] == expected.lang == expected.page.language
    assert expected.title == expected.page.title
    assert heading.text().strip() == expected.title


@each_page
def test_the_machine_readable_part_is_valid_json(expected: Expected) -> None:
    for script in parsed(expected).css("script[type='application/ld+json']"):
        json.loads(script.text())


@each_page
def test_every_component_stands_on_the_page(expected: Expected) -> None:
    words = set(re.findall(r"[\w./-]+", body_text(expected)))
    for component in expected.components:
        assert set(re.findall(r"[\w./-]+", component.text)) <= words, component.text


@each_page
def test_the_page_reads_decently_in_a_browser(expected: Expected) -> None:
    document = parsed(expected)
    assert document.css_first("svg[aria-label]")
    assert document.css_first("style")
    assert not document.css("script[src], link[rel=stylesheet], img")


@pytest.mark.parametrize("component", components)
def test_a_component_is_sold_under_a_name_like_its_own_or_by_nobody(component: Component) -> None:
    if component.family is None:
        assert component.sold_as() == []
        return
    assert component.sold_as()
    assert max(likeness(component.name, item) for item in component.sold_as()) >= NAMED_ALIKE


def likeness(name: str, item: ItemCard) -> float:
    return max(
        fuzz.token_set_ratio(name, other, processor=utils.default_process)
        for other in (item.title, *item.other_names)
    )


def test_most_components_are_in_stock_with_two_sellers_and_a_few_with_none() -> None:
    counts = [
        len({item.seller for item in component.sold_as() if item.stock})
        for expected in expected_pages()
        for component in expected.components
    ]
    assert sum(count >= 2 for count in counts) >= 0.85 * len(counts)
    assert 3 <= counts.count(0) <= 8


def test_a_risotto_can_be_bought_from_any_of_three_shops_in_good_part() -> None:
    risotto = next(expected for expected in expected_pages() if "risotto" in expected.page.path)
    offers: dict[str, int] = {}
    for component in risotto.components:
        for seller in {item.seller for item in component.sold_as() if item.stock}:
            offers[seller] = offers.get(seller, 0) + 1
    assert len(offers) >= 3
    assert min(offers.values()) >= 4
