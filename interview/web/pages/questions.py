"""The start and the question pages."""

from dataclasses import replace

from flask import Blueprint, Response, abort, request

from interview.screening import Page
from interview.web.pages.fields import (
    FilledByFact,
    TextsByFact,
    asked_on,
    mistake_texts,
    oddity_texts,
)
from interview.web.protection import refuse_strange_fields
from interview.web.site import UNSURE, Mistake, PageAnswers, current_site, filled
from interview.web.visit import (
    START,
    Position,
    Visit,
    address,
    current_language,
    current_visits,
    keep,
    position_of,
    render_page,
    renew,
    requested,
    required_visit,
    see_other,
    set_cookie,
)

bp = Blueprint("questions", __name__)
# The first page asks who is answering; the start asks it too.
FIRST_PAGE = 1
SKIP = "skip"
LANGUAGE = "language"
# The form of a page that asked back says so: whoever sends it again confirms what is odd.
ASKED_BACK = "asked_back"


# ---------------------------------------------------------------- the start


@bp.get(START)
def start() -> Response:
    """What this is, what is kept, and who answers."""
    before = requested().visit
    if before and before.answers and current_site().settings.kiosk:
        # Whoever comes to the start of a shared device is somebody else.
        requested().visit, requested().has_ended = Visit(before.language), True
        before = None
    visit = requested().visit or Visit(current_language())
    response = _start_page(visit, {}, [])
    return response if before else keep(response, visit)


@bp.post(START)
def begin() -> Response:
    """Begin anew: whatever an earlier person answered here is gone."""
    site, before = current_site(), requested().visit
    page = site.path.pages[FIRST_PAGE - 1]
    refuse_strange_fields(page)
    posted = site.forms.read(page, request.form)
    if posted.mistakes:
        return _start_page(before or Visit(current_language()), posted.filled, posted.mistakes)
    # A helper and a person who read together go on so; at a kiosk somebody else has come.
    shows_both = bool(before and before.shows_both) and not site.settings.kiosk
    visit = Visit(current_language(), answers=posted.answers, shows_both=shows_both)
    return keep(see_other(position_of(visit).onward), visit)


def _start_page(visit: Visit, filled: FilledByFact, mistakes: list[Mistake]) -> Response:
    page = current_site().path.pages[FIRST_PAGE - 1]
    return render_page(
        "start.html",
        asked=asked_on(page, filled, mistake_texts(mistakes)),
        token=current_visits().form_token(visit),
        onward=position_of(visit).onward if visit.answers else None,
        is_cleared=requested().has_ended and current_site().settings.kiosk,
    )


# ---------------------------------------------------------------- questions


@bp.get("/q/<int:number>")
def question(number: int) -> Response:
    """A question page; one that is not on the path leads to where the answers lead."""
    visit = required_visit()
    position = position_of(visit)
    page = position.pages.get(number)
    if page is None:
        return see_other(position.onward)
    kept = {q.id: filled(q, visit.answers.get(q.id)) for q in page}
    odd = position.to_ask_back(page)
    return _question_page(
        position, number, kept, oddity_texts(odd, position.path_answers), is_asked_back=bool(odd)
    )


@bp.post("/q/<int:number>")
def answer(number: int) -> Response:
    """Take the answers of a page, or say what is wrong with them."""
    visit = required_visit()
    position = position_of(visit)
    page = position.page_on_path(number)
    if not page:
        return see_other(position.onward)
    posted = _read(page, visit)
    if LANGUAGE in request.form:
        return _in_other_language(visit, number, posted)
    if posted.mistakes:
        return _question_page(position, number, posted.filled, mistake_texts(posted.mistakes))
    answered = position_of(_with_answers(visit, page, posted))
    if odd := answered.to_ask_back(page):
        token = renew(answered.visit)
        texts = oddity_texts(odd, answered.path_answers)
        back = _question_page(answered, number, posted.filled, texts, is_asked_back=True)
        return set_cookie(back, token)
    elsewhere = answered.next_to_ask_back()
    onward = answered.onward if elsewhere is None else address(elsewhere)
    return keep(see_other(onward), answered.visit)


def _with_answers(visit: Visit, page: Page, posted: PageAnswers) -> Visit:
    """The visit with a page's answers; what the page asked back is confirmed where it still holds.

    An answer that was changed is asked back anew wherever it is odd.
    """
    facts = current_site().oddities.facts
    changed = {fact for fact, said in posted.answers.items() if visit.answers.get(fact) != said}
    confirmed = position_of(visit).to_ask_back(page) if ASKED_BACK in request.form else []
    asked_back = visit.asked_back | {oddity.id for oddity in confirmed}
    return replace(
        visit,
        answers=visit.answers | posted.answers,
        asked_back=frozenset(name for name in asked_back if changed.isdisjoint(facts[name])),
    )


def _in_other_language(visit: Visit, number: int, posted: PageAnswers) -> Response:
    """The page with a mistake in another language, with all that was typed."""
    language = request.form[LANGUAGE]
    if language not in current_site().languages:
        abort(400)
    requested().language = language
    answers = visit.answers if posted.mistakes else visit.answers | posted.answers
    kept = replace(visit, language=language, answers=answers)
    if not posted.mistakes:
        return keep(see_other(address(number)), kept)
    token = renew(kept)
    mistakes = mistake_texts(posted.mistakes)
    return set_cookie(_question_page(position_of(kept), number, posted.filled, mistakes), token)


def _read(page: Page, visit: Visit) -> PageAnswers:
    may_skip = _may_skip(page)
    refuse_strange_fields(page, [LANGUAGE, ASKED_BACK, *([SKIP] if may_skip else [])])
    if SKIP in request.form and may_skip:
        return PageAnswers({q.id: UNSURE for q in page}, [], {})
    return current_site().forms.read(page, request.form, visit.answers)


def _may_skip(page: Page) -> bool:
    """Say whether a page can be skipped: it is sensitive, and unsure is an answer to all of it."""
    return any(q.sensitive for q in page) and all(q.unsure for q in page)


def _question_page(
    position: Position,
    number: int,
    filled: FilledByFact,
    mistakes: TextsByFact,
    is_asked_back: bool = False,
) -> Response:
    page = position.page_on_path(number)
    part = position.part_of(number)
    number_in_part = position.number_in_part(number)
    return render_page(
        "question.html",
        asked=asked_on(page, filled, mistakes),
        mistakes=mistakes,
        is_asked_back=is_asked_back,
        back=position.before(number),
        part=position.site.parts[part],
        is_first_of_part=number_in_part == 1,
        part_number=part + 1,
        number_in_part=number_in_part,
        progress=position.progress(part),
        title_of_page=position.title_of(page),
        can_skip=_may_skip(page),
        token=current_visits().form_token(position.visit),
    )
