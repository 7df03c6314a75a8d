"""The start and the question pages."""

from dataclasses import replace

from flask import Blueprint, Response, abort, g, request
from werkzeug.wrappers import Response as AnyResponse

from interview.screening import Page
from interview.web import forms, site
from interview.web.pages.fields import (
    ShownByFact,
    TextsByFact,
    asked_on,
    mistake_texts,
    oddity_texts,
)
from interview.web.protection import refusals
from interview.web.site import START
from interview.web.visit import session as visitors
from interview.web.visit.arriving import go, visit_here, walk_of
from interview.web.visit.position import Walk, address
from interview.web.visit.visit import Visit

asking = Blueprint("asking", __name__)
# The first page asks who is answering; the start asks it too.
FIRST_PAGE = 1
SKIP = "skip"
LANGUAGE = "language"
# The form of a page that asked back says so: whoever sends it again confirms what is odd.
ASKED_BACK = "asked_back"


# ---------------------------------------------------------------- the start


@asking.get(START)
def start() -> Response:
    """What this is, what is kept, and who answers."""
    kiosk = site.current().settings.kiosk
    # Whoever comes to the start of a shared device is somebody else.
    is_left = kiosk and g.visit is not None and bool(g.visit.answers)
    if is_left:
        g.visit, g.has_ended = Visit(g.visit.language), True
    visit = g.visit or Visit(visitors.language())
    response = _start_page(visit, {}, [])
    return response if g.visit and not is_left else visitors.keep(response, visit)


@asking.post(START)
def begin() -> AnyResponse:
    """Begin anew: whatever an earlier person answered here is gone."""
    here = site.current()
    refusals.refuse_strange_fields(here.path.pages[FIRST_PAGE - 1])
    reading = here.forms.read(here.path.pages[FIRST_PAGE - 1], request.form)
    if reading.mistakes:
        return _start_page(g.visit or Visit(visitors.language()), reading.shown, reading.mistakes)
    # A helper and a person who read together go on so; at a kiosk somebody else has come.
    shows_both = bool(g.visit and g.visit.shows_both) and not here.settings.kiosk
    visit = Visit(visitors.language(), answers=reading.answers, shows_both=shows_both)
    return visitors.keep(go(walk_of(visit).onward), visit)


def _start_page(visit: Visit, shown: ShownByFact, mistakes: list[forms.Mistake]) -> Response:
    page = site.current().path.pages[FIRST_PAGE - 1]
    return visitors.render(
        "start.html",
        asked=asked_on(page, shown, mistake_texts(mistakes)),
        token=visitors.form_token(visit),
        onward=walk_of(visit).onward if visit.answers else None,
        is_cleared=g.has_ended and site.current().settings.kiosk,
    )


# ---------------------------------------------------------------- questions


@asking.get("/q/<int:number>")
def question(number: int) -> AnyResponse:
    """A question page; one that is not on the path leads to where the answers lead."""
    visit = visit_here()
    walk = walk_of(visit)
    page = walk.pages.get(number)
    if page is None:
        return go(walk.onward)
    shown = {q.id: forms.shown(q, visit.answers.get(q.id)) for q in page}
    odd = walk.to_ask_back(page)
    return _question_page(walk, number, shown, oddity_texts(odd), is_asked_back=bool(odd))


@asking.post("/q/<int:number>")
def answer(number: int) -> AnyResponse:
    """Take the answers of a page, or say what is wrong with them."""
    visit = visit_here()
    walk = walk_of(visit)
    page = walk.page_on_path(number)
    if not page:
        return go(walk.onward)
    reading = _read(page, visit)
    if LANGUAGE in request.form:
        return _in_other_language(visit, number, reading)
    if reading.mistakes:
        return _question_page(walk, number, reading.shown, mistake_texts(reading.mistakes))
    answered = walk_of(_with_answers(visit, page, reading))
    if odd := answered.to_ask_back(page):
        visitors.renew(answered.visit)
        texts = oddity_texts(odd)
        back = _question_page(answered, number, reading.shown, texts, is_asked_back=True)
        return visitors.keep_renewed(back)
    elsewhere = answered.next_to_ask_back()
    onward = answered.onward if elsewhere is None else address(elsewhere)
    return visitors.keep(go(onward), answered.visit)


def _with_answers(visit: Visit, page: Page, reading: forms.Reading) -> Visit:
    """The visit with a page's answers; what the page asked back is confirmed where it still holds.

    An answer that was changed is asked back anew wherever it is odd.
    """
    facts = site.current().oddities.facts
    changed = {fact for fact, said in reading.answers.items() if visit.answers.get(fact) != said}
    confirmed = walk_of(visit).to_ask_back(page) if ASKED_BACK in request.form else []
    asked_back = visit.asked_back | {oddity.id for oddity in confirmed}
    return replace(
        visit,
        answers=visit.answers | reading.answers,
        asked_back=frozenset(name for name in asked_back if not facts[name] & changed),
    )


def _in_other_language(visit: Visit, number: int, reading: forms.Reading) -> Response:
    """The page with a mistake in another language, with all that was typed."""
    language = request.form[LANGUAGE]
    if language not in site.current().languages:
        abort(400)
    g.language = language
    answers = visit.answers if reading.mistakes else visit.answers | reading.answers
    kept = replace(visit, language=language, answers=answers)
    if not reading.mistakes:
        return visitors.keep(go(address(number)), kept)
    visitors.renew(kept)
    mistakes = mistake_texts(reading.mistakes)
    return visitors.keep_renewed(_question_page(walk_of(kept), number, reading.shown, mistakes))


def _read(page: Page, visit: Visit) -> forms.Reading:
    may_skip = _may_skip(page)
    refusals.refuse_strange_fields(page, [LANGUAGE, ASKED_BACK, *([SKIP] if may_skip else [])])
    if SKIP in request.form and may_skip:
        return forms.Reading({q.id: forms.UNSURE for q in page}, [], {})
    return site.current().forms.read(page, request.form, visit.answers)


def _may_skip(page: Page) -> bool:
    """Say whether a page can be skipped: it is sensitive, and unsure is an answer to all of it."""
    return any(q.sensitive for q in page) and all(q.unsure for q in page)


def _question_page(
    walk: Walk,
    number: int,
    shown: ShownByFact,
    mistakes: TextsByFact,
    is_asked_back: bool = False,
) -> Response:
    page = walk.page_on_path(number)
    part = walk.part_of(number)
    place = walk.place_in_part(number)
    name = walk.site.content.interview.parts[part]
    return visitors.render(
        "question.html",
        asked=asked_on(page, shown, mistakes),
        mistakes=mistakes,
        is_asked_back=is_asked_back,
        back=walk.before(number),
        part=walk.site.content.parts[name],
        is_first_of_part=place == 1,
        part_number=part + 1,
        place=place,
        progress=walk.progress(part),
        title_of_page=walk.title_of(page),
        can_skip=_may_skip(page),
        token=visitors.form_token(walk.visit),
    )
