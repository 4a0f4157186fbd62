"""Which earlier answer holds: her own before all, others' only when enough of them agree."""

from hypothesis import given
from hypothesis import strategies as st

from commerce.methods.agreeing import holding
from commerce.methods.models import Remembered

ANSWERS = st.dictionaries(st.integers(0, 30), st.sampled_from(["stock", "water", "wine"]), max_size=12)


@given(ANSWERS, st.integers(0, 30), st.integers(2, 5))
def test_a_persons_own_answer_always_wins(answers: dict[int, str], asks: int, confirmed_by: int) -> None:
    held = holding(asks, answers, confirmed_by)
    if asks in answers:
        assert held is not None
        assert (held.answer, held.whose) == (answers[asks], Remembered.OWN)


@given(ANSWERS, st.integers(2, 5))
def test_a_common_answer_was_given_by_enough_persons_and_by_most(
    answers: dict[int, str], confirmed_by: int
) -> None:
    held = holding(-1, answers, confirmed_by)
    counts = {answer: list(answers.values()).count(answer) for answer in answers.values()}
    enough = [one for one, count in counts.items() if count >= confirmed_by and 2 * count > len(answers)]
    assert [held.answer] == enough if held is not None else enough == []
    assert held is None or held.whose is Remembered.COMMON


@given(ANSWERS, st.integers(2, 5))
def test_the_order_of_the_answers_is_of_no_consequence(answers: dict[int, str], confirmed_by: int) -> None:
    turned = dict(reversed(answers.items()))
    assert holding(-1, answers, confirmed_by) == holding(-1, turned, confirmed_by)


def test_who_contradict_each_other_confirm_nothing() -> None:
    assert holding(9, {1: "a", 2: "a", 3: "a", 4: "b", 5: "b", 6: "b"}) is None
    assert holding(9, {1: "a", 2: "a"}) is None
    held = holding(9, {1: "a", 2: "a", 3: "a", 4: "b"})
    assert held is not None and held.answer == "a"
