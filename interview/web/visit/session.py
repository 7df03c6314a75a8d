"""The session: the page that is given back, and the visit that its cookies keep."""

import secrets
from typing import Any

from flask import Response, request

from interview.web.site import Speaker, current_site
from interview.web.visit.cookies import NO_NOTE, cookie_name, said_in_address, set_cookie, write_say
from interview.web.visit.idle import idle
from interview.web.visit.position import ASK, START
from interview.web.visit.requested import current_language, is_compact, requested
from interview.web.visit.visit import Visit
from interview.web.visit.visits import current_visits


def current_speaker() -> Speaker:
    """Return the language and voice to speak in."""
    found, site = requested(), current_site()
    spoken = site.pairs if found.say.shows_both else site.speakers
    voice = found.visit.voice if found.visit else "self"
    # What is read aloud speaks to whoever hears it; the steps are for the helper again.
    if request.path == ASK and found.say.reads_aloud and is_compact(found.visit):
        voice = "self"
    return spoken[current_language(), voice]


def render_page(template: str, status: int = 200, **values: Any) -> Response:
    """Return a page in the language and voice of this request."""
    speaker = current_speaker()
    requested().nonce = nonce = secrets.token_urlsafe(16)
    visit = requested().visit
    token = values.pop("token", None)
    if token is None and visit is not None:
        token = current_visits().form_token(visit)
    usual = {
        "speaker": speaker,
        "say": speaker.say,
        "both": speaker.both,
        "fill": speaker.fill,
        "here": request.path,
        "idle": idle(),
        "nonce": nonce,
        "token": token,
        "has_answers": visit is not None,
        "said_in": said_in_address(requested().say),
        "left_to": left_to(),
        "run_by": current_site().book.run_by(speaker.tongue),
        "half_name": cookie_name("half"),
        "post_length": current_site().post_length(is_compact(visit)),
        "notice": None,
        "keeps_typed": False,
        "is_desk": False,
    }
    page = current_site().templates.get_template(template).render({**usual, **values})
    return Response(page, status, mimetype="text/html")


def left_to() -> str:
    """Return where somebody goes who leaves."""
    site = current_site()
    if site.settings.kiosk:
        return START
    return site.leave_to or f"/left/{current_language()}"


def see_other(address: str) -> Response:
    """Send the browser to another page, which it gets anew."""
    response = Response(status=303)
    response.headers["Location"] = address
    return response


def keep(response: Response, visit: Visit, page: int = 0) -> Response:
    """Seal a visit into the response's cookie, one step further after a form of a page.

    What is to be shown is written too: no press has more cookies than another one.
    """
    set_cookie(response, "visit", current_visits().seal(visit, page))
    return show(response)


def show(response: Response) -> Response:
    """Keep what this request says is to be shown."""
    return write_say(response, requested().say)


def refuse(note: str, address: str = ASK) -> Response:
    """Send the browser on to a page that says what is wrong: none may answer a post."""
    return set_cookie(see_other(address), "note", note)


def clear_note(response: Response) -> Response:
    """What was said once is not said again."""
    return set_cookie(response, "note", NO_NOTE)
