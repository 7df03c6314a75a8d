"""The start, the question pages, the check and the next steps."""

from dataclasses import replace

from flask import Blueprint, Response, abort, g, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from interview.content import Question
from interview.judging import Answer
from interview.lawyer_sheet import lawyer_sheet
from interview.path import Page
from interview.web import forms, refusals, site, visitors
from interview.web.showing import (
    ShownByFact,
    TextsByFact,
    asked_on,
    mistake_texts,
    oddity_texts,
)
from interview.web.site import START
from interview.web.visits import Visit
from interview.web.walking import CHECK, Walk, address

asking = Blueprint("asking", __name__)
NEXT_STEPS = "/next-steps"
LAWYER = "/lawyer"
# The first page asks who is answering; the start asks it too.
FIRST_PAGE = 1
SKIP = "skip"
LANGUAGE = "language"
# The form of a page that asked back says so: whoever sends it again confirms what is odd.
ASKED_BACK = "asked_back"


def _walk(visit: Visit) -> Walk:
    here = site.current()
    return Walk(here, visit, here.settings.today())


def _visit() -> Visit:
    """Return this request's visit; without one, the trouble page or the start follows."""
    if g.has_ended:
        abort(redirect(START, 303) if site.current().settings.kiosk else 410)
    visit: Visit | None = g.visit
    if visit is None:
        abort(redirect(START, 303))
    return visit


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
    return visitors.keep(_go(_walk(visit).onward), visit)


def _start_page(visit: Visit, shown: ShownByFact, mistakes: list[forms.Mistake]) -> Response:
    page = site.current().path.pages[FIRST_PAGE - 1]
    return visitors.render(
        "start.html",
        asked=asked_on(page, shown, mistake_texts(mistakes)),
        token=visitors.form_token(visit),
        onward=_walk(visit).onward if visit.answers else None,
        is_cleared=g.has_ended and site.current().settings.kiosk,
    )


def _go(where: str) -> Response:
    response = Response(status=303)
    response.headers["Location"] = where
    return response


# ---------------------------------------------------------------- questions


@asking.get("/q/<int:number>")
def question(number: int) -> AnyResponse:
    """A question page; one that is not on the path leads to where the answers lead."""
    visit = _visit()
    walk = _walk(visit)
    page = walk.pages.get(number)
    if page is None:
        return _go(walk.onward)
    shown = {q.id: forms.shown(q, visit.answers.get(q.id)) for q in page}
    odd = walk.to_ask_back(page)
    return _question_page(walk, number, shown, oddity_texts(odd), is_asked_back=bool(odd))


@asking.post("/q/<int:number>")
def answer(number: int) -> AnyResponse:
    """Take the answers of a page, or say what is wrong with them."""
    visit = _visit()
    page = _walk(visit).page_on_path(number)
    if not page:
        return _go(_walk(visit).onward)
    reading = _read(page, visit)
    if LANGUAGE in request.form:
        return _in_other_language(visit, number, reading)
    if reading.mistakes:
        return _question_page(_walk(visit), number, reading.shown, mistake_texts(reading.mistakes))
    answered = _walk(_with_answers(visit, page, reading))
    if odd := answered.to_ask_back(page):
        visitors.renew(answered.visit)
        texts = oddity_texts(odd)
        back = _question_page(answered, number, reading.shown, texts, is_asked_back=True)
        return visitors.keep_renewed(back)
    elsewhere = answered.next_to_ask_back()
    onward = answered.onward if elsewhere is None else address(elsewhere)
    return visitors.keep(_go(onward), answered.visit)


def _with_answers(visit: Visit, page: Page, reading: forms.Reading) -> Visit:
    """The visit with a page's answers; what the page asked back is confirmed where it still holds.

    An answer that was changed is asked back anew wherever it is odd.
    """
    about = site.current().oddities.facts
    changed = {fact for fact, said in reading.answers.items() if visit.answers.get(fact) != said}
    confirmed = _walk(visit).to_ask_back(page) if ASKED_BACK in request.form else []
    known = {o.id: o for o in site.current().content.oddities}
    asked_back = visit.asked_back | {oddity.id for oddity in confirmed}
    return replace(
        visit,
        answers=visit.answers | reading.answers,
        asked_back=frozenset(name for name in asked_back if not about(known[name]) & changed),
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
        return visitors.keep(_go(address(number)), kept)
    visitors.renew(kept)
    mistakes = mistake_texts(reading.mistakes)
    return visitors.keep_renewed(_question_page(_walk(kept), number, reading.shown, mistakes))


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


# ---------------------------------------------------------------- check and next steps


@asking.get(CHECK)
def check() -> AnyResponse:
    """All answers by part, each with its way to change it."""
    walk = _walk(_visit())
    if walk.first_open is not None:
        return _go(walk.onward)
    speaker = visitors.speaker()

    def say(question: Question, given: Answer) -> str:
        told: str = speaker.in_both(lambda voice: voice.teller.answer(question, given))
        return told

    return visitors.render(
        "check.html",
        back=walk.before(len(walk.site.path.pages) + 1),
        parts=[
            (part, [(number, q, say(q, walk.answers[q.id])) for number, q in asked])
            for part, asked in walk.questions_by_part()
        ],
        answers=walk.visit.answers,
        progress=walk.progress(len(walk.site.content.interview.parts)),
        next_steps=NEXT_STEPS,
    )


@asking.get(NEXT_STEPS)
def next_steps() -> AnyResponse:
    """What the answers come to: what to do first, and everything behind it."""
    walk = _walk(_visit())
    if walk.first_open is not None:
        return _go(walk.onward)
    result = walk.site.screening.screen(walk.answers, walk.as_of)
    build = walk.site.summarizer.build
    summary = visitors.speaker().in_both(lambda voice: build(result, voice.tongue))
    return visitors.render("next_steps.html", summary=summary, back=CHECK, lawyer=LAWYER)


@asking.get(LAWYER)
def lawyer() -> AnyResponse:
    """One page to bring to a lawyer."""
    walk = _walk(_visit())
    if walk.first_open is not None:
        return _go(walk.onward)
    result = walk.site.screening.screen(walk.answers, walk.as_of)
    sheet = lawyer_sheet(walk.site.screening, result, visitors.speaker().tongue)
    return visitors.render("lawyer.html", sheet=sheet, back=NEXT_STEPS)
