"""The bar moves forward on every page, and the number of pages left is near the truth."""

from statistics import mean, median

import pytest
from people import people
from visitor import AS_OF

from interview.web.visit import Position, Visit

COUNT = 300


def walked(site, said):
    """Yield the progress at each page that somebody meets, the number of the page before it."""
    answers = {"answering_for": "self"}
    given = site.reader.read_all(said)[0]
    while True:
        position = Position(site, Visit(answers=answers), AS_OF)
        number = position.onward
        yield number, position.progress(number)
        if number == position.check:
            return
        answers = answers | {q.id: given.get(q.id) for q in position.pages[number]}


@pytest.fixture(scope="module")
def walks(site):
    """What 300 made-up people are told on their way, page by page, the check last."""
    return [[told for _, told in walked(site, said)] for said in people(COUNT, 15, AS_OF)]


def test_the_bar_moves_forward_on_every_page_and_is_full_at_the_check(walks):
    for walk in walks:
        bars = [told.value for told in walk]
        assert bars == sorted(set(bars))
        assert walk[-1].value == walk[-1].most


def test_the_last_page_says_so_and_the_check_has_none_left(walks):
    assert {walk[-1].left for walk in walks} == {0}
    assert {walk[-2].left for walk in walks} == {1}
    assert all(told.left > 1 for walk in walks for told in walk[:-2])


def test_a_number_that_is_called_certain_is_the_truth(walks):
    certain = 0
    for walk in walks:
        for number, told in enumerate(walk):
            if told.is_certain:
                certain += 1
                assert told.left == len(walk) - 1 - number
    assert certain > COUNT


def test_the_number_is_near_the_truth(walks):
    wrong = [
        abs(told.left - (len(walk) - 1 - number))
        for walk in walks
        for number, told in enumerate(walk)
    ]
    assert (median(wrong) <= 2, mean(wrong) < 4) == (True, True)
