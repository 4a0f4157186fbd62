"""What sentences mean, as vectors, and the part of the intent model that learns from them."""

import json

import pytest

from tests.dialogue.test_launcher import python_of_nlu
from tests.kit.rasa import RunningRasa

pytestmark = pytest.mark.rasa


def test_sentences_that_mean_alike_are_near_in_all_three_languages(rasa: RunningRasa) -> None:
    done = python_of_nlu(
        "import json, numpy as np\n"
        "from nlu.components.vectors import vectors_of\n"
        "texts = ['no basil please', 'ohne Basilikum bitte', 'pas de basilic', 'where is my order', '']\n"
        "v = vectors_of(texts)\n"
        "print(json.dumps([v.shape, np.linalg.norm(v, axis=1).round(3).tolist(), (v @ v[0]).tolist()]))\n"
    )
    shape, lengths, likeness = json.loads(done.stdout)
    assert shape == [5, 512]
    assert lengths == [1.0] * 5
    assert min(likeness[1:3]) > max(likeness[3:]) + 0.3


def test_a_vector_hardly_depends_on_what_is_read_beside_it(rasa: RunningRasa) -> None:
    done = python_of_nlu(
        "from nlu.components.vectors import AT_ONCE, vectors_of\n"
        "texts = [f'{n} ' + 'boards of oak ' * (n % 7) for n in range(2 * AT_ONCE + 3)]\n"
        "together, turned = vectors_of(texts), vectors_of(texts[::-1])[::-1]\n"
        "alone = vectors_of(texts[5:6])[0]\n"
        "print((together * turned).sum(axis=1).min() > 0.98, together[5] @ alone > 0.98)\n"
    )
    assert done.stdout.split() == ["True", "True"], done.stderr


def test_a_pasted_page_costs_no_more_than_its_beginning(rasa: RunningRasa) -> None:
    done = python_of_nlu(
        "from nlu.components.vectors import MOST_CHARACTERS, vectors_of\n"
        "begun = ('sand the table, ' * 100)[:MOST_CHARACTERS]\n"
        "print(float(vectors_of([begun])[0] @ vectors_of([begun + 'and more ' * 9000])[0]) > 0.999)\n"
    )
    assert done.stdout.strip() == "True", done.stderr


def test_what_the_second_model_learnt_is_kept_and_needs_no_common_word(rasa: RunningRasa) -> None:
    done = python_of_nlu(
        "import numpy as np\n"
        "from nlu.components.sense_model import SenseModel\n"
        "here = {'pending': 'none', 'role': 'consumer'}\n"
        "track = ['where is my parcel', 'when does it arrive', 'is it on its way', 'has it shipped']\n"
        "erase = ['erase my data', 'delete all about me', 'forget who I am', 'remove my account']\n"
        "thank = ['thanks a lot', 'thank you so much', 'very kind of you', 'much obliged']\n"
        "said = {'track': track, 'delete': erase, 'thank': thank}\n"
        "rows = [((f'{n} {text}', here), label)\n"
        "        for label, texts in said.items() for n in range(300) for text in texts]\n"
        "model = SenseModel()\n"
        "model.fit([row for row, _ in rows], [label for _, label in rows], [1.0] * len(rows))\n"
        "kept = SenseModel()\n"
        "kept.restore(model.parts())\n"
        "asked = [('wo bleibt mein Paket', here), ('effacez toutes mes informations', here)]\n"
        "assert np.unique(list(said)).tolist() == ['delete', 'thank', 'track']\n"
        "print([int(np.argmax(one.scores(row))) for one in (model, kept) for row in asked])\n"
    )
    assert done.stdout.strip() == "[2, 0, 2, 0]", done.stderr
