"""Free words in German and French, understood by the real dialogue process, answered in the same language."""

import re
from dataclasses import dataclass

import pytest

from tests.journeys.town import RISOTTO, Town
from tests.kit.person import Person

pytestmark = pytest.mark.rasa


@dataclass(frozen=True)
class Spoken:
    """What somebody says in her language, and what she is answered."""

    code: str
    list_by_hand: str
    drop: str
    dropped: str
    add: str
    added: str
    for_six: str
    now_for: str
    meant_three: str
    change: str
    changed: str
    scale: str
    for_how_many: str
    aside: str
    found: str
    leave: str
    left: str
    again: str
    ask: str
    asked: str
    thanks: str
    welcome: str
    keep: str
    kept: str


GERMAN = Spoken(
    code="de",
    list_by_hand="500 g Reis\n2 Zwiebeln\n1 Bund Basilikum\n200 g Parmesan",
    drop="kein Basilikum bitte",
    dropped="Weggelassen: Basilikum",
    add="füge 200 ml Sahne und zwei Zitronen hinzu",
    added="Dazu: Sahne, Zitronen",
    for_six="mach es für sechs Personen",
    now_for="Jetzt für {}.",
    meant_three="nein, ich meinte drei",
    change="mach 750 g Reis",
    changed="750 g Reis",
    scale="Portionen ändern",
    for_how_many="Für wie viele?",
    aside="habt ihr Olivenöl?",
    found="Für „Olivenöl“",
    leave="ach egal, vergiss es",
    left="vergiss die Frage",
    again="sag das bitte noch mal",
    ask="frag die Läden",
    asked="Läden haben geantwortet",
    thanks="vielen Dank!",
    welcome="Gern geschehen",
    keep="ich brauche nur den Reis",
    kept="Jetzt nur noch: Reis",
)
FRENCH = Spoken(
    code="fr",
    list_by_hand="500 g de riz\n2 oignons\n1 botte de basilic\n200 g de parmesan",
    drop="pas de basilic s'il vous plaît",
    dropped="Laissé de côté : basilic",
    add="ajoute 200 ml de crème et deux citrons",
    added="Ajouté : crème, citrons",
    for_six="fais-le pour six personnes",
    now_for="Maintenant pour {}.",
    meant_three="non, je voulais dire trois",
    change="mets 750 g de riz",
    changed="750 g riz",
    scale="changer le nombre de portions",
    for_how_many="Pour combien",
    aside="vous avez de l'huile d'olive ?",
    found=r"Pour « huile d.olive »",
    leave="bon, laisse tomber",
    left="oubliez la question",
    again="répète s'il te plaît",
    ask="demande aux magasins",
    asked="ont répondu",
    thanks="merci beaucoup !",
    welcome="Avec plaisir",
    keep="j'ai juste besoin du riz",
    kept="Il ne reste que : riz",
)
EACH = pytest.mark.parametrize("spoken", [GERMAN, FRENCH], ids=["de", "fr"])


async def somebody(town: Town, spoken: Spoken) -> Person:
    return await town.wire.person("Uli", language_code=spoken.code)


async def with_list(town: Town, spoken: Spoken) -> Person:
    uli = await somebody(town, spoken)
    await uli.says(spoken.list_by_hand)
    await uli.sees(re.compile("Parmesan", re.IGNORECASE))
    return uli


@pytest.mark.feature("X16", "X21")
@EACH
async def test_a_list_is_changed_in_words(talking_town: Town, spoken: Spoken) -> None:
    uli = await with_list(talking_town, spoken)
    await uli.says(spoken.drop)
    await uli.sees(spoken.dropped)
    await uli.says(spoken.add)
    card = await uli.sees(spoken.added)
    assert "200 ml" in card.text
    await uli.says(spoken.change)
    card = await uli.sees(re.compile("750 g"))
    await uli.says(spoken.keep)
    await uli.sees(spoken.kept)


@pytest.mark.feature("X15", "X21")
@EACH
async def test_a_correction_restates_the_portions(talking_town: Town, spoken: Spoken) -> None:
    uli = await somebody(talking_town, spoken)
    await uli.says(talking_town.page(*RISOTTO))
    await uli.sees(re.compile("rice", re.IGNORECASE))
    await uli.says(spoken.for_six)
    await uli.sees(spoken.now_for.format(6))
    await uli.says(spoken.meant_three)
    await uli.sees(spoken.now_for.format(3))


@pytest.mark.feature("X15", "X21")
@EACH
async def test_a_digression_a_repetition_and_never_mind(talking_town: Town, spoken: Spoken) -> None:
    uli = await somebody(talking_town, spoken)
    await uli.says(talking_town.page(*RISOTTO))
    await uli.sees(re.compile("rice", re.IGNORECASE))
    await uli.says(spoken.scale)
    await uli.sees(spoken.for_how_many)
    await uli.says(spoken.aside)
    await uli.sees(re.compile(spoken.found))
    await uli.sees(spoken.for_how_many)
    await uli.says(spoken.again)
    await uli.sees(spoken.for_how_many)
    await uli.says(spoken.leave)
    await uli.sees(spoken.left)


@pytest.mark.feature("X16", "X21")
@EACH
async def test_sellers_are_asked_and_thanked_for_in_words(talking_town: Town, spoken: Spoken) -> None:
    uli = await somebody(talking_town, spoken)
    await uli.says(talking_town.page(*RISOTTO))
    await uli.sees(re.compile("rice", re.IGNORECASE))
    said = await uli.says(spoken.ask)
    assert (await uli.sees(spoken.asked)).id > said.id
    await uli.says(spoken.thanks)
    await uli.sees(spoken.welcome)


@pytest.mark.feature("X21")
@pytest.mark.parametrize(
    ("words", "kept", "search"),
    [
        ("sprich deutsch mit mir", "Ab jetzt schreibe ich Deutsch", "suchen"),
        ("/language de", "Ab jetzt schreibe ich Deutsch", "suchen"),
        ("en français s'il te plaît", "Désormais j’écris en français", "chercher"),
        ("/language français", "Désormais j’écris en français", "chercher"),
    ],
)
async def test_the_language_is_changed_in_words_and_the_menu_follows(
    talking_town: Town, words: str, kept: str, search: str
) -> None:
    mia = await talking_town.person("mia")
    await mia.starts()
    await mia.says(words)
    await mia.sees(kept)
    await talking_town.wire.settles()
    menu = await talking_town.wire.get(f"/users/{mia.id}/commands")
    assert search in " ".join(row["description"] for row in menu["commands"]).casefold()
    await mia.says("auf Englisch bitte")
    await mia.sees("From now on")


@pytest.mark.feature("X16", "X21")
@pytest.mark.parametrize(
    ("language", "said", "told"),
    [
        ("de", "ohne Basilikum bitte", "Weggelassen: fresh basil"),
        ("fr", "pas de basilic", "Laissé de côté : fresh basil"),
    ],
)
async def test_what_stands_on_a_list_in_another_language_is_named_in_her_own(
    talking_town: Town, language: str, said: str, told: str
) -> None:
    uli = await talking_town.wire.person("Uli", language_code=language)
    await uli.says(talking_town.page(*RISOTTO))
    await uli.sees(re.compile("Basilikum|basilic"))
    await uli.says(said)
    await uli.sees(told)
