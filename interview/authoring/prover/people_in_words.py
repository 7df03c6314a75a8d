"""A person in plain words, and as a worked case that can be pasted into questions/cases."""

import datetime
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from interview.authoring.crowd import MadeUpPerson
from interview.authoring.prover.editions import Edition
from interview.content import Question
from interview.languages import Tongue
from interview.rules import UNSURE, dates

_ENGLISH = Tongue("en", "self", {})
_WIDTH = 100


def in_words(person: MadeUpPerson, edition: Edition) -> Iterator[str]:
    """Yield a line for the day, and one for each answer that is known, in the order of asking."""
    yield f"As of {_ENGLISH.date(person.as_of)}, someone with these answers:"
    asked = [q for q in edition.content.questions if q.id in person.answers]
    for question in asked:
        said = _said(question, person.answers[question.id], edition)
        yield f"  {_ENGLISH.say(question.short)}: {said}"
    yield "  Everything else: not answered" if asked else "  Nothing is answered"


def what_differs(before: MadeUpPerson, after: MadeUpPerson, edition: Edition) -> Iterator[str]:
    """Yield a line for each answer that a second person gives otherwise."""
    for question in edition.content.questions:
        was, then = (p.answers.get(question.id) for p in (before, after))
        if was != then:
            name = _ENGLISH.say(question.short)
            yield f"  {name}: {_said(question, was, edition)} -> {_said(question, then, edition)}"


def _said(question: Question, answer: str | list[str] | None, edition: Edition) -> str:
    if answer is None:
        return "not answered"
    if question.type == "date":
        assert isinstance(answer, str)
        return _date(answer)
    if isinstance(answer, str):
        return _label(question, answer)
    labels = [_label(question, value) for value in answer if value != UNSURE]
    doubt = ["not sure about the rest"] if UNSURE in answer else []
    return "; ".join(labels + doubt) or "none of these"


def _date(text: str) -> str:
    first = datetime.date.fromordinal(dates.parse(text).first)
    if text.count("-") == 2:
        return _ENGLISH.date(first)
    return _ENGLISH.month(first) if "-" in text else text


def _label(question: Question, value: str) -> str:
    # Yes and no stand as a facts file writes them.
    named = () if question.type == "yes_no" else question.values_taken
    return next((_ENGLISH.say(one.label) for one in named if one.id == value), value)


# ---------------------------------------------------------------- worked cases

_KEYS = ("lane", "results", "level", "grounds", "possible", "flags", "escalation")


def worked_case(person: MadeUpPerson, edition: Edition) -> str:
    """Return the person as a worked case that expects what comes out now."""
    expected = edition.expected(person.answers, person.as_of)
    lines = [
        "- name: Say here, as a sentence of law, what must come out.",
        f"  as_of: {person.as_of.isoformat()}",
        *_wrapped("answers", person.answers),
        *_wrapped("expect", {key: expected[key] for key in _KEYS}),
    ]
    return "\n".join(lines)


def _wrapped(key: str, value: Mapping[str, Any]) -> list[str]:
    return textwrap.wrap(
        f"  {key}: {_flow(value)}",
        _WIDTH,
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    return f'"{value}"' if str(value).isdigit() and len(str(value)) == 1 else str(value)
