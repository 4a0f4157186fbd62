"""A job without a page: method sites are asked, one of their lists is taken; admins look after them."""

import re

import pytest
from sqlmodel import Session, select

from bot.running import given_up
from commerce.due import DueWork
from commerce.methods.sites.service import CHECK_SITE, sites
from commerce.people.models import PersonRole, Role
from tests.journeys.test_lists import ASK_SELLERS
from tests.journeys.town import Town

LASAGNE = "what do I need for lasagne for six?"


@pytest.mark.rasa
@pytest.mark.feature("M9")
async def test_a_job_named_in_words_brings_lists_and_the_chosen_one_is_scaled(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    await mia.starts()
    await mia.says(LASAGNE)
    offers = await mia.sees("For “lasagne” I found 2 lists", button=re.compile("^1 · "))
    assert re.search(r"Vegetable Lasagne.* · The Green Ladle · for 6", offers.text)
    assert re.search(r"Spinach and Ricotta Lasagne.* · Simmer & Spoon · for 4", offers.text)
    assert re.search(r"\d+ things: .*leaf spinach, ricotta", offers.text)
    await mia.says("the one from Simmer & Spoon")
    card = await mia.sees("Spinach and Ricotta Lasagne · for 6", button=ASK_SELLERS)
    assert "675 g leaf spinach" in card.text and "750 g ricotta" in card.text


@pytest.mark.rasa
@pytest.mark.feature("M9")
@pytest.mark.parametrize(
    ("language", "job", "found", "second", "chosen"),
    [
        ("de", "was brauche ich für Apfelkuchen?", "2 Listen gefunden", "die zweite", "Zutaten|Mehl"),
        ("fr", "de quoi ai-je besoin pour une ratatouille pour huit ?", "2 listes", "la deuxième",
         "pour 8"),
    ],
)  # fmt: skip
async def test_in_german_and_french(
    talking_town: Town, language: str, job: str, found: str, second: str, chosen: str
) -> None:
    person = await talking_town.newcomer("Noa", language=language)
    await person.starts()
    await person.says(job)
    await person.sees(found)
    await person.says(second)
    await person.sees(re.compile(chosen), button=re.compile("🔎"))


@pytest.mark.rasa
@pytest.mark.feature("M9")
async def test_a_list_is_taken_by_tap_another_too_and_pieces_are_not_scaled(talking_town: Town) -> None:
    mia = await talking_town.person("mia")
    await mia.starts()
    await mia.says("what do I need to make pancakes for six people?")
    offers = await mia.sees("“pancakes”", button=re.compile("^2 · "))
    assert re.search(r"Buttermilk Pancakes.* · makes 12 pancakes", offers.text)
    thin = next(label for label in offers.buttons if "Thin" in label)
    await mia.taps(thin)
    await mia.sees("Thin Pancakes with Lemon · for 6", button=ASK_SELLERS)
    await mia.taps(next(label for label in offers.buttons if "Buttermilk" in label), on=offers)
    await mia.sees("makes 12 pancakes, it doesn't say for how many people")
    await mia.sees("Buttermilk Pancakes with Blueberries · for 12", anywhere=True)
    await mia.taps(thin, on=offers)
    await mia.sees("You took that list already", button=ASK_SELLERS)


@pytest.mark.rasa
@pytest.mark.feature("M9")
async def test_a_site_that_is_down_is_told_quietly_and_the_others_answer(talking_town: Town) -> None:
    robert, mia = await talking_town.person("robert"), await talking_town.person("mia")
    await robert.says(f"/sites add {talking_town.page('odd.example', 'broken')}?q={{query}} en Odd Kitchen")
    await robert.sees("Odd Kitchen: has a fault of its own")
    await mia.starts()
    await mia.says("I want to build a shelf")
    offers = await mia.sees("“shelf” I found 2 lists")
    assert "Plank & Screw" in offers.text and "Homehand" in offers.text
    assert "Odd Kitchen isn't answering just now." in offers.text
    await mia.says("what do I need for a submarine?")
    await mia.sees("I found no list for “submarine”", button="🔁 Ask again")
    await mia.sees("Odd Kitchen isn't answering just now.")
    await mia.says("the second one")
    await mia.sees(re.compile("Shelf"), button=ASK_SELLERS)


@pytest.mark.feature("M9")
async def test_an_admin_adds_switches_and_removes_sites(town: Town) -> None:
    robert = await town.person("robert")
    await robert.says("/sites")
    card = await robert.sees("Method sites (9)", button=re.compile("Off: Simmer"))
    assert "simmerandspoon.example · en · search page" in card.text
    assert "homehand.example · en · feed" in card.text
    await robert.taps(re.compile("Off: Simmer"))
    await robert.sees("Simmer & Spoon (off)", button=re.compile("On: Simmer"))
    await robert.says("/sites on simmer & spoon")
    await robert.sees("Simmer & Spoon is asked from now on")
    await robert.says(f"/sites add {town.page('threadandhem.example', 'feed.xml')} en Thread & Hem")
    await robert.sees("Thread & Hem (en) is asked from now on by its feed")
    await robert.sees("Thread & Hem answers, with one page")
    await robert.says("/sites remove thread & hem")
    await robert.sees("Remove Thread & Hem?")
    await robert.taps("➖ Remove")
    await robert.sees("Thread & Hem is removed")
    for bad, told in {
        "/sites add": "Which address?",
        "/sites add simmer and spoon": "“simmer” isn't a whole address",
        "/sites add ftp://soup.example/feed": "isn't a whole address",
        "/sites off 77": "Which site do you mean by “77”?",
        "/sites paint it red": "/sites add ADDRESS",
    }.items():
        await robert.says(bad)
        await robert.sees(told)


@pytest.mark.feature("M9")
async def test_a_site_that_forbids_programs_is_left_alone_and_its_page_is_read_when_sent(town: Town) -> None:
    robert, mia = await town.person("robert"), await town.person("mia")
    page = town.page("odd.example", "by-hand")
    await robert.says(f"/sites add {page}?q={{query}} en By Hand")
    await robert.sees("By Hand: forbids it to programs in its robots.txt")
    await robert.says("/sites")
    await robert.sees(re.compile(r"By Hand.*\n?.*forbids it to programs"))
    await mia.starts()
    await mia.says(page)
    await mia.sees("400 g flour", button=ASK_SELLERS)


@pytest.mark.feature("M9")
async def test_only_admins_look_after_sites(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says("/sites")
    await mia.sees("That's for the shop's admins")
    await mia.says("/sites add https://soup.example/search?q={query}")
    await mia.sees("That's for the shop's admins")


@pytest.mark.rasa
@pytest.mark.feature("M9")
async def test_without_any_site_the_next_step_is_said(talking_town: Town) -> None:
    robert, mia = await talking_town.person("robert"), await talking_town.person("mia")
    for n in range(1, 10):
        await robert.says(f"/sites off {n}")
        await robert.sees("isn't asked any more")
    await mia.starts()
    await mia.says(LASAGNE)
    await mia.sees("I don't know any site to ask for “lasagne” yet. Send me a link")


@pytest.mark.feature("M9", "X15")
async def test_where_were_we_shows_the_lists_that_were_found(town: Town) -> None:
    mia = await town.person("mia")
    await mia.starts()
    await mia.says(LASAGNE)
    await mia.sees("For “lasagne” I found 2 lists", button=re.compile("^1 · "))
    await mia.says("where were we?")
    await mia.sees("For “lasagne” I found 2 lists", button=re.compile("^1 · "))


@pytest.mark.feature("M9")
async def test_an_admin_hears_of_a_site_that_could_not_be_tried(town: Town) -> None:
    robert = await town.person("robert")
    await robert.says("/sites")
    await robert.sees("Method sites")
    shop = town.play.shop
    assert shop is not None

    def registered(session: Session) -> DueWork:
        site = sites(session)[0]
        who = session.exec(select(PersonRole.person_id).where(PersonRole.role == Role.ADMIN)).first()
        facts = {"person_id": str(who)}
        return DueWork(kind=CHECK_SITE, subject_id=site.id, facts=facts, due_at=shop.clock(), key="tried")

    work = await shop.units.run(registered)
    tell = given_up(shop.clock)[CHECK_SITE]
    await shop.units.run(lambda session: tell(session, work))
    await robert.sees("couldn't be tried, by a fault on our side")
