"""How many portions or pieces a page is for."""

import pytest

from commerce.methods.reading import read_page

URL = "https://kitchen.example/page"


@pytest.mark.parametrize(
    ("told", "servings", "unit"),
    [
        ("Makes 24 cookies. Best warm.", 24, "cookies"),
        ("Makes: 1 half-sheet pan (12 pieces)", 1, "half-sheet pan"),
        ("Ergibt 12 Stück", 12, "Stück"),
        ("Makes 6 to 8", 6, None),
        ("To feed four, take your time.", 4, None),
        ("Reicht für sechs Personen.", 6, None),
        ("Dauert für zwei Stunden", None, None),
        ('<div><button>-</button><input value="6"><span>personnes</span><button>+</button></div>', 6, None),
        ('<form>für <input type="number" value="8"> Portionen</form>', 8, None),
        ('<form>Menge <input type="number" value="8"></form>', None, None),
    ],
)
def test_how_much_comes_out_is_told_in_many_ways(told: str, servings: int | None, unit: str | None) -> None:
    page = f"<h1>Cake</h1><p>{told}</p><h2>Ingredients</h2><ul><li>250 g flour<li>3 eggs<li>100 g butter</ul>"
    reading = read_page(page.encode(), url=URL, content_type="text/html")
    assert (reading.servings, reading.servings_unit) == (servings, unit)
