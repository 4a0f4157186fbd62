"""What a page shows the eye and says to machines otherwise, in pieces, twice or not at all."""

import json

import pytest

from commerce.methods.components import Doubt, Kind
from commerce.methods.reading import read_page

URL = "https://kitchen.example/page"


def test_a_list_that_a_page_streams_to_its_scripts_is_read_whole() -> None:
    """Next.js sends it in pieces, which break anywhere; what is kept at home tells no amount."""
    things = [
        {"name": "pak choi", "displayIngredientQuantity": 3, "displayUnitOfMeasurement": "pcs"},
        {"name": "tahini", "displayIngredientQuantity": 0.5, "displayUnitOfMeasurement": "cup"},
        {"name": "sesame", "displayIngredientQuantity": None, "displayUnitOfMeasurement": None},
    ]
    stream = '1:"$Sreact"\n5:' + json.dumps(["$", "div", None, {"recipe": {"ingredients": things}}]) + "\n"
    pieces = (stream[:90], stream[90:], "not: a row")
    scripts = "".join(f"<script>self.__next_f.push({json.dumps([1, one])})</script>" for one in pieces)
    broken = "<script>self.__next_f.push([1,</script><script>self.__next_f.push([0])</script>"
    page = f'<html lang="en"><body><h1>Bowl</h1><p>3 pcs pak choi</p>{broken}{scripts}</body></html>'
    reading = read_page(page.encode(), url=URL, content_type="text/html")
    assert [line.text for line in reading.lines] == ["3 pcs pak choi", "0.5 cup tahini", "sesame"]


def test_lines_around_an_inner_list_keep_the_order_of_the_page() -> None:
    inner = "<ul><li>1 tsp cumin</li><li>2 tsp paprika</li></ul>"
    items = f"<li>1 onion</li><li>500 g beef</li><li><b>Seasonings</b>{inner}</li><li>2 cups stock</li>"
    page = f'<html lang="en"><body><h1>Chili</h1><h2>Ingredients</h2><ul>{items}</ul></body></html>'
    reading = read_page(page.encode(), url=URL, content_type="text/html")
    told = ["1 onion", "500 g beef", "1 tsp cumin", "2 tsp paprika", "2 cups stock"]
    assert [line.text for line in reading.lines] == told


def test_a_part_that_is_told_again_in_another_order_counts_once() -> None:
    dressing = ["4 tbsp mayonnaise", "2 dl cream", "1 tbsp brine", "1 tsp tabasco"]
    listed = ["1 kg potatoes", *dressing]
    turned = [*listed, *reversed(dressing)]
    layered = [*listed, *dressing]
    for told, kept in ((turned, listed), (layered, layered)):
        data = json.dumps({"@type": "Recipe", "name": "Salad", "recipeIngredient": told})
        page = f'<html lang="en"><body><script type="application/ld+json">{data}</script></body></html>'
        reading = read_page(page.encode(), url=URL, content_type="text/html")
        assert [line.text for line in reading.lines] == kept


def test_units_that_a_script_adds_to_the_amounts_are_told() -> None:
    def line(data: str, amount: str, name: str) -> str:
        return f"<div><b {data}> {amount} </b>&nbsp;<span>{name}</span></div>"

    two = 'data-primary-amount="195" data-primary-unit="g" data-secondary-amount="1.5" '
    two += 'data-secondary-unit="cup"'
    one = 'data-primary-amount="800" data-primary-unit="g" data-secondary-amount data-secondary-unit'
    shown = 'data-primary-amount="2" data-primary-unit="tbsp"'
    lines = line(two, "195", "ham") + line(one, "800", "potato") + line(shown, "2 tbsp", "oil")
    page = f'<html lang="en"><body><h1>Soup</h1><h4>Ingredients</h4><div>{lines}</div></body></html>'
    reading = read_page(page.encode(), url=URL, content_type="text/html")
    assert [line.text for line in reading.lines] == ["195 g (1.5 cup) ham", "800 g potato", "2 tbsp oil"]


def test_of_two_systems_of_units_the_one_in_the_open_pane_is_read() -> None:
    def pane(kind: str, lines: list[str]) -> str:
        return f'<div class="tab-pane {kind}">' + "".join(f"<p>{line}</p>" for line in lines) + "</div>"

    cups, grams = ["8.8oz plain flour", "6 fl oz buttermilk"], ["250g plain flour", "200ml buttermilk"]
    for shut, opened in ((cups, grams), (grams, cups)):
        panes = pane("fade", shut) + pane("fade show active", opened)
        page = f'<html lang="en"><body><h1>Pancakes</h1><h3>Ingredients</h3><div>{panes}</div></body></html>'
        reading = read_page(page.encode(), url=URL, content_type="text/html")
        assert [line.text for line in reading.lines] == opened


def test_the_names_of_groups_and_of_units_over_a_table_are_no_lines() -> None:
    cells = ["Group 1", "KG", "Wheat flour", "Seed mix", "Yeast", "Water", "71 calories"]
    boxes = "".join(f"<div>{cell}</div>" for cell in cells)
    page = f'<html lang="en"><body><h1>Rolls</h1><div class="ingredients">{boxes}</div></body></html>'
    reading = read_page(page.encode(), url=URL, content_type="text/html")
    assert [line.text for line in reading.lines] == ["Wheat flour", "Seed mix", "Yeast", "Water"]


