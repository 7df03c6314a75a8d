"""The follow-ups that an unsure answer must not hide: by themselves they raise a flag of now."""

from collections.abc import Iterator

from interview.content import Content, Question
from interview.rules import YES, Answer, Compiler, Layout, Row


def urgent_by_themselves(content: Content, compiler: Compiler, layout: Layout) -> frozenset[str]:
    """Return the follow-ups with a value that meets a flag of now where nothing else is known."""
    urgent = [
        compiler.condition(flag.condition).judge for flag in content.flags if flag.urgency == "now"
    ]

    def raises(fact: str, value: Answer) -> bool:
        row: Row = [None] * len(layout)
        row[layout[fact]] = value
        return any(judge(row) is YES for judge in urgent)

    return frozenset(
        question.id
        for question in content.questions
        if question.asked_if is not None
        and any(raises(question.id, value) for value in _closed_answers(question))
    )


def _closed_answers(question: Question) -> Iterator[Answer]:
    """The answers of a closed question, one at a time; a date says nothing without a day."""
    for value in question.value_ids:
        yield frozenset((value,)) if question.type == "choices" else value
