"""The pages at the address that asks: the questions, what is wrong with an answer, the check."""

from flask import Blueprint, Response
from werkzeug.datastructures import MultiDict

from interview.content import Question
from interview.rules import Answer
from interview.screening import Page
from interview.web.pages.asking.fields import (
    FilledPage,
    asked_on,
    mistake_texts,
    oddity_texts,
)
from interview.web.pages.notices import notice, with_notice
from interview.web.protection import refused_page
from interview.web.site import UNSURE, Progress, current_site, filled
from interview.web.visit import (
    ASK,
    CONCLUDE,
    Position,
    current_speaker,
    current_visits,
    is_compact,
    is_from_paper,
    position_of,
    render_page,
    requested,
    required_visit,
    show,
)

bp = Blueprint("questions", __name__)


@bp.get(ASK)
def ask() -> Response:
    """The page where the visit is: a question, what is wrong with its answer, or the check."""
    if refused := refused_page():
        return refused
    position = position_of(required_visit())
    page = _shown(position, position.shown)
    # The sheet is put away by whoever goes on from it.
    say = requested().say
    if say.sheet or say.paper:
        say.sheet = say.paper = ""
        show(page)
    return with_notice(page)


def _shown(position: Position, number: int) -> Response:
    if number == position.check:
        return _check_page(position)
    if behind := position.page_before_break_out(number):
        return _break_out_page(position, number, behind)
    if is_compact(position.visit):
        return _part_page(position, number)
    return _question_page(position, number, filled_page(position, number, position.pages[number]))


def filled_page(position: Position, number: int, page: Page) -> FilledPage:
    """Return what stands in the fields of a page: what was typed last, or the kept answers."""
    visit, write = position.visit, position.site.reader.write
    draft = visit.draft_of(number)
    if draft:
        typed = current_site().forms.read(page, MultiDict(draft.pairs))
        if draft.is_wrong:
            return FilledPage(typed.filled, mistake_texts(typed.mistakes))
    kept = {q.id: filled(q, write(q.id, visit.answers[q.id]))
            for q in page if q.id in visit.answers}  # fmt: skip
    odd = position.to_ask_back(page)
    texts = oddity_texts(odd, position.path_answers)
    return FilledPage(typed.filled if draft else kept, texts, is_asked_back=bool(odd))


def _part_page(position: Position, number: int) -> Response:
    """A whole part on one page, for a helper: what is asked, or all that stands on paper."""
    from_paper = is_from_paper(position.visit)
    on_path, numbers = position.part_pages(number), position.site.numbers
    wanted = {question.id for page in on_path.values() for question in page}
    groups, is_asked_back = [], False
    for other, page in (position.part_on_paper(number) if from_paper else on_path).items():
        found = filled_page(position, other, page)
        # What is blank on paper because it was not asked is no mistake.
        wrong = {fact: said for fact, said in found.mistakes.items() if fact in wanted}
        asked = asked_on(page, found.filled, wrong, [numbers[q.id] for q in page])
        groups.append((position.title_of(page), asked))
        is_asked_back = is_asked_back or found.is_asked_back
    part = position.part_of(number)
    return render_page(
        "part.html",
        back=ASK,
        keeps_typed=True,
        notice=notice(),
        groups=groups,
        asked=[one for _, asked in groups for one in asked],
        reads_aloud=requested().say.reads_aloud,
        from_paper=from_paper,
        opens=frozenset() if from_paper else position.site.opening,
        other_way="one_by_one",
        shows_so_far=_shows_so_far(position, number),
        can_go_back=position.part_before(number) is not None,
        part=position.site.parts[part],
        part_number=part + 1,
        thread=position.thread(part),
        progress=_parts_left(part, len(position.site.parts)),
        token=current_visits().form_token(position.visit, number, is_asked_back),
    )


def may_skip(page: Page) -> bool:
    """Say whether a page can be skipped: it is sensitive, and unsure is an answer to all of it."""
    return any(q.sensitive for q in page) and all(q.unsure for q in page)


def _parts_left(part: int, parts: int) -> Progress:
    """How far somebody is who has a whole part on each page; the check is one more."""
    return Progress(part + 1, parts + 1, parts - part, is_certain=True)


def _question_page(position: Position, number: int, found: FilledPage) -> Response:
    page = position.pages[number]
    part = position.part_of(number)
    return render_page(
        "question.html",
        back=ASK,
        keeps_typed=True,
        notice=notice(),
        asked=asked_on(page, found.filled, found.mistakes),
        can_go_back=position.before(number) is not None,
        part=position.site.parts[part],
        is_first_of_part=position.number_in_part(number) == 1,
        part_number=part + 1,
        thread=position.thread(part),
        progress=position.progress(number),
        title_of_page=position.title_of(page),
        can_skip=may_skip(page),
        other_way="compact" if position.visit.voice == "client" else "",
        shows_so_far=_shows_so_far(position, number),
        token=current_visits().form_token(position.visit, number, found.is_asked_back),
    )


def _shows_so_far(position: Position, number: int) -> bool:
    """At the end of each part, which is where the next begins, and from a flag of now on."""
    joined = current_site().joined
    if joined and joined.hides_result():
        return False
    begins_a_part = position.number_in_part(number) == 1 and position.part_of(number) > 0
    return begins_a_part or bool(position.urgent_flags)


def _break_out_page(position: Position, number: int, behind: int) -> Response:
    """What to do today for the flags that the page before it brought up, and two ways on."""
    pages = position.part_pages(behind) if is_compact(position.visit) else (behind,)
    result, newly, site = position.result, position.came_up_on(*pages), position.site
    speaker, part = current_speaker(), position.part_of(behind)
    reads = speaker.language
    return render_page(
        "break_out.html",
        back=ASK,
        notice=notice(),
        said=speaker.in_both(lambda s: site.before_the_end.break_out(result, s.tongue, newly)),
        contacts=speaker.in_both(lambda s: site.summarizer.contacts(result, s.tongue, reads)),
        steps=CONCLUDE,
        part=position.site.parts[part],
        part_number=part + 1,
        thread=position.thread(part),
        progress=position.progress(behind),
        token=current_visits().form_token(position.visit, number),
    )


def is_unsure(answer: Answer) -> bool:
    """Say whether somebody said to be not sure of an answer, or of a part of it."""
    return answer is None or (isinstance(answer, frozenset) and UNSURE in answer)


def _check_page(position: Position) -> Response:
    """All answers by part, each with its way to change it."""
    speaker = current_speaker()

    def say(question: Question, answer: Answer) -> str:
        said: str = speaker.in_both(lambda speaker: speaker.phrasing.answer(question, answer))
        return said

    return render_page(
        "check.html",
        back=ASK,
        notice=notice(),
        parts=[
            (part, [(number, q, say(q, position.answers[q.id])) for number, q in asked])
            for part, asked in position.questions_by_part()
        ],
        not_sure=[fact for fact, said in position.answers.items() if is_unsure(said)],
        thread=position.thread(len(position.site.parts)),
        progress=position.progress(position.check),
        next_steps=CONCLUDE,
        token=current_visits().form_token(position.visit, position.check),
    )
