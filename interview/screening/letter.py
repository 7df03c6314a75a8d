"""For what a letter may be drafted: nothing at all where asking could make things worse."""

from interview.content import Content, Option
from interview.screening.result import Result


def letter_asks(content: Content, result: Result) -> tuple[Option, ...]:
    """Return the options of a person's stage that a letter can ask for, in their order.

    None where the steps after a refusal are not shown.
    """
    if not result.escalation_shown:
        return ()
    return tuple(
        option
        for stage in content.options.stages
        for option in stage.options
        if stage.id == result.stage and option.id in result.options and option.letter is not None
    )
