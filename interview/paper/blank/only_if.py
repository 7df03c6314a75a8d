"""For whom a question is, said by the fewest marks on the paper: one alternative or several."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from interview.paper.blank.gates import GIVEN, Gates
from interview.rules import UNSURE, Answer
from interview.rules import conditions as c


@dataclass(frozen=True)
class Marked:
    """One of some boxes of a question is marked, or, `negated`, none of them.

    Where a date is written in its boxes, GIVEN is marked.
    """

    fact: str
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True)
class Dated:
    """Dates compare with one of some outcomes: HOLDS, FAILS, UNSURE; BLANK if one is left out."""

    comparison: c.Compare
    outcomes: frozenset[str]


Clue = Marked | Dated
# One of these holds, and of that one all clues.
Alternatives = tuple[tuple[Clue, ...], ...]


class _Spot(NamedTuple):
    """A place to look at: a question, or one box of a list; `box` is empty for the whole."""

    gate: str
    box: str = ""


# What is seen at a spot: a value, a box marked or not; nothing where the question is blank.
BLANK = ""
_MARKED, _NOT_MARKED = "marked", "not marked"
_Seen = Mapping[_Spot, str]
_Box = dict[_Spot, set[str]]


def alternatives(
    gates: Gates,
    looked_at: Collection[str],
    marks: Sequence[Mapping[str, Answer]],
    asked: Sequence[bool],
) -> Alternatives:
    """Return what tells those who are asked from those who are not, among all that come."""
    names = [name for name in gates.order if name in looked_at]
    seen = [dict(_spots(gates, names, one)) for one in marks]
    spots = _fewest(seen, asked)
    table = {
        tuple(one[spot] for spot in spots): is_in for one, is_in in zip(seen, asked, strict=True)
    }
    may_be = {spot: {key[n] for key in table} for n, spot in enumerate(spots)}
    boxes = _boxes(spots, may_be, table)
    return tuple(
        tuple(_clue(gates, spot, values, may_be[spot]) for spot, values in box.items())
        for box in boxes
    )


def _spots(
    gates: Gates, names: Sequence[str], marks: Mapping[str, Answer]
) -> Iterator[tuple[_Spot, str]]:
    for name in names:
        said = marks.get(name, "")
        if name in gates.questions and gates.questions[name].type == "choices":
            ticked = said if isinstance(said, frozenset) else frozenset()
            boxes = sorted({box for tried in gates.tried[name] for box in _listed(tried)})
            for box in boxes:
                yield _Spot(name, box), _MARKED if box in ticked else _NOT_MARKED
        else:
            yield _Spot(name), UNSURE if said is None else str(said)


def _listed(answer: Answer) -> frozenset[str]:
    return answer if isinstance(answer, frozenset) else frozenset()


def _fewest(seen: Sequence[_Seen], asked: Sequence[bool]) -> list[_Spot]:
    """The spots that are needed; the earliest on paper are left out first."""
    spots = list(seen[0])
    for spot in list(spots):
        fewer = [one for one in spots if one != spot]
        if _settles(fewer, seen, asked):
            spots = fewer
    return spots


def _settles(spots: Sequence[_Spot], seen: Sequence[_Seen], asked: Sequence[bool]) -> bool:
    found: dict[tuple[str, ...], bool] = {}
    for one, is_in in zip(seen, asked, strict=True):
        if found.setdefault(tuple(one[spot] for spot in spots), is_in) is not is_in:
            return False
    return True


def _boxes(
    spots: Sequence[_Spot], may_be: _Box, table: Mapping[tuple[str, ...], bool]
) -> list[_Box]:
    """Combinations of what is seen that hold together all that are asked, and nobody else."""
    found: list[_Box] = []
    for key in (key for key, is_in in table.items() if is_in):
        if any(_holds(box, spots, key) for box in found):
            continue
        box = {spot: {value} for spot, value in zip(spots, key, strict=True)}
        for spot in spots:
            for value in sorted(may_be[spot]):
                wider = box | {spot: box[spot] | {value}}
                if not any(_holds(wider, spots, k) for k, is_in in table.items() if not is_in):
                    box = wider
        found.append({spot: box[spot] for spot in spots if box[spot] != may_be[spot]})
    return found


def _holds(box: _Box, spots: Sequence[_Spot], key: tuple[str, ...]) -> bool:
    return all(value in box.get(spot, {value}) for spot, value in zip(spots, key, strict=True))


def _clue(gates: Gates, spot: _Spot, values: set[str], may_be: set[str]) -> Clue:
    if spot.gate in gates.compared:
        return Dated(gates.compared[spot.gate], frozenset(values))
    if spot.box:
        return Marked(spot.gate, _meant(gates, spot.gate, {spot.box}), _NOT_MARKED in values)
    these, those = (_meant(gates, spot.gate, one - {BLANK}) for one in (values, may_be - values))
    # Where nothing is marked none of some boxes is.
    is_negated = BLANK in values or (BLANK not in may_be and len(those) < len(these))
    return Marked(spot.gate, those if is_negated else these, is_negated)


def _meant(gates: Gates, fact: str, values: Collection[str]) -> tuple[str, ...]:
    """All values for which those that were tried stand, in the order on paper."""
    meant = {one for value in values for one in gates.meant(fact, value)}
    listed = (*gates.questions[fact].value_ids, GIVEN, UNSURE)
    return tuple(value for value in listed if value in meant)
