"""What lists stand under, and the labels before their lines."""

import pytest

from commerce.methods.reading import NotAMethod, read_page

URL = "https://kitchen.example/page"


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("en", "Equipment / Tools and Materials"),
        ("en", "Everything you need"),
        ("en", "Supplies I used for this project"),
        ("de", "Diese Werkzeuge benötigst du"),
        ("de", "Hier ist alles, was du brauchst:"),
        ("fr", "La liste du matériel"),
        ("es", "Materiales y herramientas que vamos a usar"),
        ("it", "Materiali e attrezzi necessari"),
        ("nl", "Gereedschap en onderdelen die je nodig hebt"),
        ("pl", "Potrzebne narzędzia i materiały"),
        ("ja", "必要な材料・道具"),
    ],
)
def test_a_heading_of_several_words_for_lists_is_understood(language: str, heading: str) -> None:
    items = "<li>2 MDF 600 x 300 mm</li><li>1 PVC 40 mm</li>"
    page = f'<html lang="{language}"><body><h1>X</h1><h2>{heading}</h2><ul>{items}</ul></body></html>'
    reading = read_page(page.encode(), url=URL, content_type="text/html")
    assert (reading.reader, len(reading.lines)) == ("headings", 2)


def test_a_word_for_lists_is_an_item_where_it_stands_among_items() -> None:
    items = "".join(f"<li>{item}</li>" for item in ("2 boards", "hardware", "fabric", "1 can paint"))
    page = f'<html lang="en"><body><h1>Box</h1><h2>Materials</h2><ul>{items}</ul></body></html>'
    reading = read_page(page.encode(), url=URL, content_type="text/html")
    assert [line.text for line in reading.lines] == ["2 boards", "hardware", "fabric", "1 can paint"]


@pytest.mark.parametrize(
    ("heading", "line", "name"),
    [
        ("Ingredients", "Yeast: 1 sachet fast-action dried", "Yeast"),
        ("Materials", "Paint: 1 litre white satin", "Paint"),
    ],
)
def test_a_label_that_is_the_thing_itself_stays_with_it(heading: str, line: str, name: str) -> None:
    page = f"<h2>{heading}</h2><ul><li>300 ml water</li><li>{line}</li></ul><h2>Method</h2><p>Stir.</p>"
    reading = read_page(page.encode(), url="", content_type="text/html")
    assert [(one.text, one.name) for one in reading.lines][1:] == [(line, name)]


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("Electronics", ("TVs", "Phones", "Laptops")),
        ("Fasteners", ("Screws hold by their thread", "Nails bend")),
    ],
)
def test_a_word_that_heads_shelves_and_talk_too_heads_no_list_without_amounts(
    heading: str, items: tuple[str, ...]
) -> None:
    listed = "".join(f"<li>{item}</li>" for item in items)
    page = f'<html lang="en"><body><h1>Deals</h1><h2>{heading}</h2><ul>{listed}</ul></body></html>'
    with pytest.raises(NotAMethod):
        read_page(page.encode(), url=URL, content_type="text/html")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Also: 50 g sugar", ["sugar"]),
        ("Extra: whipped cream and berries", ["whipped cream and berries"]),
        ("Needles: 4 mm circular, 40 cm", ["Needles circular"]),
    ],
)
def test_what_a_label_tells_of_is_not_lost(line: str, names: list[str]) -> None:
    items = "".join(f"<li>{item}</li>" for item in ("200 g wool", line))
    page = f'<html lang="en"><body><h1>X</h1><h2>Materials</h2><ul>{items}</ul></body></html>'
    reading = read_page(page.encode(), url=URL, content_type="text/html")
    assert [one.name for one in reading.lines][1:] == names
