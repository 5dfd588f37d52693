"""What is remembered of each word: the same as the function says, and never more of it than is allowed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from raidline.memo import Memo, remembered

WORDS = [f"word{number % 7}" for number in range(50)]


@pytest.mark.parametrize("most", [1, 3, 7, 100])
def test_every_answer_is_that_of_the_function_however_few_are_kept(most: int):
    assert list(map(remembered(most)(str.upper), WORDS)) == [word.upper() for word in WORDS]


@pytest.mark.parametrize(("most", "asked"), [(100, 7), (7, 7), (1, 50)])
def test_the_function_is_asked_again_only_after_its_answer_was_forgotten(most: int, asked: int):
    times: list[str] = []

    @remembered(most)
    def told(word: str) -> int:
        times.append(word)
        return len(word)

    assert [told(word) for word in WORDS] == [5] * len(WORDS)
    assert len(times) == asked


@pytest.mark.parametrize("most", [1, 3, 100])
def test_no_more_answers_are_kept_than_allowed(most: int):
    kept = Memo(len, most)
    for word in WORDS:
        kept[word]
        assert len(kept) <= most


def test_nothing_is_kept_of_a_failure():
    def fails(word: str) -> Sequence[str]:
        raise ValueError(word)

    told = remembered(3)(fails)
    for _ in range(2):
        with pytest.raises(ValueError, match="oak"):
            told("oak")
