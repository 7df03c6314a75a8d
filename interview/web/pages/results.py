"""The pages at the address that concludes: so far, the next steps, and the sheet for a lawyer."""

from flask import Blueprint, Response, abort, request

from interview.content import SOURCE_LANGUAGE
from interview.summary import lawyer_sheet
from interview.web.pages.notices import LATE, notice, with_notice
from interview.web.pages.shown import (
    change_language_of_sheet,
    change_what_is_shown,
    sheet_languages,
)
from interview.web.pages.slips import slip_page
from interview.web.protection import bound_form, refuse_strange_fields
from interview.web.site import current_site
from interview.web.visit import (
    ASK,
    BOTH,
    CONCLUDE,
    IN_BOTH,
    LANGUAGE,
    SLIP_KINDS,
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
    if requested().say.slip:
        return with_notice(slip_page(position))
    if position.first_open is not None:
        return with_notice(_so_far(position))
    page = _sheet(position) if requested().say.sheet else _next_steps(position)
    return with_notice(page)


def _so_far(position: Position) -> Response:
    """What can be said before the end; there is no sheet yet."""
    site, result, speaker = position.site, position.result, current_speaker()
    reads, had_sheet = speaker.language, requested().say.sheet
    requested().say.sheet = ""
    page = render_page(
        "so_far.html",
        said=speaker.in_both(lambda s: site.before_the_end.so_far(result, s.tongue)),
        contacts=speaker.in_both(lambda s: site.summarizer.contacts(result, s.tongue, reads)),
        back=ASK,
        notice=notice(),
    )
    return show(page) if had_sheet else page


@bp.post(CONCLUDE)
def show_otherwise() -> Response:
    """Show the sheet or the steps, another language or both; no answer changes here.

    On the sheet, a language is the sheet's own: who reads the next steps reads on in theirs.
    """
    visit = required_visit()
    form = bound_form(visit)
    refuse_strange_fields((), [SHOW, LANGUAGE, BOTH])
    if not visit.had(form.step, form.tag):
        return refuse(LATE, CONCLUDE)
    say = requested().say
    if say.sheet:
        change_language_of_sheet()
    else:
        change_what_is_shown()
    if SHOW in request.form:
        _change_page(request.form[SHOW])
    return show(see_other(CONCLUDE))


def _change_page(wanted: str) -> None:
    """Show the steps, the sheet for a lawyer, or a slip: of an event only where there is one."""
    kinds = SLIP_KINDS if current_site().settings.event_key else SLIP_KINDS[:2]
    if wanted not in (SHEET, STEPS, *filter(None, kinds)):
        abort(400)
    say = requested().say
    say.slip = wanted if wanted in kinds else ""
    say.sheet = (say.sheet or SOURCE_LANGUAGE) if wanted == SHEET else ""


def _next_steps(position: Position) -> Response:
    """What to do first, and everything behind it."""
    result = position.result
    build, reads = position.site.summarizer.build, current_speaker().language
    summary = current_speaker().in_both(lambda speaker: build(result, speaker.tongue, reads))
    return render_page("next_steps.html", summary=summary, back=ASK, notice=notice())


def _sheet(position: Position) -> Response:
    """One page to bring to a lawyer: in English unless told; in both, one after the other."""
    site, result, wanted = position.site, position.result, requested().say.sheet
    shown = sheet_languages() if wanted == IN_BOTH else (wanted,)
    tongues = [site.speakers[language, position.visit.voice].tongue for language in shown]
    sheets = [lawyer_sheet(site.screening, result, tongue) for tongue in tongues]
    return render_page(
        "lawyer.html", sheets=sheets, wanted=wanted, in_both=IN_BOTH, back=ASK, notice=notice()
    )
