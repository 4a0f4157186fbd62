"""Rasa's graph component around `meaning`: turns values and marked stretches into entities named as slots."""

from datetime import date
from typing import Any, Dict, List

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.components.meaning import Span, slots_of

MARKED = ("thing", "seller")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class SlotReader(GraphComponent):
    """Stands last in the pipeline: reads the intent found, and what the extractor marked."""

    def __init__(self, config: Dict[str, Any]) -> None:
        self.config = config

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SlotReader":
        return cls({**cls.get_default_config(), **config})

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            text = message.get(TEXT) or ""
            intent = (message.get(INTENT) or {}).get("name") or ""
            known = message.get("metadata") or {}
            today = known.get("today")
            spans = [
                Span(entity["entity"], text[entity["start"] : entity["end"]], entity["start"], entity["end"])
                for entity in message.get(ENTITIES) or []
                if entity["entity"] in MARKED
            ]
            pending = str(known.get("pending") or "none")
            slots = slots_of(intent, text, spans, date.fromisoformat(today) if today else None, pending)
            entities = [
                {
                    "entity": slot.name,
                    "value": slot.value,
                    "start": slot.start,
                    "end": slot.end,
                    "extractor": "SlotReader",
                }
                for slot in slots
            ]
            message.set(ENTITIES, entities, add_to_output=True)
        return messages

    def process_training_data(self, training_data: Any) -> Any:
        return training_data
