"""What follows the questions: the check, the next steps, and the sheet for a lawyer."""

from flask import Blueprint, Response

from interview.content import Question
from interview.rules import Answer
from interview.summary import lawyer_sheet
from interview.web.visit import CHECK, current_speaker, finished_position, render_page

bp = Blueprint("results", __name__)
NEXT_STEPS = "/next-steps"
LAWYER = "/lawyer"


@bp.get(CHECK)
def check_answers() -> Response:
    """All answers by part, each with its way to change it."""
    position = finished_position()
    speaker = current_speaker()

    def say(question: Question, answer: Answer) -> str:
        said: str = speaker.in_both(lambda speaker: speaker.phrasing.answer(question, answer))
        return said

    return render_page(
        "check.html",
        back=position.before(len(position.site.path.pages) + 1),
        parts=[
            (part, [(number, q, say(q, position.answers[q.id])) for number, q in asked])
            for part, asked in position.questions_by_part()
        ],
        answers=position.visit.answers,
        progress=position.progress(len(position.site.parts)),
        next_steps=NEXT_STEPS,
    )


@bp.get(NEXT_STEPS)
def next_steps() -> Response:
    """What the answers come to: what to do first, and everything behind it."""
    position = finished_position()
    result = position.result()
    build = position.site.summarizer.build
    summary = current_speaker().in_both(lambda speaker: build(result, speaker.tongue))
    return render_page("next_steps.html", summary=summary, back=CHECK, lawyer=LAWYER)


@bp.get(LAWYER)
def lawyer() -> Response:
    """One page to bring to a lawyer."""
    position = finished_position()
    sheet = lawyer_sheet(position.site.screening, position.result(), current_speaker().tongue)
    return render_page("lawyer.html", sheet=sheet, back=NEXT_STEPS)
