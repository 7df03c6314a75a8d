"""The wall: numbers that are called, and the table. No language, no urgency, no wait."""

from flask import Response

from interview.desk.pages.frame import desk_page
from interview.desk.pages.front import current_desk
from interview.desk.pages.stations import DeskStation
from interview.desk.rights import Standing


def _show(standing: Standing) -> Response:
    """Show the numbers that are called now."""
    return desk_page("wall.html", renews=True, called=current_desk().wall())


WALL = DeskStation("/desk-wall", "see_wall", _show, name="wall")
