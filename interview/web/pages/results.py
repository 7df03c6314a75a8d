"""What follows the questions: the check, the next steps, and the sheet for a lawyer."""

from flask import Blueprint, Response

from interview.content import Question
from interview.rules import Answer
from interview.summary import lawyer_sheet
from interview.web.visit import session as visitors
from interview.web.visit.arriving import finished_walk
from interview.web.visit.position import CHECK

concluding = Blueprint("concluding", __name__)
NEXT_STEPS = "/next-steps"
LAWYER = "/lawyer"


@concluding.get(CHECK)
def check() -> Response:
    """All answers by part, each with its way to change it."""
    walk = finished_walk()
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


@concluding.get(NEXT_STEPS)
def next_steps() -> Response:
    """What the answers come to: what to do first, and everything behind it."""
    walk = finished_walk()
    result = walk.site.screening.screen(walk.answers, walk.as_of)
    build = walk.site.summarizer.build
    summary = visitors.speaker().in_both(lambda voice: build(result, voice.tongue))
    return visitors.render("next_steps.html", summary=summary, back=CHECK, lawyer=LAWYER)


@concluding.get(LAWYER)
def lawyer() -> Response:
    """One page to bring to a lawyer."""
    walk = finished_walk()
    result = walk.site.screening.screen(walk.answers, walk.as_of)
    sheet = lawyer_sheet(walk.site.screening, result, visitors.speaker().tongue)
    return visitors.render("lawyer.html", sheet=sheet, back=NEXT_STEPS)
