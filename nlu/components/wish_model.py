"""The intent model, free of Rasa: tf-idf of words and characters, and the situation; logistic regression."""

from collections import Counter
from typing import Any, Dict, List, Sequence, Tuple

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from nlu.components.wording import normalised, shape

Sample = Tuple[str, Dict[str, str]]


class WishModel:
    """The classifier itself, free of Rasa: fit on (text, context) samples and their labels, then ask."""

    def __init__(self, c: float = 10.0, context_weight: float = 0.7, word_weight: float = 1.0) -> None:
        self.c, self.context_weight, self.word_weight = c, context_weight, word_weight
        self.words = TfidfVectorizer(
            analyzer="word", token_pattern=r"\S+", ngram_range=(1, 2), sublinear_tf=True
        )
        self.characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)
        self.situation = DictVectorizer()
        self.regression = LogisticRegression(C=c, max_iter=400, tol=1e-3)

    def fit(self, samples: Sequence[Sample], labels: Sequence[str], weights: Sequence[float]) -> None:
        """Learns; `weights` say how much each sample counts."""
        texts = [normalised(text) for text, _ in samples]
        self.words.fit(texts)
        self.characters.fit(texts)
        self.situation.fit([shape(text, context) for text, context in samples])
        self.regression.fit(self._features(samples), labels, sample_weight=np.array(weights))

    def rank(self, sample: Sample) -> List[Tuple[str, float]]:
        """All intents with their probability, the likeliest first."""
        chances = self.regression.predict_proba(self._features([sample]))[0]
        order = np.argsort(-chances)
        return [(str(self.regression.classes_[n]), float(chances[n])) for n in order]

    def _features(self, samples: Sequence[Sample]) -> csr_matrix:
        texts = [normalised(text) for text, _ in samples]
        return hstack(
            [
                self.words.transform(texts) * self.word_weight,
                self.characters.transform(texts),
                self.situation.transform([shape(text, context) for text, context in samples])
                * self.context_weight,
            ],
            dtype=np.float32,
        ).tocsr()

    def parts(self) -> Dict[str, Any]:
        """What was learnt, to be kept."""
        return {name: getattr(self, name) for name in ("words", "characters", "situation", "regression")}


def samples_of(text: str, contexts: Sequence[str], role: str) -> List[Tuple[Sample, float]]:
    """One example in each of the situations in which it is said, by how often; together they weigh as one."""
    situations = Counter(contexts or ["none"])
    return [
        ((text, {"pending": pending, "role": role}), times / sum(situations.values()))
        for pending, times in situations.items()
    ]
