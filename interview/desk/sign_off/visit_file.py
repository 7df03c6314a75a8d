"""A visit as a file to take away: the facts that `interview screen` reads, and what came of them.

No number of a ticket, no minute and no name is in it; who screens it again gets the same result.
"""

import json
from typing import Any

from interview.desk.sign_off.choices import WHY, SignOffForm
from interview.desk.sign_off.sign_off import SignOff
from interview.languages import Tongue
from interview.screening import AnswerReader, Answers, Result, Screening
from interview.summary import Summarizer, plain_text


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
    """Return a visit as plain text: what was signed, then the next steps in brief."""
    steps = plain_text.render(Summarizer(screening).build(result, tongue), brief=True)
    signed = _signed(form, sign_off) if sign_off else ()
    return "\n".join((*signed, *([""] if signed else []), steps))


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
