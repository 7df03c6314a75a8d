"""What the list of languages may say: names, directions, pairs, and how each writes a date."""

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, field_validator

from interview.content.model import Model

SOURCE_LANGUAGE = "en"
Direction = Literal["ltr", "rtl"]
LONGEST_CODE = 8
# A language, and a script or a country: es, mam, zh-Hans.
_CODE = re.compile(r"[a-z]{2,3}(-[A-Z][A-Za-z]{1,4})?")
_PUT_IN = re.compile(r"\{([^{}]*)\}")


def _only(written: str, allowed: tuple[str, ...]) -> str:
    if sorted(_PUT_IN.findall(written)) != sorted(allowed):
        names = " and ".join(f"{{{name}}}" for name in allowed)
        raise ValueError(f"{names} must stand in it, once each")
    return written


def _begin(steps: list[str], wanted: list[str]) -> bool:
    """Say whether a place begins with some steps."""
    return len(steps) >= len(wanted) and all(
        step == one or one == "*" for step, one in zip(steps, wanted, strict=False)
    )


class WrittenDates(Model):
    """How a language writes dates: `day` with {day}, {month} and {year}; `month` without a day."""

    months: Annotated[tuple[str, ...], Field(min_length=1)]
    day: str
    month: str

    @field_validator("months")
    @classmethod
    def _are_twelve(cls, months: tuple[str, ...]) -> tuple[str, ...]:
        if len(months) != 12:
            raise ValueError(f"a year has 12 months, and here are {len(months)}")
        return months

    @field_validator("day")
    @classmethod
    def _has_a_day(cls, written: str) -> str:
        return _only(written, ("day", "month", "year"))

    @field_validator("month")
    @classmethod
    def _has_a_month(cls, written: str) -> str:
        return _only(written, ("month", "year"))


class Language(Model):
    """A language of the product.

    `partner` is the language shown beneath it. One that is not `complete` has its urgent page, and
    is English where it lacks a text; `in_english` says so. `dates` are its own, where Babel has
    none.
    """

    code: str
    name: str
    direction: Direction = "ltr"
    partner: str = SOURCE_LANGUAGE
    complete: bool = True
    in_english: str = ""
    dates: WrittenDates | None = None

    @field_validator("code")
    @classmethod
    def _is_a_code(cls, code: str) -> str:
        if not _CODE.fullmatch(code) or len(code) > LONGEST_CODE:
            raise ValueError(f'"{code}" is not a code such as es, mam or zh-Hans')
        return code

    @property
    def is_source(self) -> bool:
        """Say whether the content itself is written in this language."""
        return self.code == SOURCE_LANGUAGE

    @property
    def locale(self) -> str:
        """The code as gettext and Babel write it: zh_Hans."""
        return self.code.replace("-", "_")


class Languages(Model):
    """The languages in the order of choosing, and the places of the texts of the urgent page."""

    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    urgent_page: Annotated[tuple[str, ...], Field(min_length=1)]

    def __getitem__(self, code: str) -> Language:
        return self.by_code[code]

    def __contains__(self, code: object) -> bool:
        return code in self.by_code

    @property
    def by_code(self) -> dict[str, Language]:
        """The languages by their codes."""
        return {language.code: language for language in self.languages}

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all languages."""
        return tuple(self.by_code)

    def translated(self) -> Iterator[Language]:
        """Yield the languages that are translated into."""
        return (language for language in self.languages if not language.is_source)

    def is_of_urgent_page(self, place: str) -> bool:
        """Say whether a text of this place stands on the urgent page; a star is any one step."""
        steps = place.split("/")
        return any(_begin(steps, one.split("/")) for one in self.urgent_page)
