"""The intent model, free of Rasa: words, characters and the situation, and what a sentence means."""

from collections import Counter, defaultdict
from typing import Any, Dict, List, Optional, Sequence, Tuple

import numpy as np
from scipy.sparse import csr_matrix, hstack
from scipy.special import logsumexp
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer

from nlu.components.descent import least
from nlu.components.frames import frame, words_of_frames
from nlu.components.mending import Mender
from nlu.components.sense_model import SenseModel
from nlu.components.slips import shortened, slipped
from nlu.components.wording import normalised, shape, situation

Sample = Tuple[str, Dict[str, str]]
OUT_OF_SCOPE = "out_of_scope"
PARTS = ("known", "standing", "words", "characters", "frames", "form", "situation", "classes")
LEARNT = ("of_text", "of_situation")
"""Kept in half the digits: three are enough."""
MOST_STEPS = 48
STEEPEST_AT_END = 2e-5
"""The gradient of the mean loss at which learning ends."""


class WishModel:
    """The classifier itself, free of Rasa: fit on (text, context) samples and their labels, then ask.

    Tf-idf of words, characters and frames, and multinomial regression; `sense` of the last word is had by
    `SenseModel`, which goes by the meaning of the sentence.
    A text that is said in several situations is taken once, and only what its situations say is added for
    each: the same sums as row by row, in a third of the time.
    """

    def __init__(
        self,
        c: float = 10.0,
        context_weight: float = 0.4,
        word_weight: float = 1.0,
        slips: float = 0.4,
        sense: float = 0.35,
    ) -> None:
        self.c, self.context_weight, self.word_weight, self.slips = c, context_weight, word_weight, slips
        self.sense, self.second = sense, SenseModel()
        self.words = TfidfVectorizer(
            analyzer="word",
            token_pattern=r"\S+",
            ngram_range=(1, 3),
            sublinear_tf=True,
            dtype=np.float32,
            min_df=3,
        )
        self.frames = TfidfVectorizer(
            analyzer="word",
            token_pattern=r"\S+",
            ngram_range=(1, 4),
            sublinear_tf=True,
            dtype=np.float32,
            min_df=4,
        )
        self.standing: Dict[str, str] = {}
        self.characters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, dtype=np.float32, min_df=8
        )
        self.form = DictVectorizer()
        self.situation = DictVectorizer()
        self.known: Dict[str, int] = {}
        self._mender: Optional[Mender] = None
        self.classes: np.ndarray = np.array([])
        self.of_text = self.of_situation = np.zeros((0, 0), dtype=np.float32)

    def fit(
        self,
        samples: Sequence[Sample],
        labels: Sequence[str],
        weights: Sequence[float],
        names: Sequence[str] = (),
    ) -> None:
        """Learns; `weights` say how much each sample counts, `names` are those of things that the texts hold.

        Each is learnt again with slips of the fingers, and with words left out. What only such slips spell is
        no feature.
        """
        self.second.fit(samples, labels, weights)
        texts = list(dict.fromkeys(text for text, _ in samples))
        meant = [normalised(text) for text in texts]
        self.standing = words_of_frames(texts, names)
        self.frames.fit(frame(plain, self.standing) for plain in meant)
        samples, labels, weights = with_slips(samples, labels, weights, self.slips)
        place = {text: n for n, text in enumerate(dict.fromkeys(text for text, _ in samples))}
        self.words.fit(normalised(text) for text in place)
        self.characters.fit(meant)
        self.known = dict(Counter(word for text in meant for word in text.split()))
        self.form.fit([shape(text) for text in place])
        self.situation.fit([situation(text, context) for text, context in samples])
        self.classes, answers = np.unique(labels, return_inverse=True)
        self.of_text, self.of_situation = regressed(
            self._of_texts(list(place), [normalised(text) for text in place]),
            self._of_situations(samples),
            np.array([place[text] for text, _ in samples]),
            answers,
            np.array(weights, dtype=np.float32),
            self.c,
        )

    def rank(self, sample: Sample) -> List[Tuple[str, float]]:
        """All intents with their probability, the likeliest first."""
        by_words = (
            self._of_texts([sample[0]], [self._mended(sample[0])]) @ self.of_text
            + self._of_situations([sample]) @ self.of_situation
        )[0]
        scores = (1 - self.sense) * by_words + self.sense * self.second.scores(sample)
        chances = np.exp(scores - logsumexp(scores))
        order = np.argsort(-chances)
        return [(str(self.classes[n]), float(chances[n])) for n in order]

    def _mended(self, text: str) -> str:
        if self._mender is None:
            self._mender = Mender(self.known)
        return " ".join(map(self._mender.mended, normalised(text).split()))

    def _of_texts(self, texts: Sequence[str], plain: Sequence[str]) -> csr_matrix:
        parts = [
            self.words.transform(plain) * self.word_weight,
            self.characters.transform(plain),
            self.frames.transform([frame(text, self.standing) for text in plain]),
            self.form.transform([shape(text) for text in texts]) * self.context_weight,
        ]
        return hstack(parts, dtype=np.float32).tocsr()

    def _of_situations(self, samples: Sequence[Sample]) -> csr_matrix:
        said = self.situation.transform([situation(text, context) for text, context in samples])
        always = csr_matrix(np.ones((len(samples), 1)))
        return hstack([said * self.context_weight, always], dtype=np.float32).tocsr()

    def parts(self) -> Dict[str, Any]:
        """What was learnt, to be kept."""
        return {name: getattr(self, name) for name in PARTS} | {
            name: getattr(self, name).astype(np.float16) for name in LEARNT
        }


