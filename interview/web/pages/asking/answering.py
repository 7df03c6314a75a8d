"""What is posted to the address that asks: answers, a step back, a change, another language."""

from dataclasses import replace

from flask import Blueprint, Response, abort, request

from interview.screening import Page
from interview.web.pages.asking.part_answers import BACK, SLIP, TO, WHOLE, answer_part
from interview.web.pages.asking.questions import may_skip
from interview.web.pages.asking.taken import break_out, names_on, typed_draft, with_answers
from interview.web.pages.notices import LATE
from interview.web.pages.shown import SHOWN, change_what_is_shown
from interview.web.protection import TOKEN_FIELD, bound_form, refuse_strange_fields
from interview.web.site import UNSURE, PageAnswers, current_site
from interview.web.visit import (
    ASK,
    CONCLUDE,
    LANGUAGE,
    START,
    Draft,
    FormToken,
    Position,
    Visit,
    current_visits,
    keep,
    position_of,
    refuse,
    requested,
    required_visit,
    see_other,
)

bp = Blueprint("answering", __name__)
CHANGE, SKIP = "change", "skip"
# Where the ways off a page of questions lead, beside Leave now.
TO_BE_READ = frozenset((START, CONCLUDE, SLIP, "/urgent", "/words", "/privacy", "/about", "/map"))


@bp.post(ASK)
def answer() -> Response:
    """Take what was posted, and show the page that follows."""
    if TO in request.form:
        return _to_be_read()
    visit = required_visit()
    form = bound_form(visit)
    if not visit.had(form.step, form.tag):
        return refuse(LATE)
    # A page of the newest step has told of the fork; an older one has not.
    is_untold = visit.has_fork and form.step < visit.step
    position = position_of(replace(visit, has_fork=is_untold))
    if WHOLE in request.form:
        return answer_part(position, form)
    if BACK in request.form:
        return _back(position, form)
    if CHANGE in request.form:
        return _change(position, form)
    page = position.page_on_path(form.page)
    if any(name in request.form for name in (LANGUAGE, *SHOWN)):
        return _shown_otherwise(position, form, page)
    if not page:
        # The way on from a break-out, or a page that is asked no more.
        return keep(see_other(ASK), replace(position.visit, at=0), form.page)
    return _answered(position, form, page)


def _back(position: Position, form: FormToken) -> Response:
    page = position.page_on_path(form.page)
    refuse_strange_fields(page, [BACK])
    visit = position.visit
    comes_from_check = visit.is_changing and position.first_open is None
    number = position.check if comes_from_check else position.before(form.page)
    if number is None:
        return see_other(START)
    if any(name in request.form for name in names_on(page)):
        visit = visit.drafted(_draft(form, page, visit))
    return keep(see_other(ASK), replace(visit, at=number, is_changing=False), form.page)


def _to_be_read() -> Response:
    """Go to a page that is only read, and keep what was typed for whoever comes back.

    Where it cannot be kept, that page opens all the same: somebody may need urgent help.
    """
    wanted, visit = request.form[TO], requested().visit
    if wanted not in TO_BE_READ:
        abort(400)
    if wanted == SLIP:
        requested().say.paper, wanted = SLIP, CONCLUDE
    form = current_visits().read_form_token(request.form.get(TOKEN_FIELD, ""))
    if visit is None or form is None or form.id != visit.id or not visit.had(form.step, form.tag):
        return see_other(wanted)
    if WHOLE in request.form:
        return answer_part(position_of(visit), form)
    page = position_of(visit).page_on_path(form.page)
    refuse_strange_fields(page, [TO])
    if page:
        visit = visit.drafted(_draft(form, page, visit))
    # Whoever goes from a break-out to the steps so far goes on from there to the next question.
    at = form.page if page or wanted != CONCLUDE else 0
    return keep(see_other(wanted), replace(visit, at=at), form.page)


def _change(position: Position, form: FormToken) -> Response:
    refuse_strange_fields((), [CHANGE])
    wanted = request.form[CHANGE]
    if not (wanted.isdecimal() and int(wanted) in position.pages):
        abort(400)
    visit = replace(position.visit, at=int(wanted), is_changing=True)
    return keep(see_other(ASK), visit, form.page)


def _shown_otherwise(position: Position, form: FormToken, page: Page) -> Response:
    """Show the page in another language, or in both, with all that was typed on it."""
    refuse_strange_fields(page, [LANGUAGE, *SHOWN])
    change_what_is_shown()
    if not page:
        return keep(see_other(ASK), replace(position.visit, at=form.page), form.page)
    visit = position.visit.drafted(_draft(form, page, position.visit))
    return keep(see_other(ASK), replace(visit, at=form.page), form.page)


def _draft(form: FormToken, page: Page, visit: Visit) -> Draft:
    """Return what was typed, as far as it fits into a box; what was wrong before still is."""
    before = visit.draft_of(form.page)
    return typed_draft(form.page, page, is_wrong=before is not None and before.is_wrong)


def _answered(position: Position, form: FormToken, page: Page) -> Response:
    visit = position.visit
    posted = _read(page, visit)
    if posted.mistakes:
        visit = visit.drafted(typed_draft(form.page, page, is_wrong=True))
        return keep(see_other(ASK), replace(visit, at=form.page), form.page)
    visit = visit.without_draft(form.page)
    answered = position_of(with_answers(visit, page, posted.answers, form.is_asked_back))
    odd = form.page if answered.to_ask_back(page) else answered.next_to_ask_back()
    # Who is asked back on a page that was opened from the check still goes back there.
    stays = answered.visit.is_changing and odd == form.page
    at = odd or break_out(position, answered, (form.page,), form.is_asked_back)
    return keep(see_other(ASK), replace(answered.visit, at=at, is_changing=stays), form.page)


def _read(page: Page, visit: Visit) -> PageAnswers:
    can_skip = may_skip(page)
    refuse_strange_fields(page, [SKIP] if can_skip else [])
    if SKIP in request.form and can_skip:
        return PageAnswers({q.id: UNSURE for q in page}, [], {})
    return current_site().forms.read(page, request.form, visit.answers)
