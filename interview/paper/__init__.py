"""Papers: what a person carries away, and what a clinic prints before anybody comes.

Nothing of them is kept: each is made when it is asked for, by a press that ends with it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from interview.paper.blank import blank_interview
from interview.paper.order import NoPaper, Order, Size
from interview.paper.printing import NoPress, PressError, has_press, print_pdf
from interview.paper.runs import Run, runs

__all__ = [
    "KINDS",
    "NoPaper",
    "NoPress",
    "Order",
    "PaperKind",
    "PressError",
    "Run",
    "Size",
    "has_press",
    "print_pdf",
    "runs",
]


@dataclass(frozen=True)
class PaperKind:
    """A kind of paper: how it is made as each sort of file, by suffix.

    `needs_answers`: there is none that is blank. `may_have_answers`: it says what somebody said.
    """

    make: dict[str, Callable[[Order], bytes]]
    needs_answers: bool = False
    may_have_answers: bool = True


# By the name that the command line and the pages call them.
KINDS: dict[str, PaperKind] = {
    "blank": PaperKind(make={".pdf": blank_interview}, may_have_answers=False),
}
