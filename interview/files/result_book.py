"""The results of many people as a workbook: in colors and in words, with the ids beside them."""

import datetime
from collections.abc import Iterable, Sequence

from interview.content import LANES, Content
from interview.files.result_words import ResultWords
from interview.files.workbooks import fit_height, new_workbook, put, put_heads, saved, set_for_paper
from interview.languages import Tongue, without_marks

# Pale, so that black letters can be read on them, and a printer without colors loses nothing.
_FILLS: dict[str, str] = dict(
    zip(LANES, ("FFF6B5B5", "FFF8CFA8", "FFFBE6A6", "FFCFE4F7"), strict=True)
)
_WIDTHS = {"id": 14, "lane": 10, "how_soon": 24, "why": 60}
_LANE, _HOW_SOON, _WHY = 2, 3, 4


def result_workbook(
    content: Content,
    tongue: Tongue,
    as_of: datetime.date,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    not_read: Iterable[str] = (),
) -> bytes:
    """Return results as an .xlsx file, a row of cells each; raise NoWorkbooks.

    `columns` are those of a sheet of results; `rows` have a lane by its id, which is said in words.
    `not_read` says of each row of a person that could not be screened where it stands, and why:
    they come first, as nobody knows how urgent they are.
    `as_of`: the local day on which the programs have their names.
    """
    from openpyxl.styles import Alignment, Font, PatternFill

    words, named = content.papers.outcomes, ResultWords(content, tongue)
    sheet = (book := new_workbook()).create_sheet(without_marks(tongue.say(words.title)))
    sheet.sheet_view.rightToLeft = tongue.direction == "rtl"
    set_for_paper(sheet, without_marks(tongue.say(content.papers.common.foot)))
    heads = [(_head(content, tongue, as_of, name), name, _WIDTHS.get(name, 20)) for name in columns]
    put_heads(sheet, 1, heads)
    fills = {lane: PatternFill("solid", color) for lane, color in _FILLS.items()}
    bold = Font(bold=True)
    top = 2
    one_line = Alignment(vertical="top")
    for top, message in enumerate(not_read, start=3):
        put(sheet, top, _LANE, named.not_read, font=bold)
        put(sheet, top, _WHY, message)
        fit_height(sheet, top, ((message, _WIDTHS["why"]),))
    last = top
    for last, (ticket, lane, how_soon, why, *ids) in enumerate(rows, start=top + 1):
        put(sheet, last, 1, ticket)
        put(sheet, last, _LANE, named.lane(lane), fill=fills[lane], font=bold)
        put(sheet, last, _HOW_SOON, how_soon, fill=fills[lane])
        put(sheet, last, _WHY, why)
        # Long lists of ids would make every row as high as a page.
        for column, text in enumerate(ids, start=_WHY + 1):
            put(sheet, last, column, text, alignment=one_line)
        fit_height(sheet, last, ((how_soon, _WIDTHS["how_soon"]), (why, _WIDTHS["why"])))
    # What people need on paper; the ids are for the screen.
    sheet.print_area = f"A1:D{last}"
    sheet.auto_filter.ref = f"A2:{sheet.cell(last, len(columns)).coordinate}"
    return saved(book)


def _head(content: Content, tongue: Tongue, as_of: datetime.date, column: str) -> str:
    """What a column is called; a program has its own name."""
    heads = content.papers.outcomes.columns
    if program := content.programs.get(column):
        head = program.name.on(as_of)
    else:
        head = heads.ticket if column == "id" else getattr(heads, column)
    return without_marks(tongue.say(head)) if head else ""
