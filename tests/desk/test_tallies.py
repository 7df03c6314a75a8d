"""What is told of a day: rounded, nothing of few, and nothing that can be worked out of it."""

import itertools
from collections import defaultdict

import pytest
import z3

from interview.desk.tallies import Counts, PublishedLine, publish

SMALLEST, RANGE = 11, 15


def told(counts) -> dict[tuple[str, str], str]:
    return {(line.what, line.which): line.told for line in publish(counts, SMALLEST, RANGE).lines}


@pytest.mark.parametrize(
    ("number", "wanted"),
    [(0, "0"), (1, "1-4"), (4, "1-4"), (5, "5"), (7, "5"), (8, "10"), (12, "10"), (13, "15"),
     (398, "400")],
)  # fmt: skip
def test_each_number_is_rounded_on_its_own(number, wanted):
    seen = number + 500
    counts = Counts(1000, seen, {"es": 1000}, {"none": 1000}, {"advice": number, "x": 500})
    assert told(counts)["outcome", "advice"] == wanted


def test_of_fewer_than_eleven_people_no_number_is_told():
    for people in range(SMALLEST):
        counts = Counts(people, people, {"es": people}, {"now": people}, {"advice": people})
        assert publish(counts, SMALLEST, RANGE).lines == (PublishedLine("people", "", "too_few"),)


def test_waits_are_told_in_ranges_and_of_eleven_at_least():
    counts = Counts(20, 20, {"es": 20}, {"none": 20}, {"advice": 20}, tuple(range(0, 44, 4)))
    assert (told(counts)["waits", "half"], told(counts)["waits", "tenth"]) == ("15-30", "30-45")
    few = Counts(20, 20, {"es": 20}, {"none": 20}, {"advice": 20}, tuple(range(10)))
    assert ("waits", "half") not in told(few)


def _shares(whole, parts):
    if parts == 1:
        yield (whole,)
        return
    for first in range(whole + 1):
        yield from ((first, *rest) for rest in _shares(whole - first, parts - 1))


def test_who_knows_how_it_is_made_works_no_number_out():
    """Every day of 11 to 17 people, by what is told of it: no number is the same in all alike."""
    alike = defaultdict(set)
    for people in range(SMALLEST, 18):
        for spoken in _shares(people, 3):
            for seen in range(people + 1):
                counts = Counts(
                    people, seen, dict(zip("abc", spoken, strict=True)), {"none": people},
                    {"x": seen},
                )  # fmt: skip
                alike[publish(counts, SMALLEST, RANGE)].add((people, seen, *spoken))
    assert any(published.not_told for published in alike)
    for days in alike.values():
        known = [values for values in map(set, zip(*days, strict=True)) if len(values) == 1]
        assert all(values == {0} for values in known), days


DAYS = [
    # Four times seven would be given away by 28: told as 30 over four times 5.
    Counts(28, 20, dict(zip("abcd", (7, 7, 7, 7), strict=True)), {"none": 28}, {"x": 20}),
    # 5, 5, 1 and 1 by 12: told as 10.
    Counts(12, 9, dict(zip("abcd", (5, 5, 1, 1), strict=True)), {"none": 12}, {"x": 9}),
    Counts(40, 36, {"en": 6, "es": 34}, {"now": 3, "soon": 9, "none": 28}, {"x": 30, "y": 6}),
    Counts(23, 17, {"en": 3, "es": 20}, {"now": 1, "none": 20}, {"x": 13, "y": 4}),
    Counts(11, 11, {"en": 1, "es": 10}, {"now": 1, "none": 10}, {"x": 10, "y": 1}),
    *(
        Counts(
            sum(spoken), min(sum(spoken), seen), dict(zip("abc", spoken, strict=True)),
            {"none": sum(spoken)}, {"x": min(sum(spoken), seen)},
        )
        for spoken in itertools.product((1, 4, 5, 7, 8, 12), repeat=3)
        if sum(spoken) >= SMALLEST
        for seen in (2, 7)
    ),
]  # fmt: skip


@pytest.mark.parametrize("counts", DAYS, ids=str)
def test_a_solver_works_no_number_out(counts):
    """The sums that everybody knows, over what is told: each number has two answers at least."""
    lines = told(counts)
    numbers = {name: z3.Int(" ".join(name)) for name in lines if name[0] != "waits"}
    solver = z3.Solver()
    for name, number in numbers.items():
        solver.add(*_may_be(number, lines[name]))
    solver.add(numbers["people", ""] >= SMALLEST)
    whole = {"language": ("people", ""), "outcome": ("seen", "")}
    for what, of in whole.items():
        if parts := [number for (kind, _), number in numbers.items() if kind == what]:
            solver.add(z3.Sum(parts) == numbers[of])
    if ready := [number for (kind, _), number in numbers.items() if kind == "urgency"]:
        solver.add(z3.Sum(ready) <= numbers["people", ""])
        solver.add(z3.Sum(ready) >= numbers["seen", ""])
    assert solver.check() == z3.sat
    found = solver.model()
    for name, number in numbers.items():
        if lines[name] != "0":
            solver.push()
            solver.add(number != found.eval(number))
            assert solver.check() == z3.sat, f"{name} can only be {found.eval(number)}"
            solver.pop()


def _may_be(number, said):
    if said.endswith("+"):
        return (number >= int(said[:-1]),)
    if said == "0":
        return (number == 0,)
    if said == "1-4":
        return (number >= 1, number <= 4)
    return (number >= max(5, int(said) - 2), number <= int(said) + 2)
