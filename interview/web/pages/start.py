"""The start: what this is, and who answers."""

from flask import Blueprint, Response, request

from interview.screening import Answers
from interview.web.pages.asking.fields import asked_on, mistake_texts
from interview.web.protection import WITHOUT_COOKIES, refuse_strange_fields, without_cookies
from interview.web.site import Mistake, current_site
from interview.web.visit import (
    ASK,
    FIRST_PAGE,
    START,
    Say,
    Visit,
    clear_note,
    current_language,
    current_visits,
    forget_waiting,
    new_chance,
    new_half,
    overwrite,
    refuse,
    render_page,
    requested,
    see_other,
    set_cookie,
    show,
)

bp = Blueprint("start", __name__)
MISTAKE = "sta"


@bp.get(START)
def start() -> Response:
    """What this is, what is kept, and who answers."""
    found = requested()
    if current_site().settings.kiosk and (found.visit or found.has_ended):
        return _cleared_for_the_next()
    found.say.chance = found.say.chance or new_chance()
    page = _start_page(found.visit)
    return show(clear_note(page) if found.note else page)


@bp.get(WITHOUT_COOKIES)
def cookies() -> Response:
    """What to do where a browser keeps no cookies."""
    return without_cookies()


def _cleared_for_the_next() -> Response:
    """Whoever comes to the start of a shared device is somebody else."""
    found = requested()
    if found.visit:
        current_visits().end(found.visit.id)
    found.visit, found.say = None, Say(chance=new_chance())
    response = forget_waiting(show(overwrite(_start_page(None, is_cleared=True))))
    return set_cookie(response, "visit", "")


def _start_page(visit: Visit | None, is_cleared: bool = False) -> Response:
    page = current_site().path.pages[FIRST_PAGE - 1]
    found = requested()
    wrong = [Mistake(page[0].id, "choose_one")] if found.note == MISTAKE else []
    return render_page(
        "start.html",
        asked=asked_on(page, {}, mistake_texts(wrong)),
        token=current_visits().start_token(found.say.chance),
        onward=ASK if visit else None,
        is_cleared=is_cleared,
    )


@bp.post(START)
def begin() -> Response:
    """Begin anew: whatever an earlier person answered here is gone."""
    site = current_site()
    page = site.path.pages[FIRST_PAGE - 1]
    refuse_strange_fields(page)
    posted = site.forms.read(page, request.form)
    if posted.mistakes:
        return refuse(MISTAKE, START)
    return begun(site.reader.read_all(posted.answers)[0], ASK)


def begun(answers: Answers, address: str) -> Response:
    """Begin a visit with these answers, and go on to an address; an earlier visit here ends.

    The half of its key is written now, and nothing later writes it again.
    """
    visits, say, before = current_visits(), requested().say, requested().visit
    if before:
        visits.end(before.id)
    half = new_half()
    visit = visits.begun(half, answers)
    # A helper and a person who read together go on so; at a kiosk somebody else has come.
    say.shows_both = say.shows_both and not (requested().visit and current_site().settings.kiosk)
    say.sheet, say.paper = "", ""
    say.is_compact, say.reads_aloud, say.from_paper = False, False, False
    say.language = current_language()
    response = forget_waiting(set_cookie(see_other(address), "half", half))
    set_cookie(response, "alive", visits.alive_token(visit))
    return show(set_cookie(response, "visit", visits.seal(visit, FIRST_PAGE)))
