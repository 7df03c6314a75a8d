"""What the file of the page that reads a sheet of many people may say."""

from interview.content.model import AnyText, Model, Signable


class SheetProblems(Model):
    """Why a file cannot be shown, and what to do: `other` stands before a message in English.

    `too_large` takes the `number` of MB, `many` the `count` of people.
    """

    gone: AnyText
    busy: AnyText
    no_file: AnyText
    too_large: AnyText
    many: AnyText
    no_people: AnyText
    order: AnyText
    no_headings: AnyText
    no_library: AnyText
    no_workbook: AnyText
    old_office: AnyText
    bomb: AnyText
    two_sheets: AnyText
    other: AnyText


class CellRemedies(Model):
    """What to do about a cell that is refused, by what its column holds; `row` is all of a row."""

    date: AnyText
    month: AnyText
    choice: AnyText
    ticket: AnyText
    row: AnyText


class PeopleWords(Signable):
    """The words of the page that reads a sheet, and says who in it needs a lawyer first.

    `limit` takes the `number` of MB and the `count` of people, `forgotten` the `count` of minutes;
    `found`, `so_far`, `refused` and `changed` take a `count`, `row` its `number`, `column` its
    `letter`; `twice`, `may_mean` and `of_people` take the `values`.
    """

    title: AnyText
    link: AnyText
    intro: AnyText
    forgotten: AnyText
    no_names: AnyText
    file: AnyText
    file_without_books: AnyText
    limit: AnyText
    dates: AnyText
    month_first: AnyText
    day_first: AnyText
    partial: AnyText
    partial_hint: AnyText
    show: AnyText
    empty_sheet: AnyText
    found: AnyText
    so_far: AnyText
    odd: AnyText
    no_reason: AnyText
    row: AnyText
    column: AnyText
    refused: AnyText
    refused_what: AnyText
    remedies: CellRemedies
    twice: AnyText
    unread: AnyText
    may_mean: AnyText
    of_people: AnyText
    changed: AnyText
    taken_as: AnyText
    old_letters: AnyText
    again: AnyText
    problems: SheetProblems
