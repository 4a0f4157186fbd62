"""The dialogue, over HTTP, on the real process: forms, corrections, digressions, leaving, forgetting."""

import uuid
from datetime import date

import pytest

from bot.dialogue import Dialogue, Reading

TODAY = date(2026, 11, 20)
pytestmark = pytest.mark.rasa


class Talk:
    """One chat, as the application holds it: the open question is told with the next message."""

    def __init__(self, dialogue: Dialogue) -> None:
        self.dialogue = dialogue
        self.chat = uuid.uuid4().hex
        self.asks: str | None = None

    async def says(self, text: str, pending: str = "list") -> Reading:
        situation = f"ask_{self.asks}" if self.asks else pending
        reading = await self.dialogue.read(self.chat, text, pending=situation, today=TODAY)
        self.asks = reading.asks
        return reading


@pytest.fixture
def talk(dialogue: Dialogue) -> Talk:
    return Talk(dialogue)


@pytest.mark.feature("X16")
@pytest.mark.parametrize(
    ("text", "intent", "slots"),
    [
        ("no basil please", "drop_components", {"components": ["basil"]}),
        ("add olive oil", "add_component", {"components": ["olive oil"]}),
        ("twice as much", "scale_job", {"factor": 2}),
        ("make it for six people", "scale_job", {"servings": 6}),
        ("make the flour 750 g", "change_quantity", {"component": "flour", "qty": 750, "unit": "g"}),
        ("drop 3, 5 and 7", "drop_components", {"numbers": [3, 5, 7]}),
    ],
)
async def test_a_wish_with_all_it_needs_is_complete_at_once(
    talk: Talk, text: str, intent: str, slots: dict[str, object]
) -> None:
    reading = await talk.says(text)
    assert (reading.intent, dict(reading.slots)) == (intent, slots)
    assert reading.asks is None
    assert reading.is_complete


@pytest.mark.feature("X16", "X21")
@pytest.mark.parametrize(
    ("text", "intent", "slots"),
    [
        ("bitte kein Basilikum", "drop_components", {"components": ["basilikum"]}),
        ("füge Olivenöl hinzu", "add_component", {"components": ["olivenöl"]}),
        ("doppelt so viel", "scale_job", {"factor": 2}),
        ("mach es für sechs Personen", "scale_job", {"servings": 6}),
        ("mach 750 g Mehl", "change_quantity", {"component": "mehl", "qty": 750, "unit": "g"}),
        ("3, 5 und 7 streichen", "drop_components", {"numbers": [3, 5, 7]}),
        ("pas de basilic s'il te plaît", "drop_components", {"components": ["basilic"]}),
        ("ajoute de l'huile d'olive", "add_component", {"components": ["huile d'olive"]}),
        ("deux fois plus", "scale_job", {"factor": 2}),
        ("fais-le pour six personnes", "scale_job", {"servings": 6}),
        ("mets 750 g de farine", "change_quantity", {"component": "farine", "qty": 750, "unit": "g"}),
        ("enlève 3, 5 et 7", "drop_components", {"numbers": [3, 5, 7]}),
    ],
)
async def test_a_wish_in_german_or_french_is_complete_at_once(
    talk: Talk, text: str, intent: str, slots: dict[str, object]
) -> None:
    reading = await talk.says(text)
    assert (reading.intent, dict(reading.slots)) == (intent, slots)
    assert reading.is_complete


@pytest.mark.feature("X15", "X21")
@pytest.mark.parametrize(
    ("opening", "wish", "aside", "other", "answer", "slots"),
    [
        ("Menge vom Mehl ändern", "change_quantity", "wo ist meine Bestellung", "track_order", "500 g",
         {"component": "mehl", "qty": 500, "unit": "g"}),
        ("Lieferzeit ändern", "choose_delivery_window", "ich will mit einem Menschen reden", "talk_to_human",
         "übermorgen Abend", {"date": "2026-11-22", "part_of_day": "evening"}),
        ("changer la quantité de farine", "change_quantity", "où est ma commande", "track_order", "500 g",
         {"component": "farine", "qty": 500, "unit": "g"}),
        ("changer l'heure de livraison", "choose_delivery_window", "je veux parler à un humain",
         "talk_to_human", "après-demain soir", {"date": "2026-11-22", "part_of_day": "evening"}),
    ],
)  # fmt: skip
async def test_a_digression_in_german_or_french_leaves_the_question_open(
    talk: Talk, opening: str, wish: str, aside: str, other: str, answer: str, slots: dict[str, object]
) -> None:
    first = await talk.says(
        opening, pending="checkout" if "iefer" in opening or "livr" in opening else "list"
    )
    assert (first.intent, first.is_complete) == (wish, False)
    digression = await talk.says(aside)
    assert (digression.intent, digression.asks_for, digression.is_complete) == (other, wish, True)
    done = await talk.says(answer)
    assert (done.intent, done.asks, dict(done.slots)) == (wish, None, slots)


