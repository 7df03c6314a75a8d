"""What the file of the words that clinics write into sheets of their own may say."""

from typing import Annotated

from pydantic import Field

from interview.content.model import Model

# By the code of a language: words as people type them; nothing of this is shown, so none is a text.
Written = dict[str, Annotated[tuple[str, ...], Field(min_length=1)]]
Month = Annotated[str, Field(pattern="^([1-9]|1[0-2])$")]


class SheetWords(Model):
    """Words of a written sheet, by language: answers, and what headings ask for.

    `none` is said where more than one answer may be given; `own_number` heads the numbers that a
    clinic gives its rows; headings with `tells_who` in them ask who somebody is.
    """

    yes: Written
    no: Written
    unsure: Written
    none: Written
    own_number: Written
    tells_who: Written
    more_months: dict[str, dict[str, Month]]
