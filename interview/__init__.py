"""Next Steps, a guided legal interview: answers and a day in, what the law's rules say of them out.

It is information, not legal advice.

>>> import datetime
>>> from interview import load
>>> questionnaire = load()
>>> result = questionnaire.screen({"detained": "yes", "family": ["child_citizen_lpr"]},
...                               as_of=datetime.date(2015, 6, 15))
>>> result.lane
'red'
>>> result.flags[0]
RaisedFlag(id='detained', urgency='now')
>>> "abogado" in result.summary(language="es").text()
True

`Result` and `Summary` say what else there is. Nothing is remembered between two people.
"""

from typing import TYPE_CHECKING

__all__ = [
    "AnswersError",
    "ContentError",
    "LanguageError",
    "Questionnaire",
    "Result",
    "Summary",
    "load",
]

if TYPE_CHECKING:
    from interview.questionnaire import (
        AnswersError,
        ContentError,
        LanguageError,
        Questionnaire,
        Result,
        Summary,
        load,
    )
else:

    def __getattr__(name):
        # A command that needs none of this does not wait for it.
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from interview import questionnaire

        return getattr(questionnaire, name)
