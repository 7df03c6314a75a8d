"""Small made-up contents: few questions and rules, so that everybody can be visited in turn."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from interview.content import (
    Content,
    Criterion,
    Factors,
    Flag,
    Ground,
    Options,
    Part,
    Program,
    Question,
    Timeline,
    Value,
)
from interview.rules import UNSURE, Answer, dates

AS_OF, BEGUN = date(2005, 1, 1), date(1990, 1, 1)
SOURCE = [{"tool": "made up"}]


@dataclass(frozen=True)
class Small:
    """A content and the answers that visit every class of its people."""

    content: Content
    days: tuple[str, ...] = ()

    def everybody(self, with_unsure: bool) -> Iterator[dict[str, Answer]]:
        """Yield every combination of answers, those to skipped questions included."""
        facts = [question.id for question in self.content.questions]
        offered = [list(self.answers(q, with_unsure)) for q in self.content.questions]
        for answers in itertools.product(*offered):
            yield dict(zip(facts, answers, strict=True))

    def answers(self, question: Question, with_unsure: bool) -> Iterator[Answer]:
        if question.type == "date":
            yield from (dates.parse(day) for day in self.days if with_unsure or len(day) == 10)
        elif question.type == "choices":
            yield from _sets(list(question.value_ids), with_unsure)
        else:
            yield from question.value_ids
        if with_unsure:
            yield None


def _sets(values: list[str], with_unsure: bool) -> Iterator[frozenset[str]]:
    for size in range(len(values) + 1):
        for chosen in itertools.combinations(values, size):
            yield frozenset(chosen)
            if with_unsure and chosen:
                yield frozenset((*chosen, UNSURE))


def first_and_last_days(first: int, last: int) -> tuple[str, ...]:
    """Return the first and last days of all months of some years, all months, and all years."""
    found = []
    for year, month in itertools.product(range(first, last + 1), range(1, 13)):
        whole = dates.parse(f"{year}-{month:02}")
        for day in (whole.first, whole.last):
            found.append(date.fromordinal(day).isoformat())
        found.append(f"{year}-{month:02}")
    return (*found, *(str(year) for year in range(first, last + 1)))


def question(id: str, type: str = "yes_no", values: str = "", **more: Any) -> Question:
    words = dict.fromkeys(("short", "ask", "hint", "why", "when_unsure", "find_out"), f"About {id}")
    listed = [{"id": value, "label": value} for value in values.split()]
    written = {"id": id, "type": type, "values": listed, "source": SOURCE, **words, **more}
    yes_no = tuple(Value.model_validate({"id": one, "label": one}) for one in ("yes", "no"))
    return Question.model_validate(written).with_values(yes_no, states=())


def flag(id: str, urgency: str, condition: Any) -> Flag:
    words = dict.fromkeys(("name", "reason", "do"), "See a lawyer")
    written = {"id": id, "urgency": urgency, "condition": condition, "source": SOURCE, **words}
    return Flag.model_validate(written)


def ground(id: str, level: str, condition: Any, unclear_if: Any = None) -> Ground:
    written = {"id": id, "level": level, "condition": condition, "name": id, "plain": id}
    unclear = {"unclear_if": unclear_if} if unclear_if else {}
    return Ground.model_validate({**written, **unclear, "source": SOURCE})


def criterion(id: str, condition: Any) -> Criterion:
    written = {"id": id, "condition": condition, "requirement": id, "source": SOURCE}
    return Criterion.model_validate(written)


def content_of(
    whole: Content,
    questions: list[Question],
    flags: list[Flag],
    criteria: list[Criterion],
    grounds: list[Ground],
) -> Content:
    """Return a content with these questions and rules, and one program of all the criteria."""
    part = Part.model_validate({"title": "One", "intro": "One", "questions": []})
    words = dict.fromkeys(
        ("name", "about", "matches", "may_match", "does_not_match", "promise"), "-"
    )
    written = {"id": "daca", "criteria": [c.id for c in criteria], "timeline": "daca"}
    program = Program.model_validate({**written, **words, "source": SOURCE})
    interview = whole.interview.model_copy(
        update={
            "parts": ("one",),
            "programs": ("daca",),
            "facts_order": tuple(q.id for q in questions),
        }
    )
    return replace(
        whole,
        interview=interview,
        law=whole.law.model_copy(update={"timelines": _begun(whole)}),
        parts={"one": part.model_copy(update={"questions": tuple(questions)})},
        criteria={c.id: c for c in criteria},
        programs={"daca": program},
        priorities=whole.priorities.model_copy(update={"grounds": tuple(grounds)}),
        flags=tuple(flags),
        notes=(),
        memos=(),
        deadlines=(),
        circuits=whole.circuits.model_copy(
            update={
                "condition": flags[0].condition,
                "place_of_custody": questions[0].id,
                "otherwise": questions[0].id,
                "circuits": (),
                "decisions": (),
            }
        ),
        factors=Factors.model_construct(positive=(), adverse=(), to_tell_a_lawyer=()),
        options=Options.model_construct(stages=()),
        escalation=whole.escalation.model_copy(
            update={"shown_if": flags[0].condition, "starts": (), "steps": ()}
        ),
        detention=whole.detention.model_copy(
            update={"condition": flags[0].condition, "groups": ()}
        ),
    )


def _begun(whole: Content) -> tuple[Timeline, ...]:
    """Every timeline, begun long before the day of the screening and unchanged since."""
    return tuple(
        line.model_copy(update={"events": (line.events[0].model_copy(update={"date": BEGUN}),)})
        for line in whole.law.timelines
    )


def crimes(whole: Content) -> Small:
    """Questions that open other questions, a list of choices, and an unsettled ground."""
    return Small(
        content_of(
            whole,
            [
                question("stage", "choice", "none open order"),
                question("arrest"),
                question("conviction", asked_if="arrest is not no"),
                question("kinds", "choices", "dui theft gun other", asked_if="conviction is yes"),
                question("cleared", asked_if={"all": ["kinds has any", "stage is not open"]}),
                question("work", "choice", "yes no", page="last"),
                question("taste", "choice", "sweet sour", page="last"),
            ],
            [
                flag("gun", "now", "kinds includes gun"),
                flag("order", "soon", "stage is order"),
                flag("arrest", "before", {"all": ["arrest is yes", "cleared is not yes"]}),
                flag("not_sure", "before", "stage is not known"),
            ],
            [criterion("clean", {"none": ["kinds includes any of dui, gun"]}),
             criterion("work", {"any": ["work is yes", "stage is none"]})],
            [ground("1a", "1", "kinds includes gun", "cleared is yes"),
             ground("2a", "2", "conviction is yes")],
        )
    )  # fmt: skip


def ages(whole: Content) -> Small:
    """Two dates that are compared with each other and with fixed days; one opens a question."""
    return Small(
        content_of(
            whole,
            [
                question("birth", "date"),
                question("arrival", "date"),
                question("child", asked_if="4 years after birth is after as_of"),
            ],
            [
                flag("young", "soon", "child is yes"),
                flag("late", "before", "arrival is on or after 2003-02-01"),
            ],
            [criterion("before_second_birthday", "arrival is before 2 years after birth"),
             criterion("born", "birth is on or after 2001-06-16")],
            [ground("3", "3", "arrival is before 2002-01-01")],
        ),
        first_and_last_days(1999, 2004),
    )  # fmt: skip
