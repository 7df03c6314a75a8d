"""What the file of dates that follow from the answers may say."""

from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from interview.content.model import (
    WRITTEN,
    AnyCondition,
    DatedText,
    MaybeDatedText,
    Model,
    Sourced,
)
from interview.rules import DateTerm, parse_date

AnyDate = Annotated[DateTerm, PlainValidator(parse_date), WithJsonSchema({WRITTEN: "date_term"})]


class Deadline(Sourced):
    """A date that follows from the answers; in `when`, "it" is the deadline.

    `ahead` is said while its first day is not past, `passed` after that; {date} is put in.
    `sheet_only`: for the lawyer, not for the person. `beside` stands beside it on the sheet.
    """

    id: str
    date: AnyDate
    when: AnyCondition
    name: DatedText
    ahead: DatedText
    passed: DatedText
    beside: MaybeDatedText = None
    sheet_only: bool = False
    said_by_last_day: bool = False


class Deadlines(Model):
    deadlines: tuple[Deadline, ...]
