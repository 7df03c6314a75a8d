"""What the warehouses write differently: names, and days as numbers such as 20150615."""

from collections.abc import Callable
from dataclasses import dataclass


def _in_quotes(name: str) -> str:
    return f'"{name}"'


def _in_ticks(name: str) -> str:
    return f"`{name}`"


@dataclass(frozen=True)
class Dialect:
    """`quoted`: a name as an identifier. `number`: a column of days as numbers, by its name."""

    quoted: Callable[[str], str]
    number: str

    def day(self, column: str) -> str:
        """Return a day of a column as a number such as 20150615."""
        return self.number.format(self.quoted(column))


DIALECTS = {
    "duckdb": Dialect(_in_quotes, "CAST(strftime(CAST({} AS DATE), '%Y%m%d') AS INTEGER)"),
    "sqlite": Dialect(_in_quotes, "CAST(replace({}, '-', '') AS INTEGER)"),
    "spark": Dialect(_in_ticks, "CAST(date_format({}, 'yyyyMMdd') AS INT)"),
    "postgres": Dialect(_in_quotes, "CAST(to_char(CAST({} AS DATE), 'YYYYMMDD') AS INTEGER)"),
}
