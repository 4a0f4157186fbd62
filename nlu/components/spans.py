"""Marks the stretches of a message that name things and shops: a conditional random field over its words."""

import re
import tempfile
from pathlib import Path
from typing import Any, Dict, FrozenSet, List, Optional, Sequence, Tuple

import pycrfsuite
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.meaning import TIMELESS
from nlu.components.values import find_values
from nlu.components.vocabulary import folded, function_words, is_goods_word
from nlu.components.wording import SLANG

WORD = re.compile(r"(?:qu|jusqu|[cdjlmnst])['’](?=\w)|[^\W_][\w'’\-]*|[^\w\s]", re.IGNORECASE)
OUTSIDE = "O"
Mark = Tuple[str, int, int]  # kind, start, end
MODEL_FILE = "marks.crfsuite"


class Marker:
    """The field itself, free of Rasa.

    What tells a name from the rest is less the word than its surroundings: which function words stand around
    it, and what the message is about (`intent`).
    """

    def __init__(self, learnt: bytes = b"") -> None:
        self.learnt = learnt
        self._tagger = pycrfsuite.Tagger()
        if learnt:
            self._tagger.open_inmemory(learnt)

    def fit(self, examples: Sequence[Tuple[str, str, Sequence[Mark]]]) -> None:
        """Learns from (text, intent, marks)."""
        trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
        trainer.set_params({"c1": 0.05, "c2": 0.05, "max_iterations": 120})
        for text, intent, marks in examples:
            words = words_of(text)
            if words:
                labels = [label(start, end, marks) for _, start, end in words]
                trainer.append(features(words, text, intent), labels)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / MODEL_FILE
            trainer.train(str(path))
            self.learnt = path.read_bytes()
        self._tagger.open_inmemory(self.learnt)

    def mark(self, text: str, intent: str) -> List[Mark]:
        """The names in `text`."""
        words = words_of(text)
        if not words:
            return []
        marks: List[Mark] = []
        open_kind = None
        tags = self._tagger.tag(features(words, text, intent))
        for (_, start, end), tag in zip(words, tags, strict=True):
            kind = None if tag == OUTSIDE else tag[2:]
            if kind is None:
                open_kind = None
                continue
            if tag.startswith("B") or kind != open_kind:
                marks.append((kind, start, end))
            else:
                marks[-1] = (kind, marks[-1][1], end)
            open_kind = kind
        return marks


def words_of(text: str) -> List[Tuple[str, int, int]]:
    """The words and signs of a text, folded, with their places."""
    return [(folded(match.group()), match.start(), match.end()) for match in WORD.finditer(text)]


def label(start: int, end: int, marks: Sequence[Mark]) -> str:
    """B- at the first word of a mark, I- within, O outside."""
    for kind, first, last in marks:
        if first <= start and end <= last:
            return f"{'B' if start == first else 'I'}-{kind}"
    return OUTSIDE


def features(words: Sequence[Tuple[str, int, int]], text: str, intent: str) -> List[List[str]]:
    """For each word: itself, its form, its kind, and the same of its neighbours."""
    values = find_values(text, None, TIMELESS)
    idle_words = function_words(text)
    kinds = [kind_of(word, start, values, idle_words) for word, start, _ in words]
    plain = [SLANG.get(word, word) for word, _, _ in words]
    goods = [is_goods_word(word) for word, _, _ in words]
    rows = []
    for n, (word, _, _) in enumerate(words):
        row = [f"is {plain[n]}", f"ends {word[-3:]}", f"kind {kinds[n]}", f"intent {intent}"]
        row += [f"kind {kinds[n]} intent {intent}", "first" if n == 0 else "inner"]
        row.append("last" if n == len(words) - 1 else "before another")
        for step in (-2, -1, 1, 2):
            at = n + step
            inside = 0 <= at < len(words)
            row.append(f"{step} kind {kinds[at] if inside else 'edge'}")
            row.append(f"{step} is {plain[at] if inside else 'edge'}")
            if inside and goods[at]:
                row.append(f"{step} goods")
        before = kinds[n - 1] if n else "edge"
        after = kinds[n + 1] if n + 1 < len(words) else "edge"
        row.append(f"{before} {kinds[n]} {after}")
        before_word = plain[n - 1] if n else "edge"
        row.append(f"{kinds[n]} after {before_word}")
        if goods[n]:
            row += ["goods", f"goods intent {intent}", f"goods after {before_word}"]
        rows.append(row)
    return rows


def kind_of(word: str, start: int, values: Sequence[Any], function_words: FrozenSet[str]) -> str:
    """A value's kind, "function" for a function word, "sign", or "name" for any other word."""
    for value in values:
        if value.start <= start < value.end:
            return str(value.kind)
    if not word[0].isalnum():
        return "sign"
    return (
        "function" if SLANG.get(word, word).split()[0] in function_words or word in function_words else "name"
    )


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class NameMarker(GraphComponent, EntityExtractorMixin):
    """Rasa's graph component around `Marker`. Stands after the intent classifier."""

    def __init__(self, config: Dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self.config = config
        self._storage, self._resource = storage, resource
        self.marker: Optional[Marker] = None

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "NameMarker":
        return cls({**cls.get_default_config(), **config}, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        self.marker = Marker()
        self.marker.fit(
            [
                (
                    example.get(TEXT),
                    example.get(INTENT),
                    [(mark["entity"], mark["start"], mark["end"]) for mark in example.get(ENTITIES) or []],
                )
                for example in training_data.intent_examples
            ]
        )
        # The trained field is a file of its own format; no pickle is written or read.
        with self._storage.write_to(self._resource) as folder:
            (folder / MODEL_FILE).write_bytes(self.marker.learnt)
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> "NameMarker":
        component = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            component.marker = Marker((folder / MODEL_FILE).read_bytes())
        return component

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            text = message.get(TEXT) or ""
            intent = (message.get(INTENT) or {}).get("name") or ""
            if self.marker is None or not text:
                continue
            marks = self.marker.mark(text, intent)
            found = [
                {
                    "entity": kind,
                    "start": start,
                    "end": end,
                    "value": text[start:end],
                    "extractor": "NameMarker",
                }
                for kind, start, end in marks
            ]
            message.set(ENTITIES, (message.get(ENTITIES) or []) + found, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data
