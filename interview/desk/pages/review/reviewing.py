"""The review: what a lawyer reads in a minute, an answer changed with the person, what changed."""

from flask import Response, request
from werkzeug.datastructures import MultiDict

from interview.desk.life import EventDesk
from interview.desk.pages.frame import desk_page, see_station
from interview.desk.pages.front import LookedAt, current_desk, current_front
from interview.desk.pages.review.calling import CALLING_ADDRESS, REVIEW_ADDRESS
from interview.desk.pages.review.papers import SHEET, choose_paper
from interview.desk.pages.review.person import Person, person_of
from interview.desk.pages.stations import DEED, Act, DeskStation
from interview.desk.review import changes
from interview.desk.rights import Standing
from interview.desk.tickets import Ticket
from interview.web import (
    PageAnswers,
    Position,
    Visit,
    asked_on,
    current_site,
    current_speaker,
    field_names,
    filled,
    mistake_texts,
    refuse_strange_fields,
)

CHANGE_ADDRESS = "/desk-change"
FACT, PAGE = "fact", "page"


def held(standing: Standing) -> tuple[int, Person]:
    """Return the ticket that a reviewer holds, and the person; raise Refused."""
    desk = current_desk()
    mine = desk.mine(standing)
    number = mine.number if mine else 0
    packed = desk.open_visit(standing, number)
    chosen = current_front().chosen(standing)
    if chosen.number != number or not chosen.before:
        chosen.number, chosen.before = number, packed
    return number, person_of(packed)


def _show(standing: Standing) -> Response:
    """Show the review of the ticket that this reviewer holds."""
    if current_desk().mine(standing) is None:
        return see_station(CALLING_ADDRESS)
    number, person = held(standing)
    site, speaker = current_site(), current_speaker()
    answers, as_of = person.carried.answers, site.settings.today()
    maker = current_front().reviews
    ticket = current_desk().ticket(standing, number)
    before = person_of(current_front().chosen(standing).before).result
    return desk_page(
        "review.html",
        review=speaker.in_both(lambda one: maker.review(answers, as_of, one.tongue)),
        changed=speaker.in_both(
            lambda one: changes(site.screening, before, person.result, one.tongue)
        ),
        mine=ticket,
        minutes=_minutes(current_desk(), ticket),
        change_word=site.content.desk.review.change,
        shorts={q.id: q.short for q in site.content.questions},
        spoken=person.carried.language,
        open_page=person.position.first_open,
    )


def _minutes(desk: EventDesk, ticket: Ticket) -> int:
    return int((desk.now() - ticket.since).total_seconds() // 60)


def _ask(standing: Standing) -> Response:
    """Ask the questions that are open, with the person."""
    _, person = held(standing)
    chosen = current_front().chosen(standing)
    chosen.page, chosen.typed = person.position.first_open or 0, {}
    return see_station(CHANGE_ADDRESS)


def print_sheet(standing: Standing) -> Response:
    """Print the sheet of the ticket that this reviewer holds."""
    return choose_paper(standing, SHEET, REVIEW_ADDRESS)


def choose(standing: Standing) -> Response:
    """Choose the question whose answer is to be changed."""
    _, person = held(standing)
    wanted = request.form.get(FACT, "")
    pages = enumerate(person.position.site.path.pages, 1)
    page = next((n for n, page in pages if wanted in {q.id for q in page}), None)
    if page is None:
        return see_station(REVIEW_ADDRESS)
    chosen = current_front().chosen(standing)
    chosen.page, chosen.typed = page, {}
    return see_station(CHANGE_ADDRESS)


def show_question(standing: Standing) -> Response:
    """Show one page of questions, with what was answered."""
    _, person = held(standing)
    chosen = current_front().chosen(standing)
    page = person.position.page_on_path(chosen.page)
    if not page:
        return see_station(REVIEW_ADDRESS)
    site, answers = current_site(), person.carried.answers
    kept = {q.id: filled(q, site.reader.write(q.id, answers[q.id]))
            for q in page if q.id in answers}  # fmt: skip
    typed = _typed(person.position, chosen)
    return desk_page(
        "change.html",
        asked=asked_on(
            page, typed.filled if typed else kept, mistake_texts(typed.mistakes) if typed else {}
        ),
        title_of_page=person.position.title_of(page),
        fields_shown=[name for q in page for name in field_names(q)],
    )


def _typed(position: Position, chosen: LookedAt) -> PageAnswers | None:
    """What was typed with a mistake on the page that is shown again; None where nothing was."""
    if not chosen.typed:
        return None
    page = position.page_on_path(chosen.page)
    return position.site.forms.read(page, MultiDict(chosen.typed))


def _keep(standing: Standing) -> Response:
    """Keep a changed answer, screen at once, and ask what it opened."""
    number, person = held(standing)
    chosen, site = current_front().chosen(standing), current_site()
    page = person.position.page_on_path(chosen.page)
    refuse_strange_fields(page, [DEED])
    posted = site.forms.read(page, request.form, person.carried.answers)
    if posted.mistakes:
        chosen.typed = {name: values for name, values in request.form.lists()}
        return see_station(CHANGE_ADDRESS)
    answers = dict(person.carried.answers) | site.reader.read_all(posted.answers)[0]
    current_desk().change(standing, number, person.packed_with(answers))
    chosen.typed = {}
    after = Position(site, Visit(answers=answers), site.settings.today())
    chosen.page = after.first_open or 0
    return see_station(CHANGE_ADDRESS if after.first_open else REVIEW_ADDRESS)


def undo(standing: Standing) -> Response | None:
    """Take every change back to what the person had answered."""
    held(standing)
    chosen = current_front().chosen(standing)
    current_desk().change(standing, chosen.number, chosen.before)
    return None


REVIEW = DeskStation(
    REVIEW_ADDRESS,
    "open_visit",
    _show,
    {
        "change": Act("change_answers", choose, fields=frozenset((FACT,))),
        "ask": Act("change_answers", _ask),
        "print": Act("open_visit", print_sheet),
        "undo": Act("change_answers", undo),
    },
    "review",
)
CHANGE = DeskStation(
    CHANGE_ADDRESS,
    "change_answers",
    show_question,
    {"save": Act("change_answers", _keep, fields=None)},
)
