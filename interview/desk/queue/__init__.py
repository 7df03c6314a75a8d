"""What the coordinator sees of the queue: counts, waits, what hangs, and the pace. No answers."""

from interview.desk.queue.board import Board, Range, Wait, board
from interview.desk.queue.hanging import Hanging, Taker, hanging
from interview.desk.queue.pace import Pace, pace
from interview.desk.queue.signs import SignOfLife, SignsOfLife

__all__ = [
    "Board",
    "Hanging",
    "Pace",
    "Range",
    "SignOfLife",
    "SignsOfLife",
    "Taker",
    "Wait",
    "board",
    "hanging",
    "pace",
]
