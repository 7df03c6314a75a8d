"""Where a slip is scanned: after a restart, or from somebody who answered before they came."""

from flask import Response, request

from interview.desk.pages.frame import NO_SLIP, TAKEN, desk_page
from interview.desk.pages.front import current_desk, current_front
from interview.desk.pages.stations import Act, DeskStation, posted_number
from interview.desk.rights import Standing
from interview.paper import NotASlip, slip_bytes
from interview.web import refuse

CODE = "code"
SCAN_ADDRESS = "/desk-scan"
_BEFORE_WAITING = frozenset(("arrived", "interview"))


def _show(standing: Standing) -> Response:
    """Ask for a number and a slip: a scanner that types, a camera, or by hand."""
    mine = current_desk().mine(standing)
    wanted = mine.number if mine else current_front().chosen(standing).number
    return desk_page("scan.html", wanted=wanted)


def scan(standing: Standing) -> Response | None:
    """Take a slip in for a ticket; one of another ticket is refused."""
    desk, number = current_desk(), posted_number()
    try:
        sealed = slip_bytes(request.form.get(CODE, ""))
    except NotASlip:
        return refuse(NO_SLIP, SCAN_ADDRESS)
    if desk.ticket(standing, number).state in _BEFORE_WAITING:
        # What nobody has read yet may be for a court: unknown is never no.
        desk.ready_from_slip(standing, number, sealed, None, True)
    else:
        desk.bring(standing, number, sealed)
    return refuse(TAKEN, SCAN_ADDRESS)


SCAN = DeskStation(
    SCAN_ADDRESS,
    "scan_slip",
    _show,
    {"scan": Act("scan_slip", scan, has_number=True, fields=frozenset((CODE,)))},
    "scan",
)
