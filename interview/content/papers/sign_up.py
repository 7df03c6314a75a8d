"""What the file of the sign-up sheet for a spreadsheet may say."""

from typing import Annotated

from pydantic import Field

from interview.content.model import AnyText, Model, Signable


class SignUpTabs(Model):
    """The names of the three sheets of the workbook."""

    people: AnyText
    explained: AnyText
    answers: AnyText


class SignUpColumns(Model):
    """The heads of the columns; `ticket` stands over the number of each person."""

    ticket: AnyText
    column: AnyText
    short_name: AnyText
    ask: AnyText
    counts: AnyText
    answers: AnyText


class SignUpSheet(Signable):
    """The words of the sign-up sheet, a workbook with one row a person.

    `short` are the facts that triage needs, `how` says how to fill it in. `many` (the sign is put
    in for {word}), `date` and `month` stand beside the cells of a list, a date and a month;
    `wrong_answer` and `wrong_date` are said by the spreadsheet.
    """

    short: Annotated[tuple[str, ...], Field(min_length=1)]
    tabs: SignUpTabs
    columns: SignUpColumns
    no_name: AnyText
    ticket: AnyText
    how: tuple[AnyText, ...]
    many: AnyText
    date: AnyText
    month: AnyText
    wrong_answer: AnyText
    wrong_date: AnyText
