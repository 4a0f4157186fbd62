"""The whole main job: from a link to the door."""

import re

import pytest

from tests.journeys.town import RISOTTO, Town


@pytest.mark.feature("M2")
async def test_from_a_link_to_the_door(town: Town) -> None:
    mia, jonas, aylin = await town.person("mia"), await town.person("jonas"), await town.person("aylin")
    await mia.starts()
    await mia.says(town.page(*RISOTTO))
    await mia.sees("olive oil", button=re.compile("Ask the sellers"))
    await mia.taps(re.compile("onion"))
    await mia.taps(re.compile("Ask the sellers"))
    await mia.sees("sellers answered")
    await jonas.taps(re.compile("Offer as listed"))
    await mia.sees("1 of")
    inquiry = await aylin.sees("Inquiry")
    print(inquiry.text)
    await aylin.says("butter 2.50, no basil, rest ok, tomorrow", reply_to=inquiry)
    back = await aylin.sees("Is this your offer")
    print(back.text)
    await aylin.taps(re.compile("Right"))
    await mia.sees("2 of")
    await mia.taps(re.compile("Show what there is now"))
    proposal = await mia.sees("My proposal")
    print(proposal.text)
    await mia.taps(re.compile("Why"))
    print((await mia.sees("Why this way")).text)
    await mia.taps(re.compile("Compare"))
    print((await mia.sees("Side by side")).text)
    await mia.taps(re.compile("Move a line"))
    print(await mia.sees("Which line"))
    await mia.taps(re.compile("Order this"))
    print(await mia.sees("Your order"))
    await mia.taps(re.compile("Give the address"))
    await mia.sees("Where shall it be")
    await mia.says("Gartenweg 14, 99955 Lindenau")
    await mia.sees("Delivered to Gartenweg")
    await mia.taps(re.compile("Cash at the door"))
    await mia.sees("Paid in cash")
    await mia.taps(re.compile("Place the order"))
    await mia.sees("is confirmed")
    print(await mia.sees("getting it together"))
    print(jonas.screen)
    print(mia.screen)
