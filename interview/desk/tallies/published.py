"""The tally that is told: one-way, each number rounded on its own, none that others give away."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from interview.desk.store import tables
from interview.desk.tallies.bounds import NumberRange, is_given_away
from interview.desk.tallies.counts import Counts

_STEP, _FEW, _TOO_FEW = 5, "1-4", "too_few"
_TALLY = tables.tally


@dataclass(frozen=True)
class PublishedLine:
    """A number as it is told: of `what`, which one, and 0, 1-4, or a multiple of five.

    Waits are told as 15-30 minutes. too_few and 11+ stand for all numbers of a day.
    """

    what: str
    which: str
    told: str


@dataclass(frozen=True)
class Published:
    """All that is told of a day. `not_told`: details are left out, for one could be worked out."""

    lines: tuple[PublishedLine, ...]
    is_too_few: bool = False
    not_told: bool = False


def publish(counts: Counts, smallest: int, range_minutes: int) -> Published:
    """Return what is told of exact numbers; nothing where fewer than `smallest` people came."""
    if counts.people < smallest:
        return Published((PublishedLine("people", "", _TOO_FEW),), is_too_few=True)
    details = [
        ("language", counts.languages), ("urgency", counts.urgencies), ("outcome", counts.outcomes)
    ]  # fmt: skip
    told = tuple(
        PublishedLine(what, which, rounded(n))
        for what, each in details
        for which, n in each.items()
    )
    waits = _waits(counts.waits, smallest, range_minutes)
    if is_given_away(_intervals(counts, smallest)):
        # Even the rounded people would say too much to who knows why the rest is not told.
        return Published((PublishedLine("people", "", f"{smallest}+"),), not_told=True)
    people = PublishedLine("people", "", rounded(counts.people))
    return Published((people, PublishedLine("seen", "", rounded(counts.seen)), *told, *waits))


def rounded(number: int) -> str:
    """Return a number as it is told: 0, 1-4, or the nearest multiple of five."""
    if number == 0:
        return "0"
    if number < _STEP:
        return _FEW
    return str(_STEP * ((number + _STEP // 2) // _STEP))


def interval(number: int) -> NumberRange:
    """Return the least and the most that a number may be, from how it is told."""
    if number == 0:
        return (0, 0)
    if number < _STEP:
        return (1, _STEP - 1)
    middle = int(rounded(number))
    return (max(_STEP, middle - _STEP // 2), middle + _STEP // 2)


def _intervals(counts: Counts, smallest: int) -> dict[str, list[NumberRange]]:
    least, most = interval(counts.people)
    return {
        "people": [(max(least, smallest), most)],
        "seen": [interval(counts.seen)],
        "languages": [interval(n) for n in counts.languages.values()],
        "urgencies": [interval(n) for n in counts.urgencies.values()],
        "outcomes": [interval(n) for n in counts.outcomes.values()],
    }


def _waits(waits: tuple[int, ...], smallest: int, range_minutes: int) -> tuple[PublishedLine, ...]:
    if len(waits) < smallest:
        return ()
    return tuple(
        PublishedLine("waits", which, _range(waits[int(share * (len(waits) - 1))], range_minutes))
        for which, share in (("half", 0.5), ("tenth", 0.9))
    )


def _range(minutes: int, width: int) -> str:
    low = minutes // width * width
    return f"{low}-{low + width}"


def write_tally(connection: Connection, event_id: str, published: Published) -> None:
    """Keep what is told, and nothing else."""
    lines = list(published.lines)
    if published.not_told:
        lines.append(PublishedLine("not_told", "", ""))
    for seq, line in enumerate(lines):
        connection.execute(
            _TALLY.insert().values(
                event_id=event_id, seq=seq, what=line.what, which=line.which, told=line.told
            )
        )


def read_tally(connection: Connection, event_id: str) -> Published:
    """Return what was told of a day that is closed."""
    wanted = select(_TALLY).where(_TALLY.c.event_id == event_id).order_by(_TALLY.c.seq)
    lines = tuple(
        PublishedLine(row.what, row.which, row.told) for row in connection.execute(wanted).all()
    )
    return Published(
        tuple(line for line in lines if line.what != "not_told"),
        is_too_few=any(line.told == _TOO_FEW for line in lines),
        not_told=any(line.what == "not_told" for line in lines),
    )
