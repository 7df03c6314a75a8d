"""What is posted to the address that asks: answers, a step back, a change, another language."""

from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, Response, abort, request

from interview.screening import Page
from interview.web.pages.notices import LATE
from interview.web.pages.questions import may_skip
from interview.web.pages.shown import BOTH, LANGUAGE, change_what_is_shown
from interview.web.protection import bound_form, refuse_strange_fields
from interview.web.site import UNSURE, PageAnswers, current_site, field_names
from interview.web.visit import (
    ASK,
    LONGEST_TYPED,
    START,
    Draft,
    FormToken,
    Position,
    Visit,
    as_in_boxes,
    keep,
    position_of,
    refuse,
    required_visit,
    see_other,
)

bp = Blueprint("answering", __name__)
_NOT_SAID = object()
BACK, CHANGE, SKIP = "back", "change", "skip"


@bp.post(ASK)
def answer() -> Response:
    """Take what was posted, and show the page that follows."""
    visit = required_visit()
    form = bound_form(visit)
    if not visit.had(form.step, form.tag):
        return refuse(LATE)
    was_wrong = bool(visit.draft and visit.draft.page == form.page and visit.draft.is_wrong)
    # A page of the newest step has told of the fork; an older one has not.
    is_untold = visit.has_fork and form.step < visit.step
    position = position_of(replace(visit, draft=None, has_fork=is_untold))
    if BACK in request.form:
        return _back(position, form)
    if CHANGE in request.form:
        return _change(position, form)
    page = position.page_on_path(form.page)
    if LANGUAGE in request.form or BOTH in request.form:
        return _shown_otherwise(position, form, page, was_wrong)
    if not page:
        # That page is asked no more.
        return keep(see_other(ASK), replace(position.visit, at=0), form.page)
    return _answered(position, form, page)


def _back(position: Position, form: FormToken) -> Response:
    refuse_strange_fields((), [BACK])
    number = position.before(form.page)
    if number is None:
        return see_other(START)
    return keep(see_other(ASK), replace(position.visit, at=number), form.page)


def _change(position: Position, form: FormToken) -> Response:
    refuse_strange_fields((), [CHANGE])
    wanted = request.form[CHANGE]
    if not (wanted.isdecimal() and int(wanted) in position.pages):
        abort(400)
    return keep(see_other(ASK), replace(position.visit, at=int(wanted)), form.page)


def _shown_otherwise(position: Position, form: FormToken, page: Page, is_wrong: bool) -> Response:
    """Show the page in another language, or in both, with all that was typed on it."""
    refuse_strange_fields(page, [LANGUAGE, BOTH])
    change_what_is_shown()
    if not page:
        return keep(see_other(ASK), replace(position.visit, at=form.page), form.page)
    draft = _draft(form, page, is_wrong)
    kept = replace(position.visit, at=form.page, draft=draft)
    return keep(see_other(ASK), kept, form.page)


def _draft(form: FormToken, page: Page, is_wrong: bool) -> Draft:
    """Return what was typed, as far as it fits into a box."""
    names = [name for name in request.form if name in _names(page)]
    pairs = [(name, value) for name in names for value in request.form.getlist(name)]
    return Draft(form.page, as_in_boxes(pairs, LONGEST_TYPED), is_wrong)


def _names(page: Page) -> Sequence[str]:
    return [name for question in page for name in field_names(question)]


def _answered(position: Position, form: FormToken, page: Page) -> Response:
    visit = position.visit
    posted = _read(page, visit)
    if posted.mistakes:
        draft = _draft(form, page, is_wrong=True)
        return keep(see_other(ASK), replace(visit, at=form.page, draft=draft), form.page)
    answered = position_of(_with_answers(visit, page, posted, form.is_asked_back))
    odd = form.page if answered.to_ask_back(page) else answered.next_to_ask_back()
    return keep(see_other(ASK), replace(answered.visit, at=odd or 0), form.page)


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
