"""What is posted from a page that has a whole part: taken as far as it can be, whatever is pressed.

A helper fills in many questions at once. What can be read is an answer at once; the rest is kept as
it was typed, each page of questions by itself. No way off the page loses any of it.
"""

from dataclasses import replace

from flask import Response, abort, request

from interview.web.pages.shown import SHOWN, change_what_is_shown
from interview.web.pages.taken import break_out, names_on, typed_draft, with_answers
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
    is_wrong = any(visit.draft_of(number) for number in pages)
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
    pages, read = position.part_pages(form.page), current_site().forms.read
    answers: dict[str, str] = {}
    visit = position.visit
    for number, page in pages.items():
        posted = read(page, request.form, position.visit.answers)
        answers |= posted.answers
        visit = visit.without_draft(number)
        if posted.mistakes and (is_whole or any(name in request.form for name in names_on(page))):
            visit = visit.drafted(typed_draft(number, page, is_whole))
    whole = tuple(question for page in pages.values() for question in page)
    return with_answers(visit, whole, answers, form.is_asked_back and is_whole)
