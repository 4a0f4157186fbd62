"""Substitutes: a seller offers one, the consumer takes it, another, or none; nothing is ordered silently."""

import re

import pytest
from sqlmodel import Session, col, select

from commerce.catalogue.models import Hold, Item
from commerce.orders.models import OrderLine
from tests.journeys.asking import ASK, RIGHT
from tests.journeys.ordering import ADDRESS, ADDRESS_BUTTON, CLOSE, ORDER, PLACE, books, packs_all
from tests.journeys.town import Town
from tests.kit.person import Person
from tests.kit.screen import Message

WANTED = "1 bunch thyme\n1 bunch basil\n3 lemons"
PARSLEY = "Flat-leaf parsley, bunch"


async def offers(town: Town, key: str, words: str) -> None:
    seller = await town.person(key)
    inquiry = await seller.sees("Inquiry", anywhere=True)
    await seller.says(words, reply_to=inquiry)
    await seller.sees("Is this your offer")
    await seller.taps(RIGHT)
    await seller.sees("is with the")


async def basil_or_parsley(
    town: Town, who: Person, words: str = "no basil but parsley 1.10, rest ok"
) -> Message:
    """Only the greengrocer answers, with parsley for the basil."""
    await who.says(WANTED)
    await who.taps(ASK)
    await offers(town, "aylin", words)
    await who.taps(CLOSE)
    return await who.sees("My proposal")


def lines(session: Session) -> list[OrderLine]:
    return list(session.exec(select(OrderLine).order_by(col(OrderLine.n))))


@pytest.mark.feature("X8")
async def test_a_substitute_stands_as_such_in_the_proposal_and_is_taken_by_a_tap(town: Town) -> None:
    mia = await town.person("mia")
    proposal = await basil_or_parsley(town, mia)
    assert f"1 × {PARSLEY} instead of basil — €1.10 ❓" in proposal.text
    await mia.taps(re.compile(f"✅ Take {PARSLEY}"))
    taken = await mia.sees(f"1 × {PARSLEY} instead of basil — €1.10 ✅", anywhere=True)
    assert "✖️ Not this one" not in taken.buttons


@pytest.mark.feature("X8")
async def test_ordering_asks_first_and_what_was_taken_is_held_packed_and_named(town: Town) -> None:
    mia = await town.person("mia")
    await basil_or_parsley(town, mia)
    await mia.taps(ORDER)
    await mia.sees(f"Grüne Kiste has no basil, and offers 1 × {PARSLEY} for €1.10 instead. Take it?")
    assert await books(town, lines) == []
    await mia.says("yes please")
    await mia.sees(f"{PARSLEY}: taken", anywhere=True)
    await mia.sees("Delivered: where to?", anywhere=True)
    await mia.taps(ADDRESS_BUTTON)
    await mia.says(ADDRESS)
    await mia.sees("Delivered to", button=PLACE)
    await mia.taps(re.compile("Cash at the door"))
    await mia.taps(PLACE)
    await mia.sees("is confirmed")
    await mia.says("/track")
    await mia.sees(f"1 × {PARSLEY} (instead of basil)")
    aylin = await town.person("aylin")
    picks = await aylin.sees("Pick list", anywhere=True)
    assert f"1 × {PARSLEY} (instead of basil)" in picks.text
    (line,) = [one for one in await books(town, lines) if one.substitute]
    assert (line.price_minor, line.from_stock) == (110, True)

    def sold(session: Session) -> tuple[str, list[int]]:
        item = session.get_one(Item, line.item_id)
        holds = session.exec(select(Hold).where(Hold.item_id == line.item_id))
        return item.title, [hold.packs for hold in holds]

    assert await books(town, sold) == (PARSLEY, [1])
    await packs_all(aylin)
    await aylin.sees("Packed", anywhere=True)


@pytest.mark.feature("X8")
async def test_a_refused_substitute_leaves_the_line_open_and_says_so(town: Town) -> None:
    mia = await town.person("mia")
    await basil_or_parsley(town, mia)
    await mia.says("no")
    left = await mia.sees("Left open, since you didn't take what was offered instead: basil", anywhere=True)
    assert PARSLEY not in left.text
    await mia.taps(ORDER)
    await mia.sees("2 lines from Grüne Kiste")


