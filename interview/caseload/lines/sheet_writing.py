"""Results of a batch as rows of a sheet, the same to a byte as those written one by one."""

from collections.abc import Iterable, Iterator

from interview.caseload.bitmaps import CodedPeople, Found
from interview.caseload.lines.patterns import Bits, TextsByBits
from interview.caseload.lines.writing import RESULT_WORDS, LinePart, LineWriter, read_truths
from interview.files import batch, ids
from interview.rules import UNKNOWN, YES


class SheetWriter(LineWriter):
    """Writes rows of CSV; each cell, or some together, are made once for all alike."""

    def _all_parts(self) -> Iterator[tuple[str, LinePart]]:
        yield "lane", self._choice("lane", self._cell)
        # What is said in words is quoted as ids are.
        yield "how_soon", self._choice("lane", lambda lane: ids.quoted_cell(self._how_soon(lane)))
        yield "why", self._listed(("flag",), lambda held: ids.quoted_cell(self._why(held)))
        yield "programs", (self._truths("program"), TextsByBits(self._programs))
        yield "level", self._choice("level", self._cell)
        yield "grounds", (self._truths("ground"), TextsByBits(self._grounds))
        for kind in ("flag", "missing", "step"):
            yield kind, self._listed((kind,), self._list)

    def _cell(self, *cells: str) -> str:
        return batch.sheet_line(cells, self._job.sheet.delimiter).removesuffix("\n")

    def _list(self, held: dict[str, list[str]]) -> str:
        [listed] = held.values()
        return self._one_cell(";".join(listed))

    def _one_cell(self, cell: str) -> str:
        # A row of one empty cell alone would be written with quotes.
        return self._cell(cell, "").removesuffix(self._job.sheet.delimiter)

    def _programs(self, bits: Bits) -> str:
        """A program that has not begun on the day has no result, and its column stays empty."""
        judged = dict(zip(self._ids.get("program", ()), read_truths(bits), strict=True))
        words = [
            RESULT_WORDS[judged[program]] if program in judged else ""
            for program in self._content.programs
        ]
        return self._job.sheet.delimiter.join(map(self._one_cell, words))

    def _grounds(self, bits: Bits) -> str:
        truths = dict(zip(self._ids["ground"], read_truths(bits), strict=True))
        cells = (
            ";".join(name for name, truth in truths.items() if truth is wanted)
            for wanted in (YES, UNKNOWN)
        )
        return self._job.sheet.delimiter.join(map(self._one_cell, cells))

    def lines(
        self, names: Iterable[str | None], found: Found, people: CodedPeople, rows: int
    ) -> list[str]:
        """Return each person's row."""
        parts = zip(*(texts.tolist() for texts in self._texts(found, rows).values()), strict=True)
        mark = self._job.sheet.delimiter
        return [
            f"{ids.quoted_cell(name)}{mark}{mark.join(part)}\n"
            for name, part in zip(names, parts, strict=True)
        ]
