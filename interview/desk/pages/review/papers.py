"""Papers of one person, on the screen of whoever may print them: made, shown, kept nowhere."""

from flask import Response

from interview.content import SOURCE_LANGUAGE
from interview.desk.pages.frame import desk_page, see_station
from interview.desk.pages.front import current_desk, current_front
from interview.desk.pages.review.person import Person, person_of
from interview.desk.pages.stations import DeskStation
from interview.desk.rights import Standing
from interview.paper import KINDS, Busy, NoPaper, NoPress, Order
from interview.summary import lawyer_sheet
from interview.web import current_site, padded_file

PAPER = "paper"
EXIT_PAPER, OWN_PAPER = "/desk-paper", "/desk-sheet"
# What is printed from the screen; the other papers come as a file.
STEPS, SHEET = "next_steps", "sheet"
_SIZE = 196_608
_PDF, _DOCX = ".pdf", ".docx"
_MEDIA = {
    _PDF: "application/pdf",
    _DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def choose_paper(standing: Standing, wanted: str, back: str) -> Response:
    """Lead to a paper; to where it was asked for where there is none."""
    chosen = current_front().chosen(standing)
    chosen.paper = wanted
    if not wanted:
        return see_station(back)
    return see_station(OWN_PAPER if back != "/desk-exit" else EXIT_PAPER)


def show_at_exit(standing: Standing) -> Response:
    """Show the paper of the ticket that the exit looks at."""
    number = current_front().chosen(standing).number
    packed = current_desk().open_visit(standing, number, action="print_papers")
    return _paper(standing, person_of(packed), "/desk-exit")


def show_own(standing: Standing) -> Response:
    """Show a paper of the ticket that a reviewer holds."""
    mine = current_desk().mine(standing)
    packed = current_desk().open_visit(standing, mine.number if mine else 0)
    return _paper(standing, person_of(packed), "/desk-review")


def _paper(standing: Standing, person: Person, back: str) -> Response:
    wanted = current_front().chosen(standing).paper
    site, result = current_site(), person.result
    voice, spoken = person.carried.voice, person.carried.language
    if wanted == STEPS:
        speaker = site.speakers[spoken, voice]
        summary = site.summarizer.build(result, speaker.tongue, spoken)
        return desk_page("paper.html", summary=summary, sheets=(), to=back, of=speaker)
    if wanted == SHEET:
        tongue = site.speakers[SOURCE_LANGUAGE, voice].tongue
        sheets = [lawyer_sheet(site.screening, result, tongue)]
        return desk_page("paper.html", summary=None, sheets=sheets, to=back, of=None)
    return _file(person, wanted) or see_station(back)


def _file(person: Person, wanted: str) -> Response | None:
    """Return a paper as a file without a name that tells; None where it cannot be made."""
    site, words = current_site(), current_site().content.desk.sign_off
    kind = next((one.kind for one in words.hand_over if one.id == wanted and one.kind), None)
    if kind is None:
        return None
    suffix = _DOCX if _PDF not in KINDS[kind].make or kind == "letter" else _PDF
    tongue = site.speakers[person.carried.language, person.carried.voice].tongue
    day, practice = site.settings.today(), site.content.desk.screens.frame.practice
    mark = tongue.say(practice) if current_desk().is_practice else ""
    order = Order(site.screening, tongue, day, person.result, mark=mark)
    try:
        made = padded_file(KINDS[kind].make[suffix](order), _SIZE)
    except (NoPaper, NoPress, Busy):
        return None
    response = Response(made, mimetype=_MEDIA[suffix])
    response.headers["Content-Disposition"] = f'inline; filename="paper{suffix}"'
    return response


AT_EXIT = DeskStation(EXIT_PAPER, "print_papers", show_at_exit)
OWN = DeskStation(OWN_PAPER, "open_visit", show_own)