@pytest.mark.feature("X8")
async def test_a_refused_substitute_gives_way_to_another_sellers(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says(WANTED)
    await mia.taps(ASK)
    await offers(town, "aylin", "no basil but parsley 1.10, rest ok")
    await offers(town, "chiara", "no basil but oregano 3.49")
    await mia.sees("2 of", anywhere=True)
    await mia.taps(CLOSE)
    await mia.sees("instead of basil")
    first = PARSLEY if f"1 × {PARSLEY} instead of basil" in str(mia.screen) else "Wild oregano, Sicily, 20 g"
    other = "Wild oregano, Sicily, 20 g" if first == PARSLEY else PARSLEY
    await mia.taps("✖️ Not this one")
    await mia.sees(f"1 × {other} instead of basil", anywhere=True)


@pytest.mark.feature("X8")
async def test_the_thing_itself_goes_before_a_substitute_which_can_be_taken_all_the_same(town: Town) -> None:
    mia = await town.person("mia")
    await mia.says(WANTED)
    await mia.taps(ASK)
    await offers(town, "aylin", "no basil but parsley 0.60, rest ok")
    chiara = await town.person("chiara")
    await chiara.taps(re.compile("Offer as listed"))
    await chiara.sees("is with the")
    await mia.taps(CLOSE)
    proposal = await mia.sees("My proposal")
    assert "Fresh basil from Albenga" in proposal.text
    assert f"Grüne Kiste would give 1 × {PARSLEY} instead of basil for €0.60" in proposal.text
    await mia.taps(re.compile(f"↔️ Take {PARSLEY}"))
    taken = await mia.sees(f"1 × {PARSLEY} instead of basil — €0.60 ✅", anywhere=True)
    assert "Fresh basil from Albenga" not in taken.text


@pytest.mark.feature("X8")
async def test_another_shows_what_else_there_is_with_its_price(town: Town) -> None:
    mia = await town.person("mia")
    await basil_or_parsley(town, mia)
    await mia.says("something else?")
    others = await mia.sees("basil: what else there is")
    assert re.search(r"• .* — €\d+\.\d\d, ", others.text)
    assert "From the catalogue" in others.text
    assert "‹ Back" in others.buttons
    await mia.says("what else is there for the lemons?")
    await mia.sees("Nobody here has anything else for lemons")
    await mia.says("yes")
    await mia.sees(f"{PARSLEY}: taken", anywhere=True)


@pytest.mark.feature("X8")
async def test_a_substitute_that_no_item_fits_is_a_line_in_free_words(town: Town) -> None:
    mia = await town.person("mia")
    await basil_or_parsley(town, mia, "no basil but borage 1.10, rest ok")
    await mia.taps(re.compile("✅ Take borage"))
    await mia.sees("instead of basil — €1.10 ✅", anywhere=True)
    await mia.taps(ORDER)
    await mia.sees("3 lines from Grüne Kiste")
    (line,) = [one for one in await books(town, lines) if one.substitute]
    assert (line.title, line.from_stock) == ("borage", False)


SPOKEN = {
    "de": (
        "1 Bund Thymian\n1 Bund Basilikum\n3 Zitronen", "🔎 Läden fragen", "Zeigen, was da ist",
        "Basilikum hab ich nicht, Petersilie 1,10, Rest ok", "statt Basilikum", "nein danke",
        "Bleibt offen, weil du den Ersatz nicht wolltest: Basilikum",
    ),
    "fr": (
        "1 botte de thym\n1 botte de basilic\n3 citrons", "🔎 Demander aux magasins", "Montrer ce qu’il y a",
        "pas de basilic mais persil 1,10, le reste ok", "au lieu de basilic", "non merci",
        "Laissé de côté, car vous n’avez pas pris le remplacement : basilic",
    ),
}  # fmt: skip


@pytest.mark.feature("X8")
@pytest.mark.parametrize("language", SPOKEN)
async def test_a_substitute_is_refused_in_german_and_french(town: Town, language: str) -> None:
    wanted, ask, close, words, instead, no, left = SPOKEN[language]
    uli = await town.wire.person("Uli", language_code=language)
    await uli.says(wanted)
    await uli.taps(ask)
    aylin = await town.person("aylin")
    inquiry = await aylin.sees("Inquiry", anywhere=True)
    await aylin.says(words, reply_to=inquiry)
    await aylin.sees("Is this your offer")
    await aylin.taps(RIGHT)
    await aylin.sees("is with the")
    await uli.taps(re.compile(close))
    await uli.sees(instead)
    await uli.says(no)
    await uli.sees(left, anywhere=True)


@pytest.mark.feature("X8", "X21")
@pytest.mark.parametrize(
    "words",
    [
        "no, I don't want parsley",
        "rather not the parsley",
        "nein, ich will keine Flat-leaf parsley",
        "non, je ne veux pas de parsley",
        "lieber nicht",
    ],
)
async def test_a_substitute_that_is_not_wanted_is_refused_by_its_name(town: Town, words: str) -> None:
    mia = await town.person("mia")
    await basil_or_parsley(town, mia)
    await mia.says(words)
    anew = await mia.sees("you didn't take what was offered instead: basil")
    assert PARSLEY not in anew.text and "lemon" in anew.text.lower()


@pytest.mark.feature("X8")
async def test_what_is_no_substitute_is_left_out_while_one_is_undecided(town: Town) -> None:
    mia = await town.person("mia")
    await basil_or_parsley(town, mia)
    await mia.says("I don't want the lemons")
    await mia.sees("Left out: lemons", anywhere=True)
    await town.wire.settles()
    assert PARSLEY in mia.last.text and "emon" not in mia.last.text