def regressed(
    texts: csr_matrix,
    situations: csr_matrix,
    text_of: np.ndarray,
    answers: np.ndarray,
    weights: np.ndarray,
    c: float,
) -> Tuple[np.ndarray, np.ndarray]:
    """Multinomial logistic regression: the coefficients of the texts' features and of the situations'.

    Sample n is `texts[text_of[n]]` said in `situations[n]`, means `answers[n]` and counts `weights[n]`. The
    penalty is half the squares over `c`; the situations' last column, the constant, goes free.
    """
    samples, classes = len(answers), int(answers.max()) + 1
    shapes = (texts.shape[1], classes), (situations.shape[1], classes)
    split = shapes[0][0] * classes
    gather = csr_matrix(
        (np.ones(samples, np.float32), (text_of, np.arange(samples))), (texts.shape[0], samples)
    )
    texts_back, situations_back = texts.T.tocsr(), situations.T.tocsr()
    total = float(weights.sum())
    every = np.arange(samples)

    def loss(flat: np.ndarray) -> Tuple[float, np.ndarray]:
        of_text, of_situation = flat[:split].reshape(shapes[0]), flat[split:].reshape(shapes[1])
        scores = (texts @ of_text)[text_of] + situations @ of_situation
        scores -= scores.max(axis=1, keepdims=True)
        right = scores[every, answers]
        np.exp(scores, out=scores)
        sums = scores.sum(axis=1, keepdims=True)
        lost = float((weights * (np.log(sums[:, 0]) - right)).sum(dtype=np.float64))
        scores *= weights[:, None] / sums
        scores[every, answers] -= weights
        slope = np.concatenate([(texts_back @ (gather @ scores)).ravel(), (situations_back @ scores).ravel()])
        held = flat.copy()
        held[-classes:] = 0
        lost += float(held @ held) / (2 * c)
        slope += held / np.float32(c)
        return lost / total, slope / np.float32(total)

    start = np.zeros(split + shapes[1][0] * classes, dtype=np.float32)
    found = least(loss, start, MOST_STEPS, STEEPEST_AT_END)
    return found[:split].reshape(shapes[0]), found[split:].reshape(shapes[1])


def with_slips(
    samples: Sequence[Sample], labels: Sequence[str], weights: Sequence[float], weight: float
) -> Tuple[Sequence[Sample], Sequence[str], Sequence[float]]:
    """The samples, and each text once more, shortened and out of hurried fingers, counting `weight` of it.

    That is in one of its situations only: what the situations say is learnt from the texts as they are.
    """
    if not weight:
        return samples, labels, weights
    places: Dict[Tuple[str, str], List[int]] = defaultdict(list)
    for n, ((text, _), label) in enumerate(zip(samples, labels, strict=True)):
        places[text, label].append(n)
    altered: List[Tuple[Sample, str, float]] = []
    for (text, label), known in places.items():
        typed = slipped(shortened(text))
        if typed != text:
            context = samples[known[len(text) % len(known)]][1]
            altered.append(((typed, context), label, weight * sum(weights[n] for n in known)))
    return (
        [*samples, *(sample for sample, _, _ in altered)],
        [*labels, *(label for _, label, _ in altered)],
        [*weights, *(counts for _, _, counts in altered)],
    )


def samples_of(text: str, contexts: Sequence[str], role: str) -> List[Tuple[Sample, float]]:
    """One example in each of the situations in which it is said, by how often; together they weigh as one."""
    situations = Counter(contexts or ["none"])
    return [
        ((text, {"pending": pending, "role": role}), times / sum(situations.values()))
        for pending, times in situations.items()
    ]


def doubted(ranking: List[Tuple[str, float]], doubt: float) -> List[Tuple[str, float]]:
    """The ranking with out of scope likelier by `doubt`: what is said beside the matter is endless."""
    weighed = [(name, chance * (doubt if name == OUT_OF_SCOPE else 1.0)) for name, chance in ranking]
    total = sum(chance for _, chance in weighed)
    return sorted(((name, chance / total) for name, chance in weighed), key=lambda one: -one[1])


def decided(ranking: List[Tuple[str, float]], threshold: float, margin: float) -> Tuple[str, float]:
    """The likeliest intent and its probability, or out of scope where none stands out."""
    (best, chance), (_, next_chance) = ranking[0], ranking[1]
    return (OUT_OF_SCOPE if chance < threshold or chance - next_chance < margin else best), chance
