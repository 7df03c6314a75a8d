"""What is printed for the day: a page a role, the rule of the queue, what to do if things fail."""

from collections.abc import Callable

from flask import Response, request

from interview.desk.pages.frame import desk_page, see_station
from interview.desk.pages.front import current_desk, current_front
from interview.desk.pages.stations import Act, DeskStation
from interview.desk.papers import DeskOrder, plan_b_pdf, role_sheet_pdf, spare_tickets_pdf, wall_pdf
from interview.desk.rights import Standing
from interview.desk.tickets import spare_tickets
from interview.paper import Busy, NoPress, has_press
from interview.web import current_site, current_speaker

PRINT_ADDRESS, FILE_ADDRESS = "/desk-print", "/desk-file"
PAPER, ROLE = "paper", "role."
WALL, PLAN_B, TICKETS = "wall", "plan_b", "tickets"
# Two sheets of them, for a power cut.
HOW_MANY = 48


def _show(standing: Standing) -> Response:
    """Show what can be printed."""
    return desk_page(
        "print.html", has_press=has_press(), roles=current_site().content.desk.role_sheets.roles
    )


def choose(standing: Standing) -> Response:
    """Choose a paper; it comes as a file."""
    current_front().chosen(standing).paper = request.form.get(PAPER, "")
    return see_station(FILE_ADDRESS)


def file(standing: Standing) -> Response:
    """Make the chosen paper."""
    wanted, site = current_front().chosen(standing).paper, current_site()
    desk, tongue = current_desk(), current_speaker().tongue
    order = DeskOrder(site.content, tongue, is_practice=desk.is_practice)
    if wanted == WALL:
        tongues = [site.speakers[one, "self"].tongue for one in site.languages]
        return sent_pdf(lambda: wall_pdf(order, tongues))
    if wanted == TICKETS:
        spare = spare_tickets(site.content.desk.tickets, tongue.language, HOW_MANY)
        return sent_pdf(lambda: spare_tickets_pdf(order, spare))
    if wanted == PLAN_B:
        return sent_pdf(lambda: plan_b_pdf(order))
    roles = {one.id for one in site.content.desk.role_sheets.roles}
    role = wanted.removeprefix(ROLE)
    if role not in roles:
        return see_station(PRINT_ADDRESS)
    return sent_pdf(lambda: role_sheet_pdf(order, role))


def sent_pdf(make: Callable[[], bytes]) -> Response:
    """Send a paper that has nothing of a person, or lead back where none can be made."""
    try:
        made = make()
    except (Busy, NoPress):
        return see_station(PRINT_ADDRESS)
    response = Response(made, mimetype="application/pdf")
    response.headers["Content-Disposition"] = 'inline; filename="paper.pdf"'
    return response


PRINT = DeskStation(
    PRINT_ADDRESS,
    "see_cards",
    _show,
    {"print": Act("see_cards", choose, fields=frozenset((PAPER,)))},
    "printing",
)
FILE = DeskStation(FILE_ADDRESS, "see_cards", file)
