"""What is posted to the address that asks: answers, a step back, a change, another language."""

from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, Response, abort, request

from interview.screening import Page
from interview.web.pages.notices import LATE
from interview.web.pages.questions import may_skip
from interview.web.pages.shown import change_what_is_shown
from interview.web.protection import TOKEN_FIELD, bound_form, refuse_strange_fields
from interview.web.site import UNSURE, PageAnswers, current_site, field_names
from interview.web.visit import (
    ASK,
    BOTH,
    CONCLUDE,
    LANGUAGE,
    LONGEST_TYPED,
    START,
    Draft,
    FormToken,
    Position,
    Visit,
    as_in_boxes,
    current_visits,
    keep,
    position_of,
    refuse,
    requested,
    required_visit,
    see_other,
)

bp = Blueprint("answering", __name__)
_NOT_SAID = object()
BACK, CHANGE, SKIP, TO = "back", "change", "skip", "to"
# Where the ways off a page of questions lead, beside Leave now.
TO_BE_READ = frozenset((START, CONCLUDE, "/urgent", "/words", "/privacy", "/about", "/map"))


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
    if BACK in request.form:
        return _back(position, form)
    if CHANGE in request.form:
        return _change(position, form)
    page = position.page_on_path(form.page)
    if LANGUAGE in request.form or BOTH in request.form:
        return _shown_otherwise(position, form, page)
    if not page:
        # The way on from a break-out, or a page that is asked no more.
        return keep(see_other(ASK), replace(position.visit, at=0), form.page)
    return _answered(position, form, page)


def _back(position: Position, form: FormToken) -> Response:
    page = position.page_on_path(form.page)
    refuse_strange_fields(page, [BACK])
    number = position.before(form.page)
    if number is None:
        return see_other(START)
    visit = position.visit
    if any(name in request.form for name in _names(page)):
        visit = visit.drafted(_draft(form, page, visit))
    return keep(see_other(ASK), replace(visit, at=number), form.page)


def _to_be_read() -> Response:
    """Go to a page that is only read, and keep what was typed for whoever comes back.

    Where it cannot be kept, that page opens all the same: somebody may need urgent help.
    """
    wanted, visit = request.form[TO], requested().visit
    if wanted not in TO_BE_READ:
        abort(400)
    form = current_visits().read_form_token(request.form.get(TOKEN_FIELD, ""))
    if visit is None or form is None or form.id != visit.id or not visit.had(form.step, form.tag):
        return see_other(wanted)
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
    return keep(see_other(ASK), replace(position.visit, at=int(wanted)), form.page)


def _shown_otherwise(position: Position, form: FormToken, page: Page) -> Response:
    """Show the page in another language, or in both, with all that was typed on it."""
    refuse_strange_fields(page, [LANGUAGE, BOTH])
    change_what_is_shown()
    if not page:
        return keep(see_other(ASK), replace(position.visit, at=form.page), form.page)
    visit = position.visit.drafted(_draft(form, page, position.visit))
    return keep(see_other(ASK), replace(visit, at=form.page), form.page)


def _draft(form: FormToken, page: Page, visit: Visit) -> Draft:
    """Return what was typed, as far as it fits into a box; what was wrong before still is."""
    before = visit.draft_of(form.page)
    return _typed(form, page, is_wrong=before is not None and before.is_wrong)


def _typed(form: FormToken, page: Page, is_wrong: bool) -> Draft:
    names = [name for name in request.form if name in _names(page)]
    pairs = [(name, value) for name in names for value in request.form.getlist(name)]
    return Draft(form.page, as_in_boxes(pairs, LONGEST_TYPED), is_wrong)


def _names(page: Page) -> Sequence[str]:
    return [name for question in page for name in field_names(question)]


def _answered(position: Position, form: FormToken, page: Page) -> Response:
    visit = position.visit
    posted = _read(page, visit)
    if posted.mistakes:
        visit = visit.drafted(_typed(form, page, is_wrong=True))
        return keep(see_other(ASK), replace(visit, at=form.page), form.page)
    visit = visit.without_draft(form.page)
    answered = position_of(_with_answers(visit, page, posted, form.is_asked_back))
    odd = form.page if answered.to_ask_back(page) else answered.next_to_ask_back()
    at = odd or _break_out(position, answered, form)
    return keep(see_other(ASK), replace(answered.visit, at=at), form.page)


def _break_out(before: Position, after: Position, form: FormToken) -> int:
    """The number of the break-out where an answer raised a flag of now; 0 where none did.

    What was asked back was taken the first time already, and then told of the oddity alone.
    """
    was = before.without(form.page) if form.is_asked_back else before
    newly = after.urgent_flags - was.urgent_flags
    return after.break_out_of(form.page) if newly and after.came_up_on(form.page) else 0


def _with_answers(visit: Visit, page: Page, posted: PageAnswers, is_asked_back: bool) -> Visit:
    """The visit with a page's answers; what the page asked back is confirmed where it still holds.

    An answer that was changed is asked back anew wherever it is odd.
    """
    site = current_site()
    facts, said = site.oddities.facts, site.reader.read_all(posted.answers)[0]
    changed = {fact for fact in said if said[fact] != visit.answers.get(fact, _NOT_SAID)}
    confirmed = position_of(visit).to_ask_back(page) if is_asked_back else []
    asked_back = visit.asked_back | {oddity.id for oddity in confirmed}
    return replace(
        visit,
        answers=visit.answers | said,
        asked_back=frozenset(name for name in asked_back if not facts[name] & changed),
    )


def _read(page: Page, visit: Visit) -> PageAnswers:
    can_skip = may_skip(page)
    refuse_strange_fields(page, [SKIP] if can_skip else [])
    if SKIP in request.form and can_skip:
        return PageAnswers({q.id: UNSURE for q in page}, [], {})
    return current_site().forms.read(page, request.form, visit.answers)
