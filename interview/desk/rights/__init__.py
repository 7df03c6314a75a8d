"""Who may do what at an event, and how it is said where they may not."""

from interview.desk.rights.standing import DayClock, Refused, Standing, may, seconds_of

__all__ = ["DayClock", "Refused", "Standing", "may", "seconds_of"]
