"""The pages of an event's desk: the stations of the team, and the devices of the people."""

from interview.desk.pages.joining import STATIONS, create_event_app

__all__ = ["STATIONS", "create_event_app"]
