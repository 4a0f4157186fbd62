"""A group of people and the bot; who does something there is a person `at` it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .screen import Json, Screen

if TYPE_CHECKING:
    from .person import Person
    from .stage import Stage


class Group:
    """`facts` is the group of the control API as it last was."""

    def __init__(self, stage: Stage, facts: Json) -> None:
        self.stage = stage
        self.facts = facts
        self.id = int(facts["id"])

    @property
    def screen(self) -> Screen:
        return self.stage.screen(self.id)

    async def adds(self, who: Person | None, by: Person) -> None:
        """Somebody, or the bot (None), is brought into the group."""
        await self._change("add", who, by)

    async def removes(self, who: Person | None, by: Person) -> None:
        await self._change("remove", who, by)

    async def promotes(self, who: Person | None, by: Person, status: str = "administrator") -> None:
        await self._change("promote", who, by, status=status)

    async def _change(self, act: str, who: Person | None, by: Person, **more: str) -> None:
        whom: Json = {"bot": True} if who is None else {"user_id": who.id}
        self.facts = await self.stage.post(f"/groups/{self.id}/{act}", {**whom, "by": by.id, **more})
