"""The life of a day: planned, opened, run by its clock, and closed so that nothing is left."""

from interview.desk.life.desk import Called, EventDesk, TicketSeen
from interview.desk.life.entry import LeftOver
from interview.desk.life.plan import DayPlan, PlanError, ReviewerPlan
from interview.desk.life.practice import MadeUp, practice_day
from interview.desk.life.start import find_day, plan_day
from interview.desk.life.watch import Watch

__all__ = [
    "Called",
    "DayPlan",
    "EventDesk",
    "LeftOver",
    "MadeUp",
    "PlanError",
    "ReviewerPlan",
    "TicketSeen",
    "Watch",
    "find_day",
    "plan_day",
    "practice_day",
]
