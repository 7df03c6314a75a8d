"""The closed words of what is concluded, each list written here once."""

from typing import Literal, get_args

# The first thing that a person is told: how much a lawyer is needed.
Lane = Literal["red", "orange", "yellow", "blue"]
# How a program's criteria compare with the answers.
ProgramResult = Literal["matches", "may_match", "does_not_match"]
# The levels of the 2014 priorities, the most serious first, and what can be found of a person.
Level = Literal["1", "2", "3"]
LevelFound = Literal["1", "2", "3", "none", "unknown"]
# When a flag asks for a lawyer, the most urgent first.
Urgency = Literal["now", "soon", "before"]
# What an appeals court had said of bond for people who came in without inspection.
Bond = Literal["yes", "no", "open"]
# How a program stood on a day, and how a memo did.
Status = Literal[
    "announced", "open", "renewals_only", "accepted_not_decided", "blocked", "ended", "replaced"
]
MemoStatus = Literal["issued", "listed", "ended", "replaced", "blocked", "not_known"]

LANES: tuple[Lane, ...] = get_args(Lane)
RESULTS: tuple[ProgramResult, ...] = get_args(ProgramResult)
LEVELS: tuple[Level, ...] = get_args(Level)
URGENCIES: tuple[Urgency, ...] = get_args(Urgency)
