"""The records of a file of many people: a quoted cell may go on in the next line of a sheet.

Where quotes do not fit, nobody can tell where a person begins. What cannot be read is refused
whole, and nothing of it is taken for a person.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# In letters: a record that is longer is refused, and not kept in memory.
LONGEST = 1_000_000
# So many records without a quote below a broken one are no part of it.
MOST_HELD = 1_000
OPEN_QUOTE = (
    'a quote (") is opened here and never closed, so nothing from here on can be read. Close it'
)
ODD_QUOTE = (
    'a quote (") is not closed, or stands too early. Put the whole cell in quotes, and write '
    'each quote in it twice ("")'
)
TOO_LONG = f"this row has more than {LONGEST} characters. Look at its quotes"


class Record(NamedTuple):
    """What stands on one or more lines; `wrong` says why it cannot be read.

    `word` is what its place is called: the row of a spreadsheet is no line of a file. `ticket` is
    the number that a clinic gave the person, where it is known before the row is read.
    """

    first: int
    last: int
    text: str
    wrong: str = ""
    word: str = "line"
    ticket: str = ""

    @property
    def lines(self) -> str:
        """Name the lines of the record."""
        if self.first == self.last:
            whose = f", ticket {self.ticket}" if self.ticket else ""
            return f"{self.word} {self.first}{whose}"
        return f"{self.word}s {self.first} to {self.last}"


def one_a_line(file: Iterable[str]) -> Iterator[Record]:
    """Yield each line that is not empty."""
    for number, line in enumerate(file, start=1):
        if line.strip():
            yield Record(number, number, line)


def of_sheet(file: Iterable[str]) -> Iterator[Record]:
    """Yield each record that is not empty: it ends with the line that closes its last quote."""
    held: list[str] = []
    first = last = length = 0
    for last, line in enumerate(file, start=1):
        turns = line.count('"') % 2 == 1
        if not first and not turns:
            if line.strip():
                yield Record(last, last, line)
            continue
        first, length = first or last, length + len(line)
        if length <= LONGEST:
            held.append(line)
        if turns and first < last:
            yield Record(first, last, "".join(held), TOO_LONG if length > LONGEST else "")
            held, first, length = [], 0, 0
    if first:
        yield Record(first, last, "", OPEN_QUOTE)


def well_quoted(records: Iterable[Record], delimiter: str) -> Iterator[Record]:
    """Yield each record, those with quotes that do not fit marked as wrong.

    Below a broken record may stand the rest of a cell: what has no quotes there waits until the
    next quotes show that a row begins afresh; where they do not fit either, all of it is wrong.
    """
    cell = f'("[^"]*(""[^"]*)*"|[^"{delimiter}\\r\\n]*)'
    is_whole = re.compile(f"{cell}({delimiter}{cell})*\\s*").fullmatch
    held: list[Record] = []
    for record in records:
        fits = not record.wrong and ('"' not in record.text or bool(is_whole(record.text)))
        has_quotes = bool(record.wrong) or '"' in record.text
        if not fits:
            wrong = record.wrong or ODD_QUOTE
            first = held[0].first if held else record.first
            held = [Record(first, record.last, "", wrong)]
        elif not held:
            yield record
        elif has_quotes or len(held) > MOST_HELD:
            yield from (*held, record)
            held = []
        else:
            held.append(record)
    yield from held
