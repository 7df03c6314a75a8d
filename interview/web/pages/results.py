"""The pages at the address that concludes: so far, the next steps, and the sheet for a lawyer."""

from flask import Blueprint, Response, abort, request

from interview.summary import lawyer_sheet
from interview.web.pages.notices import LATE, notice, with_notice
from interview.web.pages.shown import change_what_is_shown
from interview.web.protection import bound_form, refuse_strange_fields
from interview.web.visit import (
    ASK,
    BOTH,
    CONCLUDE,
    LANGUAGE,
    Position,
    current_speaker,
    position_of,
    refuse,
    render_page,
    requested,
    required_visit,
    see_other,
    show,
)

bp = Blueprint("results", __name__)
SHOW, SHEET, STEPS = "show", "sheet", "steps"


@bp.get(CONCLUDE)
def conclude() -> Response:
    """What the answers come to, or one page of it to bring to a lawyer."""
    position = position_of(required_visit())
    if position.first_open is not None:
        return with_notice(_so_far(position))
    page = _sheet(position) if requested().say.shows_sheet else _next_steps(position)
    return with_notice(page)


def _so_far(position: Position) -> Response:
    """What can be said before the end; there is no sheet yet."""
    site, result, speaker = position.site, position.result, current_speaker()
    had_sheet, requested().say.shows_sheet = requested().say.shows_sheet, False
    page = render_page(
        "so_far.html",
        said=speaker.in_both(lambda s: site.before_the_end.so_far(result, s.tongue)),
        contacts=speaker.in_both(lambda s: site.summarizer.build(result, s.tongue).contacts),
        back=ASK,
        notice=notice(),
    )
    return show(page) if had_sheet else page


@bp.post(CONCLUDE)
def show_otherwise() -> Response:
    """Show the sheet or the steps, another language or both; no answer changes here."""
    visit = required_visit()
    form = bound_form(visit)
    refuse_strange_fields((), [SHOW, LANGUAGE, BOTH])
    if not visit.had(form.step, form.tag):
        return refuse(LATE, CONCLUDE)
    change_what_is_shown()
    if SHOW in request.form:
        if request.form[SHOW] not in (SHEET, STEPS):
            abort(400)
        requested().say.shows_sheet = request.form[SHOW] == SHEET
    return show(see_other(CONCLUDE))


def _next_steps(position: Position) -> Response:
    """What to do first, and everything behind it."""
    result = position.result
    build = position.site.summarizer.build
    summary = current_speaker().in_both(lambda speaker: build(result, speaker.tongue))
    return render_page("next_steps.html", summary=summary, back=ASK, notice=notice())


def _sheet(position: Position) -> Response:
    """One page to bring to a lawyer."""
    sheet = lawyer_sheet(position.site.screening, position.result, current_speaker().tongue)
    return render_page("lawyer.html", sheet=sheet, back=ASK, notice=notice())
