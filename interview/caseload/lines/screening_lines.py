"""Lines of JSON of many people, screened in columns: the same bytes, several times as fast."""

import gc
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice

import numpy as np

from interview.caseload.bitmaps import CodedPeople, Engine, Found, unpacked
from interview.caseload.layout import ID, PeopleLayout, RefusedPeople
from interview.caseload.lines.json_writing import JsonWriter
from interview.caseload.lines.ranking import Ranking
from interview.caseload.lines.reading import LineReader, Unusual
from interview.caseload.lines.sheet_writing import SheetWriter
from interview.caseload.lines.writing import LineWriter
from interview.caseload.lowering import lower
from interview.content import Content, Oddity
from interview.files import OddAnswers, Record, batch, ids, rows, tally
from interview.rules import Interval
from interview.screening import Screening

CHUNK, SMALLEST = 4_096, 128
_MOST_TOLD = 20_000


class LineScreening:
    """Screens records of one job: in columns, and what is unusual one by one."""

    def __init__(self, job: batch.Job, content: Content) -> None:
        self._job, self._content = job, content
        self._layout = PeopleLayout(content)
        lowered = lower(content, job.as_of)
        self._reader = LineReader(self._layout, job.sheet)
        self._writer = _WRITERS[job.output](content, lowered, job)
        self._odd = {one.id: lowered.truths[f"odd {one.id}"] for one in content.oddities}
        self._ranking = Ranking(content, lowered)
        nodes = [*self._writer.nodes(), *self._ranking.nodes(), *self._odd.values()]
        self._engine = Engine(lowered.graph, self._layout.codes, nodes)
        self._said = OddAnswers(Screening(content))
        # What was said of some days, by the oddity.
        self._told: dict[str, dict[tuple[int, ...], str]] = {}

    @cached_property
    def _one_by_one(self) -> Callable[[Sequence[Record]], tally.ScreenedRows]:
        return batch.one_by_one(self._job)

    def screen(self, records: Iterator[Record]) -> Iterator[tally.ScreenedRows]:
        """Yield what became of the records, chunk by chunk, in their order."""
        # The content stays for the whole run: the garbage collector need not look through it again.
        gc.freeze()
        while chunk := list(islice(records, CHUNK)):
            yield from self._screened(chunk)

    def _screened(self, chunk: Sequence[Record]) -> Iterator[tally.ScreenedRows]:
        """Halve a chunk that has something unusual, until little is left to screen one by one."""
        try:
            yield self._in_columns(chunk)
        except Unusual:
            if len(chunk) <= SMALLEST:
                yield self._one_by_one(chunk)
                return
            half = len(chunk) // 2
            yield from self._screened(chunk[:half])
            yield from self._screened(chunk[half:])

    def _in_columns(self, chunk: Sequence[Record]) -> tally.ScreenedRows:
        people = self._reader.read(chunk)
        try:
            names = [one for one in people.schema.names if one != ID]
            coded = self._layout.code(people.select(names))
        except RefusedPeople:
            raise Unusual from None
        nobody = self._nobody(coded, chunk)
        own = people.column(ID).to_pylist() if ID in people.schema.names else [None] * len(chunk)
        _refuse_no_ids([name for name in own if name is not None])
        found = tally.ScreenedRows()
        found.empty = [chunk[row].first for row in nobody]
        found.ids = [
            (record.first, name.strip())
            for record, name in zip(chunk, own, strict=True)
            if name and not name.isspace()
        ]
        truths = self._engine.run(coded)
        found.lines = self._writer.lines(own, truths, coded, len(chunk))
        found.ranks = self._ranking.ranks(truths, coded, len(chunk))
        for row in reversed(nobody):
            del found.lines[row], found.ranks[row]
        found.warned = self._warnings(chunk, truths, coded)
        return found

    def _nobody(self, people: CodedPeople, chunk: Sequence[Record]) -> list[int]:
        """Return the rows that are nobody's, among those that say nothing."""
        says = np.zeros(len(chunk), np.bool_)
        for fact, column in people.codes.items():
            says |= column[: len(chunk)] != int(fact in self._layout.codes.lists)
        for date in people.dates.values():
            says |= date.first[: len(chunk)] > 0
        silent = np.flatnonzero(~says).tolist()
        return [row for row in silent if self._is_nobody(chunk[row])]

    def _is_nobody(self, record: Record) -> bool:
        return rows.is_nobody(rows.row_of(self._job.sheet, record.text))

    def _warnings(self, chunk: Sequence[Record], truths: Found, people: CodedPeople) -> list[str]:
        """Say what is odd about each person, in the order of the list."""
        odd: list[int] = []
        said: list[str] = []
        for oddity in self._content.oddities:
            held = unpacked(truths.yes(self._odd[oddity.id]), len(chunk))
            places = np.flatnonzero(held).tolist()
            if places:
                odd += places
                said += self._messages(oddity, people, places)
        order = np.argsort(np.array(odd, np.int32), kind="stable").tolist()
        return [f"{chunk[odd[number]].lines}: {said[number]}" for number in order]

    def _messages(self, oddity: Oddity, people: CodedPeople, places: list[int]) -> list[str]:
        """Say of some people what is odd, with the dates that it compares."""
        facts = self._said.compared(oddity)
        if not facts:
            return [self._said.said(oddity, {})] * len(places)
        ends = [end[places].tolist() for fact in facts for end in people.dates[fact]]
        seen = self._told.setdefault(oddity.id, {})
        if len(seen) > _MOST_TOLD:
            seen.clear()
        pairs = list(zip(*ends, strict=True))
        for days in set(pairs) - seen.keys():
            dates = {fact: Interval(*days[2 * n : 2 * n + 2]) for n, fact in enumerate(facts)}
            seen[days] = self._said.said(oddity, dates)
        return [seen[days] for days in pairs]


def _refuse_no_ids(names: Sequence[str]) -> None:
    """Raise Unusual where an id is none; mostly all are, and seen to be at once."""
    if ids.are_plain(names):
        return
    try:
        for name in names:
            ids.checked_id(name)
    except ids.IdError:
        raise Unusual from None


def can_be_in_columns(job: batch.Job) -> bool:
    """Say whether a job's records can be screened in columns: lines, and only at the end."""
    return job.output in _WRITERS and not job.is_partial


_WRITERS: dict[str, type[LineWriter]] = {"json": JsonWriter, "csv": SheetWriter}
