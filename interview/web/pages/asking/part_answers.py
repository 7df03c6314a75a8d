"""What is posted from a page that has a whole part: taken as far as it can be, whatever is pressed.

A helper fills in many questions at once. What can be read is an answer at once; the rest is kept as
it was typed, each page of questions by itself. No way off the page loses any of it.
"""

from dataclasses import replace

from flask import Response, abort, request

from interview.screening import Page
from interview.web.pages.asking.taken import break_out, names_on, typed_draft, with_answers
from interview.web.pages.shown import SHOWN, change_what_is_shown
from interview.web.protection import refuse_strange_fields
from interview.web.site import current_site
from interview.web.visit import (
    ASK,
    CONCLUDE,
    LANGUAGE,
    START,
    FormToken,
    Position,
    Visit,
    is_from_paper,
    keep,
    position_of,
    see_other,
)

# The form of a whole part; its button that shows what follows from the answers; two ways off.
WHOLE, MORE, BACK, TO = "whole", "more", "back", "to"
# A way off that is no address: it is shown at the one that concludes.
SLIP = "slip"


def answer_part(position: Position, form: FormToken) -> Response:
    """Take what was posted of a part, and show the page that follows."""
    if form.page == position.check:
        abort(400)
    of_part = position.site.parts[position.part_of(form.page)].questions
    refuse_strange_fields(of_part, [WHOLE, MORE, BACK, TO, LANGUAGE, *SHOWN])
    if BACK in request.form:
        return _back(position, form)
    if MORE in request.form or LANGUAGE in request.form or any(n in request.form for n in SHOWN):
        change_what_is_shown()
        return _stay(position, form, _taken(position, form, is_whole=False))
    if TO in request.form:
        visit = _taken(position, form, is_whole=False)
        at = _break_out(position, form, visit) or form.page
        to = CONCLUDE if request.form[TO] == SLIP else request.form[TO]
        return keep(see_other(to), replace(visit, at=at), form.page)
    return _go_on(position, form)


def _back(position: Position, form: FormToken) -> Response:
    # Who came here to change an answer goes back to the check.
    comes_from_check = position.visit.is_changing and position.first_open is None
    before = position.check if comes_from_check else position.part_before(form.page)
    visit = _taken(position, form, is_whole=False)
    address = START if before is None else ASK
    at = _break_out(position, form, visit) or before or form.page
    return keep(see_other(address), replace(visit, at=at, is_changing=False), form.page)


def _stay(position: Position, form: FormToken, visit: Visit) -> Response:
    at = _break_out(position, form, visit) or form.page
    return keep(see_other(ASK), replace(visit, at=at), form.page)


def _break_out(position: Position, form: FormToken, visit: Visit) -> int:
    """The number of the break-out of what was taken, whichever button was pressed; or 0."""
    after = position_of(visit)
    return break_out(position, after, tuple(after.part_pages(form.page)), form.is_asked_back)


def _go_on(position: Position, form: FormToken) -> Response:
    """Go to the next part where this one has all its answers, and nothing of it is asked back."""
    visit = _taken(position, form, is_whole=True)
    after = position_of(visit)
    pages = after.part_pages(form.page)
    is_wrong = any(draft.is_wrong for draft in visit.drafts if draft.page in pages)
    is_open = any(question.id not in visit.answers for p in pages.values() for question in p)
    is_odd = any(after.to_ask_back(page) for page in pages.values())
    if is_wrong or is_open or is_odd:
        return _stay(position, form, visit)
    at = after.next_to_ask_back() or _break_out(position, form, visit)
    return keep(see_other(ASK), replace(visit, at=at, is_changing=False), form.page)


def _taken(position: Position, form: FormToken, is_whole: bool) -> Visit:
    """The visit with every answer of the part that can be read.

    `is_whole`: what is missing on the page, as it was sent out, is a mistake.
    """
    visit, read = position.visit, current_site().forms.read
    from_paper = is_from_paper(visit)
    pages = (position.part_on_paper if from_paper else position.part_pages)(form.page)
    posted = {n: read(page, request.form, visit.answers) for n, page in pages.items()}
    answers = {fact: said for one in posted.values() for fact, said in one.answers.items()}
    whole = tuple(question for page in pages.values() for question in page)
    taken = with_answers(visit, whole, answers, form.is_asked_back and is_whole)
    asked = _asked(position_of(taken), form) if from_paper else {q.id for q in whole}
    for number, page in pages.items():
        taken = taken.without_draft(number)
        wrong = {mistake.fact for mistake in posted[number].mistakes}
        is_wrong = is_whole and bool(wrong & asked)
        if wrong and (is_wrong or _is_typed(page, from_paper)):
            taken = taken.drafted(typed_draft(number, page, is_wrong))
    return taken


def _asked(position: Position, form: FormToken) -> set[str]:
    """The facts of a part that the answers ask for: of the rest nothing on paper is missing."""
    return {question.id for page in position.part_pages(form.page).values() for question in page}


def _is_typed(page: Page, from_paper: bool) -> bool:
    """Say whether anything of a page was sent; from paper, whether anything stands there."""
    return any(
        bool(request.form[name]) or not from_paper
        for name in names_on(page)
        if name in request.form
    )
