"""What a paper is made from: whose, in which language, as of which day, on which sheet of paper."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from interview.content import Content
from interview.languages import Tongue
from interview.paper.runs import Run, runs
from interview.screening import Result, Screening

Size = Literal["us-letter", "a4"]


class NoPaper(ValueError):
    """A paper that cannot be made of these answers; the message says why, and what to do."""


@dataclass(frozen=True)
class Order:
    """An order for one paper.

    `result`: the person's; None for a blank paper. `beside`: a second language on the same paper.
    `as_of`: local date. `base`: a clinic's own letterhead, a DOCX file. `pack` returns the visit
    of the person as bytes, for a slip; `event_key` seals it for the devices of one event.
    `ask`: what a letter asks for, the id of an option.
    `mark` stands on each page, such as that this is only practice.
    `told` takes what is said beside a paper, such as the words that open a slip.
    """

    screening: Screening
    tongue: Tongue
    as_of: datetime.date
    result: Result | None = None
    beside: Tongue | None = None
    size: Size = "us-letter"
    base: Path | None = None
    pack: Callable[[], bytes] | None = None
    event_key: bytes | None = None
    ask: str | None = None
    mark: str = ""
    told: list[str] = field(default_factory=list)

    @property
    def content(self) -> Content:
        """The content that the paper is made from."""
        return self.screening.content

    def person(self) -> Result:
        """Return the person's result; raise NoPaper where the paper was ordered without one."""
        if self.result is None:
            raise NoPaper("this paper is made from answers. Name a file of facts")
        return self.result

    def frame(self, title: str) -> dict[str, Any]:
        """What every form asks of the press: the title in plain words, language, size and foot."""
        foot: list[Run] = runs(self.tongue.say(self.content.papers.common.foot))
        return {"title": title, "lang": self.tongue.language, "size": self.size, "foot": foot,
                "mark": self.mark}  # fmt: skip
