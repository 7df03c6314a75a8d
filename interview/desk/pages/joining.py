"""Joins the interview and a desk into one application: the same pages, and the stations."""

from flask import Blueprint, Flask
from werkzeug.exceptions import HTTPException

from interview.desk.life import EventDesk
from interview.desk.pages import devices, handing_in
from interview.desk.pages.day import closing, entering
from interview.desk.pages.day.closing import CLOSE
from interview.desk.pages.day.printing import FILE, PRINT
from interview.desk.pages.front import Front
from interview.desk.pages.hall.board import BOARD
from interview.desk.pages.hall.door import DOOR
from interview.desk.pages.hall.exits import EXIT
from interview.desk.pages.hall.floor import FLOOR
from interview.desk.pages.hall.scanning import SCAN, SCAN_ADDRESS
from interview.desk.pages.hall.wall import WALL
from interview.desk.pages.review.calling import CALLING
from interview.desk.pages.review.papers import AT_EXIT, OWN
from interview.desk.pages.review.reviewing import CHANGE, REVIEW
from interview.desk.pages.review.signing import SIGN
from interview.desk.pages.stations import DeskStation, add_station
from interview.desk.review import ReviewMaker
from interview.web import Joined, Settings, create_app, current_site

# In the order in which a role's stations are named; the first is where a role comes in.
STATIONS: tuple[DeskStation, ...] = (
    BOARD, DOOR, FLOOR, CALLING, REVIEW, CHANGE, SIGN, EXIT, SCAN, AT_EXIT, OWN, PRINT, FILE, CLOSE,
    WALL,
)  # fmt: skip


def create_event_app(desk: EventDesk, settings: Settings) -> Flask:
    """Return the application of an event: the interview for its tickets, and the stations."""

    def add_to(app: Flask) -> None:
        with app.app_context():
            front = Front(desk, ReviewMaker(current_site().screening))
        front.stations = {one.address: (one.action, one.name) for one in STATIONS}
        front.add_to(app)
        stations = Blueprint("stations", __name__)
        stations.register_error_handler(HTTPException, entering.refused)
        for station in STATIONS:
            add_station(stations, station)
        for pages in (entering.blueprint, stations, devices.blueprint, closing.blueprint):
            app.register_blueprint(pages)
        app.before_request(entering.end_sessions)
        app.after_request(entering.after_leaving)

    joined = Joined(
        add_to=add_to,
        ticket=devices.ticket_label,
        hides_result=devices.hides_result,
        hand=handing_in.is_hand_up,
        reads=frozenset((SCAN_ADDRESS, devices.TICKET)),
        is_practice=desk.is_practice,
    )
    return create_app(settings, joined)
