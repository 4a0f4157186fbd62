"""Finds the intent, by words, situation and meaning (`wish_model`)."""

from typing import Any, Dict, List, Optional, Tuple

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.wish_model import LEARNT, Sample, WishModel, decided, doubted, samples_of

METADATA = "metadata"
TRUSTED_TYPES = ["numpy.dtype", "scipy.sparse._csr.csr_matrix"]
SENSE = "sense"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class WishClassifier(GraphComponent, IntentClassifier):
    """Rasa's graph component around `WishModel`.

    An intent's metadata in the training data may name `pending: [list, …]`, situations in which it is said,
    and its `role`. That a message is out of scope counts `doubt` times what the model gives it. Below
    `threshold`, or closer than `margin` to a rival, the message is out of scope as well; the ranking still
    names what it could have meant. `sense` is how far its vector decides, beside its words. Each example is
    learnt a second time with slips of the fingers in it and words left out, at `slips` of its weight.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        return {
            "c": 10.0,
            "context_weight": 0.4,
            "word_weight": 1.0,
            "slips": 0.4,
            "sense": 0.35,
            "doubt": 1.6,
            "threshold": 0.2,
            "margin": 0.02,
            "ranking": 5,
        }

    def __init__(self, config: Dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self.config = {**self.get_default_config(), **config}
        self._storage, self._resource = storage, resource
        self.model: Optional[WishModel] = None

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "WishClassifier":
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        samples, labels, weights = samples_and_labels(training_data)
        names = [
            example.get(TEXT)[mark["start"] : mark["end"]]
            for example in training_data.intent_examples
            for mark in example.get(ENTITIES) or []
        ]
        self.model = self._new_model()
        self.model.fit(samples, labels, weights, names)
        import skops.io as sio

        with self._storage.write_to(self._resource) as folder:
            sio.dump({**self.model.parts(), SENSE: self.model.second.parts()}, folder / "wish.skops")
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> "WishClassifier":
        import skops.io as sio

        component = cls(config, model_storage, resource)
        component.model = component._new_model()
        with model_storage.read_from(resource) as folder:
            parts = sio.load(folder / "wish.skops", trusted=TRUSTED_TYPES)
            component.model.second.restore(parts.pop(SENSE))
            for name, part in parts.items():
                setattr(component.model, name, part.astype("float32") if name in LEARNT else part)
        return component

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            text = (message.get(TEXT) or "").strip()
            if not text or self.model is None:
                continue
            ranking = doubted(
                self.model.rank((text, context_of(message.get(METADATA)))), self.config["doubt"]
            )
            intent, confidence = decided(ranking, self.config["threshold"], self.config["margin"])
            message.set(INTENT, {"name": intent, "confidence": confidence}, add_to_output=True)
            named = [
                {"name": name, "confidence": chance} for name, chance in ranking[: self.config["ranking"]]
            ]
            message.set("intent_ranking", named, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def _new_model(self) -> WishModel:
        return WishModel(
            *(self.config[name] for name in ("c", "context_weight", "word_weight", "slips", "sense"))
        )


def samples_and_labels(training_data: TrainingData) -> Tuple[List[Sample], List[str], List[float]]:
    """The training data as samples, each in its situations, with labels and weights."""
    samples: List[Sample] = []
    labels: List[str] = []
    weights: List[float] = []
    for example in training_data.intent_examples:
        about = (example.get(METADATA) or {}).get("intent") or {}
        contexts = about.get("pending") or []
        for sample, weight in samples_of(example.get(TEXT), contexts, about.get("role") or "consumer"):
            samples.append(sample)
            labels.append(example.get(INTENT))
            weights.append(weight)
    return samples, labels, weights


def context_of(metadata: Optional[Dict[str, Any]]) -> Dict[str, str]:
    """The situation named by a message's metadata."""
    known = metadata or {}
    return {"pending": str(known.get("pending") or "none"), "role": str(known.get("role") or "consumer")}