@pytest.mark.feature("X15", "X21")
@pytest.mark.parametrize(
    ("wish", "correction", "slots"),
    [
        ("mach es für sechs Personen", "nein, ich meinte drei", {"servings": 3}),
        ("mach 750 g Mehl", "nein, ich meinte 500 g", {"component": "mehl", "qty": 500, "unit": "g"}),
        ("fais-le pour six personnes", "non, je voulais dire trois", {"servings": 3}),
        (
            "mets 750 g de farine",
            "non, je voulais dire 500 g",
            {"component": "farine", "qty": 500, "unit": "g"},
        ),
    ],
)
async def test_a_correction_in_german_or_french_restates_the_last_wish(
    talk: Talk, wish: str, correction: str, slots: dict[str, object]
) -> None:
    await talk.says(wish)
    again = (await talk.says(correction)).corrected()
    assert again is not None
    assert dict(again.slots) == slots


@pytest.mark.feature("X15")
@pytest.mark.parametrize(
    ("opening", "asks", "wish", "answer", "slots"),
    [
        ("scale it", "servings", "scale_job", "six", {"servings": 6}),
        (
            "change the quantity of flour",
            "quantity",
            "change_quantity",
            "500 g",
            {"component": "flour", "qty": 500, "unit": "g"},
        ),
        (
            "change my address",
            "address",
            "give_address",
            "12 Mill Lane, 4020 Linz",
            {"address": "12 Mill Lane, 4020 Linz"},
        ),
        (
            "change the delivery time",
            "window",
            "choose_delivery_window",
            "friday evening",
            {"date": "2026-11-27", "part_of_day": "evening"},
        ),
    ],
)
async def test_a_form_asks_for_what_is_missing_and_ends_with_the_answer(
    talk: Talk, opening: str, asks: str, wish: str, answer: str, slots: dict[str, object]
) -> None:
    first = await talk.says(opening, pending="checkout" if asks in ("address", "window") else "list")
    assert (first.intent, first.asks, first.asks_for) == (wish, asks, wish)
    assert not first.is_complete
    second = await talk.says(answer)
    assert (second.intent, second.asks, dict(second.slots)) == (wish, None, slots)
    assert second.is_complete


async def test_a_digression_is_answered_and_the_question_stays_open(talk: Talk) -> None:
    await talk.says("scale it")
    aside = await talk.says("where is my order")
    assert (aside.intent, aside.asks, aside.asks_for) == ("track_order", "servings", "scale_job")
    assert aside.is_complete
    back = await talk.says("eight")
    assert (back.intent, back.asks, dict(back.slots)) == ("scale_job", None, {"servings": 8})


async def test_a_digression_does_not_leak_into_the_form(talk: Talk) -> None:
    await talk.says("change the quantity of butter")
    await talk.says("where is my order K7M-2QX")
    done = await talk.says("250 g")
    assert dict(done.slots) == {"component": "butter", "qty": 250, "unit": "g"}


async def test_nonsense_in_a_form_is_out_of_scope_and_leaves_the_question_open(talk: Talk) -> None:
    await talk.says("change the delivery time", pending="checkout")
    reading = await talk.says("tell me a joke")
    assert (reading.intent, reading.asks) == ("out_of_scope", "window")


