"""One turn of a conversation: what is remembered -> Rasa's tracker -> rules and forms -> one reading."""

from typing import Any, Dict, List, Optional

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from nlu.stores import Conversation, Conversations

LISTEN = "action_listen"
CORRECTION = "correction"
OPEN_SLOT = "requested_slot"
UNREMEMBERED = frozenset({"give_address"})  # what it holds is personal
LISTS = frozenset({"components", "numbers", "items", "priorities", "image_words"})
CORRECTABLE = {
    "scale_job": ("servings", "factor", "dimension"),
    "change_quantity": ("qty", "factor", "delta"),
    "choose_delivery_window": ("date", "from", "to", "part_of_day"),
    "collect_at_shop": ("date", "time"),
    "read_job": ("servings",),
    "add_component": ("components", "qty"),
    "drop_components": ("components", "numbers"),
    "keep_components": ("components", "numbers"),
    "choose_seller": ("index", "seller"),
    "search_product": ("query",),
    "reserve_item": ("qty",),
}


class Turns:
    """Takes turns. Which form belongs to which wish, and what it asks, says the domain's `utter_ask_*`."""

    def __init__(self, conversations: Conversations) -> None:
        self._conversations = conversations

    async def take(self, agent: Any, body: Dict[str, Any]) -> Dict[str, Any]:
        """Reads one message; the conversation moves on."""
        chat = body["chat"]
        async with agent.lock_store.lock(chat):
            questions = questions_of(agent.domain)
            before = self._conversations.get(chat)
            remembered_before = before
            before = opened(before, questions, body.get("pending"))
            tracker = await self._run(agent, before, body, questions)
            reading, after = concluded(tracker, before, questions)
            if after != remembered_before:
                self._conversations.put(chat, after)
            return reading

    def note(self, agent: Any, chat: str, asked: Optional[str]) -> None:
        """A button opened the question `asked`, or closed whichever was open (None)."""
        before = self._conversations.get(chat)
        self._conversations.put(chat, opened(before, questions_of(agent.domain), asked))

    def forget(self, chat: str) -> None:
        """Erases the conversation."""
        self._conversations.forget(chat)

    async def _run(
        self, agent: Any, before: Conversation, body: Dict[str, Any], questions: Dict[str, Dict[str, str]]
    ) -> DialogueStateTracker:
        processor = agent.processor
        tracker = DialogueStateTracker.from_events(
            body["chat"], past(before, questions), slots=agent.domain.slots, domain=agent.domain
        )
        metadata = {
            "role": body.get("role") or "consumer",
            "pending": body.get("pending") or "none",
            "today": body.get("today"),
        }
        output = CollectingOutputChannel()
        message = UserMessage(body["text"], output, body["chat"], input_channel="errand", metadata=metadata)
        await processor._handle_message_with_tracker(message, tracker)
        tracker = await processor.run_action_extract_slots(output, tracker)
        await processor._run_prediction_loop(output, tracker)
        return tracker


def questions_of(domain: Any) -> Dict[str, Dict[str, str]]:
    """By the slot that is asked for: {"asks": name of the question, "wish": intent, "form": its form}."""
    return {
        name[len("utter_ask_") :]: answers[0]["custom"]
        for name, answers in domain.responses.items()
        if name.startswith("utter_ask_")
    }


def opened(
    conversation: Conversation, questions: Dict[str, Dict[str, str]], asked: Optional[str]
) -> Conversation:
    """The conversation with the question that the application says is open ("ask_servings"), or with none.

    The application decides: buttons and short answers open and close questions without a turn here.
    """
    form = next((q["form"] for q in questions.values() if asked == f"ask_{q['asks']}"), None)
    if form == conversation.form:
        return conversation
    return Conversation(form, {}, conversation.wish, conversation.wish_slots)


def past(before: Conversation, questions: Dict[str, Dict[str, str]]) -> List[Event]:
    """The few events that put Rasa where the conversation stood. A turn costs the same however long it is."""
    events: List[Event] = [ActionExecuted("action_session_start")]
    if before.form:
        slot = next(name for name, question in questions.items() if question["form"] == before.form)
        events += [ActionExecuted(before.form), ActiveLoop(before.form)]
        events += [SlotSet(name, value) for name, value in before.slots.items()]
        events.append(SlotSet(OPEN_SLOT, slot))
    events.append(ActionExecuted(LISTEN))
    return events


