"""The shop works in private chats; in a group it says so instead of staying silent."""

from tests.journeys.town import Town


async def test_who_brings_the_shop_into_a_group_is_told_where_it_works(town: Town) -> None:
    mia, jonas = await town.person("mia"), await town.person("jonas")
    club = await town.wire.group("Supper club", mia, jonas)
    await mia.at(club).sees("private chats only")
    await mia.starts()
    await mia.sees("Hello Mia")


async def test_a_command_in_a_group_is_answered_there_and_talk_is_left_alone(town: Town) -> None:
    mia, jonas = await town.person("mia"), await town.person("jonas")
    club = await town.wire.group("Supper club", mia, jonas)
    await town.wire.settles()
    seen = len(mia.at(club).screen.messages)
    await jonas.says("who brings the bread?", chat=club)
    await town.wire.settles()
    assert len(mia.at(club).screen.messages) == seen + 1
    await mia.says("/list", chat=club)
    await mia.at(club).sees("private chats only")
