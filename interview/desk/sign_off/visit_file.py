"""A visit as a file to take away: the facts that `interview screen` reads, and what came of them.

No number of a ticket, no minute and no name is in it; who screens it again gets the same result.
"""

import json
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Any

from interview.desk.sign_off.choices import WHY, SignOffForm
from interview.desk.sign_off.sign_off import SignOff
from interview.languages import Tongue, without_marks
from interview.screening import AnswerReader, Answers, Result, Screening
from interview.summary import Summarizer

_WIDTH = 78


def visit_json(
    reader: AnswerReader, answers: Answers, result: Result, sign_off: SignOff | None
) -> str:
    """Return a visit as JSON: each fact with its answer, the day, the result, the sign-off."""
    visit: dict[str, Any] = {fact: _written(reader, fact, answers) for fact in answers}
    visit["as_of"] = result.as_of.isoformat()
    visit["result"] = result.to_dict()
    if sign_off is not None:
        visit["sign_off"] = sign_off.to_dict()
    return json.dumps(visit, ensure_ascii=False, indent=2) + "\n"


def _written(reader: AnswerReader, fact: str, answers: Answers) -> str | list[str]:
    written = reader.write(fact, answers[fact])
    if isinstance(answers[fact], frozenset):
        return written.split(";") if answers[fact] else []
    return written


def visit_text(
    screening: Screening,
    result: Result,
    tongue: Tongue,
    form: SignOffForm,
    sign_off: SignOff | None,
) -> str:
    """Return a visit as plain text, one page of it: what was signed, what to do, what not to do."""
    said = Summarizer(screening).build(result, tongue)
    steps = (f"{name} {what}" for name, what in said.do_now)
    parts = (
        (said.name, said.dates),
        (form.title, _signed(form, sign_off) if sign_off else ()),
        (said.chip, (said.why,)),
        (said.do_now_title, steps),
        (said.do_not_title, said.do_not),
        ("", said.not_advice),
    )
    return "\n".join(line for title, lines in parts for line in _part(title, lines))


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A title and its lines, each no wider than a page; nothing where there are no lines."""
    found = [line for text in lines for line in wrap(without_marks(text), _WIDTH)]
    if found:
        yield from (title, *found, "") if title else (*found, "")


def _signed(form: SignOffForm, sign_off: SignOff) -> tuple[str, ...]:
    """What was chosen, a line a group."""
    chosen = {
        **{
            field: (given,) for field, given in sign_off.to_dict().items() if isinstance(given, str)
        },
        **{f"{WHY}{flag}": (why,) for flag, why in sign_off.not_right},
        "papers": sign_off.papers,
        "hand_over": sign_off.hand_over,
    }
    return tuple(
        f"{group.title}: {'; '.join(group.label(id) for id in given)}"
        for group in form.groups()
        if (given := tuple(filter(None, chosen.get(group.field, ()))))
    )
