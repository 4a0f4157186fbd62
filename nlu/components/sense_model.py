"""The second opinion on an intent: a hidden layer over a sentence's vector and situation. Free of Rasa."""

from collections import defaultdict
from typing import Any, Dict, List, Sequence, Tuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer

from nlu.components.vectors import vectors_of
from nlu.components.wording import shape, situation

HIDDEN = 384
ROUNDS = 12
RATE = 0.002
PENALTY = 0.05
SITUATIONS_OF_A_TEXT = 2
IN_MEMORY = 8192
"""So many rows are spread out at once while learning."""
OF_VECTOR, OF_CONTEXT = 4.0, 0.4
"""What vectors and named features are multiplied by, so that they weigh alike."""
SEED = 1


class SenseModel:
    """A perceptron (scikit-learn's, by Adam) that sees what a sentence means, not which words it has.

    It knows what the words and characters of `WishModel` never met; that one knows names, short forms and
    slips, which vectors blur. Together they read better than either.
    """

    PARTS = ("context", "of_input", "of_hidden", "input_bias", "hidden_bias")

    def __init__(self) -> None:
        self.context = DictVectorizer(dtype=np.float32)
        self.of_input = self.of_hidden = np.zeros((0, 0), dtype=np.float32)
        self.input_bias = self.hidden_bias = np.zeros(0, dtype=np.float32)

    def fit(
        self,
        samples: Sequence[Tuple[str, Dict[str, str]]],
        labels: Sequence[str],
        weights: Sequence[float],
    ) -> None:
        """Learns each text in the likeliest of its situations; classes are the sorted labels."""
        from sklearn.neural_network import MLPClassifier

        chosen = _chosen(samples, labels, weights)
        samples, answers = [samples[n] for n in chosen], np.array([labels[n] for n in chosen])
        said = self.context.fit_transform([_context(sample) for sample in samples]).tocsr()
        texts = list(dict.fromkeys(text for text, _ in samples))
        place = {text: n for n, text in enumerate(texts)}
        vectors, vector_of = vectors_of(texts), np.array([place[text] for text, _ in samples])
        learner = MLPClassifier((HIDDEN,), alpha=PENALTY, learning_rate_init=RATE, random_state=SEED)
        classes, shuffling = np.unique(labels), np.random.default_rng(SEED)
        for _ in range(ROUNDS):
            order = shuffling.permutation(len(answers))
            for begin in range(0, len(order), IN_MEMORY):
                rows = order[begin : begin + IN_MEMORY]
                learner.partial_fit(
                    _features(vectors[vector_of[rows]], said[rows]), answers[rows], classes=classes
                )
        self.of_input, self.of_hidden = learner.coefs_
        self.input_bias, self.hidden_bias = learner.intercepts_

    def scores(self, sample: Tuple[str, Dict[str, str]]) -> np.ndarray:
        """The logarithms of the chances of all classes, but for a constant."""
        asked = _features(vectors_of([sample[0]]), self.context.transform([_context(sample)]))
        hidden = np.maximum(asked @ self.of_input + self.input_bias, 0)
        return (hidden @ self.of_hidden + self.hidden_bias)[0]

    def parts(self) -> Dict[str, Any]:
        """What was learnt, to be kept."""
        return {
            name: part.astype(np.float16) if isinstance(part, np.ndarray) else part
            for name, part in ((name, getattr(self, name)) for name in self.PARTS)
        }

    def restore(self, parts: Dict[str, Any]) -> None:
        """Takes what `parts` gave."""
        for name, part in parts.items():
            setattr(self, name, part.astype(np.float32) if isinstance(part, np.ndarray) else part)


def _features(vectors: np.ndarray, said: csr_matrix) -> np.ndarray:
    return np.hstack([vectors * np.float32(OF_VECTOR), said.toarray() * np.float32(OF_CONTEXT)])


def _context(sample: Tuple[str, Dict[str, str]]) -> Dict[str, float]:
    text, context = sample
    return {**situation(text, context), **{f"form {name}": value for name, value in shape(text).items()}}


def _chosen(
    samples: Sequence[Tuple[str, Dict[str, str]]], labels: Sequence[str], weights: Sequence[float]
) -> List[int]:
    """The rows to learn from: of each text and label SITUATIONS_OF_A_TEXT, drawn by weight."""
    drawing = np.random.default_rng(SEED)
    rows: Dict[Tuple[str, str], List[int]] = defaultdict(list)
    for n, ((text, _), label) in enumerate(zip(samples, labels, strict=True)):
        rows[text, label].append(n)
    chosen: List[int] = []
    for places in rows.values():
        share = np.array([weights[n] for n in places])
        drawn = drawing.choice(
            places, size=min(SITUATIONS_OF_A_TEXT, len(places)), replace=False, p=share / share.sum()
        )
        chosen.extend(int(n) for n in drawn)
    return chosen