def test_what_is_at_home_stands_in_a_list_of_its_own_and_is_read_too() -> None:
    def box(name: str, items: list[str]) -> str:
        return f'<ul class="{name}">' + "".join(f"<li>{item}</li>" for item in items) + "</ul>"

    sent = ["4x ail (16g)", "6x cuisse de canard", "150 g salade"]
    home = ["sel", "poivre", "huile", "vinaigre", "1 bouillon"]
    first, at_home = box("ingredient-list", sent), f"<p>Dans votre cuisine</p>{box('kitchen', home)}"
    traces = box("ingredient-notes", ["Ail : traces de gluten", "Canard : aucune", "Salade : aucune"])
    inner = f'<div class="ingredients">{first}{at_home}</div>{traces}'
    page = f'<html lang="fr"><body><h1>Canard</h1>{inner}</body></html>'
    reading = read_page(page.encode(), url=URL, content_type="text/html")
    assert [line.text for line in reading.lines] == [*sent, *home]


@pytest.mark.parametrize(
    ("told", "shown", "read"),
    [
        ("4 tart", "4 tart firm apples – peeled, cored and shredded on the big holes of a grater", 1),
        ("4 tart apples", "4 tart apples (peeled, cored and shredded on the big holes of a grater)", 0),
        ("4 tart apples", "4 tart apples from the garden", 0),
    ],
    ids=["breaks off", "leaves a remark out", "leaves little out"],
)
def test_a_line_that_breaks_off_for_machines_is_read_as_the_eye_sees_it(
    told: str, shown: str, read: int
) -> None:
    others = ["½ cup sugar", "1 cup flour"]
    data = json.dumps({"@type": "Recipe", "name": "Pie", "recipeIngredient": [told, *others]})
    items = "".join(f"<li>{item}</li>" for item in [shown, *others])
    script = f'<script type="application/ld+json">{data}</script>'
    page = f'<html lang="en"><body>{script}<h1>Pie</h1><h2>Ingredients</h2><ul>{items}</ul></body></html>'
    reading = read_page(page.encode(), url=URL, content_type="text/html")
    assert reading.lines[0].text == (told, shown)[read]


def test_two_tools_that_end_a_list_of_ingredients_are_tools() -> None:
    for last, kinds in (
        (["Premium Wok, 32 cm", "Schneidebrett"], [Kind.TOOL, Kind.TOOL]),
        (["Petersilie", "Schneidebrett"], [Kind.INGREDIENT, Kind.INGREDIENT]),
        (["2 Schüsseln", "1 Wok"], [Kind.INGREDIENT, Kind.INGREDIENT]),
    ):
        told = ["240 g Reis", "1 Zwiebel", *last]
        data = json.dumps({"@type": "Recipe", "name": "Curry", "recipeIngredient": told})
        page = f'<html lang="de"><body><script type="application/ld+json">{data}</script></body></html>'
        reading = read_page(page.encode(), url=URL, content_type="text/html")
        assert [line.kind for line in reading.lines] == [Kind.INGREDIENT, Kind.INGREDIENT, *kinds]


def test_what_prose_says_is_needed_is_no_doubt_and_tools_are_among_it() -> None:
    page = (
        "<h1>Soup</h1><p>To feed four, you will need two leeks, 500 g of potatoes, 1 l of vegetable stock and"
        " a small bunch of chives. You will also want a stick blender and a heavy pan.</p>"
        "<p>Melt 20 g of butter, stir the leeks in, add the stock and simmer.</p>"
        "<h2>One comment</h2><p>I always add 2 cloves of garlic to it and chop them small.</p>"
    )
    lines = read_page(page.encode(), url=URL, content_type="text/html").lines
    assert [(line.name, str(line.kind), line.doubt) for line in lines] == [
        ("leeks", "ingredient", None),
        ("potatoes", "ingredient", None),
        ("vegetable stock", "ingredient", None),
        ("chives", "ingredient", None),
        ("butter", "ingredient", Doubt.FROM_PROSE),
        ("stick blender", "tool", None),
        ("pan", "tool", None),
    ]


def test_tools_told_to_machines_among_the_ingredients_come_once_as_tools() -> None:
    told = '"recipeIngredient":["2 potatoes","1 cup cream","Mandoline","Baking Pan","Food Processor"]'
    page = (
        f'<script type="application/ld+json">{{"@type":"Recipe","name":"Gratin",{told}}}</script>'
        "<h1>Gratin</h1><h2>Ingredients</h2><ul><li>2 potatoes<li>1 cup cream</ul>"
        "<h2>Equipment</h2><ul><li>Mandoline<li>Baking Pan<li>Food Processor</ul>"
    )
    lines = read_page(page.encode(), url=URL, content_type="text/html").lines
    assert [(line.text, str(line.kind)) for line in lines] == [
        ("2 potatoes", "ingredient"),
        ("1 cup cream", "ingredient"),
        ("Mandoline", "tool"),
        ("Baking Pan", "tool"),
        ("Food Processor", "tool"),
    ]


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ('<h1><a href="/">My blog</a></h1><h3 class="post-title">Lentil stew</h3>', "Lentil stew"),
        ('<h1><a href="/lentil-stew">Lentil stew</a></h1><h3 class="post-title">Other</h3>', "Lentil stew"),
    ],
)
def test_the_banner_of_a_weblog_is_not_the_title(top: str, title: str) -> None:
    page = f"{top}<h2>Ingredients</h2><ul><li>250 g lentils<li>2 carrots</ul>"
    assert read_page(page.encode(), url=URL, content_type="text/html").title == title