def concluded(
    tracker: DialogueStateTracker, before: Conversation, questions: Dict[str, Dict[str, str]]
) -> "tuple[Dict[str, Any], Conversation]":
    """What the turn came to, and what is to be remembered of it."""
    said = tracker.latest_message or UserUttered("")
    intent = said.intent.get("name") or "out_of_scope"
    heard = slots_heard(tracker, set(questions))
    wish_of_form = {question["form"]: question["wish"] for question in questions.values()}
    form = tracker.active_loop_name
    if before.form and intent in (wish_of_form[before.form], CORRECTION):
        intent = wish_of_form[before.form]
        heard = corrected(intent, {**before.slots}, heard)
    elif intent == CORRECTION and before.wish:
        place = place_of(kind_of(heard), heard.get("to"), CORRECTABLE.get(before.wish, ()))
        heard = {**corrected(before.wish, before.wish_slots, heard), **heard, "wish": before.wish}
        heard["field"] = place or heard.get("field")
    after = remembered(before, intent, heard, form, wish_of_form)
    question = questions.get(tracker.get_slot(OPEN_SLOT) or "") if form else None
    ranking = [[rival["name"], rival["confidence"]] for rival in said.parse_data.get("intent_ranking", [])]
    reading = {
        "intent": intent,
        "confidence": said.intent.get("confidence") or 0.0,
        "ranking": ranking,
        "entities": [
            {"name": e["entity"], "value": e["value"], "start": e["start"], "end": e["end"]}
            for e in said.entities
        ],
        "slots": heard,
        "asks": question["asks"] if question else None,
        "asks_for": question["wish"] if question else None,
        "metadata": said.metadata,
    }
    return reading, after


def remembered(
    before: Conversation,
    intent: str,
    heard: Dict[str, Any],
    form: Optional[str],
    wish_of_form: Dict[str, str],
) -> Conversation:
    """What stays: the open form with what it holds, and the last complete wish that could be corrected."""
    if form:
        held = heard if intent == wish_of_form[form] else before.slots if before.form == form else {}
        return Conversation(form, held, before.wish, before.wish_slots)
    if intent == CORRECTION and before.wish:
        about = ("wish", "field", "from", "to", "unit")
        kept = {
            name: value for name, value in heard.items() if name not in about or name in before.wish_slots
        }
        return Conversation(wish=before.wish, wish_slots=kept)
    if intent in CORRECTABLE:
        return Conversation(wish=intent, wish_slots=heard)
    if intent in UNREMEMBERED:
        return Conversation(wish=intent)
    return Conversation(wish=before.wish, wish_slots=before.wish_slots)


def slots_heard(tracker: DialogueStateTracker, asked_slots: "set[str]") -> Dict[str, Any]:
    """The slots that this message filled. Those of `asked_slots` only steer the forms."""
    heard: Dict[str, Any] = {}
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            break
        if (
            isinstance(event, SlotSet)
            and event.key not in {OPEN_SLOT, *asked_slots}
            and event.value is not None
        ):
            heard.setdefault(event.key, event.value)
    for name in LISTS & heard.keys():
        heard[name] = heard[name] if isinstance(heard[name], list) else [heard[name]]
    return heard


def corrected(wish: str, held: Dict[str, Any], heard: Dict[str, Any]) -> Dict[str, Any]:
    """The slots of `wish` after a message that answers its question or corrects it."""
    about = ("field", "from", "to")
    if "field" not in heard:
        return {**held, **heard}
    field, value = kind_of(heard), heard.get("to")
    result = {**held, **{name: heard[name] for name in heard if name not in about}}
    places = CORRECTABLE.get(wish, ())
    target = place_of(field, value, places)
    if target:
        for name in places:
            if name != target and target in ("servings", "factor", "dimension", "qty", "delta"):
                result.pop(name, None)
        result[target] = [value] if target in LISTS else value
    elif field == "component" and "component" in held:
        result["component"] = value
    elif field == "window" and isinstance(value, str) and "-" in value:
        result["from"], result["to"] = value.split("-")
    return result


def kind_of(heard: Dict[str, Any]) -> str:
    """What is corrected; a bare number fits whatever the wish counts, "500 g" an amount alone."""
    field = str(heard.get("field") or "")
    return "number" if field == "quantity" and "unit" not in heard else field


def place_of(field: str, value: Any, places: Any) -> Optional[str]:
    """Which of a wish's slots a correction of kind `field` means."""
    wanted = {
        "number": ("servings", "qty", "index", "numbers"),
        "servings": ("servings",),
        "quantity": ("qty",),
        "factor": ("factor",),
        "date": ("date",),
        "time": ("time", "from"),
        "window": ("part_of_day",) if isinstance(value, str) and "-" not in value else (),
        "component": ("components", "query"),
        "seller": ("seller",),
    }.get(field, ())
    return next((name for name in wanted if name in places), None)
