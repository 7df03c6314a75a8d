"""The exit: what to hand over for a number, which papers, and done."""

from flask import Response, request

from interview.desk.pages.frame import desk_page
from interview.desk.pages.front import current_desk, current_front
from interview.desk.pages.hall.floor import OUT
from interview.desk.pages.review.papers import PAPER, SHEET, STEPS, choose_paper
from interview.desk.pages.review.person import Person, person_of
from interview.desk.pages.review.signing import sign_off_of
from interview.desk.pages.stations import Act, DeskStation, posted_number
from interview.desk.rights import Standing
from interview.desk.sign_off import ExitList, SignOff, exit_list, sign_off_form
from interview.web import Speaker, current_site, current_speaker

EXIT_ADDRESS = "/desk-exit"
_AT_EXIT = "leaving"
ALWAYS = (STEPS, SHEET)


def _show(standing: Standing) -> Response:
    """Show what to hand over for the chosen number, and who is ready to leave."""
    desk, chosen = current_desk(), current_front().chosen(standing)
    ready = [one.ticket for one in desk.inside(standing) if one.ticket.state == _AT_EXIT]
    ticket = next((one for one in ready if one.number == chosen.number), None)
    told = None
    if ticket:
        sign_off = sign_off_of(desk.rest_of(standing, ticket.number))
        told = _list(standing, ticket.number, sign_off) if sign_off else None
    return desk_page(
        "exit.html",
        ready=ready,
        ticket=ticket,
        told=told,
        wanted=chosen.number,
        has_visit=ticket is not None and desk.has_visit(ticket.number),
    )


def _list(standing: Standing, number: int, sign_off: SignOff) -> object:
    """What the exit reads, the papers to bring in the reader's words."""
    site, speaker, person = current_site(), current_speaker(), leaving(standing, number)

    def said(one: Speaker) -> ExitList:
        form = sign_off_form(site.screening, person.result, one.tongue)
        return exit_list(site.content, sign_off, one.tongue, form)

    return speaker.in_both(said)


def leaving(standing: Standing, number: int) -> Person:
    """Return the person whose papers are printed at the exit; raise Refused."""
    return person_of(current_desk().open_visit(standing, number, action="print_papers"))


def choose(standing: Standing) -> Response | None:
    """Look at a ticket; what stands there is shown only at the exit."""
    current_front().chosen(standing).number = posted_number()
    return None


def let_go(standing: Standing) -> Response | None:
    """The person leaves; what was kept of the ticket is gone."""
    current_desk().let_go(standing, posted_number())
    current_front().forget(standing)
    return None


def print_one(standing: Standing) -> Response:
    """Print a paper that the sign-off lists."""
    sign_off = sign_off_of(current_desk().rest_of(standing, posted_number()))
    wanted = request.form.get(PAPER, "")
    # What was signed is lost with a restart: then the lawyer's own sheet says what to hand over.
    listed = sign_off.hand_over if sign_off else ALWAYS
    return choose_paper(standing, wanted if wanted in listed else "", EXIT_ADDRESS)


EXIT = DeskStation(
    EXIT_ADDRESS,
    "let_go",
    _show,
    {
        "show": Act("see_progress", choose, has_number=True),
        "print": Act("print_papers", print_one, has_number=True, fields=frozenset((PAPER,))),
        "done": Act("let_go", let_go, has_number=True),
        **OUT,
    },
    "exit",
)
