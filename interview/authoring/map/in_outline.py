"""The interview as an indented outline: parts, questions, and when each is asked."""

from collections.abc import Iterator

from interview.content import Content, Part, Question
from interview.languages import Tongue
from interview.rules import conditions as c
from interview.summary import ConditionSayer

STEP = "  "


def outline(content: Content, tongue: Tongue, parts: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of an outline; a question stands under the one that opens it."""
    sayer = ConditionSayer(content, tongue)
    for number, name in enumerate(parts, start=1):
        part = content.parts[name]
        yield f"{number}. {tongue.say(part.title)}"
        depths = _depths(part)
        for question in part.questions:
            indent = STEP * depths[question.id]
            yield f"{indent}{tongue.say(question.short)} ({question.id})"
            if question.asked_if is not None:
                words = sayer.say(question.asked_if)
                lines = list(words.lines(f"{indent}{STEP}{STEP}"))
                yield f"{indent}{STEP}{sayer.word('asked_if')} {lines[0].strip()}"
                yield from lines[1:]
        yield ""


def _depths(part: Part) -> dict[str, int]:
    found: dict[str, int] = {}
    for question in part.questions:
        found[question.id] = 1 + max(_opened_by(question, found), default=0)
    return found


def _opened_by(question: Question, depths: dict[str, int]) -> Iterator[int]:
    facts = c.facts(question.asked_if) if question.asked_if is not None else ()
    return (depths[fact] for fact in facts if fact in depths)