@pytest.mark.feature("X15", "X21")
@pytest.mark.parametrize(
    ("opening", "leaving"),
    [
        ("scale it", "never mind"),
        ("change the quantity of flour", "skip that"),
        ("change my address", "forget it"),
        ("Portionen ändern", "vergiss es"),
        ("Menge vom Mehl ändern", "überspringen"),
        ("Adresse ändern", "ach egal, lass mal"),
        ("changer le nombre de portions", "laisse tomber"),
        ("changer la quantité de farine", "passe"),
        ("changer l'adresse", "tant pis, oublie"),
    ],
)
async def test_never_mind_leaves_a_form(talk: Talk, opening: str, leaving: str) -> None:
    first = await talk.says(opening, pending="checkout" if "dress" in opening else "list")
    assert first.asks is not None
    left = await talk.says(leaving)
    assert (left.intent, left.asks) == ("never_mind", None)
    assert (await talk.says("no basil please")).asks is None


async def test_a_correction_within_a_form_answers_it(talk: Talk) -> None:
    await talk.says("scale it")
    reading = await talk.says("no, i meant three")
    assert (reading.intent, reading.asks, reading.slots["servings"]) == ("scale_job", None, 3)


async def test_a_correction_restates_the_last_wish(talk: Talk) -> None:
    await talk.says("make it for six people")
    reading = await talk.says("no, i meant three")
    assert reading.intent == "correction"
    assert (reading.slots["field"], reading.slots["to"]) == ("servings", 3)
    again = reading.corrected()
    assert again is not None
    assert (again.intent, dict(again.slots)) == ("scale_job", {"servings": 3})


async def test_a_corrected_amount_keeps_its_component(talk: Talk) -> None:
    await talk.says("make the flour 750 g")
    again = (await talk.says("no, i meant 500 g")).corrected()
    assert again is not None
    assert (again.slots["component"], again.slots["qty"], again.slots["unit"]) == ("flour", 500, "g")


async def test_a_correction_of_nothing_names_no_wish(talk: Talk) -> None:
    reading = await talk.says("no, i meant three")
    assert reading.intent == "correction"
    assert reading.corrected() is None


async def test_a_question_that_a_button_asked_is_answered_in_words(talk: Talk) -> None:
    talk.asks = "servings"
    reading = await talk.says("five of us")
    assert (reading.intent, dict(reading.slots)) == ("scale_job", {"servings": 5})


async def test_a_question_that_a_button_answered_is_no_longer_open(talk: Talk) -> None:
    await talk.says("scale it")
    talk.asks = None
    assert (await talk.says("no basil please")).asks is None


async def test_a_note_opens_and_closes_a_question(talk: Talk) -> None:
    await talk.dialogue.note(talk.chat, asked="ask_quantity")
    talk.asks = "quantity"
    assert (await talk.says("two bottles")).intent == "change_quantity"
    await talk.dialogue.note(talk.chat, asked=None)


async def test_chats_do_not_mix(dialogue: Dialogue) -> None:
    one, two = Talk(dialogue), Talk(dialogue)
    await one.says("change the quantity of flour")
    await two.says("change the quantity of milk")
    assert (await one.says("500 g")).slots["component"] == "flour"
    assert (await two.says("2 l")).slots["component"] == "milk"


async def test_what_is_forgotten_cannot_be_corrected(talk: Talk) -> None:
    await talk.says("make it for six people")
    await talk.dialogue.forget(talk.chat)
    assert (await talk.says("no, i meant three")).corrected() is None


async def test_an_address_is_not_remembered(talk: Talk) -> None:
    await talk.says("deliver to 12 Mill Lane, 4020 Linz", pending="checkout")
    reading = await talk.says("no, i meant number 14", pending="checkout")
    assert "address" not in reading.slots


@pytest.mark.parametrize(
    "text", ["/pay_card", "/restart", "///", "/", " / greeting{}", "😀" * 4096, "\u0000"]
)
async def test_no_text_reaches_past_the_reading(talk: Talk, text: str) -> None:
    reading = await talk.says(text)
    assert reading.intent != "restart"
    assert reading.confidence <= 1


async def test_days_stay_words_without_a_today(dialogue: Dialogue) -> None:
    reading = await dialogue.read(uuid.uuid4().hex, "deliver it on friday", pending="checkout")
    assert reading.slots["date"] == "friday"
