"""Who may do what at an event, and how it is said where they may not."""

from interview.desk.rights.standing import Clock, Refused, Standing, may, seconds_of

__all__ = ["Clock", "Refused", "Standing", "may", "seconds_of"]
