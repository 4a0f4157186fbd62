"""People vote in polls: who votes openly is an answer to the bot, in any poll its state is."""

from collections.abc import Sequence

from .chats import keep_edit
from .desk import Desk
from .errors import ControlError
from .methods.polls import is_over
from .people import message_in
from .spec import Json
from .state import Chat, Person
from .updates import MESSAGE_SECONDS


def vote(
    desk: Desk, person: Person, message_id: int, option_ids: Sequence[int], chat: Chat
) -> tuple[Json, list[int]]:
    """No options take a vote back. The poll as it now is, and the ids of the updates. Raises ControlError."""
    _, posted = message_in(desk, person, message_id, chat)
    poll = posted.message.get("poll")
    if poll is None:
        raise ControlError(f"message {message_id} is no poll", status=404)
    before = posted.votes.get(str(person.id), [])
    _check(poll, before, option_ids, desk.now())
    posted.votes[str(person.id)] = sorted(set(option_ids))
    cast = [one for votes in posted.votes.values() for one in votes]
    options = [{**option, "voter_count": cast.count(n)} for n, option in enumerate(poll["options"])]
    voters = sum(bool(votes) for votes in posted.votes.values())
    changed: Json = {**poll, "options": options, "total_voter_count": voters}
    keep_edit(desk, chat, posted, {**posted.message, "poll": changed}, counted=False)
    made = [desk.updates.make("poll", changed, queue=f"poll:{poll['id']}", seconds=MESSAGE_SECONDS)]
    if not poll["is_anonymous"]:
        answer = {
            "poll_id": poll["id"],
            "user": person.user(),
            "option_ids": posted.votes[str(person.id)],
            "option_persistent_ids": [options[n]["persistent_id"] for n in posted.votes[str(person.id)]],
        }
        queue = f"poll:{poll['id']}"
        made.append(desk.updates.make("poll_answer", answer, queue=queue, seconds=MESSAGE_SECONDS))
    return changed, [one for one in made if one is not None]


def _check(poll: Json, before: Sequence[int], option_ids: Sequence[int], now: float) -> None:
    if is_over(poll, now):
        raise ControlError("the poll is closed", status=409)
    if any(not 0 <= one < len(poll["options"]) for one in option_ids):
        raise ControlError("no such option", status=404)
    if len(set(option_ids)) > 1 and not poll["allows_multiple_answers"]:
        raise ControlError("this poll takes one answer", status=409)
    if before and not poll["allows_revoting"]:
        raise ControlError("this poll takes a vote once", status=409)
