"""A line of the table of budgets."""

from typing import NamedTuple


class Row(NamedTuple):
    """A line of the table. `judged` is held against `bar`; figures without a bar inform."""

    what: str
    figure: str
    floor: str = ""
    ratio: str = ""
    judged: float = 0
    bar: float | None = None
    unit: str = ""
    more_is_better: bool = False

    @property
    def is_kept(self) -> bool:
        if self.bar is None:
            return True
        return self.judged >= self.bar if self.more_is_better else self.judged <= self.bar

    def __str__(self) -> str:
        sign = "at least" if self.more_is_better else "at most"
        bar = f"{sign} {self.bar:,g}{self.unit}" if self.bar is not None else ""
        verdict = "" if self.bar is None else "yes" if self.is_kept else "NO"
        cells = (self.what, self.figure, self.floor, self.ratio, bar, verdict)
        return "| " + " | ".join(cells) + " |"
